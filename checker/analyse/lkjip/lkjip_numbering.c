/* Numbers of tables, figures and appendices: given twice, of another chapter, listed or referred to without being there. */
#include "analyse/lkjip/lkjip_facts.h"
#include "language/token.h"

static struct str numbered_key(struct arena *a, const struct numbered *n) { return arena_printf(a, "%d %.*s", (int)n->what, (int)n->number.n, n->number.p); }

/* What stands behind the number. */
static struct str title_of(const struct numbered *n)
{
    size_t at = str_find(n->item.text, n->number, 0);
    struct str s = at == SIZE_MAX ? STR("") : str_slice(n->item.text, at + n->number.n, n->item.text.n);
    while (s.n && (s.p[0] == ' ' || s.p[0] == '.' || s.p[0] == ':' || s.p[0] == '-')) s = str_slice(s, 1, s.n);
    return str_trim(s);
}

/* Captions and numbered entries of a kind. */
struct counted {
    size_t captions, listed, listed_found;
};

/* The chapter that a number begins with ("3" of 3.12); 0: it has only one part. */
static int chapter_part(struct str number)
{
    uint64_t n;
    size_t dot = str_find(number, STR("."), 0);
    return dot != SIZE_MAX && dot + 1 < number.n && str_u64(str_slice(number, 0, dot), &n) && n < 100 ? (int)n : 0;
}

/* A number of another chapter between two of one: 3.4, 2.5, 3.6. */
static void leaps(struct arena *a, struct lkjip *l)
{
    struct numbered *before = NULL, *between = NULL;
    for (size_t i = 0; i < l->numbered.n; i++) {
        struct numbered *n = &l->numbered.v[i];
        if (n->reference || n->listed || n->what != NUMBERED_TABLE || !chapter_part(n->number)) continue;
        if (before && between && chapter_part(before->number) == chapter_part(n->number) && chapter_part(between->number) != chapter_part(n->number)) {
            fact_bool(a, &between->item, F_bab_lain, true);
            fact_setf(a, &between->item, F_di_antara, "%.*s dan %.*s", (int)before->number.n, before->number.p, (int)n->number.n, n->number.p);
        }
        before = between;
        between = n;
    }
}

/* The chapter in which a caption stands, by the order of the text; NULL: before the first, or the text has no bytes in order. */
static const struct chapter *standing_in(const struct lkjip *l, const struct numbered *n)
{
    const struct chapter *in = NULL;
    for (size_t i = 0; n->item.place.at.set && i < l->chapters.n; i++)
        if (l->chapters.v[i].title.place.at.set && l->chapters.v[i].title.place.at.begin <= n->item.place.at.begin) in = &l->chapters.v[i];
    return in;
}

static bool caption_of_table(const struct numbered *n) { return !n->reference && !n->listed && n->what == NUMBERED_TABLE && chapter_part(n->number) > 0; }

/* Tabel 2.3 in BAB I, where the others are numbered 1.x and BAB II has a heading of its own. */
static void strays(struct arena *a, struct lkjip *l)
{
    enum { CHAPTERS = 100 };
    bool headed[CHAPTERS] = {false}, numbered[CHAPTERS] = {false};
    for (size_t i = 0; i < l->chapters.n; i++)
        if (l->chapters.v[i].number > 0 && l->chapters.v[i].number < CHAPTERS) headed[l->chapters.v[i].number] = true;
    for (size_t i = 0; i < l->numbered.n; i++) {
        const struct chapter *in = caption_of_table(&l->numbered.v[i]) ? standing_in(l, &l->numbered.v[i]) : NULL;
        if (in && in->number == chapter_part(l->numbered.v[i].number)) numbered[in->number] = true;
    }
    for (size_t i = 0; i < l->numbered.n; i++) {
        struct numbered *n = &l->numbered.v[i];
        const struct chapter *in = caption_of_table(n) ? standing_in(l, n) : NULL;
        const struct fact *f = in ? fact_find(&n->item, F_bab_lain) : NULL;
        int own = chapter_part(n->number);
        if (!f || str_eqz(f->value, "ya") || in->number <= 0 || in->number > 3 || in->number == own || !numbered[in->number] || !headed[own]) continue;
        fact_bool(a, &n->item, F_bab_lain, true);
        fact_set(a, &n->item, F_di_bab, in->title.text);
    }
}

/* References to what is not there, and numbers given twice. Where nothing of a kind has a caption its captions were lost, and where few
 * of the listed ones were found most were: nothing is said. */
void lkjip_numbering(struct arena *a, struct lkjip *l)
{
    struct wordmap seen = {0};
    struct counted counted[NUMBERED_KINDS] = {{0}};
    for (size_t i = 0; i < l->numbered.n; i++) {
        struct numbered *n = &l->numbered.v[i];
        if (n->reference || n->listed || !n->number.n) continue;
        counted[n->what].captions++;
        uint32_t *times = wordmap_put(a, &seen, numbered_key(a, n));
        if (title_of(n).n < 4) { /* "Tabel 3.6 :" is a mention, or a caption whose title was lost */
            if (!*times) *times = 1;
            continue;
        }
        fact_bool(a, &n->item, F_nomor_ganda, *times >= 2);
        fact_set(a, &n->item, F_nomor, n->number);
        fact_bool(a, &n->item, F_bab_lain, false);
        *times = 2;
    }
    leaps(a, l);
    strays(a, l);
    for (size_t i = 0; i < l->numbered.n; i++) {
        const struct numbered *n = &l->numbered.v[i];
        if (!n->listed || !n->number.n) continue;
        counted[n->what].listed++;
        counted[n->what].listed_found += wordmap_get(&seen, numbered_key(a, n)) != NULL;
    }
    for (size_t i = 0; i < l->numbered.n; i++) {
        struct numbered *n = &l->numbered.v[i];
        const struct counted *c = &counted[n->what];
        if (!n->number.n || (!n->reference && !n->listed)) continue;
        fact_set(a, &n->item, F_nomor, n->number);
        bool there = wordmap_get(&seen, numbered_key(a, n)) != NULL;
        if (!there && l->unread) fact_unknown(a, &n->item, n->listed ? F_di_dokumen : F_ada, W_reason_pages_unread);
        else if (n->listed && 2 * c->listed_found >= c->listed && c->listed_found) fact_bool(a, &n->item, F_di_dokumen, there);
        else if (n->listed) fact_unknown(a, &n->item, F_di_dokumen, W_reason_captions_unread);
        else if (c->captions) fact_bool(a, &n->item, F_ada, there);
        else fact_unknown(a, &n->item, F_ada, W_reason_captions_unread);
    }
}
