/* How far two figures of the text are apart, and which way the one went from the other: "81,60 %, naik 1,33 poin dibandingkan tahun 2022
 * sebesar 80,27 %". What the sentence itself does not print, the tables tell. */
#include <string.h>

#include "base/chars.h"
#include "analyse/lkjip/prose/lkjip_claims.h"

enum { LONGEST = 2000 /* of a sentence; longer ones are tables that were run together */, BACK_MOST = 400, NOW_MOST = 4, STEPS = 12 };

struct said {
    struct number n;
    struct str printed;
};
/* A sentence that compares. */
struct comparing {
    const struct claims *c;
    struct str text;
    struct said now[NOW_MOST], base, delta;
    size_t nows;              /* figures before the word of direction, any of which may be meant */
    bool has_base, has_delta, points, rise;
    bool definite;            /* "tahun 2022 yang sebesar": not how far, but from where */
    int base_year;
};

static bool in(const struct wordset *w, const struct lexeme *t) { return wordset_has(w, t->low); }

static bool is(const struct lexemes *t, size_t i, const char *word) { return i < t->n && str_eqz(t->v[i].low, word); }

/* The figure that begins at word i; *next: the word behind it. */
static bool figure(const struct comparing *p, size_t i, struct said *out, size_t *next)
{
    const struct lexemes *t = &p->c->words;
    if (!is_digit(t->v[i].low.p[0]) || claims_year_alone(t, i, p->text) || t->v[i].before == '-' || t->v[i].before == '/') return false;
    if (!claims_figure(p->c, p->text, t->v[i].begin, &out->n, &out->printed)) return false;
    size_t end = (size_t)(out->printed.p - p->text.p) + out->printed.n;
    for (*next = i; *next < t->n && t->v[*next].begin < end;) ++*next;
    if (out->n.percent && is(t, *next, "persen")) ++*next;
    return true;
}

/* A figure of a target, or one that another is measured from. */
static bool of_something_else(const struct comparing *p, size_t i)
{
    const struct lexemes *t = &p->c->words;
    const struct narrative_words *w = p->c->k->narrative;
    for (size_t steps = 0; i-- > 0 && steps < STEPS; steps++) {
        if (claims_kind(w, &t->v[i]) == MEASURED_TARGET || in(&w->against, &t->v[i])) return true;
        if (is_digit(t->v[i].low.p[0]) ? !claims_year(&t->v[i]) : !in(&w->glue, &t->v[i]) && !in(&w->links, &t->v[i])) return false;
    }
    return false;
}

/* Between the last figure and the word of direction only words that join; all figures of the clause before it are remembered. */
static bool figures_before(struct comparing *p, size_t verb)
{
    const struct lexemes *t = &p->c->words;
    const struct narrative_words *w = p->c->k->narrative;
    size_t first = verb, behind = 0, next;
    while (first > 0 && !(t->v[first].before && strchr(";.:\n", t->v[first].before) && !is_digit(t->v[first].low.p[0]))) first--;
    for (size_t i = first; i < verb; i = next) {
        struct said f;
        next = i + 1;
        if (!figure(p, i, &f, &next)) continue;
        if (is(t, next, "poin") || next > verb || p->nows == NOW_MOST) return false;
        behind = next;
        if (!of_something_else(p, i)) p->now[p->nows++] = f;
    }
    for (size_t i = behind; behind && i < verb; i++) {
        bool joins = in(&w->glue, &t->v[i]) || in(&w->joins, &t->v[i]) || claims_year_alone(t, i, p->text);
        if (!joins || (t->v[i].before && t->v[i].before != ',')) p->nows = 0;
    }
    return true;
}

/* "sebesar 1,33 poin", "1,7 %" behind the word of direction. */
static size_t delta(struct comparing *p, size_t i)
{
    const struct lexemes *t = &p->c->words;
    size_t next;
    if (is(t, i, "sebesar") || is(t, i, "sebanyak")) i++;
    if (i >= t->n || t->v[i].before || !figure(p, i, &p->delta, &next)) return i;
    p->has_delta = true;
    while (is(t, next, "poin") || is(t, next, "persen") || is(t, next, "point")) p->points |= !is(t, next++, "persen");
    return next;
}

