/* BPMN 2.0 by libxml2's SAX2: a stack of what is open, rows of what is found. */
#include <limits.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "read/bpmn/bpmn.h"

#define MODEL "http://www.omg.org/spec/BPMN/20100524/MODEL"
#define NAMES_BYTES (256 * 1024) /* different names in one file: libxml2 compares each attribute with those before it */

enum what { OTHER, PROCESS, PARTICIPANT, LANE, LANE_REF, NODE, SUBPROCESS, DEFINITION, FLOW, CONDITION, DOCUMENTATION };

struct open {
    uint32_t begin;      /* offset of the tag */
    enum what what;
    size_t scope, lane;  /* around what is inside; NO_INDEX */
    size_t index;        /* of the row that it made */
    struct str id;
};

struct reader_state {
    struct arena *a;
    const struct source *source;
    const struct limits *limits;
    struct bpmn *out;
    struct trouble *why;
    xmlParserCtxt *ctxt;
    enum rc rc;
    const xmlChar *model; /* the interned URI, once seen */
    struct { struct open *v; size_t n, cap; } open;
    struct buf text;     /* of the element that is open, where it is wanted */
    bool wanted;
    uint64_t elements;
};

static const struct {
    const char *name;
    enum what what;
    enum step_kind kind;
} elements[] = {
    {"sequenceFlow", FLOW, 0},
    {"flowNodeRef", LANE_REF, 0},
    {"task", NODE, STEP_ACTIVITY},
    {"userTask", NODE, STEP_ACTIVITY},
    {"manualTask", NODE, STEP_ACTIVITY},
    {"serviceTask", NODE, STEP_ACTIVITY},
    {"sendTask", NODE, STEP_ACTIVITY},
    {"receiveTask", NODE, STEP_ACTIVITY},
    {"scriptTask", NODE, STEP_ACTIVITY},
    {"businessRuleTask", NODE, STEP_ACTIVITY},
    {"callActivity", NODE, STEP_ACTIVITY},
    {"exclusiveGateway", NODE, STEP_EXCLUSIVE},
    {"parallelGateway", NODE, STEP_PARALLEL},
    {"inclusiveGateway", NODE, STEP_INCLUSIVE},
    {"eventBasedGateway", NODE, STEP_EVENT_BASED},
    {"complexGateway", NODE, STEP_COMPLEX},
    {"startEvent", NODE, STEP_START},
    {"endEvent", NODE, STEP_END},
    {"intermediateThrowEvent", NODE, STEP_INTERMEDIATE},
    {"intermediateCatchEvent", NODE, STEP_INTERMEDIATE},
    {"boundaryEvent", NODE, STEP_BOUNDARY},
    {"subProcess", SUBPROCESS, STEP_SUBPROCESS},
    {"adHocSubProcess", SUBPROCESS, STEP_SUBPROCESS},
    {"transaction", SUBPROCESS, STEP_SUBPROCESS},
    {"conditionExpression", CONDITION, 0},
    {"documentation", DOCUMENTATION, 0},
    {"lane", LANE, 0},
    {"process", PROCESS, 0},
    {"participant", PARTICIPANT, 0},
    {"eventDefinitionRef", DEFINITION, 0},
};

/* ---- stopping ------------------------------------------------------------------------------------------------ */

static uint32_t offset_now(const struct reader_state *r)
{
    const xmlParserInput *in = r->ctxt->input;
    if (!in || !in->cur) return (uint32_t)r->source->text.n;
    size_t at = (size_t)in->consumed + (size_t)(in->cur - in->base);
    return (uint32_t)(at < r->source->text.n ? at : r->source->text.n);
}

static void stop(struct reader_state *r, enum rc rc, enum word message, uint32_t at)
{
    if (r->rc != RC_OK) return;
    r->rc = rc;
    *r->why = (struct trouble){.message = message, .at = SPAN(at, at)};
    if (r->open.n) r->why->began = SPAN(r->open.v[r->open.n - 1].begin, r->open.v[r->open.n - 1].begin);
    xmlStopParser(r->ctxt);
}

static void stop_limit(struct reader_state *r, enum limit limit, enum word message, uint32_t at)
{
    stop(r, RC_LIMIT, message, at);
    r->why->arg[0] = arena_printf(r->a, "%llu", (unsigned long long)r->limits->v[limit]);
}

