/* page.h: a page as geometry: words, rules, outlines and pictures where they stand, without any idea of what they mean.
 *
 * Producers make it (PDF; scans, drawings and rendered files can be others), checker/read/page/ makes a layout of it. Nothing in
 * here knows of PDF. Lengths are points (1/72 inch), x to the right, y downwards, (0, 0) the top left corner of the page as it is
 * read: a rotation of the page is undone. All numbers are finite and within ±PAGE_MOST; in every box x0 <= x1 and y0 <= y1.
 * Everything lives in the arena of the producer's caller.
 *
 * `order` is when a thing was painted, from 1, over all kinds of a page: what comes later lies on top. Things of one painting
 * operation have the same order. What lies outside the page or its clip is left out or cut off at it.
 *
 * `confidence` says how sure the producer is that the thing is there as given: 1 for what a file states (PDF, drawings), less for what was
 * seen in pixels. */
#ifndef PATUH_PAGE_H
#define PATUH_PAGE_H

#include "base/source.h"

#define PAGE_MOST 20000.0

/* Which way a line of text runs, on the page as it is read. */
enum page_reading { READ_RIGHT, READ_DOWN, READ_LEFT, READ_UP };

enum {
    WORD_BOLD = 1,
    WORD_ITALIC = 2,
    WORD_UNSEEN = 4,     /* in the file but not painted: the text layer that OCR lays over a scan */
    WORD_UNMAPPED = 8,   /* the font does not tell which characters these are; `text` is not to be believed */
    WORD_DRAWN = 32,     /* stands in a symbol, or labels a line: no text of the page; set by the drawing stage */
    WORD_GLUED = 16,     /* no blank between the word before it in the list and this one (another font or size begins) */
};

/* Letters without a blank between them. A producer cuts where the text has a blank or a gap that is one, never joins over a rule. */
struct page_word {
    struct str text;     /* UTF-8, at least one byte, no blanks or control characters; ligatures taken apart */
    struct box box;      /* along the line from the first to the last letter; across it from ascender to descender of the font */
    double size;         /* of the font */
    double base;         /* where the base line stands: y for READ_RIGHT and READ_LEFT, x for the others */
    enum page_reading reading; /* slanted text: the nearest */
    uint32_t marks;      /* WORD_… */
    uint32_t colour;     /* 0xRRGGBB */
    uint32_t order;
    double confidence;
    bool hidden;         /* painted over: see page_hide */
};

/* A straight horizontal or vertical piece, whatever drew it: a stroke, a thin filled rectangle. Corner squares of Word's tables are
 * rules, too (of their own length). Thin: at most PAGE_THIN across. */
#define PAGE_THIN 2.5
struct page_rule {
    bool vertical;
    double at;           /* its middle line: y of a horizontal one, x of a vertical one */
    double from, to;     /* along it, from <= to */
    double thickness;
    uint32_t colour;
    bool stroked;        /* drawn as a line; else as a thin area */
    bool dashed;
    uint32_t order;
    double confidence;
    bool hidden;         /* wholly painted over */
    bool drawn;          /* of a drawing, not of a table: the side of a symbol, a line between symbols; set before tables are looked for */
    uint32_t table;      /* the page's table (index + 1 into the grids of the page) whose line it is; 0: of none. Set by the table stage */
};

struct page_point {
    double x, y;
};

/* An outline: every painted line or area that is not a rule, one subpath each; curves are flattened. Which of them is a symbol or an
 * arrow is for checker/read/page/ to find out. A head that is drawn as an area is an outline of its own, with the order
 * of its shaft when they were painted together; so are the thin rectangles of an operation that has other areas, too. */
struct page_path {
    const struct page_point *v; /* n >= 2; a closed one does not repeat its first point */
    uint32_t n;
    bool closed;
    bool filled, stroked;
    uint32_t curves;     /* how many of its pieces were curves; 0 where they are not known as such */
    uint32_t fill, stroke; /* colours 0xRRGGBB, where filled and stroked */
    double opacity;      /* of the fill, 0 to 1 */
    double width;        /* of the stroke */
    bool dashed;
    bool head_begin, head_end; /* the producer knows of an arrow head at that end (drawings, pixels); a PDF never does */
    struct box box;
    uint32_t order;
    double confidence;
    bool hidden;         /* wholly painted over */
    bool drawn;          /* of a drawing, as with rules */
};

struct page_picture {
    struct box box;
    uint32_t order;
    bool mask;           /* only its dark pixels are painted: it hides nothing */
    bool hidden;
};

struct page {
    uint32_t number;     /* from 1 in the file */
    double width, height;
    uint32_t turned;     /* by how many degrees clockwise it was turned to be read: 0, 90, 180, 270 */
    bool damaged;        /* not all of it could be read */
    struct page_words {
        struct page_word *v; /* in the order of painting */
        size_t n, cap;
    } words;
    struct page_rules {
        struct page_rule *v;
        size_t n, cap;
    } rules;
    struct page_paths {
        struct page_path *v;
        size_t n, cap;
    } paths;
    struct page_pictures {
        struct page_picture *v;
        size_t n, cap;
    } pictures;
};

struct pages {
    struct page *v;
    size_t n, cap;
};

/* Sets `hidden` where a later opaque area or picture covers a thing: of a word its middle, of the others all of them.
 * Only areas that are rectangles, axis-parallel, count as covering. */
void page_hide(struct page *p);

#endif
