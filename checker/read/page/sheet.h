/* sheet.h: a page being understood: its words in tables and lines, what is content and what is furniture. Private to checker/read/page/. */
#ifndef PATUH_SHEET_H
#define PATUH_SHEET_H

#include "read/page/grid.h"

/* A printed line: words from left to right as it is read. */
struct text_line_of_words {
    const struct page_word **v;
    size_t n;
    struct box box;
    double base, size;   /* size: of its largest words */
    bool bold;           /* all of it */
    enum page_reading reading;
    bool furniture;      /* a running head or foot, a page number */
};
struct word_lines {
    struct text_line_of_words *v;
    size_t n, cap;
};

struct outlines; /* draw.h */

struct sheet {
    struct page *page;
    struct outlines *outlines; /* what may be symbols, found before the tables: their sides are no table's lines */
    struct grids grids;
    /* What each table's cells hold: cells[g][c] are the words of cell c of grid g. */
    struct word_list {
        const struct page_word **v;
        size_t n, cap;
    } **cells;
    struct word_lines lines; /* outside of tables, from top to bottom */
    bool crowded;        /* no tables could be made of its lines */
    size_t printed, unseen; /* letters that are seen, and letters of words laid unseen over a picture */
    bool pictured;       /* the page is a picture */
    bool ocr;            /* … and its words are what OCR made of it */
};
struct sheets {
    struct sheet *v;
    size_t n, cap;
    uint64_t grid_cells; /* left for further tables */
    bool scanned;        /* pages that are pictures have more to say than the others: what OCR laid over them is all the text there is. Of single
                          * ones among printed pages it is not read: it would be held against what is printed */
};

/* The page as a picture (SVG), with the flow that the layout has of it; `l` may be NULL. */
struct layout;
void page_svg(struct buf *b, const struct sheet *s, const struct layout *l);
/* Turns a page upright and finds what is hidden on it, and whether it is a picture; then, when all have been looked at, takes them apart. */
void sheet_look(struct arena *a, struct page *p, struct sheet *out);
void sheets_make(struct arena *a, struct sheets *all);
/* A box as it lies on the page before that was turned to be read. */
struct box page_unturned(const struct page *p, struct box b);
/* Lines of words that stand in one place (a cell, a page): upright ones first, then those that run up, down or backwards. */
void lines_make(struct arena *a, const struct page_word *const *words, size_t n, struct word_lines *out);
/* The text of a line, a blank between words; in `a`. */
struct str line_text(struct arena *a, const struct text_line_of_words *l);
/* Whether a blank stands before word i of a line. */
bool line_blank_before(const struct text_line_of_words *l, size_t i);
/* Marks the lines that are running heads, feet and page numbers. */
void furniture_mark(struct arena *a, const struct read_words *words, struct sheets *all);
/* Finds the tables that go on over pages, and those that are running heads. */
void grids_join(struct arena *a, struct sheets *all);
/* The text of a cell, blanks folded; in `a`. */
struct str cell_words(struct arena *a, const struct word_list *w);

#endif
