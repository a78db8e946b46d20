/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Paths: thin axis-parallel pieces are rules, all else is an outline. */
#include <math.h>
#include <stdlib.h>

#include "read/pdf/pdf.h"

enum { CURVE_PIECES = 6 };
#define NO_LENGTH 0.02f  /* points: shorter than can be seen */
#define SLOPE 0.003f     /* a line off the axis by so much of its length is still parallel to it */
#define SLOPE_LEAST 0.3f /* or by so many points */

static void *room(void *array, size_t n, size_t *cap, size_t size)
{
    if (n < *cap) return array;
    *cap = *cap ? *cap * 2 : 64;
    return base_realloc(array, *cap * size);
}

static void add_point(struct outline *o, fz_point p)
{
    struct subpath *s = &o->subs[o->sub_count - 1];
    if (s->n && fabsf(o->points[o->n - 1].x - p.x) < NO_LENGTH && fabsf(o->points[o->n - 1].y - p.y) < NO_LENGTH) return;
    o->points = room(o->points, o->n, &o->cap, sizeof *o->points);
    o->points[o->n++] = p;
    s->n++;
}

static void move_to(fz_context *ctx, void *state, float x, float y)
{
    struct outline *o = state;
    (void)ctx;
    o->subs = room(o->subs, o->sub_count, &o->sub_cap, sizeof *o->subs);
    o->subs[o->sub_count++] = (struct subpath){.from = o->n};
    add_point(o, fz_transform_point_xy(x, y, o->ctm));
}

static void line_to(fz_context *ctx, void *state, float x, float y)
{
    struct outline *o = state;
    if (!o->sub_count) move_to(ctx, state, x, y);
    add_point(o, fz_transform_point_xy(x, y, o->ctm));
}

static void curve_to(fz_context *ctx, void *state, float x1, float y1, float x2, float y2, float x3, float y3)
{
    struct outline *o = state;
    fz_point b = fz_transform_point_xy(x1, y1, o->ctm), c = fz_transform_point_xy(x2, y2, o->ctm), d = fz_transform_point_xy(x3, y3, o->ctm);
    if (!o->sub_count) move_to(ctx, state, x1, y1);
    fz_point a = o->points[o->n - 1];
    o->subs[o->sub_count - 1].curves++;
    for (int i = 1; i <= CURVE_PIECES; i++) {
        float t = (float)i / CURVE_PIECES, u = 1 - t;
        float wa = u * u * u, wb = 3 * u * u * t, wc = 3 * u * t * t, wd = t * t * t;
        add_point(o, fz_make_point(wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y));
    }
}

static void close_path(fz_context *ctx, void *state)
{
    struct outline *o = state;
    (void)ctx;
    if (o->sub_count) o->subs[o->sub_count - 1].closed = true;
}

void outline_of(fz_context *ctx, struct outline *o, const fz_path *path, fz_matrix ctm)
{
    static const fz_path_walker walker = {.moveto = move_to, .lineto = line_to, .curveto = curve_to, .closepath = close_path};
    o->n = o->sub_count = 0;
    o->ctm = ctm;
    fz_walk_path(ctx, path, &walker, o);
    for (size_t i = 0; i < o->sub_count; i++) {
        struct subpath *s = &o->subs[i];
        const fz_point *p = o->points + s->from;
        while (s->n > 1 && fabsf(p[0].x - p[s->n - 1].x) < NO_LENGTH && fabsf(p[0].y - p[s->n - 1].y) < NO_LENGTH) s->n--, s->closed = true;
    }
}

void outline_free(struct outline *o)
{
    free(o->points);
    free(o->subs);
}

static bool parallel(fz_point a, fz_point b, bool *vertical)
{
    float dx = fabsf(a.x - b.x), dy = fabsf(a.y - b.y);
    *vertical = dy > dx;
    float off = *vertical ? dx : dy, length = *vertical ? dy : dx;
    return off <= NO_LENGTH || off <= length * SLOPE || (off <= SLOPE_LEAST && length > 10 * off);
}

static fz_rect bounds(const struct outline *o, const struct subpath *s)
{
    fz_rect r = fz_empty_rect;
    for (size_t i = 0; i < s->n; i++) r = fz_include_point_in_rect(r, o->points[s->from + i]);
    return r;
}

/* An axis-parallel rectangle, or what is left of one without height or width. */
static bool is_rectangle(const struct outline *o, const struct subpath *s)
{
    const fz_point *p = o->points + s->from;
    bool before = false, vertical;
    if (s->curves || (s->n != 4 && s->n != 2)) return false;
    for (size_t i = 0; i < s->n; i++) {
        if (!parallel(p[i], p[(i + 1) % s->n], &vertical)) return false;
        if (i && s->n == 4 && vertical == before) return false;
        before = vertical;
    }
    return true;
}

static bool is_thin(fz_rect r) { return r.x1 - r.x0 <= (float)PAGE_THIN || r.y1 - r.y0 <= (float)PAGE_THIN; }

