/* Sums of budgets: a parent against the rows below it, totals against the rows above them, which level rows are of whose number is missing. */
#include "analyse/lkjip/lkjip_budget.h"

/* The four columns that can be summed. */
enum { MONEY_PAGU, MONEY_REALISASI, MONEY_REST, MONEY_COUNT };

static struct figure *money(struct budget_row *r, int which)
{
    return which == MONEY_PAGU ? &r->pagu : which == MONEY_REALISASI ? &r->realisasi : &r->rest;
}

/* What a column comes to over some rows, and how far its rounding may have carried it. */
struct running {
    struct ratio sum, rounded;
    size_t count;
    bool unread;              /* a cell is missing or cannot be read */
};
#define RUNNING_NONE ((struct running){RATIO(0), RATIO(0), 0, false})

static void run_on(const struct budget_table *t, struct running *s, const struct number *n)
{
    bool none = n && (n->form == NUMBER_NONE || n->form == NUMBER_BLANK);
    s->count++;
    if (none || s->unread) return;
    s->unread = !number_is_value(n) || !ratio_add(s->sum, n->low, &s->sum) || !ratio_add(s->rounded, budget_rounding(t, n), &s->rounded);
}

/* The same over rows [from, to) of one level. false: nothing to sum, or not all of it. */
static bool sum_level(struct budget_table *t, size_t from, size_t to, int level, int which, struct ratio *out, struct ratio *rounded)
{
    struct running s = RUNNING_NONE;
    for (size_t i = from; i < to && !s.unread; i++)
        if (!t->rows.v[i].total && t->rows.v[i].level == level) run_on(t, &s, money(&t->rows.v[i], which)->number);
    *out = s.sum;
    *rounded = s.rounded;
    return s.count && !s.unread;
}

/* What the rows of a figure add up to; told when all of the table is known. */
struct verdict {
    bool known, right;
    struct ratio sum;
};

static void verdict(struct verdict *v, bool right, struct ratio sum) { *v = (struct verdict){true, right, sum}; }

static void tell(struct arena *a, const struct budget_table *t, struct figure *f, const struct verdict *v)
{
    fact_set(a, &f->item, F_jumlah, v->right ? STR("cocok") : STR("salah"));
    struct ratio difference;
    fact_set(a, &f->item, F_jumlah_hitung, money_format(a, v->sum, f->number->decimals, t->unit));
    if (v->right || !ratio_sub(f->number->low, v->sum, &difference)) return;
    if (difference.num < 0) difference.num = -difference.num;
    fact_set(a, &f->item, F_selisih, money_format(a, difference, f->number->decimals, t->unit));
}

/* How many sums of a table of blanks fit: where most do not, the reading is what is wrong. */
struct fitting {
    size_t right, wrong;
};

static struct fitting fitting(const struct budget_table *t, const struct verdict *v)
{
    struct fitting f = {0, 0};
    for (size_t i = 0; i < t->rows.n * MONEY_COUNT; i++) f.right += v[i].known && v[i].right, f.wrong += v[i].known && !v[i].right;
    return f;
}

/* Whether rows below this one may follow on another page, which was not read with this table. */
static bool open_at_end(const struct budget_table *t, size_t row)
{
    for (size_t i = row + 1; i < t->rows.n; i++)
        if (t->rows.v[i].total || t->rows.v[i].level <= t->rows.v[row].level) return false;
    return true;
}

static bool less(const struct verdict *v, const struct figure *printed)
{
    int sign = 0;
    return ratio_compare(v->sum, printed->number->low, &sign) && sign < 0;
}

/* In columns of blanks a row may be lost, or stand below another parent: then pagu and realisasi are both off, and to the same side. Of a pagu
 * alone only the other sums can tell. */
static bool rows_unread(struct budget_table *t, size_t row, const struct verdict *v, struct fitting all)
{
    int sign[2] = {0, 0};
    static const int both[2] = {MONEY_PAGU, MONEY_REALISASI};
    struct budget_row *r = &t->rows.v[row];
    if (!t->loose || (t->levels_told && t->sums_right)) return false; /* programmes and kegiatan in columns of their own, and another programme adds up */
    if (v[MONEY_PAGU].known && !v[MONEY_PAGU].right && !r->realisasi.item.text.p) return all.wrong >= all.right || (open_at_end(t, row) && less(&v[MONEY_PAGU], &r->pagu));
    for (int i = 0; i < 2; i++) {
        const struct verdict *k = &v[both[i]];
        if (k->known && !k->right && k->sum.num == 0) return true; /* no row has a figure */
        if (!k->known || k->right || !ratio_compare(money(r, both[i])->number->low, k->sum, &sign[i])) return false;
    }
    return sign[0] == sign[1];
}

