/* steps.h: the columns of one step table, for sop_columns.c, sop_row.c and sop_steps.c. */
#ifndef PATUH_STEPS_H
#define PATUH_STEPS_H

#include "recognise/sop/making.h"

enum { ROLE_NONE = COLUMN_COUNT };

/* What each column of the layout's table is. */
struct columns {
    const struct table *table;
    uint32_t page;              /* of the block; 0: not told */
    uint32_t first, after;      /* rows of the heading: [first, after) */
    uint8_t *role;              /* enum column_id or ROLE_NONE */
    size_t *actor;              /* executors: index into the step table's actors; NO_INDEX: a column without a heading */
    struct str *name;           /* the heading as printed */
    bool names;                 /* one column for all executors, their names in the rows */
    uint32_t column[COLUMN_COUNT]; /* leftmost column of each role; UINT32_MAX: none */
};

/* The same columns for a table without a heading of its own that goes on with the one before. */
struct columns columns_again(const struct columns *k, const struct table *t);
/* The heading of a step table at `row`: false when there is none. Fills in the columns and adds a step table to the SOP. */
bool columns_read(struct making *m, const struct table *t, uint32_t row, struct columns *out);
/* Whether a heading begins at `row`. */
bool columns_begin(const struct making *m, const struct table *t, uint32_t row);
/* A row that numbers the columns: 1 2 3 … */
bool column_numbers(const struct table *t, uint32_t row);
bool row_blank(const struct table *t, uint32_t row);
struct str cell_text(const struct cell *c); /* trimmed; blank for NULL */

/* ---- sop_row.c: the cells of one row ---- */

struct row {
    struct making *m;
    const struct columns *k;
    uint32_t row;
    int shift;                  /* mutu baku stands so many columns to the right of its headings */
};
/* The lines of all columns of a role, good until the next call; *merged: a cell that spans this row and an earlier one. */
const struct lines *role_lines(const struct row *r, uint32_t role, bool *merged);
/* The page that the source tells for a row; 0: none. */
uint32_t row_page_of(const struct table *t, uint32_t row);
/* The same as one value; absent where the table has no such column. */
struct item role_value(const struct row *r, uint32_t role, bool *merged);
struct item value_of(const struct row *r, uint32_t role, const struct lines *lines);
const struct where *where_of(const struct row *r, uint32_t role); /* ROLE_NONE: the row */
struct place row_place(const struct row *r);
/* The cell shows something that the source does not tell: so the reader says, or it shows a spreadsheet's error. */
bool cell_unread(const struct cell *c);
/* Takes full stops and brackets off a step's number. */
void trim_number(struct item *number);
/* A figure and a unit of time. */
bool time_like(const struct vocabulary *v, struct str s);
void add_performers(const struct row *r, struct step *s);
/* The ways written into an executor's cell, as exits of the step whose targets are still to be found; *rest gets what else it says. */
void cell_exits(const struct row *r, struct step *step, struct piece all, struct pieces *rest);
/* Whether a symbol or an arrow stands among the words. */
bool holds_signs(const struct vocabulary *v, struct str text);
/* What an executor's cell holds; MARK_NONE when it is no mark. */
enum mark mark_of(const struct vocabulary *v, struct str text);
/* Of several symbols in one row the strongest says what the step is; 0: no symbol. */
int mark_strength(enum mark k);

#endif
