/* Sentences that state a figure, tied to the indicator they name; trends that contradict their figures; causes of missed targets;
 * paragraphs used twice; what the text counts. */
#include <string.h>

#include "report_facts.h"
#include "report_match.h"
#include "vocabulary.h"

struct narrative_words {
    struct wordlist rise, fall, capaian, realisasi, target, cause, between;
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
    w->between = wordlist_load(a, root, file, "between", faults);
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
    int year;
    struct lexemes words;
    struct mentions names;
    struct { struct told *v; size_t n, cap; } told;
};

/* The longest name of an indicator in the split text. */
static bool find_name(struct telling *t, struct mention *out)
{
    struct mention m;
    size_t most = 0;
    for (size_t i = 0; i < t->words.n; i++) {
        if (!mentions_at(&t->names, &t->words, i, &m)) continue;
        if (m.end - m.begin > most) most = m.end - m.begin, *out = m;
        i = m.end - 1;
    }
    return most > 0;
}

/* The figure that stands within reach of `from`: "sebesar 98,90 %". *at gets its offset. false: none. */
static bool figure_after(struct telling *t, struct str s, size_t from, struct number *out, struct str *printed, size_t *at)
{
    size_t end = from + 60 < s.n ? from + 60 : s.n;
    for (size_t i = from; i < end; i++) {
        if (s.p[i] < '0' || s.p[i] > '9') continue;
        size_t j = i;
        while (j < s.n && ((s.p[j] >= '0' && s.p[j] <= '9') || ((s.p[j] == '.' || s.p[j] == ',') && j + 1 < s.n && s.p[j + 1] >= '0' && s.p[j + 1] <= '9'))) j++;
        if (i && (s.p[i - 1] == '/' || s.p[i - 1] == '-')) return false;
        struct str text = str_slice(s, i, j);
        uint64_t year;
        if (str_u64(text, &year) && year >= 1990 && year <= 2099) { /* "tahun 2024 sebesar …": go on behind it */
            i = j;
            continue;
        }
        *out = number_parse(t->k->figures, text, MARKS_COMMA);
        *printed = text;
        *at = i;
        return out->form == NUMBER_VALUE;
    }
    return false;
}

static bool percent_behind(struct str s, struct str printed)
{
    struct str rest = str_trim(str_slice(s, (size_t)(printed.p + printed.n - s.p), s.n));
    return str_starts(rest, STR("%")) || str_istarts(rest, STR("persen"));
}

/* A printed figure and a stated one: the same up to the digits of the one with fewer decimals. */
static bool agree(const struct number *table, const struct number *told)
{
    const struct number *coarse = table->decimals < told->decimals ? table : told, *fine = coarse == table ? told : table;
    struct interval i = {fine->low, fine->low};
    return interval_meets(i, coarse);
}

/* The sentence speaks of another year than the report's, or of several. */
static bool other_year(const struct telling *t, struct str s)
{
    for (size_t i = 0; i + 4 <= s.n; i++) {
        uint64_t y;
        bool alone = (!i || s.p[i - 1] < '0' || s.p[i - 1] > '9') && (i + 4 == s.n || s.p[i + 4] < '0' || s.p[i + 4] > '9');
        if (alone && str_u64(str_slice(s, i, i + 4), &y) && y >= 1990 && y <= 2099 && (int)y != t->year) return true;
    }
    return str_ifind(s, STR("tahun lalu"), 0) != SIZE_MAX || str_ifind(s, STR("sebelumnya"), 0) != SIZE_MAX;
}

static void verdict(struct telling *t, struct statement *s, const struct figure *table, const struct number *told, struct str printed, const char *what)
{
    fact_set(t->a, &s->item, "angka", printed);
    fact_set(t->a, &s->item, "angka-tabel", table->item.text);
    fact_set(t->a, &s->item, "tentang", str_of(what));
    fact_bool(t->a, &s->item, "sesuai-tabel", agree(table->number, told));
}

/* "dari 68,10 menjadi 62,65", figures and words. */
struct change {
    struct number from, to;
    struct str from_text, to_text;
    size_t dari;
};

