/* Expressions: libxml2's XPath behind xpath.h. */
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "stage/xpath.h"

static xmlXPathContext *context(struct xpath *x) { return (xmlXPathContext *)(void *)x; }
static xmlXPathCompExpr *compiled(struct xpath_expression *e) { return (xmlXPathCompExpr *)(void *)e; }
static const xmlXPathObject *object(const struct xpath_value *v) { return (const xmlXPathObject *)(const void *)v; }

static void silent(void *data, xmlError *error) { (void)data, (void)error; }

/* ada(@x): is x known? */
static void ada(xmlXPathParserContext *x, int arguments)
{
    if (arguments != 1) {
        xmlXPathSetArityError(x);
        return;
    }
    xmlXPathObject *v = valuePop(x);
    if (!v) {
        xmlXPathSetError(x, XPATH_INVALID_OPERAND);
        return;
    }
    int known = xmlXPathCastToBoolean(v);
    xmlXPathFreeObject(v);
    valuePush(x, xmlXPathNewBoolean(known));
}

struct xpath *xpath_new(struct view_names *names)
{
    xmlXPathContext *c = xmlXPathNewContext(NULL);
    if (!c) base_out_of_memory();
    c->dict = (xmlDict *)(void *)names;
    c->error = (xmlStructuredErrorFunc)silent;
    if (names) xmlXPathContextSetCache(c, 1, -1, 0);
    xmlXPathRegisterFunc(c, (const xmlChar *)"ada", ada);
    return (struct xpath *)(void *)c;
}

void xpath_free(struct xpath *x) { xmlXPathFreeContext(context(x)); }

void xpath_set_text(struct xpath *x, const char *name, const char *value)
{
    xmlXPathRegisterVariable(context(x), (const xmlChar *)name, xmlXPathNewCString(value));
}

void xpath_set_number(struct xpath *x, const char *name, double value)
{
    xmlXPathRegisterVariable(context(x), (const xmlChar *)name, xmlXPathNewFloat(value));
}

struct xpath_expression *xpath_compile(struct xpath *x, const char *text, size_t *at)
{
    xmlXPathCompExpr *c = xmlXPathCtxtCompile(context(x), (const xmlChar *)text);
    if (!c) {
        int good = context(x)->lastError.int1;
        *at = good > 0 && (size_t)good <= strlen(text) ? (size_t)good : 0;
        xmlResetError(&context(x)->lastError);
    }
    return (struct xpath_expression *)(void *)c;
}

void xpath_expression_free(struct xpath_expression *e)
{
    if (e) xmlXPathFreeCompExpr(compiled(e));
}

/* Ready to evaluate at a node; false: the budget is spent. */
static bool prepare(xmlXPathContext *c, const struct view_node *node, const struct xpath_budget *b)
{
    c->node = (xmlNode *)(uintptr_t)node;
    c->doc = c->node->doc;
    c->contextSize = c->proximityPosition = 1;
    c->opCount = b->spent;
    c->opLimit = b->most;
    return b->spent < b->most;
}

static void settle(xmlXPathContext *c, struct xpath_budget *b, bool good)
{
    b->spent = c->opCount;
    if (!good) xmlResetError(&c->lastError); /* libxml2 would leak its strings at the next error */
}

int xpath_truth(struct xpath *x, struct xpath_expression *e, const struct view_node *node, struct xpath_budget *b)
{
    int truth = prepare(context(x), node, b) ? xmlXPathCompiledEvalToBoolean(compiled(e), context(x)) : -1;
    settle(context(x), b, truth >= 0);
    return truth;
}

struct xpath_value *xpath_ask(struct xpath *x, struct xpath_expression *e, const struct view_node *node, struct xpath_budget *b)
{
    xmlXPathObject *v = prepare(context(x), node, b) ? xmlXPathCompiledEval(compiled(e), context(x)) : NULL;
    settle(context(x), b, v != NULL);
    return (struct xpath_value *)(void *)v;
}

void xpath_value_free(struct xpath_value *v)
{
    if (v) xmlXPathFreeObject((xmlXPathObject *)(void *)v);
}

bool xpath_is_nodes(const struct xpath_value *v) { return object(v)->type == XPATH_NODESET; }

size_t xpath_count(const struct xpath_value *v)
{
    const xmlNodeSet *nodes = xpath_is_nodes(v) ? object(v)->nodesetval : NULL;
    return nodes ? (size_t)nodes->nodeNr : 0;
}

void xpath_sort(struct xpath_value *v)
{
    if (xpath_count(v)) xmlXPathNodeSetSort(object(v)->nodesetval);
}

const struct view_node *xpath_node(const struct xpath_value *v, size_t i) { return (const struct view_node *)(const void *)object(v)->nodesetval->nodeTab[i]; }

void xpath_print(const struct xpath_value *v, struct buf *out)
{
    xmlChar *s = xmlXPathCastToString((xmlXPathObject *)(uintptr_t)v);
    if (!s) base_out_of_memory();
    buf_z(out, (const char *)s);
    xmlFree(s);
}

double xpath_number(const char *text) { return xmlXPathCastStringToNumber((const xmlChar *)text); }
