/* Notes as annotations of cells in OpenDocument spreadsheets. ODF 1.2 part 1, 14.1. */
#include <string.h>

#include "annotate/cells.h"

#define DC "http://purl.org/dc/elements/1.1/"

static uint32_t repeats(xmlNode *n, const char *name)
{
    xmlChar *text = xmlGetProp(n, (const xmlChar *)name); /* without its prefix: no other attribute of the element has that name */
    uint64_t v;
    bool good = text && str_u64(str_of((const char *)text), &v) && v > 0 && v < UINT32_MAX;
    xmlFree(text);
    return good ? (uint32_t)v : 1;
}

static void set_repeats(xmlNode *n, const char *name, uint32_t times)
{
    char text[16];
    xmlAttr *a = xmlHasProp(n, (const xmlChar *)name);
    if (!a) return;
    snprintf(text, sizeof text, "%u", (unsigned)times);
    if (times > 1) xmlSetNsProp(n, a->ns, (const xmlChar *)name, (const xmlChar *)text);
    else xmlRemoveProp(a);
}

/* Of a row or cell that stands for several, the one of that index by itself. */
static xmlNode *single_out(xmlNode *n, const char *name, uint32_t index)
{
    uint32_t times = repeats(n, name);
    if (index) {
        xmlNode *before = xmlCopyNode(n, 1);
        xmlAddPrevSibling(n, before);
        set_repeats(before, name, index);
    }
    if (index + 1 < times) {
        xmlNode *behind = xmlCopyNode(n, 1);
        xmlAddNextSibling(n, behind);
        set_repeats(behind, name, times - index - 1);
    }
    set_repeats(n, name, 1);
    return n;
}

static xmlNode *next_row(xmlNode *table, xmlNode *n)
{
    do {
        if (n->type == XML_ELEMENT_NODE && n->children && (n == table || strstr((const char *)n->name, "row-group") || strstr((const char *)n->name, "rows"))) {
            n = n->children;
            continue;
        }
        while (n != table && !n->next) n = n->parent;
        if (n == table) return NULL;
        n = n->next;
    } while (!is_element(n, "table-row"));
    return n;
}

static xmlNode *row_at(xmlNode *table, uint32_t row)
{
    for (xmlNode *n = next_row(table, table); n; n = next_row(table, n)) {
        uint32_t times = repeats(n, "number-rows-repeated");
        if (row < times) return single_out(n, "number-rows-repeated", row);
        row -= times;
    }
    return NULL;
}

static xmlNode *cell_at(xmlNode *row, uint32_t col)
{
    for (xmlNode *n = row->children; n; n = n->next) {
        if (!is_element(n, "table-cell") && !is_element(n, "covered-table-cell")) continue;
        uint32_t times = repeats(n, "number-columns-repeated");
        if (col < times) return single_out(n, "number-columns-repeated", col);
        col -= times;
    }
    return NULL;
}

static void add_lines(xmlNode *annotation, xmlNs *text, struct str lines)
{
    for (size_t i = 0; i <= lines.n;) {
        size_t end = str_find(lines, STR("\n"), i);
        if (end == SIZE_MAX) end = lines.n;
        xmlNode *p = xmlNewChild(annotation, text, (const xmlChar *)"p", NULL);
        xmlNodeAddContentLen(p, (const xmlChar *)lines.p + i, (int)(end - i));
        i = end + 1;
    }
}

static xmlNs *space(xmlNode *root, const char *href, const char *prefix)
{
    xmlNs *ns = xmlSearchNsByHref(root->doc, root, (const xmlChar *)href);
    return ns ? ns : xmlNewNs(root, (const xmlChar *)href, (const xmlChar *)prefix);
}

static void add_annotation(xmlNode *cell, const struct cell_note *note)
{
    xmlNode *root = xmlDocGetRootElement(cell->doc), *there = cell->children;
    xmlNs *office = space(root, "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"), *dc = space(root, DC, "dc");
    xmlNs *text = space(root, "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text");
    while (there && !is_element(there, "annotation")) there = there->next;
    if (there) { /* a cell has one: what is found there goes below it */
        add_lines(there, text, STR("\npatuh:"));
        add_lines(there, text, note->text);
        return;
    }
    xmlNode *n = xmlNewDocNode(cell->doc, office, (const xmlChar *)"annotation", NULL);
    xmlNewNsProp(n, office, (const xmlChar *)"display", (const xmlChar *)"false");
    xmlNewChild(n, dc, (const xmlChar *)"creator", (const xmlChar *)"patuh");
    add_lines(n, text, note->text);
    if (cell->children) xmlAddPrevSibling(cell->children, n);
    else xmlAddChild(cell, n);
}

static void annotate_table(struct arena *a, xmlNode *table, const struct notes *notes, bool first)
{
    xmlChar *name = xmlGetProp(table, (const xmlChar *)"name");
    struct cell_notes here = cell_notes(a, notes, str_of((const char *)name), first);
    xmlFree(name);
    for (size_t i = 0; i < here.n; i++) {
        xmlNode *row = row_at(table, here.v[i].row), *cell = row ? cell_at(row, here.v[i].col) : NULL;
        if (cell) add_annotation(cell, &here.v[i]);
    }
}

static xmlNode *child(xmlNode *n, const char *name)
{
    for (n = n ? n->children : NULL; n; n = n->next)
        if (is_element(n, name)) return n;
    return NULL;
}

enum rc annotate_ods(struct arena *a, struct package *p, struct str raw, const struct notes *notes, struct buf *out, struct trouble *why)
{
    struct changes changes = {0};
    xmlDoc *content = part_tree(a, p, package_main(p), why);
    if (!content) return RC_SYNTAX;
    xmlNode *sheets = child(child(xmlDocGetRootElement(content), "body"), "spreadsheet");
    bool first = true;
    for (xmlNode *n = sheets ? sheets->children : NULL; n; n = n->next) {
        if (!is_element(n, "table")) continue;
        annotate_table(a, n, notes, first);
        first = false;
    }
    part_changed(a, &changes, package_main(p), content);
    return package_copy(raw, &changes, out, why);
}
