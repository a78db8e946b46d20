/* draw.h: the drawing on pages: symbols by their outlines, lines by their pieces. Private to checker/read/page/.
 *   draw_areas.c    painted areas and outlines
 *   draw_mark.c     which rules and outlines are of the drawing, before tables are looked for
 *   draw_symbols.c  which outlines are symbols, once the tables are known
 *   draw_kind.c     which symbol an outline is
 *   draw_lines.c    pieces of lines and their heads; tables' own lines, underlines and symbols left out
 *   draw_nets.c     pieces that meet, ends and the symbols they touch or point at
 *   draw_pages.c    lines that a page's end cuts
 *   draw_edges.c    from pieces that hang together to connectors
 *   draw.c          the whole in its order; cells, texts and labels
 * What was measured on real files, and the tolerances that follow from it, stand at the constants. */
#ifndef PATUH_DRAW_H
#define PATUH_DRAW_H

#include <math.h>

#include "read/page/sheet.h"
#include "stage/layout.h"

/* ---- boxes; `slack`: so many points make no difference ---- */
static inline double box_width(const struct box *b) { return b->x1 - b->x0; }
static inline double box_height(const struct box *b) { return b->y1 - b->y0; }

static inline bool box_near(const struct box *a, const struct box *b, double slack)
{
    return fabs(a->x0 - b->x0) <= slack && fabs(a->y0 - b->y0) <= slack && fabs(a->x1 - b->x1) <= slack && fabs(a->y1 - b->y1) <= slack;
}

static inline bool box_inside(const struct box *in, const struct box *out, double slack)
{
    return in->x0 >= out->x0 - slack && in->y0 >= out->y0 - slack && in->x1 <= out->x1 + slack && in->y1 <= out->y1 + slack;
}

/* ---- symbols ---- */
struct symbol {
    enum shape_kind kind;
    const struct page_point *v; /* its outline, closed */
    uint32_t n;
    struct box box;
    uint32_t order;      /* when its area was painted; of its outline where it has none */
    bool opaque;         /* hides what was painted before it */
    bool filled, outlined; /* it has an area, an outline of its own */
    bool frame;          /* drawn around several others: stands for them all */
    bool dropped;
    bool used;           /* a line of the flow leads to it or from it */
    size_t shape;        /* in the layout; SIZE_MAX: none */
};
struct symbols {
    struct symbol *v;
    size_t n, cap;
};
/* An area without an outline, or one that is no symbol: it may hide things. */
struct opaque_area {
    const struct page_point *v;
    uint32_t n;
    struct box box;
    uint32_t order;
};
struct opaque_areas {
    struct opaque_area *v;
    size_t n, cap;
};

/* What may be symbols on a page, and what hides. Paths that are lines are left to draw_lines. */
struct outlines {
    struct symbols symbols;
    struct opaque_areas covers;
    bool *taken;         /* by path: an area or an outline */
    bool too_much;
};
/* Before tables are looked for: marks sides of symbols and lines that begin or end at them as drawn. */
struct outlines *outlines_find(struct arena *a, struct page *p);
void drawing_mark(struct arena *a, struct page *p, const struct outlines *out);

/* ---- lines ---- */
enum { BEGIN, END };
struct piece_end {
    bool head;           /* an arrow head: always at END */
    bool joined;         /* meets another piece */
    bool shaft;          /* meets the head that it was drawn with: other lines that run over that place are not meant */
    bool inner;          /* a corner of its own path: nothing of other paths begins or ends there */
    size_t symbol;       /* index; SIZE_MAX: none */
    bool near;           /* a gap was bridged to it */
    bool leaves;         /* loose, and nothing stands between it and the page's end that it points at, behind which another such end stands */
};
struct line_piece {
    struct page_point p[2];
    uint32_t order;
    size_t page;         /* index into the sheets */
    const void *path;    /* that it is a part of; NULL: it is all of it */
    bool dashed;
    bool drop;
    struct piece_end end[2];
    size_t net;          /* those that hang together have the same, once nets are made */
};
struct line_pieces {
    struct line_piece *v;
    size_t n, cap;
};
/* Where two pieces meet. */
struct joint {
    size_t a, b;
    struct page_point at;
    bool bridged;        /* over a gap */
    bool cut;            /* over the end of a page: `at` is of the first piece … */
    struct page_point there; /* … and this of the second */
};
struct joints {
    struct joint *v;
    size_t n, cap;
};

/* One page's part of the drawing. */
struct drawn_page {
    const struct sheet *sheet;
    struct symbols symbols;
    struct loose_ends *loose; /* while nets are made */
    size_t first, last;  /* its pieces [first, last) */
    bool too_much;
};
struct drawing {
    struct arena *a;     /* for what is needed on the way */
    struct arena *keep;  /* for what stays */
    struct drawn_page *pages;
    size_t n;
    struct line_pieces pieces;
    struct joints joints;
    struct layout layout; /* shapes and connectors, the cells still missing */
};

/* Which of a page's outlines are symbols, once its tables are known. */
void symbols_find(struct drawing *d, struct drawn_page *p);
/* curved: it is made of curves, or of so many short sides that it looks so. */
enum shape_kind outline_kind(const struct page_point *v, uint32_t n, bool curved);
/* Corners of an outline: points that a straight side only passes are left out. At most `most`; gives how many there are, more than most: not
 * all were kept. */
uint32_t outline_corners(const struct page_point *v, uint32_t n, struct page_point *out, uint32_t most);
/* A line drawn as an area; a small triangle, an arrow's head. */
bool path_is_thin(const struct page_path *p);
bool path_is_head(const struct page_path *p);
/* Adds the pieces of a page's lines. */
void lines_find(struct drawing *d, struct drawn_page *p);
/* Leaves of each piece what can be seen. */
void lines_uncover(struct drawing *d, struct drawn_page *p);
/* Joins pieces that meet and finds the symbols at their ends; what is left loose looks further, and to the next page. */
void nets_touch(struct drawing *d, struct drawn_page *p);
void nets_bridge(struct drawing *d, struct drawn_page *p);
/* Between the two: which loose ends have a counterpart on the next page or the one before. After both: joins them. */
void nets_look_over(struct drawing *d);
void nets_over_pages(struct drawing *d);
/* Which symbols the lines join. */
void edges_use(struct drawing *d);
/* The connectors of all pages, into the drawing's layout; symbols have their shapes. */
void edges_make(struct drawing *d);

/* Whether an outline, whatever is cut out of it, fills about a triangle: its corners. */
bool outline_triangle(const struct page_point *v, uint32_t n, struct page_point corner[3]);
/* How far a point is from an outline; 0 inside it. */
double outline_distance(const struct page_point *v, uint32_t n, struct page_point at);
bool outline_holds(const struct page_point *v, uint32_t n, struct page_point at);

/* Finds what is drawn on all sheets and takes the words of symbols and labels out of them: they are no text of the page. */
struct drawing *drawing_find(struct arena *a, struct arena *keep, struct sheets *all);
/* Puts it into the layout. The tables have their numbers. */
void drawing_tell(struct drawing *d, struct layout *l);

#endif
