/* pdf.h: patuh-pdf, the program that looks at PDFs, shut in. Private to checker/read/ and checker/annotate/. */
#ifndef PATUH_READ_PDF_H
#define PATUH_READ_PDF_H

#include "base/source.h"

bool pdf_sniff(struct str raw);
/* Runs patuh-pdf: `mode` is "pages" or "notes". RC_OK: it has said all that it had to say (pipe.h); *out is freed by the caller whatever happens. */
enum rc pdf_run(struct arena *a, const char *mode, struct str input, const struct limits *limits, struct buf *out, struct trouble *why) MUST_USE;

#endif
