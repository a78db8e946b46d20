/* Lines as directed links between symbols, symbols that are drawn twice, and page connectors as pairs. */
#include <string.h>

#include "recognise/sop/drawn.h"

/* ---- links ------------------------------------------------------------------------------------------------------ */

static bool stands_here(const struct drawn *d, size_t shape) { return shape < d->n && d->nodes[shape].here; }

static bool ends_here(const struct drawn *d, const struct line_end *e)
{
    return e->shape >= d->n && e->cell.table && e->cell.table <= d->l->tables && d->ours[e->cell.table];
}

/* A terminator just outside the table belongs to it when a line says so. */
static bool usable(const struct drawn *d, const struct line_end *e)
{
    return stands_here(d, e->shape) || (e->shape < d->n && d->nodes[e->shape].mark == MARK_TERMINATOR);
}

static void add_link(struct drawn *d, size_t from, size_t to, const struct connector *c)
{
    bool unsure = c->certainty == UNCERTAIN || (d->heads_unread && !c->from.head && !c->to.head);
    *ARENA_PUSH(d->m->t.a, &d->links) = (struct link){from, to, c, unsure};
    d->nodes[from].out++;
    d->nodes[to].in++;
}

static void link_line(struct drawn *d, const struct connector *c)
{
    bool here = stands_here(d, c->from.shape) || stands_here(d, c->to.shape);
    bool open = !usable(d, &c->from) || !usable(d, &c->to);
    if (!here && !ends_here(d, &c->from) && !ends_here(d, &c->to)) return; /* of another part, or of no flow */
    if (open || c->certainty == UNCERTAIN || (d->heads_unread && !c->from.head && !c->to.head)) d->loose++;
    if (open || !here) return;
    size_t from = c->from.shape, to = c->to.shape;
    bool both = c->from.head && c->to.head;
    bool swap = c->from.head ? !c->to.head : !c->to.head && d->nodes[from].rank > d->nodes[to].rank;
    add_link(d, swap ? to : from, swap ? from : to, c);
    if (both) add_link(d, to, from, c);
}

static void sort_links(struct drawn *d)
{
    size_t *first = arena_alloc(d->m->t.a, (d->n + 2) * sizeof *first), *out = arena_alloc(d->m->t.a, (d->links.n + 1) * sizeof *out);
    size_t *next = arena_alloc(d->m->t.a, (d->n + 1) * sizeof *next);
    for (size_t k = 0; k < d->links.n; k++) first[d->links.v[k].from + 1]++;
    for (size_t i = 0; i < d->n; i++) first[i + 1] += first[i], next[i] = first[i];
    for (size_t k = 0; k < d->links.n; k++) out[next[d->links.v[k].from]++] = k;
    d->first = first;
    d->out = out;
}

void links_make(struct drawn *d)
{
    size_t lines = 0, heads = 0;
    for (size_t i = 0; i < d->l->connectors.n; i++) {
        const struct connector *c = &d->l->connectors.v[i];
        if (!stands_here(d, c->from.shape) || !stands_here(d, c->to.shape)) continue;
        lines++;
        heads += c->from.head || c->to.head;
    }
    d->heads_unread = lines > 2 && 2 * heads < lines;
    for (size_t i = 0; i < d->l->connectors.n; i++) link_line(d, &d->l->connectors.v[i]);
    sort_links(d);
}

/* ---- symbols drawn twice ---------------------------------------------------------------------------------------- */

/* Instead of page connectors the symbol before, or behind, the page's end is drawn again in a row without a step. */
static bool repeats(const struct drawn *d, size_t again, size_t first)
{
    const struct node *x = &d->nodes[again], *y = &d->nodes[first];
    if (!y->own || y->mark != x->mark || node_page(d, again) == node_page(d, first)) return false;
    const struct columns *k = x->row->columns, *c = y->row->columns;
    struct key p = key_of(k->name[x->col]), q = key_of(c->name[y->col]);
    return p.n == q.n && memcmp(p.text, q.text, p.n) == 0;
}

