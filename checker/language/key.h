/* key.h: texts as they are compared where only their words count. */
#ifndef PATUH_KEY_H
#define PATUH_KEY_H

#include "base/base.h"

enum { KEY_MAX = 96 };
/* Lower case, words of letters and digits joined by single blanks, "&" as "dan". */
struct key {
    char text[KEY_MAX];
    size_t n;           /* 0 when the text holds no word or is too long */
};
struct key key_of(struct str s);
/* The same with full stops and apostrophes dropped instead of parting words: "S.E." is "se", "M.Si" is "msi". */
struct key key_tight(struct str s);
static inline struct str key_text(const struct key *k) { return (struct str){k->text, k->n}; }

/* Adds the words of s to a key; false when they are too many. *gap: a word has ended. Start with k->n = 0 and *gap = false. */
bool key_go_on(struct key *k, bool *gap, struct str s, bool tight);

#endif
