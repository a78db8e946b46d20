/* Tables of a performance report: which kind each one is, where its rows go, and what proves its reading. */
#include <string.h>

#include "recognise/lkjip/lkjip_columns.h"

/* The caption, with the number of the table that it stands over. */
static struct item head_of(const struct lkjip_making *r, const struct table *t)
{
    struct item it = r->context.caption;
    struct where *w = arena_alloc(r->t.a, sizeof *w);
    *w = it.place.where ? *it.place.where : (struct where){0};
    w->table = t->number;
    if (!it.text.p) it.place.at = lkjip_row_place(r, t, 0).at;
    it.place.where = w;
    return it;
}

struct indicator_table *lkjip_new_indicators(struct lkjip_making *r, const struct table *table, const struct lkjip_columns *k, enum lkjip_table kind, int year)
{
    struct indicator_table *t = ARENA_PUSH(r->t.a, kind == LKJIP_MEASUREMENT ? &r->l->measurements : &r->l->agreements);
    t->head = head_of(r, table);
    t->kind = kind;
    t->year = year;
    t->in_appendix = r->context.appendix;
    t->region = r->region;
    t->loose = table->loose;
    t->unclear = k->unclear;
    return t;
}

struct budget_table *lkjip_new_budget(struct lkjip_making *r, const struct table *table, const struct lkjip_columns *k, enum lkjip_table kind, int year)
{
    struct budget_table *t = ARENA_PUSH(r->t.a, &r->l->budgets);
    t->head = head_of(r, table);
    t->kind = kind;
    t->year = year;
    t->in_appendix = r->context.appendix;
    t->region = r->region;
    t->loose = table->loose;
    t->unclear = k->unclear;
    t->unit = lkjip_money_unit(r, table, k);
    t->below = lkjip_level_below(k);
    r->above = (struct lkjip_above){0};
    return t;
}

struct reading_table {
    struct indicator_tables *indicators; /* rows go to the last one of the list; NULL: none */
    bool budget;
};

/* What a table with money is about; `spent`: it has a realisasi. */
static enum lkjip_table money_kind(const struct lkjip_making *r, const struct lkjip_columns *k, bool spent, bool efficient)
{
    if (efficient) return LKJIP_EFFICIENCY;
    if (!spent) return r->context.agreement ? LKJIP_AGREEMENT : LKJIP_OTHER;
    return lkjip_has(k, ROLE_EFFICIENCY, false) ? LKJIP_EFFICIENCY : LKJIP_BUDGET;
}

static struct reading_table begin_table(struct lkjip_making *r, const struct table *table, struct lkjip_columns *k)
{
    struct reading_table out = {0};
    bool by_indicator = lkjip_has(k, ROLE_INDICATOR, false), by_name = lkjip_has(k, ROLE_NAME, false), goal = lkjip_has(k, ROLE_GOAL, false);
    bool target = lkjip_has(k, ROLE_TARGET, false), realisasi = lkjip_has(k, ROLE_REALISASI, false), money = lkjip_has(k, ROLE_PAGU, false);
    bool spent = lkjip_has(k, ROLE_REALISASI, true), mixed = false;
    for (uint32_t c = 0; c < k->cols; c++) mixed |= k->second[c] == ROLE_INDICATOR || k->role[c] == ROLE_NAME; /* whose target is it? */
    bool named = by_indicator || (!(money && mixed) && (by_name || goal));
    k->kind = LKJIP_OTHER;
    if (named && target && (realisasi || r->context.agreement)) {
        k->kind = realisasi ? LKJIP_MEASUREMENT : LKJIP_AGREEMENT;
        (void)lkjip_new_indicators(r, table, k, k->kind, r->context.year);
        out.indicators = realisasi ? &r->l->measurements : &r->l->agreements;
    }
    bool efficient = lkjip_has(k, ROLE_EFFICIENCY, false) && (lkjip_has(k, ROLE_PERCENT, false) || lkjip_has(k, ROLE_PERCENT, true)) && lkjip_has(k, ROLE_CAPAIAN, false) && !money;
    out.budget = (by_indicator || by_name || goal) && ((money && (spent || r->context.agreement || by_name)) || efficient);
    if (out.budget) {
        struct budget_table *t = lkjip_new_budget(r, table, k, money_kind(r, k, spent, efficient), r->context.year);
        if (!out.indicators) k->kind = t->kind;
    }
    return out;
}

static struct reading_table go_on(struct lkjip_making *r, const struct lkjip_columns *k)
{
    struct reading_table out = {.budget = k->kind == LKJIP_BUDGET || k->kind == LKJIP_EFFICIENCY || r->both};
    if (k->kind == LKJIP_MEASUREMENT) out.indicators = &r->l->measurements;
    if (k->kind == LKJIP_AGREEMENT && r->l->agreements.n) out.indicators = &r->l->agreements;
    return out;
}

