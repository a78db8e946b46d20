/* Rows of a file and rows on pages: the same where most of their cells say the same, in the same order. */
#include <stdlib.h>

#include "base/chars.h"
#include "read/office/laid.h"

enum {
    MOST_PAIRS = 1000000,    /* rows of the file times rows on pages */
    MOST_CELLS = 64          /* of a row that are looked at */
};

struct row {
    const struct table *table;
    uint32_t row;
    const struct cell *cells[MOST_CELLS];
    uint64_t keys[MOST_CELLS]; /* 0: the cell is blank */
    size_t n, filled;
};
struct rows {
    struct row *v;
    size_t n, cap;
};

/* A number for what a text says, however it is broken and spaced. */
static uint64_t key_of(struct str s)
{
    uint64_t h = 14695981039346656037u;
    size_t counted = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (is_upper(c)) c = (unsigned char)(c + 32);
        if (!is_lower(c) && !is_digit(c)) continue;
        h = (h ^ c) * 1099511628211u;
        counted++;
    }
    return counted ? h | 1 : 0;
}

static void add_rows(struct arena *a, const struct blocks *blocks, struct rows *out);

static void add_row(struct arena *a, const struct table *t, uint32_t row, size_t *next, struct rows *out)
{
    struct row *r = ARENA_PUSH(a, out);
    *r = (struct row){.table = t, .row = row};
    for (; *next < t->cells.n && t->cells.v[*next].row == row; (*next)++) {
        if (r->n == MOST_CELLS) continue;
        r->cells[r->n] = &t->cells.v[*next];
        r->keys[r->n] = key_of(t->cells.v[*next].text);
        r->filled += r->keys[r->n++] != 0;
    }
}

static void add_rows(struct arena *a, const struct blocks *blocks, struct rows *out)
{
    for (size_t i = 0; i < blocks->n; i++) {
        const struct table *t = blocks->v[i].kind == BLOCK_TABLE ? blocks->v[i].table : NULL;
        size_t next = 0;
        for (uint32_t r = 0; t && r < t->rows; r++) add_row(a, t, r, &next, out);
        for (size_t k = 0; t && k < t->cells.n; k++) add_rows(a, &t->cells.v[k].blocks, out);
    }
}

/* How many cells say the same, in order; *pairs: for each cell of x the one of y, or NULL. */
static size_t alike(const struct row *x, const struct row *y, const struct cell **pairs)
{
    size_t from = 0, same = 0;
    for (size_t i = 0; i < x->n; i++) {
        if (pairs) pairs[i] = NULL;
        for (size_t k = from; x->keys[i] && k < y->n; k++) {
            if (x->keys[i] != y->keys[k]) continue;
            if (pairs) pairs[i] = y->cells[k];
            from = k + 1;
            same++;
            break;
        }
    }
    return same;
}

/* Worth of taking x for y; 0: they are not the same. */
static uint32_t worth(const struct row *x, const struct row *y)
{
    size_t same = x->filled ? alike(x, y, NULL) : 0;
    return same && 2 * same >= x->filled && 3 * same >= y->filled ? (uint32_t)same : 0;
}

/* ---- what a pair of rows tells ------------------------------------------------------------------------------------ */

static bool box_of(const struct source *s, const struct cell *c, uint32_t *page, struct box *out)
{
    uint32_t begin = c->place.at.begin;
    return c->place.at.set && source_box(s, SPAN(begin, begin), page, out);
}

static bool is_numbered(const struct row *r)
{
    struct str s = r->n && r->cells[0]->col == 0 ? r->cells[0]->text : STR_ABSENT;
    return s.n && is_digit(s.p[0]);
}

static void add_band(struct arena *a, const struct row *file, const struct row *seen, const struct source *s, struct laid_rows *out)
{
    struct laid_band b = {.table = file->table->number, .row = file->row, .numbered = is_numbered(file)};
    for (size_t i = 0; i < seen->n; i++) {
        struct box box;
        uint32_t page;
        if (seen->cells[i]->rowspan > 1 || !box_of(s, seen->cells[i], &page, &box)) continue;
        if (b.page && page != b.page) return; /* cut by the end of a page */
        if (!b.page || box.y0 < b.y0) b.y0 = box.y0;
        if (!b.page || box.y1 > b.y1) b.y1 = box.y1;
        b.page = page;
    }
    if (b.page) *ARENA_PUSH(a, &out->bands) = b;
}

static void add_stripes(const struct row *file, const struct row *seen, const struct source *s, struct laid_rows *out)
{
    const struct cell *pairs[MOST_CELLS];
    struct laid_table *t = &out->tables[file->table->number - 1];
    alike(file, seen, pairs);
    for (size_t i = 0; i < file->n; i++) {
        struct box box;
        uint32_t page, col = file->cells[i]->col;
        if (!pairs[i] || file->cells[i]->colspan > 1 || pairs[i]->colspan > 1 || t->stripes[col].x1 > 0 || !box_of(s, pairs[i], &page, &box)) continue;
        t->stripes[col] = (struct stripe){box.x0, box.x1};
    }
}

static void make_tables(struct arena *a, const struct rows *file, uint32_t n, struct laid_rows *out)
{
    out->n = n;
    out->tables = arena_alloc(a, (n + 1) * sizeof *out->tables);
    for (size_t i = 0; i < file->n; i++) {
        const struct table *t = file->v[i].table;
        struct laid_table *k = t->number && t->number <= n ? &out->tables[t->number - 1] : NULL;
        if (k && !k->stripes) *k = (struct laid_table){t->cols, arena_alloc(a, (t->cols + 1) * sizeof *k->stripes)};
    }
}

/* ---- all of them ---------------------------------------------------------------------------------------------------- */

/* The pairing of the greatest worth that keeps the order of both. */
static void pair(struct arena *a, const struct rows *x, const struct rows *y, const struct source *s, struct laid_rows *out)
{
    size_t wide = y->n + 1;
    uint32_t *best = arena_alloc(a, (x->n + 1) * wide * sizeof *best);
    for (size_t i = x->n; i-- > 0;)
        for (size_t k = y->n; k-- > 0;) {
            uint32_t skip = best[(i + 1) * wide + k] > best[i * wide + k + 1] ? best[(i + 1) * wide + k] : best[i * wide + k + 1];
            uint32_t w = worth(&x->v[i], &y->v[k]), take = w ? w + best[(i + 1) * wide + k + 1] : 0;
            best[i * wide + k] = take > skip ? take : skip;
        }
    for (size_t i = 0, k = 0; i < x->n && k < y->n;) {
        uint32_t w = worth(&x->v[i], &y->v[k]);
        if (w && best[i * wide + k] == w + best[(i + 1) * wide + k + 1]) {
            if (x->v[i].table->number && x->v[i].table->number <= out->n) {
                add_band(a, &x->v[i], &y->v[k], s, out);
                add_stripes(&x->v[i], &y->v[k], s, out);
            }
            i++, k++;
        } else if (best[(i + 1) * wide + k] >= best[i * wide + k + 1]) {
            i++;
        } else {
            k++;
        }
    }
}

void laid_rows_find(struct arena *a, const struct layout *file, const struct layout *pages, const struct source *s, struct laid_rows *out)
{
    struct rows x = {0}, y = {0};
    add_rows(a, &file->blocks, &x);
    add_rows(a, &pages->blocks, &y);
    make_tables(a, &x, file->tables, out);
    if (x.n && y.n && x.n <= MOST_PAIRS / y.n) pair(a, &x, &y, s, out);
}
