/* Capaian recomputed, row by row: which formula gives the printed value, whether its direction fits, means and categories. */
#include <string.h>

#include "base/chars.h"
#include "analyse/analyst.h"
#include "analyse/lkjip/lkjip_facts.h"

static const char *const formula_names[] = {"R/T", "(2T-R)/T", "T/R"};

struct measuring {
    struct arena *a;
    struct analyst *x;
    struct lkjip *l;
    struct declared declared;
    bool used_2tr, used_tr;     /* rows that only the one or the other negative formula explains */
    struct item *first_2tr, *first_tr;
};

/* "101,97% (R/T)" for every formula that the direction allows, or "100,00%" where all agree: what the capaian should be. */
static void expected(struct measuring *m, struct indicator *i, const struct number *target, const struct number *realisasi, enum direction d, bool wrong)
{
    struct interval r, c;
    struct buf b = BUF_INIT;
    struct str first = STR_ABSENT;
    bool differ = false;
    struct ratio exact = RATIO(0);
    int decimals = i->capaian.number->decimals > 2 ? i->capaian.number->decimals : 2;
    for (int f = 0; f < FORMULA_COUNT; f++) {
        if ((d == DIRECTION_UP || d == DIRECTION_RATHER_UP) && f != FORMULA_UP) continue;
        if (d == DIRECTION_DOWN && f == FORMULA_UP) continue;
        if (d == DIRECTION_DOWN && m->declared.down != FORMULA_COUNT && (int)m->declared.down != f) continue;
        if (!interval_of(realisasi, true, &r) || !capaian_of((enum formula)f, target, r, &c)) continue;
        struct str value = number_format(m->a, c.low, decimals);
        if (!value.p) continue;
        if (!first.p) first = value, exact = c.low;
        differ |= !str_eq(first, value);
        if (b.n) buf_z(&b, ", ");
        buf_str(&b, value);
        buf_printf(&b, "%% (%s)", formula_names[f]);
    }
    bool several = str_find(buf_view(&b), STR(", "), 0) != SIZE_MAX;
    if (b.n) fact_set(m->a, &i->head, F_seharusnya, several && !differ ? arena_printf(m->a, "%.*s%%", (int)first.n, first.p) : arena_str(m->a, buf_view(&b)));
    if (wrong && first.p && !differ) lkjip_mend(m->a, &i->head, &i->capaian, exact);
    buf_free(&b);
}

/* Which formulas explain the printed capaian, and what that says. */
static void recompute(struct measuring *m, struct indicator *i, const struct number *target, const struct number *realisasi, enum direction d)
{
    enum fit fit[FORMULA_COUNT];
    int cap = 0;
    bool any_unknown = false;
    for (int f = 0; f < FORMULA_COUNT; f++) {
        fit[f] = capaian_fit((enum formula)f, target, realisasi, i->capaian.number, &m->declared.caps, &cap);
        any_unknown |= fit[f] == FIT_UNKNOWN;
    }
    bool up = fit[FORMULA_UP] > FIT_UNKNOWN, down = fit[FORMULA_2TR] > FIT_UNKNOWN || fit[FORMULA_TR] > FIT_UNKNOWN;
    bool rounded = true;
    for (int f = 0; f < FORMULA_COUNT; f++) rounded &= fit[f] != FIT_EXACT && fit[f] != FIT_CAPPED;
    const char *verdict;
    if (!up && !down) verdict = any_unknown ? NULL : "salah";
    else if ((d == DIRECTION_UP && !up) || (d == DIRECTION_DOWN && !down)) verdict = "terbalik";
    else verdict = rounded ? "pembulatan" : "cocok";
    if (verdict) fact_set(m->a, &i->head, F_hitungan, str_of(verdict));
    else fact_unknown(m->a, &i->head, F_hitungan, W_reason_not_computable);
    expected(m, i, target, realisasi, d, verdict && !up && !down);
    if (d == DIRECTION_UP) return; /* a negative formula there is a fault of its own */
    bool only_2tr = !up && fit[FORMULA_2TR] > FIT_UNKNOWN && fit[FORMULA_TR] <= FIT_UNKNOWN;
    bool only_tr = !up && fit[FORMULA_TR] > FIT_UNKNOWN && fit[FORMULA_2TR] <= FIT_UNKNOWN;
    if (only_2tr && !m->used_2tr) m->used_2tr = true, m->first_2tr = &i->head;
    if (only_tr && !m->used_tr) m->used_tr = true, m->first_tr = &i->head;
}

