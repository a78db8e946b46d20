/* tell.h: what was understood of pages, told to a tape in the order in which it is read. Private to checker/read/page/. */
#ifndef PATUH_TELL_H
#define PATUH_TELL_H

#include "read/office/tape.h"
#include "read/page/sheet.h"

struct teller {
    struct arena *a;     /* for the marks: the document's */
    struct arena *work;
    struct tape *tape;
    struct sheets *sheets;
    uint32_t tables;     /* told so far */
    uint32_t page;       /* the one that the tape is on */
    struct source_marks cells; /* where cells begin, in order */
};
/* All pages. */
void tell_sheets(struct teller *t);
/* The lines of a cell or page as paragraphs; line `joint` goes on with the one before whatever it looks like (lines->n: none does). */
void tell_lines(struct teller *t, const struct word_lines *lines, size_t joint);

#endif
