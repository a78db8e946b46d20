/* The identity block in tables: which cell belongs to which label. A value stands in the next cell, or below, down its column. */
#include "recognise/sop/block.h"

void identity_table_begin(struct making *m, const struct table *t)
{
    if (m->column_count == t->cols) return; /* the table before this one goes on: a page ended inside it */
    while (m->column_cap < t->cols) {
        size_t n = m->column_cap;
        m->columns = arena_grow(m->t.a, m->columns, n, &m->column_cap, sizeof *m->columns);
    }
    for (size_t i = 0; i < t->cols; i++) m->columns[i] = NO_INDEX;
    m->column_count = t->cols;
    m->row_label_count = 0;
}

struct row_cell {
    const struct cell *cell;
    uint32_t col;           /* where it begins, the number before it included */
    struct lines lines;
    bool label;             /* one of its lines is a label */
};
struct row_cells {
    struct row_cell *v;
    size_t n, cap;
};

/* A cell that holds nothing but a colon parts label and value. */
static bool only_colon(const struct row_cell *c)
{
    return c->lines.n == 1 && c->lines.v[0].kind == LINE_TEXT && str_eq(c->lines.v[0].text.text, STR(":"));
}

/* A loose form without a colon counts only when it is all of its cell and the next cell holds a value. */
static bool label_in_cell(const struct making *m, const struct row_cell *c, const struct row_cell *next, size_t i, struct label_hit *hit)
{
    if (!label_at(m, &c->lines.v[i], true, hit)) return false;
    if (!(hit->use & FORM_LOOSE) || hit->colon) return true;
    struct label_hit other;
    if (next && wordset_find(&m->t.v->headings, next->lines.v[0].text.text)) return false; /* "No | Kegiatan" */
    return c->lines.n == 1 && next && next->cell->col == c->cell->col + c->cell->colspan && !label_at(m, &next->lines.v[0], true, &other);
}

/* "Revisi ke- | Tanggal usulan | Tanggal berlaku | Uraian": the headings of a table, one of which reads like a date's label. */
static bool in_heading(const struct row_cells *row, size_t i, const struct label_hit *hit)
{
    uint32_t t = hit->use & FORM_TARGET;
    bool date = t == LABEL_CREATED || t == LABEL_REVISED || t == LABEL_EFFECTIVE;
    if (!date || i < 2 || row->v[i - 1].label || hit->rest.text.n) return false;
    struct str before = row->v[i - 1].lines.v[0].text.text;
    return is_upper(before.p[0]) && !has_digit(before) && (i + 1 == row->n || !has_digit(row->v[i + 1].lines.v[0].text.text));
}

static void row_collect(struct making *m, const struct table *t, uint32_t row, struct nested *nested, struct row_cells *out)
{
    for (uint32_t col = 0; col < t->cols;) {
        const struct cell *c = table_cell(t, row, col);
        col = c ? c->col + c->colspan : col + 1;
        if (!c || c->row != row || !c->blocks.n) continue;
        struct row_cell rc = {.cell = c, .col = c->col};
        lines_of_cell(m->t.a, c, &rc.lines, nested);
        join_labels(m, &rc.lines);
        if (rc.lines.n && !only_colon(&rc)) *ARENA_PUSH(m->t.a, out) = rc;
    }
    struct label_hit hit;
    for (size_t i = 0; i < out->n; i++)
        for (size_t k = 0; k < out->v[i].lines.n && !out->v[i].label; k++)
            out->v[i].label = label_in_cell(m, &out->v[i], i + 1 < out->n ? &out->v[i + 1] : NULL, k, &hit) && !in_heading(out, i, &hit);
}

/* "1" and no more in a cell. */
static bool only_number(const struct row_cell *c)
{
    if (c->lines.n != 1 || c->label) return false;
    struct str s = c->lines.v[0].text.text;
    size_t n = 0;
    while (n < s.n && n < 2 && is_digit(s.p[n])) n++;
    return n && (n == s.n || (n + 1 == s.n && (s.p[n] == '.' || s.p[n] == ')')));
}

/* In a cell of its own before the text that it numbers. */
static bool numbers(const struct row_cell *c, const struct row_cell *next)
{
    if (!only_number(c) || next->label || next->cell->col != c->cell->col + c->cell->colspan) return false;
    return !is_digit(next->lines.v[0].text.text.p[0]) && next->lines.v[0].kind == LINE_TEXT;
}

/* The number of an item of a list that nobody wrote. */
static bool numbers_nothing(const struct making *m, const struct row_cell *c)
{
    size_t entry = m->columns[c->col];
    return entry != NO_INDEX && entry_target(&m->entries.v[entry]) >= LABEL_SECTION && only_number(c);
}

