/* The SOPs of a run as elements. */
#include "stage/set.h"
#include "view/nodes.h"

struct view *view_set(struct arena *a, const struct document_set *set, struct view_names *names)
{
    struct builder b = {.a = a, .doc = arena_alloc(a, sizeof *b.doc), .names = names};
    view_open(&b);
    xmlNode *root = view_group(&b, NULL, "himpunan");
    for (size_t i = 0; i < set->n; i++) {
        xmlNode *n = view_element(&b, root, "sop", &set->v[i].head);
        view_leaf(&b, n, "judul", &set->v[i].name);
        view_leaves(&b, n, "terkait", &set->v[i].related);
    }
    return (struct view *)(void *)b.doc;
}
