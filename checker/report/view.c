/* The XML view as a rule author looks at it: indented, facts as attributes, what is unknown as a comment with its reason. */
#include "report/reporter.h"

/* Two hyphens would end a comment. */
static void commented(struct buf *b, const char *s)
{
    for (; *s; s++) {
        buf_ch(b, *s);
        if (s[0] == '-' && s[1] == '-') buf_ch(b, ' ');
    }
}

static void indent(struct buf *b, int depth)
{
    while (depth-- > 0) buf_z(b, "  ");
}

/* Gives whether the element stays open: it has elements in it. */
static bool open_element(struct buf *b, const xmlNode *n, int depth, enum lang lang)
{
    const xmlNode *text = n->children && n->children->type == XML_TEXT_NODE ? n->children : NULL;
    const xmlNode *below = text ? text->next : n->children;
    const struct item *item = n->_private;
    bool unknown = false;
    indent(b, depth);
    buf_printf(b, "<%s", (const char *)n->name);
    for (const xmlAttr *a = n->properties; a; a = a->next) {
        buf_printf(b, " %s=\"", (const char *)a->name);
        xml_text(b, str_of(a->children ? (const char *)a->children->content : NULL), true);
        buf_ch(b, '"');
    }
    for (const struct fact *f = item ? item->facts : NULL; f; f = f->next) unknown |= !f->value.p;
    if (!text && !below && !unknown) {
        buf_z(b, "/>\n");
        return false;
    }
    buf_ch(b, '>');
    if (text) xml_text(b, str_of((const char *)text->content), false);
    for (const struct fact *f = unknown ? item->facts : NULL; f; f = f->next)
        if (!f->value.p) {
            buf_printf(b, "<!-- %s: ? (", fact_text(f->name));
            commented(b, word(f->reason, lang));
            buf_z(b, ") -->");
        }
    if (below) buf_ch(b, '\n');
    else buf_printf(b, "</%s>\n", (const char *)n->name);
    return below != NULL;
}

static const xmlNode *first_element(const xmlNode *n)
{
    while (n && n->type != XML_ELEMENT_NODE) n = n->next;
    return n;
}

void report_view(FILE *out, enum lang lang, const xmlDoc *view)
{
    const xmlNode *n = first_element(view->children);
    struct buf b = BUF_INIT;
    int depth = 0;
    buf_z(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    while (n) {
        if (open_element(&b, n, depth, lang)) {
            n = first_element(n->children);
            depth++;
        } else {
            while (depth > 0 && !first_element(n->next)) {
                n = n->parent;
                indent(&b, --depth);
                buf_printf(&b, "</%s>\n", (const char *)n->name);
            }
            n = depth > 0 ? first_element(n->next) : NULL;
        }
        if (b.n > 65536) fwrite(b.p, 1, b.n, out), b.n = 0;
    }
    fwrite(buf_view(&b).p, 1, b.n, out);
    buf_free(&b);
}
