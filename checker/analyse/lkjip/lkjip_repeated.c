/* One year's figure of an indicator in two places: rows of comparisons, the measurement, last year's report. */
#include "analyse/analyst.h"
#include "analyse/lkjip/lkjip_facts.h"
#include "analyse/lkjip/lkjip_match.h"

struct repeats {
    struct arena *a;
    const struct lkjip_content *content;
    struct lkjip *l;
    int year;                 /* of the report; 0: unknown */
};

/* The same up to the digits of the one with fewer decimals. */
static bool same_figure(const struct number *a, const struct number *b)
{
    const struct number *coarse = a->decimals < b->decimals ? a : b, *fine = coarse == a ? b : a;
    return interval_meets((struct interval){fine->low, fine->low}, coarse);
}

/* Two tables may mean different things by one year's target (of the plan, of the agreement) and by its capaian (a percentage, the figure
 * itself): of those only figures that lie close together are the same one written twice. */
static bool comparable(enum measured what, const struct number *a, const struct number *b)
{
    struct ratio apart, most;
    int sign = 1;
    if (a->percent != b->percent) return false;
    if (what == MEASURED_REALISASI) return true;
    if (a->decimals != b->decimals || !ratio_sub(a->low, b->low, &apart) || !ratio_mul(a->low, what == MEASURED_CAPAIAN ? (struct ratio){1, 20} : (struct ratio){1, 200}, &most)) return false;
    if (apart.num < 0) apart.num = -apart.num;
    if (most.num < 0) most.num = -most.num;
    return ratio_compare(apart, most, &sign) && sign <= 0;
}

/* Whether the two figures differ: then that is told, and nothing else of this one. */
static bool beside(struct repeats *c, struct year_figure *y, const struct figure *other, bool earlier_report)
{
    if (!number_is_value(y->figure.number) || !other || !number_is_value(other->number)) return false;
    const struct number *a = y->figure.number, *b = other->number;
    bool same = same_figure(a, b);
    if (!same && !earlier_report && !comparable(y->what, a, b)) return false;
    fact_bool(c->a, &y->figure.item, F_sama_dengan_lain, same);
    fact_set(c->a, &y->figure.item, F_angka_lain, other->item.text);
    fact_set(c->a, &y->figure.item, F_letak_lain, earlier_report ? STR("laporan tahun lalu") : STR("tabel lain"));
    return !same;
}

/* Figures by kind, year and indicator; one that two tables print differently is NULL. */
struct printed_figures {
    struct wordmap seen;      /* index + 1 */
    struct { const struct figure **v; size_t n, cap; } figures;
};

static uint32_t *printed_slot(struct repeats *c, struct printed_figures *f, enum measured what, int year, struct str key)
{
    return wordmap_put(c->a, &f->seen, arena_printf(c->a, "%d %d %.*s", (int)what, year, (int)key.n, key.p));
}

static void remember(struct repeats *c, struct printed_figures *f, uint32_t *slot, const struct figure *figure)
{
    *ARENA_PUSH(c->a, &f->figures) = figure;
    *slot = (uint32_t)f->figures.n;
}

/* The realisasi of the measurement; a table of a part of the year is none. */
static void measured_figures(struct repeats *c, struct printed_figures *f)
{
    struct lexemes words = {0};
    for (size_t m = 0; m < c->l->measurements.n; m++) {
        const struct indicator_table *t = &c->l->measurements.v[m];
        if (wordset_inside(&c->content->year_parts, t->head.text)) continue;
        for (size_t k = 0; k < t->rows.n; k++) {
            struct str key = match_key(c->a, &words, t->rows.v[k].name.text);
            if (!key.n || !number_is_value(t->rows.v[k].realisasi.number)) continue;
            uint32_t *slot = printed_slot(c, f, MEASURED_REALISASI, t->year ? t->year : c->year, key);
            const struct figure *other = *slot ? f->figures.v[*slot - 1] : NULL;
            if (!*slot) remember(c, f, slot, &t->rows.v[k].realisasi);
            else if (other && !same_figure(other->number, t->rows.v[k].realisasi.number)) f->figures.v[*slot - 1] = NULL;
        }
    }
}

/* The rows of last year's report, and their names to find them by. */
struct earlier_rows {
    struct matcher names;
    struct { const struct indicator **v; size_t n, cap; } rows;
};

static void earlier_rows(struct repeats *c, struct earlier_rows *out)
{
    const struct lkjip *old = c->l->last_year;
    *out = (struct earlier_rows){.names = {.a = c->a}};
    for (size_t m = 0; old && m < old->measurements.n; m++)
        for (size_t k = 0; k < old->measurements.v[m].rows.n; k++) {
            matcher_add(&out->names, old->measurements.v[m].rows.v[k].name.text);
            *ARENA_PUSH(c->a, &out->rows) = &old->measurements.v[m].rows.v[k];
        }
}

/* The same figure in an earlier row of comparisons, the realisasi also in a measurement; and in last year's report. */
static void repeated(struct repeats *c)
{
    struct printed_figures here = {0};
    struct lexemes words = {0};
    struct earlier_rows before;
    measured_figures(c, &here);
    earlier_rows(c, &before);
    for (size_t i = 0; i < c->l->comparisons.n; i++) {
        struct comparison *p = &c->l->comparisons.v[i];
        struct str key = match_key(c->a, &words, p->name.text);
        unsigned like = 0;
        size_t of_old = before.rows.n ? matcher_find(&before.names, p->name.text, &like) : NO_INDEX;
        for (size_t k = 0; k < p->years.n && key.n; k++) {
            struct year_figure *y = &p->years.v[k];
            if (!y->year) continue;
            fact_int(c->a, &y->figure.item, F_tahun, y->year);
            if (c->year && (y->year > c->year || (y->year == c->year && y->what != MEASURED_REALISASI))) continue;
            bool differs = false;
            if (of_old != NO_INDEX && like == MATCH_SAME && y->year == c->year - 1) {
                const struct indicator *row = before.rows.v[of_old];
                differs = beside(c, y, y->what == MEASURED_REALISASI ? &row->realisasi : y->what == MEASURED_CAPAIAN ? &row->capaian : &row->target, true);
            }
            uint32_t *slot = printed_slot(c, &here, y->what, y->year, key);
            if (*slot && !differs) (void)beside(c, y, here.figures.v[*slot - 1], false);
            else if (!*slot) remember(c, &here, slot, &y->figure);
        }
    }
}

void lkjip_repeated(struct arena *a, struct analyst *x, struct lkjip *l, int year)
{
    struct repeats c = {a, x->k->lkjip_content, l, year};
    repeated(&c);
}
