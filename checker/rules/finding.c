/* Findings: names of severities and outcomes, and the order of reports. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "stage/finding.h"

static const char *const severities[] = {[SEVERITY_NOTE] = "catatan", [SEVERITY_WARNING] = "peringatan", [SEVERITY_ERROR] = "galat"};
static const char *const english[] = {[SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
static const char *const outcomes[] = {[OUTCOME_NOT_APPLICABLE] = "tidak-berlaku", [OUTCOME_PASS] = "lolos",
                                       [OUTCOME_UNCHECKED] = "tidak-dapat-diperiksa", [OUTCOME_FINDING] = "temuan"};

const char *severity_name(enum severity s) { return severities[s]; }

const char *outcome_name(enum outcome o) { return outcomes[o]; }

bool severity_parse(struct str s, enum severity *out)
{
    for (size_t i = 0; i < COUNT(severities); i++)
        if (str_eqz(s, severities[i]) || str_eqz(s, english[i])) {
            *out = (enum severity)i;
            return true;
        }
    return false;
}

static int compare_numbers(uint64_t x, uint64_t y) { return (x > y) - (x < y); }

static int compare_places(const struct place *x, const struct place *y)
{
    static const struct where nowhere = {0};
    const struct where *v = x->where ? x->where : &nowhere, *w = y->where ? y->where : &nowhere;
    int c = compare_numbers(x->at.begin, y->at.begin);
    if (!c) c = compare_numbers(v->page, w->page);
    if (!c) c = compare_numbers(v->table, w->table);
    if (!c) c = compare_numbers(v->row, w->row);
    if (!c) c = str_cmp(v->id, w->id);
    if (!c) c = compare_numbers(v->lines.line, w->lines.line);
    if (!c) c = compare_numbers(v->lines.column, w->lines.column);
    return c ? c : compare_numbers(x->at.end, y->at.end);
}

/* Numbers by their value: langkah[9] before langkah[10]. */
static int compare_elements(struct str a, struct str b)
{
    size_t i = 0;
    while (i < a.n && i < b.n && a.p[i] == b.p[i]) i++;
    size_t from = i, m = i, n = i;
    while (from && is_digit(a.p[from - 1])) from--;
    while (m < a.n && is_digit(a.p[m])) m++;
    while (n < b.n && is_digit(b.p[n])) n++;
    if (m != n && m > from && n > from) return m < n ? -1 : 1;
    return str_cmp(a, b);
}

static int compare(const void *x, const void *y)
{
    const struct finding *a = x, *b = y;
    int c = str_cmp(a->path, b->path);
    if (!c) c = compare_places(&a->place, &b->place);
    if (!c) c = strcmp(a->rule, b->rule);
    return c ? c : compare_elements(a->element, b->element); /* not by the message: the order is the same in every language */
}

/* Without a place, two findings are about two things as far as anybody can tell. */
static bool same_spot(const struct finding *a, const struct finding *b)
{
    return (a->place.at.set || a->place.where) && strcmp(a->rule, b->rule) == 0 && compare_places(&a->place, &b->place) == 0 && str_eq(a->path, b->path);
}

void findings_sort(struct findings *f)
{
    size_t n = 0;
    if (f->n) qsort(f->v, f->n, sizeof *f->v, compare);
    for (size_t i = 0; i < f->n; i++) {
        bool again = false;
        for (size_t k = n; k-- > 0 && !again && same_spot(&f->v[k], &f->v[i]);) again = str_eq(f->v[k].message, f->v[i].message);
        if (!again) f->v[n++] = f->v[i];
    }
    f->n = n;
}
