/* Which lines of an aligned table are one row.
 *
 * Cells wrap, and figures stand beside the first line of their row or beside its middle; nothing is drawn. The lines with figures
 * (keys) say how many rows there are. Where one row ends and the next begins is found by the cheapest division: words that plainly go
 * on from line to line should not be parted, and all rows should hold their key in the same way, on top or in the middle. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "read/aligned/aligned.h"

/* PERHAPS: what it costs at most to begin a cell that may as well go on. */
enum { MOST_GAP = 40, MOST_HEADING = 20, NEVER = 1 << 28 };

static const struct piece *pieces_of(const struct region *r, size_t line, size_t *n)
{
    *n = r->lines[line].pieces;
    return r->pieces + r->lines[line].first_piece;
}

/* Where rows begin: behind the numbers of columns, which end the heading. */
static uint32_t first_line(const struct region *r) { return r->numbered ? (uint32_t)r->body : 0; }

/* A value that may be a row's key; numbers of items count only where rows are numbered, in the first column. */
static bool is_key(const struct region *r, const struct piece *p)
{
    struct str s = piece_text(r, p);
    return is_value(r, s) && (p->col == 0 || !is_lone_marker(s));
}

/* ---- keys ------------------------------------------------------------------------------------------------------- */

static void count_values(const struct region *r, struct aligned_column *cols)
{
    uint32_t row = 0, most = 0; /* values on one line */
    size_t first = first_line(r) < r->n ? r->lines[first_line(r)].first_piece : r->piece_count;
    for (size_t i = first; i < r->piece_count; i++) {
        struct aligned_column *c = &cols[r->pieces[i].col];
        uint32_t width = r->pieces[i].at.x1 - r->pieces[i].at.x0;
        if (width > c->width && r->pieces[i].span == 1) c->width = width;
        if (r->pieces[i].at.x1 > c->right && r->pieces[i].span == 1) c->right = r->pieces[i].at.x1;
        c->lines++;
        c->words |= r->pieces[i].line >= r->body && !is_row_number(piece_text(r, &r->pieces[i]));
        bool value = is_key(r, &r->pieces[i]);
        c->values += value;
        row = i > first && r->pieces[i - 1].line == r->pieces[i].line ? row + value : value;
        if (row > most) most = row;
    }
    for (size_t k = 0; k <= r->gutter_count; k++)
        cols[k].is_value = cols[k].values * 2 >= cols[k].lines && cols[k].values >= (most > 1 ? 1 : 2);
}

/* The columns that a line has values in, as bits. */
static uint64_t values_of(const struct region *r, const struct aligned_column *cols, size_t line)
{
    size_t n;
    const struct piece *p = pieces_of(r, line, &n);
    uint64_t found = 0;
    for (size_t i = 0; i < n; i++)
        if (cols[p[i].col].is_value && is_key(r, &p[i])) found |= UINT64_C(1) << p[i].col % 64;
    return found;
}

/* Numbers on top of their rows beside figures in the middle, or of cells that reach over several rows: then only the figures are keys. */
static void choose_columns(const struct region *r, struct aligned_column *cols)
{
    size_t together = 0, alone = 0, others = 0;
    for (size_t i = first_line(r); i < r->n; i++) {
        uint64_t found = values_of(r, cols, i);
        together += (found & 1) && found != 1;
        alone += found == 1;
        others += found > 1;
    }
    if (others >= 2 && (alone > together || (together + alone) * 4 < others * 3)) cols[0].is_value = false;
}

/* A row's key: the lines that hold its figures; of the heading, the lines that name those columns. */
struct key {
    uint32_t first, last;
    uint64_t columns;    /* those it has figures in, as bits; columns from 64 on share them */
    bool heading;
    bool rest;           /* no figures: the end of a row that was broken over a page */
};
struct keys {
    const struct aligned_weights *w;
    struct key *v;
    size_t n, cap;
    uint32_t top, end;   /* the lines of all rows */
};

static void add_key(struct keys *k, struct key key)
{
    k->v = build_room(k->v, k->n, &k->cap, sizeof *k->v);
    k->v[k->n++] = key;
}

