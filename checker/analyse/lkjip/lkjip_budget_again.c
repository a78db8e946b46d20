/* One budget in two tables of a report: the same program, kegiatan or sub kegiatan with another pagu. */
#include "analyse/lkjip/lkjip_facts.h"
#include "language/token.h"

/* In rupiah; what one of the last printed digit is. */
static bool in_rupiah(const struct number *n, int64_t unit, struct ratio *value, struct ratio *last_digit)
{
    return ratio_mul(n->low, RATIO(unit > 1 ? unit : 1), value) && ratio_mul(number_half_unit(n), RATIO(unit > 1 ? 2 * unit : 2), last_digit);
}

bool money_same(const struct number *a, int64_t unit_a, const struct number *b, int64_t unit_b, bool *known)
{
    struct ratio x, y, one_x, one_y;
    int finer = 0;
    *known = in_rupiah(a, unit_a, &x, &one_x) && in_rupiah(b, unit_b, &y, &one_y) && ratio_compare(one_x, one_y, &finer);
    if (!*known || finer == 0) return *known && ratio_same(x, y);
    struct ratio d, coarser = finer > 0 ? one_x : one_y; /* rounded or cut off: less than one of its last digit */
    return ratio_near(x, y, coarser) && ratio_sub(x, y, &d) && !(ratio_same(d, coarser) || ratio_same((struct ratio){-d.num, d.den}, coarser));
}

/* Names compare by their words alone. */
static struct str row_key(struct arena *a, struct lexemes *t, const struct budget_row *r, int year)
{
    struct buf b = BUF_INIT;
    buf_add(&b, &year, sizeof year);
    buf_ch(&b, (char)('0' + r->level));
    lexemes_split(a, t, r->name.text);
    for (size_t i = 0; i < t->n; i++) buf_ch(&b, ' '), buf_str(&b, t->v[i].low);
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}

/* A row whose pagu an earlier table states, too. */
struct stated_again {
    struct budget_row *row;
    const struct number *first;
    int64_t first_unit;
    bool same;
};
struct stated_again_list {
    struct stated_again *v;
    size_t n, cap;
};

static void tell_row(struct arena *a, const struct budget_table *t, const struct stated_again *x, struct item *to)
{
    const struct number *pagu = x->row->pagu.number;
    fact_bool(a, to, F_sama_dengan_tabel_lain, x->same);
    fact_set(a, to, F_nilai, money_format(a, pagu->low, pagu->decimals, t->unit));
    fact_set(a, to, F_di_tabel_lain, money_format(a, x->first->low, x->first->decimals, x->first_unit));
}

/* Where most rows differ it is not a slip in each of them: one table is of the budget before its revision, and that is said once. */
static void tell_again(struct arena *a, struct budget_table *t, const struct stated_again_list *list)
{
    enum { PATTERN = 4 };
    size_t differ = 0, first = 0;
    for (size_t i = list->n; i-- > 0;)
        if (!list->v[i].same) differ++, first = i;
    if (differ >= PATTERN && 2 * differ > list->n) {
        const struct stated_again *x = &list->v[first];
        tell_row(a, t, x, fact_child(a, &t->head, F_beda_pagu, arena_printf(a, "%zu/%zu", differ, list->n), x->row->pagu.item.place));
        return;
    }
    for (size_t i = 0; i < list->n; i++) tell_row(a, t, &list->v[i], &list->v[i].row->pagu.item);
}

/* Of each name the pagu that earlier tables state, each amount once: a report prints a budget before and after its revision, and each again. */
struct stated {
    const struct number *pagu;
    int64_t unit;
    uint32_t before;          /* index + 1 of the amount stated before; 0: none */
};
struct stated_before {
    struct wordmap names;     /* index + 1 of the latest */
    struct stated *v;
    size_t n, cap;
};

static void compare_row(struct arena *a, struct stated_before *f, const struct budget_table *t, struct budget_row *r, struct str key, struct stated_again_list *out)
{
    uint32_t *slot = wordmap_put(a, &f->names, key), latest = *slot;
    bool known = true, same = false, any = true;
    for (uint32_t i = latest; i && !same; i = f->v[i - 1].before) {
        same = money_same(f->v[i - 1].pagu, f->v[i - 1].unit, r->pagu.number, t->unit, &any);
        known &= any;
    }
    if (latest && (known || same)) *ARENA_PUSH(a, out) = (struct stated_again){r, f->v[latest - 1].pagu, f->v[latest - 1].unit, same};
    if (same) return;
    *ARENA_PUSH(a, f) = (struct stated){r->pagu.number, t->unit, latest};
    *slot = (uint32_t)f->n;
}

/* The same program, kegiatan or sub kegiatan with another pagu in a later table of the same year. (Grand totals of tables that
 * cover different things say nothing.) */
void lkjip_budget_across(struct arena *a, struct lkjip *l)
{
    struct stated_before before = {0};
    struct lexemes words = {0};
    for (size_t i = 0; i < l->budgets.n; i++) {
        struct budget_table *t = &l->budgets.v[i];
        struct stated_again_list again = {0};
        bool revised = false; /* a later Perjanjian Kinerja of the year stands for this one */
        for (size_t k = i + 1; k < l->budgets.n && t->kind == LKJIP_AGREEMENT; k++) revised |= l->budgets.v[k].kind == LKJIP_AGREEMENT && l->budgets.v[k].year == t->year;
        for (size_t k = 0; k < t->rows.n && !revised; k++) {
            struct budget_row *r = &t->rows.v[k];
            if (r->total || r->level < 1 || str_blank(r->name.text) || !number_is_value(r->pagu.number)) continue;
            if (t->kind == LKJIP_AGREEMENT && r->level == 1) continue; /* programmes of a PK are compared by lkjip_agreement */
            struct str key = row_key(a, &words, r, t->year);
            if (words.n >= 2) compare_row(a, &before, t, r, key, &again); /* else "Program" without its name */
        }
        tell_again(a, t, &again);
    }
}
