/* Tables of Word documents: rows and cells as accepted, placed on the grid's lines, merged down and across. */
#include <string.h>

#include "read/office/docx/docx.h"

enum {
    MOST_COLUMNS = 1000,
    SNAP = 100 /* lines of the grid closer than this, in twentieths of a point, are one line drawn by an unsteady hand */
};

struct place_cell {
    uint32_t row, left, right; /* [left, right): columns of the grid */
    uint32_t rows;             /* that it covers; 0: covered by the cell above */
    bool goes_on;              /* vMerge without "restart" */
    const struct xml_node *node;
};
struct place_row {
    const struct xml_node *node;
    size_t first, end;         /* its cells */
    bool header;
};
struct grid {
    struct docx *d;
    struct {
        struct place_cell *v;
        size_t n, cap;
    } cells;
    struct {
        struct place_row *v;
        size_t n, cap;
    } rows;
    uint32_t columns;
    uint32_t *line;            /* for each grid line the column that begins there, once snapped */
    double *x;                 /* of each column that is left, and the right edge; points; NULL: not told */
};

static uint32_t number_of(const struct xml_node *n, uint32_t otherwise)
{
    uint64_t v;
    if (!n || !str_u64(xml_get(n, "w:val"), &v)) return otherwise;
    return v > MOST_COLUMNS ? MOST_COLUMNS : (uint32_t)v;
}

/* ---- which cells there are --------------------------------------------------------------------------------------- */

static void take_cell(struct grid *g, const struct xml_node *tc, uint32_t row, uint32_t *column)
{
    const struct xml_node *pr = xml_child(tc, "w:tcPr"), *down = xml_child(pr, "w:vMerge"), *across = xml_child(pr, "w:hMerge");
    if (xml_child(pr, "w:cellDel")) return;
    uint32_t span = number_of(xml_child(pr, "w:gridSpan"), 1);
    if (!span) span = 1;
    if (*column + span > MOST_COLUMNS) return;
    uint32_t left = *column;
    *column += span;
    if (*column > g->columns) g->columns = *column;
    if (across && !str_eqz(xml_get(across, "w:val"), "restart") && g->cells.n && g->cells.v[g->cells.n - 1].row == row) {
        g->cells.v[g->cells.n - 1].right = *column;
        return;
    }
    struct place_cell *c = ARENA_PUSH(g->d->a, &g->cells);
    *c = (struct place_cell){.row = row, .left = left, .right = *column, .rows = 1, .node = tc};
    c->goes_on = down && !str_eqz(xml_get(down, "w:val"), "restart");
}

/* Cells and what may stand around them. */
static void take_cells(struct grid *g, const struct xml_node *parent, uint32_t row, uint32_t *column)
{
    for (const struct xml_node *n = xml_child(parent, NULL); n; n = xml_next(n, NULL)) {
        if (xml_is(n, "w:tc")) take_cell(g, n, row, column);
        else if (xml_is(n, "w:sdt")) take_cells(g, xml_child(n, "w:sdtContent"), row, column);
        else if (xml_is(n, "w:customXml") || xml_is(n, "w:ins") || xml_is(n, "w:moveTo")) take_cells(g, n, row, column);
    }
}

static void take_row(struct grid *g, const struct xml_node *tr)
{
    const struct xml_node *pr = xml_child(tr, "w:trPr"), *header = xml_child(pr, "w:tblHeader"), *hidden = xml_child(pr, "w:hidden");
    if (xml_child(pr, "w:del") || (hidden && docx_on(hidden))) return;
    uint32_t column = number_of(xml_child(pr, "w:gridBefore"), 0), row = (uint32_t)g->rows.n;
    size_t first = g->cells.n;
    take_cells(g, tr, row, &column);
    if (g->cells.n == first) return;
    struct place_row *r = ARENA_PUSH(g->d->a, &g->rows);
    *r = (struct place_row){tr, first, g->cells.n, header && docx_on(header)};
}

static void take_rows(struct grid *g, const struct xml_node *parent)
{
    for (const struct xml_node *n = xml_child(parent, NULL); n; n = xml_next(n, NULL)) {
        if (xml_is(n, "w:tr")) take_row(g, n);
        else if (xml_is(n, "w:sdt")) take_rows(g, xml_child(n, "w:sdtContent"));
        else if (xml_is(n, "w:customXml") || xml_is(n, "w:ins") || xml_is(n, "w:moveTo")) take_rows(g, n);
    }
}

/* ---- where they stand ---------------------------------------------------------------------------------------------- */

/* Lines that are almost one become one, unless a cell would vanish. */
static void snap_lines(struct grid *g, const struct xml_node *tbl)
{
    g->line = arena_alloc(g->d->a, (g->columns + 1) * sizeof *g->line);
    g->x = arena_alloc(g->d->a, (g->columns + 1) * sizeof *g->x);
    uint64_t x = 0, last = 0;
    uint32_t column = 0, i = 0;
    for (const struct xml_node *c = xml_path(tbl, "w:tblGrid w:gridCol"); c && i < g->columns; c = xml_next(c, "w:gridCol")) {
        uint64_t width;
        if (!str_u64(xml_get(c, "w:w"), &width) || width > 100000) break;
        x += width;
        if (x - last >= SNAP) column++, last = x;
        g->line[++i] = column;
        g->x[column] = (double)x / 20;
    }
    bool good = i == g->columns;
    for (size_t k = 0; good && k < g->cells.n; k++) good = g->line[g->cells.v[k].left] < g->line[g->cells.v[k].right];
    for (i = 0; !good && i <= g->columns; i++) g->line[i] = i;
    if (!good) g->x = NULL;
}

