/* sheet_draw.h: what is drawn over a sheet, from the format's own things to the layout's shapes and connectors. Coordinates are points
 * of the sheet as shown (sheet.h). Private to checker/read/office/. */
#ifndef PATUH_SHEET_DRAW_H
#define PATUH_SHEET_DRAW_H

#include "read/office/sheet.h"
#include "stage/layout.h"

struct drawn_shape {
    struct str id;              /* by which lines name it; absent: they cannot */
    enum shape_kind kind;       /* of the outline */
    struct box box;
    struct str text;
    bool outlined, filled;
    bool text_box;              /* made to hold a text */
    bool picture;
};
struct drawn_line {
    struct str from, to;        /* ids of what its ends are glued to; absent: not glued */
    struct points points;       /* the way it takes; at least two */
    bool head_from, head_to, dashed;
};
struct sheet_drawing {
    struct sheet_axis rows, cols;
    struct {
        struct drawn_shape *v;
        size_t n, cap;
    } shapes;
    struct {
        struct drawn_line *v;
        size_t n, cap;
    } lines;
    struct {
        struct group_name {
            struct str group, member; /* a line glued to a group is glued to its first shape */
        } *v;
        size_t n, cap;
    } groups;
};

/* Notes the rows that something is drawn on, before sheet_tell. */
void sheet_draw_rows(struct arena *a, struct sheet *s, const struct sheet_drawing *d);
/* Adds the drawing to the layout that the sheet has become. `a` is scratch; `pages` holds the layout, `places` texts and places. */
void sheet_draw(struct arena *a, struct arena *pages, struct arena *places, struct layout *l, const struct sheet *s, const struct sheet_drawing *d);

#endif
