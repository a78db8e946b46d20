/* vocabulary.h: the data files of rules/, read into sets (wordset.h), maps (wordmap.h) and lists. A list that is missing or of another kind,
 * and a word in it that is none, is a fault with file, line and key. */
#ifndef PATUH_VOCABULARY_H
#define PATUH_VOCABULARY_H

#include "base/bundle.h"
#include "language/wordset.h"

struct word_file {
    struct arena *a;
    struct pack_faults *faults;
    const char *name;              /* "vocabulary/words.yaml" */
    const struct yaml_node *root;  /* a map; NULL when there is no such file (a fault already) */
};
/* Keys of the root that are not among `known` (NULL at its end) are faults; known may be NULL. */
struct word_file word_file_open(struct arena *a, const struct bundle *b, const char *name, const char *const *known, struct pack_faults *faults);
void word_file_fault(struct word_file *f, const struct yaml_node *at, const char *key);

/* Adds the list (or list of lists, one after the other) behind a key of `map` to a set. */
void word_file_add(struct word_file *f, const struct yaml_node *map, const char *key, uint32_t use, struct wordset *out);
void word_file_more(struct word_file *f, const struct yaml_node *list, uint32_t use, struct wordset *out); /* the same for a list itself */
/* The scalars of such a list; no fault when there is none. */
struct wordset word_file_words(struct word_file *f, const struct yaml_node *list);
/* The list behind a key as a folded set. */
struct wordset word_file_set(struct word_file *f, const struct yaml_node *map, const char *key);
/* Many of them: the members of a struct, each with its key. */
struct wordset_member {
    const char *key;
    size_t at;                     /* offsetof */
};
void word_file_sets(struct word_file *f, const struct yaml_node *map, const struct wordset_member *members, size_t n, void *into);

/* A list as it is written, and the pairs of a map of texts: key, value, key, value … */
struct words {
    const struct str *v;
    size_t n;
};
struct words word_file_list(struct word_file *f, const char *key);
struct words word_file_pairs(struct word_file *f, const char *key);
/* Adds `bits` to the value of each word of such a list. */
void word_file_flag(struct word_file *f, const char *key, struct wordmap *m, uint32_t bits);

#endif
