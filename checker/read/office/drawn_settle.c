/* What of a drawing the file itself tells: the cells that symbols stand in, the ends of lines, their labels. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/office/drawn.h"

enum {
    TOUCH = 6,           /* points between a line's end and the symbol that it is drawn to */
    REACH = 14,          /* the same, drawn carelessly */
    LABEL = 24,          /* characters of a text that labels a line */
    MOST = 3000          /* things: each is held against each */
};

struct settle {
    const struct drawing *d;
    struct arena *a, *pages;
    struct layout *l;
    struct place_of {
        struct spot cell;
        enum certainty certainty;
    } *places;           /* of each thing */
    size_t *shape;       /* of each thing: its index in the layout, SIZE_MAX */
    size_t *thing;       /* the other way */
};

static const struct measures *measures_of(const struct settle *s, uint32_t table)
{
    return table && table <= s->d->tables.n ? &s->d->tables.v[table - 1] : NULL;
}

/* ---- rows and columns ------------------------------------------------------------------------------------------ */

static uint32_t column_at(const struct measures *m, double x, uint32_t otherwise)
{
    if (!m || !m->x || isnan(x)) return otherwise;
    for (uint32_t i = 0; i < m->cols; i++)
        if (x < m->x[i + 1]) return i;
    return m->cols ? m->cols - 1 : otherwise;
}

static struct place_of place(const struct settle *s, const struct drawn *t)
{
    struct place_of p = {t->anchor.cell, CERTAIN};
    const struct measures *m = measures_of(s, p.cell.table);
    if (t->laid.known) return (struct place_of){t->laid.cell, PROBABLE};
    if (!p.cell.table && !t->within && s->l->tables && drawn_led_to(s->d, t)) p.certainty = UNCERTAIN; /* it may stand over a table */
    if (t->within && drawn_over_rows(&s->l->blocks, p.cell)) p.certainty = UNCERTAIN;
    if (!m || t->within) return p;
    double x = (t->box.x0 + t->box.x1) / 2, y = (t->box.y0 + t->box.y1) / 2, high = t->box.y1 - t->box.y0;
    p.cell.col = column_at(m, x, p.cell.col);
    bool own = t->anchor.width > 0 && x >= t->anchor.left - TOUCH && x <= t->anchor.left + t->anchor.width + TOUCH;
    double least = p.cell.row < m->rows ? m->height[p.cell.row] : 0;
    if (t->floats || y < 0) p.certainty = UNCERTAIN;
    else if (y <= least || (own && y <= high + 2 * TOUCH)) p.certainty = CERTAIN;
    else if (own && y <= 2 * least) p.certainty = PROBABLE;
    else p.certainty = UNCERTAIN;
    return p;
}

/* ---- ends of lines ----------------------------------------------------------------------------------------------- */

static size_t by_id(const struct drawing *d, struct str id)
{
    for (size_t i = 0; id.n && i < d->things.n; i++)
        if (!d->things.v[i].line && (str_eq(d->things.v[i].ids[0], id) || str_eq(d->things.v[i].ids[1], id))) return i;
    return SIZE_MAX;
}

static double apart(const struct box *b, struct point p)
{
    double dx = p.x < b->x0 ? b->x0 - p.x : p.x > b->x1 ? p.x - b->x1 : 0, dy = p.y < b->y0 ? b->y0 - p.y : p.y > b->y1 ? p.y - b->y1 : 0;
    return hypot(dx, dy);
}

/* The symbol that the end of a line meets; SIZE_MAX: none, or it could be two. */
static size_t met(const struct settle *s, const struct drawn *line, int end, enum certainty *certainty)
{
    size_t best = SIZE_MAX;
    double nearest = REACH, second = INFINITY;
    for (size_t i = 0; i < s->d->things.n; i++) {
        const struct drawn *t = &s->d->things.v[i];
        if (t->line || s->shape[i] == SIZE_MAX || !drawn_comparable(t, line)) continue;
        double far = apart(&t->box, line->ends[end]);
        if (far <= nearest) {
            second = best == SIZE_MAX ? second : nearest;
            nearest = far;
            best = i;
        } else if (far < second) {
            second = far;
        }
    }
    if (best == SIZE_MAX || second < nearest + TOUCH) return SIZE_MAX;
    if (nearest > TOUCH) *certainty = PROBABLE;
    return best;
}

