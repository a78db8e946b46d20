/* Sentences that state a figure, tied to the indicator they name; trends that contradict their figures; causes of missed targets;
 * paragraphs used twice; what the text counts. */
#include <string.h>

#include "report_facts.h"
#include "report_match.h"
#include "vocabulary.h"

struct narrative_words {
    struct wordlist rise, fall, capaian, realisasi, target, cause;
};

const struct narrative_words *narrative_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const char file[] = "vocabulary/narrative.yaml";
    const struct yaml_node *root = bundle_find(b, file);
    struct narrative_words *w = arena_alloc(a, sizeof *w);
    w->rise = wordlist_load(a, root, file, "rise", faults);
    w->fall = wordlist_load(a, root, file, "fall", faults);
    w->capaian = wordlist_load(a, root, file, "capaian", faults);
    w->realisasi = wordlist_load(a, root, file, "realisasi", faults);
    w->target = wordlist_load(a, root, file, "target", faults);
    w->cause = wordlist_load(a, root, file, "cause", faults);
    return w;
}

struct telling {
    struct arena *a;
    const struct knowledge *k;
    struct lkjip *l;
    struct lexemes words;
};

/* Every word of the indicator's name stands in the sentence, in a row or nearly so. */
static bool names(struct telling *t, struct str sentence, struct str name)
{
    return name.n > 8 && str_ifind(sentence, name, 0) != SIZE_MAX && t->l;
}

/* The figure that follows a word such as "capaian": "sebesar 98,90 %". absent: none within reach. */
static bool figure_after(struct telling *t, struct str s, size_t from, struct number *out, struct str *printed)
{
    size_t end = from + 60 < s.n ? from + 60 : s.n;
    for (size_t i = from; i < end; i++) {
        if (s.p[i] < '0' || s.p[i] > '9') continue;
        size_t j = i;
        while (j < s.n && ((s.p[j] >= '0' && s.p[j] <= '9') || ((s.p[j] == '.' || s.p[j] == ',') && j + 1 < s.n && s.p[j + 1] >= '0' && s.p[j + 1] <= '9'))) j++;
        if (i && (s.p[i - 1] == '/' || s.p[i - 1] == '-')) return false;
        struct str text = str_slice(s, i, j);
        *out = number_parse(t->k->figures, text, MARKS_COMMA);
        *printed = text;
        uint64_t year;
        bool is_year = str_u64(text, &year) && year >= 1990 && year <= 2099;
        if (is_year) { /* "tahun 2024 sebesar …": go on behind it */
            i = j;
            continue;
        }
        return out->form == NUMBER_VALUE;
    }
    return false;
}

/* A printed figure and a stated one: the same up to the digits of the one with fewer decimals. */
static bool agree(const struct number *table, const struct number *told)
{
    const struct number *coarse = table->decimals < told->decimals ? table : told, *fine = coarse == table ? told : table;
    struct interval i = {fine->low, fine->low};
    return interval_meets(i, coarse);
}

static void statement(struct telling *t, struct statement *s)
{
    struct str text = s->item.text;
    const struct narrative_words *w = t->k->narrative;
    const struct indicator *found = NULL;
    for (size_t m = 0; m < t->l->measurements.n; m++)
        for (size_t k = 0; k < t->l->measurements.v[m].rows.n; k++) {
            const struct indicator *i = &t->l->measurements.v[m].rows.v[k];
            if (names(t, text, str_trim(i->name.text)) && (!found || i->name.text.n > found->name.text.n)) found = i;
        }
    if (!found) return;
    fact_set(t->a, &s->item, "indikator", found->name.text);
    size_t at;
    struct number told;
    struct str printed;
    /* only a sentence that speaks of the capaian and of nothing else is held against the table */
    if (!wordlist_find(&w->capaian, text, &at).p || !number_is_value(found->capaian.number)) return;
    size_t behind = str_ifind(text, str_trim(found->name.text), 0) + str_trim(found->name.text).n;
    if (behind < at) behind = at;
    if (!figure_after(t, text, behind, &told, &printed)) return;
    bool target_or_result = false;
    const struct number *others[] = {found->target.number, found->realisasi.number};
    for (size_t k = 0; k < COUNT(others); k++) target_or_result |= number_is_value(others[k]) && agree(others[k], &told);
    if (target_or_result) return;
    fact_set(t->a, &s->item, "angka", printed);
    fact_set(t->a, &s->item, "angka-tabel", found->capaian.item.text);
    fact_bool(t->a, &s->item, "sesuai-tabel", agree(found->capaian.number, &told));
}

/* "dari 68,10 menjadi 62,65" with naik or turun before it. */
static void trend(struct telling *t, struct statement *s)
{
    struct str text = s->item.text, p1, p2;
    struct number from, to;
    size_t dari = str_ifind(text, STR(" dari "), 0), menjadi;
    if (dari == SIZE_MAX || (menjadi = str_ifind(text, STR("menjadi "), dari)) == SIZE_MAX || menjadi - dari > 60) return;
    if (!figure_after(t, text, dari + 6, &from, &p1) || p1.p > text.p + menjadi || !figure_after(t, text, menjadi + 8, &to, &p2)) return;
    bool rise = wordlist_find(&t->k->narrative->rise, str_slice(text, 0, dari + 1), NULL).p != NULL;
    bool fall = wordlist_find(&t->k->narrative->fall, str_slice(text, 0, dari + 1), NULL).p != NULL;
    int sign = 0;
    if (rise == fall || !ratio_compare(to.low, from.low, &sign)) return;
    fact_bool(t->a, &s->item, "arah-sesuai", rise ? sign > 0 : sign < 0);
    fact_setf(t->a, &s->item, "perubahan", "%.*s menjadi %.*s", (int)p1.n, p1.p, (int)p2.n, p2.p);
}

