/* What the text counts, beside what the tables list. */
#include <string.h>

#include "analyse/analyst.h"
#include "analyse/lkjip/prose/lkjip_claims.h"

enum level { NOTHING, PROGRAM, KEGIATAN, SUB_KEGIATAN, SASARAN, INDIKATOR, LEVELS };
static const char *const names[LEVELS] = {"", "program", "kegiatan", "sub kegiatan", "sasaran", "indikator"};

static bool is(const struct lexemes *t, size_t i, const char *word) { return i < t->n && str_eqz(t->v[i].low, word); }

/* "indikator program", "sasaran kegiatan", "indikator kinerja utama" are counted in other tables. */
static enum level of_the_agreement(const struct lexemes *t, size_t i, const struct wordset *other, enum level level)
{
    if (is(t, i, "kinerja") || is(t, i, "strategis")) i++;
    return i < t->n && !t->v[i].before && wordset_has(other, t->v[i].low) ? NOTHING : level;
}

bool lkjip_numeral(const struct narrative_words *w, const struct lexemes *t, size_t k, uint64_t *n)
{
    bool end = t->v[k].before == '(' || (k && (is(t, k - 1, "puluh") || is(t, k - 1, "ratus")));
    const struct listed *word = end ? NULL : wordset_find(&w->numerals, t->v[k].low);
    if (word) return *n = (uint64_t)(word - w->numerals.v) + 1, true;
    return str_u64(t->v[k].low, n);
}

/* What is counted at word k as "40 (empat puluh) sub kegiatan". */
static enum level counted_at(const struct lexemes *t, size_t k, const struct narrative_words *w, uint64_t *n)
{
    if (!lkjip_numeral(w, t, k, n) || *n < 1 || *n > 1000 || (k && (t->v[k].before == '.' || t->v[k].before == '/' || t->v[k].before == ','))) return NOTHING;
    size_t i = k + 1;
    if (i < t->n && t->v[i].before == '(') /* the same in words */
        for (i++; i < t->n && t->v[i].before != ')';) i++;
    if (is(t, i, "program")) return PROGRAM;
    if (is(t, i, "kegiatan")) return KEGIATAN;
    if (is(t, i, "subkegiatan") || (is(t, i, "sub") && is(t, i + 1, "kegiatan"))) return SUB_KEGIATAN;
    if (is(t, i, "sasaran")) return of_the_agreement(t, i + 1, &w->other_counts, SASARAN);
    return is(t, i, "indikator") ? of_the_agreement(t, i + 1, &w->other_counts, INDIKATOR) : NOTHING;
}

/* A sentence that counts one level alone may speak of a part of the table; one whose other count is right, or that counts both of "the table
 * above", speaks of the whole. */
static void compare(struct arena *a, struct statement *s, const uint64_t counted[LEVELS], const size_t listed[LEVELS], enum level first, enum level last, bool of_table)
{
    bool right = false;
    for (enum level i = first; i <= last; i++) right |= counted[i] && counted[i] == listed[i];
    right |= of_table && counted[first] && counted[last];
    for (enum level i = first; right && i <= last; i++) {
        if (!counted[i] || !listed[i]) continue;
        struct item *c = fact_child(a, &s->item, F_hitungan, arena_printf(a, "%llu %s", (unsigned long long)counted[i], names[i]), s->item.place);
        fact_int(a, c, F_di_tabel, (long long)listed[i]);
        fact_bool(a, c, F_cocok, counted[i] == listed[i]);
    }
}

/* "15 indikator mencapai target" counts a part of them. */
static bool counts_a_part(const struct lexemes *t, const struct wordset *partly)
{
    for (size_t k = 0; k < t->n; k++)
        if (wordset_has(partly, t->v[k].low)) return true;
    return false;
}

static void count(struct arena *a, struct lexemes *t, const struct narrative_words *w, struct statement *s, const size_t listed[LEVELS])
{
    uint64_t counted[LEVELS] = {0};
    lexemes_split(a, t, s->item.text);
    for (size_t k = 0; k + 1 < t->n; k++) {
        uint64_t n;
        enum level level = counted_at(t, k, w, &n);
        if (!level) continue;
        if (counted[level]) return; /* several sets */
        counted[level] = n;
    }
    if (counts_a_part(t, &w->partly)) return;
    compare(a, s, counted, listed, PROGRAM, SUB_KEGIATAN, false);
    compare(a, s, counted, listed, SASARAN, INDIKATOR, wordset_search(&w->above, s->item.text, NULL).p != NULL);
}

/* The longest budget table. */
static void budgets(const struct lkjip *l, size_t listed[LEVELS])
{
    for (size_t i = 0; i < l->budgets.n; i++) {
        size_t here[LEVELS] = {0};
        for (size_t k = 0; k < l->budgets.v[i].rows.n; k++) {
            const struct budget_row *r = &l->budgets.v[i].rows.v[k];
            if (!r->total && r->level >= PROGRAM && r->level <= SUB_KEGIATAN) here[r->level]++;
        }
        if (here[3] > listed[3] || (here[3] == listed[3] && here[2] > listed[2])) memcpy(listed, here, sizeof here);
    }
}

/* The Perjanjian Kinerja, if its measurement lists as much: else one of the two is not the whole, or was not read whole. */
static void agreements(const struct lkjip *l, size_t listed[LEVELS])
{
    size_t goals = 0, rows = 0;
    for (size_t i = 0; i < l->agreements.n; i++) {
        const struct indicator_table *t = &l->agreements.v[i];
        if (i && (t->goals.n != goals || t->rows.n != rows)) return;
        goals = t->goals.n;
        rows = t->rows.n;
    }
    for (size_t i = 0; i < l->measurements.n; i++) {
        if (l->measurements.v[i].goals.n != goals || l->measurements.v[i].rows.n != rows) continue;
        listed[SASARAN] = goals;
        listed[INDIKATOR] = rows;
    }
}

void lkjip_counts(struct arena *a, struct analyst *x, struct lkjip *l)
{
    size_t listed[LEVELS] = {0}, any = 0;
    struct lexemes words = {0};
    budgets(l, listed);
    agreements(l, listed);
    for (size_t i = 0; i < LEVELS; i++) any += listed[i];
    for (size_t i = 0; any && i < l->statements.n; i++) count(a, &words, x->k->narrative, &l->statements.v[i], listed);
}
