/* graph.h: directed graphs on the integers 0 … n-1. Pure: knows nothing of documents. Nothing recurses, and everything but
 * graph_dominators (n log n) takes time linear in nodes and edges. Arrays that a function fills in have n elements. */
#ifndef PATUH_GRAPH_H
#define PATUH_GRAPH_H

#include "base/base.h"

struct edge {
    size_t from, to;
};

/* Edges sorted by their source and by their target; edge numbers are those of the array given to graph_make. */
struct graph {
    size_t n, m;
    const struct edge *edges;
    const size_t *out_first, *out; /* out[out_first[v] … out_first[v + 1]): numbers of the edges that leave v */
    const size_t *in_first, *in;
};

/* Every edge must lie within 0 … n-1. `edges` is kept, not copied. Loops and repeated edges are fine. */
struct graph graph_make(struct arena *a, size_t n, const struct edge *edges, size_t m);

/* Marks in `seen` every node on a path from one that is marked already; `back`: on a path to one. */
void graph_reach(struct arena *a, const struct graph *g, bool *seen, bool back);

/* Strongly connected components, numbered in `component`; gives their number. Numbers fall along edges: an edge between two components
 * goes from the higher to the lower number, so that counting up is a reverse topological order. */
size_t graph_components(struct arena *a, const struct graph *g, size_t *component);

/* Immediate dominators of the nodes reachable from `root` (Lengauer and Tarjan 1979, the simple version); idom[root] == root,
 * SIZE_MAX for what root does not reach. `back`: over reversed edges, that is, post-dominators seen from an end. */
void graph_dominators(struct arena *a, const struct graph *g, size_t root, bool back, size_t *idom);

/* For asking "does u dominate v" in constant time: places of the nodes in the dominator tree. */
struct dominance {
    size_t *enter, *leave; /* SIZE_MAX: not reachable */
};
struct dominance graph_dominance(struct arena *a, size_t n, size_t root, const size_t *idom);
bool dominates(const struct dominance *d, size_t u, size_t v);

/* Nodes in an order in which every edge outside `skip` (flags by edge number; NULL: none) goes forward.
 * false when those edges have a cycle. */
bool graph_order(struct arena *a, const struct graph *g, const bool *skip, size_t *order);

#endif
