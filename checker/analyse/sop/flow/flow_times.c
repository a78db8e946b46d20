/* Shortest and longest time of a flow, over the hours a day that are configured; and whether even the shortest way takes longer than the
 * service time, under every usual convention.
 *
 * A return is an edge whose target dominates its source. Without them the flow has no cycle; if it still has one, no step rules that
 * loop, and nothing can be said. Because every way to the source of a return passes its target, the longest way from the target to
 * the source is the difference of their longest times from the start: one pass serves all returns. */
#include "analyse/analyst.h"
#include "domain/duration.h"
#include "analyse/sop/flow/flow.h"

struct times {
    const struct flow *f;
    struct graph g;         /* the flow with a source before its starts */
    bool *skip;             /* by edge: a return, or from where the start does not lead */
    bool *back;             /* by edge: a return */
    size_t *order;          /* of the nodes, returns aside */
    struct ratio *least, *most; /* by node: its own time in minutes */
    struct ratio *sum;      /* by node: from the start up to and including it */
};

static struct graph rooted(struct arena *a, const struct flow *f)
{
    size_t m = f->graph.m;
    struct edge *edges = arena_alloc(a, (m + f->start_count + 1) * sizeof *edges);
    for (size_t e = 0; e < m; e++) edges[e] = f->graph.edges[e];
    for (size_t i = 0; i < f->start_count; i++) edges[m++] = (struct edge){f->n + 1, f->starts[i]};
    return graph_make(a, f->n + 2, edges, m);
}

/* false: a loop that no step rules. */
static bool prepare(struct arena *a, struct flow *f, struct times *t)
{
    *t = (struct times){.f = f, .g = rooted(a, f)};
    size_t n = f->n + 2, *idom = arena_alloc(a, n * sizeof *idom);
    graph_dominators(a, &t->g, f->n + 1, false, idom);
    struct dominance d = graph_dominance(a, n, f->n + 1, idom);
    t->skip = arena_alloc(a, (t->g.m + 1) * sizeof *t->skip);
    t->back = arena_alloc(a, (t->g.m + 1) * sizeof *t->back);
    for (size_t e = 0; e < t->g.m; e++) {
        t->back[e] = dominates(&d, t->g.edges[e].to, t->g.edges[e].from);
        t->skip[e] = t->back[e] || idom[t->g.edges[e].from] == SIZE_MAX;
    }
    t->order = arena_alloc(a, n * sizeof *t->order);
    t->least = arena_alloc(a, n * sizeof *t->least);
    t->most = arena_alloc(a, n * sizeof *t->most);
    t->sum = arena_alloc(a, n * sizeof *t->sum);
    for (size_t v = 0; v < n; v++) t->least[v] = t->most[v] = t->sum[v] = RATIO(0);
    return graph_order(a, &t->g, t->skip, t->order);
}

/* Each step's own minutes under a convention. false: one of them is not known. */
static bool weigh(struct times *t, const struct convention *c)
{
    for (size_t i = 0; i < t->f->n; i++) {
        const struct step *s = &t->f->sop->steps.v[i];
        if (s->kind > STEP_SUBPROCESS) continue;
        if (!s->time && s->merged[COLUMN_WAKTU]) continue; /* counted in the row where the merged cell begins */
        if (!s->time || !amount_minutes(&s->time->least, c, &t->least[i]) || !amount_minutes(&s->time->most, c, &t->most[i])) return false;
    }
    return true;
}

/* Fills in sum[]: the shortest or, with `longest`, the longest forward way to each node, own[] being the nodes' times. A join of parallel
 * branches waits for the slowest either way. false: overflow. */
static bool walk(struct times *t, const struct ratio *own, bool longest)
{
    size_t n = t->f->n + 2;
    for (size_t k = 0; k < n; k++) {
        size_t v = t->order[k];
        bool any = false, slowest = longest || (v < t->f->n && t->f->joins && t->f->joins[v]);
        struct ratio best = RATIO(0);
        for (size_t j = t->g.in_first[v]; j < t->g.in_first[v + 1]; j++) {
            size_t e = t->g.in[j];
            if (t->skip[e]) continue;
            struct ratio way = t->sum[t->g.edges[e].from];
            int order = 0;
            if (any && !ratio_compare(way, best, &order)) return false;
            if (!any || (slowest ? order > 0 : order < 0)) best = way, any = true;
        }
        if (!ratio_add(best, own[v], &t->sum[v])) return false;
    }
    return true;
}

