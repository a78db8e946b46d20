/* From rules to the lines of tables: pieces are joined, and what does not end on other lines goes. */
#include <math.h>
#include <stdlib.h>

#include "read/page/grid_lines.h"

#define SAME_LINE 1.2    /* pieces of one line lie so close together across it */
#define BREAK 2.5        /* and so far apart along it: broken at corners, dotted */
#define OVERSHOOT 4.0    /* a line may go on so far behind the last one that it meets */
#define SAME_END 2.0
enum {
    MOST_LINES = 12000,
    MOST_MEETINGS = 20000000,
    SHARED_ENDS = 2,     /* so many other lines ending at the same place make a side that is not drawn */
    FAINTEST = 240,      /* a colour from which on nothing is seen on paper */
};

static double least(double a, double b) { return a < b ? a : b; }
static double most(double a, double b) { return a > b ? a : b; }

static bool is_faint(uint32_t colour) { return (colour >> 16) >= FAINTEST && (colour >> 8 & 255) >= FAINTEST && (colour & 255) >= FAINTEST; }

static void add(struct arena *a, struct grid_lines *list, double at, double from, double to, bool stroked)
{
    *ARENA_PUSH(a, list) = (struct grid_line){.at = at, .from = from, .to = to, .stroked = stroked};
}

/* The sides of a frame that is drawn as an outline. */
static void add_frame(struct arena *a, struct line_net *net, const struct box *b)
{
    add(a, &net->across, b->y0, b->x0, b->x1, true);
    add(a, &net->across, b->y1, b->x0, b->x1, true);
    add(a, &net->down, b->x0, b->y0, b->y1, true);
    add(a, &net->down, b->x1, b->y0, b->y1, true);
}

static bool is_frame(const struct page_path *p)
{
    if (p->n != 4 || p->filled || !p->closed || p->curves || p->hidden || p->drawn || is_faint(p->stroke)) return false;
    for (uint32_t i = 0; i < 4; i++) {
        const struct page_point *u = &p->v[i], *w = &p->v[(i + 1) % 4];
        if (fabs(u->x - w->x) > 0.5 && fabs(u->y - w->y) > 0.5) return false;
    }
    return true;
}

static int by_place(const void *x, const void *y)
{
    const struct grid_line *a = x, *b = y;
    if (a->at != b->at) return a->at < b->at ? -1 : 1;
    return (a->from > b->from) - (a->from < b->from);
}

static void sort(struct grid_lines *l)
{
    if (l->n) qsort(l->v, l->n, sizeof *l->v, by_place);
}

static int by_start(const void *x, const void *y)
{
    const struct grid_line *a = x, *b = y;
    if (a->stroked != b->stroked) return a->stroked ? 1 : -1;
    return (a->from > b->from) - (a->from < b->from);
}

/* Joins pieces that lie on one line; those of lines that are drawn differently stay apart. */
static void join(struct grid_lines *l)
{
    size_t n = 0;
    sort(l);
    for (size_t i = 0, k; i < l->n; i = k) {
        for (k = i + 1; k < l->n && l->v[k].at - l->v[i].at <= SAME_LINE;) k++;
        qsort(l->v + i, k - i, sizeof *l->v, by_start);
        double weight = 0, sum = 0;
        size_t first = n;
        for (size_t j = i; j < k; j++) {
            const struct grid_line piece = l->v[j];
            weight += piece.to - piece.from + 0.01;
            sum += (piece.to - piece.from + 0.01) * piece.at;
            bool on = n > first && l->v[n - 1].stroked == piece.stroked && piece.from <= l->v[n - 1].to + BREAK;
            if (on) l->v[n - 1].to = most(l->v[n - 1].to, piece.to);
            else l->v[n++] = piece;
        }
        for (size_t j = first; j < n; j++) l->v[j].at = sum / weight;
    }
    l->n = n;
}

static size_t first_from(const struct grid_lines *l, double at)
{
    size_t lo = 0, hi = l->n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (l->v[mid].at < at) lo = mid + 1;
        else hi = mid;
    }
    return lo;
}

/* How many lines lie along [from, to] at one place, itself among them. */
static size_t lying_along(const struct grid_lines *l, double at, double from, double to)
{
    size_t n = 0;
    for (size_t i = first_from(l, at - SAME_LINE); i < l->n && l->v[i].at <= at + SAME_LINE && n < 2; i++)
        n += least(l->v[i].to, to) - most(l->v[i].from, from) > 0.5 * (to - from);
    return n;
}

/* Whether a rule goes from one side of a frame to the other. */
static bool is_crossed(const struct grid_lines *l, double low, double high, double from, double to)
{
    for (size_t i = first_from(l, low + 3); i < l->n && l->v[i].at < high - 3; i++)
        if (fabs(l->v[i].from - from) <= LINE_REACH && fabs(l->v[i].to - to) <= LINE_REACH) return true;
    return false;
}

