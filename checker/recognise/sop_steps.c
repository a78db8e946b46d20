/* The rows of a step table: steps, rows that go on with the step above, the total; marks in the executors' cells. */
#include <string.h>

#include "steps.h"

enum { MERGED_ROWS = 64 }; /* rows that may go on with one step */

/* ---- marks ---------------------------------------------------------------------------------------------------- */

static const struct form *find_mark(const struct vocabulary *v, struct str s)
{
    char low[32];
    if (s.n >= sizeof low) return NULL;
    for (size_t i = 0; i < s.n; i++) low[i] = is_upper(s.p[i]) ? (char)(s.p[i] + 32) : s.p[i];
    return forms_find(&v->marks, (struct str){low, s.n});
}

enum mark mark_of(const struct vocabulary *v, struct str text)
{
    const struct form *f = find_mark(v, str_trim(text));
    return f ? (enum mark)f->use : MARK_NONE;
}

/* The mark with which a word begins, and its bytes: "□Ya" is two marks. */
static enum mark mark_prefix(const struct vocabulary *v, struct str word, size_t *n)
{
    enum mark best = MARK_NONE;
    bool letters = word.n && is_letter(word.p[0]) && !((unsigned char)word.p[0] & 0x80);
    if (letters) *n = word.n;
    for (size_t i = 1; !letters && i <= word.n && i < 32; i++) {
        const struct form *f = find_mark(v, str_slice(word, 0, i));
        if (f) best = (enum mark)f->use, *n = i;
    }
    return letters ? mark_of(v, word) : best;
}

static bool is_symbol(enum mark k)
{
    return k == MARK_TERMINATOR || k == MARK_PROCESS || k == MARK_DECISION || k == MARK_CONNECTOR || k == MARK_OTHER || k == MARK_PRESENT;
}

/* Of several symbols in one row the one that says most. */
static int strength(enum mark k)
{
    switch (k) {
    case MARK_TERMINATOR: return 6;
    case MARK_DECISION: return 5;
    case MARK_CONNECTOR: return 4;
    case MARK_PROCESS: return 3;
    case MARK_OTHER: return 2;
    case MARK_PRESENT: return 1;
    case MARK_NONE:
    case MARK_ARROW:
    case MARK_YES:
    case MARK_NO: return 0;
    }
    return 0;
}

/* ---- cells of a row ------------------------------------------------------------------------------------------- */

struct row {
    struct making *m;
    const struct columns *k;
    uint32_t row;
    int shift;                  /* mutu baku stands so many columns to the right of its headings */
};

static bool time_like(const struct vocabulary *v, struct str s)
{
    size_t at = 0, begin;
    bool digit = false, unit = false;
    if (s.n > 60) return false;
    while (next_word(s, &at, &begin)) {
        struct str w = str_slice(s, begin, at);
        digit = digit || is_digit(w.p[0]);
        while (w.n && (is_digit(w.p[0]) || w.p[0] == '(' || w.p[0] == '/')) w = str_slice(w, 1, w.n);
        unit = unit || forms_find_text(&v->time_units, w);
    }
    return digit && unit;
}

static const struct cell *cell_at(const struct row *r, uint32_t col, bool *merged)
{
    const struct cell *c = table_cell(r->k->table, r->row, col);
    if (!c || (c->col != col && c->col < r->k->table->cols && r->k->role[c->col] != r->k->role[col])) return NULL; /* it is its first column's */
    if (c->col != col && c->col + 1 <= col && r->k->role[c->col] == r->k->role[col] && c->colspan > 1) return NULL; /* seen already */
    *merged = c->row < r->row;
    return c;
}

