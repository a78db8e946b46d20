/* The heading of a step table: what a cell of it says, and in which rows it begins and ends. */
#include <string.h>

#include "recognise/sop/headings.h"
#include "language/suggest.h"

enum { COLUMN_GAP = 2, HEADER_ROWS = 5 };
enum { BIT_ACTIVITY = 1 << COLUMN_KEGIATAN, BIT_ACTORS = 1 << COLUMN_PELAKSANA, BIT_QUALITY = 1 << HEADING_QUALITY,
       BIT_TIME = 1 << COLUMN_WAKTU, BIT_OUTPUT = 1 << COLUMN_OUTPUT, BIT_NEEDS = 1 << COLUMN_KELENGKAPAN };

struct str cell_text(const struct cell *c) { return c ? str_trim(c->text) : STR(""); }

bool row_blank(const struct table *t, uint32_t row)
{
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, row, col);
        if (c && c->row == row && cell_text(c).n) return false;
    }
    return true;
}

/* One number, "3", "(3)" or "3.", that follows the one before it; whoever numbers columns may leave one out. */
static bool next_in_row(struct str s, uint64_t *last, size_t *count)
{
    uint64_t n;
    if (s.p[0] == '(' && s.p[s.n - 1] == ')') s = str_slice(s, 1, s.n - 1);
    if (s.n && s.p[s.n - 1] == '.') s.n--;
    if (!str_u64(s, &n) || (*count && (n <= *last || n > *last + COLUMN_GAP + 1))) return false;
    *last = n;
    ++*count;
    return true;
}

/* The numbers of one cell: several where columns ran together, or one at the end of a heading that ran into it. */
static bool numbers_in(struct str s, uint64_t *last, size_t *count, size_t *mixed)
{
    size_t tail = s.n, at = 0, begin;
    while (tail > 0 && is_digit(s.p[tail - 1])) tail--;
    if (tail > 0 && tail < s.n && !is_digit(s.p[0])) {
        ++*mixed;
        return next_in_row(str_slice(s, tail, s.n), last, count);
    }
    while (next_word(s, &at, &begin))
        if (!next_in_row(str_slice(s, begin, at), last, count)) return false;
    return true;
}

bool column_numbers(const struct table *t, uint32_t row)
{
    uint64_t last = 0;
    size_t count = 0, mixed = 0, cells = 0;
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, row, col);
        struct str s = c && c->row == row && c->col == col ? cell_text(c) : STR("");
        if (!s.n) continue;
        if (!numbers_in(s, &last, &count, &mixed)) return false;
        cells++;
    }
    return cells >= 3 && mixed * 4 <= count;
}

/* ---- headings ------------------------------------------------------------------------------------------------ */

uint32_t heading_exact(const struct vocabulary *v, struct str s)
{
    const struct listed *f = wordset_find(&v->headings, s);
    return f ? f->use : HEADING_NONE;
}

static uint32_t whole_heading(const struct vocabulary *v, struct str s)
{
    uint32_t exact = heading_exact(v, s);
    if (exact != HEADING_NONE) return exact;
    struct key k = key_of(s);
    struct str key = {k.text, k.n};
    size_t most = k.n < 6 ? 0 : k.n < 10 ? 1 : 2;
    for (size_t i = 0; most && i < v->headings.n; i++)
        if (v->headings.v[i].key.n >= 6 && edit_distance(key, v->headings.v[i].key, most) <= most) return v->headings.v[i].use;
    return HEADING_NONE;
}

/* "Persyaratan/Kelengkapan", "Waktu (menit)": parts that all mean one column, and what stands in brackets, make no difference. */
uint32_t heading_of(const struct vocabulary *v, struct str s)
{
    s = str_trim(s);
    if (!s.n || s.n > HEADING_BYTES) return HEADING_NONE;
    size_t bracket = str_find(s, STR("("), 1);
    if (bracket != SIZE_MAX && s.p[s.n - 1] == ')') s = str_trim(str_slice(s, 0, bracket));
    uint32_t h = whole_heading(v, s);
    if (h != HEADING_NONE || !memchr(s.p, '/', s.n)) return h;
    for (size_t at = 0; at < s.n;) {
        size_t end = str_find(s, STR("/"), at);
        if (end == SIZE_MAX) end = s.n;
        uint32_t part = whole_heading(v, str_trim(str_slice(s, at, end)));
        if (part == HEADING_NONE || (h != HEADING_NONE && part != h)) return HEADING_NONE;
        h = part;
        at = end + 1;
    }
    return h;
}

