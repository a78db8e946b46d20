/* Items to elements of the XML view. Nodes are laid out in the arena as libxml2 would have allocated them one by one, texts of attributes
 * excepted: a view is built for each document, only read, and dropped as a whole. */
#include <libxml/parserInternals.h>

#include "view/nodes.h"

static const xmlChar *interned(struct builder *b, const char *name)
{
    size_t slot = ((uintptr_t)name ^ (uintptr_t)name >> 7) % COUNT(b->known);
    if (b->known[slot].name != name) {
        b->known[slot].name = name;
        b->known[slot].interned = (const xmlChar *)view_names_of(b->names, str_of(name));
    }
    return b->known[slot].interned;
}

static xmlNode *node_new(struct builder *b, xmlElementType type, const xmlChar *name, xmlNode *parent)
{
    xmlNode *n = arena_alloc(b->a, sizeof *n);
    n->type = type;
    n->name = name;
    n->doc = b->doc;
    n->parent = parent;
    n->prev = parent->last;
    if (parent->last) parent->last->next = n;
    else parent->children = n;
    parent->last = n;
    return n;
}

static void text(struct builder *b, xmlNode *parent, struct str s)
{
    node_new(b, XML_TEXT_NODE, xmlStringText, parent)->content = (xmlChar *)arena_strz(b->a, s);
}

xmlNode *view_group(struct builder *b, xmlNode *parent, const char *name)
{
    return node_new(b, XML_ELEMENT_NODE, interned(b, name), parent ? parent : (xmlNode *)b->doc);
}

/* The text of an attribute. Most say "ya", "tidak" or another literal: they share one. So it has no parent; no axis leads there from it. */
static xmlNode *value(struct builder *b, struct str s)
{
    size_t slot = ((uintptr_t)s.p ^ (uintptr_t)s.p >> 7) % COUNT(b->values);
    if (!b->values[slot].node || b->values[slot].text.p != s.p || b->values[slot].text.n != s.n) {
        xmlNode *n = arena_alloc(b->a, sizeof *n);
        n->type = XML_TEXT_NODE;
        n->name = xmlStringText;
        n->doc = b->doc;
        n->content = (xmlChar *)arena_strz(b->a, s);
        b->values[slot].text = s;
        b->values[slot].node = n;
    }
    return b->values[slot].node;
}

/* Gives the place for the next one. */
static xmlAttr **attribute(struct builder *b, xmlNode *n, xmlAttr **link, xmlAttr *prev, const struct fact *f)
{
    xmlAttr *at = arena_alloc(b->a, sizeof *at);
    at->type = XML_ATTRIBUTE_NODE;
    at->name = interned(b, fact_text(f->name));
    at->doc = b->doc;
    at->parent = n;
    at->prev = prev;
    at->children = at->last = value(b, f->value);
    *link = at;
    return &at->next;
}

xmlNode *view_element(struct builder *b, xmlNode *parent, const char *name, const struct item *item)
{
    xmlNode *n = view_group(b, parent, name);
    xmlAttr **link = &n->properties, *last = NULL;
    n->_private = (void *)(uintptr_t)item;
    if (item->text.n) text(b, n, item->text);
    for (const struct fact *f = item->facts; f; f = f->next) {
        if (!f->value.p) continue;
        xmlAttr **next = attribute(b, n, link, last, f);
        last = *link;
        link = next;
    }
    for (const struct child *c = item->children; c; c = c->next) view_element(b, n, fact_text(c->name), &c->item);
    return n;
}

void view_leaf(struct builder *b, xmlNode *parent, const char *name, const struct item *item)
{
    if (item->text.p || item->facts || item->children) view_element(b, parent, name, item);
}

void view_leaves(struct builder *b, xmlNode *parent, const char *name, const struct items *items)
{
    for (size_t i = 0; i < items->n; i++) view_element(b, parent, name, &items->v[i]);
}

void view_open(struct builder *b)
{
    b->doc->type = XML_DOCUMENT_NODE;
    b->doc->doc = b->doc;
    b->doc->standalone = b->doc->compression = -1; /* as xmlNewDoc has them: not told */
    b->doc->dict = (xmlDict *)(void *)b->names;
}

struct view *view_build(struct arena *a, const struct document *d, struct view_names *names)
{
    if (d->kind == DOCUMENT_NONE) return NULL;
    struct builder b = {.a = a, .doc = arena_alloc(a, sizeof *b.doc), .names = names};
    view_open(&b);
    if (d->kind == DOCUMENT_SOP) view_sop(&b, d->sop);
    if (d->kind == DOCUMENT_LKJIP) view_lkjip(&b, d->lkjip);
    return (struct view *)(void *)b.doc;
}

/* Kept in the nodes, so that many findings of one document stay linear. */
static void count_children(xmlNode *parent)
{
    struct {
        const xmlChar *name;
        xmlNode *first;
        uintptr_t n;
    } seen[32];
    size_t names = 0;
    for (xmlNode *c = parent->children; c; c = c->next) {
        size_t i = 0;
        if (c->type != XML_ELEMENT_NODE) continue;
        while (i < names && seen[i].name != c->name) i++;
        if (i == COUNT(seen)) continue;
        if (i == names) {
            seen[names].name = c->name;
            seen[names].first = c;
            seen[names++].n = 0;
        }
        if (++seen[i].n == 2) seen[i].first->psvi = (void *)(uintptr_t)1;
        if (seen[i].n >= 2) c->psvi = (void *)seen[i].n;
    }
}

void view_count(struct view *v)
{
    xmlNode *root = xmlDocGetRootElement((xmlDoc *)(void *)v);
    for (xmlNode *n = root; n;) {
        if (n->type == XML_ELEMENT_NODE && n->children) {
            count_children(n);
            n = n->children;
            continue;
        }
        while (n != root && !n->next) n = n->parent;
        n = n == root ? NULL : n->next;
    }
}
