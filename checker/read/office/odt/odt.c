/* The reader of OpenDocument texts: content and styles, the body, headers and footers of its pages. */
#include "read/office/odt/odt.h"
#include "read/office/prose.h"

/* ---- headers and footers ------------------------------------------------------------------------------------------ */

static bool printed_before(struct odt *d, const struct xml_node *root)
{
    struct str text = str_trim(xml_content(d->a, root));
    for (size_t i = 0; i < d->heads.n; i++)
        if (str_eq(d->heads.v[i], text)) return true;
    *ARENA_PUSH(d->a, &d->heads) = text;
    return text.n == 0;
}

void odt_heads(struct odt *d, struct str master, bool footers)
{
    static const char *const names[][3] = {{"style:header", "style:header-first", "style:header-left"},
                                           {"style:footer", "style:footer-first", "style:footer-left"}};
    const struct xml_node *page = xml_child(d->masters, "style:master-page");
    while (page && master.n && !str_eq(xml_get(page, "style:name"), master)) page = xml_next(page, "style:master-page");
    for (size_t i = 0; page && i < COUNT(names[0]); i++) {
        const struct xml_node *n = xml_child(page, names[footers][i]);
        if (!n || str_eqz(xml_get(n, "style:display"), "false") || printed_before(d, n)) continue;
        d->furniture = true;
        tape_paragraph(d->tape, 0);
        odt_blocks(d, n);
        d->furniture = false;
    }
}

/* ---- the document ------------------------------------------------------------------------------------------------- */

struct odt_parts {
    const struct xml_node *content, *styles, *body;
};
struct survey {
    bool pages, arrows;
};

static struct survey look_through(struct odt *d, const struct xml_node *body)
{
    struct survey s = {str_eqz(xml_get(body, "text:use-soft-page-breaks"), "true"), false};
    for (const struct xml_node *n = body; n; n = xml_walk(body, n, false)) {
        s.pages |= xml_is(n, "text:soft-page-break");
        if (!n->name || n->name[0] != 'd' || s.arrows) continue;
        const struct odt_style *k = odt_style(d->a, &d->styles, "graphic", xml_get(n, "draw:style-name"));
        s.arrows |= xml_get(n, "draw:start-shape").p || (k && (k->arrow[0] || k->arrow[1]));
    }
    return s;
}

static void find_list_styles(struct odt *d, const struct xml_node *group)
{
    for (const struct xml_node *n = xml_child(group, "text:list-style"); n; n = xml_next(n, "text:list-style")) *ARENA_PUSH(d->a, &d->list_styles) = n;
}

static enum rc load(struct odt *d, struct odt_parts *parts)
{
    struct xml_node *content = NULL, *styles = NULL;
    enum rc rc = package_xml(d->package, package_main(d->package), &content, d->why);
    if (rc == RC_OK && package_has(d->package, STR("styles.xml"))) rc = package_xml(d->package, STR("styles.xml"), &styles, d->why);
    else if (xml_is(content, "office:document")) styles = content; /* flat: all in one */
    if (rc != RC_OK) return rc;
    *parts = (struct odt_parts){content, styles, xml_path(content, "office:body office:text")};
    odt_styles_load(d->a, content, styles, &d->styles);
    find_list_styles(d, xml_child(content, "office:automatic-styles"));
    find_list_styles(d, xml_child(styles, "office:styles"));
    find_list_styles(d, xml_child(styles, "office:automatic-styles"));
    d->masters = xml_child(styles, "office:master-styles");
    d->outline = xml_path(styles, "office:styles text:outline-style");
    return RC_OK;
}

/* The page that the document begins with: that of its first block, or the first there is. */
static struct str first_page(struct odt *d, const struct xml_node *body)
{
    for (const struct xml_node *n = xml_child(body, NULL); n; n = xml_next(n, NULL)) {
        bool table = xml_is(n, "table:table");
        if (!table && !xml_is(n, "text:p") && !xml_is(n, "text:h")) continue;
        const struct odt_style *s = odt_style(d->a, &d->styles, table ? "table" : "paragraph", xml_get(n, table ? "table:style-name" : "text:style-name"));
        return s && s->master.n ? s->master : STR("Standard");
    }
    return STR("Standard");
}

static void print_document(struct odt *d, const struct odt_parts *parts, bool paged)
{
    d->drawing.a = d->a;
    d->tape = tape_new();
    d->paged = paged;
    if (paged) tape_paged(d->tape);
    odt_heads(d, first_page(d, parts->body), false);
    odt_blocks(d, parts->body);
    for (const struct xml_node *n = xml_child(d->masters, "style:master-page"); n; n = xml_next(n, "style:master-page"))
        if (d->heads.n) odt_heads(d, xml_get(n, "style:name"), true);
}

/* Reads the package and tells the tape. The tape is the caller's to free, and the arena of *d. */
static enum rc tell(struct odt *d, struct package *p, struct trouble *why)
{
    struct odt fresh = {.a = arena_new(), .package = p, .rc = RC_OK, .why = why};
    struct odt_parts parts = {0};
    *d = fresh;
    enum rc rc = load(&fresh, &parts);
    if (rc != RC_OK) return rc;
    struct survey survey = parts.body ? look_through(&fresh, parts.body) : (struct survey){false, false};
    *d = fresh;
    d->flow = survey.arrows;
    print_document(d, &parts, survey.pages);
    if (d->flow && !drawn_flow(&d->drawing)) { /* arrows, but no flow: what stands in shapes is text like any other */
        tape_free(d->tape);
        *d = fresh;
        print_document(d, &parts, survey.pages);
    }
    if (d->flow) drawn_tell(&d->drawing, d->tape);
    return d->rc;
}

static enum rc read_odt(struct arena *a, struct source *s, struct package *p, const struct limits *limits, struct reading *out, struct trouble *why)
{
    struct odt d;
    enum rc rc = tell(&d, p, why);
    return prose_read(&(struct prose){rc, d.tape, &d.drawing, d.flow, d.a, "odt"}, a, s, limits, out, why);
}

static enum rc trace_odt(struct package *p, struct tape **out, struct trouble *why)
{
    struct odt d;
    enum rc rc = tell(&d, p, why);
    return prose_trace(&(struct prose){rc, d.tape, &d.drawing, d.flow, d.a, "odt"}, out);
}

const struct office_reader office_odt = {PACKAGE_ODT, "odt", read_odt, trace_odt};
