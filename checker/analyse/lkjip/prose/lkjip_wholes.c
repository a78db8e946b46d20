/* What sentences claim of a table as a whole: that every indicator reached its target, or has a predicate; how many of them
 * did. */
#include <string.h>

#include "base/chars.h"
#include "analyse/lkjip/prose/lkjip_claims.h"

enum { ALL_WORDS = 7, PREDICATE_WORDS = 3 };

/* Rows of a table: of one sasaran, or all (NO_INDEX). */
struct rows_meant {
    const struct indicator_table *table;
    size_t goal;
};

struct wholes {
    struct arena *a;
    const struct knowledge *k;
    struct lkjip *l;
    struct lexemes words;
    struct mentions goals, rows; /* names */
    struct { const struct indicator_table **v; size_t n, cap; } row_of; /* by mention */
    struct { struct rows_meant *v; size_t n, cap; } goal_of, meant; /* by mention; of the sentence at hand */
    int year;
};

static bool in(const struct wordset *w, const struct lexeme *t) { return wordset_has(w, t->low); }

static bool is(const struct lexemes *t, size_t i, const char *word) { return i < t->n && str_eqz(t->v[i].low, word); }

/* A table of performance that a sentence may speak of; one of a part of the year, or whose reading is in doubt, is none. */
static bool useful(const struct wholes *w, const struct indicator_table *t)
{
    return t->rows.n && !t->torn && t->head.doubt == WORD_NONE && (!t->year || !w->year || t->year == w->year) && !wordset_inside(&w->k->lkjip_content->year_parts, t->head.text);
}

/* "3.2" of "Tabel 3.2 Capaian Kinerja"; absent: no number. */
static struct str table_number(struct str s)
{
    size_t at = str_ifind(s, STR("tabel "), 0);
    if (at == SIZE_MAX) return STR_ABSENT;
    size_t begin = at += 6;
    while (at < s.n && (is_digit(s.p[at]) || ((s.p[at] == '.' || s.p[at] == '-') && at + 1 < s.n && is_digit(s.p[at + 1])))) at++;
    return at > begin ? str_slice(s, begin, at) : STR_ABSENT;
}

static void add(struct wholes *w, const struct indicator_table *t, size_t goal) { *ARENA_PUSH(w->a, &w->meant) = (struct rows_meant){t, goal}; }

static bool has_row(const struct wholes *w, const struct indicator_table *t, struct str name)
{
    for (size_t i = 0; i < w->row_of.n; i++)
        if (w->row_of.v[i] == t && str_eq(w->rows.keys.v[i], name)) return true;
    return false;
}

/* "sasaran ini", "sasaran 2", "sasaran meningkatnya …": one of them, which the sentence does not name as a table does. */
static bool some_goal(const struct wholes *w)
{
    const struct lexemes *t = &w->words;
    const struct narrative_words *n = w->k->narrative;
    for (size_t i = 0; i < t->n; i++) {
        if (!is(t, i, "sasaran") && !is(t, i, "tujuan")) continue;
        size_t k = i + 1;
        while (is(t, k, "strategis") || is(t, k, "kinerja") || is(t, k, "utama")) k++;
        bool plain = k >= t->n || t->v[k].before || is(t, k, "dan") || in(&n->reaching, &t->v[k]) || is(t, k, "telah") || is(t, k, "sudah") || is(t, k, "pada") || is(t, k, "tahun");
        if (!plain) return true;
    }
    return false;
}

/* The rows that the sentence speaks of: those of the table whose number it names or that stands above it, of the sasaran that it names, else of
 * any table; of one that has the indicator that it names. None: it cannot be told. */
