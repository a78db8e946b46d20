/* The rows of a step table: steps, rows that go on with the step above, the total. */
#include <string.h>

#include "recognise/sop/headings.h"
#include "recognise/sop/steps.h"

enum { MERGED_ROWS = 64 }; /* rows that may go on with one step */

/* Mutu baku may stand one column beside its headings when the converter gained or lost a blank cell. */
static int row_shift(const struct row *r)
{
    const struct columns *k = r->k;
    uint32_t needs = k->column[COLUMN_KELENGKAPAN], time = k->column[COLUMN_WAKTU], output = k->column[COLUMN_OUTPUT];
    const struct table *t = k->table;
    if (needs == UINT32_MAX || time != needs + 1 || output != time + 1 || needs == 0) return 0;
    struct str at_needs = cell_text(table_cell(t, r->row, needs)), at_time = cell_text(table_cell(t, r->row, time));
    struct str at_output = cell_text(table_cell(t, r->row, output)), before = cell_text(table_cell(t, r->row, needs - 1));
    const struct vocabulary *v = r->m->t.v;
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
        if (!c || !wordset_find(&m->t.v->totals, c->text)) return false;
    }
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, r->row, col);
        size_t end;
        if (!c || c->row != r->row || c->col != col || !cell_text(c).n) continue;
        struct str s = cell_text(c);
        if (!wordset_prefix(&m->t.v->totals, s, &end)) continue;
        while (end < s.n && (is_space(s.p[end]) || s.p[end] == ':' || s.p[end] == '=')) end++;
        struct piece own = piece_part((struct piece){s, c->place}, end, s.n);
        if (own.text.n && !time_like(m->t.v, own.text)) continue;
        struct item total = item_of(&m->t, own);
        for (uint32_t next = c->col + c->colspan; !total.text.n && next < t->cols; next++) {
            const struct cell *value = table_cell(t, r->row, next);
            if (value && cell_text(value).n) total = item_of(&m->t, (struct piece){cell_text(value), value->place});
        }
        if (!total.text.n) total.place = piece_place(m->t.layout, (struct piece){s, c->place});
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

/* Words in the place of a number, and no activity. */
static bool words_for_number(const struct row *r, struct str s)
{
    return !r->k->table->loose && s.n > 3 && is_upper(s.p[0]) && !roman_or_letter(s) && memchr(s.p, ' ', s.n) && !any_text(r, COLUMN_KEGIATAN);
}

/* A heading inside the table ("A  Tahap persiapan"): a letter or roman number, a text, and nothing else; or that text alone in the column
 * of numbers. */
static bool group_row(const struct row *r, const struct item *number)
{
    if (!roman_or_letter(number->text) && !words_for_number(r, number->text)) return false;
    for (uint32_t role = COLUMN_PELAKSANA; role < COLUMN_COUNT; role++)
        if (any_text(r, role)) return false;
    return true;
}

/* A text over number and activity and all executors ("A. PERSIAPAN"), and nothing else in the row: a heading inside the table, too. */
static bool across_row(const struct row *r)
{
    const struct table *t = r->k->table;
    const struct cell *only = NULL;
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, r->row, col);
        if (!c || c == only || !cell_text(c).n) continue;
        if (only || c->row != r->row) return false;
        only = c;
    }
    uint32_t activity = r->k->column[COLUMN_KEGIATAN], end = only ? only->col + only->colspan : 0;
    if (!only || only->colspan < 3 || activity >= t->cols || activity < only->col || activity >= end) return false;
    for (uint32_t col = 0; col < t->cols; col++)
        if (r->k->role[col] == COLUMN_PELAKSANA && (col < only->col || col >= end)) return false;
    return true;
}

/* Why it is not certain which column the row's cells stand in: cells are missing, or a time stands in an executor's place. */
static enum word columns_unsure(const struct row *r)
{
    const struct table *t = r->k->table;
    if (r->shift) return WORD_NONE;
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, r->row, col);
        if (r->k->role[col] >= COLUMN_COUNT) continue;
        if (!c) return W_reason_row_short;
        if (r->k->role[col] == COLUMN_PELAKSANA && !r->k->names && c->row == r->row && time_like(r->m->t.v, cell_text(c))) return W_reason_row_short;
    }
    return WORD_NONE;
}

