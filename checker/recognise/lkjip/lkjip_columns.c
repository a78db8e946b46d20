/* The columns of a report's table: what each heading says, headings over several columns, years, money; tables that go on over pages. */
#include <string.h>

#include "recognise/lkjip/lkjip_columns.h"

enum { MAX_HEADING_ROWS = 6 };

struct str lkjip_cell(const struct table *t, uint32_t row, uint32_t col)
{
    const struct cell *c = table_cell(t, row, col);
    return c ? str_trim(c->text) : STR("");
}

bool lkjip_has(const struct lkjip_columns *k, enum lkjip_role role, bool money)
{
    for (uint32_t c = 0; c < k->cols; c++)
        if (k->role[c] == role && k->money[c] == money) return true;
    return false;
}

bool lkjip_figure(struct str s)
{
    if (str_istarts(s, STR("Rp"))) s = str_trim(str_slice(s, s.n > 2 && s.p[2] == '.' ? 3 : 2, s.n));
    size_t i = 0;
    while (i < s.n && (s.p[i] == '(' || s.p[i] == '-' || s.p[i] == '<' || s.p[i] == '>' || s.p[i] == '=' || s.p[i] == ' ')) i++;
    return i < s.n && is_digit(s.p[i]);
}

/* ---- what one heading says ------------------------------------------------------------------------------------ */

static const struct listed *whole_form(const struct lkjip_making *r, struct str s)
{
    const struct listed *f = wordset_find(&r->w->columns, s);
    size_t open = str_find(s, STR("("), 0);
    if (!f && open != SIZE_MAX && open > 0) f = wordset_find(&r->w->columns, str_slice(s, 0, open));
    if (!f && (str_eqz(str_trim(s), "%") || str_eqz(str_trim(s), "(%)"))) f = wordset_find_key(&r->w->columns, STR("%"));
    return f;
}

/* The words of a heading without "No", which stands in a column of its own that the reader did not see. */
static struct key without_number(const struct lkjip_making *r, struct key k)
{
    struct key out = {.n = 0};
    size_t at = 0, begin;
    struct str s = {k.text, k.n};
    while (next_word(s, &at, &begin)) {
        const struct listed *f = wordset_find_key(&r->w->columns, str_slice(s, begin, at));
        if (f && f->use == ROLE_NUMBER) continue;
        if (out.n) out.text[out.n++] = ' ';
        memcpy(out.text + out.n, s.p + begin, at - begin);
        out.n += at - begin;
    }
    return out;
}

/* Headings one after the other, years and "Tahun" between them: gives how many different ones when nothing else is there. */
static size_t row_of_forms(const struct lkjip_making *r, struct str s, uint8_t role[2])
{
    size_t n = 0;
    while (s.n) {
        size_t end = 0, word = 0, begin;
        const struct listed *f = wordset_prefix(&r->w->columns, s, &end);
        if (!f) {
            (void)next_word(s, &word, &begin);
            if (!year_in(str_slice(s, 0, word)) && !str_ieq(str_slice(s, 0, word), STR("tahun"))) return 0;
            end = word;
        } else if (n == 0 || role[n - 1] != f->use) {
            if (n == 2) return 0;
            role[n++] = (uint8_t)f->use;
        }
        s = str_trim(str_slice(s, end, s.n));
    }
    return n;
}

/* The head of the phrase comes first in Indonesian: its earliest word that tells a column tells this one. */
static size_t by_head(const struct lkjip_making *r, struct str s, uint8_t role[2])
{
    size_t at = 0, begin, n = 0;
    while (next_word(s, &at, &begin) && n < 2) {
        size_t end = 0;
        const struct listed *f = wordset_prefix(&r->w->heads, str_slice(s, begin, s.n), &end);
        if (!f) continue;
        bool mixed = n == 1 && role[0] == ROLE_GOAL && f->use == ROLE_INDICATOR; /* "Sasaran … Indikator": two columns */
        if (n == 0 || mixed) role[n++] = (uint8_t)f->use;
    }
    return n;
}

/* "% Realisasi": a share, whatever of. */
static uint8_t as_share(struct str s, uint32_t role)
{
    return s.n > 1 && s.p[0] == '%' && role == ROLE_REALISASI ? ROLE_PERCENT : (uint8_t)role;
}

static size_t roles_of(const struct lkjip_making *r, struct str s, uint8_t role[2], bool loose)
{
    const struct listed *f = str_blank(s) ? NULL : whole_form(r, s);
    if (f) {
        role[0] = as_share(s, f->use);
        return 1;
    }
    struct key k = key_of(s);
    if (!k.n) return 0;
    struct key named = without_number(r, k);
    if (!named.n) return 0;
    struct str text = {named.text, named.n};
    f = wordset_find_key(&r->w->columns, text);
    size_t n = f ? 1 : row_of_forms(r, text, role);
    if (f) role[0] = (uint8_t)f->use;
    if (!n && loose) n = by_head(r, text, role);
    if (n == 1) role[0] = as_share(s, role[0]);
    return n;
}

