/* What sentences claim of a table as a whole: that every indicator reached its target, or has a predicate; how many of them did; by how
 * much one figure is above another. */
#include <string.h>

#include "base/chars.h"
#include "analyse/lkjip/lkjip_claims.h"

enum { ALL_WORDS = 7, PREDICATE_WORDS = 3, BACK_MOST = 400 };

struct wholes {
    struct arena *a;
    const struct knowledge *k;
    struct lkjip *l;
    struct lexemes words;
};

static bool in(const struct wordset *w, const struct lexeme *t) { return wordset_has(w, t->low); }

static bool is(const struct lexemes *t, size_t i, const char *word) { return i < t->n && str_eqz(t->v[i].low, word); }

/* The table of performance that stands last before the sentence; one of a part of the year, or whose reading is in doubt, is none. */
static const struct indicator_table *table_before(const struct wholes *w, const struct statement *s)
{
    const struct indicator_table *best = NULL;
    for (size_t i = 0; i < w->l->measurements.n; i++) {
        const struct indicator_table *t = &w->l->measurements.v[i];
        bool before = !t->head.place.at.set || !s->item.place.at.set || t->head.place.at.begin < s->item.place.at.begin;
        bool useful = t->rows.n && !t->torn && t->head.doubt == WORD_NONE && !wordset_inside(&w->k->lkjip_content->year_parts, t->head.text);
        if (before && useful) best = t;
    }
    return best;
}

/* Where "semua indikator" begins, and whether nothing in the sentence takes some of them out; NO_INDEX: it does not speak of all. */
static size_t all_indicators(const struct wholes *w)
{
    const struct lexemes *t = &w->words;
    const struct narrative_words *n = w->k->narrative;
    size_t at = NO_INDEX;
    for (size_t i = 0; i < t->n; i++) {
        if (in(&n->exceptions, &t->v[i])) return NO_INDEX;
        if (at == NO_INDEX && in(&n->all, &t->v[i]) && is(t, i + 1, "indikator")) at = i + 2;
    }
    return at;
}

static struct item *claim(struct wholes *w, struct statement *s, const char *kind)
{
    struct item *x = fact_child(w->a, &s->item, F_klaim, STR_ABSENT, s->item.place);
    fact_set(w->a, x, F_jenis, str_of(kind));
    return x;
}

static bool below_hundred(const struct indicator *i)
{
    int sign = 0;
    return number_is_value(i->capaian.number) && ratio_compare(i->capaian.number->low, RATIO(100), &sign) && sign < 0;
}

/* "semua indikator kinerja telah mencapai target" */
static void all_reached(struct wholes *w, struct statement *s, const struct indicator_table *table, size_t at)
{
    const struct lexemes *t = &w->words;
    size_t i = at;
    while (i < t->n && i < at + ALL_WORDS && !t->v[i].before && !in(&w->k->narrative->reaching, &t->v[i])) i++;
    bool reached = i < t->n && !t->v[i].before && in(&w->k->narrative->reaching, &t->v[i]) && (is(t, i + 1, "target") || is(t, i + 1, "100") || is(t, i, "tercapai"));
    if (!reached) return;
    struct item *x = claim(w, s, "tercapai");
    bool right = true;
    for (size_t k = 0; k < table->rows.n && right; k++) {
        const struct indicator *row = &table->rows.v[k];
        if (!below_hundred(row)) continue;
        right = false;
        fact_set(w->a, x, F_indikator, row->name.text);
        fact_set(w->a, x, F_angka_lain, row->capaian.item.text);
    }
    fact_bool(w->a, x, F_cocok, right);
}

static bool same_words(const struct wholes *w, size_t from, size_t n, struct str name)
{
    struct lexemes own = {0};
    lexemes_split(w->a, &own, name);
    if (own.n != n) return false;
    for (size_t i = 0; i < n; i++)
        if (!str_eq(own.v[i].low, w->words.v[from + i].low)) return false;
    return true;
}

/* "seluruh indikator berpredikat Sangat Baik": no such label in the report's scale. */
static void predicate(struct wholes *w, struct statement *s, size_t at)
{
    const struct lexemes *t = &w->words;
    size_t i = at, n = 0;
    while (i < t->n && i < at + ALL_WORDS && !in(&w->k->narrative->predicates, &t->v[i])) i++;
    if (i >= t->n || i == at + ALL_WORDS || w->l->scale.n < 2) return;
    i++;
    while (i + n < t->n && n <= PREDICATE_WORDS && (!n || !t->v[i + n].before) && lexeme_capital(&t->v[i + n])) n++;
    if (!n || n > PREDICATE_WORDS) return;
    bool known = false;
    for (size_t b = 0; b < w->l->scale.n && !known; b++) known = same_words(w, i, n, w->l->scale.v[b].name.text);
    struct item *x = claim(w, s, "predikat");
    fact_set(w->a, x, F_indikator, arena_str(w->a, str_slice(s->item.text, t->v[i].begin, t->v[i + n - 1].end)));
    fact_bool(w->a, x, F_cocok, known);
}

