/* Figures that sentences state, held against the tables and against each other; directions that contradict the figures. */
#include <string.h>

#include "base/chars.h"
#include "analyse/analyst.h"
#include "analyse/lkjip/prose/lkjip_claims.h"

struct stating {
    struct claims c;
    const struct source *source;
    struct wordmap values;    /* of figures with decimals in tables: "num/den" */
    struct { bool *v; size_t n, cap; } accused; /* by claim */
};

/* Two printed figures are the same up to the digits of the one with fewer decimals. */
static bool agree(const struct number *x, const struct number *y)
{
    const struct number *coarse = x->decimals < y->decimals ? x : y, *fine = coarse == x ? y : x;
    return interval_meets((struct interval){fine->low, fine->low}, coarse);
}

/* As many digits, one of them another or two neighbours exchanged: a slip of the pen. */
static bool slip(struct str x, struct str y)
{
    size_t apart = 0, first = 0, digits = 0;
    size_t n = 0, m = 0;
    while (n < x.n && (is_digit(x.p[n]) || x.p[n] == ',' || x.p[n] == '.')) n++;
    while (m < y.n && (is_digit(y.p[m]) || y.p[m] == ',' || y.p[m] == '.')) m++;
    if (n != m) return false;
    for (size_t i = 0; i < n; i++) {
        digits += is_digit(x.p[i]);
        if (x.p[i] == y.p[i]) continue;
        if (is_digit(x.p[i]) != is_digit(y.p[i])) return false;
        if (!apart++) first = i;
    }
    if (digits < 3) return false;
    return apart == 1 || (apart == 2 && first + 1 < n && x.p[first] == y.p[first + 1] && x.p[first + 1] == y.p[first]);
}

/* Not further apart than a twentieth. */
static bool near(const struct number *x, const struct number *y)
{
    struct ratio apart, most;
    int sign = 1;
    if (!ratio_sub(x->low, y->low, &apart) || !ratio_mul(x->low, (struct ratio){1, 20}, &most)) return false;
    if (apart.num < 0) apart.num = -apart.num;
    if (most.num < 0) most.num = -most.num;
    return ratio_compare(apart, most, &sign) && sign <= 0;
}

static bool same_kind(enum measured x, enum measured y) { return x == y || (x == MEASURED_OPEN && y != MEASURED_TARGET) || (y == MEASURED_OPEN && x != MEASURED_TARGET); }

static struct str value_key(struct arena *a, const struct number *n) { return arena_printf(a, "%lld/%lld", (long long)n->low.num, (long long)n->low.den); }

/* ---- LN001 ---------------------------------------------------------------------------------------------------- */

static void verdict(struct stating *s, const struct claim *told, const struct claim *other, bool same)
{
    struct arena *a = s->c.a;
    struct item *sentence = &s->c.l->statements.v[told->sentence].item;
    struct item *x = fact_child(a, sentence, F_angka_disebut, told->printed, place_of_part(s->source, sentence, told->begin, told->end));
    enum measured what = told->what != MEASURED_OPEN ? told->what : other->what != MEASURED_OPEN ? other->what : MEASURED_REALISASI;
    fact_set(a, x, F_indikator, s->c.names.v[told->name].printed);
    fact_set(a, x, F_tentang, what == MEASURED_TARGET ? STR("target") : what == MEASURED_CAPAIAN ? STR("capaian") : STR("realisasi"));
    fact_int(a, x, F_tahun, told->year);
    fact_set(a, x, F_angka_lain, other->printed);
    fact_set(a, x, F_letak_lain, other->sentence == NO_INDEX ? STR("tabel") : STR("kalimat lain"));
    fact_bool(a, x, F_sama, same);
    if (same) return;
    struct place place = other->place;
    if (other->sentence != NO_INDEX) place = place_of_part(s->source, &s->c.l->statements.v[other->sentence].item, other->begin, other->end);
    fact_child(a, x, F_angka_pembanding, other->printed, place);
}

/* What the tables say of the year, if they agree among themselves; else an earlier sentence that was not accused. */
static const struct claim *rival_of(const struct stating *s, size_t k, bool *unsettled)
{
    const struct claim *told = &s->c.all.v[k], *realisasi = NULL, *other = NULL, *sentence = NULL;
    for (size_t i = claims_last(&s->c, told->name, told->year); i; i = s->c.all.v[i - 1].before) {
        const struct claim *q = &s->c.all.v[i - 1];
        if (i - 1 >= k || !same_kind(told->what, q->what) || q->sentence == told->sentence) continue;
        if (q->sentence != NO_INDEX) {
            if (!s->accused.v[i - 1]) sentence = q;
            continue;
        }
        const struct claim **table = q->what == MEASURED_REALISASI ? &realisasi : &other;
        if (*table && !agree((*table)->number, q->number)) *unsettled = true;
        *table = q;
    }
    return realisasi ? realisasi : other ? other : sentence;
}

