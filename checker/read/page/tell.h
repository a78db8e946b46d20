/* tell.h: what was understood of pages, told to a tape in the order in which it is read. Private to checker/read/page/. */
#ifndef PATUH_TELL_H
#define PATUH_TELL_H

#include "read/office/tape.h"
#include "read/page/sheet.h"
#include "read/words.h"
#include "stage/layout.h"

/* Running text in columns: lines [from, to) of those given. `under` has its columns under each other, in the arena. */
struct prose {
    size_t from, to;
    struct word_lines under;
    uint32_t columns;    /* 0: none yet */
    double gutter;       /* the middle of the first gap between them */
};

struct teller {
    struct arena *a;     /* for the marks: the document's */
    struct arena *work;
    struct tape *tape;
    const struct read_words *words;
    struct sheets *sheets;
    uint32_t tables;     /* told so far */
    uint32_t page;       /* the one that the tape is on */
    struct source_marks cells; /* where cells begin, in order */
    struct columned_texts columned; /* in `a` */
    struct prose prose;  /* the last one found */
    double body;         /* size of most letters of running text; 0: they are bold, or the document has no chapters: nothing is told as a heading */
};
/* Lines [from, to) of a page that stand in columns without rules: where they end, `from` when there are none. They are told as they stand, for the
 * reader of text files to find the tables in them. */
size_t columns_end(const struct word_lines *lines, size_t from);
void columns_tell(struct teller *t, const struct sheet *s, const struct word_lines *lines, size_t from, size_t to);
/* Running text in columns that begins at line `from` or a little below; from == to: none. What looks like a table is none. `before`: the last that was
 * found, of which fewer lines will do. */
struct prose prose_find(struct arena *a, const struct word_lines *lines, size_t from, const struct prose *before);
/* All pages. */
void tell_sheets(struct teller *t);
/* The lines of a cell or page as paragraphs; line `joint` goes on with the one before whatever it looks like (lines->n: none does). headings: what looks like
 * one is told as one. */
void tell_lines(struct teller *t, const struct word_lines *lines, size_t joint, bool headings);

#endif
