/* The outline of a report: chapters, the analyses that BAB III is made of, appendices, years, dates, numbers of tables. What a part says is
 * looked for by words; absence of all of them is a fact. */
#include <string.h>

#include "calendar.h"
#include "lexeme.h"
#include "report_facts.h"
#include "vocabulary.h"

struct part_words {
    struct str name[2];       /* of an analysis, id and en */
    struct wordlist words;
};
struct report_content {
    struct part_words *analyses;
    size_t analysis_count;
    struct wordlist budget, issues, next_steps, agreement;
};

const struct report_content *report_content_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const char file[] = "vocabulary/report-content.yaml";
    const struct yaml_node *root = bundle_find(b, file), *list = yaml_get(root, "analyses");
    struct report_content *c = arena_alloc(a, sizeof *c);
    if (!list || list->kind != YAML_LIST) fault_add(a, faults, file, root ? root->line : 0, W_pack_key_missing)->arg[0] = STR("analyses");
    c->analyses = arena_alloc(a, (yaml_size(list) + 1) * sizeof *c->analyses);
    for (const struct yaml_node *n = list ? list->child : NULL; n; n = n->next) {
        struct part_words *p = &c->analyses[c->analysis_count++];
        p->name[0] = yaml_get_str(n, "name");
        p->name[1] = yaml_get_str(n, "en");
        p->words = wordlist_load(a, n, file, "words", faults);
    }
    c->budget = wordlist_load(a, root, file, "budget", faults);
    c->issues = wordlist_load(a, root, file, "issues", faults);
    c->next_steps = wordlist_load(a, root, file, "next-steps", faults);
    c->agreement = wordlist_load(a, root, file, "agreement", faults);
    return c;
}

