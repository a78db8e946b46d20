/* The report beside its Perjanjian Kinerja: the one given by --pk, else the last one in the report itself (a revision stands behind the
 * first version). Indicators are matched by their words; what is only alike is never accused of being absent. */
#include "analyse/analyst.h"
#include "analyse/lkjip/lkjip_facts.h"
#include "analyse/lkjip/lkjip_match.h"

enum { ROWS_COMPARED = 1000 };

struct comparing {
    struct arena *a;
    struct lexemes words;
    struct matcher agreed, goals;
    const struct indicator_table *pk;
    bool *reported;            /* by row of pk */
    size_t *next;              /* by row of pk: the next one with the same name; NO_INDEX: none */
    bool torn;                 /* cells of the PK's table or of the one under way went astray */
    bool ours;                 /* most rows of the table under way are agreed ones: the others should be, too */
};

/* The same figure, whatever its unit and decimals; *known tells whether both could be read. */
static bool same_figure(const struct figure *x, const struct figure *y, bool *known)
{
    const struct number *a = x->number, *b = y->number;
    int sign = 1;
    *known = !str_blank(x->item.text) && str_ieq(str_trim(x->item.text), str_trim(y->item.text));
    if (*known || !a || !b) return true;
    if (a->form == NUMBER_LETTER && b->form == NUMBER_LETTER) return *known = true, str_eq(a->letter, b->letter);
    if (!number_is_value(a) || !number_is_value(b)) return true;
    *known = ratio_compare(a->low, b->low, &sign);
    return sign == 0;
}

static bool is_percent(struct str unit, struct str key) { return str_find(unit, STR("%"), 0) != SIZE_MAX || str_istarts(key, STR("persen")); }

/* Whether it is the same; where cells of a table went astray, a difference is none that can be relied on. */
static void same(struct comparing *c, struct item *x, bool is)
{
    if (!is && c->torn) fact_unknown(c->a, x, F_sama_dengan_pk, W_reason_cells_astray);
    else fact_bool(c->a, x, F_sama_dengan_pk, is);
}

static void unit(struct comparing *c, struct item *ours, const struct item *theirs)
{
    if (str_blank(ours->text) || str_blank(theirs->text)) return;
    struct str key = match_key(c->a, &c->words, ours->text), other = match_key(c->a, &c->words, theirs->text);
    bool alike = is_percent(ours->text, key) ? is_percent(theirs->text, other) : match_likeness(key, other) >= MATCH_LIKE;
    same(c, ours, alike);
    fact_set(c->a, ours, F_satuan_pk, theirs->text);
}

/* Rows of the PK with the very name of that one (an indicator may stand under two sasaran): the one whose target is ours, else the first. */
static const struct indicator *row_of(struct comparing *c, size_t first, const struct indicator *ours)
{
    const struct indicator *best = &c->pk->rows.v[first];
    bool known;
    for (size_t k = first, n = 0; k != NO_INDEX && n < MATCH_NAMES; k = c->next[k], n++)
        if (same_figure(&ours->target, &c->pk->rows.v[k].target, &known) && known) best = &c->pk->rows.v[k];
    return best;
}

static void agreed_rows(struct comparing *c)
{
    struct wordmap behind = {0};
    size_t n = c->pk->rows.n;
    c->reported = arena_alloc(c->a, n * sizeof *c->reported);
    c->next = arena_alloc(c->a, n * sizeof *c->next);
    for (size_t k = 0; k < n; k++) matcher_add(&c->agreed, c->pk->rows.v[k].name.text);
    for (size_t k = n; k-- > 0;) {
        uint32_t *slot = wordmap_put(c->a, &behind, c->agreed.keys.v[k]);
        c->next[k] = *slot ? *slot - 1 : NO_INDEX;
        *slot = (uint32_t)k + 1;
    }
}

/* Whether the name may be the one it is most like: half of the words are shared, or one is a part of the other. */
static bool maybe(struct comparing *c, struct matcher *m, size_t k, unsigned like, struct str name)
{
    return k != NO_INDEX && (like >= MATCH_UNCERTAIN || match_part(match_key(c->a, &c->words, name), m->keys.v[k]));
}

