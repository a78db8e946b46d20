/* Pieces that hang together. Lines are drawn in pieces whose ends stand a little apart, and end a little before or behind what they mean:
 * what touches is joined first, then each loose end looks along its line for the next symbol, or the next loose end, and takes it when
 * that is the only one, or the nearest of both. */
#include <math.h>
#include <stdlib.h>

#include "read/page/draw.h"

/* Lengths in points. */
#define MEETS 3.0        /* ends of pieces of one line: Word's stand up to 3 apart */
#define ON_PIECE 1.7     /* an end that stands on another piece */
#define TOUCHES 2.2      /* an end and the symbol it is drawn to */
#define BEFORE 6.0       /* an end so near to a symbol is that symbol's, whatever line it stands on */
#define REACH 32.0       /* how far a loose end looks: gaps of up to 28 were measured */
#define LEAVES 60.0      /* how far from its table's end a line may stop that goes on on the next page */
#define HEADING 150.0    /* and so high the heading of a table may be before a line that comes in */
#define ASIDE 3.0        /* how far from its line what it finds may stand */
enum { MOST_LOOSE = 300 };

static double apart(struct page_point a, struct page_point b) { return hypot(a.x - b.x, a.y - b.y); }

static double from_piece(const struct line_piece *k, struct page_point p)
{
    double dx = k->p[1].x - k->p[0].x, dy = k->p[1].y - k->p[0].y, l = dx * dx + dy * dy;
    double t = l > 0 ? ((p.x - k->p[0].x) * dx + (p.y - k->p[0].y) * dy) / l : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return hypot(p.x - k->p[0].x - t * dx, p.y - k->p[0].y - t * dy);
}

static double frame_distance(const struct symbol *s, struct page_point at)
{
    double inside = fmin(fmin(at.x - s->box.x0, s->box.x1 - at.x), fmin(at.y - s->box.y0, s->box.y1 - at.y));
    return inside > 0 ? inside : outline_distance(s->v, s->n, at);
}

static double symbol_distance(const struct symbol *s, struct page_point at)
{
    double beside = fmax(fmax(s->box.x0 - at.x, at.x - s->box.x1), fmax(s->box.y0 - at.y, at.y - s->box.y1));
    if (beside > TOUCHES) return beside;
    return s->frame ? frame_distance(s, at) : outline_distance(s->v, s->n, at);
}

static size_t symbol_touched(const struct drawn_page *p, struct page_point at)
{
    size_t found = SIZE_MAX;
    double best = TOUCHES;
    for (size_t i = 0; i < p->symbols.n; i++) {
        double distance = symbol_distance(&p->symbols.v[i], at);
        if (distance < best || (distance == best && found == SIZE_MAX)) best = distance, found = i;
    }
    return found;
}

static void join(struct drawing *d, size_t a, size_t b, struct page_point at, bool bridged)
{
    *ARENA_PUSH(d->a, &d->joints) = (struct joint){.a = a, .b = b, .at = at, .bridged = bridged};
}

/* ---- ends and what they look at ------------------------------------------------------------------------------------- */

struct loose {
    size_t piece;
    int end;
    struct page_point at;
    double ux, uy;       /* the way the line goes on */
    size_t symbol;       /* that it finds; SIZE_MAX */
    double distance;
    bool leaves;         /* may go on on the next page, or come from the one before */
    bool done;
};
struct loose_ends {
    struct loose *v;
    size_t n, cap;
};

/* How far along the end's line a point stands; negative: not there. */
static double ahead(const struct loose *e, struct page_point p)
{
    double t = (p.x - e->at.x) * e->ux + (p.y - e->at.y) * e->uy, off = fabs((p.x - e->at.x) * e->uy - (p.y - e->at.y) * e->ux);
    return t >= -1 && t <= REACH && off <= ASIDE ? fmax(t, 0) : -1;
}

static void look_for_symbol(const struct drawn_page *p, struct loose *e)
{
    for (double t = 1; t <= REACH; t += 1)
        for (size_t i = 0; i < p->symbols.n; i++) {
            const struct symbol *s = &p->symbols.v[i];
            struct page_point at = {e->at.x + t * e->ux, e->at.y + t * e->uy};
            bool hit = at.x > s->box.x0 - 1 && at.x < s->box.x1 + 1 && at.y > s->box.y0 - 1 && at.y < s->box.y1 + 1;
            if (!hit || (s->frame && frame_distance(s, at) > 2)) continue;
            e->symbol = i;
            e->distance = t;
            return;
        }
}

