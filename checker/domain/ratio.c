/* Exact fractions. INT64_MIN never occurs: multiplication refuses it, and so every value can be negated. */
#include "domain/ratio.h"

static bool multiply(int64_t a, int64_t b, int64_t *out)
{
    int64_t x = a < 0 ? -a : a, y = b < 0 ? -b : b;
    if (x && y > INT64_MAX / x) return false;
    *out = a * b;
    return true;
}

static bool add(int64_t a, int64_t b, int64_t *out)
{
    if (b > 0 ? a > INT64_MAX - b : a < -INT64_MAX - b) return false;
    *out = a + b;
    return true;
}

static int64_t common(int64_t a, int64_t b)
{
    while (b) {
        int64_t r = a % b;
        a = b;
        b = r;
    }
    return a < 0 ? -a : a;
}

bool ratio_make(int64_t num, int64_t den, struct ratio *out)
{
    if (den == 0 || num == INT64_MIN || den == INT64_MIN) return false;
    int64_t g = common(num, den);
    if (den < 0) g = -g;
    *out = (struct ratio){num / g, den / g};
    return true;
}

bool ratio_add(struct ratio a, struct ratio b, struct ratio *out)
{
    int64_t x, y, num, den;
    if (a.den == 1 && b.den == 1) return add(a.num, b.num, &num) && (*out = RATIO(num), true);
    int64_t g = common(a.den, b.den);
    return multiply(a.num, b.den / g, &x) && multiply(b.num, a.den / g, &y) && add(x, y, &num) && multiply(a.den, b.den / g, &den) &&
           ratio_make(num, den, out);
}

bool ratio_sub(struct ratio a, struct ratio b, struct ratio *out) { return ratio_add(a, (struct ratio){-b.num, b.den}, out); }

bool ratio_mul(struct ratio a, struct ratio b, struct ratio *out)
{
    int64_t num, den;
    if (a.den == 1 && b.den == 1) return multiply(a.num, b.num, &num) && (*out = RATIO(num), true);
    int64_t g = common(a.num, b.den), h = common(b.num, a.den);
    return multiply(a.num / g, b.num / h, &num) && multiply(a.den / h, b.den / g, &den) && ratio_make(num, den, out);
}

bool ratio_div(struct ratio a, struct ratio b, struct ratio *out)
{
    struct ratio inverse;
    return ratio_make(b.den, b.num, &inverse) && ratio_mul(a, inverse, out);
}

bool ratio_compare(struct ratio a, struct ratio b, int *sign)
{
    if (a.den == b.den) return *sign = (a.num > b.num) - (a.num < b.num), true;
    int64_t g = common(a.den, b.den), x, y;
    if (!multiply(a.num, b.den / g, &x) || !multiply(b.num, a.den / g, &y)) return false;
    *sign = (x > y) - (x < y);
    return true;
}

int64_t ratio_floor(struct ratio r) { return r.num >= 0 ? r.num / r.den : -((-r.num + r.den - 1) / r.den); }

struct str ratio_print(struct arena *a, struct ratio r)
{
    long long whole = r.num / r.den, num = r.num < 0 ? -(r.num % r.den) : r.num % r.den, den = r.den;
    const char *minus = r.num < 0 && !whole ? "-" : "";
    if (!num) return arena_int(a, whole);
    for (long long power = 10, places = 1; places <= 6; power *= 10, places++)
        if (power % den == 0) return arena_printf(a, "%s%lld,%0*lld", minus, whole, (int)places, num * (power / den));
    return whole ? arena_printf(a, "%lld %lld/%lld", whole, num, den) : arena_printf(a, "%s%lld/%lld", minus, num, den);
}

bool ratio_same(struct ratio a, struct ratio b)
{
    int sign = 1;
    return ratio_compare(a, b, &sign) && sign == 0;
}

bool ratio_near(struct ratio a, struct ratio b, struct ratio most)
{
    struct ratio d;
    int sign = 1;
    if (!ratio_sub(a, b, &d)) return false;
    if (d.num < 0) d.num = -d.num;
    return ratio_compare(d, most, &sign) && sign <= 0;
}