static void join_numbers(const struct making *m, struct row_cells *row)
{
    size_t n = 0;
    for (size_t i = 0; i < row->n; i++, n++) {
        struct row_cell number = row->v[i];
        bool joined = i + 1 < row->n && numbers(&number, &row->v[i + 1]);
        if (!joined && numbers_nothing(m, &number)) {
            n--;
            continue;
        }
        row->v[n] = joined ? row->v[++i] : number;
        if (!joined) continue;
        row->v[n].col = number.col;
        row->v[n].lines.v[0].kind = LINE_ITEM;
        row->v[n].lines.v[0].marker = number.lines.v[0].text;
    }
    row->n = n;
}

static void set_columns(struct making *m, const struct row_cell *c, size_t entry)
{
    for (size_t i = c->col; i < c->cell->col + c->cell->colspan && i < m->column_count; i++) m->columns[i] = entry;
}

static void give(struct making *m, size_t entry, const struct row_cell *c, bool right)
{
    for (size_t i = 0; i < c->lines.n; i++) {
        struct line line = c->lines.v[i];
        if (right && i == 0 && line.kind == LINE_TEXT && line.text.text.n && line.text.text.p[0] == ':') line.text = piece_part(line.text, 1, line.text.text.n);
        if (entry != NO_INDEX && (right || entry_takes(&m->entries.v[entry], &line))) entry_add(m, entry, &line);
        else block_loose(m, &line, false);
    }
}

/* Two cells of several lines each, and no table any more: where the last line of the one stands before the first line of the other. */
static bool second_cell(struct making *m, const struct row_cells *row)
{
    if (m->beside == NO_INDEX || m->open == NO_INDEX || m->open + 1 != m->beside || row->n != 2) return false;
    give(m, m->open, &row->v[0], false);
    give(m, m->beside, &row->v[1], false);
    m->entries.v[m->beside].unread = false;
    m->open = m->beside;
    m->beside = NO_INDEX;
    return true;
}

static void give_beside(struct making *m, const struct row_cell *c)
{
    size_t entry = m->columns[c->col];
    if (entry != NO_INDEX) give(m, entry, c, false);
    else
        for (size_t i = 0; i < c->lines.n; i++) block_loose(m, &c->lines.v[i], true);
}

/* A cell with labels in it: lines before the first go on with the column, lines after one are its value. Gives the last label's
 * entry. */
static size_t label_cell(struct making *m, const struct row_cell *c, const struct row_cell *next)
{
    size_t entry = NO_INDEX;
    struct label_hit hit;
    for (size_t i = 0; i < c->lines.n; i++) {
        const struct line *line = &c->lines.v[i];
        if (label_in_cell(m, c, next, i, &hit)) {
            entry = entries_open(m, line, hit, true);
        } else if (entry == NO_INDEX) {
            size_t above = m->columns[c->col];
            if (above != NO_INDEX && entry_takes(&m->entries.v[above], line)) entry_add(m, above, line);
            else block_loose(m, line, true);
        } else if (entry_takes(&m->entries.v[entry], line)) {
            entry_add(m, entry, line);
        } else {
            block_loose(m, line, false);
        }
    }
    set_columns(m, c, entry);
    return entry;
}

/* "18", of a date whose rest stands in the next cell. */
static bool half_date(const struct entry *e)
{
    if (entry_target(e) < LABEL_CREATED || entry_target(e) > LABEL_EFFECTIVE || e->content.n != 1) return false;
    struct str s = e->content.v[0].text.text;
    return s.n <= 2 && is_digit(s.p[0]) && is_digit(s.p[s.n - 1]);
}

/* Several labels of fields in one cell with nothing of their own, those of sections perhaps below: the next cell holds a line for each, or
 * nobody knows whose its lines are. */
static bool several_labels(struct making *m, size_t first, const struct row_cell *next)
{
    size_t n = 0;
    while (first + n < m->entries.n && entry_target(&m->entries.v[first + n]) <= LABEL_UNIT && (!m->entries.v[first + n].content.n || half_date(&m->entries.v[first + n]))) n++;
    for (size_t i = first + n; i < m->entries.n; i++)
        if (entry_target(&m->entries.v[i]) < LABEL_SECTION || entry_target(&m->entries.v[i]) >= LABEL_OTHER) return false;
    if (!n || (n < 2 && !half_date(&m->entries.v[first])) || !next || next->label) return false;
    for (size_t i = 0; i < n; i++) {
        if (next->lines.n != n) {
            m->entries.v[first + i].unread = true;
            continue;
        }
        struct line line = next->lines.v[i];
        if (line.text.text.n && line.text.text.p[0] == ':') line.text = piece_part(line.text, 1, line.text.text.n);
        entry_add(m, first + i, &line);
    }
    return true;
}

