/* Misspelled words: pairs that are always wrong, unknown words beside a known one, and rubbish before a capital inside a word. */
#include <string.h>

#include "base/chars.h"
#include "analyse/analyst.h"
#include "language/lexicon.h"
#include "language/suggest.h"
#include "analyse/texts.h"

enum {
    SUSPECTS_MAX = 4096,   /* different unknown words of a document that are looked into */
    OWN_MAX = 2048,        /* known words of the document itself that they are compared with */
    LONGEST_EDIT = 4,
    UNLISTED_MAX = 200,    /* different words that no list has: with more of them one will be near another */
    PLACES_MAX = 9         /* further places of a word that are told */
};

struct suspect {
    const struct text *text;
    uint32_t begin, end;
    struct str printed, low, meant;
    bool sentence;         /* begins its text, so that a capital says nothing */
    bool upper;            /* in a text of capitals */
    bool listed;           /* among the confusions */
    size_t count;
    const struct item *others[PLACES_MAX];
    uint32_t other_begin[PLACES_MAX];
};

struct hunt {
    struct analyst *x;
    struct document *d;
    uint32_t name;         /* mark of the words that are names */
    struct wordmap seen;   /* word: index of its suspect + 1 */
    struct {
        struct suspect *v;
        size_t n, cap;
    } suspects;
    struct wordmap own;    /* known words of the document */
    bool unasked;
    bool quiet;            /* no word could be taken for another one: the dictionary is not asked */
};

static bool letters_only(struct str low)
{
    for (size_t i = 0; i < low.n; i++)
        if (!is_lower(low.p[i])) return false;
    return true;
}

static bool knows(struct analyst *x, struct str low) { return speller_ask(x->speller, wordbook_entry(x->words, low)) == WORD_KNOWN; }

/* "rweSekda": where a capital stands behind lower case letters; 0 when nowhere. */
static size_t inner_capital(const struct lexeme *t)
{
    size_t at = 0;
    for (size_t i = 1; i < t->text.n && !at; i++) {
        char c = t->text.p[i], before = t->text.p[i - 1];
        if (!is_upper(c)) continue;
        if (!is_lower(before)) return 0;
        at = i;
    }
    return at < 2 || t->low.n - at < 4 ? 0 : at;
}

/* … and a known word begins with it behind letters that mean nothing. */
static bool rubbish_before(struct analyst *x, const struct lexeme *t, size_t at)
{
    return at && !knows(x, str_slice(t->low, 0, at)) && knows(x, str_slice(t->low, at, t->low.n));
}

/* Abbreviations and names of programs: SIPD, eKinerja. */
static bool capital_behind_first(const struct lexeme *t)
{
    for (size_t i = 1; i < t->text.n; i++)
        if (is_upper(t->text.p[i])) return true;
    return false;
}

/* "penghargaa n": a word that a narrow column broke in two. */
static bool torn(struct analyst *x, const struct lexemes *t, size_t i)
{
    char joined[40];
    if (i + 1 >= t->n || (t->v[i + 1].before && t->v[i + 1].before != '-' && t->v[i + 1].before != '\n')) return false;
    struct str first = t->v[i].low, second = t->v[i + 1].low;
    if (first.n + second.n > sizeof joined) return false;
    memcpy(joined, first.p, first.n);
    memcpy(joined + first.n, second.p, second.n);
    return knows(x, (struct str){joined, first.n + second.n});
}

static void note(struct arena *a, struct hunt *h, const struct text *text, const struct lexemes *t, size_t i, struct str meant, bool listed)
{
    const struct lexeme *k = &t->v[i];
    const uint32_t *known = wordmap_get(&h->seen, k->low);
    if (known) {
        struct suspect *s = &h->suspects.v[*known - 1];
        if (s->count <= PLACES_MAX) {
            s->others[s->count - 1] = text->item;
            s->other_begin[s->count - 1] = k->begin;
        }
        s->count++;
        return;
    }
    if (h->suspects.n >= SUSPECTS_MAX) return;
    struct suspect *s = ARENA_PUSH(a, &h->suspects);
    struct str printed = str_slice(text->item->text, k->begin, k->end);
    *s = (struct suspect){.text = text, .begin = k->begin, .end = k->end, .printed = printed, .low = arena_str(a, k->low), .meant = meant,
                          .sentence = i == 0 || k->before == '.', .upper = text_upper(t), .listed = listed, .count = 1};
    *wordmap_put(a, &h->seen, s->low) = (uint32_t)h->suspects.n;
}

