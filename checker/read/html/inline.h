/* inline.h: one line or cell of text: Markdown emphasis, backslash escapes, known HTML tags, entities. Private to checker/read/. */
#ifndef PATUH_INLINE_H
#define PATUH_INLINE_H

#include "read/html/html.h"

/* What goes on from line to line. */
struct inline_state {
    bool strong;
};
/* Feeds one line or cell; gives where it stopped: `to`, or behind an HTML table, a comment or a hidden element that began in it. */
size_t inline_feed(struct build *b, struct inline_state *state, struct str text, size_t from, size_t to);
/* A paragraph or cell ends: emphasis does too. */
void inline_end(struct build *b, struct inline_state *state);

#endif
