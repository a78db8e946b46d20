/* Loading a pack: every fault is noted with its file and line, and loading goes on to find the next. */
#include <stdlib.h>
#include <string.h>

#include "language/suggest.h"
#include "rules/engine.h"

struct pack_fault *load_fault(struct loader *l, const struct yaml_node *at, enum word message, struct str arg0, struct str arg1)
{
    struct pack_fault *f = fault_add(l->a, l->faults, l->file, at ? at->line : 0, message);
    f->arg[0] = arg0;
    f->arg[1] = arg1;
    return f;
}

static bool shape_fits(const struct yaml_node *n, enum shape shape)
{
    switch (shape) {
    case SHAPE_TEXT: return n->kind == YAML_SCALAR;
    case SHAPE_LIST: return n->kind == YAML_LIST;
    case SHAPE_MAP: return n->kind == YAML_MAP;
    case SHAPE_ANY: break;
    }
    return true;
}

static bool is_null(const struct yaml_node *n) { return n->kind == YAML_SCALAR && !yaml_str(n).p; }

static size_t key_index(const struct key *keys, size_t n, const struct yaml_node *k)
{
    size_t i = 0;
    while (i < n && !(keys[i].name[0] == k->text[0] && str_eqz((struct str){k->text, k->length}, keys[i].name))) i++;
    return i;
}

static void unknown_key(struct loader *l, const struct yaml_node *k, const struct key *keys, size_t n)
{
    struct str name = {k->text, k->length}, *names = arena_alloc(l->a, (n + 1) * sizeof *names);
    for (size_t i = 0; i < n; i++) names[i] = str_of(keys[i].name);
    struct str meant = suggest(name, names, n);
    load_fault(l, k, meant.p ? W_pack_key_meant : W_pack_key_unknown, name, meant);
}

bool load_keys(struct loader *l, const struct yaml_node *map, const struct key *keys, size_t n)
{
    static const enum word want[] = {[SHAPE_TEXT] = W_pack_want_text, [SHAPE_LIST] = W_pack_want_list, [SHAPE_MAP] = W_pack_want_map, [SHAPE_ANY] = W_pack_want_text};
    size_t before = l->faults->n;
    uint32_t seen = 0;
    if (l->proved) return true;
    if (map->kind != YAML_MAP) {
        load_fault(l, map, W_pack_not_map, STR_ABSENT, STR_ABSENT);
        return false;
    }
    for (const struct yaml_node *k = map->child; k; k = k->next->next) {
        struct str name = {k->text, k->length};
        size_t i = key_index(keys, n, k);
        if (i == n) unknown_key(l, k, keys, n);
        else if (seen >> i & 1) load_fault(l, k, W_pack_key_twice, name, STR_ABSENT);
        else if (is_null(k->next) ? keys[i].required : !shape_fits(k->next, keys[i].shape)) load_fault(l, k, want[keys[i].shape], name, STR_ABSENT);
        if (i < n) seen |= UINT32_C(1) << i;
    }
    for (size_t i = 0; i < n; i++)
        if (keys[i].required && !(seen >> i & 1)) load_fault(l, map, W_pack_key_missing, str_of(keys[i].name), STR_ABSENT);
    return l->faults->n == before;
}

bool load_pair(struct loader *l, const struct yaml_node *map, struct text_pair *out)
{
    static const struct key keys[] = {{"id", SHAPE_TEXT, true}, {"en", SHAPE_TEXT, true}};
    if (!load_keys(l, map, keys, COUNT(keys))) return false;
    for (int i = 0; i < 2; i++) {
        out->v[i] = yaml_get_str(map, keys[i].name);
        if (!l->proved && str_blank(out->v[i])) load_fault(l, yaml_get(map, keys[i].name), W_pack_empty, str_of(keys[i].name), STR_ABSENT);
    }
    return true;
}

static int by_id(const void *x, const void *y)
{
    const struct rule *a = x, *b = y;
    int c = strcmp(a->info.id, b->info.id);
    return c ? c : strcmp(a->file, b->file);
}

