/* pipe.h: how page geometry travels from a producer in another process. Private to checker/read/.
 *
 * PIPE_MAGIC, then records: a byte of enum pipe_tag and its fields, each a signed number of 32 bits, least significant byte first. Lengths are
 * thousandths of a point. Pages come in order, each with what is on it in the order of painting; the stream ends with PIPE_DONE or
 * PIPE_FAILED and nothing behind it. For the meaning of the fields see stage/page.h. */
#ifndef PATUH_PIPE_H
#define PATUH_PIPE_H

#include "stage/page.h"

#define PIPE_MAGIC "patuh-page 1\n"
#define PIPE_UNIT 1000.0
#define PIPE_MOST_PAGES 10000

/* What is written into a PDF goes the other way: PIPE_NOTES, a number of notes and, for each, page, x0, y0, x1, y1 (all 0: it is about the page), look
 * (0 catatan, 1 peringatan, 2 galat), lengths of title and text, then their bytes; behind the last one the PDF, to the end. */
#define PIPE_NOTES "patuh-notes 1\n"

enum pipe_tag {
    PIPE_PAGE = 'P',     /* number width height turned */
    PIPE_WORD = 'W',     /* x0 y0 x1 y1 size base reading marks colour order length, then the bytes of its text */
    PIPE_RULE = 'R',     /* vertical at from to thickness colour looks order */
    PIPE_PATH = 'A',     /* looks curves fill stroke opacity width order n, then n times x y */
    PIPE_PICTURE = 'I',  /* x0 y0 x1 y1 mask order */
    PIPE_END = 'E',      /* whole: 0 when a part of the page could not be read */
    PIPE_DONE = 'Z',     /* pages */
    PIPE_FAILED = 'X',   /* enum pipe_failure */
};
enum { PIPE_CLOSED = 1, PIPE_FILLED = 2, PIPE_STROKED = 4, PIPE_DASHED = 8 }; /* looks */
enum pipe_failure { PIPE_FINE, PIPE_BROKEN, PIPE_ENCRYPTED, PIPE_MEMORY, PIPE_TOO_MUCH };

/* Reads all of a stream. true: it ended as it should; *failure then tells whether the producer gave up (PIPE_FINE: it did not). false: it breaks off
 * or says what cannot be. */
bool pipe_read(struct arena *a, struct str bytes, struct pages *out, enum pipe_failure *failure) MUST_USE;

#endif