/* Any cell is a heading to the letter; without one the others are not looked at closely. */
static bool any_heading(const struct vocabulary *v, const struct table *t, uint32_t row)
{
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, row, col);
        if (c && c->row == row && c->col == col && c->text.n && c->text.n <= HEADING_BYTES && heading_exact(v, c->text) != HEADING_NONE) return true;
    }
    return false;
}

/* A converter may print the heading over several columns into one of them, on a line above that column's own: it is taken off.
 * *over is that heading, HEADING_NONE when there is none. */
struct str heading_own(const struct vocabulary *v, struct str s, uint32_t *over)
{
    *over = HEADING_NONE;
    s = str_trim(s);
    size_t line = str_find(s, STR("\n"), 0);
    if (line == SIZE_MAX) line = str_find(s, STR(":"), 0); /* "Mutu Baku: Kelengkapan" in a head of one row */
    if (line == SIZE_MAX || line > HEADING_BYTES || line + 1 >= s.n) return s;
    uint32_t h = whole_heading(v, str_trim(str_slice(s, 0, line)));
    if (h != COLUMN_PELAKSANA && h != HEADING_QUALITY) return s;
    *over = h;
    return str_trim(str_slice(s, line + 1, s.n));
}

static uint32_t row_headings(const struct vocabulary *v, const struct table *t, uint32_t row)
{
    uint32_t bits = 0;
    if (!any_heading(v, t, row)) return 0;
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, row, col);
        if (!c || c->row != row || c->col != col || !c->text.n) continue;
        uint32_t over, h = heading_of(v, heading_own(v, c->text, &over));
        if (h != HEADING_NONE) bits |= 1u << h;
        if (over != HEADING_NONE) bits |= 1u << over;
    }
    return bits;
}

static size_t bit_count(uint32_t bits)
{
    size_t n = 0;
    for (; bits; bits &= bits - 1) n++;
    return n;
}

/* Whether headings make a step table: what is done, and by whom or to which standard. */
static bool enough(uint32_t bits)
{
    size_t quality = bit_count(bits & (BIT_TIME | BIT_OUTPUT | BIT_NEEDS)) + (bits & BIT_QUALITY ? 2 : 0);
    if (bits & BIT_ACTIVITY) return (bits & BIT_ACTORS) || quality >= 2;
    return (bits & BIT_ACTORS) && quality >= 1;
}

/* "No | Kegiatan | Sekretaris | Kepala Bidang | Output": executors under no heading of their own, told by their offices. */
static bool names_offices(const struct vocabulary *v, const struct table *t, uint32_t row, uint32_t bits)
{
    size_t offices = 0, end;
    if (!(bits & BIT_ACTIVITY) || !(bits & 1u << COLUMN_NOMOR) || !(bits & (BIT_TIME | BIT_OUTPUT))) return false;
    for (uint32_t col = 0; col < t->cols && offices < 2; col++) {
        const struct cell *c = table_cell(t, row, col);
        offices += c && c->row == row && c->col == col && wordset_prefix(&v->office_starts, cell_text(c), &end);
    }
    return offices == 2;
}

/* The column of a heading of that kind in a row; UINT32_MAX when it has none. */
uint32_t heading_column(const struct vocabulary *v, const struct table *t, uint32_t row, uint32_t wanted)
{
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, row, col);
        if (c && c->row == row && c->col == col && c->text.n && heading_of(v, c->text) == wanted) return col;
    }
    return UINT32_MAX;
}

static bool free_below(const struct table *t, uint32_t row, uint32_t col)
{
    const struct cell *c = table_cell(t, row, col);
    return !c || c->row < row || !cell_text(c).n;
}

/* A heading that names a column stands above: what follows is content, unless it is a remark in brackets. */
static bool below_column(const struct making *m, const struct table *t, uint32_t first, uint32_t row, uint32_t col)
{
    if (cell_text(table_cell(t, row, col)).p[0] == '(') return false;
    for (uint32_t r = first; r < row; r++) {
        uint32_t h = heading_of(m->t.v, cell_text(table_cell(t, r, col)));
        if (h != HEADING_NONE && h != COLUMN_PELAKSANA && h != HEADING_QUALITY) return true;
    }
    return false;
}

