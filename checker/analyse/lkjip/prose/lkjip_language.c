/* The wording of a report: names that copying left behind, words written twice, lists that do not count. */
#include "analyse/analyst.h"
#include "domain/office.h"
#include "domain/paper.h"
#include "domain/region.h"
#include "analyse/lkjip/prose/lkjip_claims.h"
#include "analyse/texts.h"

struct reading {
    struct arena *a;
    const struct knowledge *k;
    struct document *d;
    struct regions regions;
    struct lexemes t, own;    /* the text being read; the agency */
    size_t unit;              /* the own unit begins at this word of `own` ("Dinas"); NO_INDEX: not to be compared */
};

/* ---- BH003 ---------------------------------------------------------------------------------------------------- */

static void leftover(struct reading *r, const struct item *item, size_t first, size_t last, const char *kind, struct str instead)
{
    uint32_t begin = r->t.v[first].begin, end = r->t.v[last].end;
    if (wordset_inside(&r->k->narrative->guests, item->text)) return; /* neighbours are named by right: "studi banding ke Pemerintah Kota X" */
    struct item *x = fact_child(r->a, &r->d->lkjip->head, F_sisa, str_slice(item->text, begin, end), place_of_part(r->d->source, item, begin, end));
    fact_set(r->a, x, F_jenis, str_of(kind));
    fact_set(r->a, x, F_milik_dokumen, arena_str(r->a, instead));
}

/* "BPBD Kabupaten X", "Pemerintah Kota Y", the own "Dinas Pertanian Kabupaten X": an agency of the region speaks, where a report may well
 * mention its neighbours. */
static bool of_an_agency(const struct reading *r, size_t i)
{
    if (i == 0 || r->t.v[i].before) return false;
    const struct lexeme *before = &r->t.v[i - 1];
    if ((lexeme_upper(before) && before->text.n >= 3) || str_eqz(before->low, "pemerintah") || office_unit(before->w, r->k->offices)) return true;
    size_t shared = 0;
    for (size_t k = i; r->unit != NO_INDEX && k-- > 0 && i - k <= 6 && (lexeme_capital(&r->t.v[k]) || str_eqz(r->t.v[k].low, "dan")); ) {
        if (str_eq(r->t.v[k].low, r->own.v[r->unit].low)) return shared > 0;
        bool telling = !wordset_has(&r->k->narrative->unit_generic, r->t.v[k].low);
        for (size_t j = r->unit + 1; telling && j < r->own.n; j++) shared += str_eq(r->t.v[k].low, r->own.v[j].low);
        if (r->t.v[k].before) return false;
    }
    return false;
}

/* "Peraturan Daerah Kabupaten X", "Peraturan Bupati Y": words [*first, i] before the name of the region. */
static bool of_a_regulation(const struct reading *r, size_t i, size_t *first)
{
    for (size_t k = i; k-- > 0 && i - k <= 2 && !r->t.v[k + 1].before;) {
        *first = k;
        if (str_eqz(r->t.v[k].low, "peraturan") || str_eqz(r->t.v[k].low, "keputusan")) return true;
        if (!str_eqz(r->t.v[k].low, "daerah")) return false;
    }
    return false;
}

/* Token behind "Bupati" or "Walikota" that begins the name of the region; SIZE_MAX when none does. */
static size_t ruled_at(const struct lexemes *t, size_t i)
{
    size_t name = i + 1;
    if (str_eqz(t->v[i].low, "wali") && i + 1 < t->n && str_eqz(t->v[i + 1].low, "kota")) name++;
    else if (!str_eqz(t->v[i].low, "bupati") && !str_eqz(t->v[i].low, "walikota")) return SIZE_MAX;
    if (name >= t->n || !lexeme_capital(&t->v[name]) || t->v[name].before || t->v[name].low.n < 4 || t->v[name].w->paper & PAPER_NO_PLACE) return SIZE_MAX;
    return name;
}

static void other_regions(struct reading *r, const struct item *item)
{
    for (size_t i = 0; r->regions.n && i < r->t.n; i++) {
        size_t first = i, at = region_at(&r->t, i), ruled = ruled_at(&r->t, i);
        bool named = at != SIZE_MAX && (of_an_agency(r, i) || of_a_regulation(r, i, &first));
        if (!named && ruled != SIZE_MAX && of_a_regulation(r, i, &first)) named = true, at = ruled;
        if (!named || word_is_common(r->t.v[at].w) || regions_own(&r->regions, r->k->offices, r->t.v[at].low)) continue;
        leftover(r, item, ruled != SIZE_MAX ? first : i, at, "daerah", r->regions.v[0].printed);
    }
}

static bool is(const struct lexemes *t, size_t i, const char *word) { return i < t->n && str_eqz(t->v[i].low, word); }

