/* Rows of a budget table: program, kegiatan, sub kegiatan and totals. */
#include <string.h>

#include "recognise/lkjip/lkjip_columns.h"

static int segments_of(struct str n, size_t *longest)
{
    int count = 0;
    *longest = 0;
    for (size_t i = 0; i < n.n;) {
        size_t begin = i;
        while (i < n.n && is_digit(n.p[i])) i++;
        if (i == begin) return 0;
        if (i - begin > *longest) *longest = i - begin;
        count++;
        if (i < n.n && n.p[i] == '.') i++;
        else if (i < n.n) return 0;
    }
    return count;
}

/* "1.05.02.2.01.01": urusan, bidang and program, then kegiatan, then sub kegiatan; "1.2": an outline's number. */
static int level_of_number(const struct lkjip_above *above, struct str n)
{
    size_t longest;
    int parts = segments_of(n, &longest);
    if (!parts) return -1;
    if (n.p[0] == '5' && longest > 1) return -1; /* an account of belanja */
    if (parts == 1) return above->programs ? 2 : -1;
    if (longest == 1 || (parts == 2 && longest <= 2 && n.p[0] != '0' && str_find(n, STR(".0"), 0) == SIZE_MAX))
        return above->number_level > 0 ? above->number_level + parts - 1 : -1;
    return parts == 3 ? 1 : parts == 5 ? 2 : parts == 6 ? 3 : -1;
}

/* Program, kegiatan or sub kegiatan: by its first words, its code, its number or letter; -1 when nothing tells. */
static int level_of(struct lkjip_making *r, struct str number, struct str name)
{
    struct lkjip_above *above = &r->above;
    size_t end = 0;
    while (number.n && (number.p[number.n - 1] == '.' || number.p[number.n - 1] == ')')) number.n--;
    const struct listed *f = wordset_prefix(&r->w->levels, name, &end);
    int level = level_of_number(above, number);
    bool roman = number.n && (number.p[0] == 'I' || number.p[0] == 'V' || number.p[0] == 'X');
    if (f && end < name.n) level = (int)f->use;
    else if (roman || (number.n == 1 && is_upper(number.p[0]))) level = 1;
    else if (number.n == 1 && is_lower(number.p[0])) level = above->level > 0 ? 3 : -1;
    else if (!number.n) level = above->level >= 2 ? 3 : -1;
    size_t longest;
    if (segments_of(number, &longest) == 1) above->number_level = level;
    if (level == 1) above->programs = true;
    above->level = level;
    return level > 3 ? 3 : level;
}

/* "Program/Kegiatan" or "Program/Sub Kegiatan": what stands below a program. */
int lkjip_level_below(const struct lkjip_columns *k)
{
    bool program = false, plain = false, sub = false;
    for (uint32_t c = 0; c < k->cols; c++) {
        struct str s = k->role[c] == ROLE_NAME ? k->name[c] : STR("");
        program |= str_ifind(s, STR("program"), 0) != SIZE_MAX;
        for (size_t at = 0; (at = str_ifind(s, STR("kegiatan"), at)) != SIZE_MAX; at++) { /* behind "Sub ", "Sub-" or "Sub" */
            bool below = at >= 3 && str_ifind(str_slice(s, at >= 4 ? at - 4 : 0, at), STR("sub"), 0) != SIZE_MAX;
            *(below ? &sub : &plain) = true;
        }
    }
    return !program || plain == sub ? 0 : sub ? 3 : 2;
}

static struct figure money_at(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, enum lkjip_role role, bool money)
{
    return (struct figure){.item = lkjip_item(r, t, k, row, role, money, true)};
}

/* The money of a cell that spans rows stands in the first of them. */
static bool spanned_from_above(const struct table *t, const struct lkjip_columns *k, uint32_t row)
{
    for (uint32_t c = 0; c < k->cols && c < t->cols; c++) {
        const struct cell *cell = k->role[c] == ROLE_PAGU ? table_cell(t, row, c) : NULL;
        if (cell && cell->row != row) return true;
    }
    return false;
}

/* A row without money: the beginning of the name of the row that follows, or the rest of the one before. */
static void name_only(struct lkjip_making *r, struct item number, struct item name, struct budget_table *out)
{
    size_t end = 0;
    struct item bare = name;
    bool marked = !str_blank(number.text) || lkjip_marker(&bare).n || wordset_prefix(&r->w->levels, name.text, &end);
    if (!lkjip_words_in(name.text)) return;
    if (!marked && str_blank(r->above.name.text) && out->rows.n) {
        item_append(&r->t, &out->rows.v[out->rows.n - 1].name, &name);
    } else if (marked || str_blank(r->above.name.text)) {
        r->above.name = name;
        r->above.number = number;
    } else {
        item_append(&r->t, &r->above.name, &name);
    }
}

