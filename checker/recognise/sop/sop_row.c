/* The cells of one row of a step table: texts by column, marks and names of executors. */
#include <string.h>

#include "recognise/sop/steps.h"

/* ---- marks ---------------------------------------------------------------------------------------------------- */

static const struct listed *find_mark(const struct vocabulary *v, struct str s)
{
    char low[32];
    if (s.n >= sizeof low) return NULL;
    for (size_t i = 0; i < s.n; i++) low[i] = lower_of(s.p[i]);
    return wordset_find_key(&v->marks, (struct str){low, s.n});
}

enum mark mark_of(const struct vocabulary *v, struct str text)
{
    const struct listed *f = find_mark(v, str_trim(text));
    return f ? (enum mark)f->use : MARK_NONE;
}

/* The mark with which a word begins, and its bytes: "□Ya" is two marks. */
static enum mark mark_prefix(const struct vocabulary *v, struct str word, size_t *n)
{
    enum mark best = MARK_NONE;
    bool letters = word.n && is_letter(word.p[0]) && !((unsigned char)word.p[0] & 0x80);
    if (letters) *n = word.n;
    for (size_t i = 1; !letters && i <= word.n && i < 32; i++) {
        const struct listed *f = find_mark(v, str_slice(word, 0, i));
        if (f) best = (enum mark)f->use, *n = i;
    }
    return letters ? mark_of(v, word) : best;
}

static bool is_symbol(enum mark k)
{
    return k == MARK_TERMINATOR || k == MARK_PROCESS || k == MARK_DECISION || k == MARK_CONNECTOR || k == MARK_OTHER || k == MARK_PRESENT;
}

/* Of several symbols in one row the one that says most. */
int mark_strength(enum mark k)
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

bool time_like(const struct vocabulary *v, struct str s)
{
    size_t at = 0, begin;
    bool digit = false, unit = false;
    if (s.n > 60) return false;
    while (next_word(s, &at, &begin)) {
        struct str w = str_slice(s, begin, at);
        digit = digit || is_digit(w.p[0]);
        while (w.n && (is_digit(w.p[0]) || w.p[0] == '(' || w.p[0] == '/')) w = str_slice(w, 1, w.n);
        unit = unit || wordset_find(&v->time_units, w);
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
const struct lines *role_lines(const struct row *r, uint32_t role, bool *merged)
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
        lines_of_cell(r->m->t.a, c, out, NULL);
    }
    return out;
}

/* The page that the source tells for a row; 0: none. */
uint32_t row_page_of(const struct table *t, uint32_t row)
{
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, row, col);
        if (c && c->row == row && c->place.where) return c->place.where->page;
    }
    return 0;
}

/* The cell of a column in the row; any that begins in the row where `col` is none. */
static const struct cell *cell_for_place(const struct row *r, uint32_t col)
{
    const struct table *t = r->k->table;
    if (col != UINT32_MAX) return table_cell(t, r->row, col);
    for (col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, r->row, col);
        if (c && c->row == r->row) return c;
    }
    return NULL;
}

const struct where *where_of(const struct row *r, uint32_t role)
{
    const struct columns *k = r->k;
    struct where *w = arena_alloc(r->m->t.a, sizeof *w);
    uint32_t col = role < COLUMN_COUNT ? k->column[role] : UINT32_MAX;
    w->page = row_page_of(k->table, r->row);
    if (!w->page && !r->m->t.layout->unpaged) w->page = k->page ? k->page : (uint32_t)r->m->sop->tables.n;
    w->table = k->table->number;
    w->row = r->row + 1;
    where_sheet(w, cell_for_place(r, col));
    if (col != UINT32_MAX) w->column = k->name[col].n ? k->name[col] : str_of(column_name((enum column_id)role));
    return w;
}

/* The place of the row as a whole: from its first text to its last. */
struct place row_place(const struct row *r)
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

bool cell_unread(const struct cell *c)
{
    static const char *const errors[] = {"#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"};
    struct str s = cell_text(c);
    for (size_t i = 0; s.n && s.p[0] == '#' && i < COUNT(errors); i++)
        if (str_eqz(s, errors[i])) return true;
    return c->unread;
}

struct item value_of(const struct row *r, uint32_t role, const struct lines *lines)
{
    struct pieces *parts = &r->m->parts;
    if (r->k->column[role] == UINT32_MAX) return (struct item){.text = STR_ABSENT};
    parts->n = 0;
    for (size_t i = 0; i < lines->n; i++) {
        if (lines->v[i].marker.text.n) *ARENA_PUSH(r->m->t.a, parts) = lines->v[i].marker;
        *ARENA_PUSH(r->m->t.a, parts) = lines->v[i].text;
    }
    struct item item = item_of_pieces(&r->m->t, parts, (struct piece){0});
    if (is_filler(item.text)) item.text = STR("");
    const struct cell *c = table_cell(r->k->table, r->row, r->k->column[role]);
    if (c && cell_unread(c)) item = (struct item){.text = STR("")};
    if (!item.place.at.set) item.place.at = c && c->place.at.set ? c->place.at : row_place(r).at;
    item.place.where = where_of(r, role);
    return item;
}

struct item role_value(const struct row *r, uint32_t role, bool *merged)
{
    return value_of(r, role, role_lines(r, role, merged));
}

