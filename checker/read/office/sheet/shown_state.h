/* shown_state.h: the inside of number formats, for shown.c and shown_date.c only. */
#ifndef PATUH_SHOWN_STATE_H
#define PATUH_SHOWN_STATE_H

#include "read/office/sheet/shown.h"

struct decimal {
    char digit[16];             /* 0 to 9 each; the number is 0.d1d2d3… times 10 to the power of `point` */
    int n, point;
    bool negative;
    double value;
};
bool decimal_parse(struct str text, struct decimal *d);
/* Half goes away from zero. */
void decimal_round(struct decimal *d, int decimals);

/* The length of the token of a code at i: a quoted text, a bracket, an escaped character, or one byte. */
size_t code_token(struct str code, size_t i);
/* What a token of n bytes that stands for itself shows. */
void code_literal(struct buf *out, struct str code, size_t i, size_t n);

bool shown_is_date(struct str section);
/* false: no such date. */
bool shown_date(struct buf *out, const struct read_words *words, struct str section, double value, bool since_1904);

#endif
