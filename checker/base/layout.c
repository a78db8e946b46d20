/* Places of parts of a run; a table's grid: which cell covers which place. */
#include <stdlib.h>

#include "layout.h"

static int by_place(const void *x, const void *y)
{
    const struct cell *a = x, *b = y;
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    return (a->col > b->col) - (a->col < b->col);
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
    if (t->cells.n) qsort(t->cells.v, t->cells.n, sizeof *t->cells.v, by_place);
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

static uint32_t source_of(const struct run *r, size_t at)
{
    uint32_t low = 0, high = r->seam_count; /* the last seam that begins at or before `at` */
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (r->seams[middle].text <= at) low = middle;
        else high = middle;
    }
    return r->seams[low].source + (uint32_t)at - r->seams[low].text;
}

struct place run_part(const struct run *r, size_t from, size_t to)
{
    struct place p = r->place;
    if (!p.at.set || to > r->text.n || from > to) return p;
    if (r->seam_count) {
        uint32_t begin = source_of(r, from), end = to > from ? source_of(r, to - 1) + 1 : begin;
        p.at = SPAN(begin, end);
    } else if (p.at.end - p.at.begin == r->text.n) {
        p.at = SPAN(p.at.begin + from, p.at.begin + to);
    }
    return p;
}
