/* text.h: the text reader's inside: lines, and what stands in them. Private to checker/read/. */
#ifndef PATUH_TEXT_H
#define PATUH_TEXT_H

#include "read/html/html.h"

/* What goes on from line to line. */
struct inline_state {
    bool strong;
};
/* Feeds one line or cell; gives where it stopped: `to`, or behind an HTML table, a comment or a hidden element that began in it. */
size_t inline_feed(struct build *b, struct inline_state *state, struct str text, size_t from, size_t to);
/* A paragraph or cell ends: emphasis does too. */
void inline_end(struct build *b, struct inline_state *state);

/* A line of the source: [begin, end), and where the next one begins. */
struct text_line {
    size_t begin, end, next;
    bool page;           /* a form feed ends it */
};
struct text_line text_line_at(struct str text, size_t begin);

/* Tables of one line a row: cells between tabs, or between bars. They take all their lines from `first` on and give where they stop. */
bool tab_row(struct str text, const struct text_line *line);
size_t tab_table(struct build *b, struct str text, struct text_line first);
bool bar_table_begins(struct str text, const struct text_line *line);
size_t bar_table(struct build *b, struct str text, struct text_line first);

/* A table in aligned columns that begins at offset `at`: where it ends; 0: there is none, nor any before *none_before. */
struct furniture;
size_t aligned_table(struct build *b, struct str text, size_t at, const struct furniture *skip, size_t *none_before);

#endif
