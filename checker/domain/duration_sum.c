/* The arithmetic of durations: sums, conventions, comparison with a stated total, and the words for them. */
#include "domain/units.h"

static struct ratio of(const struct amount *a, enum time_unit k) { return a->of[k].den ? a->of[k] : RATIO(0); }

bool amount_add(struct amount *sum, const struct amount *d)
{
    struct amount r = *sum;
    for (int k = 0; k < UNIT_COUNT; k++)
        if (d->of[k].num && !ratio_add(of(&r, (enum time_unit)k), d->of[k], &r.of[k])) return false;
    *sum = r;
    return true;
}

static bool has_days(const struct duration *d)
{
    for (int k = UNIT_DAY; k < UNIT_COUNT; k++)
        if (d->most.of[k].num) return true;
    return false;
}

bool duration_add(struct duration *sum, const struct duration *d)
{
    struct duration r = *sum;
    if (!amount_add(&r.least, &d->least) || !amount_add(&r.most, &d->most)) return false;
    r.range |= d->range;
    r.approximate |= d->approximate;
    r.working = (!has_days(sum) || sum->working) && (!has_days(d) || d->working) && (sum->working || d->working);
    *sum = r;
    return true;
}

/* ---- groups of units that are fixed among themselves ------------------------------------------------------------ */

/* An amount as minutes, days, weeks and months. */
static bool grouped(const struct amount *a, struct ratio out[GROUP_COUNT])
{
    for (int g = 0; g < GROUP_COUNT; g++) out[g] = RATIO(0);
    for (int k = 0; k < UNIT_COUNT; k++) {
        struct ratio *g = &out[unit_group((enum time_unit)k)], part;
        if (!a->of[k].num) continue;
        if (!ratio_mul(of(a, (enum time_unit)k), unit_size((enum time_unit)k), &part) || !ratio_add(*g, part, g)) return false;
    }
    return true;
}

static struct ratio group_minutes(enum unit_group g, const struct convention *c, bool *fits)
{
    struct ratio r = RATIO(1), days = RATIO(g == GROUP_DAYS ? 1 : g == GROUP_WEEKS ? c->week_days : c->month_days);
    *fits = true;
    if (g != GROUP_CLOCK) *fits = ratio_mul(c->day_hours, RATIO(60), &r) && ratio_mul(r, days, &r);
    return r;
}

bool amount_minutes(const struct amount *a, const struct convention *c, struct ratio *out)
{
    struct ratio group[GROUP_COUNT], sum = RATIO(0), part;
    bool fits = grouped(a, group);
    for (int g = 0; fits && g < GROUP_COUNT; g++) {
        if (!group[g].num) continue;
        struct ratio one = group_minutes((enum unit_group)g, c, &fits);
        fits = fits && ratio_mul(group[g], one, &part) && ratio_add(sum, part, &sum);
    }
    if (fits) *out = sum;
    return fits;
}

bool amount_of_minutes(struct ratio minutes, const struct convention *c, struct amount *out)
{
    struct ratio day, days, rest;
    if (!ratio_mul(c->day_hours, RATIO(60), &day) || !ratio_div(minutes, day, &days)) return false;
    int64_t whole = ratio_floor(days);
    if (!ratio_mul(RATIO(whole), day, &rest) || !ratio_sub(minutes, rest, &rest)) return false;
    *out = (struct amount){0};
    if (whole) out->of[UNIT_DAY] = RATIO(whole);
    if (rest.num) out->of[UNIT_MINUTE] = rest;
    return true;
}

/* ---- comparison ------------------------------------------------------------------------------------------------- */

/* How far the interval s lies from t: 0 when they meet. *less: s is below t. */
static bool gap(const struct ratio s[2], const struct ratio t[2], struct ratio *out, bool *less)
{
    int below, above;
    if (!ratio_compare(s[1], t[0], &below) || !ratio_compare(s[0], t[1], &above)) return false;
    *less = below < 0;
    if (below < 0) return ratio_sub(t[0], s[1], out);
    if (above > 0) return ratio_sub(s[0], t[1], out);
    *out = RATIO(0);
    return true;
}

static bool same(struct ratio a, struct ratio b) { return a.num == b.num && a.den == b.den; }

