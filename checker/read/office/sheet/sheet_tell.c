/* A sheet as a page: which rows are a table of their own, which single texts are paragraphs, what is hidden. */
#include <stdlib.h>
#include <string.h>

#include "read/office/sheet/sheet.h"

enum row_flag { ROW_TEXT = 1, ROW_FRAMED = 2, ROW_JOINED = 4, ROW_DRAWN = 8, ROW_HIDDEN = 16 };

/* A cell as far as it is shown. */
struct shown {
    uint32_t row, col, rowspan, colspan;
    const struct sheet_cell *cell;
};

struct telling {
    struct arena *a, *places;
    struct sheet *s;
    struct tape *t;
    const struct str *sheet_name;
    uint32_t rows, cols;        /* what is used */
    unsigned char *row;         /* enum row_flag */
    bool *hidden_col;
    struct {
        struct shown *v;        /* by row, then column */
        size_t n, cap;
    } shown;
    uint32_t *texts;            /* shown texts that begin in a row */
};

static bool says(const struct sheet_cell *c) { return c->unread || !str_blank(c->text); }

static void mark_hidden(struct telling *k)
{
    const struct sheet *s = k->s;
    if (s->rows_hidden) memset(k->row, ROW_HIDDEN, k->rows);
    for (size_t i = 0; i < s->rows.n; i++)
        for (uint32_t r = s->rows.v[i].first; r <= s->rows.v[i].last && r < k->rows; r++) k->row[r] = s->rows.v[i].hidden ? ROW_HIDDEN : 0;
    for (size_t i = 0; i < s->cols.n; i++)
        for (uint32_t c = s->cols.v[i].first; c <= s->cols.v[i].last && c < k->cols; c++) k->hidden_col[c] = s->cols.v[i].hidden;
}

/* What of [first, first + n) is shown: the first one and how many. */
static uint32_t visible_rows(const struct telling *k, uint32_t first, uint32_t n, uint32_t *count)
{
    uint32_t at = UINT32_MAX;
    *count = 0;
    for (uint32_t r = first; r < first + n && r < k->rows; r++) {
        if (k->row[r] & ROW_HIDDEN) continue;
        if (!(*count)++) at = r;
    }
    return at;
}

static uint32_t visible_cols(const struct telling *k, uint32_t first, uint32_t n, uint32_t *count)
{
    uint32_t at = UINT32_MAX;
    *count = 0;
    for (uint32_t c = first; c < first + n && c < k->cols; c++) {
        if (k->hidden_col[c]) continue;
        if (!(*count)++) at = c;
    }
    return at;
}

static int by_place(const void *x, const void *y)
{
    const struct shown *a = x, *b = y;
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    return (a->col > b->col) - (a->col < b->col);
}

static void collect(struct telling *k)
{
    const struct sheet *s = k->s;
    for (size_t i = 0; i < s->cells.n; i++) {
        const struct sheet_cell *c = &s->cells.v[i];
        if (says(c) && !c->covered) {
            if (c->row >= k->rows) k->rows = c->row + 1;
            if (c->col + c->colspan > k->cols) k->cols = c->col + c->colspan;
        }
    }
    for (size_t i = 0; i < s->frames.n; i++)
        if (s->frames.v[i].row < k->rows && s->frames.v[i].last >= k->cols) k->cols = s->frames.v[i].last + 1;
    k->row = arena_alloc(k->a, k->rows + 1);
    k->texts = arena_alloc(k->a, (k->rows + 1) * sizeof *k->texts);
    k->hidden_col = arena_alloc(k->a, k->cols + 1);
    mark_hidden(k);
    for (size_t i = 0; i < s->cells.n; i++) {
        const struct sheet_cell *c = &s->cells.v[i];
        struct shown e = {.cell = c};
        if (c->covered || c->row >= k->rows || c->col >= k->cols) continue;
        e.row = visible_rows(k, c->row, c->rowspan, &e.rowspan);
        e.col = visible_cols(k, c->col, c->colspan, &e.colspan);
        if (e.rowspan && e.colspan) *ARENA_PUSH(k->a, &k->shown) = e;
    }
    if (k->shown.n) qsort(k->shown.v, k->shown.n, sizeof *k->shown.v, by_place);
}