static bool is_missing(const struct number *n) { return !n || n->form == NUMBER_BLANK || n->form == NUMBER_NONE; }

static bool unreadable(const struct number *n) { return n && (n->form == NUMBER_AMBIGUOUS || n->form == NUMBER_TEXT); }

static bool is_zero(const struct number *n) { return number_is_value(n) && n->low.num == 0; }

/* Letters are compared, never divided: a capaian of letters can only say that the target was met. */
static void letters(struct measuring *m, struct indicator *i)
{
    const struct number *t = i->target.number, *r = i->realisasi.number, *c = i->capaian.number;
    bool divided = number_is_value(c) && t->form == NUMBER_LETTER && r->form == NUMBER_LETTER && !(t->has_value && r->has_value) &&
                   !(c->low.den == 1 && (c->low.num == 100 || c->low.num == 0));
    fact_bool(m->a, &i->head, F_huruf_dibagi, divided);
}

/* A target and a realisasi one of which is a clock, both in minutes. */
static bool in_minutes(struct measuring *m, const struct indicator *i, struct number out[2])
{
    const struct figure *f[2] = {&i->target, &i->realisasi};
    bool composed;
    if (!f[0]->number || !f[1]->number || (f[0]->number->form != NUMBER_CLOCK && f[1]->number->form != NUMBER_CLOCK)) return false;
    for (int k = 0; k < 2; k++) {
        out[k] = (struct number){.form = NUMBER_VALUE};
        if (!lkjip_minutes(m->x, f[k], i->unit.text, &out[k].low, &composed)) return false;
        out[k].high = out[k].low;
    }
    return true;
}

/* The figure printed beside a letter: "A (84)" is 84 where both have one. */
static const struct number *worth(struct measuring *m, const struct number *n)
{
    if (!n || n->form != NUMBER_LETTER || !n->has_value) return n;
    struct number *value = arena_alloc(m->a, sizeof *value);
    *value = *n;
    value->form = NUMBER_VALUE;
    return value;
}

/* What the printed figures of a row are, before anything is recomputed. */
static void printed_facts(struct arena *a, struct indicator *i)
{
    const struct number *t = i->target.number, *r = i->realisasi.number, *c = i->capaian.number;
    struct figure *cells[] = {&i->target, &i->realisasi, &i->capaian};
    for (size_t k = 0, doubtful = 0; k < COUNT(cells) && !doubtful; k++) { /* one of a row is named */
        doubtful = unreadable(cells[k]->number);
        if (cells[k]->item.text.p) fact_bool(a, &cells[k]->item, F_terbaca, !doubtful);
    }
    bool no_target = i->target.item.text.p && is_missing(t), no_realisasi = i->realisasi.item.text.p && is_missing(r);
    if (i->capaian.item.text.p)
        fact_set(a, &i->head, F_capaian_tanpa, !number_is_value(c) || is_zero(c) ? STR("tidak") : no_target ? STR("target") : no_realisasi ? STR("realisasi") : STR("tidak"));
    if (i->realisasi.item.text.p)
        fact_bool(a, &i->head, F_realisasi_kosong, no_realisasi && !(r && r->dash && is_zero(c)) && t && !is_missing(t));
    else
        fact_unknown(a, &i->head, F_realisasi_kosong, W_reason_number_unread);
}

