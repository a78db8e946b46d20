/* The cells of a sheet, as events: only what says something is kept. */
#include <stdlib.h>
#include <string.h>

#include "read/office/sheet/shown.h"
#include "read/office/sheet/xlsx.h"

enum { DIGIT = 7, PADDING = 5 };         /* pixels: of a digit in the usual font, and beside a column's digits */
static const double POINTS = 0.75;       /* of a pixel */

enum kind { CELL_NUMBER, CELL_SHARED, CELL_TEXT, CELL_BOOLEAN, CELL_ERROR };

struct sheet_state {
    struct workbook *w;
    struct sheet *out;
    struct str *drawing;
    struct trouble *why;
    enum rc rc;
    uint32_t row, col;          /* of the current cell, or of the next one that names none */
    bool in_cell, wanted, phonetic, formula, picture, valued;
    enum kind kind;
    uint64_t style;
    struct buf text;
};

static double number_of(struct str s, double otherwise)
{
    char copy[32], *end;
    if (!s.n || s.n >= sizeof copy) return otherwise;
    memcpy(copy, s.p, s.n);
    copy[s.n] = '\0';
    double v = strtod(copy, &end);
    return *end || !(v >= 0 && v < 1e7) ? otherwise : v;
}

static uint32_t index_of(struct str s, uint32_t otherwise)
{
    uint64_t v;
    return str_u64(s, &v) && v && v <= 1048576 ? (uint32_t)v - 1 : otherwise;
}

static bool is_true(struct str s) { return str_eqz(s, "1") || str_eqz(s, "true"); }

static double col_size(double digits) { return (digits * DIGIT + PADDING) * POINTS; }

/* ---- elements ------------------------------------------------------------------------------------------------ */

static void take_sizes(struct sheet_state *s, const struct xml_attr *v, size_t n)
{
    double digits = number_of(xml_attr_of(v, n, "baseColWidth"), 8) + 0.43;
    s->out->row_size = number_of(xml_attr_of(v, n, "defaultRowHeight"), 15);
    s->out->col_size = col_size(number_of(xml_attr_of(v, n, "defaultColWidth"), digits + 0.28) - 5.0 / DIGIT);
    s->out->rows_hidden = is_true(xml_attr_of(v, n, "zeroHeight"));
}

static void take_col(struct sheet_state *s, const struct xml_attr *v, size_t n)
{
    struct sheet_run r = {.first = index_of(xml_attr_of(v, n, "min"), 0), .last = index_of(xml_attr_of(v, n, "max"), 0)};
    double width = number_of(xml_attr_of(v, n, "width"), -1);
    r.hidden = is_true(xml_attr_of(v, n, "hidden")) || width == 0;
    r.size = width > 0 ? width * DIGIT * POINTS : 0;
    const struct sheet_runs *cols = &s->out->cols;
    if (r.last >= r.first && (!cols->n || cols->v[cols->n - 1].last < r.first)) *ARENA_PUSH(s->w->a, &s->out->cols) = r;
}

static void take_row(struct sheet_state *s, const struct xml_attr *v, size_t n)
{
    struct sheet_runs *rows = &s->out->rows;
    double height = number_of(xml_attr_of(v, n, "ht"), -1);
    s->row = index_of(xml_attr_of(v, n, "r"), s->row);
    s->col = 0;
    if (rows->n && rows->v[rows->n - 1].last >= s->row) return;
    *ARENA_PUSH(s->w->a, rows) = (struct sheet_run){s->row, s->row, height > 0 ? height : 0, is_true(xml_attr_of(v, n, "hidden")) || height == 0};
}

static void take_cell(struct sheet_state *s, const struct xml_attr *v, size_t n)
{
    struct str type = STR_ABSENT;
    s->style = 0;
    s->in_cell = true;
    s->formula = s->picture = s->valued = false;
    s->kind = CELL_NUMBER;
    s->text.n = 0;
    for (size_t i = 0; i < n; i++) {
        const char *name = v[i].name;
        if (strcmp(name, "r") == 0) sheet_parse(v[i].value, &s->row, &s->col);
        else if (strcmp(name, "s") == 0 && !str_u64(v[i].value, &s->style)) s->style = 0;
        else if (strcmp(name, "t") == 0) type = v[i].value;
        else if (strcmp(name, "vm") == 0) s->picture = true;
    }
    if (str_eqz(type, "s")) s->kind = CELL_SHARED;
    else if (str_eqz(type, "str") || str_eqz(type, "inlineStr") || str_eqz(type, "d")) s->kind = CELL_TEXT;
    else if (str_eqz(type, "b")) s->kind = CELL_BOOLEAN;
    else if (str_eqz(type, "e")) s->kind = CELL_ERROR;
}

static void take_merge(struct sheet_state *s, const struct xml_attr *v, size_t n)
{
    struct sheet_merge m;
    if (!sheet_parse_range(xml_attr_of(v, n, "ref"), &m)) return;
    if (m.row != m.last_row || m.col != m.last_col) *ARENA_PUSH(s->w->a, &s->out->merges) = m;
}

