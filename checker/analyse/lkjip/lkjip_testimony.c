/* Tables testify: a table accuses only after its own arithmetic has shown that its columns were understood. Where most rows that can be
 * recomputed fit, the odd one is wrong; where few or none fit, the reading is, and nothing in the table is judged. */
#include "analyse/lkjip/lkjip_facts.h"

enum { WITNESSES = 16 };

/* Rows that can be recomputed, and those of them that fit. */
struct testimony {
    size_t fits, tried;
    size_t exchanged;         /* of the others, those that fit when two of their figures change places */
    bool loose, unclear;      /* columns found in blanks; a heading that leaves open what a column is */
};

/* With exact cells and a heading without doubt one row that fits is proof; else most rows have to. One or two rows prove nothing by
 * themselves: the heading has to. */
static bool understood(const struct testimony *t)
{
    if (t->exchanged && t->exchanged + t->fits >= t->tried && t->exchanged >= t->fits) return false; /* columns under each other's headings */
    if (t->tried < 3) return t->fits || !t->unclear;
    return t->loose || t->unclear ? 2 * t->fits >= t->tried : t->fits > 0;
}

static void witness(struct testimony *t, const struct item *item, enum fact_name name)
{
    const struct fact *f = fact_find(item, name);
    if (!f || !f->value.p || str_eqz(f->value, "tiada")) return;
    t->tried++;
    t->fits += !str_eqz(f->value, "salah");
}

/* Whether the share would be right if two of its figures changed places. */
static bool exchanged(const struct number *whole, const struct number *part, const struct number *share)
{
    const struct number *orders[][3] = {{part, whole, share}, {share, part, whole}, {whole, share, part}, {part, share, whole}, {share, whole, part}};
    if (!number_is_value(whole) || !number_is_value(part) || !number_is_value(share)) return false;
    for (size_t i = 0; i < COUNT(orders); i++) {
        enum fit fit = orders[i][0]->low.num ? percentage_fit(orders[i][1], orders[i][0], orders[i][2]) : FIT_NONE;
        if (fit == FIT_EXACT || fit == FIT_ROUNDED) return true;
    }
    return false;
}

static bool is_wrong(const struct item *item, enum fact_name name)
{
    const struct fact *f = fact_find(item, name);
    return f && f->value.p && str_eqz(f->value, "salah");
}

/* What the table's findings say of it. */
static void rows_fit(struct arena *a, struct item *row, const struct testimony *t)
{
    if (t->tried < 3) return;
    fact_int(a, row, F_baris_sesuai, (long long)t->fits);
    fact_int(a, row, F_baris_dihitung, (long long)t->tried);
}

static bool settle(struct arena *a, struct document *d, struct item *head, size_t region, const struct testimony *t)
{
    struct read_region *r = region && region <= d->regions.n ? &d->regions.v[region - 1] : NULL;
    bool good = !r || understood(t); /* a definition says itself what its figures are */
    if (r && good && t->tried) evidence_for(a, r, W_evidence_testified, arena_printf(a, "%zu", t->fits), arena_printf(a, "%zu", t->tried));
    if (good) return true;
    evidence_against(a, r, W_reason_rows_misfit);
    head->doubt = W_reason_rows_misfit;
    return false;
}

/* The running numbers of the rows stand where the capaian should. */
static bool counts_rows(const struct indicator_table *t)
{
    int sign = 1;
    for (size_t i = 0; i < t->rows.n; i++) {
        const struct number *n = t->rows.v[i].capaian.number;
        if (!number_is_value(n) || n->percent || !ratio_compare(n->low, RATIO((int64_t)i + 1), &sign) || sign) return false;
    }
    return t->rows.n > 0;
}

static void measurement(struct arena *a, struct document *d, struct indicator_table *t)
{
    struct testimony w = {.loose = t->loose, .unclear = t->unclear};
    for (size_t i = 0; i < t->rows.n; i++) {
        const struct indicator *r = &t->rows.v[i];
        witness(&w, &r->head, F_hitungan);
        w.exchanged += is_wrong(&r->head, F_hitungan) && exchanged(r->target.number, r->realisasi.number, r->capaian.number);
    }
    if (!w.fits && counts_rows(t)) w.exchanged = w.tried;
    if (!settle(a, d, &t->head, t->region, &w)) return;
    for (size_t i = 0; i < t->rows.n; i++) rows_fit(a, &t->rows.v[i].head, &w);
}

