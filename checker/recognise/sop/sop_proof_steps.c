/* What was read of the step tables, and what proves it: a head that names every column with something in it, rows whose numbers run, cells
 * that hold what their heading says. */
#include <string.h>

#include "recognise/sop/proof.h"
#include "recognise/sop/steps.h"

enum { LEAST_ROWS = 2, WORD_LETTERS = 4 };

/* What stands in the cells of one step table, by what the column is. */
struct table_view {
    size_t rows, numbered;
    size_t filled[COLUMN_COUNT], times[COLUMN_COUNT], verbs[COLUMN_COUNT], signs[COLUMN_COUNT];
    size_t odd_numbers;      /* cells of the number's column that hold no number */
    size_t words;            /* executors' cells that hold words */
    size_t unnamed;          /* cells with words in a column without a heading */
    size_t strays;           /* symbols in a column that is no executor's */
    size_t small_starts;     /* activities that begin in the middle of a sentence */
    size_t several;          /* activities that hold several */
    bool loose, names;
    bool disorder;           /* numbers do not run */
};

static size_t letters_of(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += is_letter(s.p[i]) && !((unsigned char)s.p[i] & 0x80);
    return n;
}

static bool is_number(struct str s)
{
    size_t digits = 0, others = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (is_digit(s.p[i])) digits++;
        else if (!strchr(".()- \n", s.p[i])) others++;
    }
    return digits ? others <= 1 : s.n <= 4;
}

/* "Menyusun", "memeriksa": the prefix that nearly every activity begins with. */
static bool verb_like(struct str s)
{
    size_t at = 0, begin;
    return next_word(s, &at, &begin) && at - begin > 5 && str_istarts(str_slice(s, begin, at), STR("me"));
}

/* A second activity that begins inside the text: a verb with a capital behind a word that ends no sentence. */
static bool holds_several(struct str s)
{
    size_t at = 0, begin, last = 0;
    for (bool first = true; next_word(s, &at, &begin); first = false, last = at) {
        struct str w = str_slice(s, begin, at);
        if (first || w.n < 6 || !is_upper(w.p[0]) || !is_lower(w.p[1]) || !str_starts(w, STR("Me"))) continue;
        if (!strchr(".;:!?)-/", s.p[last - 1])) return true;
    }
    return false;
}

/* The cells of one row that no value was made of: signs of executors, columns without a heading. */
static void view_cell(const struct making *m, const struct columns *k, uint32_t row, uint32_t col, struct table_view *v)
{
    const struct cell *c = table_cell(k->table, row, col);
    struct str s = c && c->row == row && c->col == col ? cell_text(c) : STR("");
    uint8_t role = k->role[col];
    if (!s.n || (role != ROLE_NONE && role != COLUMN_PELAKSANA)) return;
    enum mark mark = mark_of(m->t.v, s);
    bool sign = mark != MARK_NONE && !letters_of(s) && !str_eq(s, STR("-"));
    if (sign && !k->names) v->strays += role == ROLE_NONE || k->actor[col] == NO_INDEX;
    else if (role == ROLE_NONE) v->unnamed += !k->name[col].n && letters_of(s) >= WORD_LETTERS;
    else if (!k->names && k->actor[col] != NO_INDEX) v->words += mark == MARK_NONE && letters_of(s) >= WORD_LETTERS && !holds_signs(m->t.v, s);
}

static void view_value(const struct making *m, const struct item *value, enum column_id c, struct table_view *v)
{
    struct str s = str_trim(value->text);
    if (!s.n) return;
    v->filled[c]++;
    v->times[c] += time_like(m->t.v, s);
    v->verbs[c] += verb_like(s);
    v->signs[c] += mark_of(m->t.v, s) != MARK_NONE && !letters_of(s) && !str_eq(s, STR("-"));
    v->odd_numbers += c == COLUMN_NOMOR && !is_number(s);
}

