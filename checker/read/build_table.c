/* The builder's tables: placing cells in the grid as HTML does, whatever kind of source they come from. */
#include <string.h>

#include "read/build_state.h"

bool build_in_cell(const struct build *b)
{
    size_t i = b->depth;
    while (i && b->frames[i - 1].kind == FRAME_LIST) i--;
    return i && b->frames[i - 1].kind == FRAME_CELL;
}

bool build_in_table(const struct build *b)
{
    size_t i = b->depth;
    while (i && b->frames[i - 1].kind == FRAME_LIST) i--;
    return i > 1;
}

void build_table_open(struct build *b)
{
    build_close_lists(b);
    build_end(b);
    build_close_printed_list(b);
    if (b->rc != RC_OK) return;
    struct frame *f = build_push(b, FRAME_TABLE);
    if (!f) return;
    f->table = arena_alloc(b->pages, sizeof *f->table);
    f->table->number = ++b->layout->tables;
}

void build_table_loose(struct build *b)
{
    if (b->rc == RC_OK) b->frames[b->depth - 1].table->loose = true;
}

/* Ends the cell, or what stands in the table outside its cells: then the table is innermost. */
static void leave_cell(struct build *b)
{
    build_cell_end(b);
    build_close_lists(b);
    build_end(b);
}

void build_row(struct build *b)
{
    leave_cell(b);
    struct frame *f = build_top(b);
    if (b->rc != RC_OK || f->kind != FRAME_TABLE) return;
    struct where *w = arena_alloc(b->a, sizeof *w);
    *w = (struct where){.page = b->paged ? b->page : 0, .table = f->table->number, .row = f->rows + 1};
    f->where = w;
    f->rows++;
    f->col = 0;
}

static bool room_in_grid(struct build *b, uint64_t rows, uint64_t cols, size_t at)
{
    uint64_t most = b->limits->v[LIMIT_cells];
    if (b->grid <= most && (!cols || rows <= (most - b->grid) / cols)) return true;
    build_fail_limit(b, LIMIT_cells, W_read_cells, at);
    return false;
}

/* Marks the columns as taken by a cell, down to its last row. */
static void occupy(struct build *b, struct frame *f, uint32_t col, uint32_t colspan, uint32_t until)
{
    while (f->busy_cap < col + colspan) {
        size_t n = f->busy_cap;
        f->busy = arena_grow(b->pages, f->busy, n, &f->busy_cap, sizeof *f->busy);
    }
    for (uint32_t i = col; i < col + colspan; i++)
        if (f->busy[i] < until) f->busy[i] = until;
}

void build_column(struct build *b, uint32_t col)
{
    leave_cell(b);
    struct frame *f = build_top(b);
    if (b->rc == RC_OK && f->kind == FRAME_TABLE && f->rows && f->col < col) f->col = col;
}

static const struct where *cell_where(struct build *b, const struct where *row)
{
    if (!b->sheet.p) return row;
    struct where *w = arena_alloc(b->a, sizeof *w);
    *w = *row;
    w->sheet = b->sheet;
    w->cell = b->cell;
    return w;
}

void build_unread(struct build *b)
{
    if (b->rc == RC_OK && build_in_cell(b)) build_top(b)->cell.unread = true;
}

void build_cell(struct build *b, uint32_t rowspan, uint32_t colspan, bool header, size_t at)
{
    leave_cell(b);
    if (b->rc != RC_OK || build_top(b)->kind != FRAME_TABLE) return;
    if (build_top(b)->rows == 0) build_row(b);
    struct frame *f = build_top(b);
    uint32_t row = f->rows - 1;
    while (f->col < f->busy_cap && f->busy[f->col] > row) f->col++;
    uint32_t right = f->col + colspan > f->cols ? f->col + colspan : f->cols;
    if (!room_in_grid(b, f->rows, right, at)) return;
    f->cols = right;
    occupy(b, f, f->col, colspan, rowspan && rowspan < UINT32_MAX - row ? row + rowspan : UINT32_MAX);
    struct cell c = {.row = row, .col = f->col, .rowspan = rowspan ? rowspan : UINT32_MAX, .colspan = colspan, .header = header};
    f->col += colspan;
    c.place = (struct place){SPAN(at, at), cell_where(b, f->where)};
    f = build_push(b, FRAME_CELL);
    if (!f) return;
    if (b->n && b->out[b->n - 1] != '\n' && b->n < b->cap) b->out[b->n++] = '\n'; /* for the text of a cell around this table */
    f->text = b->n;
    f->cell = c;
    b->bold = 0;
}

static bool all_bold(const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->n; i++)
        if (!blocks->v[i].bold) return false;
    return blocks->n > 0;
}

void build_cell_end(struct build *b)
{
    if (b->rc != RC_OK || !build_in_cell(b)) return;
    build_close_lists(b);
    build_end(b);
    build_close_printed_list(b);
    struct frame *f = build_top(b);
    struct cell *c = &f->cell;
    c->blocks = build_take_blocks(b, f->blocks);
    size_t from = f->text, to = b->n;
    while (to > from && b->out[to - 1] == '\n') to--;
    c->text = (struct str){b->out + from, to - from};
    if (c->blocks.n == 1 && c->blocks.v[0].kind == BLOCK_PARAGRAPH) {
        c->place.at = c->blocks.v[0].run.place.at;
    } else if (c->text.n) {
        struct text_map map = {b->out, (uint32_t)b->n, b->map, b->maps};
        c->place.at = layout_span(&(struct layout){.map = map}, c->text);
    }
    c->header |= all_bold(&c->blocks);
    b->bold = f->bold;
    struct cell done = *c;
    b->depth--;
    b->cells = build_room(b->cells, b->cell_count, &b->cell_cap, sizeof *b->cells);
    b->cells[b->cell_count++] = done;
}

void build_rows_are_header(struct build *b)
{
    leave_cell(b);
    if (b->rc != RC_OK || build_top(b)->kind != FRAME_TABLE) return;
    for (size_t i = build_top(b)->cells; i < b->cell_count; i++) b->cells[i].header = true;
}

void build_table_close(struct build *b)
{
    if (!build_in_table(b)) return;
    leave_cell(b);
    if (b->rc != RC_OK) return;
    struct frame *f = build_top(b);
    struct table *t = f->table;
    size_t n = b->cell_count - f->cells;
    t->cells = (struct cells){arena_alloc(b->pages, n * sizeof *t->cells.v), n, n};
    if (n) memcpy(t->cells.v, b->cells + f->cells, n * sizeof *t->cells.v);
    b->cell_count = f->cells;
    uint32_t rows = n ? t->cells.v[n - 1].row + 1 : 0; /* a span does not make rows */
    for (size_t i = 0; i < n; i++)
        if (t->cells.v[i].rowspan > rows - t->cells.v[i].row) t->cells.v[i].rowspan = rows - t->cells.v[i].row;
    b->depth--;
    if (n == 0) {
        if (t->number == b->layout->tables) b->layout->tables--;
        return;
    }
    uint64_t left = b->limits->v[LIMIT_cells] - b->grid;
    if (!table_finish(b->pages, t, left)) {
        build_fail_limit(b, LIMIT_cells, W_read_cells, b->end);
        return;
    }
    b->grid += (uint64_t)t->rows * t->cols;
    struct block *k = build_add_block(b, BLOCK_TABLE);
    k->table = t;
}
