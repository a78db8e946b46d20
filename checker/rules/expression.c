/* Expressions and templates of a pack: names checked, grammar checked, kept once. */
#include <string.h>

#include "rules/engine.h"

/* What XPath 1.0 itself has, and ours. */
static const char *const functions[] = {
    "ada", "boolean", "ceiling", "concat", "contains", "count", "false", "floor", "id", "lang", "last", "local-name", "name",
    "namespace-uri", "normalize-space", "not", "number", "position", "round", "starts-with", "string", "string-length", "substring",
    "substring-after", "substring-before", "sum", "translate", "true",
};

static bool function_known(struct str name)
{
    for (size_t i = 0; i < COUNT(functions); i++)
        if (str_eqz(name, functions[i])) return true;
    return false;
}

/* First row of that name; rows of one name are neighbours. */
static const struct fact_row *fact_rows_of(const struct loader *s, struct str name)
{
    size_t lo = 0, hi = s->facts.n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (str_cmp(s->facts.v[mid].name, name) < 0) lo = mid + 1;
        else hi = mid;
    }
    while (lo < s->facts.n && str_eq(s->facts.v[lo].name, name) && s->facts.v[lo].child) lo++;
    return lo < s->facts.n && str_eq(s->facts.v[lo].name, name) ? &s->facts.v[lo] : NULL;
}

static const struct fact_row *fact_row_at(const struct loader *s, struct str name, struct str element)
{
    const struct fact_row *end = s->facts.v + s->facts.n;
    for (const struct fact_row *f = fact_rows_of(s, name); f && f < end && str_eq(f->name, name); f++)
        if (!f->child && str_eq(f->element, element)) return f;
    return NULL;
}

/* Where a fact stands, if its path can be followed by name alone. */
static bool fact_element(struct arena *a, const struct fact_use *u, struct str at, struct str *element)
{
    if (u->in_predicate) return false;
    if (u->path.p) return path_resolve(a, at, u->path, element);
    *element = at;
    return true;
}

enum fact_type load_fact_type(struct loader *l, const struct fact_use *u, const struct rule *r)
{
    struct str element;
    const struct fact_row *f = NULL;
    if (!l->facts.n) load_facts(l);
    for (size_t i = 0; i < r->at_count && !f; i++)
        if (fact_element(l->a, u, r->at[i], &element)) f = fact_row_at(l, u->name, element);
    if (!f) f = fact_rows_of(l, u->name);
    return f ? f->type : FACT_TEXT;
}

static bool value_possible(const struct fact_row *f, struct str value)
{
    if (f->type == FACT_BOOL) return str_eqz(value, "ya") || str_eqz(value, "tidak");
    if (f->type != FACT_CHOICE || !f->values) return true;
    for (const struct yaml_node *v = f->values->child; v; v = v->next)
        if (str_eq(yaml_str(v), value)) return true;
    return false;
}

static void check_fact(struct loader *l, const struct yaml_node *where, const struct fact_use *u, const struct rule *r)
{
    struct str element;
    if (!fact_rows_of(l, u->name)) {
        load_fault(l, where, W_pack_fact, u->name, STR_ABSENT);
        return;
    }
    if (u->in_predicate && !u->in_ada) {
        load_fault(l, where, W_pack_fact_predicate, u->name, STR_ABSENT);
        return;
    }
    for (size_t i = 0; i < r->at_count; i++) {
        if (!fact_element(l->a, u, r->at[i], &element)) continue;
        const struct fact_row *f = fact_row_at(l, u->name, element);
        if (!f) load_fault(l, where, W_pack_fact_element, u->name, element);
        else if (u->literal.p && !value_possible(f, u->literal)) load_fault(l, where, W_pack_fact_value, u->name, u->literal);
    }
}