static struct loose look_from(const struct drawing *d, const struct drawn_page *p, size_t piece, int e)
{
    const struct line_piece *k = &d->pieces.v[piece];
    double length = fmax(apart(k->p[0], k->p[1]), 0.01);
    struct loose l = {.piece = piece, .end = e, .at = k->p[e], .symbol = SIZE_MAX, .distance = PAGE_MOST};
    l.ux = (k->p[e].x - k->p[!e].x) / length;
    l.uy = (k->p[e].y - k->p[!e].y) / length;
    look_for_symbol(p, &l);
    return l;
}

/* Two lines that end side by side before one symbol are two lines. */
static bool look_at_one(const struct drawing *d, const struct drawn_page *p, size_t a, int e, size_t b, int g)
{
    struct loose l = look_from(d, p, a, e);
    return l.symbol != SIZE_MAX && look_from(d, p, b, g).symbol == l.symbol;
}

/* ---- what touches ---------------------------------------------------------------------------------------------------- */

static void touch_symbols(struct drawing *d, struct drawn_page *p)
{
    for (size_t i = p->first; i < p->last; i++)
        for (int e = BEGIN; e <= END; e++) {
            struct line_piece *k = &d->pieces.v[i];
            k->end[e].symbol = symbol_touched(p, k->p[e]);
        }
    for (size_t i = p->first; i < p->last; i++) { /* a short piece inside one symbol, or a head whose base already touches: its tip says it */
        struct line_piece *k = &d->pieces.v[i];
        if (k->end[END].head && k->end[BEGIN].symbol != SIZE_MAX && apart(k->p[0], k->p[1]) < 16) k->end[BEGIN].symbol = SIZE_MAX;
    }
}

/* Corners of one path. */
static void meet_inside(struct drawing *d, struct drawn_page *p)
{
    for (size_t i = p->first; i < p->last; i++)
        for (size_t j = i + 1; j < p->last; j++) {
            struct line_piece *a = &d->pieces.v[i], *b = &d->pieces.v[j];
            if (!a->path || a->path != b->path) continue;
            for (int e = BEGIN; e <= END; e++)
                for (int g = BEGIN; g <= END; g++) {
                    if (a->end[e].inner || b->end[g].inner || apart(a->p[e], b->p[g]) > MEETS) continue;
                    join(d, i, j, a->p[e], false);
                    a->end[e].joined = a->end[e].inner = b->end[g].joined = b->end[g].inner = true;
                    a->end[e].symbol = b->end[g].symbol = SIZE_MAX;
                }
        }
}

static bool loose(const struct line_piece *x, int end) { return x->end[end].symbol == SIZE_MAX && !x->end[end].inner; }

/* Of a short piece the other end may be the one that is meant. */
static bool other_nearer(const struct line_piece *a, int e, struct page_point at) { return loose(a, !e) && apart(a->p[!e], at) < apart(a->p[e], at); }

/* Joins end e of piece i to an end that it meets of piece j. */
static void meet_end(struct drawing *d, struct drawn_page *p, size_t i, int e, size_t j)
{
    struct line_piece *a = &d->pieces.v[i], *b = &d->pieces.v[j];
    for (int g = BEGIN; g <= END && j > i; g++) {
        bool heads = a->end[e].head && e == END && b->end[g].head && g == END;
        if (!loose(b, g) || heads || apart(a->p[e], b->p[g]) > MEETS || look_at_one(d, p, i, e, j, g)) continue;
        if (other_nearer(a, e, b->p[g]) || other_nearer(b, g, a->p[e])) continue;
        join(d, i, j, a->p[e], false);
        a->end[e].joined = b->end[g].joined = true;
        bool based = (a->end[END].head && e == BEGIN) || (b->end[END].head && g == BEGIN);
        a->end[e].shaft = a->end[e].shaft || based;
        b->end[g].shaft = b->end[g].shaft || based;
    }
}

