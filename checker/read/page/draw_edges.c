/* From pieces that hang together to connectors: each net has ends at symbols, some with heads; the ways lead from those without to those
 * with. */
#include <math.h>
#include <stdlib.h>

#include "read/page/draw.h"

enum { MOST_ENDS = 64, MOST_WAYS = 20000 }; /* ends of one net at symbols; connectors in all */

struct net_end {
    size_t piece;
    int end;
    size_t symbol;       /* SIZE_MAX: it meets none */
};
struct net {
    size_t *pieces, n;   /* into order[] */
    struct net_end end[MOST_ENDS];
    size_t ends;
    bool dashed, bridged, cut, too_many;
};

struct making {
    struct drawing *d;
    struct layout *l;
    size_t *order;       /* pieces by net */
    size_t *first, *near; /* joints of each piece: near[first[i] … first[i + 1]) */
    size_t *back, *through, stamp, *seen; /* for finding a way inside a net */
};

/* ---- nets ------------------------------------------------------------------------------------------------------------ */

static size_t root(struct drawing *d, size_t i)
{
    while (d->pieces.v[i].net != i) i = d->pieces.v[i].net = d->pieces.v[d->pieces.v[i].net].net;
    return i;
}

static void number_nets(struct drawing *d)
{
    for (size_t i = 0; i < d->pieces.n; i++) d->pieces.v[i].net = i;
    for (size_t i = 0; i < d->joints.n; i++) {
        size_t a = root(d, d->joints.v[i].a), b = root(d, d->joints.v[i].b);
        if (a != b) d->pieces.v[a > b ? a : b].net = a > b ? b : a;
    }
    for (size_t i = 0; i < d->pieces.n; i++) d->pieces.v[i].net = root(d, i);
}

/* Pieces sorted by net, and the joints of each. */
static void sort_pieces(struct making *m)
{
    struct drawing *d = m->d;
    size_t n = d->pieces.n, *count = arena_alloc(d->a, (n + 2) * sizeof *count), *next = arena_alloc(d->a, (n + 2) * sizeof *next);
    m->order = arena_alloc(d->a, (n + 1) * sizeof *m->order);
    for (size_t i = 0; i < n; i++) count[d->pieces.v[i].net + 1]++;
    for (size_t i = 0; i < n; i++) count[i + 1] += count[i], next[i] = count[i];
    for (size_t i = 0; i < n; i++) m->order[next[d->pieces.v[i].net]++] = i;
    m->first = arena_alloc(d->a, (n + 2) * sizeof *m->first);
    m->near = arena_alloc(d->a, (2 * d->joints.n + 1) * sizeof *m->near);
    for (size_t k = 0; k < d->joints.n; k++) m->first[d->joints.v[k].a + 1]++, m->first[d->joints.v[k].b + 1]++;
    for (size_t i = 0; i < n; i++) m->first[i + 1] += m->first[i], next[i] = m->first[i];
    for (size_t k = 0; k < d->joints.n; k++) m->near[next[d->joints.v[k].a]++] = k, m->near[next[d->joints.v[k].b]++] = k;
}

static struct symbol *symbol_of(const struct making *m, const struct net_end *e)
{
    return e->symbol == SIZE_MAX ? NULL : &m->d->pages[m->d->pieces.v[e->piece].page].symbols.v[e->symbol];
}

static bool has_head(const struct making *m, const struct net_end *e) { return m->d->pieces.v[e->piece].end[e->end].head; }

static void add_end(struct net *net, size_t piece, int e, size_t symbol)
{
    if (net->ends == MOST_ENDS) {
        net->too_many = true;
        return;
    }
    net->end[net->ends++] = (struct net_end){piece, e, symbol};
}

static bool in_frame(const struct symbol *f, const struct symbol *s)
{
    double x = (s->box.x0 + s->box.x1) / 2, y = (s->box.y0 + s->box.y1) / 2;
    return s != f && !s->frame && x > f->box.x0 && x < f->box.x1 && y > f->box.y0 && y < f->box.y1;
}

static void gather(const struct making *m, struct net *net)
{
    for (size_t i = 0; i < net->n; i++) {
        const struct line_piece *k = &m->d->pieces.v[net->pieces[i]];
        const struct symbols *all = &m->d->pages[k->page].symbols;
        net->dashed |= k->dashed;
        for (int e = BEGIN; e <= END; e++) {
            if (k->end[e].symbol != SIZE_MAX && all->v[k->end[e].symbol].frame) { /* it stands for each symbol inside */
                for (size_t s = 0; s < all->n; s++)
                    if (in_frame(&all->v[k->end[e].symbol], &all->v[s])) add_end(net, net->pieces[i], e, s);
            } else if (k->end[e].symbol != SIZE_MAX || !k->end[e].joined) {
                add_end(net, net->pieces[i], e, k->end[e].symbol);
            }
        }
        for (size_t j = m->first[net->pieces[i]]; j < m->first[net->pieces[i] + 1]; j++) {
            net->bridged |= m->d->joints.v[m->near[j]].bridged;
            net->cut |= m->d->joints.v[m->near[j]].cut;
        }
    }
}

