/* sheet_draw.h: what is drawn over a sheet, from the format's own things to the layout's shapes and connectors. Coordinates are points
 * of the sheet as shown (sheet.h). Private to checker/read/office/sheet/. */
#ifndef PATUH_SHEET_DRAW_H
#define PATUH_SHEET_DRAW_H

#include "read/office/sheet/sheet.h"
#include "stage/read.h"

struct drawn_shape {
    struct str id;              /* by which lines name it; absent: they cannot */
    enum shape_kind kind;       /* of the outline */
    struct box box;
    struct str text;
    bool outlined, filled;
    bool text_box;              /* made to hold a text */
    bool picture;
    bool diagram;               /* drawn by the program itself (SmartArt): what it shows is not read */
    bool untold;                /* the file does not keep its outline (it was saved in an old format) */
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
/* The sheets of a workbook that are shown, in order. */
struct sheet_pages {
    struct sheet_page {
        struct sheet sheet;
        struct sheet_drawing drawing;
    } *v;
    size_t n, cap;
};
/* Makes the layout of them: the end of every reader of workbooks. `a` is scratch, `places` the document's arena. */
enum rc sheet_pages_play(struct arena *a, struct arena *places, struct sheet_pages *pages, struct source *s, const struct limits *limits, struct reading *out,
                         struct trouble *why) MUST_USE;

#endif
