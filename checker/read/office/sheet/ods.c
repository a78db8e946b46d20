/* The reader of OpenDocument spreadsheets: each table that is shown is a page. */
#include <string.h>

#include "read/words.h"
#include "read/office/sheet/ods.h"
#include "read/office/sheet/shown.h"

enum { MOST_ROWS = 1048576, MOST_COLS = 16384 };

struct ods_sheet {
    struct ods *o;
    struct sheet *out;
    struct trouble *why;
    uint32_t row, col;
    struct held {
        const struct xml_node *node;
        uint32_t row, col;
    } *v;                       /* cells that hold something drawn */
    size_t n, cap;
    enum rc rc;
};

static uint32_t count_of(const struct xml_node *n, const char *name, uint32_t most)
{
    uint64_t v;
    if (!str_u64(xml_get(n, name), &v) || v == 0) return 1;
    return v < most ? (uint32_t)v : most;
}

static bool is_hidden(const struct xml_node *n)
{
    struct str v = xml_get(n, "table:visibility");
    return str_eqz(v, "collapse") || str_eqz(v, "filter");
}

/* ---- cells --------------------------------------------------------------------------------------------------- */

/* What a cell shows whose text is not saved. */
static struct str shown_value(struct ods *o, const struct xml_node *n)
{
    struct str type = xml_get(n, "office:value-type"), value = xml_get(n, "office:value");
    if (str_eqz(type, "percentage")) return shown_number(o->a, o->words, STR("0.##%"), value, false);
    if (value.n) return shown_number(o->a, o->words, STR("General"), value, false);
    return str_eqz(type, "string") ? xml_get(n, "office:string-value") : STR("");
}

static bool has_paragraph(const struct xml_node *n) { return xml_child(n, "text:p") != NULL; }

static void stop(struct ods_sheet *k, enum limit limit, enum word message)
{
    k->rc = RC_LIMIT;
    *k->why = (struct trouble){.message = message};
    k->why->arg[0] = arena_printf(k->o->places, "%llu", (unsigned long long)k->o->limits->v[limit]);
}

static void keep(struct ods_sheet *k, const struct sheet_cell *c, uint32_t times)
{
    for (uint32_t i = 0; i < times && k->rc == RC_OK; i++) {
        k->o->bytes += c->text.n;
        if (++k->o->cells > k->o->limits->v[LIMIT_cells]) stop(k, LIMIT_cells, W_read_cells);
        else if (k->o->bytes > k->o->limits->v[LIMIT_bytes]) stop(k, LIMIT_bytes, W_read_bytes);
        else *ARENA_PUSH(k->o->a, &k->out->cells) = *c, k->out->cells.v[k->out->cells.n - 1].col += i;
    }
}

static void take_cell(struct ods_sheet *k, const struct xml_node *n, uint32_t times)
{
    struct ods *o = k->o;
    struct sheet_cell c = {.row = k->row, .col = k->col, .rowspan = 1, .colspan = 1};
    struct ods_style style = ods_style(o, xml_get(n, "table:style-name"));
    struct str formula = xml_get(n, "table:formula"), type = xml_get(n, "office:value-type");
    uint32_t cols = count_of(n, "table:number-columns-spanned", MOST_COLS), rows = count_of(n, "table:number-rows-spanned", MOST_ROWS);
    c.bold = style.bold;
    c.text = has_paragraph(n) ? ods_text(o, n) : shown_value(o, n);
    c.unread = !c.text.p || str_eqz(xml_get(n, "calcext:value-type"), "error") || (formula.n && !type.n);
    if (!c.text.p || c.unread) c.text = STR("");
    if (c.unread || !str_blank(c.text)) keep(k, &c, times);
    if (style.framed) *ARENA_PUSH(o->a, &k->out->frames) = (struct sheet_frame){k->row, k->col, k->col + times - 1};
    if (cols > 1 || rows > 1) *ARENA_PUSH(o->a, &k->out->merges) = (struct sheet_merge){k->row, k->col, k->row + rows - 1, k->col + cols - 1};
    if (ods_draws(n)) *ARENA_PUSH(o->a, k) = (struct held){n, k->row, k->col};
}

static void take_cells(struct ods_sheet *k, const struct xml_node *row)
{
    k->col = 0;
    for (const struct xml_node *n = xml_child(row, NULL); n && k->rc == RC_OK; n = xml_next(n, NULL)) {
        bool covered = xml_is(n, "table:covered-table-cell");
        uint32_t times = count_of(n, "table:number-columns-repeated", MOST_COLS);
        if (!covered && !xml_is(n, "table:table-cell")) continue;
        if (k->col >= MOST_COLS) return;
        if (times > MOST_COLS - k->col) times = MOST_COLS - k->col;
        if (!covered) take_cell(k, n, times);
        k->col += times;
    }
}

/* ---- rows and columns ---------------------------------------------------------------------------------------- */

static bool says_nothing(const struct ods_sheet *k, size_t cells, size_t frames) { return k->out->cells.n == cells && k->out->frames.n == frames; }

