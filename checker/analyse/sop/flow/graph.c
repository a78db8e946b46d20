/* Graphs: reachability, components, dominators, topological order. Iterative throughout. */
#include <string.h>

#include "analyse/sop/flow/graph.h"

static const size_t *bucket(struct arena *a, const struct graph *g, bool by_target, const size_t **first_out)
{
    size_t *first = arena_alloc(a, (g->n + 1) * sizeof *first), *list = arena_alloc(a, (g->m + 1) * sizeof *list);
    for (size_t e = 0; e < g->m; e++) first[(by_target ? g->edges[e].to : g->edges[e].from) + 1]++;
    for (size_t v = 0; v < g->n; v++) first[v + 1] += first[v];
    size_t *next = arena_alloc(a, (g->n + 1) * sizeof *next);
    memcpy(next, first, g->n * sizeof *next);
    for (size_t e = 0; e < g->m; e++) list[next[by_target ? g->edges[e].to : g->edges[e].from]++] = e;
    *first_out = first;
    return list;
}

struct graph graph_make(struct arena *a, size_t n, const struct edge *edges, size_t m)
{
    struct graph g = {.n = n, .m = m, .edges = edges};
    g.out = bucket(a, &g, false, &g.out_first);
    g.in = bucket(a, &g, true, &g.in_first);
    return g;
}

/* The k-th neighbour of v along (or, `back`, against) the edges; SIZE_MAX after the last. */
static size_t neighbour(const struct graph *g, size_t v, size_t k, bool back)
{
    const size_t *first = back ? g->in_first : g->out_first;
    if (first[v] + k >= first[v + 1]) return SIZE_MAX;
    return back ? g->edges[g->in[first[v] + k]].from : g->edges[g->out[first[v] + k]].to;
}

void graph_reach(struct arena *a, const struct graph *g, bool *seen, bool back)
{
    size_t *waiting = arena_alloc(a, g->n * sizeof *waiting), n = 0, w;
    for (size_t v = 0; v < g->n; v++)
        if (seen[v]) waiting[n++] = v;
    while (n) {
        size_t v = waiting[--n];
        for (size_t k = 0; (w = neighbour(g, v, k, back)) != SIZE_MAX; k++)
            if (!seen[w]) seen[w] = true, waiting[n++] = w;
    }
}

struct visit {
    size_t node, next; /* next: which neighbour comes now */
};

size_t graph_components(struct arena *a, const struct graph *g, size_t *component)
{
    size_t *index = arena_alloc(a, g->n * sizeof *index), *low = arena_alloc(a, g->n * sizeof *low);
    size_t *open = arena_alloc(a, g->n * sizeof *open), opened = 0, counter = 0, components = 0;
    struct visit *stack = arena_alloc(a, g->n * sizeof *stack);
    for (size_t v = 0; v < g->n; v++) component[v] = SIZE_MAX;
    for (size_t root = 0; root < g->n; root++) {
        if (index[root]) continue;
        size_t depth = 0;
        stack[depth++] = (struct visit){root, 0};
        index[root] = low[root] = ++counter;
        open[opened++] = root;
        while (depth) {
            struct visit *top = &stack[depth - 1];
            size_t v = top->node, w = neighbour(g, v, top->next++, false);
            if (w != SIZE_MAX) {
                if (!index[w]) {
                    index[w] = low[w] = ++counter;
                    open[opened++] = w;
                    stack[depth++] = (struct visit){w, 0};
                } else if (component[w] == SIZE_MAX && index[w] < low[v]) {
                    low[v] = index[w];
                }
                continue;
            }
            if (low[v] == index[v]) {
                do component[w = open[--opened]] = components;
                while (w != v);
                components++;
            }
            depth--;
            if (depth && low[v] < low[stack[depth - 1].node]) low[stack[depth - 1].node] = low[v];
        }
    }
    return components;
}

/* Lengauer and Tarjan: numbers are depth-first numbers from 1; 0 is "none". */
struct lt {
    size_t *number, *vertex, *parent, *semi, *ancestor, *label, *bucket_head, *bucket_next, *dom, *path;
    size_t count;
};

static void number_nodes(struct arena *a, const struct graph *g, size_t root, bool back, struct lt *t)
{
    struct visit *stack = arena_alloc(a, g->n * sizeof *stack);
    size_t depth = 0;
    stack[depth++] = (struct visit){root, 0};
    t->number[root] = ++t->count;
    t->vertex[t->count] = root;
    while (depth) {
        struct visit *top = &stack[depth - 1];
        size_t v = top->node, w = neighbour(g, v, top->next++, back);
        if (w == SIZE_MAX) {
            depth--;
        } else if (!t->number[w]) {
            t->number[w] = ++t->count;
            t->vertex[t->count] = w;
            t->parent[t->count] = t->number[v];
            stack[depth++] = (struct visit){w, 0};
        }
    }
}