/* false: where the line leads is not told. */
static bool add_line(struct settle *s, const struct drawn *t)
{
    size_t at[2];
    enum certainty certainty = CERTAIN;
    for (int i = 0; i < 2; i++) {
        at[i] = by_id(s->d, t->glued[i]);
        if (at[i] == SIZE_MAX || s->shape[at[i]] == SIZE_MAX) at[i] = met(s, t, i, &certainty);
    }
    bool arrow = t->head[0] || t->head[1] || t->glued[0].n || t->glued[1].n;
    if (at[0] == SIZE_MAX && at[1] == SIZE_MAX && !arrow) return true; /* a rule, not a way */
    if (at[0] == SIZE_MAX || at[1] == SIZE_MAX) return false;
    if (at[0] == at[1]) return !arrow;
    int first = t->head[0] && !t->head[1]; /* one head: it is at the end */
    bool back = !t->head[0] && !t->head[1] && s->shape[at[0]] > s->shape[at[1]];
    if (back) certainty = UNCERTAIN; /* begun below, and nothing printed says where it leads */
    struct connector *c = ARENA_PUSH(s->pages, &s->l->connectors);
    *c = (struct connector){.certainty = certainty, .dashed = t->dashed, .label.text = STR_ABSENT};
    struct line_end *ends[] = {&c->from, &c->to};
    for (int i = 0; i < 2; i++) {
        int k = i ^ first;
        *ends[i] = (struct line_end){.shape = s->shape[at[k]], .other = SIZE_MAX, .head = t->head[k], .cell = s->places[at[k]].cell};
        ends[i]->page = s->l->shapes.v[ends[i]->shape].page;
    }
    return true;
}

/* ---- labels ------------------------------------------------------------------------------------------------------ */

static double row_top(const struct settle *s, struct spot cell)
{
    const struct measures *m = measures_of(s, cell.table);
    double y = 1e5 * cell.table; /* tables do not touch */
    for (uint32_t i = 0; m && i < cell.row && i < m->rows; i++) y += m->height[i] > 0 ? m->height[i] : 12;
    return y;
}

/* From a thing's own coordinates to those that all things have. */
static double top_of(const struct settle *s, const struct drawn *t) { return t->laid.known ? 0 : row_top(s, t->anchor.cell); }

static struct box lowered(const struct settle *s, size_t thing)
{
    struct box b = s->d->things.v[thing].box;
    double top = top_of(s, &s->d->things.v[thing]);
    return (struct box){b.x0, b.y0 + top, b.x1, b.y1 + top};
}

