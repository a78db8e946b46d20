/* A table's grid: which cell covers which place. */
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
