/* Notes as comments of Word: at the runs that a finding is about, or the paragraph of an empty cell. ISO/IEC 29500-1 17.13.4. */
#include <stdlib.h>
#include <string.h>

#include "annotate/places.h"

#define MAIN_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
#define CONTENT "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

struct docx_copy {
    struct arena *a;
    struct package *p;
    const struct notes *notes;
    struct places places;
    struct changes changes;
    struct trouble *why;
};

/* ---- in the body ---------------------------------------------------------------------------------------------------- */

static bool is(const xmlNode *n, const char *name) { return n && n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0; }

/* The paragraph that may hold a comment for this node: never one inside a text box, where Word allows none. *child gets the part of it
 * that holds the node; NULL: all of it. */
static xmlNode *paragraph_of(xmlNode *n, xmlNode **child)
{
    xmlNode *paragraph = NULL;
    if (is(n, "tc"))
        for (xmlNode *k = n->children; k && !is(n, "p"); k = k->next)
            if (is(k, "p")) n = k;
    for (xmlNode *below = NULL; n && n->type == XML_ELEMENT_NODE; below = n, n = n->parent) {
        if (is(n, "txbxContent")) paragraph = NULL;
        if (!is(n, "p") || paragraph) continue;
        paragraph = n;
        *child = below;
    }
    return paragraph;
}

static xmlNode *mark(xmlNode *like, const char *name, size_t id)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", id);
    xmlNode *n = xmlNewDocNode(like->doc, like->ns, (const xmlChar *)name, NULL);
    xmlNewNsProp(n, like->ns, (const xmlChar *)"id", (const xmlChar *)text);
    return n;
}

static xmlNode *first_content(xmlNode *paragraph)
{
    xmlNode *n = paragraph->children;
    while (n && (n->type != XML_ELEMENT_NODE || is(n, "pPr"))) n = n->next;
    return n;
}

static bool put_marks(xmlNode *from, xmlNode *to, size_t id)
{
    xmlNode *first, *last, *paragraph = paragraph_of(from, &first);
    if (!paragraph) return false;
    if (paragraph_of(to, &last) != paragraph) last = paragraph->last;
    if (!first) first = first_content(paragraph);
    xmlNode *begin = mark(paragraph, "commentRangeStart", id), *end = mark(paragraph, "commentRangeEnd", id);
    xmlNode *run = xmlNewDocNode(paragraph->doc, paragraph->ns, (const xmlChar *)"r", NULL);
    xmlAddChild(run, mark(paragraph, "commentReference", id));
    if (first) xmlAddPrevSibling(first, begin);
    else xmlAddChild(paragraph, begin);
    if (last && first) xmlAddNextSibling(last, end);
    else xmlAddChild(paragraph, end);
    xmlAddNextSibling(end, run);
    return true;
}

/* ---- the comments --------------------------------------------------------------------------------------------------- */

static void add_line(xmlNode *comment, struct str line, bool bold)
{
    xmlNode *p = xmlNewChild(comment, comment->ns, (const xmlChar *)"p", NULL), *r = xmlNewChild(p, comment->ns, (const xmlChar *)"r", NULL);
    if (bold) xmlNewChild(xmlNewChild(r, comment->ns, (const xmlChar *)"rPr", NULL), comment->ns, (const xmlChar *)"b", NULL);
    xmlNode *t = xmlNewChild(r, comment->ns, (const xmlChar *)"t", NULL);
    xmlNodeSetSpacePreserve(t, 1);
    xmlNodeAddContentLen(t, (const xmlChar *)line.p, (int)line.n);
}

static void add_comment(xmlNode *comments, const struct note *note, size_t id)
{
    xmlNode *c = mark(comments, "comment", id);
    xmlAddChild(comments, c);
    xmlNewNsProp(c, c->ns, (const xmlChar *)"author", (const xmlChar *)"patuh");
    xmlNewNsProp(c, c->ns, (const xmlChar *)"initials", (const xmlChar *)"p");
    add_line(c, note->title, true);
    for (size_t i = 0; i <= note->text.n;) {
        size_t end = str_find(note->text, STR("\n"), i);
        if (end == SIZE_MAX) end = note->text.n;
        add_line(c, str_slice(note->text, i, end), false);
        i = end + 1;
    }
}

static size_t next_id(const xmlNode *comments)
{
    size_t next = 0;
    for (const xmlNode *n = comments->children; n; n = n->next) {
        xmlChar *id = is(n, "comment") ? xmlGetNsProp((xmlNode *)n, (const xmlChar *)"id", n->ns->href) : NULL;
        uint64_t v;
        if (id && str_u64(str_of((const char *)id), &v) && v < INT32_MAX && v >= next) next = (size_t)v + 1;
        xmlFree(id);
    }
    return next;
}

