/* text.h: the text reader's inside: lines, and what stands in them. Private to checker/read/. */
#ifndef PATUH_READ_TEXT_H
#define PATUH_READ_TEXT_H

#include "read/html/inline.h"
#include "read/text_page.h"

/* Lines of a larger text, the source's whole, without running heads; a form feed ends the last one. */
void text_feed(struct build *b, struct str text, size_t from, size_t to);
/* Tables of one line a row: cells between tabs, or between bars. They take all their lines from `first` on and give where they stop. */
bool tab_row(struct str text, const struct text_line *line);
size_t tab_table(struct build *b, struct str text, struct text_line first);
bool bar_table_begins(struct str text, const struct text_line *line);
size_t bar_table(struct build *b, struct str text, struct text_line first);

/* A table whose lines of dashes, or of boxes, say where its columns stand. All places are offsets into the text. */
enum { RULED_COLUMNS = 64 };
struct ruled {
    uint32_t x[RULED_COLUMNS]; /* where each column begins, in characters; of boxes, each line between two and both edges */
    uint32_t width[RULED_COLUMNS]; /* of the columns, where no boxes are */
    size_t n;
    size_t head, head_end;     /* its heading; head_end 0: none is set apart */
    size_t body, end;
    size_t behind;             /* where reading goes on; where none was found, how far it was looked for */
    bool box;
    bool apart;                /* blank lines part the rows: a row is several lines */
    bool folded;               /* lines inside a cell end where there was no more room, and nowhere else */
};
bool ruled_begins(struct str text, const struct text_line *first, struct ruled *r);
/* Gives r->behind. */
size_t ruled_table(struct build *b, struct str text, const struct ruled *r);

#endif
