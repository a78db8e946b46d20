/* Rows and tables whose cells the reader could not keep apart: in columns of blanks a figure or a word may stand in its neighbour's. */
#include <string.h>

#include "recognise/lkjip/lkjip_columns.h"

static bool figure_role(uint8_t role)
{
    return role == ROLE_TARGET || role == ROLE_REALISASI || role == ROLE_CAPAIAN || role == ROLE_PERCENT || role == ROLE_PAGU || role == ROLE_REST;
}

/* How many figures a cell holds: words of digits and signs alone. */
static size_t figures_in(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n;) {
        bool digit = false, letter = false;
        for (; i < s.n && s.p[i] != ' ' && s.p[i] != '\n'; i++) digit |= is_digit(s.p[i]), letter |= is_letter(s.p[i]);
        n += digit && !letter;
        while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\n')) i++;
    }
    return n;
}

/* Two figures in one cell beside a cell with none, or the sign of one alone: in columns of blanks they went astray. */
bool lkjip_row_astray(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row)
{
    bool two = false, none = false, sign = false;
    for (uint32_t c = 0; c < k->cols && c < t->cols; c++) {
        const struct cell *cell = figure_role(k->role[c]) ? table_cell(t, row, c) : NULL;
        if (!cell || cell->row != row) continue;
        struct str s = str_trim(cell->text);
        size_t n = figures_in(s);
        two |= n > 1;
        none |= n == 0 && !lkjip_words_in(s);
        sign |= str_eqz(s, "%");
    }
    return sign || (two && (none || t->loose)) || lkjip_row_torn(r, t, k, row);
}

/* A column of figures that holds words, or one of names or units that holds figures: it stands under another's heading. */
static bool holds_the_other(const struct table *t, const struct lkjip_columns *k, uint32_t col)
{
    size_t filled = 0, figures = 0, words = 0, goals = 0;
    uint8_t role = k->role[col];
    bool name = role == ROLE_INDICATOR || role == ROLE_NAME || role == ROLE_GOAL || role == ROLE_UNIT || role == ROLE_CATEGORY;
    if (!name && !figure_role(role)) return false;
    for (uint32_t row = k->first; row < t->rows; row++) {
        const struct cell *cell = table_cell(t, row, col);
        struct str s = cell && cell->row == row ? str_trim(cell->text) : STR("");
        bool any = false;
        for (size_t i = 0; i < s.n; i++) any |= is_digit(s.p[i]);
        filled += s.n > 1;
        figures += s.n > 0 && figures_in(s) && !lkjip_words_in(s);
        size_t at = 0, begin;
        goals += next_word(s, &at, &begin) && at - begin > 8 && str_ends(str_slice(s, begin, at), STR("nya")); /* "Meningkatnya …" is no unit */
        words += s.n > 3 && !any && lkjip_words_in(s) && !all_upper(s);
    }
    if (role == ROLE_UNIT && goals * 2 > filled) return true;
    return name ? figures && figures * 2 > filled : words > 0 && words * 2 > filled && role != ROLE_REALISASI;
}

/* 1, 2, 3 … down the rows. */
static bool counts_rows(const struct table *t, const struct lkjip_columns *k, uint32_t col)
{
    uint64_t n, next = 1;
    for (uint32_t row = k->first; row < t->rows; row++) {
        struct str s = lkjip_cell(t, row, col);
        if (!s.n) continue;
        if (s.p[s.n - 1] == '.') s.n--;
        if (!str_u64(s, &n) || n != next) return next > 2 && row + 1 == t->rows;
        next++;
    }
    return next > 2;
}

/* Where figures of a fair part of the rows went astray, or a column without a name has figures and one with a name has none, nothing in the
 * table can be relied on; sums need all rows. */
void lkjip_find_astray(const struct lkjip_making *r, const struct table *t, struct lkjip_columns *k)
{
    uint32_t rows = 0;
    for (uint32_t row = k->first; row < t->rows; row++) rows += lkjip_row_astray(r, t, k, row);
    bool nameless = false, empty = false, halves = false, figures_unnamed[MAX_COLUMNS + 1] = {false}, sparse[MAX_COLUMNS + 1] = {false};
    for (uint32_t c = 0; c < k->cols && c < t->cols; c++) {
        size_t figures = 0, filled = 0;
        for (uint32_t row = k->first; row < t->rows; row++) {
            struct str s = lkjip_cell(t, row, c);
            figures += lkjip_figure(s);
            filled += s.n > 0;
        }
        nameless |= k->role[c] == ROLE_COUNT && !k->year[c] && figures > 1 && figures * 2 > filled;
        empty |= figure_role(k->role[c]) && !filled;
        figures_unnamed[c] = k->role[c] == ROLE_COUNT && figures > 1 && figures * 2 > filled;
        sparse[c] = figure_role(k->role[c]) && filled * 2 <= t->rows - k->first;
    }
    bool exchanged = false;
    for (uint32_t c = 0; c < k->cols && c < t->cols; c++) exchanged |= holds_the_other(t, k, c) || (figure_role(k->role[c]) && counts_rows(t, k, c) && lkjip_has(k, ROLE_NUMBER, false));
    for (uint32_t c = 0; c < k->cols; c++) halves |= t->loose && ((sparse[c] && figures_unnamed[c + 1]) || (figures_unnamed[c] && sparse[c + 1])); /* one column of print */
    for (uint32_t c = 0; c < k->cols; c++)
        for (uint32_t other = 0; other < c; other++)
            k->unclear |= figure_role(k->role[c]) && k->role[c] == k->role[other] && k->year[c] == k->year[other] && k->money[c] == k->money[other];
    k->unclear |= nameless;
    k->astray = rows * 5 >= t->rows - k->first + 4 || (rows && lkjip_has(k, ROLE_PAGU, false)) || (nameless && empty) || halves || exchanged;
}