/* Nothing but years: they head columns. */
static bool only_years(const struct region *r, size_t line)
{
    size_t n, years = 0;
    const struct piece *p = pieces_of(r, line, &n);
    for (size_t i = 0; i < n; i++) {
        struct str s = piece_text(r, &p[i]);
        if (is_year(s)) years++;
        else if (is_value(r, s)) return false;
    }
    return years > 0;
}

/* Whether all that the line says goes on from somewhere above. */
static bool goes_on(const struct region *r, size_t line)
{
    size_t n;
    const struct piece *p = pieces_of(r, line, &n);
    for (size_t i = 0; i < n; i++) {
        struct str s = piece_text(r, &p[i]);
        if (!is_lower(s.p[0]) || marker_length(s)) return false;
    }
    return true;
}

/* Lines above the first figures that name a column of figures are the heading. */
static void heading_line(const struct region *r, const struct aligned_column *cols, uint32_t line, struct key *heading)
{
    size_t n;
    const struct piece *p = pieces_of(r, line, &n);
    bool names = false;
    for (size_t j = 0; j < n; j++)
        for (uint32_t c = p[j].over; c < p[j].over + p[j].span; c++) names |= cols[c].is_value;
    if (!names) return;
    if (heading->first == UINT32_MAX) heading->first = line;
    heading->last = line;
}

static void find_keys(const struct region *r, const struct aligned_column *cols, struct keys *keys)
{
    struct key heading = {UINT32_MAX, 0, 0, true, false};
    for (uint32_t i = keys->top; i < keys->end; i++) {
        uint64_t found = values_of(r, cols, i);
        if (found && !(keys->n == 0 && !r->numbered && only_years(r, i))) {
            if (heading.first != UINT32_MAX) add_key(keys, heading);
            heading.first = UINT32_MAX;
            add_key(keys, (struct key){i, i, found, false, false});
        } else if (i == keys->top && r->numbered && goes_on(r, i)) {
            add_key(keys, (struct key){i, i, 0, false, true});
        } else if (keys->n == 0 && keys->top == 0) {
            heading_line(r, cols, i, &heading);
        }
    }
}

/* ---- the cheapest division ------------------------------------------------------------------------------------------ */

/* What it costs that a row with the keys i to j holds the lines [from, to). */
static int row_cost(const struct keys *k, size_t i, size_t j, uint32_t from, uint32_t to, bool top)
{
    int above = (int)(k->v[i].first - from), below = (int)(to - 1 - k->v[j].last), aside = abs(above - below);
    if (k->v[i].heading) return aside;
    if (k->v[i].rest) return 0;
    int apart = i < j && k->v[j].first - k->v[i].last > 1;
    return (top ? above * k->w->above : aside > 1 ? aside * k->w->aside : aside) + apart;
}

/* Figures that stand on different lines of one row do so in different columns, close together. */
static bool may_share(const struct keys *k, size_t i)
{
    const struct key *a = &k->v[i], *b = &k->v[i + 1];
    return !a->heading && !a->rest && !(a->columns & b->columns) && b->first - a->last <= 3;
}

/* One place where the row whose first key is i may begin, with the cheapest way to it. */
struct place_cost {
    int cost;
    uint32_t choice;        /* of the row before it */
    uint32_t keys;          /* how many that row has */
};

static uint32_t choices(const struct keys *k, size_t i)
{
    if (i == 0) return 1;
    uint32_t gap = k->v[i].first - k->v[i - 1].last;
    return gap > MOST_GAP ? MOST_GAP : gap;
}

/* Choice c of where row i begins: the line behind the key before it, and those that follow. */
static uint32_t begin_of(const struct keys *k, size_t i, uint32_t c) { return i == 0 ? k->top : k->v[i - 1].last + 1 + c; }

/* The cheapest way for a row to end before line `to`, key j being its last one. */
static struct place_cost best_before(const struct place_cost *table, const struct keys *k, size_t j, uint32_t to, bool top)
{
    struct place_cost best = {NEVER, 0, 1};
    for (size_t i = j + 1; i-- > 0 && i + 1 >= j;) {
        if (i < j && !may_share(k, i)) break;
        for (uint32_t d = 0; d < choices(k, i); d++) {
            int cost = table[i * MOST_GAP + d].cost + row_cost(k, i, j, begin_of(k, i, d), to, top);
            if (cost < best.cost) best = (struct place_cost){cost, d, (uint32_t)(j - i) + 1};
        }
    }
    return best;
}

