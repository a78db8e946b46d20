/* The drawing of all pages in its order: symbols, lines, what joins what; which symbols are the flow's; words of symbols and labels. */
#include <math.h>
#include <stdlib.h>

#include "read/page/draw.h"

#define WORD_GAP 0.6     /* of the size: words of one label stand so near */
enum { LABEL_BYTES = 40, LABELS_MAX = 2000 };

/* ---- places ---------------------------------------------------------------------------------------------------------- */

static const struct grid *grid_of(const struct sheet *s, const struct box *b)
{
    const struct grid *best = grids_at(&s->grids, (b->x0 + b->x1) / 2, (b->y0 + b->y1) / 2);
    double most = 0;
    for (size_t i = 0; !best && i < s->grids.n; i++) { /* it hangs over the edge */
        const struct box *g = &s->grids.v[i].box;
        double w = fmin(g->x1, b->x1) - fmax(g->x0, b->x0), h = fmin(g->y1, b->y1) - fmax(g->y0, b->y0);
        if (w > 0 && h > 0 && w * h > most) most = w * h, best = &s->grids.v[i];
    }
    return best;
}

/* The column or row between whose lines a place is; the first or last for what lies outside. */
static uint32_t between(const double *lines, uint32_t n, double at)
{
    uint32_t i = 0;
    while (i + 1 < n && lines[i + 1] <= at) i++;
    return i;
}

/* Rows of the grid on which a span stands by at least a fifth of it. */
static void reach(const double *lines, uint32_t n, double lo, double hi, uint32_t centre, uint32_t *first, uint32_t *last)
{
    double least = 0.2 * (hi - lo);
    *first = *last = centre;
    while (*first > 0 && fmin(lines[*first], hi) - fmax(lines[*first - 1], lo) >= least) --*first;
    while (*last + 1 < n && fmin(lines[*last + 2], hi) - fmax(lines[*last + 1], lo) >= least) ++*last;
}

static struct spot spot_at(const struct sheet *s, struct point p)
{
    const struct grid *g = grids_at(&s->grids, p.x, p.y);
    if (!g) return (struct spot){0};
    uint32_t row = g->row_of[between(g->ys, g->rows, p.y)];
    if (row == GRID_DROPPED) return (struct spot){0};
    return (struct spot){g->table, row, between(g->xs, g->cols, p.x)};
}

static void place(const struct sheet *s, struct shape *x)
{
    const struct grid *g = grid_of(s, &x->box);
    if (!g) return;
    uint32_t row = between(g->ys, g->rows, (x->box.y0 + x->box.y1) / 2), col = between(g->xs, g->cols, (x->box.x0 + x->box.x1) / 2), first, last;
    if (g->row_of[row] == GRID_DROPPED) return;
    x->cell = (struct spot){g->table, g->row_of[row], col};
    reach(g->xs, g->cols, x->box.x0, x->box.x1, col, &x->left, &x->right);
    reach(g->ys, g->rows, x->box.y0, x->box.y1, row, &first, &last);
    while (g->row_of[first] == GRID_DROPPED) first++;
    x->top = g->row_of[first];
    x->bottom = g->row_of[last];
}

/* ---- which symbols are the flow's -------------------------------------------------------------------------------------- */

/* Boxes outside of tables with lines between them are a flow chart only where the lines have heads: figures of an organisation have none. */
static bool has_arrows(const struct drawing *d, const struct drawn_page *p)
{
    size_t heads = 0;
    for (size_t i = p->first; i < p->last; i++) heads += d->pieces.v[i].end[END].head;
    return heads >= 2;
}

/* Of symbols that no line joins, those count that stand in a table among others; a plain box alone may be anything. */
static bool of_flow(const struct drawn_page *p, const struct symbol *s, bool arrows)
{
    if (s->frame) return false;
    const struct grid *g = grid_of(p->sheet, &s->box);
    if (s->used) return g || arrows;
    if (!g || s->kind == SHAPE_OTHER) return false;
    for (size_t i = 0; i < p->symbols.n; i++) {
        const struct symbol *k = &p->symbols.v[i];
        if ((k->used || (k->kind != SHAPE_BOX && k->kind != SHAPE_OTHER)) && !k->frame && k != s && grid_of(p->sheet, &k->box) == g) return true;
    }
    return false;
}

