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
static struct str text_of(const struct view_node *n, struct buf *room)
{
    if (!view_is_element(n) && !view_is_fact(n)) return str_of(view_text(n));
    for (const struct view_node *c = view_child(n); c; c = view_next(c)) {
        if (!view_is_text(c)) continue;
        if (view_is_element(n)) add_words(room, view_text(c));
        else buf_z(room, view_text(c));
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
static void print_nodes(struct engine *e, struct xpath_value *nodes, enum fact_type type, struct buf *out)
{
    xpath_sort(nodes);
    for (size_t i = 0; i < xpath_count(nodes); i++) {
        if (i) buf_z(out, ", ");
        if (i == MAX_LISTED) {
            buf_z(out, "…");
            return;
        }
        struct buf room = BUF_INIT;
        print_text(out, text_of(xpath_node(nodes, i), &room), type, e->lang);
        buf_free(&room);
    }
}

static void print_value(struct engine *e, const struct piece *p, const struct view_node *node, enum word unknown, struct buf *out)
{
    struct reason why;
    struct xpath_value *v = evaluate(e, p->expression, node, &why);
    if (!v) buf_z(out, "…");
    else if (p->fact && !xpath_count(v)) buf_z(out, word(unknown, e->lang));
    else if (xpath_is_nodes(v)) print_nodes(e, v, p->type, out);
    else xpath_print(v, out);
    xpath_value_free(v);
}

void expand(struct engine *e, const struct template *t, const struct view_node *node, const struct str *arguments, enum word unknown, struct buf *out)
{
    for (size_t i = 0; i < t->n; i++) {
        const struct piece *p = &t->v[i];
        if (p->literal.p) buf_str(out, p->literal);
        else if (p->argument >= 0) buf_str(out, arguments[p->argument]);
        else print_value(e, p, node, unknown, out);
    }
}
