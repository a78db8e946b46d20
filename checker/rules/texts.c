/* A table of distinct texts, numbered from 0 in the order they came. */
#include "rules/engine.h"

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

/* The slot of a text, or the empty one where it would stand. */
static size_t *slot_of(const struct texts *t, struct str s)
{
    size_t at = str_hash(s) & (t->slot_count - 1);
    while (t->slots[at] && !str_eq(t->v[t->slots[at] - 1], s)) at = (at + 1) & (t->slot_count - 1);
    return &t->slots[at];
}

bool texts_has(const struct texts *t, struct str s) { return t->n && *slot_of(t, s); }

size_t texts_index(struct arena *a, struct texts *t, struct str s)
{
    if (2 * (t->n + 1) > t->slot_count) grow(a, t);
    size_t *slot = slot_of(t, s);
    if (!*slot) {
        *ARENA_PUSH(a, t) = arena_str(a, s);
        *slot = t->n;
    }
    return *slot - 1;
}