static void tell_sums(struct arena *a, struct budget_table *t, const struct verdict *v)
{
    struct fitting all = fitting(t, v);
    for (size_t i = 0; i < t->rows.n; i++) t->sums_right |= v[i * MONEY_COUNT].known && v[i * MONEY_COUNT].right;
    for (size_t i = 0; i < t->rows.n; i++, v += MONEY_COUNT) {
        bool unread = rows_unread(t, i, v, all);
        for (int w = 0; w < MONEY_COUNT; w++) {
            struct figure *f = money(&t->rows.v[i], w);
            if (v[w].known) fact_bool(a, &f->item, F_dijumlah, true);
            if (v[w].known && unread) fact_unknown(a, &f->item, F_jumlah, W_reason_cells_astray);
            else if (v[w].known) tell(a, t, f, &v[w]);
        }
    }
}

/* The rows behind a program none of which tells its level, up to the next one that does or a total. */
static size_t untold(const struct budget_table *t, size_t program)
{
    size_t end = program + 1;
    while (end < t->rows.n && !t->rows.v[end].total && t->rows.v[end].level < 0) end++;
    bool whole = end == t->rows.n || t->rows.v[end].total || t->rows.v[end].level == 1;
    return whole ? end - program - 1 : 0;
}

static bool adds_up(struct budget_table *t, size_t program, size_t rows)
{
    struct ratio sum, rounded;
    const struct number *n = t->rows.v[program].pagu.number;
    return number_is_value(n) && sum_level(t, program + 1, program + 1 + rows, -1, MONEY_PAGU, &sum, &rounded) && ratio_add(rounded, budget_rounding(t, n), &rounded) &&
           ratio_near(n->low, sum, rounded);
}

/* Behind the rows that make up `parent`: the row there, or `end` where they are all; 0: no run of them does. One row that equals its parent
 * makes it up, but where more follow that may be chance. */
static size_t made_up(struct budget_table *t, size_t parent, size_t end)
{
    const struct number *whole = t->rows.v[parent].pagu.number;
    struct ratio sum = RATIO(0);
    if (!number_is_value(whole) || !whole->low.num) return 0;
    for (size_t i = parent + 1; i < end; i++) {
        const struct number *n = t->rows.v[i].pagu.number;
        if (!number_is_value(n) || !ratio_add(sum, n->low, &sum)) return 0;
        if (ratio_same(sum, whole->low) && (i > parent + 1 || i + 1 == end)) return i + 1;
    }
    return 0;
}

/* Rows of one level below a parent that are too many for it: where the first of them make it up, and the next one is made up by those behind
 * it, that one is another parent whose number was lost. */
static void raise_rows(struct budget_table *t, size_t parent)
{
    int level = parent + 1 < t->rows.n ? t->rows.v[parent + 1].level : 0;
    size_t end = parent + 1, at, next;
    if (t->rows.v[parent].total || t->rows.v[parent].level < 1 || level <= t->rows.v[parent].level) return;
    while (end < t->rows.n && !t->rows.v[end].total && t->rows.v[end].level == level) end++;
    for (at = parent; at < end && (next = made_up(t, at, end)) != 0; at = next)
        if (next == end) break;
    if (at >= end || !next) return;
    for (at = made_up(t, parent, end); at < end; at = made_up(t, at, end)) t->rows.v[at].level = t->rows.v[parent].level;
}

/* A table whose heading names one level below its programs, and whose rows there have no number: they are of that level if they make up
 * a program anywhere in it. (Where kegiatan and their sub kegiatan stand there together, none adds up.) */
void budget_levels(struct budget_table *t)
{
    bool proven = false;
    for (size_t i = 0; t->below && i < t->rows.n; i++) {
        size_t rows = t->rows.v[i].level == 1 ? untold(t, i) : 0;
        proven |= rows > 1 && adds_up(t, i, rows);
    }
    for (size_t i = 0; proven && i < t->rows.n; i++)
        for (size_t rows = t->rows.v[i].level == 1 ? untold(t, i) : 0; rows; rows--) t->rows.v[i + rows].level = t->below;
    for (size_t i = 0; i < t->rows.n; i++) raise_rows(t, i);
}

