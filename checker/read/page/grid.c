/* From lines to cells: the places between lines that nothing parts are one cell. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/page/grid.h"
#include "read/page/grid_lines.h"

#define THINNEST 3.0     /* lines closer together than this are one */
#define STRIP 10.0       /* a row across the whole table that is no higher parts two tables */

/* The places of the lines of one part, close ones as one. */
struct scale {
    double *v;
    size_t n;
};

/* The work on one table: places (i, j) between xs[i], xs[i + 1] and ys[j], ys[j + 1]. */
struct raster {
    struct scale xs, ys;
    size_t nx, ny;
    bool *left;          /* [j * (nx + 1) + i]: a line at xs[i] beside place j */
    bool *above;         /* [j * nx + i], j up to ny: a line at ys[j] over place i */
    uint32_t *room;      /* for each place, the room that it is in, from 1 */
    uint32_t rooms;
    bool *outside;       /* for each room: it is open to the outside */
};

static struct scale scale_of(struct arena *a, const struct grid_lines *l, uint32_t part)
{
    struct scale s = {arena_alloc(a, (l->n + 1) * sizeof *s.v), 0};
    for (size_t i = 0; i < l->n; i++) {
        if (l->v[i].gone || l->v[i].part != part) continue;
        if (s.n && l->v[i].at - s.v[s.n - 1] < THINNEST) continue;
        s.v[s.n++] = l->v[i].at;
    }
    return s;
}

static size_t nearest(const struct scale *s, double at)
{
    size_t lo = 0, hi = s->n - 1;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (s->v[mid + 1] + s->v[mid] < 2 * at) lo = mid + 1;
        else hi = mid;
    }
    return lo;
}

/* Marks the walls that a part's lines make: wall[place * step + line * stride]. */
static void build_walls(const struct grid_lines *l, uint32_t part, const struct scale *at, const struct scale *along, bool *wall, size_t step, size_t stride)
{
    for (size_t i = 0; i < l->n; i++) {
        if (l->v[i].gone || l->v[i].part != part) continue;
        size_t line = nearest(at, l->v[i].at);
        for (size_t k = nearest(along, l->v[i].from); k + 1 < along->n; k++) {
            double middle = (along->v[k] + along->v[k + 1]) / 2;
            if (middle > l->v[i].to) break;
            if (middle >= l->v[i].from) wall[k * step + line * stride] = true;
        }
    }
}

/* Rooms: places that no wall parts. */
static void find_rooms(struct arena *a, struct raster *r)
{
    size_t n = r->nx * r->ny, *stack = base_alloc((n + 1) * sizeof *stack);
    r->room = arena_alloc(a, n * sizeof *r->room);
    for (size_t start = 0; start < n; start++) {
        if (r->room[start]) continue;
        size_t waiting = 0;
        r->room[start] = ++r->rooms;
        stack[waiting++] = start;
        while (waiting) {
            size_t at = stack[--waiting], i = at % r->nx, j = at / r->nx;
            const struct {
                bool open;
                size_t next;
            } ways[] = {{i > 0 && !r->left[j * (r->nx + 1) + i], at - 1}, {i + 1 < r->nx && !r->left[j * (r->nx + 1) + i + 1], at + 1},
                        {j > 0 && !r->above[j * r->nx + i], at - r->nx}, {j + 1 < r->ny && !r->above[(j + 1) * r->nx + i], at + r->nx}};
            for (size_t k = 0; k < COUNT(ways); k++) {
                if (!ways[k].open || r->room[ways[k].next]) continue;
                r->room[ways[k].next] = r->rooms;
                stack[waiting++] = ways[k].next;
            }
        }
    }
    free(stack);
}

static void find_outside(struct arena *a, struct raster *r)
{
    r->outside = arena_alloc(a, (r->rooms + 1) * sizeof *r->outside);
    for (size_t j = 0; j < r->ny; j++) {
        r->outside[r->room[j * r->nx]] |= !r->left[j * (r->nx + 1)];
        r->outside[r->room[j * r->nx + r->nx - 1]] |= !r->left[j * (r->nx + 1) + r->nx];
    }
    for (size_t i = 0; i < r->nx; i++) {
        r->outside[r->room[i]] |= !r->above[i];
        r->outside[r->room[(r->ny - 1) * r->nx + i]] |= !r->above[r->ny * r->nx + i];
    }
}

