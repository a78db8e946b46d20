/* Which symbol an outline is, by its corners: how much of each corner of its box is cut off, and how. */
#include <math.h>
#include <stdlib.h>

#include "read/page/draw.h"

#define ROUND_END 0.42   /* so much of an end may lie along its side: half an ellipse's does by 0.28, as near as that is looked at */
#define ROUND_SIDE 0.22  /* and so much may be one straight side: sides that draw a curve are shorter, those between two small round corners longer */
#define STRAIGHT 0.12    /* points that a corner may stand off the line between its neighbours and be none */

static double off_line(struct page_point a, struct page_point b, struct page_point p)
{
    double dx = b.x - a.x, dy = b.y - a.y, length = hypot(dx, dy);
    return length < 1e-9 ? hypot(p.x - a.x, p.y - a.y) : fabs((p.x - a.x) * dy - (p.y - a.y) * dx) / length;
}

uint32_t outline_corners(const struct page_point *v, uint32_t n, struct page_point *out, uint32_t most)
{
    uint32_t count = 0;
    struct page_point last = v[n - 1];
    for (uint32_t i = 0; i < n; i++) {
        struct page_point next = v[(i + 1) % n];
        if (off_line(last, next, v[i]) <= STRAIGHT && hypot(next.x - last.x, next.y - last.y) > STRAIGHT) continue;
        if (count < most) out[count] = v[i];
        count++;
        last = v[i];
    }
    return count;
}

bool outline_holds(const struct page_point *v, uint32_t n, struct page_point at)
{
    bool inside = false;
    for (uint32_t i = 0, k = n - 1; i < n; k = i++)
        if ((v[i].y > at.y) != (v[k].y > at.y) && at.x < (v[k].x - v[i].x) * (at.y - v[i].y) / (v[k].y - v[i].y) + v[i].x) inside = !inside;
    return inside;
}

static double to_side(struct page_point a, struct page_point b, struct page_point p)
{
    double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

double outline_distance(const struct page_point *v, uint32_t n, struct page_point at)
{
    double best = PAGE_MOST;
    if (outline_holds(v, n, at)) return 0;
    for (uint32_t i = 0; i < n; i++) best = fmin(best, to_side(v[i], v[(i + 1) % n], at));
    return best;
}

static double cross(struct page_point o, struct page_point a, struct page_point b) { return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x); }

static int by_x(const void *x, const void *y)
{
    const struct page_point *a = x, *b = y;
    if (a->x != b->x) return a->x < b->x ? -1 : 1;
    return (a->y > b->y) - (a->y < b->y);
}

/* The convex hull; gives how many corners it has. hull has room for n + 1. */
static uint32_t hull_of(struct page_point *v, uint32_t n, struct page_point *hull)
{
    uint32_t k = 0;
    qsort(v, n, sizeof *v, by_x);
    for (uint32_t i = 0; i < n; i++) {
        while (k >= 2 && cross(hull[k - 2], hull[k - 1], v[i]) <= 0) k--;
        hull[k++] = v[i];
    }
    for (uint32_t i = n - 1, low = k + 1; i-- > 0;) {
        while (k >= low && cross(hull[k - 2], hull[k - 1], v[i]) <= 0) k--;
        hull[k++] = v[i];
    }
    return k - 1;
}

bool outline_triangle(const struct page_point *v, uint32_t n, struct page_point corner[3])
{
    enum { MOST = 64 };
    struct page_point sorted[MOST], hull[MOST + 1];
    double whole = 0, best = 0;
    if (n < 3 || n > MOST) return false;
    for (uint32_t i = 0; i < n; i++) sorted[i] = v[i];
    uint32_t h = hull_of(sorted, n, hull);
    for (uint32_t i = 1; i + 1 < h; i++) whole += fabs(cross(hull[0], hull[i], hull[i + 1])) / 2;
    for (uint32_t i = 0; i < h; i++)
        for (uint32_t j = i + 1; j < h; j++)
            for (uint32_t k = j + 1; k < h; k++) {
                double area = fabs(cross(hull[i], hull[j], hull[k])) / 2;
                if (area > best) best = area, corner[0] = hull[i], corner[1] = hull[j], corner[2] = hull[k];
            }
    return whole > 0 && best > 0.74 * whole;
}

static double area_of(const struct page_point *v, uint32_t n)
{
    double sum = 0;
    for (uint32_t i = 0; i < n; i++) sum += v[i].x * v[(i + 1) % n].y - v[(i + 1) % n].x * v[i].y;
    return fabs(sum) / 2;
}

struct looks {
    double cut[4];       /* what is cut off: top left, top right, bottom right, bottom left; 0.5: all of it, as in a diamond */
    double flat[4];      /* how much of the top, right, bottom, left side is straight */
    double side[4];      /* the longest straight piece of it */
    double area;         /* of its box */
    double wide;         /* width by height */
};

