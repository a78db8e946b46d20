/* Which lines of an aligned table are one row.
 *
 * Cells wrap, and figures stand beside the first line of their row or beside its middle; nothing is drawn. The lines with figures
 * (keys) say how many rows there are. Where one row ends and the next begins is found by the cheapest division: words that plainly go
 * on from line to line should not be parted, and all rows should hold their key in the same way, on top or in the middle. */
#include <stdlib.h>
#include <string.h>

#include "aligned.h"

enum { MOST_GAP = 40, MOST_HEADING = 20, NEVER = 1 << 28 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/* "1." "a)" "IV." with or without text behind it: its length, else 0. */
static size_t marker_length(struct str s)
{
    size_t i = 0;
    while (i < s.n && i < 4 && (is_digit(s.p[i]) || is_lower(s.p[i]) || is_upper(s.p[i]))) i++;
    if (i == 0 || i >= s.n || (s.p[i] != '.' && s.p[i] != ')') || (!is_digit(s.p[0]) && i > 1)) return 0;
    return i + 1 == s.n || s.p[i + 1] == ' ' ? i + 1 : 0;
}

static bool is_roman(struct str s)
{
    size_t n = 0;
    while (n < s.n && (s.p[n] == 'I' || s.p[n] == 'V' || s.p[n] == 'X')) n++;
    return n && n == s.n && n <= 5;
}

bool is_lone_marker(struct str s) { return is_roman(s) || (s.n && marker_length(s) == s.n); }

/* "BB", "A-", "WTP". */
static bool is_grade(struct str s)
{
    if (str_eqz(s, "WTP") || str_eqz(s, "WDP") || str_eqz(s, "TMP")) return true;
    size_t n = 0;
    while (n < s.n && s.p[n] >= 'A' && s.p[n] <= 'E' && s.p[n] == s.p[0]) n++;
    size_t sign = n && n < s.n && (s.p[n] == '+' || s.p[n] == '-');
    return n && n <= 3 && n + sign == s.n;
}

bool is_value(struct str s)
{
    size_t words = 1, i = 0;
    if (is_lone_marker(s) || is_grade(s)) return true;
    if (s.n > 26 || marker_length(s)) return false;
    for (size_t k = 0; k < s.n; k++) words += s.p[k] == ' ';
    if (str_istarts(s, STR("Rp"))) i = 2;
    while (i < s.n && !is_digit(s.p[i]) && !is_lower(s.p[i]) && !is_upper(s.p[i])) i++;
    if (i == s.n) return str_eqz(s, "-") || str_eqz(s, "–") || str_eqz(s, "—");
    return is_digit(s.p[i]) && words <= 3;
}

bool is_year(struct str s)
{
    uint64_t year;
    if (s.n == 6 && s.p[0] == '(' && s.p[5] == ')') s = str_slice(s, 1, 5);
    return s.n == 4 && str_u64(s, &year) && year >= 1990 && year < 2100;
}

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
    return is_value(s) && (p->col == 0 || !is_lone_marker(s));
}

/* ---- keys ------------------------------------------------------------------------------------------------------- */

struct column {
    uint32_t lines, values;
    uint32_t width, right; /* of its widest piece, and where it reaches to */
    bool is_value;
};

static void count_values(const struct region *r, struct column *cols)
{
    uint32_t row = 0, most = 0; /* values on one line */
    size_t first = first_line(r) < r->n ? r->lines[first_line(r)].first_piece : r->piece_count;
    for (size_t i = first; i < r->piece_count; i++) {
        struct column *c = &cols[r->pieces[i].col];
        uint32_t width = r->pieces[i].at.x1 - r->pieces[i].at.x0;
        if (width > c->width && r->pieces[i].span == 1) c->width = width;
        if (r->pieces[i].at.x1 > c->right && r->pieces[i].span == 1) c->right = r->pieces[i].at.x1;
        c->lines++;
        bool value = is_key(r, &r->pieces[i]);
        c->values += value;
        row = i > first && r->pieces[i - 1].line == r->pieces[i].line ? row + value : value;
        if (row > most) most = row;
    }
    for (size_t k = 0; k <= r->gutter_count; k++)
        cols[k].is_value = cols[k].values * 2 >= cols[k].lines && cols[k].values >= (most > 1 ? 1 : 2);
}

