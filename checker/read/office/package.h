/* package.h: the ZIP packages of office programs (Word, Excel, OpenDocument): parts by name, inflated under ceilings, and their XML.
 * Private to checker/read/.
 *
 * A part is inflated when it is asked for and once only. Ceilings (limits.def): `entries` in the directory, `part` bytes of one part,
 * `inflated` bytes of all parts asked for together, `ratio` inflated to packed bytes of a part over 1 MiB, `nodes` and `depth` of its XML.
 * Nothing is ever written to a path or fetched; document types and entities that a part declares are refused, not read. */
#ifndef PATUH_PACKAGE_H
#define PATUH_PACKAGE_H

#include "base/base.h"
#include "base/source.h"

struct package;

/* What is inside, by its mimetype (OpenDocument) or the content type of its main part (Office Open XML, macros or not, template
 * or not), never by the file's name. */
enum package_kind { PACKAGE_OTHER, PACKAGE_DOCX, PACKAGE_XLSX, PACKAGE_ODT, PACKAGE_ODS };

/* Whether the bytes begin as a ZIP archive does, or are a flat OpenDocument file (.fodt, .fods): all parts in one XML document, here a package
 * whose only part is content.xml. */
bool package_sniff(struct str bytes);
bool package_flat(struct str bytes);
/* Opens the package in `bytes`, which must outlive it. Texts of *why live in `a`; everything that the package gives lives in it,
 * until package_close (NULL is fine). Refused with one message: a directory that is broken or does not fit the bytes, two entries of
 * one name, names that lead out of the package, encrypted entries and documents, more than LIMIT_entries. */
enum rc package_open(struct arena *a, struct str bytes, const struct limits *limits, struct package **out, struct trouble *why) MUST_USE;
void package_close(struct package *p);
enum package_kind package_kind(const struct package *p);
/* The part that is the document itself: word/document.xml, xl/workbook.xml, content.xml; absent for PACKAGE_OTHER. */
struct str package_main(const struct package *p);
/* Names of the entries, folders left out, in the order of the directory. */
size_t package_count(const struct package *p);
struct str package_name(const struct package *p, size_t i);

/* Names are as in the directory, without a leading '/'; case counts only where two names differ in nothing else. */
bool package_has(const struct package *p, struct str name);
/* The bytes of a part, followed by a NUL. RC_SYNTAX and W_package_missing where there is none of that name. */
enum rc package_part(struct package *p, struct str name, struct str *out, struct trouble *why) MUST_USE;

/* ---- relationships ---- */

/* `target` is the name of a part, resolved against the part that it belongs to; where it is external, or leads out of the package, it
 * is absent (and `external` is set for the former). `type` is the last word of the type's URI: "image", "worksheet". */
struct relation {
    struct str id, type, target;
    bool external;
};
struct relations {
    struct relation *v;
    size_t n, cap;
};
/* Those of a part ("" for the package itself); none where it has no .rels. */
enum rc package_relations(struct package *p, struct str part, struct relations *out, struct trouble *why) MUST_USE;
/* NULL: none of that id (or type; the first one of it). */
const struct relation *relation_by_id(const struct relations *r, struct str id);
const struct relation *relation_by_type(const struct relations *r, const char *type);

/* ---- XML ---- */

/* Names are "prefix:local" with the prefix that the format's own documentation uses, whatever the file declares (xml.c has the
 * table; strict and transitional Office Open XML alike): "w:p", "x:c" for spreadsheetml, "xdr:from", "a:prstGeom", "r:id",
 * "table:table-cell". A namespace not in the table has the prefix "?"; no namespace, no prefix and no colon. */
struct xml_attr {
    const char *name;
    struct str value;
};
/* An element, or a text where name is NULL (then `text`; text of white space only is kept). */
struct xml_node {
    const char *name;
    struct str text;
    const struct xml_attr *attrs;
    uint32_t attr_count;
    uint32_t line;              /* of the part, from 1 */
    struct xml_node *parent, *child, *next;
};
/* The part as a tree: its root element. The tree lives as long as the package. */
enum rc package_xml(struct package *p, struct str name, struct xml_node **root, struct trouble *why) MUST_USE;

/* The same as events, for parts too large to keep. Names of elements and attributes, and the attributes' values, are good until
 * the function returns; a text may come in pieces. Return false from `open` to stop (which is no fault). */
struct xml_events {
    bool (*open)(void *state, const char *name, const struct xml_attr *attrs, size_t n);
    void (*close)(void *state, const char *name);
    void (*text)(void *state, struct str text);
};
enum rc package_walk(struct package *p, struct str name, const struct xml_events *events, void *state, struct trouble *why) MUST_USE;

bool xml_is(const struct xml_node *n, const char *name);
/* The value of an attribute; absent where there is none. */
struct str xml_get(const struct xml_node *n, const char *name);
struct str xml_attr_of(const struct xml_attr *attrs, size_t n, const char *name);
/* First child element (of that name), next sibling element (of that name); name NULL: of any. NULL where there is none; n may be NULL. */
struct xml_node *xml_child(const struct xml_node *n, const char *name);
struct xml_node *xml_next(const struct xml_node *n, const char *name);
/* Follows names down, separated by blanks: xml_path(n, "xdr:nvSpPr xdr:cNvPr"). */
struct xml_node *xml_path(const struct xml_node *n, const char *names);
/* The next node of the tree in document order behind n, inside `top`; skip: not into n. NULL at the end. */
struct xml_node *xml_walk(const struct xml_node *top, const struct xml_node *n, bool skip);
/* All text inside, joined. */
struct str xml_content(struct arena *a, const struct xml_node *n);

#endif
