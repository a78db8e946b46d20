/* layout.h: what a reader gives: the page as a person sees it, without any idea of what kind of document it is.
 *
 * Readers (checker/read/) make it, the recogniser (checker/recognise/) takes it. Texts and places (struct where) live in
 * the document's arena, all else in one that goes when they have been recognised (struct reading); nothing changes once the reader has returned. Texts are UTF-8, white space inside folded to single blanks except where a
 * line break was printed ('\n'), entities decoded, tags gone. Each text knows the bytes it came from. */
#ifndef PATUH_LAYOUT_H
#define PATUH_LAYOUT_H

#include "source.h"

/* A run of text and its place in the source. */
struct run {
    struct str text;
    struct place place;
};

/* Items of a list. `marker` is the printed number or bullet ("1.", "a)", "-", absent for <li> without one). */
struct list_item {
    struct str marker;
    struct run body;
    uint32_t depth;      /* 0: outermost */
};
struct list {
    struct list_item *v;
    size_t n, cap;
    bool ordered;
    bool glued;          /* a list element (<ol>, <ul>) without item tags: v[0] is all its text, items perhaps run together */
};

struct block;
struct blocks {
    struct block *v;
    size_t n, cap;
};

/* A table cell. (row, col) is its top left corner in the grid; spans are 1 or more. A blank cell is a cell with no blocks. */
struct cell {
    uint32_t row, col, rowspan, colspan;
    bool header;         /* printed as a heading cell (<th>, bold) */
    struct blocks blocks;
    struct str text;     /* all its text, blocks joined by '\n'; "" when blank */
    struct place place;
};
struct cells {
    struct cell *v;      /* sorted by row, then column */
    size_t n, cap;
};
struct table {
    uint32_t number;     /* from 1 in the order of the document */
    uint32_t rows, cols;
    struct cells cells;
    bool loose;          /* its columns were found in blanks: an empty cell may be one whose text went astray */
    const uint32_t *grid; /* rows * cols: index into cells + 1, 0 where no cell stands; made by table_finish */
};
/* Sorts the cells, sets rows and cols to what they cover, and builds the grid; the last thing that a reader does with a table.
 * Where two cells overlap the earlier one keeps the place. false, and no grid, when rows * cols is over `max_cells`. */
bool table_finish(struct arena *a, struct table *t, uint64_t max_cells) MUST_USE;
/* The cell that covers (row, col), both from 0, spans considered; NULL outside the table or where no cell stands. */
const struct cell *table_cell(const struct table *t, uint32_t row, uint32_t col);

/* Drawn things, for sources that have a drawing (none of the text kind): shapes and the connectors between them. */
enum shape_kind { SHAPE_TERMINATOR, SHAPE_PROCESS, SHAPE_DECISION, SHAPE_CONNECTOR, SHAPE_OTHER };
struct shape {
    enum shape_kind kind;
    struct run text;
    uint32_t table, row, col; /* the cell that holds its centre; table 0: none */
};
struct shapes {
    struct shape *v;
    size_t n, cap;
};
struct connector {
    size_t from, to;     /* indices into shapes; SIZE_MAX: that end is free */
    struct run label;
};
struct connectors {
    struct connector *v;
    size_t n, cap;
};

enum block_kind { BLOCK_PARAGRAPH, BLOCK_HEADING, BLOCK_LIST, BLOCK_TABLE, BLOCK_PAGE_BREAK };
struct block {
    enum block_kind kind;
    uint32_t level;      /* heading: from 1 */
    bool bold;           /* the whole paragraph is printed bold */
    struct run run;      /* paragraph, heading */
    struct list *list;
    struct table *table;
    uint32_t page;       /* from 1 */
};

/* How texts relate to source bytes, so that any part of any text can be shown where it stands. */
struct text_map_row {
    uint32_t out;        /* offset in text_map.base from which the row holds, up to the next row */
    uint32_t begin, end; /* end == 0: byte for byte from `begin`; else all of it stands for the bytes [begin, end) */
};
struct text_map {
    const char *base;    /* the buffer that all texts of the layout are pieces of; NULL: they are not */
    uint32_t length;
    const struct text_map_row *rows;
    size_t n;
};

struct layout {
    struct blocks blocks;
    struct shapes shapes;
    struct connectors connectors;
    uint32_t tables;     /* how many tables there are */
    struct text_map map;
};
/* The source bytes of `piece`, a part of any text of this layout (a line of a paragraph, a citation in a cell): exact, entities and
 * folded blanks considered. SPAN_NONE when the piece is not from this layout (a copy, say) or is empty. */
struct span layout_span(const struct layout *l, struct str piece);

#endif
