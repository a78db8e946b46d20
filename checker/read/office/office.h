/* office.h: the readers of office packages by what is inside. Private to checker/read/office/. */
#ifndef PATUH_OFFICE_H
#define PATUH_OFFICE_H

#include "read/office/package.h"
#include "read/office/tape.h"
#include "stage/read.h"

/* Reads the open package: the layout with its arena, and the text of `s` (see tape_play). */
struct office_reader {
    enum package_kind kind;
    const char *name;
    enum rc (*read)(struct arena *a, struct source *s, struct package *p, const struct limits *limits, struct reading *out, struct trouble *why);
    /* The tape that reading plays, for who wants to know where texts come from: its origins are nodes of the package's trees. Freed with
     * tape_free. NULL: not needed, places name their cells. */
    enum rc (*trace)(struct package *p, struct tape **out, struct trouble *why);
};
extern const struct office_reader office_docx, office_odt, office_xlsx, office_ods;

#endif