/* The lines of all columns of a role, good until the next call. */
static const struct lines *role_lines(const struct row *r, uint32_t role, bool *merged)
{
    struct lines *out = &r->m->cell_lines;
    uint32_t cols = r->k->table->cols;
    bool quality = role == COLUMN_KELENGKAPAN || role == COLUMN_WAKTU || role == COLUMN_OUTPUT || role == COLUMN_KETERANGAN;
    *merged = false;
    out->n = 0;
    for (uint32_t col = 0; col < cols; col++) {
        if (r->k->role[col] != role) continue;
        long at = (long)col + (quality ? r->shift : 0);
        bool above = false;
        const struct cell *c = at >= 0 && at < (long)cols ? cell_at(r, (uint32_t)at, &above) : NULL;
        if (r->shift && at >= 0 && at < (long)cols) c = table_cell(r->k->table, r->row, (uint32_t)at);
        if (!c || !c->blocks.n) continue;
        *merged = *merged || above;
        lines_of_cell(r->m->a, c, out, NULL);
    }
    return out;
}

/* The page that the source tells for a row; 0: none. */
static uint32_t page_of(const struct table *t, uint32_t row)
{
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, row, col);
        if (c && c->row == row && c->place.where) return c->place.where->page;
    }
    return 0;
}

static const struct where *where_of(const struct row *r, uint32_t role)
{
    const struct columns *k = r->k;
    struct where *w = arena_alloc(r->m->a, sizeof *w);
    uint32_t col = role < COLUMN_COUNT ? k->column[role] : UINT32_MAX;
    w->page = page_of(k->table, r->row);
    if (!w->page) w->page = k->page ? k->page : (uint32_t)r->m->sop->tables.n;
    w->table = k->table->number;
    w->row = r->row + 1;
    if (col != UINT32_MAX) w->column = k->name[col].n ? k->name[col] : str_of(column_name((enum column_id)role));
    return w;
}

/* The place of the row as a whole: from its first text to its last. */
static struct place row_place(const struct row *r)
{
    struct place out = {SPAN_NONE, where_of(r, ROLE_NONE)};
    const struct table *t = r->k->table;
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, r->row, col);
        if (!c || c->row != r->row || !c->place.at.set) continue;
        struct span at = c->place.at;
        if (!out.at.set) out.at = at;
        else if (at.end > out.at.end) out.at.end = at.end;
    }
    return out;
}

static struct item value_of(const struct row *r, uint32_t role, const struct lines *lines)
{
    struct pieces *parts = &r->m->parts;
    if (r->k->column[role] == UINT32_MAX) return (struct item){.text = STR_ABSENT};
    parts->n = 0;
    for (size_t i = 0; i < lines->n; i++) {
        if (lines->v[i].marker.text.n) *ARENA_PUSH(r->m->a, parts) = lines->v[i].marker;
        *ARENA_PUSH(r->m->a, parts) = lines->v[i].text;
    }
    struct item item = item_of_pieces(r->m, parts, (struct piece){0});
    if (is_filler(item.text)) item.text = STR("");
    const struct cell *c = table_cell(r->k->table, r->row, r->k->column[role]);
    if (!item.place.at.set) item.place.at = c && c->place.at.set ? c->place.at : row_place(r).at;
    item.place.where = where_of(r, role);
    return item;
}

static struct item role_value(const struct row *r, uint32_t role, bool *merged)
{
    return value_of(r, role, role_lines(r, role, merged));
}

/* The step's number, without its full stop or bracket. */
static void trim_number(struct item *number)
{
    struct str s = number->text;
    while (s.n && strchr(".):- ", s.p[s.n - 1])) s.n--;
    while (s.n && (s.p[0] == '(' || s.p[0] == '.')) s = str_slice(s, 1, s.n);
    if (s.p != number->text.p || s.n != number->text.n) {
        struct span at = number->place.at;
        size_t before = (size_t)(s.p - number->text.p);
        if (at.set && at.end - at.begin == number->text.n) number->place.at = SPAN(at.begin + before, at.begin + before + s.n);
        number->text = s;
    }
}

/* ---- performers ----------------------------------------------------------------------------------------------- */

