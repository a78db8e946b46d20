/* The heading of a step table, over one or more rows: which column holds what. Columns may stand in any order, a heading may
 * span several columns or be followed by blank cells, and a sub-heading may be printed in the row above its own. */
#include <string.h>

#include "recognise/sop/steps.h"
#include "language/suggest.h"

enum { COLUMN_GAP = 2, HEADING_NONE = HEADING_QUALITY + 1, HEADER_ROWS = 5, HEADING_BYTES = 80 };
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

static uint32_t exact_heading(const struct vocabulary *v, struct str s)
{
    const struct form *f = forms_find_text(&v->headings, s);
    return f ? f->use : HEADING_NONE;
}

static uint32_t whole_heading(const struct vocabulary *v, struct str s)
{
    uint32_t exact = exact_heading(v, s);
    if (exact != HEADING_NONE) return exact;
    struct key k = key_of(s);
    struct str key = {k.text, k.n};
    size_t most = k.n < 6 ? 0 : k.n < 10 ? 1 : 2;
    for (size_t i = 0; most && i < v->headings.n; i++)
        if (v->headings.v[i].key.n >= 6 && edit_distance(key, v->headings.v[i].key, most) <= most) return v->headings.v[i].use;
    return HEADING_NONE;
}

/* "Persyaratan/Kelengkapan", "Waktu (menit)": parts that all mean one column, and what stands in brackets, make no difference. */
static uint32_t heading_of(const struct vocabulary *v, struct str s)
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
        if (c && c->row == row && c->col == col && c->text.n && c->text.n <= HEADING_BYTES && exact_heading(v, c->text) != HEADING_NONE) return true;
    }
    return false;
}

/* A converter may print the heading over several columns into one of them, on a line above that column's own: it is taken off.
 * *over is that heading, HEADING_NONE when there is none. */
static struct str own_heading(const struct vocabulary *v, struct str s, uint32_t *over)
{
    *over = HEADING_NONE;
    s = str_trim(s);
    size_t line = str_find(s, STR("\n"), 0);
    if (line == SIZE_MAX || line > HEADING_BYTES) return s;
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
        uint32_t over, h = heading_of(v, own_heading(v, c->text, &over));
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
        offices += c && c->row == row && c->col == col && forms_prefix(&v->office_starts, cell_text(c), &end);
    }
    return offices == 2;
}

/* The column of a heading of that kind in a row; UINT32_MAX when it has none. */
static uint32_t find_heading(const struct vocabulary *v, const struct table *t, uint32_t row, uint32_t wanted)
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
    uint32_t number = find_heading(m->t.v, t, first, COLUMN_NOMOR), activity = find_heading(m->t.v, t, first, COLUMN_KEGIATAN);
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

static uint32_t heading_end(const struct making *m, const struct table *t, uint32_t first)
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

/* ---- roles --------------------------------------------------------------------------------------------------- */

struct heading {            /* one column of the heading, lowest text first */
    struct str name;        /* lowest text that is no known heading */
    uint32_t name_row;
    uint32_t leaf;          /* lowest known heading that names a column */
    struct str leaf_text;
    struct str remark;      /* in brackets below it: "(menit)" */
};

struct span_of {            /* columns below a heading that spans several: [from, to) */
    uint32_t from, to;
};

/* The row with the heading over the executors; below it the word is an executor's name. */
static uint32_t actors_row(const struct making *m, const struct columns *k)
{
    for (uint32_t row = k->first; row < k->after; row++)
        if (find_heading(m->t.v, k->table, row, COLUMN_PELAKSANA) != UINT32_MAX) return row;
    return k->after;
}

