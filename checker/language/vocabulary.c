/* Reading the data files. */
#include "language/vocabulary.h"

static void fault(struct word_file *f, const struct yaml_node *at, enum word word, struct str arg)
{
    fault_add(f->a, f->faults, f->name, at ? at->line : f->root ? f->root->line : 0, word)->arg[0] = arg;
}

void word_file_fault(struct word_file *f, const struct yaml_node *at, const char *key) { fault(f, at, W_pack_vocabulary, str_of(key)); }

struct word_file word_file_open(struct arena *a, const struct bundle *b, const char *name, const char *const *known, struct pack_faults *faults)
{
    struct word_file f = {a, faults, name, NULL};
    const struct yaml_node *root = bundle_find(b, name);
    if (!root || root->kind != YAML_MAP) {
        fault(&f, root, root ? W_pack_not_map : W_pack_missing_file, STR_ABSENT);
        return f;
    }
    f.root = root;
    for (const struct yaml_node *k = known ? root->child : NULL; k; k = k->next->next) {
        size_t i = 0;
        while (known[i] && strcmp(known[i], k->text) != 0) i++;
        if (!known[i]) fault(&f, k, W_pack_key_unknown, yaml_str(k));
    }
    return f;
}

/* ---- sets --------------------------------------------------------------------------------------------------- */

static void add_list(struct word_file *f, const struct yaml_node *list, uint32_t use, struct wordset *out)
{
    wordset_room(f->a, out, yaml_size(list));
    for (const struct yaml_node *n = list->child; n; n = n->next) {
        if (n->kind == YAML_LIST) add_list(f, n, use, out);
        else if (n->kind != YAML_SCALAR || !wordset_add(f->a, out, yaml_str(n), use)) word_file_fault(f, n, n->kind == YAML_SCALAR ? n->text : "");
    }
}

void word_file_add(struct word_file *f, const struct yaml_node *map, const char *key, uint32_t use, struct wordset *out)
{
    const struct yaml_node *list = yaml_get(map, key);
    if (!f->root) return;
    if (list && list->kind == YAML_LIST) add_list(f, list, use, out);
    else word_file_fault(f, list ? list : map, key);
}

void word_file_more(struct word_file *f, const struct yaml_node *list, uint32_t use, struct wordset *out)
{
    if (list && list->kind == YAML_LIST) add_list(f, list, use, out);
    else word_file_fault(f, list, "");
}

struct wordset word_file_words(struct word_file *f, const struct yaml_node *list)
{
    struct wordset w = {.how = WORDS_FOLDED};
    if (list && list->kind == YAML_LIST) add_list(f, list, 0, &w);
    return w;
}

struct wordset word_file_set(struct word_file *f, const struct yaml_node *map, const char *key)
{
    struct wordset w = {.how = WORDS_FOLDED};
    word_file_add(f, map, key, 0, &w);
    if (f->root && !w.n && yaml_get(map, key)) word_file_fault(f, map, key);
    return w;
}

void word_file_sets(struct word_file *f, const struct yaml_node *map, const struct wordset_member *members, size_t n, void *into)
{
    for (size_t i = 0; i < n; i++) word_file_add(f, map, members[i].key, 0, (struct wordset *)(void *)((char *)into + members[i].at));
}

/* ---- lists and maps ----------------------------------------------------------------------------------------- */

static struct words texts(struct word_file *f, const char *key, enum yaml_kind kind)
{
    const struct yaml_node *list = yaml_get(f->root, key);
    enum word wanted = kind == YAML_LIST ? W_pack_want_list : W_pack_want_map;
    struct words w = {0};
    if (!f->root) return w;
    if (!list || list->kind != kind) {
        fault(f, list, wanted, str_of(key));
        return w;
    }
    for (const struct yaml_node *n = list->child; n; n = n->next) w.n++;
    struct str *v = arena_alloc(f->a, (w.n + 1) * sizeof *v);
    w.v = v;
    for (const struct yaml_node *n = list->child; n; n = n->next) {
        if (n->kind != YAML_SCALAR || n->length == 0) {
            fault(f, n, wanted, str_of(key));
            return (struct words){0};
        }
        *v++ = yaml_str(n);
    }
    return w;
}

struct words word_file_list(struct word_file *f, const char *key) { return texts(f, key, YAML_LIST); }

struct words word_file_pairs(struct word_file *f, const char *key) { return texts(f, key, YAML_MAP); }

void word_file_flag(struct word_file *f, const char *key, struct wordmap *m, uint32_t bits)
{
    struct words w = word_file_list(f, key);
    wordmap_room(f->a, m, w.n);
    for (size_t i = 0; i < w.n; i++) *wordmap_put(f->a, m, w.v[i]) |= bits;
}
