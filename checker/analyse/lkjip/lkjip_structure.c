/* The outline of a report: chapters, the analyses that BAB III is made of, appendices, years, dates, numbers of tables. What a part says is
 * looked for by words; absence of all of them is a fact. */
#include <string.h>

#include "analyse/analyst.h"
#include "language/token.h"
#include "analyse/lkjip/lkjip_facts.h"
#include "language/vocabulary.h"

const struct lkjip_content *lkjip_content_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const struct wordset_member lists[] = {
        {"budget", offsetof(struct lkjip_content, budget)}, {"issues", offsetof(struct lkjip_content, issues)},
        {"organisation", offsetof(struct lkjip_content, organisation)}, {"ministry", offsetof(struct lkjip_content, ministry)},
        {"formula-words", offsetof(struct lkjip_content, formula_words)}, {"scale-words", offsetof(struct lkjip_content, scale_words)},
        {"no-source", offsetof(struct lkjip_content, no_source)}, {"single-words", offsetof(struct lkjip_content, single_words)},
        {"next-steps", offsetof(struct lkjip_content, next_steps)}, {"agreement", offsetof(struct lkjip_content, agreement)},
        {"year-titles", offsetof(struct lkjip_content, year_titles)},
        {"year-statements", offsetof(struct lkjip_content, year_statements)}, {"revision", offsetof(struct lkjip_content, revision)},
        {"year-parts", offsetof(struct lkjip_content, year_parts)}, {"headings", offsetof(struct lkjip_content, headings)},
        {"year-excuses", offsetof(struct lkjip_content, year_excuses)},
        {"review-statement", offsetof(struct lkjip_content, review_statement)}, {"reviewed-titles", offsetof(struct lkjip_content, reviewed_titles)},
        {"reviewed-ends", offsetof(struct lkjip_content, reviewed_ends)},
    };
    struct word_file f = word_file_open(a, b, "vocabulary/lkjip-content.yaml", NULL, faults);
    const struct yaml_node *list = yaml_get(f.root, "analyses");
    struct lkjip_content *c = arena_alloc(a, sizeof *c);
    if (f.root && (!list || list->kind != YAML_LIST)) word_file_fault(&f, list, "analyses");
    c->analyses = arena_alloc(a, (yaml_size(list) + 1) * sizeof *c->analyses);
    for (const struct yaml_node *n = list ? list->child : NULL; n; n = n->next) {
        struct part_words *p = &c->analyses[c->analysis_count++];
        p->name[0] = yaml_get_str(n, "name");
        p->name[1] = yaml_get_str(n, "en");
        p->words = word_file_set(&f, n, "words");
    }
    word_file_sets(&f, f.root, lists, COUNT(lists), c);
    lkjip_run_headings_load(&f, c);
    return c;
}

/* The chapter with that number that has most in it: outlines at the front name every chapter once more. */
static const struct chapter *chapter_of(const struct lkjip *l, int number)
{
    const struct chapter *best = NULL;
    for (size_t i = 0; i < l->chapters.n; i++) {
        const struct chapter *c = &l->chapters.v[i];
        if (c->number == number && (!best || c->parts.n >= best->parts.n)) best = c;
    }
    return best;
}

/* Bytes of the source that a chapter covers; an empty span where the document has no bytes in order (YAML keeps text in the chapter). */
static struct span extent(const struct lkjip *l, const struct chapter *c)
{
    struct span s = {c->title.place.at.begin, UINT32_MAX, c->title.place.at.set};
    for (size_t i = 0; i < l->chapters.n; i++) {
        uint32_t begin = l->chapters.v[i].title.place.at.begin;
        if (l->chapters.v[i].title.place.at.set && begin > s.begin && begin < s.end) s.end = begin;
    }
    return s;
}

struct span lkjip_chapter_span(const struct lkjip *l, int number)
{
    const struct chapter *c = chapter_of(l, number);
    return c ? extent(l, c) : SPAN_NONE;
}

/* Whether the paragraph stands in a text of the chapter. *part: where to go on for the next paragraph. */
static bool in_text(const struct chapter *c, const struct item *paragraph, size_t *part)
{
    struct span p = paragraph->place.at, s = c->text.place.at;
    if (s.begin <= p.begin && p.end <= s.end) return true;
    while (*part < c->parts.n && c->parts.v[*part].text.place.at.end < p.end) ++*part;
    return *part < c->parts.n && c->parts.v[*part].text.place.at.begin <= p.begin;
}