/* A frame belongs to a table when others lie along two of its sides or rules divide it; else it is a symbol, a box around a text. */
static bool is_table_frame(const struct line_net *all, const struct line_net *rules, const struct box *b)
{
    size_t shared = 0;
    shared += lying_along(&all->across, b->y0, b->x0, b->x1) > 1;
    shared += lying_along(&all->across, b->y1, b->x0, b->x1) > 1;
    shared += lying_along(&all->down, b->x0, b->y0, b->y1) > 1;
    shared += lying_along(&all->down, b->x1, b->y0, b->y1) > 1;
    return shared >= 2 || is_crossed(&rules->across, b->y0, b->y1, b->x0, b->x1) || is_crossed(&rules->down, b->x0, b->x1, b->y0, b->y1);
}

static void collect_frames(struct arena *a, const struct page *p, struct line_net *net)
{
    struct line_net all = {0}, rules = {0};
    size_t frames = 0;
    for (size_t i = 0; i < p->paths.n; i++) {
        if (!is_frame(&p->paths.v[i])) continue;
        add_frame(a, &all, &p->paths.v[i].box);
        frames++;
    }
    if (!frames || frames + net->across.n + net->down.n > MOST_LINES) return;
    for (size_t i = 0; i < net->across.n; i++) *ARENA_PUSH(a, &all.across) = *ARENA_PUSH(a, &rules.across) = net->across.v[i];
    for (size_t i = 0; i < net->down.n; i++) *ARENA_PUSH(a, &all.down) = *ARENA_PUSH(a, &rules.down) = net->down.v[i];
    sort(&all.across);
    sort(&all.down);
    join(&rules.across);
    join(&rules.down);
    for (size_t i = 0; i < p->paths.n; i++)
        if (is_frame(&p->paths.v[i]) && is_table_frame(&all, &rules, &p->paths.v[i].box)) add_frame(a, net, &p->paths.v[i].box);
}

static void collect(struct arena *a, const struct page *p, struct line_net *net)
{
    for (size_t i = 0; i < p->rules.n; i++) {
        const struct page_rule *r = &p->rules.v[i];
        if (r->hidden || r->drawn || is_faint(r->colour)) continue;
        add(a, r->vertical ? &net->down : &net->across, r->at, r->from, r->to, r->stroked);
        if (r->to - r->from <= PAGE_THIN) /* a corner square belongs to both */
            add(a, r->vertical ? &net->across : &net->down, (r->from + r->to) / 2, r->at - r->thickness / 2, r->at + r->thickness / 2, r->stroked);
    }
    collect_frames(a, p, net);
}

/* ---- what meets what ----------------------------------------------------------------------------------------- */

static bool meets(const struct grid_line *line, const struct grid_line *other)
{
    return !other->gone && other->from - LINE_REACH <= line->at && line->at <= other->to + LINE_REACH;
}

/* The first and last place along it where a line meets others. */
static size_t meetings(const struct grid_line *line, const struct grid_lines *others, double *low, double *high)
{
    size_t n = 0;
    for (size_t i = first_from(others, line->from - LINE_REACH); i < others->n && others->v[i].at <= line->to + LINE_REACH; i++) {
        if (!meets(line, &others->v[i])) continue;
        if (!n) *low = others->v[i].at;
        if (!n || others->v[i].at - *high > 3) n++;
        *high = others->v[i].at;
    }
    return n;
}

/* Whether enough lines beside this one end where it does. */
static bool ends_with_others(const struct grid_lines *list, size_t self, bool low)
{
    size_t n = 0;
    double end = low ? list->v[self].from : list->v[self].to;
    for (size_t i = 0; i < list->n && n < SHARED_ENDS; i++) {
        const struct grid_line *l = &list->v[i];
        if (i != self && !l->gone && fabs(l->at - list->v[self].at) > 3 && fabs((low ? l->from : l->to) - end) <= SAME_END) n++;
    }
    return n >= SHARED_ENDS;
}

/* Takes out lines that do not belong to a table; true: there were some. */
static bool prune(struct grid_lines *list, const struct grid_lines *others)
{
    bool changed = false;
    for (size_t i = 0; i < list->n; i++) {
        struct grid_line *l = &list->v[i];
        double low = 0, high = 0;
        if (l->gone) continue;
        size_t n = meetings(l, others, &low, &high);
        bool hangs_low = n == 0 || low - l->from > OVERSHOOT, hangs_high = n == 0 || l->to - high > OVERSHOOT;
        bool keep = n > 0 && (n > 1 || hangs_low || hangs_high) && (!hangs_low || ends_with_others(list, i, true)) &&
                    (!hangs_high || ends_with_others(list, i, false));
        if (keep) continue;
        l->gone = changed = true;
    }
    return changed;
}

/* Whether a line's end lies open: so far behind the last line that it meets. */
static bool lies_open(const struct grid_line *l, const struct grid_lines *others, bool low)
{
    double first = 0, last = 0;
    if (l->gone || l->open || !meetings(l, others, &first, &last)) return false;
    return (low ? first - l->from : l->to - last) > OVERSHOOT;
}

