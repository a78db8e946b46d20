/* The XML of a part: libxml2's SAX interface with names as the formats' documentation writes them, and a small tree made of it. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "read/office/package_state.h"

enum { NAMES_BYTES = 4 << 20 };

/* Namespaces: what all their URIs end in (transitional and strict Office Open XML differ before it), and the prefix that stands for it. */
static const struct {
    const char *uri, *prefix;
} spaces[] = {
    {"/wordprocessingml/2006/main", "w"}, {"/wordprocessingml/main", "w"},
    {"/spreadsheetml/2006/main", "x"}, {"/spreadsheetml/main", "x"},
    {"/officeDocument/2006/relationships", "r"}, {"/officeDocument/relationships", "r"},
    {"/officeDocument/2006/math", "m"}, {"/officeDocument/math", "m"},
    {"/drawingml/2006/main", "a"}, {"/drawingml/main", "a"},
    {"/drawingml/2006/picture", "pic"}, {"/drawingml/picture", "pic"},
    {"/drawingml/2006/wordprocessingDrawing", "wp"}, {"/drawingml/wordprocessingDrawing", "wp"},
    {"/drawingml/2006/spreadsheetDrawing", "xdr"}, {"/drawingml/spreadsheetDrawing", "xdr"},
    {"/drawingml/2006/chart", "c"}, {"/drawingml/chart", "c"},
    {"/office/word/2010/wordprocessingShape", "wps"}, {"/office/word/2010/wordprocessingGroup", "wpg"},
    {"/office/word/2010/wordprocessingCanvas", "wpc"}, {"/office/word/2010/wordprocessingDrawing", "wp14"},
    {"/office/word/2010/wordml", "w14"}, {"/office/word/2012/wordml", "w15"},
    {"/markup-compatibility/2006", "mc"}, {"/spreadsheetml/2017/richdata", "xlrd"}, {"/spreadsheetml/2017/richdata2", "xlrd2"},
    {"/spreadsheetml/2020/richvaluerel", "xlrvr"}, {"/spreadsheetml/2022/richvaluerel", "xlrvr"},
    {"/package/2006/relationships", "rel"}, {"/package/2006/content-types", "ct"},
    {"/package/2006/metadata/core-properties", "cp"},
    {"urn:schemas-microsoft-com:vml", "v"}, {"urn:schemas-microsoft-com:office:office", "o"},
    {"urn:schemas-microsoft-com:office:word", "w10"}, {"urn:schemas-microsoft-com:office:excel", "xv"},
    {":xmlns:office:1.0", "office"}, {":xmlns:text:1.0", "text"}, {":xmlns:table:1.0", "table"}, {":xmlns:drawing:1.0", "draw"},
    {":xmlns:style:1.0", "style"}, {":xmlns:datastyle:1.0", "number"}, {":xmlns:xsl-fo-compatible:1.0", "fo"},
    {":xmlns:svg-compatible:1.0", "svg"}, {":xmlns:form:1.0", "form"}, {":xmlns:meta:1.0", "meta"}, {":xmlns:manifest:1.0", "manifest"},
    {":xmlns:presentation:1.0", "presentation"}, {":calcext:1.0", "calcext"}, {":loext:1.0", "loext"},
    {"http://www.w3.org/1999/xlink", "xlink"}, {"http://purl.org/dc/elements/1.1/", "dc"}, {"http://www.w3.org/XML/1998/namespace", "xml"},
};

static const char *prefix_of(const char *uri)
{
    struct str u = str_of(uri);
    for (size_t i = 0; i < COUNT(spaces); i++)
        if (str_ends(u, str_of(spaces[i].uri))) return spaces[i].prefix;
    return "?";
}

/* Names of one parse, by the parser's own interned texts. */
struct name_row {
    const xmlChar *local, *uri;
    const char *name;
};

struct walk {
    struct package *p;
    struct str part;
    const struct xml_events *events;
    void *state;
    struct trouble *why;
    xmlParserCtxtPtr ctxt;
    struct arena *names_arena;
    struct name_row *names;
    size_t names_n, names_mask;
    struct xml_attr *attrs;
    size_t attr_cap;
    uint64_t depth, elements;
    enum rc rc;
    bool stopped;
};

static void stop(struct walk *w, enum rc rc, enum word message, struct str first, struct str second)
{
    if (!w->stopped) {
        w->rc = rc;
        *w->why = (struct trouble){.message = message, .arg = {arena_str(w->p->messages, first), arena_str(w->p->messages, second)}};
    }
    w->stopped = true;
    xmlStopParser(w->ctxt);
}

