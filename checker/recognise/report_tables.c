/* Tables of a performance report: what each column is, what kind of table that makes, and its rows. */
#include <string.h>

#include "report.h"

enum { MAX_COLUMNS = 64, MAX_HEADING_ROWS = 5 };

struct report_columns {
    uint32_t cols, first;       /* first: row behind the heading */
    uint8_t role[MAX_COLUMNS];  /* enum report_role; ROLE_REPORT_COUNT: none */
    bool money[MAX_COLUMNS];    /* a realisasi or percentage of money */
    int year[MAX_COLUMNS];      /* named over the column; 0: none */
    struct str name[MAX_COLUMNS];
    void *into;                 /* the table being filled */
    enum report_table kind;
};

static struct str cell_text(const struct table *t, uint32_t row, uint32_t col)
{
    const struct cell *c = table_cell(t, row, col);
    return c ? str_trim(c->text) : STR("");
}

/* Bytes of text without its bracketed part: "Anggaran (Rp)" is asked for both ways. */
static const struct form *column_form(const struct report_making *r, struct str s)
{
    const struct form *f = forms_find_text(&r->w->columns, s);
    size_t open = str_find(s, STR("("), 0);
    if (!f && open != SIZE_MAX && open > 0) f = forms_find_text(&r->w->columns, str_slice(s, 0, open));
    if (!f && str_eqz(str_trim(s), "%")) f = forms_find(&r->w->columns, STR("%"));
    if (f) return f;
    size_t end = 0; /* "Target 2024", "Realisasi Tahun 2023 (Rp)" */
    f = forms_prefix(&r->w->columns, s, &end);
    struct str rest = f ? str_trim(str_slice(s, end, s.n)) : STR("");
    return f && (rest.n <= 16 && (rest.n == 0 || rest.p[0] == '(' || year_in(rest))) ? f : NULL;
}

/* A heading row has no figures worth the name: words, years, column numbers. */
static bool heading_row(const struct report_making *r, const struct table *t, uint32_t row)
{
    size_t known = 0, filled = 0, numbers = 0;
    for (uint32_t c = 0; c < t->cols; c++) {
        const struct cell *cell = table_cell(t, row, c);
        if (!cell || cell->col != c || cell->row != row || str_blank(cell->text)) continue;
        filled++;
        uint64_t n;
        if (column_form(r, cell->text)) known++;
        if (str_u64(str_trim(cell->text), &n) && n <= t->cols + 1u) numbers++;
    }
    return filled && (known * 2 >= filled || (numbers == filled && filled > 2));
}

static bool is_money_head(const struct report_making *r, struct str s)
{
    size_t at = 0, begin;
    while (next_word(s, &at, &begin))
        if (forms_find_text(&r->w->money, str_slice(s, begin, at))) return true;
    return false;
}

/* Reads the heading from the top; false when there is none that says what two columns are. */
static bool read_heading(const struct report_making *r, const struct table *t, struct report_columns *k)
{
    uint32_t rows = 0;
    size_t known = 0;
    bool performance = false, money = false;
    while (rows < t->rows && rows < MAX_HEADING_ROWS && (heading_row(r, t, rows) || (rows + 1 < t->rows && rows < 2 && heading_row(r, t, rows + 1)))) rows++;
    if (!rows || t->cols > MAX_COLUMNS) return false;
    *k = (struct report_columns){.cols = t->cols, .first = rows};
    for (uint32_t c = 0; c < t->cols; c++) {
        bool over_money = false;
        k->role[c] = ROLE_REPORT_COUNT;
        for (uint32_t row = 0; row < rows; row++) { /* the lowest heading says most; a head above lends year and money */
            struct str s = cell_text(t, row, c);
            const struct form *f = column_form(r, s);
            if (year_in(s)) k->year[c] = year_in(s);
            over_money |= is_money_head(r, s);
            if (!f) continue;
            k->role[c] = (uint8_t)f->use;
            k->name[c] = s;
        }
        known += k->role[c] != ROLE_REPORT_COUNT;
        if (k->role[c] == ROLE_TARGET) performance = true;
        if (k->role[c] == ROLE_PAGU) money = true;
        bool after_money = money && !(performance && !over_money && k->role[c] == ROLE_CAPAIAN);
        if (k->role[c] == ROLE_REALISASI || k->role[c] == ROLE_PERCENT || k->role[c] == ROLE_CAPAIAN) k->money[c] = over_money || after_money;
    }
    return known >= 2;
}

static bool has(const struct report_columns *k, enum report_role role, bool money)
{
    for (uint32_t c = 0; c < k->cols; c++)
        if (k->role[c] == role && k->money[c] == money) return true;
    return false;
}