/* A report is named at token i: LKjIP, Laporan Kinerja Instansi Pemerintah (LKjIP) … Gives the token behind it; i when none is. */
static size_t lkjip_at(const struct narrative_words *w, const struct lexemes *t, size_t i)
{
    size_t k = i;
    if (wordset_has(&w->lkjip_short, t->v[i].low)) return i + 1;
    if (!is(t, i, "laporan") || !(is(t, i + 1, "kinerja") || (is(t, i + 1, "akuntabilitas") && is(t, i + 2, "kinerja")))) return i;
    while (k + 1 < t->n && wordset_has(&w->lkjip_long, t->v[k + 1].low)) k++;
    return k + 1;
}

/* The unit whose report is spoken of has no word with the own unit's name in common. */
static bool other_unit(const struct reading *r, size_t from, size_t *last)
{
    bool telling = false;
    *last = from;
    for (size_t i = from + 1; i < r->t.n && i <= from + 6 && !r->t.v[i].before; i++) {
        struct str low = r->t.v[i].low;
        if (is(&r->t, i, "kabupaten") || is(&r->t, i, "kota") || is(&r->t, i, "kab") || is(&r->t, i, "provinsi") || is(&r->t, i, "tahun")) break;
        if (!lexeme_capital(&r->t.v[i]) && !is(&r->t, i, "dan")) break;
        if (wordset_has(&r->k->narrative->unit_generic, low)) continue;
        for (size_t k = r->unit + 1; k < r->own.n; k++)
            if (office_word(r->k->offices, r->own.v[k].low, low) != OFFICE_OTHER) return false;
        telling |= word_is_common(r->t.v[i].w) && low.n >= 5 && !lexeme_upper(&r->t.v[i]);
        *last = i;
    }
    return telling;
}

/* "LKjIP Dinas Perikanan" in a report of the Dinas Pertanian. Who reviews reports of others says so. */
static void other_reports(struct reading *r, const struct item *item)
{
    for (size_t i = 0; r->unit != NO_INDEX && i < r->t.n; i++) {
        size_t behind = lkjip_at(r->k->narrative, &r->t, i), last;
        if (behind == i) continue;
        bool unit = is(&r->t, behind, "dinas") || is(&r->t, behind, "badan") || is(&r->t, behind, "kantor");
        if (unit && lexeme_capital(&r->t.v[behind]) && other_unit(r, behind, &last)) leftover(r, item, behind, last, "instansi", r->d->lkjip->identity.agency.text);
        i = behind - 1;
    }
}

/* The own unit, if it is a Dinas, Badan or Kantor that the text calls by its name: else the agency may have been misread. */
static void own_unit(struct reading *r)
{
    const struct lkjip *l = r->d->lkjip;
    size_t named = 0;
    r->unit = NO_INDEX;
    lexemes_split(r->a, &r->own, l->identity.agency.text);
    for (size_t i = 0; i + 1 < r->own.n && r->unit == NO_INDEX; i++)
        if (is(&r->own, i, "dinas") || is(&r->own, i, "badan") || is(&r->own, i, "kantor")) r->unit = i;
    for (size_t i = 0; r->unit != NO_INDEX && i < l->paragraphs.n && named < 3; i++) named += str_ifind(l->paragraphs.v[i].text, r->own.v[r->unit + 1].low, 0) != SIZE_MAX;
    if (named < 3) r->unit = NO_INDEX;
}

static bool speaks_of(const struct item *item)
{
    static const char *const names[] = {"kab", "kota", "bupati", "dinas", "badan", "kantor"};
    for (size_t i = 0; i < COUNT(names); i++)
        if (str_ifind(item->text, str_of(names[i]), 0) != SIZE_MAX) return true;
    return false;
}

static void leftovers(struct reading *r, const struct item *item)
{
    if (!speaks_of(item)) return;
    lexemes_split(r->a, &r->t, item->text);
    other_regions(r, item);
    other_reports(r, item);
}

static bool within_a_paragraph(const struct lkjip *l, const struct item *item)
{
    for (size_t i = 0; i < l->paragraphs.n; i++) {
        const struct span s = l->paragraphs.v[i].place.at;
        if (s.set && item->place.at.begin >= s.begin && item->place.at.begin < s.end) return true;
    }
    return false;
}

/* ---- BH004 ---------------------------------------------------------------------------------------------------- */

/* What the number is closed with: "2." and "2)" are of two lists. */
static char form_of(const struct list_mark *m)
{
    struct str s = str_trim(m->marker.text);
    return s.n ? s.p[s.n - 1] : 0;
}