static bool change_in(struct telling *t, struct str text, struct change *c)
{
    size_t menjadi, at;
    c->dari = str_ifind(text, STR(" dari "), 0);
    if (c->dari == SIZE_MAX || (menjadi = str_ifind(text, STR("menjadi "), c->dari)) == SIZE_MAX || menjadi - c->dari > 60) return false;
    return figure_after(t, text, c->dari + 6, &c->from, &c->from_text, &at) && at < menjadi && figure_after(t, text, menjadi + 8, &c->to, &c->to_text, &at);
}

/* A change of the indicator itself ends at this year's realisasi. What is far from it may be another quantity, and nothing is said. */
static void changed(struct telling *t, struct statement *s, const struct indicator *i)
{
    struct change c;
    struct ratio apart, most;
    int sign = 1;
    const struct number *r = i->realisasi.number;
    if (other_year(t, s->item.text) || !number_is_value(r) || !change_in(t, s->item.text, &c) || r->decimals != c.to.decimals) return;
    if (!ratio_sub(r->low, c.to.low, &apart) || !ratio_mul(r->low, (struct ratio){1, 20}, &most)) return;
    if (apart.num < 0) apart.num = -apart.num;
    if (most.num < 0) most.num = -most.num;
    if (ratio_compare(apart, most, &sign) && sign <= 0) verdict(t, s, &i->realisasi, &c.to, c.to_text, "realisasi");
}

/* Only a sentence that speaks of the capaian and of nothing else is held against the table. */
static void stated(struct telling *t, struct statement *s, const struct indicator *i, size_t behind)
{
    const struct narrative_words *w = t->k->narrative;
    struct str text = s->item.text, printed;
    struct number told;
    size_t at, figure;
    if (other_year(t, text) || !wordlist_find(&w->capaian, text, &at).p || !number_is_value(i->capaian.number)) return;
    if (behind < at) behind = at;
    if (!figure_after(t, text, behind, &told, &printed, &figure) || !percent_behind(text, printed)) return;
    if (wordlist_find(&w->between, str_slice(text, behind, figure), NULL).p) return; /* a rise, a target, another thing */
    const struct number *others[] = {i->target.number, i->realisasi.number};
    for (size_t k = 0; k < COUNT(others); k++)
        if (number_is_value(others[k]) && agree(others[k], &told) && !agree(i->capaian.number, &told)) return;
    verdict(t, s, &i->capaian, &told, printed, "capaian");
}

/* One indicator may be measured in several tables: a sentence that agrees with one of them is right. */
static bool other_agrees(struct telling *t, struct statement *s, const struct told *told)
{
    for (size_t k = told->same; k; k = t->told.v[k - 1].same) {
        struct statement trial = {.item = {.text = s->item.text, .place = s->item.place}};
        stated(t, &trial, t->told.v[k - 1].row, 0);
        if (!fact_find(&trial.item, "sesuai-tabel")) changed(t, &trial, t->told.v[k - 1].row);
        const struct fact *f = fact_find(&trial.item, "sesuai-tabel");
        if (f && str_eqz(f->value, "ya")) return true;
    }
    return false;
}

/* A figure that another indicator's row prints is most likely that one's: a kegiatan is often called like the indicator it serves. */
static bool of_another_row(struct telling *t, const struct statement *s)
{
    const struct fact *f = fact_find(&s->item, "angka");
    struct number told = f ? number_parse(t->k->figures, f->value, MARKS_COMMA) : (struct number){.form = NUMBER_BLANK};
    for (size_t k = 0; f && told.form == NUMBER_VALUE && told.decimals && k < t->told.n; k++) {
        const struct indicator *i = t->told.v[k].row;
        if ((number_is_value(i->capaian.number) && agree(i->capaian.number, &told)) || (number_is_value(i->realisasi.number) && agree(i->realisasi.number, &told))) return true;
    }
    return false;
}