size_t lkjip_rejoin(struct str s, char out[REJOIN_MAX])
{
    size_t n = 0;
    bool any = false;
    for (size_t i = 0; i < s.n; i++) {
        size_t end = i + 1;
        if (n == REJOIN_MAX) return 0;
        while (s.p[i] == '\n' && end < s.n && is_lower(s.p[end])) end++;
        bool part = i && end > i + 1 && end <= i + 1 + REJOIN_REST && is_letter(s.p[i - 1]) && (end == s.n || s.p[end] == ' ' || s.p[end] == '\n');
        any |= part;
        if (!part) out[n++] = s.p[i];
    }
    return any ? n : 0;
}

/* What a heading says: nothing, one column, or two that were printed into one. loose: by a single word of it, too. */
size_t lkjip_heading_roles(const struct lkjip_making *r, struct str s, uint8_t role[2], bool loose)
{
    char whole[REJOIN_MAX];
    size_t joined = lkjip_rejoin(s, whole), n = joined ? roles_of(r, (struct str){whole, joined}, role, loose) : 0;
    return n ? n : roles_of(r, s, role, loose);
}

/* ---- rows of the heading ---------------------------------------------------------------------------------------- */

/* "3", "(3)", "3=2/1" */
bool lkjip_column_number(const struct table *t, struct str s)
{
    if (s.n > 1 && s.p[0] == '(') s = str_slice(s, 1, s.n - (s.p[s.n - 1] == ')'));
    size_t digits = 0;
    while (digits < s.n && is_digit(s.p[digits])) digits++;
    uint64_t n;
    return str_u64(str_slice(s, 0, digits), &n) && n <= t->cols + 4u && (digits == s.n || s.p[digits] == '=' || s.p[digits] == ' ');
}

struct row_look {
    size_t filled, numbers, figures, years;
};

/* The cell that begins at that place and holds something. */
static const struct cell *filled_cell(const struct table *t, uint32_t row, uint32_t col)
{
    const struct cell *cell = table_cell(t, row, col);
    return cell && cell->col == col && cell->row == row && !str_blank(cell->text) ? cell : NULL;
}

/* "2023 Realisasi": a year, and the heading of a column below it. */
static bool year_with_words(struct str s) { return s.n > 5 && year_in(str_slice(s, 0, 4)) && is_space(s.p[4]) && is_letter(s.p[5]); }

static struct row_look look_at_row(const struct table *t, uint32_t row)
{
    struct row_look k = {0};
    for (uint32_t c = 0; c < t->cols; c++) {
        const struct cell *cell = filled_cell(t, row, c);
        if (!cell) continue;
        struct str s = str_trim(cell->text);
        k.filled++;
        if (lkjip_column_number(t, s)) k.numbers++;
        else if ((s.n <= 12 && year_in(s)) || year_with_words(s)) k.years++;
        else if (lkjip_figure(s)) k.figures++;
    }
    return k;
}

/* Most rows hold a figure: their words are not looked up. */
bool lkjip_heading_row(const struct lkjip_making *r, const struct table *t, uint32_t row)
{
    struct row_look k = look_at_row(t, row);
    size_t known = 0;
    uint8_t role[2];
    if (!k.filled || k.figures) return false;
    for (uint32_t c = 0; c < t->cols; c++) {
        const struct cell *cell = filled_cell(t, row, c);
        if (cell && lkjip_heading_roles(r, str_trim(cell->text), role, cell->header)) known++;
    }
    return (known + k.years) * 2 >= k.filled ? known || k.years > 1 : k.numbers == k.filled && k.filled > 2;
}

static uint32_t heading_rows(const struct lkjip_making *r, const struct table *t)
{
    uint32_t rows = 0;
    while (rows < t->rows && rows < MAX_HEADING_ROWS) {
        bool over = rows < 2 && rows + 1 < t->rows && !look_at_row(t, rows).figures && lkjip_heading_row(r, t, rows + 1);
        if (!over && !lkjip_heading_row(r, t, rows)) break;
        rows++;
    }
    return rows;
}

static bool is_money_head(const struct lkjip_making *r, struct str s)
{
    size_t at = 0, begin;
    while (next_word(s, &at, &begin))
        if (wordset_find(&r->w->money, str_slice(s, begin, at))) return true;
    return false;
}

