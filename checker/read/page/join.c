/* Tables that go on over the end of a page. */
#include <math.h>

#include "read/page/sheet.h"

#define SAME_COLUMN 4.0  /* points that a line between columns may move from page to page */
enum { MOST_HEADING = 8 }; /* rows of a heading that may be repeated */

/* The last table of a page, when no text follows it; the first, when none comes before. */
static struct grid *edge_grid(struct sheet *s, bool last)
{
    struct grid *g = NULL;
    for (size_t i = 0; i < s->grids.n; i++) {
        struct grid *k = &s->grids.v[i];
        if (!k->inside && (!g || (last ? k->box.y1 > g->box.y1 : k->box.y0 < g->box.y0))) g = k;
    }
    for (size_t i = 0; g && i < s->lines.n; i++) {
        const struct text_line_of_words *l = &s->lines.v[i];
        if (!l->furniture && (last ? l->box.y0 > g->box.y1 - 2 : l->box.y1 < g->box.y0 + 2)) return NULL;
    }
    return g;
}

static bool same_columns(const struct grid *a, const struct grid *b)
{
    if (a->cols != b->cols) return false;
    for (uint32_t i = 0; i <= a->cols; i++)
        if (fabs((a->xs[i] - a->xs[0]) - (b->xs[i] - b->xs[0])) > SAME_COLUMN) return false;
    return true;
}

static struct str row_text(struct arena *a, const struct sheet *s, const struct grid *g, uint32_t row)
{
    struct str all = STR("|");
    for (size_t i = 0; i < g->cells.n; i++) {
        if (g->cells.v[i].row != row) continue;
        all = arena_append(a, all, cell_words(a, &s->cells[g - s->grids.v][i]));
        all = arena_append(a, all, STR("|"));
    }
    return all;
}

/* How many rows at its top repeat those of the table it goes on from. */
static uint32_t repeated_rows(struct arena *a, const struct sheet *s, const struct grid *g, const struct sheet *t, const struct grid *h)
{
    uint32_t n = 0;
    while (n < MOST_HEADING && n < g->rows && n < h->rows && str_eq(row_text(a, s, g, n), row_text(a, t, h, n))) n++;
    return n;
}

static void begin_table(struct arena *a, struct grid *g, uint32_t *rows)
{
    g->row_of = arena_alloc(a, g->rows * sizeof *g->row_of);
    for (uint32_t i = 0; i < g->rows; i++) g->row_of[i] = i;
    *rows = g->rows;
}

void grids_join(struct arena *a, struct sheets *all)
{
    struct grid *first = NULL, *last = NULL;
    struct sheet *first_page = NULL;
    uint32_t rows = 0;
    for (size_t i = 0; i < all->n; i++) {
        struct sheet *s = &all->v[i];
        struct grid *top = edge_grid(s, false), *bottom = edge_grid(s, true);
        for (size_t k = 0; k < s->grids.n; k++) {
            uint32_t unused;
            begin_table(a, &s->grids.v[k], &unused);
        }
        if (top && last && same_columns(last, top)) {
            uint32_t heading = repeated_rows(a, s, top, first_page, first);
            for (uint32_t k = 0; k < top->rows; k++) top->row_of[k] = k < heading ? GRID_DROPPED : rows++;
            top->continues = last->goes_on = true;
        }
        if (bottom && !(bottom == top && top->continues)) {
            first = bottom;
            first_page = s;
            rows = bottom->rows;
        }
        last = bottom;
    }
}
