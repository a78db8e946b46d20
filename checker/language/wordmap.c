/* Maps from words to numbers, and reading lists of words from the data files. */
#include <string.h>

#include "language/lexeme.h"

static struct wordmap_slot *slot(struct wordmap_slot *v, size_t cap, struct str key)
{
    size_t i = (size_t)str_hash(key) & (cap - 1);
    while (v[i].key.p && !str_eq(v[i].key, key)) i = (i + 1) & (cap - 1);
    return &v[i];
}

uint32_t *wordmap_put(struct arena *a, struct wordmap *m, struct str key)
{
    if (2 * (m->n + 1) > m->cap) {
        size_t cap = m->cap ? 2 * m->cap : 32;
        struct wordmap_slot *v = arena_alloc(a, cap * sizeof *v);
        for (size_t i = 0; i < m->cap; i++)
            if (m->v[i].key.p) *slot(v, cap, m->v[i].key) = m->v[i];
        m->v = v;
        m->cap = cap;
    }
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

static void fault(struct arena *a, struct pack_faults *faults, const char *file, const struct yaml_node *n, enum word w, struct str arg)
{
    fault_add(a, faults, file, n ? n->line : 0, w)->arg[0] = arg;
}

const struct yaml_node *data_open(struct arena *a, const struct bundle *b, const char *file, const char *const *known,
                                  struct pack_faults *faults)
{
    const struct yaml_node *root = bundle_find(b, file);
    if (!root || root->kind != YAML_MAP) {
        fault(a, faults, file, root, root ? W_pack_not_map : W_pack_missing_file, STR_ABSENT);
        return NULL;
    }
    for (const struct yaml_node *k = root->child; k; k = k->next->next) {
        size_t i = 0;
        while (known[i] && strcmp(known[i], k->text) != 0) i++;
        if (!known[i]) fault(a, faults, file, k, W_pack_key_unknown, (struct str){k->text, k->length});
    }
    return root;
}

static struct words texts(struct arena *a, const char *file, const struct yaml_node *map, const char *key, enum yaml_kind kind,
                          struct pack_faults *faults)
{
    const struct yaml_node *list = yaml_get(map, key);
    struct words w = {0};
    if (!list || list->kind != kind) {
        fault(a, faults, file, list ? list : map, kind == YAML_LIST ? W_pack_want_list : W_pack_want_map, str_of(key));
        return w;
    }
    for (const struct yaml_node *n = list->child; n; n = n->next) w.n++;
    struct str *v = arena_alloc(a, (w.n + 1) * sizeof *v);
    w.v = v;
    for (const struct yaml_node *n = list->child; n; n = n->next) {
        if (n->kind != YAML_SCALAR || n->length == 0) {
            fault(a, faults, file, n, kind == YAML_LIST ? W_pack_want_list : W_pack_want_map, str_of(key));
            return (struct words){0};
        }
        *v++ = (struct str){n->text, n->length};
    }
    return w;
}

struct words data_words(struct arena *a, const char *file, const struct yaml_node *map, const char *key, struct pack_faults *faults)
{
    return texts(a, file, map, key, YAML_LIST, faults);
}

struct words data_pairs(struct arena *a, const char *file, const struct yaml_node *map, const char *key, struct pack_faults *faults)
{
    return texts(a, file, map, key, YAML_MAP, faults);
}

void data_flag(struct arena *a, const char *file, const struct yaml_node *map, const char *key, struct wordmap *m, uint32_t bits,
               struct pack_faults *faults)
{
    struct words w = data_words(a, file, map, key, faults);
    for (size_t i = 0; i < w.n; i++) *wordmap_put(a, m, w.v[i]) |= bits;
}
