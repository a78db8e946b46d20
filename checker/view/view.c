/* Items to elements of the XML view. */
#include "stage.h"

static const xmlChar *utf8(const char *s) { return (const xmlChar *)s; }

xmlNode *view_group(struct builder *b, xmlNode *parent, const char *name)
{
    /* Interned names let libxml2 and the engine compare pointers, and spare a copy for each node. */
    xmlNode *n = xmlNewDocNodeEatName(b->doc, NULL, (xmlChar *)(void *)(uintptr_t)xmlDictLookup(b->dict, utf8(name), -1), NULL);
    if (!n) base_out_of_memory();
    if (parent) {
        n->parent = parent;
        n->prev = parent->last;
        if (parent->last) parent->last->next = n;
        else parent->children = n;
        parent->last = n;
    } else {
        xmlDocSetRootElement(b->doc, n);
    }
    return n;
}

static void attribute(struct builder *b, xmlNode *n, const struct fact *f)
{
    xmlAttr *at = xmlNewProp(n, utf8(f->name), NULL);
    if (!at) base_out_of_memory();
    xmlNode *t = xmlNewDocTextLen(b->doc, utf8(f->value.p), (int)f->value.n);
    if (!t) base_out_of_memory();
    at->children = at->last = t;
    t->parent = (xmlNode *)at;
}

xmlNode *view_element(struct builder *b, xmlNode *parent, const char *name, const struct item *item)
{
    xmlNode *n = view_group(b, parent, name);
    n->_private = (void *)(uintptr_t)item;
    if (item->text.n) {
        xmlNode *t = xmlNewDocTextLen(b->doc, utf8(item->text.p), (int)item->text.n);
        if (!t) base_out_of_memory();
        t->parent = n;
        n->children = n->last = t;
    }
    for (const struct fact *f = item->facts; f; f = f->next)
        if (f->value.p) attribute(b, n, f);
    for (const struct child *c = item->children; c; c = c->next) view_element(b, n, c->name, &c->item);
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

xmlDoc *view_build(const struct document *d, xmlDict *dict)
{
    if (d->kind == DOCUMENT_NONE) return NULL;
    struct builder b = {xmlNewDoc(utf8("1.0")), dict};
    if (!b.doc) base_out_of_memory();
    b.doc->dict = dict;
    xmlDictReference(dict);
    if (d->kind == DOCUMENT_SOP) view_sop(&b, d->sop);
    if (d->kind == DOCUMENT_LKJIP) view_lkjip(&b, d->lkjip);
    return b.doc;
}
