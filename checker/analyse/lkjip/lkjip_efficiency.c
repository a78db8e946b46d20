/* The efficiency that a budget prints, judged by the formula that gives it. */
#include "analyse/lkjip/lkjip_budget.h"

/* An efficiency is judged by the formula that gives it: capaian - serapan, 100 - serapan, capaian / serapan. */
static void efficiency_row(struct arena *a, struct budget_row *r)
{
    const struct number *e = r->efficiency.number, *c = r->capaian.number, *p = r->pagu.number, *s = r->realisasi.number;
    struct interval used, serapan, capaian, difference = {RATIO(0), RATIO(0)}, left = difference, quotient = difference;
    bool known = number_is_value(p) && number_is_value(s) && capaian_of(FORMULA_UP, p, (struct interval){s->low, s->high}, &serapan);
    if (!known) known = number_is_value(r->percent.number) && interval_of(r->percent.number, false, &serapan);
    bool beyond = budget_more(e->low, RATIO(100)) || budget_more(RATIO(-100), e->low), below = number_is_value(c) && budget_more(RATIO(100), c->low);
    bool has_capaian = number_is_value(c) && interval_of(c, false, &capaian);
    bool by_left = known && ratio_sub(RATIO(100), serapan.high, &left.low) && ratio_sub(RATIO(100), serapan.low, &left.high) && interval_meets(left, e);
    bool by_difference = known && has_capaian && ratio_sub(capaian.low, serapan.high, &difference.low) &&
                         ratio_sub(capaian.high, serapan.low, &difference.high) && interval_meets(difference, e);
    bool by_quotient = known && has_capaian && serapan.low.num > 0 && ratio_div(capaian.low, serapan.high, &quotient.low) &&
                       ratio_div(capaian.high, serapan.low, &quotient.high) && ratio_mul(quotient.low, RATIO(100), &quotient.low) &&
                       ratio_mul(quotient.high, RATIO(100), &quotient.high) && interval_meets(quotient, e);
    bool by_ratio = known && has_capaian && capaian.low.num > 0 && ratio_div(serapan.low, capaian.high, &used.low) && ratio_div(serapan.high, capaian.low, &used.high) &&
                    ratio_mul(used.high, RATIO(-100), &left.low) && ratio_mul(used.low, RATIO(-100), &left.high) && ratio_add(left.low, RATIO(100), &left.low) &&
                    ratio_add(left.high, RATIO(100), &left.high) && interval_meets(left, e);
    struct ratio should;
    if (known && has_capaian && budget_bare(r) && ratio_sub(c->low, r->percent.number->low, &should)) {
        fact_bool(a, &r->head, F_efisiensi_cocok, by_left || by_difference || by_quotient || by_ratio);
        fact_set(a, &r->head, F_efisiensi_hitung, number_format(a, should, e->decimals));
    }
    fact_bool(a, &r->head, F_efisiensi_di_luar_batas, beyond && !by_left && !by_difference && !by_quotient);
    if (!number_is_value(c)) return;
    if (!below) fact_bool(a, &r->head, F_efisien_tanpa_capaian, false);
    else if (by_left || by_difference) fact_bool(a, &r->head, F_efisien_tanpa_capaian, e->low.num > 0);
    else if (by_quotient) fact_bool(a, &r->head, F_efisien_tanpa_capaian, budget_more(e->low, RATIO(100)));
    else fact_unknown(a, &r->head, F_efisien_tanpa_capaian, W_reason_efficiency_formula);
}

void budget_efficiency(struct arena *a, struct budget_table *t)
{
    for (size_t i = 0; i < t->rows.n; i++)
        if (number_is_value(t->rows.v[i].efficiency.number)) efficiency_row(a, &t->rows.v[i]);
}
