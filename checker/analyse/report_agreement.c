/* The report beside its Perjanjian Kinerja: the one given by --pk, else the last one in the report itself (a revision stands behind the
 * first version). Indicators are matched by their words; what is only alike is never accused of being absent. */
#include "report_facts.h"
#include "report_match.h"

struct agreed {
    struct str key;
    struct indicator *row;
    bool reported;
};
struct agreeds {
    struct agreed *v;
    size_t n, cap;
};

struct comparing {
    struct arena *a;
    struct lexemes words;
    struct agreeds agreed;
};

static struct agreed *find(struct comparing *c, struct str key, unsigned *likeness)
{
    struct agreed *best = NULL;
    *likeness = 0;
    for (size_t i = 0; i < c->agreed.n && *likeness < MATCH_SAME; i++) {
        unsigned like = match_likeness(key, c->agreed.v[i].key);
        if (like > *likeness) *likeness = like, best = &c->agreed.v[i];
    }
    return best;
}

/* The same figure, whatever its unit and decimals; *known tells whether both could be read. */
static bool same_figure(const struct figure *x, const struct figure *y, bool *known)
{
    const struct number *a = x->number, *b = y->number;
    int sign = 1;
    *known = false;
    if (!a || !b) return true;
    if (a->form == NUMBER_LETTER && b->form == NUMBER_LETTER) return *known = true, str_eq(a->letter, b->letter);
    if (!number_is_value(a) || !number_is_value(b)) return true;
    *known = ratio_compare(a->low, b->low, &sign);
    return sign == 0;
}

static void row(struct comparing *c, struct indicator *i)
{
    unsigned like;
    struct agreed *p = find(c, match_key(c->a, &c->words, i->name.text), &like);
    if (like < MATCH_LIKE) {
        fact_bool(c->a, &i->head, "di-pk", false);
        return;
    }
    p->reported = true;
    fact_bool(c->a, &i->head, "di-pk", true);
    bool known, same = same_figure(&i->target, &p->row->target, &known);
    if (known) {
        fact_bool(c->a, &i->target.item, "sama-dengan-pk", same);
        fact_set(c->a, &i->target.item, "target-pk", p->row->target.item.text);
    } else {
        fact_unknown(c->a, &i->target.item, "sama-dengan-pk", W_reason_number_unread);
    }
    if (str_blank(i->unit.text) || str_blank(p->row->unit.text)) return;
    struct str ours = match_key(c->a, &c->words, i->unit.text), theirs = match_key(c->a, &c->words, p->row->unit.text);
    bool percent_ours = str_find(i->unit.text, STR("%"), 0) != SIZE_MAX || str_istarts(ours, STR("persen"));
    bool percent_theirs = str_find(p->row->unit.text, STR("%"), 0) != SIZE_MAX || str_istarts(theirs, STR("persen"));
    fact_bool(c->a, &i->unit, "sama-dengan-pk", (percent_ours && percent_theirs) || match_likeness(ours, theirs) >= MATCH_LIKE);
    fact_set(c->a, &i->unit, "satuan-pk", p->row->unit.text);
}

/* Names of the sasaran: each one measured should be one agreed. */
static void goals(struct comparing *c, struct indicator_table *measured, const struct indicator_tables *agreements, size_t which)
{
    const struct indicator_table *pk = &agreements->v[which];
    for (size_t i = 0; i < measured->goals.n && pk->goals.n; i++) {
        struct str key = match_key(c->a, &c->words, measured->goals.v[i].name.text);
        const struct goal *best = NULL;
        unsigned most = 0;
        for (size_t k = 0; k < pk->goals.n; k++) {
            unsigned like = match_likeness(key, match_key(c->a, &c->words, pk->goals.v[k].name.text));
            if (like > most) most = like, best = &pk->goals.v[k];
        }
        fact_bool(c->a, &measured->goals.v[i].name, "sama-dengan-pk", most >= MATCH_LIKE);
        if (best) fact_set(c->a, &measured->goals.v[i].name, "sasaran-pk", best->name.text);
    }
}

/* Programmes of the PK and of BAB III.B by name. */
static void budgets(struct comparing *c, struct lkjip *l, const struct lkjip *from)
{
    for (size_t i = 0; i < from->budgets.n; i++) {
        const struct budget_table *pk = &from->budgets.v[i];
        if (pk->kind != REPORT_AGREEMENT) continue;
        for (size_t k = 0; k < pk->rows.n; k++) {
            if (pk->rows.v[k].total || str_blank(pk->rows.v[k].name.text)) continue;
            struct str key = match_key(c->a, &c->words, pk->rows.v[k].name.text);
            for (size_t t = 0; t < l->budgets.n; t++) {
                struct budget_table *b = &l->budgets.v[t];
                for (size_t j = 0; b->kind == REPORT_BUDGET && j < b->rows.n; j++) {
                    struct budget_row *r = &b->rows.v[j];
                    bool known;
                    if (r->total || r->level > 1 || match_likeness(key, match_key(c->a, &c->words, r->name.text)) < MATCH_SAME) continue;
                    bool same = same_figure(&r->pagu, &pk->rows.v[k].pagu, &known);
                    if (!known) continue;
                    fact_bool(c->a, &r->pagu.item, "sama-dengan-pk", same);
                    fact_set(c->a, &r->pagu.item, "pagu-pk", pk->rows.v[k].pagu.item.text);
                }
            }
        }
    }
}

void report_agreement(struct arena *a, struct analyst *x, struct lkjip *l)
{
    struct comparing c = {.a = a};
    const struct lkjip *from = l->pk ? l->pk : l;
    (void)x;
    size_t which = from->agreements.n;
    for (size_t i = 0; i < from->agreements.n; i++) /* the last one with figures of this year, or of no year that is told */
        if (from->agreements.v[i].rows.n) which = i;
    if (which == from->agreements.n) {
        fact_unknown(a, &l->head, "pk-dilaporkan", W_reason_no_agreement);
        return;
    }
    for (size_t k = 0; k < from->agreements.v[which].rows.n; k++) {
        struct indicator *i = (struct indicator *)(uintptr_t)&from->agreements.v[which].rows.v[k];
        *ARENA_PUSH(a, &c.agreed) = (struct agreed){match_key(a, &c.words, i->name.text), i, false};
    }
    bool measured = false;
    for (size_t t = 0; t < l->measurements.n; t++) {
        struct indicator_table *m = &l->measurements.v[t];
        bool ours = false; /* a table of programme indicators has nothing to do with the PK of the head */
        for (size_t k = 0; k < m->rows.n && !ours; k++) {
            unsigned like;
            find(&c, match_key(a, &c.words, m->rows.v[k].name.text), &like);
            ours = like >= MATCH_LIKE;
        }
        if (!ours) continue;
        measured = true;
        for (size_t k = 0; k < m->rows.n; k++) row(&c, &m->rows.v[k]);
        goals(&c, m, &from->agreements, which);
    }
    budgets(&c, l, from);
    if (!measured) {
        fact_unknown(a, &l->head, "pk-dilaporkan", W_reason_no_measurement);
        return;
    }
    bool all = true;
    for (size_t k = 0; k < c.agreed.n; k++) {
        if (c.agreed.v[k].reported) continue;
        all = false;
        fact_child(a, &l->head, "indikator-tak-dilaporkan", c.agreed.v[k].row->name.text, l->pk ? l->head.place : c.agreed.v[k].row->name.place);
    }
    fact_bool(a, &l->head, "pk-dilaporkan", all);
}