/* Where the construct at `at` began: the tag that is still open there, else the innermost element. A value may hold ">". */
static struct span began(const struct reader_state *r, uint32_t at, bool in_value)
{
    const char *t = r->source->text.p;
    uint32_t i = at;
    while (i > 0 && t[i - 1] != '<' && (in_value || t[i - 1] != '>')) i--;
    if (i > 0 && t[i - 1] == '<' && i - 1 < at) return SPAN(i - 1, i - 1);
    return r->open.n ? SPAN(r->open.v[r->open.n - 1].begin, r->open.v[r->open.n - 1].begin) : SPAN_NONE;
}

static void on_error(void *state, xmlErrorPtr e)
{
    static const struct {
        int code;
        enum word word;
    } rows[] = {
        {XML_ERR_TAG_NAME_MISMATCH, W_xml_mismatch},       {XML_ERR_TAG_NOT_FINISHED, W_xml_unfinished}, {XML_ERR_UNDECLARED_ENTITY, W_xml_entity},
        {XML_NS_ERR_UNDEFINED_NAMESPACE, W_xml_namespace}, {XML_ERR_NO_MEMORY, W_xml_names},             {XML_ERR_ATTRIBUTE_NOT_STARTED, W_xml_value},
        {XML_ERR_ATTRIBUTE_NOT_FINISHED, W_xml_value},     {XML_ERR_LT_IN_ATTRIBUTE, W_xml_value},       {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, W_xml_value},
        {XML_ERR_ATTRIBUTE_REDEFINED, W_xml_twice},        {XML_ERR_GT_REQUIRED, W_xml_tag},             {XML_ERR_LTSLASH_REQUIRED, W_xml_tag},
        {XML_ERR_NAME_REQUIRED, W_xml_name},               {XML_ERR_DOCUMENT_END, W_xml_after_end},      {XML_ERR_INVALID_CHAR, W_xml_character},
    };
    struct reader_state *r = state;
    enum word message = W_xml_syntax;
    uint32_t at = offset_now(r);
    if (e->level < XML_ERR_ERROR || r->rc != RC_OK) return;
    for (size_t i = 0; i < COUNT(rows); i++)
        if (rows[i].code == e->code) message = rows[i].word;
    while (message == W_xml_mismatch && at > 0 && r->source->text.p[at] != '<') at--;
    stop(r, RC_SYNTAX, message, at);
    if (message != W_xml_mismatch && message != W_xml_unfinished) r->why->began = began(r, at, message == W_xml_value);
    const char *text = message == W_xml_syntax ? e->message : message == W_xml_mismatch ? e->str2 : e->str1;
    r->why->arg[0] = arena_str(r->a, str_trim(str_of(text ? text : "")));
    if (message == W_xml_mismatch) r->why->arg[1] = arena_str(r->a, str_of(e->str1 ? e->str1 : ""));
}

/* ---- elements ------------------------------------------------------------------------------------------------ */

/* Value of an attribute without prefix; absent when there is none. libxml2 leaves "&" as "&#38;" where entities are not replaced. */
static struct str attribute(struct reader_state *r, int n, const xmlChar **v, const char *name)
{
    for (int i = 0; i < n; i++, v += 5) {
        if (v[1] || strcmp((const char *)v[0], name) != 0) continue;
        struct str raw = {(const char *)v[3], (size_t)(v[4] - v[3])};
        char *p = arena_alloc(r->a, raw.n + 1);
        size_t len = 0;
        for (size_t j = 0; j < raw.n; j++) {
            p[len++] = raw.p[j] == '\n' || raw.p[j] == '\t' || raw.p[j] == '\r' ? ' ' : raw.p[j];
            if (str_starts(str_slice(raw, j, raw.n), STR("&#38;"))) j += 4;
        }
        return str_trim((struct str){p, len});
    }
    return STR_ABSENT;
}

static bool is_true(struct str s) { return str_eqz(s, "true") || str_eqz(s, "1"); }

static struct place place_of(struct reader_state *r, uint32_t begin, struct str id)
{
    uint32_t end = offset_now(r);
    while (end < r->source->text.n && r->source->text.p[end] != '>') end++;
    struct where *w = arena_alloc(r->a, sizeof *w);
    w->id = id;
    return (struct place){SPAN(begin, end < r->source->text.n ? end + 1 : end), w};
}

static size_t add_scope(struct reader_state *r, struct str id, struct str name, struct place place, size_t owner)
{
    struct bpmn_scope *s = ARENA_PUSH(r->a, &r->out->scopes);
    *s = (struct bpmn_scope){.id = id, .name = name, .place = place, .owner = owner};
    return r->out->scopes.n - 1;
}

