/* The rating scale of a report as it prints it: bands of capaian and what each is called. */
#include <string.h>

#include "recognise/lkjip/lkjip_columns.h"

enum { BANDS_MAX = 12 };

/* The figure at or behind *at, as printed; absent when there is none. */
static struct str figure_from(struct str s, size_t *at)
{
    while (*at < s.n && !is_digit(s.p[*at])) ++*at;
    size_t begin = *at;
    while (*at < s.n && (is_digit(s.p[*at]) || ((s.p[*at] == ',' || s.p[*at] == '.') && *at + 1 < s.n && is_digit(s.p[*at + 1])))) ++*at;
    return begin < *at ? str_slice(s, begin, *at) : STR_ABSENT;
}

enum bound { BOUND_NONE, BOUND_FROM, BOUND_OVER, BOUND_TO, BOUND_UNDER };

/* What stands before or behind a figure: "≥", "lebih dari", "ke bawah" … */
static enum bound bound_in(const struct lkjip_making *r, struct str s)
{
    static const struct { const char *sign; enum bound bound; } signs[] = {{"\xE2\x89\xA5", BOUND_FROM}, {">=", BOUND_FROM}, {"\xE2\x89\xA4", BOUND_TO}, {"<=", BOUND_TO},
                                                                          {">", BOUND_OVER}, {"<", BOUND_UNDER}};
    for (size_t i = 0; i < COUNT(signs); i++)
        if (str_find(s, str_of(signs[i].sign), 0) != SIZE_MAX) return signs[i].bound;
    size_t at = 0, begin, end;
    while (next_word(s, &at, &begin)) {
        const struct listed *f = wordset_prefix(&r->w->bounds, str_slice(s, begin, s.n), &end);
        if (f) return (enum bound)f->use;
    }
    return BOUND_NONE;
}

/* A sign behind a figure is read from the other side: "91 ≤" is from 91. */
static enum bound turned(enum bound b, bool sign)
{
    static const enum bound other[] = {BOUND_NONE, BOUND_TO, BOUND_UNDER, BOUND_FROM, BOUND_OVER};
    return sign ? other[b] : b;
}

static void set_bound(struct band *b, enum bound which, struct figure f)
{
    if (which == BOUND_FROM || which == BOUND_OVER) {
        b->from = f;
        b->from_open = which == BOUND_OVER;
    } else {
        b->to = f;
        b->to_open = which == BOUND_UNDER;
    }
}

/* "91 ≤ 100", "> 85 – 100", "55 % kebawah": false when these are no bounds. *end: behind them. */
static bool bounds_of(const struct lkjip_making *r, struct item it, struct band *out, size_t *end)
{
    struct str s = it.text;
    size_t at = 0, before = 0;
    *out = (struct band){0};
    out->from.item.text = out->to.item.text = STR_ABSENT;
    struct str first = figure_from(s, &at);
    if (!first.p) return false;
    struct figure low = {.item = {.text = first, .place = it.place}};
    struct str head = str_slice(s, 0, (size_t)(first.p - s.p));
    before = at;
    struct str second = figure_from(s, &at);
    struct str gap = str_slice(s, before, second.p ? (size_t)(second.p - s.p) : s.n);
    bool range = second.p && gap.n <= 24;
    enum bound b = bound_in(r, head);
    *end = before;
    if (!range) {
        struct str tail = str_slice(s, before, before + 16 < s.n ? before + 16 : s.n);
        bool sign = strpbrk(arena_strz(r->t.a, str_slice(tail, 0, 6)), "<>") || str_find(str_slice(tail, 0, 6), STR("\xE2\x89"), 0) != SIZE_MAX;
        if (b == BOUND_NONE) b = turned(bound_in(r, tail), sign);
        if (b == BOUND_NONE) return false;
        set_bound(out, b, low);
        return true;
    }
    struct figure high = {.item = {.text = second, .place = it.place}};
    set_bound(out, b == BOUND_OVER ? BOUND_OVER : BOUND_FROM, low);
    set_bound(out, bound_in(r, gap) == BOUND_UNDER ? BOUND_UNDER : BOUND_TO, high);
    *end = at;
    return true;
}

static void add_band(struct lkjip_making *r, struct band b, struct item name, struct place place)
{
    if (r->l->scale.n >= BANDS_MAX || str_blank(name.text)) return;
    if (!r->l->scale.n) r->l->scale_head.place = place;
    b.name = name;
    *ARENA_PUSH(r->t.a, &r->l->scale) = b;
}

/* The bounds in a row: under their heading, or printed a little aside, in a cell beside it. */
static bool row_bounds(const struct lkjip_making *r, const struct table *t, uint32_t row, uint32_t interval, uint32_t name, struct band *out)
{
    size_t end;
    for (uint32_t i = 0; i < t->cols; i++) {
        uint32_t c = i == 0 ? interval : i <= interval ? i - 1 : i;
        const struct cell *cell = c == name ? NULL : table_cell(t, row, c);
        if (!cell) continue;
        struct str s = str_trim(cell->text);
        if (c != interval) s = str_trim(str_slice(s, marker_at(s), s.n)); /* behind the row's number */
        if (bounds_of(r, (struct item){.text = s, .place = cell->place}, out, &end)) return true;
        if (c == interval && s.n) return false;
    }
    return false;
}

