/* What the cells of a report's tables say: the value of a role in a row, on one line and with its place. */
#include <string.h>

#include "recognise/lkjip/lkjip_columns.h"

/* The text of a cell with its printed lines as one. */
struct str lkjip_one_line(const struct lkjip_making *r, const struct cell *cell)
{
    struct str s = str_trim(cell->text);
    if (!s.n || !memchr(s.p, '\n', s.n)) return s;
    char *flat = arena_strz(r->t.a, s);
    for (size_t i = 0; i < s.n; i++)
        if (flat[i] == '\n') flat[i] = ' ';
    return (struct str){flat, s.n};
}

struct item lkjip_item(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, enum lkjip_role role, bool money, bool spanning)
{
    for (uint32_t c = 0; c < k->cols && c < t->cols; c++) {
        if (k->role[c] != role || k->money[c] != money) continue;
        const struct cell *cell = table_cell(t, row, c);
        if (!cell || (cell->row != row && !spanning)) return (struct item){.text = STR("")};
        struct where *w = arena_alloc(r->t.a, sizeof *w);
        *w = cell->place.where ? *cell->place.where : (struct where){.table = t->number, .row = row + 1};
        w->column = k->name[c];
        return (struct item){.text = lkjip_one_line(r, cell), .place = {cell->place.at, w}};
    }
    return (struct item){.text = STR_ABSENT};
}

struct place lkjip_row_place(const struct lkjip_making *r, const struct table *t, uint32_t row)
{
    struct where *w = arena_alloc(r->t.a, sizeof *w);
    struct span at = SPAN_NONE;
    *w = (struct where){.table = t->number, .row = row + 1};
    for (uint32_t c = 0; c < t->cols; c++) {
        const struct cell *cell = table_cell(t, row, c);
        if (!cell || cell->row != row || !cell->place.at.set) continue;
        if (cell->place.where && cell->place.where->page) w->page = cell->place.where->page;
        if (!w->sheet.p) where_sheet(w, cell);
        if (!at.set) at = cell->place.at;
        if (cell->place.at.end > at.end && cell->place.at.begin >= at.begin) at.end = cell->place.at.end;
    }
    return (struct place){at, w};
}

struct str lkjip_row_text(const struct table *t, uint32_t row)
{
    for (uint32_t c = 0; c < t->cols; c++) {
        struct str s = lkjip_cell(t, row, c);
        if (s.n > 3 || (s.n && is_letter(s.p[0]) && s.n > 1)) return s;
    }
    return STR("");
}

bool lkjip_begins(const struct wordset *f, struct str s)
{
    size_t end = 0;
    return wordset_prefix(f, s, &end) != NULL;
}

bool lkjip_words_in(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (is_letter(s.p[i])) return true;
    return false;
}

struct str lkjip_marker(struct item *name)
{
    struct str s = name->text;
    size_t n = marker_at(s), i = 0;
    while (!n && i < s.n && (s.p[i] == 'I' || s.p[i] == 'V' || s.p[i] == 'X')) i++; /* "II Program …" */
    if (!n && i && i < s.n && (s.p[i] == ' ' || s.p[i] == '.')) n = i + 1;
    if (!n) return STR("");
    name->text = str_trim(str_slice(s, n, s.n));
    return str_trim(str_slice(s, 0, n));
}

struct figure lkjip_figure_at(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, enum lkjip_role role, bool money)
{
    return (struct figure){.item = lkjip_item(r, t, k, row, role, money, true)};
}

struct figure lkjip_share(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, bool money)
{
    struct figure f = lkjip_figure_at(r, t, k, row, money ? ROLE_PERCENT : ROLE_CAPAIAN, money);
    return f.item.text.p ? f : lkjip_figure_at(r, t, k, row, money ? ROLE_CAPAIAN : ROLE_PERCENT, money);
}
