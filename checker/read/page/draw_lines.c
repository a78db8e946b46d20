/* Pieces of lines, however they are drawn: strokes, thin rectangles, outlines of thick lines, dashes; and their heads. */
#include <math.h>
#include <stdlib.h>

#include "read/page/draw.h"

/* Lengths in points. */
#define ON_LINE 1.3      /* a rule so near to a line of a table may be that line */
#define SAME_WIDTH 0.22  /* and is, when it is so much as thick as most of the table's lines */
#define DASH_GAP 6.5     /* Word leaves 3 points between dashes of 8, LibreOffice up to 6 */
#define DASH_MOST 14.0   /* no dash is longer */
#define ALIGNED 0.8      /* dashes of one line stand so near to it */
#define SIDE_LEAST 0.8   /* of the outline of a line: what a dash has left behind a corner */
#define V_LEAST 2.5      /* strokes of an open head */
#define V_MOST 14.0
enum { MOST_PIECES = 3000, MOST_SIDES = 400 };

struct finding {
    struct drawing *d;
    struct drawn_page *p;
};

static double length_of(struct page_point a, struct page_point b) { return hypot(a.x - b.x, a.y - b.y); }

static struct line_piece *add_piece(struct finding *f, struct page_point a, struct page_point b, const struct page_path *path, uint32_t order, bool dashed)
{
    struct line_piece *k = ARENA_PUSH(f->d->a, &f->d->pieces);
    *k = (struct line_piece){.p = {a, b}, .order = order, .page = (size_t)(f->p - f->d->pages), .path = path, .dashed = dashed};
    k->end[BEGIN].symbol = k->end[END].symbol = SIZE_MAX;
    return k;
}

/* ---- rules: which are the tables' own ------------------------------------------------------------------------------- */

/* A line of the grid that a rule lies on. */
static bool on_grid(const struct grid *g, const struct page_rule *r)
{
    double lo = r->vertical ? g->box.y0 : g->box.x0, hi = r->vertical ? g->box.y1 : g->box.x1;
    if (fmin(r->to, hi) - fmax(r->from, lo) < 0.5 * (r->to - r->from)) return false;
    const double *lines = r->vertical ? g->xs : g->ys;
    uint32_t n = (r->vertical ? g->cols : g->rows) + 1, from = 0, to = n;
    while (to - from > 1) {
        uint32_t mid = from + (to - from) / 2;
        if (lines[mid] <= r->at) from = mid;
        else to = mid;
    }
    return fabs(lines[from] - r->at) <= ON_LINE || (from + 1 < n && fabs(lines[from + 1] - r->at) <= ON_LINE);
}

/* How the lines of a table are drawn: the way most of their length is. */
struct style {
    bool stroked;
    double thick[3], length[3];
    size_t n;
};

static void style_add(struct style *s, const struct page_rule *r)
{
    size_t k = 0;
    while (k < s->n && fabs(s->thick[k] - r->thickness) > SAME_WIDTH) k++;
    if (k == COUNT(s->thick)) return;
    if (k == s->n) s->thick[s->n++] = r->thickness;
    s->length[k] += r->to - r->from;
}

/* By filled and stroked: the thicknesses of a page's table lines. */
static void styles_of(const struct sheet *s, struct style styles[2])
{
    for (size_t i = 0; i < s->page->rules.n; i++) {
        const struct page_rule *r = &s->page->rules.v[i];
        for (size_t g = 0; g < s->grids.n && !r->hidden; g++)
            if (on_grid(&s->grids.v[g], r)) {
                style_add(&styles[r->stroked], r);
                break;
            }
    }
}

static double total(const struct style *s) { return s->length[0] + s->length[1] + s->length[2]; }

static bool is_table_line(const struct sheet *s, const struct page_rule *r, const struct style styles[2])
{
    bool on = false;
    for (size_t g = 0; g < s->grids.n && !on; g++) on = on_grid(&s->grids.v[g], r);
    if (!on) return false;
    const struct style *own = &styles[r->stroked];
    if (total(own) < 0.2 * total(&styles[!r->stroked])) return false; /* the table's lines are drawn the other way */
    for (size_t k = 0; k < own->n; k++)
        if (fabs(own->thick[k] - r->thickness) <= SAME_WIDTH && own->length[k] > 0.1 * total(own)) return true;
    return r->to - r->from < 3;
}