/* Whether a row goes on with the heading that began at `first`: nothing below "No" and "Kegiatan", and either headings or names. */
static bool heading_goes_on(const struct making *m, const struct table *t, uint32_t first, uint32_t row)
{
    uint32_t number = heading_column(m->t.v, t, first, COLUMN_NOMOR), activity = heading_column(m->t.v, t, first, COLUMN_KEGIATAN);
    if (number != UINT32_MAX && !free_below(t, row, number)) return false;
    if (activity != UINT32_MAX && !free_below(t, row, activity)) return false;
    if (column_numbers(t, row)) return false;
    uint32_t bits = row_headings(m->t.v, t, row);
    if (bit_count(bits) >= 2) return true;
    if (number == UINT32_MAX && activity == UINT32_MAX) return bits != 0;
    for (uint32_t col = 0; col < t->cols; col++) { /* names of executors: text, no marks, no times */
        const struct cell *c = table_cell(t, row, col);
        struct str s = c && c->row == row ? cell_text(c) : STR("");
        if (s.n && (s.n > HEADING_BYTES || is_digit(s.p[0]) || mark_of(m->t.v, s) != MARK_NONE || below_column(m, t, first, row, col))) return false;
    }
    return true;
}

uint32_t heading_end(const struct making *m, const struct table *t, uint32_t first)
{
    uint32_t row = first + 1;
    while (row < t->rows && row < first + HEADER_ROWS && (row_blank(t, row) || heading_goes_on(m, t, first, row))) row++;
    while (row > first + 1 && row_blank(t, row - 1)) row--;
    return row;
}

bool columns_begin(const struct making *m, const struct table *t, uint32_t row)
{
    uint32_t bits = row_headings(m->t.v, t, row);
    if (bit_count(bits) < 2 || !(bits & (BIT_ACTIVITY | BIT_ACTORS | BIT_QUALITY))) return false;
    if (enough(bits) || names_offices(m->t.v, t, row, bits)) return true;
    uint32_t end = heading_end(m, t, row);
    for (uint32_t r = row + 1; r < end; r++) bits |= row_headings(m->t.v, t, r);
    return enough(bits);
}

bool columns_in(const struct making *m, const struct table *t)
{
    for (uint32_t row = 0; row < t->rows; row++)
        if (columns_begin(m, t, row)) return true;
    return false;
}

/* ---- misspelt headings ------------------------------------------------------------------------------------------- */

static const struct str standard_headings[] = {
    [COLUMN_NOMOR] = {"No", 2},    [COLUMN_KEGIATAN] = {"Kegiatan", 8}, [COLUMN_PELAKSANA] = {"Pelaksana", 9},   [COLUMN_KELENGKAPAN] = {"Kelengkapan", 11},
    [COLUMN_WAKTU] = {"Waktu", 5}, [COLUMN_OUTPUT] = {"Output", 6},     [COLUMN_KETERANGAN] = {"Keterangan", 10}, [HEADING_QUALITY] = {"Mutu Baku", 9},
};

/* A word or two of letters that are nearly a heading; parts in brackets and alternatives prove nothing. */
static bool misspelt(const struct vocabulary *v, struct str s, uint32_t *meant)
{
    if (s.n < 6 || s.n > 24) return false;
    for (size_t i = 0; i < s.n; i++)
        if (!is_letter(s.p[i]) && s.p[i] != ' ') return false;
    *meant = whole_heading(v, s);
    if (*meant == HEADING_NONE) return false;
    return heading_exact(v, s) == HEADING_NONE || wordset_find(&v->wrong_headings, s) != NULL;
}

void headings_as_labels(struct making *m, const struct table *t, uint32_t first, uint32_t end)
{
    enum { MOST = 12 };
    if (t->loose) return; /* a cell may be half of one */
    for (uint32_t row = first; row < end; row++)
        for (uint32_t col = 0; col < t->cols; col++) {
            const struct cell *c = table_cell(t, row, col);
            uint32_t over, meant;
            if (!c || c->row != row || c->col != col || !misspelt(m->t.v, heading_own(m->t.v, c->text, &over), &meant) || m->sop->labels.n >= MOST) continue;
            struct label *l = ARENA_PUSH(m->t.a, &m->sop->labels);
            *l = (struct label){.meant = meant == HEADING_QUALITY ? "mutu-baku" : column_name((enum column_id)meant), .standard = standard_headings[meant], .heading = true};
            l->item = item_of(&m->t, (struct piece){heading_own(m->t.v, c->text, &over), c->place});
        }
}
