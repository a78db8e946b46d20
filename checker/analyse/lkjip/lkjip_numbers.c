/* Figures of a report: each column decides on its decimal mark as a whole; a capaian and a category are read with their table. */
#include <stdio.h>

#include "base/chars.h"
#include "analyse/analyst.h"
#include "domain/duration.h"
#include "analyse/lkjip/lkjip_facts.h"

struct cells {
    struct figure **v;
    size_t n, cap;
};

static void take(struct arena *a, struct cells *c, struct figure *f)
{
    if (f->item.text.p) *ARENA_PUSH(a, c) = f;
}

static void read(struct arena *a, struct analyst *x, struct cells *c, bool money)
{
    struct str *texts = arena_alloc(a, (c->n + 1) * sizeof *texts);
    for (size_t i = 0; i < c->n; i++) texts[i] = c->v[i]->item.text;
    enum marks marks = number_column(x->k->figures, texts, c->n, money);
    for (size_t i = 0; i < c->n; i++) {
        struct number *n = arena_alloc(a, sizeof *n);
        *n = number_parse(x->k->figures, texts[i], marks);
        if (n->form == NUMBER_AMBIGUOUS && (money || n->money)) *n = number_parse(x->k->figures, texts[i], MARKS_COMMA);
        c->v[i]->number = n;
    }
    c->n = 0;
}

static bool number_mark(char c) { return is_digit(c) || c == '.' || c == ',' || c == '/' || c == ' ' || c == '%' || c == '(' || c == ')' || c == '='; }

/* "36.743/39.834 (92,22)" or "92,22 (36.743/39.834)": the n/m becomes the indicator's own, *rest gets the other figure. */
static bool split_ratio(struct arena *a, struct indicator *i, struct str *rest)
{
    struct str s = str_trim(i->realisasi.item.text);
    size_t slash = str_find(s, STR("/"), 0), from = slash, to = slash;
    if (i->ratio.text.p || slash == SIZE_MAX || slash == 0) return false;
    for (size_t k = 0; k < s.n; k++)
        if (!number_mark(s.p[k])) return false;
    while (from > 0 && s.p[from - 1] != '(' && s.p[from - 1] != ')' && s.p[from - 1] != '=') from--;
    while (to < s.n && s.p[to] != '(' && s.p[to] != ')' && s.p[to] != '=') to++;
    struct str ratio = str_trim(str_slice(s, from, to)), before = str_slice(s, 0, from), behind = str_slice(s, to, s.n), *other = &before;
    if (str_blank(before)) other = &behind;
    struct buf b = BUF_INIT;
    for (size_t k = 0; k < other->n; k++)
        if (other->p[k] != '(' && other->p[k] != ')' && other->p[k] != '=') buf_ch(&b, other->p[k]);
    *rest = arena_str(a, str_trim(buf_view(&b)));
    buf_free(&b);
    if (!rest->n) return false;
    i->ratio.text = arena_str(a, ratio);
    i->ratio.place = i->realisasi.item.place;
    return true;
}

bool lkjip_minutes(struct analyst *x, const struct figure *f, struct str unit, struct ratio *out, bool *composed)
{
    struct duration d;
    const struct number *n = f->number;
    char text[64];
    *composed = n->form == NUMBER_CLOCK;
    if (*composed) return ratio_div(n->low, RATIO(60), out);
    if (n->form != NUMBER_VALUE || f->item.text.n + unit.n + 2 > sizeof text) return false;
    size_t length = (size_t)snprintf(text, sizeof text, "%.*s %.*s", (int)f->item.text.n, f->item.text.p, str_blank(n->rest) ? (int)unit.n : 0, unit.p ? unit.p : "");
    if (duration_parse(x->k->time_units, x->k->calendar, (struct str){text, length}, &d) != TIME_DURATION || d.range) return false;
    size_t units = 0;
    for (int u = 0; u < UNIT_COUNT; u++) {
        if (!d.least.of[u].den || !d.least.of[u].num) continue;
        if (u > UNIT_HOUR) return false;
        units++;
    }
    *composed = units > 1;
    return amount_minutes(&d.least, &duration_conventions(x->k->time_units)->v[0], out);
}

/* "1 jam 7 menit" is no 1: several units of time make a clock, too. */
static void composed_time(struct arena *a, struct analyst *x, struct figure *f)
{
    struct ratio minutes;
    bool composed = false, digit = false;
    for (size_t i = 0; number_is_value(f->number) && i < f->number->rest.n; i++) digit |= is_digit(f->number->rest.p[i]);
    if (!digit || !lkjip_minutes(x, f, STR(""), &minutes, &composed) || !composed) return;
    struct number *n = arena_alloc(a, sizeof *n);
    *n = (struct number){.form = NUMBER_CLOCK};
    if (ratio_mul(minutes, RATIO(60), &n->low)) n->high = n->low, f->number = n;
}

