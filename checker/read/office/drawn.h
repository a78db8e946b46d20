/* drawn.h: drawn things of text documents (Word, OpenDocument) as their files tell them, and what of it can be told without laying the
 * pages out. Private to checker/read/office/.
 *
 * Such a file says to which paragraph a shape is tied and how far from it the shape is drawn. In a table that gives the column; it
 * gives the row only where the shape is tied to a cell that it does not leave, for how high rows are is decided when the page is laid
 * out. Lengths are points; x counts from the left edge of the table, y from the top of the row that the anchor stands in. */
#ifndef PATUH_DRAWN_H
#define PATUH_DRAWN_H

#include "read/office/package.h"
#include "read/office/tape.h"
#include "stage/layout.h"

/* The cell that holds an anchor. */
struct anchor {
    struct spot cell;        /* table 0: outside every table */
    double left, width;      /* of the cell, from the left edge of the table; width 0: not known */
    double down;             /* of the anchor's paragraph in the cell, as far as can be told */
    uint32_t frame;          /* things of one frame share their coordinates exactly: those of a group or canvas, of a paragraph */
    uint32_t page;
};

struct drawn {
    bool line;
    struct anchor anchor;
    bool within;             /* stands in the cell like a letter */
    bool floats;             /* placed from the page, not from its anchor: nothing is known of its row */
    struct box box;          /* see above */
    struct str ids[2];       /* by which lines name it */
    /* of a closed shape */
    enum shape_kind kind;
    bool plain;              /* neither outline nor fill: a text that stands alone */
    bool picture;
    bool untold;             /* the file keeps points instead of a name: whether it is a symbol or a line is not told */
    bool diagram;            /* a diagram that Word draws by itself (SmartArt): what it shows is not read */
    struct str text;         /* blank: none */
    const void *origin;      /* of the text, for the tape */
    struct span told;        /* where the tape has it (drawn_tell) */
    /* of a line */
    struct str glued[2];     /* ids of what it begins and ends at; absent: not told */
    struct point ends[2];
    bool elbow, head[2], dashed;
    /* where it stands on laid out pages; its box and ends are then in one system for all pages, see drawn_lay */
    struct laid {
        bool known;
        struct spot cell;
        uint32_t left, right; /* columns that it stands on */
    } laid;
};

/* A table as far as its measures are told. */
struct measures {
    uint32_t cols, rows;
    double *x;               /* cols + 1 lines; NULL: not told */
    double *height;          /* of each row at least */
};
struct drawing {
    struct arena *a;
    struct {
        struct drawn *v;
        size_t n, cap;
    } things;
    struct {
        struct measures *v;
        size_t n, cap;
    } tables;                /* by number - 1 */
    uint32_t frames;         /* given out so far */
};

/* The outline of a preset, by its DrawingML name or an ODF one without "mso-"; SHAPE_OTHER: any other. *line: it is none but a line. */
enum shape_kind drawn_preset(struct str name, bool *line);
/* How high a cell of that width (0: not known) is at least, even in small print. */
double drawn_least(const struct xml_node *cell, double width);
/* The measures of a table whose number has been given out. */
void drawn_table(struct drawing *d, uint32_t number, struct measures m);
/* Whether the document has a drawn flow at all: symbols, or arrows inside tables. */
bool drawn_flow(const struct drawing *d);
/* Whether a cell goes over several rows: a thing inside it may stand in any of them. */
bool drawn_over_rows(const struct blocks *blocks, struct spot at);
/* Whether two things share their coordinates; whether a line that leads somewhere begins or ends at a thing. */
bool drawn_comparable(const struct drawn *x, const struct drawn *y);
bool drawn_led_to(const struct drawing *d, const struct drawn *t);
/* Turns what is known into the layout's shapes, connectors and labels, and says what is not. Texts of symbols are told to the tape
 * first (drawn_tell), so that they have a place. false: rows or ends are not told by the file; then only `unread` says so. */
void drawn_tell(struct drawing *d, struct tape *t);
bool drawn_settle(const struct drawing *d, struct arena *a, struct arena *pages, struct layout *l);
/* The end of every reading: the flow, if the document has one, laid out where the file does not tell it, and pictures that may be one. */
struct laying;
void drawn_finish(struct drawing *d, bool flow, const struct laying *how, struct arena *a, struct arena *pages, struct layout *l);

#endif
