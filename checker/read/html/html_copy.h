/* html_copy.h: a copy of a text that libxml2's HTML parser can be given without harm. Private to checker/read/. */
#ifndef PATUH_HTML_COPY_H
#define PATUH_HTML_COPY_H

#include "base/base.h"

/* To be freed by the caller; NUL-terminated; every offset means the same in both. In the copy each '<' begins a tag or a comment,
 * and the first '>' behind it ends the tag; no tag has so many attributes that comparing them takes long. A '<' or '&' that is
 * only a character, and what is inside comments and declarations, is replaced by a dot. */
char *html_copy(struct str text, bool escapes);

#endif
