/* Other tables of a report whose last row is a Jumlah: the columns of plain figures that it sums. */
#include <string.h>

#include "recognise/lkjip/lkjip_columns.h"

enum { LEAST_ROWS = 2 };

/* "18", "1.172 Orang", "-", blank: something that can be summed. Shares, years, ranges and dates cannot. */
static bool summand(struct str s)
{
    size_t i = 0;
    if (!s.n || str_eqz(s, "-")) return true;
    if (!is_digit(s.p[0]) || year_in(s) || memchr(s.p, '\n', s.n)) return false;
    while (i < s.n && (is_digit(s.p[i]) || ((s.p[i] == '.' || s.p[i] == ',') && i + 1 < s.n && is_digit(s.p[i + 1])))) i++;
    struct str unit = str_trim(str_slice(s, i, s.n));
    for (size_t k = 0; k < unit.n; k++)
        if (!is_letter(unit.p[k]) && unit.p[k] != ' ') return false;
    return unit.n <= 16;
}

static bool is_total(const struct lkjip_making *r, const struct table *t, uint32_t row)
{
    for (uint32_t c = 0; c < t->cols && c < 3; c++) {
        struct str s = lkjip_cell(t, row, c), line = str_slice(s, 0, str_find(s, STR("\n"), 0)); /* another row's words may have come below it */
        if (wordset_find(&r->w->totals, s) || wordset_find(&r->w->totals, line)) return true;
    }
    return false;
}

/* Rows above the last one are summed when no other total stands among them and each cell is one row's. */
static bool plain_rows(const struct lkjip_making *r, const struct table *t, uint32_t first)
{
    for (uint32_t row = first; row + 1 < t->rows; row++) {
        if (is_total(r, t, row) || lkjip_heading_row(r, t, row)) return false;
        for (uint32_t c = 0; c < t->cols; c++) {
            const struct cell *cell = table_cell(t, row, c);
            if (cell && cell->rowspan > 1) return false;
        }
    }
    return true;
}

/* "(%)", "Persentase": its figures are ratios. */
static bool is_share(const struct lkjip_making *r, struct str name)
{
    uint8_t role[2];
    if (str_find(name, STR("%"), 0) != SIZE_MAX) return true;
    return lkjip_heading_roles(r, name, role, true) == 1 && (role[0] == ROLE_PERCENT || role[0] == ROLE_CAPAIAN);
}

static void add_column(struct lkjip_making *r, const struct table *t, uint32_t first, uint32_t col, struct sum_table *out)
{
    size_t figures = 0;
    for (uint32_t row = first; row < t->rows; row++) {
        struct str s = lkjip_cell(t, row, col);
        if (!summand(s) || (t->loose && !s.n)) return; /* in columns of blanks a figure may have gone astray */
        figures += row + 1 < t->rows && s.n && is_digit(s.p[0]);
    }
    struct str name = lkjip_cell(t, first - 1, col);
    if (figures < LEAST_ROWS || !is_digit(*lkjip_cell(t, t->rows - 1, col).p)) return;
    for (uint32_t row = first - 1; str_blank(name) && row-- > 0;) name = lkjip_cell(t, row, col);
    const struct listed *f = wordset_find(&r->w->columns, name);
    if (f && f->use == ROLE_NUMBER) return;
    if (is_share(r, name) && !str_starts(lkjip_cell(t, t->rows - 1, col), STR("100"))) return; /* shares of a whole make 100; others are no parts of anything */
    struct sum_column *k = ARENA_PUSH(r->t.a, &out->columns);
    k->name = (struct item){.text = arena_str(r->t.a, name), .place = lkjip_row_place(r, t, first - 1)};
    for (char *p = (char *)(uintptr_t)k->name.text.p; *p; p++)
        if (*p == '\n') *p = ' ';
    for (uint32_t row = first; row < t->rows; row++) {
        const struct cell *cell = table_cell(t, row, col);
        struct figure f2 = {.item = {.text = lkjip_cell(t, row, col), .place = cell ? cell->place : lkjip_row_place(r, t, row)}};
        if (row + 1 == t->rows) k->total = f2;
        else *ARENA_PUSH(r->t.a, &k->cells) = f2;
    }
}

bool lkjip_sum_table(struct lkjip_making *r, const struct table *t)
{
    uint32_t first = 0;
    if (t->rows < LEAST_ROWS + 2 || t->cols > MAX_COLUMNS || !is_total(r, t, t->rows - 1)) return false;
    while (first < t->rows && first < 4) { /* the heading: rows without figures */
        bool figure = false;
        for (uint32_t c = 0; c < t->cols; c++) {
            struct str s = lkjip_cell(t, first, c);
            figure |= lkjip_figure(s) && !year_in(s);
        }
        if (figure) break;
        first++;
    }
    if (!first || first + LEAST_ROWS >= t->rows || !plain_rows(r, t, first)) return false;
    bool of_before = !r->context.caption.text.p && r->cut; /* the rest of a table of the page before: its total is of both */
    if (of_before) return false;
    struct sum_table out = {.head = r->context.caption};
    if (!out.head.text.p) out.head.place = lkjip_row_place(r, t, 0);
    for (uint32_t c = 1; c < t->cols; c++) add_column(r, t, first, c, &out);
    if (!out.columns.n) return false;
    *ARENA_PUSH(r->t.a, &r->l->sums) = out;
    return true;
}