/* The columns that a line has values in, as bits. */
static uint64_t values_of(const struct region *r, const struct column *cols, size_t line)
{
    size_t n;
    const struct piece *p = pieces_of(r, line, &n);
    uint64_t found = 0;
    for (size_t i = 0; i < n; i++)
        if (cols[p[i].col].is_value && is_key(r, &p[i])) found |= UINT64_C(1) << p[i].col % 64;
    return found;
}

/* Numbers on top of their rows beside figures in the middle: then only the figures are keys. */
static void choose_columns(const struct region *r, struct column *cols)
{
    size_t together = 0, alone = 0, others = 0;
    for (size_t i = first_line(r); i < r->n; i++) {
        uint64_t found = values_of(r, cols, i);
        together += (found & 1) && found != 1;
        alone += found == 1;
        others += found > 1;
    }
    if (others >= 2 && alone > together) cols[0].is_value = false;
}

/* A row's key: the lines that hold its figures; of the heading, the lines that name those columns. */
struct key {
    uint32_t first, last;
    uint64_t columns;    /* those it has figures in, as bits; columns from 64 on share them */
    bool heading;
};
struct keys {
    struct key *v;
    size_t n, cap;
    uint32_t top;        /* the first line of all rows */
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
        else if (is_value(s)) return false;
    }
    return years > 0;
}

static void find_keys(const struct region *r, const struct column *cols, struct keys *keys)
{
    struct key heading = {UINT32_MAX, 0, 0, true};
    for (uint32_t i = first_line(r); i < r->n; i++) {
        uint64_t found = values_of(r, cols, i);
        if (found && !(keys->n == 0 && only_years(r, i))) {
            if (heading.first != UINT32_MAX) add_key(keys, heading);
            heading.first = UINT32_MAX;
            add_key(keys, (struct key){i, i, found, false});
        } else if (keys->n == 0 && !r->numbered) {
            size_t n;
            const struct piece *p = pieces_of(r, i, &n);
            bool names = false;
            for (size_t j = 0; j < n; j++)
                for (uint32_t c = p[j].over; c < p[j].over + p[j].span; c++) names |= cols[c].is_value;
            if (!names) continue;
            if (heading.first == UINT32_MAX) heading.first = i;
            heading.last = i;
        }
    }
}

/* ---- where a row may begin ---------------------------------------------------------------------------------------- */

/* A line that ends like this goes on: at a hyphen or comma, or with the smallest of words ("dan", "di", "ke"). */
static bool ends_open(struct str s)
{
    if (strchr("-,/(", s.p[s.n - 1])) return true;
    size_t i = s.n;
    while (i && is_lower(s.p[i - 1])) i--;
    return s.n - i >= 2 && s.n - i <= 3 && i >= 2 && s.p[i - 1] == ' ' && !is_digit(s.p[i - 2]);
}

/* Of each piece, the one above it in its column, no blank line or more than two lines between; SIZE_MAX: none. */
static size_t *find_above(const struct region *r)
{
    size_t *above = base_alloc(r->piece_count * sizeof *above), *last = base_alloc((r->gutter_count + 1) * sizeof *last);
    for (size_t k = 0; k <= r->gutter_count; k++) last[k] = SIZE_MAX;
    for (size_t i = 0; i < r->n; i++) {
        size_t first = r->lines[i].first_piece, end = first + r->lines[i].pieces;
        for (size_t k = 0; k <= r->gutter_count && r->lines[i].blanks; k++) last[k] = SIZE_MAX;
        for (size_t j = first; j < end; j++) {
            size_t q = last[r->pieces[j].col];
            above[j] = q != SIZE_MAX && r->pieces[q].line + 3 >= i ? q : SIZE_MAX;
        }
        for (size_t j = first; j < end; j++) last[r->pieces[j].col] = j;
    }
    free(last);
    return above;
}

/* What it costs to begin a row with this piece below that one. A line that ends though the next word had found room on it is the
 * last of its cell. */
static int part_cost(const struct region *r, const struct column *col, const struct piece *p, const struct piece *above)
{
    struct str s = piece_text(r, p);
    uint32_t word = 0;
    while (word < s.n && s.p[word] != ' ') word++;
    bool room = above->at.x1 - above->at.x0 + word + 2 <= col->width && above->at.x1 + word + 2 <= col->right;
    int cost = room ? -4 : 2;
    if (is_lower(s.p[0]) && !marker_length(s)) cost += 6;
    return ends_open(piece_text(r, above)) ? cost + 6 : cost;
}