struct pair { /* a stated and a computed time by groups: [0] least, [1] most */
    struct ratio stated[GROUP_COUNT][2], sum[GROUP_COUNT][2];
};

static bool pair_up(const struct duration *stated, const struct duration *sum, struct pair *p)
{
    struct ratio g[4][GROUP_COUNT];
    if (!grouped(&stated->least, g[0]) || !grouped(&stated->most, g[1]) || !grouped(&sum->least, g[2]) || !grouped(&sum->most, g[3])) return false;
    for (int k = 0; k < GROUP_COUNT; k++) {
        p->stated[k][0] = g[0][k], p->stated[k][1] = g[1][k];
        p->sum[k][0] = g[2][k], p->sum[k][1] = g[3][k];
    }
    return true;
}

/* The only group in which the two differ, the others being the same without any range: then the difference is the same under
 * every convention. GROUP_COUNT: none differs, or there is no such group (*settled tells). */
static enum unit_group only_difference(const struct pair *p, bool *settled)
{
    enum unit_group found = GROUP_COUNT;
    size_t differing = 0, ranges = 0;
    for (int k = 0; k < GROUP_COUNT; k++) {
        bool equal = same(p->stated[k][0], p->sum[k][0]) && same(p->stated[k][1], p->sum[k][1]);
        if (!equal) differing++, found = (enum unit_group)k;
        else if (!same(p->sum[k][0], p->sum[k][1])) ranges++;
    }
    *settled = differing == 0 || (differing == 1 && ranges == 0);
    return *settled ? found : GROUP_COUNT;
}

static bool interval_minutes(const struct amount *least, const struct amount *most, const struct convention *c, struct ratio out[2])
{
    return amount_minutes(least, c, &out[0]) && amount_minutes(most, c, &out[1]);
}

static bool gap_under(const struct convention *c, const struct duration *stated, const struct duration *sum, struct ratio *far, bool *less)
{
    struct ratio s[2], t[2];
    return interval_minutes(&stated->least, &stated->most, c, s) && interval_minutes(&sum->least, &sum->most, c, t) && gap(s, t, far, less);
}

/* Whether there are hours or minutes in either. Without them the length of a day changes nothing but the scale. */
static bool clock_used(const struct duration *stated, const struct duration *sum)
{
    for (int k = UNIT_SECOND; k <= UNIT_HOUR; k++)
        if (stated->most.of[k].num || sum->most.of[k].num) return true;
    return false;
}

/* Which parts of the nearest convention matter: those that alone, taken otherwise, change the difference. */
static bool note_parts(const struct conventions *all, const struct duration *stated, const struct duration *sum, struct ratio best, struct time_comparison *out)
{
    const struct convention *n = &out->nearest;
    for (size_t i = 0; i < all->n; i++) {
        const struct convention *c = &all->v[i];
        bool day = !same(c->day_hours, n->day_hours), week = c->week_days != n->week_days, month = c->month_days != n->month_days, less;
        struct ratio far;
        if (day + week + month != 1 || (day && !clock_used(stated, sum))) continue;
        if (!gap_under(c, stated, sum, &far, &less)) return false;
        if (same(far, best) && less == out->less) continue;
        out->by_day |= day;
        out->by_week |= week;
        out->by_month |= month;
    }
    return true;
}

/* The convention under which the two are nearest. */
static bool nearest(const struct conventions *all, const struct duration *stated, const struct duration *sum, struct time_comparison *out)
{
    struct ratio best = RATIO(0);
    for (size_t i = 0; i < all->n; i++) {
        struct ratio far;
        bool less;
        int sign = -1;
        if (i && !clock_used(stated, sum) && !same(all->v[i].day_hours, all->v[0].day_hours)) continue;
        if (!gap_under(&all->v[i], stated, sum, &far, &less) || (i && !ratio_compare(far, best, &sign))) return false;
        if (sign >= 0) continue;
        best = far;
        out->nearest = all->v[i];
        out->less = less;
    }
    out->fits = best.num == 0;
    return out->fits || (note_parts(all, stated, sum, best, out) && amount_of_minutes(best, &out->nearest, &out->difference));
}