static void indicator_table(struct arena *a, struct analyst *x, struct indicator_table *t)
{
    struct cells c = {0};
    for (size_t i = 0; i < t->rows.n; i++) take(a, &c, &t->rows.v[i].target);
    struct figure *parts = arena_alloc(a, (t->rows.n + 1) * sizeof *parts); /* realisasi without the n/m that some cells have, too */
    for (size_t i = 0; i < t->rows.n; i++) { /* targets and realisasi are written alike */
        bool split = split_ratio(a, &t->rows.v[i], &parts[i].item.text);
        take(a, &c, split ? &parts[i] : &t->rows.v[i].realisasi);
    }
    read(a, x, &c, false);
    for (size_t i = 0; i < t->rows.n; i++)
        if (parts[i].number) t->rows.v[i].realisasi.number = parts[i].number;
    for (size_t i = 0; i < t->rows.n; i++) composed_time(a, x, &t->rows.v[i].target), composed_time(a, x, &t->rows.v[i].realisasi);
    for (size_t i = 0; i < t->rows.n; i++) take(a, &c, &t->rows.v[i].capaian);
    for (size_t g = 0; g < t->goals.n; g++) take(a, &c, &t->goals.v[g].mean);
    take(a, &c, &t->mean);
    read(a, x, &c, false);
}

static void comparisons(struct arena *a, struct analyst *x, struct lkjip *l)
{
    struct cells values = {0}, shares = {0};
    for (size_t i = 0; i < l->comparisons.n; i++) {
        struct comparison *c = &l->comparisons.v[i];
        for (size_t k = 0; k < c->years.n; k++) take(a, c->years.v[k].what == MEASURED_CAPAIAN ? &shares : &values, &c->years.v[k].figure);
        take(a, &values, &c->end_target);
        take(a, &values, &c->standard);
        take(a, &shares, &c->end_capaian);
        take(a, &shares, &c->standard_capaian);
        take(a, &shares, &c->growth);
    }
    read(a, x, &values, false);
    read(a, x, &shares, false);
}

static void budget_table(struct arena *a, struct analyst *x, struct budget_table *t)
{
    struct cells money = {0}, shares = {0};
    for (size_t i = 0; i < t->rows.n; i++) {
        struct budget_row *r = &t->rows.v[i];
        take(a, &money, &r->pagu);
        take(a, &money, &r->realisasi);
        take(a, &money, &r->rest);
        take(a, &shares, &r->percent);
        take(a, &shares, &r->capaian);
        take(a, &shares, &r->efficiency);
    }
    read(a, x, &money, true);
    read(a, x, &shares, false);
}

void lkjip_numbers(struct arena *a, struct analyst *x, struct lkjip *l)
{
    struct cells c = {0};
    for (size_t i = 0; i < l->agreements.n; i++) indicator_table(a, x, &l->agreements.v[i]);
    for (size_t i = 0; i < l->measurements.n; i++) indicator_table(a, x, &l->measurements.v[i]);
    comparisons(a, x, l);
    for (size_t i = 0; i < l->budgets.n; i++) budget_table(a, x, &l->budgets.v[i]);
    for (size_t i = 0; i < l->sums.n; i++) {
        for (size_t k = 0; k < l->sums.v[i].columns.n; k++) {
            struct sum_column *s = &l->sums.v[i].columns.v[k];
            for (size_t j = 0; j < s->cells.n; j++) take(a, &c, &s->cells.v[j]);
            take(a, &c, &s->total);
            read(a, x, &c, false);
        }
    }
    for (size_t i = 0; i < l->scale.n; i++) take(a, &c, &l->scale.v[i].from), take(a, &c, &l->scale.v[i].to);
    read(a, x, &c, false);
}

struct declared lkjip_declared(const struct analyst *x, const struct lkjip *l)
{
    struct declared d = {FORMULA_COUNT, caps_of(parameter_get(x->p, "batas-capaian"))};
    struct str down = str_trim(l->formula.down.text);
    uint64_t cap;
    if (str_ieq(down, STR("2t-r"))) d.down = FORMULA_2TR;
    else if (str_ieq(down, STR("t/r"))) d.down = FORMULA_TR;
    if (str_u64(str_trim(l->formula.cap.text), &cap) && cap >= 100 && cap <= 1000) d.caps.declared = (int)cap;
    return d;
}