/* A list as its reader found it may lack items or hold those of two: only a number that is wrong between right ones counts. */
static const char *misnumbered(const struct list_marks *l, const size_t *at, size_t n, size_t *where)
{
    char kind, first;
    for (size_t i = 1; i + 1 < n; i++) {
        unsigned before = marker_number(l->v[at[i - 1]].marker.text, &first), here = marker_number(l->v[at[i]].marker.text, &kind);
        unsigned next = marker_number(l->v[at[i + 1]].marker.text, &(char){0});
        bool alike = form_of(&l->v[at[i - 1]]) == form_of(&l->v[at[i]]) && form_of(&l->v[at[i]]) == form_of(&l->v[at[i + 1]]);
        bool follows = before == 1 || (i > 1 && marker_number(l->v[at[i - 2]].marker.text, &(char){0}) == before - 1);
        bool sound = kind == first && kind == '1' && alike && before && next == here + 1 && follows;
        if (!sound || (here != before && here != before + 2) || here < 2) continue;
        char missing[8];
        int m = snprintf(missing, sizeof missing, "%u", (before + 1) % 1000);
        if (here > before && str_find(l->v[at[i - 1]].text, (struct str){missing, (size_t)m}, 0) != SIZE_MAX) continue;
        *where = at[i];
        return here == before ? "berulang" : "meloncat";
    }
    return NULL;
}

/* The items of one list and one depth, up to where an outer item ends it. */
static void lists(struct arena *a, struct lkjip *l)
{
    size_t *at = arena_alloc(a, (l->list_marks.n + 1) * sizeof *at);
    struct list_mark *v = l->list_marks.v;
    for (size_t i = 0; i < l->list_marks.n; i++) {
        bool begins = i == 0 || v[i - 1].list != v[i].list || v[i - 1].depth < v[i].depth;
        size_t n = 0, where = 0;
        for (size_t k = i; begins && k < l->list_marks.n && v[k].list == v[i].list && v[k].depth >= v[i].depth; k++)
            if (v[k].depth == v[i].depth) at[n++] = k;
        if (n < 3) continue;
        const char *wrong = misnumbered(&l->list_marks, at, n, &where);
        struct item *x = fact_child(a, &l->head, F_daftar, v[i].marker.text, v[i].marker.place);
        fact_set(a, x, F_penomoran, wrong ? str_of(wrong) : STR("urut"));
        if (!wrong) continue;
        struct item *number = fact_child(a, x, F_nomor_keliru, str_trim(v[where].marker.text), v[where].marker.place);
        fact_set(a, x, F_nomor_pertama_keliru, number->text);
    }
}

/* ---- BH001: words written twice ---------------------------------------------------------------------------------- */

enum { PROSE_MOST = 2000 }; /* bytes; a longer paragraph is a table that was run together */

/* "yang yang": only words that nobody doubles by rights. Other words may be doubled without their hyphen, or stand in two cells of a
 * table that a converter flattened. */
static void doubled(struct reading *r, const struct item *item)
{
    if (item->text.n > PROSE_MOST) return;
    lexemes_split(r->a, &r->t, item->text);
    for (size_t i = 0; i + 1 < r->t.n; i++) {
        const struct lexeme *k = &r->t.v[i], *next = &r->t.v[i + 1];
        if (next->before || !str_eq(k->text, next->text) || lexeme_capital(k) || !wordset_has(&r->k->lkjip_content->single_words, k->low)) continue;
        struct item *x = fact_child(r->a, &r->d->lkjip->head, F_ejaan, str_slice(item->text, k->begin, next->end), place_of_part(r->d->source, item, k->begin, next->end));
        fact_bool(r->a, x, F_salah_eja, true);
        fact_set(r->a, x, F_saran, arena_str(r->a, k->text));
        fact_int(r->a, x, F_jumlah, 1);
    }
}

void analyse_lkjip_language(struct arena *a, struct analyst *x, struct document *d)
{
    struct reading r = {.a = a, .k = x->k, .d = d, .t = {.book = x->words}, .own = {.book = x->words}};
    const struct str own[] = {d->lkjip->identity.agency.text, d->lkjip->identity.office.text};
    if (str_ifind(own[0], STR("provinsi"), 0) == SIZE_MAX) regions_add(a, &r.regions, x->words, own, COUNT(own)); /* a province speaks of all of its own */
    own_unit(&r);
    for (size_t i = 0; i < d->lkjip->paragraphs.n; i++) {
        leftovers(&r, &d->lkjip->paragraphs.v[i]);
        if (!d->lkjip->is_pk) doubled(&r, &d->lkjip->paragraphs.v[i]);
    }
    if (!d->lkjip->is_pk) fact_bool(a, fact_child(a, &d->lkjip->head, F_ejaan, STR_ABSENT, (struct place){SPAN_NONE, NULL}), F_salah_eja, false);
    for (size_t i = 0; i < d->lkjip->year_mentions.n; i++) /* running headers */
        if (!within_a_paragraph(d->lkjip, &d->lkjip->year_mentions.v[i])) leftovers(&r, &d->lkjip->year_mentions.v[i]);
    lists(a, d->lkjip);
}
