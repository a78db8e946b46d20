/* Soundness of a flow with parallel branches: plays every course of the flow with tokens on its edges, up to a bound.
 *
 * A decision puts its token on one way out, a step that starts several at once on all of them. A parallel gateway waits for a token on
 * each way in. In a table nothing is drawn for a join: there the step in which all branches of a split must come together (its
 * immediate post-dominator) waits for as many tokens as the split gave. Each start begins a course of its own; so does each sub-process,
 * whose inside is played by itself.
 * Two faults are looked for: a join that waits for ever, and a step that two tokens reach at the same time, so that it and all that
 * follows is done twice. Steps with one way in and one way out are passed at once: they commute with everything else, so that only
 * the meeting points make states. */
#include <stdlib.h>
#include <string.h>

#include "analyse/sop/flow/flow.h"

enum { MAX_STATES = 20000, MAX_STATE_BYTES = 8 << 20, MAX_WORK = 64 << 20 /* bytes of states made, new or not */ };

struct net {
    const struct flow *f;
    const struct graph *g;      /* the flow with one more node, the source, that leads to the starts */
    size_t source, end;
    size_t *waiting;               /* room for settle: edges that got a token */
    size_t *need;               /* by node: tokens that a counting join waits for; 0: none */
    bool *all;                  /* by node: puts a token on every way out */
    bool *gate;                 /* by node: parallel gateway, waits on every way in */
};

struct states {
    uint8_t *bytes;             /* count * width */
    size_t work, count, cap, width, *slots, slot_count;
};

static uint64_t state_hash(const uint8_t *s, size_t n) { return str_hash((struct str){(const char *)s, n}); }

/* Adds a state; false when it was known. */
static bool state_add(struct states *t, const uint8_t *s)
{
    size_t at = (size_t)state_hash(s, t->width) & (t->slot_count - 1);
    for (; t->slots[at]; at = (at + 1) & (t->slot_count - 1))
        if (memcmp(t->bytes + (t->slots[at] - 1) * t->width, s, t->width) == 0) return false;
    if (t->count == t->cap) {
        t->cap = t->cap ? t->cap * 2 : 64;
        t->bytes = base_realloc(t->bytes, t->cap * t->width);
    }
    memcpy(t->bytes + t->count * t->width, s, t->width);
    t->slots[at] = ++t->count;
    return true;
}

static size_t tokens_before(const struct net *t, const uint8_t *s, size_t v)
{
    size_t sum = 0;
    for (size_t k = t->g->in_first[v]; k < t->g->in_first[v + 1]; k++) sum += s[t->g->in[k]];
    return sum;
}

static bool enabled(const struct net *t, const uint8_t *s, size_t v)
{
    if (t->gate[v]) {
        for (size_t k = t->g->in_first[v]; k < t->g->in_first[v + 1]; k++)
            if (!s[t->g->in[k]]) return false;
        return t->g->in_first[v] != t->g->in_first[v + 1];
    }
    size_t have = tokens_before(t, s, v);
    return t->need[v] ? have >= t->need[v] : have > 0;
}

static void consume(const struct net *t, uint8_t *s, size_t v)
{
    size_t left = t->gate[v] ? 0 : t->need[v] ? t->need[v] : 1;
    for (size_t k = t->g->in_first[v]; k < t->g->in_first[v + 1]; k++) {
        size_t e = t->g->in[k];
        if (t->gate[v]) s[e]--;
        else while (left && s[e]) s[e]--, left--;
    }
}

static void put(uint8_t *s, size_t edge)
{
    if (s[edge] < 255) s[edge]++;
}

/* One way in, one way out (or every way out at once): firing it cannot disable anything else. */
static bool simple(const struct net *t, size_t v)
{
    size_t in = t->g->in_first[v + 1] - t->g->in_first[v], out = t->g->out_first[v + 1] - t->g->out_first[v];
    return v != t->end && in <= 1 && (out == 1 || t->all[v]);
}

