/* The reader of Word documents: its parts, and the body section by section with the headers and footers that are printed on them. */
#include "read/office/docx/docx.h"
#include "read/office/office.h"
#include "read/office/prose.h"

/* The root of the part that the document names by that type of relation; NULL: it has none. */
static enum rc part_of(struct docx *d, const char *type, const struct xml_node **root)
{
    const struct relation *to = relation_by_type(&d->relations, type);
    struct xml_node *n = NULL;
    enum rc rc = to && to->target.p && package_has(d->package, to->target) ? package_xml(d->package, to->target, &n, d->why) : RC_OK;
    *root = n;
    return rc;
}

/* ---- sections ---------------------------------------------------------------------------------------------------- */

static void find_sections(struct docx *d, const struct xml_node *body)
{
    for (const struct xml_node *n = xml_walk(body, body, false), *next; n; n = next) {
        bool section = xml_is(n, "w:sectPr");
        next = xml_walk(body, n, section || xml_is(n, "w:tbl") || xml_is(n, "w:r"));
        if (section) *ARENA_PUSH(d->a, &d->sections) = n;
    }
}

/* Whether the same words stood in a header or footer before; remembers them. */
static bool printed_before(struct docx *d, const struct xml_node *root)
{
    struct str text = str_trim(xml_content(d->a, root));
    for (size_t i = 0; i < d->heads.n; i++)
        if (str_eq(d->heads.v[i], text)) return true;
    *ARENA_PUSH(d->a, &d->heads) = text;
    return text.n == 0;
}

/* The headers (or footers) of a section that were not printed before. */
static void print_heads(struct docx *d, const struct xml_node *section, const char *reference)
{
    for (const struct xml_node *n = xml_child(section, reference); n; n = xml_next(n, reference)) {
        const struct relation *to = relation_by_id(&d->relations, xml_get(n, "r:id"));
        struct xml_node *root;
        if (d->rc != RC_OK || !to || !to->target.p || !package_has(d->package, to->target)) continue;
        d->rc = package_xml(d->package, to->target, &root, d->why);
        if (d->rc != RC_OK || printed_before(d, root)) continue;
        d->furniture = true;
        tape_paragraph(d->tape, 0);
        docx_blocks(d, root);
        d->furniture = false;
    }
}

void docx_section_ends(struct docx *d, const struct xml_node *block)
{
    if (!xml_path(block, "w:pPr w:sectPr") || d->section + 1 >= d->sections.n) return;
    const struct xml_node *next = d->sections.v[++d->section];
    if (!str_eqz(xml_get(xml_child(next, "w:type"), "w:val"), "continuous") && !d->page_fresh) docx_page(d);
    docx_measure_page(d, next);
    print_heads(d, next, "w:headerReference");
}

/* ---- the document -------------------------------------------------------------------------------------------------- */

struct document_parts {
    const struct xml_node *body, *styles, *numbers, *footnotes, *endnotes, *settings;
};

static enum rc load(struct docx *d, struct document_parts *parts)
{
    struct xml_node *root = NULL;
    enum rc rc = package_xml(d->package, package_main(d->package), &root, d->why);
    if (rc == RC_OK) rc = package_relations(d->package, package_main(d->package), &d->relations, d->why);
    if (rc == RC_OK) rc = part_of(d, "styles", &parts->styles);
    if (rc == RC_OK) rc = part_of(d, "numbering", &parts->numbers);
    if (rc == RC_OK) rc = part_of(d, "footnotes", &parts->footnotes);
    if (rc == RC_OK) rc = part_of(d, "endnotes", &parts->endnotes);
    if (rc == RC_OK) rc = part_of(d, "settings", &parts->settings);
    parts->body = xml_child(root, "w:body");
    return rc;
}

/* What the whole body is looked through for, once. */
struct survey {
    bool pages;              /* Word notes where pages ended when it saved the file; other programs do not */
    bool arrows;             /* lines with a head, or glued to something */
    bool chunks;             /* whole files of other formats, which only Word puts in their place */
};