/* The step's number, without its full stop or bracket. */
void trim_number(struct item *number)
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
    struct performer *p = ARENA_PUSH(r->m->t.a, &s->performers);
    p->item = item_of(&r->m->t, text);
    struct where *w = arena_alloc(r->m->t.a, sizeof *w);
    *w = *where_of(r, ROLE_NONE);
    w->column = r->k->name[col];
    where_sheet(w, table_cell(r->k->table, r->row, col));
    p->item.place.where = w;
    p->actor = r->k->actor[col];
    p->mark = mark;
    if (is_symbol(mark)) r->m->sop->tables.v[r->m->sop->tables.n - 1].has_marks = true;
    if (mark_strength(mark) > mark_strength(s->symbol)) s->symbol = mark;
}

/* Generators write what is done and an arrow into an executor's cell ("Mencatat ⬇"), and what is asked with its answer ("Disetujui? (YA) ⬇"). */
static enum mark worded_symbol(const struct vocabulary *v, struct str text)
{
    size_t at = 0, begin, letters = 0;
    bool arrow = false, asks = false;
    while (next_word(text, &at, &begin)) {
        while (begin < at && strchr("([", text.p[begin])) begin++;
        size_t end = at;
        bool question = false;
        while (end > begin && strchr(")]?.,", text.p[end - 1])) question |= text.p[--end] == '?';
        struct str word = str_slice(text, begin, end);
        enum mark mark = mark_of(v, word);
        arrow |= mark == MARK_ARROW;
        asks |= question || mark == MARK_YES || mark == MARK_NO;
        if ((mark == MARK_NONE || question) && word.n > 2 && is_letter(word.p[0])) letters += word.n;
    }
    return !arrow || letters < 4 ? MARK_NONE : asks ? MARK_DECISION : MARK_PROCESS;
}

bool holds_signs(const struct vocabulary *v, struct str text)
{
    size_t at = 0, begin, n;
    while (next_word(text, &at, &begin)) {
        struct str word = str_slice(text, begin, at);
        enum mark mark = is_letter(word.p[0]) && !((unsigned char)word.p[0] & 0x80) ? MARK_NONE : mark_prefix(v, word, &n);
        if (mark == MARK_ARROW || (is_symbol(mark) && mark != MARK_PRESENT)) return true;
    }
    return false;
}

/* One mark, or several side by side; any other text is kept as it is and is no mark. */
static void mark_piece(const struct row *r, struct step *s, uint32_t col, struct piece all)
{
    enum mark whole = mark_of(r->m->t.v, all.text);
    size_t found = s->performers.n, at = 0, begin, n = 0;
    if (whole != MARK_NONE) {
        add_performer(r, s, col, all, whole);
        return;
    }
    while (next_word(all.text, &at, &begin)) {
        size_t from = begin;
        struct piece rest = piece_part(all, begin, all.text.n);
        enum mark label = mark_of(r->m->t.v, rest.text); /* "Tidak lengkap" is one label */
        if (label != MARK_NONE) {
            add_performer(r, s, col, rest, label);
            break;
        }
        while (from < at) {
            enum mark mark = mark_prefix(r->m->t.v, str_slice(all.text, from, at), &n);
            if (mark == MARK_NONE) break;
            add_performer(r, s, col, piece_part(all, from, from + n), mark);
            from += n;
        }
    }
    bool symbol = false;
    for (size_t i = found; i < s->performers.n; i++) symbol |= is_symbol(s->performers.v[i].mark);
    enum mark worded = symbol ? MARK_NONE : worded_symbol(r->m->t.v, all.text);
    if (worded != MARK_NONE || s->performers.n == found) add_performer(r, s, col, all, worded);
}

/* What a cell says: ways to other steps, and marks. */
static void mark_cell(const struct row *r, struct step *s, uint32_t col, const struct cell *c)
{
    struct pieces rest = {0};
    cell_exits(r, s, (struct piece){cell_text(c), c->place}, &rest);
    for (size_t i = 0; i < rest.n; i++) mark_piece(r, s, col, rest.v[i]);
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
    struct actor *actor = ARENA_PUSH(r->m->t.a, actors);
    *actor = (struct actor){.item = *name, .identity = NO_INDEX};
    return actors->n - 1;
}

static void add_names(const struct row *r, struct step *s)
{
    bool merged;
    struct items names = {0};
    cell_items(r->m, role_lines(r, COLUMN_PELAKSANA, &merged), &names);
    for (size_t i = 0; i < names.n; i++) {
        struct performer *p = ARENA_PUSH(r->m->t.a, &s->performers);
        *p = (struct performer){.item = names.v[i], .mark = mark_of(r->m->t.v, names.v[i].text)};
        p->item.place.where = where_of(r, COLUMN_PELAKSANA);
        p->actor = p->mark == MARK_NONE ? actor_named(r, &names.v[i]) : NO_INDEX;
        if (p->mark == MARK_NONE) p->mark = MARK_PRESENT;
        if (is_symbol(p->mark)) r->m->sop->tables.v[r->m->sop->tables.n - 1].has_marks = true;
    }
}

void add_performers(const struct row *r, struct step *s)
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
        if (!c || c->row != r->row || c->col != col || !cell_text(c).n || cell_unread(c)) continue;
        if (table_drawn(r->m, t) && !is_symbol(mark_of(r->m->t.v, c->text))) continue; /* what labels lines and symbols */
        mark_cell(r, s, col, c);
    }
}
