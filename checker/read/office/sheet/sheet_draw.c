/* A sheet's drawing as shapes and connectors of the layout: which things are symbols, labels or pictures, and where lines end. */
#include <math.h>
#include <stdlib.h>

#include "read/office/sheet/sheet_draw.h"

enum { TOUCH = 4, REACH = 30, BESIDE = 3, SAME = 6, PICTURE = 120 }; /* points; PICTURE: a side from which on it may be a drawn flow */

struct drawing_state {
    struct arena *a, *pages, *places;
    struct layout *l;
    const struct sheet *s;
    const struct sheet_drawing *d;
    size_t first;               /* of the sheet's shapes in the layout */
    size_t *shape;              /* for each drawn shape, its index in the layout; SIZE_MAX: it is none */
};

/* ---- rows and columns under a box ---------------------------------------------------------------------------- */

static double middle(double lo, double hi) { return lo + (hi - lo) / 2; }

static struct spot spot_at(const struct drawing_state *k, double x, double y)
{
    return sheet_spot(k->s, sheet_axis_find(&k->d->rows, y), sheet_axis_find(&k->d->cols, x));
}

/* Rows or columns that [lo, hi] covers by a fifth of its length, and the one with its largest part. */
static void covered(const struct sheet_axis *x, double lo, double hi, uint32_t *first, uint32_t *last, uint32_t *most)
{
    double best = -1;
    *most = *first = *last = sheet_axis_find(x, middle(lo, hi));
    for (uint32_t i = sheet_axis_find(x, lo); i < x->n && x->at[i] < hi; i++) {
        double part = fmin(hi, x->at[i + 1]) - fmax(lo, x->at[i]);
        if (part * 5 < hi - lo || x->at[i + 1] <= x->at[i]) continue;
        if (i < *first) *first = i;
        if (i > *last) *last = i;
        if (part > best) best = part, *most = i;
    }
}

static void place_shape(const struct drawing_state *k, struct shape *s)
{
    uint32_t top, bottom, left, right, row, col;
    covered(&k->d->rows, s->box.y0, s->box.y1, &top, &bottom, &row);
    covered(&k->d->cols, s->box.x0, s->box.x1, &left, &right, &col);
    s->cell = sheet_spot(k->s, row, col);
    if (!s->cell.table) return;
    struct spot high = sheet_spot(k->s, top, col), low = sheet_spot(k->s, bottom, col);
    struct spot west = sheet_spot(k->s, row, left), east = sheet_spot(k->s, row, right);
    s->top = high.table == s->cell.table ? high.row : s->cell.row;
    s->bottom = low.table == s->cell.table ? low.row : s->cell.row;
    s->left = west.table == s->cell.table ? west.col : s->cell.col;
    s->right = east.table == s->cell.table ? east.col : s->cell.col;
}

void sheet_draw_rows(struct arena *a, struct sheet *s, const struct sheet_drawing *d)
{
    bool *drawn = arena_alloc(a, (size_t)d->rows.n + 1);
    for (size_t i = 0; i < d->shapes.n; i++) {
        const struct box *b = &d->shapes.v[i].box;
        if (d->rows.n && b->y1 > b->y0) drawn[sheet_axis_find(&d->rows, middle(b->y0, b->y1))] = true;
    }
    for (uint32_t r = 0; r < d->rows.n; r++)
        if (drawn[r]) *ARENA_PUSH(a, &s->drawn) = r;
}

/* ---- symbols, labels, pictures ------------------------------------------------------------------------------- */

static struct run run_of(const struct drawing_state *k, struct str text, const struct box *b)
{
    struct where *w = arena_alloc(k->places, sizeof *w);
    w->page = k->s->page;
    w->sheet = arena_str(k->places, k->s->name);
    w->cell = sheet_reference(k->places, sheet_axis_find(&k->d->rows, middle(b->y0, b->y1)), sheet_axis_find(&k->d->cols, middle(b->x0, b->x1)));
    return (struct run){arena_str(k->places, str_trim(text)), {SPAN_NONE, w}};
}

static size_t index_of(const struct sheet_drawing *d, struct str id)
{
    for (size_t i = 0; i < d->groups.n; i++)
        if (str_eq(d->groups.v[i].group, id)) id = d->groups.v[i].member;
    for (size_t i = 0; i < d->shapes.n; i++)
        if (d->shapes.v[i].id.p && str_eq(d->shapes.v[i].id, id)) return i;
    return SIZE_MAX;
}