/* Takes in what name_only kept, where this row goes on with it; a heading of rows by itself only says how deep they stand. */
static void take_name(struct lkjip_making *r, struct item *number, struct item *name)
{
    struct lkjip_above *above = &r->above;
    size_t end = 0;
    struct item bare = *name;
    if (str_blank(above->name.text)) return;
    bool own = !str_blank(number->text) || lkjip_marker(&bare).n || wordset_prefix(&r->w->levels, name->text, &end);
    struct item kept = above->name, kept_number = above->number;
    above->name.text = STR_ABSENT;
    if (own) {
        struct str marker = str_trim(kept_number.text);
        if (!marker.n) marker = lkjip_marker(&kept);
        (void)level_of(r, marker, kept.text);
        return;
    }
    item_append(&r->t, &kept, name);
    *name = kept;
    *number = kept_number;
}

/* Two or three columns of names, "Program | Kegiatan": the row is called by the last of them that it fills, and that column tells its level.
 * 0: the table has one such column, or its heading tells none. */
static int column_of_names(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, struct item *name)
{
    size_t columns = 0, end = 0;
    int level = 0;
    for (uint32_t c = 0; c < k->cols && c < t->cols; c++) {
        const struct listed *f = k->role[c] == ROLE_NAME ? wordset_prefix(&r->w->levels, k->name[c], &end) : NULL;
        if (!f || end < k->name[c].n) continue; /* "Program/Kegiatan" names two */
        columns++;
        const struct cell *cell = table_cell(t, row, c);
        if (!cell || cell->row != row || str_blank(cell->text)) continue;
        *name = (struct item){.text = lkjip_one_line(r, cell), .place = cell->place};
        level = (int)f->use;
    }
    return columns > 1 ? level : 0;
}

void lkjip_budget_row(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, struct budget_table *out)
{
    struct item number = lkjip_item(r, t, k, row, ROLE_NUMBER, false, false), name = lkjip_item(r, t, k, row, ROLE_NAME, false, false);
    struct budget_row b = {.head.place = lkjip_row_place(r, t, row), .level = -1};
    if (spanned_from_above(t, k, row)) return;
    int by_column = column_of_names(r, t, k, row, &name);
    if (!name.text.p) name = lkjip_item(r, t, k, row, lkjip_has(k, ROLE_GOAL, false) ? ROLE_GOAL : ROLE_INDICATOR, false, false);
    b.pagu = money_at(r, t, k, row, ROLE_PAGU, false);
    b.realisasi = money_at(r, t, k, row, ROLE_REALISASI, true);
    b.percent = lkjip_share(r, t, k, row, true);
    b.rest = money_at(r, t, k, row, ROLE_REST, false);
    b.efficiency = money_at(r, t, k, row, ROLE_EFFICIENCY, false);
    if (b.percent.item.text.p && b.efficiency.item.text.p) b.capaian = money_at(r, t, k, row, ROLE_CAPAIAN, false);
    struct str first = lkjip_row_text(t, row), label = str_blank(name.text) ? first : name.text;
    bool mean = lkjip_begins(&r->w->means, first) && str_blank(b.pagu.item.text); /* of percentages; with money it is a name that begins so */
    b.total = lkjip_begins(&r->w->totals, label) || mean;
    size_t end = 0;
    bool bare = str_blank(b.pagu.item.text) && str_blank(b.realisasi.item.text) && out->kind != LKJIP_EFFICIENCY;
    if (out->kind == LKJIP_EFFICIENCY && !b.percent.item.text.p) b.percent = money_at(r, t, k, row, ROLE_PERCENT, false);
    if (out->kind == LKJIP_EFFICIENCY && !b.capaian.item.text.p) b.capaian = money_at(r, t, k, row, ROLE_CAPAIAN, false);
    bool shared = bare && lkjip_figure(str_trim(b.percent.item.text)) && wordset_prefix(&r->w->levels, name.text, &end); /* a programme's share alone */
    if (bare && !shared) {
        if (!b.total) name_only(r, number, name, out);
        return;
    }
    if (!b.total && !shared && !lkjip_figure(str_trim(b.efficiency.item.text)) && !lkjip_figure(str_trim(b.pagu.item.text)) && !lkjip_figure(str_trim(b.realisasi.item.text)) && !is_filler(str_trim(b.pagu.item.text))) return;
    if (b.total) {
        b.name = str_blank(name.text) ? (struct item){.text = first, .place = b.head.place} : name;
        r->above.name.text = STR_ABSENT;
    } else {
        take_name(r, &number, &name);
        struct str marker = str_trim(number.text);
        struct str own = lkjip_marker(&name);
        if (!marker.n) marker = own;
        b.level = level_of(r, marker, name.text);
        if (by_column) b.level = r->above.level = by_column, out->levels_told = true;
        b.name = name;
        if (!str_blank(lkjip_item(r, t, k, row, ROLE_INDICATOR, false, false).text)) b.capaian = lkjip_share(r, t, k, row, false);
    }
    *ARENA_PUSH(r->t.a, &out->rows) = b;
}
