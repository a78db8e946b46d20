/* places.h: from places of notes to elements of the part that gets them. Private to checker/annotate/. */
#ifndef PATUH_ANNOTATE_PLACES_H
#define PATUH_ANNOTATE_PLACES_H

#include "annotate/parts.h"
#include "read/office/office.h"

/* Of each note the first and the last element that it covers: in the reader's tree, and in the tree to be changed; NULL: nowhere. */
struct places {
    size_t n;
    const struct xml_node *root;
    const struct xml_node **from, **to;
    xmlNode **begin, **end;
};
/* Reads the package again. `root`: the name of the root of the part that carries the notes. A note whose place has no text in that part
 * goes to the last text before it. */
enum rc places_find(struct arena *a, struct package *p, const struct office_reader *reader, const char *root, const struct notes *notes,
                    struct places *out, struct trouble *why) MUST_USE;
/* Then, with the tree of that part: sets begin and end. */
void places_in(struct arena *a, struct places *k, xmlNode *tree);

#endif