/* Whether a line of a cell of words ends on a figure. */
static bool ends_on_figure(struct str s)
{
    for (size_t i = s.n; i > 0; i--) {
        if (i < s.n && s.p[i] != '\n') continue;
        size_t from = i;
        while (from && s.p[from - 1] != ' ' && s.p[from - 1] != '\n') from--;
        if (from && s.p[from - 1] == ' ' && figures_in(str_slice(s, from, i))) return true;
    }
    return false;
}

bool lkjip_figure_in_words(const struct table *t, const struct lkjip_columns *k, uint32_t row)
{
    for (uint32_t c = 0; c < k->cols && c < t->cols; c++)
        if (!figure_role(k->role[c]) && ends_on_figure(lkjip_cell(t, row, c))) return true;
    return false;
}

/* ---- words and figures in each other's cells ---------------------------------------------------------------------- */

static struct str next_token(struct str s, size_t *at)
{
    while (*at < s.n && (s.p[*at] == ' ' || s.p[*at] == '\n')) ++*at;
    size_t from = *at;
    while (*at < s.n && s.p[*at] != ' ' && s.p[*at] != '\n') ++*at;
    return str_slice(s, from, *at);
}

/* "77,33", "75,62%": a figure of a table, not a number that a name has in it. */
static bool decimal(struct str s)
{
    size_t comma = str_find(s, STR(","), 0);
    return comma != SIZE_MAX && comma > 0 && comma + 1 < s.n && is_digit(s.p[0]) && is_digit(s.p[comma - 1]) && is_digit(s.p[comma + 1]);
}

/* A sign of a percentage by itself, or a decimal figure, among the words of a name. */
static bool figure_among(struct str s)
{
    struct str token;
    for (size_t at = 0; (token = next_token(s, &at)).n > 0;)
        if (str_eqz(token, "%") || decimal(token)) return true;
    return false;
}

/* "Kinerja 51%": a word before the figure; "Rp 51" is none, "Level 3" one figure. */
static bool word_before_figure(const struct lkjip_making *r, struct str s)
{
    bool word = false;
    struct str token;
    for (size_t at = 0; (token = next_token(s, &at)).n > 0;) {
        if (is_digit(token.p[0])) return word;
        word |= token.n > 3 && is_letter(token.p[0]) && !wordset_find(&r->w->grades, token);
    }
    return false;
}

bool lkjip_names(struct str s)
{
    size_t words = 0, at = 0;
    struct str token;
    for (bool first = true; (token = next_token(s, &at)).n > 0; first = false) {
        if (first && is_lower(token.p[0]) && at >= s.n) return false; /* one word, out of the middle of a name */
        words += token.n > 2 && is_letter(token.p[0]);
    }
    return words > 0;
}

bool lkjip_row_torn(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row)
{
    for (uint32_t c = 0; t->loose && c < k->cols && c < t->cols; c++) {
        const struct cell *cell = table_cell(t, row, c);
        if (!cell || cell->row != row) continue;
        struct str s = str_trim(cell->text);
        bool name = k->role[c] == ROLE_INDICATOR || k->role[c] == ROLE_NAME || k->role[c] == ROLE_GOAL;
        size_t text = marker_at(s); /* "a. Indeks …" */
        if (name && (figure_among(s) || (k->role[c] == ROLE_INDICATOR && text < s.n && is_lower(s.p[text])))) return true;
        if (k->role[c] == ROLE_UNIT && memchr(s.p, ',', s.n)) return true;
        for (size_t i = 0; k->role[c] == ROLE_UNIT && i < s.n; i++)
            if (is_digit(s.p[i]) && !lkjip_words_in(s)) return true;
        if (figure_role(k->role[c]) && (word_before_figure(r, s) || (s.n == 3 && s.p[0] == '(' && s.p[2] == ')'))) return true;
    }
    return false;
}