/* One a thousand times the other: not an amount and what was spent of it. */
static bool far_apart(const struct number *pagu, const struct number *spent)
{
    struct ratio most;
    int sign = 0;
    if (!number_is_value(pagu) || !number_is_value(spent) || !spent->low.num || !pagu->low.num) return false;
    if (ratio_mul(pagu->low, RATIO(1000), &most) && ratio_compare(spent->low, most, &sign) && sign > 0) return true;
    return ratio_mul(spent->low, RATIO(1000), &most) && ratio_compare(pagu->low, most, &sign) && sign > 0;
}

static void budget(struct arena *a, struct document *d, struct budget_table *t)
{
    struct testimony w = {.loose = t->loose, .unclear = t->unclear}, rest = w;
    for (size_t i = 0; i < t->rows.n; i++) {
        const struct budget_row *r = &t->rows.v[i];
        witness(&w, &r->head, F_serapan);
        int over = 0;
        bool absurd = number_is_value(r->percent.number) && ratio_compare(r->percent.number->low, RATIO(1000), &over) && over > 0; /* an amount under the heading of a share */
        absurd = absurd || far_apart(r->pagu.number, r->realisasi.number);
        if (absurd) w.fits -= w.fits && !is_wrong(&r->head, F_serapan), w.exchanged++;
        w.exchanged += !absurd && is_wrong(&r->head, F_serapan) && exchanged(r->pagu.number, r->realisasi.number, r->percent.number);
        witness(&rest, &t->rows.v[i].rest.item, F_sisa);
    }
    if (!settle(a, d, &t->head, t->region, &w)) return;
    bool is_rest = t->region == 0 || understood(&rest);
    for (size_t i = 0; i < t->rows.n; i++) {
        rows_fit(a, &t->rows.v[i].head, &w);
        if (!is_rest && fact_find(&t->rows.v[i].rest.item, F_sisa)) fact_unknown(a, &t->rows.v[i].rest.item, F_sisa, W_reason_rows_misfit);
    }
}

/* The capaian of another year's figure, or two figures exchanged. */
static bool other_year_fits(const struct comparison *c, const struct figure *target, const struct figure *printed)
{
    for (size_t i = 0; i < c->years.n * c->years.n; i++) { /* the capaian may have come under a year's heading */
        const struct number *r = c->years.v[i / c->years.n].figure.number, *share = c->years.v[i % c->years.n].figure.number;
        if (i / c->years.n == i % c->years.n || !number_is_value(r) || !number_is_value(share) || !number_is_value(target->number) || !target->number->low.num) continue;
        if (percentage_fit(r, target->number, share) == FIT_EXACT) return true;
    }
    for (size_t i = 0; i < c->years.n; i++) {
        const struct number *r = c->years.v[i].figure.number;
        if (!number_is_value(r) || !number_is_value(target->number) || !number_is_value(printed->number) || !target->number->low.num) continue;
        enum fit fit = percentage_fit(r, target->number, printed->number);
        if (fit == FIT_EXACT || fit == FIT_ROUNDED || exchanged(target->number, r, printed->number)) return true;
    }
    return false;
}

/* The capaian fits only when target and realisasi change places. */
static bool turned(const struct comparison *c, const struct figure *target, const struct figure *printed)
{
    bool other = false;
    for (size_t i = 0; i < c->years.n; i++) {
        const struct number *r = c->years.v[i].figure.number;
        if (c->years.v[i].what != MEASURED_REALISASI || !number_is_value(r) || !number_is_value(target->number) || !number_is_value(printed->number) || !r->low.num || !target->number->low.num) continue;
        enum fit right = percentage_fit(r, target->number, printed->number), fit = percentage_fit(target->number, r, printed->number);
        if (right == FIT_EXACT || right == FIT_ROUNDED) return false;
        other |= fit == FIT_EXACT || fit == FIT_ROUNDED;
    }
    return other;
}

/* The rows of one table of comparisons stand one after the other. Where all rows fit only the other way round (in exact cells two
 * at least), the columns may stand under each other's headings. */
