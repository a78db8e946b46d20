/* token.h: the one place where text is cut into words, and the one table of what is a blank, a mark or a letter.
 *
 * Short texts that are parsed (dates, lengths of time, NIP, citations) are cut token by token: numbers, words and marks, letters and digits
 * apart ("53Tahun2014" is three). Running text that is looked up is cut into lexemes: runs of letters and digits ("2a", "LKjIP2024"), each with
 * what the book of words knows of it (wordbook.h); of the marks only the strongest between two of them is kept.
 * Sets of words that either is looked up in: wordset.h. */
#ifndef PATUH_TOKEN_H
#define PATUH_TOKEN_H

#include "base/base.h"

/* ---- tokens ------------------------------------------------------------------------------------------------- */

enum token_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_MARK };

struct token {
    enum token_kind kind;
    bool glued;         /* no white space before it */
    bool line;          /* a line break before it */
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

/* ---- lexemes ------------------------------------------------------------------------------------------------ */

struct entry;
struct wordbook;

/* A run of letters and digits. `low` is the word with its ASCII letters in lower case. */
struct lexeme {
    struct str text, low;
    struct entry *w;       /* what is known of it; NULL where the words are split without a book */
    uint32_t begin, end;  /* bytes of the text that was split */
    char before;          /* the strongest mark between the previous word and this one: \n ; : ( ) , > . > / & - > 0 (blanks only) */
};

/* The words of one text. Reused from text to text; start with {0}, or with a book. */
struct lexemes {
    struct wordbook *book;
    struct lexeme *v;
    size_t n, cap;
    char *low;
    size_t low_cap;
    char after;           /* the strongest mark behind the last word */
};

/* Longest text that is split; what lies behind it is left alone (no step of a procedure is near it). */
enum { LEXEMES_MAX = 4096 };
void lexemes_split(struct arena *a, struct lexemes *t, struct str text);
/* The words of a text to be kept: no more room than they need, and none of `scratch`'s, which has the book. */
struct lexemes lexemes_keep(struct arena *a, struct lexemes *scratch, struct str text);

/* The first letter is an ASCII capital. */
bool lexeme_capital(const struct lexeme *t);
/* No ASCII lower case letter in it, and two capitals at least. */
bool lexeme_upper(const struct lexeme *t);
bool lexeme_number(const struct lexeme *t); /* digits only */

#endif
