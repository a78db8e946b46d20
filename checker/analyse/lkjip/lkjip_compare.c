/* Comparisons recomputed: capaian against the plan's end and a standard (growth: lkjip_growth.c; one year in two places: lkjip_repeated.c);
 * n/m beside a realisasi; sums of other tables. */
#include "analyse/analyst.h"
#include "analyse/lkjip/lkjip_facts.h"
#include "analyse/lkjip/lkjip_match.h"

static const char *const formula_names[] = {"R/T", "(2T-R)/T", "T/R"};

struct comparing {
    struct arena *a;
    struct analyst *x;
    struct lkjip *l;
    struct declared declared;
    int year;
    struct matcher measured;
    struct { struct indicator **v; size_t n, cap; } rows; /* as added to `measured` */
};

static struct indicator *measured_row(struct comparing *c, struct str name)
{
    unsigned like;
    size_t k = matcher_find(&c->measured, name, &like);
    return k != NO_INDEX && like == MATCH_SAME ? c->rows.v[k] : NULL;
}

/* ---- against a target: the plan's end, a standard ------------------------------------------------------------- */

/* The realisasi of the report's year: of the comparison itself, else of the measurement. */
static const struct figure *realisasi_of(const struct comparing *c, const struct comparison *p, const struct indicator *row)
{
    const struct figure *last = NULL;
    int year = 0;
    for (size_t i = 0; i < p->years.n; i++) {
        const struct year_figure *y = &p->years.v[i];
        if (y->what != MEASURED_REALISASI || y->year < year || (c->year && y->year > c->year)) continue;
        last = &y->figure;
        year = y->year;
    }
    if (last && (!c->year || year == c->year || !row)) return last;
    return row ? &row->realisasi : last;
}

static enum direction direction_in(struct comparing *c, const struct comparison *p, const struct indicator *row)
{
    struct str because;
    struct indicator named = {.name = p->name, .unit = p->unit};
    return direction_of(c->x, row ? row : &named, &because);
}

static void expected(struct comparing *c, struct item *at, const struct number *target, const struct number *realisasi, enum direction d, int decimals)
{
    struct buf b = BUF_INIT;
    for (int f = 0; f < FORMULA_COUNT; f++) {
        struct interval r, out;
        bool right = d == DIRECTION_UNKNOWN || (d != DIRECTION_DOWN) == (f == FORMULA_UP);
        if (f != FORMULA_UP && c->declared.down != FORMULA_COUNT && (int)c->declared.down != f) right = false;
        if (!right || !interval_of(realisasi, true, &r) || !capaian_of((enum formula)f, target, r, &out)) continue;
        struct str value = number_format(c->a, out.low, decimals > 2 ? decimals : 2);
        if (!value.p) continue;
        if (b.n) buf_z(&b, ", ");
        buf_printf(&b, "%.*s%% (%s)", (int)value.n, value.p, formula_names[f]);
    }
    if (b.n) fact_set(c->a, at, F_seharusnya, arena_str(c->a, buf_view(&b)));
    buf_free(&b);
}

static void against(struct comparing *c, struct figure *printed, const struct figure *target, const struct figure *realisasi, enum direction d)
{
    struct item *at = &printed->item;
    if (!at->text.p || !printed->number || printed->number->form == NUMBER_BLANK || printed->number->form == NUMBER_NONE) return;
    if (realisasi && realisasi->item.text.p) fact_set(c->a, at, F_realisasi, realisasi->item.text);
    if (target->item.text.p) fact_set(c->a, at, F_target, target->item.text);
    bool usable = realisasi && target->number && (target->number->form == NUMBER_VALUE || target->number->form == NUMBER_RANGE) &&
                  number_is_value(realisasi->number) && number_is_value(printed->number);
    if (!usable) {
        fact_unknown(c->a, at, F_hitungan, W_reason_number_unread);
        return;
    }
    bool up = false, down = false, any_unknown = false;
    for (int f = 0; f < FORMULA_COUNT; f++) {
        int cap = 0;
        enum fit fit = capaian_fit((enum formula)f, target->number, realisasi->number, printed->number, &c->declared.caps, &cap);
        any_unknown |= fit == FIT_UNKNOWN;
        if (fit > FIT_UNKNOWN) *(f == FORMULA_UP ? &up : &down) = true;
    }
    if (!up && !down && any_unknown) {
        fact_unknown(c->a, at, F_hitungan, W_reason_not_computable);
        return;
    }
    bool turned = (d == DIRECTION_UP && !up && down) || (d == DIRECTION_DOWN && !down && up);
    fact_set(c->a, at, F_hitungan, turned ? STR("terbalik") : up || down ? STR("cocok") : STR("salah"));
    expected(c, at, target->number, realisasi->number, d, printed->number->decimals);
}

