/* vocabulary.h: lists of words out of rules/vocabulary/. */
#ifndef ANALYSE_VOCABULARY_H
#define ANALYSE_VOCABULARY_H

#include "bundle.h"

struct wordlist {
    struct str *v;
    size_t n, cap;
};

/* The scalars of a YAML list (or of a list of lists, one after the other) as they are written. */
struct wordlist wordlist_of(struct arena *a, const struct yaml_node *list);
/* The list behind a key of `root`; one fault when there is none. */
struct wordlist wordlist_load(struct arena *a, const struct yaml_node *root, const char *file, const char *key, struct pack_faults *faults);
/* Whether the list has the word, ASCII letters without case. */
bool wordlist_has(const struct wordlist *w, struct str word);
/* The longest entry that the text begins with (no letter or digit right behind it); absent when there is none. */
struct str wordlist_prefix(const struct wordlist *w, struct str text);
/* The first entry that stands in the text as whole words, blanks alike; absent when there is none. *at gets its offset (may be NULL). */
struct str wordlist_find(const struct wordlist *w, struct str text, size_t *at);

#endif
