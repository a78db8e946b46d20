/* Notes as annotations of OpenDocument texts: around the element that a finding is about, or in the paragraph of an empty cell. ODF 1.3, 14. */
#include <stdlib.h>
#include <string.h>

#include "annotate/parts.h"
#include "annotate/places.h"
#include "read/office/office.h"

#define OFFICE_NS "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define TEXT_NS "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define DC_NS "http://purl.org/dc/elements/1.1/"

static bool is(const xmlNode *n, const char *name) { return n && n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0; }
static bool is_paragraph(const xmlNode *n) { return is(n, "p") || is(n, "h"); }

/* The paragraph of the body that holds the node, never one inside a drawn thing; *child gets the part of it, NULL: all of it. */
static xmlNode *paragraph_of(xmlNode *n, xmlNode **child)
{
    xmlNode *paragraph = NULL;
    if (is(n, "table-cell"))
        for (xmlNode *k = n->children; k && !is_paragraph(n); k = k->next)
            if (is_paragraph(k)) n = k;
    for (xmlNode *below = NULL; n && n->type == XML_ELEMENT_NODE; below = n, n = n->parent) {
        if (is(n, "custom-shape") || is(n, "text-box") || is(n, "note-body")) paragraph = NULL;
        if (!is_paragraph(n) || paragraph) continue;
        paragraph = n;
        *child = below;
    }
    return paragraph;
}

static xmlNs *space(xmlNode *root, const char *uri, const char *prefix)
{
    xmlNs *ns = xmlSearchNsByHref(root->doc, root, (const xmlChar *)uri);
    return ns ? ns : xmlNewNs(root, (const xmlChar *)uri, (const xmlChar *)prefix);
}

struct spaces {
    xmlNs *office, *text, *dc;
};

static void add_line(xmlNode *note, const struct spaces *s, struct str line)
{
    xmlNode *p = xmlNewChild(note, s->text, (const xmlChar *)"p", NULL);
    xmlNodeAddContentLen(p, (const xmlChar *)line.p, (int)line.n);
}

static bool put_note(xmlNode *from, xmlNode *to, const struct spaces *s, const struct note *note, struct str name)
{
    xmlNode *first = NULL, *last = NULL, *paragraph = paragraph_of(from, &first);
    if (!paragraph) return false;
    if (paragraph_of(to, &last) != paragraph || !first) last = NULL;
    xmlNode *begin = xmlNewDocNode(paragraph->doc, s->office, (const xmlChar *)"annotation", NULL);
    xmlNode *end = xmlNewDocNode(paragraph->doc, s->office, (const xmlChar *)"annotation-end", NULL);
    xmlNewNsProp(begin, s->office, (const xmlChar *)"name", (const xmlChar *)name.p);
    xmlNewNsProp(end, s->office, (const xmlChar *)"name", (const xmlChar *)name.p);
    if (first) xmlAddPrevSibling(first, begin);
    else if (paragraph->children) xmlAddPrevSibling(paragraph->children, begin);
    else xmlAddChild(paragraph, begin);
    if (last) xmlAddNextSibling(last, end);
    else xmlAddChild(paragraph, end);
    xmlNewTextChild(begin, s->dc, (const xmlChar *)"creator", (const xmlChar *)"patuh");
    add_line(begin, s, note->title);
    for (size_t i = 0; i <= note->text.n;) {
        size_t stop = str_find(note->text, STR("\n"), i);
        if (stop == SIZE_MAX) stop = note->text.n;
        add_line(begin, s, str_slice(note->text, i, stop));
        i = stop + 1;
    }
    return true;
}

/* Names begin with a word that no annotation of the file has in its name. */
static struct str free_name(struct arena *a, struct str content)
{
    struct str name = STR("patuh");
    for (unsigned i = 2; str_find(content, name, 0) != SIZE_MAX; i++) name = arena_printf(a, "patuh%u_", i);
    return name;
}

enum rc annotate_odt(struct arena *a, struct package *p, struct str raw, const struct notes *notes, struct buf *out, struct trouble *why)
{
    struct places places;
    struct changes changes = {0};
    struct str content;
    enum rc rc = places_find(a, p, &office_odt, package_flat(raw) ? "office:document" : "office:document-content", notes, &places, why);
    if (rc == RC_OK) rc = package_part(p, package_main(p), &content, why);
    if (rc != RC_OK) return rc;
    xmlDoc *tree = part_tree(a, p, package_main(p), why);
    if (!tree) return RC_SYNTAX;
    xmlNode *root = xmlDocGetRootElement(tree);
    places_in(a, &places, root);
    struct spaces s = {space(root, OFFICE_NS, "office"), space(root, TEXT_NS, "text"), space(root, DC_NS, "dc")};
    struct str name = free_name(a, content);
    for (size_t i = 0; i < notes->n; i++)
        if (places.begin[i]) put_note(places.begin[i], places.end[i], &s, &notes->v[i], arena_printf(a, "%s%zu", name.p, i + 1));
    part_changed(a, &changes, package_main(p), tree);
    return package_copy(raw, &changes, out, why);
}
