/* node.h: walking a view, node by node. The functions are as cheap as looking at libxml2's structures, and nobody else does. */
#ifndef PATUH_NODE_H
#define PATUH_NODE_H

#include <libxml/tree.h>

#include "stage/item.h"
#include "stage/view.h"

/* Elements, their texts, their facts (attributes), and the document above the root share one type. */
static inline const xmlNode *view_xml(const struct view_node *n) { return (const xmlNode *)(const void *)n; }
static inline const struct view_node *view_of_xml(const void *n) { return n; }

static inline bool view_is_element(const struct view_node *n) { return view_xml(n)->type == XML_ELEMENT_NODE; }
static inline bool view_is_fact(const struct view_node *n) { return view_xml(n)->type == XML_ATTRIBUTE_NODE; }
static inline bool view_is_text(const struct view_node *n) { return view_xml(n)->type == XML_TEXT_NODE; }

static inline const struct view_node *view_document(const struct view_node *n) { return view_of_xml(view_xml(n)->doc); }
static inline bool view_is_document(const struct view_node *n) { return view_xml(n)->type == XML_DOCUMENT_NODE; }
/* The root element; NULL: none. */
static inline const struct view_node *view_root(const struct view *v)
{
    const xmlNode *n = ((const xmlDoc *)(const void *)v)->children;
    while (n && n->type != XML_ELEMENT_NODE) n = n->next;
    return view_of_xml(n);
}

/* NULL where there is none; the parent of the root is the document, that of a fact its element. The text of a fact has no parent. */
static inline const struct view_node *view_parent(const struct view_node *n) { return view_of_xml(view_xml(n)->parent); }
static inline const struct view_node *view_child(const struct view_node *n) { return view_of_xml(view_xml(n)->children); }
static inline const struct view_node *view_next(const struct view_node *n) { return view_of_xml(view_xml(n)->next); }
static inline const struct view_node *view_before(const struct view_node *n) { return view_of_xml(view_xml(n)->prev); }
/* The element itself, or the nearest one around a text or a fact; NULL: none. */
static inline const struct view_node *view_around(const struct view_node *n)
{
    while (n && !view_is_element(n)) n = view_parent(n);
    return n;
}

/* Of elements and facts; interned (view_names_of). */
static inline const char *view_name(const struct view_node *n) { return (const char *)view_xml(n)->name; }
/* Of a text; never NULL. */
static inline const char *view_text(const struct view_node *n) { return view_xml(n)->content ? (const char *)view_xml(n)->content : ""; }
/* What stands behind an element; NULL: it only groups, or is no element. */
static inline const struct item *view_item(const struct view_node *n) { return view_is_element(n) ? view_xml(n)->_private : NULL; }

/* The facts of an element, in their order by view_next. */
static inline const struct view_node *view_facts(const struct view_node *n) { return view_of_xml(view_xml(n)->properties); }
static inline const struct view_node *view_fact(const struct view_node *n, const char *interned_name)
{
    const struct view_node *f = view_facts(n);
    while (f && view_name(f) != interned_name) f = view_next(f);
    return f;
}
static inline const char *view_fact_text(const struct view_node *fact) { return view_child(fact) ? view_text(view_child(fact)) : ""; }

/* Which of its brothers of one name an element is, from 1, once view_count has counted; 0: the only one. */
static inline size_t view_ordinal(const struct view_node *n) { return (size_t)(uintptr_t)view_xml(n)->psvi; }

#endif