static bool meets_symbol(const struct drawn_page *p, const struct page_rule *r)
{
    for (size_t i = 0; i < p->symbols.n; i++) {
        const struct symbol *s = &p->symbols.v[i];
        if (fabs(s->box.x0 - r->to) < 3 && r->at > s->box.y0 && r->at < s->box.y1) return true;
        if (fabs(s->box.x1 - r->from) < 3 && r->at > s->box.y0 && r->at < s->box.y1) return true;
    }
    return false;
}

/* Letters stand right on it, and it does not begin or end at a symbol. */
static bool underlines(const struct drawn_page *d, const struct page_rule *r)
{
    const struct page *p = d->sheet->page;
    double covered = 0;
    if (r->vertical || meets_symbol(d, r)) return false;
    for (size_t i = 0; i < p->words.n; i++) {
        const struct page_word *w = &p->words.v[i];
        if (w->reading != READ_RIGHT || w->hidden || r->at < w->base - 0.6 * w->size || r->at > w->base + 0.35 * w->size) continue;
        double part = fmin(w->box.x1, r->to) - fmax(w->box.x0, r->from);
        if (part > 0) covered += part;
    }
    return covered > 0.5 * (r->to - r->from);
}

static void rule_pieces(struct finding *f)
{
    const struct sheet *s = f->p->sheet;
    struct style styles[2] = {{0}};
    styles_of(s, styles);
    for (size_t i = 0; i < s->page->rules.n && f->d->pieces.n - f->p->first <= MOST_PIECES; i++) {
        const struct page_rule *r = &s->page->rules.v[i];
        if (r->hidden || r->to - r->from < 1 || is_table_line(s, r, styles) || underlines(f->p, r)) continue;
        struct page_point a = {r->vertical ? r->at : r->from, r->vertical ? r->from : r->at}, b = {r->vertical ? r->at : r->to, r->vertical ? r->to : r->at};
        add_piece(f, a, b, NULL, r->order, r->dashed);
    }
}

/* ---- paths ----------------------------------------------------------------------------------------------------------- */

/* The outline of a thick line: each long side and the one opposite make a piece between them. */
static void thick_line(struct finding *f, const struct page_path *p)
{
    struct page_point v[MOST_SIDES];
    uint32_t n = outline_corners(p->v, p->n, v, MOST_SIDES);
    if (n > MOST_SIDES || n < 4) return;
    for (uint32_t i = 0; i < n; i++) {
        struct page_point a = v[i], b = v[(i + 1) % n];
        double length = length_of(a, b), ux, uy;
        if (length < SIDE_LEAST) continue;
        ux = (b.x - a.x) / length;
        uy = (b.y - a.y) / length;
        for (uint32_t k = i + 1; k < n; k++) {
            struct page_point c = v[k], d = v[(k + 1) % n];
            double other = length_of(c, d), across = fabs((c.x - a.x) * uy - (c.y - a.y) * ux), past = fabs((d.x - a.x) * uy - (d.y - a.y) * ux);
            if (other < SIDE_LEAST || across > 2.6 || past > 2.6 || across + past < 0.2) continue;
            if ((d.x - c.x) * ux + (d.y - c.y) * uy > -0.9 * other) continue; /* not the way back */
            double t0 = (d.x - a.x) * ux + (d.y - a.y) * uy, t1 = (c.x - a.x) * ux + (c.y - a.y) * uy;
            double lo = fmax(t0, 0), hi = fmin(t1, length);
            if (hi - lo < 0.6 * fmin(length, other) || hi - lo < SIDE_LEAST || (hi - lo < 1.2 && hi - lo < across)) continue;
            double mx = ((c.x + d.x) / 2 - (a.x + b.x) / 2), my = ((c.y + d.y) / 2 - (a.y + b.y) / 2), off = (-mx * uy + my * ux) / 2;
            struct page_point from = {a.x + lo * ux - off * uy, a.y + lo * uy + off * ux}, to = {a.x + hi * ux - off * uy, a.y + hi * uy + off * ux};
            add_piece(f, from, to, p, p->order, false);
        }
    }
}