/* own[] with the way back from each return added to its source: sum[] must hold the longest forward ways. */
static bool add_returns(struct times *t, struct ratio *own)
{
    for (size_t e = 0; e < t->g.m; e++) {
        size_t u = t->g.edges[e].from, v = t->g.edges[e].to;
        struct ratio again;
        if (!t->back[e] || v >= t->f->n) continue;
        if (!ratio_sub(t->sum[u], t->sum[v], &again) || !ratio_add(again, t->most[v], &again) || !ratio_add(own[u], again, &own[u])) return false;
    }
    return true;
}

static void put(struct arena *a, struct sop *sop, enum fact_name name, struct ratio minutes, const struct convention *c)
{
    struct amount amount = {0};
    if (amount_of_minutes(minutes, c, &amount)) fact_set(a, &sop->head, name, amount_format(a, &amount, false));
}

/* The service time that is promised, by the document or by the configuration; false: none that can be reckoned with. */
static bool promised(struct arena *a, const struct analyst *x, struct sop *sop, struct duration *limit)
{
    struct str stated = sop->service_time.text;
    if (str_blank(stated)) stated = parameter_get(x->p, "standar-pelayanan");
    if (str_blank(stated) || duration_parse(x->k->time_units, x->k->calendar, stated, limit) != TIME_DURATION) return false;
    fact_set(a, &sop->head, F_standar, stated);
    return true;
}

/* Longer than the service time under every usual convention? */
static void service_time(struct arena *a, struct analyst *x, struct times *t, struct duration limit)
{
    struct sop *sop = t->f->sop;
    const struct conventions *all = duration_conventions(x->k->time_units);
    bool over = all->n > 0;
    for (size_t i = 0; i < all->n && over; i++) {
        struct ratio most;
        if (!weigh(t, &all->v[i]) || !amount_minutes(&limit.most, &all->v[i], &most) || !walk(t, t->least, false)) return;
        int order = 0;
        if (!ratio_compare(t->sum[t->f->n], most, &order)) return;
        over = order > 0;
    }
    fact_bool(a, &sop->head, F_melebihi_standar, over);
}

static void unknown(struct arena *a, struct sop *sop, enum word why)
{
    fact_unknown(a, &sop->head, F_waktu_tersingkat, why);
    fact_unknown(a, &sop->head, F_waktu_terpanjang, why);
    fact_unknown(a, &sop->head, F_melebihi_standar, why);
}

void flow_times(struct arena *a, struct analyst *x, struct flow *f, bool ends)
{
    struct sop *sop = f->sop;
    struct times t;
    struct convention c = duration_convention(x);
    struct duration limit = {0};
    bool limited = promised(a, x, sop, &limit);
    bool several_ends = f->parallel && f->graph.in_first[f->n + 1] - f->graph.in_first[f->n] > 1;
    if (!ends) {
        unknown(a, sop, W_reason_no_way_to_end);
    } else if (f->parallel && (!f->joins || several_ends)) {
        unknown(a, sop, W_reason_flow_bound);
    } else if (!prepare(a, f, &t)) {
        unknown(a, sop, W_reason_loop_unruled);
    } else if (!weigh(&t, &c)) {
        unknown(a, sop, W_reason_time_missing);
    } else {
        if (walk(&t, t.least, false)) put(a, sop, F_waktu_tersingkat, t.sum[f->n], &c);
        struct ratio *own = arena_alloc(a, (f->n + 2) * sizeof *own);
        for (size_t i = 0; i < f->n + 2; i++) own[i] = t.most[i];
        if (walk(&t, t.most, true) && add_returns(&t, own) && walk(&t, own, true)) put(a, sop, F_waktu_terpanjang, t.sum[f->n], &c);
        if (limited) service_time(a, x, &t, limit);
    }
}