static void statement(struct telling *t, struct statement *s)
{
    struct mention m;
    lexemes_split(t->a, &t->words, s->item.text);
    if (!find_name(t, &m)) return;
    const struct indicator *i = t->told.v[m.name].row;
    fact_set(t->a, &s->item, "indikator", i->name.text);
    stated(t, s, i, t->words.v[m.end - 1].end);
    if (!fact_find(&s->item, "sesuai-tabel")) changed(t, s, i);
    const struct fact *f = fact_find(&s->item, "sesuai-tabel");
    if (f && str_eqz(f->value, "tidak") && (other_agrees(t, s, &t->told.v[m.name]) || of_another_row(t, s))) fact_bool(t->a, &s->item, "sesuai-tabel", true);
}

/* "naik dari 68,10 menjadi 62,65" */
static void trend(struct telling *t, struct statement *s)
{
    struct str text = s->item.text;
    struct change c;
    int sign = 0;
    if (!change_in(t, text, &c)) return;
    size_t clause = c.dari;
    while (clause > 0 && !strchr(";,.:", text.p[clause - 1])) clause--;
    struct str said = str_slice(text, clause, c.dari + 1);
    bool rise = wordlist_find(&t->k->narrative->rise, said, NULL).p != NULL, fall = wordlist_find(&t->k->narrative->fall, said, NULL).p != NULL;
    if (rise == fall || !ratio_compare(c.to.low, c.from.low, &sign)) return;
    fact_bool(t->a, &s->item, "arah-sesuai", rise ? sign > 0 : sign < 0);
    fact_set(t->a, &s->item, "arah-kata", rise ? STR("naik") : STR("turun"));
    fact_setf(t->a, &s->item, "perubahan", "%.*s menjadi %.*s", (int)c.from_text.n, c.from_text.p, (int)c.to_text.n, c.to_text.p);
}

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
        bool cause = report_has_any(&t->k->narrative->cause, text), fresh = false;
        any |= cause;
        lexemes_split(t->a, &t->words, text);
        for (size_t i = 0; i < t->words.n; i++) {
            struct mention m;
            if (!mentions_at(&t->names, &t->words, i, &m)) continue;
            i = m.end - 1;
            for (size_t k = m.name + 1; k; k = t->told.v[k - 1].same)
                if (t->told.v[k - 1].paragraph == NO_INDEX) t->told.v[k - 1].paragraph = p;
            if (!fresh && p > last + ANALYSIS_PARAGRAPHS) open.n = 0;
            fresh = true;
            last = p;
            if (open.n < COUNT(open.v)) open.v[open.n++] = m.name;
        }
        if (!cause || p > last + ANALYSIS_PARAGRAPHS) continue;
        for (size_t k = 0; k < open.n; k++)
            for (size_t same = open.v[k] + 1; same; same = t->told.v[same - 1].same) t->told.v[same - 1].explained = true;
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
            fact_unknown(t->a, &i->head, "target-tercapai", W_reason_number_unread);
            continue;
        }
        fact_bool(t->a, &i->head, "target-tercapai", sign >= 0);
        if (sign >= 0) continue;
        if (!any_text) fact_unknown(t->a, &i->head, "sebab-dijelaskan", W_reason_no_text);
        else if (t->told.v[k].explained || !any_cause) fact_bool(t->a, &i->head, "sebab-dijelaskan", t->told.v[k].explained);
        else if (t->told.v[k].paragraph == NO_INDEX) fact_unknown(t->a, &i->head, "sebab-dijelaskan", W_reason_no_mention);
        else fact_bool(t->a, &i->head, "sebab-dijelaskan", false);
    }
}

/* A long paragraph of the analyses that stands twice, word for word. */
static void repeats(struct telling *t)
{
    struct wordmap seen = {0};
    struct span three = report_chapter_span(t->l, 3);
    for (size_t i = 0; i < t->l->paragraphs.n; i++) {
        struct item *p = &t->l->paragraphs.v[i];
        bool outside = p->place.at.set && (!three.set || p->place.at.begin < three.begin || p->place.at.begin >= three.end);
        if (p->text.n < 200 || outside) continue;
        uint32_t *times = wordmap_put(t->a, &seen, str_trim(p->text));
        fact_bool(t->a, p, "berulang", ++*times == 2); /* a third one says no more */
    }
}

/* ---- what the text counts ------------------------------------------------------------------------------------- */

enum { LEVELS = 4 };