/* A missed target whose indicator no paragraph explains. */
static void causes(struct telling *t)
{
    bool any_text = false;
    for (size_t i = 0; i < t->l->paragraphs.n && !any_text; i++) any_text = t->l->paragraphs.v[i].text.n > 80;
    for (size_t m = 0; m < t->l->measurements.n; m++)
        for (size_t k = 0; k < t->l->measurements.v[m].rows.n; k++) {
            struct indicator *i = &t->l->measurements.v[m].rows.v[k];
            int sign = 1;
            if (!number_is_value(i->capaian.number) || !ratio_compare(i->capaian.number->low, RATIO(100), &sign)) continue;
            fact_bool(t->a, &i->head, "target-tercapai", sign >= 0);
        }
    bool told = false;
    for (size_t i = 0; i < t->l->paragraphs.n && !told; i++) told = wordlist_find(&t->k->narrative->cause, t->l->paragraphs.v[i].text, NULL).p != NULL;
    for (size_t c = 0; c < t->l->chapters.n && !told; c++)
        for (size_t i = 0; i < t->l->chapters.v[c].parts.n && !told; i++) {
            told = wordlist_find(&t->k->narrative->cause, t->l->chapters.v[c].parts.v[i].text.text, NULL).p != NULL ||
                   wordlist_find(&t->k->narrative->cause, t->l->chapters.v[c].parts.v[i].title.text, NULL).p != NULL;
            any_text |= t->l->chapters.v[c].parts.v[i].text.text.n > 80;
        }
    if (any_text) fact_bool(t->a, &t->l->head, "sebab-dijelaskan", told);
    else fact_unknown(t->a, &t->l->head, "sebab-dijelaskan", W_reason_no_text);
}

/* A long paragraph that stands twice, word for word. */
static void repeats(struct telling *t)
{
    struct wordmap seen = {0};
    for (size_t i = 0; i < t->l->paragraphs.n; i++) {
        struct item *p = &t->l->paragraphs.v[i];
        if (p->text.n < 200) continue;
        uint32_t *times = wordmap_put(t->a, &seen, p->text);
        if (++*times == 2) fact_bool(t->a, p, "berulang", true);
    }
}

/* "12 kegiatan dan 40 sub kegiatan" beside what the longest budget table lists. */
static void counts(struct telling *t)
{
    size_t listed[4] = {0};
    for (size_t i = 0; i < t->l->budgets.n; i++) {
        size_t here[4] = {0};
        for (size_t k = 0; k < t->l->budgets.v[i].rows.n; k++) {
            const struct budget_row *r = &t->l->budgets.v[i].rows.v[k];
            if (!r->total && r->level >= 1 && r->level <= 3) here[r->level]++;
        }
        for (int level = 1; level <= 3; level++)
            if (here[3] > listed[3] || (here[3] == listed[3] && here[level] > listed[level])) memcpy(listed, here, sizeof listed);
    }
    static const char *const names[] = {"", "program", "kegiatan", "sub kegiatan"};
    for (size_t i = 0; i < t->l->statements.n; i++) {
        struct statement *s = &t->l->statements.v[i];
        lexemes_split(t->a, &t->words, s->item.text);
        for (size_t k = 0; k + 1 < t->words.n; k++) {
            uint64_t n;
            int level = 0;
            if (!str_u64(t->words.v[k].low, &n) || n < 2 || n > 500) continue;
            size_t next = k + 1;
            while (next < t->words.n && next < k + 3 && t->words.v[next].before == '(') next++; /* 40 (empat puluh) sub kegiatan */
            while (next < t->words.n && next < k + 4 && !str_eqz(t->words.v[next].low, "sub") && !str_eqz(t->words.v[next].low, "kegiatan") && !str_eqz(t->words.v[next].low, "program")) next++;
            if (next >= t->words.n) continue;
            struct str w = t->words.v[next].low;
            if (str_eqz(w, "program")) level = 1;
            else if (str_eqz(w, "kegiatan")) level = 2;
            else if (str_eqz(w, "sub") && next + 1 < t->words.n && str_eqz(t->words.v[next + 1].low, "kegiatan")) level = 3;
            if (!level || !listed[level] || n == listed[level]) continue;
            struct item *c = fact_child(t->a, &s->item, "hitungan-berbeda", arena_printf(t->a, "%llu %s", (unsigned long long)n, names[level]), s->item.place);
            fact_int(t->a, c, "di-tabel", (long long)listed[level]);
            break;
        }
    }
}

void report_narrative(struct arena *a, struct analyst *x, struct lkjip *l)
{
    struct telling t = {.a = a, .k = x->k, .l = l};
    for (size_t i = 0; i < l->statements.n; i++) statement(&t, &l->statements.v[i]), trend(&t, &l->statements.v[i]);
    causes(&t);
    repeats(&t);
    counts(&t);
}