void links_repeat(struct drawn *d)
{
    size_t *order = arena_alloc(d->m->t.a, (d->n + 1) * sizeof *order), n = 0;
    for (size_t k = 0; k < d->n; k++)
        if (d->nodes[d->order[k]].row && !node_connects(&d->nodes[d->order[k]])) order[n++] = d->order[k];
    for (size_t k = 0; k < n; k++) {
        struct node *x = &d->nodes[order[k]];
        if (x->row->step != NO_INDEX || x->mark == MARK_TERMINATOR) continue;
        if (k && repeats(d, order[k], order[k - 1])) x->same = order[k - 1];
        else if (k + 1 < n && repeats(d, order[k], order[k + 1])) x->same = order[k + 1];
    }
}

/* ---- page connectors ---------------------------------------------------------------------------------------------- */

struct ends {
    size_t *v, n;           /* nodes */
};

/* Page connectors that a line leads into and out of which none leads, or the other way round. */
static struct ends loose_ends(const struct drawn *d, bool sinks)
{
    struct ends e = {arena_alloc(d->m->t.a, (d->n + 1) * sizeof *e.v), 0};
    for (size_t i = 0; i < d->n; i++) {
        const struct node *n = &d->nodes[i];
        if (!n->here || !node_connects(n) || n->partner != NO_INDEX) continue;
        if (sinks ? n->in && !n->out : n->out && !n->in) e.v[e.n++] = i;
    }
    return e;
}

static void join(struct drawn *d, size_t sink, size_t source, bool doubtful)
{
    d->nodes[sink].partner = source;
    d->nodes[source].partner = sink;
    d->nodes[sink].doubtful = d->nodes[source].doubtful = doubtful;
}

static struct str letter(const struct drawn *d, size_t i) { return str_trim(d->l->shapes.v[i].text.text); }

/* How well a source fits a sink: 0 not at all. Letters decide; else the next page, and there the same column. */
static unsigned fit(const struct drawn *d, size_t sink, size_t source)
{
    struct str a = letter(d, sink), b = letter(d, source);
    if (a.n && b.n) return str_ieq(a, b) ? 8 : 0;
    uint32_t p = node_page(d, sink), q = node_page(d, source);
    bool same = d->nodes[sink].col == d->nodes[source].col;
    if (p + 1 == q || q + 1 == p) return 4 + same;
    return p == q ? 1 + same : 0;
}

/* Each sink takes the source that fits best, when no other fits as well, and no other sink wants it as much. */
static bool pair_once(struct drawn *d, const struct ends *sinks, const struct ends *sources, unsigned least)
{
    bool any = false;
    for (size_t i = 0; i < sinks->n; i++) {
        size_t sink = sinks->v[i], best = NO_INDEX;
        unsigned most = 0;
        bool alone = true;
        if (d->nodes[sink].partner != NO_INDEX) continue;
        for (size_t k = 0; k < sources->n; k++) {
            unsigned f = d->nodes[sources->v[k]].partner == NO_INDEX ? fit(d, sink, sources->v[k]) : 0;
            if (f == most && f) alone = false;
            if (f > most) best = sources->v[k], most = f, alone = true;
        }
        for (size_t k = 0; alone && most >= least && k < sinks->n; k++)
            if (k != i && d->nodes[sinks->v[k]].partner == NO_INDEX && fit(d, sinks->v[k], best) >= most) alone = false;
        if (best == NO_INDEX || most < least || !alone) continue;
        join(d, sink, best, false);
        any = true;
    }
    return any;
}

enum { PAIRED_MAX = 400 }; /* page connectors of one flow that are looked at pair by pair: a hundred pages */

void links_pair(struct drawn *d)
{
    struct ends sinks = loose_ends(d, true), sources = loose_ends(d, false);
    if (sinks.n + sources.n > PAIRED_MAX) {
        d->too_large = true;
        return;
    }
    for (unsigned least = 8; least >= 1; least--)
        while (pair_once(d, &sinks, &sources, least)) continue;
    for (size_t i = 0; i < sinks.n; i++) /* what is left fits in more than one way: in the order of the document, but not surely */
        for (size_t k = 0; k < sources.n && d->nodes[sinks.v[i]].partner == NO_INDEX; k++)
            if (d->nodes[sources.v[k]].partner == NO_INDEX && fit(d, sinks.v[i], sources.v[k])) join(d, sinks.v[i], sources.v[k], true);
}
