/* flow.h: the flow of an SOP as a graph, shared by the files flow_*.c.
 *
 * Nodes are the steps 0 … n-1, node n is the end of the procedure. The flow starts at the starts (usually step 0).
 * Edges come from every source; each keeps its origin. A stronger source replaces a weaker one: where ways are declared no other
 * counts, and order only speaks for steps that have no way on from a declared, drawn or worded exit. */
#ifndef PATUH_FLOW_H
#define PATUH_FLOW_H

#include "analyse/sop/flow/graph.h"
#include "analyse/analyst.h"
#include "stage/document.h"

enum { WAYS_COMPARED = 64 }; /* exits of one step that are compared with others; no decision of a person has more */

struct flow_edge {
    enum origin origin;
    struct str label;
    const struct item *item;    /* the exit behind it; NULL for order */
};

struct flow {
    struct sop *sop;
    size_t n;                   /* steps; node n is the end */
    struct graph graph;         /* over n + 1 nodes */
    const struct flow_edge *edge; /* parallel to graph.edges */
    const size_t *starts;
    size_t start_count;
    bool whole;                 /* every edge is known, declared or drawn: absence means something */
    bool declared;              /* every edge is stated by the document (YAML, BPMN): absence means something */
    bool parallel;              /* some step starts several at once */
    const bool *joins;          /* by step: waits for all branches that lead to it; set by flow_tokens where that is known, else NULL */
};

/* Gathers the edges. Worded and noted exits were added to the steps before (flow_words). */
struct flow flow_make(struct arena *a, struct sop *sop);

/* Adds to each step the exits that its wording, its note or a drawn ya/tidak label states (ORIGIN_WORDED, ORIGIN_NOTED, ORIGIN_DRAWN). */
void flow_words(struct arena *a, struct analyst *x, struct sop *sop);

/* Facts that only BPMN diagrams have. */
void flow_bpmn(struct arena *a, struct sop *sop);

/* Connectors at the page breaks of a drawn flow. */
void flow_pages(struct arena *a, struct sop *sop);

/* Patterns of the drawing as a whole. */
void flow_patterns(struct arena *a, struct flow *f);

/* Shortest and longest time, beside the plain sum; unknown where no way leads from the start to the end (`ends` false). */
void flow_times(struct arena *a, struct analyst *x, struct flow *f, bool ends);

/* Soundness of flows with parallel branches, by exploring the markings up to a bound. */
void flow_tokens(struct arena *a, struct flow *f);

/* Does the symbol of this step say something: declared, or drawn on a page whose marks could be read? */
bool flow_symbol_known(const struct sop *sop, const struct step *s);

#endif