static void extreme_facts(struct arena *a, const struct analyst *x, struct indicator *i)
{
    const struct number *t = i->target.number, *c = i->capaian.number;
    bool has_capaian = number_is_value(c);
    if (unreadable(c)) {
        fact_unknown(a, &i->head, F_target_nol, W_reason_number_unread);
        fact_unknown(a, &i->head, F_ekstrem, W_reason_number_unread);
    } else if (i->capaian.item.text.p) {
        int high = 0;
        bool over = has_capaian && ratio_compare(c->low, RATIO(parameter_whole(x->p, "capaian-ekstrem", 100000, 150)), &high) && high > 0, negative = has_capaian && c->low.num < 0;
        fact_set(a, &i->head, F_ekstrem, over ? STR("tinggi") : negative ? STR("negatif") : STR("tidak"));
        if (unreadable(t)) fact_unknown(a, &i->head, F_target_nol, W_reason_number_unread);
        else fact_bool(a, &i->head, F_target_nol, has_capaian && is_zero(t));
    }
}

static enum direction row(struct measuring *m, struct indicator *i)
{
    const struct number *t = i->target.number, *r = i->realisasi.number, *c = i->capaian.number;
    struct str because;
    enum direction d = direction_of(m->x, i, &because);
    struct arena *a = m->a;
    struct number minutes[2];
    if (d == DIRECTION_UP || d == DIRECTION_DOWN) fact_set(a, &i->head, F_arah, d == DIRECTION_UP ? STR("naik") : STR("turun"));
    if (because.p) fact_set(a, &i->head, F_arah_karena, because);
    printed_facts(a, i);
    extreme_facts(a, m->x, i);
    if (t && r && (t->form == NUMBER_LETTER || r->form == NUMBER_LETTER)) letters(m, i);
    if (in_minutes(m, i, minutes)) t = &minutes[0], r = &minutes[1];
    t = worth(m, t);
    r = worth(m, r);
    bool usable = t && (t->form == NUMBER_VALUE || t->form == NUMBER_RANGE) && !is_zero(t) && number_is_value(r) && t->level == r->level;
    if (usable && number_is_value(c)) recompute(m, i, t, r, d);
    else if (is_missing(c) && i->capaian.item.text.p)
        fact_set(a, &i->head, F_hitungan, STR("tiada"));
    else if (c)
        fact_unknown(a, &i->head, F_hitungan, unreadable(t) || unreadable(r) || unreadable(c) ? W_reason_number_unread : W_reason_not_computable);
    return d;
}

/* The geometric mean (of programmes' outputs in ministries, fact sheet 4.3) only ever excuses a figure, so doubles will do:
 * the product of all over the n-th power of the mean is 1 within their rounding. */
struct product {
    double low, high, least, most; /* of the rows' intervals; of the mean's, to the power of n */
};

static double real(struct ratio r) { return (double)r.num / (double)r.den; }

static void multiply(struct product *p, struct interval row, const struct number *mean)
{
    double m = real(mean->low), half = real(number_half_unit(mean));
    p->low *= real(row.low) / m;
    p->high *= real(row.high) / m;
    p->least *= (m - half) / m;
    p->most *= (m + half) / m;
}

static bool is_geometric(const struct product *p) { return p->low > 0 && p->high >= p->least && p->low <= p->most; }

/* Arithmetic mean of the printed capaian of rows [from, to) (n/a left out, or counted as 0), against a printed mean, within the rounding of all. */
static const char *mean_verdict(struct measuring *m, const struct number *mean, const struct indicator_table *t, size_t from, size_t to, struct item *where)
{
    struct interval sum = {RATIO(0), RATIO(0)};
    struct product product = {1, 1, 1, 1};
    int64_t n = 0, all = 0;
    for (size_t k = from; k < to; k++) {
        const struct indicator *i = &t->rows.v[k];
        struct interval c;
        all++;
        if (unreadable(i->capaian.number)) return NULL;
        if (!number_is_value(i->capaian.number)) continue;
        if (!interval_of(i->capaian.number, false, &c) || !ratio_add(sum.low, c.low, &sum.low) || !ratio_add(sum.high, c.high, &sum.high)) return NULL;
        if (mean->low.num > 0) multiply(&product, c, mean);
        n++;
    }
    if (n < 1) return NULL;
    for (int64_t by = n; by <= all; by += all > n ? all - n : 1) {
        struct interval i;
        if (!ratio_div(sum.low, RATIO(by), &i.low) || !ratio_div(sum.high, RATIO(by), &i.high)) return NULL;
        if (interval_meets(i, mean)) return "cocok";
    }
    if (mean->low.num > 0 && is_geometric(&product)) return "cocok";
    struct ratio middle, twice;
    if (ratio_add(sum.low, sum.high, &twice) && ratio_div(twice, RATIO(2 * n), &middle))
        fact_set(m->a, where, F_rata_rata_hitung, number_format(m->a, middle, mean->decimals > 2 ? mean->decimals : 2));
    return "salah";
}

