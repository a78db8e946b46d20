/* The texts of a document with the elements they came from, and those elements in another tree of the same part. */
#include <stdlib.h>

#include "annotate/places.h"
#include "read/office/tape.h"

static const struct xml_node *root_of(const struct xml_node *n)
{
    while (n && n->parent) n = n->parent;
    return n;
}

/* The origins that a place covers; where it covers none, the last one before it, or the first of all. */
static void nodes_at(struct places *k, size_t note, const struct tape_origin *v, size_t n, struct span at)
{
    const struct xml_node *before = NULL;
    for (size_t i = 0; i < n; i++) {
        if (root_of(v[i].node) != k->root) continue;
        bool mark = v[i].begin == v[i].end;
        bool inside = at.set && (mark ? v[i].begin == at.begin && at.begin == at.end : v[i].begin < at.end && v[i].end > at.begin);
        if (inside && !k->from[note]) k->from[note] = v[i].node;
        if (inside) k->to[note] = v[i].node;
        if (!before || v[i].begin <= at.begin) before = v[i].node;
        if (v[i].begin > at.end) break;
    }
    if (!k->from[note]) k->from[note] = k->to[note] = before;
}

enum rc places_find(struct arena *a, struct package *p, const struct office_reader *reader, const char *root, const struct notes *notes,
                    struct places *out, struct trouble *why)
{
    struct tape *tape;
    struct tape_origin *origins;
    size_t room = (notes->n + 1) * sizeof(void *);
    *out = (struct places){notes->n, NULL, arena_alloc(a, room), arena_alloc(a, room), arena_alloc(a, room), arena_alloc(a, room)};
    enum rc rc = reader->trace(p, &tape, why);
    if (rc != RC_OK) return rc;
    size_t n = tape_origins(tape, a, &origins);
    tape_free(tape);
    for (size_t i = 0; i < n && !out->root; i++)
        if (xml_is(root_of(origins[i].node), root)) out->root = root_of(origins[i].node);
    for (size_t i = 0; i < notes->n && out->root; i++) nodes_at(out, i, origins, n, notes->v[i].place.at);
    return RC_OK;
}

static int by_address(const void *x, const void *y)
{
    uintptr_t a = (uintptr_t) * (const struct xml_node *const *)x, b = (uintptr_t) * (const struct xml_node *const *)y;
    return (a > b) - (a < b);
}

static xmlNode *found_for(const struct xml_node **wanted, xmlNode **found, size_t n, const struct xml_node *node)
{
    const struct xml_node **at = node && n ? bsearch(&node, wanted, n, sizeof *wanted, by_address) : NULL;
    return at ? found[at - wanted] : NULL;
}

void places_in(struct arena *a, struct places *k, xmlNode *tree)
{
    size_t all = 0, n = 0;
    const struct xml_node **wanted = arena_alloc(a, (2 * k->n + 1) * sizeof *wanted);
    for (size_t i = 0; i < k->n; i++) {
        if (k->from[i]) wanted[all++] = k->from[i];
        if (k->to[i]) wanted[all++] = k->to[i];
    }
    if (all) qsort(wanted, all, sizeof *wanted, by_address);
    for (size_t i = 0; i < all; i++)
        if (!i || wanted[i] != wanted[i - 1]) wanted[n++] = wanted[i];
    xmlNode **found = arena_alloc(a, (n + 1) * sizeof *found);
    if (n) part_find(k->root, tree, wanted, found, n);
    for (size_t i = 0; i < k->n; i++) {
        k->begin[i] = found_for(wanted, found, n, k->from[i]);
        k->end[i] = found_for(wanted, found, n, k->to[i]);
    }
}