/* The largest rectangle of a room that begins at a place, first to the right, then down; its places are taken. */
static struct grid_cell take_cell(const struct raster *r, bool *taken, size_t i, size_t j)
{
    uint32_t room = r->room[j * r->nx + i];
    size_t right = i, bottom = j + 1;
    while (right < r->nx && r->room[j * r->nx + right] == room && !taken[j * r->nx + right]) right++;
    for (bool whole = true; bottom < r->ny && whole; bottom += whole)
        for (size_t k = i; k < right && whole; k++) whole = r->room[bottom * r->nx + k] == room && !taken[bottom * r->nx + k];
    for (size_t y = j; y < bottom; y++)
        for (size_t x = i; x < right; x++) taken[y * r->nx + x] = true;
    struct grid_cell c = {.row = (uint32_t)j, .col = (uint32_t)i, .rowspan = (uint32_t)(bottom - j), .colspan = (uint32_t)(right - i)};
    c.box = (struct box){r->xs.v[i], r->ys.v[j], r->xs.v[right], r->ys.v[bottom]};
    return c;
}

static void take_cells(struct arena *a, const struct raster *r, struct grid *g)
{
    bool *taken = base_alloc(r->nx * r->ny * sizeof *taken);
    memset(taken, 0, r->nx * r->ny * sizeof *taken);
    for (size_t j = 0; j < r->ny; j++)
        for (size_t i = 0; i < r->nx; i++)
            if (!taken[j * r->nx + i] && !r->outside[r->room[j * r->nx + i]]) *ARENA_PUSH(a, &g->cells) = take_cell(r, taken, i, j);
    free(taken);
}

/* Numbers the lines that a cell begins or ends at; the others part nothing. */
static uint32_t used_lines(struct arena *a, const struct scale *s, bool *used, uint32_t *number, double **out)
{
    uint32_t n = 0;
    *out = arena_alloc(a, s->n * sizeof **out);
    for (size_t i = 0; i < s->n; i++) {
        number[i] = n;
        if (used[i]) (*out)[n++] = s->v[i];
    }
    return n;
}

/* Leaves out lines that part nothing, and maps places to cells. The cells' rows and columns count places between xs and ys. */
static void drop_unused(struct arena *a, struct scale xs, struct scale ys, struct grid *g)
{
    bool *x = arena_alloc(a, xs.n * sizeof *x), *y = arena_alloc(a, ys.n * sizeof *y);
    uint32_t *col = arena_alloc(a, xs.n * sizeof *col), *row = arena_alloc(a, ys.n * sizeof *row);
    for (size_t i = 0; i < g->cells.n; i++) {
        const struct grid_cell *c = &g->cells.v[i];
        x[c->col] = x[c->col + c->colspan] = y[c->row] = y[c->row + c->rowspan] = true;
    }
    g->cols = used_lines(a, &xs, x, col, &g->xs) - 1;
    g->rows = used_lines(a, &ys, y, row, &g->ys) - 1;
    g->box = (struct box){g->xs[0], g->ys[0], g->xs[g->cols], g->ys[g->rows]};
    g->map = arena_alloc(a, (size_t)g->rows * g->cols * sizeof *g->map);
    for (size_t i = 0; i < g->cells.n; i++) {
        struct grid_cell *c = &g->cells.v[i];
        c->colspan = col[c->col + c->colspan] - col[c->col];
        c->rowspan = row[c->row + c->rowspan] - row[c->row];
        c->col = col[c->col];
        c->row = row[c->row];
        for (uint32_t j = 0; j < c->rowspan; j++)
            for (uint32_t k = 0; k < c->colspan; k++) g->map[(size_t)(c->row + j) * g->cols + c->col + k] = (uint32_t)i + 1;
    }
}

/* The rows [from, to) as a table of their own, unless they are one cell. */
static void take_rows(struct arena *a, const struct grid *g, uint32_t from, uint32_t to, struct grids *out)
{
    struct grid piece = {0};
    for (size_t i = 0; i < g->cells.n; i++)
        if (g->cells.v[i].row >= from && g->cells.v[i].row < to) *ARENA_PUSH(a, &piece.cells) = g->cells.v[i];
    if (piece.cells.n < 2) return;
    drop_unused(a, (struct scale){g->xs, g->cols + 1}, (struct scale){g->ys, g->rows + 1}, &piece);
    *ARENA_PUSH(a, out) = piece;
}

/* Tables that only a narrow strip parts, too low for text, are drawn with common sides. */
static void part_at_strips(struct arena *a, const struct grid *g, struct grids *out)
{
    uint32_t from = 0;
    for (size_t i = 0; i < g->cells.n; i++) {
        const struct grid_cell *c = &g->cells.v[i];
        if (c->colspan != g->cols || g->cols == 1 || c->box.y1 - c->box.y0 > STRIP) continue;
        take_rows(a, g, from, c->row, out);
        from = c->row + 1;
    }
    if (from == 0) *ARENA_PUSH(a, out) = *g;
    else take_rows(a, g, from, g->rows, out);
}

