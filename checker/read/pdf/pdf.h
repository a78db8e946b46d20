/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* pdf.h: the inside of patuh-pdf, which turns a PDF into page geometry (pipe.h). Private to checker/read/pdf/.
 *
 * MuPDF interprets a page and tells a device what is painted, in order; the device writes it as it comes, so that nothing but the word and
 * the path in progress is held. */
#ifndef PATUH_PDF_H
#define PATUH_PDF_H

#include <mupdf/fitz.h>

#include "read/page/pipe.h"

/* ---- write.c: records */

struct writer {
    FILE *out;
    uint64_t bytes, most; /* written, and how many may be */
    bool full;           /* more than that */
};
void write_record(struct writer *w, enum pipe_tag tag, const int32_t *fields, size_t n);
void write_bytes(struct writer *w, const char *bytes, size_t n);
int32_t write_length(float points); /* clipped to ±PAGE_MOST; not a number: 0 */

/* ---- words.c: glyphs to words */

struct pdf_word {
    bool open, blank;    /* a blank, or the beginning of the page, comes before what follows */
    char text[256];
    size_t n;
    fz_point begin, end; /* on the base line */
    fz_point along, up;  /* of length 1 */
    float size, ascender, descender;
    uint32_t marks, colour, order;
};

/* How a run of text is painted. */
struct text_paint {
    uint32_t marks, colour, order;
    fz_rect clip;
};
void word_text(fz_context *ctx, struct writer *out, struct pdf_word *w, const fz_text *text, fz_matrix ctm, const struct text_paint *paint);
void word_end(struct writer *out, struct pdf_word *w);

/* ---- outline.c: paths to rules and outlines */

struct subpath {
    size_t from, n;
    bool closed;
    uint32_t curves;
};
struct outline {
    fz_point *points;
    size_t n, cap;
    struct subpath *subs;
    size_t sub_count, sub_cap;
    fz_matrix ctm;
};
struct path_paint {
    bool filled, dashed; /* else stroked */
    uint32_t colour, order;
    float width, opacity;
    fz_rect clip;
};
void outline_of(fz_context *ctx, struct outline *o, const fz_path *path, fz_matrix ctm);
void outline_write(struct writer *out, struct outline *o, const struct path_paint *paint);
void outline_free(struct outline *o);
/* A picture; a thin one is a rule. */
void picture_write(struct writer *out, fz_rect box, bool mask, uint32_t order);

extern fz_document_handler pdf_document_handler; /* MuPDF's own */

/* ---- notes.c: a copy of the PDF with notes in it (PIPE_NOTES in `in`); an exit status. */
int write_notes(fz_context *ctx, const struct buf *in, struct writer *out);

/* ---- device.c */

/* The device for one page, to be dropped; what is painted inside `page` goes to `out`. */
fz_device *geometry_device(fz_context *ctx, struct writer *out, fz_rect page);

#endif
