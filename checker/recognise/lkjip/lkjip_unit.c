/* What one printed unit of a table of money stands for: "(dalam ribuan rupiah)", "Pagu (Rp juta)", "(Rp 000)", "(x Rp1.000)". */
#include "recognise/lkjip/lkjip_columns.h"

static bool is_word(const struct wordset *f, struct str s) { return s.n && wordset_find(f, s) != NULL; }

/* "ribuan", "juta" beside a word of money or in a bracket of their own; never behind a figure: "di atas 200 juta". */
static int64_t unit_in_words(const struct lkjip_making *r, struct str s)
{
    static const int64_t units[] = {1, 1000, 1000000, 1000000000};
    struct str before = STR("");
    size_t at = 0, begin;
    while (next_word(s, &at, &begin)) {
        struct str w = str_slice(s, begin, at), behind = STR("");
        const struct listed *f = wordset_find(&r->w->units, w);
        size_t end = at, from = 0;
        if (f && f->use < COUNT(units) && !lkjip_figure(before)) {
            if (next_word(s, &end, &from)) behind = str_slice(s, from, end);
            if (w.p[0] == '(' || is_word(&r->w->money, before) || is_word(&r->w->unit_marks, before) || is_word(&r->w->money, behind)) return units[f->use];
        }
        before = w;
    }
    return 0;
}

/* "000", "000.000", "1.000" in a bracket, behind Rp or x if anything. */
static int64_t unit_in_figures(const struct lkjip_making *r, struct str s)
{
    size_t open = str_find(s, STR("("), 0), zeros = 0, at = 0, begin, i = 0;
    if (open == SIZE_MAX) return 0;
    s = str_slice(s, open + 1, s.n);
    s = str_trim(str_slice(s, 0, str_find(s, STR(")"), 0)));
    while (i < s.n && !is_digit(s.p[i])) i++;
    struct str before = str_slice(s, 0, i);
    while (next_word(before, &at, &begin))
        if (!is_word(&r->w->unit_marks, str_slice(before, begin, at)) && lkjip_words_in(str_slice(before, begin, at))) return 0;
    if (i < s.n && s.p[i] == '1') i++;
    for (; i < s.n && (s.p[i] == '0' || s.p[i] == '.'); i++) zeros += s.p[i] == '0';
    if (i < s.n && !str_eqz(str_slice(s, i, s.n), ",-")) return 0;
    return zeros == 3 ? 1000 : zeros == 6 ? 1000000 : zeros == 9 ? 1000000000 : 0;
}

static int64_t unit_in(const struct lkjip_making *r, struct str s)
{
    int64_t unit = unit_in_words(r, s);
    return unit ? unit : unit_in_figures(r, s);
}

int64_t lkjip_money_unit(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k)
{
    int64_t unit = 0;
    for (uint32_t row = 0; row < k->first && !unit; row++)
        for (uint32_t c = 0; c < t->cols && !unit; c++)
            if (k->role[c] == ROLE_PAGU || k->money[c]) unit = unit_in(r, lkjip_cell(t, row, c));
    if (!unit && r->context.caption.text.p) unit = unit_in(r, r->context.caption.text);
    for (size_t i = 0; i < r->loose.n && !unit && r->context.caption.text.p; i++) unit = unit_in(r, r->loose.v[i].text.text);
    return unit;
}
