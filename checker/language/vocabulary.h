/* vocabulary.h: lists of words out of rules/vocabulary/. */
#ifndef PATUH_VOCABULARY_H
#define PATUH_VOCABULARY_H

#include "base/bundle.h"

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

#endif
