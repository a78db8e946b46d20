/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Notes into a PDF: a highlight where a finding has a box, a note at the top of its page where it has none. What is in the file stays as it is:
 * the changes are written behind it, unless it is damaged and had to be mended. */
#include <mupdf/pdf.h>
#include <string.h>

#include "read/pdf/pdf.h"

enum { FIELDS = 8, MOST_NOTES = 100000, ICON = 18 };

struct pdf_note {
    int32_t page, box[4], look;
    const char *title, *text;
};

struct input {
    struct arena *a;
    const unsigned char *p, *end;
    bool wrong;
};

static int32_t number(struct input *in)
{
    if (in->end - in->p < 4) {
        in->wrong = true;
        return 0;
    }
    in->p += 4;
    return (int32_t)((uint32_t)in->p[-4] | (uint32_t)in->p[-3] << 8 | (uint32_t)in->p[-2] << 16 | (uint32_t)in->p[-1] << 24);
}

static const char *string(struct input *in, int32_t length)
{
    if (in->wrong || length < 0 || length > in->end - in->p) {
        in->wrong = true;
        return "";
    }
    struct str s = {(const char *)in->p, (size_t)length};
    in->p += length;
    return arena_strz(in->a, s);
}

static struct pdf_note read_note(struct input *in)
{
    struct pdf_note n = {.page = number(in)};
    for (int i = 0; i < 4; i++) n.box[i] = number(in);
    n.look = number(in);
    int32_t title = number(in), text = number(in);
    n.title = string(in, title);
    n.text = string(in, text);
    if (n.look < 0 || n.look > 2) in->wrong = true;
    return n;
}

static fz_rect rect_of(const struct pdf_note *n)
{
    return fz_make_rect((float)(n->box[0] / PIPE_UNIT), (float)(n->box[1] / PIPE_UNIT), (float)(n->box[2] / PIPE_UNIT), (float)(n->box[3] / PIPE_UNIT));
}

/* `above`: how many notes without a box the page has already. */
static void add_note(fz_context *ctx, pdf_page *page, const struct pdf_note *n, int above)
{
    static const float colours[][3] = {{0.6f, 0.8f, 1}, {1, 0.9f, 0.3f}, {1, 0.6f, 0.6f}};
    fz_rect bounds = pdf_bound_page(ctx, page), r = rect_of(n);
    r.x0 += bounds.x0, r.x1 += bounds.x0, r.y0 += bounds.y0, r.y1 += bounds.y0;
    bool boxed = n->box[2] > n->box[0] && n->box[3] > n->box[1];
    pdf_annot *annot = pdf_create_annot(ctx, page, boxed ? PDF_ANNOT_HIGHLIGHT : PDF_ANNOT_TEXT);
    fz_try(ctx)
    {
        if (boxed) {
            pdf_add_annot_quad_point(ctx, annot, fz_quad_from_rect(r));
        } else {
            float x = bounds.x0 + 4 + (float)(above % 20 * (ICON + 2)), y = bounds.y0 + 4 + (float)(above / 20 * (ICON + 2));
            pdf_set_annot_rect(ctx, annot, fz_make_rect(x, y, x + ICON, y + ICON));
        }
        pdf_set_annot_color(ctx, annot, 3, colours[n->look]);
        pdf_set_annot_author(ctx, annot, n->title);
        pdf_set_annot_contents(ctx, annot, n->text);
        pdf_update_annot(ctx, annot);
    }
    fz_always(ctx) pdf_drop_annot(ctx, annot);
    fz_catch(ctx) fz_rethrow(ctx);
}

/* The page that notes are being put on. */
struct note_page {
    pdf_page *page;
    int32_t number;
    int above;           /* notes without a box on it */
};

static void put_note(fz_context *ctx, pdf_document *doc, struct note_page *at, const struct pdf_note *n)
{
    if (n->page != at->number) {
        fz_drop_page(ctx, (fz_page *)at->page);
        *at = (struct note_page){.number = n->page};
        at->page = pdf_load_page(ctx, doc, n->page - 1);
    }
    add_note(ctx, at->page, n, n->box[2] > n->box[0] ? 0 : at->above++);
}

