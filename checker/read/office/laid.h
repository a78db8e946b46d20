/* laid.h: text documents as LibreOffice lays them out, for drawn things whose rows the file does not tell. Texts stay those of the file; of
 * the pages only this is taken: where the rows of tables and the outlines of symbols stand. Private to checker/read/office/.
 *
 * laid.c       from the file to its pages; where things of one frame stand on them; whether that can be believed
 * laid_rows.c  which row of the file a row on a page is */
#ifndef PATUH_LAID_H
#define PATUH_LAID_H

#include "read/office/drawn.h"
#include "stage/read.h"

/* The file to be laid out. */
struct laying {
    struct str raw;
    const char *from;        /* "docx", "odt" */
    const struct limits *limits;
};

/* A row of a table of the file, where it stands on a page. */
struct laid_band {
    uint32_t table, row;     /* row from 0 */
    uint32_t page;
    double y0, y1;
    bool numbered;           /* its first cell begins with a figure */
};
/* A column of a table. */
struct stripe {
    double x0, x1;           /* x1 == 0: not found */
};
struct laid_table {
    uint32_t cols;
    struct stripe *stripes;
};
struct laid_rows {
    struct {
        struct laid_band *v;
        size_t n, cap;
    } bands;                 /* rows that were found again */
    struct laid_table *tables; /* by number - 1 */
    uint32_t n;
};
/* Finds the rows of `file` again on the pages of `pages`, whose text `s` has marks. */
void laid_rows_find(struct arena *a, const struct layout *file, const struct layout *pages, const struct source *s, struct laid_rows *out);

/* Lays the document out and gives each thing whose place is found that place (struct drawn.laid), in the
 * coordinates of pages. false: *reason says why what was found cannot be told. */
bool drawn_lay(struct drawing *d, const struct layout *l, const struct laying *how, enum word *reason);

#endif
