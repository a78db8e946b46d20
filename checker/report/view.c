/* The XML view as a rule author looks at it: indented, facts as attributes, what is unknown as a comment with its reason. */
#include "report/reporter.h"
#include "stage/node.h"

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
static bool open_element(struct buf *b, const struct view_node *n, int depth, enum lang lang)
{
    const struct view_node *first = view_child(n), *text = first && view_is_text(first) ? first : NULL, *below = text ? view_next(text) : first;
    const struct item *item = view_item(n);
    bool unknown = false;
    indent(b, depth);
    buf_printf(b, "<%s", view_name(n));
    for (const struct view_node *f = view_facts(n); f; f = view_next(f)) {
        buf_printf(b, " %s=\"", view_name(f));
        xml_text(b, str_of(view_fact_text(f)), true);
        buf_ch(b, '"');
    }
    for (const struct fact *f = item ? item->facts : NULL; f; f = f->next) unknown |= !f->value.p;
    if (!text && !below && !unknown) {
        buf_z(b, "/>\n");
        return false;
    }
    buf_ch(b, '>');
    if (text) xml_text(b, str_of(view_text(text)), false);
    for (const struct fact *f = unknown ? item->facts : NULL; f; f = f->next)
        if (!f->value.p) {
            buf_printf(b, "<!-- %s: ? (", fact_text(f->name));
            commented(b, word(f->reason, lang));
            buf_z(b, ") -->");
        }
    if (below) buf_ch(b, '\n');
    else buf_printf(b, "</%s>\n", view_name(n));
    return below != NULL;
}

static const struct view_node *first_element(const struct view_node *n)
{
    while (n && !view_is_element(n)) n = view_next(n);
    return n;
}

void report_view(FILE *out, enum lang lang, const struct view *view)
{
    const struct view_node *n = view_root(view);
    struct buf b = BUF_INIT;
    int depth = 0;
    buf_z(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    while (n) {
        if (open_element(&b, n, depth, lang)) {
            n = first_element(view_child(n));
            depth++;
        } else {
            while (depth > 0 && !first_element(view_next(n))) {
                n = view_parent(n);
                indent(&b, --depth);
                buf_printf(&b, "</%s>\n", view_name(n));
            }
            n = depth > 0 ? first_element(view_next(n)) : NULL;
        }
        if (b.n > 65536) fwrite(b.p, 1, b.n, out), b.n = 0;
    }
    fwrite(buf_view(&b).p, 1, b.n, out);
    buf_free(&b);
}