static void write_rule(struct writer *out, fz_rect r, uint32_t colour, uint32_t looks, uint32_t order)
{
    bool vertical = r.y1 - r.y0 > r.x1 - r.x0;
    float at = vertical ? (r.x0 + r.x1) / 2 : (r.y0 + r.y1) / 2;
    const int32_t fields[] = {vertical, write_length(at), write_length(vertical ? r.y0 : r.x0), write_length(vertical ? r.y1 : r.x1),
                              write_length(vertical ? r.x1 - r.x0 : r.y1 - r.y0), (int32_t)colour, (int32_t)looks, (int32_t)order};
    write_record(out, PIPE_RULE, fields, COUNT(fields));
}

void picture_write(struct writer *out, fz_rect r, bool mask, uint32_t order)
{
    if (is_thin(r)) {
        write_rule(out, r, 0, 0, order);
        return;
    }
    const int32_t fields[] = {write_length(r.x0), write_length(r.y0), write_length(r.x1), write_length(r.y1), mask, (int32_t)order};
    write_record(out, PIPE_PICTURE, fields, COUNT(fields));
}

static bool is_outside(fz_rect r, fz_rect clip) { return r.x1 < clip.x0 || r.x0 > clip.x1 || r.y1 < clip.y0 || r.y0 > clip.y1; }

static fz_rect clipped(fz_rect r, fz_rect clip)
{
    return fz_make_rect(fmaxf(r.x0, clip.x0), fmaxf(r.y0, clip.y0), fminf(r.x1, clip.x1), fminf(r.y1, clip.y1));
}

static void write_path(struct writer *out, const fz_point *p, const struct subpath *s, const struct path_paint *paint)
{
    uint32_t looks = (paint->filled ? PIPE_FILLED | PIPE_CLOSED : PIPE_STROKED) | (s->closed ? PIPE_CLOSED : 0u) | (paint->dashed ? PIPE_DASHED : 0u);
    const int32_t fields[] = {(int32_t)looks, (int32_t)s->curves, paint->filled ? (int32_t)paint->colour : 0, paint->filled ? 0 : (int32_t)paint->colour,
                              (int32_t)(paint->opacity * 1000), write_length(paint->width), (int32_t)paint->order, (int32_t)s->n};
    write_record(out, PIPE_PATH, fields, COUNT(fields));
    for (size_t i = 0; i < s->n; i++) {
        int32_t point[2] = {write_length(p[i].x), write_length(p[i].y)};
        char bytes[8];
        for (size_t k = 0; k < 8; k++) bytes[k] = (char)((uint32_t)point[k / 4] >> (8 * (k % 4)) & 255);
        write_bytes(out, bytes, sizeof bytes);
    }
}

/* A line: a rule when it is straight, parallel to an axis and thin. */
static void write_stroke(struct writer *out, struct outline *o, const struct subpath *s, const struct path_paint *paint)
{
    const fz_point *p = o->points + s->from;
    bool vertical;
    if (s->n == 2 && paint->width <= (float)PAGE_THIN && parallel(p[0], p[1], &vertical)) {
        fz_rect r = bounds(o, s);
        float half = paint->width / 2, at = vertical ? (r.x0 + r.x1) / 2 : (r.y0 + r.y1) / 2;
        if (vertical) r.x0 = at - half, r.x1 = at + half;
        else r.y0 = at - half, r.y1 = at + half;
        write_rule(out, clipped(r, paint->clip), paint->colour, PIPE_STROKED | (paint->dashed ? PIPE_DASHED : 0u), paint->order);
    } else {
        write_path(out, p, s, paint);
    }
}

static void write_area(struct writer *out, struct outline *o, const struct subpath *s, const struct path_paint *paint)
{
    fz_rect r = clipped(bounds(o, s), paint->clip);
    const fz_point corners[] = {{r.x0, r.y0}, {r.x1, r.y0}, {r.x1, r.y1}, {r.x0, r.y1}};
    const struct subpath whole = {.n = 4, .closed = true};
    if (is_rectangle(o, s)) write_path(out, corners, &whole, paint);
    else write_path(out, o->points + s->from, s, paint);
}

static bool all_thin(const struct outline *o)
{
    for (size_t i = 0; i < o->sub_count; i++)
        if (o->subs[i].n > 1 && (!is_rectangle(o, &o->subs[i]) || !is_thin(bounds(o, &o->subs[i])))) return false;
    return true;
}

void outline_write(struct writer *out, struct outline *o, const struct path_paint *paint)
{
    bool thin = paint->filled && all_thin(o);
    for (size_t i = 0; i < o->sub_count && !out->full; i++) {
        const struct subpath *s = &o->subs[i];
        fz_rect r = s->n > 1 ? bounds(o, s) : fz_empty_rect;
        if (s->n < 2 || is_outside(r, paint->clip)) continue;
        if (thin) write_rule(out, clipped(r, paint->clip), paint->colour, 0, paint->order);
        else if (paint->filled) write_area(out, o, s, paint);
        else write_stroke(out, o, s, paint);
    }
}