static bool names_good(struct loader *l, const struct yaml_node *where, const struct scan *z, const struct rule *r)
{
    size_t before = l->faults->n;
    if (l->proved) return true;
    if (z->fault != WORD_NONE) load_fault(l, where, z->fault, z->fault_arg, STR_ABSENT);
    for (size_t i = 0; i < z->functions.n; i++)
        if (!function_known(z->functions.v[i])) load_fault(l, where, W_pack_function, z->functions.v[i], STR_ABSENT);
    for (size_t i = 0; i < z->elements.n; i++)
        if (!load_element_known(l, z->elements.v[i])) load_fault(l, where, W_pack_element, z->elements.v[i], STR_ABSENT);
    for (size_t i = 0; i < z->variables.n; i++) {
        bool known = false;
        for (size_t p = 0; p < l->parameters->n; p++) known = known || str_eqz(z->variables.v[i], l->parameters->v[p].name);
        if (!known) load_fault(l, where, W_pack_variable, z->variables.v[i], STR_ABSENT);
    }
    for (size_t i = 0; i < z->facts.n; i++) check_fact(l, where, &z->facts.v[i], r);
    return l->faults->n == before;
}

static bool grammar_good(struct loader *l, const struct yaml_node *where, struct str text)
{
    if (l->proved || texts_has(&l->program.texts, text)) return true; /* kept before: most stand in the texts of both languages */
    size_t good;
    struct xpath_expression *c = xpath_compile(l->x, text.p, &good);
    if (!c) load_fault(l, where, W_pack_xpath, text, arena_printf(l->a, "%zu", good + 1));
    xpath_expression_free(c);
    return c != NULL;
}

static size_t keep(struct loader *l, struct str text)
{
    size_t index = texts_index(l->a, &l->program.texts, text);
    if (index == l->program.expressions.n)
        ARENA_PUSH(l->a, &l->program.expressions)->quick = quick_compile(l->a, &l->program.names, l->program.texts.v[index]);
    return index;
}

static bool own_fact(const struct expression *x)
{
    return x->quick && x->needs[0].path == NO_INDEX && quick_own_fact(x->quick) == x->needs[0].fact;
}

static bool for_all_nodes(const struct expression *x)
{
    bool all = x->quick && quick_absolute(x->quick);
    for (size_t i = 0; all && i < x->need_count; i++) all = x->needs[i].quick && x->needs[i].quick->absolute;
    return all;
}

/* Needs are the same wherever an expression stands, so they are kept with it. */
static size_t keep_with_needs(struct loader *l, struct str text, const struct scan *z)
{
    size_t index = keep(l, text);
    struct {
        struct need *v;
        size_t n, cap;
    } needs = {0};
    for (size_t i = 0; i < z->facts.n; i++) {
        const struct fact_use *u = &z->facts.v[i];
        if (u->in_ada) continue;
        struct need need = {.fact = texts_index(l->a, &l->program.names, u->name), .path = NO_INDEX};
        if (u->path.p && !str_eqz(u->path, ".")) {
            need.path = keep(l, u->path);
            need.quick = quick_path_compile(l->a, &l->program.names, l->program.texts.v[need.path]);
        }
        bool known = false;
        for (size_t k = 0; k < needs.n; k++) known = known || (needs.v[k].fact == need.fact && needs.v[k].path == need.path);
        if (!known) *ARENA_PUSH(l->a, &needs) = need;
    }
    l->program.expressions.v[index].needs = needs.v;
    l->program.expressions.v[index].need_count = needs.n;
    l->program.expressions.v[index].own = needs.n == 1 && own_fact(&l->program.expressions.v[index]);
    l->program.expressions.v[index].everywhere = for_all_nodes(&l->program.expressions.v[index]);
    return index;
}

/* The text of an expression as it is kept, and what is in it until the next one is loaded. */
static struct str scanned(struct loader *l, struct str text, struct scan *z)
{
    arena_reset(l->scans);
    text = arena_str(l->a, str_trim(text));
    scan_expression(l->scans, text, z);
    return text;
}

static size_t load_scanned(struct loader *l, const struct yaml_node *where, struct str text, const struct scan *z, const struct rule *r)
{
    return names_good(l, where, z, r) && grammar_good(l, where, text) ? keep(l, text) : NO_INDEX;
}

size_t load_expression(struct loader *l, const struct yaml_node *where, struct str text, const struct rule *r)
{
    struct scan z;
    text = scanned(l, text, &z);
    return load_scanned(l, where, text, &z, r);
}

static struct logic *logic(struct loader *l, enum logic_op op)
{
    struct logic *q = arena_alloc(l->a, sizeof *q);
    q->op = op;
    return q;
}

/* (…) or not(…) and nothing else. */
static bool enclosed(struct str text, const struct scan *z, const char *before, struct str *inside)
{
    struct str rest = str_slice(text, strlen(before), text.n);
    if (!str_starts(text, str_of(before)) || z->closed != text.n || !str_starts(str_trim(rest), STR("("))) return false;
    *inside = str_trim(str_slice(text, str_find(text, STR("("), 0) + 1, text.n - 1));
    return true;
}