static void means(struct measuring *m, struct indicator_table *t)
{
    for (size_t g = 0, from = 0, to; g < t->goals.n; g++, from = to) { /* the rows of a sasaran stand together */
        struct figure *f = &t->goals.v[g].mean;
        while (from < t->rows.n && (t->rows.v[from].goal < g || t->rows.v[from].goal == NO_INDEX)) from++;
        for (to = from; to < t->rows.n && t->rows.v[to].goal == g;) to++;
        const char *v = number_is_value(f->number) ? mean_verdict(m, f->number, t, from, to, &f->item) : NULL;
        if (v) fact_set(m->a, &f->item, F_hitungan, str_of(v));
    }
    const char *v = number_is_value(t->mean.number) ? mean_verdict(m, t->mean.number, t, 0, t->rows.n, &t->mean.item) : NULL;
    if (v && strcmp(v, "salah") == 0 && t->goals.n > 1) { /* or the mean of the sasarans' means */
        struct interval sum = {RATIO(0), RATIO(0)};
        bool whole = true;
        for (size_t g = 0; g < t->goals.n && whole; g++) {
            struct interval c;
            whole = number_is_value(t->goals.v[g].mean.number) && interval_of(t->goals.v[g].mean.number, false, &c) &&
                    ratio_add(sum.low, c.low, &sum.low) && ratio_add(sum.high, c.high, &sum.high);
        }
        struct interval i;
        if (whole && ratio_div(sum.low, RATIO((int64_t)t->goals.n), &i.low) && ratio_div(sum.high, RATIO((int64_t)t->goals.n), &i.high) &&
            interval_meets(i, t->mean.number))
            v = "cocok";
    }
    if (v) fact_set(m->a, &t->mean.item, F_hitungan, str_of(v));
}

/* The band of the report's own scale that a capaian falls in; NULL: none, or the scale has a band that cannot be read. */
static const struct band *band_of(const struct lkjip *l, const struct number *c)
{
    for (size_t i = 0; i < l->scale.n; i++) {
        const struct band *b = &l->scale.v[i];
        int low = 1, high = -1;
        if (b->from.item.text.p && (!number_is_value(b->from.number) || !ratio_compare(c->low, b->from.number->low, &low))) return NULL;
        if (b->to.item.text.p && (!number_is_value(b->to.number) || !ratio_compare(c->low, b->to.number->low, &high))) return NULL;
        if ((low > 0 || (low == 0 && !b->from_open)) && (high < 0 || (high == 0 && !b->to_open))) return b;
    }
    return NULL;
}

/* Scales often end at 100 in print, though what they mean is "and more": a capaian above 100 and above every bound is in the top band, if
 * its category is one of the scale's at all. NULL: it is not so. */
static const struct band *top_band(const struct lkjip *l, const struct indicator *i)
{
    const struct band *top = NULL;
    bool named = false;
    int sign = 0;
    if (!ratio_compare(i->capaian.number->low, (struct ratio){100, 1}, &sign) || sign <= 0) return NULL;
    for (size_t k = 0; k < l->scale.n; k++) {
        const struct band *b = &l->scale.v[k];
        if (!b->to.item.text.p || !number_is_value(b->to.number) || !ratio_compare(i->capaian.number->low, b->to.number->low, &sign) || sign <= 0) return NULL;
        if (top && !ratio_compare(b->to.number->low, top->to.number->low, &sign)) return NULL;
        if (!top || sign > 0) top = b;
        named |= str_ieq(str_trim(b->name.text), str_trim(i->category.text));
    }
    return named ? top : NULL;
}

