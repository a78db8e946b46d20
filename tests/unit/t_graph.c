/* Graph algorithms against slow, obvious versions of themselves on many small random graphs. */
#include <stdlib.h>

#include "analyse/sop/flow/graph.h"
#include "tap.h"

enum { N = 9 };

/* Can `to` be reached from `from` without passing `without`? */
static bool reaches(const struct graph *g, size_t from, size_t to, size_t without)
{
    bool seen[N] = {false};
    if (from == without) return false;
    seen[from] = true;
    for (size_t round = 0; round < g->n; round++)
        for (size_t e = 0; e < g->m; e++)
            if (seen[g->edges[e].from] && g->edges[e].to != without) seen[g->edges[e].to] = true;
    return seen[to];
}

static bool check_components(struct arena *a, const struct graph *g)
{
    size_t c[N];
    graph_components(a, g, c);
    for (size_t u = 0; u < g->n; u++)
        for (size_t v = 0; v < g->n; v++)
            if ((c[u] == c[v]) != (reaches(g, u, v, SIZE_MAX) && reaches(g, v, u, SIZE_MAX))) return false;
    for (size_t e = 0; e < g->m; e++)
        if (c[g->edges[e].from] < c[g->edges[e].to]) return false;
    return true;
}

static bool check_dominators(struct arena *a, const struct graph *g)
{
    size_t idom[N];
    graph_dominators(a, g, 0, false, idom);
    struct dominance d = graph_dominance(a, g->n, 0, idom);
    for (size_t v = 0; v < g->n; v++) {
        bool reachable = reaches(g, 0, v, SIZE_MAX);
        if ((idom[v] != SIZE_MAX) != reachable) return false;
        for (size_t u = 0; u < g->n; u++) {
            bool want = reachable && reaches(g, 0, u, SIZE_MAX) && (u == v || !reaches(g, 0, v, u));
            if (dominates(&d, u, v) != want) return false;
        }
    }
    return true;
}

static bool check_reach(struct arena *a, const struct graph *g)
{
    bool forward[N] = {true}, backward[N] = {true};
    graph_reach(a, g, forward, false);
    graph_reach(a, g, backward, true);
    for (size_t v = 0; v < g->n; v++)
        if (forward[v] != reaches(g, 0, v, SIZE_MAX) || backward[v] != reaches(g, v, 0, SIZE_MAX)) return false;
    return true;
}

static bool check_order(struct arena *a, const struct graph *g)
{
    size_t order[N], place[N] = {0};
    bool cyclic = false;
    for (size_t e = 0; e < g->m; e++) cyclic |= reaches(g, g->edges[e].to, g->edges[e].from, SIZE_MAX);
    if (graph_order(a, g, NULL, order) == cyclic) return false;
    if (cyclic) return true;
    for (size_t i = 0; i < g->n; i++) place[order[i]] = i;
    for (size_t e = 0; e < g->m; e++)
        if (place[g->edges[e].from] >= place[g->edges[e].to]) return false;
    return true;
}

int main(void)
{
    unsigned seed = 12345;
    int bad[4] = {0};
    for (int round = 0; round < 3000; round++) {
        struct arena *a = arena_new();
        struct edge edges[2 * N];
        seed = seed * 1103515245u + 12345u;
        size_t n = 1 + (seed >> 16) % N, m = (seed >> 20) % (2 * N);
        for (size_t e = 0; e < m; e++) {
            seed = seed * 1103515245u + 12345u;
            edges[e] = (struct edge){(seed >> 8) % n, (seed >> 20) % n};
        }
        struct graph g = graph_make(a, n, edges, m);
        bad[0] += !check_components(a, &g);
        bad[1] += !check_dominators(a, &g);
        bad[2] += !check_reach(a, &g);
        bad[3] += !check_order(a, &g);
        arena_free(a);
    }
    ok(bad[0] == 0, "components agree with mutual reachability on 3000 graphs");
    ok(bad[1] == 0, "dominators agree with removing each node");
    ok(bad[2] == 0, "reachability, forward and back");
    ok(bad[3] == 0, "topological order, and cycles refused");

    enum { LONG = 200000 };
    struct arena *a = arena_new();
    struct edge *edges = malloc(2 * LONG * sizeof *edges);
    size_t m = 0, *out = malloc(LONG * sizeof *out);
    for (size_t v = 0; v + 1 < LONG; v++) {
        edges[m++] = (struct edge){v, v + 1};
        if (v % 2) edges[m++] = (struct edge){v + 1, v - 1};
    }
    struct graph g = graph_make(a, LONG, edges, m);
    graph_dominators(a, &g, 0, false, out);
    ok(out[LONG - 1] == LONG - 2, "a chain of %d nodes with returns needs no deep stack", LONG);
    ok(graph_components(a, &g, out) < LONG, "its components neither");
    free(edges);
    free(out);
    arena_free(a);
    return done();
}
