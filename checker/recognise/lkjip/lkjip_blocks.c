/* What stands below the heading of a report's table, where the heading alone does not tell its columns: blocks of years, columns of
 * ticks, a column of names under a heading that nobody knows. */
#include "recognise/lkjip/lkjip_columns.h"

enum { PERIOD_MOST = 12 };

/* Numbers over the columns, from left to right: years, or 1, 2, 3 ("tahun ke-"). */
struct numbers {
    int v[MAX_COLUMNS];
    size_t n;
};

static void years_over(const struct table *t, const struct lkjip_columns *k, struct numbers *out)
{
    out->n = 0;
    for (uint32_t c = 0; c < t->cols; c++) {
        int year = 0;
        for (uint32_t row = 0; row < k->first; row++)
            if (lkjip_year(lkjip_cell(t, row, c))) year = lkjip_year(lkjip_cell(t, row, c));
        if (year) out->v[out->n++] = year;
    }
}

static void ordinals_over(const struct table *t, uint32_t row, struct numbers *out)
{
    out->n = 0;
    for (uint32_t c = 0; c < t->cols; c++) {
        struct str s = lkjip_cell(t, row, c);
        if (s.n == 1 && is_digit(s.p[0])) out->v[out->n++] = s.p[0] - '0';
    }
}

/* The length of each run where the numbers are two or more equal runs that rise by one; 0: they are not. */
static size_t equal_runs(const struct numbers *n)
{
    size_t run = 1;
    while (run < n->n && n->v[run] == n->v[run - 1] + 1) run++;
    if (run < 2 || run == n->n || run > PERIOD_MOST || n->n % run) return 0;
    for (size_t i = run; i < n->n; i++)
        if (n->v[i] != n->v[i % run]) return 0;
    return run;
}

/* Most of what the column holds below the heading are figures. */
static bool figure_column(const struct table *t, const struct lkjip_columns *k, uint32_t col)
{
    size_t filled = 0, figures = 0;
    if (k->role[col] == ROLE_NUMBER) return false;
    for (uint32_t row = k->first; row < t->rows; row++) {
        struct str s = lkjip_cell(t, row, col);
        filled += s.n > 0;
        figures += lkjip_figure(s) || is_filler(s);
    }
    return figures && figures * 2 > filled;
}

/* The last columns of figures, as many as there are numbers over them. */
static bool columns_of(const struct table *t, const struct lkjip_columns *k, size_t n, uint32_t out[MAX_COLUMNS])
{
    size_t left = n;
    for (uint32_t c = t->cols; c-- > 0 && left;)
        if (figure_column(t, k, c)) out[--left] = c;
    return !left && out[n - 1] - out[0] + 1 == n; /* side by side */
}

/* In blocks the plan's targets are those of the years. */
static uint8_t block_role(const struct lkjip_columns *k, const uint32_t *col, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint8_t role = k->role[col[i]] == ROLE_END_TARGET ? ROLE_TARGET : k->role[col[i]];
        if (lkjip_figure_role(role)) return role;
    }
    return ROLE_COUNT;
}

/* "Tahun 2021-2023" of the caption makes years of 1, 2, 3; else they stay numbers of years, below nought. */
static int first_year(const struct lkjip_making *r, size_t run)
{
    struct str s = r->context.caption.text.p ? r->context.caption.text : STR("");
    for (size_t i = 0; i + 4 <= s.n; i++) {
        int from = year_in(str_slice(s, i, i + 4)), to = from ? year_in(str_slice(s, i + 4, i + 16 < s.n ? i + 16 : s.n)) : 0;
        if (from && to - from + 1 == (int)run) return from;
    }
    return 0;
}

void lkjip_find_blocks(const struct lkjip_making *r, const struct table *t, struct lkjip_columns *k)
{
    struct numbers n;
    uint32_t col[MAX_COLUMNS];
    uint8_t role[MAX_COLUMNS];
    size_t run;
    bool years = true, money = false;
    years_over(t, k, &n);
    run = equal_runs(&n);
    for (uint32_t row = k->first; !run && row-- > 0;) {
        years = false;
        ordinals_over(t, row, &n);
        run = equal_runs(&n);
    }
    if (!run || !columns_of(t, k, n.n, col)) return;
    size_t blocks = n.n / run;
    for (size_t b = 0; b < blocks; b++) {
        role[b] = block_role(k, col + b * run, run);
        if (role[b] == ROLE_COUNT) return;
        for (size_t other = 0; other < b; other++)
            if (role[other] == role[b]) return;
        money |= role[b] == ROLE_PAGU;
    }
    int begin = years ? 0 : first_year(r, run);
    for (uint32_t c = 0; c < k->cols; c++) {
        k->year[c] = 0;
        if (lkjip_figure_role(k->role[c])) k->role[c] = ROLE_COUNT;
    }
    for (size_t i = 0; i < n.n; i++) {
        uint32_t c = col[i];
        k->role[c] = role[i / run];
        k->second[c] = ROLE_COUNT;
        k->year[c] = years ? n.v[i] : begin ? begin + n.v[i] - 1 : -n.v[i];
        k->money[c] = money && k->role[c] != ROLE_PAGU;
    }
    k->blocks = true;
}

static bool tick(struct str s)
{
    static const char *const ticks[] = {"V", "v", "X", "x", "\xE2\x88\x9A", "\xE2\x9C\x93", "\xE2\x9C\x94", "\xEF\x83\xBC"};
    for (size_t i = 0; i < COUNT(ticks); i++)
        if (str_eqz(s, ticks[i])) return true;
    return false;
}

void lkjip_find_ticks(const struct table *t, struct lkjip_columns *k)
{
    for (uint32_t c = 0; c < k->cols; c++) {
        size_t ticks = 0, others = 0;
        for (uint32_t row = k->first; row < t->rows; row++) {
            struct str s = lkjip_cell(t, row, c);
            ticks += tick(s);
            others += s.n && !tick(s) && !is_filler(s);
        }
        if (ticks && !others && lkjip_figure_role(k->role[c])) k->role[c] = ROLE_NOTE;
    }
}

void lkjip_find_name(const struct table *t, struct lkjip_columns *k)
{
    bool figures = false;
    for (uint32_t c = 0; c < k->cols; c++) {
        if (k->role[c] == ROLE_INDICATOR || k->role[c] == ROLE_NAME || k->role[c] == ROLE_GOAL) return;
        figures |= lkjip_figure_role(k->role[c]);
    }
    for (uint32_t c = 0; figures && c < k->cols; c++) {
        size_t words = 0, filled = 0;
        if (k->role[c] != ROLE_COUNT) continue;
        for (uint32_t row = k->first; row < t->rows; row++) {
            struct str s = lkjip_cell(t, row, c);
            filled += s.n > 0;
            words += s.n > 2 && lkjip_words_in(s) && !lkjip_figure(s);
        }
        if (!words || words * 2 <= filled) continue;
        k->role[c] = ROLE_NAME;
        for (uint32_t row = k->first; row-- > 0 && str_blank(k->name[c]);) k->name[c] = lkjip_cell(t, row, c);
        return;
    }
}
