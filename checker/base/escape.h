/* escape.h: text of documents on its way out. What a terminal would obey, what turns the direction of writing, and what Unicode keeps for
 * itself (U+FFFE, U+FFFF …, which XML has no way to write) comes through in no format. */
#ifndef PATUH_ESCAPE_H
#define PATUH_ESCAPE_H

#include "base/base.h"

/* The character at s[i] and its bytes in *n: at least 1, and -1 where there is no UTF-8. i < s.n. */
int32_t text_char(struct str s, size_t i, size_t *n);
/* Controls (C0, C1, DEL), marks of direction, line and paragraph separators, noncharacters. -1 is none of them. */
bool text_unsafe(int32_t c);

/* For terminals and Markdown: unsafe characters become "·", line ends and tabs a blank, bytes that are not UTF-8 U+FFFD. */
void plain_text(struct buf *b, struct str s);
/* Content of XML and HTML, and values of attributes in double quotes: unsafe characters and what is not UTF-8 become U+FFFD; tabs and line ends
 * stay in content and are written as references in an attribute. */
void xml_text(struct buf *b, struct str s, bool attribute);
/* A JSON string with its quotes; an absent one is null. Bytes that are not UTF-8 become U+FFFD. */
void json_text(struct buf *b, struct str s);
/* A blank, the name, and the value in its quotes. */
void xml_attribute(struct buf *b, const char *name, struct str value);

#endif
