/* Counts by rule and by document: findings, and rules (or documents) that passed, could not be checked, did not apply. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "report/reporter.h"

struct counts {
    struct str name;
    const char *rule;       /* of a row of rules */
    size_t findings, outcomes[4];
};
struct rows {
    struct counts *v;
    size_t n, cap;
};
struct tally {
    struct arena *arena;
    struct rows rules, documents;
};

struct tally *tally_new(void)
{
    struct tally *t = base_alloc(sizeof *t);
    *t = (struct tally){.arena = arena_new()};
    return t;
}

void tally_free(struct tally *t)
{
    if (!t) return;
    arena_free(t->arena);
    free(t);
}

/* Rows of rules stay in the order of ids. */
static struct counts *row_of(struct tally *t, const char *rule)
{
    size_t lo = 0, hi = t->rules.n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int c = strcmp(t->rules.v[mid].rule, rule);
        if (c == 0) return &t->rules.v[mid];
        if (c < 0) lo = mid + 1;
        else hi = mid;
    }
    (void)ARENA_PUSH(t->arena, &t->rules);
    memmove(&t->rules.v[lo + 1], &t->rules.v[lo], (t->rules.n - 1 - lo) * sizeof *t->rules.v);
    t->rules.v[lo] = (struct counts){.rule = arena_strz(t->arena, str_of(rule))};
    return &t->rules.v[lo];
}

void tally_add(struct tally *t, const struct document_report *d)
{
    struct counts sum = {0};
    for (size_t i = 0; d->outcomes && i < d->outcomes->n; i++) {
        const struct rule_outcome *o = &d->outcomes->v[i];
        sum.outcomes[o->outcome]++;
        row_of(t, o->rule)->outcomes[o->outcome]++;
    }
    for (size_t i = 0; d->findings && i < d->findings->n; i++) {
        struct counts *row = row_of(t, d->findings->v[i].rule);
        sum.findings++;
        if (!row->name.p) row->name = arena_str(t->arena, str_of(d->findings->v[i].name));
        row->findings++;
    }
    if (!d->path.p) return;
    struct buf name = BUF_INIT;
    name_document(&name, d);
    sum.name = arena_str(t->arena, buf_view(&name));
    buf_free(&name);
    *ARENA_PUSH(t->arena, &t->documents) = sum;
}

static size_t columns(struct str s)
{
    size_t n = 0;
    for (size_t i = 0, bytes; i < s.n; i += bytes) {
        int w = utf8proc_charwidth(text_char(s, i, &bytes));
        n += w > 0 ? (size_t)w : 0;
    }
    return n;
}

static void cell(struct buf *b, struct str s, size_t width, bool right)
{
    size_t fill = columns(s) < width ? width - columns(s) : 0;
    if (!right) buf_str(b, s);
    while (fill--) buf_ch(b, ' ');
    if (right) buf_str(b, s);
}

enum { FIGURES = 4, GAP = 2 };

static void print_row(struct buf *b, struct str name, size_t width, const struct str figures[FIGURES], const size_t widths[FIGURES])
{
    cell(b, name, width, false);
    for (size_t i = 0; i < FIGURES; i++) cell(b, figures[i], widths[i] + GAP, true);
    buf_ch(b, '\n');
}

static void table(struct buf *b, struct arena *a, const struct rows *rows, enum word head, enum lang lang)
{
    struct str heads[FIGURES] = {str_of(word(W_tally_findings, lang)), str_of(word(W_tally_passed, lang)), str_of(word(W_tally_unchecked, lang)),
                                 str_of(word(W_tally_not_applicable, lang))};
    size_t widths[FIGURES], width = columns(str_of(word(head, lang)));
    for (size_t i = 0; i < FIGURES; i++) widths[i] = columns(heads[i]) > 6 ? columns(heads[i]) : 6;
    for (size_t i = 0; i < rows->n; i++) width = columns(rows->v[i].name) > width ? columns(rows->v[i].name) : width;
    print_row(b, str_of(word(head, lang)), width, heads, widths);
    for (size_t i = 0; i < rows->n; i++) {
        const struct counts *c = &rows->v[i];
        const size_t numbers[FIGURES] = {c->findings, c->outcomes[OUTCOME_PASS], c->outcomes[OUTCOME_UNCHECKED], c->outcomes[OUTCOME_NOT_APPLICABLE]};
        struct str figures[FIGURES];
        for (size_t k = 0; k < FIGURES; k++) figures[k] = arena_printf(a, "%zu", numbers[k]);
        print_row(b, c->name, width, figures, widths);
    }
    buf_ch(b, '\n');
}

void tally_print(struct tally *t, struct buf *b, const struct report_options *o)
{
    for (size_t i = 0; i < t->rules.n; i++) {
        struct counts *c = &t->rules.v[i];
        const struct rule_about *about = rule_about(o->rules, c->rule);
        c->name = arena_printf(t->arena, "%s %s", c->rule, about ? about->name : c->name.p ? c->name.p : "");
    }
    if (t->rules.n) table(b, t->arena, &t->rules, W_tally_rule, o->lang);
    if (t->documents.n) table(b, t->arena, &t->documents, W_tally_document, o->lang);
}