/* A figure that a table prints for the indicator, of whatever kind and year, or that another row prints: the sentence may mean that. */
static bool printed_elsewhere(struct stating *s, size_t k, bool far_off)
{
    const struct claim *told = &s->c.all.v[k];
    for (size_t i = s->c.names.v[told->name].last; i; i = s->c.all.v[i - 1].same)
        if (s->c.all.v[i - 1].sentence == NO_INDEX && agree(s->c.all.v[i - 1].number, told->number)) return true;
    return told->number->decimals && !far_off && wordmap_get(&s->values, value_key(s->c.a, told->number));
}

/* A name with more figures than that is no indicator's name. */
enum { MOST_CLAIMS = 400 };

/* The sentence calls the indicator by its whole name, and no table has anything like that figure for it: it is another row's. */
static bool far_off(const struct stating *s, const struct claim *told, const struct claim *other)
{
    struct ratio twice, half;
    int over = 0, under = 0;
    if (told->loose || other->sentence != NO_INDEX || told->what == MEASURED_OPEN) return false;
    if (!ratio_mul(other->number->low, RATIO(3), &twice) || !ratio_div(other->number->low, RATIO(3), &half)) return false;
    if (!ratio_compare(told->number->low, twice, &over) || !ratio_compare(told->number->low, half, &under)) return false;
    return (over > 0 || under < 0) && s->c.names.v[told->name].claims <= MOST_CLAIMS;
}

static bool accused_before(const struct stating *s, size_t k)
{
    const struct claim *told = &s->c.all.v[k];
    for (size_t i = claims_last(&s->c, told->name, told->year); i; i = s->c.all.v[i - 1].before)
        if (i - 1 < k && s->accused.v[i - 1] && agree(s->c.all.v[i - 1].number, told->number)) return true;
    return false;
}

static void judge(struct stating *s, size_t k)
{
    const struct claim *told = &s->c.all.v[k];
    bool unsettled = false;
    if (s->c.names.v[told->name].claims > MOST_CLAIMS) return;
    const struct claim *other = rival_of(s, k, &unsettled);
    if (!other) return;
    if (agree(other->number, told->number) || printed_elsewhere(s, k, far_off(s, told, other))) {
        if (agree(other->number, told->number)) verdict(s, told, other, true);
        return;
    }
    bool alike = slip(told->printed, other->printed);
    if (unsettled || ((told->loose || other->loose) && !alike)) return;
    if (other->sentence != NO_INDEX && !alike && (!near(told->number, other->number) || told->number->decimals != other->number->decimals)) return;
    s->accused.v[k] = true;
    if (!accused_before(s, k)) verdict(s, told, other, false);
}

/* ---- LN002 ---------------------------------------------------------------------------------------------------- */

void claims_direction(struct arena *a, struct statement *st, bool rise, bool fits, struct str from, struct str to)
{
    fact_bool(a, &st->item, F_arah_sesuai, fits);
    fact_set(a, &st->item, F_arah_kata, rise ? STR("naik") : STR("turun"));
    fact_set(a, &st->item, F_angka_awal, from);
    fact_set(a, &st->item, F_angka_akhir, to);
}

/* The figure within reach of `from`, years passed over. */
static bool figure_after(const struct claims *c, struct str s, size_t from, struct number *out, struct str *printed)
{
    size_t end = from + 60 < s.n ? from + 60 : s.n;
    for (size_t i = from; i < end; i++) {
        if (!is_digit(s.p[i])) continue;
        size_t j = i;
        while (j < s.n && (is_digit(s.p[j]) || ((s.p[j] == '.' || s.p[j] == ',') && j + 1 < s.n && is_digit(s.p[j + 1])))) j++;
        if (i && (s.p[i - 1] == '/' || s.p[i - 1] == '-')) return false;
        uint64_t year;
        *printed = str_slice(s, i, j);
        if (str_u64(*printed, &year) && year_of_report(year)) {
            i = j;
            continue;
        }
        *out = number_parse(c->k->figures, *printed, MARKS_COMMA);
        return out->form == NUMBER_VALUE;
    }
    return false;
}