/* The node of least semidominator on the way up the forest, with path compression. */
static size_t eval(struct lt *t, size_t v)
{
    if (!t->ancestor[v]) return v;
    size_t n = 0;
    for (size_t u = v; t->ancestor[t->ancestor[u]]; u = t->ancestor[u]) t->path[n++] = u;
    while (n) {
        size_t u = t->path[--n], up = t->ancestor[u];
        if (t->semi[t->label[up]] < t->semi[t->label[u]]) t->label[u] = t->label[up];
        t->ancestor[u] = t->ancestor[up];
    }
    return t->label[v];
}

void graph_dominators(struct arena *a, const struct graph *g, size_t root, bool back, size_t *idom)
{
    struct lt t = {0};
    size_t **arrays[] = {&t.number, &t.vertex, &t.parent, &t.semi, &t.ancestor, &t.label, &t.bucket_head, &t.bucket_next, &t.dom, &t.path};
    for (size_t i = 0; i < COUNT(arrays); i++) *arrays[i] = arena_alloc(a, (g->n + 1) * sizeof(size_t));
    for (size_t v = 0; v < g->n; v++) idom[v] = SIZE_MAX;
    number_nodes(a, g, root, back, &t);
    for (size_t i = 1; i <= t.count; i++) t.semi[i] = t.label[i] = i;
    for (size_t w = t.count; w >= 2; w--) {
        size_t p = t.parent[w], u;
        for (size_t k = 0; (u = neighbour(g, t.vertex[w], k, !back)) != SIZE_MAX; k++) {
            if (!t.number[u]) continue;
            size_t s = t.semi[eval(&t, t.number[u])];
            if (s < t.semi[w]) t.semi[w] = s;
        }
        t.bucket_next[w] = t.bucket_head[t.semi[w]];
        t.bucket_head[t.semi[w]] = w;
        t.ancestor[w] = p;
        for (size_t v = t.bucket_head[p]; v; v = t.bucket_next[v]) {
            u = eval(&t, v);
            t.dom[v] = t.semi[u] < t.semi[v] ? u : p;
        }
        t.bucket_head[p] = 0;
    }
    for (size_t w = 2; w <= t.count; w++) {
        if (t.dom[w] != t.semi[w]) t.dom[w] = t.dom[t.dom[w]];
        idom[t.vertex[w]] = t.vertex[t.dom[w]];
    }
    idom[root] = root;
}

struct dominance graph_dominance(struct arena *a, size_t n, size_t root, const size_t *idom)
{
    struct dominance d = {arena_alloc(a, n * sizeof(size_t)), arena_alloc(a, n * sizeof(size_t))};
    struct edge *edges = arena_alloc(a, (n + 1) * sizeof *edges);
    size_t m = 0, clock = 0, depth = 0;
    for (size_t v = 0; v < n; v++) {
        d.enter[v] = d.leave[v] = SIZE_MAX;
        if (v != root && idom[v] != SIZE_MAX) edges[m++] = (struct edge){idom[v], v};
    }
    struct graph tree = graph_make(a, n, edges, m);
    struct visit *stack = arena_alloc(a, n * sizeof *stack);
    stack[depth++] = (struct visit){root, 0};
    d.enter[root] = clock++;
    while (depth) {
        struct visit *top = &stack[depth - 1];
        size_t w = neighbour(&tree, top->node, top->next++, false);
        if (w == SIZE_MAX) {
            d.leave[top->node] = clock++;
            depth--;
        } else {
            d.enter[w] = clock++;
            stack[depth++] = (struct visit){w, 0};
        }
    }
    return d;
}

bool dominates(const struct dominance *d, size_t u, size_t v)
{
    return d->enter[u] != SIZE_MAX && d->enter[v] != SIZE_MAX && d->enter[u] <= d->enter[v] && d->leave[v] <= d->leave[u];
}

bool graph_order(struct arena *a, const struct graph *g, const bool *skip, size_t *order)
{
    size_t *waiting = arena_alloc(a, g->n * sizeof *waiting), n = 0;
    for (size_t e = 0; e < g->m; e++)
        if (!skip || !skip[e]) waiting[g->edges[e].to]++;
    for (size_t v = 0; v < g->n; v++)
        if (!waiting[v]) order[n++] = v;
    for (size_t i = 0; i < n; i++) {
        size_t v = order[i];
        for (size_t k = g->out_first[v]; k < g->out_first[v + 1]; k++) {
            size_t e = g->out[k];
            if ((!skip || !skip[e]) && --waiting[g->edges[e].to] == 0) order[n++] = g->edges[e].to;
        }
    }
    return n == g->n;
}
