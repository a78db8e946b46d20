/* Lists of words: loading and looking up. */
#include "vocabulary.h"

struct wordlist wordlist_of(struct arena *a, const struct yaml_node *list)
{
    struct wordlist w = {0};
    if (!list || list->kind != YAML_LIST) return w;
    for (const struct yaml_node *n = list->child; n; n = n->next) {
        if (n->kind == YAML_SCALAR) *ARENA_PUSH(a, &w) = (struct str){n->text, n->length};
        for (const struct yaml_node *m = n->kind == YAML_LIST ? n->child : NULL; m; m = m->next)
            if (m->kind == YAML_SCALAR) *ARENA_PUSH(a, &w) = (struct str){m->text, m->length};
    }
    return w;
}

struct wordlist wordlist_load(struct arena *a, const struct yaml_node *root, const char *file, const char *key, struct pack_faults *faults)
{
    struct wordlist w = wordlist_of(a, yaml_get(root, key));
    if (!w.n) fault_add(a, faults, file, root ? root->line : 0, W_pack_vocabulary)->arg[0] = str_of(key);
    return w;
}

bool wordlist_has(const struct wordlist *w, struct str word)
{
    for (size_t i = 0; i < w->n; i++)
        if (str_ieq(w->v[i], word)) return true;
    return false;
}

static bool inside_word(struct str text, size_t at)
{
    if (at >= text.n) return false;
    unsigned char c = (unsigned char)text.p[at];
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c >= 0xC3;
}

/* Bytes of `text` at `at` that read as the entry, any white space for its blanks; 0 when they do not. */
static size_t match_at(struct str text, size_t at, struct str entry)
{
    size_t i = at;
    for (size_t j = 0; j < entry.n; j++) {
        if (entry.p[j] == ' ') {
            size_t blank = i;
            while (i < text.n && (text.p[i] == ' ' || (text.p[i] >= '\t' && text.p[i] <= '\r'))) i++;
            if (i == blank) return 0;
        } else if (!str_ieq(str_slice(text, i, i + 1), str_slice(entry, j, j + 1))) {
            return 0;
        } else {
            i++;
        }
    }
    bool letter = inside_word(entry, entry.n - 1);
    return letter && inside_word(text, i) ? 0 : i - at;
}

struct str wordlist_prefix(const struct wordlist *w, struct str text)
{
    size_t best = 0;
    for (size_t i = 0; i < w->n; i++) {
        size_t n = w->v[i].n ? match_at(text, 0, w->v[i]) : 0;
        if (n > best) best = n;
    }
    return best ? str_slice(text, 0, best) : STR_ABSENT;
}

struct str wordlist_find(const struct wordlist *w, struct str text, size_t *at)
{
    for (size_t from = 0; from < text.n; from++) {
        if (from > 0 && inside_word(text, from - 1) && inside_word(text, from)) continue;
        struct str hit = wordlist_prefix(w, str_slice(text, from, text.n));
        if (!hit.p) continue;
        if (at) *at = from;
        return hit;
    }
    return STR_ABSENT;
}