static bool has_any(const struct wordlist *w, struct str text)
{
    for (size_t i = 0; i < w->n; i++)
        if (str_ifind(text, w->v[i], 0) != SIZE_MAX) return true;
    return false;
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

/* Do the words stand in the chapter: its headings, its text, its paragraphs? Without a chapter: anywhere in the report. */
static bool says(const struct lkjip *l, const struct chapter *c, const struct wordlist *w)
{
    for (size_t i = 0; c && i < c->parts.n; i++)
        if (has_any(w, c->parts.v[i].title.text) || has_any(w, c->parts.v[i].text.text)) return true;
    if (c && (has_any(w, c->title.text) || has_any(w, c->text.text))) return true;
    struct span s = c ? extent(l, c) : (struct span){0, UINT32_MAX, true};
    for (size_t i = 0; i < l->paragraphs.n; i++) {
        const struct item *p = &l->paragraphs.v[i];
        if (s.set && p->place.at.begin >= s.begin && p->place.at.begin < s.end && has_any(w, p->text)) return true;
    }
    for (size_t i = 0; i < l->numbered.n; i++)
        if (!c && has_any(w, l->numbered.v[i].item.text)) return true;
    return false;
}

static void chapters(struct arena *a, struct lkjip *l)
{
    static const char *const names[] = {"", "BAB I Pendahuluan", "BAB II Perencanaan Kinerja", "BAB III Akuntabilitas Kinerja", "BAB IV Penutup"};
    int last = 0;
    bool ordered = true;
    if (!l->chapters.n) {
        fact_unknown(a, &l->head, "bab-lengkap", W_reason_no_chapters);
        return;
    }
    bool whole = true;
    for (int n = 1; n <= 4; n++) {
        if (chapter_of(l, n)) continue;
        whole = false;
        fact_child(a, &l->head, "bab-hilang", str_of(names[n]), l->chapters.v[0].title.place);
    }
    fact_bool(a, &l->head, "bab-lengkap", whole);
    for (int n = 1; n <= 4; n++) { /* of the chapters themselves, not of their mentions in the outline */
        const struct chapter *c = chapter_of(l, n);
        if (!c) continue;
        ordered &= !last || c->title.place.at.begin >= (uint32_t)last;
        last = (int)c->title.place.at.begin;
    }
    fact_bool(a, &l->head, "bab-urut", ordered);
}

static bool has_measured_years(const struct lkjip *l) { return l->comparisons.n > 0; }

static void analyses(struct arena *a, struct analyst *x, struct lkjip *l)
{
    const struct report_content *k = x->k->report_content;
    const struct chapter *three = chapter_of(l, 3);
    if (!three) return;
    bool all = true;
    for (size_t i = 0; i < k->analysis_count; i++) {
        bool there = says(l, three, &k->analyses[i].words) || (i == 0 && l->measurements.n) || (i == 1 && has_measured_years(l));
        if (there) continue;
        all = false;
        struct item *c = fact_child(a, &l->head, "analisis-hilang", k->analyses[i].name[0], three->title.place);
        fact_set(a, c, "inggris", k->analyses[i].name[1]);
    }
    fact_bool(a, &l->head, "analisis-lengkap", all);
    fact_bool(a, &l->head, "ada-realisasi-anggaran", l->budgets.n || says(l, three, &k->budget));
}

static void other_parts(struct arena *a, struct analyst *x, struct lkjip *l)
{
    const struct report_content *k = x->k->report_content;
    const struct chapter *one = chapter_of(l, 1), *four = chapter_of(l, 4);
    bool attached = false;
    for (size_t i = 0; i < l->appendices.n; i++) attached |= has_any(&k->agreement, l->appendices.v[i].text);
    for (size_t i = 0; i < l->agreements.n; i++) attached |= l->agreements.v[i].in_appendix;
    fact_bool(a, &l->head, "pk-terlampir", attached);
    fact_bool(a, &l->head, "ada-ikhtisar", l->summary.text.p != NULL);
    if (one) fact_bool(a, &l->head, "ada-isu-strategis", says(l, one, &k->issues));
    if (four) fact_bool(a, &l->head, "ada-tindak-lanjut", says(l, four, &k->next_steps));
    if (chapter_of(l, 2)) fact_bool(a, &l->head, "ada-tabel-pk", l->agreements.n > 0);
}

static int year_of(const struct lkjip *l)
{
    uint64_t y = 0;
    return str_u64(str_trim(l->identity.year.text), &y) && y >= 1990 && y <= 2099 ? (int)y : 0;
}

/* The last year named in a text, 0 when none is. */
static int last_year_in(struct str s)
{
    int found = 0;
    for (size_t i = 0; i + 4 <= s.n; i++) {
        uint64_t y;
        bool alone = (!i || s.p[i - 1] < '0' || s.p[i - 1] > '9') && (i + 4 == s.n || s.p[i + 4] < '0' || s.p[i + 4] > '9');
        if (alone && str_u64(str_slice(s, i, i + 4), &y) && y >= 1990 && y <= 2099) found = (int)y;
    }
    return found;
}

static void years(struct arena *a, struct lkjip *l)
{
    int year = year_of(l);
    for (size_t i = 0; i < l->year_mentions.n; i++) {
        struct item *it = &l->year_mentions.v[i];
        int named = last_year_in(it->text);
        if (!year || !named) continue;
        fact_int(a, it, "tahun", named);
        fact_bool(a, it, "tahun-laporan", named == year);
    }
}

/* Signed before the year was over, or after the two (three) months that Perpres 29/2014 gives. */
static void deadline(struct arena *a, struct analyst *x, struct lkjip *l)
{
    int year = year_of(l);
    struct dated found;
    if (!year || calendar_field(x->k->calendar, l->identity.date.text, true, &found) != FIELD_DATE || found.fault != DATE_SOUND) return;
    struct date d = found.date;
    fact_bool(a, &l->identity.date, "sebelum-akhir-tahun", d.year < year || (d.year == year && d.month && (d.month < 12 || (d.day && d.day < 31))));
    struct str entity = l->identity.entity_type.text;
    int months = str_eqz(entity, "provinsi") || str_eqz(entity, "kabupaten-kota") ? 3 : str_blank(entity) ? 0 : 2;
    if (!months || !d.month) return;
    fact_bool(a, &l->identity.date, "terlambat", d.year > year + 1 || (d.year == year + 1 && d.month > months));
    fact_int(a, &l->identity.date, "batas-bulan", months);
}

static struct str numbered_key(struct arena *a, const struct numbered *n) { return arena_printf(a, "%c%.*s", n->what, (int)n->number.n, n->number.p); }

/* References to what is not there, and numbers given twice. Where nothing of a kind has a caption its captions were lost: nothing is said. */
static void numbers(struct arena *a, struct lkjip *l)
{
    struct wordmap seen = {0};
    bool any[128] = {false};
    for (size_t i = 0; i < l->numbered.n; i++) {
        struct numbered *n = &l->numbered.v[i];
        if (n->reference || n->listed || !n->number.n) continue;
        any[n->what & 127] = true;
        uint32_t *times = wordmap_put(a, &seen, numbered_key(a, n));
        fact_bool(a, &n->item, "nomor-ganda", ++*times > 1);
        fact_set(a, &n->item, "nomor", n->number);
    }
    for (size_t i = 0; i < l->numbered.n; i++) {
        struct numbered *n = &l->numbered.v[i];
        if (!n->reference || !any[n->what & 127]) continue;
        fact_bool(a, &n->item, "ada", wordmap_get(&seen, numbered_key(a, n)) != NULL);
    }
}

void report_structure(struct arena *a, struct analyst *x, struct lkjip *l)
{
    chapters(a, l);
    analyses(a, x, l);
    other_parts(a, x, l);
    years(a, l);
    deadline(a, x, l);
    numbers(a, l);
}
