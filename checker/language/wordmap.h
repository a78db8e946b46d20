/* wordmap.h: small maps from words to numbers. */
#ifndef PATUH_WORDMAP_H
#define PATUH_WORDMAP_H

#include "base/base.h"

struct wordmap_slot {
    struct str key;
    uint32_t value;
};
/* Start with {0}. Keys are not copied. */
struct wordmap {
    struct wordmap_slot *v;
    size_t n, cap;
};
/* Room for so many more keys; only makes putting them cheaper. */
void wordmap_room(struct arena *a, struct wordmap *m, size_t more);
/* The value of a key, made 0 when it was not there. */
uint32_t *wordmap_put(struct arena *a, struct wordmap *m, struct str key);
const struct wordmap_slot *wordmap_find(const struct wordmap *m, struct str key); /* NULL: not there */
const uint32_t *wordmap_get(const struct wordmap *m, struct str key);             /* the same, only the value */
const uint32_t *wordmap_get_hashed(const struct wordmap *m, struct str key, uint64_t hash); /* … where str_hash(key) is known; key.p is not NULL */

#endif
