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

#endif
