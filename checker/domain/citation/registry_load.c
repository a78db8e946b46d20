/* Loads vocabulary/citations.yaml, registry.yaml and topics.yaml. */
#include <stdlib.h>
#include <string.h>

#include "domain/citation/registry.h"

struct loader {
    struct arena *a;
    struct pack_faults *faults;
    const char *file;
    bool proved;            /* the build saw that its keys are right */
    struct registry *r;
};

static void fault(struct loader *l, const struct yaml_node *at, struct str what)
{
    struct pack_fault *f = fault_add(l->a, l->faults, l->file, at ? at->line : 0, W_pack_data);
    f->arg[0] = what;
}

/* Keys of a map that are not among those named (blanks between them) are faults: a slip would go unseen. */
static void check_keys(struct loader *l, const struct yaml_node *map, const char *known)
{
    if (l->proved) return;
    if (!map || map->kind != YAML_MAP) {
        fault(l, map, STR_ABSENT);
        return;
    }
    for (const struct yaml_node *k = map->child; k; k = k->next->next) {
        const char *at = known;
        while ((at = strstr(at, k->text)) && ((at > known && at[-1] != ' ') || (at[k->length] && at[k->length] != ' '))) at++;
        if (at) continue;
        struct pack_fault *f = fault_add(l->a, l->faults, l->file, k->line, W_pack_key_unknown);
        f->arg[0] = yaml_str(k);
    }
}

/* ---- values ------------------------------------------------------------------------------------------------- */

static const struct yaml_node *first_of(const struct yaml_node *list) { return list && list->kind == YAML_LIST ? list->child : NULL; }

static int number_of(struct loader *l, const struct yaml_node *map, const char *key, int otherwise)
{
    struct str s = yaml_get_str(map, key);
    uint64_t v;
    if (!s.p) return otherwise;
    if (!str_u64(s, &v) || v > 9999) return fault(l, yaml_get(map, key), s), otherwise;
    return (int)v;
}

static struct date date_of(struct loader *l, const struct yaml_node *map, const char *key)
{
    struct str s = yaml_get_str(map, key);
    uint64_t y, m, d;
    if (!s.p) return (struct date){0};
    if (s.n != 10 || !str_u64(str_slice(s, 0, 4), &y) || !str_u64(str_slice(s, 5, 7), &m) || !str_u64(str_slice(s, 8, 10), &d))
        return fault(l, yaml_get(map, key), s), (struct date){0};
    return (struct date){(int)y, (int)m, (int)d};
}

static enum confidence confidence_of(struct loader *l, const struct yaml_node *map, const char *key, enum confidence otherwise)
{
    static const char *const names[] = {"verified", "recalled-high", "recalled-medium", "recalled-low"};
    struct str s = yaml_get_str(map, key);
    if (!s.p) return otherwise;
    for (size_t i = 0; i < COUNT(names); i++)
        if (str_eqz(s, names[i])) return (enum confidence)i;
    fault(l, yaml_get(map, key), s);
    return CONFIDENCE_LOW;
}

/* "2014/244", "5587" */
static struct gazette gazette_of(struct loader *l, const struct yaml_node *map, const char *key)
{
    struct str s = yaml_get_str(map, key);
    size_t slash = s.p ? str_find(s, STR("/"), 0) : 0;
    uint64_t year = 0, number;
    if (!s.p) return (struct gazette){0};
    if (slash != SIZE_MAX && !str_u64(str_slice(s, 0, slash), &year)) return fault(l, yaml_get(map, key), s), (struct gazette){0};
    if (!str_u64(slash == SIZE_MAX ? s : str_slice(s, slash + 1, s.n), &number)) return fault(l, yaml_get(map, key), s), (struct gazette){0};
    return (struct gazette){(int)year, number};
}

/* ---- vocabulary --------------------------------------------------------------------------------------------- */