/* Fills begin[] with the first lines of the rows, *rows of them, and gives the cost of it all. */
static int divide(const int *begin_cost, const struct keys *k, bool top, uint32_t *begin, uint32_t *rows)
{
    struct place_cost *table = base_alloc(k->n * MOST_GAP * sizeof *table);
    table[0] = (struct place_cost){0, 0, 0};
    for (size_t i = 1; i < k->n; i++)
        for (uint32_t c = 0; c < choices(k, i); c++) {
            struct place_cost best = best_before(table, k, i - 1, begin_of(k, i, c), top);
            best.cost += begin_cost[begin_of(k, i, c)];
            table[i * MOST_GAP + c] = best;
        }
    struct place_cost last = best_before(table, k, k->n - 1, k->end, top);
    int least = last.cost;
    uint32_t n = 0;
    for (size_t i = k->n;;) { /* from the last row back to the first */
        i -= last.keys;
        begin[n++] = begin_of(k, i, last.choice);
        if (i == 0) break;
        last = table[i * MOST_GAP + last.choice];
    }
    for (uint32_t i = 0; i < n / 2; i++) {
        uint32_t swap = begin[i];
        begin[i] = begin[n - 1 - i];
        begin[n - 1 - i] = swap;
    }
    *rows = n;
    free(table);
    return least;
}

/* A line above the first figures, in the middle of a sentence: perhaps the end of a row on the page before. */
static bool rest_on_top(const struct region *r, const struct keys *k)
{
    struct str s = piece_text(r, &r->pieces[r->lines[k->top].first_piece]);
    return r->numbered && k->top == first_line(r) && !k->v[0].rest && k->v[0].first > k->top && is_lower(s.p[0]) && !marker_length(s);
}

/* Finds where rows begin, *rows of them in begin[], by the better of two ways; true: their figures stand on top. */
static bool divide_best(const int *begin_cost, const struct keys *k, uint32_t *begin, uint32_t *rows)
{
    uint32_t *middle = base_alloc(k->n * sizeof *middle), middle_rows;
    bool on_top = divide(begin_cost, k, true, begin, rows) < divide(begin_cost, k, false, middle, &middle_rows);
    if (!on_top) memcpy(begin, middle, middle_rows * sizeof *middle), *rows = middle_rows;
    free(middle);
    return on_top;
}

static void rows_by_keys(const struct region *r, struct keys *k, const int *begin_cost, struct aligned_rows *out)
{
    uint32_t *begin = base_alloc(k->n * sizeof *begin), rows, top = k->top;
    bool rest = rest_on_top(r, k);
    if (rest) k->top = k->v[0].first;
    if (!divide_best(begin_cost, k, begin, &rows) && rest) {
        rest = false;
        k->top = top;
        divide_best(begin_cost, k, begin, &rows);
    }
    for (uint32_t line = top; line < k->top; line++) out->row[line] = out->n;
    out->n += rest;
    for (uint32_t i = 0; i < rows; i++) {
        uint32_t end = i + 1 < rows ? begin[i + 1] : k->end;
        for (uint32_t line = begin[i]; line < end; line++) out->row[line] = out->n;
        out->n++;
    }
    uint32_t heading = rows > 1 ? begin[1] : k->end;
    if (k->v[0].heading && heading <= MOST_HEADING) out->header_lines = heading;
    free(begin);
}

/* ---- tables of words only ------------------------------------------------------------------------------------------ */

static bool all_capitals(const struct region *r, size_t line)
{
    size_t n;
    const struct piece *p = pieces_of(r, line, &n);
    for (size_t i = 0; i < n; i++) {
        struct str s = piece_text(r, &p[i]);
        for (size_t j = 0; j < s.n; j++)
            if (is_lower(s.p[j])) return false;
    }
    return true;
}

/* A row of words begins where nothing goes on from the line before and a column that had run out begins again. */
static bool begins_again(const struct region *r, size_t line)
{
    size_t n, m;
    const struct piece *p = pieces_of(r, line, &n), *q = pieces_of(r, line - 1, &m);
    bool again = false;
    for (size_t i = 0; i < n; i++) {
        struct str s = piece_text(r, &p[i]);
        bool above = false;
        if (is_lower(s.p[0]) && !marker_length(s)) return false;
        for (size_t j = 0; j < m; j++) above |= q[j].col == p[i].col;
        again |= !above;
    }
    return again || r->lines[line].blanks > 0;
}

