/* layout.h: what a reader gives: the page as a person sees it, without any idea of what kind of document it is.
 *
 * Readers (checker/read/) make it, the recogniser (checker/recognise/) takes it. Texts and places (struct where) live in
 * the document's arena, all else in one that goes when they have been recognised (struct reading); nothing changes once the reader has returned. Texts are UTF-8, white space inside folded to single blanks except where a
 * line break was printed ('\n'), entities decoded, tags gone. Each text knows the bytes it came from. */
#ifndef PATUH_LAYOUT_H
#define PATUH_LAYOUT_H

#include "base/source.h"

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
    bool unread;         /* it shows something that the source does not tell (a picture, a formula without its value): blank or not, its
                          * content is not known */
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
/* Gives a place made for something in a table the sheet and cell of a workbook that the cell (NULL: none) tells. */
void where_sheet(struct where *w, const struct cell *c);

/* ---- drawings ------------------------------------------------------------------------------------------------
 * Drawn things, for sources that have a drawing: symbols (shapes) and the lines between them (connectors). The producer says what is
 * drawn and where; what it means (whose symbol it is, to which step an edge leads, which page connectors are a pair) is the
 * recogniser's. Rules for producers:
 *   - Only what a reader sees counts. What is painted over, or has neither outline nor fill, is no shape; its text is text. A shadow, an
 *     outline drawn a second time, or a frame around several symbols is no shape of its own: a line that meets a frame has one
 *     connector for each symbol inside.
 *   - A key of symbols under the table, pictures, letterheads and signatures are no shapes.
 *   - A text box that only labels a line ("Ya") is no shape; it is the label of the connector (drawing_label). A box as a picture
 *     that a connector is glued to is a shape, SHAPE_BOX unless the source says better.
 *   - One connector is one way from one symbol to another, whatever it is drawn of (a polyline in pieces, dashes, an elbow, a shaft with
 *     its head). A trunk with several branches is one connector for each pair of ends. Nothing is left out because it looks wrong.
 *   - A line cut by the end of a page and going on on the next one is one connector, `cut`. A line that ends at a page connector
 *     (pentagon, circle) ends there: both symbols of the pair are shapes, with a connector each.
 *   - What cannot be decided is said, not guessed: certainty, the alternative, or a line in `unread`. */

/* The outline. Names of presets in brackets (DrawingML; ODF has the same words). */
enum shape_kind {
    SHAPE_CAPSULE,       /* both ends round; an ellipse clearly wider than high (flowChartTerminator, ellipse) */
    SHAPE_ROUNDED,       /* a box with round corners (roundRect, flowChartAlternateProcess) */
    SHAPE_BOX,           /* (rect, flowChartProcess) */
    SHAPE_DIAMOND,       /* (diamond, flowChartDecision) */
    SHAPE_PENTAGON,      /* whichever way it points (homePlate, flowChartOffpageConnector, pentagon) */
    SHAPE_CIRCLE,        /* about as wide as high (ellipse, flowChartConnector) */
    SHAPE_OTHER          /* any other closed outline: document, parallelogram, circle in a square, block arrow … */
};

/* How sure the producer is of what it says. */
enum certainty {
    CERTAIN,             /* told by the source (ids of glued ends), or the line meets the symbol */
    PROBABLE,            /* one candidate, but a gap had to be bridged along the line's direction */
    UNCERTAIN            /* could be otherwise: never ground for more than tidak-dapat-diperiksa */
};

/* A cell of a table, as the numbers that table_cell takes. table == 0: outside every table. */
struct spot {
    uint32_t table, row, col;
};

struct shape {
    enum shape_kind kind;
    struct run text;         /* printed inside; blank text when there is none; junk of fonts without a mapping is none */
    struct spot cell;        /* the cell that holds its centre */
    /* Cells that it stands on, by at least a fifth of its height or width: [top, bottom] and [left, right], the centre's included.
     * Symbols that hang over a row's border have top < bottom; `cell` is then the row with the larger part. 0 where table is 0. */
    uint32_t top, bottom, left, right;
    uint32_t page;           /* from 1; the sheet's number in a workbook; 0: the source has no pages */
    struct box box;          /* on that page, zero when the source has no geometry */
    enum certainty certainty; /* of its cell: UNCERTAIN where the file does not tell the row (a float anchored elsewhere) */
};
struct shapes {
    struct shape *v;         /* by page, then from top to bottom, then from left to right */
    size_t n, cap;
};

