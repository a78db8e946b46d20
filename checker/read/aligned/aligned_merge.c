/* Cells merged over several rows: a sasaran beside its indikator, its number.
 *
 * Nothing is drawn, so which rows such a cell covers is told by where its text stands: beside the first of them, or beside their middle.
 * Of both ways that one holds which all cells of the column fit best. */
#include <stdlib.h>
#include <string.h>

#include "read/aligned/aligned.h"

enum { MOST_OPEN = 64, NEVER = 1 << 28 };

/* The text of one cell: its lines, and the rows these belong to. */
struct text_block {
    uint32_t line0, line1;       /* first and last */
    uint32_t row0, row1;
    uint32_t end;                /* the row behind those that it covers */
};

struct merging {
    const struct region *r;
    const struct aligned_rows *rows;
    const size_t *above;
    uint32_t *first;             /* the first line of each row; and one more */
    struct text_block *v;
    size_t n, cap;
};

static void add_block(struct merging *m, uint32_t line, uint32_t row)
{
    m->v = build_room(m->v, m->n, &m->cap, sizeof *m->v);
    m->v[m->n++] = (struct text_block){line, line, row, row, row + 1};
}

/* The texts of column k in the rows [from, to). One that plainly goes on from the row above is no text of its own. */
static void find_blocks(struct merging *m, uint32_t k, uint32_t from, uint32_t to)
{
    const struct region *r = m->r;
    m->n = 0;
    for (uint32_t line = m->first[from]; line < m->first[to]; line++) {
        const struct aligned_line *l = &r->lines[line];
        for (size_t j = l->first_piece; j < l->first_piece + l->pieces; j++) {
            if (r->pieces[j].col != k) continue;
            uint32_t row = m->rows->row[line];
            struct text_block *last = m->n ? &m->v[m->n - 1] : NULL;
            bool goes_on = m->above[j] != SIZE_MAX && aligned_part_cost(r, &m->rows->cols[k], &r->pieces[j], &r->pieces[m->above[j]]) > r->w->goes_on;
            if (!last || (row != last->row1 && !goes_on)) add_block(m, line, row);
            else last->line1 = line, last->row1 = row, last->end = row + 1;
        }
    }
}

/* Each text beside the first line of its rows. Gives how far off they are. */
static int on_top(const struct merging *m, uint32_t from)
{
    int cost = 0;
    for (size_t i = 0; i < m->n; i++) cost += (int)(m->v[i].line0 - m->first[m->v[i].row0]);
    return m->v[0].row0 == from ? cost : NEVER;
}

/* How far the text is from the middle of the lines of rows [from, to), doubled. */
static int off_middle(const struct merging *m, const struct text_block *b, uint32_t from, uint32_t to)
{
    return abs((int)(b->line0 + b->line1) - (int)(m->first[from] + m->first[to] - 1));
}

/* The cheapest way for a text that ends with row `end`, whatever the one before leaves to it: which of the `opened` beginnings. */
static int cheapest(const struct merging *m, size_t i, uint32_t end, uint32_t opened, const int *before_cost, uint32_t from, uint32_t *choice)
{
    const struct text_block *b = &m->v[i], *before = i ? b - 1 : NULL;
    int least = NEVER;
    for (uint32_t s = 0; s < opened; s++) {
        int c = (before ? before_cost[s] : 0) + off_middle(m, b, before ? before->row1 + 1 + s : from, end);
        if (c < least) least = c, *choice = s;
    }
    return least;
}

/* Each text beside the middle of its rows: the cheapest way to deal out the rows between texts. Gives how far off they are, and sets
 * where each ends. */
static int in_middle(struct merging *m, uint32_t from, uint32_t to)
{
    int (*cost)[MOST_OPEN] = base_alloc(m->n * sizeof *cost), least;
    uint32_t (*choice)[MOST_OPEN] = base_alloc(m->n * sizeof *choice);
    bool possible = true;
    for (size_t i = 0; i < m->n && possible; i++) {
        const struct text_block *b = &m->v[i], *before = i ? b - 1 : NULL;
        uint32_t open = i + 1 < m->n ? b[1].row0 - b->row1 : 1, opened = before ? b->row0 - before->row1 : 1;
        if (open > MOST_OPEN) possible = false;
        for (uint32_t e = 0; e < open && possible; e++) {
            uint32_t end = i + 1 < m->n ? b->row1 + 1 + e : to;
            cost[i][e] = cheapest(m, i, end, opened, i ? cost[i - 1] : NULL, from, &choice[i][e]);
        }
    }
    least = possible ? cost[m->n - 1][0] : NEVER;
    for (size_t i = m->n, e = 0; possible && i-- > 0; e = choice[i][e]) m->v[i].end = i + 1 < m->n ? m->v[i].row1 + 1 + (uint32_t)e : to;
    free(cost);
    free(choice);
    return least;
}