static void add_performer(const struct row *r, struct step *s, uint32_t col, struct piece text, enum mark mark)
{
    struct performer *p = ARENA_PUSH(r->m->a, &s->performers);
    p->item = item_of(r->m, text);
    struct where *w = arena_alloc(r->m->a, sizeof *w);
    *w = *where_of(r, ROLE_NONE);
    w->column = r->k->name[col];
    p->item.place.where = w;
    p->actor = r->k->actor[col];
    p->mark = mark;
    if (is_symbol(mark)) r->m->sop->tables.v[r->m->sop->tables.n - 1].has_marks = true;
    if (strength(mark) > strength(s->symbol)) s->symbol = mark;
}

/* A cell is one mark, or several side by side; any other text is kept as it is and is no mark. */
static void mark_cell(const struct row *r, struct step *s, uint32_t col, const struct cell *c)
{
    struct piece all = {cell_text(c), c->place};
    enum mark whole = mark_of(r->m->v, all.text);
    size_t found = s->performers.n, at = 0, begin, n = 0;
    if (whole != MARK_NONE) {
        add_performer(r, s, col, all, whole);
        return;
    }
    while (next_word(all.text, &at, &begin)) {
        size_t from = begin;
        while (from < at) {
            enum mark mark = mark_prefix(r->m->v, str_slice(all.text, from, at), &n);
            if (mark == MARK_NONE) break;
            add_performer(r, s, col, piece_part(all, from, from + n), mark);
            from += n;
        }
    }
    if (s->performers.n == found) add_performer(r, s, col, all, MARK_NONE);
}

/* The executor of that name in the step table, added when new: tables with one column for all executors. */
static size_t actor_named(const struct row *r, const struct item *name)
{
    struct actors *actors = &r->m->sop->tables.v[r->m->sop->tables.n - 1].actors;
    struct key wanted = key_of(name->text);
    for (size_t i = 0; i < actors->n; i++) {
        struct key k = key_of(actors->v[i].item.text);
        if (k.n && k.n == wanted.n && memcmp(k.text, wanted.text, k.n) == 0) return i;
    }
    if (actors->n >= 64) return NO_INDEX;
    struct actor *actor = ARENA_PUSH(r->m->a, actors);
    *actor = (struct actor){.item = *name, .identity = NO_INDEX};
    return actors->n - 1;
}

static void add_names(const struct row *r, struct step *s)
{
    bool merged;
    struct items names = {0};
    cell_items(r->m, role_lines(r, COLUMN_PELAKSANA, &merged), &names);
    for (size_t i = 0; i < names.n; i++) {
        struct performer *p = ARENA_PUSH(r->m->a, &s->performers);
        *p = (struct performer){.item = names.v[i], .mark = mark_of(r->m->v, names.v[i].text)};
        p->item.place.where = where_of(r, COLUMN_PELAKSANA);
        p->actor = p->mark == MARK_NONE ? actor_named(r, &names.v[i]) : NO_INDEX;
        if (p->mark == MARK_NONE) p->mark = MARK_PRESENT;
        if (is_symbol(p->mark)) r->m->sop->tables.v[r->m->sop->tables.n - 1].has_marks = true;
    }
}

static void add_performers(const struct row *r, struct step *s)
{
    const struct table *t = r->k->table;
    if (r->k->names) {
        add_names(r, s);
        return;
    }
    for (uint32_t col = 0; col < t->cols; col++) {
        if (r->k->role[col] != COLUMN_PELAKSANA) continue;
        if (r->shift < 0 && col + 1 < t->cols && r->k->role[col + 1] != COLUMN_PELAKSANA) continue; /* it holds mutu baku */
        const struct cell *c = table_cell(t, r->row, col);
        if (c && c->row == r->row && c->col == col && cell_text(c).n) mark_cell(r, s, col, c);
    }
}

/* ---- rows ----------------------------------------------------------------------------------------------------- */

