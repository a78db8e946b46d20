/* set.h: what is kept of each SOP of a run, for rules on all of them together (`scope: set`). A row is small, so that memory hardly grows
 * with the number of files; its places are lines, for its source is gone (spans say where in that source, for who reads it anew). */
#ifndef PATUH_SET_H
#define PATUH_SET_H

#include "stage/item.h"

struct set_row {            /* himpunan/sop */
    struct item head;       /* place: the number, else the name */
    struct str path, number, title, agency, unit; /* of the document; absent where it has none */
    struct item name;       /* judul: the name at its place */
    struct items related;   /* terkait */
};
struct document_set {
    struct set_row *v;      /* in the order of the files */
    size_t n, cap;
};

#endif