/* The same symbol met by two pieces of one net at one place is one end; a head says more than none. */
static void merge_ends(const struct making *m, struct net *net)
{
    for (size_t i = 0; i < net->ends; i++)
        for (size_t k = i + 1; k < net->ends;) {
            struct net_end *a = &net->end[i], *b = &net->end[k];
            const struct line_piece *p = &m->d->pieces.v[a->piece], *q = &m->d->pieces.v[b->piece];
            bool same = a->symbol != SIZE_MAX && a->symbol == b->symbol && p->page == q->page &&
                        hypot(p->p[a->end].x - q->p[b->end].x, p->p[a->end].y - q->p[b->end].y) < 8;
            if (!same) {
                k++;
                continue;
            }
            if (has_head(m, b) && !has_head(m, a)) *a = *b;
            net->end[k] = net->end[--net->ends];
        }
}

/* Pictures of papers that hang on a line by a short line without a head, and other ornaments: no ends of the flow. */
static void drop_ornaments(const struct making *m, struct net *net)
{
    size_t others = 0;
    for (size_t i = 0; i < net->ends; i++) {
        const struct symbol *s = symbol_of(m, &net->end[i]);
        others += s && (s->kind != SHAPE_OTHER || has_head(m, &net->end[i]));
    }
    for (size_t i = 0; others >= 2 && i < net->ends;) {
        const struct symbol *s = symbol_of(m, &net->end[i]);
        if (s && s->kind == SHAPE_OTHER && !has_head(m, &net->end[i])) net->end[i] = net->end[--net->ends];
        else i++;
    }
}

/* ---- the way through a net --------------------------------------------------------------------------------------------- */

static void add_point(const struct making *m, struct points *v, struct page_point p)
{
    *ARENA_PUSH(m->d->keep, v) = (struct point){p.x, p.y};
}

/* The points from one end to the other, over the pieces between them. */
static struct points way_between(struct making *m, const struct net_end *from, const struct net_end *to)
{
    struct points out = {0};
    size_t *queue = m->through, head = 0, tail = 0;
    m->stamp++;
    queue[tail++] = to->piece;
    m->seen[to->piece] = m->stamp;
    while (head < tail && m->seen[from->piece] != m->stamp) { /* from the end, so that going back is going on */
        size_t piece = queue[head++];
        for (size_t j = m->first[piece]; j < m->first[piece + 1]; j++) {
            const struct joint *k = &m->d->joints.v[m->near[j]];
            size_t other = k->a == piece ? k->b : k->a;
            if (m->seen[other] == m->stamp) continue;
            m->seen[other] = m->stamp;
            m->back[other] = m->near[j];
            queue[tail++] = other;
        }
    }
    add_point(m, &out, m->d->pieces.v[from->piece].p[from->end]);
    for (size_t piece = from->piece; piece != to->piece && m->seen[piece] == m->stamp;) {
        const struct joint *k = &m->d->joints.v[m->back[piece]];
        bool back = k->b == piece;
        add_point(m, &out, k->cut && back ? k->there : k->at);
        if (k->cut) {
            out.split = out.n;
            add_point(m, &out, back ? k->at : k->there);
        }
        piece = back ? k->a : k->b;
    }
    add_point(m, &out, m->d->pieces.v[to->piece].p[to->end]);
    return out;
}

/* ---- connectors ---------------------------------------------------------------------------------------------------------- */

static struct line_end line_end(const struct making *m, const struct net_end *e)
{
    const struct line_piece *k = &m->d->pieces.v[e->piece];
    const struct sheet *sheet = m->d->pages[k->page].sheet;
    const struct symbol *s = symbol_of(m, e);
    return (struct line_end){.shape = s ? s->shape : SIZE_MAX, .other = SIZE_MAX, .head = has_head(m, e), .page = sheet->page->number};
}

static bool bridged_end(const struct making *m, const struct net_end *e) { return m->d->pieces.v[e->piece].end[e->end].near; }

static void connect(struct making *m, const struct net *net, const struct net_end *from, const struct net_end *to, bool unsure)
{
    struct line_end begin = line_end(m, from), end = line_end(m, to);
    if (m->l->connectors.n >= MOST_WAYS || (begin.shape == SIZE_MAX && end.shape == SIZE_MAX)) return; /* no flow's */
    struct connector *c = ARENA_PUSH(m->d->keep, &m->l->connectors);
    *c = (struct connector){.from = begin, .to = end, .dashed = net->dashed, .cut = net->cut};
    bool gap = net->bridged || bridged_end(m, from) || bridged_end(m, to);
    c->certainty = unsure ? UNCERTAIN : gap ? PROBABLE : CERTAIN;
    c->label.text = STR_ABSENT;
    c->points = way_between(m, from, to);
    c->box = (struct box){c->points.v[0].x, c->points.v[0].y, c->points.v[0].x, c->points.v[0].y};
    for (size_t i = 1; i < c->points.n; i++) {
        struct point p = c->points.v[i];
        c->box = (struct box){fmin(c->box.x0, p.x), fmin(c->box.y0, p.y), fmax(c->box.x1, p.x), fmax(c->box.y1, p.y)};
    }
}