/* Mutu baku may stand one column beside its headings when the converter gained or lost a blank cell. */
static int row_shift(const struct row *r)
{
    const struct columns *k = r->k;
    uint32_t needs = k->column[COLUMN_KELENGKAPAN], time = k->column[COLUMN_WAKTU], output = k->column[COLUMN_OUTPUT];
    const struct table *t = k->table;
    if (needs == UINT32_MAX || time != needs + 1 || output != time + 1 || needs == 0) return 0;
    struct str at_needs = cell_text(table_cell(t, r->row, needs)), at_time = cell_text(table_cell(t, r->row, time));
    struct str at_output = cell_text(table_cell(t, r->row, output)), before = cell_text(table_cell(t, r->row, needs - 1));
    const struct vocabulary *v = r->m->v;
    if (!at_needs.n && at_time.n && !time_like(v, at_time) && time_like(v, at_output)) return 1;
    if (time_like(v, at_needs) && at_time.n && !time_like(v, at_time) && before.n > 8 && mark_of(v, before) == MARK_NONE) return -1;
    return 0;
}

static bool any_text(const struct row *r, uint32_t role)
{
    for (uint32_t col = 0; col < r->k->table->cols; col++) {
        const struct cell *c = table_cell(r->k->table, r->row, col);
        if (r->k->role[col] == role && c && c->row == r->row && cell_text(c).n) return true;
    }
    return false;
}

static bool total_row(const struct row *r)
{
    const struct table *t = r->k->table;
    struct making *m = r->m;
    if (any_text(r, COLUMN_NOMOR)) {
        const struct cell *c = table_cell(t, r->row, r->k->column[COLUMN_NOMOR]);
        if (!c || !forms_find_text(&m->v->totals, c->text)) return false;
    }
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, r->row, col);
        size_t end;
        if (!c || c->row != r->row || c->col != col || !cell_text(c).n) continue;
        struct str s = cell_text(c);
        if (!forms_prefix(&m->v->totals, s, &end)) continue;
        while (end < s.n && (is_space(s.p[end]) || s.p[end] == ':' || s.p[end] == '=')) end++;
        struct piece own = piece_part((struct piece){s, c->place}, end, s.n);
        if (own.text.n && !time_like(m->v, own.text)) continue;
        struct item total = item_of(m, own);
        for (uint32_t next = c->col + c->colspan; !total.text.n && next < t->cols; next++) {
            const struct cell *value = table_cell(t, r->row, next);
            if (value && cell_text(value).n) total = item_of(m, (struct piece){cell_text(value), value->place});
        }
        if (!total.text.n) total.place = piece_place(m->layout, (struct piece){s, c->place});
        total.place.where = where_of(r, COLUMN_WAKTU);
        m->sop->stated_total = total;
        return true;
    }
    return false;
}

static bool roman_or_letter(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!strchr("IVXABCDEFGH", s.p[i])) return false;
    return s.n > 0;
}

/* A heading inside the table ("A  Tahap persiapan"): a letter or roman number, a text, and nothing else. */
static bool group_row(const struct row *r, const struct item *number)
{
    if (!roman_or_letter(number->text)) return false;
    for (uint32_t role = COLUMN_PELAKSANA; role < COLUMN_COUNT; role++)
        if (any_text(r, role)) return false;
    return true;
}

static void read_step(const struct row *r, struct step *s)
{
    struct making *m = r->m;
    bool *merged = s->merged;
    s->table = m->sop->tables.n - 1;
    s->head.place = row_place(r);
    const struct lines *needs = role_lines(r, COLUMN_KELENGKAPAN, &merged[COLUMN_KELENGKAPAN]);
    s->requirement_cell = value_of(r, COLUMN_KELENGKAPAN, needs);
    cell_items(m, needs, &s->requirements);
    for (size_t i = 0; i < s->requirements.n; i++) s->requirements.v[i].place.where = s->requirement_cell.place.where;
    s->duration = role_value(r, COLUMN_WAKTU, &merged[COLUMN_WAKTU]);
    s->output = role_value(r, COLUMN_OUTPUT, &merged[COLUMN_OUTPUT]);
    s->note = role_value(r, COLUMN_KETERANGAN, &merged[COLUMN_KETERANGAN]);
    add_performers(r, s);
}

