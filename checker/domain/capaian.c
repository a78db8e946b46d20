/* Formulas of capaian on intervals of exact fractions. */
#include "domain/capaian.h"

struct caps caps_of(struct str usual)
{
    struct caps c = {0};
    if (!usual.p) usual = STR("100,110,120,150");
    for (size_t at = 0; at < usual.n && c.n < COUNT(c.usual);) {
        size_t end = str_find(usual, STR(","), at);
        uint64_t v;
        if (end == SIZE_MAX) end = usual.n;
        if (str_u64(str_trim(str_slice(usual, at, end)), &v) && v >= 1 && v <= 1000) c.usual[c.n++] = (int)v;
        at = end + 1;
    }
    return c;
}

static bool is_usual(const struct caps *c, int cap)
{
    for (size_t i = 0; i < c->n; i++)
        if (c->usual[i] == cap) return true;
    return false;
}

static bool less(struct ratio a, struct ratio b)
{
    int sign = 0;
    return ratio_compare(a, b, &sign) && sign < 0;
}

bool interval_of(const struct number *n, bool exact, struct interval *out)
{
    *out = (struct interval){n->low, n->high};
    if (exact || !n->decimals) return true;
    struct ratio half = number_half_unit(n);
    return ratio_sub(n->low, half, &out->low) && ratio_add(n->high, half, &out->high);
}

static void sort(struct interval *i)
{
    if (less(i->high, i->low)) *i = (struct interval){i->high, i->low};
}

/* 100 * R/T, 100 * (2T-R)/T or 100 * T/R for one value of R. */
static bool value(enum formula f, struct ratio t, struct ratio r, struct ratio *out)
{
    struct ratio x;
    switch (f) {
    case FORMULA_UP:
        if (!ratio_div(r, t, &x)) return false;
        break;
    case FORMULA_2TR:
        if (!ratio_add(t, t, &x) || !ratio_sub(x, r, &x) || !ratio_div(x, t, &x)) return false;
        break;
    case FORMULA_TR:
        if (!ratio_div(t, r, &x)) return false;
        break;
    default: return false;
    }
    return ratio_mul(x, RATIO(100), out);
}

bool capaian_of(enum formula f, const struct number *target, struct interval r, struct interval *out)
{
    struct interval low, high;
    if (target->form == NUMBER_RANGE) { /* inside: 100; above: by the upper end; below: by the lower */
        if (!less(r.low, target->low) && !less(target->high, r.high)) return *out = (struct interval){RATIO(100), RATIO(100)}, true;
        struct ratio t = less(r.low, target->low) ? target->low : target->high;
        if (!value(f, t, r.low, &out->low) || !value(f, t, r.high, &out->high)) return false;
        return sort(out), true;
    }
    if (target->form != NUMBER_VALUE) return false;
    if (!value(f, target->low, r.low, &low.low) || !value(f, target->low, r.high, &high.low)) return false;
    *out = (struct interval){low.low, high.low}; /* each formula is monotonous in R on either side of 0 */
    if (f == FORMULA_TR && (r.low.num < 0) != (r.high.num < 0)) return false;
    return sort(out), true;
}

bool interval_meets(struct interval i, const struct number *printed)
{
    struct ratio half = number_half_unit(printed), low, high;
    if (!ratio_sub(printed->low, half, &low) || !ratio_add(printed->high, half, &high)) return false;
    return !less(high, i.low) && !less(i.high, low);
}

static bool equals(const struct number *n, int value_)
{
    return n->low.den == 1 && n->low.num == value_;
}

enum fit capaian_fit(enum formula f, const struct number *target, const struct number *realisasi, const struct number *printed, const struct caps *caps,
                     int *cap_used)
{
    struct interval r, c;
    if (!interval_of(realisasi, true, &r) || !capaian_of(f, target, r, &c)) return FIT_UNKNOWN;
    if (interval_meets(c, printed)) return FIT_EXACT;
    int cap = caps->declared;
    for (size_t i = 0; i < caps->n; i++) {
        int top = caps->usual[i];
        if ((cap && cap != top) || !equals(printed, top) || less(c.low, RATIO(top))) continue;
        *cap_used = top;
        return FIT_CAPPED;
    }
    if (!cap && is_usual(caps, 110) && is_usual(caps, 120) && equals(printed, 120) && less(RATIO(110), c.low)) return *cap_used = 120, FIT_CAPPED; /* "above 110 counts as 120" */
    if (cap && equals(printed, cap) && !less(c.low, RATIO(cap))) return *cap_used = cap, FIT_CAPPED;
    if (equals(printed, 0) && c.high.num < 0) return *cap_used = 0, FIT_CAPPED;
    if (interval_of(realisasi, false, &r) && capaian_of(f, target, r, &c) && interval_meets(c, printed)) return FIT_ROUNDED;
    return FIT_NONE;
}

enum fit percentage_fit(const struct number *part, const struct number *whole, const struct number *printed)
{
    struct interval p, c;
    if (!interval_of(part, true, &p) || !capaian_of(FORMULA_UP, whole, p, &c)) return FIT_UNKNOWN;
    if (interval_meets(c, printed)) return FIT_EXACT;
    if (interval_of(part, false, &p) && capaian_of(FORMULA_UP, whole, p, &c) && interval_meets(c, printed)) return FIT_ROUNDED;
    return FIT_NONE;
}
