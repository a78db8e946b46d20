/* Which outlines are symbols, once the tables are known: cells and their shades, shadows and ornaments are none. */
#include <math.h>
#include <stdlib.h>

#include "read/page/draw.h"

#define SHADOW 6.0       /* points that a shadow stands off */
enum { MOST_SYMBOLS = 4000 };

/* A rectangle that is a cell, or lies in one as its shade does: a table's, no symbol. */
static bool shades_cell(const struct sheet *s, const struct box *b)
{
    double x = (b->x0 + b->x1) / 2, y = (b->y0 + b->y1) / 2;
    const struct grid *g = grids_at(&s->grids, x, y);
    const struct grid_cell *c = g ? grid_cell_at(g, x, y) : NULL;
    if (!c) return false;
    return box_near(b, &c->box, 1.6) || fabs(box_width(b) - box_width(&c->box)) < 13 || fabs(box_height(b) - box_height(&c->box)) < 1.6;
}

static bool is_cell(const struct sheet *s, const struct box *b)
{
    double x = (b->x0 + b->x1) / 2, y = (b->y0 + b->y1) / 2;
    const struct grid *g = grids_at(&s->grids, x, y);
    const struct grid_cell *c = g ? grid_cell_at(g, x, y) : NULL;
    return c && box_near(b, &c->box, 1.6);
}

/* Of two that lie on one another: a shadow or an outline drawn twice goes, one well inside the other makes it another symbol. */
static void settle(struct symbol *under, struct symbol *over)
{
    bool within = box_inside(&over->box, &under->box, 0.5), about = box_inside(&under->box, &over->box, 0.5);
    double w = box_width(&under->box), h = box_height(&under->box), x = box_width(&over->box), y = box_height(&over->box);
    if (over->kind == under->kind && fabs(w - x) < 3 && fabs(h - y) < 3 && box_near(&under->box, &over->box, SHADOW)) {
        under->dropped = true;
    } else if (within && x * y > 0.4 * w * h && x * y > 40) {
        if (over->kind != under->kind || over->kind == SHAPE_OTHER) under->kind = SHAPE_OTHER;
        over->dropped = true;
    } else if (about && w * h > 0.4 * x * y) {
        under->dropped = true; /* painted over */
    }
}

static int by_left(const void *x, const void *y)
{
    const struct symbol *a = x, *b = y;
    if (a->box.x0 != b->box.x0) return a->box.x0 < b->box.x0 ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static void settle_all(struct symbols *s)
{
    if (s->n) qsort(s->v, s->n, sizeof *s->v, by_left);
    for (size_t i = 0; i < s->n; i++)
        for (size_t k = i + 1; k < s->n && s->v[k].box.x0 < s->v[i].box.x1 && !s->v[i].dropped; k++) {
            struct symbol *a = &s->v[i], *b = &s->v[k];
            if (b->dropped || b->box.y0 > a->box.y1 || b->box.y1 < a->box.y0) continue;
            if (a->order < b->order) settle(a, b);
            else settle(b, a);
        }
}

/* A rectangle without an area around several symbols is a frame. */
static void find_frames(struct symbols *s)
{
    for (size_t i = 0; i < s->n; i++) {
        struct symbol *f = &s->v[i];
        size_t held = 0;
        if (f->dropped || f->opaque || f->kind > SHAPE_BOX) continue;
        for (size_t k = 0; k < s->n; k++) held += k != i && !s->v[k].dropped && box_inside(&s->v[k].box, &f->box, 1);
        f->frame = held >= 2;
        if (held == 1) f->dropped = true; /* an ornament around one */
    }
}

void symbols_find(struct drawing *d, struct drawn_page *p)
{
    const struct symbols *all = &p->sheet->outlines->symbols;
    p->too_much = p->sheet->outlines->too_much || all->n > MOST_SYMBOLS;
    for (size_t i = 0; i < all->n && !p->too_much; i++) {
        const struct symbol *s = &all->v[i];
        if (s->outlined ? !is_cell(p->sheet, &s->box) : !shades_cell(p->sheet, &s->box)) *ARENA_PUSH(d->a, &p->symbols) = *s;
    }
    settle_all(&p->symbols);
    find_frames(&p->symbols);
    size_t kept = 0;
    for (size_t i = 0; i < p->symbols.n; i++)
        if (!p->symbols.v[i].dropped) p->symbols.v[kept++] = p->symbols.v[i];
    p->symbols.n = kept;
}