static struct point middle(struct box b) { return (struct point){(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2}; }

/* The point of the box's outline that faces q. */
static struct point facing(struct box b, struct point q)
{
    struct point m = middle(b);
    bool upright = fabs(q.y - m.y) / (b.y1 - b.y0 + 1) >= fabs(q.x - m.x) / (b.x1 - b.x0 + 1);
    if (upright) return (struct point){m.x, q.y < m.y ? b.y0 : b.y1};
    return (struct point){q.x < m.x ? b.x0 : b.x1, m.y};
}

/* A way as far as it is known, for the sake of labels only: from the start as drawn, where that lies at the symbol. */
static void way(struct settle *s, struct connector *c, const struct drawn *line)
{
    size_t from = s->thing[c->from.shape], to = s->thing[c->to.shape];
    struct box a = lowered(s, from), b = lowered(s, to);
    struct point start = line->ends[line->head[0] && !line->head[1]], drawn = {start.x, start.y + top_of(s, line)};
    start = apart(&a, drawn) <= REACH ? drawn : facing(a, middle(b));
    struct point *v = arena_alloc(s->d->a, 3 * sizeof *v), m = middle(a), end = facing(b, start);
    v[0] = start;
    v[1] = (fabs(start.x - m.x) / (a.x1 - a.x0 + 1) > fabs(start.y - m.y) / (a.y1 - a.y0 + 1)) ? (struct point){end.x, start.y}
                                                                                               : (struct point){start.x, end.y};
    v[2] = end;
    c->points.v = v;
    c->points.n = 3;
}

static struct run told(const struct settle *s, const struct drawn *t, const struct where *where)
{
    return (struct run){arena_str(s->a, str_trim(t->text)), {t->told, where}};
}

static const struct where *where_of(const struct settle *s, struct spot cell, uint32_t page)
{
    struct where *w = arena_alloc(s->a, sizeof *w);
    *w = (struct where){.page = page, .table = cell.table, .row = cell.table ? cell.row + 1 : 0};
    return w;
}

/* `lines`: the thing that each connector was. A label that finds no line leaves ways without one in doubt. */
static void add_labels(struct settle *s, const size_t *lines)
{
    const struct drawing *d = s->d;
    struct label_text *texts = arena_alloc(d->a, (d->things.n + 1) * sizeof *texts);
    bool *used = arena_alloc(d->a, (d->things.n + 1) * sizeof *used), left = false;
    size_t n = 0;
    for (size_t i = 0; i < d->things.n; i++) {
        const struct drawn *t = &d->things.v[i];
        if (t->line || !t->plain || str_blank(t->text) || str_trim(t->text).n > LABEL || (t->floats && !t->laid.known)) continue;
        texts[n++] = (struct label_text){.run = told(s, t, where_of(s, s->places[i].cell, t->anchor.page)), .page = 0, .box = lowered(s, i)};
    }
    struct connectors *c = &s->l->connectors;
    for (size_t i = 0; i < c->n; i++) {
        way(s, &c->v[i], &d->things.v[lines[i]]);
        c->v[i].from.page = 0;
    }
    drawing_label(s->pages, s->l, texts, n, used);
    for (size_t i = 0; i < n; i++) left |= !used[i];
    for (size_t i = 0; i < c->n; i++) {
        c->v[i].points.v = NULL;
        c->v[i].points.n = 0;
        c->v[i].from.page = s->l->shapes.v[c->v[i].from.shape].page;
        if (left && !c->v[i].label.text.n && s->l->shapes.v[c->v[i].from.shape].kind == SHAPE_DIAMOND) c->v[i].certainty = UNCERTAIN;
    }
}

/* ---- all together ------------------------------------------------------------------------------------------------ */

static bool is_glued(const struct drawing *d, size_t thing)
{
    for (size_t i = 0; i < d->things.n; i++)
        if (d->things.v[i].line && (by_id(d, d->things.v[i].glued[0]) == thing || by_id(d, d->things.v[i].glued[1]) == thing)) return true;
    return false;
}

struct ranked {
    size_t thing;
    uint32_t page, table, row;
    double y, x;
};

static int by_rank(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (x->page != y->page) return x->page < y->page ? -1 : 1;
    if (x->table != y->table) return x->table < y->table ? -1 : 1;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    if (x->y != y->y) return x->y < y->y ? -1 : 1;
    if (x->x != y->x) return x->x < y->x ? -1 : 1;
    return (x->thing > y->thing) - (x->thing < y->thing);
}

static enum shape_kind seen_kind(const struct drawn *t)
{
    double wide = t->box.x1 - t->box.x0, high = t->box.y1 - t->box.y0;
    if (t->picture) return SHAPE_BOX;
    return t->kind == SHAPE_CIRCLE && wide > 1.3 * high ? SHAPE_CAPSULE : t->kind;
}

static void add_shape(struct settle *s, size_t thing)
{
    const struct drawn *t = &s->d->things.v[thing];
    const struct measures *m = measures_of(s, t->anchor.cell.table);
    struct spot cell = s->places[thing].cell;
    s->shape[thing] = s->l->shapes.n;
    s->thing[s->l->shapes.n] = thing;
    struct shape *k = ARENA_PUSH(s->pages, &s->l->shapes);
    *k = (struct shape){.kind = seen_kind(t), .cell = cell, .page = t->anchor.page, .certainty = s->places[thing].certainty};
    k->text = told(s, t, where_of(s, cell, t->anchor.page));
    if (!cell.table) return;
    double fifth = (t->box.x1 - t->box.x0) / 5;
    k->top = k->bottom = cell.row;
    if (t->laid.known) {
        k->left = t->laid.left;
        k->right = t->laid.right;
        return;
    }
    k->left = t->within ? cell.col : column_at(m, t->box.x0 + fifth, cell.col);
    k->right = t->within ? cell.col : column_at(m, t->box.x1 - fifth, cell.col);
}

static bool settle(struct settle *s, size_t *lines)
{
    const struct drawing *d = s->d;
    struct ranked *order = arena_alloc(d->a, (d->things.n + 1) * sizeof *order);
    size_t n = 0;
    for (size_t i = 0; i < d->things.n; i++) {
        const struct drawn *t = &d->things.v[i];
        s->shape[i] = SIZE_MAX;
        s->places[i] = place(s, t);
        if (t->line || ((t->plain || t->picture) && !is_glued(d, i))) continue;
        if (s->places[i].certainty == UNCERTAIN) return false;
        order[n++] = (struct ranked){i, t->anchor.page, s->places[i].cell.table, s->places[i].cell.row, t->box.y0, t->box.x0};
    }
    if (n) qsort(order, n, sizeof *order, by_rank);
    for (size_t i = 0; i < n; i++) add_shape(s, order[i].thing);
    for (size_t i = 0; i < d->things.n; i++) {
        size_t before = s->l->connectors.n;
        if (!d->things.v[i].line) continue;
        if (!add_line(s, &d->things.v[i])) return false;
        if (s->l->connectors.n > before) lines[before] = i;
    }
    add_labels(s, lines);
    return true;
}

bool drawn_settle(const struct drawing *d, struct arena *a, struct arena *pages, struct layout *l)
{
    size_t n = d->things.n + 1;
    if (n > MOST) return false;
    struct settle s = {.d = d, .a = a, .pages = pages, .l = l};
    s.places = arena_alloc(d->a, n * sizeof *s.places);
    s.shape = arena_alloc(d->a, n * sizeof *s.shape);
    s.thing = arena_alloc(d->a, n * sizeof *s.thing);
    size_t *lines = arena_alloc(d->a, n * sizeof *lines);
    if (settle(&s, lines)) return true;
    l->shapes.n = l->connectors.n = 0;
    return false;
}
