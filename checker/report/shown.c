/* Which findings of a document people see, and in what order. */
#include <stdlib.h>
#include <string.h>

#include "report/reporter.h"

const char *severity_word(enum severity s, enum lang lang)
{
    static const enum word words[] = {[SEVERITY_NOTE] = W_report_catatan, [SEVERITY_WARNING] = W_report_peringatan, [SEVERITY_ERROR] = W_report_galat};
    return word(words[s], lang);
}

void count_severities(const struct findings *f, size_t count[3])
{
    for (size_t i = 0; f && i < f->n; i++) count[f->v[i].severity]++;
}

struct str severity_counts(struct arena *a, const size_t count[3], enum lang lang, bool all)
{
    static const struct {
        enum severity severity;
        enum word one, many;
    } rows[] = {{SEVERITY_ERROR, W_report_galat, W_sum_errors}, {SEVERITY_WARNING, W_report_peringatan, W_sum_warnings},
                {SEVERITY_NOTE, W_report_catatan, W_sum_notes}};
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t n = count[rows[i].severity];
        if (!n && !all) continue;
        buf_printf(&b, "%s%zu %s", b.n ? ", " : "", n, word(n == 1 ? rows[i].one : rows[i].many, lang));
    }
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}

/* In the list they are in the order of places. */
static int gravest_first(const void *x, const void *y)
{
    const struct finding *a = ((const struct shown *)x)->f, *b = ((const struct shown *)y)->f;
    if (a->severity != b->severity) return a->severity > b->severity ? -1 : 1;
    return (a > b) - (a < b);
}

static int by_rule(const void *x, const void *y)
{
    const struct shown *const *a = x, *const *b = y;
    int c = strcmp((*a)->f->rule, (*b)->f->rule);
    return c ? c : (*a > *b) - (*a < *b);
}

/* Of each rule with one more than it may have, the rest goes, and the last that stays says how many. */
static size_t cap(struct arena *a, struct shown *v, size_t n)
{
    struct shown **order = arena_alloc(a, (n + 1) * sizeof *order);
    for (size_t i = 0; i < n; i++) order[i] = &v[i];
    qsort(order, n, sizeof *order, by_rule);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && strcmp(order[end]->f->rule, order[i]->f->rule) == 0;) end++;
        if (end - i <= REPEATS + 1) continue; /* a line that says "1 more" would be as long as the one more */
        order[i + REPEATS - 1]->more = end - i - REPEATS;
        for (size_t k = i + REPEATS; k < end; k++) order[k]->f = NULL;
    }
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (v[i].f) v[kept++] = v[i];
    return kept;
}

size_t shown_findings(const struct document_report *d, const struct report_options *o, struct shown **out)
{
    size_t n = d->findings ? d->findings->n : 0;
    struct shown *v = *out = arena_alloc(d->arena, (n + 1) * sizeof *v);
    for (size_t i = 0; i < n; i++) v[i] = (struct shown){&d->findings->v[i], 0};
    if (!o->by_place && n) qsort(v, n, sizeof *v, gravest_first);
    return o->all || n == 0 ? n : cap(d->arena, v, n);
}