/* A name cut short is a part of several agreed ones: which one it is, nobody can tell. */
static bool ambiguous(struct comparing *c, struct str name)
{
    struct str key = match_key(c->a, &c->words, name);
    size_t found = 0;
    for (size_t k = 0; k < c->agreed.keys.n && k < ROWS_COMPARED && found < 2; k++)
        found += c->agreed.keys.v[k].n > key.n && match_part(key, c->agreed.keys.v[k]);
    return found > 1;
}

static void row(struct comparing *c, struct indicator *i)
{
    unsigned like;
    size_t k = matcher_find(&c->agreed, i->name.text, &like);
    if (like >= MATCH_LIKE && like < MATCH_SAME && ambiguous(c, i->name.text)) like = MATCH_UNCERTAIN;
    if (like < MATCH_LIKE) {
        bool uncertain = maybe(c, &c->agreed, k, like, i->name.text);
        if (uncertain) c->reported[k] = true;
        if (uncertain || str_blank(i->name.text) || !c->ours) fact_unknown(c->a, &i->head, F_di_pk, W_reason_name_uncertain);
        else if (c->torn) fact_unknown(c->a, &i->head, F_di_pk, W_reason_cells_astray);
        else fact_set(c->a, &i->head, F_di_pk, STR("tidak"));
        return;
    }
    const struct indicator *p = row_of(c, k, i);
    c->reported[k] = true;
    fact_set(c->a, &i->head, F_di_pk, STR("ya"));
    bool known, equal = same_figure(&i->target, &p->target, &known);
    if (known) {
        same(c, &i->target.item, equal);
        fact_set(c->a, &i->target.item, F_target_pk, p->target.item.text);
    } else if (i->target.item.text.p) {
        fact_unknown(c->a, &i->target.item, F_sama_dengan_pk, W_reason_number_unread);
    }
    unit(c, &i->unit, &p->unit);
}

/* A sasaran without an indicator here is measured nowhere in this table: a heading, or the plan of another year. */
static bool goal_measured(const struct indicator_table *t, size_t goal)
{
    for (size_t i = 0; i < t->rows.n; i++)
        if (t->rows.v[i].goal == goal) return true;
    return false;
}

/* Names of the sasaran: each one measured should be one agreed. */
static void goals(struct comparing *c, struct indicator_table *measured)
{
    struct wordmap seen = {0}; /* tables print it again for each indicator */
    for (size_t i = 0; i < measured->goals.n; i++) {
        struct item *name = &measured->goals.v[i].name;
        if (str_blank(name->text)) continue;
        if (!c->pk->goals.n) {
            fact_unknown(c->a, name, F_sama_dengan_pk, W_reason_no_agreement);
            continue;
        }
        bool again = !goal_measured(measured, i) || ++*wordmap_put(c->a, &seen, name->text) > 1;
        unsigned like;
        size_t k = again ? NO_INDEX : matcher_find(&c->goals, name->text, &like);
        if (k != NO_INDEX && like < MATCH_LIKE && match_part(match_key(c->a, &c->words, name->text), c->goals.keys.v[k])) {
            fact_unknown(c->a, name, F_sama_dengan_pk, W_reason_name_uncertain);
            continue;
        }
        if (c->torn && !again && (k == NO_INDEX || like < MATCH_LIKE)) {
            fact_unknown(c->a, name, F_sama_dengan_pk, W_reason_cells_astray);
            continue;
        }
        fact_set(c->a, name, F_sama_dengan_pk, again ? STR("lain") : k != NO_INDEX && like >= MATCH_LIKE ? STR("ya") : STR("tidak"));
        if (k != NO_INDEX && like >= MATCH_UNCERTAIN) fact_set(c->a, name, F_sasaran_pk, c->pk->goals.v[k].name.text);
    }
}

