/* Labels of drawn lines: which text belongs to which connector. */
#include <math.h>
#include <stdlib.h>

#include "stage/layout.h"

enum { LABEL_REACH = 24, NO_DECISION = 8, TIE = 1, NEARER = 6 };
/* points; how much further a line seems that does not leave a decision; what programs round; what people see as nearer to a beginning */

static double outside(double v, double lo, double hi) { return v < lo ? lo - v : v > hi ? v - hi : 0; }

/* From a box to the nearest point of a segment that is level or upright; slanting ones are walked along. */
static double box_to_segment(const struct box *b, struct point p, struct point q)
{
    if (p.x == q.x || p.y == q.y) {
        double x0 = fmin(p.x, q.x), x1 = fmax(p.x, q.x), y0 = fmin(p.y, q.y), y1 = fmax(p.y, q.y);
        double dx = x0 > b->x1 ? x0 - b->x1 : b->x0 > x1 ? b->x0 - x1 : 0, dy = y0 > b->y1 ? y0 - b->y1 : b->y0 > y1 ? b->y0 - y1 : 0;
        return hypot(dx, dy);
    }
    double best = INFINITY;
    for (int i = 0; i <= 16; i++) {
        double t = (double)i / 16, x = p.x + (q.x - p.x) * t, y = p.y + (q.y - p.y) * t;
        best = fmin(best, hypot(outside(x, b->x0, b->x1), outside(y, b->y0, b->y1)));
    }
    return best;
}

struct candidate {
    double distance;     /* what ranks: ways from decisions and the beginnings of ways seem nearer */
    size_t text, line;
};