/* The cell of a role in a row; absent when the table has no such column. Rows of a merged cell all show it, but only the first has it. */
static struct item item_at(const struct report_making *r, const struct table *t, const struct report_columns *k, uint32_t row, enum report_role role, bool money,
                           bool spanning)
{
    for (uint32_t c = 0; c < k->cols && c < t->cols; c++) {
        if (k->role[c] != role || k->money[c] != money) continue;
        const struct cell *cell = table_cell(t, row, c);
        struct place place = {SPAN_NONE, NULL};
        if (!cell || (cell->row != row && !spanning)) return (struct item){.text = STR(""), .place = place};
        struct where *w = arena_alloc(r->m.a, sizeof *w);
        *w = cell->place.where ? *cell->place.where : (struct where){.table = t->number, .row = row + 1};
        w->column = k->name[c];
        struct str text = str_trim(cell->text);
        char *flat = arena_strz(r->m.a, text);
        for (size_t i = 0; i < text.n; i++)
            if (flat[i] == '\n') flat[i] = ' ';
        return (struct item){.text = {flat, text.n}, .place = {cell->place.at, w}};
    }
    return (struct item){.text = STR_ABSENT};
}

static struct place row_place(const struct report_making *r, const struct table *t, uint32_t row)
{
    struct where *w = arena_alloc(r->m.a, sizeof *w);
    struct span at = SPAN_NONE;
    *w = (struct where){.table = t->number, .row = row + 1};
    for (uint32_t c = 0; c < t->cols; c++) {
        const struct cell *cell = table_cell(t, row, c);
        if (!cell || cell->row != row || !cell->place.at.set) continue;
        if (cell->place.where && cell->place.where->page) w->page = cell->place.where->page;
        if (!at.set) at = cell->place.at;
        if (cell->place.at.end > at.end && cell->place.at.begin >= at.begin) at.end = cell->place.at.end;
    }
    return (struct place){at, w};
}

/* The first words of a row, whatever the column. */
static struct str row_text(const struct table *t, uint32_t row)
{
    for (uint32_t c = 0; c < t->cols; c++) {
        struct str s = cell_text(t, row, c);
        if (s.n > 3 || (s.n && is_letter(s.p[0]) && s.n > 1)) return s;
    }
    return STR("");
}

static bool begins_form(const struct forms *f, struct str s)
{
    size_t end = 0;
    return forms_prefix(f, s, &end) != NULL;
}

static struct figure figure_at(const struct report_making *r, const struct table *t, const struct report_columns *k, uint32_t row, enum report_role role, bool money)
{
    return (struct figure){.item = item_at(r, t, k, row, role, money, true)};
}

/* The percentage of a row: under capaian, else under a bare "%". */
static struct figure share_at(const struct report_making *r, const struct table *t, const struct report_columns *k, uint32_t row, bool money)
{
    struct figure f = figure_at(r, t, k, row, money ? ROLE_PERCENT : ROLE_CAPAIAN, money);
    return f.item.text.p ? f : figure_at(r, t, k, row, money ? ROLE_CAPAIAN : ROLE_PERCENT, money);
}

static bool any_letter(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (is_letter(s.p[i])) return true;
    return false;
}

static void indicator_row(struct report_making *r, const struct table *t, const struct report_columns *k, uint32_t row, struct indicator_table *out)
{
    bool by_indicator = has(k, ROLE_INDICATOR, false);
    struct item goal = item_at(r, t, k, row, ROLE_GOAL, false, false);
    struct item name = item_at(r, t, k, row, by_indicator ? ROLE_INDICATOR : has(k, ROLE_NAME, false) ? ROLE_NAME : ROLE_GOAL, false, false);
    struct figure target = figure_at(r, t, k, row, ROLE_TARGET, false), realisasi = figure_at(r, t, k, row, ROLE_REALISASI, false);
    struct figure capaian = share_at(r, t, k, row, false);
    bool figures = !str_blank(target.item.text) || !str_blank(realisasi.item.text) || !str_blank(capaian.item.text);
    if (begins_form(&r->w->means, row_text(t, row))) {
        struct figure *mean = out->goals.n && by_indicator && !r->last ? &out->goals.v[out->goals.n - 1].mean : &out->mean;
        if (!str_blank(capaian.item.text)) *mean = capaian;
        return;
    }
    if (forms_find_text(&r->w->totals, row_text(t, row))) return;
    if (by_indicator && !str_blank(goal.text)) {
        struct goal *g = ARENA_PUSH(r->m.a, &out->goals);
        g->name = goal;
    }
    if (str_blank(name.text) && out->rows.n && !figures) return;
    if (!figures || !any_letter(name.text)) {
        /* the rest of a name that was broken over a page */
        if (out->rows.n && any_letter(name.text) && str_blank(goal.text)) item_append(&r->m, &out->rows.v[out->rows.n - 1].name, &name);
        return;
    }
    struct indicator *i = ARENA_PUSH(r->m.a, &out->rows);
    i->head.place = row_place(r, t, row);
    i->name = name;
    i->unit = item_at(r, t, k, row, ROLE_UNIT, false, true);
    i->target = target;
    i->realisasi = realisasi;
    i->capaian = capaian;
    i->category = item_at(r, t, k, row, ROLE_CATEGORY, false, true);
    i->goal = out->goals.n ? out->goals.n - 1 : NO_INDEX;
}

