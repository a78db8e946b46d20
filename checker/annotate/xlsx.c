/* Notes as cell notes of Excel: xl/comments and the drawing that says how they look. ECMA-376 part 1, 18.7, and part 4, 19 (VML). */
#include <stdlib.h>
#include <string.h>

#include "annotate/cells.h"

#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define CONTENT "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
#define VML_SPACES "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\""

static const char new_vml[] = "<xml " VML_SPACES "><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\" "
                              "coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" "
                              "o:connecttype=\"rect\"/></v:shapetype></xml>";
static const char new_relations[] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";

struct xlsx_copy {
    struct arena *a;
    struct package *p;
    struct trouble *why;
    struct changes changes;
    xmlDoc *types;              /* [Content_Types].xml */
};

/* The parts of one sheet; names of those that are new. */
struct sheet_parts {
    struct str sheet, comments, vml, rels;
    bool new_comments, new_vml;
};

static xmlNode *child(const xmlNode *n, const char *name)
{
    for (xmlNode *k = n->children; k; k = k->next)
        if (is_element(k, name)) return k;
    return NULL;
}

/* ---- the comments -------------------------------------------------------------------------------------------- */

static size_t author_of(xmlNode *comments)
{
    xmlNode *authors = child(comments, "authors");
    size_t n = 0;
    for (xmlNode *k = authors->children; k; k = k->next) {
        if (!is_element(k, "author")) continue;
        xmlChar *name = xmlNodeGetContent(k);
        bool ours = name && strcmp((const char *)name, "patuh") == 0;
        xmlFree(name);
        if (ours) return n;
        n++;
    }
    xmlNewChild(authors, authors->ns, (const xmlChar *)"author", (const xmlChar *)"patuh");
    return n;
}

static xmlNode *comment_at(xmlNode *list, struct str ref)
{
    for (xmlNode *k = list->children; k; k = k->next) {
        xmlChar *at = is_element(k, "comment") ? xmlGetNoNsProp(k, (const xmlChar *)"ref") : NULL;
        bool same = at && str_eqz(ref, (const char *)at);
        xmlFree(at);
        if (same) return k;
    }
    return NULL;
}

static void add_text(xmlNode *text, struct str words)
{
    xmlNode *t = xmlNewChild(xmlNewChild(text, text->ns, (const xmlChar *)"r", NULL), text->ns, (const xmlChar *)"t", NULL);
    xmlNodeSetSpacePreserve(t, 1);
    xmlNodeAddContentLen(t, (const xmlChar *)words.p, (int)words.n);
}

/* A cell has one note: what is found there goes below one that stands there. true: it is a new one. */
static bool add_comment(struct arena *a, xmlNode *list, size_t author, const struct cell_note *note)
{
    xmlNode *there = comment_at(list, note->cell), *text = there ? child(there, "text") : NULL;
    if (text) {
        add_text(text, arena_printf(a, "\n\npatuh:\n%s", note->text.p));
        return false;
    }
    xmlNode *c = xmlNewChild(list, list->ns, (const xmlChar *)"comment", NULL);
    xmlNewProp(c, (const xmlChar *)"ref", (const xmlChar *)note->cell.p);
    xmlNewProp(c, (const xmlChar *)"authorId", (const xmlChar *)arena_printf(a, "%zu", author).p);
    add_text(xmlNewChild(c, c->ns, (const xmlChar *)"text", NULL), note->text);
    return true;
}

static xmlDoc *comments_tree(struct xlsx_copy *k, const struct sheet_parts *s, const char *space)
{
    if (!s->new_comments) return part_tree(k->a, k->p, s->comments, k->why);
    struct str empty = arena_printf(k->a, "<comments xmlns=\"%s\"><authors/><commentList/></comments>", space);
    return part_tree_or(k->a, k->p, s->comments, empty.p, k->why);
}

/* ---- how they look ------------------------------------------------------------------------------------------- */

static void shape(struct buf *b, const struct cell_note *note, size_t id)
{
    uint32_t row = note->row, col = note->col;
    buf_printf(b, "<v:shape id=\"_x0000_patuh%zu\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
                  "<v:fill color2=\"#ffffe1\"/><v:path o:connecttype=\"none\"/><v:textbox><div style=\"text-align:left\"/></v:textbox><x:ClientData ObjectType=\"Note\">"
                  "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%u,15,%u,2,%u,15,%u,4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%u</x:Row><x:Column>%u</x:Column>"
                  "</x:ClientData></v:shape>",
               id, (unsigned)col + 1, (unsigned)(row ? row - 1 : 0), (unsigned)col + 5, (unsigned)row + 6, (unsigned)row, (unsigned)col);
}