/* Where the words stand in the chapter: its headings, its texts, its other paragraphs. Without a chapter: anywhere in the report. NULL: nowhere. */
static const struct item *said(const struct lkjip *l, const struct chapter *c, const struct wordset *w)
{
    for (size_t i = 0; c && i < c->parts.n; i++) {
        if (wordset_inside(w, c->parts.v[i].title.text)) return &c->parts.v[i].title;
        if (wordset_inside(w, c->parts.v[i].text.text)) return &c->parts.v[i].text;
    }
    if (c && wordset_inside(w, c->title.text)) return &c->title;
    if (c && wordset_inside(w, c->text.text)) return &c->text;
    struct span s = c ? extent(l, c) : (struct span){0, UINT32_MAX, true};
    for (size_t i = 0, part = 0; i < l->paragraphs.n; i++) {
        const struct item *p = &l->paragraphs.v[i];
        bool here = s.set && p->place.at.begin >= s.begin && p->place.at.begin < s.end;
        if (here && !(c && in_text(c, p, &part)) && wordset_inside(w, p->text)) return p;
    }
    for (size_t i = 0; i < l->numbered.n; i++) {
        const struct numbered *n = &l->numbered.v[i];
        bool here = !c || (!n->reference && !n->listed && s.set && n->item.place.at.begin >= s.begin && n->item.place.at.begin < s.end);
        if (here && wordset_inside(w, n->item.text)) return &n->item;
    }
    return NULL;
}

static bool says(const struct lkjip *l, const struct chapter *c, const struct wordset *w) { return said(l, c, w) != NULL; }

static bool within(const struct item *table, struct span chapter)
{
    return !chapter.set || !table->place.at.set || (table->place.at.begin >= chapter.begin && table->place.at.begin < chapter.end);
}

/* Do the words stand in a table of the chapter? */
static bool tables_say(const struct lkjip *l, const struct chapter *c, const struct wordset *w)
{
    for (size_t i = 0; i < l->table_texts.n; i++)
        if (within(&l->table_texts.v[i], extent(l, c)) && wordset_inside(w, l->table_texts.v[i].text)) return true;
    return false;
}

/* A table of the chapter that names two years or more, which may be the comparison. */
static bool years_in_table(const struct lkjip *l, const struct chapter *c)
{
    for (size_t i = 0; i < l->table_texts.n; i++) {
        if (!within(&l->table_texts.v[i], extent(l, c))) continue;
        int first = 0, year;
        for (size_t at = 0; (year = lkjip_year_from(l->table_texts.v[i].text, &at)) != 0;) {
            if (first && year != first) return true;
            first = year;
        }
    }
    return false;
}

/* Whether something of the report stands behind that chapter: another one, or its end. */
static bool complete(const struct lkjip *l, const struct chapter *c)
{
    return c && !c->open && (c != &l->chapters.v[l->chapters.n - 1] || !l->end_open);
}

static enum word not_seen(const struct lkjip *l) { return l->unread ? W_reason_pages_unread : W_reason_report_cut; }

/* Whether the place where that chapter would stand is in the text: what comes before and behind it. */
static bool place_seen(const struct lkjip *l, int number)
{
    bool before = !l->front_open, behind = !l->end_open;
    for (size_t i = 0; i < l->chapters.n; i++) {
        const struct chapter *c = &l->chapters.v[i];
        if (c->number < number) before = !c->open;
        behind |= c->number > number;
    }
    return before && behind;
}

static void chapters(struct arena *a, struct lkjip *l)
{
    static const char *const names[] = {"", "BAB I Pendahuluan", "BAB II Perencanaan Kinerja", "BAB III Akuntabilitas Kinerja", "BAB IV Penutup"};
    uint32_t last = 0;
    bool ordered = true;
    if (!l->chapters.n) {
        fact_unknown(a, fact_child(a, &l->head, F_bab_wajib, STR(""), l->head.place), F_ada, W_reason_no_chapters);
        fact_unknown(a, &l->head, F_bab_urut, W_reason_no_chapters);
        return;
    }
    for (int n = 1; n <= 4; n++) {
        const struct chapter *c = chapter_of(l, n);
        struct item *child = fact_child(a, &l->head, F_bab_wajib, str_of(names[n]), c ? c->title.place : l->chapters.v[0].title.place);
        if (c || place_seen(l, n)) fact_bool(a, child, F_ada, c != NULL);
        else fact_unknown(a, child, F_ada, not_seen(l));
        if (!c) continue;
        ordered &= c->title.place.at.begin >= last;
        last = c->title.place.at.begin;
    }
    fact_bool(a, &l->head, F_bab_urut, ordered);
}