/* Program, kegiatan or sub kegiatan: by its first word, its code, or its number; -1 when nothing tells. */
static int level_of(const struct report_making *r, struct str number, struct str name, int above)
{
    size_t end = 0, dots = 0;
    const struct form *f = forms_prefix(&r->w->levels, name, &end);
    if (f && end < name.n) return (int)f->use;
    for (size_t i = 0; i < number.n; i++) dots += number.p[i] == '.' && i + 1 < number.n;
    if (dots >= 2) return dots <= 2 ? 1 : dots <= 4 ? 2 : 3;
    struct str n = number;
    while (n.n && (n.p[n.n - 1] == '.' || n.p[n.n - 1] == ')')) n.n--;
    if (n.n && (n.p[0] == 'I' || n.p[0] == 'V' || n.p[0] == 'X' || (n.n == 1 && is_upper(n.p[0])))) return 1;
    if (n.n && is_digit(n.p[0])) return above > 0 ? 2 : -1;
    if (n.n == 1 && is_lower(n.p[0])) return above > 0 ? 3 : -1;
    return !number.n && above >= 2 ? 3 : -1;
}

static void budget_row(struct report_making *r, const struct table *t, const struct report_columns *k, uint32_t row, struct budget_table *out)
{
    struct item number = item_at(r, t, k, row, ROLE_NUMBER, false, false), name = item_at(r, t, k, row, ROLE_NAME, false, false);
    struct budget_row b = {.head.place = row_place(r, t, row), .level = -1};
    if (!name.text.p) name = item_at(r, t, k, row, has(k, ROLE_GOAL, false) ? ROLE_GOAL : ROLE_INDICATOR, false, false);
    b.pagu = figure_at(r, t, k, row, ROLE_PAGU, false);
    b.realisasi = figure_at(r, t, k, row, ROLE_REALISASI, true);
    b.percent = share_at(r, t, k, row, true);
    b.rest = figure_at(r, t, k, row, ROLE_REST, false);
    b.efficiency = figure_at(r, t, k, row, ROLE_EFFICIENCY, false);
    const struct cell *pagu_cell = NULL;
    for (uint32_t c = 0; c < k->cols && c < t->cols; c++)
        if (k->role[c] == ROLE_PAGU) pagu_cell = table_cell(t, row, c);
    if (pagu_cell && pagu_cell->row != row) return; /* the money of a cell that spans rows stands in the first of them */
    struct str first = row_text(t, row), label = str_blank(name.text) ? first : name.text;
    b.total = begins_form(&r->w->totals, label) || begins_form(&r->w->means, first);
    if (str_blank(b.pagu.item.text) && str_blank(b.realisasi.item.text)) {
        if (out->rows.n && any_letter(name.text) && !b.total && str_blank(number.text)) item_append(&r->m, &out->rows.v[out->rows.n - 1].name, &name);
        return;
    }
    if (b.total) {
        b.name = str_blank(name.text) ? (struct item){.text = first, .place = b.head.place} : name;
    } else {
        b.name = name;
        int above = -1;
        for (size_t i = out->rows.n; i-- > 0 && above < 0;) above = out->rows.v[i].total ? 0 : out->rows.v[i].level;
        b.level = level_of(r, str_trim(number.text), name.text, above);
    }
    *ARENA_PUSH(r->m.a, &out->rows) = b;
}

/* Which of the report's tables this one is. */
static void begin_table(struct report_making *r, struct report_columns *k, bool *indicators, bool *budget)
{
    struct lkjip *l = r->l;
    bool named = has(k, ROLE_INDICATOR, false) || has(k, ROLE_NAME, false) || has(k, ROLE_GOAL, false);
    bool target = has(k, ROLE_TARGET, false), realisasi = has(k, ROLE_REALISASI, false), money = has(k, ROLE_PAGU, false);
    *indicators = named && target && (realisasi || r->context.agreement);
    *budget = named && money && (has(k, ROLE_REALISASI, true) || r->context.agreement);
    k->into = NULL;
    k->kind = REPORT_OTHER;
    if (*indicators) {
        struct indicator_table *t = ARENA_PUSH(r->m.a, realisasi ? &l->measurements : &l->agreements);
        t->head = r->context.caption;
        t->kind = k->kind = realisasi ? REPORT_MEASUREMENT : REPORT_AGREEMENT;
        t->year = r->context.year;
        t->in_appendix = r->context.appendix;
    }
    if (*budget) {
        struct budget_table *t = ARENA_PUSH(r->m.a, &l->budgets);
        t->head = r->context.caption;
        t->kind = has(k, ROLE_REALISASI, true) ? has(k, ROLE_EFFICIENCY, false) ? REPORT_EFFICIENCY : REPORT_BUDGET : REPORT_AGREEMENT;
        t->year = r->context.year;
        t->in_appendix = r->context.appendix;
        if (!*indicators) k->kind = t->kind;
    }
}

