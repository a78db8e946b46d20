/* Which rules and outlines are of the drawing, before tables are looked for: else boxes and the lines between them would make cells. */
#include <math.h>

#include "read/page/draw.h"

/* Lengths in points. */
#define SIDE 1.6         /* a line on a side of an outline */
#define MEETS 3.0        /* an end and the outline, or the end of another line, that it meets */
#define DASH_GAP 6.5     /* between dashes that one operation draws on one line */
enum { MOST_RULES = 20000, MOST_SEEDS = 3000 };

static bool is_rectangle(const struct symbol *s) { return s->n == 4 && s->kind == SHAPE_BOX; }

/* A rule that runs along a side of a rectangle and beyond it: the rectangle is a cell of a table. */
static bool runs_along(const struct page_rule *r, const struct box *b)
{
    double lo = r->vertical ? b->y0 : b->x0, hi = r->vertical ? b->y1 : b->x1, one = r->vertical ? b->x0 : b->y0, other = r->vertical ? b->x1 : b->y1;
    if (fabs(r->at - one) > SIDE && fabs(r->at - other) > SIDE) return false;
    double on = fmin(r->to, hi) - fmax(r->from, lo);
    return on > 0.6 * (hi - lo) && r->to - r->from > 1.5 * (hi - lo);
}

/* A rule inside a rectangle, from side to side: it is a table. */
static bool parts(const struct page_rule *r, const struct box *b)
{
    double lo = r->vertical ? b->y0 : b->x0, hi = r->vertical ? b->y1 : b->x1, one = r->vertical ? b->x0 : b->y0, other = r->vertical ? b->x1 : b->y1;
    return r->at > one + SIDE && r->at < other - SIDE && fabs(r->from - lo) < SIDE && fabs(r->to - hi) < SIDE;
}

static bool shares_side(const struct box *a, const struct box *b)
{
    bool beside = (fabs(a->x1 - b->x0) < SIDE || fabs(a->x0 - b->x1) < SIDE) && fmin(a->y1, b->y1) - fmax(a->y0, b->y0) > 0.6 * (a->y1 - a->y0);
    bool below = (fabs(a->y1 - b->y0) < SIDE || fabs(a->y0 - b->y1) < SIDE) && fmin(a->x1, b->x1) - fmax(a->x0, b->x0) > 0.6 * (a->x1 - a->x0);
    return beside || below;
}

/* Rectangles that stand alone are symbols; those that share their sides with others, or with long lines, are cells. */
static bool stands_alone(const struct page *p, const struct symbols *all, const struct symbol *s)
{
    for (size_t i = 0; i < p->rules.n; i++)
        if (!p->rules.v[i].hidden && (runs_along(&p->rules.v[i], &s->box) || parts(&p->rules.v[i], &s->box))) return false;
    for (size_t i = 0; i < all->n; i++)
        if (&all->v[i] != s && is_rectangle(&all->v[i]) && shares_side(&s->box, &all->v[i].box)) return false;
    return true;
}

static void mark_outline(struct page *p, const struct symbol *s)
{
    for (size_t i = 0; i < p->paths.n; i++) {
        struct page_path *k = &p->paths.v[i];
        if (k->order >= s->order && k->order <= s->order + 6 && fabs(k->box.x0 - s->box.x0) < 2.5 && fabs(k->box.y0 - s->box.y0) < 2.5 &&
            fabs(k->box.x1 - s->box.x1) < 2.5 && fabs(k->box.y1 - s->box.y1) < 2.5)
            k->drawn = true;
    }
}

static struct page_point end_of(const struct page_rule *r, bool to)
{
    double along = to ? r->to : r->from;
    return r->vertical ? (struct page_point){r->at, along} : (struct page_point){along, r->at};
}

static bool touches(const struct symbol *s, struct page_point at)
{
    if (at.x < s->box.x0 - MEETS || at.x > s->box.x1 + MEETS || at.y < s->box.y0 - MEETS || at.y > s->box.y1 + MEETS) return false;
    return outline_distance(s->v, s->n, at) <= MEETS;
}

