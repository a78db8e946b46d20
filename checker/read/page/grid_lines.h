/* grid_lines.h: the lines that tables are made of. Private to checker/read/page/. */
#ifndef PATUH_GRID_LINES_H
#define PATUH_GRID_LINES_H

#include "stage/page.h"

/* A straight line put together from the rules that lie on it. */
struct grid_line {
    double at, from, to;
    bool stroked;
    bool open;           /* not drawn: closes a side where other lines end together */
    bool gone;           /* no line of a table */
    uint32_t part;       /* lines of one table have the same, from 0 */
};
struct grid_lines {
    struct grid_line *v; /* by `at` */
    size_t n, cap;
};
struct line_net {
    struct grid_lines across, down; /* horizontal and vertical ones */
    uint32_t parts;
    bool crowded;        /* too many to make tables of */
};
/* What may be a line of a table on this page, the ends of all lines meeting others; all in `a`. */
void line_net_find(struct arena *a, const struct page *p, struct line_net *out);

/* How far apart two lines may be and yet meet. */
#define LINE_REACH 2.0

#endif