/* Whether a line runs from one place to another, so that what ends there is of one table. */
static bool spanned(const struct grid_lines *others, size_t n, const struct grid_line *a, const struct grid_line *b)
{
    for (size_t i = 0; i < n; i++) {
        const struct grid_line *l = &others->v[i];
        if (!l->gone && meets(a, l) && meets(b, l) && meets(l, a) && meets(l, b)) return true;
    }
    return false;
}

/* Closes the sides where lines end together without meeting one: a side for each table. */
static void close_side(struct arena *a, struct grid_lines *list, struct grid_lines *others, bool low)
{
    size_t n = others->n;
    bool *done = arena_alloc(a, list->n + 1);
    for (size_t i = 0; i < list->n; i++) {
        if (done[i] || !lies_open(&list->v[i], others, low)) continue;
        double end = low ? list->v[i].from : list->v[i].to;
        const struct grid_line *last = &list->v[i];
        struct grid_line side = {.at = end, .from = last->at, .to = last->at, .open = true};
        for (size_t k = i + 1; k < list->n; k++) {
            const struct grid_line *l = &list->v[k];
            if (l->gone || fabs((low ? l->from : l->to) - end) > SAME_END || !spanned(others, n, last, l)) continue;
            done[k] = true;
            last = l;
            side.to = most(side.to, l->at);
        }
        *ARENA_PUSH(a, others) = side;
    }
}

/* ---- which lines are of one table ---------------------------------------------------------------------------- */

static uint32_t root(uint32_t *up, uint32_t i)
{
    while (up[i] != i) i = up[i] = up[up[i]];
    return i;
}

static void part(struct arena *a, struct line_net *net)
{
    uint32_t n = (uint32_t)(net->across.n + net->down.n), m = (uint32_t)net->across.n;
    uint32_t *up = arena_alloc(a, (n + 1) * sizeof *up), *number = arena_alloc(a, (n + 1) * sizeof *number);
    for (uint32_t i = 0; i < n; i++) up[i] = i;
    for (uint32_t i = 0; i < m; i++) {
        const struct grid_line *l = &net->across.v[i];
        if (l->gone) continue;
        for (size_t k = first_from(&net->down, l->from - LINE_REACH); k < net->down.n && net->down.v[k].at <= l->to + LINE_REACH; k++)
            if (meets(l, &net->down.v[k])) up[root(up, i)] = root(up, m + (uint32_t)k);
    }
    for (uint32_t i = 0; i < n; i++) {
        struct grid_line *l = i < m ? &net->across.v[i] : &net->down.v[i - m];
        uint32_t r = root(up, i);
        if (l->gone) continue;
        if (!number[r]) number[r] = ++net->parts;
        l->part = number[r] - 1;
    }
}

/* A side that is not drawn goes as far as the table: where two of them meet there is no line that ends at the corner. */
static void square(struct arena *a, struct line_net *net)
{
    struct box *of = arena_alloc(a, (net->parts + 1) * sizeof *of);
    for (uint32_t i = 0; i < net->parts; i++) of[i] = (struct box){PAGE_MOST, PAGE_MOST, -PAGE_MOST, -PAGE_MOST};
    for (size_t i = 0; i < net->across.n + net->down.n; i++) {
        bool level = i < net->across.n;
        const struct grid_line *l = level ? &net->across.v[i] : &net->down.v[i - net->across.n];
        if (l->gone) continue;
        struct box *b = &of[l->part], k = level ? (struct box){l->from, l->at, l->to, l->at} : (struct box){l->at, l->from, l->at, l->to};
        *b = (struct box){least(b->x0, k.x0), least(b->y0, k.y0), most(b->x1, k.x1), most(b->y1, k.y1)};
    }
    for (size_t i = 0; i < net->across.n + net->down.n; i++) {
        bool level = i < net->across.n;
        struct grid_line *l = level ? &net->across.v[i] : &net->down.v[i - net->across.n];
        if (l->gone || !l->open) continue;
        const struct box *b = &of[l->part];
        double first = level ? b->y0 : b->x0, end = level ? b->y1 : b->x1;
        if (l->at - first > SAME_END && end - l->at > SAME_END) continue;
        l->from = level ? b->x0 : b->y0;
        l->to = level ? b->x1 : b->y1;
    }
}

void line_net_find(struct arena *a, const struct page *p, struct line_net *net)
{
    *net = (struct line_net){0};
    collect(a, p, net);
    join(&net->across);
    join(&net->down);
    net->crowded = net->across.n + net->down.n > MOST_LINES || (net->down.n && net->across.n > MOST_MEETINGS / net->down.n);
    if (net->crowded) return;
    for (int round = 0; round < 30; round++) {
        bool changed = prune(&net->across, &net->down);
        if (!prune(&net->down, &net->across) && !changed) break;
    }
    for (int low = 0; low < 2; low++) {
        close_side(a, &net->across, &net->down, low);
        close_side(a, &net->down, &net->across, low);
    }
    sort(&net->across);
    sort(&net->down);
    part(a, net);
    square(a, net);
}