static void mark_rows(struct telling *k)
{
    const struct sheet *s = k->s;
    for (size_t i = 0; i < k->shown.n; i++) {
        const struct shown *e = &k->shown.v[i];
        if (says(e->cell)) {
            k->row[e->row] |= ROW_TEXT;
            k->texts[e->row]++;
        }
        uint32_t end = e->cell->row + e->cell->rowspan;
        for (uint32_t r = e->row + 1; r < end && r < k->rows; r++) k->row[r] |= ROW_JOINED;
    }
    for (size_t i = 0; i < s->frames.n; i++)
        if (s->frames.v[i].row < k->rows) k->row[s->frames.v[i].row] |= ROW_FRAMED;
    for (size_t i = 0; i < s->drawn.n; i++)
        if (s->drawn.v[i] < k->rows) k->row[s->drawn.v[i]] |= ROW_DRAWN;
}

/* ---- paragraphs ---------------------------------------------------------------------------------------------- */

static void put_text(struct telling *k, const struct sheet_cell *c)
{
    tape_bold(k->t, c->bold);
    for (size_t from = 0; from < c->text.n;) {
        size_t end = str_find(c->text, STR("\n"), from);
        tape_text(k->t, str_slice(c->text, from, end), c->origin);
        if (end == SIZE_MAX) break;
        tape_break(k->t);
        from = end + 1;
    }
    tape_bold(k->t, false);
}

static void put_place(struct telling *k, uint32_t row, uint32_t col)
{
    tape_at(k->t, k->sheet_name, sheet_reference(k->places, row, col));
}

static size_t shown_from(const struct telling *k, uint32_t row)
{
    size_t lo = 0, hi = k->shown.n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (k->shown.v[mid].row < row) lo = mid + 1;
        else hi = mid;
    }
    return lo;
}

/* A row that holds one text and no more: no lines, no merged cell through it. Below a table a text over several columns is a row of it. */
static bool single(const struct telling *k, uint32_t row, bool below)
{
    if (k->row[row] & (ROW_FRAMED | ROW_JOINED) || k->texts[row] > 1) return false;
    for (size_t i = shown_from(k, row); i < k->shown.n && k->shown.v[i].row == row; i++)
        if (k->shown.v[i].rowspan > 1 || (below && k->shown.v[i].colspan > 1)) return false;
    return true;
}

static void put_paragraphs(struct telling *k, uint32_t first, uint32_t end)
{
    for (size_t i = shown_from(k, first); i < k->shown.n && k->shown.v[i].row < end; i++) {
        const struct sheet_cell *c = k->shown.v[i].cell;
        if (!says(c)) continue;
        put_place(k, c->row, c->col);
        put_text(k, c);
        tape_end(k->t);
    }
}

/* ---- tables -------------------------------------------------------------------------------------------------- */

/* Columns of the region in which anything stands, and their numbers in the table. */
static uint32_t number_cols(struct telling *k, struct sheet_region *r)
{
    bool *used = arena_alloc(k->a, k->cols + 1);
    r->left = k->cols;
    for (size_t i = shown_from(k, r->first); i < k->shown.n && k->shown.v[i].row <= r->last; i++) {
        const struct sheet_cell *c = k->shown.v[i].cell;
        for (uint32_t col = c->col; col < c->col + c->colspan && col < k->cols; col++) used[col] = true;
    }
    for (size_t i = 0; i < k->s->frames.n; i++) {
        const struct sheet_frame *f = &k->s->frames.v[i];
        if (f->row < r->first || f->row > r->last) continue;
        for (uint32_t col = f->first; col <= f->last && col < k->cols; col++) used[col] = true;
    }
    uint32_t n = 0;
    for (uint32_t col = 0; col < k->cols; col++) {
        if (!used[col] || k->hidden_col[col]) continue;
        if (!n++) r->left = col;
        r->right = col;
    }
    if (!n) return 0;
    r->col_at = arena_alloc(k->a, (r->right - r->left + 1) * sizeof *r->col_at);
    n = 0;
    for (uint32_t col = r->left; col <= r->right; col++) r->col_at[col - r->left] = used[col] && !k->hidden_col[col] ? n++ : UINT32_MAX;
    return n;
}

