/* libyaml's events to a tree, iteratively: depth, nodes and aliases have ceilings (libyaml 0.2.5 itself has none). */
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/yaml_problem.h"
#include "base/yaml_tree.h"

struct level {
    struct yaml_node *node;
    struct yaml_node *last; /* last child so far */
    size_t children;
    size_t anchor;          /* its anchor; SIZE_MAX: none */
};

struct anchor {
    const char *name;
    struct yaml_node *node;
    bool open;
};

struct parse {
    struct arena *a;
    const struct source *source;
    const struct limits *limits;
    struct trouble *why;
    struct yaml_node *root;
    struct level *stack;
    size_t depth, stack_cap;
    struct {
        struct anchor *v;
        size_t n, cap;
    } anchors;
    uint64_t nodes, aliases;
    size_t chars;    /* cursor that turns libyaml's character index into a byte offset */
    size_t bytes;
    bool ascii;
    struct span quoted; /* the last scalar, if it was quoted and went over a line's end */
};

static bool is_ascii(struct str s)
{
    unsigned char any = 0;
    for (size_t i = 0; i < s.n; i++) any |= (unsigned char)s.p[i];
    return any < 0x80;
}

/* libyaml counts characters; marks mostly grow, so a cursor that moves both ways is linear in practice. */
static uint32_t offset_of(struct parse *p, size_t index)
{
    struct str t = p->source->text;
    if (p->ascii) return (uint32_t)(index < t.n ? index : t.n);
    while (p->chars < index && p->bytes < t.n) {
        p->bytes++;
        while (p->bytes < t.n && ((unsigned char)t.p[p->bytes] & 0xC0) == 0x80) p->bytes++;
        p->chars++;
    }
    while (p->chars > index) {
        p->bytes--;
        while (((unsigned char)t.p[p->bytes] & 0xC0) == 0x80) p->bytes--;
        p->chars--;
    }
    return (uint32_t)p->bytes;
}

static enum rc fail(struct parse *p, enum rc rc, enum word message, uint32_t at, uint32_t began)
{
    p->why->message = message;
    p->why->at = SPAN(at, at);
    p->why->began = began < at ? SPAN(began, began) : SPAN_NONE;
    return rc;
}

static enum rc fail_limit(struct parse *p, enum limit limit, enum word message, uint32_t at)
{
    p->why->arg[0] = arena_printf(p->a, "%llu", (unsigned long long)p->limits->v[limit]);
    return fail(p, RC_LIMIT, message, at, at);
}

static enum rc append(struct parse *p, struct yaml_node *node, uint32_t at)
{
    if (++p->nodes > p->limits->v[LIMIT_nodes]) return fail_limit(p, LIMIT_nodes, W_yaml_nodes, at);
    if (p->depth == 0) {
        p->root = node;
        return RC_OK;
    }
    struct level *top = &p->stack[p->depth - 1];
    if (top->last) top->last->next = node;
    else top->node->child = node;
    top->last = node;
    if (top->node->kind == YAML_MAP && top->children % 2 == 0 && node->kind != YAML_SCALAR)
        return fail(p, RC_SYNTAX, W_yaml_key_not_scalar, at, at);
    top->children++;
    return RC_OK;
}

static struct yaml_node *node_new(struct parse *p, enum yaml_kind kind, const yaml_event_t *e)
{
    struct yaml_node *n = arena_alloc(p->a, sizeof *n);
    n->kind = (uint8_t)kind;
    n->line = (uint32_t)e->start_mark.line + 1;
    uint32_t begin = offset_of(p, e->start_mark.index);
    n->span = SPAN(begin, offset_of(p, e->end_mark.index));
    return n;
}

static void set_anchor(struct parse *p, const yaml_char_t *name, struct yaml_node *node, bool open)
{
    if (!name) return;
    struct anchor *x = ARENA_PUSH(p->a, &p->anchors);
    x->name = arena_strz(p->a, str_of((const char *)name));
    x->node = node;
    x->open = open;
}