/* A cell of an executor, or of the mutu baku, shows what the source does not tell. */
static bool shows_unread(const struct row *r, bool executors)
{
    for (uint32_t col = 0; col < r->k->table->cols; col++) {
        uint32_t role = r->k->role[col];
        bool asked = executors ? role == COLUMN_PELAKSANA : role == COLUMN_KELENGKAPAN || role == COLUMN_WAKTU || role == COLUMN_OUTPUT;
        const struct cell *c = asked ? table_cell(r->k->table, r->row, col) : NULL;
        if (c && cell_unread(c)) return true;
    }
    return false;
}

static void doubt_row(const struct row *r, struct step *s)
{
    enum word why = columns_unsure(r);
    s->head.doubt = why != WORD_NONE ? why : shows_unread(r, false) ? W_reason_cell_unread : WORD_NONE;
    if (why == WORD_NONE && shows_unread(r, true)) why = W_reason_cell_unread;
    if (why != WORD_NONE) r->m->sop->tables.v[s->table].unread = why;
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
    doubt_row(r, s);
}

/* The same executor with the same symbol: a symbol for each part of a step is one. */
static bool performs(const struct step *s, const struct performer *p)
{
    for (size_t i = 0; p->actor != NO_INDEX && i < s->performers.n; i++)
        if (s->performers.v[i].actor == p->actor && s->performers.v[i].mark == p->mark) return true;
    return false;
}

/* Adds what a row holds to the step above it. */
static void merge_step(const struct making *m, struct step *into, const struct step *row)
{
    item_append(&m->t, &into->activity, &row->activity);
    item_append(&m->t, &into->requirement_cell, &row->requirement_cell);
    struct str last = into->requirements.n ? into->requirements.v[into->requirements.n - 1].text : STR("");
    bool wrapped = last.n && row->requirements.n && (is_lower(row->requirements.v[0].text.p[0]) || ends_open(last));
    if (wrapped) item_append(&m->t, &into->requirements.v[into->requirements.n - 1], &row->requirements.v[0]);
    for (size_t i = wrapped; i < row->requirements.n; i++) *ARENA_PUSH(m->t.a, &into->requirements) = row->requirements.v[i];
    item_append(&m->t, &into->duration, &row->duration);
    item_append(&m->t, &into->output, &row->output);
    item_append(&m->t, &into->note, &row->note);
    size_t actors = m->sop->tables.v[into->table].actors.n;
    for (size_t i = 0; i < row->performers.n; i++) {
        if (row->merged[COLUMN_NOMOR] && performs(into, &row->performers.v[i])) continue;
        struct performer *p = ARENA_PUSH(m->t.a, &into->performers);
        *p = row->performers.v[i];
        if (p->actor != NO_INDEX && p->actor >= actors) p->actor = NO_INDEX;
    }
    for (size_t i = 0; i < row->exits.n; i++) *ARENA_PUSH(m->t.a, &into->exits) = row->exits.v[i];
    if (into->head.doubt == WORD_NONE) into->head.doubt = row->head.doubt;
    if (mark_strength(row->symbol) > mark_strength(into->symbol)) into->symbol = row->symbol;
    if (row->head.place.at.set && into->head.place.at.set && row->head.place.at.end > into->head.place.at.end)
        into->head.place.at.end = row->head.place.at.end;
}

/* Whether a row without a number goes on with the step above it: it has no activity of its own, or the rest of a sentence. */
static bool goes_on(const struct step *last, const struct step *row, bool numbered, bool first_of_page)
{
    bool own = !str_blank(row->duration.text) || !str_blank(row->output.text);
    if (!last || !numbered) return false;
    if (first_of_page && str_blank(row->duration.text) && row->performers.n == 0) return true;
    if (str_blank(row->activity.text)) return str_blank(row->duration.text) || str_blank(last->duration.text);
    char c = row->activity.text.p[0];
    if (is_lower(c) || c == '(' || c == ')') return first_of_page || !own || str_blank(last->duration.text);
    return !own && row->performers.n == 0;
}

