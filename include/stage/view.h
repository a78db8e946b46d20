/* view.h: document and facts as a libxml2 tree, the thing that rules see and `patuh dump` prints.
 * Elements are what the document says, attributes are facts; names are Indonesian kebab-case, as in the YAML definition. */
#ifndef PATUH_VIEW_H
#define PATUH_VIEW_H

#include <libxml/tree.h>

#include "stage/document.h"

/* Builds the tree. Every element's _private points to its struct item (const), NULL for elements that only group.
 * Names are interned in `dict` (shared with the engine, which compares pointers). The tree lives in the arena, nodes and texts alike:
 * it is read, never edited, and must not be freed. NULL only for DOCUMENT_NONE. */
xmlDoc *view_build(struct arena *a, const struct document *d, xmlDict *dict);

struct document_set; /* set.h */
/* <himpunan>: the SOPs of a run, in the same way. */
xmlDoc *view_set(struct arena *a, const struct document_set *set, xmlDict *dict);

#endif
