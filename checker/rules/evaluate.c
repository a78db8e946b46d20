/* Expressions at a node: needed facts first, then libxml2 within its budget. */
#include <string.h>

#include "rules/engine.h"

xmlAttr *node_fact(const xmlNode *n, const xmlChar *interned_name)
{
    for (xmlAttr *a = n->properties; a; a = a->next)
        if (a->name == interned_name) return a;
    return NULL;
}

/* libxml2 also compiles some paths to a pattern that it matches by walking the whole subtree, uncounted by the budget; parentheses
 * keep it from that. */
static xmlXPathCompExpr *compiled(struct engine *e, size_t index)
{
    if (e->compiled[index]) return e->compiled[index];
    struct buf b = BUF_INIT;
    buf_ch(&b, '(');
    buf_str(&b, e->set->texts.v[index]);
    buf_ch(&b, ')');
    e->compiled[index] = xmlXPathCtxtCompile(e->x, (const xmlChar *)b.p);
    buf_free(&b);
    if (!e->compiled[index]) base_out_of_memory(); /* it compiled when the pack was loaded */
    return e->compiled[index];
}

/* Ready to evaluate at a node; false: the rule has spent its budget in this document. */
static bool prepare(struct engine *e, xmlNode *node)
{
    e->x->node = node;
    e->x->doc = node->doc;
    e->x->contextSize = e->x->proximityPosition = 1;
    e->x->opCount = *e->spent;
    e->x->opLimit = e->limits.v[LIMIT_operations];
    return e->x->opCount < e->x->opLimit;
}

static void failed(struct engine *e, struct reason *why)
{
    *why = (struct reason){.word = e->x->opCount >= e->x->opLimit ? W_reason_budget : W_reason_evaluation, .limit = e->x->opLimit};
    xmlResetError(&e->x->lastError); /* libxml2 would leak its strings at the next error */
}

xmlXPathObject *evaluate(struct engine *e, size_t expression, xmlNode *node, struct reason *why)
{
    xmlXPathObject *v = NULL;
    if (prepare(e, node)) v = xmlXPathCompiledEval(compiled(e, expression), e->x);
    if (!v) failed(e, why);
    *e->spent = e->x->opCount;
    return v;
}

const struct item *node_doubt(const xmlNode *n)
{
    for (; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
        const struct item *item = n->_private;
        if (item && item->certain) return NULL;
        if (item && item->doubt != WORD_NONE) return item;
    }
    return NULL;
}

static bool has_fact(struct engine *e, const xmlNode *n, size_t fact, struct reason *why)
{
    if (n->type != XML_ELEMENT_NODE) return true;
    const struct item *doubtful = e->guarding ? NULL : node_doubt(n);
    if (doubtful) *why = (struct reason){.word = doubtful->doubt, .where = doubtful->place.where};
    if (doubtful || node_fact(n, e->names[fact])) return !doubtful;
    const char *name = e->set->names.v[fact].p;
    const struct item *item = n->_private;
    const struct fact *f = item ? fact_called(item, name) : NULL;
    *why = f && f->reason != WORD_NONE ? (struct reason){.word = f->reason} : (struct reason){.word = W_reason_fact_unknown, .fact = name};
    return false;
}

/* A path that reaches nothing needs nothing: what is not there has no facts. */
static bool need_met(struct engine *e, const struct need *need, xmlNode *node, struct reason *why)
{
    if (need->path == NO_INDEX) return has_fact(e, node, need->fact, why);
    if (need->quick) {
        struct quick_cursor c;
        const xmlNode *n = quick_first(e, &c, need->quick, node);
        while (n && has_fact(e, n, need->fact, why)) n = quick_next(e, &c);
        return !n;
    }
    xmlXPathObject *v = evaluate(e, need->path, node, why);
    if (!v) return false;
    bool met = true;
    if (v->type == XPATH_NODESET && v->nodesetval)
        for (int i = 0; i < v->nodesetval->nodeNr && met; i++) met = has_fact(e, v->nodesetval->nodeTab[i], need->fact, why);
    xmlXPathFreeObject(v);
    return met;
}

/* One expression, all of whose facts are needed. */
static int leaf_truth(struct engine *e, size_t expression, xmlNode *node, struct reason *why)
{
    const struct expression *x = &e->set->expressions.v[expression];
    int truth = -1;
    if (!prepare(e, node)) {
        failed(e, why);
        return -1;
    }
    for (size_t i = 0; i < x->need_count; i++)
        if (!need_met(e, &x->needs[i], node, why)) return -1;
    if (x->quick) truth = quick_truth(e, x->quick, node);
    if (truth >= 0) return truth;
    if (prepare(e, node)) truth = xmlXPathCompiledEvalToBoolean(compiled(e, expression), e->x);
    if (truth < 0) failed(e, why);
    *e->spent = e->x->opCount;
    return truth;
}

int evaluate_test(struct engine *e, const struct logic *test, xmlNode *node, struct reason *why)
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

xmlNode *evaluate_node(struct engine *e, size_t expression, xmlNode *node)
{
    struct reason why;
    xmlXPathObject *v = evaluate(e, expression, node, &why);
    xmlNode *first = NULL;
    if (v && v->type == XPATH_NODESET && v->nodesetval && v->nodesetval->nodeNr) {
        xmlXPathNodeSetSort(v->nodesetval);
        first = v->nodesetval->nodeTab[0];
    }
    if (v) xmlXPathFreeObject(v);
    while (first && first->type != XML_ELEMENT_NODE) first = first->parent;
    return first;
}