static void categories(struct measuring *m, struct indicator_table *t)
{
    for (size_t k = 0; k < t->rows.n; k++) {
        struct indicator *i = &t->rows.v[k];
        if (str_blank(i->category.text) || !number_is_value(i->capaian.number)) continue;
        const struct band *b = m->l->scale.n ? band_of(m->l, i->capaian.number) : NULL;
        if (!b) b = top_band(m->l, i);
        if (!b) {
            fact_unknown(m->a, &i->category, F_seharusnya, W_reason_no_scale);
            continue;
        }
        fact_set(m->a, &i->category, F_seharusnya, b->name.text);
        fact_bool(m->a, &i->category, F_cocok, str_ieq(str_trim(b->name.text), str_trim(i->category.text)));
    }
}

/* Gaps and overlaps between the bands, reported once for the scale. Bands with whole bounds (76-90, 91) leave out what lies between. */
static void scale(struct measuring *m)
{
    struct lkjip *l = m->l;
    bool gap = false, overlap = false, top_open = false;
    if (l->scale.n < 2) return;
    for (size_t i = 0; i < l->scale.n; i++) {
        const struct band *b = &l->scale.v[i];
        if ((b->from.item.text.p && !number_is_value(b->from.number)) || (b->to.item.text.p && !number_is_value(b->to.number))) {
            fact_unknown(m->a, &l->scale_head, F_celah, W_reason_number_unread);
            return;
        }
        top_open |= !b->to.item.text.p;
        if (!b->to.item.text.p) continue;
        bool met = false, above = false;
        for (size_t k = 0; k < l->scale.n; k++) {
            const struct band *o = &l->scale.v[k];
            int sign = 1;
            if (k == i || !o->from.item.text.p || !ratio_compare(o->from.number->low, b->to.number->low, &sign)) continue;
            above |= sign >= 0;
            met |= sign == 0 && !(o->from_open && b->to_open);
            overlap |= sign == 0 && !o->from_open && !b->to_open;
        }
        gap |= above && !met;
    }
    fact_bool(m->a, &l->scale_head, F_celah, gap);
    fact_bool(m->a, &l->scale_head, F_tumpang_tindih, overlap);
    fact_bool(m->a, &l->scale_head, F_puncak_terbuka, top_open);
}

static void marks(struct measuring *m, struct indicator_table *t)
{
    bool comma = false, dot = false;
    for (size_t k = 0; k < t->rows.n; k++) {
        const struct figure *cells[] = {&t->rows.v[k].target, &t->rows.v[k].realisasi, &t->rows.v[k].capaian};
        for (size_t j = 0; j < COUNT(cells); j++) {
            enum marks v = number_vote(m->x->k->figures, cells[j]->item.text);
            comma |= v == MARKS_COMMA && cells[j]->number && cells[j]->number->decimals > 0;
            dot |= v == MARKS_DOT;
        }
    }
    fact_bool(m->a, &t->head, F_desimal_campur, comma && dot);
}

void lkjip_measurement(struct arena *a, struct analyst *x, struct lkjip *l)
{
    struct measuring m = {.a = a, .x = x, .l = l, .declared = lkjip_declared(x, l)};
    bool down = false;
    for (size_t i = 0; i < l->measurements.n; i++) {
        struct indicator_table *t = &l->measurements.v[i];
        for (size_t k = 0; k < t->rows.n; k++) {
            down |= row(&m, &t->rows.v[k]) == DIRECTION_DOWN;
        }
        means(&m, t);
        categories(&m, t);
        marks(&m, t);
    }
    scale(&m);
    bool declared = !str_blank(l->formula.down.text) || !str_blank(l->formula.text.text);
    fact_bool(a, &l->formula.head, F_ada_indikator_turun, down);
    fact_bool(a, &l->formula.head, F_dinyatakan, declared);
    if (!m.used_2tr || !m.used_tr) return;
    bool later = m.first_2tr->place.at.begin > m.first_tr->place.at.begin;
    struct item *mixed = later ? m.first_2tr : m.first_tr;
    fact_set(a, mixed, F_rumus_campur, str_of(formula_names[later ? FORMULA_2TR : FORMULA_TR]));
    fact_set(a, mixed, F_rumus_lain, str_of(formula_names[later ? FORMULA_TR : FORMULA_2TR]));
}