static struct heading *read_headings(struct making *m, const struct columns *k)
{
    uint32_t over = actors_row(m, k);
    struct heading *h = arena_alloc(m->t.a, k->table->cols * sizeof *h);
    for (uint32_t col = 0; col < k->table->cols; col++) {
        h[col] = (struct heading){.leaf = HEADING_NONE};
        for (uint32_t row = k->after; row-- > k->first;) {
            const struct cell *c = table_cell(k->table, row, col);
            struct str s = c && c->row == row ? cell_text(c) : STR("");
            if (s.n && s.p[0] == '(') h[col].remark = s;
            if (!s.n || s.p[0] == '(') continue;
            uint32_t over_it;
            s = own_heading(m->t.v, s, &over_it);
            uint32_t kind = heading_of(m->t.v, s);
            if (kind == HEADING_NONE || (kind == COLUMN_PELAKSANA && row > over)) {
                if (!h[col].name.n) h[col].name = s, h[col].name_row = row;
            } else if (kind != COLUMN_PELAKSANA && kind != HEADING_QUALITY && h[col].leaf == HEADING_NONE && !h[col].name.n) {
                h[col].leaf = kind;
                h[col].leaf_text = s;
            }
        }
    }
    return h;
}

/* The columns below a heading that spans: as many as its cell spans, or up to the next known heading. */
static struct span_of span_of_heading(const struct making *m, const struct columns *k, const struct heading *h, uint32_t wanted)
{
    const struct table *t = k->table;
    for (uint32_t row = k->first; row < k->after; row++) {
        uint32_t col = find_heading(m->t.v, t, row, wanted);
        if (col == UINT32_MAX) continue;
        const struct cell *c = table_cell(t, row, col);
        if (c->colspan > 1) return (struct span_of){col, col + c->colspan};
        uint32_t to = col + 1;
        for (; to < t->cols; to++) {
            const struct cell *next = table_cell(t, row, to);
            uint32_t other = next && next->row == row && next->text.n ? heading_of(m->t.v, next->text) : HEADING_NONE;
            bool leaf = wanted != HEADING_QUALITY && h[to].leaf != HEADING_NONE;
            if (other != HEADING_NONE || leaf || (wanted == HEADING_QUALITY && h[to].leaf == COLUMN_KETERANGAN)) break;
        }
        return (struct span_of){col, to};
    }
    return (struct span_of){0, 0};
}

static bool is_quality(uint32_t role) { return role == COLUMN_KELENGKAPAN || role == COLUMN_WAKTU || role == COLUMN_OUTPUT; }

static bool is_name(const struct columns *k, const struct heading *h, uint32_t col)
{
    return k->role[col] == ROLE_NONE && h[col].leaf == HEADING_NONE && h[col].name.n;
}

/* Where the blank cells behind spanning headings were lost, the row below is longer than the row above: its names are executors. So are
 * names between the activities and a heading that a converter put over some of its columns only. */
static struct span_of widen_actors(const struct columns *k, const struct heading *h, struct span_of actors)
{
    uint32_t from = actors.from;
    while (from > 0 && is_name(k, h, from - 1)) from--;
    if (from > 0 && k->role[from - 1] == COLUMN_KEGIATAN) actors.from = from;
    uint32_t to = actors.to;
    while (to < k->table->cols && h[to].leaf == HEADING_NONE && h[to].name.n) to++;
    if (to < k->table->cols && is_quality(h[to].leaf)) actors.to = to;
    return actors;
}

static void quality_roles(struct columns *k, struct span_of quality)
{
    static const uint8_t order[] = {COLUMN_KELENGKAPAN, COLUMN_WAKTU, COLUMN_OUTPUT};
    bool have[COLUMN_COUNT + 1] = {false};
    for (uint32_t col = 0; col < k->table->cols; col++) have[k->role[col]] = true;
    size_t next = 0;
    for (uint32_t col = quality.from; col < quality.to; col++) {
        if (k->role[col] != ROLE_NONE) continue;
        while (next < COUNT(order) && have[order[next]]) next++;
        if (next == COUNT(order)) return;
        k->role[col] = order[next++];
    }
}