static void look_at(struct arena *a, struct hunt *h, const struct text *text, const struct lexemes *t, size_t i, bool upper)
{
    const struct lexeme *k = &t->v[i];
    const struct lexicon *l = h->x->k->lexicon;
    if (k->w->lexicon || k->low.n < 4 || !letters_only(k->low)) return;
    const uint32_t *wrong = wordmap_get(&l->confused, k->low);
    if (wrong) {
        note(a, h, text, t, i, l->confusions.v[*wrong + 1], true);
        return;
    }
    if (k->w->mark == h->name) return;
    if (h->quiet) return;
    size_t at = inner_capital(k);
    if (rubbish_before(h->x, k, at)) {
        note(a, h, text, t, i, arena_str(a, str_slice(k->text, at, k->text.n)), false);
        return;
    }
    if (k->low.n < 6 || (!upper && capital_behind_first(k))) return;
    enum knowing knowing = speller_ask(h->x->speller, k->w);
    h->unasked |= knowing == WORD_UNASKED;
    if (knowing == WORD_UNKNOWN && (torn(h->x, t, i) || (i && torn(h->x, t, i - 1)))) return;
    if (knowing == WORD_UNKNOWN) note(a, h, text, t, i, k->w->near, false);
    else if (knowing == WORD_KNOWN && h->own.n < OWN_MAX && !wordmap_get(&h->own, k->low)) *wordmap_put(a, &h->own, arena_str(a, k->low)) = 1;
}

/* Whether two words of the document could be taken for one another: they are near, and not two forms of one root. */
static bool near_each_other(const struct lexicon *l, struct str a, struct str b)
{
    size_t most = edits_allowed(a) < edits_allowed(b) ? edits_allowed(a) : edits_allowed(b);
    unsigned ones = 0;
    if ((a.n > b.n ? a.n - b.n : b.n - a.n) > most) return false;
    for (uint32_t apart = letter_bits(a) ^ letter_bits(b); apart; apart &= apart - 1) ones++;
    return ones <= 2 * most && edit_distance(a, b, most) <= most && !one_root(l, a, b);
}

static bool is_address(struct str text) { return memchr(text.p, '@', text.n) || (memchr(text.p, ':', text.n) && str_find(text, STR("://"), 0) != SIZE_MAX); }

/* Whether the dictionary could tell anything: some word that is not listed is near a listed one or near another such word of the document,
 * or has a capital inside. Opening it costs more than everything else about a short document. */
static bool dictionary_needed(struct arena *a, struct hunt *h)
{
    const struct lexicon *l = h->x->k->lexicon;
    struct str unlisted[UNLISTED_MAX];
    size_t n = 0;
    struct wordmap met = {0};
    for (size_t i = 0; i < h->x->texts->n; i++) {
        const struct lexemes *t = &h->x->texts->v[i].words;
        if (t->n && is_address(h->x->texts->v[i].item->text)) continue;
        bool upper = text_upper(t);
        for (size_t k = 0; k < t->n; k++) {
            const struct lexeme *w = &t->v[k];
            if (w->w->lexicon || w->low.n < 4 || !letters_only(w->low) || w->w->mark == h->name || wordmap_get(&l->confused, w->low)) continue;
            if (inner_capital(w)) return true;
            if (w->low.n < 6 || (!upper && capital_behind_first(w)) || wordmap_get(&met, w->low)) continue;
            if (entry_near(l, w->w).p || n == UNLISTED_MAX) return true;
            for (size_t m = 0; m < n; m++)
                if (near_each_other(l, w->low, unlisted[m])) return true;
            unlisted[n++] = w->low;
            *wordmap_put(a, &met, w->low) = 1;
        }
    }
    return false;
}