static double beyond(double v, double lo, double hi) { return v < lo ? lo - v : v > hi ? v - hi : 0; }

/* Lines lead to the edge of the picture: it is a symbol, though nothing is glued to it. */
static bool met_by_line(const struct sheet_drawing *d, const struct box *b)
{
    for (size_t i = 0; i < d->lines.n; i++) {
        const struct points *way = &d->lines.v[i].points;
        const struct point ends[] = {way->v[0], way->v[way->n - 1]};
        for (size_t e = 0; e < COUNT(ends); e++)
            if (hypot(beyond(ends[e].x, b->x0, b->x1), beyond(ends[e].y, b->y0, b->y1)) <= TOUCH) return true;
    }
    return false;
}

static bool *mark_glued(const struct drawing_state *k)
{
    bool *glued = arena_alloc(k->a, k->d->shapes.n + 1);
    for (size_t i = 0; i < k->d->lines.n; i++) {
        const struct str ends[] = {k->d->lines.v[i].from, k->d->lines.v[i].to};
        for (size_t e = 0; e < COUNT(ends); e++) {
            size_t shape = ends[e].p ? index_of(k->d, ends[e]) : SIZE_MAX;
            if (shape != SIZE_MAX) glued[shape] = true;
        }
    }
    for (size_t i = 0; i < k->d->shapes.n; i++) {
        const struct drawn_shape *s = &k->d->shapes.v[i];
        bool small = s->picture && s->box.x1 - s->box.x0 < PICTURE && s->box.y1 - s->box.y0 < PICTURE;
        if (small && !glued[i]) glued[i] = met_by_line(k->d, &s->box);
    }
    return glued;
}

static bool near_box(const struct box *a, const struct box *b)
{
    return fabs(a->x0 - b->x0) < 1 && fabs(a->x1 - b->x1) < 1 && fabs(a->y0 - b->y0) < 1 && fabs(a->y1 - b->y1) < 1;
}

/* The same outline drawn once more at the same place. */
static size_t double_of(const struct drawing_state *k, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (k->shape[j] == j && k->d->shapes.v[j].kind == k->d->shapes.v[i].kind && near_box(&k->d->shapes.v[j].box, &k->d->shapes.v[i].box)) return j;
    return i;
}

static bool visible(const struct drawn_shape *s)
{
    return s->box.x1 > s->box.x0 && s->box.y1 > s->box.y0 && (s->diagram || s->outlined || s->filled || s->picture || !str_blank(s->text));
}

static bool is_label(const struct drawn_shape *s) { return !s->picture && !s->outlined && (s->text_box || !s->filled) && !str_blank(s->text); }

static bool in_table(const struct drawing_state *k, const struct box *b)
{
    return spot_at(k, middle(b->x0, b->x1), middle(b->y0, b->y1)).table != 0;
}

static void add_unread(struct drawing_state *k, const struct box *b, enum word reason)
{
    struct spot at = spot_at(k, middle(b->x0, b->x1), middle(b->y0, b->y1));
    for (size_t i = 0; i < k->l->unread.n; i++)
        if (k->l->unread.v[i].table == at.table) return;
    if (at.table) *ARENA_PUSH(k->pages, &k->l->unread) = (struct unread_drawing){k->s->page, at.table, reason};
}

static bool is_large(const struct box *b) { return b->x1 - b->x0 >= PICTURE && b->y1 - b->y0 >= PICTURE; }

struct texts {
    struct label_text *v;
    size_t n, cap;
};

/* Which of the drawn things are symbols; k->shape[i] is i or the one that it doubles. */
static void sort_out(struct drawing_state *k, struct texts *labels)
{
    const bool *glued = mark_glued(k);
    for (size_t i = 0; i < k->d->shapes.n; i++) {
        const struct drawn_shape *s = &k->d->shapes.v[i];
        k->shape[i] = SIZE_MAX;
        if (!visible(s)) continue;
        if (s->untold || s->diagram) {
            add_unread(k, &s->box, s->diagram ? W_reason_flow_diagram : W_reason_outline_untold);
        } else if (!glued[i] && s->picture) {
            if (is_large(&s->box)) add_unread(k, &s->box, W_reason_flow_picture);
        } else if (!glued[i] && is_label(s)) {
            *ARENA_PUSH(k->a, labels) = (struct label_text){run_of(k, s->text, &s->box), k->s->page, s->box};
        } else if (glued[i] || in_table(k, &s->box)) {
            k->shape[i] = double_of(k, i);
        }
    }
}