/* The cells of the texts found cover their rows in column k. */
static void cover(const struct merging *m, uint32_t k, uint32_t from, uint32_t *span)
{
    uint32_t cols = (uint32_t)m->r->gutter_count + 1, begin = from;
    for (size_t i = 0; i < m->n; i++) {
        for (uint32_t row = begin; row < m->v[i].end; row++) span[row * cols + k] = 0;
        span[begin * cols + k] = m->v[i].end - begin;
        begin = m->v[i].end;
    }
}

/* The cells of column k in the rows [from, to); false: one in each. */
static bool merge_column(struct merging *m, uint32_t k, uint32_t from, uint32_t to, uint32_t *span)
{
    find_blocks(m, k, from, to);
    if (m->n == 0 || m->n == to - from) return false;
    int top = on_top(m, from), middle = in_middle(m, from, to);
    if (top == NEVER && middle == NEVER) return false;
    for (size_t i = 0; i < m->n && top <= middle; i++) m->v[i].end = i + 1 < m->n ? m->v[i + 1].row0 : to;
    cover(m, k, from, span);
    return true;
}

/* The numbers of those cells, one to each. */
static void merge_numbers(struct merging *m, uint32_t from, uint32_t to, uint32_t *span)
{
    uint32_t row = from;
    for (size_t i = 0; i < m->n; i++, row = m->v[i - 1].end) {
        size_t texts = 0;
        for (uint32_t line = m->first[row]; line < m->first[m->v[i].end]; line++)
            for (size_t j = m->r->lines[line].first_piece; j < m->r->lines[line].first_piece + m->r->lines[line].pieces; j++) texts += m->r->pieces[j].col == 0;
        if (texts > 1) return;
    }
    if (row == to) cover(m, 0, from, span);
}

/* Columns that may have such cells hold words, left of the first column with a cell in each row: behind that one, cells are blank. */
static bool may_merge(const struct merging *m, uint32_t k)
{
    const struct aligned_column *c = &m->rows->cols[k];
    return c->words && (int)c->width >= m->r->w->least_width && !c->is_value;
}

static void merge_stretch(struct merging *m, uint32_t figures, uint32_t from, uint32_t to, uint32_t *span)
{
    for (uint32_t k = 0; k < figures && !m->rows->cols[k].full; k++) {
        if (!may_merge(m, k) || !merge_column(m, k, from, to, span)) continue;
        if (k == 1 && !m->rows->cols[0].words) merge_numbers(m, from, to, span);
    }
}

uint32_t *aligned_merge(const struct region *r, const struct aligned_rows *rows)
{
    uint32_t cols = (uint32_t)r->gutter_count + 1, figures = 1;
    uint32_t *span = base_alloc(rows->n * cols * sizeof *span);
    bool full = false;
    struct merging m = {.r = r, .rows = rows};
    for (uint32_t i = 0; i < rows->n * cols; i++) span[i] = 1;
    while (figures < cols && !rows->cols[figures].is_value) full |= rows->cols[figures++].full;
    if (figures == cols || !full) return span;
    m.above = aligned_above(r);
    m.first = base_alloc((rows->n + 1) * sizeof *m.first);
    for (uint32_t i = (uint32_t)r->n; i-- > 0;) m.first[rows->row[i]] = i;
    m.first[rows->n] = (uint32_t)r->n;
    uint32_t from = rows->header_lines ? rows->row[rows->header_lines - 1] + 1 : 0;
    for (uint32_t row = from; row <= rows->n; row++) {
        if (row < rows->n && !r->lines[m.first[row]].across) continue;
        if (row > from) merge_stretch(&m, figures, from, row, span);
        from = row + 1;
    }
    free((void *)(uintptr_t)m.above);
    free(m.first);
    free(m.v);
    return span;
}
