/* Facts about the times of the steps, their sum, and the stated total. */
#include <stdlib.h>

#include "base/chars.h"
#include "analyse/analyst.h"
#include "domain/calendar.h"
#include "language/token.h"
#include "domain/units.h"

/* A step whose time counts: an activity in a table that has the column, not in a cell that an earlier row began. */
static bool has_column(const struct sop *s, const struct step *step)
{
    return step->kind <= STEP_SUBPROCESS && step->table < s->tables.n && s->tables.v[step->table].has[COLUMN_WAKTU];
}

struct convention duration_convention(const struct analyst *x)
{
    const struct conventions *all = duration_conventions(x->k->time_units);
    struct str hours = parameter_get(x->p, "jam-per-hari");
    size_t comma = str_find(hours, STR(","), 0);
    uint64_t whole = 8, tenths = 0;
    struct convention c = all->v[0];
    if (comma == SIZE_MAX) comma = str_find(hours, STR("."), 0);
    str_u64(str_slice(hours, 0, comma), &whole);
    if (comma != SIZE_MAX && hours.n == comma + 2) str_u64(str_slice(hours, comma + 1, hours.n), &tenths);
    if (whole > 24 || !ratio_make((int64_t)(whole * 10 + tenths), 10, &c.day_hours) || !c.day_hours.num) c.day_hours = RATIO(8);
    for (size_t i = 0; c.day_hours.num < 24 * c.day_hours.den && i < all->n; i++) {
        if (all->v[i].week_days < c.week_days) c.week_days = all->v[i].week_days;
        if (all->v[i].month_days < c.month_days) c.month_days = all->v[i].month_days;
    }
    return c;
}

/* ---- single times ----------------------------------------------------------------------------------------------- */

static const char *const forms[] = {[TIME_BLANK] = "kosong", [TIME_DURATION] = "durasi", [TIME_DATE] = "tanggal", [TIME_VAGUE] = "tak-terukur"};

/* The unit that a column's heading names: Waktu (menit). */
static enum time_unit column_unit(const struct time_units *u, const struct item *item)
{
    enum { SHORTEST = 3 };
    struct str name = item->place.where ? item->place.where->column : STR_ABSENT;
    for (struct token t = token_next(name, 0); t.kind != TOKEN_END; t = token_next(name, t.end))
        if (t.kind == TOKEN_WORD && t.text.n >= SHORTEST && unit_of(u, t.text) != UNIT_COUNT) return unit_of(u, t.text);
    return UNIT_COUNT;
}

/* The time in a cell; a number alone has the unit of its column. */
static enum time_form read_time(struct arena *a, const struct knowledge *k, const struct item *item, struct duration *out)
{
    enum time_form form = duration_parse(k->time_units, k->calendar, item->text, out);
    enum time_unit unit = form == TIME_VAGUE ? column_unit(k->time_units, item) : UNIT_COUNT;
    if (unit == UNIT_COUNT) return form;
    struct str whole = arena_printf(a, "%.*s %s", (int)item->text.n, item->text.p, unit_name(unit));
    return duration_parse(k->time_units, k->calendar, whole, out) == TIME_DURATION ? TIME_DURATION : form;
}

/* "2 h", "30 m": a number and one letter, of which nobody knows the unit. */
static bool lone_letter(struct str s)
{
    s = str_trim(s);
    size_t n = 0;
    while (n < s.n && is_digit(s.p[n])) n++;
    if (!n) return false;
    while (n < s.n && s.p[n] == ' ') n++;
    return n + 1 == s.n && is_alpha(s.p[n]);
}

/* Whether the cell of the step is blank. */
static bool read_step(struct arena *a, const struct knowledge *k, struct sop *s, struct step *step)
{
    struct duration d;
    step->time = NULL;
    if (!has_column(s, step)) {
        fact_unknown(a, &step->head, F_waktu_terisi, W_reason_no_time_column);
        return false;
    }
    if (step->merged[COLUMN_WAKTU]) { /* the row above has it: no time of its own */
        step->time = arena_alloc(a, sizeof *step->time);
        fact_set(a, &step->head, F_waktu_terisi, STR("ya"));
        if (step->duration.text.p) fact_set(a, &step->duration, F_bentuk, STR("gabungan"));
        return false;
    }
    enum time_form form = read_time(a, k, &step->duration, &d);
    enum word unread = step->head.doubt;
    if (unread == WORD_NONE && step->cut && form != TIME_DURATION) unread = W_reason_step_cut;
    if (unread != WORD_NONE) {
        fact_unknown(a, &step->head, F_waktu_terisi, unread);
        if (step->duration.text.p) fact_unknown(a, &step->duration, F_bentuk, unread);
        return false;
    }
    fact_set(a, &step->head, F_waktu_terisi, form == TIME_BLANK ? STR("tidak") : STR("ya"));
    if (form == TIME_UNCLEAR && lone_letter(step->duration.text)) form = TIME_VAGUE;
    if (form == TIME_UNCLEAR) {
        fact_unknown(a, &step->duration, F_bentuk, W_reason_time_unclear);
        return false;
    }
    if (form == TIME_BLANK && !step->duration.text.p) return true; /* no element to hang a fact on */
    fact_set(a, &step->duration, F_bentuk, form == TIME_DURATION && d.range ? STR("rentang") : str_of(forms[form]));
    if (form != TIME_DURATION) return form == TIME_BLANK;
    struct duration *kept = arena_alloc(a, sizeof *kept);
    *kept = d;
    step->time = kept;
    fact_set(a, &step->duration, F_durasi, duration_format(a, kept));
    return false;
}

