/* drawn.h: the drawn flow of one SOP on its way from shapes and lines to symbols and exits of steps.
 *   drawing.c       the whole in its order; how much of it was read
 *   drawn_nodes.c   whose symbol each shape is
 *   drawn_links.c   lines as directed links between symbols; page connectors and symbols that stand for others
 *   drawn_exits.c   from links to exits of the steps
 *   drawn_free.c    flow charts without a table: each symbol is a step */
#ifndef RECOGNISE_DRAWN_H
#define RECOGNISE_DRAWN_H

#include "recognise/sop/steps.h"

/* One for each shape of the layout, with its index. */
struct node {
    bool here;              /* it is of this SOP's flow */
    const struct table_row *row; /* that it stands in; NULL: in no row of a step table of this SOP */
    size_t step;            /* of that row, or that it is itself where there is no table; NO_INDEX: none */
    uint32_t col;           /* of an executor; UINT32_MAX: none */
    enum mark mark;
    bool own;               /* the symbol, or one of the symbols, of its row's step */
    size_t same;            /* the node that it repeats on another page; itself elsewhere */
    size_t partner;         /* page connector: where its flow goes on, or comes from; NO_INDEX */
    bool doubtful;          /* page connector: its partner could be another */
    size_t in, out;         /* links */
    size_t rank;            /* its place among all nodes: by page, then by row, then by column */
};
struct link {
    size_t from, to;        /* nodes */
    const struct connector *line;
    bool unsure;
};
struct links {
    struct link *v;
    size_t n, cap;
};

struct drawn {
    struct making *m;
    const struct layout *l;
    struct node *nodes;     /* l->shapes.n of them */
    size_t n;
    struct links links;
    size_t *first, *out;    /* links.v[out[first[i] … first[i + 1])] leave node i */
    size_t *order;          /* the nodes by their rank */
    bool *ours;             /* by number of a table of the layout: rows of it are rows of a step table of this SOP */
    size_t loose;           /* lines of this flow with an end that meets no symbol, or could be another's */
    bool heads_unread;      /* most lines show no head: of those nobody knows the direction */
    bool too_large;
};

/* ---- drawn_nodes.c ---- */
void nodes_place(struct drawn *d);
void nodes_rank(struct drawn *d);
/* Adds the symbols as executors to the steps. */
void nodes_perform(struct drawn *d);
static inline bool node_connects(const struct node *n) { return n->mark == MARK_CONNECTOR; }
/* Rounded boxes as plain activities where that is what they are used for. Needs links. */
void nodes_rounded(struct drawn *d);
/* The page that a node stands on, or that a row of a step table does. */
uint32_t node_page(const struct drawn *d, size_t i);
uint32_t row_page(const struct table_row *r);

/* ---- drawn_links.c ---- */
void links_make(struct drawn *d);
void links_repeat(struct drawn *d);
void links_pair(struct drawn *d);

/* ---- drawn_free.c ---- */
/* Whether the layout has a flow chart outside of tables, and its symbols as steps. */
bool free_flow(struct drawn *d);

/* ---- drawn_exits.c ---- */
void exits_make(struct drawn *d);

#endif
