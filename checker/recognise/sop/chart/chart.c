/* A chart told as text is the flow of the SOP it stands in: of the steps of its table where each node is one of them, of steps of its own
 * where there is no table. */
#include <string.h>

#include "recognise/sop/chart/chart.h"
#include "recognise/sop/steps.h"

enum { LETTER = 3, WALKED_MAX = 200000, CHARTS_MAX = 20, NODES_MAX = 2000 };

/* ---- symbols ---------------------------------------------------------------------------------------------------- */

static bool says_end(const struct making *m, struct str text) { return mark_of(m->t.v, text) == MARK_TERMINATOR; }

static enum mark symbol_of(const struct chart_node *n, const struct chart_symbol *s)
{
    bool edge_of_flow = !s->in || !s->out;
    switch (n->kind) {
    case SHAPE_CAPSULE: return MARK_TERMINATOR;
    case SHAPE_ROUNDED: return edge_of_flow ? MARK_TERMINATOR : MARK_PROCESS; /* many draw all their boxes so */
    case SHAPE_CIRCLE: return n->text.text.n <= LETTER ? MARK_CONNECTOR : edge_of_flow ? MARK_TERMINATOR : MARK_PROCESS;
    case SHAPE_BOX: return MARK_PROCESS;
    case SHAPE_DIAMOND: return MARK_DECISION;
    case SHAPE_PENTAGON: return MARK_CONNECTOR;
    case SHAPE_OTHER: break;
    }
    return MARK_OTHER;
}

/* "Lengkap?" right behind the one activity that leads to it decides on that activity. */
static void join_question(struct chart_flow *f, size_t edge)
{
    const struct chart_edge *e = &f->c->edges.v[edge];
    struct chart_symbol *from = &f->nodes[e->from], *to = &f->nodes[e->to];
    struct str text = f->c->nodes.v[e->to].text.text;
    bool question = to->mark == MARK_DECISION && text.n && text.p[text.n - 1] == '?';
    if (question && to->in == 1 && from->out == 1 && from->mark == MARK_PROCESS && !from->passes && from->same == e->from) to->same = e->from;
}

struct chart_flow chart_flow_of(struct making *m, const struct chart *c)
{
    struct chart_flow f = {.m = m, .c = c, .nodes = arena_alloc(m->t.a, (c->nodes.n + 1) * sizeof *f.nodes)};
    size_t *next = arena_alloc(m->t.a, (c->nodes.n + 1) * sizeof *next);
    f.first = arena_alloc(m->t.a, (c->nodes.n + 2) * sizeof *f.first);
    f.edge = arena_alloc(m->t.a, (c->edges.n + 1) * sizeof *f.edge);
    for (size_t k = 0; k < c->edges.n; k++) f.nodes[c->edges.v[k].from].out++, f.nodes[c->edges.v[k].to].in++, f.first[c->edges.v[k].from + 1]++;
    for (size_t i = 0; i < c->nodes.n; i++) {
        struct chart_symbol *s = &f.nodes[i];
        s->step = NO_INDEX;
        s->same = i;
        s->mark = symbol_of(&c->nodes.v[i], s);
        bool bare = says_end(m, c->nodes.v[i].text.text) && (!s->in || !s->out);
        if (bare) s->mark = MARK_TERMINATOR;
        s->passes = bare || s->mark == MARK_CONNECTOR;
        f.first[i + 1] += f.first[i];
        next[i] = f.first[i];
    }
    for (size_t k = 0; k < c->edges.n; k++) f.edge[next[c->edges.v[k].from]++] = k;
    for (size_t k = 0; k < c->edges.n; k++) join_question(&f, k);
    return f;
}

/* ---- exits ------------------------------------------------------------------------------------------------------- */

struct walk {
    struct chart_flow *f;
    struct passing {
        size_t node;
        struct str label;
        bool dashed;
    } *stack;
    size_t depth, *seen, stamp, walked;
};

static void add_exit(struct chart_flow *f, size_t from, size_t to, const struct passing *p)
{
    struct sop *sop = f->m->sop;
    struct step *s = &sop->steps.v[from];
    bool ends = to == NO_INDEX;
    const struct step *target = ends ? NULL : &sop->steps.v[to];
    struct str name = ends ? STR("selesai") : target->number.text.n ? target->number.text : target->activity.text;
    for (size_t k = 0; k < s->exits.n; k++)
        if (s->exits.v[k].origin == ORIGIN_DRAWN && s->exits.v[k].target == to && s->exits.v[k].ends == ends && str_eq(s->exits.v[k].label, p->label)) return;
    *ARENA_PUSH(f->m->t.a, &s->exits) = (struct flow_exit){.item = {.text = name.p ? name : STR(""), .place = s->head.place}, .label = p->label.n ? p->label : STR_ABSENT,
                                                           .origin = ORIGIN_DRAWN, .target = to, .ends = ends, .dashed = p->dashed};
}

static void arrive(struct walk *w, size_t from, const struct passing *p)
{
    struct chart_flow *f = w->f;
    const struct chart_symbol *n = &f->nodes[p->node];
    size_t to = f->nodes[n->same].step;
    if (to != NO_INDEX) {
        if (n->same == p->node) add_exit(f, from, to, p);
        else w->stack[w->depth++] = *p; /* the question of the activity that it comes from */
    } else if (n->passes && !n->out && n->mark == MARK_TERMINATOR) {
        add_exit(f, from, NO_INDEX, p);
        f->m->sop->drawn_end = true;
    } else if (n->passes && w->seen[p->node] != w->stamp) {
        w->seen[p->node] = w->stamp;
        w->stack[w->depth++] = *p;
    }
}

