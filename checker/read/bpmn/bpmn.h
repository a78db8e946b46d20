/* bpmn.h: what bpmn_parse.c finds in a BPMN 2.0 file, before bpmn_sop.c makes an SOP of it. */
#ifndef PATUH_BPMN_H
#define PATUH_BPMN_H

#include "stage/document.h"

struct bpmn_node {          /* activity, gateway or event */
    struct str id, name;
    struct place place;     /* of the start tag, with the id */
    enum step_kind kind;
    size_t scope;
    size_t inside;          /* sub-process: its scope */
    size_t lane;            /* NO_INDEX: none */
    struct str attached, fallback; /* ids: the activity of a boundary event, the default flow */
    struct str link;        /* of a link event; absent in others */
    uint32_t definitions;
    bool throws;            /* an intermediate event that throws, not catches */
    bool terminates, interrupts, compensates;
};
struct bpmn_flow {
    struct str id, name, from, to, condition;
    struct place place;
    bool conditional;
};
struct bpmn_lane {
    struct str name;
    struct place place;
    size_t process;         /* its scope */
    uint32_t depth;         /* 1: outermost; the inner of two lanes that claim a node has it */
};
struct bpmn_claim {         /* flowNodeRef */
    struct str node;
    size_t lane;
};
struct bpmn_scope {
    struct str id, name;
    struct place place;
    size_t owner;           /* node; NO_INDEX: a process */
    bool event_driven, ad_hoc;
};
struct bpmn_participant {
    struct str name, process;
    struct place place;
};

struct bpmn {
    struct { struct bpmn_node *v; size_t n, cap; } nodes;
    struct { struct bpmn_flow *v; size_t n, cap; } flows;
    struct { struct bpmn_lane *v; size_t n, cap; } lanes;
    struct { struct bpmn_claim *v; size_t n, cap; } claims;
    struct { struct bpmn_scope *v; size_t n, cap; } scopes;
    struct { struct bpmn_participant *v; size_t n, cap; } participants;
    struct remarks remarks;
};

/* Reads the process part of the file; the diagram is passed over. No network, no DTD: a document type is refused, and with it
 * every entity but the five of XML. */
enum rc bpmn_parse(struct arena *a, const struct source *s, const struct limits *limits, struct bpmn *out, struct trouble *why) MUST_USE;

/* The SOP: steps by flow from the starts, lanes as executors. Flows and ids that cannot be right are faults of the document. */
void bpmn_to_sop(struct arena *a, const struct bpmn *b, struct document *d);

#endif