static double angle_at(struct page_point v, struct page_point a, struct page_point b)
{
    double dot = (a.x - v.x) * (b.x - v.x) + (a.y - v.y) * (b.y - v.y);
    return acos(fmax(-1, fmin(1, dot / fmax(length_of(a, v) * length_of(b, v), 1e-6))));
}

/* How near a line ends to the base or the tip of a head that points the way it goes; PAGE_MOST: it goes another way. */
static double shaft_at(const struct line_piece *k, int e, struct page_point base, struct page_point tip)
{
    double axis = length_of(base, tip), length = length_of(k->p[0], k->p[1]);
    double along = ((k->p[e].x - k->p[!e].x) * (tip.x - base.x) + (k->p[e].y - k->p[!e].y) * (tip.y - base.y)) / fmax(axis * length, 1e-6);
    return along < 0.9 ? PAGE_MOST : fmin(length_of(k->p[e], base), length_of(k->p[e], tip));
}

/* Of the three corners of a head the tip lies opposite to the side on which its shaft ends; alone, it is the sharpest. */
static void head_piece(struct finding *f, const struct page_path *p)
{
    struct page_point v[3];
    double best = 3.5, sharpest = 4;
    if (!outline_triangle(p->v, p->n, v)) return;
    struct page_point tip = v[0], base = v[0];
    for (int i = 0; i < 3; i++) {
        struct page_point a = v[(i + 1) % 3], b = v[(i + 2) % 3], m = {(a.x + b.x) / 2, (a.y + b.y) / 2};
        double angle = angle_at(v[i], a, b);
        for (size_t k = f->p->first; k < f->d->pieces.n; k++)
            for (int e = BEGIN; e <= END; e++) {
                if (f->d->pieces.v[k].end[END].head) continue;
                double distance = shaft_at(&f->d->pieces.v[k], e, m, v[i]);
                if (distance < best) best = distance, tip = v[i], base = m;
            }
        if (best >= 3.5 && angle < sharpest) sharpest = angle, tip = v[i], base = m;
    }
    add_piece(f, base, tip, NULL, p->order, false)->end[END].head = true;
}

/* A stroke of three points whose middle one is a tip: an open head. */
static bool open_head(const struct page_path *p)
{
    double a = length_of(p->v[0], p->v[1]), b = length_of(p->v[1], p->v[2]), c = length_of(p->v[0], p->v[2]);
    return a >= V_LEAST && a <= V_MOST && fabs(a - b) < 0.25 * a && c > 0.35 * a && c < 1.6 * a && (p->v[0].x != p->v[1].x || p->v[1].y != p->v[2].y);
}

static void stroke_pieces(struct finding *f, const struct page_path *p)
{
    if (p->n == 3 && !p->dashed && open_head(p)) {
        struct page_point m = {(p->v[0].x + p->v[2].x) / 2, (p->v[0].y + p->v[2].y) / 2};
        add_piece(f, m, p->v[1], NULL, p->order, false)->end[END].head = true;
        return;
    }
    for (uint32_t i = 0; i + 1 < p->n + (p->closed ? 1u : 0u); i++) {
        bool back = i == 0 && p->head_begin;
        struct page_point a = p->v[i], b = p->v[(i + 1) % p->n];
        add_piece(f, back ? b : a, back ? a : b, p, p->order, p->dashed)->end[END].head = back || (i + 2 == p->n && p->head_end);
    }
}

static void path_pieces(struct finding *f, const bool *taken)
{
    const struct page *p = f->p->sheet->page;
    for (int heads = 0; heads < 2; heads++) /* the shafts first */
        for (size_t i = 0; i < p->paths.n && f->d->pieces.n - f->p->first <= MOST_PIECES; i++) {
            const struct page_path *k = &p->paths.v[i];
            if (taken[i] || k->hidden) continue;
            bool head = !k->stroked && path_is_head(k);
            if (heads && head) head_piece(f, k);
            if (!heads && k->stroked) stroke_pieces(f, k);
            if (!heads && !k->stroked && !head) thick_line(f, k);
        }
}

