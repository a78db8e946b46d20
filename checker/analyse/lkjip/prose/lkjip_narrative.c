/* The running text of a report: causes of missed targets, paragraphs used twice; its sentences are read by lkjip_stated.c. */
#include "base/chars.h"
#include "analyse/analyst.h"
#include "analyse/lkjip/prose/lkjip_claims.h"

const struct narrative_words *narrative_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const struct wordset_member lists[] = {
        {"rise", offsetof(struct narrative_words, rise)}, {"fall", offsetof(struct narrative_words, fall)},
        {"capaian", offsetof(struct narrative_words, capaian)}, {"realisasi", offsetof(struct narrative_words, realisasi)},
        {"target", offsetof(struct narrative_words, target)}, {"cause", offsetof(struct narrative_words, cause)},
        {"partly", offsetof(struct narrative_words, partly)}, {"other-counts", offsetof(struct narrative_words, other_counts)},
        {"report-short", offsetof(struct narrative_words, lkjip_short)}, {"report-long", offsetof(struct narrative_words, lkjip_long)},
        {"unit-generic", offsetof(struct narrative_words, unit_generic)}, {"guests", offsetof(struct narrative_words, guests)},
        {"glue", offsetof(struct narrative_words, glue)}, {"links", offsetof(struct narrative_words, links)},
        {"scope", offsetof(struct narrative_words, scope)}, {"behind", offsetof(struct narrative_words, behind)},
        {"holders", offsetof(struct narrative_words, holders)}, {"against", offsetof(struct narrative_words, against)},
        {"percentages", offsetof(struct narrative_words, percentages)}, {"narrowing", offsetof(struct narrative_words, narrowing)},
        {"plain", offsetof(struct narrative_words, plain)}, {"all", offsetof(struct narrative_words, all)},
        {"exceptions", offsetof(struct narrative_words, exceptions)}, {"reaching", offsetof(struct narrative_words, reaching)},
        {"predicates", offsetof(struct narrative_words, predicates)}, {"ahead", offsetof(struct narrative_words, ahead)},
        {"above", offsetof(struct narrative_words, above)},
        {"joins", offsetof(struct narrative_words, joins)}, {"relative", offsetof(struct narrative_words, relative)},
    };
    struct word_file f = word_file_open(a, b, "vocabulary/narrative.yaml", NULL, faults);
    struct narrative_words *w = arena_alloc(a, sizeof *w);
    word_file_sets(&f, f.root, lists, COUNT(lists), w);
    struct word_file units = word_file_open(a, b, "vocabulary/units.yaml", NULL, faults);
    word_file_add(&units, units.root, "bilangan", 0, &w->numerals);
    word_file_add(&units, units.root, "sepuluh", 0, &w->numerals);
    return w;
}

/* An indicator in the table that measures it. */
struct told {
    struct indicator *row;
    size_t paragraph;         /* the first that names it; NO_INDEX */
    bool explained;
    size_t same;              /* index + 1 of the row before with the same name */
};
struct telling {
    struct arena *a;
    const struct knowledge *k;
    struct lkjip *l;
    struct lexemes words;
    struct mentions names;
    struct { struct told *v; size_t n, cap; } told;
};

/* ---- causes of missed targets --------------------------------------------------------------------------------- */

/* Longest stretch of paragraphs behind the naming of an indicator that is taken as its analysis. */
enum { ANALYSIS_PARAGRAPHS = 30 };