/* "naik dari 68,10 menjadi 62,65" */
static bool trend(struct claims *c, struct statement *st)
{
    struct str text = st->item.text, from_text, to_text;
    struct number from, to;
    int sign = 0;
    size_t dari = str_ifind(text, STR(" dari "), 0), menjadi;
    if (dari == SIZE_MAX || (menjadi = str_ifind(text, STR("menjadi "), dari)) == SIZE_MAX || menjadi - dari > 60) return false;
    if (!figure_after(c, text, dari + 6, &from, &from_text) || from_text.p > text.p + menjadi || !figure_after(c, text, menjadi + 8, &to, &to_text)) return false;
    size_t clause = dari;
    while (clause > 0 && !strchr(";,.:", text.p[clause - 1])) clause--;
    struct str said = str_slice(text, clause, dari + 1);
    bool rise = wordset_search(&c->k->narrative->rise, said, NULL).p != NULL, fall = wordset_search(&c->k->narrative->fall, said, NULL).p != NULL;
    if (rise == fall || !ratio_compare(to.low, from.low, &sign)) return false;
    claims_direction(c->a, st, rise, rise ? sign > 0 : sign < 0, from_text, to_text);
    return true;
}

const struct claim *claims_of_table(const struct claims *c, size_t name, int year, enum measured what)
{
    const struct claim *found = NULL;
    if (c->names.v[name].claims > MOST_CLAIMS) return NULL;
    for (size_t i = claims_last(c, name, year); i; i = c->all.v[i - 1].before) {
        const struct claim *q = &c->all.v[i - 1];
        if (q->sentence != NO_INDEX || q->what != what) continue;
        if (found && !agree(found->number, q->number)) return NULL;
        found = q;
    }
    return found;
}

/* How the figures of that kind went: 1 up, -1 down, 0 the same; false: not known. */
static bool went(const struct claims *c, const struct direction_claim *d, enum measured what, int *sign, const struct claim *ends[2])
{
    const struct claim *from = claims_of_table(c, d->name, d->from, what), *to = claims_of_table(c, d->name, d->to, what);
    if (!from || !to || !ratio_compare(to->number->low, from->number->low, sign)) return false;
    ends[0] = from;
    ends[1] = to;
    return true;
}

/* "X meningkat dibandingkan tahun 2022" beside the tables. The capaian of an indicator may well go another way than its realisasi: what a
 * sentence means of the two is open, and only what neither bears out contradicts it. */
static void series(struct stating *s, size_t index, const struct direction_claim *d)
{
    const struct claim *by_realisasi[2], *by_capaian[2];
    int sign = 0;
    bool known = went(&s->c, d, MEASURED_REALISASI, &sign, by_realisasi);
    if (known && (sign == 0 || (sign > 0) == d->rise)) return;
    bool capaian = went(&s->c, d, MEASURED_CAPAIAN, &sign, by_capaian);
    if (capaian && (sign == 0 || (sign > 0) == d->rise)) return;
    if (d->capaian ? !capaian : !known) return;
    const struct claim **ends = known ? by_realisasi : by_capaian;
    claims_direction(s->c.a, &s->c.l->statements.v[index], d->rise, false, ends[0]->printed, ends[1]->printed);
}

void lkjip_stated(struct arena *a, struct analyst *x, struct document *d)
{
    struct lkjip *l = d->lkjip;
    struct stating s = {.c = {.a = a, .k = x->k, .l = l, .forms = {.a = a}}, .source = d->source};
    uint64_t year;
    if (str_u64(str_trim(l->identity.year.text), &year) && year < 10000) s.c.year = (int)year;
    claims_from_tables(&s.c);
    for (size_t i = 0; i < s.c.all.n; i++) {
        *ARENA_PUSH(a, &s.accused) = false;
        if (s.c.all.v[i].number->decimals) *wordmap_put(a, &s.values, value_key(a, s.c.all.v[i].number)) = 1;
    }
    for (size_t i = 0; i < l->statements.n; i++) {
        size_t first = s.c.all.n;
        struct direction_claim said;
        bool directed = claims_of_sentence(&s.c, i, &said);
        for (size_t k = first; k < s.c.all.n; k++) {
            *ARENA_PUSH(a, &s.accused) = false;
            judge(&s, k);
        }
        bool told = claims_apart(&s.c, i, directed ? &said : NULL);
        if (!told && !trend(&s.c, &l->statements.v[i]) && directed) series(&s, i, &said);
    }
}