struct reading {
    struct making *m;
    const struct columns *k;
    size_t merged_rows;         /* that went on with the last step */
    bool numbered;              /* some row has a number */
    bool first;                 /* no step of this page of the table has been read */
    uint32_t page;              /* of the last row; 0: not told */
    bool starts;                /* "Mulai" stood in a row of its own above the next step */
};

/* Drops what a cell says that spans this row and the one above: it is there already. */
static void drop_spanned(struct step *s)
{
    if (s->merged[COLUMN_KEGIATAN]) s->activity.text = STR("");
    if (s->merged[COLUMN_KELENGKAPAN]) s->requirement_cell.text = STR(""), s->requirements.n = 0;
    if (s->merged[COLUMN_WAKTU]) s->duration.text = STR("");
    if (s->merged[COLUMN_OUTPUT]) s->output.text = STR("");
    if (s->merged[COLUMN_KETERANGAN]) s->note.text = STR("");
}

/* "b. Memeriksa berkas" behind "a. …" under one number, with one time for both: parts of one step. */
static bool is_part(const struct step *last, const struct step *s)
{
    struct str a = last->activity.text, b = s->activity.text;
    bool lettered = a.n > 2 && b.n > 2 && is_lower(a.p[0]) && is_lower(b.p[0]) && strchr(".)", a.p[1]) && strchr(".)", b.p[1]) && b.p[0] > a.p[0];
    return lettered && s->number.text.n && s->merged[COLUMN_NOMOR] && !s->merged[COLUMN_KEGIATAN] && s->merged[COLUMN_WAKTU];
}

/* Whether a row belongs to the step above; what it holds of its own is left in it. */
static bool belongs_above(const struct reading *rd, const struct step *last, struct step *s)
{
    if (!last || rd->merged_rows >= MERGED_ROWS) return false;
    if (s->merged[COLUMN_NOMOR] && s->merged[COLUMN_KEGIATAN] && s->number.text.n) {
        if (!s->merged[COLUMN_WAKTU] && !str_blank(s->duration.text)) return false;
        drop_spanned(s);
        return true;
    }
    if (is_part(last, s)) {
        drop_spanned(s);
        return true;
    }
    return !s->number.text.n && goes_on(last, s, rd->numbered, rd->first);
}

static void read_number(const struct row *r, struct step *s)
{
    s->number = role_value(r, COLUMN_NOMOR, &s->merged[COLUMN_NOMOR]);
    s->activity = role_value(r, COLUMN_KEGIATAN, &s->merged[COLUMN_KEGIATAN]);
    size_t marker = s->number.text.n ? 0 : marker_at(s->activity.text);
    if (marker && is_digit(s->activity.text.p[0])) { /* the number stands before the activity */
        s->number = s->activity;
        s->number.text = str_slice(s->activity.text, 0, marker);
        s->activity.text = str_slice(s->activity.text, marker, s->activity.text.n);
    }
    trim_number(&s->number);
    if (s->number.text.n > 3 && is_lower(s->number.text.p[0]) && str_blank(s->activity.text)) { /* words that came to stand left of their column */
        s->activity = s->number;
        s->number.text = STR("");
    }
}

/* "Mulai" or "Selesai" in the place of an activity and nothing else that a step has: the terminator of the step beside it. */
static bool terminator_row(struct reading *rd, const struct step *s, struct step *last)
{
    if (s->number.text.n || mark_of(rd->m->t.v, s->activity.text) != MARK_TERMINATOR || !is_letter(s->activity.text.p[0])) return false;
    if (!str_blank(s->duration.text) || !str_blank(s->output.text) || s->requirements.n) return false;
    if (last && last->symbol != MARK_NONE) last->symbol = MARK_TERMINATOR;
    rd->starts = !last;
    return true;
}

