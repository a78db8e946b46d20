/* A hash table in an arena, half full at most. */
#include "base/chars.h"
#include "read/lookup.h"

struct lookup lookup_new(struct arena *a, size_t entries, bool fold)
{
    size_t size = 8;
    while (size < entries * 2) size *= 2;
    return (struct lookup){arena_alloc(a, size * sizeof(struct lookup_entry)), size - 1, fold};
}

/* Character at *i, folded if asked, which moves behind it; 0 at the end. */
static unsigned next(struct str s, size_t *i, bool fold)
{
    if (*i >= s.n) return 0;
    unsigned char c = (unsigned char)s.p[(*i)++];
    if (!fold) return c;
    if (!is_space((char)c)) return is_upper(c) ? c + 32u : c;
    while (*i < s.n && is_space(s.p[*i])) (*i)++;
    return ' ';
}

static bool same(struct str a, struct str b, bool fold)
{
    size_t i = 0, j = 0;
    if (!fold) return str_eq(a, b);
    while (i < a.n && j < b.n)
        if (next(a, &i, true) != next(b, &j, true)) return false;
    return i == a.n && j == b.n;
}

static struct lookup_entry *slot(const struct lookup *l, struct str name)
{
    uint64_t h = 1469598103934665603u; /* FNV-1a */
    for (size_t i = 0; i < name.n;) h = (h ^ next(name, &i, l->fold)) * 1099511628211u;
    size_t at = (size_t)(h ^ h >> 32) & l->mask;
    while (l->v[at].name.p && !same(l->v[at].name, name, l->fold)) at = (at + 1) & l->mask;
    return &l->v[at];
}

bool lookup_put(struct lookup *l, struct str name, size_t value)
{
    struct lookup_entry *e = slot(l, name);
    if (e->name.p) return false;
    if (!name.p) return true;
    *e = (struct lookup_entry){name, value};
    return true;
}

size_t lookup_get(const struct lookup *l, struct str name)
{
    const struct lookup_entry *e = slot(l, name);
    return e->name.p ? e->value : SIZE_MAX;
}
