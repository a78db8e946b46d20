/* Shapes as symbols: in which row and column each stands, and whose symbol it is. */
#include <stdlib.h>

#include "recognise/sop/drawn.h"

/* ---- rows ------------------------------------------------------------------------------------------------------ */

static int by_place(const void *x, const void *y)
{
    const struct table_row *a = *(const struct table_row *const *)x, *b = *(const struct table_row *const *)y;
    if (a->table != b->table) return a->table < b->table ? -1 : 1;
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    return (a > b) - (a < b);
}

struct row_index {
    const struct table_row **v;
    size_t n;
};

static const struct table_row *find_row(const struct row_index *x, uint32_t table, uint32_t row)
{
    struct table_row wanted = {.table = table, .row = row};
    size_t lo = 0, hi = x->n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        const struct table_row *r = x->v[mid];
        if (r->table < wanted.table || (r->table == wanted.table && r->row < wanted.row)) lo = mid + 1;
        else hi = mid;
    }
    return lo < x->n && x->v[lo]->table == table && x->v[lo]->row == row ? x->v[lo] : NULL;
}

uint32_t row_page(const struct table_row *r)
{
    uint32_t page = row_page_of(r->columns->table, r->row);
    return page ? page : r->columns->page;
}

/* ---- one shape ------------------------------------------------------------------------------------------------- */

static bool executes(const struct columns *k, uint32_t col) { return col < k->table->cols && k->role[col] == COLUMN_PELAKSANA; }

static uint32_t executor_column(const struct columns *k, const struct shape *s)
{
    if (executes(k, s->cell.col)) return s->cell.col;
    for (uint32_t col = s->left; col <= s->right && col < k->table->cols; col++)
        if (executes(k, col)) return col;
    return UINT32_MAX;
}

/* "Mulai" and "Selesai" say it, whatever the outline. */
static bool says_terminator(const struct drawn *d, const struct shape *s) { return s->text.text.n && mark_of(d->m->t.v, s->text.text) == MARK_TERMINATOR; }

static enum mark mark_of_shape(const struct drawn *d, const struct shape *s)
{
    switch (s->kind) {
    case SHAPE_CAPSULE:
    case SHAPE_ROUNDED: return MARK_TERMINATOR;
    case SHAPE_BOX: return MARK_PROCESS;
    case SHAPE_DIAMOND: return MARK_DECISION;
    case SHAPE_CIRCLE: return says_terminator(d, s) ? MARK_TERMINATOR : MARK_CONNECTOR;
    case SHAPE_PENTAGON: return MARK_CONNECTOR;
    case SHAPE_OTHER: break;
    }
    return MARK_OTHER;
}

static void place_node(struct drawn *d, const struct row_index *rows, size_t i)
{
    const struct shape *s = &d->l->shapes.v[i];
    struct node *n = &d->nodes[i];
    *n = (struct node){.col = UINT32_MAX, .step = NO_INDEX, .mark = mark_of_shape(d, s), .same = i, .partner = NO_INDEX};
    if (!s->cell.table || s->certainty == UNCERTAIN) return;
    n->row = find_row(rows, s->cell.table, s->cell.row);
    if (!n->row) return;
    n->col = executor_column(n->row->columns, s);
    if (n->col == UINT32_MAX) n->row = NULL;
    if (n->row) n->here = true, n->step = n->row->step;
}

/* A symbol over the border of two rows is of the one that has none, or none in that column. */
static void settle_hanging(struct drawn *d, const struct row_index *rows, const size_t *symbols)
{
    for (size_t i = 0; i < d->n; i++) {
        const struct shape *s = &d->l->shapes.v[i];
        struct node *n = &d->nodes[i];
        if (!n->row || s->top == s->bottom || node_connects(n)) continue;
        bool crowded = n->step == NO_INDEX || symbols[n->step] > 1;
        for (uint32_t row = s->top; crowded && row <= s->bottom; row++) {
            const struct table_row *other = find_row(rows, s->cell.table, row);
            if (!other || other->step == NO_INDEX || symbols[other->step]) continue;
            n->row = other;
            n->step = other->step;
            break;
        }
    }
}

static void count_symbols(const struct drawn *d, size_t *symbols, bool connectors)
{
    for (size_t i = 0; i < d->n; i++)
        if (d->nodes[i].step != NO_INDEX && node_connects(&d->nodes[i]) == connectors) symbols[d->nodes[i].step]++;
}

/* ---- all of them ----------------------------------------------------------------------------------------------- */

uint32_t node_page(const struct drawn *d, size_t i)
{
    uint32_t page = d->l->shapes.v[i].page;
    return page || !d->nodes[i].row ? page : row_page(d->nodes[i].row);
}

struct ranked {
    size_t node, row;       /* row: index of its table row */
    uint32_t page, col;
    double across, down;
};

static int by_rank(const void *x, const void *y)
{
    const struct ranked *a = x, *b = y;
    if (a->page != b->page) return a->page < b->page ? -1 : 1;
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    if (a->col != b->col) return a->col < b->col ? -1 : 1;
    if (a->down != b->down) return a->down < b->down ? -1 : 1;
    if (a->across != b->across) return a->across < b->across ? -1 : 1;
    return (a->node > b->node) - (a->node < b->node);
}

/* What stands in no row comes where its page puts it: behind the rows above it. */
static size_t row_at(const struct drawn *d, size_t i, size_t last)
{
    const struct node *n = &d->nodes[i];
    return n->row ? (size_t)(n->row - d->m->rows.v) : last;
}