static bool add_shapes(struct xlsx_copy *k, const struct sheet_parts *s, const struct buf *shapes)
{
    xmlDoc *vml = part_tree_or(k->a, k->p, s->vml, new_vml, k->why);
    if (!vml) return false;
    struct str text = arena_printf(k->a, "<xml " VML_SPACES ">%s</xml>", shapes->p);
    xmlDoc *made = xmlReadMemory(text.p, (int)text.n, NULL, NULL, XML_PARSE_NONET);
    for (xmlNode *n = made ? xmlDocGetRootElement(made)->children : NULL; n; n = n->next)
        xmlAddChild(xmlDocGetRootElement(vml), xmlDocCopyNode(n, vml, 1));
    xmlFreeDoc(made);
    part_changed(k->a, &k->changes, s->vml, vml);
    return true;
}

/* ---- making them known --------------------------------------------------------------------------------------- */

static void relate(struct xlsx_copy *k, xmlNode *relations, const char *id, const char *type, struct str part)
{
    xmlNode *n = xmlNewChild(relations, relations->ns, (const xmlChar *)"Relationship", NULL);
    xmlNewProp(n, (const xmlChar *)"Id", (const xmlChar *)id);
    xmlNewProp(n, (const xmlChar *)"Type", (const xmlChar *)type);
    xmlNewProp(n, (const xmlChar *)"Target", (const xmlChar *)arena_printf(k->a, "/%s", part.p).p);
}

static void know_types(struct xlsx_copy *k, const struct sheet_parts *s)
{
    xmlNode *root = xmlDocGetRootElement(k->types);
    bool vml = false;
    for (xmlNode *n = root->children; n; n = n->next) {
        xmlChar *ending = is_element(n, "Default") ? xmlGetNoNsProp(n, (const xmlChar *)"Extension") : NULL;
        vml |= ending && strcmp((const char *)ending, "vml") == 0;
        xmlFree(ending);
    }
    if (!vml) {
        xmlNode *n = xmlNewDocNode(k->types, root->ns, (const xmlChar *)"Default", NULL);
        xmlNewProp(n, (const xmlChar *)"Extension", (const xmlChar *)"vml");
        xmlNewProp(n, (const xmlChar *)"ContentType", (const xmlChar *)"application/vnd.openxmlformats-officedocument.vmlDrawing");
        if (root->children) xmlAddPrevSibling(root->children, n);
        else xmlAddChild(root, n);
    }
    if (!s->new_comments) return;
    xmlNode *n = xmlNewChild(root, root->ns, (const xmlChar *)"Override", NULL);
    xmlNewProp(n, (const xmlChar *)"PartName", (const xmlChar *)arena_printf(k->a, "/%s", s->comments.p).p);
    xmlNewProp(n, (const xmlChar *)"ContentType", (const xmlChar *)CONTENT);
}