/* "dibandingkan [capaian] tahun 2022 [yang] sebesar 80,27" */
static void base(struct comparing *p, size_t i)
{
    const struct lexemes *t = &p->c->words;
    const struct narrative_words *w = p->c->k->narrative;
    size_t steps = 0, next;
    while (i < t->n && steps < 3 && !in(&w->against, &t->v[i]) && i + 1 < t->n && (in(&w->joins, &t->v[i]) || in(&w->against, &t->v[i + 1])) && (!t->v[i].before || t->v[i].before == ',')) i++, steps++;
    if (i >= t->n || !in(&w->against, &t->v[i]) || (t->v[i].before && t->v[i].before != ',')) return;
    p->definite = is(t, i, "dari") && i + 1 < t->n && is_digit(t->v[i + 1].low.p[0]);
    for (i++, steps = 0; i < t->n && steps < STEPS; i++, steps++) {
        const struct lexeme *k = &t->v[i];
        if (k->before && k->before != '(' && !(k->before == ',' && (in(&w->joins, k) || in(&w->links, k)))) return;
        if (claims_year_alone(t, i, p->text)) {
            if (p->base_year) return;
            p->base_year = claims_year(k);
        } else if (is_digit(k->low.p[0])) {
            p->has_base = figure(p, i, &p->base, &next) && !is(t, next, "poin");
            p->definite |= k->before == '(';
            if (is(t, next, "menjadi") && next + 1 < t->n && p->has_base) p->nows = figure(p, next + 1, &p->now[0], &next);
            return;
        } else if (is(t, i, "menjadi") || claims_kind(w, k) == MEASURED_TARGET) return;
        else if (in(&w->relative, k)) p->base_year = p->base_year ? p->base_year : p->c->year - 1;
        else if (!in(&w->glue, k) && !in(&w->links, k) && !in(&w->against, k) && !claims_kind(w, k)) return;
        p->definite |= is(t, i, "yang") || is(t, i, "adalah") || is(t, i, "yaitu") || is(t, i, "yakni") || is(t, i, "mencapai");
    }
}

/* Another figure than the year's own is spoken of: of a part, of another place, of a plan; about so much. */
static bool of_a_part(const struct comparing *p)
{
    const struct lexemes *t = &p->c->words;
    const struct narrative_words *w = p->c->k->narrative;
    for (size_t i = 0; i < t->n; i++)
        if (in(&w->scope, &t->v[i]) && !claims_own_word(p->c, t->v[i].low) && !(i + 1 < t->n && in(&w->against, &t->v[i + 1]))) return true;
    return false;
}

/* The only word of direction of the sentence. */
static size_t direction_word(const struct comparing *p, bool *rise)
{
    const struct lexemes *t = &p->c->words;
    const struct narrative_words *w = p->c->k->narrative;
    size_t found = NO_INDEX;
    for (size_t i = 0; i < t->n; i++) {
        bool up = in(&w->rise, &t->v[i]);
        if (!up && !in(&w->fall, &t->v[i])) continue;
        if (found != NO_INDEX) return NO_INDEX;
        found = i;
        *rise = up;
    }
    return found;
}

static bool within(const struct number *x, const struct number *of, struct ratio least, struct ratio most)
{
    struct ratio low, high;
    int under = 0, over = 0;
    if (!ratio_mul(of->low, least, &low) || !ratio_mul(of->low, most, &high)) return false;
    return ratio_compare(x->low, low, &under) && ratio_compare(x->low, high, &over) && under >= 0 && over <= 0;
}

/* "81,60 % meningkat dibandingkan tahun 2022 sebesar 82,10 %" */
static bool went(struct comparing *p, struct arena *a, struct statement *s)
{
    if (!p->has_base || !p->nows) return false;
    for (size_t i = 0; i < p->nows; i++) {
        const struct number *now = &p->now[i].n;
        bool near = p->definite || p->has_delta ? within(now, &p->base.n, (struct ratio){1, 2}, RATIO(2)) : within(now, &p->base.n, (struct ratio){4, 5}, (struct ratio){5, 4});
        int sign = 0;
        if (now->percent != p->base.n.percent || !near || !ratio_compare(now->low, p->base.n.low, &sign) || !sign || (sign > 0) == p->rise) return false;
    }
    claims_direction(a, s, p->rise, false, p->base.printed, p->now[p->nows - 1].printed);
    return true;
}

/* ---- how far ---------------------------------------------------------------------------------------------------- */

static bool fits(const struct comparing *p, const struct number *from, const struct number *to)
{
    struct interval points, percent;
    bool share = p->delta.n.percent && !p->points;
    if (!lkjip_differences(from, to, &points, &percent)) return true;
    return lkjip_stands_for(points, &p->delta.n) || (share && lkjip_stands_for(percent, &p->delta.n));
}

