/* Reading an office file beside what libzip and libxml2 alone take for the same parts: office REPEATS FILE. Prints processor milliseconds of both. */
#include <stdlib.h>
#include <time.h>

#include <libxml/parser.h>
#include <zip.h>

#include "base/os.h"
#include "stage/read.h"

static double now(void) { return (double)clock() * 1000 / CLOCKS_PER_SEC; }

static void bare(struct str file)
{
    zip_source_t *s = zip_source_buffer_create(file.p, file.n, 0, NULL);
    zip_t *z = zip_open_from_source(s, ZIP_RDONLY, NULL);
    for (zip_int64_t i = 0, n = zip_get_num_entries(z, 0); i < n; i++) {
        zip_stat_t st;
        zip_stat_index(z, (zip_uint64_t)i, 0, &st);
        zip_file_t *f = zip_fopen_index(z, (zip_uint64_t)i, 0);
        char *p = malloc((size_t)st.size + 1);
        zip_int64_t got = zip_fread(f, p, st.size);
        zip_fclose(f);
        if (got > 0 && p[0] == '<') xmlFreeDoc(xmlReadMemory(p, (int)got, NULL, NULL, XML_PARSE_NONET));
        free(p);
    }
    zip_discard(z);
}

static void whole(struct str file, const struct limits *limits)
{
    struct arena *a = arena_new();
    struct source s = {.path = STR("x"), .raw = file};
    struct reading out = {0};
    struct trouble why = {0};
    if (read_source(a, &s, limits, &out, &why) != RC_OK) exit(1);
    arena_free(out.pages);
    arena_free(a);
}

int main(int argc, char **argv)
{
    struct buf b = BUF_INIT;
    struct trouble why;
    struct limits limits;
    struct arena *a = arena_new();
    limits_default(&limits);
    if (argc != 3 || os_read(a, argv[2], 1 << 26, &b, &why) != RC_OK) return 2;
    double least[2] = {1e9, 1e9};
    for (int i = atoi(argv[1]); i > 0; i--) {
        double t0 = now();
        bare(buf_view(&b));
        double t1 = now();
        whole(buf_view(&b), &limits);
        double t2 = now();
        if (t1 - t0 < least[0]) least[0] = t1 - t0;
        if (t2 - t1 < least[1]) least[1] = t2 - t1;
    }
    printf("%.2f %.2f\n", least[0], least[1]);
    buf_free(&b);
    arena_free(a);
    return 0;
}