/* ---- the package ----------------------------------------------------------------------------------------------------- */

/* "word/" of "word/document.xml". */
static struct str folder_of(struct str name)
{
    size_t n = name.n;
    while (n && name.p[n - 1] != '/') n--;
    return str_slice(name, 0, n);
}

/* The new part is made known to the package: its type and its relation. */
static bool announce(struct docx_copy *k, struct str comments)
{
    struct str main = package_main(k->p), folder = folder_of(main);
    struct str file = str_slice(comments, folder.n, comments.n), types = STR("[Content_Types].xml");
    struct str rels = arena_printf(k->a, "%.*s_rels/%.*s.rels", (int)folder.n, folder.p, (int)(main.n - folder.n), main.p + folder.n);
    xmlDoc *t = part_tree(k->a, k->p, types, k->why);
    if (!t) return false;
    xmlDoc *r = part_tree_or(k->a, k->p, rels, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>", k->why);
    if (!r) return xmlFreeDoc(t), false;
    xmlNode *n = xmlNewChild(xmlDocGetRootElement(t), NULL, (const xmlChar *)"Override", NULL);
    xmlNewProp(n, (const xmlChar *)"PartName", (const xmlChar *)arena_printf(k->a, "/%s", comments.p).p);
    xmlNewProp(n, (const xmlChar *)"ContentType", (const xmlChar *)CONTENT);
    n = xmlNewChild(xmlDocGetRootElement(r), NULL, (const xmlChar *)"Relationship", NULL);
    xmlNewProp(n, (const xmlChar *)"Id", (const xmlChar *)"rIdPatuh");
    xmlNewProp(n, (const xmlChar *)"Type", (const xmlChar *)RELATION);
    xmlNewProp(n, (const xmlChar *)"Target", (const xmlChar *)arena_strz(k->a, file));
    part_changed(k->a, &k->changes, types, t);
    part_changed(k->a, &k->changes, rels, r);
    return true;
}

/* The tree of the comments that are there, or of none; *name gets the part. */
static xmlDoc *comments_tree(struct docx_copy *k, struct str *name, bool *fresh)
{
    struct relations r;
    struct str folder = folder_of(package_main(k->p));
    if (package_relations(k->p, package_main(k->p), &r, k->why) != RC_OK) return NULL;
    const struct relation *to = relation_by_type(&r, "comments");
    *fresh = !to || !to->target.p || !package_has(k->p, to->target);
    if (!*fresh) return part_tree(k->a, k->p, *name = to->target, k->why);
    *name = arena_printf(k->a, "%.*scomments.xml", (int)folder.n, folder.p);
    for (int i = 2; package_has(k->p, *name); i++) *name = arena_printf(k->a, "%.*scomments%d.xml", (int)folder.n, folder.p, i);
    return part_tree_or(k->a, k->p, *name, "<w:comments xmlns:w=\"" MAIN_NS "\"/>", k->why);
}

static enum rc write_notes(struct docx_copy *k)
{
    struct str name;
    bool fresh;
    xmlDoc *comments = comments_tree(k, &name, &fresh);
    if (!comments) return RC_SYNTAX;
    xmlNode *root = xmlDocGetRootElement(comments);
    size_t id = next_id(root);
    for (size_t i = 0; i < k->notes->n; i++)
        if (k->places.begin[i] && put_marks(k->places.begin[i], k->places.end[i], id)) add_comment(root, &k->notes->v[i], id++);
    part_changed(k->a, &k->changes, name, comments);
    if (fresh && !announce(k, name)) return RC_SYNTAX;
    return RC_OK;
}

enum rc annotate_docx(struct arena *a, struct package *p, struct str raw, const struct notes *notes, struct buf *out, struct trouble *why)
{
    struct docx_copy k = {.a = a, .p = p, .notes = notes, .why = why};
    enum rc rc = places_find(a, p, &office_docx, "w:document", notes, &k.places, why);
    if (rc != RC_OK) return rc;
    xmlDoc *body = part_tree(a, p, package_main(p), why);
    if (!body) return RC_SYNTAX;
    places_in(a, &k.places, xmlDocGetRootElement(body));
    rc = write_notes(&k);
    if (rc == RC_OK) part_changed(a, &k.changes, package_main(p), body);
    else xmlFreeDoc(body);
    return rc == RC_OK ? package_copy(raw, &k.changes, out, why) : rc;
}