static struct survey look_through(const struct xml_node *body)
{
    struct survey s = {0};
    for (const struct xml_node *n = body; n; n = xml_walk(body, n, false)) {
        if (!n->name) continue;
        if (xml_is(n, "w:lastRenderedPageBreak")) s.pages = true;
        else if (xml_is(n, "w:altChunk")) s.chunks = true;
        else if (n->name[0] == 'a' && (xml_is(n, "a:headEnd") || xml_is(n, "a:tailEnd"))) s.arrows |= !str_eqz(xml_get(n, "type"), "none");
        else if (n->name[0] == 'v' && xml_is(n, "v:stroke")) s.arrows |= xml_get(n, "endarrow").p || xml_get(n, "startarrow").p;
        else if (n->name[0] == 'a') s.arrows |= xml_is(n, "a:stCxn") || xml_is(n, "a:endCxn");
    }
    return s;
}

static void find_glue(struct docx *d, const struct xml_node *root)
{
    for (const struct xml_node *n = root; n; n = xml_walk(root, n, false))
        if (xml_is(n, "o:r") && str_eqz(xml_get(n, "type"), "connector")) *ARENA_PUSH(d->a, &d->glue) = n;
}

/* Tells the tape everything. */
static void print_document(struct docx *d, const struct document_parts *parts, struct survey survey)
{
    styles_load(d->a, parts->styles, &d->styles);
    d->numbering = numbering_load(d->a, parts->numbers, &d->styles);
    d->footnotes = parts->footnotes;
    d->endnotes = parts->endnotes;
    d->drawing.a = d->a;
    d->tape = tape_new();
    d->paged = survey.pages;
    if (d->paged) tape_paged(d->tape);
    if (d->flow) find_glue(d, parts->settings);
    find_sections(d, parts->body);
    const struct xml_node *first = d->sections.n ? d->sections.v[0] : NULL;
    docx_measure_page(d, first);
    print_heads(d, first, "w:headerReference");
    docx_blocks(d, parts->body);
    for (size_t i = 0; i < d->sections.n; i++) print_heads(d, d->sections.v[i], "w:footerReference");
}

/* Reads the package and tells the tape. The tape is the caller's to free, and the arena of *d. */
static enum rc tell(struct docx *d, struct package *p, struct trouble *why)
{
    struct docx fresh = {.a = arena_new(), .package = p, .rc = RC_OK, .why = why};
    struct document_parts parts = {0};
    *d = fresh;
    enum rc rc = load(&fresh, &parts);
    if (rc != RC_OK) return rc;
    struct survey survey = look_through(parts.body);
    if (survey.chunks) {
        *why = (struct trouble){.message = W_docx_chunk};
        return RC_UNSUPPORTED;
    }
    *d = fresh;
    d->flow = survey.arrows;
    print_document(d, &parts, survey);
    if (d->flow && !drawn_flow(&d->drawing)) { /* arrows, but no flow: what stands in shapes is text like any other */
        tape_free(d->tape);
        *d = fresh;
        print_document(d, &parts, survey);
    }
    if (d->flow) drawn_tell(&d->drawing, d->tape);
    return d->rc;
}

static enum rc read_docx(struct arena *a, struct source *s, struct package *p, const struct limits *limits, struct reading *out, struct trouble *why)
{
    struct docx d;
    enum rc rc = tell(&d, p, why);
    return prose_read(&(struct prose){rc, d.tape, &d.drawing, d.flow, d.a, "docx"}, a, s, limits, out, why);
}

static enum rc trace_docx(struct package *p, struct tape **out, struct trouble *why)
{
    struct docx d;
    enum rc rc = tell(&d, p, why);
    return prose_trace(&(struct prose){rc, d.tape, &d.drawing, d.flow, d.a, "docx"}, out);
}

const struct office_reader office_docx = {PACKAGE_DOCX, "docx", read_docx, trace_docx};
