/* Budgets recomputed, row by row: readable amounts, shares, what is left; the order of the rest (sums: lkjip_budget_sums.c). Whole rupiah are
 * exact; what is printed in thousands or millions, or with decimals, was rounded. A share is right within the rounding of its printed digits. */
#include "analyse/lkjip/lkjip_budget.h"

bool budget_more(struct ratio a, struct ratio b)
{
    int sign = 0;
    return ratio_compare(a, b, &sign) && sign > 0;
}

/* How far a printed amount may be from the true one: not at all, or half of its last digit. */
struct ratio budget_rounding(const struct budget_table *t, const struct number *n)
{
    return t->unit > 1 || n->decimals ? number_half_unit(n) : RATIO(0);
}

struct str money_format(struct arena *a, struct ratio value, int decimals, int64_t unit)
{
    static const char *const names[] = {"ribu", "juta", "miliar"};
    size_t i = unit >= 1000000000 ? 2 : unit >= 1000000 ? 1 : 0;
    struct str s = number_format(a, value, value.den == 1 ? 0 : decimals);
    return !s.p ? s : unit > 1 ? arena_printf(a, "%.*s %s rupiah", (int)s.n, s.p, names[i]) : arena_printf(a, "Rp%.*s", (int)s.n, s.p);
}

void lkjip_mend(struct arena *a, struct item *at, const struct figure *f, struct ratio value)
{
    struct str s = number_like(a, str_trim(f->item.text), f->number, value);
    if (s.p) fact_set(a, at, F_perbaikan, s);
}

/* Only a percentage is printed. */
bool budget_bare(const struct budget_row *r) { return str_blank(r->pagu.item.text) && str_blank(r->realisasi.item.text); }

/* The share of two rounded amounts: between the least over the most and the other way round. */
static bool rounded_share(const struct budget_table *t, const struct number *s, const struct number *p, const struct number *printed)
{
    struct interval i;
    struct ratio of_s = budget_rounding(t, s), of_p = budget_rounding(t, p), least, most;
    if ((!of_s.num && !of_p.num) || !ratio_sub(p->low, of_p, &least) || !ratio_add(p->low, of_p, &most) || least.num <= 0) return false;
    if (!ratio_sub(s->low, of_s, &i.low) || !ratio_add(s->low, of_s, &i.high) || !ratio_div(i.low, most, &i.low) || !ratio_div(i.high, least, &i.high)) return false;
    return ratio_mul(i.low, RATIO(100), &i.low) && ratio_mul(i.high, RATIO(100), &i.high) && interval_meets(i, printed);
}

/* An amount whose digits no mark groups in threes is miswritten: it is named, and never reckoned with. */
static void readable(struct arena *a, struct budget_row *r)
{
    struct figure *cells[] = {&r->pagu, &r->realisasi, &r->rest};
    for (size_t i = 0; i < COUNT(cells); i++)
        if (cells[i]->item.text.p && cells[i]->number) fact_bool(a, &cells[i]->item, F_terbaca, !cells[i]->number->misgrouped);
}

void budget_share(struct arena *a, const struct budget_table *t, struct budget_row *r)
{
    const struct number *p = r->pagu.number, *s = r->realisasi.number, *c = r->percent.number;
    r->share_judged = true;
    if (r->percent.item.text.p && number_is_value(c)) {
        if (!number_is_value(p) || !number_is_value(s)) {
            fact_unknown(a, &r->head, F_serapan, W_reason_number_unread);
        } else {
            enum fit f = percentage_fit(s, p, c);
            struct interval exact = {s->low, s->high}, i;
            r->share_right = f != FIT_UNKNOWN && (f != FIT_NONE || rounded_share(t, s, p, c));
            if (f == FIT_UNKNOWN) fact_unknown(a, &r->head, F_serapan, W_reason_not_computable);
            else fact_set(a, &r->head, F_serapan, r->share_right ? STR("cocok") : STR("salah"));
            if (capaian_of(FORMULA_UP, p, exact, &i)) {
                fact_set(a, &r->head, F_serapan_hitung, number_format(a, i.low, c->decimals > 2 ? c->decimals : 2));
                if (f == FIT_NONE && !r->share_right) lkjip_mend(a, &r->head, &r->percent, i.low);
            }
        }
    }
    else fact_unknown(a, &r->head, F_serapan, W_reason_number_unread);
    if (number_is_value(p) && number_is_value(s)) fact_bool(a, &r->head, F_melebihi_pagu, budget_more(s->low, p->low));
    else fact_unknown(a, &r->head, F_melebihi_pagu, W_reason_number_unread);
}

/* sisa is pagu less realisasi, whatever its sign. */
static void rest(struct arena *a, const struct budget_table *t, struct budget_row *r)
{
    const struct number *p = r->pagu.number, *s = r->realisasi.number, *left = r->rest.number;
    struct ratio d, rounded;
    if (!r->rest.item.text.p || !left || left->form == NUMBER_BLANK || left->form == NUMBER_NONE) return;
    bool known = number_is_value(p) && number_is_value(s) && number_is_value(left) && ratio_sub(p->low, s->low, &d) && ratio_add(budget_rounding(t, p), budget_rounding(t, s), &rounded) &&
                 ratio_add(rounded, budget_rounding(t, left), &rounded);
    if (!known) {
        fact_unknown(a, &r->rest.item, F_sisa, W_reason_number_unread);
        return;
    }
    struct ratio size = {left->low.num < 0 ? -left->low.num : left->low.num, left->low.den}, should = {d.num < 0 ? -d.num : d.num, d.den};
    fact_set(a, &r->rest.item, F_sisa, ratio_near(size, should, rounded) ? STR("cocok") : STR("salah"));
    fact_set(a, &r->rest.item, F_sisa_hitung, money_format(a, d, left->decimals, t->unit));
    if (!ratio_near(size, should, rounded)) lkjip_mend(a, &r->rest.item, &r->rest, d);
}

void lkjip_budget(struct arena *a, struct analyst *x, struct lkjip *l)
{
    static const char *const levels[] = {"jumlah", "program", "kegiatan", "sub-kegiatan"};
    (void)x;
    for (size_t i = 0; i < l->budgets.n; i++) {
        struct budget_table *t = &l->budgets.v[i];
        budget_levels(t);
        for (size_t k = 0; k < t->rows.n; k++) {
            struct budget_row *r = &t->rows.v[k];
            size_t level = r->total ? 0 : (size_t)r->level;
            if (level < COUNT(levels)) fact_set(a, &r->head, F_tingkat, str_of(levels[level]));
            readable(a, r);
            if (!budget_bare(r)) budget_share(a, t, r), rest(a, t, r);
        }
        budget_sums(a, t);
        budget_efficiency(a, t);
    }
    lkjip_budget_across(a, l);
}
