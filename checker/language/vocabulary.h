/* vocabulary.h: lists of words out of rules/vocabulary/. */
#ifndef PATUH_VOCABULARY_H
#define PATUH_VOCABULARY_H

#include "base/bundle.h"
#include "language/wordmap.h"

enum { WORDLIST_BITS = 4096 };
struct wordlist {
    struct str *v;
    size_t n, cap;
    uint64_t begins[WORDLIST_BITS / 64]; /* a bit for what the first three bytes of an entry come to */
    bool has_short;       /* an entry is shorter */
    bool open;            /* an entry is shorter, or has a blank among them: a text may begin with it that begins otherwise */
};

/* The scalars of a YAML list (or of a list of lists, one after the other) as they are written. */
struct wordlist wordlist_of(struct arena *a, const struct yaml_node *list);
/* The list behind a key of `root`; one fault when there is none. */
struct wordlist wordlist_load(struct arena *a, const struct yaml_node *root, const char *file, const char *key, struct pack_faults *faults);
/* Whether the list has the word, ASCII letters without case. */
bool wordlist_has(const struct wordlist *w, struct str word);
/* The longest entry that the text begins with (no letter or digit right behind it); absent when there is none. */
struct str wordlist_prefix(const struct wordlist *w, struct str text);
/* One of the entries stands somewhere in the text, letters without case. */
bool wordlist_inside(const struct wordlist *w, struct str text);
/* The first entry of the list that a word of the text begins with, letters without case; absent when none does. */
struct str wordlist_begins(const struct wordlist *w, struct str text);
/* The first entry that stands in the text as whole words, blanks alike; absent when there is none. *at gets its offset (may be NULL). */
struct str wordlist_find(const struct wordlist *w, struct str text, size_t *at);

/* ---- data files ---- */

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