static void view_numbers(const struct making *m, size_t table, struct table_view *v)
{
    uint64_t last = 0, n;
    for (size_t i = 0; i < m->sop->steps.n; i++) {
        const struct step *s = &m->sop->steps.v[i];
        if (s->table != table) continue;
        const struct item *const values[COLUMN_COUNT] = {
            [COLUMN_NOMOR] = &s->number,   [COLUMN_KEGIATAN] = &s->activity, [COLUMN_KELENGKAPAN] = &s->requirement_cell,
            [COLUMN_WAKTU] = &s->duration, [COLUMN_OUTPUT] = &s->output,     [COLUMN_KETERANGAN] = &s->note,
        };
        for (int c = 0; c < COLUMN_COUNT; c++)
            if (values[c]) view_value(m, values[c], (enum column_id)c, v);
        v->rows++;
        v->numbered += s->number.text.n > 0;
        struct str a = s->activity.text;
        if (a.n && !s->merged[COLUMN_KEGIATAN]) {
            v->small_starts += is_lower(a.p[0]);
            v->several += holds_several(a);
        }
        if (!str_u64(s->number.text, &n)) continue;
        if (v->numbered > 1 && n != last + 1) v->disorder = true;
        last = n;
    }
}

static struct table_view view_of(const struct making *m, size_t table)
{
    struct table_view v = {0};
    for (size_t i = 0; i < m->rows.n; i++) {
        const struct table_row *r = &m->rows.v[i];
        if (r->step_table != table || r->step == NO_INDEX) continue;
        v.loose |= r->columns->table->loose;
        v.names |= r->columns->names;
        for (uint32_t col = 0; col < r->columns->table->cols; col++) view_cell(m, r->columns, r->row, col, &v);
    }
    view_numbers(m, table, &v);
    return v;
}

static bool most(size_t n, size_t of) { return of >= LEAST_ROWS && 2 * n >= of; }

/* Some column holds what another's heading says. */
static bool columns_changed(const struct table_view *v)
{
    bool times_elsewhere = false, verbs_elsewhere = false;
    for (int c = 0; c < COLUMN_COUNT; c++) {
        if (c != COLUMN_WAKTU && c != COLUMN_KETERANGAN && c != COLUMN_KEGIATAN) times_elsewhere |= most(v->times[c], v->filled[c]);
        if (c != COLUMN_KEGIATAN && c != COLUMN_KETERANGAN) verbs_elsewhere |= most(v->verbs[c], v->filled[c]) && v->filled[c] >= v->rows / 2;
    }
    if (times_elsewhere) return true;
    if (most(v->times[COLUMN_KEGIATAN], v->filled[COLUMN_KEGIATAN]) || most(v->times[COLUMN_KETERANGAN], v->filled[COLUMN_KETERANGAN])) return true;
    if (verbs_elsewhere && 2 * v->verbs[COLUMN_KEGIATAN] < v->filled[COLUMN_KEGIATAN]) return true;
    return v->signs[COLUMN_KEGIATAN] + v->signs[COLUMN_KELENGKAPAN] + v->signs[COLUMN_WAKTU] + v->signs[COLUMN_OUTPUT] >= LEAST_ROWS;
}

static enum word table_doubt(const struct table_view *v, const struct step_table *t)
{
    if (t->declared || !v->rows) return WORD_NONE;
    if (!t->has[COLUMN_KEGIATAN]) return W_reason_head_parts;
    if (v->strays || v->unnamed >= LEAST_ROWS || (v->unnamed && v->rows < LEAST_ROWS)) return W_reason_head_parts;
    if (columns_changed(v) || most(v->odd_numbers, v->filled[COLUMN_NOMOR])) return W_reason_columns_changed;
    if (v->words >= LEAST_ROWS && 3 * v->words >= v->rows) return W_reason_columns_changed;
    if (t->has[COLUMN_OUTPUT] && v->rows > LEAST_ROWS && v->filled[COLUMN_KETERANGAN] == v->rows && v->filled[COLUMN_OUTPUT] < v->rows)
        return W_reason_columns_changed; /* every row has a remark, and not every row an output */
    if (!v->loose) return WORD_NONE;
    if (!t->has[COLUMN_PELAKSANA] || !t->has[COLUMN_KELENGKAPAN] || !t->has[COLUMN_WAKTU] || !t->has[COLUMN_OUTPUT]) return W_reason_head_parts;
    if (v->filled[COLUMN_KEGIATAN] < v->rows) return W_reason_rows_mixed;
    if (v->disorder || (v->numbered && v->numbered < v->rows)) return W_reason_rows_order;
    if (v->several || v->small_starts) return W_reason_rows_mixed;
    return WORD_NONE;
}

