/* Where the time of a check goes. usage: stages FILE…: checks each file through the stages, timed one by one, and prints the milliseconds of
 * reading (files and YAML), analysing, building the view, and the rules; then those of all of it. */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <time.h>

#include "api/session.h"

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int check(struct patuh_checker *c, struct arena *a, const char *path, double spent[4])
{
    arena_reset(a);
    struct buf raw = BUF_INIT;
    struct source s = {.path = str_of(path)};
    struct trouble why;
    struct reading reading = {0};
    struct findings findings = {0};
    struct rule_outcomes outcomes = {0};
    double t[5] = {now()};
    if (os_read(a, path, c->limits.v[LIMIT_bytes], &raw, &why) != RC_OK) return 1;
    s.raw = buf_view(&raw);
    if (source_decode(a, &s, &c->limits, &why) != RC_OK || read_source(a, &s, &c->limits, &reading, &why) != RC_OK || !reading.document) return 1;
    reading.document->source = &s;
    t[1] = now();
    analyse(a, c->analyst, reading.document);
    t[2] = now();
    struct view *view = view_build(a, reading.document, engine_names(c->engine));
    t[3] = now();
    engine_run(c->engine, a, view, &findings, &outcomes);
    t[4] = now();
    for (int i = 0; i < 4; i++) spent[i] += t[i + 1] - t[i];
    buf_free(&raw);
    return 0;
}

int main(int argc, char **argv)
{
    double spent[4] = {0};
    struct patuh_rules *rules = patuh_rules_new(NULL);
    struct patuh_options o = {.today = "2025-06-30"};
    struct patuh_checker *c = patuh_checker_new(rules, &o, NULL);
    if (!c) return 1;
    struct arena *a = arena_new();
    double begin = now();
    for (int i = 1; i < argc; i++)
        if (check(c, a, argv[i], spent)) return fprintf(stderr, "stages: %s\n", argv[i]), 1;
    printf("%.3f %.3f %.3f %.3f %.3f\n", spent[0], spent[1], spent[2], spent[3], now() - begin);
    arena_free(a);
    patuh_checker_free(c);
    patuh_rules_free(rules);
    return 0;
}
