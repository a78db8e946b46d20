/* grid.h: the tables of a page by their geometry: which rectangle each cell is. Private to checker/read/page/.
 *
 * grid_find makes them of the rules of one page; grids_join says which of them go on from page to page and where their rows stand in the
 * table of the layout. Shapes and connectors are put into rows and columns with what stands here. */
#ifndef PATUH_GRID_H
#define PATUH_GRID_H

#include "stage/page.h"

struct grid_cell {
    uint32_t row, col, rowspan, colspan; /* in the grid of this page, from 0 */
    struct box box;      /* between the middles of its lines */
};

struct grid {
    struct box box;
    double *xs, *ys;     /* cols + 1 and rows + 1 lines, ascending: columns and rows as such, spans not considered */
    uint32_t rows, cols;
    struct grid_cells {
        struct grid_cell *v; /* by row, then column; where none stands the table has a gap */
        size_t n, cap;
    } cells;
    uint32_t *map;       /* rows * cols: index into cells + 1; 0: a gap */
    size_t inside;       /* index + 1 of the grid in one of whose cells this one stands; 0: none */
    bool buried;         /* most of its words are painted over: it is not what a reader sees */
    bool pictured;       /* a picture was painted over more than half of it: what it says is not known */

    /* by grids_join */
    bool repeated;       /* the same as on the page before, at the same place: a running head */
    uint32_t table;      /* number of the table in the layout, from 1; grids of one table have the same */
    uint32_t *row_of;    /* for each row of the grid, the row of that table, from 0; GRID_DROPPED: a heading repeated */
    bool continues;      /* it goes on from a grid of the page before */
    bool goes_on;        /* and one of the next page from it */
    bool cut;            /* its first row under a heading is the rest of the last row before */
};
#define GRID_DROPPED UINT32_MAX

struct grids {
    struct grid *v;
    size_t n, cap;
};

/* The tables of a page, from top to bottom, of at most `most` cells; all in `a`. false: too many lines or cells to make tables of. */
bool grid_find(struct arena *a, const struct page *p, uint64_t most, struct grids *out) MUST_USE;

/* The cell that holds a point; NULL: none. */
const struct grid_cell *grid_cell_at(const struct grid *g, double x, double y);
/* The innermost grid that holds a point; NULL: none. */
const struct grid *grids_at(const struct grids *all, double x, double y);

#endif
