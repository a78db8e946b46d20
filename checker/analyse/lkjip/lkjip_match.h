/* lkjip_match.h: one indicator, sasaran or program named in two places. */
#ifndef PATUH_LKJIP_MATCH_H
#define PATUH_LKJIP_MATCH_H

#include "language/token.h"
#include "language/wordmap.h"

/* A name as its content words in order, joined by blanks: lower case, brackets with abbreviations and little words left out. */
struct str match_key(struct arena *a, struct lexemes *t, struct str name);
/* The abbreviation that a name has in brackets, in lower case; absent when it has none. *t: its words. */
struct str match_abbreviation(const struct lexemes *t);
/* How alike two keys are: shared words in thousandths of all words. 1000: the same words. */
unsigned match_likeness(struct str key_a, struct str key_b);

/* Whether all words of one stand in the other: a part of it, maybe what a reader made out of it. */
bool match_part(struct str key_a, struct str key_b);

enum { MATCH_SAME = 1000, MATCH_LIKE = 700, MATCH_UNCERTAIN = 500 };

/* Names to be found again by their words: the same words at once, else the most alike of those that share a word that few have. */
struct match_word {
    uint32_t *v;              /* names that hold the word */
    size_t n, cap;
};
#define MATCH_TWO UINT32_MAX
enum { MATCH_NAMES = 64 };    /* a word of more names tells nothing */
struct matcher {
    struct arena *a;
    struct lexemes words;
    struct { struct str *v; size_t n, cap; } keys;
    struct wordmap exact, by_word; /* index + 1 */
    struct wordmap abbreviations;  /* "IKLH" of "Indeks … (IKLH)": index + 1; of two names: MATCH_TWO */
    struct { struct match_word *v; size_t n, cap; } lists;
};
void matcher_add(struct matcher *m, struct str name); /* indices count up from 0; the first of two same names is found */
/* Index of the name most like this one, NO_INDEX when nothing is alike at all. */
size_t matcher_find(struct matcher *m, struct str name, unsigned *likeness);

/* Names as they stand in running text, word by word; longer ones than this are not looked for. */
enum { MENTION_MAX = 512 };
struct mention {
    size_t name;              /* index, as added */
    size_t begin, end;        /* words of the text */
};
struct mentions {
    struct arena *a;
    struct lexemes words;
    struct { struct str *v; size_t n, cap; } keys; /* all words in lower case, joined by blanks */
    struct wordmap begun;     /* the first word, the first two …: 0; all of them: index + 1, of the last of equal names */
};
void mentions_add(struct mentions *m, struct str name);
/* The longest name that begins at this word of `text`, split before; false: none. */
bool mentions_at(struct mentions *m, const struct lexemes *text, size_t word, struct mention *out);

#endif