static void number_rows(struct telling *k, struct sheet_region *r)
{
    uint32_t n = 0;
    r->row_at = arena_alloc(k->a, (r->last - r->first + 1) * sizeof *r->row_at);
    for (uint32_t row = r->first; row <= r->last; row++) r->row_at[row - r->first] = k->row[row] & ROW_HIDDEN ? UINT32_MAX : n++;
}

/* How many of its columns the table has. */
static uint32_t span_in(const struct sheet_region *r, const struct sheet_cell *c)
{
    uint32_t n = 0;
    for (uint32_t col = c->col < r->left ? r->left : c->col; col < c->col + c->colspan && col <= r->right; col++)
        n += r->col_at[col - r->left] != UINT32_MAX;
    return n;
}

/* One row of the table: the cells that begin in it, and blank ones where none does. `busy`: for each column, the first row that no
 * cell from above covers. */
static void put_row(struct telling *k, const struct sheet_region *r, uint32_t row, uint32_t *busy, size_t *next)
{
    tape_row(k->t);
    for (uint32_t col = r->left; col <= r->right; col++) {
        uint32_t at = r->col_at[col - r->left];
        if (at == UINT32_MAX || busy[at] > row) continue;
        while (*next < k->shown.n && (k->shown.v[*next].row < row || (k->shown.v[*next].row == row && k->shown.v[*next].col < col))) ++*next;
        const struct shown *e = *next < k->shown.n && k->shown.v[*next].row == row && k->shown.v[*next].col == col ? &k->shown.v[*next] : NULL;
        uint32_t cols = e ? span_in(r, e->cell) : 1, rows = e ? e->rowspan : 1;
        put_place(k, e ? e->cell->row : row, e ? e->cell->col : col);
        tape_cell(k->t, at, rows, cols, false);
        if (e && e->cell->unread) tape_unread(k->t);
        if (e) put_text(k, e->cell);
        tape_cell_end(k->t);
        for (uint32_t i = at; e && i < at + cols; i++) busy[i] = e->cell->row + e->cell->rowspan;
    }
}

static void put_table(struct telling *k, uint32_t first, uint32_t last)
{
    struct sheet_region r = {.first = first, .last = last};
    uint32_t cols = number_cols(k, &r);
    if (!cols) return;
    number_rows(k, &r);
    uint32_t *busy = arena_alloc(k->a, (cols + 1) * sizeof *busy);
    size_t next = shown_from(k, first);
    tape_table_open(k->t);
    for (uint32_t row = first; row <= last; row++)
        if (!(k->row[row] & ROW_HIDDEN)) put_row(k, &r, row, busy, &next);
    tape_table_close(k->t);
    r.table = tape_tables(k->t);
    *ARENA_PUSH(k->a, &k->s->regions) = r;
}

/* Rows [first, end) that no blank row parts. */
static void put_region(struct telling *k, uint32_t first, uint32_t end)
{
    uint32_t top = first, bottom = end;
    while (bottom > first && !(k->row[bottom - 1] & (ROW_TEXT | ROW_DRAWN | ROW_JOINED))) bottom--;
    while (top < bottom && !(k->row[top] & (ROW_TEXT | ROW_DRAWN))) top++;
    uint32_t body = top, below = bottom;
    while (body < bottom && single(k, body, false)) body++;
    while (below > body && single(k, below - 1, true)) below--;
    put_paragraphs(k, top, body);
    if (body < below) put_table(k, body, below - 1);
    put_paragraphs(k, below, bottom);
}

void sheet_tell(struct arena *a, struct arena *places, struct sheet *s, struct tape *t)
{
    struct str *name = arena_alloc(places, sizeof *name);
    *name = arena_str(places, s->name);
    struct telling k = {.a = a, .places = places, .s = s, .t = t, .sheet_name = name};
    if (s->page > 1) tape_page(t);
    collect(&k);
    mark_rows(&k);
    for (uint32_t row = 0, first; row < k.rows; row++) {
        for (first = row; row < k.rows && k.row[row]; row++) continue;
        if (row > first) put_region(&k, first, row);
    }
    tape_at(t, NULL, STR_ABSENT);
}
