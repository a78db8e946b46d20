/* text_page.h: a text as printed lines, and what a page adds to them: running heads, page numbers, lines set apart. Private to checker/read/. */
#ifndef PATUH_TEXT_PAGE_H
#define PATUH_TEXT_PAGE_H

#include "base/base.h"

/* A line of the source: [begin, end), and where the next one begins. */
struct text_line {
    size_t begin, end, next;
    bool page;           /* a form feed ends it */
};
struct text_line text_line_at(struct str text, size_t begin);

/* The lines that are running heads or page numbers, by where they begin, in order. */
struct furniture {
    size_t *v;
    size_t n, cap;
};
void furniture_find(struct furniture *f, struct str text);
bool is_furniture(const struct furniture *f, size_t begin);
void furniture_free(struct furniture *f);

/* How the page that begins at an offset is set. */
struct page_look {
    size_t end;              /* where it ends */
    bool apart;              /* a blank line between any two printed ones */
    uint32_t margin;         /* where the longest line of prose ends, in characters */
};
struct page_look page_look(struct str text, size_t begin);

/* The place of a line on its page, in characters. */
struct line_extent {
    uint32_t indent, end;
    uint32_t word;           /* length of its first word */
    uint32_t gaps;           /* wide ones between its words */
};
struct line_extent line_extent(struct str text, const struct text_line *line);

#endif
