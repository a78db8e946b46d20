/* From links between symbols to exits of the steps: through page connectors and symbols that stand for others. */
#include <stdlib.h>
#include <string.h>

#include "recognise/sop/drawn.h"

enum { WALKED_MAX = 2000000 }; /* links followed in all */

/* A way from a step to another, or to the end. */
struct way {
    size_t from, to;        /* steps; to == number of steps: the end */
    struct str label;
    bool dashed, unsure;
};
struct ways {
    struct way *v;
    size_t n, cap;
};

struct walker {
    struct drawn *d;
    struct ways ways;
    size_t *seen, stamp;    /* by node: the walk that last came by */
    struct passing {
        size_t node;
        struct str label;
        bool dashed, unsure;
    } *stack;
    size_t depth, walked;
};

static size_t step_of(const struct drawn *d, size_t node)
{
    const struct node *n = &d->nodes[d->nodes[node].same];
    return n->own ? n->step : NO_INDEX;
}

static struct passing with_link(const struct passing *p, const struct link *l)
{
    struct passing next = {l->to, p->label.n ? p->label : str_trim(l->line->label.text), p->dashed || l->line->dashed, p->unsure || l->unsure};
    return next;
}

static void arrive(struct walker *w, size_t from, const struct passing *p)
{
    struct drawn *d = w->d;
    size_t to = step_of(d, p->node), steps = d->m->sop->steps.n;
    const struct node *n = &d->nodes[p->node];
    if (to == NO_INDEX && n->mark == MARK_TERMINATOR) { /* in a row, or below the table, without a step */
        if (!n->out) *ARENA_PUSH(d->m->t.a, &w->ways) = (struct way){from, steps, p->label, p->dashed, p->unsure};
        d->m->sop->drawn_end |= !n->out;
        return;
    }
    if (to != NO_INDEX) {
        bool ends = to == from && n->mark == MARK_TERMINATOR && !n->out && to > 0;
        if (to != from || ends) *ARENA_PUSH(d->m->t.a, &w->ways) = (struct way){from, ends ? steps : to, p->label, p->dashed, p->unsure};
        return;
    }
    if (w->seen[p->node] == w->stamp) return;
    w->seen[p->node] = w->stamp;
    w->stack[w->depth++] = *p;
}

/* Where the links of a node lead; those of a page connector's partner are its own. */
static void leave(struct walker *w, size_t from, const struct passing *p, size_t node)
{
    struct drawn *d = w->d;
    for (size_t k = d->first[node]; k < d->first[node + 1]; k++) {
        struct passing next = with_link(p, &d->links.v[d->out[k]]);
        if (++w->walked > WALKED_MAX) {
            d->too_large = true;
            return;
        }
        arrive(w, from, &next);
    }
}

static void walk_from(struct walker *w, size_t node)
{
    struct drawn *d = w->d;
    size_t from = step_of(d, node);
    struct passing here = {.node = node};
    w->stamp++;
    w->seen[node] = w->stamp;
    w->stack[w->depth++] = here;
    while (w->depth) {
        struct passing p = w->stack[--w->depth];
        size_t partner = d->nodes[p.node].partner;
        leave(w, from, &p, p.node);
        if (partner == NO_INDEX || d->nodes[p.node].out || !d->nodes[p.node].in) continue;
        struct passing over = p;
        over.node = partner;
        over.unsure |= d->nodes[partner].doubtful;
        arrive(w, from, &over);
    }
}

static int by_way(const void *x, const void *y)
{
    const struct way *a = x, *b = y;
    if (a->from != b->from) return a->from < b->from ? -1 : 1;
    if (a->unsure != b->unsure) return a->unsure ? 1 : -1;
    if (a->to != b->to) return a->to < b->to ? -1 : 1;
    int labels = str_cmp(a->label.n ? a->label : STR(""), b->label.n ? b->label : STR(""));
    return labels ? labels : a->dashed - b->dashed;
}

static bool same_way(const struct way *a, const struct way *b)
{
    return a->from == b->from && a->to == b->to && (str_eq(a->label.n ? a->label : STR(""), b->label.n ? b->label : STR("")) || (b->unsure && !a->unsure));
}

/* That the flow ends with its last step, or in the terminator beside a step's symbol, needs no exit where it is the only way. */
static bool implied(const struct drawn *d, const struct ways *w, size_t i)
{
    const struct way *x = &w->v[i];
    const struct sop *sop = d->m->sop;
    bool alone = (!i || w->v[i - 1].from != x->from) && (i + 1 == w->n || w->v[i + 1].from != x->from);
    return x->to == sop->steps.n && alone && (x->from + 1 == sop->steps.n || sop->steps.v[x->from].symbol == MARK_TERMINATOR);
}

static struct str target_name(const struct sop *sop, size_t to)
{
    if (to == sop->steps.n) return STR("selesai");
    const struct step *s = &sop->steps.v[to];
    return s->number.text.n ? s->number.text : s->activity.text.n ? s->activity.text : STR("");
}

static void add_exit(struct making *m, const struct way *w)
{
    struct step *s = &m->sop->steps.v[w->from];
    bool ends = w->to == m->sop->steps.n;
    struct flow_exit *x = ARENA_PUSH(m->t.a, &s->exits);
    *x = (struct flow_exit){.item = {.text = target_name(m->sop, w->to), .place = s->head.place}, .label = STR_ABSENT};
    if (w->label.n) x->label = arena_str(m->t.a, w->label);
    x->origin = w->unsure ? ORIGIN_UNSURE : ORIGIN_DRAWN;
    x->target = ends ? NO_INDEX : w->to;
    x->ends = ends;
    x->dashed = w->dashed;
}

void exits_make(struct drawn *d)
{
    struct making *m = d->m;
    struct walker w = {.d = d, .seen = arena_alloc(m->t.a, (d->n + 1) * sizeof *w.seen), .stack = arena_alloc(m->t.a, (d->n + 2) * sizeof *w.stack)};
    for (size_t i = 0; i < d->n && !d->too_large; i++)
        if (step_of(d, i) != NO_INDEX) walk_from(&w, i);
    for (size_t i = 0; i < d->n; i++) /* "Mulai" in a row of its own */
        m->sop->drawn_start |= d->nodes[i].here && d->nodes[i].step == NO_INDEX && d->nodes[i].mark == MARK_TERMINATOR && d->nodes[i].out && !d->nodes[i].in;
    if (w.ways.n) qsort(w.ways.v, w.ways.n, sizeof *w.ways.v, by_way);
    for (size_t i = 0; i < w.ways.n; i++)
        if (!implied(d, &w.ways, i) && (!i || !same_way(&w.ways.v[i - 1], &w.ways.v[i]))) add_exit(m, &w.ways.v[i]);
}