static int by_place(const void *x, const void *y)
{
    const struct symbol *a = *(const struct symbol *const *)x, *b = *(const struct symbol *const *)y;
    if (a->box.y0 != b->box.y0) return a->box.y0 < b->box.y0 ? -1 : 1;
    if (a->box.x0 != b->box.x0) return a->box.x0 < b->box.x0 ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

/* ---- words of symbols ------------------------------------------------------------------------------------------------------ */

/* Blanks of a font that says nothing about its letters come out as the same strange letter again and again. */
static bool is_junk(struct str s)
{
    size_t n = s.n && (unsigned char)s.p[0] >= 0xC0 ? ((unsigned char)s.p[0] >= 0xE0 ? 3 : 2) : 0;
    if (!n || s.n < n) return false;
    for (size_t i = 0; i < s.n; i += n)
        if (i + n > s.n || !str_eq(str_slice(s, i, i + n), str_slice(s, 0, n))) return false;
    return (unsigned char)s.p[0] < 0xE2; /* arrows and ticks are letters of their own */
}

static struct str words_inside(struct drawing *d, const struct drawn_page *p, const struct symbol *s)
{
    struct str text = STR("");
    struct page_words *all = &p->sheet->page->words;
    for (size_t i = 0; i < all->n; i++) {
        struct page_word *w = &all->v[i];
        struct page_point at = {(w->box.x0 + w->box.x1) / 2, (w->box.y0 + w->box.y1) / 2};
        if (w->hidden || w->marks & WORD_DRAWN || at.x < s->box.x0 || at.x > s->box.x1 || at.y < s->box.y0 || at.y > s->box.y1) continue;
        w->marks |= WORD_DRAWN;
        if (!(w->marks & WORD_UNMAPPED) && !is_junk(w->text)) text = text.n ? arena_append(d->keep, text, w->text) : arena_str(d->keep, w->text);
    }
    return text;
}

static void make_shapes(struct drawing *d, struct drawn_page *p)
{
    const struct symbol **order = arena_alloc(d->a, (p->symbols.n + 1) * sizeof *order);
    size_t n = 0;
    bool arrows = has_arrows(d, p);
    for (size_t i = 0; i < p->symbols.n; i++)
        if (of_flow(p, &p->symbols.v[i], arrows)) order[n++] = &p->symbols.v[i];
    if (n) qsort(order, n, sizeof *order, by_place);
    for (size_t i = 0; i < n; i++) {
        struct symbol *s = &p->symbols.v[order[i] - p->symbols.v];
        struct shape *x = ARENA_PUSH(d->keep, &d->layout.shapes);
        s->shape = d->layout.shapes.n - 1;
        *x = (struct shape){.kind = s->kind, .page = p->sheet->page->number, .box = s->box};
        struct where *w = arena_alloc(d->keep, sizeof *w);
        w->page = x->page;
        x->text = (struct run){words_inside(d, p, s), {SPAN_NONE, w}};
    }
}

/* ---- labels ------------------------------------------------------------------------------------------------------------ */

/* The part of a table in which symbols stand: labels are looked for between its columns. */
struct region {
    const struct grid *grid;
    double x0, x1, y0;
};

static struct region region_of(const struct drawn_page *p, const struct grid *g)
{
    struct region r = {g, PAGE_MOST, -PAGE_MOST, PAGE_MOST};
    for (size_t i = 0; i < p->symbols.n; i++) {
        const struct box *b = &p->symbols.v[i].box;
        if (p->symbols.v[i].shape == SIZE_MAX || grid_of(p->sheet, b) != g) continue;
        uint32_t col = between(g->xs, g->cols, (b->x0 + b->x1) / 2), row = between(g->ys, g->rows, b->y0);
        r.x0 = fmin(r.x0, g->xs[col]);
        r.x1 = fmax(r.x1, g->xs[col + 1]);
        r.y0 = fmin(r.y0, g->ys[row]);
    }
    for (uint32_t k = 0; k < g->rows && g->continues; k++)
        if (g->row_of[k] != GRID_DROPPED) {
            r.y0 = fmin(r.y0, g->ys[k]);
            break;
        }
    return r;
}

/* Of a table only what stands among its symbols can label a line; outside of tables, all. */
static bool may_label(const struct drawn_page *p, struct region *last, const struct page_word *w)
{
    double x = (w->box.x0 + w->box.x1) / 2, y = (w->box.y0 + w->box.y1) / 2;
    const struct grid *g = grids_at(&p->sheet->grids, x, y);
    if (w->hidden || w->marks & (WORD_DRAWN | WORD_UNSEEN) || w->reading != READ_RIGHT) return false;
    if (!g) return true;
    if (last->grid != g) *last = region_of(p, g);
    return x > last->x0 && x < last->x1 && y > last->y0;
}

struct texts {
    struct label_text *v;
    size_t n, cap;
    size_t *first, *last; /* words */
};

static void collect_texts(struct drawing *d, struct drawn_page *p, struct texts *t)
{
    struct page_words *all = &p->sheet->page->words;
    struct region region = {0};
    t->first = arena_alloc(d->a, LABELS_MAX * sizeof *t->first);
    t->last = arena_alloc(d->a, LABELS_MAX * sizeof *t->last);
    const struct page_word *before = NULL;
    for (size_t i = 0; i < all->n && t->n < LABELS_MAX; i++) {
        const struct page_word *w = &all->v[i];
        if (!may_label(p, &region, w)) {
            before = NULL;
            continue;
        }
        bool on = before && fabs(w->base - before->base) < 0.2 * w->size && w->box.x0 > before->box.x0 && w->box.x0 - before->box.x1 < WORD_GAP * w->size;
        if (on) {
            struct label_text *l = &t->v[t->n - 1];
            l->run.text = arena_append(d->keep, l->run.text, w->text);
            l->box.x1 = w->box.x1;
            t->last[t->n - 1] = i;
        } else {
            struct where *where = arena_alloc(d->keep, sizeof *where);
            where->page = p->sheet->page->number;
            t->first[t->n] = t->last[t->n] = i;
            *ARENA_PUSH(d->a, t) = (struct label_text){{arena_str(d->keep, w->text), {SPAN_NONE, where}}, p->sheet->page->number, w->box};
        }
        before = w;
    }
}

static void find_labels(struct drawing *d, struct drawn_page *p)
{
    struct texts t = {0};
    bool any = false;
    for (size_t i = 0; i < p->symbols.n && !any; i++) any = p->symbols.v[i].shape != SIZE_MAX;
    if (!any) return;
    collect_texts(d, p, &t);
    size_t kept = 0;
    for (size_t i = 0; i < t.n; i++) {
        if (t.v[i].run.text.n > LABEL_BYTES) continue;
        t.v[kept] = t.v[i];
        t.first[kept] = t.first[i];
        t.last[kept++] = t.last[i];
    }
    bool *used = arena_alloc(d->a, kept + 1);
    drawing_label(d->a, &d->layout, t.v, kept, used);
    for (size_t i = 0; i < kept; i++)
        for (size_t k = t.first[i]; used[i] && k <= t.last[i]; k++) p->sheet->page->words.v[k].marks |= WORD_DRAWN;
}

/* ---- words that are no text of the page ---------------------------------------------------------------------------------- */

static void drop_drawn(struct sheet *s)
{
    for (size_t g = 0; g < s->grids.n; g++)
        for (size_t c = 0; c < s->grids.v[g].cells.n; c++) {
            struct word_list *l = &s->cells[g][c];
            size_t kept = 0;
            for (size_t i = 0; i < l->n; i++)
                if (!(l->v[i]->marks & WORD_DRAWN)) l->v[kept++] = l->v[i];
            l->n = kept;
        }
    size_t lines = 0;
    for (size_t i = 0; i < s->lines.n; i++) {
        struct text_line_of_words *l = &s->lines.v[i];
        size_t kept = 0;
        for (size_t k = 0; k < l->n; k++)
            if (!(l->v[k]->marks & WORD_DRAWN)) l->v[kept++] = l->v[k];
        l->n = kept;
        if (kept) s->lines.v[lines++] = *l;
    }
    s->lines.n = lines;
}

/* ---- all of it --------------------------------------------------------------------------------------------------------- */

static void find_page(struct drawing *d, struct drawn_page *p)
{
    p->first = p->last = d->pieces.n;
    symbols_find(d, p);
    if (!p->symbols.n) return;
    lines_find(d, p);
    lines_uncover(d, p);
    nets_touch(d, p);
}

struct drawing *drawing_find(struct arena *a, struct arena *keep, struct sheets *all)
{
    struct drawing *d = arena_alloc(a, sizeof *d);
    *d = (struct drawing){.a = a, .keep = keep, .pages = arena_alloc(a, (all->n + 1) * sizeof *d->pages), .n = all->n};
    for (size_t i = 0; i < all->n; i++) {
        d->pages[i].sheet = &all->v[i];
        find_page(d, &d->pages[i]);
    }
    nets_look_over(d);
    for (size_t i = 0; i < d->n; i++) nets_bridge(d, &d->pages[i]);
    nets_over_pages(d);
    edges_use(d);
    for (size_t i = 0; i < d->n; i++) make_shapes(d, &d->pages[i]);
    edges_make(d);
    for (size_t i = 0; i < d->n; i++) {
        find_labels(d, &d->pages[i]);
        drop_drawn(&all->v[i]);
    }
    return d;
}

/* ---- what cannot be read --------------------------------------------------------------------------------------------------- */

/* A cell that holds a picture and no words. */
static bool only_picture(const struct drawn_page *p, const struct grid *g, double x, double y)
{
    const struct grid_cell *c = grids_at(&p->sheet->grids, x, y) == g ? grid_cell_at(g, x, y) : NULL;
    return c && c->row > 0 && !p->sheet->cells[g - p->sheet->grids.v][c - g->cells.v].n;
}

/* Pictures among the symbols are symbols, too; in a table without any, those that have a cell for themselves may be. */
static bool holds_picture(const struct drawn_page *p, const struct grid *g)
{
    const struct page *page = p->sheet->page;
    struct region r = region_of(p, g);
    bool symbols = r.x0 < r.x1;
    for (size_t i = 0; i < page->pictures.n; i++) {
        const struct box *b = &page->pictures.v[i].box;
        double x = (b->x0 + b->x1) / 2, y = (b->y0 + b->y1) / 2;
        if (page->pictures.v[i].hidden || b->x1 - b->x0 < 6 || b->y1 - b->y0 < 6) continue;
        if (symbols ? x > r.x0 && x < r.x1 && y > r.y0 && y < g->box.y1 : only_picture(p, g, x, y)) return true;
    }
    return false;
}

static void tell_unread(struct drawing *d, const struct drawn_page *p, struct layout *l)
{
    uint32_t page = p->sheet->page->number;
    if (p->too_much || p->sheet->crowded) *ARENA_PUSH(d->keep, &l->unread) = (struct unread_drawing){page, 0, W_reason_drawing_large};
    if (p->sheet->pictured) *ARENA_PUSH(d->keep, &l->unread) = (struct unread_drawing){page, 0, p->sheet->ocr ? W_reason_page_ocr : W_reason_page_picture};
    for (size_t i = 0; i < p->sheet->grids.n; i++) {
        const struct grid *g = &p->sheet->grids.v[i];
        if (g->pictured || holds_picture(p, g)) *ARENA_PUSH(d->keep, &l->unread) = (struct unread_drawing){page, g->table, W_reason_flow_picture};
    }
}

static const struct sheet *sheet_of(const struct drawing *d, uint32_t page)
{
    for (size_t i = 0; i < d->n; i++)
        if (d->pages[i].sheet->page->number == page) return d->pages[i].sheet;
    return d->pages[0].sheet;
}

void drawing_tell(struct drawing *d, struct layout *l)
{
    l->drawn = true;
    for (size_t i = 0; i < d->layout.shapes.n; i++) place(sheet_of(d, d->layout.shapes.v[i].page), &d->layout.shapes.v[i]);
    for (size_t i = 0; i < d->layout.connectors.n; i++) {
        struct connector *c = &d->layout.connectors.v[i];
        c->from.cell = spot_at(sheet_of(d, c->from.page), c->points.v[0]);
        c->to.cell = spot_at(sheet_of(d, c->to.page), c->points.v[c->points.n - 1]);
    }
    l->shapes = d->layout.shapes;
    l->connectors = d->layout.connectors;
    for (size_t i = 0; i < d->n; i++) tell_unread(d, &d->pages[i], l);
}