/* The parts of a test that compiles, taken apart at or, then at and, then inside parentheses and not(). */
static struct logic *take_apart(struct loader *l, struct str text)
{
    struct scan z;
    struct str inside;
    bool is_or = false;
    scan_expression(l->scans, text, &z);
    if (z.joins.n == 0) {
        if (enclosed(text, &z, "", &inside)) return take_apart(l, inside);
        struct logic *one = logic(l, enclosed(text, &z, "not", &inside) ? LOGIC_NOT : LOGIC_LEAF);
        if (one->op == LOGIC_NOT) one->first = take_apart(l, inside);
        else one->expression = keep_with_needs(l, text, &z);
        return one;
    }
    for (size_t i = 0; i < z.joins.n; i++) is_or = is_or || z.joins.v[i].is_or;
    struct logic *all = logic(l, is_or ? LOGIC_OR : LOGIC_AND);
    const struct logic **link = &all->first;
    for (size_t i = 0, begin = 0; i <= z.joins.n; i++) {
        const struct join *j = i < z.joins.n ? &z.joins.v[i] : NULL;
        if (j && j->is_or != is_or) continue;
        struct logic *part = take_apart(l, str_trim(str_slice(text, begin, j ? j->begin : text.n)));
        *link = part;
        link = &part->next;
        begin = j ? j->end : 0;
    }
    return all;
}

const struct logic *load_test(struct loader *l, const struct yaml_node *where, struct str text, const struct rule *r)
{
    struct scan z;
    if (l->proved) {
        arena_reset(l->scans);
        return take_apart(l, arena_str(l->a, str_trim(text)));
    }
    text = scanned(l, text, &z);
    return names_good(l, where, &z, r) && grammar_good(l, where, text) ? take_apart(l, text) : NULL;
}

/* Index of the } that ends the expression which begins at `from`; braces inside its literals do not count. */
static size_t expression_end(struct str text, size_t from)
{
    char quote = 0;
    for (size_t i = from; i < text.n; i++) {
        char c = text.p[i];
        if (quote) quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'') quote = c;
        else if (c == '}') return i;
        else if (c == '{') return SIZE_MAX;
    }
    return SIZE_MAX;
}

static bool template_part(struct loader *l, const struct yaml_node *where, struct str inside, const struct rule *r, struct template *out)
{
    struct piece p = {.expression = NO_INDEX, .argument = -1};
    if (r->info.scope == SCOPE_PROGRAM) {
        if (!str_eqz(inside, "0") && !str_eqz(inside, "1")) {
            load_fault(l, where, W_pack_argument, inside, STR_ABSENT);
            return false;
        }
        p.argument = inside.p[0] - '0';
    } else {
        struct scan z;
        inside = scanned(l, inside, &z);
        p.expression = load_scanned(l, where, inside, &z, r);
        p.fact = z.only_fact;
        if (p.fact) p.type = load_fact_type(l, &z.facts.v[0], r);
    }
    *ARENA_PUSH(l->a, out) = p;
    return true;
}

void load_template(struct loader *l, const struct yaml_node *where, struct str text, const struct rule *r, struct template *out)
{
    size_t begin = 0;
    for (size_t i = 0; i <= text.n; i++) {
        char c = i < text.n ? text.p[i] : '\0';
        if (c && c != '{' && c != '}') continue;
        bool doubled = c && i + 1 < text.n && text.p[i + 1] == c;
        size_t end = i + doubled; /* of the literal: a doubled brace leaves one */
        if (end > begin)
            *ARENA_PUSH(l->a, out) = (struct piece){.literal = str_slice(text, begin, end), .expression = NO_INDEX, .argument = -1};
        begin = end + 1;
        if (doubled) i = end;
        if (!c || doubled) continue;
        size_t close = c == '{' ? expression_end(text, i + 1) : SIZE_MAX;
        if (close == SIZE_MAX) {
            load_fault(l, where, W_pack_brace, text, STR_ABSENT);
            return;
        }
        if (!template_part(l, where, str_slice(text, i + 1, close), r, out)) return;
        i = close;
        begin = close + 1;
    }
}