/* Adds what a row holds to the step above it. */
static void merge_step(const struct making *m, struct step *into, const struct step *row)
{
    item_append(m, &into->activity, &row->activity);
    item_append(m, &into->requirement_cell, &row->requirement_cell);
    bool wrapped = into->requirements.n && row->requirements.n && is_lower(row->requirements.v[0].text.p[0]);
    if (wrapped) item_append(m, &into->requirements.v[into->requirements.n - 1], &row->requirements.v[0]);
    for (size_t i = wrapped; i < row->requirements.n; i++) *ARENA_PUSH(m->a, &into->requirements) = row->requirements.v[i];
    item_append(m, &into->duration, &row->duration);
    item_append(m, &into->output, &row->output);
    item_append(m, &into->note, &row->note);
    for (size_t i = 0; i < row->performers.n; i++) *ARENA_PUSH(m->a, &into->performers) = row->performers.v[i];
    if (strength(row->symbol) > strength(into->symbol)) into->symbol = row->symbol;
    if (row->head.place.at.set && into->head.place.at.set && row->head.place.at.end > into->head.place.at.end)
        into->head.place.at.end = row->head.place.at.end;
}

/* Whether a row without a number goes on with the step above it: it has no activity of its own, or the rest of a sentence. */
static bool goes_on(const struct step *last, const struct step *row, bool numbered, bool first_of_page)
{
    bool own = !str_blank(row->duration.text) || !str_blank(row->output.text);
    if (!last || !numbered) return false;
    if (str_blank(row->activity.text)) return str_blank(row->duration.text) || str_blank(last->duration.text);
    char c = row->activity.text.p[0];
    if (is_lower(c) || c == '(' || c == ')') return first_of_page || !own || str_blank(last->duration.text);
    return !own && row->performers.n == 0;
}

struct reading {
    struct making *m;
    const struct columns *k;
    size_t merged_rows;
    bool first;                 /* no step of this table has been read */
};

static void step_row(struct reading *rd, uint32_t row)
{
    struct making *m = rd->m;
    struct row r = {m, rd->k, row, 0};
    struct step s = {.symbol = MARK_NONE};
    if (column_numbers(rd->k->table, row) || total_row(&r)) return;
    r.shift = row_shift(&r);
    s.number = role_value(&r, COLUMN_NOMOR, &s.merged[COLUMN_NOMOR]);
    s.activity = role_value(&r, COLUMN_KEGIATAN, &s.merged[COLUMN_KEGIATAN]);
    bool numbered = rd->k->column[COLUMN_NOMOR] != UINT32_MAX;
    size_t marker = numbered ? 0 : marker_at(s.activity.text);
    if (marker && is_digit(s.activity.text.p[0])) { /* the number stands before the activity */
        s.number = s.activity;
        s.number.text = str_slice(s.activity.text, 0, marker);
        s.activity.text = str_slice(s.activity.text, marker, s.activity.text.n);
    }
    trim_number(&s.number);
    if (s.number.text.n && group_row(&r, &s.number)) return;
    read_step(&r, &s);
    struct step *last = m->sop->steps.n ? &m->sop->steps.v[m->sop->steps.n - 1] : NULL;
    bool spanned = s.merged[COLUMN_NOMOR] && s.merged[COLUMN_KEGIATAN] && s.number.text.n;
    bool free = !s.number.text.n && rd->merged_rows < MERGED_ROWS;
    if (spanned && last && rd->merged_rows < MERGED_ROWS && (s.merged[COLUMN_WAKTU] || str_blank(s.duration.text))) {
        for (int c = 0; c < COLUMN_COUNT; c++) { /* what spans both rows is there already */
            if (!s.merged[c]) continue;
            if (c == COLUMN_KEGIATAN) s.activity.text = STR("");
            if (c == COLUMN_KELENGKAPAN) s.requirement_cell.text = STR(""), s.requirements.n = 0;
            if (c == COLUMN_WAKTU) s.duration.text = STR("");
            if (c == COLUMN_OUTPUT) s.output.text = STR("");
            if (c == COLUMN_KETERANGAN) s.note.text = STR("");
        }
        merge_step(m, last, &s);
        rd->merged_rows++;
        return;
    }
    if (free && goes_on(last, &s, numbered, rd->first)) {
        merge_step(m, last, &s);
        rd->merged_rows++;
        return;
    }
    if (free && numbered && last && str_blank(s.activity.text)) { /* number and activity were printed once for both rows */
        s.number.text = last->number.text;
        s.activity.text = last->activity.text;
        s.merged[COLUMN_NOMOR] = s.merged[COLUMN_KEGIATAN] = true;
    }
    *ARENA_PUSH(m->a, &m->sop->steps) = s;
    rd->merged_rows = 0;
    rd->first = false;
}