/* ---- dashes ---------------------------------------------------------------------------------------------------------- */

static bool extends(struct line_piece *a, const struct line_piece *b)
{
    double la = length_of(a->p[0], a->p[1]), lb = length_of(b->p[0], b->p[1]);
    if (a->order != b->order || a->end[END].head || b->end[END].head || la < 0.2 || lb < 0.2) return false;
    double ux = (a->p[1].x - a->p[0].x) / la, uy = (a->p[1].y - a->p[0].y) / la;
    for (int e = BEGIN; e <= END; e++)
        if (fabs((b->p[e].x - a->p[0].x) * uy - (b->p[e].y - a->p[0].y) * ux) > ALIGNED) return false;
    double gap = fmin(fmin(length_of(a->p[0], b->p[0]), length_of(a->p[0], b->p[1])), fmin(length_of(a->p[1], b->p[0]), length_of(a->p[1], b->p[1])));
    return gap > 0.3 && gap <= DASH_GAP && (lb <= DASH_MOST || b->dashed);
}

/* Makes the longest line of the ends of both. */
static void swallow(struct line_piece *a, struct line_piece *b)
{
    struct page_point all[] = {a->p[0], a->p[1], b->p[0], b->p[1]};
    double most = -1;
    for (int i = 0; i < 4; i++)
        for (int k = i + 1; k < 4; k++)
            if (length_of(all[i], all[k]) > most) most = length_of(all[i], all[k]), a->p[0] = all[i], a->p[1] = all[k];
    a->dashed = b->drop = true;
}

static void join_dashes(struct finding *f)
{
    struct line_piece *v = f->d->pieces.v;
    size_t n = f->d->pieces.n;
    for (size_t i = f->p->first; i < n; i++) {
        if (v[i].drop || (length_of(v[i].p[0], v[i].p[1]) > DASH_MOST && !v[i].dashed)) continue;
        for (bool more = true; more;) {
            more = false;
            for (size_t k = f->p->first; k < n; k++)
                if (k != i && !v[k].drop && v[k].order == v[i].order && extends(&v[i], &v[k])) swallow(&v[i], &v[k]), more = true;
        }
    }
}

static void drop_dropped(struct drawing *d, size_t first)
{
    size_t kept = first;
    for (size_t i = first; i < d->pieces.n; i++)
        if (!d->pieces.v[i].drop) d->pieces.v[kept++] = d->pieces.v[i];
    d->pieces.n = kept;
}

/* Two short strokes from one point are an open head. */
static void join_strokes(struct finding *f)
{
    struct line_piece *v = f->d->pieces.v;
    for (size_t i = f->p->first; i < f->d->pieces.n; i++)
        for (size_t k = i + 1; k < f->d->pieces.n; k++) {
            if (v[i].drop || v[k].drop || v[i].end[END].head || v[k].end[END].head) continue;
            double a = length_of(v[i].p[0], v[i].p[1]), b = length_of(v[k].p[0], v[k].p[1]);
            bool level = v[i].p[0].x == v[i].p[1].x || v[i].p[0].y == v[i].p[1].y;
            if (a > V_MOST || b > V_MOST || fabs(a - b) > 0.2 * a || level) continue;
            for (int e = 0; e < 4; e++) {
                struct page_point tip = v[i].p[e & 1], s = v[i].p[!(e & 1)], t = v[k].p[!(e >> 1)];
                if (length_of(tip, v[k].p[e >> 1]) > 0.8) continue;
                struct page_path trial = {.v = (struct page_point[]){s, tip, t}, .n = 3};
                if (!open_head(&trial)) continue;
                v[k].drop = true;
                v[i].p[0] = (struct page_point){(s.x + t.x) / 2, (s.y + t.y) / 2};
                v[i].p[1] = tip;
                v[i].end[END].head = true;
                break;
            }
        }
}