/* Two years side by side: a comparison, one row an indicator. */
static bool several_years(const struct report_columns *k)
{
    int first = 0;
    size_t realisasi = 0;
    for (uint32_t c = 0; c < k->cols; c++) {
        if (k->role[c] == ROLE_REALISASI && !k->money[c]) realisasi++;
        if (!k->year[c]) continue;
        if (first && k->year[c] != first && realisasi) return true;
        first = k->year[c];
    }
    return realisasi > 1;
}

static void comparison_rows(struct report_making *r, const struct table *t, const struct report_columns *k)
{
    for (uint32_t row = k->first; row < t->rows; row++) {
        struct item name = item_at(r, t, k, row, has(k, ROLE_INDICATOR, false) ? ROLE_INDICATOR : ROLE_GOAL, false, false);
        if (!any_letter(name.text)) continue;
        struct comparison c = {.head.place = row_place(r, t, row), .name = name, .unit = item_at(r, t, k, row, ROLE_UNIT, false, true)};
        for (uint32_t col = 0; col < k->cols && col < t->cols; col++) {
            enum report_role role = (enum report_role)k->role[col];
            char what = role == ROLE_TARGET ? 't' : role == ROLE_REALISASI ? 'r' : role == ROLE_CAPAIAN || role == ROLE_PERCENT ? 'c' : 0;
            const struct cell *cell = table_cell(t, row, col);
            if (!cell || (!what && role != ROLE_END_TARGET && role != ROLE_STANDARD)) continue;
            struct where *w = arena_alloc(r->m.a, sizeof *w);
            *w = (struct where){.table = t->number, .row = row + 1, .column = k->name[col]};
            struct figure f = {.item = {.text = str_trim(cell->text), .place = {cell->place.at, w}}};
            if (role == ROLE_END_TARGET) c.end_target = f;
            else if (role == ROLE_STANDARD) c.standard = f;
            else *ARENA_PUSH(r->m.a, &c.years) = (struct year_figure){k->year[col], what, f};
        }
        if (c.years.n) *ARENA_PUSH(r->m.a, &r->l->comparisons) = c;
    }
}

void report_table(struct report_making *r, const struct table *t)
{
    struct report_columns k;
    bool indicators = false, budget = false;
    bool headed = read_heading(r, t, &k);
    if (!headed && r->last && !r->between && t->cols == r->last->cols) { /* goes on over a page without its heading */
        k = *r->last;
        k.first = 0;
        indicators = k.kind == REPORT_MEASUREMENT || k.kind == REPORT_AGREEMENT;
        budget = k.kind == REPORT_BUDGET || k.kind == REPORT_EFFICIENCY;
    } else if (!headed) {
        return;
    } else if (r->last && !r->context.caption.text.p && memcmp(r->last->role, k.role, sizeof k.role) == 0) { /* with it */
        k.kind = r->last->kind;
        indicators = k.kind == REPORT_MEASUREMENT || k.kind == REPORT_AGREEMENT;
        budget = k.kind == REPORT_BUDGET || k.kind == REPORT_EFFICIENCY;
    } else if (several_years(&k)) {
        comparison_rows(r, t, &k);
        r->last = NULL;
        return;
    } else {
        begin_table(r, &k, &indicators, &budget);
    }
    struct indicator_tables *list = k.kind == REPORT_AGREEMENT ? &r->l->agreements : &r->l->measurements;
    for (uint32_t row = k.first; row < t->rows; row++) {
        if (headed && row > k.first && heading_row(r, t, row)) continue; /* printed again inside */
        if (indicators && list->n) indicator_row(r, t, &k, row, &list->v[list->n - 1]);
        if (budget && r->l->budgets.n) budget_row(r, t, &k, row, &r->l->budgets.v[r->l->budgets.n - 1]);
    }
    if (indicators || budget) {
        r->last = arena_alloc(r->m.a, sizeof k);
        *r->last = k;
        r->between = false;
        r->evidence += indicators ? 2 : 1;
    }
    r->context.caption = (struct item){.text = STR_ABSENT};
}
