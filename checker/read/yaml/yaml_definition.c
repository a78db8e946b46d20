/* Taking values of a YAML map into a structure, by a table of keys. */
#include <string.h>

#include "base/chars.h"
#include "language/suggest.h"
#include "read/yaml/yaml_definition.h"

/* ---- faults ------------------------------------------------------------------------------------------------- */

struct trouble *definition_fault(struct definition *d, enum word message, const struct yaml_node *at)
{
    if (d->errors->n < d->most_errors) return trouble_add(d->a, d->errors, message, at->span);
    if (d->errors->n == d->most_errors)
        trouble_add(d->a, d->errors, W_definition_more, at->span)->arg[0] = arena_printf(d->a, "%zu", d->most_errors);
    return &d->ignored;
}

void definition_wrong(struct definition *d, enum word message, const struct yaml_node *key, const struct yaml_node *value)
{
    definition_fault(d, message, value)->arg[0] = (struct str){key->text, key->length};
}

static struct str joined_keys(struct arena *a, const struct schema *s)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < s->n; i++) {
        if (i) buf_z(&b, ", ");
        buf_str(&b, s->keys[i].name);
    }
    struct str all = arena_str(a, buf_view(&b));
    buf_free(&b);
    return all;
}

bool definition_cut_number(const struct yaml_node *key, const struct yaml_node *value)
{
    size_t n = key->length;
    if (n && key->text[n - 1] == '%') n--;
    for (size_t i = 0; i < n; i++)
        if (!is_digit(key->text[i])) return false;
    return n > 0 && !yaml_str(value).p;
}

/* Name of the key below which `word` is known; absent when there is none. Schemas nest four deep. */
static struct str owner_of(const struct schema *s, struct str word)
{
    for (size_t i = 0; i < s->n; i++) {
        const struct schema *inner = s->keys[i].inner;
        if (!inner) continue;
        for (size_t j = 0; j < inner->n; j++)
            if (str_eq(inner->keys[j].name, word)) return s->keys[i].name;
        struct str below = owner_of(inner, word);
        if (below.p) return below;
    }
    return STR_ABSENT;
}

/* The known key that begins with the word, or that the word begins with: no (nomor), ket, nomor-sop. */
static struct str same_beginning(const struct schema *s, struct str word)
{
    struct str found = STR_ABSENT;
    for (size_t i = 0; i < s->n; i++) {
        struct str name = s->keys[i].name;
        bool shorter = word.n >= 2 && str_starts(name, word);
        bool longer = word.n > name.n && str_starts(word, name) && word.p[name.n] == '-';
        if (!shorter && !longer) continue;
        if (found.p) return STR_ABSENT;
        found = name;
    }
    return found;
}

/* Gives the index of the key that was probably meant, SIZE_MAX when nobody can tell. */
static size_t unknown_key(struct definition *d, const struct schema *s, const struct yaml_node *key, const struct yaml_node *value)
{
    struct str choices[SCHEMA_KEYS], meant, owner = STR_ABSENT;
    struct str name = {key->text, key->length};
    struct trouble *t = definition_fault(d, W_definition_unknown, key);
    t->arg[0] = name;
    if (definition_cut_number(key, value)) {
        t->message = W_definition_number_key;
        return SIZE_MAX;
    }
    char *plain = arena_strz(d->a, name); /* as keys are written: a-b, not a_b, "A b" */
    for (char *p = plain; *p; p++)
        if (*p == '_' || *p == ' ') *p = '-';
        else *p = lower_of(*p);
    struct str word = {plain, name.n};
    if (d->root) owner = owner_of(d->root, word);
    for (size_t i = 0; i < s->n; i++) choices[i] = s->keys[i].name;
    meant = suggest(word, choices, s->n);
    if (!meant.p && !owner.p) meant = same_beginning(s, word);
    t->message = meant.p ? W_definition_meant : owner.p ? W_definition_elsewhere : W_definition_unknown;
    t->arg[1] = meant.p ? meant : owner.p ? owner : joined_keys(d->a, s);
    for (size_t i = 0; i < s->n; i++)
        if (meant.p && str_eq(s->keys[i].name, meant)) return i;
    return SIZE_MAX;
}

/* ---- scalars ------------------------------------------------------------------------------------------------ */

