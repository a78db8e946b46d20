/* Lists of words: loading and looking up. */
#include <string.h>

#include "base/chars.h"
#include "language/vocabulary.h"

enum { THREE = 3, MANY = 6 };

/* The last three bytes with one more, capitals and small letters alike. */
static unsigned next_three(unsigned three, char c) { return (three << 5 | ((unsigned char)c & 31u)) & 0x7fff; }

static unsigned first_three(struct str s)
{
    unsigned three = 0;
    for (size_t i = 0; i < THREE; i++) three = next_three(three, i < s.n ? s.p[i] : 0);
    return three;
}

static bool has_bit(const struct wordlist *w, unsigned three)
{
    unsigned bit = (three ^ three >> 5) % WORDLIST_BITS;
    return w->begins[bit / 64] >> bit % 64 & 1;
}

/* false: no entry begins there. */
static bool may_begin(const struct wordlist *w, struct str text, size_t at) { return w->open || has_bit(w, first_three(str_slice(text, at, text.n))); }

/* Most entries begin with another letter. */
static bool starts(struct str text, struct str entry) { return !((text.p[0] ^ entry.p[0]) & 31) && str_istarts(text, entry); }

static void add(struct arena *a, struct wordlist *w, const struct yaml_node *n)
{
    struct str entry = {n->text, n->length};
    *ARENA_PUSH(a, w) = entry;
    unsigned three = first_three(entry), bit = (three ^ three >> 5) % WORDLIST_BITS;
    w->has_short |= entry.n < THREE;
    w->open |= entry.n < THREE || memchr(entry.p, ' ', THREE);
    w->begins[bit / 64] |= (uint64_t)1 << bit % 64;
}

struct wordlist wordlist_of(struct arena *a, const struct yaml_node *list)
{
    struct wordlist w = {0};
    if (!list || list->kind != YAML_LIST) return w;
    for (const struct yaml_node *n = list->child; n; n = n->next) {
        if (n->kind == YAML_SCALAR) add(a, &w, n);
        for (const struct yaml_node *m = n->kind == YAML_LIST ? n->child : NULL; m; m = m->next)
            if (m->kind == YAML_SCALAR) add(a, &w, m);
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
    for (size_t i = has_bit(w, first_three(word)) ? 0 : w->n; i < w->n; i++)
        if (str_ieq(w->v[i], word)) return true;
    return false;
}

bool wordlist_inside(const struct wordlist *w, struct str text)
{
    if (w->n < MANY || w->has_short) {
        for (size_t i = 0; i < w->n; i++)
            if (str_ifind(text, w->v[i], 0) != SIZE_MAX) return true;
        return false;
    }
    unsigned three = 0;
    for (size_t end = 1; end <= text.n; end++) {
        three = next_three(three, text.p[end - 1]);
        if (end < THREE || !has_bit(w, three)) continue;
        struct str rest = str_slice(text, end - THREE, text.n);
        for (size_t i = 0; i < w->n; i++)
            if (starts(rest, w->v[i])) return true;
    }
    return false;
}

struct str wordlist_begins(const struct wordlist *w, struct str text)
{
    size_t best = w->n;
    for (size_t at = 0; at < text.n; at++) {
        char before = at ? (char)(text.p[at - 1] | 32) : ' ';
        if (is_lower(before) || !may_begin(w, text, at)) continue;
        for (size_t i = 0; i < best; i++)
            if (starts(str_slice(text, at, text.n), w->v[i])) best = i;
    }
    return best < w->n ? w->v[best] : STR_ABSENT;
}

static bool inside_word(struct str text, size_t at)
{
    if (at >= text.n) return false;
    unsigned char c = (unsigned char)text.p[at];
    return is_alnum(c) || c >= 0xC3;
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
    for (size_t i = may_begin(w, text, 0) ? 0 : w->n; i < w->n; i++) {
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

/* ---- data files ---- */

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
