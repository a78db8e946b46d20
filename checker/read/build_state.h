/* build_state.h: the inside of the builder, for build.c, build_list.c and build_table.c only. */
#ifndef PATUH_BUILD_STATE_H
#define PATUH_BUILD_STATE_H

#include "read/build.h"

enum frame_kind { FRAME_PAGE, FRAME_TABLE, FRAME_CELL, FRAME_LIST };

struct frame {
    enum frame_kind kind;
    size_t blocks, cells, items; /* where its share of the builder's stacks begins */
    size_t text;                 /* FRAME_CELL: where its text begins in the buffer */
    uint32_t bold;
    /* FRAME_LIST */
    bool ordered, has_items;
    /* FRAME_TABLE */
    struct table *table;
    uint32_t rows;               /* begun so far */
    uint32_t col, cols;
    uint32_t *busy;              /* for each column, the first row that no cell from above covers; UINT32_MAX: none */
    size_t busy_cap;
    const struct where *where;   /* of the current row */
    /* FRAME_CELL */
    struct cell cell;
};

/* A printed line of the paragraph being built. */
struct line {
    uint32_t out, indent;
    uint32_t plain;              /* bytes that are not bold */
};

/* A list made of printed markers, still open for more items. */
enum { MARKER_LEVELS = 8 };
struct marker {
    uint32_t kind;               /* equal for markers of one list: the shape, or the bullet's character */
    uint32_t number, roman;      /* 0 for bullets */
    uint32_t indent;
    size_t length;               /* bytes of the marker itself */
    size_t body;                 /* where the text behind it begins */
};
struct open_list {
    bool active, ordered;
    size_t items;                /* where its share of the builder's items begins */
    struct marker levels[MARKER_LEVELS];
    uint32_t depth;              /* levels in use */
};

struct build {
    struct arena *a, *pages;     /* see struct reading */
    const struct source *source;
    const struct limits *limits;
    struct trouble *why;
    enum rc rc;
    struct layout *layout;
    void *kept;                  /* NULL: nothing */
    void (*release)(void *kept);

    char *out;
    size_t n, cap;
    struct text_map_row *map;
    size_t maps, map_cap;

    struct frame *frames;
    size_t depth, frame_cap;
    struct block *blocks;
    size_t block_count, block_cap;
    struct cell *cells;
    size_t cell_count, cell_cap;
    struct list_item *items;
    size_t item_count, item_cap;
    uint64_t nodes, grid;        /* of the whole document, for the ceilings */

    /* the paragraph or item being built */
    bool open, gap, newline;
    size_t from;                 /* in out */
    size_t begin, end;           /* in the source */
    uint32_t level, indent;
    struct line *lines;
    size_t line_count, line_cap;
    uint32_t bold;

    struct open_list list;
    uint32_t page, paragraph;    /* paragraph 0: not counted */
    bool paged;                  /* the source has pages */
    struct str sheet, cell;      /* see build_at */
    const struct where *where;   /* of text outside tables */
};

struct frame *build_top(struct build *b);
struct frame *build_push(struct build *b, enum frame_kind kind);
/* Ends the paragraph or item in progress as raw text: the slice of the buffer and its place. */
struct run build_take_run(struct build *b);
struct block *build_add_block(struct build *b, enum block_kind kind);
struct list_item *build_add_item(struct build *b);
/* The blocks from `base` on, taken off the stack. */
struct blocks build_take_blocks(struct build *b, size_t base);

/* build_list.c: printed markers. */
/* Reads a marker at the start of a line; false when there is none with text behind it. */
bool marker_parse(struct str line, uint32_t indent, struct marker *out);
/* Turns the paragraph in progress into paragraphs and list items. */
void build_split(struct build *b, struct run run);
void build_close_printed_list(struct build *b);
/* Makes a list block of the items from `base` on. */
void build_list_block(struct build *b, size_t base, bool ordered, bool glued);

#endif