/* Passes simple steps from edge to edge. A loop of nothing but simple steps has no way in, so this ends. */
static void settle(const struct net *t, uint8_t *s)
{
    size_t n = 0;
    for (size_t e = t->g->m; e-- > 0;)
        if (s[e]) t->waiting[n++] = e;
    while (n) {
        size_t e = t->waiting[--n], v = t->g->edges[e].to;
        if (!s[e] || !simple(t, v)) continue;
        consume(t, s, v);
        if (s[e]) t->waiting[n++] = e;
        for (size_t k = t->g->out_first[v]; k < t->g->out_first[v + 1]; k++) {
            if (!s[t->g->out[k]]) t->waiting[n++] = t->g->out[k];
            put(s, t->g->out[k]);
        }
    }
}

/* What one state shows: `stuck[v]` a join that waits while nothing else can move, `twice[v]` two tokens before a step that is no join. */
static void judge(const struct net *t, const uint8_t *s, bool any_enabled, bool *stuck, bool *twice)
{
    for (size_t v = 0; v < t->f->n; v++) {
        size_t have = tokens_before(t, s, v);
        if (!have) continue;
        if (!any_enabled) stuck[v] = true;
        if (!t->gate[v] && have > (t->need[v] ? t->need[v] : 1)) twice[v] = true;
        for (size_t k = t->g->in_first[v]; t->gate[v] && k < t->g->in_first[v + 1]; k++) twice[v] |= s[t->g->in[k]] > 1;
    }
}

/* The states after firing v in s: one for each choice. A state with a step done twice is not followed further. */
static bool follow(const struct net *t, struct states *all, const uint8_t *s, size_t v, uint8_t *next)
{
    size_t first = t->g->out_first[v], last = t->g->out_first[v + 1];
    for (size_t k = first; k < last || (k == first && first == last); k++) {
        memcpy(next, s, all->width);
        consume(t, next, v);
        if (t->all[v]) {
            for (size_t j = first; j < last; j++) put(next, t->g->out[j]);
        } else if (first < last) {
            put(next, t->g->out[k]);
        }
        settle(t, next);
        state_add(all, next);
        all->work += all->width;
        if (all->work > MAX_WORK || all->count > MAX_STATES || all->count * all->width > MAX_STATE_BYTES) return false;
        if (t->all[v] || first == last) break;
    }
    return true;
}

/* true: every state was seen. */
static bool explore(const struct net *t, bool *stuck, bool *twice)
{
    struct states all = {.width = t->g->m + 1, .slot_count = 65536};
    all.slots = base_alloc(all.slot_count * sizeof *all.slots);
    memset(all.slots, 0, all.slot_count * sizeof *all.slots);
    uint8_t *now = base_alloc(all.width), *next = base_alloc(all.width);
    bool whole = true;
    for (size_t k = t->g->out_first[t->source]; k < t->g->out_first[t->source + 1] && whole; k++) {
        memset(next, 0, all.width);
        put(next, t->g->out[k]);
        settle(t, next);
        state_add(&all, next);
        whole = (all.work += all.width) <= MAX_WORK && all.count * all.width <= MAX_STATE_BYTES;
    }
    for (size_t i = 0; i < all.count && whole; i++) {
        memcpy(now, all.bytes + i * all.width, all.width);
        bool any = false, doubled = false;
        for (size_t v = 0; v < t->g->n; v++) any |= v != t->end && enabled(t, now, v);
        judge(t, now, any, stuck, twice);
        for (size_t v = 0; v < t->f->n; v++) doubled |= twice[v] && tokens_before(t, now, v) > 1;
        for (size_t v = 0; v < t->g->n && whole && !doubled; v++)
            if (v != t->end && enabled(t, now, v)) whole = follow(t, &all, now, v, next);
    }
    free(now);
    free(next);
    free(all.slots);
    free(all.bytes);
    return whole;
}

/* Steps that start several at once, and where a table's branches must meet. false: it cannot be told, as for an inclusive join, whose
 * meaning depends on the whole state. */
