/* ZIP packages: kinds, parts, relationships, XML, and what is refused. The archives are made here with libzip. */
#include <stdlib.h>

#include "../pack_kit.h"
#include "read/office/package.h"
#include "tap.h"

static const char types[] = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            "<Default Extension='xml' ContentType='application/xml'/><Override PartName='/xl/workbook.xml' "
                            "ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>";
static const char top[] = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' "
                          "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>";
static const char links[] = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                            "<Relationship Id='r1' Type='http://x/image' Target='../media/a.png'/>"
                            "<Relationship Id='r2' Type='http://x/image' Target='../../media/a.png'/>"
                            "<Relationship Id='r3' Type='http://x/hyperlink' Target='http://example.org/' TargetMode='External'/>"
                            "<Relationship Id='r4' Type='http://x/worksheet' Target='/xl/./worksheets/s.xml'/></Relationships>";
static const char book[] = "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'\n"
                           " xmlns:q='http://purl.oclc.org/ooxml/officeDocument/relationships'>\n"
                           "<sheet name='A &amp; B' q:id='r4'/>a&lt;b<i> c</i><![CDATA[<d>]]></workbook>";

static struct limits ceilings;

static enum word refused(struct arena *a, struct str bytes)
{
    struct package *p;
    struct trouble why = {0};
    enum rc rc = package_open(a, bytes, &ceilings, &p, &why);
    package_close(p);
    free((char *)(uintptr_t)bytes.p);
    return rc == RC_OK ? WORD_NONE : why.message;
}

static void lock_first(zip_t *z) { zip_file_set_encryption(z, 0, ZIP_EM_AES_256, "x"); }

static void directories(struct arena *a)
{
    static const struct part out[] = {{"xl/../../etc/passwd", "x"}}, absolute[] = {{"/etc/passwd", "x"}}, back[] = {{"xl\\..\\..\\x", "x"}},
                             drive[] = {{"C:x", "x"}}, fine[] = {{"a/..b/c..", "x"}}, two[] = {{"aaaa", "first"}, {"bbbb", "second"}};
    ok(refused(a, PACK(out, NULL)) == W_package_escape && refused(a, PACK(absolute, NULL)) == W_package_escape &&
           refused(a, PACK(back, NULL)) == W_package_escape && refused(a, PACK(drive, NULL)) == W_package_escape,
       "names that lead out of the archive");
    ok(refused(a, PACK(fine, NULL)) == WORD_NONE, "dots inside a name lead nowhere");
    ok(refused(a, PACK(two, lock_first)) == W_package_locked, "an encrypted entry");
    ceilings.v[LIMIT_entries] = 1;
    ok(refused(a, PACK(two, NULL)) == W_package_entries, "more entries than the ceiling");
    limits_default(&ceilings);
    struct str twice = PACK(two, NULL), cut = PACK(two, NULL);
    for (size_t at; (at = str_find(twice, STR("bbbb"), 0)) != SIZE_MAX;) memcpy((char *)(uintptr_t)twice.p + at, "aaaa", 4);
    ok(refused(a, twice) == W_package_broken, "two entries of one name");
    cut.n -= 10;
    ok(refused(a, cut) == W_package_broken, "a directory that is cut off");
}

static void parts(struct arena *a)
{
    static char zeros[3 << 20];
    memset(zeros, '0', sizeof zeros - 1);
    static const struct part bomb[] = {{"a", zeros}, {"b", "twelve bytes"}};
    struct str bytes = PACK(bomb, NULL), text;
    struct package *p;
    struct trouble why = {0};
    enum rc rc = package_open(a, bytes, &ceilings, &p, &why);
    ok(rc == RC_OK && package_kind(p) == PACKAGE_OTHER && !package_main(p).p, "an archive of another kind opens");
    ok(package_part(p, STR("b"), &text, &why) == RC_OK && str_eqz(text, "twelve bytes"), "a part by its name");
    ok(package_part(p, STR("c"), &text, &why) == RC_SYNTAX && why.message == W_package_missing && str_eqz(why.arg[0], "c"), "a part that is not there");
    ok(package_part(p, STR("a"), &text, &why) == RC_LIMIT && why.message == W_package_ratio, "packed too well");
    ceilings.v[LIMIT_ratio] = 100000;
    ceilings.v[LIMIT_part] = 1 << 20;
    ok(package_part(p, STR("a"), &text, &why) == RC_LIMIT && why.message == W_package_part && str_eqz(why.arg[0], "1048576"), "a part over the ceiling");
    ceilings.v[LIMIT_part] = 4 << 20;
    ceilings.v[LIMIT_inflated] = 3 << 20;
    ok(package_part(p, STR("a"), &text, &why) == RC_LIMIT && why.message == W_package_inflated, "all parts together over the ceiling");
    limits_default(&ceilings);
    ceilings.v[LIMIT_ratio] = 100000;
    ok(package_part(p, STR("A"), &text, &why) == RC_OK && text.n == sizeof zeros - 1, "within the ceilings, and case of a name");
    limits_default(&ceilings);
    package_close(p);
    size_t at = str_find(bytes, STR("twelve"), 0); /* too short to be packed */
    ((char *)(uintptr_t)bytes.p)[at] = 'T';
    rc = package_open(a, bytes, &ceilings, &p, &why);
    ok(rc == RC_OK && package_part(p, STR("b"), &text, &why) == RC_SYNTAX && why.message == W_package_part_broken, "a part whose checksum is wrong");
    package_close(p);
    free((char *)(uintptr_t)bytes.p);
}