/* A known word of the document itself that is near. */
static struct str own_near(const struct hunt *h, struct str low)
{
    size_t most = edits_allowed(low), best = most + 1;
    uint32_t bits = letter_bits(low);
    struct str near = STR_ABSENT;
    for (size_t i = 0; i < h->own.cap && best > 1; i++) {
        struct str w = h->own.v[i].key;
        if (!w.p || (w.n > low.n ? w.n - low.n : low.n - w.n) > most) continue;
        uint32_t apart = bits ^ letter_bits(w);
        unsigned ones = 0;
        for (; apart; apart &= apart - 1) ones++;
        if (ones > 2 * most) continue;
        size_t d = edit_distance(low, w, best - 1);
        if (d < best && d <= edits_allowed(w) && !one_root(h->x->k->lexicon, low, w)) best = d, near = w;
    }
    return near;
}

/* A capital inside a sentence may begin a name, and capitals hide it: there only one edit will do. */
static bool certain(const struct suspect *s)
{
    bool capital = is_upper(s->printed.p[0]);
    return s->listed || !capital || (s->sentence && !s->upper) || edit_distance(s->low, s->meant, 1) <= 1;
}

static struct str capital_like(struct arena *a, struct str word, struct str model)
{
    char *p = arena_strz(a, word);
    bool second = model.n > 1 && is_upper(model.p[1]);
    for (size_t i = 0; i < (second ? word.n : 1) && is_upper(model.p[0]); i++)
        p[i] = upper_of(p[i]);
    return (struct str){p, word.n};
}

static void report(struct arena *a, struct hunt *h, const struct suspect *s)
{
    struct item *x = fact_child(a, s->text->owner, F_ejaan, s->printed, place_of_part(h->d->source, s->text->item, s->begin, s->end));
    fact_bool(a, x, F_salah_eja, true);
    fact_set(a, x, F_saran, capital_like(a, s->meant, s->printed));
    fact_int(a, x, F_jumlah, (long long)s->count);
    for (size_t i = 0; i + 1 < s->count && i < PLACES_MAX; i++)
        fact_child(a, x, F_ejaan_lagi, s->printed, place_of_part(h->d->source, s->others[i], s->other_begin[i], s->other_begin[i] + s->low.n));
}

/* ---- names: Dasar Hukum, dates, executors, the unit ------------------------------------------------------------------ */

/* In names only what is one edit from a listed word is a slip, and nothing behind "Kabupaten". */
static void look_at_name(struct arena *a, struct hunt *h, const struct text *text, const struct lexemes *t, size_t i)
{
    static const struct str places[] = {STR("kabupaten"), STR("kota"), STR("provinsi"), STR("kecamatan"), STR("kelurahan"), STR("desa"), STR("nagari"), STR("distrik")};
    const struct lexeme *k = &t->v[i];
    const struct lexicon *l = h->x->k->lexicon;
    if (k->w->lexicon || k->low.n < 6 || !letters_only(k->low) || capital_behind_first(k)) return;
    for (size_t p = 0; i && p < COUNT(places); p++)
        if (str_eq(t->v[i - 1].low, places[p])) return;
    struct str near = entry_near(l, k->w);
    if (!near.p || near.n < 6 || edit_distance(k->low, near, 1) > 1 || speller_ask(h->x->speller, k->w) != WORD_UNKNOWN) return;
    if (!torn(h->x, t, i) && !(i && torn(h->x, t, i - 1))) note(a, h, text, t, i, near, false);
}

