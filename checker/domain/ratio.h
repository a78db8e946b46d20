/* ratio.h: exact fractions of 64-bit integers. Every sum tells whether it fits. */
#ifndef PATUH_RATIO_H
#define PATUH_RATIO_H

#include "base/base.h"

/* In lowest terms, den > 0. */
struct ratio {
    int64_t num, den;
};
#define RATIO(n) ((struct ratio){(n), 1})

/* false: the result does not fit, *out is untouched. */
bool ratio_make(int64_t num, int64_t den, struct ratio *out) MUST_USE;
bool ratio_add(struct ratio a, struct ratio b, struct ratio *out) MUST_USE;
bool ratio_sub(struct ratio a, struct ratio b, struct ratio *out) MUST_USE;
bool ratio_mul(struct ratio a, struct ratio b, struct ratio *out) MUST_USE;
/* Also false for b == 0. */
bool ratio_div(struct ratio a, struct ratio b, struct ratio *out) MUST_USE;
/* *sign gets -1, 0 or 1 as a is less than, equal to or more than b. */
bool ratio_compare(struct ratio a, struct ratio b, int *sign) MUST_USE;
/* The greatest whole number not above r. */
int64_t ratio_floor(struct ratio r);
/* "3", "1,5", "0,125" where the decimals end, else "1/3" or "2 1/3". */
struct str ratio_print(struct arena *a, struct ratio r);

/* Equal; no farther apart than `most`. false also where the numbers do not fit into 64 bits. */
bool ratio_same(struct ratio a, struct ratio b);
bool ratio_near(struct ratio a, struct ratio b, struct ratio most);

#endif
