/* Tables whose heading lies apart above them, in short lines: the same figures for each of some years. */
#include "recognise/lkjip/lkjip_columns.h"

bool lkjip_groups_read(const struct lkjip_making *r, const struct table *t, struct lkjip_groups *g, struct lkjip_columns *k)
{
    size_t count[ROLE_COUNT] = {0};
    *g = (struct lkjip_groups){.years = 0};
    for (size_t i = 0; i < r->loose.n; i++) {
        struct key key = key_of(r->loose.v[i].text.text);
        struct str s = {key.text, key.n};
        size_t at = 0, begin, skip = 0;
        while (next_word(s, &at, &begin)) {
            int year = year_in(str_slice(s, begin, at));
            size_t end = 0;
            if (begin < skip) continue;
            const struct listed *f = wordset_prefix(&r->w->columns, str_slice(s, begin, s.n), &end);
            if (f) count[f->use]++, skip = begin + end;
            if (year && str_ieq(str_trim(str_slice(s, begin >= 6 ? begin - 6 : 0, begin)), STR("tahun")) && g->years < MAX_GROUPS) g->year[g->years++] = year;
        }
    }
    static const uint8_t figures[] = {ROLE_TARGET, ROLE_REALISASI, ROLE_CAPAIAN};
    for (size_t i = 0; i < COUNT(figures); i++)
        if (count[figures[i]] == g->years) g->role[g->roles++] = figures[i];
        else if (count[figures[i]]) return false;
    if (g->years < 2 || g->roles != COUNT(figures) || t->cols > MAX_COLUMNS || t->cols < 2 + g->roles) return false;
    *k = (struct lkjip_columns){.cols = t->cols, .kind = LKJIP_MEASUREMENT};
    for (uint32_t c = 0; c < t->cols; c++) k->role[c] = k->second[c] = ROLE_COUNT;
    uint32_t words = 0;
    if (count[ROLE_NUMBER] && !lkjip_words_in(lkjip_cell(t, 0, 0))) words++;
    if (count[ROLE_GOAL]) k->role[words++] = ROLE_GOAL;
    if (!count[ROLE_INDICATOR]) return false;
    k->role[words++] = ROLE_INDICATOR;
    return true;
}

/* A row of a table whose heading lay apart: which year its figures are of is told by where they stand. SIZE_MAX: not told. */
static size_t group_of_row(const struct lkjip_groups *g, const struct table *t, uint32_t row, uint32_t first, uint32_t col[3], size_t *n)
{
    size_t sum = 0;
    *n = 0;
    for (uint32_t c = first; c < t->cols; c++) {
        if (str_blank(lkjip_cell(t, row, c))) continue;
        if (*n < 3) col[*n] = c;
        sum += c;
        ++*n;
    }
    if (*n != g->roles || t->cols < first + g->years * g->roles) return SIZE_MAX;
    size_t width = t->cols - first, middle = (sum * 2 + *n) / 2 - *n * first; /* n times the distance of their middle from the left */
    return middle * g->years / (width * *n);
}

void lkjip_grouped_rows(struct lkjip_making *r, const struct table *t, const struct lkjip_groups *g, const struct lkjip_columns *k)
{
    uint32_t first = 0;
    struct indicator_table *of[MAX_GROUPS] = {NULL};
    while (first < k->cols && (k->role[first] != ROLE_INDICATOR)) first++;
    first++;
    for (size_t y = 0; y < g->years; y++) { /* one after the other: a push moves the tables */
        for (uint32_t row = 0; row < t->rows; row++) {
            uint32_t col[3];
            size_t n;
            if (group_of_row(g, t, row, first, col, &n) != y) continue;
            struct lkjip_columns one = *k;
            for (size_t i = 0; i < n; i++) one.role[col[i]] = g->role[i];
            if (!of[y]) of[y] = lkjip_new_indicators(r, t, k, LKJIP_MEASUREMENT, g->year[y]);
            lkjip_indicator_row(r, t, &one, row, of[y]);
        }
    }
}
