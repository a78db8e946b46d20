/* chart.h: the flow of an SOP that the source tells as a chart in text; shared by chart*.c. */
#ifndef PATUH_CHART_H
#define PATUH_CHART_H

#include "recognise/sop/making.h"

/* What a node of a chart is for the SOP. */
struct chart_symbol {
    enum mark mark;
    size_t step;            /* NO_INDEX: a bare start or end, a page connector, or nobody's yet */
    size_t in, out;         /* edges */
    size_t same;            /* the node that it stands for: a question behind the activity that it decides on; else itself */
    bool passes;            /* no step of its own: the flow goes on, begins or ends here */
};
struct chart_flow {
    struct making *m;
    const struct chart *c;
    struct chart_symbol *nodes;
    size_t *first, *edge;   /* edge[first[i] … first[i + 1]) leave node i */
};

struct chart_flow chart_flow_of(struct making *m, const struct chart *c);
/* Exits of the steps along the edges; false where they are too many to follow. */
bool chart_exits(struct chart_flow *f);

/* Whether every node that is a step of its own is one of the step table's; sets their steps. */
bool chart_matches(struct chart_flow *f);
/* The nodes as steps of a part of their own, groups as executors. */
void chart_steps(struct chart_flow *f);

#endif
