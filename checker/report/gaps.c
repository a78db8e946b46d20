/* What could not be checked: by reason, with the rules that it kept from being settled. */
#include <stdlib.h>
#include <string.h>

#include "report/reporter.h"

struct gap_rule {
    const char *id;
    size_t partly;          /* of a rule with findings: at how many places */
};
struct gap {
    struct str reason;
    struct {
        struct gap_rule *v;
        size_t n, cap;
    } rules;
    size_t documents, last;
};

struct gaps {
    struct arena *arena;
    enum lang lang;
    struct gap *v;
    size_t n, cap;
    size_t reports, documents; /* the set is a report and no document */
};

struct gaps *gaps_new(enum lang lang)
{
    struct gaps *g = base_alloc(sizeof *g);
    *g = (struct gaps){.arena = arena_new(), .lang = lang};
    return g;
}

void gaps_free(struct gaps *g)
{
    arena_free(g->arena);
    free(g);
}

static struct gap *gap_of(struct gaps *g, struct str reason, bool document)
{
    size_t i = 0;
    while (i < g->n && !str_eq(g->v[i].reason, reason)) i++;
    if (i == g->n) ARENA_PUSH(g->arena, g)->reason = arena_str(g->arena, reason);
    g->v[i].documents += document && g->v[i].last != g->reports;
    g->v[i].last = g->reports;
    return &g->v[i];
}

size_t not_understood_count(const struct document_report *d)
{
    size_t n = d->not_understood_count;
    for (size_t i = 0; d->regions && i < d->regions->n; i++) n += !d->regions->v[i].role.n && region_doubt(&d->regions->v[i]) != WORD_NONE;
    return n;
}

struct str not_understood(const struct document_report *d, size_t number, enum lang lang)
{
    if (number < d->not_understood_count) return d->not_understood[number];
    number -= d->not_understood_count;
    for (size_t i = 0; d->regions && i < d->regions->n; i++) {
        const struct read_region *r = &d->regions->v[i];
        if (!r->role.n && region_doubt(r) != WORD_NONE && number-- == 0) return region_reason(d->arena, lang, r);
    }
    return STR_ABSENT;
}

void gaps_add(struct gaps *g, const struct document_report *d)
{
    bool document = d->path.p != NULL;
    g->reports++;
    g->documents += document;
    for (size_t i = 0; d->outcomes && i < d->outcomes->n; i++) {
        const struct rule_outcome *o = &d->outcomes->v[i];
        bool partly = o->outcome == OUTCOME_FINDING && o->unchecked;
        if (o->outcome != OUTCOME_UNCHECKED && !partly) continue;
        struct gap *k = gap_of(g, partly ? o->gap : o->reason, document);
        size_t at = 0;
        while (at < k->rules.n && strcmp(o->rule, k->rules.v[at].id) != 0) at++;
        if (at == k->rules.n) *ARENA_PUSH(g->arena, &k->rules) = (struct gap_rule){arena_strz(g->arena, str_of(o->rule)), 0};
        if (partly) k->rules.v[at].partly += o->unchecked;
    }
    /* What was read and has no role: no rule looks at it, so it is named by itself. */
    for (size_t i = 0, n = not_understood_count(d); i < n; i++) (void)gap_of(g, not_understood(d, i, g->lang), document);
}

static int by_id(const void *x, const void *y) { return strcmp(((const struct gap_rule *)x)->id, ((const struct gap_rule *)y)->id); }

enum { LINE = 100, INDENT = 4 };

/* "AL001 tanpa-awal, AL002 …", broken between rules. */
static void rules_of(struct gaps *g, struct buf *b, struct gap *k, const struct report_options *o, bool markdown)
{
    size_t column = 0;
    if (k->rules.n) qsort(k->rules.v, k->rules.n, sizeof *k->rules.v, by_id);
    for (size_t i = 0; i < k->rules.n; i++) {
        const struct gap_rule *r = &k->rules.v[i];
        const struct rule_about *about = rule_about(o->rules, r->id);
        const char *name = about ? about->name : "";
        struct str partly = r->partly ? word_format(g->arena, W_sum_partly, g->lang, arena_printf(g->arena, "%zu", r->partly), STR_ABSENT) : STR("");
        size_t width = strlen(r->id) + 1 + strlen(name) + partly.n + 2;
        bool new = i == 0 || (!markdown && column + width > LINE);
        if (i) buf_z(b, new ? "," : ", ");
        if (new && !markdown) buf_printf(b, "%s%*s", i ? "\n" : "", INDENT, ""), column = INDENT;
        buf_printf(b, "%s%s%s%s", r->id, *name ? " " : "", name, partly.p);
        column += width;
    }
}

void gaps_print(struct gaps *g, struct buf *b, const struct report_options *o, bool markdown)
{
    for (size_t i = 0; i < g->n; i++) {
        struct gap *k = &g->v[i];
        struct str reason = k->reason.n ? k->reason : str_of(word(W_sum_no_reason, g->lang));
        buf_z(b, markdown ? "- " : "  ");
        if (markdown) markdown_text(b, reason);
        else plain_text(b, reason);
        if (g->documents > 1 && k->documents) buf_str(b, word_format(g->arena, W_sum_in_documents, g->lang, arena_printf(g->arena, "%zu", k->documents), STR_ABSENT));
        if (k->rules.n) buf_z(b, markdown ? ": " : ":\n");
        rules_of(g, b, k, o, markdown);
        buf_ch(b, '\n');
    }
}