/* Where a line ends. */
struct line_end {
    size_t shape;            /* index into shapes; SIZE_MAX: it meets none */
    size_t other;            /* with UNCERTAIN: another symbol it could be meant for; SIZE_MAX: none, or not told */
    bool head;               /* an arrow head is drawn here */
    struct spot cell;        /* the cell it ends in, where known */
    uint32_t page;           /* as in struct shape */
};
struct connector {
    /* Heads tell the direction. One head: it is at `to`. None: `from` is what stands first on the page, and the recogniser
     * decides. Two: it goes both ways. */
    struct line_end from, to;
    enum certainty certainty; /* of the ends as a pair */
    bool dashed;
    bool cut;                /* goes over the end of a page without page connectors */
    struct run label;        /* "Ya"; absent text when it has none */
    struct box box;          /* on from.page */
    struct points {          /* the way it takes, from `from`; none when the source has no geometry */
        struct point *v;
        size_t n, cap;
        size_t split;        /* of a cut line: so many of them are on from.page, the rest on to.page; 0: it is not cut */
    } points;
};
struct connectors {
    struct connector *v;
    size_t n, cap;
};

/* A place where a flow is drawn, or may be drawn, that cannot be read; a page of which nothing, or not all, can be. */
struct unread_drawing {
    uint32_t page;           /* from 1; 0: not told */
    uint32_t table;          /* number of the table; 0: the whole page */
    enum word reason;        /* W_reason_flow_picture, W_reason_flow_floats, W_reason_page_picture, W_reason_page_ocr … */
};
struct unread_drawings {
    struct unread_drawing *v;
    size_t n, cap;
};

/* Running text that is set in columns and was read one after the other. */
struct columned_text {
    uint32_t page, columns, lines;
};
struct columned_texts {
    struct columned_text *v; /* by page */
    size_t n, cap;
};

/* Why a page has not been read as it is printed; WORD_NONE: it has. */
struct layout;
enum word layout_page_unread(const struct layout *l, uint32_t page);
/* Why a part of it has not; the page's own reason before that. */
enum word layout_part_unread(const struct layout *l, uint32_t page);
/* Whether one of the pages [first, last] has not. */
bool layout_pages_unread(const struct layout *l, uint32_t first, uint32_t last);

/* A text that stands alone near lines, where it may be the label of one. */
struct label_text {
    struct run run;
    uint32_t page;
    struct box box;
};
/* Gives each text to the connector of its page that it labels: the nearest by `points`, at most 24 points away, one label a connector,
 * near its start before near its end; then a text beside a decision to the one way out of it that has none. Where two ways out of
 * decisions could have each other's label as well, or one the other's, both stay without and UNCERTAIN. For producers, once shapes and connectors are complete; needs geometry. used[i] tells
 * whether texts[i] was given. */
void drawing_label(struct arena *a, struct layout *l, const struct label_text *texts, size_t n, bool *used);

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

/* ---- charts ---------------------------------------------------------------------------------------------------
 * A flow that the source tells as text (Mermaid): nodes, edges and the groups that nodes stand in, without any geometry. Texts live in
 * the document's arena. */
struct chart_node {
    struct str id;
    enum shape_kind kind;
    struct run text;         /* as printed inside; the id where nothing else is said */
    size_t lane;             /* index of the innermost group; SIZE_MAX: none */
};
struct chart_edge {
    size_t from, to;         /* nodes */
    struct run label;        /* absent text when it has none */
    bool dashed;
    struct place place;
};
struct chart_lane {
    struct run title;        /* blank when it has none */
};
struct chart {
    struct {
        struct chart_node *v;
        size_t n, cap;
    } nodes;                 /* in the order in which they are first named */
    struct {
        struct chart_edge *v;
        size_t n, cap;
    } edges;
    struct {
        struct chart_lane *v;
        size_t n, cap;
    } lanes;
    struct place place;
    size_t block;            /* blocks of the layout that stand before it */
    bool unread;             /* a statement of it was not understood, or it is another kind of diagram */
};
struct charts {
    struct chart *v;         /* in the order of the document */
    size_t n, cap;
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
    bool unpaged;        /* the file does not tell where pages end: no place may name one */
    bool drawn;          /* the format can hold a drawing, and all of it is in shapes and connectors but for what `unread` names */
    struct shapes shapes;
    struct connectors connectors;
    struct unread_drawings unread;
    struct columned_texts columned;
    struct charts charts;
    uint32_t tables;     /* how many tables there are */
    struct text_map map;
};
/* The source bytes of `piece`, a part of any text of this layout (a line of a paragraph, a citation in a cell): exact, entities and
 * folded blanks considered. SPAN_NONE when the piece is not from this layout (a copy, say) or is empty. */
struct span layout_span(const struct layout *l, struct str piece);

#endif