static int by_distance(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;
    if (a->distance != b->distance) return a->distance < b->distance ? -1 : 1;
    if (a->text != b->text) return a->text < b->text ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

static bool decides(const struct layout *l, const struct connector *c)
{
    return c->from.shape < l->shapes.n && l->shapes.v[c->from.shape].kind == SHAPE_DIAMOND;
}

/* How far a text is from a line; each segment that lies between the line's start and the nearest one counts a point more. INFINITY: too far. */
static double distance(const struct layout *l, const struct connector *c, const struct label_text *t)
{
    double best = INFINITY;
    size_t split = c->points.split && c->points.split < c->points.n ? c->points.split : c->points.n;
    size_t from = c->from.page == t->page ? 0 : split, to = from ? c->points.n : split;
    for (size_t i = from + 1; i < to; i++) {
        double d = box_to_segment(&t->box, c->points.v[i - 1], c->points.v[i]);
        if (d <= LABEL_REACH) best = fmin(best, d + (double)(i - 1));
    }
    return best + (decides(l, c) ? 0 : NO_DECISION);
}

/* A text beside a decision all of whose other ways have their labels is that of the one way left. */
static void label_rest(struct layout *l, const struct label_text *t, bool *used)
{
    size_t near = SIZE_MAX, rest = SIZE_MAX, unlabelled = 0, ways = 0;
    double least = LABEL_REACH;
    for (size_t i = 0; i < l->shapes.n; i++) {
        const struct shape *s = &l->shapes.v[i];
        if (s->kind != SHAPE_DIAMOND || s->page != t->page) continue;
        double dx = fmax(fmax(s->box.x0 - t->box.x1, t->box.x0 - s->box.x1), 0), dy = fmax(fmax(s->box.y0 - t->box.y1, t->box.y0 - s->box.y1), 0);
        if (hypot(dx, dy) < least) least = hypot(dx, dy), near = i;
    }
    for (size_t k = 0; near != SIZE_MAX && k < l->connectors.n; k++) {
        if (l->connectors.v[k].from.shape != near) continue;
        ways++;
        if (!l->connectors.v[k].label.text.n) unlabelled++, rest = k;
    }
    if (unlabelled != 1 || ways < 2) return;
    l->connectors.v[rest].label = t->run;
    *used = true;
}

struct labelling {
    struct layout *l;
    const struct label_text *texts;
    size_t *given;       /* for each connector the text that it has of these, SIZE_MAX */
};

static double from_start(const struct connector *c, const struct label_text *t) { return box_to_segment(&t->box, c->points.v[0], c->points.v[0]); }

/* How much nearer all would be if line k had the label of `other` and that one the label of k, or none; -INFINITY where it cannot be.
 * 0: as near. Of lines over the same ground each has the label nearer to its beginning. */
static double gain(const struct labelling *m, size_t k, size_t other)
{
    const struct connector *a = &m->l->connectors.v[k], *b = &m->l->connectors.v[other];
    const struct label_text *mine = &m->texts[m->given[k]], *its = m->given[other] == SIZE_MAX ? NULL : &m->texts[m->given[other]];
    if (!decides(m->l, b) || (b->label.text.n && !its)) return -INFINITY;
    double now = distance(m->l, a, mine) + (its ? distance(m->l, b, its) : 0);
    double then = distance(m->l, b, mine) + (its ? distance(m->l, a, its) : 0);
    if (now == INFINITY || then == INFINITY) return -INFINITY;
    double begun = from_start(a, mine) - from_start(b, mine) + (its ? from_start(b, its) - from_start(a, its) : 0);
    return fabs(now - then) <= TIE && fabs(begun) > NEARER ? begun : now - then;
}

/* What was nearest one by one need not be so for two together. */
static void swap_nearer(struct labelling *m)
{
    for (size_t k = 0; k < m->l->connectors.n; k++) {
        for (size_t i = 0; i < m->l->connectors.n && m->given[k] != SIZE_MAX; i++) {
            if (i == k || m->given[i] == SIZE_MAX || !decides(m->l, &m->l->connectors.v[k]) || gain(m, k, i) <= TIE) continue;
            size_t text = m->given[k];
            m->given[k] = m->given[i];
            m->given[i] = text;
        }
        if (m->given[k] != SIZE_MAX) m->l->connectors.v[k].label = m->texts[m->given[k]].run;
    }
}

/* Labels that could as well be those of other ways are nobody's. */
static void doubt_ties(struct arena *a, struct labelling *m)
{
    struct connectors *c = &m->l->connectors;
    bool *doubtful = arena_alloc(a, c->n + 1);
    for (size_t k = 0; k < c->n; k++) {
        if (m->given[k] == SIZE_MAX || !decides(m->l, &c->v[k])) continue;
        for (size_t i = 0; i < c->n; i++) {
            bool same = i == k || (c->v[i].label.text.n && str_ieq(str_trim(c->v[i].label.text), str_trim(c->v[k].label.text)));
            if (!same && gain(m, k, i) >= -TIE) doubtful[k] = doubtful[i] = true;
        }
    }
    for (size_t k = 0; k < c->n; k++) {
        if (!doubtful[k]) continue;
        c->v[k].label.text = STR_ABSENT;
        c->v[k].certainty = UNCERTAIN;
    }
}

/* The nearest first; of the connectors each that was given one has its text in `given`. */
static void give_nearest(struct arena *a, struct labelling *m, size_t n, bool *used)
{
    struct {
        struct candidate *v;
        size_t n, cap;
    } found = {0};
    for (size_t i = 0; i < n; i++) {
        used[i] = false;
        for (size_t k = 0; k < m->l->connectors.n; k++) {
            const struct connector *c = &m->l->connectors.v[k];
            if (c->label.text.n || (c->from.page != m->texts[i].page && c->to.page != m->texts[i].page)) continue;
            double d = distance(m->l, c, &m->texts[i]);
            if (d < INFINITY) *ARENA_PUSH(a, &found) = (struct candidate){d, i, k};
        }
    }
    if (found.n) qsort(found.v, found.n, sizeof *found.v, by_distance);
    for (size_t i = 0; i < found.n; i++) {
        struct connector *c = &m->l->connectors.v[found.v[i].line];
        if (used[found.v[i].text] || c->label.text.n) continue;
        c->label = m->texts[found.v[i].text].run;
        m->given[found.v[i].line] = found.v[i].text;
        used[found.v[i].text] = true;
    }
}

void drawing_label(struct arena *a, struct layout *l, const struct label_text *texts, size_t n, bool *used)
{
    struct labelling m = {.l = l, .texts = texts, .given = arena_alloc(a, (l->connectors.n + 1) * sizeof *m.given)};
    for (size_t k = 0; k < l->connectors.n; k++) m.given[k] = SIZE_MAX;
    give_nearest(a, &m, n, used);
    swap_nearer(&m);
    for (size_t i = 0; i < n; i++)
        if (!used[i]) label_rest(l, &texts[i], &used[i]);
    doubt_ties(a, &m);
}