static void add_node(struct reader_state *r, struct open *o, enum step_kind kind, const char *element, int n, const xmlChar **v)
{
    struct str id = attribute(r, n, v, "id");
    struct bpmn_node *x = ARENA_PUSH(r->a, &r->out->nodes);
    struct str interrupting = attribute(r, n, v, kind == STEP_BOUNDARY ? "cancelActivity" : "isInterrupting");
    *x = (struct bpmn_node){
        .id = id, .name = attribute(r, n, v, "name"), .place = place_of(r, o->begin, id), .kind = kind,
        .scope = o->scope, .inside = NO_INDEX, .lane = NO_INDEX,
        .attached = attribute(r, n, v, "attachedToRef"), .fallback = attribute(r, n, v, "default"),
        .throws = strcmp(element, "intermediateThrowEvent") == 0,
        .interrupts = (kind == STEP_BOUNDARY || kind == STEP_START) && (!interrupting.p || is_true(interrupting)),
        .compensates = is_true(attribute(r, n, v, "isForCompensation")),
    };
    o->index = r->out->nodes.n - 1;
    if (kind != STEP_SUBPROCESS) return;
    x->inside = o->scope = add_scope(r, id, x->name, x->place, o->index);
    struct bpmn_scope *s = &r->out->scopes.v[x->inside];
    s->event_driven = is_true(attribute(r, n, v, "triggeredByEvent"));
    s->ad_hoc = strcmp(element, "adHocSubProcess") == 0;
}

static void add_definition(struct reader_state *r, const struct open *around, const char *element, int n, const xmlChar **v)
{
    if (!around || around->what != NODE) return;
    struct bpmn_node *x = &r->out->nodes.v[around->index];
    x->definitions++;
    if (strcmp(element, "terminateEventDefinition") == 0) x->terminates = true;
    if (strcmp(element, "compensateEventDefinition") == 0 && x->kind == STEP_BOUNDARY) x->compensates = true, x->interrupts = false;
    if (strcmp(element, "linkEventDefinition") != 0 || x->kind != STEP_INTERMEDIATE) return;
    x->link = attribute(r, n, v, "name");
    if (!x->link.p) x->link = STR("");
    x->kind = x->throws ? STEP_LINK_THROW : STEP_LINK_CATCH;
}

static void add_row(struct reader_state *r, struct open *o, const struct open *around, enum step_kind kind, const char *element, int n,
                    const xmlChar **v)
{
    struct str id = attribute(r, n, v, "id"), name = attribute(r, n, v, "name");
    switch (o->what) {
    case PROCESS: o->scope = add_scope(r, id, name, place_of(r, o->begin, id), NO_INDEX); break;
    case PARTICIPANT:
        *ARENA_PUSH(r->a, &r->out->participants) =
            (struct bpmn_participant){name, attribute(r, n, v, "processRef"), place_of(r, o->begin, id)};
        break;
    case LANE:
        *ARENA_PUSH(r->a, &r->out->lanes) = (struct bpmn_lane){name, place_of(r, o->begin, id), o->scope,
                                                               o->lane == NO_INDEX ? 1 : r->out->lanes.v[o->lane].depth + 1};
        o->lane = r->out->lanes.n - 1;
        break;
    case FLOW:
        *ARENA_PUSH(r->a, &r->out->flows) = (struct bpmn_flow){
            .id = id, .name = name, .from = attribute(r, n, v, "sourceRef"), .to = attribute(r, n, v, "targetRef"),
            .place = place_of(r, o->begin, id)};
        o->index = r->out->flows.n - 1;
        break;
    case NODE:
    case SUBPROCESS: add_node(r, o, kind, element, n, v); break;
    case DEFINITION: add_definition(r, around, element, n, v); break;
    case LANE_REF:
    case CONDITION:
    case DOCUMENTATION:
        r->text.n = 0;
        r->wanted = true;
        break;
    case OTHER: break;
    }
}

static enum what what_is(struct reader_state *r, const char *name, const xmlChar *uri, enum step_kind *kind)
{
    if (!uri || (uri != r->model && strcmp((const char *)uri, MODEL) != 0)) return OTHER;
    r->model = uri;
    for (size_t i = 0; i < COUNT(elements); i++)
        if (strcmp(elements[i].name, name) == 0) {
            *kind = elements[i].kind;
            return elements[i].what;
        }
    return str_ends(str_of(name), STR("EventDefinition")) ? DEFINITION : OTHER;
}

