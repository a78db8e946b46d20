/* html_tags.h: which tags there are, and what each does to the layout. Knows no parser. Private to checker/read/html/. */
#ifndef PATUH_HTML_TAGS_H
#define PATUH_HTML_TAGS_H

#include "read/build.h"

enum tag {
    TAG_OTHER, TAG_INLINE, TAG_BLOCK, TAG_HEADING, TAG_BR, TAG_BOLD, TAG_UL, TAG_OL, TAG_LI,
    TAG_TABLE, TAG_THEAD, TAG_ROW, TAG_CELL, TAG_HEAD_CELL, TAG_CAPTION, TAG_RAW, TAG_PAGE_BREAK
};

struct element {
    enum tag tag;
    const char *name;
    const char *const *attributes; /* names and values in turn, NULL behind the last; may be NULL */
    size_t end;                 /* behind the tag */
};

struct tag_name {
    const char *name;
    enum tag tag;
};
/* A document is made of a few tags, over and over: those looked up before. All zeroes to begin with. */
struct tag_cache {
    const struct tag_name *last[64];
};
/* By the name in lower case; one that is unknown is TAG_OTHER. */
const struct tag_name *tag_find(struct tag_cache *c, const char *name);

/* Tells the builder of the tag that begins an element, or ends it. */
void tag_open(struct build *b, const struct element *t);
void tag_close(struct build *b, const struct element *t);

#endif
