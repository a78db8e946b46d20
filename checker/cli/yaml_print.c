/* A YAML tree as YAML again: examples of rules as an author would write them. Depth is bounded by LIMIT_depth of the pack's parser. */
#include <string.h>

#include "cli/cli.h"

static void blanks(struct buf *b, size_t n)
{
    while (n--) buf_ch(b, ' ');
}

/* Plain style unless something in the text would be read otherwise. */
static bool needs_quotes(const struct yaml_node *n)
{
    const char *t = n->text;
    if (n->length == 0) return !n->plain;
    if (!n->plain) return true;
    return strchr("-?:,[]{}#&*!|>'\"%@` ", t[0]) != NULL && n->length == 1;
}

static void scalar(struct buf *b, const struct yaml_node *n, size_t indent)
{
    if (memchr(n->text, '\n', n->length)) {
        buf_ch(b, '|');
        for (const char *p = n->text; *p;) {
            size_t len = strcspn(p, "\n");
            buf_ch(b, '\n');
            if (len) blanks(b, indent), buf_add(b, p, len);
            p += len + (p[len] == '\n');
        }
    } else if (needs_quotes(n)) {
        buf_ch(b, '"');
        for (const char *p = n->text; *p; p++) {
            if (*p == '"' || *p == '\\') buf_ch(b, '\\');
            if (*p == '\t') buf_z(b, "\\t");
            else buf_ch(b, *p);
        }
        buf_ch(b, '"');
    } else {
        buf_add(b, n->text, n->length);
    }
    buf_ch(b, '\n');
}

/* A value behind "key:" or "- ". `inline_first`: its first line goes on the line that is open. */
static void node(struct buf *b, const struct yaml_node *n, size_t indent, bool inline_first)
{
    const struct yaml_node *child = n->child;
    if (n->kind == YAML_SCALAR) {
        if (!inline_first) blanks(b, indent);
        scalar(b, n, indent);
        return;
    }
    if (!child) {
        if (!inline_first) blanks(b, indent);
        buf_z(b, n->kind == YAML_MAP ? "{}\n" : "[]\n");
    }
    while (child) {
        const struct yaml_node *value = n->kind == YAML_MAP ? child->next : child;
        if (!inline_first) blanks(b, indent);
        inline_first = false;
        if (n->kind == YAML_MAP) buf_add(b, child->text, child->length), buf_ch(b, ':');
        else buf_ch(b, '-');
        bool nested = n->kind == YAML_MAP && value->kind != YAML_SCALAR && value->child;
        if (nested) buf_ch(b, '\n');
        else if (value->kind != YAML_SCALAR || value->length || !value->plain) buf_ch(b, ' ');
        node(b, value, indent + 2, !nested);
        child = value->next;
    }
}

void yaml_print(struct buf *b, const struct yaml_node *n, size_t indent)
{
    if (n->kind == YAML_SCALAR) { /* a text of its own: as it is */
        for (const char *p = n->text; *p;) {
            size_t len = strcspn(p, "\n");
            if (len) blanks(b, indent), buf_add(b, p, len);
            buf_ch(b, '\n');
            p += len + (p[len] == '\n');
        }
        return;
    }
    node(b, n, indent, false);
}