bool lkjip_scale_table(struct lkjip_making *r, const struct table *t)
{
    uint32_t interval = t->cols, name = t->cols, first = 1;
    bool whole = true;
    if (t->rows < 4 || t->rows > BANDS_MAX + 2 || t->cols > 5 || r->l->scale.n) return false;
    for (uint32_t c = 0; c < t->cols; c++) {
        struct str s = lkjip_cell(t, 0, c);
        size_t end;
        const struct listed *f = wordset_prefix(&r->w->columns, s, &end);
        if (f && f->use == ROLE_CATEGORY) name = c;
        else if (lkjip_begins(&r->w->intervals, s) && interval == t->cols) interval = c;
    }
    if (interval == t->cols || name == t->cols) return false;
    struct bands read = {0};
    struct item names[BANDS_MAX + 2], source = {.text = STR_ABSENT};
    for (uint32_t row = first; row < t->rows; row++) {
        struct band b;
        const struct cell *n = table_cell(t, row, name);
        if (lkjip_begins(&r->w->sources, lkjip_row_text(t, row))) {
            source = (struct item){.text = lkjip_row_text(t, row), .place = table_cell(t, row, 0) ? table_cell(t, row, 0)->place : (struct place){SPAN_NONE, NULL}};
            continue;
        }
        bool bounds = row_bounds(r, t, row, interval, name, &b);
        if (!n || str_blank(n->text) || (lkjip_heading_row(r, t, row) && !bounds)) continue;
        if (!bounds && !str_blank(lkjip_cell(t, row, interval))) return false;
        whole &= bounds;
        if (!bounds) continue;
        names[read.n] = (struct item){.text = str_trim(n->text), .place = n->place};
        *ARENA_PUSH(r->t.a, &read) = b;
    }
    if (read.n < 3) return false;
    if (source.text.p) *ARENA_PUSH(r->t.a, &r->l->statements) = (struct statement){.item = source, .chapter = r->l->chapters.n ? r->l->chapters.n - 1 : NO_INDEX};
    if (!whole) return true; /* a band that was not read: none of them can be relied on */
    for (size_t i = 0; i < read.n; i++) add_band(r, read.v[i], names[i], read.v[i].from.item.text.p ? read.v[i].from.item.place : read.v[i].to.item.place);
    return true;
}

/* "Kategori: ≥ 91 Sangat Tinggi; 76 sampai < 91 Tinggi; < 76 Rendah": all of them in one line. */
static bool bands_in_line(struct lkjip_making *r, struct item it)
{
    struct { struct band band; struct item name; } found[BANDS_MAX];
    size_t n = 0, colon = str_find(it.text, STR(":"), 0);
    struct str s = str_slice(it.text, colon == SIZE_MAX ? 0 : colon + 1, it.text.n);
    while (!str_blank(s) && n < BANDS_MAX) {
        size_t semicolon = str_find(s, STR(";"), 0), end = 0;
        struct item part = {.text = str_trim(str_slice(s, 0, semicolon)), .place = it.place};
        s = semicolon == SIZE_MAX ? STR("") : str_slice(s, semicolon + 1, s.n);
        if (!bounds_of(r, part, &found[n].band, &end)) return false;
        struct str name = str_trim(str_slice(part.text, end, part.text.n));
        while (name.n && (name.p[0] == '=' || name.p[0] == ':' || name.p[0] == '%' || name.p[0] == ' ')) name = str_slice(name, 1, name.n);
        while (name.n && name.p[name.n - 1] == '.') name.n--;
        if (!name.n || !is_upper(name.p[0]) || name.n > 40) return false;
        found[n++].name = (struct item){.text = name, .place = it.place};
    }
    for (size_t i = 0; n > 2 && i < n; i++) add_band(r, found[i].band, found[i].name, it.place);
    return n > 2;
}

/* "Nilai Capaian Kinerja dari 85 % - 100 % adalah berhasil baik": bands in running text. */
void lkjip_scale_line(struct lkjip_making *r, const struct line *line)
{
    struct item it = item_of(&r->t, line->text);
    size_t end = 0;
    struct band b;
    if (it.text.n < 400 && !r->l->scale.n && str_find(it.text, STR(";"), 0) != SIZE_MAX && bands_in_line(r, it)) return;
    if (it.text.n > 160 || !lkjip_begins(&r->w->bands, it.text) || !bounds_of(r, it, &b, &end)) return;
    struct str rest = str_trim(str_slice(it.text, end, it.text.n));
    size_t is = str_ifind(rest, STR("adalah"), 0), skip = 6;
    if (is == SIZE_MAX) is = str_find(rest, STR("="), 0), skip = 1;
    if (is == SIZE_MAX) is = str_find(rest, STR(":"), 0), skip = 1;
    if (is == SIZE_MAX) return;
    struct item name = it;
    name.text = str_trim(str_slice(rest, is + skip, rest.n));
    while (name.text.n && (name.text.p[name.text.n - 1] == '.' || name.text.p[name.text.n - 1] == ';')) name.text.n--;
    add_band(r, b, name, it.place);
}