static void leave(struct walk *w, size_t from, const struct passing *p)
{
    struct chart_flow *f = w->f;
    for (size_t k = f->first[p->node]; k < f->first[p->node + 1]; k++, w->walked++) {
        const struct chart_edge *e = &f->c->edges.v[f->edge[k]];
        struct passing next = {e->to, p->label.n ? p->label : e->label.text, p->dashed || e->dashed};
        arrive(w, from, &next);
    }
}

/* Page connectors with one letter are one: what leads to the first goes on behind the second. */
static void join_letters(struct chart_flow *f)
{
    for (size_t i = 0; i < f->c->nodes.n; i++) {
        if (f->nodes[i].mark != MARK_CONNECTOR || f->nodes[i].out || !f->nodes[i].in) continue;
        for (size_t k = 0; k < f->c->nodes.n; k++)
            if (k != i && f->nodes[k].mark == MARK_CONNECTOR && !f->nodes[k].in && str_ieq(f->c->nodes.v[k].text.text, f->c->nodes.v[i].text.text)) f->nodes[i].same = k;
    }
}

/* Whether the flow can begin here: a bare start leads to it. */
static void note_starts(struct chart_flow *f)
{
    for (size_t i = 0; i < f->c->nodes.n; i++)
        f->m->sop->drawn_start |= f->nodes[i].passes && f->nodes[i].mark == MARK_TERMINATOR && f->nodes[i].out && !f->nodes[i].in;
}

bool chart_exits(struct chart_flow *f)
{
    struct arena *a = f->m->t.a;
    size_t n = f->c->nodes.n;
    struct walk w = {.f = f, .stack = arena_alloc(a, (n + f->c->edges.n + 2) * sizeof *w.stack), .seen = arena_alloc(a, (n + 1) * sizeof *w.seen)};
    join_letters(f);
    note_starts(f);
    for (size_t i = 0; i < n && w.walked < WALKED_MAX; i++) {
        size_t step = f->nodes[i].same == i ? f->nodes[i].step : NO_INDEX;
        if (step == NO_INDEX) continue;
        w.stamp++;
        w.stack[w.depth++] = (struct passing){.node = i, .label = STR_ABSENT};
        while (w.depth && w.walked < WALKED_MAX) {
            struct passing p = w.stack[--w.depth];
            if (f->nodes[p.node].mark == MARK_CONNECTOR && f->nodes[p.node].same != p.node) p.node = f->nodes[p.node].same;
            leave(&w, step, &p);
        }
    }
    return w.walked < WALKED_MAX;
}

/* ---- all charts of an SOP ---------------------------------------------------------------------------------------- */

/* Symbols of the nodes as those of their steps; a question makes a decision of its activity. */
static void give_symbols(struct chart_flow *f)
{
    struct sop *sop = f->m->sop;
    for (size_t i = 0; i < f->c->nodes.n; i++) {
        size_t step = f->nodes[f->nodes[i].same].step;
        if (step == NO_INDEX || f->nodes[i].passes) continue;
        struct step *s = &sop->steps.v[step];
        if (s->symbol == MARK_NONE || f->nodes[i].same != i) s->symbol = f->nodes[i].mark;
        if (s->table < sop->tables.n) sop->tables.v[s->table].charted = true;
    }
}

static void read_flow(struct chart_flow *f, struct read_region *r)
{
    struct sop *sop = f->m->sop;
    if (!chart_exits(f)) {
        evidence_against(f->m->t.a, r, W_reason_drawing_large);
        sop->flow_reason = W_reason_drawing_large;
        sop->flow_seen = FLOW_IN_PART;
        return;
    }
    evidence_for(f->m->t.a, r, W_evidence_chart, arena_printf(f->m->t.a, "%zu", f->c->nodes.n), arena_printf(f->m->t.a, "%zu", f->c->edges.n));
    sop->flow_seen = FLOW_WHOLE;
    sop->flow_reason = WORD_NONE;
    give_symbols(f);
}

void charts_finish(struct making *m)
{
    const struct charts *all = &m->t.layout->charts;
    bool own = !m->sop->steps.n && !m->sop->tables.n && !m->sop->steps_unread;
    for (size_t i = 0; i < all->n; i++) {
        const struct chart *c = &all->v[i];
        struct read_region *r = region_add(m->t.a, m->t.regions, REGION_DRAWING, STR("alur"), c->place);
        bool taken = !own && m->sop->flow_seen != FLOW_UNSEEN;
        if (c->unread) {
            evidence_against(m->t.a, r, W_reason_chart_unread);
            if (!taken) m->sop->flow_reason = W_reason_chart_unread;
            continue;
        }
        if (taken) continue;
        if (i >= CHARTS_MAX || c->nodes.n > NODES_MAX) {
            evidence_against(m->t.a, r, W_reason_drawing_large);
            m->sop->flow_reason = W_reason_drawing_large;
            continue;
        }
        struct chart_flow f = chart_flow_of(m, c);
        if (own) chart_steps(&f);
        if (own || chart_matches(&f)) {
            read_flow(&f, r);
        } else {
            evidence_against(m->t.a, r, W_reason_chart_apart);
            m->sop->flow_reason = W_reason_chart_apart;
        }
    }
}
