/* Tables that go on over the end of a page. */
#include <math.h>

#include "base/chars.h"
#include "read/page/sheet.h"

#define SAME_COLUMN 4.0  /* points that a line between columns may move from page to page */
enum { MOST_HEADING = 8 }; /* rows of a heading that may be repeated */

/* The last table of a page, when no text follows it; the first, when none comes before. */
static struct grid *edge_grid(struct sheet *s, bool last)
{
    struct grid *g = NULL;
    for (size_t i = 0; i < s->grids.n; i++) {
        struct grid *k = &s->grids.v[i];
        if (!k->inside && !k->repeated && (!g || (last ? k->box.y1 > g->box.y1 : k->box.y0 < g->box.y0))) g = k;
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

/* The whole text of a table, digits aside. */
static struct str grid_text(struct arena *a, const struct sheet *s, const struct grid *g)
{
    struct str all = STR("");
    for (uint32_t i = 0; i < g->rows; i++) all = arena_append(a, all, row_text(a, s, g, i));
    char *p = arena_strz(a, all);
    for (size_t i = 0; i < all.n; i++)
        if (is_digit(p[i])) p[i] = '#';
    return (struct str){p, all.n};
}

static bool same_place(const struct box *a, const struct box *b)
{
    return fabs(a->x0 - b->x0) < SAME_COLUMN && fabs(a->y0 - b->y0) < SAME_COLUMN && fabs(a->x1 - b->x1) < SAME_COLUMN && fabs(a->y1 - b->y1) < SAME_COLUMN;
}

static void mark_repeated(struct arena *a, struct sheet *before, struct sheet *s)
{
    for (size_t i = 0; i < s->grids.n; i++) {
        struct grid *g = &s->grids.v[i];
        for (size_t k = 0; k < before->grids.n && !g->repeated && !g->inside; k++) {
            struct grid *h = &before->grids.v[k];
            g->repeated = !h->inside && same_place(&g->box, &h->box) && str_eq(grid_text(a, s, g), grid_text(a, before, h));
        }
    }
}

/* ---- rows that a page's end cuts ------------------------------------------------------------------------------ */

static struct str text_at(struct arena *a, const struct sheet *s, const struct grid *g, uint32_t row, uint32_t col)
{
    uint32_t i = g->map[(size_t)row * g->cols + col];
    return i ? cell_words(a, &s->cells[g - s->grids.v][i - 1]) : STR("");
}

/* Whether a row goes on with the last one of the page before: its number is wanting, some text of it begins in the middle of a sentence, and
 * wherever it says something, that row did too. Figures begin rows. */
static bool goes_on(struct arena *a, const struct sheet *before, const struct grid *g, const struct sheet *s, const struct grid *h, uint32_t row)
{
    bool lower = false;
    if (str_blank(text_at(a, before, g, g->rows - 1, 0)) || !str_blank(text_at(a, s, h, row, 0))) return false;
    for (uint32_t i = 1; i < h->cols; i++) {
        struct str t = text_at(a, s, h, row, i);
        if (str_blank(t)) continue;
        if (str_blank(text_at(a, before, g, g->rows - 1, i)) || is_digit(t.p[0])) return false;
        lower = lower || is_lower(t.p[0]);
    }
    return lower;
}

/* ---- from page to page ---------------------------------------------------------------------------------------- */

static void number_rows(struct arena *a, struct sheet *s)
{
    for (size_t k = 0; k < s->grids.n; k++) {
        struct grid *g = &s->grids.v[k];
        g->row_of = arena_alloc(a, g->rows * sizeof *g->row_of);
        for (uint32_t i = 0; i < g->rows; i++) g->row_of[i] = i;
    }
}

/* What a table is so far. */
struct running {
    struct sheet *first_page, *last_page;
    struct grid *first, *last; /* NULL: no table that could go on */
    uint32_t rows;
};

static void continue_table(struct arena *a, struct running *t, struct sheet *s, struct grid *g)
{
    uint32_t heading = repeated_rows(a, s, g, t->first_page, t->first);
    for (uint32_t i = 0; i < g->rows; i++) {
        if (i == heading && goes_on(a, t->last_page, t->last, s, g, i)) {
            g->cut = true;
            t->rows--;
        }
        g->row_of[i] = i < heading ? GRID_DROPPED : t->rows++;
    }
    g->continues = t->last->goes_on = true;
    t->last = g;
    t->last_page = s;
}

void grids_join(struct arena *a, struct sheets *all)
{
    struct running t = {0};
    for (size_t i = 0; i < all->n; i++) {
        struct sheet *s = &all->v[i];
        number_rows(a, s);
        if (i) mark_repeated(a, &all->v[i - 1], s);
        struct grid *top = edge_grid(s, false), *bottom = edge_grid(s, true);
        bool on = top && t.last && same_columns(t.last, top);
        if (on) continue_table(a, &t, s, top);
        if (bottom && !(on && bottom == top)) t = (struct running){s, s, bottom, bottom, bottom->rows};
        else if (!bottom) t.last = NULL;
    }
}
