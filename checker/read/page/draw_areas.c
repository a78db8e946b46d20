/* Areas and outlines, painting operation by painting operation: a symbol is an area with its outline, or an outline alone. */
#include <math.h>
#include <stdlib.h>

#include "read/page/draw.h"

/* Lengths in points. */
#define LEAST_SYMBOL 6.0  /* high and wide */
#define SAME_OUTLINE 2.5  /* an outline stands so near to the area that it bounds: Excel's rings are 0.6 wide, Word's strokes up to 2.25 */
enum { OUTLINE_ORDERS = 6, CURVED = 30 }; /* operations between an area and its outline; sides that look like a curve */
#define THIN_LINE 2.6     /* what is thinner is a line */
#define LEAST_HEAD 1.5
#define MOST_HEAD 16.0    /* Word 6, Excel 4.5; larger ones at thick lines */
struct operation {
    size_t from, to;     /* paths */
    struct box box;
    const struct page_path *outer; /* the largest of them */
    size_t apart;        /* how many lie outside of the others */
};

static struct operation operation_at(const struct page *p, size_t from)
{
    struct operation o = {from, from, p->paths.v[from].box, &p->paths.v[from], 0};
    for (; o.to < p->paths.n && p->paths.v[o.to].order == p->paths.v[from].order; o.to++) {
        const struct page_path *k = &p->paths.v[o.to];
        o.box = (struct box){fmin(o.box.x0, k->box.x0), fmin(o.box.y0, k->box.y0), fmax(o.box.x1, k->box.x1), fmax(o.box.y1, k->box.y1)};
        if (box_width(&k->box) * box_height(&k->box) > box_width(&o.outer->box) * box_height(&o.outer->box)) o.outer = k;
    }
    for (size_t i = o.from; i < o.to; i++) o.apart += !box_inside(&p->paths.v[i].box, &o.outer->box, 0.1) || &p->paths.v[i] == o.outer;
    return o;
}

static bool is_white(uint32_t c) { return (c >> 16 & 255) > 250 && (c >> 8 & 255) > 250 && (c & 255) > 250; }

static double area_and_round(const struct page_path *p, double *round)
{
    double sum = 0;
    *round = 0;
    for (uint32_t i = 0; i < p->n; i++) {
        struct page_point a = p->v[i], b = p->v[(i + 1) % p->n];
        sum += a.x * b.y - b.x * a.y;
        *round += hypot(b.x - a.x, b.y - a.y);
    }
    return fabs(sum) / 2;
}

/* A line drawn as an area: its mean thickness is its width. */
bool path_is_thin(const struct page_path *p)
{
    double round, area = area_and_round(p, &round), most = fmax(box_width(&p->box), box_height(&p->box)), least = fmin(box_width(&p->box), box_height(&p->box));
    double thick = round > 0 ? 2 * area / round : 0;
    return thick <= THIN_LINE && (most >= 4 * thick || (p->n == 4 && least <= THIN_LINE));
}

bool path_is_head(const struct page_path *p)
{
    struct page_point corner[3];
    double w = box_width(&p->box), h = box_height(&p->box);
    return w <= MOST_HEAD && h <= MOST_HEAD && fmin(w, h) >= LEAST_HEAD && outline_triangle(p->v, p->n, corner);
}

/* What a dash is that lies around a corner. */
static bool is_bend(const struct page_path *p)
{
    double round, area = area_and_round(p, &round);
    return fmax(box_width(&p->box), box_height(&p->box)) <= MOST_HEAD && 2 * area <= THIN_LINE * round;
}

static bool line_like(const struct page *p, const struct operation *o)
{
    size_t bends = 0;
    for (size_t i = o->from; i < o->to; i++) {
        if (path_is_thin(&p->paths.v[i]) || path_is_head(&p->paths.v[i])) continue;
        if (!is_bend(&p->paths.v[i])) return false;
        bends++;
    }
    return 3 * bends <= o->to - o->from && !is_white(o->outer->fill);
}

/* A filled outline: two paths, the one just inside the other. */
static bool is_ring(const struct page *p, const struct operation *o)
{
    if (o->to - o->from < 2 || o->apart != 1) return false;
    for (size_t i = o->from; i < o->to; i++)
        if (&p->paths.v[i] != o->outer && box_near(&p->paths.v[i].box, &o->outer->box, 2 * SAME_OUTLINE)) return true;
    return false;
}