static int by_place(const void *x, const void *y)
{
    const struct shape *a = x, *b = y;
    if (a->box.y0 != b->box.y0) return a->box.y0 < b->box.y0 ? -1 : 1;
    if (a->box.x0 != b->box.x0) return a->box.x0 < b->box.x0 ? -1 : 1;
    return (a->page > b->page) - (a->page < b->page);
}

static void add_shapes(struct drawing_state *k)
{
    struct shapes found = {0};
    for (size_t i = 0; i < k->d->shapes.n; i++) {
        const struct drawn_shape *s = &k->d->shapes.v[i];
        if (k->shape[i] != i) continue;
        struct shape *n = ARENA_PUSH(k->a, &found);
        *n = (struct shape){.kind = s->picture ? SHAPE_BOX : s->kind, .text = run_of(k, s->text, &s->box), .page = (uint32_t)i, .box = s->box, .certainty = CERTAIN};
        place_shape(k, n);
    }
    if (found.n) qsort(found.v, found.n, sizeof *found.v, by_place);
    size_t *at = arena_alloc(k->a, (k->d->shapes.n + 1) * sizeof *at);
    for (size_t i = 0; i < found.n; i++) {
        at[found.v[i].page] = k->l->shapes.n;
        found.v[i].page = k->s->page;
        *ARENA_PUSH(k->pages, &k->l->shapes) = found.v[i];
    }
    for (size_t i = 0; i < k->d->shapes.n; i++)
        if (k->shape[i] != SIZE_MAX) k->shape[i] = at[k->shape[i]];
}

/* ---- ends of lines ------------------------------------------------------------------------------------------- */

/* How far along the direction of `p` away from `q` the box lies; INFINITY: not there. */
static double ahead(const struct box *b, struct point p, struct point q)
{
    double dx = p.x - q.x, dy = p.y - q.y;
    if (fabs(dx) > fabs(dy)) {
        if (beyond(p.y, b->y0 - BESIDE, b->y1 + BESIDE) > 0) return INFINITY;
        double far = dx > 0 ? b->x0 - p.x : p.x - b->x1;
        return far >= 0 ? far : INFINITY;
    }
    if (beyond(p.x, b->x0 - BESIDE, b->x1 + BESIDE) > 0) return INFINITY;
    double far = dy > 0 ? b->y0 - p.y : p.y - b->y1;
    return far >= 0 ? far : INFINITY;
}

/* The symbol that an end at p, coming from q, meets or points at; SIZE_MAX: none. */
static size_t symbol_at(const struct drawing_state *k, struct point p, struct point q, enum certainty *certainty)
{
    size_t best = SIZE_MAX, next = SIZE_MAX;
    double least = TOUCH, reach = REACH;
    for (size_t i = k->first; i < k->l->shapes.n; i++) {
        const struct box *b = &k->l->shapes.v[i].box;
        double apart = hypot(beyond(p.x, b->x0, b->x1), beyond(p.y, b->y0, b->y1)), far = ahead(b, p, q);
        if (apart <= least) least = apart, best = i;
        if (far <= reach) reach = far, next = i;
    }
    if (best == SIZE_MAX && next != SIZE_MAX && *certainty == CERTAIN) *certainty = PROBABLE;
    return best != SIZE_MAX ? best : next;
}

static struct line_end end_of(const struct drawing_state *k, struct str glued, struct point p, struct point q, bool head, enum certainty *certainty)
{
    struct line_end e = {.shape = SIZE_MAX, .other = SIZE_MAX, .head = head, .cell = spot_at(k, p.x, p.y), .page = k->s->page};
    size_t i = glued.p ? index_of(k->d, glued) : SIZE_MAX;
    e.shape = i != SIZE_MAX && k->shape[i] != SIZE_MAX ? k->shape[i] : symbol_at(k, p, q, certainty);
    return e;
}

static bool close_to(struct point a, struct point b) { return fabs(a.x - b.x) <= SAME && fabs(a.y - b.y) <= SAME; }

/* The same line drawn again: between the same symbols, or from the same point to the same point. */
static bool is_double(const struct connector *c, const struct connector *other)
{
    if (c->from.shape != SIZE_MAX && c->to.shape != SIZE_MAX) return c->from.shape == other->from.shape && c->to.shape == other->to.shape;
    return close_to(c->points.v[0], other->points.v[0]) && close_to(c->points.v[c->points.n - 1], other->points.v[other->points.n - 1]);
}

