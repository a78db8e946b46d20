/* What the libraries cost by themselves. usage: bare start | bare parse FILE… | bare html FILE…: loads libxml2 and libyaml, or parses each
 * file with libyaml (events) or libxml2 (an HTML tree) and does nothing else; prints the milliseconds that the loop over the files took. */
#define _POSIX_C_SOURCE 200809L

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <yaml.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int parse(const char *path)
{
    FILE *f = fopen(path, "rb");
    yaml_parser_t y;
    if (!f || !yaml_parser_initialize(&y)) return 1;
    yaml_parser_set_input_file(&y, f);
    for (int more = 1; more;) {
        yaml_event_t e;
        if (!yaml_parser_parse(&y, &e)) return 1;
        more = e.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&e);
    }
    yaml_parser_delete(&y);
    fclose(f);
    return 0;
}

static int parse_html(const char *path)
{
    htmlDocPtr d = htmlReadFile(path, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    if (!d) return 1;
    xmlFreeDoc(d);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc >= 2 && strcmp(argv[1], "start") == 0) {
        xmlInitParser();
        return yaml_get_version_string()[0] == '\0';
    }
    double begin = now();
    for (int i = 2; i < argc; i++)
        if (strcmp(argv[1], "html") == 0 ? parse_html(argv[i]) : parse(argv[i])) return fprintf(stderr, "bare: %s\n", argv[i]), 1;
    printf("%.3f\n", now() - begin);
    return 0;
}