/* <legacyDrawing> in its place among the elements of the sheet. */
static void name_drawing(xmlNode *sheet)
{
    static const char *const behind[] = {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"};
    xmlNode *before = NULL, *n = xmlNewDocNode(sheet->doc, sheet->ns, (const xmlChar *)"legacyDrawing", NULL);
    for (xmlNode *k = sheet->children; k && !before; k = k->next)
        for (size_t i = 0; i < COUNT(behind); i++)
            if (is_element(k, behind[i])) before = k;
    if (before) xmlAddPrevSibling(before, n);
    else xmlAddChild(sheet, n);
    xmlNs *r = xmlSearchNsByHref(sheet->doc, sheet, (const xmlChar *)RELATION);
    if (!r || !r->prefix) r = xmlNewNs(sheet, (const xmlChar *)RELATION, (const xmlChar *)"rPatuh");
    xmlNewNsProp(n, r, (const xmlChar *)"id", (const xmlChar *)"rIdPatuhVml");
}

static bool announce(struct xlsx_copy *k, const struct sheet_parts *s)
{
    xmlDoc *rels = part_tree_or(k->a, k->p, s->rels, new_relations, k->why);
    if (!rels) return false;
    if (s->new_comments) relate(k, xmlDocGetRootElement(rels), "rIdPatuhComments", RELATION "/comments", s->comments);
    if (s->new_vml) relate(k, xmlDocGetRootElement(rels), "rIdPatuhVml", RELATION "/vmlDrawing", s->vml);
    part_changed(k->a, &k->changes, s->rels, rels);
    know_types(k, s);
    return true;
}

/* ---- one sheet ----------------------------------------------------------------------------------------------- */

static struct str fresh_name(struct xlsx_copy *k, const char *before, size_t sheet, const char *behind)
{
    struct str name = arena_printf(k->a, "%s%zu%s", before, sheet, behind);
    for (int i = 2; package_has(k->p, name); i++) name = arena_printf(k->a, "%s%zu-%d%s", before, sheet, i, behind);
    return name;
}

static bool find_parts(struct xlsx_copy *k, struct str part, size_t number, struct sheet_parts *s)
{
    struct relations r;
    size_t folder = part.n;
    if (package_relations(k->p, part, &r, k->why) != RC_OK) return false;
    while (folder && part.p[folder - 1] != '/') folder--;
    s->sheet = part;
    s->rels = arena_printf(k->a, "%.*s_rels/%.*s.rels", (int)folder, part.p, (int)(part.n - folder), part.p + folder);
    const struct relation *comments = relation_by_type(&r, "comments"), *vml = relation_by_type(&r, "vmlDrawing");
    s->new_comments = !comments || !comments->target.p || !package_has(k->p, comments->target);
    s->new_vml = !vml || !vml->target.p || !package_has(k->p, vml->target);
    s->comments = s->new_comments ? fresh_name(k, "xl/comments-patuh", number, ".xml") : comments->target;
    s->vml = s->new_vml ? fresh_name(k, "xl/drawings/vmlDrawing-patuh", number, ".vml") : vml->target;
    return true;
}

static bool annotate_sheet(struct xlsx_copy *k, struct str part, size_t number, const struct cell_notes *notes)
{
    struct sheet_parts s;
    if (!find_parts(k, part, number, &s)) return false;
    xmlDoc *sheet = part_tree(k->a, k->p, part, k->why);
    if (!sheet) return false;
    xmlNode *root = xmlDocGetRootElement(sheet);
    xmlDoc *comments = comments_tree(k, &s, root->ns ? (const char *)root->ns->href : "");
    xmlNode *list = comments ? child(xmlDocGetRootElement(comments), "commentList") : NULL;
    if (!list || !child(xmlDocGetRootElement(comments), "authors")) {
        if (comments) *k->why = (struct trouble){.message = W_package_part_broken, .arg = {s.comments}};
        return xmlFreeDoc(comments), xmlFreeDoc(sheet), false;
    }
    struct buf shapes = BUF_INIT;
    size_t author = author_of(xmlDocGetRootElement(comments));
    for (size_t i = 0; i < notes->n; i++)
        if (add_comment(k->a, list, author, &notes->v[i])) shape(&shapes, &notes->v[i], number * 100000 + i);
    part_changed(k->a, &k->changes, s.comments, comments);
    bool good = !shapes.n || add_shapes(k, &s, &shapes);
    s.new_vml &= shapes.n > 0;
    buf_free(&shapes);
    if (good && s.new_vml) {
        name_drawing(root);
        part_changed(k->a, &k->changes, part, sheet);
    } else {
        xmlFreeDoc(sheet);
    }
    return good && (!(s.new_comments || s.new_vml) || announce(k, &s));
}

static bool annotate_sheets(struct xlsx_copy *k, const struct xml_node *book, const struct relations *r, const struct notes *notes)
{
    size_t number = 0;
    bool first = true;
    for (const struct xml_node *n = xml_path(book, "x:sheets x:sheet"); n; n = xml_next(n, "x:sheet")) {
        const struct relation *to = relation_by_id(r, xml_get(n, "r:id"));
        struct str state = xml_get(n, "state");
        number++;
        if (!to || !str_eqz(to->type, "worksheet") || !to->target.p || str_eqz(state, "hidden") || str_eqz(state, "veryHidden")) continue;
        struct cell_notes here = cell_notes(k->a, notes, xml_get(n, "name"), first);
        first = false;
        if (here.n && !annotate_sheet(k, to->target, number, &here)) return false;
    }
    return true;
}

enum rc annotate_xlsx(struct arena *a, struct package *p, struct str raw, const struct notes *notes, struct buf *out, struct trouble *why)
{
    struct xlsx_copy k = {.a = a, .p = p, .why = why};
    struct xml_node *book;
    struct relations r;
    enum rc rc = package_xml(p, package_main(p), &book, why);
    if (rc == RC_OK) rc = package_relations(p, package_main(p), &r, why);
    if (rc != RC_OK) return rc;
    k.types = part_tree(a, p, STR("[Content_Types].xml"), why);
    if (!k.types) return RC_SYNTAX;
    if (!annotate_sheets(&k, book, &r, notes)) return xmlFreeDoc(k.types), RC_SYNTAX;
    part_changed(a, &k.changes, STR("[Content_Types].xml"), k.types);
    return package_copy(raw, &k.changes, out, why);
}
