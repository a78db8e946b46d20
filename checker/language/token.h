/* token.h: a short text as numbers, words and marks, each with its place in it. No vocabulary, no state. */
#ifndef PATUH_TOKEN_H
#define PATUH_TOKEN_H

#include "base/base.h"

enum token_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_MARK };

struct token {
    enum token_kind kind;
    bool glued;         /* no white space before it */
    uint32_t mark;      /* TOKEN_MARK: the character; dashes as '-', primes and quotes as ' and ", the sign of times as '*' */
    size_t begin, end;  /* bytes of the text */
    struct str text;
};

/* The first token at or after `from`. Digits among which OCR put the letters O, l, I are one number (2O24, l2). */
struct token token_next(struct str text, size_t from);
/* The value of a number token, its OCR letters read as digits; false when it has more than 18 digits. */
bool token_value(struct token t, uint64_t *out);
/* How many digits a number token has. */
size_t token_digits(struct token t);
/* true for a mark that is this character. */
bool token_is(struct token t, uint32_t mark);
/* true for a word equal to `lower` without regard to case (ASCII). */
bool token_word(struct token t, const char *lower);
/* The value of a Roman number of I to XXXIX, 0 when the text is none. Capitals only. */
unsigned roman_value(struct str text);

#endif
