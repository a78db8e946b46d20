/* The table of formats, and what they share. */
#include <stdlib.h>
#include <string.h>

#include "report/reporter.h"

const struct report_format *const report_formats[] = {
    &report_text, &report_compact, &report_md, &report_json, &report_json_findings, &report_jsonl, &report_sarif, &report_sarif_findings,
    &report_github, &report_gitlab, &report_junit, &report_checkstyle, &report_tap, NULL,
};

const struct report_format *report_find(struct str name)
{
    for (size_t i = 0; report_formats[i]; i++)
        if (str_eqz(name, report_formats[i]->name)) return report_formats[i];
    return NULL;
}

const struct rule_about *rule_about(const struct rules_about *r, const char *id)
{
    size_t lo = 0, hi = r ? r->n : 0;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int c = strcmp(r->v[mid].id, id);
        if (c == 0) return &r->v[mid];
        if (c < 0) lo = mid + 1;
        else hi = mid;
    }
    return NULL;
}

void *writer_begin(const struct report_options *o)
{
    struct writer *w = base_alloc(sizeof *w);
    *w = (struct writer){.o = *o, .b = BUF_INIT};
    return w;
}

void writer_flush(struct writer *w)
{
    fwrite(buf_view(&w->b).p, 1, w->b.n, w->o.out);
    w->b.n = 0;
}

void writer_end(struct writer *w)
{
    writer_flush(w);
    buf_free(&w->b);
    free(w);
}

struct document_report set_report(const struct report_summary *s, struct arena *a)
{
    return (struct document_report){.findings = s->set_findings, .suppressed = s->set_suppressed, .outcomes = s->set_outcomes, .threshold = s->set_threshold, .arena = a};
}

void writer_close(struct writer *w, const struct report_summary *s, void (*document)(void *state, const struct document_report *d), const char *last)
{
    struct arena *a = arena_new();
    struct document_report set = set_report(s, a);
    document(w, &set);
    buf_z(&w->b, last);
    arena_free(a);
    writer_end(w);
}