static void word_class(struct loader *l, const struct yaml_node *list, uint32_t bit)
{
    for (const struct yaml_node *n = first_of(list); n; n = n->next) {
        struct citation_tokens t = citation_tokens_of(l->a, NULL, (struct str){n->text, n->length});
        if (t.n != 1) fault(l, n, yaml_str(n));
        else cited_word_at(l->a, &l->r->lexicon, token_text(&t, 0))->classes |= bit;
    }
}

static const struct cited_words *plain_words(struct loader *l, struct str s)
{
    struct citation_tokens t = citation_tokens_of(l->a, NULL, s);
    struct cited_words *w = arena_alloc(l->a, sizeof *w);
    w->v = arena_alloc(l->a, t.n * sizeof *w->v);
    w->text = arena_alloc(l->a, t.n * sizeof *w->text);
    for (size_t i = 0; i < t.n; i++) w->v[w->n] = t.v[i].hash, w->text[w->n++] = token_text(&t, i);
    return w;
}

static void same_words(struct loader *l, const struct yaml_node *map)
{
    for (const struct yaml_node *k = map && map->kind == YAML_MAP ? map->child : NULL; k; k = k->next->next)
        cited_word_at(l->a, &l->r->lexicon, yaml_str(k))->same = plain_words(l, yaml_str(k->next));
}

/* Puts a form among those with the same first word: longest first, so that the first that fits is the one. */
static void add_form(struct loader *l, const struct kind *kind, struct str first, const uint64_t *words, size_t n)
{
    struct cited_word *x = cited_word_at(l->a, &l->r->lexicon, first);
    struct form *f = arena_alloc(l->a, sizeof *f);
    uint64_t *rest = arena_alloc(l->a, n * sizeof *rest);
    memcpy(rest, words + 1, (n - 1) * sizeof *rest);
    *f = (struct form){kind, NULL, rest, n - 1};
    const struct form **link = &x->forms;
    while (*link && (*link)->n >= f->n) link = (const struct form **)(void *)&((struct form *)(void *)(uintptr_t)*link)->next;
    f->next = *link;
    *link = f;
}

/* "permen [neg] pan": every choice of the words in brackets. */
static void expand_form(struct loader *l, const struct kind *kind, const struct yaml_node *node)
{
    enum { WORDS = 16, CHOICES = 6 };
    struct str s = yaml_str(node);
    struct citation_tokens t = citation_tokens_of(l->a, NULL, s);
    uint64_t word[WORDS], chosen[WORDS];
    int choice[WORDS];
    size_t n = 0;
    int choices = 0;
    for (size_t i = 0; i < t.n && n < WORDS; i++) {
        if (t.v[i].kind == TOKEN_MARK) continue;
        choice[n] = i > 0 && t.v[i - 1].kind == TOKEN_MARK && t.v[i - 1].hash == '[' ? choices++ : -1;
        word[n++] = t.v[i].hash;
    }
    if (n == 0 || n == WORDS || choice[0] >= 0 || choices > CHOICES) {
        fault(l, node, s);
        return;
    }
    if (str_ends(s, STR("*"))) {
        struct form *f = arena_alloc(l->a, sizeof *f);
        f->kind = kind;
        l->r->prefixes[l->r->prefix_count++] = (struct prefix){str_slice(s, 0, s.n - 1), f};
        return;
    }
    for (unsigned set = 0; set < 1u << choices; set++) {
        size_t m = 0;
        for (size_t i = 0; i < n; i++)
            if (choice[i] < 0 || (set >> choice[i] & 1)) chosen[m++] = word[i];
        add_form(l, kind, token_text(&t, 0), chosen, m);
    }
}

static void load_eras(struct loader *l, struct kind *k, const struct yaml_node *list)
{
    k->eras = arena_alloc(l->a, yaml_size(list) * sizeof *k->eras);
    for (const struct yaml_node *n = first_of(list); n; n = n->next)
        k->eras[k->era_count++] = (struct era){number_of(l, n, "from", 0), number_of(l, n, "until", 9999), yaml_get_str(n, "short"), yaml_get_str(n, "issuer")};
}