/* A fact about what a chapter says; without the chapter it is not known. */
static void chapter_fact(struct arena *a, struct lkjip *l, const struct chapter *c, enum fact_name name, bool value)
{
    if (c && !value && !complete(l, c)) fact_unknown(a, &l->head, name, not_seen(l));
    else if (c) fact_bool(a, &l->head, name, value);
    else fact_unknown(a, &l->head, name, W_reason_no_chapter);
}

/* A figure that stands against the plan's end, or against a standard. */
static bool against(const struct lkjip *l, bool standard)
{
    int year = lkjip_year_of(l);
    for (size_t i = 0; i < l->comparisons.n; i++) {
        const struct comparison *c = &l->comparisons.v[i];
        if (!str_blank(standard ? c->standard.item.text : c->end_target.item.text)) return true;
        for (size_t k = 0; !standard && year && k < c->years.n; k++)
            if (c->years.v[k].what == MEASURED_TARGET && c->years.v[k].year > year) return true;
    }
    return false;
}

/* Tables of that kind of analysis: 0 target and realisasi, 1 earlier years, 2 the plan's end, 3 a standard. */
static bool analysed_in_table(const struct lkjip *l, const struct chapter *three, size_t which)
{
    switch (which) {
    case 0: return l->measurements.n > 0;
    case 1: return l->comparisons.n > 0 || years_in_table(l, three);
    case 2: return against(l, false);
    case 3: return against(l, true);
    default: return false;
    }
}

static void analyses(struct arena *a, struct analyst *x, struct lkjip *l, struct unread_tables unread)
{
    const struct lkjip_content *k = x->k->lkjip_content;
    const struct chapter *three = chapter_of(l, 3);
    if (!three) {
        fact_unknown(a, fact_child(a, &l->head, F_analisis, STR(""), l->head.place), F_ada, W_reason_no_chapter);
        fact_unknown(a, &l->head, F_ada_realisasi_anggaran, W_reason_no_chapter);
        return;
    }
    for (size_t i = 0; i < k->analysis_count; i++) {
        const struct wordset *w = &k->analyses[i].words;
        const struct item *at = said(l, three, w);
        bool there = at || (i == 0 && unread.performance) || analysed_in_table(l, three, i) || tables_say(l, three, w);
        struct item *c = fact_child(a, &l->head, F_analisis, k->analyses[i].name[0], (at ? at : &three->title)->place);
        if (there || complete(l, three)) fact_bool(a, c, F_ada, there);
        else fact_unknown(a, c, F_ada, not_seen(l));
        fact_int(a, c, F_urutan, (long long)i + 1);
        fact_set(a, c, F_inggris, k->analyses[i].name[1]);
    }
    chapter_fact(a, l, three, F_ada_realisasi_anggaran, l->budgets.n || unread.money || says(l, three, &k->budget));
}

enum { CHAPTER_READ = 100 }; /* bytes of running text: with less of it a chapter was hardly read, or is an excerpt */

/* BAB I presents the organisation. */
static void organisation(struct arena *a, const struct lkjip_content *k, struct lkjip *l, const struct chapter *one)
{
    size_t read = one ? one->text.text.n : 0;
    bool there = one && says(l, one, &k->organisation);
    for (size_t i = 0; one && i < one->parts.n; i++) read += one->parts.v[i].text.text.n;
    if (one && !there && read < CHAPTER_READ) fact_unknown(a, &l->head, F_ada_uraian_organisasi, W_reason_chapter_short);
    else chapter_fact(a, l, one, F_ada_uraian_organisasi, there);
}

/* A caption that announces the table of the Perjanjian Kinerja where no such table could be read. */
static bool agreement_announced(const struct lkjip *l, const struct wordset *agreement)
{
    for (size_t i = 0; i < l->numbered.n; i++)
        if (!l->numbered.v[i].reference && l->numbered.v[i].what == NUMBERED_TABLE && wordset_inside(agreement, l->numbered.v[i].item.text)) return true;
    return false;
}