static bool big_enough(const struct box *b, const struct page *p)
{
    return box_width(b) >= LEAST_SYMBOL && box_height(b) >= LEAST_SYMBOL && box_width(b) < 0.6 * p->width && box_height(b) < 0.6 * p->height;
}

/* The area that an outline bounds: one of the last that were painted. */
static struct symbol *area_of_outline(struct symbols *all, const struct box *b, uint32_t order)
{
    for (size_t i = all->n; i-- > 0;) {
        struct symbol *s = &all->v[i];
        if (s->order + OUTLINE_ORDERS < order) break;
        if (s->filled && box_near(&s->box, b, SAME_OUTLINE)) return s;
    }
    return NULL;
}

static struct symbol as_symbol(const struct operation *o, bool opaque)
{
    const struct page_path *k = o->outer;
    struct symbol s = {.v = k->v, .n = k->n, .box = k->box, .order = k->order, .opaque = opaque, .shape = SIZE_MAX};
    s.kind = o->apart > 1 ? SHAPE_OTHER : outline_kind(k->v, k->n, k->curves > 0 || k->n > CURVED);
    return s;
}

struct finding {
    struct arena *a;
    const struct page *page;
    struct outlines *out;
};

static bool hidden(const struct page *p, const struct operation *o)
{
    for (size_t i = o->from; i < o->to; i++)
        if (!p->paths.v[i].hidden) return false;
    return true;
}

static void take(bool *taken, const struct operation *o)
{
    for (size_t i = o->from; i < o->to; i++) taken[i] = true;
}

/* An outline: of an area before it, else a symbol of its own. */
static void outline(struct finding *f, const struct operation *o)
{
    struct symbol *area = area_of_outline(&f->out->symbols, &o->box, o->outer->order);
    if (area) {
        area->outlined = true;
        return;
    }
    if (!big_enough(&o->box, f->page)) return;
    struct symbol s = as_symbol(o, false);
    s.outlined = true;
    *ARENA_PUSH(f->a, &f->out->symbols) = s;
}

static void area(struct finding *f, const struct operation *o)
{
    bool opaque = o->outer->opacity > 0.9;
    if (opaque) *ARENA_PUSH(f->a, &f->out->covers) = (struct opaque_area){o->outer->v, o->outer->n, o->outer->box, o->outer->order};
    if (!big_enough(&o->box, f->page)) return;
    struct symbol s = as_symbol(o, opaque);
    s.filled = true;
    s.dropped = is_white(o->outer->fill); /* unless an outline follows */
    *ARENA_PUSH(f->a, &f->out->symbols) = s;
}

static void operation(struct finding *f, const struct operation *o, bool *taken)
{
    const struct page_path *k = o->outer;
    bool parts = o->to - o->from > 1 && area_of_outline(&f->out->symbols, &o->box, k->order); /* the outline of an area in several parts */
    if ((k->stroked && k->closed) || (k->filled && (parts || is_ring(f->page, o)))) {
        take(taken, o);
        outline(f, o);
    } else if (k->filled && !line_like(f->page, o)) {
        take(taken, o);
        area(f, o);
    }
}

struct outlines *outlines_find(struct arena *a, struct page *p)
{
    struct outlines *out = arena_alloc(a, sizeof *out);
    struct finding f = {a, p, out};
    struct operation o;
    enum { MOST = 20000 };
    out->taken = arena_alloc(a, p->paths.n + 1);
    for (size_t i = 0; i < p->paths.n && !out->too_much; i = o.to) {
        o = operation_at(p, i);
        if (hidden(p, &o)) take(out->taken, &o);
        else operation(&f, &o, out->taken);
        out->too_much = out->symbols.n > MOST || out->covers.n > MOST;
    }
    size_t kept = 0;
    for (size_t i = 0; i < out->symbols.n; i++) /* white on white is seen by nobody */
        if (out->symbols.v[i].outlined || !out->symbols.v[i].dropped) out->symbols.v[kept++] = out->symbols.v[i];
    out->symbols.n = out->too_much ? 0 : kept;
    for (size_t i = 0; i < kept; i++) out->symbols.v[i].dropped = false;
    drawing_mark(a, p, out);
    return out;
}