static enum level level_of(struct loader *l, const struct yaml_node *kind)
{
    static const char *const names[] = {[LEVEL_PROVINCE] = "province", [LEVEL_REGENCY] = "regency", [LEVEL_CITY] = "city"};
    struct str s = yaml_get_str(kind, "level");
    if (!s.p) return LEVEL_NONE;
    for (int i = LEVEL_PROVINCE; i <= LEVEL_CITY; i++)
        if (str_eqz(s, names[i])) return (enum level)i;
    fault(l, yaml_get(kind, "level"), s);
    return LEVEL_NONE;
}

static void load_kind(struct loader *l, const struct yaml_node *n, struct kind *k)
{
    static const char *const scopes[] = {"pusat", "daerah", "lain"};
    const struct yaml_node *marks = yaml_get(n, "marks");
    check_keys(l, n, "id short scope rank level open region numberless loose marks issuer-word eras forms");
    struct str scope = yaml_get_str(n, "scope");
    k->id = yaml_get_str(n, "id");
    k->brief = yaml_get_str(n, "short");
    k->level = level_of(l, n);
    k->issuer_word = yaml_get_str(n, "issuer-word");
    k->rank = number_of(l, n, "rank", 0);
    k->open = yaml_bool(yaml_get(n, "open"), false);
    k->region = yaml_bool(yaml_get(n, "region"), false);
    k->loose = yaml_bool(yaml_get(n, "loose"), false);
    k->numberless = yaml_bool(yaml_get(n, "numberless"), false);
    k->scope = SCOPE_LAIN;
    bool known = false;
    for (size_t i = 0; i < COUNT(scopes); i++)
        if (str_eqz(scope, scopes[i])) k->scope = (enum kind_scope)i, known = true;
    if (!known || !k->id.p || !k->brief.p) fault(l, n, k->id);
    uint64_t *v = arena_alloc(l->a, yaml_size(marks) * sizeof *v);
    for (const struct yaml_node *m = first_of(marks); m; m = m->next) v[k->mark_count++] = word_hash(yaml_str(m));
    k->marks = v;
    load_eras(l, k, yaml_get(n, "eras"));
    for (const struct yaml_node *f = first_of(yaml_get(n, "forms")); f; f = f->next) expand_form(l, k, f);
}

static const struct yaml_node *class_words(const struct yaml_node *root, const char *key)
{
    return key ? yaml_get(yaml_get(root, "words"), key) : yaml_get(root, "stop");
}

static void load_vocabulary(struct loader *l, const struct yaml_node *root)
{
    static const struct { uint32_t bit; const char *key; } classes[] = {
#define CLASS(id, bit, key) {1u << (bit), key},
#include "domain/citation/citation_classes.def"
#undef CLASS
    };
    const struct yaml_node *kinds = yaml_get(root, "kinds");
    size_t all = 0;
    check_keys(l, root, "kinds words heading stop same");
    l->r->heading = yaml_get_str(root, "heading");
    if (!l->r->heading.n) fault(l, root, STR("heading"));
    for (const struct yaml_node *k = first_of(kinds); k; k = k->next) all += yaml_size(yaml_get(k, "forms"));
    l->r->prefixes = arena_alloc(l->a, all * sizeof *l->r->prefixes);
    for (size_t i = 0; i < COUNT(classes); i++) {
        const struct yaml_node *list = class_words(root, classes[i].key);
        if (!list) fault(l, root, str_of(classes[i].key ? classes[i].key : "stop"));
        word_class(l, list, classes[i].bit);
    }
    same_words(l, yaml_get(root, "same"));
    l->r->kinds = arena_alloc(l->a, yaml_size(kinds) * sizeof *l->r->kinds);
    for (const struct yaml_node *k = first_of(kinds); k; k = k->next) load_kind(l, k, &l->r->kinds[l->r->kind_count++]);
}

/* ---- regulations -------------------------------------------------------------------------------------------- */