static bool aslant(const struct line_piece *a, const struct line_piece *b)
{
    double ax = a->p[1].x - a->p[0].x, ay = a->p[1].y - a->p[0].y, bx = b->p[1].x - b->p[0].x, by = b->p[1].y - b->p[0].y;
    return fabs(ax * by - ay * bx) > 0.5 * hypot(ax, ay) * hypot(bx, by);
}

/* Joins end e of piece i to the length of piece j: a line that ends on another, or two that meet on a third. */
static void meet_length(struct drawing *d, struct drawn_page *p, size_t i, int e, size_t j)
{
    struct line_piece *a = &d->pieces.v[i], *b = &d->pieces.v[j];
    if (a->end[e].shaft || (a->end[e].joined && !aslant(a, b))) return;
    if (from_piece(b, a->p[e]) > ON_PIECE || look_from(d, p, i, e).distance <= BEFORE) return;
    join(d, i, j, a->p[e], false);
    a->end[e].joined = true;
}

/* A head on a line that goes on to its tip is that line's: of several that end there, or begin, the one drawn last before it. */
static void meet_shafts(struct drawing *d, struct drawn_page *p)
{
    for (size_t i = p->first; i < p->last; i++) {
        struct line_piece *a = &d->pieces.v[i];
        size_t best = SIZE_MAX;
        if (!a->end[END].head || a->path || !loose(a, BEGIN)) continue;
        for (size_t j = p->first; j < p->last; j++) {
            const struct line_piece *b = &d->pieces.v[j];
            if (!b->path || b->end[END].inner || b->order > a->order || (best != SIZE_MAX && b->order <= d->pieces.v[best].order)) continue;
            if (apart(b->p[END], a->p[END]) <= 1 && from_piece(b, a->p[BEGIN]) <= 1) best = j;
        }
        if (best == SIZE_MAX) continue;
        join(d, i, best, a->p[BEGIN], false);
        a->end[BEGIN].joined = a->end[BEGIN].shaft = true;
    }
}

static void meet_pieces(struct drawing *d, struct drawn_page *p)
{
    meet_shafts(d, p);
    for (int along = 0; along < 2; along++)
        for (size_t i = p->first; i < p->last; i++)
            for (size_t j = p->first; j < p->last; j++)
                for (int e = BEGIN; e <= END && i != j; e++)
                    if (loose(&d->pieces.v[i], e)) (along ? meet_length : meet_end)(d, p, i, e, j);
}

/* ---- what is a gap apart --------------------------------------------------------------------------------------------- */

/* Whether an end points out of the page with no symbol in its way: down from the lower part of its table, or up from the upper part. */
static bool may_leave(const struct drawn_page *p, const struct loose *e)
{
    const struct box *page = &(struct box){0, 0, p->sheet->page->width, p->sheet->page->height};
    bool down = e->uy > 0.9, up = e->uy < -0.9;
    if (!down && !up) return false;
    for (size_t i = 0; i < p->symbols.n; i++) {
        const struct box *b = &p->symbols.v[i].box;
        if (e->at.x > b->x0 - ASIDE && e->at.x < b->x1 + ASIDE && (down ? b->y1 > e->at.y : b->y0 < e->at.y)) return false;
    }
    for (size_t i = 0; i < p->sheet->grids.n; i++) {
        const struct box *g = &p->sheet->grids.v[i].box;
        if (e->at.x > g->x0 && e->at.x < g->x1 && e->at.y > g->y0 - LEAVES && e->at.y < g->y1 + LEAVES) page = g;
    }
    return down ? page->y1 - e->at.y < LEAVES : e->at.y - page->y0 < fmax(HEADING, 0.5 * (page->y1 - page->y0));
}

static void collect(struct drawing *d, struct drawn_page *p, struct loose_ends *out)
{
    for (size_t i = p->first; i < p->last && out->n < MOST_LOOSE; i++)
        for (int e = BEGIN; e <= END; e++) {
            const struct line_piece *k = &d->pieces.v[i];
            double length = apart(k->p[0], k->p[1]);
            if (k->end[e].joined || k->end[e].symbol != SIZE_MAX || length < 0.3) continue;
            struct loose *l = ARENA_PUSH(d->a, out);
            *l = look_from(d, p, i, e);
            d->pieces.v[i].end[e].leaves = may_leave(p, l);
        }
}