static enum word prove_head(struct making *m, const struct step_table *t, const struct table_view *v)
{
    struct read_region *r = region_add(m->t.a, m->t.regions, REGION_HEAD, STR("tabel"), t->head.place);
    struct buf names = BUF_INIT;
    r->title = t->title.text;
    for (int c = 0; c < COLUMN_COUNT; c++) {
        if (!t->has[c]) continue;
        if (names.n) buf_z(&names, ", ");
        buf_z(&names, column_name((enum column_id)c));
    }
    if (names.n) evidence_for(m->t.a, r, W_evidence_head, arena_str(m->t.a, buf_view(&names)), STR_ABSENT);
    buf_free(&names);
    enum word doubt = m->sop->steps_unread ? W_reason_steps_unread : table_doubt(v, t);
    if (doubt != WORD_NONE) evidence_against(m->t.a, r, doubt);
    return doubt;
}

static void prove_rows(struct making *m, size_t table, const struct table_view *v, enum word doubt)
{
    const struct step *first = NULL;
    for (size_t i = 0; i < m->sop->steps.n && !first; i++)
        if (m->sop->steps.v[i].table == table) first = &m->sop->steps.v[i];
    if (!first) return;
    struct read_region *r = region_add(m->t.a, m->t.regions, REGION_ROWS, STR("langkah"), first->head.place);
    evidence_for(m->t.a, r, v->numbered && !v->disorder ? W_evidence_numbers : W_evidence_rows, proof_count(m, v->rows), STR_ABSENT);
    if (doubt != WORD_NONE) evidence_against(m->t.a, r, doubt);
}

/* Where one table of a flow is not sure, none of its steps is: what leads where, who comes next, what is used up. */
static void spread(struct making *m, enum word doubt)
{
    struct sop *s = m->sop;
    for (size_t i = 0; i < s->tables.n; i++) {
        struct step_table *t = &s->tables.v[i];
        t->head.doubt = doubt;
        for (size_t k = 0; k < t->actors.n; k++) t->actors.v[k].item.doubt = doubt;
    }
    for (size_t i = 0; i < s->steps.n; i++) s->steps.v[i].head.doubt = doubt;
    s->stated_total.doubt = doubt;
    s->steps_doubt = doubt;
}

/* The last thing in the text is a row: whether another would follow is not there to be seen. */
static bool ends_in_rows(const struct making *m)
{
    if (!m->sop->tables.n || m->sop->signature.head.place.at.set || m->sop->stated_total.text.n) return false;
    for (size_t i = 0; i < m->loose.n; i++)
        if (m->loose.v[i].tables == m->sop->tables.n) return false;
    return m->entries.n == m->steps_entries;
}

/* A page among those with rows, right before a first step that is not number 1, or right behind the last row could not be read: steps may stand
 * there. */
static bool rows_unread(const struct making *m)
{
    const struct steps *steps = &m->sop->steps;
    if (!steps->n) return false;
    const struct item *first = &steps->v[0].head, *last = &steps->v[steps->n - 1].head, *total = &m->sop->stated_total, *signature = &m->sop->signature.head;
    if (!first->place.where || !last->place.where || !first->place.where->page) return false;
    bool begins = str_eqz(steps->v[0].number.text, "1");
    const struct item *end = total->text.n ? total : signature->place.at.set && signature->place.at.begin > last->place.at.begin ? signature : NULL;
    uint32_t to = end ? end->place.where ? end->place.where->page : last->place.where->page : last->place.where->page + 1;
    return layout_pages_unread(m->t.layout, first->place.where->page - !begins, to);
}

void prove_steps(struct making *m)
{
    enum word doubt = WORD_NONE;
    m->sop->ends_in_rows = ends_in_rows(m);
    for (size_t i = 0; i < m->sop->tables.n; i++) {
        struct table_view v = view_of(m, i);
        enum word own = prove_head(m, &m->sop->tables.v[i], &v);
        prove_rows(m, i, &v, own);
        m->sop->tables.v[i].loose = v.loose;
        if (doubt == WORD_NONE) doubt = own;
    }
    if (doubt == WORD_NONE && rows_unread(m)) doubt = W_reason_pages_unread;
    if (doubt != WORD_NONE) spread(m, doubt);
}