/* "Dari 3 indikator, 1 melampaui target dan 2 tidak": the parts make up the whole. */
static void parts(struct wholes *w, struct statement *s)
{
    const struct lexemes *t = &w->words;
    uint64_t whole = 0, sum = 0, n;
    size_t count = 0, from = 0;
    struct buf b = BUF_INIT;
    for (; from + 2 < t->n && !whole; from++)
        if (is(t, from, "dari") && is(t, from + 2, "indikator") && str_u64(t->v[from + 1].low, &n) && n < 1000) whole = n;
    for (size_t i = from + 2; whole && i + 1 < t->n; i++) {
        bool figure = str_u64(t->v[i].low, &n) && n < 1000 && t->v[i].before != '(' && (!t->v[i].before || t->v[i].begin > t->v[i - 1].end + 1); /* no decimals */
        bool counts = figure && (is(t, i + 1, "indikator") || in(&w->k->narrative->partly, &t->v[i + 1]));
        if (!counts) continue;
        buf_printf(&b, "%s%llu", count++ ? " + " : "", (unsigned long long)n);
        sum += n;
    }
    if (whole && count > 1) {
        struct item *x = fact_child(w->a, &s->item, F_hitungan, arena_printf(w->a, "%.*s indikator", (int)b.n, b.p), s->item.place);
        fact_int(w->a, x, F_di_tabel, (long long)whole);
        fact_bool(w->a, x, F_bagian, true);
        fact_bool(w->a, x, F_cocok, sum == whole);
    }
    buf_free(&b);
}

/* ---- differences ------------------------------------------------------------------------------------------------ */

/* The decimal figures of a text that are no part of a date or a list; false: more than two. */
static bool two_figures(const struct wholes *w, struct str s, struct number out[2], struct str printed[2], size_t *n)
{
    *n = 0;
    for (size_t i = 0; i < s.n;) {
        size_t end = i;
        while (end < s.n && (is_digit(s.p[end]) || ((s.p[end] == ',' || s.p[end] == '.') && end > i && end + 1 < s.n && is_digit(s.p[end + 1])))) end++;
        if (end == i) {
            i++;
            continue;
        }
        struct str figure = str_slice(s, i, end);
        i = end;
        if (str_find(figure, STR(","), 0) == SIZE_MAX) continue;
        if (*n == 2) return false;
        out[*n] = number_parse(w->k->figures, figure, MARKS_COMMA);
        printed[*n] = figure;
        if (out[*n].form != NUMBER_VALUE) return false;
        ++*n;
    }
    return true;
}

/* "81,48, sedangkan … 72,14. … lebih unggul 9,34 poin": the figure before "poin" against the two before it, in this sentence or the one
 * before. */
static void difference(struct wholes *w, struct statement *s, const struct statement *before)
{
    struct str text = s->item.text, printed[2], stated;
    size_t at = str_ifind(text, STR(" poin"), 0), n = 0, from;
    struct number two[2], points;
    struct interval a, b, apart;
    if (at == SIZE_MAX || !at || !wordset_search(&w->k->narrative->ahead, str_slice(text, 0, at), NULL).p) return;
    for (from = at; from && (is_digit(text.p[from - 1]) || text.p[from - 1] == ',');) from--;
    stated = str_slice(text, from, at);
    points = number_parse(w->k->figures, stated, MARKS_COMMA);
    if (points.form != NUMBER_VALUE || !points.decimals || !two_figures(w, str_slice(text, 0, from), two, printed, &n)) return;
    if (!n && before && before->item.place.at.end + BACK_MOST > s->item.place.at.begin && !two_figures(w, before->item.text, two, printed, &n)) return;
    if (n != 2 || two[0].decimals != two[1].decimals || !interval_of(&two[0], false, &a) || !interval_of(&two[1], false, &b)) return;
    int sign = 0;
    if (!ratio_compare(a.low, b.low, &sign)) return;
    const struct interval *more = sign >= 0 ? &a : &b, *less = sign >= 0 ? &b : &a;
    struct ratio exact;
    if (!ratio_sub(more->low, less->high, &apart.low) || !ratio_sub(more->high, less->low, &apart.high)) return;
    if (!ratio_sub(sign >= 0 ? two[0].low : two[1].low, sign >= 0 ? two[1].low : two[0].low, &exact)) return;
    struct item *x = fact_child(w->a, &s->item, F_selisih_disebut, arena_str(w->a, stated), s->item.place);
    fact_bool(w->a, x, F_cocok, interval_meets(apart, &points));
    fact_set(w->a, x, F_seharusnya, number_format(w->a, exact, points.decimals));
    fact_setf(w->a, x, F_dari_ke, "%.*s dan %.*s", (int)printed[0].n, printed[0].p, (int)printed[1].n, printed[1].p);
}

void lkjip_wholes(struct arena *a, struct analyst *x, struct lkjip *l)
{
    struct wholes w = {.a = a, .k = x->k, .l = l};
    for (size_t i = 0; i < l->statements.n; i++) {
        struct statement *s = &l->statements.v[i];
        if (s->item.text.n > 2000) continue; /* a table that was run together */
        lexemes_split(a, &w.words, s->item.text);
        const struct indicator_table *t = table_before(&w, s);
        size_t at = all_indicators(&w);
        if (at != NO_INDEX && t) all_reached(&w, s, t, at);
        if (at != NO_INDEX) predicate(&w, s, at);
        parts(&w, s);
        difference(&w, s, i ? &l->statements.v[i - 1] : NULL);
    }
}