static void relations_and_xml(struct arena *a)
{
    static const struct part all[] = {{"[Content_Types].xml", types}, {"_rels/.rels", top}, {"xl/workbook.xml", book}, {"xl/worksheets/_rels/s.xml.rels", links}};
    struct str bytes = PACK(all, NULL);
    struct package *p;
    struct trouble why = {0};
    struct relations r;
    struct xml_node *root;
    enum rc rc = package_open(a, bytes, &ceilings, &p, &why);
    ok(rc == RC_OK && package_kind(p) == PACKAGE_XLSX && str_eqz(package_main(p), "xl/workbook.xml"), "a workbook by its content types");
    ok(package_relations(p, STR("xl/worksheets/s.xml"), &r, &why) == RC_OK && r.n == 4, "relationships of a part");
    ok(str_eqz(relation_by_id(&r, STR("r1"))->target, "xl/media/a.png") && str_eqz(relation_by_type(&r, "image")->id, "r1"), "a target upwards");
    ok(str_eqz(relation_by_id(&r, STR("r2"))->target, "media/a.png") && str_eqz(relation_by_id(&r, STR("r4"))->target, "xl/worksheets/s.xml"),
       "targets at the top");
    ok(!relation_by_id(&r, STR("r3"))->target.p && relation_by_id(&r, STR("r3"))->external && !relation_by_id(&r, STR("r9")), "a link outside is none of ours");
    ok(package_relations(p, STR("xl/workbook.xml"), &r, &why) == RC_OK && r.n == 0, "no relationships");
    ok(package_xml(p, STR("xl/workbook.xml"), &root, &why) == RC_OK && xml_is(root, "x:workbook"), "a tree");
    const struct xml_node *sheet = xml_child(root, "x:sheet");
    ok(str_eqz(xml_get(sheet, "name"), "A & B") && str_eqz(xml_get(sheet, "r:id"), "r4") && !xml_get(sheet, "q:id").p && sheet->parent == root,
       "attributes, of strict files too");
    ok(str_eqz(xml_content(a, root), "\na<b c<d>") && xml_next(sheet, NULL) == xml_path(root, "x:i") && !xml_next(sheet, "x:sheet"), "text and siblings");
    package_close(p);
    free((char *)(uintptr_t)bytes.p);
}

static enum word xml_refused(struct arena *a, const char *xml)
{
    const struct part all[] = {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", xml}};
    struct str bytes = PACK(all, NULL);
    struct package *p;
    struct trouble why = {0};
    struct xml_node *root;
    enum rc rc = package_open(a, bytes, &ceilings, &p, &why);
    if (rc == RC_OK && package_kind(p) == PACKAGE_ODT) rc = package_xml(p, package_main(p), &root, &why);
    package_close(p);
    free((char *)(uintptr_t)bytes.p);
    return rc == RC_OK ? WORD_NONE : why.message;
}

static void hostile_xml(struct arena *a)
{
    struct buf deep = BUF_INIT;
    for (int i = 0; i < 300; i++) buf_z(&deep, "<a>");
    ok(xml_refused(a, "<a>b</a>") == WORD_NONE, "an OpenDocument text");
    ok(xml_refused(a, "<a><b></a>") == W_package_xml && xml_refused(a, "") == W_package_part_broken, "broken and empty XML");
    ok(xml_refused(a, "<a>&x;</a>") == W_package_xml, "an entity that nobody declared");
    ok(xml_refused(a, "<!DOCTYPE a [<!ENTITY x 'xx'><!ENTITY y '&x;&x;'>]><a>&y;</a>") == W_package_doctype, "declared entities");
    ok(xml_refused(a, "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>") == W_package_doctype, "an external document type");
    ok(xml_refused(a, deep.p) == W_package_depth, "nested too deep");
    ceilings.v[LIMIT_nodes] = 3;
    ok(xml_refused(a, "<a><b/><b/></a>") == WORD_NONE && xml_refused(a, "<a><b/><b c='d'/></a>") == W_package_nodes, "too many nodes");
    limits_default(&ceilings);
    buf_free(&deep);
}

int main(void)
{
    struct arena *a = arena_new();
    limits_default(&ceilings);
    ok(package_sniff(STR("PK\x03\x04 and so on")) && !package_sniff(STR("PK is a name")), "archives are told by their first bytes");
    directories(a);
    parts(a);
    relations_and_xml(a);
    hostile_xml(a);
    arena_free(a);
    return done();
}