static void take_row(struct ods_sheet *k, const struct xml_node *n)
{
    struct ods_style style = ods_style(k->o, xml_get(n, "table:style-name"));
    uint32_t times = count_of(n, "table:number-rows-repeated", MOST_ROWS);
    if (k->row >= MOST_ROWS) return;
    if (times > MOST_ROWS - k->row) times = MOST_ROWS - k->row;
    *ARENA_PUSH(k->o->a, &k->out->rows) = (struct sheet_run){k->row, k->row + times - 1, style.size, is_hidden(n)};
    for (uint32_t i = 0; i < times && k->rc == RC_OK; i++) {
        size_t cells = k->out->cells.n, frames = k->out->frames.n;
        take_cells(k, n);
        k->row++;
        if (!says_nothing(k, cells, frames) && (k->out->cells.n > cells || i < 1000)) continue; /* lines around thousands of blank rows are no table */
        k->row += times - 1 - i;
        return;
    }
}

static void take_column(struct ods_sheet *k, const struct xml_node *n)
{
    struct ods_style style = ods_style(k->o, xml_get(n, "table:style-name"));
    uint32_t times = count_of(n, "table:number-columns-repeated", MOST_COLS);
    *ARENA_PUSH(k->o->a, &k->out->cols) = (struct sheet_run){k->col, k->col + times - 1, style.size, is_hidden(n)};
    k->col += times;
}

/* Rows or columns may stand in groups and heads. */
static void take_lines(struct ods_sheet *k, const struct xml_node *table, bool rows)
{
    const struct xml_node *n = table->child;
    while (n && k->rc == RC_OK) {
        bool group = n->name && (strstr(n->name, "-group") || strstr(n->name, "table-header-") || xml_is(n, "table:table-rows") || xml_is(n, "table:table-columns"));
        if (rows && xml_is(n, "table:table-row")) take_row(k, n);
        if (!rows && xml_is(n, "table:table-column")) take_column(k, n);
        n = xml_walk(table, n, !group);
    }
}

/* ---- sheets -------------------------------------------------------------------------------------------------- */

static uint32_t furthest_row(const struct ods_sheet *k)
{
    uint32_t last = k->n ? k->v[k->n - 1].row : 0;
    const struct sheet_cell *c = k->out->cells.n ? &k->out->cells.v[k->out->cells.n - 1] : NULL;
    if (c && c->row + c->rowspan > last) last = c->row + c->rowspan;
    return last + 200; /* room for what is placed from the sheet's corner */
}

static void take_drawing(struct ods_sheet *k, const struct xml_node *table, struct sheet_drawing *d)
{
    const struct xml_node *shapes = xml_child(table, "table:shapes");
    if (!shapes && !k->n) return;
    uint32_t cols = 100;
    for (size_t i = 0; i < k->n; i++)
        if (k->v[i].col + 50 > cols) cols = k->v[i].col + 50;
    d->rows = sheet_axis(k->o->a, &k->out->rows, k->out->row_size, furthest_row(k));
    d->cols = sheet_axis(k->o->a, &k->out->cols, k->out->col_size, cols);
    if (shapes) ods_draw(k->o, shapes, (struct point){0, 0}, d);
    for (size_t i = 0; i < k->n; i++) ods_draw(k->o, k->v[i].node, (struct point){d->cols.at[k->v[i].col], d->rows.at[k->v[i].row]}, d);
    sheet_draw_rows(k->o->a, k->out, d);
}

static enum rc take_sheet(struct ods *o, const struct xml_node *table, struct sheet_page *p, struct trouble *why)
{
    struct ods_sheet k = {.o = o, .out = &p->sheet, .why = why};
    p->sheet.row_size = 12.8;
    p->sheet.col_size = 64;
    take_lines(&k, table, false);
    take_lines(&k, table, true);
    if (k.rc != RC_OK) return k.rc;
    sheet_merge(o->a, &p->sheet);
    take_drawing(&k, table, &p->drawing);
    return RC_OK;
}

static enum rc read_tables(struct ods *o, const struct xml_node *content, struct sheet_pages *pages, struct trouble *why)
{
    const struct xml_node *body = xml_path(content, "office:body office:spreadsheet");
    for (const struct xml_node *n = xml_child(body, "table:table"); n; n = xml_next(n, "table:table")) {
        if (ods_style(o, xml_get(n, "table:style-name")).hides) continue;
        struct sheet_page *p = ARENA_PUSH(o->a, pages);
        p->sheet = (struct sheet){.name = xml_get(n, "table:name"), .page = (uint32_t)pages->n};
        enum rc rc = take_sheet(o, n, p, why);
        if (rc != RC_OK) return rc;
    }
    return RC_OK;
}

static enum rc read_ods(struct arena *a, struct source *s, struct package *p, const struct limits *limits, struct reading *out, struct trouble *why)
{
    struct ods o = {.words = source_words(s), .a = arena_new(), .places = a, .p = p, .limits = limits};
    struct sheet_pages pages = {0};
    struct xml_node *content, *styles;
    enum rc rc = package_xml(p, package_main(p), &content, why);
    if (rc == RC_OK && package_has(p, STR("styles.xml"))) {
        rc = package_xml(p, STR("styles.xml"), &styles, why);
        if (rc == RC_OK) ods_styles_take(&o, styles);
    }
    if (rc == RC_OK) {
        ods_styles_take(&o, content);
        ods_styles_done(&o);
        rc = read_tables(&o, content, &pages, why);
    }
    if (rc == RC_OK) rc = sheet_pages_play(o.a, a, &pages, s, limits, out, why);
    arena_free(o.a);
    return rc;
}

const struct office_reader office_ods = {PACKAGE_ODS, "ods", read_ods, NULL};