static void on_start(void *state, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int nb_ns, const xmlChar **ns, int n,
                     int defaulted, const xmlChar **attributes)
{
    struct reader_state *r = state;
    uint32_t begin = offset_now(r);
    (void)prefix, (void)nb_ns, (void)ns, (void)defaulted;
    while (begin > 0 && r->source->text.p[begin] != '<') begin--; /* no value can hold "<" */
    if (r->open.n >= r->limits->v[LIMIT_depth]) return stop_limit(r, LIMIT_depth, W_read_depth, begin);
    if (++r->elements > r->limits->v[LIMIT_nodes]) return stop_limit(r, LIMIT_nodes, W_read_nodes, begin);
    enum step_kind kind = STEP_ACTIVITY;
    const struct open *around = r->open.n ? &r->open.v[r->open.n - 1] : NULL;
    struct open o = {begin, what_is(r, (const char *)name, uri, &kind), NO_INDEX, NO_INDEX, NO_INDEX, STR_ABSENT};
    if (around) o.scope = around->scope, o.lane = around->lane;
    r->wanted = false;
    if (o.scope == NO_INDEX && o.what != PROCESS && o.what != PARTICIPANT) o.what = OTHER; /* flow nodes live in a process */
    if (o.what != OTHER) {
        o.id = attribute(r, n, attributes, "id");
        add_row(r, &o, around, kind, (const char *)name, n, attributes);
    }
    *ARENA_PUSH(r->a, &r->open) = o;
}

static void on_end(void *state, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct reader_state *r = state;
    (void)name, (void)prefix, (void)uri;
    if (!r->open.n) return;
    const struct open o = r->open.v[--r->open.n];
    const struct open *around = r->open.n ? &r->open.v[r->open.n - 1] : NULL;
    struct str text = str_trim(buf_view(&r->text));
    r->wanted = false;
    if (o.what == LANE_REF && o.lane != NO_INDEX)
        *ARENA_PUSH(r->a, &r->out->claims) = (struct bpmn_claim){arena_str(r->a, text), o.lane};
    if (o.what == CONDITION && around && around->what == FLOW) {
        r->out->flows.v[around->index].conditional = true;
        r->out->flows.v[around->index].condition = arena_str(r->a, text);
    }
    if (o.what == DOCUMENTATION && around && text.n)
        *ARENA_PUSH(r->a, &r->out->remarks) = (struct remark){arena_str(r->a, text), SPAN(o.begin, offset_now(r)), around->id};
}

static void on_text(void *state, const xmlChar *text, int n)
{
    struct reader_state *r = state;
    if (r->wanted) buf_add(&r->text, text, (size_t)n);
}

static void on_doctype(void *state, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    struct reader_state *r = state;
    (void)name, (void)external, (void)system;
    size_t at = str_find(r->source->text, STR("<!DOCTYPE"), 0);
    stop(r, RC_UNSUPPORTED, W_xml_doctype, at == SIZE_MAX ? offset_now(r) : (uint32_t)at);
}

enum rc bpmn_parse(struct arena *a, const struct source *s, const struct limits *limits, struct bpmn *out, struct trouble *why)
{
    struct reader_state r = {.a = a, .source = s, .limits = limits, .out = out, .why = why, .text = BUF_INIT};
    *out = (struct bpmn){0};
    if (s->text.n > INT_MAX) { /* libxml2 takes no more */
        *why = (struct trouble){.message = W_read_bytes, .arg = {arena_printf(a, "%d", INT_MAX)}};
        return RC_LIMIT;
    }
    r.ctxt = xmlCreateMemoryParserCtxt(s->text.p, (int)s->text.n);
    if (!r.ctxt) {
        *why = (struct trouble){.message = W_read_empty};
        return RC_SYNTAX;
    }
    memset(r.ctxt->sax, 0, sizeof *r.ctxt->sax);
    r.ctxt->sax->initialized = XML_SAX2_MAGIC;
    r.ctxt->sax->startElementNs = on_start;
    r.ctxt->sax->endElementNs = on_end;
    r.ctxt->sax->characters = on_text;
    r.ctxt->sax->cdataBlock = on_text;
    r.ctxt->sax->internalSubset = on_doctype;
    r.ctxt->sax->serror = on_error;
    r.ctxt->sax2 = 1;
    r.ctxt->userData = &r;
    xmlCtxtUseOptions(r.ctxt, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    xmlDictSetLimit(r.ctxt->dict, NAMES_BYTES);
    xmlParseDocument(r.ctxt);
    if (r.rc == RC_OK && !r.ctxt->wellFormed) stop(&r, RC_SYNTAX, W_xml_syntax, (uint32_t)s->text.n);
    xmlFreeParserCtxt(r.ctxt);
    buf_free(&r.text);
    return r.rc;
}
