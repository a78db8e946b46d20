/* Tables of several years side by side, or of one realisasi beside the plan's end or a standard: comparisons, and what of each year can be
 * recomputed by itself. */
#include "recognise/lkjip/lkjip_columns.h"

bool lkjip_several_years(const struct lkjip_columns *k)
{
    if (k->blocks) return true;
    int first = 0;
    size_t realisasi = 0;
    for (uint32_t c = 0; c < k->cols; c++) realisasi += k->role[c] == ROLE_REALISASI && !k->money[c];
    for (uint32_t c = 0; c < k->cols; c++) {
        if (!k->year[c]) continue;
        if (first && k->year[c] != first && realisasi) return true;
        first = k->year[c];
    }
    return realisasi > 1;
}

bool lkjip_against_other(const struct lkjip_columns *k)
{
    size_t realisasi = 0, target = 0, other = 0;
    for (uint32_t c = 0; c < k->cols; c++) {
        realisasi += k->role[c] == ROLE_REALISASI && !k->money[c];
        target += k->role[c] == ROLE_TARGET;
        other += k->role[c] == ROLE_END_TARGET || k->role[c] == ROLE_STANDARD;
    }
    return realisasi == 1 && !target && other == 1 && (lkjip_has(k, ROLE_INDICATOR, false) || lkjip_has(k, ROLE_GOAL, false) || lkjip_has(k, ROLE_NAME, false));
}

static struct figure printed(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, uint32_t col)
{
    struct where *w = arena_alloc(r->t.a, sizeof *w);
    const struct cell *cell = table_cell(t, row, col);
    *w = (struct where){.table = t->number, .row = row + 1, .column = k->name[col]};
    if (cell->place.where) w->page = cell->place.where->page;
    where_sheet(w, cell);
    return (struct figure){.item = {.text = lkjip_one_line(r, cell), .place = {cell->place.at, w}}};
}

/* The figures of one row, by the heads of their columns. */
static void comparison_cells(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, struct comparison *c)
{
    for (uint32_t col = 0; col < k->cols && col < t->cols; col++) {
        enum lkjip_role role = (enum lkjip_role)k->role[col];
        enum measured what = role == ROLE_TARGET ? MEASURED_TARGET : role == ROLE_REALISASI ? MEASURED_REALISASI : role == ROLE_CAPAIAN || role == ROLE_PERCENT ? MEASURED_CAPAIAN : MEASURED_NONE;
        const struct cell *cell = table_cell(t, row, col);
        if (!cell || (!what && role != ROLE_END_TARGET && role != ROLE_STANDARD && role != ROLE_GROWTH)) continue;
        struct figure f = printed(r, t, k, row, col);
        if (role == ROLE_END_TARGET) c->end_target = f;
        else if (role == ROLE_STANDARD) c->standard = f;
        else if (role == ROLE_GROWTH) c->growth = f, c->growth_unit = (struct item){.text = k->name[col], .place = f.item.place};
        else *ARENA_PUSH(r->t.a, &c->years) = (struct year_figure){k->year[col], what, f};
    }
}

void lkjip_comparison_rows(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k)
{
    for (uint32_t row = k->first; row < t->rows; row++) {
        struct item name = lkjip_item(r, t, k, row, lkjip_has(k, ROLE_INDICATOR, false) ? ROLE_INDICATOR : lkjip_has(k, ROLE_GOAL, false) ? ROLE_GOAL : ROLE_NAME, false, false);
        struct str number = lkjip_item(r, t, k, row, ROLE_NUMBER, false, false).text;
        if (!lkjip_words_in(name.text) || lkjip_row_astray(r, t, k, row) || lkjip_heading_row(r, t, row) || str_find(number, STR(" "), 0) != SIZE_MAX) continue; /* "1 2": two rows in one */
        struct comparison c = {.head.place = lkjip_row_place(r, t, row), .name = name, .unit = lkjip_item(r, t, k, row, ROLE_UNIT, false, true), .region = r->region, .loose = t->loose, .unclear = k->unclear};
        comparison_cells(r, t, k, row, &c);
        bool any = false;
        for (size_t i = 0; i < c.years.n; i++) any |= !str_blank(c.years.v[i].figure.item.text);
        if (any) *ARENA_PUSH(r->t.a, &r->l->comparisons) = c;
    }
}

/* The figures of one year of such a table, where it has a target, a realisasi and a capaian of it: a measurement of its own. */
static void measurement_of_year(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, int year)
{
    struct lkjip_columns one = *k;
    size_t count[ROLE_COUNT + 1] = {0};
    for (uint32_t c = 0; c < k->cols; c++) {
        bool figure = k->role[c] == ROLE_TARGET || k->role[c] == ROLE_REALISASI || k->role[c] == ROLE_CAPAIAN || k->role[c] == ROLE_PERCENT;
        if (figure && (k->year[c] != year || k->money[c])) one.role[c] = ROLE_COUNT;
        else count[k->role[c]]++;
    }
    bool whole = count[ROLE_TARGET] == 1 && count[ROLE_REALISASI] == 1 && count[ROLE_CAPAIAN] + count[ROLE_PERCENT] == 1;
    if (!whole || !(count[ROLE_INDICATOR] || count[ROLE_GOAL] || count[ROLE_NAME])) return;
    struct indicator_table *out = lkjip_new_indicators(r, t, k, LKJIP_MEASUREMENT, year ? year : r->context.year);
    for (uint32_t row = k->first; row < t->rows; row++)
        if (!lkjip_heading_row(r, t, row)) lkjip_indicator_row(r, t, &one, row, out);
    if (!out->rows.n) r->l->measurements.n--;
}

/* The money of one year. */
static void budget_of_year(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, int year)
{
    struct lkjip_columns one = *k;
    for (uint32_t c = 0; c < k->cols; c++)
        if (lkjip_figure_role(k->role[c]) && k->year[c] != year) one.role[c] = ROLE_COUNT;
    if (!lkjip_has(&one, ROLE_REALISASI, true)) return;
    struct budget_table *out = lkjip_new_budget(r, t, k, LKJIP_BUDGET, year);
    for (uint32_t row = k->first; row < t->rows; row++)
        if (!lkjip_heading_row(r, t, row)) lkjip_budget_row(r, t, &one, row, out);
    if (!out->rows.n) r->l->budgets.n--;
}

void lkjip_by_year(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k)
{
    int done[MAX_COLUMNS];
    size_t n = 0;
    for (uint32_t c = 0; c < k->cols; c++) {
        size_t i = 0;
        if (k->role[c] != ROLE_TARGET && !(k->role[c] == ROLE_PAGU && k->year[c])) continue;
        while (i < n && done[i] != k->year[c]) i++;
        if (i < n) continue;
        done[n++] = k->year[c];
        if (k->role[c] == ROLE_TARGET) measurement_of_year(r, t, k, k->year[c]);
        else budget_of_year(r, t, k, k->year[c]);
    }
}
