/* The recording, its text, and playing it to the builder. */
#include <stdlib.h>
#include <string.h>

#include "read/office/tape.h"
#include "read/build.h"

enum op_kind {
    OP_TEXT, OP_LINES, OP_ASIDE, OP_BREAK, OP_INDENT, OP_END, OP_HEADING, OP_BOLD, OP_PARAGRAPH, OP_PAGE, OP_LIST_OPEN, OP_ITEM, OP_LIST_CLOSE,
    OP_TABLE_OPEN, OP_ROW, OP_CELL, OP_UNREAD, OP_CELL_END, OP_TABLE_CLOSE, OP_AT
};

struct op {
    enum op_kind kind;
    uint32_t a, b, c;
    bool on;
    uint32_t at;         /* where the text stood */
    const void *origin;  /* OP_AT: the sheet's name */
    struct str cell;     /* OP_AT */
};

struct tape {
    struct op *v;
    size_t n, cap;
    struct buf text;
    tape_feeder *feed;   /* of OP_LINES */
    uint32_t tables, depth;
    size_t cell;         /* where the text of the last cell begins */
    bool bold, paged;
};

struct tape *tape_new(void)
{
    struct tape *t = base_alloc(sizeof *t);
    *t = (struct tape){.text = BUF_INIT};
    return t;
}

void tape_free(struct tape *t)
{
    if (!t) return;
    buf_free(&t->text);
    free(t->v);
    free(t);
}

static struct op *add(struct tape *t, enum op_kind kind)
{
    t->v = build_room(t->v, t->n, &t->cap, sizeof *t->v);
    struct op *op = &t->v[t->n++];
    *op = (struct op){.kind = kind, .at = (uint32_t)t->text.n};
    return op;
}

/* A line of the text ends, unless nothing stands on it. */
static void line_ends(struct tape *t)
{
    if (t->text.n && t->text.p[t->text.n - 1] != '\n') buf_ch(&t->text, '\n');
}

void tape_text(struct tape *t, struct str text, const void *origin)
{
    if (!text.n) return;
    struct op *op = add(t, OP_TEXT);
    op->origin = origin;
    size_t from = t->text.n;
    buf_str(&t->text, text);
    for (size_t i = from; i < t->text.n; i++)
        if ((unsigned char)t->text.p[i] < ' ') t->text.p[i] = ' ';
    op->a = (uint32_t)from;
    op->b = (uint32_t)t->text.n;
}

struct span tape_aside(struct tape *t, struct str text, const void *origin)
{
    line_ends(t);
    size_t from = t->text.n;
    tape_text(t, text, origin);
    if (t->text.n > from) t->v[t->n - 1].kind = OP_ASIDE;
    struct span at = SPAN(from, t->text.n);
    line_ends(t);
    return at;
}

size_t tape_lines(struct tape *t, struct str lines, tape_feeder *feed)
{
    line_ends(t);
    struct op *op = add(t, OP_LINES);
    op->a = (uint32_t)t->text.n;
    buf_str(&t->text, lines);
    buf_ch(&t->text, '\f');
    op->b = (uint32_t)t->text.n;
    line_ends(t);
    t->feed = feed;
    return op->a;
}

void tape_blank(struct tape *t) { tape_text(t, STR(" "), NULL); }

void tape_break(struct tape *t)
{
    add(t, OP_BREAK);
    line_ends(t);
}

void tape_indent(struct tape *t, uint32_t columns) { add(t, OP_INDENT)->a = columns; }

void tape_end(struct tape *t)
{
    add(t, OP_END);
    line_ends(t);
}

void tape_heading(struct tape *t, uint32_t level) { add(t, OP_HEADING)->a = level; }

void tape_bold(struct tape *t, bool on)
{
    if (t->bold == on) return;
    t->bold = on;
    add(t, OP_BOLD)->on = on;
}

void tape_paragraph(struct tape *t, uint32_t number) { add(t, OP_PARAGRAPH)->a = number; }

void tape_at(struct tape *t, const struct str *sheet, struct str cell)
{
    struct op *op = add(t, OP_AT);
    op->origin = sheet;
    op->cell = cell;
}

void tape_page(struct tape *t)
{
    add(t, OP_PAGE);
    line_ends(t);
}

void tape_page_over(struct tape *t)
{
    add(t, OP_PAGE)->on = true;
    line_ends(t);
}

void tape_paged(struct tape *t) { t->paged = true; }

void tape_list_open(struct tape *t, bool ordered)
{
    add(t, OP_LIST_OPEN)->on = ordered;
    line_ends(t);
}

void tape_item(struct tape *t)
{
    add(t, OP_ITEM);
    line_ends(t);
}