bool duration_compare(const struct time_units *u, const struct duration *stated, const struct duration *sum, struct time_comparison *out)
{
    static const enum time_unit base[GROUP_COUNT] = {UNIT_MINUTE, UNIT_DAY, UNIT_WEEK, UNIT_MONTH};
    struct pair p;
    bool settled;
    *out = (struct time_comparison){0};
    if (!pair_up(stated, sum, &p)) return false;
    enum unit_group g = only_difference(&p, &settled);
    if (!settled) return nearest(&u->conventions, stated, sum, out);
    if (g == GROUP_COUNT) return out->fits = true;
    struct ratio far;
    if (!gap(p.stated[g], p.sum[g], &far, &out->less)) return false;
    out->fits = far.num == 0;
    if (far.num) out->difference.of[base[g]] = far;
    return true;
}

/* ---- words ------------------------------------------------------------------------------------------------------ */

static void put(struct buf *b, struct arena *a, struct ratio r, const char *unit)
{
    if (r.num == 0) return;
    if (b->n) buf_ch(b, ' ');
    buf_str(b, ratio_print(a, r));
    buf_ch(b, ' ');
    buf_z(b, unit);
}

struct str amount_format(struct arena *a, const struct amount *t, bool working)
{
    struct buf b = BUF_INIT;
    struct ratio group[GROUP_COUNT], hours, rest;
    for (int k = UNIT_COUNT - 1; k >= UNIT_DAY; k--) put(&b, a, of(t, (enum time_unit)k), working && k == UNIT_DAY ? "hari kerja" : unit_name((enum time_unit)k));
    if (grouped(t, group) && ratio_div(group[GROUP_CLOCK], RATIO(60), &hours)) {
        struct ratio whole = RATIO(ratio_floor(hours)), seconds = RATIO(0), minutes;
        if (ratio_sub(hours, whole, &rest) && ratio_mul(rest, RATIO(60), &minutes)) {
            struct ratio full = RATIO(ratio_floor(minutes));
            if (minutes.den > 1 && 60 % minutes.den == 0 && ratio_sub(minutes, full, &rest) && ratio_mul(rest, RATIO(60), &seconds)) minutes = full;
            put(&b, a, whole, "jam");
            put(&b, a, minutes, "menit");
            put(&b, a, seconds, "detik");
        }
    }
    struct str s = b.n ? arena_str(a, buf_view(&b)) : STR("0 menit");
    buf_free(&b);
    return s;
}

/* The only unit of an amount that is more than nothing; UNIT_COUNT when there are several, or none. */
static enum time_unit only_unit(const struct amount *t)
{
    enum time_unit found = UNIT_COUNT;
    for (int k = 0; k < UNIT_COUNT; k++) {
        if (!t->of[k].num) continue;
        if (found != UNIT_COUNT) return UNIT_COUNT;
        found = (enum time_unit)k;
    }
    return found;
}

struct str duration_format(struct arena *a, const struct duration *d)
{
    struct str least = amount_format(a, &d->least, d->working);
    if (!d->range) return least;
    struct str most = amount_format(a, &d->most, d->working);
    enum time_unit unit = only_unit(&d->least);
    if (unit >= UNIT_DAY && unit != UNIT_COUNT && unit == only_unit(&d->most)) least = ratio_print(a, d->least.of[unit]);
    else return arena_printf(a, "%.*s – %.*s", (int)least.n, least.p, (int)most.n, most.p);
    return arena_printf(a, "%.*s–%.*s", (int)least.n, least.p, (int)most.n, most.p);
}

struct str convention_format(struct arena *a, const struct time_comparison *c)
{
    struct buf b = BUF_INIT;
    if (c->by_day) {
        struct str hours = ratio_print(a, c->nearest.day_hours);
        buf_printf(&b, "1 hari = %.*s jam", (int)hours.n, hours.p);
    }
    if (c->by_week) buf_printf(&b, "%s1 minggu = %d hari", b.n ? "; " : "", c->nearest.week_days);
    if (c->by_month) buf_printf(&b, "%s1 bulan = %d hari", b.n ? "; " : "", c->nearest.month_days);
    struct str s = b.n ? arena_str(a, buf_view(&b)) : STR_ABSENT;
    buf_free(&b);
    return s;
}
