/* The flow of an SOP as a graph: edges from every source, starts, the end. */
#include "analyse/sop/flow/flow.h"

bool flow_symbol_known(const struct sop *sop, const struct step *s)
{
    if (s->table >= sop->tables.n) return sop->flow_seen != FLOW_UNSEEN && s->symbol != MARK_NONE; /* a flow chart without a table */
    const struct step_table *t = &sop->tables.v[s->table];
    if (t->declared) return s->symbol != MARK_NONE || !s->symbol_name.text.n; /* a gateway has none; one that is named and not known is a fault */
    return (t->has_marks || t->charted) && s->symbol != MARK_NONE;
}

struct edges {
    struct edge *v;
    size_t n, cap;
};
struct edge_infos {
    struct flow_edge *v;
    size_t n, cap;
};

struct making {
    struct arena *a;
    struct edges edges;
    struct edge_infos infos;
    size_t *last;               /* by node: the step (plus 1) of which it was last a target by an exit without a label */
};

static void add(struct making *m, size_t from, size_t to, enum origin origin, const struct flow_exit *exit)
{
    *ARENA_PUSH(m->a, &m->edges) = (struct edge){from, to};
    *ARENA_PUSH(m->a, &m->infos) = (struct flow_edge){origin, exit ? exit->label : STR_ABSENT, exit ? &exit->item : NULL};
}

/* Edges of one step: where its ways are declared, or the drawn flow was read whole, they are all; else what is drawn, worded and noted,
 * and order where none of it leads on. */
static void step_edges(struct making *m, const struct sop *sop, size_t i)
{
    const struct step *s = &sop->steps.v[i];
    size_t n = sop->steps.n;
    bool way_on = false, drawn = sop->flow_seen == FLOW_WHOLE;
    for (size_t k = 0; k < s->exits.n; k++) way_on |= s->exits.v[k].origin == ORIGIN_DECLARED;
    bool declared = way_on, nowhere = way_on && !sop->partial; /* none of its targets exists: reported for itself, not as a dead end */
    for (size_t k = 0; k < s->exits.n; k++) {
        const struct flow_exit *x = &s->exits.v[k];
        if (x->origin == ORIGIN_UNSURE || (declared && x->origin != ORIGIN_DECLARED) || (drawn && x->origin > ORIGIN_DRAWN)) continue;
        size_t target = x->ends ? n : x->target;
        if (target > n) continue;
        nowhere = false;
        way_on |= target > i;
        if (!x->label.p && m->last[target] == i + 1) continue; /* drawn twice: reported for itself */
        if (!x->label.p) m->last[target] = i + 1;
        add(m, i, target, x->origin, x);
    }
    if ((way_on && !nowhere) || s->kind == STEP_LINK_THROW) return;
    bool last = i + 1 == n || step_part(sop, i) != step_part(sop, i + 1);
    bool ends = sop->partial || last || (s->symbol == MARK_TERMINATOR && i > 0 && step_part(sop, i) == step_part(sop, i - 1));
    if (drawn && !ends) return; /* nothing leads on, and it was all seen */
    add(m, i, ends ? n : i + 1, ORIGIN_ORDER, NULL);
}

/* Ways that BPMN does not draw as sequence flows: from an activity to the events on its border, from a link to its twin. */
static void hidden_edges(struct making *m, const struct sop *sop)
{
    for (size_t i = 0; i < sop->steps.n; i++) {
        const struct step *s = &sop->steps.v[i];
        if (s->kind == STEP_BOUNDARY && s->node->attached < sop->steps.n) add(m, s->node->attached, i, ORIGIN_DECLARED, NULL);
        if (s->kind == STEP_LINK_THROW && s->node->twin < sop->steps.n) add(m, i, s->node->twin, ORIGIN_DECLARED, NULL);
    }
}

/* A sub-process that an event starts: no flow leads to it. */
static bool event_driven(const struct sop *sop, const struct step *s)
{
    return s->kind == STEP_SUBPROCESS && s->node->inside < sop->scopes.n && sop->scopes.v[s->node->inside].event_driven;
}

