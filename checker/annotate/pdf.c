/* Notes into a PDF, by the program that looks at PDFs. */
#include <stdlib.h>

#include "annotate/parts.h"
#include "read/page/pdf.h"
#include "read/page/pipe.h"

static void put_number(struct buf *b, int32_t v)
{
    for (size_t k = 0; k < 4; k++) buf_ch(b, (char)((uint32_t)v >> (8 * k) & 255));
}

static int32_t thousandths(double v) { return (int32_t)(v * PIPE_UNIT); }

static int by_page(const void *x, const void *y)
{
    const struct note *a = *(const struct note *const *)x, *b = *(const struct note *const *)y;
    if (a->page != b->page) return a->page < b->page ? -1 : 1;
    return a < b ? -1 : a > b;
}

enum rc annotate_pdf(struct arena *a, struct str raw, const struct limits *limits, const struct notes *notes, struct buf *out, struct trouble *why)
{
    struct buf in = BUF_INIT;
    const struct note **order = arena_alloc(a, (notes->n + 1) * sizeof *order);
    for (size_t i = 0; i < notes->n; i++) order[i] = &notes->v[i];
    if (notes->n) qsort(order, notes->n, sizeof *order, by_page);
    buf_z(&in, PIPE_NOTES);
    put_number(&in, (int32_t)notes->n);
    for (size_t i = 0; i < notes->n; i++) {
        const struct note *n = order[i];
        const struct box none = {0}, *b = n->boxed ? &n->box : &none;
        put_number(&in, n->page ? (int32_t)n->page : 1);
        put_number(&in, thousandths(b->x0));
        put_number(&in, thousandths(b->y0));
        put_number(&in, thousandths(b->x1));
        put_number(&in, thousandths(b->y1));
        put_number(&in, (int32_t)n->severity);
        put_number(&in, (int32_t)n->title.n);
        put_number(&in, (int32_t)n->text.n);
        buf_str(&in, n->title);
        buf_str(&in, n->text);
    }
    buf_str(&in, raw);
    struct limits more = *limits; /* the copy is longer than the file */
    more.v[LIMIT_pdf_output] += raw.n;
    enum rc rc = pdf_run(a, "notes", buf_view(&in), &more, out, why);
    buf_free(&in);
    return rc;
}
