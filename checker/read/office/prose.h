/* prose.h: what a reader of running text (Word, OpenDocument) has told, and what becomes of it. Private to checker/read/office/. */
#ifndef PATUH_PROSE_H
#define PATUH_PROSE_H

#include "read/office/drawn.h"
#include "stage/read.h"

struct prose {
    enum rc rc;              /* anything but RC_OK: it could not be told whole */
    struct tape *tape;
    struct drawing *drawing;
    bool flow;               /* the drawing is the flow of the document */
    struct arena *a;         /* of the reader */
    const char *format;      /* the ending that a file of it has */
};
/* As read and trace of struct office_reader; both free tape (but for the one that trace gives) and arena. */
enum rc prose_read(const struct prose *t, struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why);
enum rc prose_trace(const struct prose *t, struct tape **out);

#endif