/* Years in a row below one heading that the reader gave to one or two of them: they all have it. */
static void spread_over_years(struct lkjip_columns *k)
{
    for (uint32_t c = 0; c < k->cols;) {
        uint32_t end = c + 1;
        uint8_t role = k->role[c];
        if (!k->year[c]) {
            c++;
            continue;
        }
        while (end < k->cols && k->year[end] == k->year[end - 1] + 1 && (k->role[end] == ROLE_COUNT || role == ROLE_COUNT || k->role[end] == role)) {
            if (role == ROLE_COUNT) role = k->role[end];
            end++;
        }
        for (; c < end; c++) k->role[c] = role;
    }
}

bool lkjip_figure_role(uint8_t role)
{
    return role == ROLE_TARGET || role == ROLE_REALISASI || role == ROLE_CAPAIAN || role == ROLE_PERCENT || role == ROLE_PAGU || role == ROLE_REST || role == ROLE_EFFICIENCY;
}

/* Columns of figures, each role once. */
struct year_group {
    uint32_t from, roles;
    int year; /* 0: none stands over it */
};

/* Where the same headings come once for each year, a year that stands over one column of them only is that of all. What stands behind
 * the plan's end target or a standard belongs to that. */
static void year_of_each_group(struct lkjip_columns *k)
{
    struct year_group group[MAX_COLUMNS] = {{0, 0, 0}}, *last = NULL;
    uint32_t end = 0, groups = 0;
    while (end < k->cols && k->role[end] != ROLE_END_TARGET && k->role[end] != ROLE_STANDARD) end++;
    for (uint32_t c = 0; c < end; c++) {
        if (!lkjip_figure_role(k->role[c])) continue;
        uint32_t role = 1u << k->role[c];
        if (!last || last->roles & role) *(last = &group[groups++]) = (struct year_group){.from = c};
        last->roles |= role;
        if (k->year[c] && last->year && last->year != k->year[c]) return;
        if (k->year[c]) last->year = k->year[c];
    }
    if (groups < 2) return;
    for (uint32_t g = 0; g < groups; g++)
        if (!group[g].year || group[g].roles != group[0].roles) return;
    for (uint32_t g = 0; g < groups; g++)
        for (uint32_t c = group[g].from; c < (g + 1 < groups ? group[g + 1].from : end); c++)
            if (lkjip_figure_role(k->role[c])) k->year[c] = group[g].year;
}

/* "Realisasi (%)" beside "Realisasi (Rp)" is a share; alone it is a realisasi in per cent. */
static void share_beside_figure(struct lkjip_columns *k)
{
    for (uint32_t c = 1; c < k->cols; c++)
        if (k->role[c] == ROLE_REALISASI && k->role[c - 1] == ROLE_REALISASI && str_find(k->name[c], STR("%"), 0) != SIZE_MAX && str_find(k->name[c - 1], STR("%"), 0) == SIZE_MAX)
            k->role[c] = ROLE_PERCENT;
    bool efficiency = false;
    for (uint32_t c = 0; c < k->cols; c++) efficiency |= k->role[c] == ROLE_EFFICIENCY;
    for (uint32_t c = 0; efficiency && c < k->cols; c++) /* beside an efficiency, "Realisasi Anggaran (%)" and "Penyerapan Anggaran" are shares */
        if (k->role[c] == ROLE_REALISASI && str_find(k->name[c], STR("%"), 0) != SIZE_MAX) k->role[c] = ROLE_PERCENT;
}

static bool has_word(const struct wordset *f, struct str s)
{
    size_t at = 0, begin;
    while (next_word(s, &at, &begin))
        if (wordset_find(f, str_slice(s, begin, at))) return true;
    return false;
}

/* "Pagu Awal" beside "Pagu Revisi", "Target" beside "Target Perubahan": what stands is the figure of the revision. */
static void after_revision(const struct lkjip_making *r, struct lkjip_columns *k, uint8_t role)
{
    bool any = false, old[MAX_COLUMNS] = {false}, new[MAX_COLUMNS] = {false};
    size_t n = 0;
    for (uint32_t c = 0; c < k->cols; c++) {
        if (k->role[c] != role || k->year[c]) continue;
        n++;
        new[c] = has_word(&r->w->revised, k->name[c]);
        old[c] = !new[c] && has_word(&r->w->superseded, k->name[c]);
        any |= new[c];
    }
    for (uint32_t c = 0; n > 1 && c < k->cols; c++)
        if (k->role[c] == role && !k->year[c] && (old[c] || (any && !new[c]))) k->role[c] = ROLE_COUNT, k->year[c] = 0;
}