static void step_row(struct reading *rd, uint32_t row)
{
    struct making *m = rd->m;
    struct row r = {m, rd->k, row, 0};
    struct step s = {.symbol = MARK_NONE};
    if (column_numbers(rd->k->table, row) || across_row(&r) || total_row(&r)) return;
    r.shift = row_shift(&r);
    read_number(&r, &s);
    if (s.number.text.n && group_row(&r, &s.number)) return;
    read_step(&r, &s);
    struct step *last = m->sop->steps.n ? &m->sop->steps.v[m->sop->steps.n - 1] : NULL;
    if (terminator_row(rd, &s, last)) return;
    if (rd->starts && s.symbol != MARK_NONE) s.symbol = MARK_TERMINATOR;
    rd->starts = false;
    if (belongs_above(rd, last, &s)) {
        merge_step(m, last, &s);
        rd->merged_rows++;
        return;
    }
    if (last && rd->numbered && !s.number.text.n && str_blank(s.activity.text)) { /* number and activity were printed once for both rows */
        s.number.text = last->number.text;
        s.activity.text = last->activity.text;
        s.merged[COLUMN_NOMOR] = s.merged[COLUMN_KEGIATAN] = true;
    }
    *ARENA_PUSH(m->t.a, &m->sop->steps) = s;
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
            if (wordset_prefix(&m->t.v->totals, cell_text(c), &stop)) last = row + 1;
            nip = row >= last && nip_find(c->text, &from, &begin, &stop);
        }
    }
    return nip && last > k->after ? last : end;
}

static bool any_number(const struct columns *k, uint32_t end)
{
    uint32_t col = k->column[COLUMN_NOMOR];
    for (uint32_t row = k->after; col != UINT32_MAX && row < end; row++)
        if (cell_text(table_cell(k->table, row, col)).n && !column_numbers(k->table, row)) return true;
    return false;
}

static void read_rows(struct making *m, const struct columns *k, uint32_t end)
{
    struct reading rd = {.m = m, .k = k, .numbered = any_number(k, end), .first = true};
    if (m->sop->steps.n && m->sop->steps.v[m->sop->steps.n - 1].number.text.n) rd.numbered = true; /* the page before had numbers */
    for (uint32_t row = k->after; row < end; row++) {
        size_t steps = m->sop->steps.n, merged = rd.merged_rows;
        uint32_t page = row_page_of(k->table, row);
        rd.first |= page != rd.page && rd.page;
        rd.page = page ? page : rd.page;
        if (!row_blank(k->table, row)) step_row(&rd, row);
        bool holds = m->sop->steps.n > steps || rd.merged_rows > merged;
        *ARENA_PUSH(m->t.a, &m->rows) = (struct table_row){k->table->number, row, holds ? m->sop->steps.n - 1 : NO_INDEX, m->sop->tables.n - 1, k};
    }
}

uint32_t steps_read(struct making *m, const struct table *t, uint32_t row)
{
    if (!columns_begin(m, t, row)) return row;
    struct columns *k = arena_alloc(m->t.a, sizeof *k);
    identity_before_steps(m);
    columns_read(m, t, row, k);
    headings_before_steps(m);
    headings_as_labels(m, t, k->first, k->after);
    uint32_t end = k->after;
    while (end < t->rows && !columns_begin(m, t, end)) end++;
    end = last_row(m, k, end);
    size_t steps = m->sop->steps.n;
    read_rows(m, k, end);
    if (m->sop->steps.n == steps && m->sop->tables.n > 1) m->sop->tables.n--; /* a heading over the last lines of the step above */
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
    uint32_t output = before->column[COLUMN_OUTPUT];
    m->columns_unread |= output != UINT32_MAX && t->cols <= output;
    struct columns *k = arena_alloc(m->t.a, sizeof *k);
    *k = columns_again(before, t);
    read_rows(m, k, last_row(m, k, t->rows));
    return true;
}