/* The row after the last step: where a signature follows in the same table, its rows are not steps. */
static uint32_t last_row(const struct making *m, const struct columns *k, uint32_t end)
{
    const struct table *t = k->table;
    uint32_t last = k->after;
    size_t from, begin, stop;
    bool nip = false;
    for (uint32_t row = k->after; row < end; row++) {
        const struct cell *number = k->column[COLUMN_NOMOR] == UINT32_MAX ? NULL : table_cell(t, row, k->column[COLUMN_NOMOR]);
        if (number && number->row == row && cell_text(number).n) last = row + 1;
        for (uint32_t col = 0; col < t->cols && !nip; col++) {
            const struct cell *c = table_cell(t, row, col);
            if (!c || c->row != row || c->col != col) continue;
            if (forms_prefix(&m->v->totals, cell_text(c), &stop)) last = row + 1;
            nip = row >= last && nip_find(c->text, &from, &begin, &stop);
        }
    }
    return nip && last > k->after ? last : end;
}

static void read_rows(struct making *m, const struct columns *k, uint32_t end)
{
    struct reading rd = {m, k, 0, true};
    for (uint32_t row = k->after; row < end; row++)
        if (!row_blank(k->table, row)) step_row(&rd, row);
}

uint32_t steps_read(struct making *m, const struct table *t, uint32_t row)
{
    if (!columns_begin(m, t, row)) return row;
    struct columns *k = arena_alloc(m->a, sizeof *k);
    identity_before_steps(m);
    columns_read(m, t, row, k);
    headings_before_steps(m);
    uint32_t end = k->after;
    while (end < t->rows && !columns_begin(m, t, end)) end++;
    end = last_row(m, k, end);
    read_rows(m, k, end);
    m->steps = k;
    return end;
}

/* Whether a row has the number that follows the last step's. */
static bool next_number(const struct making *m, const struct columns *k, const struct table *t, uint32_t row)
{
    uint64_t last, n;
    uint32_t col = k->column[COLUMN_NOMOR];
    if (!m->sop->steps.n || col >= t->cols) return false;
    struct item item = {.text = cell_text(table_cell(t, row, col))};
    trim_number(&item);
    return str_u64(m->sop->steps.v[m->sop->steps.n - 1].number.text, &last) && str_u64(item.text, &n) && n == last + 1;
}

bool steps_continue(struct making *m, const struct table *t)
{
    const struct columns *before = m->steps;
    if (!before || t->cols > before->table->cols || t->cols <= before->column[COLUMN_KEGIATAN] + 1 || !t->rows) return false;
    if (!next_number(m, before, t, 0) && !(t->rows > 1 && next_number(m, before, t, 1))) return false;
    struct columns k = columns_again(before, t);
    read_rows(m, &k, last_row(m, &k, t->rows));
    return true;
}