static void rows_by_words(const struct region *r, struct aligned_rows *out)
{
    while (!r->numbered && out->header_lines < r->n && all_capitals(r, out->header_lines)) out->header_lines++;
    if (out->header_lines == r->n || out->header_lines > MOST_HEADING) out->header_lines = 0;
    if (r->numbered) out->header_lines = first_line(r);
    for (uint32_t i = 0; i < r->n; i++) {
        if (i == 0 || i == out->header_lines || (i > out->header_lines && begins_again(r, i))) out->n++;
        out->row[i] = out->n - 1;
    }
}

/* ---- all of it ------------------------------------------------------------------------------------------------------ */

/* Columns of words with about as many cells as there are rows; where no column plainly has, the one that comes nearest. */
static void find_full(const struct region *r, struct aligned_column *cols)
{
    uint32_t *begins = base_alloc((r->gutter_count + 1) * sizeof *begins), keys = 0, most = 0;
    size_t *above = aligned_above(r);
    bool any = false;
    memset(begins, 0, (r->gutter_count + 1) * sizeof *begins);
    for (size_t i = first_line(r); i < r->n; i++) {
        keys += values_of(r, cols, i) != 0;
        for (size_t j = r->lines[i].first_piece; j < r->lines[i].first_piece + r->lines[i].pieces; j++) {
            uint32_t k = r->pieces[j].col;
            int cost = above[j] == SIZE_MAX ? -1 : aligned_part_cost(r, &cols[k], &r->pieces[j], &r->pieces[above[j]]);
            begins[k] += cost < 0 ? 2 : cost <= r->w->perhaps;
        }
    }
    for (uint32_t k = 0; k <= r->gutter_count; k++) {
        cols[k].full = !cols[k].is_value && begins[k] >= keys * 2 - keys / 2;
        any |= cols[k].full;
        if (!cols[k].is_value && begins[k] >= begins[most]) most = k;
    }
    if (!any && !cols[most].is_value) cols[most].full = true;
    free(above);
    free(begins);
}

/* The lines between two texts across the columns. */
static bool stretch(const struct region *r, const int *begin_cost, uint32_t from, uint32_t to, struct aligned_rows *out)
{
    struct keys keys = {.w = r->w, .top = from, .end = to};
    find_keys(r, out->cols, &keys);
    bool found = keys.n > 0;
    if (found) {
        rows_by_keys(r, &keys, begin_cost, out);
    } else {
        for (uint32_t line = from; line < to; line++) out->row[line] = out->n;
        out->n++;
    }
    free(keys.v);
    return found;
}

void aligned_rows_find(const struct region *r, struct aligned_rows *out)
{
    *out = (struct aligned_rows){.row = base_alloc(r->n * sizeof *out->row)};
    out->cols = base_alloc((r->gutter_count + 1) * sizeof *out->cols);
    memset(out->cols, 0, (r->gutter_count + 1) * sizeof *out->cols);
    memset(out->row, 0, r->n * sizeof *out->row);
    count_values(r, out->cols);
    choose_columns(r, out->cols);
    find_full(r, out->cols);
    int *begin_cost = aligned_begin_costs(r, out->cols);
    bool keys = false;
    uint32_t from = first_line(r);
    if (r->numbered) out->n = 1, out->header_lines = from;
    for (uint32_t i = from; i <= r->n; i++) {
        bool across = i < r->n && r->lines[i].across;
        if (i < r->n && !across) continue;
        bool found = i > from && stretch(r, begin_cost, from, i, out);
        keys |= found;
        if (across && from == 0 && !found && i <= MOST_HEADING) out->header_lines = i;
        from = i + 1;
        if (across) out->row[i] = aligned_across_goes_on(r, i) ? out->n - 1 : out->n++;
    }
    if (!keys) {
        out->n = 0;
        rows_by_words(r, out);
    }
    free(begin_cost);
}

void aligned_rows_free(struct aligned_rows *rows)
{
    free(rows->row);
    free(rows->cols);
}