/* Copies a tree without recursion; counts each copy. */
static enum rc copy(struct parse *p, const struct yaml_node *from, struct yaml_node **out, uint32_t at)
{
    struct frame {
        const struct yaml_node *next;
        struct yaml_node **slot;
    };
    struct {
        struct frame *v;
        size_t n, cap;
    } waiting = {0};
    struct yaml_node *top = NULL;
    struct yaml_node **slot = &top;
    const struct yaml_node *n = from;
    bool first = true;
    for (;;) {
        while (n) {
            if (++p->nodes > p->limits->v[LIMIT_nodes]) return fail_limit(p, LIMIT_nodes, W_yaml_nodes, at);
            struct yaml_node *c = arena_alloc(p->a, sizeof *c);
            *c = *n;
            c->child = c->next = NULL;
            *slot = c;
            if (n->next && !first) {
                struct frame *f = ARENA_PUSH(p->a, &waiting);
                f->next = n->next;
                f->slot = (struct yaml_node **)(void *)&c->next;
            }
            first = false;
            slot = (struct yaml_node **)(void *)&c->child;
            n = n->child;
        }
        if (waiting.n == 0) break;
        struct frame f = waiting.v[--waiting.n];
        n = f.next;
        slot = f.slot;
    }
    *out = top;
    return RC_OK;
}

static enum rc alias(struct parse *p, const yaml_event_t *e)
{
    uint32_t at = offset_of(p, e->start_mark.index);
    if (++p->aliases > p->limits->v[LIMIT_aliases]) return fail_limit(p, LIMIT_aliases, W_yaml_aliases, at);
    const char *name = (const char *)e->data.alias.anchor;
    for (size_t i = p->anchors.n; i-- > 0;) {
        if (strcmp(p->anchors.v[i].name, name) != 0) continue;
        if (p->anchors.v[i].open) return fail(p, RC_SYNTAX, W_yaml_alias_recursive, at, at);
        struct yaml_node *n = NULL;
        enum rc rc = copy(p, p->anchors.v[i].node, &n, at);
        return rc == RC_OK ? append(p, n, at) : rc;
    }
    p->why->arg[0] = arena_str(p->a, str_of(name));
    return fail(p, RC_SYNTAX, W_yaml_alias_unknown, at, at);
}

static enum rc open_level(struct parse *p, const yaml_event_t *e, enum yaml_kind kind, const yaml_char_t *anchor)
{
    struct yaml_node *n = node_new(p, kind, e);
    if (p->depth >= p->limits->v[LIMIT_depth]) return fail_limit(p, LIMIT_depth, W_yaml_depth, n->span.begin);
    enum rc rc = append(p, n, n->span.begin);
    if (rc != RC_OK) return rc;
    set_anchor(p, anchor, n, true);
    p->stack = arena_grow(p->a, p->stack, p->depth, &p->stack_cap, sizeof *p->stack);
    p->stack[p->depth++] = (struct level){n, NULL, 0, anchor ? p->anchors.n - 1 : SIZE_MAX};
    return RC_OK;
}

static void close_level(struct parse *p, const yaml_event_t *e)
{
    struct yaml_node *n = p->stack[--p->depth].node;
    uint32_t end = offset_of(p, e->end_mark.index);
    const struct yaml_node *last = p->stack[p->depth].last;
    if (last && e->start_mark.index == e->end_mark.index && last->span.end < end) end = last->span.end; /* block style: ends with its last child */
    n->span.end = end;
    if (p->stack[p->depth].anchor != SIZE_MAX) p->anchors.v[p->stack[p->depth].anchor].open = false;
}

static enum rc scalar(struct parse *p, const yaml_event_t *e)
{
    struct yaml_node *n = node_new(p, YAML_SCALAR, e);
    n->plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    n->length = (uint32_t)e->data.scalar.length;
    n->text = arena_strz(p->a, (struct str){(const char *)e->data.scalar.value, e->data.scalar.length});
    bool quoted = e->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE || e->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE;
    p->quoted = quoted && e->start_mark.line < e->end_mark.line ? n->span : SPAN_NONE;
    set_anchor(p, e->data.scalar.anchor, n, false);
    return append(p, n, n->span.begin);
}

static enum rc syntax_error(struct parse *p, const yaml_parser_t *y)
{
    size_t at = y->error == YAML_READER_ERROR ? p->source->text.n : y->problem_mark.index;
    uint32_t offset = y->error == YAML_READER_ERROR ? (uint32_t)(y->problem_offset < p->source->text.n ? y->problem_offset : p->source->text.n)
                                                    : offset_of(p, at);
    uint32_t began = y->context ? offset_of(p, y->context_mark.index) : offset;
    enum word message = yaml_problem_word(y->problem, y->context);
    if (message == W_yaml_colon) offset = began; /* libyaml notices at the next key */
    if (message == W_yaml_character && offset < p->source->text.n && p->source->text.p[offset] == '\t') message = W_yaml_tab;
    if (p->quoted.set && offset >= p->quoted.end && !memchr(p->source->text.p + p->quoted.end, '\n', offset - p->quoted.end)) {
        message = W_yaml_quote; /* text right behind a quote that began on an earlier line: that one was meant to end there */
        began = p->quoted.begin;
    }
    p->why->arg[0] = arena_str(p->a, str_of(y->problem ? y->problem : "?"));
    return fail(p, RC_SYNTAX, message, offset, began);
}

