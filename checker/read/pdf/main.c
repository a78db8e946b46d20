/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* patuh-pdf: the PDF on standard input as page geometry on standard output. patuh starts it; it shuts itself in before it looks at its input. */
#include <stdlib.h>
#include <string.h>

#include <mupdf/pdf.h>

#include "base/os.h"
#include "read/pdf/pdf.h"

enum { STORE = 32 << 20 };   /* bytes that MuPDF may keep for later */
enum { TAIL = 1024 };        /* bytes at the end of a PDF among which its end mark stands */

static int usage(void)
{
    fputs("patuh-pdf pages|notes SECONDS BYTES OUTPUT: a PDF for patuh, with so much processor time, memory and output\n", stderr);
    return 2;
}

/* One page; false: not all of it could be read. */
static bool write_page(fz_context *ctx, fz_document *doc, struct writer *out, int number)
{
    fz_page *page = NULL;
    fz_device *dev = NULL;
    fz_cookie cookie = {0};
    fz_rect r = fz_make_rect(0, 0, 612, 792);
    bool whole = true;
    fz_var(page);
    fz_var(dev);
    fz_var(r);
    fz_var(whole);
    fz_try(ctx)
    {
        page = fz_load_page(ctx, doc, number);
        r = fz_bound_page(ctx, page);
    }
    fz_catch(ctx) whole = false;
    const int32_t head[] = {number + 1, write_length(r.x1 - r.x0), write_length(r.y1 - r.y0), 0};
    write_record(out, PIPE_PAGE, head, COUNT(head));
    if (!whole) return false;
    fz_try(ctx)
    {
        dev = geometry_device(ctx, out, fz_make_rect(0, 0, r.x1 - r.x0, r.y1 - r.y0));
        fz_run_page(ctx, page, dev, fz_translate(-r.x0, -r.y0), &cookie);
        fz_close_device(ctx, dev);
    }
    fz_always(ctx)
    {
        fz_drop_device(ctx, dev);
        fz_drop_page(ctx, page);
    }
    fz_catch(ctx) whole = false;
    return whole && cookie.errors == 0;
}

static bool has_end(const struct buf *file)
{
    static const char mark[] = "%%EOF";
    const size_t n = sizeof mark - 1, from = file->n > TAIL ? file->n - TAIL : 0;
    for (size_t i = from; i + n <= file->n; i++)
        if (memcmp(file->p + i, mark, n) == 0) return true;
    return false;
}

/* The file breaks off, and what was found in the rest had to be put together: fonts, contents and whole pages may be gone without a trace. */
static bool is_cut(fz_context *ctx, fz_document *doc, const struct buf *file)
{
    pdf_document *pdf = pdf_specifics(ctx, doc);
    return pdf && pdf_was_repaired(ctx, pdf) && !has_end(file);
}

static enum pipe_failure write_document(fz_context *ctx, fz_document *doc, const struct buf *file, struct writer *out)
{
    int32_t pages = 0;
    fz_var(pages);
    if (fz_needs_password(ctx, doc)) return PIPE_ENCRYPTED;
    fz_try(ctx) pages = fz_count_pages(ctx, doc);
    fz_catch(ctx) return PIPE_BROKEN;
    if (pages <= 0) return PIPE_BROKEN;
    if (pages > PIPE_MOST_PAGES) return PIPE_TOO_MUCH;
    for (int i = 0; i < pages && !out->full; i++) {
        bool whole = write_page(ctx, doc, out, i) && !is_cut(ctx, doc, file);
        write_record(out, PIPE_END, &(int32_t){whole}, 1);
    }
    if (out->full) return PIPE_TOO_MUCH;
    write_record(out, PIPE_DONE, &pages, 1);
    return PIPE_FINE;
}

static enum pipe_failure convert(fz_context *ctx, const struct buf *file, struct writer *out)
{
    fz_stream *stream = NULL;
    fz_document *doc = NULL;
    enum pipe_failure why = PIPE_BROKEN;
    fz_var(stream);
    fz_var(doc);
    fz_var(why);
    fz_try(ctx)
    {
        fz_register_document_handler(ctx, &pdf_document_handler);
        fz_disable_icc(ctx);
        stream = fz_open_memory(ctx, (const unsigned char *)file->p, file->n);
        doc = fz_open_document_with_stream(ctx, "application/pdf", stream);
        why = write_document(ctx, doc, file, out);
    }
    fz_always(ctx)
    {
        fz_drop_document(ctx, doc);
        fz_drop_stream(ctx, stream);
    }
    fz_catch(ctx) why = fz_caught(ctx) == FZ_ERROR_MEMORY ? PIPE_MEMORY : PIPE_BROKEN;
    return why;
}

static int write_pages(fz_context *ctx, const struct buf *file, struct writer *out)
{
    write_bytes(out, PIPE_MAGIC, strlen(PIPE_MAGIC));
    enum pipe_failure why = convert(ctx, file, out);
    out->most = UINT64_MAX;
    out->full = false;
    if (why != PIPE_FINE) write_record(out, PIPE_FAILED, &(int32_t){(int32_t)why}, 1);
    return 0;
}

int main(int argc, char **argv)
{
    uint64_t limit[3];
    bool notes = argc == 5 && strcmp(argv[1], "notes") == 0;
    if (argc != 5 || (!notes && strcmp(argv[1], "pages") != 0)) return usage();
    for (int i = 0; i < 3; i++)
        if (!str_u64(str_of(argv[i + 2]), &limit[i])) return usage();
    enum { ROOM = 65536 };
    setvbuf(stdin, base_alloc(ROOM), _IOFBF, ROOM); /* so that nothing more is asked of the system for them */
    setvbuf(stdout, base_alloc(ROOM), _IOFBF, ROOM);
    if (!os_confine(limit[0], limit[1])) return 3;
    struct writer out = {.out = stdout, .most = limit[2]};
    struct buf file = BUF_INIT;
    char part[65536];
    for (size_t n; (n = fread(part, 1, sizeof part, stdin)) > 0;) buf_add(&file, part, n);
    fz_context *ctx = fz_new_context(NULL, NULL, STORE);
    int status = !ctx ? 1 : notes ? write_notes(ctx, &file, &out) : write_pages(ctx, &file, &out);
    fz_drop_context(ctx);
    buf_free(&file);
    return fflush(stdout) == 0 ? status : 1;
}