void lines_find(struct drawing *d, struct drawn_page *p)
{
    struct finding f = {d, p};
    p->first = d->pieces.n;
    rule_pieces(&f);
    if (d->pieces.n - p->first <= MOST_PIECES) path_pieces(&f, p->sheet->outlines->taken);
    if (d->pieces.n - p->first > MOST_PIECES) {
        p->too_much = true;
        d->pieces.n = p->first;
    }
    join_dashes(&f);
    drop_dropped(d, p->first);
    join_strokes(&f);
    drop_dropped(d, p->first);
    p->last = d->pieces.n;
}

/* ---- what can be seen of them ---------------------------------------------------------------------------------------- */

enum { MOST_CUTS = 64 };

static int by_value(const void *x, const void *y)
{
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

/* Where a piece crosses an outline, in parts of its length. */
static size_t crossings(const struct line_piece *k, const struct page_point *v, uint32_t n, double *at, size_t have)
{
    double px = k->p[0].x, py = k->p[0].y, dx = k->p[1].x - px, dy = k->p[1].y - py;
    for (uint32_t i = 0; i < n && have < MOST_CUTS; i++) {
        struct page_point a = v[i], b = v[(i + 1) % n];
        double ex = b.x - a.x, ey = b.y - a.y, across = dx * ey - dy * ex;
        if (fabs(across) < 1e-9) continue;
        double t = ((a.x - px) * ey - (a.y - py) * ex) / across, u = ((a.x - px) * dy - (a.y - py) * dx) / across;
        if (t > 0 && t < 1 && u >= 0 && u <= 1) at[have++] = t;
    }
    return have;
}

static struct page_point along(const struct line_piece *k, double t)
{
    return (struct page_point){k->p[0].x + t * (k->p[1].x - k->p[0].x), k->p[0].y + t * (k->p[1].y - k->p[0].y)};
}

static bool boxes_meet(const struct line_piece *k, const struct box *b)
{
    return fmax(k->p[0].x, k->p[1].x) > b->x0 && fmin(k->p[0].x, k->p[1].x) < b->x1 && fmax(k->p[0].y, k->p[1].y) > b->y0 && fmin(k->p[0].y, k->p[1].y) < b->y1;
}

static bool covered_at(const struct line_piece *k, const struct opaque_area *c, double t)
{
    struct page_point at = along(k, t);
    return outline_holds(c->v, c->n, at) && outline_distance(c->v, c->n, at) == 0;
}

/* Cuts a piece at what was painted over it; the first part that is seen stays in place, the others are added. */
static void uncover(struct finding *f, size_t index, const struct opaque_area *c)
{
    struct line_piece k = f->d->pieces.v[index];
    double at[MOST_CUTS + 2] = {0};
    size_t n = crossings(&k, c->v, c->n, at, 1);
    if (n == 1 && !covered_at(&k, c, 0.5)) return;
    at[n++] = 1;
    qsort(at, n, sizeof *at, by_value);
    bool kept = false;
    for (size_t i = 0; i + 1 < n; i++) {
        struct page_point a = along(&k, at[i]), b = along(&k, at[i + 1]);
        if (length_of(a, b) < 0.8 || covered_at(&k, c, (at[i] + at[i + 1]) / 2)) continue;
        struct line_piece part = k;
        part.p[0] = a;
        part.p[1] = b;
        part.end[END].head = k.end[END].head && at[i + 1] == 1;
        if (!kept) f->d->pieces.v[index] = part;
        else *ARENA_PUSH(f->d->a, &f->d->pieces) = part;
        kept = true;
    }
    if (!kept) f->d->pieces.v[index].drop = true;
}

void lines_uncover(struct drawing *d, struct drawn_page *p)
{
    struct finding f = {d, p};
    for (size_t i = 0; i < p->sheet->outlines->covers.n; i++) {
        const struct opaque_area *c = &p->sheet->outlines->covers.v[i];
        for (size_t k = p->first; k < d->pieces.n && d->pieces.n - p->first < 2 * MOST_PIECES; k++)
            if (!d->pieces.v[k].drop && d->pieces.v[k].order < c->order && boxes_meet(&d->pieces.v[k], &c->box)) uncover(&f, k, c);
    }
    drop_dropped(d, p->first);
    p->last = d->pieces.n;
}