static void apart(struct claims *c, struct statement *s, const struct comparing *p, const struct said *from, const struct said *to, bool right)
{
    struct ratio d, q;
    bool share = p->delta.n.percent && !p->points;
    if (!ratio_sub(to->n.low, from->n.low, &d)) return;
    if (d.num < 0) d.num = -d.num;
    struct item *x = fact_child(c->a, &s->item, F_selisih_disebut, arena_str(c->a, p->delta.printed), s->item.place);
    fact_bool(c->a, x, F_cocok, right);
    fact_set(c->a, x, F_seharusnya, number_format(c->a, d, from->n.decimals > to->n.decimals ? from->n.decimals : to->n.decimals));
    fact_setf(c->a, x, F_dari_ke, "%.*s dan %.*s", (int)from->printed.n, from->printed.p, (int)to->printed.n, to->printed.p);
    if (share && ratio_div(d, from->n.low, &q) && ratio_mul(q, RATIO(100), &q)) fact_set(c->a, x, F_selisih_persen, number_format(c->a, q, p->delta.n.decimals));
}

/* The one indicator that the sentence names by its whole name; NO_INDEX. */
static size_t only_name(struct claims *c, enum measured *what)
{
    size_t name = NO_INDEX;
    for (size_t i = 0; i < c->words.n; i++) {
        struct mention m;
        if (!mentions_at(&c->forms, &c->words, i, &m)) continue;
        size_t here = c->form_of.v[m.name].loose ? NO_INDEX : c->form_of.v[m.name].name;
        if (here == NO_INDEX || (name != NO_INDEX && here != name)) return NO_INDEX;
        if (name == NO_INDEX) *what = claims_kind_before(c, m.begin);
        name = here;
        i = m.end - 1;
    }
    return name;
}

static bool told_by_table(const struct claims *c, size_t name, int year, enum measured what, struct said *out)
{
    const struct claim *q = year ? claims_of_table(c, name, year, what) : NULL;
    if (q) *out = (struct said){*q->number, q->printed};
    return q != NULL;
}

/* The sentence speaks of a year that is neither. */
static bool other_year(const struct claims *c, int from, int to)
{
    for (size_t i = 0; i < c->words.n; i++) {
        int year = claims_year(&c->words.v[i]);
        if (year && year != to && year != from) return true;
    }
    return false;
}

/* The two figures of one kind that the sentence may mean, where the tables bear out what it says of them; what goes another way is for LN002. */
static bool pair_told(const struct claims *c, const struct comparing *p, size_t name, int from, int to, enum measured kind, struct said *a, struct said *b)
{
    int sign = 0;
    if (!told_by_table(c, name, to, kind, b)) return false;
    if (p->nows && !ratio_same(b->n.low, p->now[p->nows - 1].n.low)) return false;
    bool printed = told_by_table(c, name, from, kind, a);
    if (p->has_base && printed && !ratio_same(a->n.low, p->base.n.low)) return false;
    if (!printed && !p->has_base) return false;
    if (!printed) *a = p->base;
    return (a->n.percent == b->n.percent || printed) && ratio_compare(b->n.low, a->n.low, &sign) && (sign > 0) == p->rise;
}

/* "X naik 1,33 poin dari tahun 2022 [yang sebesar 66,10]": what the sentence leaves out stands in the tables; of realisasi and capaian either
 * may be meant. */
static bool against_tables(struct claims *c, struct statement *s, const struct comparing *p, const struct direction_claim *d)
{
    enum measured what = MEASURED_NONE;
    size_t name = d ? d->name : only_name(c, &what), pairs = 0;
    int to = d ? d->to : c->year, from = d ? d->from : p->base_year ? p->base_year : c->year - 1;
    struct said first = {0}, last = {0};
    if (d && d->capaian) what = MEASURED_CAPAIAN;
    if (name == NO_INDEX || !to || from >= to || what == MEASURED_TARGET) return false;
    if (other_year(c, from, to)) return false;
    static const enum measured kinds[] = {MEASURED_REALISASI, MEASURED_CAPAIAN};
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct said a, b;
        if (what == MEASURED_CAPAIAN && kinds[i] == MEASURED_REALISASI) continue;
        if (!pair_told(c, p, name, from, to, kinds[i], &a, &b)) continue;
        if (fits(p, &a.n, &b.n)) {
            apart(c, s, p, &a, &b, true);
            return true;
        }
        if (!pairs++) first = a, last = b;
    }
    if (pairs) apart(c, s, p, &first, &last, false);
    return pairs > 0;
}

