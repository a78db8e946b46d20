/* mermaid.h: flow charts written as text in the language of Mermaid, a small part of it: "flowchart" and "graph" with their nodes in
 * every outline, chains of edges with labels, and subgraphs as groups. What only paints (style, class, click) is passed over. */
#ifndef PATUH_MERMAID_H
#define PATUH_MERMAID_H

#include "stage/read.h"

/* Whether a line begins a flow chart: "graph TD", "flowchart LR". */
bool mermaid_begins(struct str line);
/* Reads source bytes [from, to) as one chart into *out, texts in `a`; its first line says the kind. A statement that is not understood, or
 * another kind of diagram, sets out->unread. Work and memory are linear in the bytes; at most LIMIT_steps nodes. */
void mermaid_read(struct arena *a, struct str text, size_t from, size_t to, const struct limits *limits, struct chart *out);
/* Where the chart that begins at `from`, fenced by nothing, ends: before the first line that is none of its statements. */
size_t mermaid_end(struct str text, size_t from);

/* ---- between the files of this folder ---- */

struct mermaid_at {
    struct str text;
    size_t at, end;          /* [at, end) is left of the statement */
};
/* Skips blanks; false at the statement's end. */
bool mermaid_more(struct mermaid_at *m);
struct mermaid_node {
    struct str id, label;    /* label: absent where the outline is not told here */
    struct span span;        /* of the label, else of the id */
    enum shape_kind kind;
};
/* One node with its outline and its class. false: there is none. */
bool mermaid_node(struct mermaid_at *m, struct mermaid_node *out);
struct mermaid_link {
    struct str label;
    struct span span;        /* of the label */
    bool dashed, invisible;
};
/* An edge with its label in either form. false: there is none. */
bool mermaid_link(struct mermaid_at *m, struct mermaid_link *out);
/* A label as people read it: without quotes, tags and line breaks. */
struct str mermaid_text(struct arena *a, struct str label);

#endif