/* What it costs to begin a row at each line. */
static int *begin_costs(const struct region *r, const struct column *cols)
{
    int *cost = base_alloc(r->n * sizeof *cost);
    size_t *above = find_above(r);
    for (size_t i = 0; i < r->n; i++) {
        const struct aligned_line *l = &r->lines[i];
        bool words = false;
        cost[i] = l->blanks ? -6 : 0;
        for (size_t j = l->first_piece; j < l->first_piece + l->pieces; j++) {
            const struct piece *p = &r->pieces[j];
            size_t marker = marker_length(piece_text(r, p));
            if (j == l->first_piece && p->col < 2 && marker && marker < p->at.to - p->at.from) cost[i] -= 8;
            if (cols[p->col].is_value) continue;
            words = true;
            cost[i] += above[j] == SIZE_MAX ? -1 : part_cost(r, &cols[p->col], p, &r->pieces[above[j]]);
        }
        if (!words) cost[i] += 3;
    }
    free(above);
    return cost;
}

/* ---- the cheapest division ------------------------------------------------------------------------------------------ */

/* What it costs that a row with the keys i to j holds the lines [from, to). */
static int row_cost(const struct keys *k, size_t i, size_t j, uint32_t from, uint32_t to, bool top)
{
    int above = (int)(k->v[i].first - from), below = (int)(to - 1 - k->v[j].last), aside = abs(above - below);
    if (k->v[i].heading) return aside;
    int apart = i < j && k->v[j].first - k->v[i].last > 1;
    return (top ? above * 4 : aside > 1 ? aside * 2 : aside) + apart;
}

/* Figures that stand on different lines of one row do so in different columns, close together. */
static bool may_share(const struct keys *k, size_t i)
{
    const struct key *a = &k->v[i], *b = &k->v[i + 1];
    return !a->heading && !(a->columns & b->columns) && b->first - a->last <= 3;
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
static int divide(const struct region *r, const int *begin_cost, const struct keys *k, bool top, uint32_t *begin, uint32_t *rows)
{
    struct place_cost *table = base_alloc(k->n * MOST_GAP * sizeof *table);
    table[0] = (struct place_cost){0, 0, 0};
    for (size_t i = 1; i < k->n; i++)
        for (uint32_t c = 0; c < choices(k, i); c++) {
            struct place_cost best = best_before(table, k, i - 1, begin_of(k, i, c), top);
            best.cost += begin_cost[begin_of(k, i, c)];
            table[i * MOST_GAP + c] = best;
        }
    struct place_cost last = best_before(table, k, k->n - 1, (uint32_t)r->n, top);
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

static void rows_by_keys(const struct region *r, const struct column *cols, const struct keys *k, struct aligned_rows *out)
{
    uint32_t *top = base_alloc(k->n * sizeof *top), *middle = base_alloc(k->n * sizeof *middle);
    int *cost = begin_costs(r, cols);
    uint32_t top_rows, middle_rows;
    bool on_top = divide(r, cost, k, true, top, &top_rows) < divide(r, cost, k, false, middle, &middle_rows);
    const uint32_t *begin = on_top ? top : middle;
    out->n = on_top ? top_rows : middle_rows;
    for (uint32_t i = 0; i < out->n; i++) {
        uint32_t end = i + 1 < out->n ? begin[i + 1] : (uint32_t)r->n;
        for (uint32_t line = begin[i]; line < end; line++) out->row[line] = i;
    }
    uint32_t heading = out->n > 1 ? begin[1] : (uint32_t)r->n;
    if (k->v[0].heading && heading <= MOST_HEADING) out->header_lines = heading;
    if (r->numbered) out->header_lines = k->top;
    free(cost);
    free(top);
    free(middle);
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

void aligned_rows_find(const struct region *r, struct aligned_rows *out)
{
    *out = (struct aligned_rows){.row = base_alloc(r->n * sizeof *out->row)};
    struct column *cols = base_alloc((r->gutter_count + 1) * sizeof *cols);
    struct keys keys = {.top = first_line(r)};
    memset(cols, 0, (r->gutter_count + 1) * sizeof *cols);
    count_values(r, cols);
    choose_columns(r, cols);
    find_keys(r, cols, &keys);
    if (keys.n) rows_by_keys(r, cols, &keys, out);
    else rows_by_words(r, out);
    free(cols);
    free(keys.v);
}

void aligned_rows_free(struct aligned_rows *rows) { free(rows->row); }