/* ---- n/m beside a realisasi ----------------------------------------------------------------------------------- */

/* The two figures of "36.743/39.834"; false: it is no such thing. */
static bool fraction(struct comparing *c, struct str s, struct number out[2])
{
    size_t slash = str_find(s, STR("/"), 0);
    if (slash == SIZE_MAX || str_find(s, STR("/"), slash + 1) != SIZE_MAX) return false;
    struct str part[2] = {str_trim(str_slice(s, 0, slash)), str_trim(str_slice(s, slash + 1, s.n))};
    for (int i = 0; i < 2; i++) {
        enum marks marks = number_vote(c->x->k->figures, part[i]);
        out[i] = number_parse(c->x->k->figures, part[i], marks == MARKS_UNKNOWN ? MARKS_COMMA : marks);
        if (out[i].form != NUMBER_VALUE || out[i].percent) return false;
    }
    return out[1].low.num > 0;
}

static void made_of(struct comparing *c, struct indicator *i)
{
    static const int per[] = {100, 1, 1000, 10000, 100000};
    struct number parts[2];
    struct interval n, m, best = {RATIO(0), RATIO(0)};
    const struct number *r = i->realisasi.number;
    if (str_blank(i->ratio.text) || !fraction(c, i->ratio.text, parts)) return;
    if (!number_is_value(r)) {
        fact_unknown(c->a, &i->ratio, F_rasio, W_reason_number_unread);
        return;
    }
    bool fits = false, near = false;
    for (size_t k = 0; k < COUNT(per) && !fits; k++) {
        struct ratio apart, most;
        int sign = 1;
        if (!interval_of(&parts[0], false, &n) || !interval_of(&parts[1], false, &m)) return;
        if (!ratio_div(n.low, m.high, &n.low) || !ratio_div(n.high, m.low, &n.high)) return;
        if (!ratio_mul(n.low, RATIO(per[k]), &n.low) || !ratio_mul(n.high, RATIO(per[k]), &n.high)) return;
        fits = interval_meets(n, r);
        if (near || !ratio_sub(n.low, r->low, &apart) || !ratio_mul(r->low, (struct ratio){1, 4}, &most)) continue;
        if (apart.num < 0) apart.num = -apart.num;
        if (ratio_compare(apart, most, &sign) && sign <= 0) near = true, best = n;
    }
    if (!fits && !near) {
        fact_unknown(c->a, &i->ratio, F_rasio, W_reason_not_computable);
        return;
    }
    fact_set(c->a, &i->ratio, F_rasio, fits ? STR("cocok") : STR("salah"));
    fact_set(c->a, &i->ratio, F_realisasi, number_format(c->a, r->low, r->decimals));
    if (!fits) fact_set(c->a, &i->ratio, F_rasio_hitung, number_format(c->a, best.low, r->decimals > 2 ? r->decimals : 2));
}

/* More than all there was cannot have gone: such a realisasi is one year's figure over the other's. */
static void decrease(struct comparing *c, struct indicator *i)
{
    const struct number *r = i->realisasi.number;
    struct ratio change;
    if (!number_is_value(r) || !direction_is_decrease(c->x->k->directions, i) || !ratio_sub(RATIO(100), r->low, &change)) return;
    fact_bool(c->a, &i->head, F_penurunan_mustahil, change.num < 0);
    fact_set(c->a, &i->head, F_penurunan_hitung, number_format(c->a, change, r->decimals));
}

/* ---- sums of other tables ------------------------------------------------------------------------------------- */