static bool is_rule_file(const char *name)
{
    return strncmp(name, "sop/", 4) == 0 || strncmp(name, "lkjip/", 6) == 0 || strncmp(name, "umum/", 5) == 0;
}

/* Ids are unique over all folders; the links between rules need all of them. */
static void load_links(struct loader *l)
{
    struct ruleset *s = l->set;
    if (s->rule_count) qsort(s->rules, s->rule_count, sizeof *s->rules, by_id);
    for (size_t i = 0; i < s->rule_count; i++) {
        struct rule *r = &s->rules[i];
        l->file = r->file;
        if (i && strcmp(r->info.id, s->rules[i - 1].info.id) == 0)
            load_fault(l, yaml_get(r->root, "id"), W_pack_id_twice, str_of(r->info.id), str_of(s->rules[i - 1].file));
        load_rule_links(l, r);
    }
    for (size_t i = 0; i < s->rule_count; i++)
        for (size_t k = 0; k < s->rules[i].instead_count; k++) {
            struct rule *loser = &s->rules[s->rules[i].instead[k]];
            if (!loser->silencers) loser->silencers = arena_alloc(l->a, s->rule_count * sizeof *loser->silencers);
            loser->silencers[loser->silencer_count++] = i;
        }
}

static int by_file_and_line(const void *x, const void *y)
{
    const struct pack_fault *a = x, *b = y;
    int c = str_cmp(a->file, b->file);
    return c ? c : (a->line > b->line) - (a->line < b->line);
}

/* What a rule's expressions may name is what the build had before it: then a rule that it proved still is right. */
static bool names_proved(const struct bundle *b)
{
    size_t found = 0;
    for (size_t i = 0; i < b->n; i++)
        found += b->files[i].proved && (strcmp(b->files[i].name, "facts.yaml") == 0 || strcmp(b->files[i].name, "parameters.yaml") == 0);
    return found == 2;
}

const struct ruleset *ruleset_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    struct loader l = {.a = a, .bundle = b, .faults = faults, .set = arena_alloc(a, sizeof *l.set), .x = xpath_new(NULL), .scans = arena_new()};
    size_t before = faults->n;
    bool proved = names_proved(b);
    l.set->bundle = *b;
    l.parameters = &l.set->parameters;
    l.proved = proved;
    if (!proved || !bundle_proved(b, "")) load_facts(&l);
    load_parameters(&l);
    l.set->rules = arena_alloc(a, (b->n + 1) * sizeof *l.set->rules);
    for (size_t i = 0; i < b->n; i++) {
        l.proved = proved && b->files[i].proved;
        if (is_rule_file(b->files[i].name)) load_rule(&l, &b->files[i]);
    }
    load_links(&l);
    arena_free(l.scans);
    xpath_free(l.x);
    if (faults->n == before) return l.set;
    qsort(faults->v + before, faults->n - before, sizeof *faults->v, by_file_and_line);
    return NULL;
}

size_t ruleset_size(const struct ruleset *r) { return r->rule_count; }

bool rule_always(const struct rule_info *r) { return strcmp(r->id, "UM001") == 0 || strcmp(r->id, "UM002") == 0; }
const struct rule_info *ruleset_info(const struct ruleset *r, size_t index) { return &r->rules[index].info; }

size_t rule_index(const struct ruleset *r, struct str id)
{
    size_t lo = 0, hi = r->rule_count;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int c = str_cmp(str_of(r->rules[mid].info.id), id);
        if (c == 0) return mid;
        if (c < 0) lo = mid + 1;
        else hi = mid;
    }
    return NO_INDEX;
}

const struct rule_info *ruleset_find(const struct ruleset *r, struct str id_or_name)
{
    size_t i = rule_index(r, id_or_name);
    if (i != NO_INDEX) return &r->rules[i].info;
    for (i = 0; i < r->rule_count; i++)
        if (str_eqz(id_or_name, r->rules[i].info.name)) return &r->rules[i].info;
    return NULL;
}

const struct parameters *ruleset_parameters(const struct ruleset *r) { return &r->parameters; }
