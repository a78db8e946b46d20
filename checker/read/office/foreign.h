/* foreign.h: LibreOffice as a converter, where it is installed: in a folder and with a profile made for one file, without network, macros
 * or links, for a limited time. Private to checker/read/office/. */
#ifndef PATUH_FOREIGN_H
#define PATUH_FOREIGN_H

#include "base/source.h"

/* The program; absent: it is not installed. */
struct str foreign_program(struct arena *a);
/* `raw` as a file of the kind `from` ("doc"), made into one of the kind `to` ("docx"), whose bytes go to *out (freed by the caller whatever
 * happens). */
enum rc foreign_convert(struct arena *a, struct str program, struct str raw, const char *from, const char *to, const struct limits *limits, struct buf *out,
                        struct trouble *why) MUST_USE;

#endif