static void put_notes(fz_context *ctx, pdf_document *doc, struct note_page *at, struct input *in)
{
    int pages = pdf_count_pages(ctx, doc);
    int32_t n = number(in);
    if (n < 0 || n > MOST_NOTES) fz_throw(ctx, FZ_ERROR_GENERIC, "too many notes");
    for (int32_t i = 0; i < n; i++) {
        struct pdf_note note = read_note(in);
        if (in->wrong || note.page < 1 || note.page > pages) fz_throw(ctx, FZ_ERROR_GENERIC, "a note that cannot be");
        put_note(ctx, doc, at, &note);
    }
}

static void add_notes(fz_context *ctx, pdf_document *doc, struct input *in)
{
    struct note_page at = {0}; /* only its address is used across fz_try */
    fz_try(ctx) put_notes(ctx, doc, &at, in);
    fz_always(ctx) fz_drop_page(ctx, (fz_page *)at.page);
    fz_catch(ctx) fz_rethrow(ctx);
}

/* Where the notes end and the PDF begins. */
static const unsigned char *behind_notes(struct input in)
{
    int32_t n = number(&in);
    for (int32_t i = 0; i < n && !in.wrong; i++) {
        for (int k = 0; k < FIELDS - 2; k++) number(&in);
        int64_t length = number(&in);
        length += number(&in);
        if (length < 0 || length > in.end - in.p) in.wrong = true;
        else in.p += length;
    }
    return in.wrong ? NULL : in.p;
}

/* MuPDF reads again what it has written behind the file. */
static fz_stream *read_again(fz_context *ctx, void *buffer) { return fz_open_buffer(ctx, buffer); }

/* Everything is written at the end. */
static void seek_end(fz_context *ctx, void *buffer, int64_t offset, int whence)
{
    unsigned char *bytes;
    int64_t end = (int64_t)fz_buffer_storage(ctx, buffer, &bytes);
    if (offset != (whence == SEEK_SET ? end : 0)) fz_throw(ctx, FZ_ERROR_GENERIC, "written at the end alone");
}

static void cut_here(fz_context *ctx, void *buffer)
{
    (void)ctx;
    (void)buffer; /* it ends where it is written */
}

static void save(fz_context *ctx, pdf_document *doc, const unsigned char *file, size_t length, struct writer *out)
{
    fz_buffer *copy = fz_new_buffer(ctx, length + (1 << 16));
    fz_output *to = NULL;
    fz_var(to);
    fz_try(ctx)
    {
        pdf_write_options o = pdf_default_write_options;
        unsigned char *bytes;
        o.do_incremental = pdf_can_be_saved_incrementally(ctx, doc);
        if (o.do_incremental) fz_append_data(ctx, copy, file, length);
        to = fz_new_output_with_buffer(ctx, copy);
        to->as_stream = read_again;
        to->seek = seek_end;
        to->truncate = cut_here;
        pdf_write_document(ctx, doc, to, &o);
        fz_close_output(ctx, to);
        size_t n = fz_buffer_storage(ctx, copy, &bytes);
        write_bytes(out, (const char *)bytes, n);
    }
    fz_always(ctx)
    {
        fz_drop_output(ctx, to);
        fz_drop_buffer(ctx, copy);
    }
    fz_catch(ctx) fz_rethrow(ctx);
}

int write_notes(fz_context *ctx, const struct buf *in, struct writer *out)
{
    size_t head = strlen(PIPE_NOTES);
    if (in->n < head || memcmp(in->p, PIPE_NOTES, head) != 0) return 2;
    struct input notes = {NULL, (const unsigned char *)in->p + head, (const unsigned char *)in->p + in->n, false};
    const unsigned char *file = behind_notes(notes);
    if (!file) return 2;
    fz_stream *stream = NULL;
    pdf_document *doc = NULL;
    int status = 0;
    notes.a = arena_new();
    fz_var(stream);
    fz_var(doc);
    fz_var(status);
    fz_try(ctx)
    {
        stream = fz_open_memory(ctx, file, (size_t)(notes.end - file));
        doc = pdf_open_document_with_stream(ctx, stream);
        if (pdf_needs_password(ctx, doc)) fz_throw(ctx, FZ_ERROR_GENERIC, "locked");
        add_notes(ctx, doc, &notes);
        save(ctx, doc, file, (size_t)(notes.end - file), out);
    }
    fz_always(ctx)
    {
        pdf_drop_document(ctx, doc);
        fz_drop_stream(ctx, stream);
    }
    fz_catch(ctx) status = 1;
    arena_free(notes.a);
    return out->full ? 1 : status;
}
