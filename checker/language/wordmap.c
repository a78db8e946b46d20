/* Maps from words to numbers. */
#include "language/wordmap.h"

static struct wordmap_slot *slot_of(struct wordmap_slot *v, size_t cap, struct str key, uint64_t hash)
{
    size_t i = (size_t)hash & (cap - 1);
    while (v[i].key.p && !str_eq(v[i].key, key)) i = (i + 1) & (cap - 1);
    return &v[i];
}

static struct wordmap_slot *slot(struct wordmap_slot *v, size_t cap, struct str key) { return slot_of(v, cap, key, str_hash(key)); }

static void resize(struct arena *a, struct wordmap *m, size_t cap)
{
    struct wordmap_slot *v = arena_alloc(a, cap * sizeof *v);
    for (size_t i = 0; i < m->cap; i++)
        if (m->v[i].key.p) *slot(v, cap, m->v[i].key) = m->v[i];
    m->v = v;
    m->cap = cap;
}

void wordmap_room(struct arena *a, struct wordmap *m, size_t more)
{
    size_t cap = m->cap ? m->cap : 8;
    while (cap < 2 * (m->n + more)) cap *= 2;
    if (cap > m->cap) resize(a, m, cap);
}

uint32_t *wordmap_put(struct arena *a, struct wordmap *m, struct str key)
{
    if (2 * (m->n + 1) > m->cap) resize(a, m, m->cap ? 2 * m->cap : 32);
    struct wordmap_slot *s = slot(m->v, m->cap, key);
    if (!s->key.p) {
        s->key = key;
        m->n++;
    }
    return &s->value;
}

const struct wordmap_slot *wordmap_find(const struct wordmap *m, struct str key)
{
    if (!m->cap || !key.p) return NULL;
    const struct wordmap_slot *s = slot(m->v, m->cap, key);
    return s->key.p ? s : NULL;
}

const uint32_t *wordmap_get(const struct wordmap *m, struct str key)
{
    const struct wordmap_slot *s = wordmap_find(m, key);
    return s ? &s->value : NULL;
}

const uint32_t *wordmap_get_hashed(const struct wordmap *m, struct str key, uint64_t hash)
{
    const struct wordmap_slot *s = m->cap ? slot_of(m->v, m->cap, key, hash) : NULL;
    return s && s->key.p ? &s->value : NULL;
}
