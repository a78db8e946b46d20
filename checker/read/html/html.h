/* html.h: tags, comments and entities, for whole HTML documents and for fragments in text. Private to checker/read/. */
#ifndef PATUH_HTML_H
#define PATUH_HTML_H

#include "read/build.h"

/* What reads the HTML in one text. With `escapes` a backslash makes a character of a '<' or '&'. html_free: NULL is fine. */
struct html *html_new(struct build *b, struct str text, bool escapes);
void html_free(struct html *h);
/* Feeds [from, to). With `one` it stops behind the end of the table or hidden element that begins at `from`. Gives where it stopped. */
size_t html_feed(struct html *h, size_t from, size_t to, bool one);
/* Feeds one line or cell: its text goes to `print`, piece by piece; a tag that HTML does not know is text. Gives where it stopped:
 * `to`, or behind a table, a comment or a hidden element that began in it. */
typedef void html_text(void *state, size_t from, size_t to);
size_t html_fragment(struct html *h, size_t from, size_t to, html_text *print, void *state);

#endif
