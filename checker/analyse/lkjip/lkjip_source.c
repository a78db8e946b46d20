/* What a report names as the source of its scale and its formula. */
#include "analyse/analyst.h"
#include "analyse/lkjip/lkjip_facts.h"
#include "language/token.h"

enum { SENTENCE_MOST = 600, BELOW_SCALE = 160 }; /* bytes; of what stands between the scale and a line below it */

static bool is(const struct lexemes *t, size_t i, const char *word) { return i < t->n && str_eqz(t->v[i].low, word); }

/* "Permenpan-RB 53/2014", "Peraturan Menteri PAN dan RB Nomor 53 Tahun 2014" */
static bool names_53(const struct lkjip_content *k, const struct lexemes *t)
{
    bool ministry = false;
    for (size_t i = 0; i < t->n; i++) {
        ministry |= wordset_has(&k->ministry, t->v[i].low);
        if (ministry && is(t, i, "53") && (is(t, i + 1, "2014") || is(t, i + 2, "2014"))) return true;
    }
    return false;
}

static bool below_scale(const struct lkjip *l, const struct item *sentence)
{
    const struct band *last = l->scale.n ? &l->scale.v[l->scale.n - 1] : NULL;
    struct span name = last ? last->name.place.at : SPAN_NONE, here = sentence->place.at;
    return name.set && here.set && here.begin >= name.end && here.begin - name.end <= BELOW_SCALE;
}

void lkjip_source(struct arena *a, struct analyst *x, struct lkjip *l)
{
    const struct lkjip_content *k = x->k->lkjip_content;
    struct lexemes t = {0};
    for (size_t i = 0; i < l->statements.n; i++) {
        struct item *s = &l->statements.v[i].item;
        if (s->text.n > SENTENCE_MOST || str_find(s->text, STR("2014"), 0) == SIZE_MAX) continue;
        lexemes_split(a, &t, s->text);
        if (!names_53(k, &t) || wordset_inside(&k->no_source, s->text)) continue;
        bool formula = false, scale = wordset_inside(&k->scale_words, s->text) || (is(&t, 0, "sumber") && below_scale(l, s));
        for (size_t w = 0; w < t.n; w++) formula |= wordset_has(&k->formula_words, t.v[w].low);
        if (formula || scale) fact_set(a, s, F_sumber_ukuran, formula ? STR("rumus") : STR("skala"));
    }
}
