/* view.h: document and facts as a tree, the thing that rules see and `patuh dump` prints; node.h walks it, xpath.h asks it.
 * Elements are what the document says, attributes are facts; names are Indonesian kebab-case, as in the YAML definition.
 *
 * The view is the one door to libxml2's trees and expressions: nobody else names an `xml…` of them (tests/meta.t). A struct view is an xmlDoc, a
 * struct view_node an xmlNode or xmlAttr, struct view_names an xmlDict; tests make views of their own that way. */
#ifndef PATUH_VIEW_H
#define PATUH_VIEW_H

#include "stage/document.h"

struct view;
struct view_node;

/* libxml2 does not get over an allocation that fails: it gets memory that is never refused, unless the program around this library has given
 * it another already. To be called before any document is read and before there are threads; any number of times. */
void view_prepare(void);

/* Names of elements and facts, each kept once, so that equal names are equal pointers. Shared by the views and expressions of one thread. */
struct view_names;
struct view_names *view_names_new(void);
void view_names_free(struct view_names *names); /* NULL is fine */
const char *view_names_of(struct view_names *names, struct str name);

/* Builds the tree. Every element has its item behind it, NULL for elements that only group. The tree lives in the arena, nodes and texts
 * alike: it is read, never edited, and must not be freed; `names` must outlive it. NULL only for DOCUMENT_NONE. */
struct view *view_build(struct arena *a, const struct document *d, struct view_names *names);

struct document_set; /* set.h */
/* <himpunan>: the SOPs of a run, in the same way. */
struct view *view_set(struct arena *a, const struct document_set *set, struct view_names *names);

/* Counts the brothers of one name, for view_ordinal of node.h; once a view. */
void view_count(struct view *v);

#endif