/* What the rows below a row add up to, where they do not give what it prints. */
struct mended {
    struct ratio sum[MONEY_COUNT];
    bool wrong[MONEY_COUNT];
};

/* The sum of one level with the wrong rows of it mended: a row is right that fits its children as they should be. */
static bool fits_mended(struct budget_table *t, size_t from, size_t to, int level, int which, const struct mended *m, struct ratio printed, struct ratio rounded)
{
    struct ratio sum = RATIO(0);
    bool any = false;
    for (size_t i = from; i < to; i++) {
        if (t->rows.v[i].total || t->rows.v[i].level != level) continue;
        const struct number *n = money(&t->rows.v[i], which)->number;
        bool none = n && (n->form == NUMBER_NONE || n->form == NUMBER_BLANK);
        any |= m[i].wrong[which];
        if (!none && !ratio_add(sum, m[i].wrong[which] ? m[i].sum[which] : n->low, &sum)) return false;
    }
    return any && ratio_near(sum, printed, rounded);
}

/* Whether the percentage of a row is the mean of those of the rows that it sums up (level: of one level, or of all) and not their share. */
static void mean_of_shares(struct arena *a, struct budget_table *t, size_t from, size_t to, int level, struct budget_row *total)
{
    const struct number *c = total->percent.number;
    struct interval sum = {RATIO(0), RATIO(0)};
    int64_t n = 0;
    if (!number_is_value(c)) {
        fact_unknown(a, &total->head, F_rata_rata_persen, W_reason_number_unread);
        return;
    }
    for (size_t i = from; i < to; i++) {
        struct interval k;
        if (t->rows.v[i].total || (level && t->rows.v[i].level != level) || !number_is_value(t->rows.v[i].percent.number)) continue;
        if (!interval_of(t->rows.v[i].percent.number, false, &k) || !ratio_add(sum.low, k.low, &sum.low) || !ratio_add(sum.high, k.high, &sum.high)) {
            fact_unknown(a, &total->head, F_rata_rata_persen, W_reason_not_computable);
            return;
        }
        n++;
    }
    if (n < 2 || !ratio_div(sum.low, RATIO(n), &sum.low) || !ratio_div(sum.high, RATIO(n), &sum.high)) {
        fact_bool(a, &total->head, F_rata_rata_persen, false); /* nothing to take a mean of */
        return;
    }
    fact_bool(a, &total->head, F_rata_rata_persen, !total->share_right && interval_meets(sum, c));
}

/* The share of a row that prints no money of its own: by the sums of the rows below. */
static void summed_share(struct arena *a, struct budget_table *t, struct budget_row *r, const struct mended *sums)
{
    struct number p = {.form = NUMBER_VALUE, .low = sums->sum[MONEY_PAGU], .high = sums->sum[MONEY_PAGU]};
    struct number s = {.form = NUMBER_VALUE, .low = sums->sum[MONEY_REALISASI], .high = sums->sum[MONEY_REALISASI]};
    struct budget_row whole = *r;
    whole.pagu.number = &p;
    whole.realisasi.number = &s;
    budget_share(a, t, &whole);
    r->head = whole.head;
    r->share_judged = whole.share_judged;
    r->share_right = whole.share_right;
}

/* A parent against the rows of the next level below it, up to the next row of its own level or higher; children before parents. */
static void parents(struct arena *a, struct budget_table *t, struct verdict *v)
{
    struct mended *m = arena_alloc(a, (t->rows.n + 1) * sizeof *m);
    for (size_t i = t->rows.n; i-- > 0;) {
        struct budget_row *r = &t->rows.v[i];
        if (r->total || r->level < 1) continue;
        size_t end = i + 1;
        int below = 0;
        while (end < t->rows.n && !t->rows.v[end].total && t->rows.v[end].level > r->level) {
            if (!below || t->rows.v[end].level < below) below = t->rows.v[end].level;
            end++;
        }
        for (int w = 0; below && w < MONEY_COUNT; w++) {
            struct ratio rounded;
            struct figure *f = money(r, w);
            if (!number_is_value(f->number) || !sum_level(t, i + 1, end, below, w, &m[i].sum[w], &rounded)) continue;
            if (!ratio_add(rounded, budget_rounding(t, f->number), &rounded)) continue;
            bool right = ratio_near(f->number->low, m[i].sum[w], rounded);
            if (!right && fits_mended(t, i + 1, end, below, w, m, f->number->low, rounded)) continue; /* its child is what is wrong */
            m[i].wrong[w] = !right;
            verdict(&v[i * MONEY_COUNT + (size_t)w], right, m[i].sum[w]);
        }
        if (!below || !number_is_value(r->percent.number)) continue;
        struct ratio rounded;
        if (budget_bare(r) && sum_level(t, i + 1, end, below, MONEY_PAGU, &m[i].sum[MONEY_PAGU], &rounded) && sum_level(t, i + 1, end, below, MONEY_REALISASI, &m[i].sum[MONEY_REALISASI], &rounded))
            summed_share(a, t, r, &m[i]);
        mean_of_shares(a, t, i + 1, end, below, r);
    }
}

