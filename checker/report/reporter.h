/* reporter.h: what the formats share. */
#ifndef PATUH_REPORTER_H
#define PATUH_REPORTER_H

#include "stage/report.h"

extern const struct report_format report_text, report_json;

/* The source line of a span with a line of marks below it, both behind a margin with the line number; long lines cut around the place. */
void excerpt(struct buf *b, const struct document_report *d, struct span at, const char *mark_on, const char *mark_off);

/* "halaman 2, langkah 3, kolom Waktu": page or paragraph, table, row, step, column, element, as far as they are known and say something. */
void where_words(struct buf *b, const struct finding *f, enum lang lang, struct arena *a);

/* "Tabel 3.4 … (halaman 5): what its columns are is not known": a region that was not understood. */
struct str region_reason(struct arena *a, enum lang lang, const struct read_region *r);

#endif