/* The least of u + v over the outline, u and v counted from that corner of the box in parts of its sides. */
static double cut_at(const struct page_point *p, uint32_t n, const struct box *b, bool right, bool bottom)
{
    double w = b->x1 - b->x0, h = b->y1 - b->y0, best = 2;
    for (uint32_t i = 0; i < n; i++) {
        double u = (right ? b->x1 - p[i].x : p[i].x - b->x0) / w, v = (bottom ? b->y1 - p[i].y : p[i].y - b->y0) / h;
        best = fmin(best, u + v);
    }
    return best;
}

/* How much of a side of the box the outline runs along; and the longest straight piece of that. */
static double flat_at(const struct page_point *p, uint32_t n, const struct box *b, int side, double *longest)
{
    double at = side == 0 ? b->y0 : side == 1 ? b->x1 : side == 2 ? b->y1 : b->x0, lo = PAGE_MOST, hi = -PAGE_MOST, most = 0;
    bool level = side == 0 || side == 2;
    double slack = 0.012 * fmin(b->x1 - b->x0, b->y1 - b->y0) + 0.02;
    for (uint32_t i = 0; i < n; i++) {
        if (fabs((level ? p[i].y : p[i].x) - at) > slack) continue;
        struct page_point q = p[(i + 1) % n];
        if (fabs((level ? q.y : q.x) - at) <= slack) most = fmax(most, fabs(level ? q.x - p[i].x : q.y - p[i].y));
        lo = fmin(lo, level ? p[i].x : p[i].y);
        hi = fmax(hi, level ? p[i].x : p[i].y);
    }
    double whole = level ? b->x1 - b->x0 : b->y1 - b->y0;
    *longest = most / whole;
    return hi < lo ? 0 : (hi - lo) / whole;
}

static struct looks look(const struct page_point *v, uint32_t n)
{
    struct box b = {v[0].x, v[0].y, v[0].x, v[0].y};
    for (uint32_t i = 1; i < n; i++) b = (struct box){fmin(b.x0, v[i].x), fmin(b.y0, v[i].y), fmax(b.x1, v[i].x), fmax(b.y1, v[i].y)};
    struct looks k = {.wide = (b.x1 - b.x0) / fmax(b.y1 - b.y0, 0.01), .area = area_of(v, n) / fmax((b.x1 - b.x0) * (b.y1 - b.y0), 0.01)};
    for (int i = 0; i < 4; i++) {
        k.cut[i] = cut_at(v, n, &b, i == 1 || i == 2, i >= 2);
        k.flat[i] = flat_at(v, n, &b, i, &k.side[i]);
    }
    return k;
}

static bool is_round(const struct looks *k, int side) { return k->flat[side] < ROUND_END && k->side[side] < ROUND_SIDE; }

static bool all_between(const double *v, double lo, double hi)
{
    for (int i = 0; i < 4; i++)
        if (v[i] < lo || v[i] > hi) return false;
    return true;
}

/* Two corners side by side are whole, and the other two are cut off alike to a point between them. */
static bool is_pentagon(const struct page_point *v, uint32_t n, const struct looks *k)
{
    struct page_point corners[6];
    if (outline_corners(v, n, corners, 6) != 5 || k->area < 0.55 || k->area > 0.97) return false;
    for (int i = 0; i < 4; i++) {
        double a = k->cut[i], b = k->cut[(i + 1) % 4], c = k->cut[(i + 2) % 4], d = k->cut[(i + 3) % 4];
        if (a < 0.03 && b < 0.03 && c > 0.05 && fabs(c - d) < 0.06 && k->flat[(i + 2) % 4] < 0.1) return true;
    }
    return false;
}

enum shape_kind outline_kind(const struct page_point *v, uint32_t n, bool curved)
{
    struct page_point corners[9];
    if (n < 4) return SHAPE_OTHER;
    struct looks k = look(v, n);
    uint32_t sharp = outline_corners(v, n, corners, 9);
    if (all_between(k.cut, 0, 0.03) && k.area > 0.96) return SHAPE_BOX;
    if (all_between(k.cut, 0.42, 0.56) && k.area > 0.44 && k.area < 0.58 && sharp <= 8 && !curved) return SHAPE_DIAMOND;
    if (!curved) return is_pentagon(v, n, &k) ? SHAPE_PENTAGON : SHAPE_OTHER; /* hexagons, parallelograms, cut corners */
    if (all_between(k.cut, 0.24, 0.34) && k.area > 0.72 && k.area < 0.82) return k.wide > 0.77 && k.wide < 1.3 ? SHAPE_CIRCLE : SHAPE_CAPSULE;
    if (!all_between(k.cut, 0.01, 0.34) || k.area < 0.74) return SHAPE_OTHER;
    for (int i = 0; i < 4; i++)
        if (fabs(k.cut[i] - k.cut[(i + 1) % 4]) > 0.06) return SHAPE_OTHER;
    bool lying = k.wide >= 1;
    return is_round(&k, lying ? 1 : 0) && is_round(&k, lying ? 3 : 2) ? SHAPE_CAPSULE : SHAPE_ROUNDED;
}
