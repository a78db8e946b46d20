/* Looking around in the tree of a part. */
#include <string.h>

#include "read/office/package.h"

bool xml_is(const struct xml_node *n, const char *name) { return n && n->name && strcmp(n->name, name) == 0; }

struct str xml_attr_of(const struct xml_attr *attrs, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(attrs[i].name, name) == 0) return attrs[i].value;
    return STR_ABSENT;
}

struct str xml_get(const struct xml_node *n, const char *name) { return n ? xml_attr_of(n->attrs, n->attr_count, name) : STR_ABSENT; }

static struct xml_node *first_of(struct xml_node *n, const char *name)
{
    while (n && (!n->name || (name && strcmp(n->name, name) != 0))) n = n->next;
    return n;
}

struct xml_node *xml_child(const struct xml_node *n, const char *name) { return n ? first_of(n->child, name) : NULL; }
struct xml_node *xml_next(const struct xml_node *n, const char *name) { return n ? first_of(n->next, name) : NULL; }

struct xml_node *xml_path(const struct xml_node *n, const char *names)
{
    struct xml_node *at = NULL;
    while (n && *names) {
        size_t length = strcspn(names, " ");
        for (at = n->child; at; at = at->next)
            if (at->name && strlen(at->name) == length && memcmp(at->name, names, length) == 0) break;
        n = at;
        names += length + strspn(names + length, " ");
    }
    return at;
}

struct xml_node *xml_walk(const struct xml_node *top, const struct xml_node *n, bool skip)
{
    if (n && !skip && n->child) return n->child;
    while (n && n != top && !n->next) n = n->parent;
    return !n || n == top ? NULL : n->next;
}

struct str xml_content(struct arena *a, const struct xml_node *n)
{
    struct buf b = BUF_INIT;
    buf_add(&b, "", 0);
    for (const struct xml_node *k = n; k; k = xml_walk(n, k, false))
        if (!k->name) buf_str(&b, k->text);
    struct str text = arena_str(a, buf_view(&b));
    buf_free(&b);
    return text;
}
