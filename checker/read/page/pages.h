/* pages.h: pages as geometry become a layout. Private to checker/read/. */
#ifndef PATUH_PAGES_H
#define PATUH_PAGES_H

#include "stage/page.h"
#include "stage/read.h"

/* Makes a layout of pages and sets the text and marks of `s`; see build_finish for `out` and `arena`. The pages are used up: turned, hidden
 * things marked. */
enum rc pages_layout(struct arena *a, struct pages *p, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why) MUST_USE;

#endif
