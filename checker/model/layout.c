/* A table's grid (which cell covers which place), and the way from texts back to the source. */
#include <stdlib.h>

#include "stage/layout.h"

static int by_place(const void *x, const void *y)
{
    const struct cell *a = x, *b = y;
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    return (a->col > b->col) - (a->col < b->col);
}

static bool sorted(const struct cells *c)
{
    for (size_t i = 1; i < c->n; i++)
        if (by_place(&c->v[i - 1], &c->v[i]) > 0) return false;
    return true;
}

bool table_finish(struct arena *a, struct table *t, uint64_t max_cells)
{
    uint64_t rows = 0, cols = 0;
    for (size_t i = 0; i < t->cells.n; i++) {
        const struct cell *c = &t->cells.v[i];
        uint64_t bottom = (uint64_t)c->row + c->rowspan, right = (uint64_t)c->col + c->colspan;
        if (bottom > rows) rows = bottom;
        if (right > cols) cols = right;
    }
    if (cols && rows > max_cells / cols) return false;
    if (!sorted(&t->cells)) qsort(t->cells.v, t->cells.n, sizeof *t->cells.v, by_place);
    t->rows = (uint32_t)rows;
    t->cols = (uint32_t)cols;
    uint32_t *grid = arena_alloc(a, (size_t)(rows * cols) * sizeof *grid);
    for (size_t i = 0; i < t->cells.n; i++) {
        const struct cell *c = &t->cells.v[i];
        for (uint32_t r = c->row; r < c->row + c->rowspan; r++)
            for (uint32_t k = c->col; k < c->col + c->colspan; k++)
                if (!grid[(size_t)r * t->cols + k]) grid[(size_t)r * t->cols + k] = (uint32_t)i + 1;
    }
    t->grid = grid;
    return true;
}

const struct cell *table_cell(const struct table *t, uint32_t row, uint32_t col)
{
    if (row >= t->rows || col >= t->cols) return NULL;
    uint32_t i = t->grid[(size_t)row * t->cols + col];
    return i ? &t->cells.v[i - 1] : NULL;
}

void where_sheet(struct where *w, const struct cell *c)
{
    if (!c || !c->place.where) return;
    w->sheet = c->place.where->sheet;
    w->cell = c->place.where->cell;
}

enum word layout_page_unread(const struct layout *l, uint32_t page)
{
    for (size_t i = 0; i < l->unread.n; i++) {
        const struct unread_drawing *u = &l->unread.v[i];
        bool whole = u->reason == W_reason_page_picture || u->reason == W_reason_page_ocr || u->reason == W_reason_page_damaged ||
                     u->reason == W_reason_page_unmapped;
        if (!u->table && u->page == page && whole) return u->reason;
    }
    return WORD_NONE;
}

enum word layout_part_unread(const struct layout *l, uint32_t page)
{
    enum word whole = layout_page_unread(l, page);
    for (size_t i = 0; i < l->unread.n && whole == WORD_NONE; i++)
        if (l->unread.v[i].page == page && l->unread.v[i].reason == W_reason_page_part) return W_reason_page_part;
    return whole;
}

bool layout_pages_unread(const struct layout *l, uint32_t first, uint32_t last)
{
    for (size_t i = 0; i < l->unread.n; i++)
        if (l->unread.v[i].page >= first && l->unread.v[i].page <= last && layout_page_unread(l, l->unread.v[i].page) != WORD_NONE) return true;
    return false;
}

static const struct text_map_row *row_of(const struct text_map *m, uint32_t out)
{
    size_t lo = 0, hi = m->n;
    while (hi - lo > 1) {
        size_t mid = lo + (hi - lo) / 2;
        if (m->rows[mid].out <= out) lo = mid;
        else hi = mid;
    }
    return &m->rows[lo];
}

struct span layout_span(const struct layout *l, struct str piece)
{
    const struct text_map *m = &l->map;
    uintptr_t base = (uintptr_t)m->base, p = (uintptr_t)piece.p;
    if (!m->base || !m->n || !piece.n || p < base || p - base > m->length || piece.n > m->length - (p - base)) return SPAN_NONE;
    uint32_t from = (uint32_t)(p - base), last = from + (uint32_t)piece.n - 1;
    const struct text_map_row *a = row_of(m, from), *b = row_of(m, last);
    uint32_t begin = a->end ? a->begin : a->begin + (from - a->out);
    uint32_t end = b->end ? b->end : b->begin + (last - b->out) + 1;
    return SPAN(begin, end);
}
