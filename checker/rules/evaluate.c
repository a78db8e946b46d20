/* Expressions at a node: needed facts first, then libxml2 within its budget. */
#include <string.h>

#include "rules/engine.h"

/* libxml2 also compiles some paths to a pattern that it matches by walking the whole subtree, uncounted by the budget; parentheses
 * keep it from that. */
static struct xpath_expression *compiled(struct engine *e, size_t index)
{
    if (e->compiled[index]) return e->compiled[index];
    struct buf b = BUF_INIT;
    size_t at;
    buf_ch(&b, '(');
    buf_str(&b, e->set->texts.v[index]);
    buf_ch(&b, ')');
    e->compiled[index] = xpath_compile(e->x, b.p, &at);
    buf_free(&b);
    if (!e->compiled[index]) base_out_of_memory(); /* it compiled when the pack was loaded */
    return e->compiled[index];
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

static bool has_fact(struct engine *e, const struct view_node *n, size_t fact, struct reason *why)
{
    if (!view_is_element(n)) return true;
    const struct item *doubtful = e->guarding ? NULL : node_doubt(n);
    if (doubtful) *why = (struct reason){.word = doubtful->doubt, .where = doubtful->place.where};
    if (doubtful || view_fact(n, e->names[fact])) return !doubtful;
    const char *name = e->set->names.v[fact].p;
    const struct item *item = view_item(n);
    const struct fact *f = item ? fact_called(item, name) : NULL;
    *why = f && f->reason != WORD_NONE ? (struct reason){.word = f->reason} : (struct reason){.word = W_reason_fact_unknown, .fact = name};
    return false;
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
static int leaf_truth(struct engine *e, size_t expression, const struct view_node *node, struct reason *why)
{
    const struct expression *x = &e->set->expressions.v[expression];
    int truth = -1;
    struct xpath_budget b = budget(e);
    if (b.spent >= b.most) {
        failed(e, why);
        return -1;
    }
    for (size_t i = 0; i < x->need_count; i++)
        if (!need_met(e, &x->needs[i], node, why)) return -1;
    if (x->quick) truth = quick_truth(e, x->quick, node);
    if (truth >= 0) return truth;
    b = budget(e); /* needs and quick_truth have spent, too */
    truth = xpath_truth(e->x, compiled(e, expression), node, &b);
    *e->spent = b.spent;
    if (truth < 0) failed(e, why);
    return truth;
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
