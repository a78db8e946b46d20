/* The groups of an LKjIP definition as the rows of the report's tables, once everything is read: keys come in any order. */
#include <string.h>

#include "read/yaml/yaml_lkjip.h"

static void link_goals(struct definition *d, struct indicator_tables *tables, const struct goal_groups *groups, struct item head,
                       enum lkjip_table kind, int year)
{
    size_t rows = 0;
    for (size_t i = 0; i < groups->n; i++) rows += groups->v[i].rows.n;
    struct indicator_table *t = ARENA_PUSH(d->a, tables);
    t->head = head;
    t->kind = kind;
    t->year = year;
    t->goals = (struct goals){arena_alloc(d->a, groups->n * sizeof *t->goals.v), groups->n, groups->n};
    t->rows = (struct indicators){arena_alloc(d->a, rows * sizeof *t->rows.v), 0, rows};
    for (size_t i = 0; i < groups->n; i++) {
        t->goals.v[i] = groups->v[i].goal;
        for (size_t j = 0; j < groups->v[i].rows.n; j++) {
            struct indicator *x = &t->rows.v[t->rows.n++];
            *x = groups->v[i].rows.v[j];
            x->goal = i;
        }
    }
}

/* Rows in reading order: a programme, its first kegiatan, what is below that … Three levels, as the schemas nest. */
static void add_budgets(struct definition *d, struct budget_rows *rows, const struct budget_groups *groups, int level)
{
    for (size_t i = 0; i < groups->n; i++) {
        struct budget_row *r = ARENA_PUSH(d->a, rows);
        *r = groups->v[i].row;
        r->level = level;
        add_budgets(d, rows, &groups->v[i].inner, level + 1);
    }
}

static struct budget_table *link_budgets(struct definition *d, struct lkjip *l, const struct budget_groups *groups, struct item head,
                                         enum lkjip_table kind, int year)
{
    struct budget_table *t = ARENA_PUSH(d->a, &l->budgets);
    t->head = head;
    t->kind = kind;
    t->year = year;
    add_budgets(d, &t->rows, groups, 1);
    return t;
}

/* "> 90" is an open bound, and the figure is 90. */
static bool open_bound(struct figure *f, char sign)
{
    struct str *t = &f->item.text;
    if (!t->n || t->p[0] != sign || (t->n > 1 && t->p[1] == '=')) return false;
    *t = str_trim(str_slice(*t, 1, t->n));
    return true;
}

/* 1 to 99 of "BAB II …", 0 when there is none. */
static int chapter_number(struct str title)
{
    static const char letters[] = "IVX";
    static const int values[] = {1, 5, 10};
    int sum = 0, before = 0;
    uint64_t arabic;
    if (!str_istarts(title, STR("BAB "))) return 0;
    struct str rest = str_trim(str_slice(title, 4, title.n)), word = rest;
    for (word.n = 0; word.n < rest.n && rest.p[word.n] > ' ' && rest.p[word.n] != '.' && rest.p[word.n] != ':';) word.n++;
    if (word.n < 3 && str_u64(word, &arabic)) return (int)arabic;
    for (size_t i = 0; i < word.n && i < 6; i++) {
        const char *hit = memchr(letters, word.p[i] & ~0x20, 3);
        if (!hit) return 0;
        int value = values[hit - letters];
        sum += value > before ? value - 2 * before : value;
        before = value;
    }
    return sum;
}

void report_link(struct definition *d, struct report *r)
{
    struct lkjip *l = &r->l;
    uint64_t y;
    int year = l->identity.year.text.n == 4 && str_u64(l->identity.year.text, &y) ? (int)y : 0;
    for (size_t i = 0; i < l->chapters.n; i++) {
        l->chapters.v[i].number = chapter_number(l->chapters.v[i].title.text);
        for (size_t j = 0; j < l->chapters.v[i].parts.n; j++) l->chapters.v[i].parts.v[j].level = 1;
    }
    for (size_t i = 0; i < l->scale.n; i++) {
        l->scale.v[i].from_open = open_bound(&l->scale.v[i].from, '>');
        l->scale.v[i].to_open = open_bound(&l->scale.v[i].to, '<');
    }
    if (r->agreement_head.text.p) link_goals(d, &l->agreements, &r->agreed, r->agreement_head, LKJIP_AGREEMENT, year);
    if (r->agreed_money.n) link_budgets(d, l, &r->agreed_money, r->agreement_head, LKJIP_AGREEMENT, year);
    if (r->measured_head.text.p || r->mean.item.text.p) {
        link_goals(d, &l->measurements, &r->measured, r->measured_head, LKJIP_MEASUREMENT, year);
        l->measurements.v[0].mean = r->mean;
    }
    if (r->budget_head.text.p || r->total.head.text.p) {
        struct budget_table *t = link_budgets(d, l, &r->money, r->budget_head, LKJIP_BUDGET, year);
        if (r->total.head.text.p) {
            struct budget_row *total = ARENA_PUSH(d->a, &t->rows);
            *total = r->total;
            total->total = true;
        }
    }
    if (r->efficiency_head.text.p) link_budgets(d, l, &r->efficiency, r->efficiency_head, LKJIP_EFFICIENCY, year);
}
