/* nodes.h: building elements of the XML view from items. */
#ifndef PATUH_NODES_H
#define PATUH_NODES_H

#include "stage/node.h"

struct builder {
    struct arena *a;
    xmlDoc *doc;
    struct view_names *names;
    struct {
        const char *name;      /* a string literal */
        const xmlChar *interned;
    } known[128];              /* by address: most elements and facts of a document share a few names */
    struct {
        struct str text;
        xmlNode *node;
    } values[64];              /* of attributes, by address */
};

/* Makes b->doc, new in the arena, a document. */
void view_open(struct builder *b);
/* A new last child of `parent` (the root when NULL) without text or item: an element that only groups. */
xmlNode *view_group(struct builder *b, xmlNode *parent, const char *name);
/* The same with an item behind it: its text, its facts as attributes, its list facts as children. Always made. */
xmlNode *view_element(struct builder *b, xmlNode *parent, const char *name, const struct item *item);
/* The same, but only where the document says something (text not absent) or an analysis has something to say (facts, children). */
void view_leaf(struct builder *b, xmlNode *parent, const char *name, const struct item *item);
void view_leaves(struct builder *b, xmlNode *parent, const char *name, const struct items *items);

void view_sop(struct builder *b, const struct sop *s);
void view_lkjip(struct builder *b, const struct lkjip *l);

#endif