/* Each cell takes in those below that go on with it. */
static void merge_down(struct grid *g)
{
    struct place_cell **open = arena_alloc(g->d->a, (g->columns + 1) * sizeof *open); /* by column: the last cell that begins there */
    for (size_t i = 0; i < g->cells.n; i++) {
        struct place_cell *c = &g->cells.v[i];
        c->left = g->line[c->left];
        c->right = g->line[c->right];
        struct place_cell *above = open[c->left];
        if (c->goes_on && above && above->right == c->right && above->row + above->rows == c->row) {
            above->rows++;
            c->rows = 0;
        } else {
            open[c->left] = c;
        }
    }
}

/* ---- printing ------------------------------------------------------------------------------------------------------ */

/* Pages that end inside a cell, as saved; *first: the first of them before anything is printed in it. Text printed goes to *printed. */
static uint32_t pages_in(const struct xml_node *tc, bool *first, bool *printed)
{
    uint32_t n = 0;
    *first = *printed = false;
    for (const struct xml_node *k = xml_walk(tc, tc, false); k; k = xml_walk(tc, k, false)) {
        if (xml_is(k, "w:lastRenderedPageBreak")) {
            n++;
            *first |= !*printed;
        } else if (xml_is(k, "w:t") || xml_is(k, "w:drawing") || xml_is(k, "w:pict")) {
            *printed = true;
        }
    }
    return n;
}

/* How many pages end before the row and inside it. */
static void pages_of_row(const struct grid *g, const struct place_row *r, uint32_t *before, uint32_t *inside)
{
    *before = *inside = 0;
    bool told = false;
    for (size_t i = r->first; i < r->end; i++) {
        bool first, printed;
        uint32_t n = pages_in(g->cells.v[i].node, &first, &printed);
        if (n > *inside) *inside = n;
        if (!told && (printed || first)) {
            told = true;
            *before = first;
        }
    }
    *inside -= *before;
}

static bool has_heads(struct docx *d, const struct xml_node *tbl)
{
    const struct xml_node *pr = xml_child(tbl, "w:tblPr"), *look = xml_child(pr, "w:tblLook");
    const struct style *s = style_find(&d->styles, xml_get(xml_child(pr, "w:tblStyle"), "w:val"));
    struct str first = xml_get(look, "w:firstRow"), mask = xml_get(look, "w:val");
    bool on = first.p ? str_eqz(first, "1") || str_eqz(first, "true") : mask.n == 4 && strchr("2367aAbBeEfF", mask.p[2]);
    return s && s->heads && on;
}

/* What is tied to a paragraph of this cell stands in it, or is placed from it. */
static void anchor_in(struct grid *g, const struct place_cell *c, uint32_t number)
{
    struct anchor *at = &g->d->anchor;
    at->cell = (struct spot){number, c->row, c->left};
    at->left = g->x ? g->x[c->left] : 0;
    at->width = g->x ? g->x[c->right] - at->left : 0;
    at->down = 0;
}

static void measure(struct grid *g, const struct xml_node *tbl, uint32_t number)
{
    uint32_t cols = g->line[g->columns];
    double *height = arena_alloc(g->d->a, g->rows.n * sizeof *height);
    for (size_t i = 0; i < g->rows.n; i++) {
        height[i] = docx_least_row(g->rows.v[i].node);
        for (size_t k = g->rows.v[i].first; k < g->rows.v[i].end; k++) {
            const struct place_cell *c = &g->cells.v[k];
            if (c->rows != 1) continue;
            double least = drawn_least(c->node, g->x ? g->x[c->right] - g->x[c->left] : 0);
            if (least > height[i]) height[i] = least;
        }
    }
    drawn_table(&g->d->drawing, number, (struct measures){cols, (uint32_t)g->rows.n, g->x, height});
    docx_measure_table(g->d, tbl, g->x ? g->x[cols] : 0);
}

static void print_row(struct grid *g, const struct place_row *r, bool header, uint32_t number)
{
    uint32_t before, inside;
    pages_of_row(g, r, &before, &inside);
    if (g->d->tables > 1) before = inside = 0;
    for (; before; before--) docx_page_full(g->d);
    tape_row(g->d->tape);
    for (size_t i = r->first; i < r->end; i++) {
        const struct place_cell *c = &g->cells.v[i];
        if (!c->rows) continue;
        anchor_in(g, c, number);
        tape_cell(g->d->tape, c->left, c->rows, c->right - c->left, header);
        tape_mark(g->d->tape, c->node);
        docx_blocks(g->d, c->node);
        tape_cell_end(g->d->tape);
    }
    for (; inside; inside--) docx_page_full(g->d);
}

void docx_table(struct docx *d, const struct xml_node *tbl)
{
    struct grid g = {.d = d};
    take_rows(&g, tbl);
    if (!g.cells.n) return;
    snap_lines(&g, tbl);
    merge_down(&g);
    bool heads = has_heads(d, tbl);
    tape_table_open(d->tape);
    uint32_t number = tape_tables(d->tape);
    struct anchor around = d->anchor;
    double left = d->table_left;
    if (d->flow) measure(&g, tbl, number);
    d->tables++;
    for (size_t i = 0; i < g.rows.n; i++) print_row(&g, &g.rows.v[i], g.rows.v[i].header || (heads && i == 0), number);
    d->tables--;
    d->anchor = around;
    d->table_left = left;
    tape_table_close(d->tape);
}