enum { LEVELS = 5 }; /* -1 to 3 */

/* A total against the rows above it: right when it is the sum of one level (of whole programs, or of whole kegiatan …); where levels are
 * not told, the sum of all rows, or of all but those that are themselves sums. */
static bool total_fits(const struct budget_table *t, const struct running level[LEVELS], const struct number *printed, struct ratio *best, bool *known)
{
    struct ratio total = printed->low;
    *known = false;
    for (size_t i = 0; i < LEVELS; i++) {
        const struct running *s = &level[i];
        struct ratio times, rounded;
        if (!s->count || s->unread || !ratio_add(s->rounded, budget_rounding(t, printed), &rounded)) continue;
        if (!*known) *best = s->sum;
        *known = true;
        if (ratio_near(s->sum, total, rounded)) return true;
        for (int k = 2; i == 0 && k <= 3; k++) /* a table that lists each level in full: every rupiah stands there k times */
            if (ratio_mul(total, RATIO(k), &times) && ratio_near(s->sum, times, rounded)) return true;
    }
    return false;
}

static void run_clear(struct running s[MONEY_COUNT][LEVELS])
{
    for (size_t w = 0; w < MONEY_COUNT; w++)
        for (size_t i = 0; i < LEVELS; i++) s[w][i] = RUNNING_NONE;
}

/* What is left of a row of these is miscomputed already: their sum is not what is wrong. */
static bool rest_wrong(const struct budget_table *t, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct fact *f = fact_find(&t->rows.v[i].rest.item, F_sisa);
        if (f && f->value.p && str_eqz(f->value, "salah")) return true;
    }
    return false;
}

static void totals(struct arena *a, struct budget_table *t, struct verdict *v)
{
    struct running part[MONEY_COUNT][LEVELS], all[MONEY_COUNT][LEVELS]; /* since the last total; from the beginning */
    size_t from = 0;
    run_clear(part);
    run_clear(all);
    for (size_t i = 0; i < t->rows.n; i++) {
        struct budget_row *r = &t->rows.v[i];
        for (int w = 0; w < MONEY_COUNT; w++) {
            struct figure *f = money(r, w);
            struct ratio best = RATIO(0), whole = RATIO(0);
            bool known, known_whole = false;
            if (!r->total) {
                run_on(t, &part[w][r->level + 1], f->number);
                run_on(t, &all[w][r->level + 1], f->number);
            }
            if (!r->total || !number_is_value(f->number)) continue;
            bool fits = total_fits(t, part[w], f->number, &best, &known);
            if (!fits && from) fits = total_fits(t, all[w], f->number, &whole, &known_whole); /* a grand total after subtotals */
            if (!fits && w == MONEY_REST && rest_wrong(t, 0, i)) continue;
            if (known || known_whole) verdict(&v[i * MONEY_COUNT + (size_t)w], fits, known ? best : whole);
        }
        if (!r->total) continue;
        mean_of_shares(a, t, from, i, 0, r);
        from = i + 1;
        run_clear(part);
    }
}

void budget_sums(struct arena *a, struct budget_table *t)
{
    struct verdict *sums = arena_alloc(a, (t->rows.n + 1) * MONEY_COUNT * sizeof *sums);
    parents(a, t, sums);
    for (size_t k = 0; k < t->rows.n; k++)
        if (budget_bare(&t->rows.v[k]) && !t->rows.v[k].share_judged) budget_share(a, t, &t->rows.v[k]);
    totals(a, t, sums);
    tell_sums(a, t, sums);
}