bool lkjip_columns_read(const struct lkjip_making *r, const struct table *t, struct lkjip_columns *k)
{
    uint32_t rows = t->cols <= MAX_COLUMNS ? heading_rows(r, t) : 0;
    size_t known = 0;
    bool performance = false, money = false;
    if (!rows) return false;
    *k = (struct lkjip_columns){.cols = t->cols, .first = rows, .kind = LKJIP_OTHER};
    bool over_money[MAX_COLUMNS] = {false};
    for (uint32_t c = 0; c < t->cols; c++) {
        k->role[c] = k->second[c] = ROLE_COUNT;
        for (uint32_t row = 0; row < rows; row++) { /* the lowest heading says most; a head above lends year and money */
            struct str s = lkjip_cell(t, row, c);
            uint8_t role[2];
            size_t n = lkjip_heading_roles(r, s, role, true);
            if (year_in(s)) k->year[c] = year_in(s);
            over_money[c] |= is_money_head(r, s);
            if (!n) continue;
            k->role[c] = role[0];
            k->second[c] = n > 1 ? role[1] : ROLE_COUNT;
            k->name[c] = s;
        }
    }
    for (uint32_t c = 0; c < t->cols; c++)
        if (k->role[c] == ROLE_TARGET && over_money[c]) k->role[c] = ROLE_PAGU;
    lkjip_find_ticks(t, k);
    lkjip_find_blocks(r, t, k);
    if (!k->blocks) {
        spread_over_years(k);
        share_beside_figure(k);
        year_of_each_group(k);
        after_revision(r, k, ROLE_PAGU);
        after_revision(r, k, ROLE_TARGET);
    }
    lkjip_find_name(t, k);
    for (uint32_t c = 0; c < t->cols; c++) {
        known += k->role[c] != ROLE_COUNT;
        performance |= k->role[c] == ROLE_TARGET;
        money |= k->role[c] == ROLE_PAGU;
        bool after_money = money && !(performance && !over_money[c] && k->role[c] == ROLE_CAPAIAN);
        if (!k->blocks && (k->role[c] == ROLE_REALISASI || k->role[c] == ROLE_PERCENT || k->role[c] == ROLE_CAPAIAN)) k->money[c] = over_money[c] || after_money;
    }
    return known >= 2;
}

/* ---- tables that go on ------------------------------------------------------------------------------------------ */

static void copy_column(struct lkjip_columns *out, uint32_t to, const struct lkjip_columns *k, uint32_t from, bool second)
{
    out->role[to] = second ? k->second[from] : k->role[from];
    out->second[to] = ROLE_COUNT;
    out->money[to] = k->money[from];
    out->year[to] = k->year[from];
    out->name[to] = k->name[from];
}

/* The columns of figures stand at the right of both; of the words before them, numbers and units are what a narrow page runs together. */
static bool fewer_columns(const struct lkjip_columns *last, const struct table *t, struct lkjip_columns *out)
{
    uint32_t drop = last->cols - t->cols, n = 0;
    static const uint8_t dropped[] = {ROLE_NUMBER, ROLE_UNIT};
    bool gone[MAX_COLUMNS] = {false};
    for (size_t d = 0; d < COUNT(dropped) && drop; d++)
        for (uint32_t c = 0; c < last->cols && drop; c++)
            if (last->role[c] == dropped[d]) gone[c] = true, drop--;
    if (drop) return false;
    for (uint32_t c = 0; c < last->cols; c++)
        if (!gone[c]) copy_column(out, n++, last, c, false);
    for (uint32_t c = 0; c < t->cols; c++) {
        size_t figures = 0;
        for (uint32_t row = 0; row < t->rows; row++) {
            struct str s = lkjip_cell(t, row, c);
            figures += lkjip_figure(s) || s.n <= 3;
        }
        if ((figures * 2 > t->rows) != lkjip_figure_role(out->role[c])) return false;
    }
    return true;
}

bool lkjip_columns_again(const struct lkjip_making *r, const struct lkjip_columns *last, const struct table *t, struct lkjip_columns *out)
{
    uint32_t all = last->cols, n = 0;
    for (uint32_t c = 0; c < last->cols; c++) all += last->second[c] != ROLE_COUNT;
    *out = *last;
    out->first = 0;
    if (t->cols == last->cols) return true;
    out->cols = t->cols;
    if (!r->cut || t->cols > MAX_COLUMNS) return false;
    if (t->cols < last->cols) return fewer_columns(last, t, out);
    if (t->cols != all) return false;
    for (uint32_t c = 0; c < last->cols; c++) {
        copy_column(out, n++, last, c, false);
        if (last->second[c] != ROLE_COUNT) copy_column(out, n++, last, c, true);
    }
    return true;
}