static void sums(struct comparing *c, struct sum_column *s)
{
    struct interval sum = {RATIO(0), RATIO(0)}, times;
    const struct number *total = s->total.number;
    struct item *at = &s->total.item;
    int64_t n = 0;
    int decimals = 0;
    if (!number_is_value(total)) return;
    for (size_t i = 0; i < s->cells.n; i++) {
        const struct number *v = s->cells.v[i].number;
        struct interval cell;
        if (!v || v->form == NUMBER_BLANK || v->form == NUMBER_NONE) continue;
        bool good = number_is_value(v) && v->percent == total->percent && interval_of(v, false, &cell) && ratio_add(sum.low, cell.low, &sum.low) &&
                    ratio_add(sum.high, cell.high, &sum.high);
        if (!good) {
            fact_unknown(c->a, at, F_jumlah, W_reason_number_unread);
            return;
        }
        if (v->decimals > decimals) decimals = v->decimals;
        n++;
    }
    if (n < 2) return;
    bool fits = interval_meets(sum, total);
    for (int64_t k = 2; k <= 3 && !fits; k++) /* groups listed above their own rows: every unit stands there twice */
        fits = ratio_div(sum.low, RATIO(k), &times.low) && ratio_div(sum.high, RATIO(k), &times.high) && interval_meets(times, total);
    bool mean = ratio_div(sum.low, RATIO(n), &times.low) && ratio_div(sum.high, RATIO(n), &times.high) && interval_meets(times, total);
    struct ratio middle, apart;
    fact_set(c->a, at, F_jumlah, fits || mean ? STR("cocok") : STR("salah"));
    if (fits || mean || !ratio_add(sum.low, sum.high, &middle) || !ratio_div(middle, RATIO(2), &middle)) return;
    fact_set(c->a, at, F_jumlah_hitung, number_format(c->a, middle, decimals));
    if (!ratio_sub(total->low, middle, &apart)) return;
    if (apart.num < 0) apart.num = -apart.num;
    fact_set(c->a, at, F_selisih, number_format(c->a, apart, decimals));
}

/* A capaian of no year beside one target alone is the capaian of that target. */
static void settle(struct comparison *p)
{
    struct figure *target = &p->end_target, *printed = &p->end_capaian;
    if (p->standard.item.text.p && !target->item.text.p) target = &p->standard, printed = &p->standard_capaian;
    if (!target->item.text.p || printed->item.text.p || (p->standard.item.text.p && p->end_target.item.text.p)) return;
    for (size_t i = 0; i < p->years.n; i++) {
        if (p->years.v[i].what != MEASURED_CAPAIAN || p->years.v[i].year) continue;
        *printed = p->years.v[i].figure;
        for (p->years.n--; i < p->years.n; i++) p->years.v[i] = p->years.v[i + 1];
    }
}

void lkjip_comparison(struct arena *a, struct analyst *x, struct lkjip *l)
{
    struct comparing c = {.a = a, .x = x, .l = l, .declared = lkjip_declared(x, l), .measured = {.a = a}};
    uint64_t year;
    if (str_u64(str_trim(l->identity.year.text), &year) && year < 10000) c.year = (int)year;
    for (size_t m = 0; m < l->measurements.n; m++)
        for (size_t k = 0; k < l->measurements.v[m].rows.n; k++) {
            struct indicator *i = &l->measurements.v[m].rows.v[k];
            matcher_add(&c.measured, i->name.text);
            *ARENA_PUSH(a, &c.rows) = i;
            made_of(&c, i);
            decrease(&c, i);
        }
    for (size_t i = 0; i < l->comparisons.n; i++) {
        struct comparison *p = &l->comparisons.v[i];
        const struct indicator *row = measured_row(&c, p->name.text);
        settle(p);
        const struct figure *r = realisasi_of(&c, p, row);
        enum direction d = direction_in(&c, p, row);
        against(&c, &p->end_capaian, &p->end_target, r, d);
        against(&c, &p->standard_capaian, &p->standard, r, d);
        lkjip_growth(a, p);
    }
    lkjip_repeated(a, x, l, c.year);
    for (size_t i = 0; i < l->sums.n; i++)
        for (size_t k = 0; k < l->sums.v[i].columns.n; k++) sums(&c, &l->sums.v[i].columns.v[k]);
}
