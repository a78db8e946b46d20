/* duration_number.h: a cell of the column Waktu as tokens, and the numbers in it; between duration_parse.c and duration_number.c. Each
 * function that takes *i reads from token *i on, and moves it behind what it read when it gives true. */
#ifndef PATUH_DURATION_NUMBER_H
#define PATUH_DURATION_NUMBER_H

#include "domain/units.h"
#include "language/token.h"

enum { TIME_TOKENS = 64 };

struct time_text {
    const struct time_units *u;
    struct str text;
    struct token t[TIME_TOKENS + 4]; /* the last ones are always TOKEN_END */
    size_t n;
    bool cut;                   /* there are more than TIME_TOKENS */
};

static inline bool time_in(const struct wordset *list, struct token t) { return t.kind == TOKEN_WORD && wordset_has(list, t.text); }

/* A number, the same again in brackets if it is there, and factors: 1 (satu), 3 x 24, setengah. */
bool time_number(const struct time_text *p, size_t *i, struct ratio *out);
/* Whole numbers with full stops between thousands, and decimals: 1.500, 1,5, 1.5, 0.125. */
bool time_decimal(const struct time_text *p, size_t *i, struct ratio *out);
/* ½ and its like. */
bool time_fraction(struct token t, struct ratio *out);
/* 1 to 9 for their words; 0: none of them. */
int time_ones(const struct time_text *p, struct token t);

#endif
