/* Tables of OpenDocument texts. */
#include "read/office/odt/odt.h"

enum { MOST_COLUMNS = 1000, MOST_REPEATED = 1000 };

struct rows {
    const struct xml_node **v;
    size_t n, cap;
    size_t heads;            /* of them, in table:table-header-rows */
};

static uint32_t times(const struct xml_node *n, const char *attribute)
{
    uint64_t v;
    if (!str_u64(xml_get(n, attribute), &v) || !v) return 1;
    return v > MOST_REPEATED ? MOST_REPEATED : (uint32_t)v;
}

static void take_rows(struct odt *d, const struct xml_node *parent, bool head, struct rows *out)
{
    for (const struct xml_node *n = xml_child(parent, NULL); n; n = xml_next(n, NULL)) {
        if (xml_is(n, "table:table-row")) {
            *ARENA_PUSH(d->a, out) = n;
            if (head) out->heads = out->n;
        } else if (xml_is(n, "table:table-header-rows")) {
            take_rows(d, n, true, out);
        } else if (xml_is(n, "table:table-rows") || xml_is(n, "table:table-row-group")) {
            take_rows(d, n, head, out);
        } else if (xml_is(n, "text:soft-page-break")) {
            *ARENA_PUSH(d->a, out) = n;
        }
    }
}

static void take_columns(struct odt *d, const struct xml_node *parent, double *x, uint32_t *n)
{
    for (const struct xml_node *k = xml_child(parent, NULL); k; k = xml_next(k, NULL)) {
        if (xml_is(k, "table:table-column")) {
            const struct odt_style *s = odt_style(d->a, &d->styles, "table-column", xml_get(k, "table:style-name"));
            for (uint32_t i = times(k, "table:number-columns-repeated"); i && *n < MOST_COLUMNS; i--, ++*n)
                x[*n + 1] = x[*n] + (s ? s->width : 0);
        } else if (xml_is(k, "table:table-columns") || xml_is(k, "table:table-header-columns") || xml_is(k, "table:table-column-group")) {
            take_columns(d, k, x, n);
        }
    }
}

static void anchor_in(struct odt *d, uint32_t number, uint32_t row, uint32_t col, uint32_t span, const double *x, uint32_t cols)
{
    d->anchor.cell = (struct spot){number, row, col};
    d->anchor.left = x && col < cols ? x[col] : 0;
    d->anchor.width = x && col + span <= cols ? x[col + span] - x[col] : 0;
    d->anchor.down = 0;
}

static void print_row(struct odt *d, const struct xml_node *row, bool head, uint32_t number, uint32_t at, const double *x, uint32_t cols)
{
    uint32_t col = 0;
    tape_row(d->tape);
    for (const struct xml_node *n = xml_child(row, NULL); n; n = xml_next(n, NULL)) {
        uint32_t repeated = times(n, "table:number-columns-repeated");
        if (xml_is(n, "table:covered-table-cell")) col += repeated;
        if (!xml_is(n, "table:table-cell")) continue;
        uint32_t wide = times(n, "table:number-columns-spanned"), high = times(n, "table:number-rows-spanned");
        for (; repeated && col < MOST_COLUMNS; repeated--, col++) {
            anchor_in(d, number, at, col, wide, x, cols);
            tape_cell(d->tape, col, high, wide, head);
            tape_mark(d->tape, n);
            odt_blocks(d, n);
            tape_cell_end(d->tape);
        }
    }
}

static void measure_row(struct odt *d, const struct xml_node *row, const double *x, uint32_t cols, double *height)
{
    const struct odt_style *s = odt_style(d->a, &d->styles, "table-row", xml_get(row, "table:style-name"));
    uint32_t col = 0;
    *height = s ? s->height : 0;
    for (const struct xml_node *n = xml_child(row, NULL); n; n = xml_next(n, NULL)) {
        uint32_t wide = times(n, "table:number-columns-spanned"), repeated = times(n, "table:number-columns-repeated");
        bool told = xml_is(n, "table:table-cell") && times(n, "table:number-rows-spanned") == 1 && x && col + wide <= cols;
        double least = told ? drawn_least(n, x[col + wide] - x[col]) : 0;
        if (least > *height) *height = least;
        col += repeated;
    }
}

/* Whether a table has a cell at all: one without is none. */
static bool has_cells(const struct rows *r)
{
    for (size_t i = 0; i < r->n; i++)
        if (xml_child(r->v[i], "table:table-cell")) return true;
    return false;
}

void odt_table(struct odt *d, const struct xml_node *table)
{
    struct rows r = {0};
    take_rows(d, table, false, &r);
    if (!has_cells(&r)) return;
    double *x = arena_alloc(d->a, (MOST_COLUMNS + 2) * sizeof *x);
    uint32_t cols = 0, at = 0;
    take_columns(d, table, x, &cols);
    if (!cols || x[cols] <= 0) x = NULL;
    struct odt_list *list = d->list;
    struct anchor around = d->anchor;
    tape_table_open(d->tape);
    uint32_t number = tape_tables(d->tape);
    double *height = arena_alloc(d->a, (r.n + 1) * sizeof *height);
    drawn_table(&d->drawing, number, (struct measures){cols, (uint32_t)r.n, x, height});
    d->list = NULL;
    d->tables++;
    for (size_t i = 0; i < r.n; i++) {
        if (xml_is(r.v[i], "text:soft-page-break")) {
            if (d->tables == 1) odt_page_full(d);
        } else if (xml_child(r.v[i], "table:table-cell") || xml_child(r.v[i], "table:covered-table-cell")) {
            if (d->flow) measure_row(d, r.v[i], x, cols, &height[at]);
            print_row(d, r.v[i], i < r.heads, number, at++, x, cols);
        }
    }
    d->tables--;
    d->list = list;
    d->anchor = around;
    tape_table_close(d->tape);
}