static void stop_limit(struct walk *w, enum limit limit, enum word message)
{
    stop(w, RC_LIMIT, message, arena_printf(w->p->messages, "%llu", (unsigned long long)w->p->limits->v[limit]), w->part);
}

/* ---- names --------------------------------------------------------------------------------------------------- */

static struct name_row *name_slot(const struct walk *w, const xmlChar *local, const xmlChar *uri)
{
    uintptr_t h = ((uintptr_t)local >> 3) * 31 + ((uintptr_t)uri >> 3);
    size_t i = (size_t)(h ^ h >> 9) & w->names_mask;
    while (w->names[i].name && (w->names[i].local != local || w->names[i].uri != uri)) i = (i + 1) & w->names_mask;
    return &w->names[i];
}

static void more_names(struct walk *w)
{
    struct walk old = *w;
    w->names_mask = w->names_mask * 2 + 1;
    w->names = calloc(w->names_mask + 1, sizeof *w->names);
    if (!w->names) base_out_of_memory();
    for (size_t i = 0; i <= old.names_mask; i++)
        if (old.names[i].name) *name_slot(w, old.names[i].local, old.names[i].uri) = old.names[i];
    free(old.names);
}

static const char *name_of(struct walk *w, const xmlChar *local, const xmlChar *uri)
{
    struct name_row *row = name_slot(w, local, uri);
    if (row->name) return row->name;
    const char *name = uri ? arena_printf(w->names_arena, "%s:%s", prefix_of((const char *)uri), (const char *)local).p
                           : arena_strz(w->names_arena, str_of((const char *)local));
    *row = (struct name_row){local, uri, name};
    if (++w->names_n * 2 > w->names_mask) more_names(w);
    return name;
}

/* ---- events -------------------------------------------------------------------------------------------------- */

static void on_start(void *state, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int nb_ns, const xmlChar **ns, int n,
                     int defaulted, const xmlChar **v)
{
    struct walk *w = state;
    (void)prefix, (void)nb_ns, (void)ns, (void)defaulted;
    if (w->stopped) return;
    if (w->depth++ >= w->p->limits->v[LIMIT_depth]) return stop_limit(w, LIMIT_depth, W_package_depth);
    if (++w->elements > w->p->limits->v[LIMIT_nodes]) return stop_limit(w, LIMIT_nodes, W_package_nodes);
    if ((size_t)n > w->attr_cap) {
        w->attr_cap = (size_t)n * 2;
        w->attrs = base_realloc(w->attrs, w->attr_cap * sizeof *w->attrs);
    }
    for (int i = 0; i < n; i++, v += 5) w->attrs[i] = (struct xml_attr){name_of(w, v[0], v[2]), {(const char *)v[3], (size_t)(v[4] - v[3])}};
    if (!w->events->open(w->state, name_of(w, local, uri), w->attrs, (size_t)n) && !w->stopped) {
        w->stopped = true;
        xmlStopParser(w->ctxt);
    }
}

static void on_end(void *state, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    struct walk *w = state;
    (void)prefix;
    if (w->stopped) return;
    w->depth--;
    w->events->close(w->state, name_of(w, local, uri));
}

static void on_text(void *state, const xmlChar *text, int n)
{
    struct walk *w = state;
    if (!w->stopped) w->events->text(w->state, (struct str){(const char *)text, (size_t)n});
}

static void on_doctype(void *state, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    struct walk *w = state;
    (void)name, (void)external, (void)system;
    stop(w, RC_UNSUPPORTED, W_package_doctype, w->part, STR_ABSENT);
}

static void on_error(void *state, xmlErrorPtr error)
{
    struct walk *w = state;
    if (error->level < XML_ERR_ERROR || w->stopped) return;
    stop(w, RC_SYNTAX, W_package_xml, w->part, arena_printf(w->p->messages, "%d", error->line));
}

static void parse(struct walk *w)
{
    xmlSAXHandler *sax = w->ctxt->sax;
    memset(sax, 0, sizeof *sax);
    sax->initialized = XML_SAX2_MAGIC;
    sax->startElementNs = on_start;
    sax->endElementNs = on_end;
    sax->characters = sax->ignorableWhitespace = on_text;
    sax->cdataBlock = on_text;
    sax->internalSubset = on_doctype;
    sax->serror = on_error;
    w->ctxt->sax2 = 1;
    w->ctxt->userData = w;
    xmlCtxtUseOptions(w->ctxt, XML_PARSE_NONET | XML_PARSE_NOENT); /* NOENT: "&amp;" of attributes comes as "&"; there are no others */
    xmlDictSetLimit(w->ctxt->dict, NAMES_BYTES);
    xmlParseDocument(w->ctxt);
    if (!w->stopped && !w->ctxt->wellFormed) stop(w, RC_SYNTAX, W_package_xml, w->part, STR("1"));
}