static uint32_t first_of(const struct columns *k, uint32_t role)
{
    for (uint32_t col = 0; col < k->table->cols; col++)
        if (k->role[col] == role) return col;
    return UINT32_MAX;
}

/* A heading that is not known between the numbers and the executors can only be that of the activities. */
static void unknown_activity(struct columns *k, const struct heading *h, struct span_of actors)
{
    if (first_of(k, COLUMN_KEGIATAN) != UINT32_MAX) return;
    for (uint32_t col = 0; col < actors.from; col++)
        if (k->role[col] == ROLE_NONE && h[col].name.n) {
            k->role[col] = COLUMN_KEGIATAN;
            return;
        }
}

/* Executors without a heading over them all: names between the activities and the first column of mutu baku. */
static struct span_of actors_without_heading(const struct columns *k, const struct heading *h)
{
    uint32_t from = first_of(k, COLUMN_KEGIATAN), to;
    if (from == UINT32_MAX) return (struct span_of){0, 0};
    while (from < k->table->cols && k->role[from] == COLUMN_KEGIATAN) from++;
    for (to = from; to < k->table->cols && k->role[to] == ROLE_NONE && h[to].name.n;) to++;
    return to < k->table->cols && is_quality(k->role[to]) ? (struct span_of){from, to} : (struct span_of){0, 0};
}

/* "No Kegiatan", "Output Keterangan": the headings of two columns in one cell, and neither column by itself. */
static bool two_headings(const struct vocabulary *v, const struct columns *k, struct str s)
{
    for (size_t at = 0; (at = str_find(s, STR(" "), at)) != SIZE_MAX; at++) {
        uint32_t a = exact_heading(v, str_slice(s, 0, at)), b = exact_heading(v, str_slice(s, at + 1, s.n));
        bool columns = a != b && a < COLUMN_COUNT && b < COLUMN_COUNT && a != COLUMN_PELAKSANA && b != COLUMN_PELAKSANA;
        if (columns && first_of(k, a) == UINT32_MAX && first_of(k, b) == UINT32_MAX) return true;
    }
    return false;
}

static bool headings_fused(const struct making *m, const struct columns *k, const struct heading *h)
{
    for (uint32_t col = 0; col < k->table->cols; col++)
        if (h[col].name.n && h[col].name.n < HEADING_BYTES && h[col].leaf == HEADING_NONE && two_headings(m->t.v, k, h[col].name)) return true;
    return false;
}

/* ---- the step table ------------------------------------------------------------------------------------------ */

static struct item heading_item(struct making *m, const struct columns *k, uint32_t row, uint32_t col, struct str text)
{
    const struct cell *c = table_cell(k->table, row, col);
    struct piece p = {text, c ? c->place : (struct place){SPAN_NONE, NULL}};
    return item_of(&m->t, p);
}

static void add_actors(struct making *m, struct columns *k, const struct heading *h, struct span_of span, struct step_table *out)
{
    k->names = span.to == span.from + 1 && !h[span.from].name.n;
    for (uint32_t col = span.from; col < span.to; col++) {
        if (k->role[col] != ROLE_NONE) continue;
        k->role[col] = COLUMN_PELAKSANA;
        if (!h[col].name.n || k->names) continue;
        const struct cell *c = table_cell(k->table, h[col].name_row, col);
        if (c && c->col < col) { /* one name over several columns is one executor */
            k->actor[col] = k->actor[c->col];
            continue;
        }
        struct actor *actor = ARENA_PUSH(m->t.a, &out->actors);
        actor->item = heading_item(m, k, h[col].name_row, col, h[col].name);
        actor->identity = NO_INDEX;
        k->actor[col] = out->actors.n - 1;
    }
}

static struct item whole_heading_item(struct making *m, const struct columns *k)
{
    struct item head = {.text = STR_ABSENT};
    for (uint32_t row = k->first; row < k->after; row++)
        for (uint32_t col = 0; col < k->table->cols; col++) {
            const struct cell *c = table_cell(k->table, row, col);
            if (!c || c->row != row || c->col != col || !cell_text(c).n) continue;
            struct place p = piece_place(m->t.layout, (struct piece){cell_text(c), c->place});
            if (!head.place.at.set) head.place = p;
            else if (p.at.end > head.place.at.end) head.place.at.end = p.at.end;
        }
    return head;
}

