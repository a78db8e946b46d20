/* What a package holds, and how its parts name each other. */
#include <string.h>

#include "read/office/package_state.h"

/* ---- relationships ------------------------------------------------------------------------------------------- */

struct relations_state {
    struct package *p;
    struct str part;
    struct relations *out;
};

static struct str folder_of(struct str part)
{
    size_t n = part.n;
    while (n && part.p[n - 1] != '/') n--;
    return str_slice(part, 0, n);
}

/* `target` against the folder of a part, without "." and ".."; absent where it leads out. */
static struct str resolve(struct arena *a, struct str part, struct str target)
{
    struct buf b = BUF_INIT;
    bool out = !target.n;
    if (str_starts(target, STR("/"))) target = str_slice(target, 1, target.n);
    else buf_str(&b, folder_of(part));
    for (size_t from = 0, i = 0; i <= target.n && !out; i++) {
        if (i < target.n && target.p[i] != '/') continue;
        struct str step = str_slice(target, from, i);
        from = i + 1;
        if (str_eq(step, STR("."))) continue;
        if (str_eq(step, STR(".."))) {
            out = b.n == 0;
            if (!out) b.n = folder_of((struct str){b.p, b.n - 1}).n;
        } else {
            buf_str(&b, step);
            if (i < target.n) buf_ch(&b, '/');
        }
    }
    struct str name = out ? STR_ABSENT : arena_str(a, (struct str){b.p ? b.p : "", b.n});
    buf_free(&b);
    return name;
}

static bool take_relation(void *state, const char *name, const struct xml_attr *attrs, size_t n)
{
    struct relations_state *s = state;
    if (strcmp(name, "rel:Relationship") != 0) return true;
    struct str type = xml_attr_of(attrs, n, "Type"), target = xml_attr_of(attrs, n, "Target");
    struct relation *r = ARENA_PUSH(s->p->arena, s->out);
    r->id = arena_str(s->p->arena, xml_attr_of(attrs, n, "Id"));
    r->type = arena_str(s->p->arena, str_slice(type, folder_of(type).n, type.n));
    r->external = str_eq(xml_attr_of(attrs, n, "TargetMode"), STR("External"));
    r->target = r->external ? STR_ABSENT : resolve(s->p->arena, s->part, target);
    return true;
}

static void nothing_closes(void *state, const char *name) { (void)state, (void)name; }
static void no_text(void *state, struct str text) { (void)state, (void)text; }

enum rc package_relations(struct package *p, struct str part, struct relations *out, struct trouble *why)
{
    static const struct xml_events events = {take_relation, nothing_closes, no_text};
    struct str folder = folder_of(part), file = str_slice(part, folder.n, part.n);
    struct str rels = arena_printf(p->arena, "%.*s_rels/%.*s.rels", (int)folder.n, folder.p ? folder.p : "", (int)file.n, file.p ? file.p : "");
    struct relations_state s = {p, part, out};
    *out = (struct relations){0};
    return package_has(p, rels) ? package_walk(p, rels, &events, &s, why) : RC_OK;
}

const struct relation *relation_by_id(const struct relations *r, struct str id)
{
    for (size_t i = 0; i < r->n; i++)
        if (str_eq(r->v[i].id, id)) return &r->v[i];
    return NULL;
}

const struct relation *relation_by_type(const struct relations *r, const char *type)
{
    for (size_t i = 0; i < r->n; i++)
        if (str_eqz(r->v[i].type, type)) return &r->v[i];
    return NULL;
}

/* ---- the kind ------------------------------------------------------------------------------------------------ */

struct content_type {
    struct package *p;
    struct str part, ending;    /* asked for */
    struct str found;
    bool exact;
};

static bool take_content_type(void *state, const char *name, const struct xml_attr *attrs, size_t n)
{
    struct content_type *s = state;
    struct str type = xml_attr_of(attrs, n, "ContentType"), part = xml_attr_of(attrs, n, "PartName");
    if (strcmp(name, "ct:Override") == 0 && part.n && str_ieq(str_slice(part, 1, part.n), s->part)) {
        s->found = arena_str(s->p->arena, type);
        s->exact = true;
    } else if (strcmp(name, "ct:Default") == 0 && !s->exact && str_ieq(xml_attr_of(attrs, n, "Extension"), s->ending)) {
        s->found = arena_str(s->p->arena, type);
    }
    return true;
}

static enum package_kind office_kind(struct str type)
{
    if (!str_ends(type, STR("main+xml"))) return PACKAGE_OTHER;
    if (str_find(type, STR("wordprocessingml"), 0) != SIZE_MAX || str_find(type, STR("ms-word"), 0) != SIZE_MAX) return PACKAGE_DOCX;
    if (str_find(type, STR("spreadsheetml"), 0) != SIZE_MAX || str_find(type, STR("ms-excel"), 0) != SIZE_MAX) return PACKAGE_XLSX;
    return PACKAGE_OTHER;
}

static enum rc tell_office(struct package *p, struct trouble *why)
{
    static const struct xml_events events = {take_content_type, nothing_closes, no_text};
    struct relations top;
    enum rc rc = package_relations(p, STR(""), &top, why);
    const struct relation *main = rc == RC_OK ? relation_by_type(&top, "officeDocument") : NULL;
    if (rc != RC_OK || !main || !main->target.n || !package_has(p, main->target)) return rc;
    struct content_type s = {.p = p, .part = main->target, .ending = main->target};
    for (size_t i = 0; i < main->target.n; i++)
        if (main->target.p[i] == '.') s.ending = str_slice(main->target, i + 1, main->target.n);
    rc = package_walk(p, STR("[Content_Types].xml"), &events, &s, why);
    p->kind = rc == RC_OK ? office_kind(s.found) : PACKAGE_OTHER;
    if (p->kind != PACKAGE_OTHER) p->main = main->target;
    return rc;
}

static enum rc tell_opendocument(struct package *p, struct trouble *why)
{
    static const struct {
        const char *mimetype;
        enum package_kind kind;
    } kinds[] = {
        {"application/vnd.oasis.opendocument.text", PACKAGE_ODT},
        {"application/vnd.oasis.opendocument.text-template", PACKAGE_ODT},
        {"application/vnd.oasis.opendocument.text-web", PACKAGE_ODT},
        {"application/vnd.oasis.opendocument.spreadsheet", PACKAGE_ODS},
        {"application/vnd.oasis.opendocument.spreadsheet-template", PACKAGE_ODS},
    };
    struct str type, manifest;
    enum rc rc = package_part(p, STR("mimetype"), &type, why);
    for (size_t i = 0; rc == RC_OK && i < COUNT(kinds); i++)
        if (str_eqz(str_trim(type), kinds[i].mimetype)) p->kind = kinds[i].kind;
    if (rc != RC_OK || p->kind == PACKAGE_OTHER) return rc;
    p->main = STR("content.xml");
    if (!package_has(p, STR("META-INF/manifest.xml"))) return RC_OK;
    rc = package_part(p, STR("META-INF/manifest.xml"), &manifest, why);
    if (rc == RC_OK && str_find(manifest, STR("encryption-data"), 0) != SIZE_MAX)
        return package_refuse(why, RC_UNSUPPORTED, W_package_locked, STR_ABSENT);
    return rc;
}

enum rc package_tell_kind(struct package *p, struct trouble *why)
{
    if (package_has(p, STR("[Content_Types].xml"))) return tell_office(p, why);
    return package_has(p, STR("mimetype")) ? tell_opendocument(p, why) : RC_OK;
}

enum package_kind package_kind(const struct package *p) { return p->kind; }
struct str package_main(const struct package *p) { return p->main; }