static size_t comparisons(struct arena *a, struct document *d, size_t from)
{
    struct comparisons *all = &d->lkjip->comparisons;
    size_t end = from, region = all->v[from].region;
    struct testimony w = {.loose = all->v[from].loose, .unclear = all->v[from].unclear};
    size_t round = 0;
    for (; end < all->n && all->v[end].region == region; end++) {
        struct comparison *c = &all->v[end];
        witness(&w, &c->end_capaian.item, F_hitungan);
        witness(&w, &c->standard_capaian.item, F_hitungan);
        witness(&w, &c->growth.item, F_hitungan);
        w.exchanged += is_wrong(&c->end_capaian.item, F_hitungan) && other_year_fits(c, &c->end_target, &c->end_capaian);
        w.exchanged += is_wrong(&c->standard_capaian.item, F_hitungan) && other_year_fits(c, &c->standard, &c->standard_capaian);
        round += turned(c, &c->end_target, &c->end_capaian) + turned(c, &c->standard, &c->standard_capaian);
    }
    if (round > (all->v[from].loose ? 0 : 1) && round == w.tried) w.exchanged = w.tried;
    bool good = settle(a, d, &all->v[from].head, region, &w);
    for (size_t i = from + 1; !good && i < end; i++) all->v[i].head.doubt = W_reason_rows_misfit;
    return end;
}

static void doubt_misfit(struct arena *a, struct item *x, enum fact_name name)
{
    const struct fact *f = fact_find(x, name);
    if (f && f->value.p && (str_eqz(f->value, "salah") || str_eqz(f->value, "terbalik") || str_eqz(f->value, "tidak"))) fact_unknown(a, x, name, W_reason_noise);
}

/* Many rows that fit have shown that the figures of their table came through whole. */
static bool came_through(const struct testimony *t) { return t->fits >= WITNESSES && (t->tried - t->fits) * WITNESSES <= t->fits; }

static void doubt_measurement(struct arena *a, struct indicator_table *t)
{
    struct testimony w = {0};
    for (size_t i = 0; i < t->rows.n; i++) witness(&w, &t->rows.v[i].head, F_hitungan);
    for (size_t i = 0; !came_through(&w) && i < t->rows.n; i++) {
        doubt_misfit(a, &t->rows.v[i].head, F_hitungan);
        doubt_misfit(a, &t->rows.v[i].target.item, F_sama_dengan_pk);
        doubt_misfit(a, &t->rows.v[i].unit, F_sama_dengan_pk);
    }
}

static void doubt_budget(struct arena *a, struct budget_table *t)
{
    struct testimony w = {0};
    for (size_t i = 0; i < t->rows.n; i++) witness(&w, &t->rows.v[i].head, F_serapan);
    for (size_t i = 0; !came_through(&w) && i < t->rows.n; i++) {
        doubt_misfit(a, &t->rows.v[i].head, F_serapan);
        doubt_misfit(a, &t->rows.v[i].rest.item, F_sisa);
        doubt_misfit(a, &t->rows.v[i].pagu.item, F_sama_dengan_pk);
    }
}

void analyse_misfits(struct arena *a, struct lkjip *l)
{
    for (size_t t = 0; t < l->measurements.n; t++) doubt_measurement(a, &l->measurements.v[t]);
    for (size_t t = 0; t < l->budgets.n; t++) doubt_budget(a, &l->budgets.v[t]);
    for (size_t i = 0; i < l->comparisons.n; i++) {
        struct comparison *c = &l->comparisons.v[i];
        doubt_misfit(a, &c->end_capaian.item, F_hitungan);
        doubt_misfit(a, &c->standard_capaian.item, F_hitungan);
        doubt_misfit(a, &c->growth.item, F_hitungan);
        for (size_t k = 0; k < c->years.n; k++) doubt_misfit(a, &c->years.v[k].figure.item, F_sama_dengan_lain);
    }
}

/* A table with figures and no role: whatever it sums is not known to be right. */
static void unknown_tables(struct arena *a, struct document *d)
{
    for (size_t i = 0; i < d->regions.n; i++) {
        const struct read_region *r = &d->regions.v[i];
        if (r->kind != REGION_TABLE || r->role.n || region_doubt(r) == WORD_NONE) continue;
        struct item *x = fact_child(a, &d->lkjip->head, F_tabel_lepas, r->title, r->place);
        fact_unknown(a, x, F_jumlah, region_doubt(r));
        fact_unknown(a, x, F_jumlah_hitung, region_doubt(r));
        fact_unknown(a, x, F_selisih, region_doubt(r));
    }
}

void lkjip_testify(struct arena *a, struct document *d)
{
    struct lkjip *l = d->lkjip;
    unknown_tables(a, d);
    for (size_t i = 0; i < l->measurements.n; i++) measurement(a, d, &l->measurements.v[i]);
    for (size_t i = 0; i < l->budgets.n; i++) budget(a, d, &l->budgets.v[i]);
    for (size_t i = 0; i < l->comparisons.n;) i = comparisons(a, d, i);
}
