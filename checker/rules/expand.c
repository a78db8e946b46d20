/* Templates at a node: literal text, and the values of expressions in the output language. */
#include <string.h>

#include "rules/engine.h"

#define MAX_LISTED 20 /* values of one node set that a message lists */
#define MAX_VALUE 600 /* bytes of one of them: beyond that a reader looks at the document */

/* Words with one blank between them. */
static void add_words(struct buf *room, const char *s)
{
    for (; *s; s++) {
        bool blank = strchr(" \t\r\n", *s) != NULL;
        if (!blank) buf_ch(room, *s);
        else if (room->n && room->p[room->n - 1] != ' ') buf_ch(room, ' ');
    }
}

/* What a node says: of an element its own text on one line, its list facts aside; of a fact its value. */
static struct str text_of(const xmlNode *n, struct buf *room)
{
    if (n->type != XML_ELEMENT_NODE && n->type != XML_ATTRIBUTE_NODE) return str_of((const char *)n->content);
    for (const xmlNode *c = n->children; c; c = c->next) {
        if (c->type != XML_TEXT_NODE) continue;
        if (n->type == XML_ELEMENT_NODE) add_words(room, (const char *)c->content);
        else buf_z(room, (const char *)c->content);
    }
    return str_trim(buf_view(room));
}

static void print_text(struct buf *out, struct str s, enum fact_type type, enum lang lang)
{
    size_t n = s.n > MAX_VALUE ? MAX_VALUE : s.n;
    while (n < s.n && n && ((unsigned char)s.p[n] & 0xC0) == 0x80) n--;
    figure_print(out, str_slice(s, 0, n), type, lang);
    if (n < s.n) buf_z(out, "…");
}

/* All nodes of a set, in document order: the first alone, as string() has it, would hide the others. */
static void print_nodes(struct engine *e, xmlNodeSet *nodes, enum fact_type type, struct buf *out)
{
    xmlXPathNodeSetSort(nodes);
    for (int i = 0; nodes && i < nodes->nodeNr; i++) {
        if (i) buf_z(out, ", ");
        if (i == MAX_LISTED) {
            buf_z(out, "…");
            return;
        }
        struct buf room = BUF_INIT;
        print_text(out, text_of(nodes->nodeTab[i], &room), type, e->lang);
        buf_free(&room);
    }
}

static void print_value(struct engine *e, const struct piece *p, xmlNode *node, enum word unknown, struct buf *out)
{
    struct reason why;
    xmlXPathObject *v = evaluate(e, p->expression, node, &why);
    if (!v) {
        buf_z(out, "…");
        return;
    }
    if (p->fact && xmlXPathNodeSetIsEmpty(v->nodesetval)) {
        buf_z(out, word(unknown, e->lang));
    } else if (v->type == XPATH_NODESET) {
        print_nodes(e, v->nodesetval, p->type, out);
    } else {
        xmlChar *s = xmlXPathCastToString(v);
        if (!s) base_out_of_memory();
        buf_z(out, (const char *)s);
        xmlFree(s);
    }
    xmlXPathFreeObject(v);
}

void expand(struct engine *e, const struct template *t, xmlNode *node, const struct str *arguments, enum word unknown, struct buf *out)
{
    for (size_t i = 0; i < t->n; i++) {
        const struct piece *p = &t->v[i];
        if (p->literal.p) buf_str(out, p->literal);
        else if (p->argument >= 0) buf_str(out, arguments[p->argument]);
        else print_value(e, p, node, unknown, out);
    }
}