static bool how_far(struct claims *c, struct statement *s, const struct comparing *p, const struct direction_claim *d)
{
    if (!p->has_delta || !p->delta.n.decimals) return false;
    if (!p->has_base || !p->nows) return (p->has_base || d) && against_tables(c, s, p, d);
    const struct said *now = NULL;
    for (size_t i = 0; i < p->nows; i++) {
        if (p->now[i].n.percent != p->base.n.percent) continue;
        now = &p->now[i];
        if (!fits(p, &p->base.n, &now->n)) continue;
        apart(c, s, p, &p->base, now, true);
        return true;
    }
    if (now && now->n.decimals == p->base.n.decimals) apart(c, s, p, &p->base, now, false);
    return now != NULL;
}

/* The decimal figures of a text that are no part of a date or a list; false: more than two. */
static bool two_figures(const struct claims *w, struct str s, struct number out[2], struct str printed[2], size_t *n)
{
    *n = 0;
    for (size_t i = 0; i < s.n;) {
        size_t end = i;
        while (end < s.n && (is_digit(s.p[end]) || ((s.p[end] == ',' || s.p[end] == '.') && end > i && end + 1 < s.n && is_digit(s.p[end + 1])))) end++;
        if (end == i) {
            i++;
            continue;
        }
        struct str figure = str_slice(s, i, end);
        i = end;
        if (str_find(figure, STR(","), 0) == SIZE_MAX) continue;
        if (*n == 2) return false;
        out[*n] = number_parse(w->k->figures, figure, MARKS_COMMA);
        printed[*n] = figure;
        if (out[*n].form != NUMBER_VALUE) return false;
        ++*n;
    }
    return true;
}

/* "81,48, sedangkan … 72,14. … lebih unggul 9,34 poin": the figure before "poin" against the two before it, in this sentence or the one
 * before. */
static void difference(struct claims *w, struct statement *s, const struct statement *before)
{
    struct str text = s->item.text, printed[2], stated;
    size_t at = str_ifind(text, STR(" poin"), 0), n = 0, from;
    struct number two[2], points;
    struct interval a, b, apart;
    if (at == SIZE_MAX || !at || !wordset_search(&w->k->narrative->ahead, str_slice(text, 0, at), NULL).p) return;
    for (from = at; from && (is_digit(text.p[from - 1]) || text.p[from - 1] == ',');) from--;
    stated = str_slice(text, from, at);
    points = number_parse(w->k->figures, stated, MARKS_COMMA);
    if (points.form != NUMBER_VALUE || !points.decimals || !two_figures(w, str_slice(text, 0, from), two, printed, &n)) return;
    if (!n && before && before->item.place.at.end + BACK_MOST > s->item.place.at.begin && !two_figures(w, before->item.text, two, printed, &n)) return;
    if (n != 2 || two[0].decimals != two[1].decimals || !interval_of(&two[0], false, &a) || !interval_of(&two[1], false, &b)) return;
    int sign = 0;
    if (!ratio_compare(a.low, b.low, &sign)) return;
    const struct interval *more = sign >= 0 ? &a : &b, *less = sign >= 0 ? &b : &a;
    struct ratio exact;
    if (!ratio_sub(more->low, less->high, &apart.low) || !ratio_sub(more->high, less->low, &apart.high)) return;
    if (!ratio_sub(sign >= 0 ? two[0].low : two[1].low, sign >= 0 ? two[1].low : two[0].low, &exact)) return;
    struct item *x = fact_child(w->a, &s->item, F_selisih_disebut, arena_str(w->a, stated), s->item.place);
    fact_bool(w->a, x, F_cocok, interval_meets(apart, &points));
    fact_set(w->a, x, F_seharusnya, number_format(w->a, exact, points.decimals));
    fact_setf(w->a, x, F_dari_ke, "%.*s dan %.*s", (int)printed[0].n, printed[0].p, (int)printed[1].n, printed[1].p);
}

bool claims_apart(struct claims *c, size_t index, const struct direction_claim *d)
{
    struct statement *s = &c->l->statements.v[index];
    struct comparing p = {.c = c, .text = s->item.text};
    bool told = false, judged = false;
    if (s->item.text.n > LONGEST) return false;
    size_t verb = direction_word(&p, &p.rise);
    if (verb != NO_INDEX && !of_a_part(&p) && figures_before(&p, verb)) {
        base(&p, delta(&p, verb + 1));
        told = went(&p, c->a, s);
        judged = told || how_far(c, s, &p, d);
    }
    if (!judged) difference(c, s, index ? &c->l->statements.v[index - 1] : NULL);
    return told;
}