/* "25 September" in one cell and "2025" in the next. */
static bool year_apart(const struct making *m, const struct row_cell *date, const struct row_cell *year)
{
    size_t entry = m->columns[date->col];
    struct str s = year->lines.v[0].text.text;
    bool is_year = s.n == 4 && (s.p[0] == '1' || s.p[0] == '2') && is_digit(s.p[1]) && is_digit(s.p[2]) && is_digit(s.p[3]);
    if (!is_year || entry == NO_INDEX || entry_target(&m->entries.v[entry]) < LABEL_CREATED || entry_target(&m->entries.v[entry]) > LABEL_EFFECTIVE) return false;
    return m->entries.v[entry].content.n == 1;
}

static void labelled_row(struct making *m, const struct row_cells *row)
{
    size_t first = 0, pending = NO_INDEX;
    while (!row->v[first].label) first++;
    for (size_t i = 0; i < first; i++) give_beside(m, &row->v[i]);
    m->row_labels = m->entries.n;
    for (size_t i = first; i < row->n; i++) {
        const struct row_cell *c = &row->v[i];
        if (c->label) {
            const struct row_cell *next = i + 1 < row->n ? &row->v[i + 1] : NULL;
            size_t before = m->entries.n, entry = label_cell(m, c, next);
            if (several_labels(m, before, next)) {
                i++;
                continue;
            }
            pending = m->entries.v[entry].content.n == 0 ? entry : NO_INDEX;
        } else if (pending != NO_INDEX) {
            for (size_t k = 0; k < m->column_count; k++)
                if (m->columns[k] == pending) m->columns[k] = NO_INDEX;
            give(m, pending, c, true);
            set_columns(m, c, pending);
            pending = NO_INDEX;
        } else if (i > first && year_apart(m, &row->v[i - 1], c)) {
            entry_add(m, m->columns[row->v[i - 1].col], &c->lines.v[0]);
            for (size_t k = 1; k < c->lines.n; k++) block_loose(m, &c->lines.v[k], false);
        } else {
            give(m, NO_INDEX, c, false);
        }
    }
    m->row_label_count = m->entries.n - m->row_labels;
    for (size_t i = row->v[first].col; i < m->column_count; i++) /* what a row of labels does not go on with has ended */
        if (m->columns[i] < m->row_labels) m->columns[i] = NO_INDEX;
}

/* A row without labels goes on with the labels above: by column, or by order where the columns do not meet. */
static void plain_row(struct making *m, const struct row_cells *row)
{
    bool meets = true;
    if (!m->row_label_count && second_cell(m, row)) return;
    for (size_t i = 0; i < row->n; i++) meets = meets && m->columns[row->v[i].col] != NO_INDEX;
    if (!meets && row->n > 1 && row->n == m->row_label_count) {
        for (size_t i = 0; i < row->n; i++) {
            give(m, m->row_labels + i, &row->v[i], false);
            set_columns(m, &row->v[i], m->row_labels + i); /* the next row may hold one of them only */
        }
        return;
    }
    const struct entry *last = m->row_label_count && row->n == 1 && !m->untitled.text.n ? &m->entries.v[m->entries.n - 1] : NULL;
    if (last && entry_target(last) == LABEL_APPROVAL) {
        const struct line *line = &row->v[0].lines.v[0];
        uint32_t col = row->v[0].col;
        size_t rest;
        if (title_of(m, line->text.text, &rest) && rest < line->text.text.n) {
            m->untitled = piece_part(line->text, rest, line->text.text.n);
            return;
        }
        if (!meets && last->content.n && (col == 0 || (col == 1 && !entry_takes(last, line)))) m->untitled = line->text;
    }
    size_t approval = row->n == 1 && row->v[0].col > 0 && m->row_label_count ? m->entries.n - 1 : NO_INDEX;
    for (size_t i = 0; i < row->n; i++) {
        size_t entry = m->columns[row->v[i].col];
        if (entry == NO_INDEX && approval != NO_INDEX && entry_target(&m->entries.v[approval]) == LABEL_APPROVAL) entry = approval;
        if (entry == NO_INDEX && m->open != NO_INDEX && !m->row_label_count) entry = m->open;
        give(m, entry, &row->v[i], false);
    }
}

void identity_row(struct making *m, const struct table *t, uint32_t row, struct nested *nested)
{
    struct row_cells cells = {0};
    bool label = false;
    row_collect(m, t, row, nested, &cells);
    for (size_t i = 0; i < cells.n; i++) label = label || cells.v[i].label;
    join_numbers(m, &cells);
    if (label) labelled_row(m, &cells);
    else if (cells.n) plain_row(m, &cells);
}

void identity_table_end(struct making *m)
{
    if (m->row_label_count) m->open = NO_INDEX;
    m->row_blank = m->row_label_count > 0;
}