/* ---- the whole ---------------------------------------------------------------------------------------------------- */

struct totals {
    struct duration sum;
    size_t steps, unmeasured; /* steps that ought to have a time; those of them that have none to reckon with */
    bool too_large;
};

/* Of all steps, or of one part's. */
static struct totals add_up(const struct sop *s, size_t part)
{
    struct totals t = {0};
    for (size_t i = 0; i < s->steps.n; i++) {
        if (part != NO_INDEX && step_part(s, i) != part) continue;
        const struct step *step = &s->steps.v[i];
        if (!has_column(s, step)) continue;
        t.steps++;
        if (!step->time) t.unmeasured++;
        else if (!duration_add(&t.sum, step->time)) t.too_large = true;
    }
    return t;
}

static void unknown_total(struct arena *a, struct item *item, enum word reason)
{
    fact_unknown(a, item, F_jumlah, reason);
    fact_unknown(a, item, F_selisih, reason);
}

/* A total of an SOP in parts is that of one of them, or of all. */
static bool part_that_fits(const struct knowledge *k, const struct sop *s, const struct duration *stated, const struct totals *all, struct totals *out)
{
    struct time_comparison c;
    *out = *all;
    if (!all->unmeasured && !all->too_large && duration_compare(k->time_units, stated, &all->sum, &c) && c.fits) return true;
    for (size_t part = 0; part < s->parts; part++) {
        *out = add_up(s, part);
        if (out->steps && !out->unmeasured && !out->too_large && duration_compare(k->time_units, stated, &out->sum, &c) && c.fits) return true;
    }
    return false;
}

static void compare_total(struct arena *a, const struct knowledge *k, struct sop *s, const struct totals *t)
{
    struct item *item = &s->stated_total;
    struct duration stated;
    struct time_comparison c;
    if (str_blank(item->text)) return;
    if (read_time(a, k, item, &stated) != TIME_DURATION) {
        unknown_total(a, item, W_reason_total_unclear);
        return;
    }
    fact_set(a, item, F_durasi, duration_format(a, &stated));
    struct totals part;
    if (s->parts > 1 && !part_that_fits(k, s, &stated, t, &part)) {
        unknown_total(a, item, W_reason_parts_total);
        return;
    }
    if (s->parts > 1) t = &part;
    if (t->steps == t->unmeasured) {
        unknown_total(a, item, t->steps ? W_reason_time_missing : W_reason_no_steps);
    } else if (t->too_large || !duration_compare(k->time_units, &stated, &t->sum, &c)) {
        unknown_total(a, item, W_reason_number_large);
    } else if (t->unmeasured && (c.fits || !c.less)) { /* with the times that are not known it may yet be right */
        unknown_total(a, item, W_reason_time_missing);
    } else {
        fact_set(a, item, F_jumlah, duration_format(a, &t->sum));
        fact_set(a, item, F_selisih, c.fits ? STR("0") : amount_format(a, &c.difference, false));
        fact_int(a, item, F_tak_terhitung, (long long)t->unmeasured);
        if (c.fits) return;
        struct str convention = convention_format(a, &c);
        fact_bool(a, item, F_kurang, c.less);
        if (convention.p) fact_set(a, item, F_konvensi, convention);
    }
}

static void sum_facts(struct arena *a, struct sop *s, const struct totals *t)
{
    if (t->steps == 0) return;
    if (s->steps_doubt != WORD_NONE) fact_unknown(a, &s->head, F_langkah_terbaca, s->steps_doubt);
    else fact_bool(a, &s->head, F_langkah_terbaca, true);
    if (t->too_large) fact_unknown(a, &s->head, F_jumlah_waktu, W_reason_number_large);
    else if (t->unmeasured) fact_unknown(a, &s->head, F_jumlah_waktu, W_reason_time_missing);
    else fact_set(a, &s->head, F_jumlah_waktu, duration_format(a, &t->sum));
}

/* A page's table whose time column is blank in every one of its rows, two or more: one fault, not one for each step. */
static void blank_columns(struct arena *a, struct sop *s, const bool *blank_cell)
{
    for (size_t k = 0; k < s->tables.n; k++)
        if (s->tables.v[k].has[COLUMN_WAKTU]) fact_set(a, &s->tables.v[k].head, F_waktu_terisi, STR("ya"));
        else fact_unknown(a, &s->tables.v[k].head, F_waktu_terisi, W_reason_no_time_column);
    for (size_t i = 0, end; i < s->steps.n; i = end) {
        size_t rows = 0, blank = 0;
        for (end = i; end < s->steps.n && s->steps.v[end].table == s->steps.v[i].table; end++) {
            if (!has_column(s, &s->steps.v[end])) continue;
            rows++;
            blank += blank_cell[end];
        }
        if (rows < 2 || blank < rows) continue;
        fact_set(a, &s->tables.v[s->steps.v[i].table].head, F_waktu_terisi, STR("tidak"));
        for (size_t j = i; j < end; j++)
            if (has_column(s, &s->steps.v[j])) fact_set(a, &s->steps.v[j].head, F_waktu_terisi, STR("kolom-kosong"));
    }
}