/* Tables of more rows than that are hardly of people's making. */
enum { ROOM_MOST = 4096 };

static void read_rows(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, struct reading_table into)
{
    struct indicator_table *indicators = into.indicators && into.indicators->n ? &into.indicators->v[into.indicators->n - 1] : NULL;
    struct budget_table *budget = into.budget && r->l->budgets.n ? &r->l->budgets.v[r->l->budgets.n - 1] : NULL;
    if (indicators && t->rows <= ROOM_MOST) ARENA_ROOM(r->t.a, &indicators->rows, t->rows);
    if (budget && t->rows <= ROOM_MOST) ARENA_ROOM(r->t.a, &budget->rows, t->rows);
    for (uint32_t row = k->first; row < t->rows; row++) {
        if (lkjip_heading_row(r, t, row)) continue; /* printed again inside */
        if (indicators) lkjip_indicator_row(r, t, k, row, indicators);
        if (budget) lkjip_budget_row(r, t, k, row, budget);
    }
}

static bool same_columns(const struct lkjip_columns *a, const struct lkjip_columns *b)
{
    return a->cols == b->cols && memcmp(a->role, b->role, sizeof a->role) == 0 && memcmp(a->year, b->year, sizeof a->year) == 0;
}

static void remember(struct lkjip_making *r, const struct lkjip_columns *k, struct reading_table into)
{
    r->last = arena_alloc(r->t.a, sizeof *k);
    *r->last = *k;
    r->both = into.indicators && into.budget;
    bool measured = k->kind == LKJIP_MEASUREMENT && lkjip_has(k, ROLE_CAPAIAN, false); /* under a title that is a report */
    r->evidence += measured ? 3 : into.indicators ? 2 : 1;
}

/* ---- what was read, and what of it proves the reading --------------------------------------------------------- */

static bool holds_figures(const struct table *t)
{
    size_t figures = 0;
    for (uint32_t row = 1; row < t->rows && figures < 2; row++)
        for (uint32_t c = 1; c < t->cols; c++) {
            struct str s = lkjip_cell(t, row, c);
            figures += lkjip_figure(s) && !lkjip_column_number(t, s);
        }
    return figures > 1;
}

static void begin_region(struct lkjip_making *r, const struct table *t)
{
    struct read_region *region = region_add(r->t.a, r->t.regions, REGION_TABLE, STR_ABSENT, lkjip_row_place(r, t, 0));
    region->title = r->context.caption.text;
    r->region = r->t.regions->n;
}

/* The headings that told a column, one after the other. */
static struct str headings(const struct lkjip_making *r, const struct lkjip_columns *k)
{
    struct buf b = BUF_INIT;
    for (uint32_t c = 0; c < k->cols && b.n < 200; c++) {
        if (k->role[c] == ROLE_COUNT || str_blank(k->name[c])) continue;
        if (b.n) buf_z(&b, ", ");
        for (size_t i = 0; i < k->name[c].n; i++) buf_ch(&b, k->name[c].p[i] == '\n' ? ' ' : k->name[c].p[i]);
    }
    struct str s = arena_str(r->t.a, buf_view(&b));
    buf_free(&b);
    return s;
}

/* role NULL: none. A table without figures that has none is nobody's loss. */
static void end_region(struct lkjip_making *r, const struct table *t, const char *role, const struct lkjip_columns *k, enum word against)
{
    struct read_region *region = &r->t.regions->v[r->region - 1];
    if (!role && against == WORD_NONE && !holds_figures(t)) {
        r->t.regions->n--;
        return;
    }
    if (role) region->role = str_of(role);
    if (k) evidence_for(r->t.a, region, W_evidence_head, headings(r, k), STR_ABSENT);
    else if (role) evidence_for(r->t.a, region, W_evidence_rows, arena_printf(r->t.a, "%u", (unsigned)t->rows), STR_ABSENT);
    if (against != WORD_NONE) evidence_against(r->t.a, region, against);
    else if (!role) evidence_against(r->t.a, region, W_reason_table_unknown);
}

/* Centred lines over a table that the reader took for one: "PENETAPAN KINERJA" among them announces what follows. */
static bool lines_over_agreement(struct lkjip_making *r, const struct table *t)
{
    if (!t->loose || holds_figures(t)) return false;
    for (size_t i = 0; i < t->cells.n; i++) {
        const struct cell *c = &t->cells.v[i];
        struct str s = str_trim(c->text);
        size_t end;
        if (!s.n || !all_upper(s) || !wordset_prefix(&r->w->agreement, s, &end)) continue;
        r->context.caption = (struct item){.text = lkjip_one_line(r, c), .place = c->place};
        r->context.agreement = true;
        r->context.year = lkjip_year(s);
        return true;
    }
    return false;
}

static const char *role_of(const struct lkjip_making *r, struct reading_table into)
{
    if (!into.indicators) return "anggaran";
    return into.indicators == &r->l->measurements ? "pengukuran" : "perjanjian-kinerja";
}

