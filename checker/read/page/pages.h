/* pages.h: pages as geometry become a layout. Private to checker/read/. */
#ifndef PATUH_PAGES_H
#define PATUH_PAGES_H

#include "stage/page.h"
#include "stage/read.h"

/* A page to draw as it was understood. */
struct page_view {
    uint64_t page;       /* from 1 */
    struct buf *svg;     /* gets the picture; nothing when there is no such page */
};
/* Makes a layout of pages and sets the text and marks of `s`. The pages are used up: turned, hidden things marked. `view` may be NULL. */
enum rc pages_layout(struct arena *a, struct pages *p, struct source *s, const struct limits *limits, const struct page_view *view, struct reading *out,
                     struct trouble *why) MUST_USE;

#endif
