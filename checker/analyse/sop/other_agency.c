/* BH003: another agency that the text speaks of as if it were the SOP's own: "merupakan tugas Dinas Pekerjaan Umum" in an SOP of the
 * Dinas Perhubungan. Others are named rightly all the time; so only what is said to have this task or these services, twice. */
#include "analyse/analyst.h"
#include "analyse/sop/leftover.h"
#include "domain/office.h"
#include "language/lexicon.h"
#include "domain/region.h"

enum { TIMES = 2, NAME_WORDS = 7 };

static bool is(const struct lexemes *t, size_t i, const char *word) { return i < t->n && str_eqz(t->v[i].low, word); }

static bool heads_agency(const struct lexemes *t, size_t i)
{
    static const char *const heads[] = {"dinas", "badan", "komisi", "kantor", "satuan", "kecamatan", "kelurahan", "puskesmas", "rsud", "inspektorat"};
    for (size_t k = 0; k < COUNT(heads) && lexeme_capital(&t->v[i]); k++)
        if (str_eqz(t->v[i].low, heads[k])) return true;
    return false;
}

/* What stands before the name makes it the SOP's own agency. */
static bool owns(const struct lexemes *t, size_t i)
{
    static const char *const words[] = {"tugas", "fungsi", "pelayanan", "layanan", "kinerja"};
    if (i && (is(t, i - 1, "pada") || is(t, i - 1, "di") || is(t, i - 1, "dari"))) i--;
    for (size_t k = 0; i && k < COUNT(words); k++)
        if (is(t, i - 1, words[k])) return true;
    return false;
}

/* The last word of the name that begins at i; it has no word behind its first that the own agency's names have. */
static bool other_name(const struct offices *o, const struct lexemes *t, size_t i, const struct lexemes *own, size_t *last)
{
    bool telling = false;
    *last = i;
    for (size_t k = i + 1; k < t->n && k <= i + NAME_WORDS && !t->v[k].before; k++) {
        if (!lexeme_capital(&t->v[k]) && !is(t, k, "dan")) break;
        if (is(t, k, "kabupaten") || is(t, k, "kota") || is(t, k, "provinsi")) break;
        for (size_t j = 0; j < own->n; j++)
            if (office_word(o, own->v[j].low, t->v[k].low) != OFFICE_OTHER) return false;
        telling |= t->v[k].low.n >= 5 && word_is_common(t->v[k].w);
        *last = k;
    }
    return telling;
}

static bool same_name(const struct lexemes *a, size_t i, const struct lexemes *b, size_t k, size_t words)
{
    for (size_t n = 0; n < words; n++)
        if (k + n >= b->n || !str_eq(a->v[i + n].low, b->v[k + n].low)) return false;
    return true;
}

static size_t times_named(const struct texts *texts, const struct lexemes *t, size_t i, size_t words)
{
    size_t n = 0;
    for (size_t k = 0; k < texts->n && n < TIMES; k++)
        for (size_t j = 0; j < texts->v[k].words.n; j++) n += same_name(t, i, &texts->v[k].words, j, words);
    return n;
}

void other_agency(struct arena *a, struct analyst *x, struct document *d)
{
    const struct identity *id = &d->sop->identity;
    struct lexemes own = {.book = x->words};
    bool known = false;
    lexemes_split(a, &own, arena_printf(a, "%.*s %.*s %.*s", (int)id->unit.text.n, id->unit.text.n ? id->unit.text.p : "", (int)id->agency.text.n,
                                        id->agency.text.n ? id->agency.text.p : "", (int)id->approval.office.text.n, id->approval.office.text.n ? id->approval.office.text.p : ""));
    for (size_t i = 0; i < own.n && !known; i++) known = heads_agency(&own, i);
    for (size_t k = 0; known && k < x->texts->n; k++) {
        const struct text *text = &x->texts->v[k];
        const struct lexemes *t = &text->words;
        size_t last;
        if (text->kind != TEXT_SECTION || text->section == SECTION_KETERKAITAN || text->section == SECTION_DASAR_HUKUM || text_upper(t)) continue;
        for (size_t i = 1; i < t->n; i++) {
            if (!heads_agency(t, i) || !owns(t, i) || !other_name(x->k->offices, t, i, &own, &last)) continue;
            if (times_named(x->texts, t, i, last - i + 1) < TIMES) continue;
            leftover_add(a, d, text, t, i, last, "instansi", id->unit.text.n ? id->unit.text : id->agency.text);
            return;
        }
    }
}