static enum rc walk(struct package *p, struct arena *names, struct str name, const struct xml_events *events, void *state, struct trouble *why)
{
    struct walk w = {.p = p, .part = name, .events = events, .state = state, .why = why, .names_arena = names, .names_mask = 255};
    struct str bytes;
    enum rc rc = package_part(p, name, &bytes, why);
    if (rc != RC_OK) return rc;
    if (!bytes.n || bytes.n > INT_MAX || !(w.ctxt = xmlCreateMemoryParserCtxt(bytes.p, (int)bytes.n)))
        return package_refuse(why, RC_SYNTAX, W_package_part_broken, arena_str(p->messages, name));
    w.names = calloc(w.names_mask + 1, sizeof *w.names);
    if (!w.names) base_out_of_memory();
    parse(&w);
    xmlFreeParserCtxt(w.ctxt);
    free(w.names);
    free(w.attrs);
    return w.rc;
}

enum rc package_walk(struct package *p, struct str name, const struct xml_events *events, void *state, struct trouble *why)
{
    struct arena *names = arena_new();
    enum rc rc = walk(p, names, name, events, state, why);
    arena_free(names);
    return rc;
}

/* ---- the tree ------------------------------------------------------------------------------------------------ */

struct level {
    struct xml_node *node, *last;
};
struct tree {
    struct package *p;
    struct xml_node *root;
    struct levels {
        struct level *v;
        size_t n, cap;
    } open;
    struct buf text;
    enum limit over;            /* LIMIT_COUNT: none */
};

static struct xml_node *add_node(struct tree *t, size_t nodes)
{
    t->p->nodes += nodes;
    struct xml_node *n = arena_alloc(t->p->arena, sizeof *n);
    if (!t->open.n) {
        t->root = n;
        return n;
    }
    struct level *around = &t->open.v[t->open.n - 1];
    n->parent = around->node;
    if (around->last) around->last->next = n;
    else around->node->child = n;
    around->last = n;
    return n;
}

static void flush_text(struct tree *t)
{
    if (!t->text.n || !t->open.n) return;
    struct str text = arena_str(t->p->arena, buf_view(&t->text));
    add_node(t, 1)->text = text;
    t->text.n = 0;
}

static bool tree_open(void *state, const char *name, const struct xml_attr *attrs, size_t n)
{
    struct tree *t = state;
    flush_text(t);
    if (t->p->nodes + n + 1 > t->p->limits->v[LIMIT_nodes]) {
        t->over = LIMIT_nodes;
        return false;
    }
    struct xml_node *node = add_node(t, n + 1);
    node->name = name;
    node->attr_count = (uint32_t)n;
    struct xml_attr *copy = n ? arena_alloc(t->p->arena, n * sizeof *copy) : NULL;
    for (size_t i = 0; i < n; i++) copy[i] = (struct xml_attr){attrs[i].name, arena_str(t->p->arena, attrs[i].value)};
    node->attrs = copy;
    *ARENA_PUSH(t->p->arena, &t->open) = (struct level){node, NULL};
    return true;
}

static void tree_close(void *state, const char *name)
{
    struct tree *t = state;
    (void)name;
    flush_text(t);
    t->open.n--;
}

static void tree_text(void *state, struct str text)
{
    struct tree *t = state;
    buf_str(&t->text, text);
}

enum rc package_xml(struct package *p, struct str name, struct xml_node **root, struct trouble *why)
{
    static const struct xml_events events = {tree_open, tree_close, tree_text};
    struct tree t = {.p = p, .text = BUF_INIT, .over = LIMIT_COUNT};
    enum rc rc = walk(p, p->arena, name, &events, &t, why);
    buf_free(&t.text);
    if (rc == RC_OK && t.over != LIMIT_COUNT) {
        rc = package_refuse(why, RC_LIMIT, W_package_nodes, arena_printf(p->messages, "%llu", (unsigned long long)p->limits->v[t.over]));
        why->arg[1] = arena_str(p->messages, name);
    }
    *root = rc == RC_OK ? t.root : NULL;
    return rc;
}
