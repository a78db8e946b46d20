/* sheet.h: a sheet of a workbook, whatever the format: cells as shown, what is merged and hidden, sizes; and its way to the layout, a
 * page each with its tables. Rows and columns count from 0 as in the sheet; lengths are points. Private to checker/read/office/sheet/. */
#ifndef PATUH_SHEET_H
#define PATUH_SHEET_H

#include "read/office/tape.h"

struct sheet_cell {
    uint32_t row, col, rowspan, colspan;
    struct str text;            /* lines apart by '\n'; blank: a cell that is only merged */
    bool bold;
    bool unread;                /* it shows something that the file does not tell: a formula without its value, a picture */
    bool picture;               /* … a picture */
    bool covered;               /* by a merged cell that begins elsewhere */
    const void *origin;         /* see tape_text */
};
/* A run of rows or columns that have a size of their own or are hidden. */
struct sheet_run {
    uint32_t first, last;
    double size;                /* 0: the usual one */
    bool hidden;
};
struct sheet_runs {
    struct sheet_run *v;        /* in order */
    size_t n, cap;
};
/* Lines around cells: columns [first, last] of a row. */
struct sheet_frame {
    uint32_t row, first, last;
};
struct sheet_merge {
    uint32_t row, col, last_row, last_col;
};

/* Where drawn things and tables lie; made by sheet_tell. */
struct sheet_region {
    uint32_t table;             /* its number in the layout; 0: told as paragraphs */
    uint32_t first, last;       /* rows */
    uint32_t left, right;       /* columns */
    uint32_t *row_at, *col_at;  /* of the table, by row - first and col - left; UINT32_MAX: not shown */
};

struct sheet {
    struct str name;
    uint32_t page;              /* from 1 */
    struct {
        struct sheet_cell *v;   /* by row, then column */
        size_t n, cap;
    } cells;
    struct {
        struct sheet_frame *v;  /* by row */
        size_t n, cap;
    } frames;
    struct {
        struct sheet_merge *v;
        size_t n, cap;
    } merges;
    struct {
        uint32_t *v;            /* rows that something is drawn on, in order: they part no tables */
        size_t n, cap;
    } drawn;
    struct sheet_runs rows, cols;
    double row_size, col_size;  /* the usual ones */
    bool rows_hidden;           /* rows that say nothing are hidden */
    struct {
        struct sheet_region *v;
        size_t n, cap;
    } regions;
};

/* "F12" and back; sheet_parse reads "F12" or "$F$12" at the start of s and gives its length, 0 where there is none. */
struct str sheet_reference(struct arena *a, uint32_t row, uint32_t col);
size_t sheet_parse(struct str s, uint32_t *row, uint32_t *col);
/* "B2:D9"; a single cell is a range of its own. */
bool sheet_parse_range(struct str s, struct sheet_merge *out);

/* Joins the merged cells: spans, and `covered`. Cells and merges are complete; sorts both. */
void sheet_merge(struct arena *a, struct sheet *s);
/* Tells the sheet to the tape as a page (a page ends before it unless it is the first): rows of blank cells without lines part its tables, single
 * texts above and below a table are paragraphs. What is hidden is left out. `places` is the arena of the document, for places. */
void sheet_tell(struct arena *a, struct arena *places, struct sheet *s, struct tape *t);

/* ---- geometry: of what is shown, from the sheet's top left corner */

struct sheet_axis {
    double *at;                 /* at[i]: where row or column i begins; n + 1 of them */
    uint32_t n;
};
/* Covers at least `least` rows or columns, at most a million. */
struct sheet_axis sheet_axis(struct arena *a, const struct sheet_runs *runs, double usual, uint32_t least);
/* The row or column that holds a position. */
uint32_t sheet_axis_find(const struct sheet_axis *x, double position);
/* The table cell that a cell of the sheet is part of; table 0: none. */
struct spot sheet_spot(const struct sheet *s, uint32_t row, uint32_t col);

#endif
