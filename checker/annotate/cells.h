/* cells.h: notes of the cells of one sheet, for the writers of workbooks. Private to checker/annotate/. */
#ifndef PATUH_ANNOTATE_CELLS_H
#define PATUH_ANNOTATE_CELLS_H

#include "annotate/parts.h"

/* All that is to be said in one cell. */
struct cell_note {
    struct str cell;            /* "F12" */
    uint32_t row, col;          /* from 0 */
    struct str text;            /* lines apart by '\n' */
};
struct cell_notes {
    struct cell_note *v;        /* by row, then column; each cell once */
    size_t n, cap;
};
/* The notes of a sheet, in `a`; with `first` also those that name no sheet, in its first cell. */
struct cell_notes cell_notes(struct arena *a, const struct notes *notes, struct str sheet, bool first);

bool is_element(const xmlNode *n, const char *name);

#endif