static enum rc event(struct parse *p, const yaml_event_t *e, int *documents)
{
    switch (e->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (++*documents > 1) {
            uint32_t at = offset_of(p, e->start_mark.index);
            return fail(p, RC_UNSUPPORTED, W_yaml_documents, at, at);
        }
        return RC_OK;
    case YAML_SCALAR_EVENT: return scalar(p, e);
    case YAML_ALIAS_EVENT: return alias(p, e);
    case YAML_SEQUENCE_START_EVENT: return open_level(p, e, YAML_LIST, e->data.sequence_start.anchor);
    case YAML_MAPPING_START_EVENT: return open_level(p, e, YAML_MAP, e->data.mapping_start.anchor);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: close_level(p, e); return RC_OK;
    default: return RC_OK;
    }
}

enum rc yaml_parse(struct arena *a, const struct source *source, const struct limits *limits, const struct yaml_node **root,
                   struct trouble *why)
{
    struct parse p = {.a = a, .source = source, .limits = limits, .why = why, .ascii = is_ascii(source->text)};
    yaml_parser_t y;
    *root = NULL;
    *why = (struct trouble){0};
    if (!yaml_parser_initialize(&y)) base_out_of_memory();
    yaml_parser_set_encoding(&y, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&y, (const unsigned char *)source->text.p, source->text.n);
    enum rc rc = RC_OK;
    int documents = 0;
    for (bool more = true; more && rc == RC_OK;) {
        yaml_event_t e;
        if (!yaml_parser_parse(&y, &e)) {
            if (y.error == YAML_MEMORY_ERROR) base_out_of_memory();
            rc = syntax_error(&p, &y);
            break;
        }
        more = e.type != YAML_STREAM_END_EVENT;
        rc = event(&p, &e, &documents);
        yaml_event_delete(&e);
    }
    yaml_parser_delete(&y);
    if (rc == RC_OK) *root = p.root;
    return rc;
}

static int by_text(const void *x, const void *y)
{
    const struct yaml_node *a = *(const struct yaml_node *const *)x, *b = *(const struct yaml_node *const *)y;
    int c = str_cmp(yaml_str(a), yaml_str(b));
    return c ? c : (a->span.begin > b->span.begin) - (a->span.begin < b->span.begin);
}

static void map_duplicates(struct arena *a, const struct yaml_node *map, struct troubles *out)
{
    size_t n = yaml_size(map), i = 0;
    if (n < 2) return;
    const struct yaml_node **keys = arena_alloc(a, n * sizeof *keys);
    for (const struct yaml_node *k = map->child; k; k = k->next->next) keys[i++] = k;
    if (n <= 16) { /* most maps: no sorting */
        for (i = 1; i < n; i++)
            for (size_t j = 0; j < i; j++)
                if (keys[i]->length == keys[j]->length && memcmp(keys[i]->text, keys[j]->text, keys[i]->length) == 0) {
                    struct trouble *t = trouble_add(a, out, W_yaml_duplicate_key, keys[i]->span);
                    t->arg[0] = yaml_str(keys[i]);
                    t->began = keys[j]->span;
                    break;
                }
        return;
    }
    qsort(keys, n, sizeof *keys, by_text);
    for (i = 1; i < n; i++)
        if (str_eq(yaml_str(keys[i]), yaml_str(keys[i - 1]))) {
            struct trouble *t = trouble_add(a, out, W_yaml_duplicate_key, keys[i]->span);
            t->arg[0] = yaml_str(keys[i]);
            t->began = keys[i - 1]->span;
        }
}

void yaml_duplicates(struct arena *a, const struct yaml_node *root, struct troubles *out)
{
    struct {
        const struct yaml_node **v;
        size_t n, cap;
    } waiting = {0};
    if (root) *ARENA_PUSH(a, &waiting) = root;
    while (waiting.n) {
        const struct yaml_node *n = waiting.v[--waiting.n];
        if (n->kind == YAML_MAP) map_duplicates(a, n, out);
        for (const struct yaml_node *c = n->child; c; c = c->next)
            if (c->kind != YAML_SCALAR) *ARENA_PUSH(a, &waiting) = c;
    }
}