static void choose(struct wholes *w, const struct statement *s)
{
    struct str number = table_number(s->item.text);
    const struct indicator_table *above = NULL;
    struct str row = STR_ABSENT;
    struct mention m;
    w->meant.n = 0;
    for (size_t i = 0; i < w->words.n; i++) {
        int year = claims_year_alone(&w->words, i, s->item.text) ? claims_year(&w->words.v[i]) : 0;
        if (year && w->year && year != w->year) return;
    }
    if (wordset_inside(&w->k->lkjip_content->year_parts, s->item.text)) return;
    for (size_t i = 0; i < w->words.n; i++) {
        if (mentions_at(&w->rows, &w->words, i, &m)) row = w->rows.keys.v[m.name];
        if (!mentions_at(&w->goals, &w->words, i, &m)) continue;
        for (size_t k = 0; k < w->goal_of.n; k++)
            if (str_eq(w->goals.keys.v[k], w->goals.keys.v[m.name])) add(w, w->goal_of.v[k].table, w->goal_of.v[k].goal);
    }
    if (w->meant.n || (!number.p && some_goal(w))) return;
    for (size_t i = 0; i < w->l->measurements.n; i++) {
        const struct indicator_table *t = &w->l->measurements.v[i];
        bool before = t->head.place.at.set && s->item.place.at.set && t->head.place.at.begin < s->item.place.at.begin;
        if (!useful(w, t) || (row.p && !has_row(w, t, row))) continue;
        if (before) above = t;
        if (!number.p || str_eq(table_number(t->head.text), number)) add(w, t, NO_INDEX);
    }
    if (number.p || !wordset_search(&w->k->narrative->above, s->item.text, NULL).p) return;
    w->meant.n = 0;
    if (above) add(w, above, NO_INDEX);
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

/* How the rows stand to their targets. */
struct tally {
    size_t rows, below, even, above;
    const struct indicator *missed;
    bool unsure;              /* of a row the capaian is not known, or is not the one that its figures give */
};

static struct tally tally(const struct rows_meant *m)
{
    struct tally t = {0};
    for (size_t k = 0; k < m->table->rows.n; k++) {
        const struct indicator *row = &m->table->rows.v[k];
        const struct fact *f = fact_find(&row->head, F_hitungan);
        int sign = 0;
        if (m->goal != NO_INDEX && row->goal != m->goal) continue;
        bool wrong = f && (str_eqz(f->value, "salah") || str_eqz(f->value, "terbalik"));
        t.rows++;
        if (wrong || !number_is_value(row->capaian.number) || !ratio_compare(row->capaian.number->low, RATIO(100), &sign)) {
            t.unsure = true;
            continue;
        }
        t.below += sign < 0;
        t.even += sign == 0;
        t.above += sign > 0;
        if (sign < 0 && !t.missed) t.missed = row;
    }
    return t;
}

/* "semua indikator kinerja telah mencapai target": denied where each of the tables that may be meant denies it. */
static void all_reached(struct wholes *w, struct statement *s, size_t at)
{
    const struct lexemes *t = &w->words;
    const struct indicator *missed = NULL;
    size_t i = at, denied = 0, open = 0;
    while (i < t->n && i < at + ALL_WORDS && !t->v[i].before && !in(&w->k->narrative->reaching, &t->v[i])) i++;
    bool reached = i < t->n && !t->v[i].before && in(&w->k->narrative->reaching, &t->v[i]) && (is(t, i + 1, "target") || is(t, i + 1, "100") || is(t, i, "tercapai"));
    if (!reached || !w->l->measurements.n) return;
    for (size_t k = 0; k < w->meant.n; k++) {
        struct tally rows = tally(&w->meant.v[k]);
        denied += rows.missed != NULL;
        open += !rows.missed && rows.unsure;
        if (!missed) missed = rows.missed;
    }
    struct item *x = claim(w, s, "tercapai");
    if (!w->meant.n || open || (denied && denied < w->meant.n)) fact_unknown(w->a, x, F_cocok, W_reason_rows_meant);
    else fact_bool(w->a, x, F_cocok, !denied);
    if (!missed) return;
    fact_set(w->a, x, F_indikator, missed->name.text);
    fact_set(w->a, x, F_angka_lain, missed->capaian.item.text);
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

/* Behind the words "(tiga)" that repeat a figure. */
static size_t behind_words(const struct lexemes *t, size_t i)
{
    if (i >= t->n || t->v[i].before != '(') return i;
    while (i < t->n && t->v[i].before != ')') i++;
    return i;
}

/* "Dari 4 (empat) indikator kinerja": how many; 0: no such words, or of another table. *from: the word behind them. */
static uint64_t whole_of(const struct wholes *w, size_t *from)
{
    const struct lexemes *t = &w->words;
    uint64_t n;
    for (size_t i = 0; i + 2 < t->n; i++) {
        if (!is(t, i, "dari")) continue;
        size_t k = i + 1;
        while (is(t, k, "total") || is(t, k, "keseluruhan") || is(t, k, "jumlah") || is(t, k, "sejumlah") || is(t, k, "sebanyak") || is(t, k, "ke")) k++;
        if (k >= t->n || !lkjip_numeral(w->k->narrative, t, k, &n) || n < 1 || n >= 1000) continue;
        size_t noun = behind_words(t, k + 1);
        if (!is(t, noun, "indikator")) continue;
        size_t next = noun + 1 + (is(t, noun + 1, "kinerja") ? 1 : 0);
        *from = noun + 1;
        return is(t, next, "program") || is(t, next, "kegiatan") || is(t, next, "sub") || is(t, next, "tujuan") ? 0 : n;
    }
    return 0;
}

static bool counts_at(const struct wholes *w, size_t i, uint64_t *n)
{
    const struct lexemes *t = &w->words;
    bool figure = lkjip_numeral(w->k->narrative, t, i, n) && *n < 1000 && t->v[i].before != '(' && (!t->v[i].before || t->v[i].begin > t->v[i - 1].end + 1); /* no decimals */
    size_t k = behind_words(t, i + 1);
    return figure && k < t->n && (is(t, k, "indikator") || is(t, k, "yang") || is(t, k, "di") || in(&w->k->narrative->partly, &t->v[k]));
}

/* "Dari 3 indikator, 1 melampaui target dan 2 tidak": the parts make up the whole. false: they do not. */
static bool parts(struct wholes *w, struct statement *s, uint64_t whole, size_t from)
{
    uint64_t sum = 0, n;
    size_t count = 0;
    struct buf b = BUF_INIT;
    for (size_t i = from; i + 1 < w->words.n; i++) {
        if (!counts_at(w, i, &n)) continue;
        buf_printf(&b, "%s%llu", count++ ? " + " : "", (unsigned long long)n);
        sum += n;
    }
    if (count > 1) {
        struct item *x = fact_child(w->a, &s->item, F_hitungan, arena_printf(w->a, "%.*s indikator", (int)b.n, b.p), s->item.place);
        fact_int(w->a, x, F_di_tabel, (long long)whole);
        fact_bool(w->a, x, F_bagian, true);
        fact_bool(w->a, x, F_cocok, sum == whole);
    }
    buf_free(&b);
    return count < 2 || sum == whole;
}

/* What is said of a count of indicators: that they reached their targets, went above them, missed them; or something else. */
enum outcome { OUTCOME_NONE, OUTCOME_REACHED, OUTCOME_ABOVE, OUTCOME_MISSED };

static enum outcome said_of(const struct wholes *w, size_t i)
{
    const struct lexemes *t = &w->words;
    bool missed = false;
    i = behind_words(t, i + 1);
    for (size_t steps = 0; i < t->n && steps < ALL_WORDS; i++, steps++) {
        const struct lexeme *k = &t->v[i];
        if (k->before && k->before != '(' && k->before != ')') return OUTCOME_NONE;
        if (is(t, i, "tidak") || is(t, i, "belum") || is(t, i, "gagal")) missed = true;
        else if (in(&w->k->narrative->reaching, k)) {
            if (!is(t, i, "tercapai") && !is(t, i + 1, "target") && !is(t, i + 1, "100")) return OUTCOME_NONE;
            return missed ? OUTCOME_MISSED : is(t, i, "melampaui") || is(t, i, "melebihi") ? OUTCOME_ABOVE : OUTCOME_REACHED;
        } else if (!is(t, i, "indikator") && !is(t, i, "kinerja") && !is(t, i, "yang") && !is(t, i, "telah") && !is(t, i, "sudah") && !is(t, i, "berhasil") && !is(t, i, "dapat") && !is(t, i, "di") &&
                   !is(t, i, "antaranya") && !is(t, i, "diantaranya") && !is(t, i, "utama")) return OUTCOME_NONE;
    }
    return OUTCOME_NONE;
}

/* Whether the rows may be counted so: "mencapai" may take in those above their targets or leave them to another part of the sentence. */
static bool counted_so(const struct tally *t, enum outcome what, uint64_t n)
{
    if (what == OUTCOME_MISSED) return n == t->below;
    return n == t->above + t->even || n == t->above || (what == OUTCOME_REACHED && n == t->even);
}

static size_t rows_of(const struct tally *t, enum outcome what) { return what == OUTCOME_MISSED ? t->below : what == OUTCOME_ABOVE ? t->above : t->above + t->even; }

/* "Dari 4 indikator, 3 mencapai target" against the rows of the tables that may be meant and have as many. */
static void reached(struct wholes *w, struct statement *s, uint64_t whole, size_t from)
{
    for (size_t i = from; i + 1 < w->words.n; i++) {
        uint64_t n;
        enum outcome what = counts_at(w, i, &n) ? said_of(w, i) : OUTCOME_NONE;
        size_t fit = 0, tried = 0, listed = 0, unsure = 0;
        size_t tables = w->meant.n, all = tables && w->meant.v[0].goal == NO_INDEX ? tables + w->goal_of.n : tables; /* of a sasaran, too, where none is named */
        for (size_t k = 0; what && k < all; k++) {
            const struct rows_meant *m = k < tables ? &w->meant.v[k] : &w->goal_of.v[k - tables];
            struct tally t = tally(m);
            if (t.rows != whole || (k >= tables && t.rows == m->table->rows.n)) continue;
            if (!tried++) listed = rows_of(&t, what);
            unsure += t.unsure;
            fit += counted_so(&t, what, n);
        }
        if (!what) continue;
        struct item *x = fact_child(w->a, &s->item, F_hitungan,
                                    arena_printf(w->a, "%llu indikator yang %s target", (unsigned long long)n, what == OUTCOME_MISSED ? "tidak mencapai" : what == OUTCOME_ABOVE ? "melampaui" : "mencapai"), s->item.place);
        if (!tried || unsure || (fit && fit < tried)) fact_unknown(w->a, x, F_cocok, W_reason_rows_meant);
        else fact_bool(w->a, x, F_cocok, fit > 0);
        fact_int(w->a, x, F_di_tabel, (long long)listed);
    }
}

/* The sasaran and indicators of the tables, by their names. */
static void names(struct wholes *w)
{
    for (size_t i = 0; i < w->l->measurements.n; i++) {
        const struct indicator_table *t = &w->l->measurements.v[i];
        if (!useful(w, t)) continue;
        for (size_t k = 0; k < t->rows.n; k++) {
            mentions_add(&w->rows, t->rows.v[k].name.text);
            *ARENA_PUSH(w->a, &w->row_of) = t;
        }
        for (size_t k = 0; k < t->goals.n; k++) {
            if (str_blank(t->goals.v[k].name.text)) continue;
            mentions_add(&w->goals, t->goals.v[k].name.text);
            *ARENA_PUSH(w->a, &w->goal_of) = (struct rows_meant){t, k};
        }
    }
}

void lkjip_wholes(struct arena *a, struct analyst *x, struct lkjip *l)
{
    struct wholes w = {.a = a, .k = x->k, .l = l, .goals = {.a = a}, .rows = {.a = a}, .year = lkjip_year_of(l)};
    names(&w);
    for (size_t i = 0; i < l->statements.n; i++) {
        struct statement *s = &l->statements.v[i];
        if (s->item.text.n > 2000) continue; /* a table that was run together */
        lexemes_split(a, &w.words, s->item.text);
        size_t at = all_indicators(&w), from = 0;
        uint64_t whole = whole_of(&w, &from);
        if (at != NO_INDEX || whole) choose(&w, s);
        if (at != NO_INDEX) all_reached(&w, s, at);
        if (at != NO_INDEX) predicate(&w, s, at);
        if (!whole) continue;
        if (parts(&w, s, whole, from)) reached(&w, s, whole, from);
    }
}
