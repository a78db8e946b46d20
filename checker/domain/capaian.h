/* capaian.h: the arithmetic of performance: formulas, caps, rounding. Pure: takes figures, knows no documents.
 * Formulas: positive R/T, negative (2T-R)/T and T/R, as agencies print them (fact sheet of Permenpan-RB 53/2014, section 4.1);
 * caps of 100, 110, 120 and 150 are usual, and 120 for all above 110 (4.2). The target is exact; a realisasi printed with decimals stands for all that round to it
 * (4.6); one printed whole is exact. */
#ifndef PATUH_CAPAIAN_H
#define PATUH_CAPAIAN_H

#include "domain/number.h"

enum formula { FORMULA_UP, FORMULA_2TR, FORMULA_TR, FORMULA_COUNT }; /* R/T, (2T-R)/T, T/R */

struct interval {
    struct ratio low, high;
};

/* All that would be printed like n; with `exact` only n itself. */
bool interval_of(const struct number *n, bool exact, struct interval *out) MUST_USE;

/* 100 times the formula's value. A target that is a range: within it the value is 100, outside the nearer end counts (4.1, RANGE).
 * false: undefined (target 0, realisasi 0 for T/R) or out of 64 bits. */
bool capaian_of(enum formula f, const struct number *target, struct interval realisasi, struct interval *out) MUST_USE;

/* How a printed capaian comes about. */
enum fit {
    FIT_NONE,      /* not by this formula */
    FIT_UNKNOWN,   /* the formula gives nothing here (target 0), or numbers that do not fit into 64 bits */
    FIT_EXACT,     /* by the figures as printed */
    FIT_ROUNDED,   /* only if the realisasi was rounded for printing */
    FIT_CAPPED     /* the formula gives more, the printed value is a cap (or 0 where it gives less) */
};
/* Highest values, in percent, that a capaian may be cut off at. */
struct caps {
    int declared;             /* by the document; 0: none, and then every usual one may explain a value */
    int usual[8];
    size_t n;
};
/* The usual ones of a list ("100,110,120,150"); of an absent list those four. What is no whole number is left out. */
struct caps caps_of(struct str usual);

/* *cap_used gets the cap of a FIT_CAPPED (0 when floored at 0). */
enum fit capaian_fit(enum formula f, const struct number *target, const struct number *realisasi, const struct number *printed, const struct caps *caps,
                     int *cap_used);

/* a/b*100 against a printed percentage, both figures exact up to their printed digits: shares of budgets, ratios. */
enum fit percentage_fit(const struct number *part, const struct number *whole, const struct number *printed);

/* Does a printed value stand for one within [low, high]? */
bool interval_meets(struct interval i, const struct number *printed);

#endif
