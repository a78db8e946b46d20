/* parts.h: changing some parts of an office package as libxml2's trees, the rest copied as it is. Private to checker/annotate/. */
#ifndef PATUH_ANNOTATE_PARTS_H
#define PATUH_ANNOTATE_PARTS_H

#include <libxml/tree.h>

#include "read/office/package.h"
#include "stage/annotate.h"

struct change {
    struct str name, bytes;
};
struct changes {
    struct change *v;
    size_t n, cap;
};

/* A part as a tree to be changed; NULL with *why where it is not what it claims to be. It has gone through package_xml before, which
 * refuses what is hostile. Freed with xmlFreeDoc. */
xmlDoc *part_tree(struct arena *a, struct package *p, struct str name, struct trouble *why);
/* The same of a part that need not be there: then a tree of `otherwise`. */
xmlDoc *part_tree_or(struct arena *a, struct package *p, struct str name, const char *otherwise, struct trouble *why);
/* Adds the tree, as bytes in `a`, to the changes, and frees it. */
void part_changed(struct arena *a, struct changes *c, struct str name, xmlDoc *tree);
/* The package with its changes. */
enum rc package_copy(struct str raw, const struct changes *c, struct buf *out, struct trouble *why) MUST_USE;

/* The element of the tree that stands where `n` stands in the tree of the package's own reader: NULL: there is none. Both count elements
 * in their order. wanted[i] gets found[i]; `wanted` is sorted by address. */
void part_find(const struct xml_node *root, xmlNode *tree, const struct xml_node *const *wanted, xmlNode **found, size_t n);

/* Writers by kind of package. */
typedef enum rc annotate_package(struct arena *a, struct package *p, struct str raw, const struct notes *notes, struct buf *out,
                                 struct trouble *why);
annotate_package annotate_docx, annotate_odt, annotate_xlsx, annotate_ods;
enum rc annotate_pdf(struct arena *a, struct str raw, const struct limits *limits, const struct notes *notes, struct buf *out, struct trouble *why);

#endif