static bool on_open(void *state, const char *name, const struct xml_attr *v, size_t n)
{
    struct sheet_state *s = state;
    if (s->in_cell) {
        s->formula |= strcmp(name, "x:f") == 0;
        s->phonetic |= strcmp(name, "x:rPh") == 0;
        s->wanted = !s->phonetic && (strcmp(name, "x:v") == 0 || strcmp(name, "x:t") == 0);
        s->valued |= s->wanted;
    } else if (strcmp(name, "x:c") == 0) take_cell(s, v, n);
    else if (strcmp(name, "x:row") == 0) take_row(s, v, n);
    else if (strcmp(name, "x:col") == 0) take_col(s, v, n);
    else if (strcmp(name, "x:mergeCell") == 0) take_merge(s, v, n);
    else if (strcmp(name, "x:sheetFormatPr") == 0) take_sizes(s, v, n);
    else if (strcmp(name, "x:drawing") == 0) *s->drawing = arena_str(s->w->a, xml_attr_of(v, n, "r:id"));
    return s->rc == RC_OK;
}

static void on_text(void *state, struct str text)
{
    struct sheet_state *s = state;
    if (s->wanted) buf_str(&s->text, text);
}

/* ---- values -------------------------------------------------------------------------------------------------- */

static struct str value_of(struct sheet_state *s, const struct cell_style *style, bool *bold)
{
    struct workbook *w = s->w;
    struct str raw = buf_view(&s->text), shown;
    uint64_t i;
    if (!raw.n) return STR("");
    switch (s->kind) {
    case CELL_SHARED:
        if (!str_u64(str_trim(raw), &i) || i >= w->texts.n) return STR_ABSENT;
        *bold |= w->texts.v[i].bold;
        return w->texts.v[i].text;
    case CELL_TEXT: return workbook_unescape(w->a, arena_str(w->a, raw));
    case CELL_BOOLEAN: return is_true(str_trim(raw)) ? STR("TRUE") : STR("FALSE");
    case CELL_ERROR: return STR_ABSENT;
    case CELL_NUMBER: break;
    }
    shown = shown_number(w->a, w->words, style ? style->format : STR("General"), raw, w->since_1904);
    return shown;
}

static void stop(struct sheet_state *s, enum limit limit, enum word message)
{
    s->rc = RC_LIMIT;
    *s->why = (struct trouble){.message = message};
    s->why->arg[0] = arena_printf(s->w->places, "%llu", (unsigned long long)s->w->limits->v[limit]);
}

static void frame(struct sheet_state *s)
{
    const size_t n = s->out->frames.n;
    struct sheet_frame *last = n ? &s->out->frames.v[n - 1] : NULL;
    if (last && last->row == s->row && last->last + 1 == s->col) last->last = s->col;
    else *ARENA_PUSH(s->w->a, &s->out->frames) = (struct sheet_frame){s->row, s->col, s->col};
}

static void keep(struct sheet_state *s)
{
    struct workbook *w = s->w;
    const struct cell_style *style = s->style < w->styles.n ? &w->styles.v[s->style] : NULL;
    struct sheet_cell c = {.row = s->row, .col = s->col, .rowspan = 1, .colspan = 1, .bold = style && style->bold};
    if (style && style->framed) frame(s);
    struct str text = value_of(s, style, &c.bold);
    c.picture = s->kind == CELL_ERROR && s->picture;
    c.unread = !text.p || (s->formula && !s->valued && s->kind != CELL_TEXT);
    c.text = text.p ? text : STR("");
    if (!c.unread && str_blank(c.text)) return;
    w->bytes += c.text.n;
    if (++w->cells > w->limits->v[LIMIT_cells]) stop(s, LIMIT_cells, W_read_cells);
    else if (w->bytes > w->limits->v[LIMIT_bytes]) stop(s, LIMIT_bytes, W_read_bytes);
    else *ARENA_PUSH(w->a, &s->out->cells) = c;
}

static void on_close(void *state, const char *name)
{
    struct sheet_state *s = state;
    s->wanted = false;
    if (strcmp(name, "x:rPh") == 0) s->phonetic = false;
    if (strcmp(name, "x:row") == 0) s->row++;
    if (strcmp(name, "x:c") != 0) return;
    s->in_cell = false;
    keep(s);
    s->col++;
}

enum rc workbook_sheet(struct workbook *w, struct str part, struct sheet *out, struct str *drawing, struct trouble *why)
{
    static const struct xml_events events = {on_open, on_close, on_text};
    struct sheet_state s = {.w = w, .out = out, .drawing = drawing, .why = why, .text = BUF_INIT};
    *drawing = STR_ABSENT;
    out->row_size = 15;
    out->col_size = col_size(8.43);
    enum rc rc = package_walk(w->p, part, &events, &s, why);
    buf_free(&s.text);
    if (rc != RC_OK || s.rc != RC_OK) return rc != RC_OK ? rc : s.rc;
    sheet_merge(w->a, out);
    return RC_OK;
}