/* UU-23-2014 */
static void load_id(struct loader *l, const struct yaml_node *n, struct regulation *x)
{
    size_t first = str_find(x->id, STR("-"), 0), second = first == SIZE_MAX ? first : str_find(x->id, STR("-"), first + 1);
    uint64_t year = 0;
    x->kind = second == SIZE_MAX ? NULL : registry_kind(l->r, str_slice(x->id, 0, first));
    if (!x->kind || !str_u64(str_slice(x->id, first + 1, second), &x->number) || !str_u64(str_slice(x->id, second + 1, x->id.n), &year) || year > 9999)
        fault(l, n, x->id);
    x->year = (int)year;
}

static void load_titles(struct loader *l, const struct yaml_node *n, struct regulation *x)
{
    const struct yaml_node *variants = yaml_get(n, "variants"), *near = yaml_get(n, "near");
    x->titles = arena_alloc(l->a, (1 + yaml_size(variants) + yaml_size(near)) * sizeof *x->titles);
    x->titles[x->title_count++] = x->title;
    for (const struct yaml_node *v = first_of(variants); v; v = v->next) x->titles[x->title_count++] = yaml_str(v);
    x->accepted = x->title_count;
    for (const struct yaml_node *v = first_of(near); v; v = v->next) x->titles[x->title_count++] = yaml_str(v);
}

static void load_regulation(struct loader *l, const struct yaml_node *n, struct regulation *x)
{
    const struct yaml_node *amended = yaml_get(n, "amended-by");
    check_keys(l, n, "id title variants near date ln tln bn revoked-by revoked flag-from amended-by confidence status-confidence gazette-confidence tln-confidence");
    x->id = yaml_get_str(n, "id");
    x->title = yaml_get_str(n, "title");
    if (!x->id.p || !x->title.p) {
        fault(l, n, x->id);
        return;
    }
    load_id(l, n, x);
    load_titles(l, n, x);
    x->issued = date_of(l, n, "date");
    x->ln = gazette_of(l, n, "ln");
    x->tln = gazette_of(l, n, "tln");
    x->bn = gazette_of(l, n, "bn");
    x->confidence = confidence_of(l, n, "confidence", CONFIDENCE_VERIFIED);
    x->status = confidence_of(l, n, "status-confidence", CONFIDENCE_VERIFIED);
    x->gazette = confidence_of(l, n, "gazette-confidence", CONFIDENCE_VERIFIED);
    x->tln_confidence = confidence_of(l, n, "tln-confidence", x->gazette);
    x->revoked_by.id = yaml_get_str(n, "revoked-by");
    x->revoked = yaml_get_str(n, "revoked");
    x->flag_from = date_of(l, n, yaml_get(n, "flag-from") ? "flag-from" : "revoked");
    x->amended_by = arena_alloc(l->a, yaml_size(amended) * sizeof *x->amended_by);
    for (const struct yaml_node *m = first_of(amended); m; m = m->next) x->amended_by[x->amended_count++].id = yaml_str(m);
}

static const struct regulation *by_id(const struct registry *r, struct str id)
{
    for (size_t i = 0; i < r->n; i++)
        if (str_eq(r->v[i].id, id)) return &r->v[i];
    return NULL;
}

static void load_regulations(struct loader *l, const struct yaml_node *root)
{
    struct registry *r = l->r;
    const struct yaml_node *list = yaml_get(root, "regulations");
    size_t slots = 64;
    r->v = arena_alloc(l->a, yaml_size(list) * sizeof *r->v);
    for (const struct yaml_node *n = first_of(list); n; n = n->next) {
        r->v[r->n].index = r->n;
        load_regulation(l, n, &r->v[r->n++]);
    }
    while (slots < r->n * 2) slots *= 2;
    r->mask = slots - 1;
    r->table = arena_alloc(l->a, slots * sizeof(*r->table));
    for (size_t i = 0; i < r->n; i++) {
        struct regulation *x = &r->v[i];
        if (!x->kind) continue;
        if (registry_find(r, x->kind, x->number, x->year)) fault(l, list, x->id);
        size_t at = (registry_hash(x->kind, x->number, x->year) >> 20) & r->mask;
        while (r->table[at]) at = (at + 1) & r->mask;
        r->table[at] = x;
    }
    for (size_t i = 0; i < r->n; i++) {
        struct regulation *x = &r->v[i];
        x->revoked_by.regulation = by_id(r, x->revoked_by.id);
        for (size_t j = 0; j < x->amended_count; j++) x->amended_by[j].regulation = by_id(r, x->amended_by[j].id);
    }
}