/* Programmes of the PK and of BAB III.B by name. */
static void budgets(struct comparing *c, struct lkjip *l, const struct lkjip *from)
{
    struct wordmap known_names = {0};
    struct { struct { const struct number *pagu; int64_t unit; } *v; size_t n, cap; } rows = {0};
    for (size_t i = 0; i < from->budgets.n; i++) {
        const struct budget_table *pk = &from->budgets.v[i];
        for (size_t k = 0; pk->kind == LKJIP_AGREEMENT && k < pk->rows.n; k++) {
            if (pk->rows.v[k].total || str_blank(pk->rows.v[k].name.text)) continue;
            uint32_t *slot = wordmap_put(c->a, &known_names, match_key(c->a, &c->words, pk->rows.v[k].name.text));
            *slot = 0;
            if (!number_is_value(pk->rows.v[k].pagu.number)) continue;
            (void)ARENA_PUSH(c->a, &rows); /* of two versions the last counts */
            rows.v[rows.n - 1].pagu = pk->rows.v[k].pagu.number;
            rows.v[rows.n - 1].unit = pk->unit;
            *slot = (uint32_t)rows.n;
        }
    }
    for (size_t t = 0; rows.n && t < l->budgets.n; t++) {
        struct budget_table *b = &l->budgets.v[t];
        for (size_t j = 0; b->kind == LKJIP_BUDGET && j < b->rows.n; j++) {
            struct budget_row *r = &b->rows.v[j];
            bool known;
            const uint32_t *slot = r->total || r->level > 1 ? NULL : wordmap_get(&known_names, match_key(c->a, &c->words, r->name.text));
            if (!slot || !*slot || !number_is_value(r->pagu.number)) continue;
            const struct number *agreed = rows.v[*slot - 1].pagu;
            bool same = money_same(r->pagu.number, b->unit, agreed, rows.v[*slot - 1].unit, &known);
            if (!known) continue;
            fact_bool(c->a, &r->pagu.item, F_sama_dengan_pk, same);
            fact_set(c->a, &r->pagu.item, F_nilai, money_format(c->a, r->pagu.number->low, r->pagu.number->decimals, b->unit));
            fact_set(c->a, &r->pagu.item, F_pagu_pk, money_format(c->a, agreed->low, agreed->decimals, rows.v[*slot - 1].unit));
        }
    }
}

/* Does the report say that the budget was revised? */
static bool revised(const struct analyst *x, const struct lkjip *l)
{
    for (size_t i = 0; i < l->paragraphs.n; i++)
        if (wordset_inside(&x->k->lkjip_content->revision, l->paragraphs.v[i].text)) return true;
    for (size_t i = 0; i < l->numbered.n; i++)
        if (wordset_inside(&x->k->lkjip_content->revision, l->numbered.v[i].item.text)) return true;
    return false;
}

/* Rows and sasaran of a table that this PK does not govern. */
static void not_governed(struct comparing *c, struct indicator_table *m)
{
    for (size_t k = 0; k < m->rows.n; k++) fact_set(c->a, &m->rows.v[k].head, F_di_pk, STR("lain"));
    for (size_t g = 0; g < m->goals.n; g++)
        if (!str_blank(m->goals.v[g].name.text)) fact_set(c->a, &m->goals.v[g].name, F_sama_dengan_pk, STR("lain"));
}

/* Without a PK, or without a table that measures it, nothing can be said of the rows. */
static void unknown(struct arena *a, struct lkjip *l, enum word reason)
{
    fact_unknown(a, fact_child(a, &l->head, F_indikator_pk, STR(""), l->head.place), F_dilaporkan, reason);
    for (size_t t = 0; t < l->measurements.n; t++) {
        struct indicator_table *m = &l->measurements.v[t];
        for (size_t k = 0; k < m->rows.n; k++) fact_unknown(a, &m->rows.v[k].head, F_di_pk, reason);
        for (size_t g = 0; g < m->goals.n; g++)
            if (!str_blank(m->goals.v[g].name.text)) fact_unknown(a, &m->goals.v[g].name, F_sama_dengan_pk, reason);
    }
}

