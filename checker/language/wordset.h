/* wordset.h: lists of the vocabulary as sets that texts are looked up in. Each list of rules/vocabulary/ is one set, loaded once
 * (vocabulary.h), read-only from then on; recogniser and analyses ask the same questions of it:
 *   has, find   the text is one of the words
 *   prefix      the text begins with one, as whole words
 *   begins      a word of the text begins with one
 *   inside      one stands anywhere in the text, letter by letter
 *   search      one stands in the text as whole words
 * How words are compared belongs to the set. */
#ifndef PATUH_WORDSET_H
#define PATUH_WORDSET_H

#include "language/wordmap.h"

enum wordset_how {
    WORDS_FOLDED,   /* as they are written, ASCII letters without case; in prefix and search white space alike */
    WORDS_KEYED,    /* by key_of (a word without letters or digits: as it is written): has, find and prefix only */
    WORDS_TIGHT,    /* by key_tight: has and find only */
    WORDS_PRINTED   /* byte for byte: has and find only */
};

struct listed {
    struct str text;    /* as written in the list */
    struct str key;     /* as it is compared */
    uint32_t use;       /* what it stands for; the file that loads it says */
};

enum { WORDSET_BITS = 4096 };
/* Start with {.how = …}. */
struct wordset {
    enum wordset_how how;
    struct listed *v;     /* in the order of the list */
    size_t n, cap;
    struct wordmap index; /* a key, to its index + 1; 0: only a beginning of keys. Folded sets have the bits below instead */
    uint64_t begins[WORDSET_BITS / 64]; /* a bit for what the first three bytes of a word come to; WORDS_KEYED: the first */
    bool has_short;       /* a word is shorter */
    bool open;            /* a word is shorter, or has a blank among them: a text may begin with it that begins otherwise */
};

/* Room for so many more words; only makes adding them cheaper. */
void wordset_room(struct arena *a, struct wordset *w, size_t more);
/* Adds a word that lives as long as the set. false: it is blank, or stands there already for something else. */
bool wordset_add(struct arena *a, struct wordset *w, struct str text, uint32_t use);

const struct listed *wordset_find(const struct wordset *w, struct str text); /* NULL: not one of them */
const struct listed *wordset_find_key(const struct wordset *w, struct str key); /* by a key made before */
static inline bool wordset_has(const struct wordset *w, struct str text) { return wordset_find(w, text) != NULL; }

/* The longest word that the text begins with; NULL when there is none. *end is the offset behind it (may be NULL); of a keyed set blanks and
 * full stops that follow are included. */
const struct listed *wordset_prefix(const struct wordset *w, struct str text, size_t *end);

/* One of the words stands somewhere in the text, letters without case. */
bool wordset_inside(const struct wordset *w, struct str text);
/* The first of the list that a word of the text begins with, as the list has it; absent when none does. */
struct str wordset_begins(const struct wordset *w, struct str text);
/* What of the text is a word of the set, the first such place; absent when there is none. *at gets its offset (may be NULL). */
struct str wordset_search(const struct wordset *w, struct str text, size_t *at);

#endif