void nodes_rank(struct drawn *d)
{
    struct ranked *r = arena_alloc(d->m->t.a, (d->n + 1) * sizeof *r);
    d->order = arena_alloc(d->m->t.a, (d->n + 1) * sizeof *d->order);
    size_t last = 0;
    for (size_t i = 0; i < d->n; i++) {
        const struct shape *s = &d->l->shapes.v[i];
        last = row_at(d, i, last);
        r[i] = (struct ranked){i, last, node_page(d, i), d->nodes[i].col, s->box.x0, s->box.y0};
    }
    if (d->n) qsort(r, d->n, sizeof *r, by_rank);
    for (size_t k = 0; k < d->n; k++) {
        d->order[k] = r[k].node;
        d->nodes[r[k].node].rank = k;
    }
}

void nodes_place(struct drawn *d)
{
    struct making *m = d->m;
    struct row_index rows = {arena_alloc(m->t.a, (m->rows.n + 1) * sizeof *rows.v), m->rows.n};
    size_t *symbols = arena_alloc(m->t.a, (m->sop->steps.n + 1) * sizeof *symbols);
    for (size_t i = 0; i < rows.n; i++) rows.v[i] = &m->rows.v[i];
    if (rows.n) qsort(rows.v, rows.n, sizeof *rows.v, by_place);
    for (size_t i = 0; i < d->n; i++) place_node(d, &rows, i);
    count_symbols(d, symbols, false);
    settle_hanging(d, &rows, symbols);
    for (size_t i = 0; i < m->sop->steps.n; i++) symbols[i] = 0;
    count_symbols(d, symbols, false);
    for (size_t i = 0; i < d->n; i++) { /* a page connector beside another symbol is only on its way through the row */
        struct node *n = &d->nodes[i];
        if (n->step != NO_INDEX) n->own = !node_connects(n) || !symbols[n->step];
    }
    nodes_rank(d);
}

/* Most symbols are boxes with round corners and hardly any is square: then only those at the ends are terminators. Where the ends are drawn with half
 * circles and nothing is square, a single one between them is enough. */
void nodes_rounded(struct drawn *d)
{
    size_t rounded = 0, square = 0, inside = 0, capsules = 0;
    for (size_t i = 0; i < d->n; i++) {
        const struct node *n = &d->nodes[i];
        bool round = d->l->shapes.v[i].kind == SHAPE_ROUNDED;
        if (!n->own) continue;
        rounded += round;
        square += d->l->shapes.v[i].kind == SHAPE_BOX;
        capsules += d->l->shapes.v[i].kind == SHAPE_CAPSULE;
        inside += round && n->in && n->out;
    }
    if (inside < (capsules && !square ? 1 : 3) || rounded <= 2 * square) return;
    for (size_t i = 0; i < d->n; i++) {
        struct node *n = &d->nodes[i];
        if (d->l->shapes.v[i].kind == SHAPE_ROUNDED && n->in && n->out && !says_terminator(d, &d->l->shapes.v[i])) n->mark = MARK_PROCESS;
    }
}

/* ---- executors -------------------------------------------------------------------------------------------------- */

/* The executor of a column in the step's own table: on the next page of a row the columns are another table's. */
static size_t actor_of(const struct making *m, const struct node *n, const struct step *s)
{
    const struct step_tables *tables = &m->sop->tables;
    size_t actor = n->row->columns->actor[n->col];
    if (n->row->step_table == s->table || actor == NO_INDEX) return actor;
    if (n->row->step_table >= tables->n || actor >= tables->v[n->row->step_table].actors.n) return NO_INDEX;
    struct key wanted = key_of(tables->v[n->row->step_table].actors.v[actor].item.text);
    for (size_t i = 0; i < tables->v[s->table].actors.n; i++) {
        struct key k = key_of(tables->v[s->table].actors.v[i].item.text);
        if (k.n == wanted.n && str_eq((struct str){k.text, k.n}, (struct str){wanted.text, wanted.n})) return i;
    }
    return NO_INDEX;
}

static struct place node_place(struct making *m, const struct drawn *d, size_t i, const struct step *s)
{
    struct where *w = arena_alloc(m->t.a, sizeof *w);
    const struct node *n = &d->nodes[i];
    if (s->head.place.where) *w = *s->head.place.where;
    uint32_t page = node_page(d, i);
    if (page) w->page = page;
    w->column = n->row->columns->name[n->col];
    return (struct place){d->l->shapes.v[i].text.place.at, w};
}

static void perform(struct drawn *d, size_t i)
{
    struct making *m = d->m;
    const struct node *n = &d->nodes[i];
    struct step *s = &m->sop->steps.v[n->step];
    if (!n->row) {
        s->symbol = n->mark;
        return;
    }
    struct step_table *t = &m->sop->tables.v[s->table];
    size_t actor = actor_of(m, n, s);
    t->has_marks = t->drawn = true;
    if (mark_strength(n->mark) > mark_strength(s->symbol)) s->symbol = n->mark;
    for (size_t k = 0; k < s->performers.n; k++) {
        struct performer *p = &s->performers.v[k];
        if (p->actor != actor) continue;
        if (mark_strength(n->mark) > mark_strength(p->mark)) p->mark = n->mark;
        return;
    }
    struct performer *p = ARENA_PUSH(m->t.a, &s->performers);
    struct str text = d->l->shapes.v[i].text.text;
    *p = (struct performer){.item = {.text = text.n ? arena_str(m->t.a, text) : STR(""), .place = node_place(m, d, i, s)}, .actor = actor, .mark = n->mark};
}

void nodes_perform(struct drawn *d)
{
    for (size_t i = 0; i < d->n; i++)
        if (d->nodes[i].own) perform(d, i);
}