static bool prepare(struct arena *a, struct net *t)
{
    const struct flow *f = t->f;
    size_t *post = arena_alloc(a, t->g->n * sizeof *post);
    graph_dominators(a, t->g, t->end, true, post);
    for (size_t v = 0; v < f->n; v++) {
        const struct step *s = &f->sop->steps.v[v];
        size_t out = t->g->out_first[v + 1] - t->g->out_first[v], in = t->g->in_first[v + 1] - t->g->in_first[v];
        if (s->kind == STEP_INCLUSIVE || s->kind == STEP_COMPLEX) return false;
        t->gate[v] = s->kind == STEP_PARALLEL && in > 1;
        if (out < 2 || s->kind == STEP_EXCLUSIVE || s->kind == STEP_EVENT_BASED || s->symbol == MARK_DECISION) continue;
        t->all[v] = true;
        for (size_t k = t->g->out_first[v]; k < t->g->out_first[v + 1] && s->kind != STEP_PARALLEL; k++) {
            const struct flow_edge *x = &f->edge[t->g->out[k]];
            t->all[v] &= !x->label.p && x->item; /* labelled exits are a choice, whatever the symbol; so are events on a border */
        }
        size_t meet = post[v];
        if (!t->all[v] || f->sop->partial || meet >= f->n) continue;
        if (t->need[meet]) return false; /* two splits meet in one step: how many branches arrive is anybody's guess */
        t->need[meet] = out;
    }
    return true;
}

/* The edge takes no token from its step: to the inside of a sub-process, to an event on its border that does not interrupt it. */
static bool beside(const struct sop *sop, struct edge e)
{
    const struct flow_node *from = sop->steps.v[e.from].node, *to = e.to < sop->steps.n ? sop->steps.v[e.to].node : NULL;
    if (!from || !to) return false;
    return (from->inside != NO_INDEX && to->scope == from->inside) || (to->attached == e.from && !to->interrupts);
}

void flow_tokens(struct arena *a, struct flow *f)
{
    struct net t = {.f = f, .end = f->n, .source = f->n + 1};
    size_t n = f->n + 2, m = f->graph.m + f->start_count;
    struct edge *edges = arena_alloc(a, (m + 1) * sizeof *edges);
    if (f->graph.m) memcpy(edges, f->graph.edges, f->graph.m * sizeof *edges);
    for (size_t e = 0; e < f->graph.m; e++)
        if (beside(f->sop, f->graph.edges[e])) edges[e].from = t.source;
    for (size_t i = 0; i < f->start_count; i++) edges[f->graph.m + i] = (struct edge){t.source, f->starts[i]};
    struct graph g = graph_make(a, n, edges, m);
    t.g = &g;
    t.waiting = arena_alloc(a, (m + 1) * sizeof *t.waiting);
    t.need = arena_alloc(a, n * sizeof *t.need);
    t.all = arena_alloc(a, n * sizeof *t.all);
    t.gate = arena_alloc(a, n * sizeof *t.gate);
    bool *stuck = arena_alloc(a, n * sizeof *stuck), *twice = arena_alloc(a, n * sizeof *twice);
    bool known = m < MAX_STATE_BYTES / 64 && prepare(a, &t) && explore(&t, stuck, twice);
    bool *joins = arena_alloc(a, n * sizeof *joins), sound = known;
    for (size_t v = 0; v < f->n; v++) joins[v] = t.gate[v] || t.need[v], sound &= !stuck[v] && !twice[v];
    if (sound) f->joins = joins;
    for (size_t v = 0; v < f->n; v++) {
        struct item *head = &f->sop->steps.v[v].head;
        if (g.in_first[v + 1] - g.in_first[v] < 2) continue;
        if (stuck[v] || known) fact_bool(a, head, F_macet, stuck[v]);
        else fact_unknown(a, head, F_macet, W_reason_flow_bound);
        if (twice[v] || known) fact_bool(a, head, F_serentak_ganda, twice[v]);
        else fact_unknown(a, head, F_serentak_ganda, W_reason_flow_bound);
    }
}
