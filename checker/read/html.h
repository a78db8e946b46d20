/* html.h: tags, comments and entities, for whole HTML documents and for fragments in text. Private to checker/read/. */
#ifndef PATUH_HTML_H
#define PATUH_HTML_H

#include "text_build.h"

enum tag {
    TAG_OTHER, TAG_INLINE, TAG_BLOCK, TAG_HEADING, TAG_BR, TAG_BOLD, TAG_UL, TAG_OL, TAG_LI,
    TAG_TABLE, TAG_THEAD, TAG_ROW, TAG_CELL, TAG_HEAD_CELL, TAG_CAPTION, TAG_RAW, TAG_PAGE_BREAK
};

struct token {
    enum tag tag;
    bool close;
    uint32_t level;      /* heading */
    struct str name, attributes;
    size_t end;          /* just behind it */
};

/* The tag, comment or declaration that begins at the '<' at offset i and ends before `to`; false: the '<' is a character like others.
 * A comment or declaration is TAG_INLINE. A tag never holds another '<', so that reading all tags of a text is linear. */
bool html_token(struct str text, size_t i, size_t to, struct token *out);
/* What a tag does to the page. Gives the offset to go on from: out->end, or behind the element whose content is not for reading. */
size_t html_apply(struct build *b, struct str text, const struct token *t);
/* The entity that begins at the '&' at offset i: its length in the source, its UTF-8 in `out`; 0: there is none. */
size_t html_entity(struct str text, size_t i, size_t to, char out[4], size_t *out_length);
/* Feeds [from, to) as HTML. With `one_table` it stops behind the end of the table that begins at `from`. Gives where it stopped. */
size_t html_feed(struct build *b, struct str text, size_t from, size_t to, bool one_table);

#endif