void tape_list_close(struct tape *t)
{
    add(t, OP_LIST_CLOSE);
    line_ends(t);
}

void tape_table_open(struct tape *t)
{
    add(t, OP_TABLE_OPEN);
    line_ends(t);
    t->tables++;
    t->depth++;
}

void tape_row(struct tape *t) { add(t, OP_ROW); }

void tape_cell(struct tape *t, uint32_t col, uint32_t rowspan, uint32_t colspan, bool header)
{
    tape_bold(t, false);
    line_ends(t);
    struct op *op = add(t, OP_CELL);
    op->a = col;
    op->b = rowspan;
    op->c = colspan;
    op->on = header;
    t->cell = t->text.n;
}

void tape_mark(struct tape *t, const void *origin)
{
    struct op *op = add(t, OP_ASIDE);
    op->a = op->b = (uint32_t)t->text.n;
    op->origin = origin;
}

void tape_unread(struct tape *t) { add(t, OP_UNREAD); }

void tape_cell_end(struct tape *t)
{
    tape_bold(t, false);
    add(t, OP_CELL_END);
    if (t->text.n == t->cell) buf_ch(&t->text, '\n'); /* a blank cell has a place of its own, too */
    else line_ends(t);
}

void tape_table_close(struct tape *t)
{
    add(t, OP_TABLE_CLOSE);
    t->depth--;
}

uint32_t tape_tables(const struct tape *t) { return t->tables; }
size_t tape_offset(const struct tape *t) { return t->text.n; }
struct str tape_so_far(const struct tape *t) { return buf_view(&t->text); }

void tape_forget(struct tape *t, size_t offset)
{
    size_t kept = t->n;
    while (kept && t->v[kept - 1].at >= offset) kept--;
    for (size_t i = kept; i < t->n; i++) {
        t->v[i].at = (uint32_t)offset;
        if (t->v[i].kind != OP_TEXT) t->v[kept++] = t->v[i];
    }
    t->n = kept;
    if (t->text.n > offset) t->text.p[t->text.n = offset] = '\0';
}

size_t tape_origins(const struct tape *t, struct arena *a, struct tape_origin **out)
{
    size_t n = 0;
    struct tape_origin *v = arena_alloc(a, (t->n + 1) * sizeof *v);
    for (size_t i = 0; i < t->n; i++)
        if (t->v[i].kind <= OP_ASIDE && t->v[i].origin) v[n++] = (struct tape_origin){t->v[i].a, t->v[i].b, t->v[i].origin};
    *out = v;
    return n;
}

/* ---- playing ------------------------------------------------------------------------------------------------- */

static void play_op(const struct tape *t, struct build *b, struct str text, const struct op *op)
{
    switch (op->kind) {
    case OP_TEXT: build_text(b, op->a, op->b); break;
    case OP_LINES: t->feed(b, text, op->a, op->b); break;
    case OP_ASIDE: break;
    case OP_BREAK: build_break(b); break;
    case OP_INDENT: build_indent(b, op->a); break;
    case OP_END: build_end(b); break;
    case OP_HEADING: build_heading(b, op->a); break;
    case OP_BOLD: build_bold(b, op->on); break;
    case OP_PARAGRAPH: build_paragraph(b, op->a); break;
    case OP_PAGE:
        if (op->on || build_in_table(b)) build_page_over(b);
        else build_page(b);
        break;
    case OP_LIST_OPEN: build_list_open(b, op->on); break;
    case OP_ITEM: build_item(b); break;
    case OP_LIST_CLOSE: build_list_close(b); break;
    case OP_TABLE_OPEN: build_table_open(b); break;
    case OP_ROW: build_row(b); break;
    case OP_CELL:
        build_column(b, op->a);
        build_cell(b, op->b, op->c, op->on, op->at);
        break;
    case OP_UNREAD: build_unread(b); break;
    case OP_AT: build_at(b, op->origin ? *(const struct str *)op->origin : STR_ABSENT, op->cell); break;
    case OP_CELL_END: build_cell_end(b); break;
    case OP_TABLE_CLOSE: build_table_close(b); break;
    }
}

enum rc tape_play(struct tape *t, struct arena *a, struct source *s, const struct limits *limits, struct layout **out, struct arena **pages,
                  struct trouble *why)
{
    *out = NULL;
    s->text = arena_str(a, t->text.n ? buf_view(&t->text) : STR(""));
    s->composed = true;
    enum rc rc;
    struct build *b = build_new(a, s, limits, why);
    if (t->paged) build_paged(b);
    for (size_t i = 0; i < t->n && !build_failed(b); i++) play_op(t, b, s->text, &t->v[i]);
    *out = build_finish(b, pages, &rc);
    if (*out) (*out)->unpaged = !t->paged;
    return rc;
}