/* The number that is counted at word k as "40 (empat puluh) sub kegiatan"; 0: none. */
static int counted_at(const struct lexemes *t, size_t k, uint64_t *n)
{
    if (!str_u64(t->v[k].low, n) || *n < 1 || *n > 1000 || (k && (t->v[k].before == '.' || t->v[k].before == '/' || t->v[k].before == ','))) return 0;
    size_t i = k + 1;
    if (i < t->n && t->v[i].before == '(') /* the same in words */
        for (i++; i < t->n && t->v[i].before != ')';) i++;
    if (i >= t->n) return 0;
    if (str_eqz(t->v[i].low, "program")) return 1;
    if (str_eqz(t->v[i].low, "kegiatan")) return 2;
    if (str_eqz(t->v[i].low, "subkegiatan")) return 3;
    return str_eqz(t->v[i].low, "sub") && i + 1 < t->n && str_eqz(t->v[i + 1].low, "kegiatan") ? 3 : 0;
}

/* "2 program, 12 kegiatan dan 40 sub kegiatan" beside what the longest budget table lists. A sentence that counts one level alone may
 * speak of a part of the table; one whose other count is right speaks of the whole. */
static void count(struct telling *t, struct statement *s, const size_t listed[LEVELS])
{
    static const char *const names[LEVELS] = {"", "program", "kegiatan", "sub kegiatan"};
    uint64_t counted[LEVELS] = {0};
    bool right = false;
    lexemes_split(t->a, &t->words, s->item.text);
    for (size_t k = 0; k + 1 < t->words.n; k++) {
        uint64_t n;
        int level = counted_at(&t->words, k, &n);
        if (!level) continue;
        if (counted[level]) return; /* several sets */
        counted[level] = n;
    }
    for (int level = 1; level < LEVELS; level++) right |= counted[level] && counted[level] == listed[level];
    for (int level = 1; right && level < LEVELS; level++) {
        if (!counted[level] || !listed[level]) continue;
        struct item *c = fact_child(t->a, &s->item, "hitungan", arena_printf(t->a, "%llu %s", (unsigned long long)counted[level], names[level]), s->item.place);
        fact_int(t->a, c, "di-tabel", (long long)listed[level]);
        fact_bool(t->a, c, "cocok", counted[level] == listed[level]);
    }
}

static void counts(struct telling *t)
{
    size_t listed[LEVELS] = {0};
    for (size_t i = 0; i < t->l->budgets.n; i++) {
        size_t here[LEVELS] = {0};
        for (size_t k = 0; k < t->l->budgets.v[i].rows.n; k++) {
            const struct budget_row *r = &t->l->budgets.v[i].rows.v[k];
            if (!r->total && r->level >= 1 && r->level < LEVELS) here[r->level]++;
        }
        if (here[3] > listed[3] || (here[3] == listed[3] && here[2] > listed[2])) memcpy(listed, here, sizeof listed);
    }
    for (size_t i = 0; listed[1] + listed[2] + listed[3] && i < t->l->statements.n; i++) count(t, &t->l->statements.v[i], listed);
}

void report_narrative(struct arena *a, struct analyst *x, struct lkjip *l)
{
    uint64_t year;
    struct telling t = {.a = a, .k = x->k, .l = l, .names = {.a = a}};
    struct wordmap rows = {0};
    if (str_u64(str_trim(l->identity.year.text), &year) && year < 10000) t.year = (int)year;
    for (size_t m = 0; m < l->measurements.n; m++)
        for (size_t k = 0; k < l->measurements.v[m].rows.n; k++) {
            struct indicator *i = &l->measurements.v[m].rows.v[k];
            mentions_add(&t.names, i->name.text);
            uint32_t *before = wordmap_put(a, &rows, t.names.keys.v[t.names.keys.n - 1]);
            *ARENA_PUSH(a, &t.told) = (struct told){i, NO_INDEX, false, *before};
            *before = (uint32_t)t.told.n;
        }
    for (size_t i = 0; i < l->statements.n; i++) statement(&t, &l->statements.v[i]), trend(&t, &l->statements.v[i]);
    causes(&t);
    repeats(&t);
    counts(&t);
}