/* How far apart two loose ends are, if one of them looks at the other; PAGE_MOST: neither does. */
static double between(const struct loose *a, const struct loose *b)
{
    double s = ahead(a, b->at), t = ahead(b, a->at);
    if (a->piece == b->piece || (a->symbol != SIZE_MAX && a->symbol == b->symbol)) return PAGE_MOST;
    return s >= 0 && t >= 0 ? fmin(s, t) : s >= 0 ? s : t >= 0 ? t : PAGE_MOST;
}

/* The ends that one can be joined to, its symbol counted: how many, and the nearest. */
static size_t choices(const struct loose_ends *l, size_t i, size_t *nearest, double *distance)
{
    size_t n = (size_t)(l->v[i].symbol != SIZE_MAX) + (size_t)l->v[i].leaves;
    *nearest = SIZE_MAX;
    *distance = l->v[i].distance;
    for (size_t k = 0; k < l->n; k++) {
        if (k == i || l->v[k].done) continue;
        double d = between(&l->v[i], &l->v[k]);
        if (d >= PAGE_MOST) continue;
        n++;
        if (d < *distance) *nearest = k, *distance = d;
    }
    return n;
}

static void settle(struct drawing *d, struct loose_ends *l, size_t i, size_t k)
{
    struct loose *a = &l->v[i];
    struct piece_end *end = &d->pieces.v[a->piece].end[a->end];
    a->done = true;
    if (k == SIZE_MAX) {
        end->symbol = a->symbol;
        end->near = true;
        return;
    }
    struct loose *b = &l->v[k];
    b->done = true;
    end->joined = d->pieces.v[b->piece].end[b->end].joined = true;
    join(d, a->piece, b->piece, a->at, true);
}

/* First the ends that have one choice only, as long as there are any; then the nearest of what is left. */
static void bridge(struct drawing *d, struct loose_ends *l)
{
    for (bool more = true; more;) {
        size_t best = SIZE_MAX, other = SIZE_MAX;
        double least = PAGE_MOST;
        more = false;
        for (size_t i = 0; i < l->n; i++) {
            size_t nearest;
            double distance;
            if (l->v[i].done) continue;
            size_t n = choices(l, i, &nearest, &distance);
            if (distance >= PAGE_MOST) continue;
            if (n == 1) {
                settle(d, l, i, nearest);
                more = true;
                break;
            }
            if (distance < least) least = distance, best = i, other = nearest;
        }
        if (!more && best != SIZE_MAX) settle(d, l, best, other), more = true;
    }
}

/* A line that stops short of another: its end stands before the middle of a piece. */
static void bridge_to_pieces(struct drawing *d, struct drawn_page *p, struct loose_ends *l)
{
    enum { SHORT = 8 };
    for (size_t i = 0; i < l->n; i++) {
        struct loose *e = &l->v[i];
        size_t best = SIZE_MAX;
        double least = fmin(SHORT, e->distance);
        if (e->done) continue;
        for (size_t k = p->first; k < p->last; k++) {
            if (k == e->piece) continue;
            for (double t = 1; t < least; t += 1) {
                struct page_point at = {e->at.x + t * e->ux, e->at.y + t * e->uy};
                if (from_piece(&d->pieces.v[k], at) <= 1) best = k, least = t;
            }
        }
        if (best == SIZE_MAX) continue;
        e->done = true;
        d->pieces.v[e->piece].end[e->end].joined = true;
        join(d, e->piece, best, e->at, true);
    }
}

void nets_touch(struct drawing *d, struct drawn_page *p)
{
    p->loose = arena_alloc(d->a, sizeof *p->loose);
    touch_symbols(d, p);
    meet_inside(d, p);
    meet_pieces(d, p);
    collect(d, p, p->loose);
    p->too_much |= p->loose->n >= MOST_LOOSE;
}

void nets_bridge(struct drawing *d, struct drawn_page *p)
{
    if (!p->loose || p->too_much) return;
    for (size_t i = 0; i < p->loose->n; i++) p->loose->v[i].leaves = d->pieces.v[p->loose->v[i].piece].end[p->loose->v[i].end].leaves;
    bridge_to_pieces(d, p, p->loose);
    bridge(d, p->loose);
    for (size_t i = 0; i < p->loose->n; i++)
        if (p->loose->v[i].done) d->pieces.v[p->loose->v[i].piece].end[p->loose->v[i].end].leaves = false;
}
