/* Rows of tables of indicators: the sasaran, the indicator with its figures, means. */
#include <string.h>

#include "recognise/lkjip/lkjip_columns.h"

static void add_goal(struct lkjip_making *r, struct indicator_table *out, struct item name)
{
    const struct goal *last = out->goals.n ? &out->goals.v[out->goals.n - 1] : NULL;
    bool again = last && str_blank(last->mean.item.text) && str_blank(out->mean.item.text);
    if (again && str_eq(last->name.text, name.text)) return; /* printed once for each indicator */
    if (out->goals.n && !str_blank(out->mean.item.text)) { /* it was the one of the sasaran before */
        out->goals.v[out->goals.n - 1].mean = out->mean;
        out->mean = (struct figure){.item = {.text = STR_ABSENT}};
    }
    ARENA_PUSH(r->t.a, &out->goals)->name = name;
}

/* A mean stands below its sasaran, or below all of them. */
static void add_mean(struct indicator_table *out, struct figure mean)
{
    struct goal *last = out->goals.n > 1 ? &out->goals.v[out->goals.n - 1] : NULL;
    bool by_goal = last && !str_blank(out->goals.v[0].mean.item.text) && str_blank(last->mean.item.text);
    *(by_goal ? &last->mean : &out->mean) = mean;
}

/* A mean has nothing but a capaian; "Rata-rata lama sekolah" is an indicator. */
static bool row_is_mean(const struct lkjip_making *r, const struct table *t, uint32_t row, const struct figure *target, const struct figure *realisasi)
{
    return lkjip_begins(&r->w->means, lkjip_row_text(t, row)) && str_blank(target->item.text) && str_blank(realisasi->item.text);
}

/* Then the one empty cell beside two figures is not known. */
static void one_blank(struct figure *target, struct figure *realisasi, struct figure *capaian)
{
    struct figure *all[] = {target, realisasi, capaian}, *blank = NULL;
    size_t figures = 0;
    for (size_t i = 0; i < COUNT(all); i++) {
        if (all[i]->item.text.p && str_blank(all[i]->item.text)) blank = all[i];
        figures += lkjip_figure(all[i]->item.text);
    }
    if (blank && figures == 2) blank->item.text = STR_ABSENT;
}

/* A text across the columns: "Sasaran 1: …" above its indicators, or any other name of a part of the table. */
static bool row_across(const struct lkjip_making *r, const struct table *t, uint32_t row, struct item *text)
{
    const struct cell *c = table_cell(t, row, 0);
    if (!c || c->row != row || c->colspan < t->cols || t->cols < 3) return false;
    *text = (struct item){.text = arena_str(r->t.a, str_trim(c->text)), .place = lkjip_row_place(r, t, row)};
    for (char *p = (char *)(uintptr_t)text->text.p; *p; p++)
        if (*p == '\n') *p = ' ';
    return true;
}

/* The sasaran that such a text names, without "Sasaran 1:"; false: none. */
static bool names_goal(const struct lkjip_making *r, struct item *text)
{
    size_t end = 0;
    const struct listed *f = wordset_prefix(&r->w->columns, text->text, &end);
    if (!f || f->use != ROLE_GOAL) return false;
    while (end < text->text.n && (is_digit(text->text.p[end]) || strchr(" .:-", text->text.p[end]))) end++;
    text->text = str_slice(text->text, end, text->text.n);
    return text->text.n > 0;
}

/* The goal printed beside an indicator: a new one, or the rest of the one above. */
static void goal_beside(struct lkjip_making *r, const struct table *t, struct indicator_table *out, struct item goal, bool figures)
{
    struct goal *last = out->goals.n ? &out->goals.v[out->goals.n - 1] : NULL;
    out->torn |= t->loose && !lkjip_names(goal.text);
    bool rest = last && is_lower(goal.text.p[0]) && (!figures || is_upper(last->name.text.p[0])); /* beside the next indicator, say */
    if (rest) item_append(&r->t, &last->name, &goal);
    else if (!t->loose || lkjip_names(goal.text)) add_goal(r, out, goal);
}

/* A cell across several columns: under the heading of a figure stands the name again. */
static void only_name(struct figure *f, const struct item *name)
{
    if (lkjip_words_in(name->text) && str_eq(f->item.text, name->text)) f->item.text = STR("");
}

void lkjip_indicator_row(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, struct indicator_table *out)
{
    bool by_indicator = lkjip_has(k, ROLE_INDICATOR, false), by_name = !by_indicator && lkjip_has(k, ROLE_NAME, false);
    struct item across;
    if (row_across(r, t, row, &across)) {
        if (names_goal(r, &across)) add_goal(r, out, across);
        return;
    }
    struct item goal = lkjip_item(r, t, k, row, ROLE_GOAL, false, false);
    struct item name = lkjip_item(r, t, k, row, by_indicator ? ROLE_INDICATOR : by_name ? ROLE_NAME : ROLE_GOAL, false, false);
    struct figure target = lkjip_figure_at(r, t, k, row, ROLE_TARGET, false), realisasi = lkjip_figure_at(r, t, k, row, ROLE_REALISASI, false);
    struct figure capaian = lkjip_share(r, t, k, row, false);
    only_name(&target, &name);
    only_name(&realisasi, &name);
    bool figures = !str_blank(target.item.text) || !str_blank(realisasi.item.text) || !str_blank(capaian.item.text);
    const struct figure unknown = {.item = {.text = STR_ABSENT}};
    if (lkjip_row_astray(r, t, k, row)) target = realisasi = capaian = unknown;
    else if (t->loose && lkjip_figure_in_words(t, k, row)) one_blank(&target, &realisasi, &capaian);
    bool named_mean = lkjip_begins(&r->w->means, name.text) && str_blank(target.item.text) && str_blank(realisasi.item.text);
    if (named_mean || row_is_mean(r, t, row, &target, &realisasi)) {
        if (!str_blank(capaian.item.text)) add_mean(out, capaian);
        return;
    }
    if (wordset_find(&r->w->totals, lkjip_row_text(t, row))) return;
    if (by_name) (void)lkjip_marker(&name);
    else name.text = str_slice(name.text, marker_at(name.text), name.text.n); /* "1. Indeks …" */
    goal.text = str_slice(goal.text, marker_at(goal.text), goal.text.n);
    bool lower = name.text.n && is_lower(name.text.p[0]);
    if (by_indicator && !str_blank(goal.text)) goal_beside(r, t, out, goal, figures);
    if (!figures || !lkjip_words_in(name.text)) {
        /* the rest of a name that was broken over a page */
        if (!figures && out->rows.n && lkjip_words_in(name.text) && (lower || (str_blank(goal.text) && row == k->first))) item_append(&r->t, &out->rows.v[out->rows.n - 1].name, &name);
        return;
    }
    out->torn |= lkjip_row_torn(r, t, k, row);
    struct indicator *i = ARENA_PUSH(r->t.a, &out->rows);
    i->head.place = lkjip_row_place(r, t, row);
    i->name = name;
    i->unit = lkjip_item(r, t, k, row, ROLE_UNIT, false, true);
    i->direction = lkjip_item(r, t, k, row, ROLE_DIRECTION, false, true);
    i->target = target;
    i->realisasi = realisasi;
    i->capaian = capaian;
    i->category = lkjip_item(r, t, k, row, ROLE_CATEGORY, false, true);
    i->goal = out->goals.n ? out->goals.n - 1 : NO_INDEX;
}