/* Rows of figures of several years, or against another one; whether there were any. */
static bool read_comparison(struct lkjip_making *r, const struct table *t, struct lkjip_columns *k)
{
    size_t before = r->l->comparisons.n + r->l->measurements.n + r->l->budgets.n;
    lkjip_comparison_rows(r, t, k);
    lkjip_by_year(r, t, k);
    return r->l->comparisons.n + r->l->measurements.n + r->l->budgets.n > before;
}

void lkjip_table(struct lkjip_making *r, const struct table *t)
{
    struct lkjip_columns k;
    struct lkjip_groups g;
    struct reading_table into = {0};
    const char *role = NULL;
    begin_region(r, t);
    bool headed = lkjip_columns_read(r, t, &k), captioned = r->context.caption.text.p != NULL;
    if (!headed && lines_over_agreement(r, t)) {
        r->t.regions->n--;
        return;
    }
    bool again = !headed && r->last && !r->between && !captioned && lkjip_columns_again(r, r->last, t, &k);
    if (headed || again) lkjip_find_astray(r, t, &k);
    bool scale = lkjip_scale_table(r, t), unread = !scale && (headed || again) && k.astray;
    if (unread) *ARENA_PUSH(r->t.a, &r->l->tables_unread) = (struct unread_table){{.text = STR_ABSENT, .place = lkjip_row_place(r, t, 0)}, lkjip_has(&k, ROLE_PAGU, false)};
    if (unread || scale) {
        if (scale) role = "skala";
        r->last = NULL;
    } else if (again) {
        into = go_on(r, &k); /* over a page without its heading */
    } else if (!headed) {
        if (captioned && lkjip_groups_read(r, t, &g, &k)) lkjip_grouped_rows(r, t, &g, &k), role = "pengukuran";
        r->last = NULL;
    } else if (r->last && !captioned && same_columns(r->last, &k)) {
        k.kind = r->last->kind; /* with it */
        into = go_on(r, &k);
    } else if (lkjip_several_years(&k) || lkjip_against_other(&k)) {
        if (read_comparison(r, t, &k)) role = "perbandingan";
        r->last = NULL;
    } else {
        into = begin_table(r, t, &k);
        r->last = NULL;
    }
    if (into.indicators || into.budget) {
        read_rows(r, t, &k, into);
        remember(r, &k, into);
        role = role_of(r, into);
    } else if (!role && !unread && lkjip_sum_table(r, t)) {
        role = "tabel-jumlah";
    }
    end_region(r, t, role, headed && role ? &k : NULL, unread ? W_reason_cells_astray : WORD_NONE);
    r->context.caption = (struct item){.text = STR_ABSENT};
    r->between = r->cut = false;
}

/* Whether a page that could not be read comes right before or behind the table, with nothing between: rows of it may stand there. */
static bool cut_off(const struct lkjip_making *r, size_t i)
{
    const struct blocks *all = &r->t.layout->blocks;
    const struct table *t = all->v[i].table;
    uint32_t first = t->rows ? lkjip_row_place(r, t, 0).where->page : 0, last = t->rows ? lkjip_row_place(r, t, t->rows - 1).where->page : 0;
    size_t above = i, below = i + 1;
    if (!first || !last || !layout_pages_unread(r->t.layout, first - 1, last + 1)) return false;
    while (above > 0 && all->v[above - 1].kind == BLOCK_PAGE_BREAK) above--;
    while (below < all->n && all->v[below].kind == BLOCK_PAGE_BREAK) below++;
    bool begins = above > 0 && all->v[above - 1].page == first, ends = below < all->n && all->v[below].page == last;
    return (!begins && layout_page_unread(r->t.layout, first - 1) != WORD_NONE) || (!ends && layout_page_unread(r->t.layout, last + 1) != WORD_NONE);
}

/* Of such a table nothing that its rows make together is sure. */
void lkjip_table_block(struct lkjip_making *r, size_t i)
{
    struct lkjip *l = r->l;
    size_t measured = l->measurements.n, budgets = l->budgets.n, sums = l->sums.n;
    lkjip_table_told(r, r->t.layout->blocks.v[i].table);
    if (!l->unread || !cut_off(r, i)) return;
    bool went_on = l->measurements.n + l->budgets.n + l->sums.n == measured + budgets + sums;
    for (size_t k = went_on && measured ? measured - 1 : measured; k < l->measurements.n; k++) l->measurements.v[k].head.doubt = W_reason_pages_unread;
    for (size_t k = went_on && budgets ? budgets - 1 : budgets; k < l->budgets.n; k++) l->budgets.v[k].head.doubt = W_reason_pages_unread;
    for (size_t k = sums; k < l->sums.n; k++) l->sums.v[k].head.doubt = W_reason_pages_unread;
}