static bool is_control(char c) { return (unsigned char)c < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

/* Escapes ("\0") can bring in what no XML tree can hold. */
static struct str without_controls(struct definition *d, const struct yaml_node *n, struct str s)
{
    size_t i = 0;
    while (i < s.n && !is_control(s.p[i])) i++;
    if (i == s.n) return s;
    definition_fault(d, W_definition_control, n);
    char *clean = arena_alloc(d->a, s.n + 1);
    for (i = 0; i < s.n; i++) clean[i] = is_control(s.p[i]) ? ' ' : s.p[i];
    return (struct str){clean, s.n};
}

struct str definition_text(struct definition *d, const struct yaml_node *scalar)
{
    struct str s = yaml_str(scalar);
    if (!s.p) return STR("");
    if (!scalar->plain) s = without_controls(d, scalar, s);
    return str_trim(s);
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

struct place definition_place(const struct definition *d, const struct yaml_node *n)
{
    struct span at = n->span;
    if (!d->source || !at.set) return (struct place){at, NULL};
    const char *text = d->source->text.p;
    uint32_t b = at.begin, e = at.end;
    while (e > b && is_blank(text[e - 1])) e--;
    if (n->kind == YAML_SCALAR && !n->plain) {
        while (b < e && (text[b] == '&' || text[b] == '!')) { /* anchor and tag stand before the quotes */
            while (b < e && !is_blank(text[b])) b++;
            while (b < e && is_blank(text[b])) b++;
        }
        if (e - b >= 2 && (text[b] == '"' || text[b] == '\'')) {
            b++, e--;
        } else if (b < e) { /* the header of a block scalar */
            while (b < e && text[b] != '\n' && text[b] != '\r') b++;
            while (b < e && is_blank(text[b])) b++;
        }
    }
    return (struct place){SPAN(b, e), NULL};
}

void take_text(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct item *item = member;
    (void)k;
    if (value->kind != YAML_SCALAR) definition_wrong(d, W_definition_text, key, value);
    if (value->kind == YAML_LIST && yaml_size(value) == 1) value = value->child;
    item->text = definition_text(d, value);
    item->place = definition_place(d, item->text.n ? value : key);
    if (value->kind == YAML_SCALAR || !d->source) return;
    item->place = definition_place(d, value); /* said, if in the wrong shape: not missing */
    item->text = str_slice(d->source->text, item->place.at.begin, item->place.at.end);
}

void take_texts(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct items *items = member;
    const struct yaml_node *first = value->kind == YAML_LIST ? value->child : value;
    (void)k;
    if (value->kind == YAML_MAP) {
        definition_wrong(d, W_definition_texts, key, value);
        return;
    }
    items->cap = value->kind == YAML_LIST ? yaml_size(value) : 1;
    items->v = arena_alloc(d->a, items->cap * sizeof *items->v);
    for (const struct yaml_node *n = first; n; n = value->kind == YAML_LIST ? n->next : NULL) {
        if (n->kind != YAML_SCALAR) definition_wrong(d, W_definition_texts, key, n);
        struct str text = definition_text(d, n);
        if (text.n) items->v[items->n++] = (struct item){.text = text, .place = definition_place(d, n)};
    }
}

struct str definition_joined(struct definition *d, const struct items *items)
{
    if (items->n == 1) return items->v[0].text;
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < items->n; i++) {
        if (i) buf_ch(&b, '\n');
        buf_str(&b, items->v[i].text);
    }
    struct str all = items->n ? arena_str(d->a, buf_view(&b)) : STR("");
    buf_free(&b);
    return all;
}

/* ---- values of a kind ------------------------------------------------------------------------------------------ */

static struct str joined_choices(struct arena *a, const struct key *k)
{
    struct str all = k->choices[0].word;
    for (size_t i = 1; i < k->choice_count; i++) all = arena_printf(a, "%.*s, %.*s", (int)all.n, all.p, (int)k->choices[i].word.n, k->choices[i].word.p);
    return all;
}

static bool in_list(const char *list, struct str word)
{
    while (list && *list) {
        size_t n = strcspn(list, "|");
        if (str_ieq(word, (struct str){list, n})) return true;
        list += n + (list[n] == '|');
    }
    return false;
}

/* The choice that another word stands for; absent when nobody can tell. */
static struct str meant_choice(const struct key *k, struct str word)
{
    enum { MOST = 8 };
    struct str names[MOST];
    for (size_t i = 0; i < k->choice_count && i < MOST; i++) {
        if (in_list(k->choices[i].also, word)) return k->choices[i].word;
        names[i] = k->choices[i].word;
    }
    return suggest(word, names, k->choice_count < MOST ? k->choice_count : MOST);
}

void take_choice(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct item *item = member;
    take_text(d, k, member, key, value);
    if (!item->text.n || value->kind != YAML_SCALAR) return;
    for (size_t i = 0; i < k->choice_count; i++)
        if (str_ieq(item->text, k->choices[i].word)) {
            item->text = k->choices[i].word;
            return;
        }
    struct str meant = meant_choice(k, item->text);
    struct trouble *t = definition_fault(d, meant.p ? W_definition_value_meant : W_definition_value, value);
    t->arg[0] = item->text;
    t->arg[1] = meant.p ? meant : joined_choices(d->a, k);
    if (meant.p) item->text = meant;
}

void take_whole(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct item *item = member;
    uint64_t number;
    take_text(d, k, member, key, value);
    if (!item->text.n || value->kind != YAML_SCALAR || (item->text.n <= 9 && str_u64(item->text, &number))) return;
    definition_fault(d, W_definition_whole, value)->arg[0] = item->text;
    item->text = STR("");
}

/* ---- maps --------------------------------------------------------------------------------------------------- */

/* Keys mostly come in the order of the table: the search begins behind the last hit. */
static size_t find_key(const struct schema *s, const struct yaml_node *key, size_t from)
{
    for (size_t i = 0, at = from; i < s->n; i++, at = at + 1 < s->n ? at + 1 : 0)
        if (s->keys[at].name.n == key->length && memcmp(s->keys[at].name.p, key->text, key->length) == 0) return at;
    return SIZE_MAX;
}

void definition_rejoin(struct definition *d, struct item *cut, const struct yaml_node *key)
{
    cut->text = arena_printf(d->a, "%.*s,%.*s", (int)cut->text.n, cut->text.p, (int)key->length, key->text);
    if (cut->place.at.set && key->span.set) cut->place.at.end = key->span.end;
}

/* The member is one struct item. */
static bool is_text(const struct key *k) { return k->take == take_text || k->take == take_choice || k->take == take_whole; }

void definition_fill(struct definition *d, const struct schema *s, void *into, const struct yaml_node *map, struct place place)
{
    const struct yaml_node *seen[SCHEMA_KEYS] = {0}, *mistyped[SCHEMA_KEYS] = {0};
    size_t at = 0;
    char *base = into;
    struct item *last = NULL; /* the text of the key before this one */
    ((struct item *)(void *)(base + s->head))->place = place;
    for (const struct yaml_node *key = map->child; key; key = key->next->next) {
        size_t hit = find_key(s, key, at);
        if (hit == SIZE_MAX) {
            size_t meant = unknown_key(d, s, key, key->next);
            if (!definition_cut_number(key, key->next)) last = NULL;
            else if (last) definition_rejoin(d, last, key);
            if (meant != SIZE_MAX && !mistyped[meant]) mistyped[meant] = key;
        } else if (seen[hit]) {
            struct trouble *t = definition_fault(d, W_yaml_duplicate_key, key);
            t->arg[0] = s->keys[hit].name;
            t->began = seen[hit]->span;
        } else {
            const struct key *k = &s->keys[hit];
            seen[hit] = key;
            at = hit + 1 < s->n ? hit + 1 : 0;
            k->take(d, k, base + k->offset, key, key->next);
            last = is_text(k) ? (void *)(base + k->offset) : NULL;
        }
    }
    for (size_t i = 0; i < s->n; i++) /* read as what was meant, lest rules say that it is missing, too */
        if (mistyped[i] && !seen[i]) {
            seen[i] = mistyped[i];
            s->keys[i].take(d, &s->keys[i], base + s->keys[i].offset, seen[i], seen[i]->next);
        }
    for (size_t i = 0; i < s->n; i++)
        if (!seen[i] && is_text(&s->keys[i])) ((struct item *)(void *)(base + s->keys[i].offset))->place = place;
}

void take_map(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    static const struct yaml_node nothing = {.kind = YAML_MAP};
    const struct yaml_node *map = value;
    if (value->kind != YAML_MAP) {
        if (value->kind != YAML_SCALAR || definition_text(d, value).n) definition_wrong(d, W_definition_map, key, value);
        map = &nothing;
    }
    ((struct item *)(void *)((char *)member + k->inner->head))->text = STR("");
    definition_fill(d, k->inner, member, map, definition_place(d, key));
}

void take_maps(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    size_t n = 0;
    if (value->kind != YAML_LIST) {
        if (value->kind != YAML_SCALAR || definition_text(d, value).n) definition_wrong(d, W_definition_maps, key, value);
        return;
    }
    for (const struct yaml_node *c = value->child; c; c = c->next)
        if (c->kind == YAML_MAP) n++;
        else definition_wrong(d, W_definition_maps, key, c);
    if (!n) return;
    char *element = k->make(d->a, member, n);
    for (const struct yaml_node *c = value->child; c; c = c->next) {
        if (c->kind != YAML_MAP) continue;
        definition_fill(d, k->inner, element, c, definition_place(d, c));
        element += k->size;
    }
}