/* As words of their own: "saran" stands in "sasaran". */
static bool next_steps_told(const struct lkjip *l, const struct chapter *four, const struct wordset *w)
{
    struct span s = extent(l, four);
    for (size_t i = 0; i < four->parts.n; i++)
        if (wordset_search(w, four->parts.v[i].title.text, NULL).p || wordset_search(w, four->parts.v[i].text.text, NULL).p) return true;
    if (wordset_search(w, four->title.text, NULL).p || wordset_search(w, four->text.text, NULL).p) return true;
    for (size_t i = 0; s.set && i < l->paragraphs.n; i++)
        if (l->paragraphs.v[i].place.at.begin >= s.begin && l->paragraphs.v[i].place.at.begin < s.end && wordset_search(w, l->paragraphs.v[i].text, NULL).p) return true;
    return false;
}

static void other_parts(struct arena *a, struct analyst *x, struct lkjip *l, struct unread_tables unread)
{
    const struct lkjip_content *k = x->k->lkjip_content;
    const struct chapter *one = chapter_of(l, 1), *two = chapter_of(l, 2), *four = chapter_of(l, 4);
    bool attached = false;
    for (size_t i = 0; i < l->appendices.n; i++) attached |= wordset_inside(&k->agreement, l->appendices.v[i].text);
    for (size_t i = 0; i < l->agreements.n; i++) attached |= l->agreements.v[i].in_appendix;
    if (l->chapters.n) {
        if (!attached && l->end_open) fact_unknown(a, &l->head, F_pk_terlampir, not_seen(l));
        else fact_bool(a, &l->head, F_pk_terlampir, attached);
        if (!l->summary.text.p && l->front_open) fact_unknown(a, &l->head, F_ada_ikhtisar, not_seen(l));
        else fact_bool(a, &l->head, F_ada_ikhtisar, l->summary.text.p != NULL);
    } else {
        fact_unknown(a, &l->head, F_pk_terlampir, W_reason_no_chapters);
        fact_unknown(a, &l->head, F_ada_ikhtisar, W_reason_no_chapters);
    }
    chapter_fact(a, l, one, F_ada_isu_strategis, one && says(l, one, &k->issues));
    organisation(a, k, l, one);
    chapter_fact(a, l, four, F_ada_tindak_lanjut, four && next_steps_told(l, four, &k->next_steps));
    if (two && !l->agreements.n && unread.agreement) fact_unknown(a, &l->head, F_ada_tabel_pk, W_reason_table_unread);
    else if (two && !l->agreements.n && agreement_announced(l, &k->agreement)) fact_unknown(a, &l->head, F_ada_tabel_pk, W_reason_agreement_unread);
    else chapter_fact(a, l, two, F_ada_tabel_pk, l->agreements.n > 0);
}

/* Titles of this report, not of a plan, a regulation or a comparison that is about another year by right. Each wording once: running
 * headers stand on every page. */
static void year_in(struct arena *a, const struct lkjip_content *k, const struct wordset *saying, struct wordmap *seen, int year, struct item *it)
{
    int named = lkjip_only_year(it->text);
    if (!named || !wordset_inside(saying, it->text) || wordset_inside(&k->year_excuses, it->text)) return;
    uint32_t *times = wordmap_put(a, seen, it->text);
    if (++*times > 1) return;
    fact_int(a, it, F_tahun, named);
    fact_bool(a, it, F_tahun_laporan, named == year);
}

static void years(struct arena *a, struct analyst *x, struct lkjip *l)
{
    const struct lkjip_content *k = x->k->lkjip_content;
    struct wordmap seen = {0};
    int year = lkjip_year_of(l);
    for (size_t i = 0; year && i < l->year_mentions.n; i++) year_in(a, k, &k->year_titles, &seen, year, &l->year_mentions.v[i]);
    for (size_t i = 0; year && i < l->numbered.n; i++)
        if (!l->numbered.v[i].reference) year_in(a, k, &k->year_titles, &seen, year, &l->numbered.v[i].item);
    for (size_t i = 0; year && i < l->statements.n; i++)
        if (l->statements.v[i].chapter != NO_INDEX) year_in(a, k, &k->year_statements, &seen, year, &l->statements.v[i].item);
}

void lkjip_structure(struct arena *a, struct analyst *x, struct lkjip *l)
{
    struct unread_tables unread = {false, false, false};
    if (l->tables_unread.n || !l->measurements.n || !l->budgets.n || !l->agreements.n) unread = lkjip_unread_tables(a, x->k->lkjip_content, l);
    chapters(a, l);
    analyses(a, x, l, unread);
    other_parts(a, x, l, unread);
    years(a, x, l);
    lkjip_dates(a, x, l);
    lkjip_numbering(a, l);
}
