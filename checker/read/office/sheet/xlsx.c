/* The reader of Excel workbooks: each sheet that is shown is a page. */
#include "read/office/sheet/xlsx.h"
#include "read/words.h"

static enum rc read_shared(struct workbook *w, const struct relations *r, struct trouble *why)
{
    const struct relation *styles = relation_by_type(r, "styles"), *texts = relation_by_type(r, "sharedStrings");
    enum rc rc = RC_OK;
    if (styles && package_has(w->p, styles->target)) rc = workbook_styles(w, styles->target, why);
    if (rc == RC_OK && texts && package_has(w->p, texts->target)) rc = workbook_texts(w, texts->target, why);
    return rc;
}

static bool shown(const struct xml_node *sheet)
{
    struct str state = xml_get(sheet, "state");
    return !str_eqz(state, "hidden") && !str_eqz(state, "veryHidden");
}

static enum rc read_drawing(struct workbook *w, struct str part, struct str id, struct sheet_page *p, struct trouble *why)
{
    struct relations r;
    if (!id.n) return RC_OK;
    enum rc rc = package_relations(w->p, part, &r, why);
    const struct relation *to = rc == RC_OK ? relation_by_id(&r, id) : NULL;
    if (!to || !to->target.p || !package_has(w->p, to->target)) return rc;
    rc = workbook_drawing(w, to->target, &p->sheet, &p->drawing, why);
    if (rc == RC_OK) sheet_draw_rows(w->a, &p->sheet, &p->drawing);
    return rc;
}

static enum rc read_sheets(struct workbook *w, const struct xml_node *book, const struct relations *r, struct sheet_pages *pages, struct trouble *why)
{
    for (const struct xml_node *n = xml_path(book, "x:sheets x:sheet"); n; n = xml_next(n, "x:sheet")) {
        const struct relation *to = relation_by_id(r, xml_get(n, "r:id"));
        struct str drawing;
        if (!shown(n) || !to || !str_eqz(to->type, "worksheet") || !to->target.p) continue;
        struct sheet_page *p = ARENA_PUSH(w->a, pages);
        p->sheet = (struct sheet){.name = xml_get(n, "name"), .page = (uint32_t)pages->n};
        enum rc rc = workbook_sheet(w, to->target, &p->sheet, &drawing, why);
        if (rc == RC_OK) rc = read_drawing(w, to->target, drawing, p, why);
        if (rc != RC_OK) return rc;
    }
    return RC_OK;
}

static enum rc read_book(struct workbook *w, struct source *source, struct reading *out, struct trouble *why)
{
    struct relations r;
    struct xml_node *book;
    struct sheet_pages pages = {0};
    enum rc rc = package_relations(w->p, package_main(w->p), &r, why);
    if (rc == RC_OK) rc = package_xml(w->p, package_main(w->p), &book, why);
    if (rc == RC_OK) rc = read_shared(w, &r, why);
    if (rc == RC_OK) {
        struct str since = xml_get(xml_child(book, "x:workbookPr"), "date1904");
        w->since_1904 = str_eqz(since, "1") || str_eqz(since, "true");
        rc = read_sheets(w, book, &r, &pages, why);
    }
    if (rc == RC_OK) rc = sheet_pages_play(w->a, w->places, &pages, source, w->limits, out, why);
    return rc;
}

static enum rc read_xlsx(struct arena *a, struct source *s, struct package *p, const struct limits *limits, struct reading *out, struct trouble *why)
{
    struct workbook w = {.words = source_words(s), .a = arena_new(), .places = a, .p = p, .limits = limits};
    enum rc rc = read_book(&w, s, out, why);
    arena_free(w.a);
    return rc;
}

const struct office_reader office_xlsx = {PACKAGE_XLSX, "xlsx", read_xlsx, NULL};
