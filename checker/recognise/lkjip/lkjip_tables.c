/* Tables of a performance report: which kind each one is, and the rows of those with indicators. */
#include <string.h>

#include "recognise/lkjip/lkjip_columns.h"

/* The text of a cell with its printed lines as one. */
struct str lkjip_one_line(const struct lkjip_making *r, const struct cell *cell)
{
    struct str s = str_trim(cell->text);
    if (!s.n || !memchr(s.p, '\n', s.n)) return s;
    char *flat = arena_strz(r->t.a, s);
    for (size_t i = 0; i < s.n; i++)
        if (flat[i] == '\n') flat[i] = ' ';
    return (struct str){flat, s.n};
}

struct item lkjip_item(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, enum lkjip_role role, bool money, bool spanning)
{
    for (uint32_t c = 0; c < k->cols && c < t->cols; c++) {
        if (k->role[c] != role || k->money[c] != money) continue;
        const struct cell *cell = table_cell(t, row, c);
        if (!cell || (cell->row != row && !spanning)) return (struct item){.text = STR("")};
        struct where *w = arena_alloc(r->t.a, sizeof *w);
        *w = cell->place.where ? *cell->place.where : (struct where){.table = t->number, .row = row + 1};
        w->column = k->name[c];
        return (struct item){.text = lkjip_one_line(r, cell), .place = {cell->place.at, w}};
    }
    return (struct item){.text = STR_ABSENT};
}

struct place lkjip_row_place(const struct lkjip_making *r, const struct table *t, uint32_t row)
{
    struct where *w = arena_alloc(r->t.a, sizeof *w);
    struct span at = SPAN_NONE;
    *w = (struct where){.table = t->number, .row = row + 1};
    for (uint32_t c = 0; c < t->cols; c++) {
        const struct cell *cell = table_cell(t, row, c);
        if (!cell || cell->row != row || !cell->place.at.set) continue;
        if (cell->place.where && cell->place.where->page) w->page = cell->place.where->page;
        if (!w->sheet.p) where_sheet(w, cell);
        if (!at.set) at = cell->place.at;
        if (cell->place.at.end > at.end && cell->place.at.begin >= at.begin) at.end = cell->place.at.end;
    }
    return (struct place){at, w};
}

struct str lkjip_row_text(const struct table *t, uint32_t row)
{
    for (uint32_t c = 0; c < t->cols; c++) {
        struct str s = lkjip_cell(t, row, c);
        if (s.n > 3 || (s.n && is_letter(s.p[0]) && s.n > 1)) return s;
    }
    return STR("");
}

bool lkjip_begins(const struct forms *f, struct str s)
{
    size_t end = 0;
    return forms_prefix(f, s, &end) != NULL;
}

bool lkjip_words_in(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (is_letter(s.p[i])) return true;
    return false;
}

struct str lkjip_marker(struct item *name)
{
    struct str s = name->text;
    size_t n = marker_at(s), i = 0;
    while (!n && i < s.n && (s.p[i] == 'I' || s.p[i] == 'V' || s.p[i] == 'X')) i++; /* "II Program …" */
    if (!n && i && i < s.n && (s.p[i] == ' ' || s.p[i] == '.')) n = i + 1;
    if (!n) return STR("");
    name->text = str_trim(str_slice(s, n, s.n));
    return str_trim(str_slice(s, 0, n));
}

static struct figure figure_at(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, enum lkjip_role role, bool money)
{
    return (struct figure){.item = lkjip_item(r, t, k, row, role, money, true)};
}

struct figure lkjip_share(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, bool money)
{
    struct figure f = figure_at(r, t, k, row, money ? ROLE_PERCENT : ROLE_CAPAIAN, money);
    return f.item.text.p ? f : figure_at(r, t, k, row, money ? ROLE_CAPAIAN : ROLE_PERCENT, money);
}

/* ---- indicators ------------------------------------------------------------------------------------------------- */

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
    const struct form *f = forms_prefix(&r->w->columns, text->text, &end);
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
    struct figure target = figure_at(r, t, k, row, ROLE_TARGET, false), realisasi = figure_at(r, t, k, row, ROLE_REALISASI, false);
    struct figure capaian = lkjip_share(r, t, k, row, false);
    bool figures = !str_blank(target.item.text) || !str_blank(realisasi.item.text) || !str_blank(capaian.item.text);
    const struct figure unknown = {.item = {.text = STR_ABSENT}};
    if (lkjip_row_astray(r, t, k, row)) target = realisasi = capaian = unknown;
    else if (t->loose && lkjip_figure_in_words(t, k, row)) one_blank(&target, &realisasi, &capaian);
    bool named_mean = lkjip_begins(&r->w->means, name.text) && str_blank(target.item.text) && str_blank(realisasi.item.text);
    if (named_mean || row_is_mean(r, t, row, &target, &realisasi)) {
        if (!str_blank(capaian.item.text)) add_mean(out, capaian);
        return;
    }
    if (forms_find_text(&r->w->totals, lkjip_row_text(t, row))) return;
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

/* ---- which table it is ------------------------------------------------------------------------------------------ */

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
        if (!s.n || !all_upper(s) || !forms_prefix(&r->w->agreement, s, &end)) continue;
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
    bool lost = (headed || again) && k.astray;
    if (lost) *ARENA_PUSH(r->t.a, &r->l->lost) = (struct lost_table){{.text = STR_ABSENT, .place = lkjip_row_place(r, t, 0)}, lkjip_has(&k, ROLE_PAGU, false)};
    if (lost || lkjip_scale_table(r, t)) {
        if (!lost) role = "skala";
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
    } else if (!role && !lost && lkjip_sum_table(r, t)) {
        role = "tabel-jumlah";
    }
    end_region(r, t, role, headed && role ? &k : NULL, lost ? W_reason_cells_astray : WORD_NONE);
    r->context.caption = (struct item){.text = STR_ABSENT};
    r->between = r->broken = false;
}