static void find_part(struct arena *a, const struct line_net *net, uint32_t part, uint64_t *left, struct grids *out)
{
    struct raster r = {.xs = scale_of(a, &net->down, part), .ys = scale_of(a, &net->across, part)};
    struct grid g = {0};
    if (r.xs.n < 2 || r.ys.n < 2) return;
    r.nx = r.xs.n - 1;
    r.ny = r.ys.n - 1;
    if (r.nx > *left / r.ny) {
        *left = 0;
        return;
    }
    *left -= r.nx * r.ny;
    r.left = arena_alloc(a, (r.nx + 1) * r.ny * sizeof *r.left);
    r.above = arena_alloc(a, r.nx * (r.ny + 1) * sizeof *r.above);
    build_walls(&net->down, part, &r.xs, &r.ys, r.left, r.nx + 1, 1);
    build_walls(&net->across, part, &r.ys, &r.xs, r.above, 1, r.nx);
    find_rooms(a, &r);
    find_outside(a, &r);
    take_cells(a, &r, &g);
    if (g.cells.n < 2) return;
    drop_unused(a, r.xs, r.ys, &g);
    part_at_strips(a, &g, out);
}

static int from_top(const void *x, const void *y)
{
    const struct grid *a = x, *b = y;
    if (a->box.y0 != b->box.y0) return a->box.y0 < b->box.y0 ? -1 : 1;
    return (a->box.x0 > b->box.x0) - (a->box.x0 < b->box.x0);
}

static double area(const struct box *b) { return (b->x1 - b->x0) * (b->y1 - b->y0); }

/* The last of n + 1 ascending lines that is not behind `at`, which is between the outer ones. */
static uint32_t between(const double *lines, uint32_t n, double at)
{
    uint32_t lo = 0, hi = n;
    while (hi - lo > 1) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (lines[mid] <= at) lo = mid;
        else hi = mid;
    }
    return lo;
}

const struct grid_cell *grid_cell_at(const struct grid *g, double x, double y)
{
    if (x < g->box.x0 || x >= g->box.x1 || y < g->box.y0 || y >= g->box.y1) return NULL;
    uint32_t i = g->map[(size_t)between(g->ys, g->rows, y) * g->cols + between(g->xs, g->cols, x)];
    return i ? &g->cells.v[i - 1] : NULL;
}

const struct grid *grids_at(const struct grids *all, double x, double y)
{
    const struct grid *best = NULL;
    for (size_t i = 0; i < all->n; i++)
        if (grid_cell_at(&all->v[i], x, y) && (!best || area(&all->v[i].box) < area(&best->box))) best = &all->v[i];
    return best;
}

/* The smallest table in one of whose cells each one stands. */
static void nest(struct grids *all)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct box *b = &all->v[i].box;
        for (size_t k = 0; k < all->n; k++) {
            const struct grid *g = &all->v[k];
            const struct grid_cell *c = k != i && area(&g->box) > area(b) ? grid_cell_at(g, (b->x0 + b->x1) / 2, (b->y0 + b->y1) / 2) : NULL;
            if (!c || b->x0 < c->box.x0 - 1 || b->x1 > c->box.x1 + 1 || b->y0 < c->box.y0 - 1 || b->y1 > c->box.y1 + 1) continue;
            if (!all->v[i].inside || area(&all->v[all->v[i].inside - 1].box) > area(&g->box)) all->v[i].inside = k + 1;
        }
    }
}

/* A picture painted over a table: what lies under it is not what a reader sees. */
static void find_pictures(const struct page *p, struct grids *all)
{
    for (size_t i = 0; i < all->n; i++) {
        struct grid *g = &all->v[i];
        for (size_t k = 0; k < p->pictures.n; k++) {
            const struct page_picture *c = &p->pictures.v[k];
            struct box b = {fmax(c->box.x0, g->box.x0), fmax(c->box.y0, g->box.y0), fmin(c->box.x1, g->box.x1), fmin(c->box.y1, g->box.y1)};
            if (b.x0 < b.x1 && b.y0 < b.y1 && area(&b) * 2 > area(&g->box)) g->pictured = true;
        }
    }
}

bool grid_find(struct arena *a, const struct page *p, uint64_t most, struct grids *out)
{
    struct line_net net;
    *out = (struct grids){0};
    line_net_find(a, p, &net);
    if (net.crowded) return false;
    for (uint32_t i = 0; i < net.parts && most; i++) find_part(a, &net, i, &most, out);
    if (out->n) qsort(out->v, out->n, sizeof *out->v, from_top);
    nest(out);
    find_pictures(p, out);
    return most > 0;
}