/* An end that stands at the base of an arrow's head. */
static bool bears_head(const struct page *p, struct page_point at, const bool *head)
{
    for (size_t i = 0; i < p->paths.n; i++) {
        const struct page_path *k = &p->paths.v[i];
        if (!head[i] || at.x < k->box.x0 - MEETS || at.x > k->box.x1 + MEETS || at.y < k->box.y0 - MEETS || at.y > k->box.y1 + MEETS) continue;
        return true;
    }
    return false;
}

/* Lines of a page whose tables are drawn otherwise are no table's. */
static bool tables_filled(const struct page *p)
{
    double filled = 0, stroked = 0;
    for (size_t i = 0; i < p->rules.n; i++) *(p->rules.v[i].stroked ? &stroked : &filled) += p->rules.v[i].to - p->rules.v[i].from;
    return filled > 3 * stroked;
}

static bool dashes(const struct page_rule *r, const struct page_rule *k)
{
    if (r->order != k->order || r->vertical != k->vertical || fabs(r->at - k->at) > 0.3) return false;
    return fmax(r->from - k->to, k->from - r->to) <= DASH_GAP;
}

static bool meets_drawn(const struct page *p, const struct page_rule *r)
{
    for (size_t i = 0; i < p->rules.n; i++) {
        const struct page_rule *k = &p->rules.v[i];
        if (!k->drawn || k == r || k->stroked != r->stroked || fabs(k->thickness - r->thickness) > 0.3) continue;
        if (dashes(r, k)) return true;
        for (int e = 0; e < 4; e++) {
            struct page_point a = end_of(r, e & 1), b = end_of(k, e >> 1);
            if (hypot(a.x - b.x, a.y - b.y) <= MEETS) return true;
        }
    }
    return false;
}

/* Lines that begin or end at a symbol or bear a head, and what goes on from their ends. */
static void mark_lines(struct arena *a, struct page *p, const struct symbols *all, const bool *alone)
{
    bool filled = tables_filled(p), *head = arena_alloc(a, p->paths.n + 1);
    size_t seeds = 0;
    for (size_t i = 0; i < p->paths.n; i++) head[i] = p->paths.v[i].filled && !p->paths.v[i].hidden && path_is_head(&p->paths.v[i]);
    for (size_t i = 0; i < p->rules.n && seeds < MOST_SEEDS; i++) {
        struct page_rule *r = &p->rules.v[i];
        if (r->hidden || r->to - r->from <= PAGE_THIN) continue;
        r->drawn = filled && r->stroked;
        for (int to = 0; to < 2 && !r->drawn; to++) {
            for (size_t k = 0; k < all->n && !r->drawn; k++)
                r->drawn = alone[k] && touches(&all->v[k], end_of(r, to)) && !runs_along(r, &all->v[k].box);
            r->drawn = r->drawn || bears_head(p, end_of(r, to), head);
        }
        seeds += r->drawn;
    }
    for (bool more = seeds > 0 && seeds < MOST_SEEDS; more;) {
        more = false;
        for (size_t i = 0; i < p->rules.n; i++) {
            struct page_rule *r = &p->rules.v[i];
            if (r->hidden || r->drawn || r->to - r->from <= PAGE_THIN || !meets_drawn(p, r)) continue;
            r->drawn = more = true;
        }
    }
}

void drawing_mark(struct arena *a, struct page *p, const struct outlines *out)
{
    bool any = false, *alone = arena_alloc(a, out->symbols.n + 1);
    if (p->rules.n > MOST_RULES) return;
    for (size_t i = 0; i < out->symbols.n; i++) {
        const struct symbol *s = &out->symbols.v[i];
        if (!s->outlined || (is_rectangle(s) && !stands_alone(p, &out->symbols, s))) continue;
        mark_outline(p, s);
        any = alone[i] = true;
    }
    if (any) mark_lines(a, p, &out->symbols, alone);
}