static struct columns columns_new(struct making *m, const struct table *t, uint32_t row)
{
    struct columns k = {.table = t, .first = row, .after = heading_end(m, t, row)};
    k.role = arena_alloc(m->t.a, t->cols);
    k.actor = arena_alloc(m->t.a, t->cols * sizeof *k.actor);
    k.name = arena_alloc(m->t.a, t->cols * sizeof *k.name);
    for (uint32_t col = 0; col < t->cols; col++) k.role[col] = ROLE_NONE, k.actor[col] = NO_INDEX;
    return k;
}

/* A remark column whose heading stands elsewhere because blank cells were lost: the first column without a role behind the rest. */
static void lost_remark(const struct making *m, struct columns *k)
{
    uint32_t last = 0;
    if (find_heading(m->t.v, k->table, k->first, COLUMN_KETERANGAN) == UINT32_MAX || first_of(k, COLUMN_KETERANGAN) != UINT32_MAX) return;
    for (uint32_t col = 0; col < k->table->cols; col++)
        if (k->role[col] != ROLE_NONE) last = col;
    if (last + 1 < k->table->cols) k->role[last + 1] = COLUMN_KETERANGAN;
}

static struct str column_heading(struct making *m, const struct heading *h)
{
    struct str s = h->leaf != HEADING_NONE ? h->leaf_text : h->name;
    if (!s.n || !h->remark.n) return s;
    return arena_printf(m->t.a, "%.*s %.*s", (int)s.n, s.p, (int)h->remark.n, h->remark.p);
}

bool columns_read(struct making *m, const struct table *t, uint32_t row, struct columns *k)
{
    if (!columns_begin(m, t, row)) return false;
    *k = columns_new(m, t, row);
    struct heading *h = read_headings(m, k);
    for (uint32_t col = 0; col < t->cols; col++)
        if (h[col].leaf != HEADING_NONE) k->role[col] = (uint8_t)h[col].leaf;
    struct span_of actors = span_of_heading(m, k, h, COLUMN_PELAKSANA), quality = span_of_heading(m, k, h, HEADING_QUALITY);
    struct step_table *out = ARENA_PUSH(m->t.a, &m->sop->tables);
    m->columns_lost |= headings_fused(m, k, h);
    if (actors.to) actors = widen_actors(k, h, actors);
    if (quality.to && quality.from >= actors.to) quality_roles(k, quality);
    if (actors.to) unknown_activity(k, h, actors);
    else actors = actors_without_heading(k, h);
    add_actors(m, k, h, actors, out);
    lost_remark(m, k);
    out->page = (uint32_t)m->sop->tables.n;
    out->after_block = m->entries.n >= m->steps_entries + 3;
    m->steps_entries = m->entries.n;
    out->head = whole_heading_item(m, k);
    if (out->head.place.where) k->page = out->head.place.where->page;
    struct where *w = arena_alloc(m->t.a, sizeof *w);
    *w = (struct where){.page = k->page, .table = t->number, .row = row + 1};
    if (out->head.place.where) w->sheet = out->head.place.where->sheet, w->cell = out->head.place.where->cell;
    out->head.place.where = w;
    for (uint32_t role = 0; role < COLUMN_COUNT; role++) {
        k->column[role] = first_of(k, role);
        out->has[role] = k->column[role] != UINT32_MAX;
    }
    for (uint32_t col = 0; col < t->cols; col++) k->name[col] = column_heading(m, &h[col]);
    return true;
}

struct columns columns_again(const struct columns *k, const struct table *t)
{
    struct columns again = *k;
    again.table = t;
    again.first = again.after = 0;
    return again;
}
