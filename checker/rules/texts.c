/* A table of distinct texts, numbered from 0 in the order they came. */
#include "stage.h"

static void grow(struct arena *a, struct texts *t)
{
    t->slot_count = t->slot_count ? 2 * t->slot_count : 256;
    t->slots = arena_alloc(a, t->slot_count * sizeof *t->slots);
    for (size_t i = 0; i < t->n; i++) {
        size_t at = str_hash(t->v[i]) & (t->slot_count - 1);
        while (t->slots[at]) at = (at + 1) & (t->slot_count - 1);
        t->slots[at] = i + 1;
    }
}

size_t texts_index(struct arena *a, struct texts *t, struct str s)
{
    if (2 * (t->n + 1) > t->slot_count) grow(a, t);
    size_t at = str_hash(s) & (t->slot_count - 1);
    for (; t->slots[at]; at = (at + 1) & (t->slot_count - 1))
        if (str_eq(t->v[t->slots[at] - 1], s)) return t->slots[at] - 1;
    *ARENA_PUSH(a, t) = arena_str(a, s);
    t->slots[at] = t->n;
    return t->n - 1;
}
