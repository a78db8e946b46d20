/* What stands inside a paragraph of an OpenDocument text: spans, fields, notes, marks. Deleted text stands elsewhere in such files. */
#include <string.h>
#include <utf8proc.h>

#include "read/decode.h"
#include "read/office/odt/odt.h"

static void put(struct odt *d, struct str s, const struct odt_run *look, const void *origin)
{
    if (!s.n) return;
    if (!str_blank(s)) d->page_fresh = false;
    tape_bold(d->tape, look->bold);
    if (!look->capitals) {
        tape_text(d->tape, s, origin);
        return;
    }
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < s.n;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.p + i, (utf8proc_ssize_t)(s.n - i), &c);
        char bytes[4];
        if (n <= 0) break;
        buf_add(&b, bytes, utf8_put(bytes, (uint32_t)utf8proc_toupper(c)));
        i += (size_t)n;
    }
    tape_text(d->tape, buf_view(&b), origin);
    buf_free(&b);
}

/* ---- formulas: MathML, in a part of its own ---------------------------------------------------------------------- */

static bool is_math(const struct xml_node *n, const char *name)
{
    const char *colon = n->name ? strchr(n->name, ':') : NULL;
    return colon && strcmp(colon + 1, name) == 0;
}

static void math(struct odt *d, const struct xml_node *n, const struct odt_run *look, const void *origin)
{
    const struct xml_node *first = xml_child(n, NULL);
    if (is_math(n, "annotation")) return;
    if (!first) {
        put(d, str_trim(xml_content(d->a, n)), look, origin);
        tape_blank(d->tape);
        return;
    }
    for (const struct xml_node *k = first; k; k = xml_next(k, NULL)) {
        if (is_math(n, "mfrac") && k != first) put(d, STR("/ "), look, origin);
        math(d, k, look, origin);
    }
}

static void formula(struct odt *d, const struct xml_node *object, const struct odt_run *look)
{
    struct str href = xml_get(object, "xlink:href");
    if (str_starts(href, STR("./"))) href = str_slice(href, 2, href.n);
    struct str part = arena_printf(d->a, "%.*s/content.xml", (int)href.n, href.p ? href.p : "");
    struct xml_node *root;
    if (d->rc != RC_OK || !href.n || !package_has(d->package, part)) return;
    d->rc = package_xml(d->package, part, &root, d->why);
    if (d->rc == RC_OK && is_math(root, "math")) math(d, root, look, object);
}

/* ---- pieces ------------------------------------------------------------------------------------------------------ */

static void span(struct odt *d, const struct xml_node *n, struct odt_run look)
{
    const struct odt_style *s = odt_style(d->a, &d->styles, "text", xml_get(n, "text:style-name"));
    if (s && s->hidden == TOLD_YES) return;
    if (s && s->bold != UNTOLD) look.bold = s->bold == TOLD_YES;
    if (s && s->capitals != UNTOLD) look.capitals = s->capitals == TOLD_YES;
    odt_runs(d, n, look);
}

static void frame(struct odt *d, const struct xml_node *n, const struct odt_run *look)
{
    const struct xml_node *object = xml_child(n, "draw:object");
    if (object) formula(d, object, look);
    else odt_drawn(d, n);
}

static bool is_any(const struct xml_node *n, const char *const *names)
{
    for (; *names; names++)
        if (xml_is(n, *names)) return true;
    return false;
}

static void piece(struct odt *d, const struct xml_node *n, struct odt_run look)
{
    static const char *const silent[] = {"office:annotation", "office:annotation-end", "text:placeholder", "text:hidden-text", "text:script",
                                         "text:ruby-text", "text:tracked-changes", "text:index-title-template", NULL};
    static const char *const pages[] = {"text:page-number", "text:page-count", NULL};
    if (is_any(n, silent) || (d->furniture && is_any(n, pages))) return;
    if (xml_is(n, "text:span")) span(d, n, look);
    else if (xml_is(n, "text:s")) tape_blank(d->tape);
    else if (xml_is(n, "text:tab") && look.dotted) put(d, STR(" ..... "), &look, n);
    else if (xml_is(n, "text:tab")) tape_blank(d->tape);
    else if (xml_is(n, "text:line-break")) tape_break(d->tape);
    else if (xml_is(n, "text:soft-page-break")) d->pages_within += !d->tables && !d->furniture && !d->page_fresh;
    else if (xml_is(n, "text:note")) *ARENA_PUSH(d->a, &d->notes) = xml_child(n, "text:note-body");
    else if (xml_is(n, "draw:frame")) frame(d, n, &look);
    else if (!odt_drawn(d, n)) odt_runs(d, n, look);
}

void odt_runs(struct odt *d, const struct xml_node *parent, struct odt_run look)
{
    for (const struct xml_node *n = parent->child; n; n = n->next) {
        if (n->name) piece(d, n, look);
        else put(d, n->text, &look, parent);
    }
}