/* ---- times beside each other ---------------------------------------------------------------------------------------- */

struct timed {
    struct ratio minutes;
    struct step *step;
};

static int by_minutes(const void *x, const void *y)
{
    const struct timed *a = x, *b = y;
    int sign = 0;
    if (!ratio_compare(a->minutes, b->minutes, &sign)) sign = 0;
    return sign ? sign : (a->step > b->step) - (a->step < b->step);
}

/* a * times < b */
static bool far_below(struct ratio a, int times, struct ratio b)
{
    struct ratio scaled;
    int sign;
    return ratio_mul(a, RATIO(times), &scaled) && ratio_compare(scaled, b, &sign) && sign < 0;
}

static void odd_times(struct arena *a, const struct analyst *x, const struct convention *c, const struct timed *t, size_t n)
{
    enum { STEPS = 4 };
    const struct time_units *u = x->k->time_units;
    int factor = parameter_whole(x->p, "waktu-kelipatan", 1000, 10), shortest = parameter_whole(x->p, "waktu-terlalu-singkat", 100000, 5);
    struct ratio middle = n ? t[(n - 1) / 2].minutes : RATIO(0), longest;
    if (!ratio_mul(c->day_hours, RATIO(60 * parameter_whole(x->p, "waktu-terlalu-lama", 1000, 5)), &longest)) return;
    for (size_t i = 0; i < n; i++) {
        struct item *item = &t[i].step->duration;
        struct str first = token_next(t[i].step->activity.text, 0).text;
        int sign;
        fact_set(a, item, F_kewajaran, STR("wajar"));
        if (n < STEPS) continue;
        if (wordset_has(&u->heavy, first) && far_below(t[i].minutes, 1, RATIO(shortest)) && far_below(t[i].minutes, factor, middle))
            fact_set(a, item, F_kewajaran, STR("terlalu-singkat"));
        else if (wordset_has(&u->light, first) && ratio_compare(t[i].minutes, longest, &sign) && sign >= 0 && far_below(middle, factor, t[i].minutes))
            fact_set(a, item, F_kewajaran, STR("terlalu-lama"));
        else continue;
        fact_set(a, item, F_waktu_tengah, duration_format(a, t[(n - 1) / 2].step->time));
    }
}

static bool same_time(const struct timed *x, const struct timed *y)
{
    int sign;
    return x->step->time->range == y->step->time->range && ratio_compare(x->minutes, y->minutes, &sign) && sign == 0;
}

/* One time copied to most steps. `t` is sorted. */
static void uniform(struct arena *a, const struct analyst *x, struct sop *s, const struct timed *t, size_t n)
{
    size_t steps = (size_t)parameter_whole(x->p, "waktu-seragam-langkah", 1000, 6), share = (size_t)parameter_whole(x->p, "waktu-seragam-persen", 100, 80);
    size_t longest = 0, first = 0;
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && same_time(&t[i], &t[end]); end++) {}
        if (end - i > longest) longest = end - i, first = i;
    }
    if (n == 0) return;
    bool most = n >= steps && longest * 100 >= n * share;
    fact_bool(a, &s->head, F_waktu_seragam, most);
    if (!most) return;
    fact_int(a, &s->head, F_langkah_seragam, (long long)longest);
    fact_int(a, &s->head, F_langkah_berwaktu, (long long)n);
    fact_set(a, &s->head, F_waktu_terbanyak, duration_format(a, t[first].step->time));
}

static void compare_steps(struct arena *a, const struct analyst *x, struct sop *s)
{
    struct convention c = duration_convention(x);
    struct timed *t = arena_alloc(a, (s->steps.n + 1) * sizeof *t);
    size_t n = 0;
    for (size_t i = 0; i < s->steps.n; i++) {
        struct step *step = &s->steps.v[i];
        bool own = step->time && !step->merged[COLUMN_WAKTU];
        if (!own || !amount_minutes(&step->time->most, &c, &t[n].minutes)) continue;
        t[n++].step = step;
    }
    if (n) qsort(t, n, sizeof *t, by_minutes);
    odd_times(a, x, &c, t, n);
    uniform(a, x, s, t, n);
}

void analyse_duration(struct arena *a, struct analyst *x, struct document *d)
{
    struct sop *s = d->sop;
    bool *blank = arena_alloc(a, (s->steps.n + 1) * sizeof *blank);
    for (size_t i = 0; i < s->steps.n; i++) blank[i] = read_step(a, x->k, s, &s->steps.v[i]);
    blank_columns(a, s, blank);
    struct totals t = add_up(s, NO_INDEX);
    sum_facts(a, s, &t);
    compare_total(a, x->k, s, &t);
    compare_steps(a, x, s);
}
