/* The columns of a step table: which one holds what. They may stand in any order, a heading may span several columns or be followed by
 * blank cells, and a sub-heading may be printed in the row above its own. */
#include "recognise/sop/headings.h"

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
        if (heading_column(m->t.v, k->table, row, COLUMN_PELAKSANA) != UINT32_MAX) return row;
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
            s = heading_own(m->t.v, s, &over_it);
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
        uint32_t col = heading_column(m->t.v, t, row, wanted);
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
        uint32_t a = heading_exact(v, str_slice(s, 0, at)), b = heading_exact(v, str_slice(s, at + 1, s.n));
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
static void remark_elsewhere(const struct making *m, struct columns *k)
{
    uint32_t last = 0;
    if (heading_column(m->t.v, k->table, k->first, COLUMN_KETERANGAN) == UINT32_MAX || first_of(k, COLUMN_KETERANGAN) != UINT32_MAX) return;
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
    m->columns_unread |= headings_fused(m, k, h);
    if (actors.to) actors = widen_actors(k, h, actors);
    if (quality.to && quality.from >= actors.to) quality_roles(k, quality);
    if (actors.to) unknown_activity(k, h, actors);
    else actors = actors_without_heading(k, h);
    add_actors(m, k, h, actors, out);
    remark_elsewhere(m, k);
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
