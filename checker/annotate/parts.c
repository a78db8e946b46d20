/* Parts of a package as trees to be changed, and the package written again around them. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <zip.h>

#include "annotate/parts.h"

enum { SOME_DAY = 315619200 }; /* 2 January 1980, the first day that a ZIP knows everywhere */

static xmlDoc *parse(struct str bytes)
{
    return bytes.n > INT_MAX ? NULL : xmlReadMemory(bytes.p, (int)bytes.n, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

xmlDoc *part_tree(struct arena *a, struct package *p, struct str name, struct trouble *why)
{
    struct xml_node *root;
    struct str bytes;
    if (package_xml(p, name, &root, why) != RC_OK || package_part(p, name, &bytes, why) != RC_OK) return NULL;
    xmlDoc *tree = parse(bytes);
    if (!tree) *why = (struct trouble){.message = W_package_part_broken, .arg = {arena_str(a, name)}};
    return tree;
}

xmlDoc *part_tree_or(struct arena *a, struct package *p, struct str name, const char *otherwise, struct trouble *why)
{
    return package_has(p, name) ? part_tree(a, p, name, why) : parse(str_of(otherwise));
}

void part_changed(struct arena *a, struct changes *c, struct str name, xmlDoc *tree)
{
    xmlChar *bytes;
    int n;
    xmlDocDumpMemoryEnc(tree, &bytes, &n, "UTF-8");
    *ARENA_PUSH(a, c) = (struct change){name, arena_str(a, (struct str){(const char *)bytes, (size_t)n})};
    xmlFree(bytes);
    xmlFreeDoc(tree);
}

static xmlNode *next_element(const xmlNode *top, xmlNode *n)
{
    do {
        if (n->children && n->type == XML_ELEMENT_NODE) {
            n = n->children;
            continue;
        }
        while (n != top && !n->next) n = n->parent;
        if (n == top) return NULL;
        n = n->next;
    } while (n->type != XML_ELEMENT_NODE);
    return n;
}

static const struct xml_node *next_node(const struct xml_node *top, const struct xml_node *n)
{
    do n = xml_walk(top, n, false);
    while (n && !n->name);
    return n;
}

static size_t index_of(const struct xml_node *const *wanted, size_t n, const struct xml_node *node)
{
    size_t lo = 0, hi = n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if ((uintptr_t)wanted[mid] < (uintptr_t)node) lo = mid + 1;
        else hi = mid;
    }
    return lo < n && wanted[lo] == node ? lo : SIZE_MAX;
}

void part_find(const struct xml_node *root, xmlNode *tree, const struct xml_node *const *wanted, xmlNode **found, size_t n)
{
    xmlNode *there = tree;
    for (const struct xml_node *here = root; here && there; here = next_node(root, here), there = next_element(tree, there)) {
        size_t i = index_of(wanted, n, here);
        if (i != SIZE_MAX) found[i] = there;
    }
}

/* ---- the archive -------------------------------------------------------------------------------------------------- */

static enum rc refuse(struct trouble *why)
{
    *why = (struct trouble){.message = W_annotate_failed};
    return RC_IO;
}

static bool put(zip_t *zip, const struct change *k)
{
    zip_source_t *s = zip_source_buffer(zip, k->bytes.p, k->bytes.n, 0);
    zip_int64_t at = s ? zip_file_add(zip, k->name.p, s, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8) : -1;
    if (at < 0) zip_source_free(s);
    return at >= 0 && zip_file_set_mtime(zip, (zip_uint64_t)at, SOME_DAY, 0) == 0; /* the same notes give the same bytes */
}

static bool collect(zip_source_t *s, struct buf *out)
{
    char piece[65536];
    if (zip_source_open(s) != 0) return false;
    zip_int64_t n;
    while ((n = zip_source_read(s, piece, sizeof piece)) > 0) buf_add(out, piece, (size_t)n);
    zip_source_close(s);
    return n == 0;
}

enum rc package_copy(struct str raw, const struct changes *c, struct buf *out, struct trouble *why)
{
    if (package_flat(raw)) {
        if (c->n != 1) return refuse(why);
        buf_str(out, c->v[0].bytes);
        return RC_OK;
    }
    void *copy = malloc(raw.n);
    if (!copy) base_out_of_memory();
    memcpy(copy, raw.p, raw.n);
    zip_source_t *s = zip_source_buffer_create(copy, raw.n, 1, NULL);
    if (!s) return free(copy), refuse(why);
    zip_source_keep(s);
    zip_t *zip = zip_open_from_source(s, 0, NULL);
    bool good = zip != NULL;
    for (size_t i = 0; good && i < c->n; i++) good = put(zip, &c->v[i]);
    if (good) good = zip_close(zip) == 0;
    if (!good && zip) zip_discard(zip);
    good = good && collect(s, out);
    zip_source_free(s);
    return good ? RC_OK : refuse(why);
}
