/* A sheet's cells: references, merged cells, and the lengths of rows and columns. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "read/office/sheet/sheet.h"

enum { MOST_ROWS = 1048576, MOST_COLS = 16384 };

struct str sheet_reference(struct arena *a, uint32_t row, uint32_t col)
{
    char letters[8];
    size_t i = sizeof letters;
    for (uint32_t c = col + 1; c && i; c = (c - 1) / 26) letters[--i] = (char)('A' + (c - 1) % 26);
    return arena_printf(a, "%.*s%u", (int)(sizeof letters - i), letters + i, (unsigned)row + 1);
}

size_t sheet_parse(struct str s, uint32_t *row, uint32_t *col)
{
    size_t i = s.n && s.p[0] == '$';
    uint32_t c = 0, r = 0;
    size_t from = i;
    for (; i < s.n && is_alpha(s.p[i]) && c <= MOST_COLS; i++) c = c * 26 + (uint32_t)((s.p[i] | 32) - 'a') + 1;
    if (i == from || c > MOST_COLS) return 0;
    if (i < s.n && s.p[i] == '$') i++;
    from = i;
    for (; i < s.n && is_digit(s.p[i]) && r <= MOST_ROWS; i++) r = r * 10 + (uint32_t)(s.p[i] - '0');
    if (i == from || !r || r > MOST_ROWS) return 0;
    *row = r - 1;
    *col = c - 1;
    return i;
}

bool sheet_parse_range(struct str s, struct sheet_merge *out)
{
    size_t n = sheet_parse(s, &out->row, &out->col);
    out->last_row = out->row;
    out->last_col = out->col;
    if (!n) return false;
    if (n < s.n && s.p[n] == ':' && !sheet_parse(str_slice(s, n + 1, s.n), &out->last_row, &out->last_col)) return false;
    return out->last_row >= out->row && out->last_col >= out->col;
}

/* ---- merged cells -------------------------------------------------------------------------------------------- */

static int by_place(const void *x, const void *y)
{
    const struct sheet_cell *a = x, *b = y;
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    return (a->col > b->col) - (a->col < b->col);
}

static void sort_cells(struct sheet *s)
{
    for (size_t i = 1; i < s->cells.n; i++)
        if (by_place(&s->cells.v[i - 1], &s->cells.v[i]) > 0) {
            qsort(s->cells.v, s->cells.n, sizeof *s->cells.v, by_place);
            return;
        }
}

/* The first cell at or behind a place. */
static size_t cell_at(const struct sheet *s, size_t n, uint32_t row, uint32_t col)
{
    struct sheet_cell key = {.row = row, .col = col};
    size_t lo = 0;
    while (lo < n) {
        size_t mid = lo + (n - lo) / 2;
        if (by_place(&s->cells.v[mid], &key) < 0) lo = mid + 1;
        else n = mid;
    }
    return lo;
}

static void cover(struct sheet *s, const struct sheet_merge *m)
{
    size_t i = cell_at(s, s->cells.n, m->row, m->col);
    s->cells.v[i].rowspan = m->last_row - m->row + 1;
    s->cells.v[i].colspan = m->last_col - m->col + 1;
    while (++i < s->cells.n && s->cells.v[i].row <= m->last_row) {
        struct sheet_cell *c = &s->cells.v[i];
        if (c->col < m->col) i = cell_at(s, s->cells.n, c->row, m->col) - 1;
        else if (c->col > m->last_col) i = cell_at(s, s->cells.n, c->row + 1, m->col) - 1;
        else c->covered = true;
    }
}

void sheet_merge(struct arena *a, struct sheet *s)
{
    sort_cells(s);
    size_t n = s->cells.n;
    for (size_t i = 0; i < s->merges.n; i++) {
        const struct sheet_merge *m = &s->merges.v[i];
        size_t at = cell_at(s, n, m->row, m->col);
        if (at < n && s->cells.v[at].row == m->row && s->cells.v[at].col == m->col) continue;
        *ARENA_PUSH(a, &s->cells) = (struct sheet_cell){.row = m->row, .col = m->col, .rowspan = 1, .colspan = 1};
    }
    sort_cells(s);
    for (size_t i = 0; i < s->merges.n; i++) {
        const struct sheet_cell *c = &s->cells.v[cell_at(s, s->cells.n, s->merges.v[i].row, s->merges.v[i].col)];
        if (!c->covered && c->rowspan == 1 && c->colspan == 1) cover(s, &s->merges.v[i]);
    }
}

/* ---- lengths ------------------------------------------------------------------------------------------------- */

struct sheet_axis sheet_axis(struct arena *a, const struct sheet_runs *runs, double usual, uint32_t least)
{
    struct sheet_axis x = {.n = least > MOST_ROWS ? MOST_ROWS : least};
    x.at = arena_alloc(a, ((size_t)x.n + 1) * sizeof *x.at);
    size_t k = 0;
    for (uint32_t i = 0; i < x.n; i++) {
        while (k < runs->n && runs->v[k].last < i) k++;
        bool told = k < runs->n && runs->v[k].first <= i;
        double size = !told ? usual : runs->v[k].hidden ? 0 : runs->v[k].size > 0 ? runs->v[k].size : usual;
        x.at[i + 1] = x.at[i] + size;
    }
    return x;
}

uint32_t sheet_axis_find(const struct sheet_axis *x, double position)
{
    uint32_t lo = 0, hi = x->n ? x->n - 1 : 0;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (x->at[mid + 1] > position) hi = mid;
        else lo = mid + 1;
    }
    return lo;
}

struct spot sheet_spot(const struct sheet *s, uint32_t row, uint32_t col)
{
    for (size_t i = 0; i < s->regions.n; i++) {
        const struct sheet_region *r = &s->regions.v[i];
        if (!r->table || row < r->first || row > r->last || col < r->left || col > r->right) continue;
        uint32_t at_row = r->row_at[row - r->first], at_col = r->col_at[col - r->left];
        if (at_row != UINT32_MAX && at_col != UINT32_MAX) return (struct spot){r->table, at_row, at_col};
    }
    return (struct spot){0};
}
