/* Growth recomputed: the difference of two years in points, or in per cent of the first, whichever the heading says. */
#include "analyse/analyst.h"
#include "analyse/lkjip/lkjip_facts.h"

static void negate(struct interval *i)
{
    *i = (struct interval){{-i->high.num, i->high.den}, {-i->low.num, i->low.den}};
}

/* Does the printed figure stand for a value of the interval, or, printed without a sign, for its size? */
bool lkjip_stands_for(struct interval i, const struct number *printed)
{
    struct interval other = i;
    negate(&other);
    return interval_meets(i, printed) || (printed->low.num >= 0 && interval_meets(other, printed));
}

/* R2 - R1, and (R2 - R1) / R1 * 100, within the rounding of both. */
bool lkjip_differences(const struct number *r1, const struct number *r2, struct interval *points, struct interval *percent)
{
    struct interval a, b;
    struct ratio q;
    if (!interval_of(r1, false, &a) || !interval_of(r2, false, &b)) return false;
    if (!ratio_sub(b.low, a.high, &points->low) || !ratio_sub(b.high, a.low, &points->high)) return false;
    const struct ratio corners[4][2] = {{b.low, a.low}, {b.low, a.high}, {b.high, a.low}, {b.high, a.high}};
    if ((a.low.num <= 0) != (a.high.num <= 0) || a.low.num == 0) return false;
    for (int k = 0; k < 4; k++) {
        int sign = 0;
        if (!ratio_sub(corners[k][0], corners[k][1], &q) || !ratio_div(q, corners[k][1], &q) || !ratio_mul(q, RATIO(100), &q)) return false;
        if (!k) percent->low = percent->high = q;
        if (!ratio_compare(q, percent->low, &sign)) return false;
        if (sign < 0) percent->low = q;
        if (!ratio_compare(q, percent->high, &sign)) return false;
        if (sign > 0) percent->high = q;
    }
    return true;
}

/* The last two years of one kind of figure; false: there are not two. */
static bool last_two(const struct comparison *p, enum measured what, const struct figure *out[2], size_t *count)
{
    int years[2] = {0, 0};
    out[0] = out[1] = NULL;
    *count = 0;
    for (size_t i = 0; i < p->years.n; i++) {
        const struct year_figure *y = &p->years.v[i];
        if (y->what != what || !number_is_value(y->figure.number)) continue;
        ++*count;
        if (y->year > years[1]) years[0] = years[1], out[0] = out[1], years[1] = y->year, out[1] = &y->figure;
        else if (y->year > years[0] && y->year != years[1]) years[0] = y->year, out[0] = &y->figure;
    }
    return out[0] && years[1] == years[0] + 1;
}

void lkjip_growth(struct arena *a, struct comparison *p)
{
    struct item *at = &p->growth.item;
    const struct figure *r[2], *k[2];
    struct interval points, percent, of_capaian, unused;
    size_t years, of_years;
    if (!number_is_value(p->growth.number)) return;
    if (!last_two(p, MEASURED_REALISASI, r, &years) || !lkjip_differences(r[0]->number, r[1]->number, &points, &percent)) {
        fact_unknown(a, at, F_hitungan, W_reason_not_computable);
        return;
    }
    bool says_points = str_ifind(p->growth_unit.text, STR("poin"), 0) != SIZE_MAX;
    bool says_percent = !says_points && (p->growth.number->percent || str_find(p->growth_unit.text, STR("%"), 0) != SIZE_MAX ||
                                         str_ifind(p->growth_unit.text, STR("persen"), 0) != SIZE_MAX);
    bool is_points = lkjip_stands_for(points, p->growth.number), is_percent = lkjip_stands_for(percent, p->growth.number);
    bool is_capaian = last_two(p, MEASURED_CAPAIAN, k, &of_years) && lkjip_differences(k[0]->number, k[1]->number, &of_capaian, &unused) && lkjip_stands_for(of_capaian, p->growth.number);
    if (years > 2 && !is_points && !is_percent && !is_capaian) { /* perhaps the mean growth of all of them */
        fact_unknown(a, at, F_hitungan, W_reason_not_computable);
        return;
    }
    const char *verdict = "cocok";
    if (says_percent && !is_percent) verdict = is_points ? "poin" : is_capaian ? "cocok" : "salah";
    if (says_points && !is_points) verdict = is_percent ? "persen" : is_capaian ? "cocok" : "salah";
    if (!says_percent && !says_points && !is_points && !is_percent && !is_capaian) verdict = "salah";
    fact_set(a, at, F_hitungan, str_of(verdict));
    fact_setf(a, at, F_dari_ke, "%.*s menjadi %.*s", (int)r[0]->item.text.n, r[0]->item.text.p, (int)r[1]->item.text.n, r[1]->item.text.p);
    struct ratio d, q;
    int decimals = p->growth.number->decimals > 2 ? p->growth.number->decimals : 2;
    if (!ratio_sub(r[1]->number->low, r[0]->number->low, &d)) return;
    fact_set(a, at, F_selisih_poin, number_format(a, d, decimals));
    if (ratio_div(d, r[0]->number->low, &q) && ratio_mul(q, RATIO(100), &q)) fact_set(a, at, F_selisih_persen, number_format(a, q, decimals));
}