/* Walks the running text once: an indicator is explained by words of cause from where it is named to where others were named. */
static bool explain(struct telling *t)
{
    struct { size_t v[64], n; } open = {.n = 0}; /* named together or one after the other, no cause in between */
    bool any = false;
    size_t last = 0;
    for (size_t p = 0; p < t->l->paragraphs.n; p++) {
        struct str text = t->l->paragraphs.v[p].text;
        bool fresh = false;
        lexemes_split(t->a, &t->words, text);
        for (size_t i = 0; i < t->words.n; i++) {
            struct mention m;
            if (!mentions_at(&t->names, &t->words, i, &m)) continue;
            i = m.end - 1;
            for (size_t k = m.name + 1; k && t->told.v[k - 1].paragraph == NO_INDEX; k = t->told.v[k - 1].same) t->told.v[k - 1].paragraph = p;
            if (!fresh && p > last + ANALYSIS_PARAGRAPHS) open.n = 0;
            fresh = true;
            last = p;
            if (open.n < COUNT(open.v)) open.v[open.n++] = m.name;
        }
        bool analysis = open.n && p <= last + ANALYSIS_PARAGRAPHS;
        if ((any && !analysis) || !wordset_inside(&t->k->narrative->cause, text)) continue;
        any = true;
        if (!analysis) continue;
        for (size_t k = 0; k < open.n; k++)
            for (size_t same = open.v[k] + 1; same && !t->told.v[same - 1].explained; same = t->told.v[same - 1].same) t->told.v[same - 1].explained = true;
    }
    return any;
}

static bool long_text(const struct lkjip *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->paragraphs.n; i++) n += l->paragraphs.v[i].text.n;
    return n > 200;
}

/* A missed target whose indicator no paragraph explains. */
static void causes(struct telling *t)
{
    bool any_text = long_text(t->l), any_cause = explain(t);
    for (size_t k = 0; k < t->told.n; k++) {
        struct indicator *i = t->told.v[k].row;
        int sign = 1;
        if (!number_is_value(i->capaian.number) || !ratio_compare(i->capaian.number->low, RATIO(100), &sign)) {
            fact_unknown(t->a, &i->head, F_target_tercapai, W_reason_number_unread);
            continue;
        }
        fact_bool(t->a, &i->head, F_target_tercapai, sign >= 0);
        if (sign >= 0) continue;
        if (!any_text) fact_unknown(t->a, &i->head, F_sebab_dijelaskan, W_reason_no_text);
        else if (t->told.v[k].explained || !any_cause) fact_bool(t->a, &i->head, F_sebab_dijelaskan, t->told.v[k].explained);
        else if (t->told.v[k].paragraph == NO_INDEX) fact_unknown(t->a, &i->head, F_sebab_dijelaskan, W_reason_no_mention);
        else fact_bool(t->a, &i->head, F_sebab_dijelaskan, false);
    }
}

/* Words, not a table that a converter ran together. */
static bool is_prose(struct str s)
{
    size_t letters = 0, digits = 0;
    for (size_t i = 0; i < s.n; i++) {
        letters += is_alpha(s.p[i]);
        digits += is_digit(s.p[i]);
    }
    return letters > 8 * digits;
}

/* A long paragraph of the analyses that stands twice, word for word. */
static void repeats(struct telling *t)
{
    struct wordmap seen = {0};
    struct span three = lkjip_chapter_span(t->l, 3);
    for (size_t i = 0; i < t->l->paragraphs.n; i++) {
        struct item *p = &t->l->paragraphs.v[i];
        bool outside = p->place.at.set && (!three.set || p->place.at.begin < three.begin || p->place.at.begin >= three.end);
        if (p->text.n < 200 || outside || !is_prose(p->text)) continue;
        uint32_t *times = wordmap_put(t->a, &seen, str_trim(p->text));
        fact_bool(t->a, p, F_berulang, ++*times == 2); /* a third one says no more */
    }
}

void lkjip_narrative(struct arena *a, struct analyst *x, struct document *d)
{
    struct lkjip *l = d->lkjip;
    struct telling t = {.a = a, .k = x->k, .l = l, .names = {.a = a}};
    struct wordmap rows = {0};
    for (size_t m = 0; m < l->measurements.n; m++)
        for (size_t k = 0; k < l->measurements.v[m].rows.n; k++) {
            struct indicator *i = &l->measurements.v[m].rows.v[k];
            mentions_add(&t.names, i->name.text);
            uint32_t *before = wordmap_put(a, &rows, t.names.keys.v[t.names.keys.n - 1]);
            *ARENA_PUSH(a, &t.told) = (struct told){i, NO_INDEX, false, *before};
            *before = (uint32_t)t.told.n;
        }
    lkjip_stated(a, x, d);
    causes(&t);
    repeats(&t);
    lkjip_counts(a, x, l);
    lkjip_wholes(a, x, l);
}
