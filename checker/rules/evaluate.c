/* Expressions at a node: needed facts first, then libxml2 within its budget. */
#include <string.h>

#include "rules/engine.h"

/* libxml2 also compiles some paths to a pattern that it matches by walking the whole subtree, uncounted by the budget; parentheses
 * keep it from that. */
static struct xpath_expression *compiled(struct engine *e, size_t index)
{
    if (e->compiled.v[index]) return e->compiled.v[index];
    struct buf b = BUF_INIT;
    size_t at;
    buf_ch(&b, '(');
    buf_str(&b, e->loader.program.texts.v[index]);
    buf_ch(&b, ')');
    e->compiled.v[index] = xpath_compile(e->x, b.p, &at);
    buf_free(&b);
    if (!e->compiled.v[index]) base_out_of_memory(); /* it compiled when the pack was proved */
    return e->compiled.v[index];
}

static struct xpath_budget budget(const struct engine *e) { return (struct xpath_budget){*e->spent, e->limits.v[LIMIT_operations]}; }

static void failed(const struct engine *e, struct reason *why)
{
    struct xpath_budget b = budget(e);
    *why = (struct reason){.word = b.spent >= b.most ? W_reason_budget : W_reason_evaluation, .limit = b.most};
}

struct xpath_value *evaluate(struct engine *e, size_t expression, const struct view_node *node, struct reason *why)
{
    struct xpath_budget b = budget(e);
    struct xpath_value *v = xpath_ask(e->x, compiled(e, expression), node, &b);
    *e->spent = b.spent;
    if (!v) failed(e, why);
    return v;
}

const struct item *node_doubt(const struct view_node *n)
{
    for (; n && view_is_element(n); n = view_parent(n)) {
        const struct item *item = view_item(n);
        if (item && item->certain) return NULL;
        if (item && item->doubt != WORD_NONE) return item;
    }
    return NULL;
}

static const struct item *doubt_of(struct engine *e, const struct view_node *n)
{
    if (e->doubt_of != n) e->doubt = node_doubt(n);
    e->doubt_of = n;
    return e->doubt;
}

/* The fact of an element, if it can be relied on; NULL: not, and why. */
static const struct view_node *known_fact(struct engine *e, const struct view_node *n, size_t fact, struct reason *why)
{
    const struct item *doubtful = e->guarding ? NULL : doubt_of(e, n);
    if (doubtful) {
        *why = (struct reason){.word = doubtful->doubt, .where = doubtful->place.where};
        return NULL;
    }
    const struct view_node *known = view_fact(n, e->names.v[fact]);
    if (known) return known;
    const char *name = e->loader.program.names.v[fact].p;
    const struct item *item = view_item(n);
    const struct fact *f = item ? fact_called(item, name) : NULL;
    *why = f && f->reason != WORD_NONE ? (struct reason){.word = f->reason} : (struct reason){.word = W_reason_fact_unknown, .fact = name};
    return NULL;
}

static bool has_fact(struct engine *e, const struct view_node *n, size_t fact, struct reason *why)
{
    return !view_is_element(n) || known_fact(e, n, fact, why);
}

/* A path that reaches nothing needs nothing: what is not there has no facts. */
static bool need_met(struct engine *e, const struct need *need, const struct view_node *node, struct reason *why)
{
    if (need->path == NO_INDEX) return has_fact(e, node, need->fact, why);
    if (need->quick) {
        struct quick_cursor c;
        const struct view_node *n = quick_first(e, &c, need->quick, node);
        while (n && has_fact(e, n, need->fact, why)) n = quick_next(e, &c);
        return !n;
    }
    struct xpath_value *v = evaluate(e, need->path, node, why);
    if (!v) return false;
    bool met = true;
    for (size_t i = 0; i < xpath_count(v) && met; i++) met = has_fact(e, xpath_node(v, i), need->fact, why);
    xpath_value_free(v);
    return met;
}

/* One expression, all of whose facts are needed. */
static int ask(struct engine *e, size_t expression, const struct view_node *node, struct reason *why)
{
    const struct expression *x = &e->loader.program.expressions.v[expression];
    int truth = -1;
    if (x->own && view_is_element(node)) {
        const struct view_node *fact = known_fact(e, node, x->needs[0].fact, why);
        truth = fact ? quick_fact_truth(e, x->quick, fact) : -1;
        if (!fact || truth >= 0) return truth;
    }
    for (size_t i = 0; i < x->need_count; i++)
        if (!need_met(e, &x->needs[i], node, why)) return -1;
    if (x->quick) truth = quick_truth(e, x->quick, node);
    if (truth >= 0) return truth;
    struct xpath_budget b = budget(e); /* needs and quick_truth have spent, too */
    truth = xpath_truth(e->x, compiled(e, expression), node, &b);
    *e->spent = b.spent;
    if (truth < 0) failed(e, why);
    return truth;
}

static int leaf_truth(struct engine *e, size_t expression, const struct view_node *node, struct reason *why)
{
    if (*e->spent >= e->limits.v[LIMIT_operations]) {
        failed(e, why);
        return -1;
    }
    if (!e->loader.program.expressions.v[expression].everywhere) return ask(e, expression, node, why);
    while (e->settled.n < 2 * e->loader.program.expressions.n) *ARENA_PUSH(e->own, &e->settled) = (struct settled){0};
    struct settled *s = &e->settled.v[2 * expression + e->guarding];
    if (s->of != view_document(node)) {
        s->truth = ask(e, expression, node, &s->why);
        s->of = view_document(node);
    }
    if (s->truth < 0) *why = s->why;
    return s->truth;
}

int evaluate_test(struct engine *e, const struct logic *test, const struct view_node *node, struct reason *why)
{
    if (test->op == LOGIC_LEAF) return leaf_truth(e, test->expression, node, why);
    if (test->op == LOGIC_NOT) {
        int truth = evaluate_test(e, test->first, node, why);
        return truth < 0 ? truth : !truth;
    }
    int decisive = test->op == LOGIC_OR, result = !decisive;
    for (const struct logic *part = test->first; part; part = part->next) {
        struct reason unknown;
        int truth = evaluate_test(e, part, node, &unknown);
        if (truth == decisive) return truth;
        if (truth < 0 && result >= 0) {
            result = truth;
            *why = unknown;
        }
    }
    return result;
}

const struct view_node *evaluate_node(struct engine *e, size_t expression, const struct view_node *node)
{
    struct reason why;
    struct xpath_value *v = evaluate(e, expression, node, &why);
    const struct view_node *first = NULL;
    if (v && xpath_count(v)) {
        xpath_sort(v);
        first = view_around(xpath_node(v, 0));
    }
    xpath_value_free(v);
    return first;
}