/* ---- topics ------------------------------------------------------------------------------------------------- */

static struct cited_words *phrases(struct loader *l, const struct yaml_node *list, size_t *count)
{
    struct cited_words *v = arena_alloc(l->a, yaml_size(list) * sizeof *v);
    *count = 0;
    for (const struct yaml_node *n = first_of(list); n; n = n->next) v[(*count)++] = title_words(l->a, &l->r->lexicon, yaml_str(n));
    return v;
}

static void load_basis(struct loader *l, const struct yaml_node *n, struct basis *b)
{
    const struct yaml_node *topics = yaml_get(n, "topics"), *any = yaml_get(n, "any-of");
    const struct topic **t = arena_alloc(l->a, yaml_size(topics) * sizeof(*t));
    const struct regulation **x = arena_alloc(l->a, yaml_size(any) * sizeof(*x));
    check_keys(l, n, "topics from until any-of or-title severity");
    for (const struct yaml_node *m = first_of(topics); m; m = m->next) {
        size_t before = b->topic_count;
        for (size_t i = 0; i < l->r->topic_count; i++)
            if (str_eq(l->r->topics[i].id, yaml_str(m))) t[b->topic_count++] = &l->r->topics[i];
        if (b->topic_count == before) fault(l, m, yaml_str(m));
    }
    for (const struct yaml_node *m = first_of(any); m; m = m->next) {
        const struct regulation *found = by_id(l->r, yaml_str(m));
        if (found) x[b->any_count++] = found;
        else fault(l, m, yaml_str(m));
    }
    b->topics = t;
    b->any_of = x;
    b->from = date_of(l, n, "from");
    b->until = date_of(l, n, "until");
    b->or_title = phrases(l, yaml_get(n, "or-title"), &b->or_count);
    b->warning = str_eqz(yaml_get_str(n, "severity"), "peringatan");
    if (!b->from.year || !b->any_count) fault(l, n, STR_ABSENT);
}

static void load_topics(struct loader *l, const struct yaml_node *root)
{
    const struct yaml_node *topics = yaml_get(root, "topics"), *bases = yaml_get(root, "bases");
    l->r->topics = arena_alloc(l->a, yaml_size(topics) * sizeof *l->r->topics);
    for (const struct yaml_node *n = first_of(topics); n; n = n->next) {
        struct topic *t = &l->r->topics[l->r->topic_count++];
        check_keys(l, n, "id words not");
        t->id = yaml_get_str(n, "id");
        t->words = phrases(l, yaml_get(n, "words"), &t->word_count);
        t->not = phrases(l, yaml_get(n, "not"), &t->not_count);
    }
    l->r->bases = arena_alloc(l->a, yaml_size(bases) * sizeof *l->r->bases);
    for (const struct yaml_node *n = first_of(bases); n; n = n->next) load_basis(l, n, &l->r->bases[l->r->basis_count++]);
}

const struct registry *registry_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const struct { const char *file; void (*load)(struct loader *, const struct yaml_node *); } parts[] = {
        {"vocabulary/citations.yaml", load_vocabulary}, {"registry.yaml", load_regulations}, {"topics.yaml", load_topics}};
    struct loader l = {.a = a, .faults = faults, .r = arena_alloc(a, sizeof(struct registry))};
    size_t before = faults->n;
    for (size_t i = 0; i < COUNT(parts); i++) {
        const struct bundle_file *f = bundle_file_find(b, parts[i].file);
        l.file = parts[i].file;
        if (!f || !f->root) return fault_add(a, faults, l.file, 0, W_pack_missing_file), NULL;
        l.proved = f->proved;
        parts[i].load(&l, f->root);
        if (i == 0 && faults->n > before) return NULL; /* every id would be a fault of its own */
    }
    return l.r;
}
