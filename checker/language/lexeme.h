/* lexeme.h: running text as words, and small maps from words to numbers: what the analyses of wording share. */
#ifndef PATUH_LEXEME_H
#define PATUH_LEXEME_H

#include "base/base.h"
#include "base/bundle.h"

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

/* ---- maps --------------------------------------------------------------------------------------------------- */

struct wordmap_slot {
    struct str key;
    uint32_t value;
};
/* Start with {0}. Keys are not copied. */
struct wordmap {
    struct wordmap_slot *v;
    size_t n, cap;
};
/* The value of a key, made 0 when it was not there. */
uint32_t *wordmap_put(struct arena *a, struct wordmap *m, struct str key);
const struct wordmap_slot *wordmap_find(const struct wordmap *m, struct str key); /* NULL: not there */
const uint32_t *wordmap_get(const struct wordmap *m, struct str key);             /* the same, only the value */

/* ---- data files --------------------------------------------------------------------------------------------- */

/* The root of a data file, a map; NULL with a fault otherwise. Keys that are not among `known` (NULL at its end) are faults. */
const struct yaml_node *data_open(struct arena *a, const struct bundle *b, const char *file, const char *const *known,
                                  struct pack_faults *faults);
/* The list of words under a key; a missing key, or an entry that is no text, is a fault. */
struct words {
    const struct str *v;
    size_t n;
};
struct words data_words(struct arena *a, const char *file, const struct yaml_node *map, const char *key, struct pack_faults *faults);
/* Adds `bits` to the value of each word of such a list. */
void data_flag(struct arena *a, const char *file, const struct yaml_node *map, const char *key, struct wordmap *m, uint32_t bits,
               struct pack_faults *faults);
/* The pairs of a map of texts under a key; key, value, key, value … */
struct words data_pairs(struct arena *a, const char *file, const struct yaml_node *map, const char *key, struct pack_faults *faults);

#endif
