/* document.h: what the recogniser, or a reader of definitions, makes of one input. */
#ifndef PATUH_DOCUMENT_H
#define PATUH_DOCUMENT_H

#include "stage/lkjip.h"
#include "stage/reading.h"
#include "stage/sop.h"

enum document_kind { DOCUMENT_NONE, DOCUMENT_SOP, DOCUMENT_LKJIP };

/* What somebody wrote about an element of a diagram, outside of the flow. */
struct remarks {
    struct remark {
        struct str text;
        struct span at;
        struct str id;      /* of the element; absent: it has none */
    } *v;
    size_t n, cap;
};

struct document {
    enum document_kind kind;
    struct str part;        /* which document inside the file; absent when the file has one */
    const char *reader;     /* "text", "yaml", "bpmn" … */
    struct source *source;
    struct sop *sop;        /* kind == DOCUMENT_SOP */
    struct str seems;       /* kind == DOCUMENT_NONE: by its title, another kind of document ("Renstra"); absent: nothing tells */
    struct lkjip *lkjip;    /* kind == DOCUMENT_LKJIP */
    struct read_regions regions; /* what was read and what proves it, in the order of the document; none of a definition */
    struct unread_pages unread; /* by page */
    struct remarks remarks; /* of a diagram */
    struct troubles errors; /* faults of a definition that leave the rest of it checkable (unknown key …): exit 3 */
};

/* How many entries it has in all: of lists, cells, paragraphs, captions … Each costs memory in every stage to come. */
size_t document_items(const struct document *d);

#endif