/* Heads tell the direction; without any, a line leads from what stands first. */
static void turn(const struct drawing_state *k, struct connector *c)
{
    bool swap = c->from.head && !c->to.head;
    if (!c->from.head && !c->to.head) {
        struct point a = c->points.v[0], b = c->points.v[c->points.n - 1];
        swap = c->from.shape < k->l->shapes.n && c->to.shape < k->l->shapes.n ? c->from.shape > c->to.shape : a.y > b.y || (a.y == b.y && a.x > b.x);
    }
    if (!swap) return;
    struct line_end e = c->from;
    c->from = c->to;
    c->to = e;
    for (size_t i = 0, j = c->points.n; i + 1 < j; i++) {
        struct point p = c->points.v[i];
        c->points.v[i] = c->points.v[--j];
        c->points.v[j] = p;
    }
}

static void add_line(struct drawing_state *k, const struct drawn_line *line, bool glued)
{
    size_t n = line->points.n;
    struct connector c = {.certainty = CERTAIN, .dashed = line->dashed, .label = {STR_ABSENT, {SPAN_NONE, NULL}}};
    for (size_t i = 0; i < n; i++) *ARENA_PUSH(k->pages, &c.points) = line->points.v[i];
    const struct point *p = c.points.v;
    c.box = (struct box){p[0].x, p[0].y, p[0].x, p[0].y};
    for (size_t i = 1; i < n; i++)
        c.box = (struct box){fmin(c.box.x0, p[i].x), fmin(c.box.y0, p[i].y), fmax(c.box.x1, p[i].x), fmax(c.box.y1, p[i].y)};
    c.from = end_of(k, line->from, p[0], p[1], line->head_from, &c.certainty);
    c.to = end_of(k, line->to, p[n - 1], p[n - 2], line->head_to, &c.certainty);
    if (c.from.shape == c.to.shape && !glued) return; /* meets one symbol only, or none: a decoration, not a way */
    turn(k, &c);
    for (size_t i = 0; i < k->l->connectors.n && !glued; i++)
        if (k->l->connectors.v[i].from.page == k->s->page && is_double(&c, &k->l->connectors.v[i])) return;
    *ARENA_PUSH(k->pages, &k->l->connectors) = c;
}

void sheet_draw(struct arena *a, struct arena *pages, struct arena *places, struct layout *l, const struct sheet *s, const struct sheet_drawing *d)
{
    struct drawing_state k = {.a = a, .pages = pages, .places = places, .l = l, .s = s, .d = d, .first = l->shapes.n};
    struct texts labels = {0};
    if (!d->rows.n || !d->cols.n) return;
    k.shape = arena_alloc(a, (d->shapes.n + 1) * sizeof *k.shape);
    sort_out(&k, &labels);
    add_shapes(&k);
    for (int glued = 1; glued >= 0; glued--) /* what doubles a glued line comes after it */
        for (size_t i = 0; i < d->lines.n; i++) {
            const struct drawn_line *line = &d->lines.v[i];
            if ((line->from.p && line->to.p) == (glued == 1)) add_line(&k, line, glued == 1);
        }
    drawing_label(a, l, labels.v, labels.n, arena_alloc(a, labels.n + 1));
}

/* A picture in a cell of a table, instead of over it. */
static void unread_cells(struct arena *pages, struct layout *l, const struct sheet *s)
{
    for (size_t i = 0; i < s->cells.n; i++) {
        struct spot at = s->cells.v[i].picture ? sheet_spot(s, s->cells.v[i].row, s->cells.v[i].col) : (struct spot){0};
        if (at.table) *ARENA_PUSH(pages, &l->unread) = (struct unread_drawing){s->page, at.table, W_reason_flow_picture};
    }
}

enum rc sheet_pages_play(struct arena *a, struct arena *places, struct sheet_pages *pages, struct source *s, const struct limits *limits, struct reading *out,
                         struct trouble *why)
{
    struct tape *t = tape_new();
    tape_paged(t);
    for (size_t i = 0; i < pages->n; i++) sheet_tell(a, places, &pages->v[i].sheet, t);
    enum rc rc = tape_play(t, places, s, limits, &out->layout, &out->pages, why);
    tape_free(t);
    for (size_t i = 0; i < pages->n && rc == RC_OK; i++) {
        sheet_draw(a, out->pages, places, out->layout, &pages->v[i].sheet, &pages->v[i].drawing);
        unread_cells(out->pages, out->layout, &pages->v[i].sheet);
    }
    if (rc == RC_OK) out->layout->drawn = true;
    return rc;
}
