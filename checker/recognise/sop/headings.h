/* headings.h: what the heading of a step table says, cell by cell; sop_headings.c, for sop_columns.c. */
#ifndef PATUH_HEADINGS_H
#define PATUH_HEADINGS_H

#include "recognise/sop/steps.h"

enum { HEADING_NONE = HEADING_QUALITY + 1, HEADING_BYTES = 80 /* a longer text is none */ };

/* enum column_id or HEADING_QUALITY of the text of a cell, HEADING_NONE when it is no heading that is known: to the letter; also with a
 * letter or two wrong, and without what stands in brackets ("Waktu (menit)"). */
uint32_t heading_exact(const struct vocabulary *v, struct str s);
uint32_t heading_of(const struct vocabulary *v, struct str s);
/* A converter may print the heading over several columns into one of them, on a line above that column's own: it is taken off.
 * *over is that heading, HEADING_NONE when there is none. */
struct str heading_own(const struct vocabulary *v, struct str s, uint32_t *over);
/* The column of a heading of that kind in a row; UINT32_MAX when it has none. */
uint32_t heading_column(const struct vocabulary *v, const struct table *t, uint32_t row, uint32_t wanted);
/* Headings of rows [first, end) that are misspelt, or another word, as labels. */
void headings_as_labels(struct making *m, const struct table *t, uint32_t first, uint32_t end);
/* The row behind a heading that begins at `first`. */
uint32_t heading_end(const struct making *m, const struct table *t, uint32_t first);

#endif