static bool above(const struct making *m, const struct net_end *a, const struct net_end *b)
{
    const struct line_piece *p = &m->d->pieces.v[a->piece], *q = &m->d->pieces.v[b->piece];
    if (p->page != q->page) return p->page < q->page;
    const struct box *s = &symbol_of(m, a)->box, *t = &symbol_of(m, b)->box;
    return s->y1 <= t->y0 || (s->y0 < t->y1 && s->x0 < t->x0 && s->y0 <= t->y0 + 1);
}

/* No heads at all: two ends are a line; of more, one above all others is where the ways fork, one below all others where they come together. */
static void headless(struct making *m, struct net *net)
{
    size_t top = 0, bottom = 0, below_top = 0, above_bottom = 0;
    for (size_t i = 1; i < net->ends; i++) {
        if (above(m, &net->end[i], &net->end[top])) top = i;
        if (above(m, &net->end[bottom], &net->end[i])) bottom = i;
    }
    for (size_t i = 0; i < net->ends; i++) {
        below_top += i != top && above(m, &net->end[top], &net->end[i]);
        above_bottom += i != bottom && above(m, &net->end[i], &net->end[bottom]);
    }
    bool fork = below_top + 1 == net->ends, both = net->ends == 2;
    for (size_t i = 0; i < net->ends; i++) {
        if (fork || both ? i != top : i != bottom) {
            if (fork || both) connect(m, net, &net->end[top], &net->end[i], false);
            else connect(m, net, &net->end[i], &net->end[bottom], above_bottom + 1 != net->ends);
        }
    }
}

static void with_heads(struct making *m, struct net *net, size_t heads)
{
    size_t tails = net->ends - heads;
    if (!tails) { /* a line with a head at either end; more of them mean nothing that can be told */
        for (size_t i = 1; i < net->ends; i++) connect(m, net, &net->end[0], &net->end[i], net->ends > 2);
        return;
    }
    for (size_t i = 0; i < net->ends; i++)
        for (size_t k = 0; k < net->ends && !has_head(m, &net->end[i]); k++)
            if (has_head(m, &net->end[k])) connect(m, net, &net->end[i], &net->end[k], tails > 1 && heads > 1);
}

static void connect_net(struct making *m, struct net *net)
{
    size_t heads = 0, met = 0, loose = 0;
    for (size_t i = 0; i < net->ends; i++) {
        met += net->end[i].symbol != SIZE_MAX;
        loose += net->end[i].symbol == SIZE_MAX;
        heads += has_head(m, &net->end[i]);
    }
    if (!met || net->ends < 2) return; /* a line that has nothing to do with the flow */
    if (loose && met >= 2 && !net->too_many) { /* stubs without a head that meet nothing mean nothing where the rest is complete */
        for (size_t i = 0; i < net->ends;)
            if (net->end[i].symbol == SIZE_MAX && !has_head(m, &net->end[i])) net->end[i] = net->end[--net->ends], loose--;
            else i++;
    }
    if (loose && !heads && met == 1) { /* one end at a symbol, no head, and nothing there: an ornament, or a line that was lost */
        connect(m, net, &net->end[0], &net->end[1], true);
        return;
    }
    if (net->too_many) {
        connect(m, net, &net->end[0], &net->end[1], true);
    } else if (!heads) {
        headless(m, net);
    } else {
        with_heads(m, net, heads);
    }
}

/* What a net means once its ends are gathered: the symbols that it joins. */
static void use_symbols(struct making *m, struct net *net)
{
    for (size_t i = 0; i < net->ends && net->ends > 1; i++)
        if (net->end[i].symbol != SIZE_MAX) symbol_of(m, &net->end[i])->used = true;
}

static void each_net(struct making *m, void (*what)(struct making *, struct net *))
{
    struct drawing *d = m->d;
    struct net *net = arena_alloc(d->a, sizeof *net);
    for (size_t i = 0, to; i < d->pieces.n; i = to) {
        for (to = i; to < d->pieces.n && d->pieces.v[m->order[to]].net == d->pieces.v[m->order[i]].net; to++) continue;
        *net = (struct net){.pieces = m->order + i, .n = to - i};
        gather(m, net);
        merge_ends(m, net);
        drop_ornaments(m, net);
        what(m, net);
    }
}

static struct making making_of(struct drawing *d)
{
    struct making m = {.d = d, .l = &d->layout};
    size_t n = d->pieces.n;
    number_nets(d);
    sort_pieces(&m);
    m.seen = arena_alloc(d->a, (n + 1) * sizeof *m.seen);
    m.back = arena_alloc(d->a, (n + 1) * sizeof *m.back);
    m.through = arena_alloc(d->a, (n + 1) * sizeof *m.through);
    return m;
}

void edges_use(struct drawing *d)
{
    struct making m = making_of(d);
    each_net(&m, use_symbols);
}

void edges_make(struct drawing *d)
{
    struct making m = making_of(d);
    each_net(&m, connect_net);
}