/* Whether any row of the table was agreed, and whether most were. */
static bool measures(struct comparing *c, const struct indicator_table *m)
{
    size_t found = 0;
    for (size_t k = 0; k < m->rows.n; k++) {
        unsigned like;
        matcher_find(&c->agreed, m->rows.v[k].name.text, &like);
        found += like >= MATCH_LIKE;
    }
    c->ours = 2 * found >= m->rows.n;
    return found > 0;
}

/* The agreement that the report is about: a file may hold those of the heads of its parts, too, and an earlier version. The one most of
 * whose indicators are measured, of equal ones the last. */
static const struct indicator_table *agreement_of(struct arena *a, const struct lkjip *l, const struct lkjip *from)
{
    const struct indicator_table *best = NULL;
    struct matcher measured = {.a = a};
    size_t most = 0;
    for (size_t t = 0; from->agreements.n > 1 && t < l->measurements.n; t++)
        for (size_t k = 0; k < l->measurements.v[t].rows.n; k++) matcher_add(&measured, l->measurements.v[t].rows.v[k].name.text);
    for (size_t i = 0; i < from->agreements.n; i++) {
        const struct indicator_table *pk = &from->agreements.v[i];
        unsigned like;
        size_t found = 0;
        for (size_t k = 0; k < pk->rows.n; k++) found += matcher_find(&measured, pk->rows.v[k].name.text, &like) != NO_INDEX && like >= MATCH_LIKE;
        if (pk->rows.n && (!best || found >= most)) best = pk, most = found;
    }
    return best;
}

void lkjip_agreement(struct arena *a, struct analyst *x, struct lkjip *l)
{
    struct comparing c = {.a = a, .agreed = {.a = a}, .goals = {.a = a}};
    const struct lkjip *from = l->pk ? l->pk : l;
    c.pk = agreement_of(a, l, from);
    if (!c.pk) {
        unknown(a, l, W_reason_no_agreement);
        return;
    }
    agreed_rows(&c);
    for (size_t k = 0; k < c.pk->goals.n; k++) matcher_add(&c.goals, c.pk->goals.v[k].name.text);
    bool measured = false, torn = false, *governed = arena_alloc(a, (l->measurements.n + 1) * sizeof *governed);
    for (size_t i = 0; i < l->tables_unread.n; i++) torn |= !l->tables_unread.v[i].money;
    bool three_cut = l->end_open && l->chapters.n && l->chapters.v[l->chapters.n - 1].number <= 3;
    torn |= l->front_open || three_cut || l->unread; /* its measurement may stand in what was cut off */
    uint64_t year = (uint64_t)c.pk->year;
    if (!year) (void)str_u64(str_trim(l->identity.year.text), &year);
    for (size_t t = 0; t < l->measurements.n; t++) {
        struct indicator_table *m = &l->measurements.v[t];
        bool other_year = year && m->year && (uint64_t)m->year != year; /* last year's figures had their own agreement */
        governed[t] = !other_year && measures(&c, m); /* a table of programme indicators has nothing to do with the PK of the head */
        if (!governed[t]) continue;
        measured = true;
        c.torn = c.pk->torn || m->torn;
        torn |= c.torn;
        for (size_t k = 0; k < m->rows.n; k++) row(&c, &m->rows.v[k]);
        goals(&c, m);
    }
    budgets(&c, l, from);
    fact_bool(a, &l->head, F_perubahan_dinyatakan, revised(x, l));
    if (!measured) {
        unknown(a, l, W_reason_no_measurement);
        return;
    }
    for (size_t t = 0; t < l->measurements.n; t++)
        if (!governed[t]) not_governed(&c, &l->measurements.v[t]);
    for (size_t k = 0; k < c.pk->rows.n; k++) {
        const struct item *name = &c.pk->rows.v[k].name;
        if (c.reported[k] && c.next[k] != NO_INDEX) c.reported[c.next[k]] = true;
        if (str_blank(name->text)) continue;
        struct item *child = fact_child(a, &l->head, F_indikator_pk, name->text, l->pk ? l->head.place : name->place);
        if (!c.reported[k] && torn) fact_unknown(a, child, F_dilaporkan, W_reason_cells_astray);
        else fact_bool(a, child, F_dilaporkan, c.reported[k]);
    }
}