static void look_at_names(struct arena *a, struct hunt *h, struct item *item)
{
    struct text *text = arena_alloc(a, sizeof *text);
    struct lexemes scratch = {.book = h->x->words};
    if (str_blank(item->text)) return;
    *text = (struct text){.item = item, .owner = &h->d->sop->head, .last = true};
    text->words = lexemes_keep(a, &scratch, item->text);
    for (size_t i = 0; i < text->words.n; i++) look_at_name(a, h, text, &text->words, i);
}

/* Two spellings of an executor are told as such. */
static bool told(const struct sop *s, const struct item *actor)
{
    for (const struct child *c = s->head.children; c; c = c->next)
        if (c->name == F_ejaan_pelaksana && str_eq(c->item.text, actor->text)) return true;
    return false;
}

static void names(struct arena *a, struct hunt *h)
{
    struct sop *s = h->d->sop;
    struct identity *id = &s->identity;
    struct item *const items[] = {&id->unit, &id->created, &id->revised, &id->effective, &id->approval.office, &s->signature.date};
    for (size_t i = 0; i < s->sections[SECTION_DASAR_HUKUM].items.n; i++) look_at_names(a, h, &s->sections[SECTION_DASAR_HUKUM].items.v[i]);
    for (size_t i = 0; i < COUNT(items); i++) look_at_names(a, h, items[i]);
    for (size_t i = 0; i < s->tables.n; i++)
        for (size_t k = 0; k < s->tables.v[i].actors.n; k++)
            if (!told(s, &s->tables.v[i].actors.v[k].item)) look_at_names(a, h, &s->tables.v[i].actors.v[k].item);
}

/* ---- words written twice ----------------------------------------------------------------------------------------------- */

/* "yang yang", "jilid jilid". Words that are doubled by rights have a hyphen; those that are often written without one are left alone. */
static void doubled(struct arena *a, struct hunt *h, const struct text *text, const struct lexemes *t, size_t i)
{
    const struct lexeme *k = &t->v[i], *next = &t->v[i + 1];
    if (next->before || k->low.n < 2 || !letters_only(k->low) || !str_eq(k->low, next->low) || wordmap_get(&h->x->k->lexicon->doubled, k->low)) return;
    struct item *x = fact_child(a, text->owner, F_ejaan, str_slice(text->item->text, k->begin, next->end), place_of_part(h->d->source, text->item, k->begin, next->end));
    fact_bool(a, x, F_salah_eja, true);
    fact_set(a, x, F_saran, arena_str(a, k->text));
    fact_int(a, x, F_jumlah, 1);
}

void analyse_spelling(struct arena *a, struct analyst *x, struct document *d)
{
    struct hunt h = {.x = x, .d = d, .name = wordbook_marks(x->words)};
    mark_names(a, x->words, d->sop, h.name);
    h.quiet = !speller_open(x->speller) && !dictionary_needed(a, &h);
    for (size_t i = 0; i < x->texts->n; i++) {
        const struct text *text = &x->texts->v[i];
        if (!text->words.n || is_address(text->item->text)) continue;
        bool upper = text_upper(&text->words);
        for (size_t k = 0; k < text->words.n; k++) look_at(a, &h, text, &text->words, k, upper);
        for (size_t k = 0; k + 1 < text->words.n; k++) doubled(a, &h, text, &text->words, k);
    }
    names(a, &h);
    for (size_t i = 0; i < h.suspects.n; i++) {
        struct suspect *s = &h.suspects.v[i];
        struct str own = s->listed ? STR_ABSENT : own_near(&h, s->low);
        if (own.p && (!s->meant.p || edit_distance(s->low, own, LONGEST_EDIT) <= edit_distance(s->low, s->meant, LONGEST_EDIT))) s->meant = own;
        if (s->meant.p && certain(s)) report(a, &h, s);
    }
    struct item *rest = fact_child(a, &d->sop->head, F_ejaan, STR_ABSENT, (struct place){SPAN_NONE, NULL});
    if (h.unasked) fact_unknown(a, rest, F_salah_eja, W_reason_no_dictionary);
    else fact_bool(a, rest, F_salah_eja, false);
}