/* Where each scope begins: at its start events; without any, wherever no flow leads in, else at its first step; an ad-hoc one anywhere. */
static void find_entries(struct arena *a, const struct sop *sop, const struct making *m, bool *entry)
{
    bool *incoming = arena_alloc(a, (sop->steps.n + 1) * sizeof *incoming);
    bool *has_start = arena_alloc(a, (sop->scopes.n + 1) * sizeof *has_start);
    bool *begun = arena_alloc(a, (sop->scopes.n + 1) * sizeof *begun);
    for (size_t e = 0; e < m->edges.n; e++) incoming[m->edges.v[e].to] = true;
    for (size_t i = 0; i < sop->steps.n; i++)
        if (sop->steps.v[i].kind == STEP_START) has_start[sop->steps.v[i].node->scope] = true;
    for (size_t i = 0; i < sop->steps.n; i++) {
        const struct step *s = &sop->steps.v[i];
        size_t scope = s->node->scope;
        entry[i] = s->kind == STEP_START || s->node->compensates || event_driven(sop, s) || sop->scopes.v[scope].ad_hoc ||
                   (!has_start[scope] && !incoming[i]);
        begun[scope] |= entry[i] && !s->node->compensates && !event_driven(sop, s);
    }
    for (size_t i = 0; i < sop->steps.n; i++) {
        size_t scope = sop->steps.v[i].node->scope;
        entry[i] |= !begun[scope];
        begun[scope] = true;
    }
}

/* The starts of the whole, and edges from each sub-process to the entries of its inside. */
static void bpmn_starts(struct arena *a, struct flow *f, struct making *m, size_t *starts)
{
    const struct sop *sop = f->sop;
    bool *entry = arena_alloc(a, (f->n + 1) * sizeof *entry);
    find_entries(a, sop, m, entry);
    for (size_t i = 0; i < f->n; i++) {
        if (!entry[i]) continue;
        const struct flow_scope *scope = &sop->scopes.v[sop->steps.v[i].node->scope];
        if (scope->owner < f->n && !scope->event_driven) add(m, scope->owner, i, ORIGIN_DECLARED, NULL);
        else starts[f->start_count++] = i;
    }
}

/* The first step, and terminators further down that nothing leads to and that lead on. */
static void table_starts(struct flow *f, size_t *starts)
{
    const struct graph *g = &f->graph;
    for (size_t i = 0; i < f->n; i++) {
        bool leads_on = false;
        for (size_t k = g->out_first[i]; k < g->out_first[i + 1]; k++) leads_on |= g->edges[g->out[k]].to < f->n;
        if (i == 0 || step_part(f->sop, i) != step_part(f->sop, i - 1) || (f->sop->steps.v[i].symbol == MARK_TERMINATOR && g->in_first[i] == g->in_first[i + 1] && leads_on))
            starts[f->start_count++] = i;
    }
}

struct flow flow_make(struct arena *a, struct sop *sop)
{
    struct flow f = {.sop = sop, .n = sop->steps.n, .declared = true};
    struct making m = {.a = a, .last = arena_alloc(a, (f.n + 1) * sizeof(size_t))};
    size_t *starts = arena_alloc(a, (f.n + 1) * sizeof *starts);
    for (size_t i = 0; i < f.n; i++) {
        const struct step *s = &sop->steps.v[i];
        if (!sop->partial && (s->table >= sop->tables.n || !sop->tables.v[s->table].declared)) f.declared = false;
        size_t together = 0;
        for (size_t k = 0; k < s->exits.n; k++) together += s->exits.v[k].origin == ORIGIN_DECLARED && !s->exits.v[k].label.p;
        f.parallel |= s->kind == STEP_PARALLEL || (together > 1 && s->kind == STEP_ACTIVITY && s->symbol != MARK_DECISION);
        step_edges(&m, sop, i);
    }
    if (sop->partial) hidden_edges(&m, sop), bpmn_starts(a, &f, &m, starts);
    f.whole = f.declared || sop->flow_seen == FLOW_WHOLE;
    f.graph = graph_make(a, f.n + 1, m.edges.v, m.edges.n);
    if (!sop->partial) table_starts(&f, starts);
    f.edge = m.infos.v;
    f.starts = starts;
    sop->links = (struct flow_links){arena_alloc(a, (m.edges.n + 1) * sizeof *sop->links.v), 0, m.edges.n};
    for (size_t k = 0; k < m.edges.n; k++) {
        size_t e = f.graph.out[k];
        sop->links.v[sop->links.n++] = (struct flow_link){m.edges.v[e].from, m.edges.v[e].to, m.infos.v[e].origin, m.infos.v[e].label};
    }
    return f;
}
