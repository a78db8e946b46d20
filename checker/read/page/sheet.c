/* A page taken apart: turned upright, what is hidden left out, words into cells and lines. */
#include <math.h>
#include <stdlib.h>

#include "read/page/draw.h"

static bool covers(const struct box *outer, const struct box *inner, double slack)
{
    return outer->x0 <= inner->x0 + slack && outer->y0 <= inner->y0 + slack && outer->x1 >= inner->x1 - slack && outer->y1 >= inner->y1 - slack;
}

/* ---- what is painted over ------------------------------------------------------------------------------------- */

struct cover {
    struct box box;
    uint32_t order;
};
struct covers {
    struct cover *v;
    size_t n, cap;
};
enum { MOST_COVERS = 3000 };

static bool is_cover(const struct page_path *p)
{
    if (!p->filled || p->opacity < 0.95 || p->n != 4 || p->curves) return false;
    for (uint32_t i = 0; i < 4; i++)
        if (fabs(p->v[i].x - p->v[(i + 1) % 4].x) > 0.5 && fabs(p->v[i].y - p->v[(i + 1) % 4].y) > 0.5) return false;
    return p->box.x1 - p->box.x0 > PAGE_THIN && p->box.y1 - p->box.y0 > PAGE_THIN;
}

static bool is_hidden(const struct covers *c, const struct box *b, uint32_t order, double slack)
{
    for (size_t i = 0; i < c->n; i++)
        if (c->v[i].order > order && covers(&c->v[i].box, b, slack)) return true;
    return false;
}

void page_hide(struct page *p)
{
    struct cover room[64];
    struct covers c = {room, 0, COUNT(room)};
    struct cover *big = NULL;
    for (int pass = 0; pass < 2; pass++) {
        size_t n = 0;
        for (size_t i = 0; i < p->paths.n && n < MOST_COVERS; i++)
            if (is_cover(&p->paths.v[i]) && n++ < c.cap) c.v[n - 1] = (struct cover){p->paths.v[i].box, p->paths.v[i].order};
        for (size_t i = 0; i < p->pictures.n && n < MOST_COVERS; i++)
            if (!p->pictures.v[i].mask && n++ < c.cap) c.v[n - 1] = (struct cover){p->pictures.v[i].box, p->pictures.v[i].order};
        c.n = n < c.cap ? n : c.cap;
        if (n <= c.cap) break;
        c = (struct covers){big = base_alloc(n * sizeof *big), 0, n};
    }
    for (size_t i = 0; i < p->words.n && c.n; i++) {
        struct page_word *w = &p->words.v[i];
        double x = (w->box.x0 + w->box.x1) / 2, y = (w->box.y0 + w->box.y1) / 2;
        w->hidden = is_hidden(&c, &(struct box){x, y, x, y}, w->order, 0);
    }
    for (size_t i = 0; i < p->rules.n && c.n; i++) {
        struct page_rule *r = &p->rules.v[i];
        struct box b = r->vertical ? (struct box){r->at, r->from, r->at, r->to} : (struct box){r->from, r->at, r->to, r->at};
        r->hidden = is_hidden(&c, &b, r->order, -0.3); /* on the edge of an area it is the edge */
    }
    for (size_t i = 0; i < p->paths.n && c.n; i++) p->paths.v[i].hidden = is_hidden(&c, &p->paths.v[i].box, p->paths.v[i].order, -0.3);
    for (size_t i = 0; i < p->pictures.n && c.n; i++) p->pictures.v[i].hidden = is_hidden(&c, &p->pictures.v[i].box, p->pictures.v[i].order, -0.3);
    free(big);
}

/* ---- pages that lie on their side ----------------------------------------------------------------------------- */

static void turn_point(double *x, double *y, uint32_t quarters, double width, double height)
{
    double u = *x, v = *y;
    switch (quarters) {
    case 1: *x = height - v, *y = u; break;
    case 2: *x = width - u, *y = height - v; break;
    case 3: *x = v, *y = width - u; break;
    default: break;
    }
}

static void turn_box(struct box *b, uint32_t quarters, double width, double height)
{
    struct box t = *b;
    turn_point(&t.x0, &t.y0, quarters, width, height);
    turn_point(&t.x1, &t.y1, quarters, width, height);
    *b = (struct box){fmin(t.x0, t.x1), fmin(t.y0, t.y1), fmax(t.x0, t.x1), fmax(t.y0, t.y1)};
}

static void turn_rule(struct page_rule *r, uint32_t quarters, double width, double height)
{
    struct box b = r->vertical ? (struct box){r->at, r->from, r->at, r->to} : (struct box){r->from, r->at, r->to, r->at};
    turn_box(&b, quarters, width, height);
    r->vertical = quarters & 1 ? !r->vertical : r->vertical;
    r->at = r->vertical ? b.x0 : b.y0;
    r->from = r->vertical ? b.y0 : b.x0;
    r->to = r->vertical ? b.y1 : b.x1;
}

static void turn(struct arena *a, struct page *p, uint32_t quarters)
{
    double w = p->width, h = p->height;
    for (size_t i = 0; i < p->words.n; i++) {
        struct page_word *k = &p->words.v[i];
        double x = k->base, y = k->base;
        turn_point(&x, &y, quarters, w, h);
        k->reading = (enum page_reading)((k->reading + quarters) % 4);
        k->base = k->reading == READ_RIGHT || k->reading == READ_LEFT ? y : x;
        turn_box(&k->box, quarters, w, h);
    }
    for (size_t i = 0; i < p->rules.n; i++) turn_rule(&p->rules.v[i], quarters, w, h);
    for (size_t i = 0; i < p->paths.n; i++) {
        struct page_path *k = &p->paths.v[i];
        struct page_point *v = arena_alloc(a, k->n * sizeof *v);
        for (uint32_t j = 0; j < k->n; j++) {
            v[j] = k->v[j];
            turn_point(&v[j].x, &v[j].y, quarters, w, h);
        }
        k->v = v;
        turn_box(&k->box, quarters, w, h);
    }
    for (size_t i = 0; i < p->pictures.n; i++) turn_box(&p->pictures.v[i].box, quarters, w, h);
    p->turned = (p->turned + 90 * quarters) % 360;
    if (quarters & 1) {
        p->width = h;
        p->height = w;
    }
}

struct box page_unturned(const struct page *p, struct box b)
{
    turn_box(&b, (4 - p->turned / 90) % 4, p->width, p->height);
    return b;
}

/* Turns a page most of whose letters run another way. */
static void turn_upright(struct arena *a, struct page *p)
{
    size_t letters[4] = {0}, all = 0;
    for (size_t i = 0; i < p->words.n; i++) {
        letters[p->words.v[i].reading] += p->words.v[i].text.n;
        all += p->words.v[i].text.n;
    }
    for (uint32_t r = READ_DOWN; r <= READ_UP; r++)
        if (letters[r] * 10 > all * 7) turn(a, p, (4 - r) % 4);
}

enum { FEW_WORDS = 15 };

/* ---- words into cells ----------------------------------------------------------------------------------------- */

/* Grids by their left side would do, but a page has few of them. */
static void place_word(struct arena *a, struct sheet *s, const struct page_word *w, struct word_list *outside)
{
    double x = (w->box.x0 + w->box.x1) / 2, y = (w->box.y0 + w->box.y1) / 2;
    const struct grid *g = grids_at(&s->grids, x, y);
    if (!g) {
        *ARENA_PUSH(a, outside) = w;
        return;
    }
    size_t cell = (size_t)(grid_cell_at(g, x, y) - g->cells.v);
    *ARENA_PUSH(a, &s->cells[g - s->grids.v][cell]) = w;
}

static int from_top(const void *x, const void *y)
{
    const struct text_line_of_words *a = x, *b = y;
    double d = (a->box.y0 + a->box.y1) - (b->box.y0 + b->box.y1);
    if (d != 0) return d < 0 ? -1 : 1;
    return (a->box.x0 > b->box.x0) - (a->box.x0 < b->box.x0);
}

/* Tables most of whose words are painted over. */
static void find_buried(struct sheet *s)
{
    for (size_t i = 0; i < s->grids.n; i++) {
        struct grid *g = &s->grids.v[i];
        size_t hidden = 0, seen = 0;
        for (size_t k = 0; k < s->page->words.n && g->pictured; k++) {
            const struct page_word *w = &s->page->words.v[k];
            if (covers(&g->box, &w->box, 2)) *(w->hidden ? &hidden : &seen) += 1;
        }
        g->buried = hidden > seen;
    }
}

/* How much of a page its pictures are; scanners cut pages into strips, too. */
static double picture_share(const struct page *p)
{
    double area = 0;
    for (size_t i = 0; i < p->pictures.n; i++) {
        const struct box *b = &p->pictures.v[i].box;
        if (!p->pictures.v[i].hidden) area += (b->x1 - b->x0) * (b->y1 - b->y0);
    }
    return area / fmax(p->width * p->height, 1);
}

/* Pictures that are nearly all of the page, with hardly a word printed on it; or a good part of it, with more words laid unseen over them than are
 * printed. */
static bool is_pictured(const struct sheet *s)
{
    size_t printed = 0, unseen = 0;
    for (size_t i = 0; i < s->page->words.n; i++) {
        const struct page_word *w = &s->page->words.v[i];
        if (!w->hidden) *(w->marks & WORD_UNSEEN ? &unseen : &printed) += 1;
    }
    double share = picture_share(s->page);
    return (printed <= FEW_WORDS && share > 0.7) || (unseen > printed && share > 0.3);
}

void sheet_look(struct arena *a, struct page *p, struct sheet *s)
{
    *s = (struct sheet){.page = p};
    turn_upright(a, p);
    page_hide(p);
    s->pictured = is_pictured(s);
    for (size_t i = 0; i < p->words.n; i++) {
        const struct page_word *w = &p->words.v[i];
        if (!w->hidden) *(w->marks & WORD_UNSEEN ? &s->unseen : &s->printed) += w->text.n;
    }
}

static void sheet_make(struct arena *a, struct sheets *all, struct sheet *s)
{
    struct page *p = s->page;
    struct word_list outside = {0};
    s->ocr = s->pictured && s->unseen && all->scanned;
    s->outlines = outlines_find(a, p);
    s->crowded = !grid_find(a, p, all->grid_cells, &s->grids);
    s->cells = arena_alloc(a, (s->grids.n + 1) * sizeof *s->cells);
    for (size_t i = 0; i < s->grids.n; i++) {
        all->grid_cells -= s->grids.v[i].cells.n;
        s->cells[i] = arena_alloc(a, s->grids.v[i].cells.n * sizeof *s->cells[i]);
    }
    for (size_t i = 0; i < p->words.n; i++)
        if (!p->words.v[i].hidden && (s->ocr || !(p->words.v[i].marks & WORD_UNSEEN))) place_word(a, s, &p->words.v[i], &outside);
    find_buried(s);
    lines_make(a, outside.v, outside.n, &s->lines);
    if (s->lines.n) qsort(s->lines.v, s->lines.n, sizeof *s->lines.v, from_top);
}

void sheets_make(struct arena *a, struct sheets *all)
{
    size_t printed = 0, unseen = 0;
    for (size_t i = 0; i < all->n; i++) {
        printed += all->v[i].printed;
        unseen += all->v[i].pictured ? all->v[i].unseen : 0;
    }
    all->scanned = unseen > printed;
    for (size_t i = 0; i < all->n; i++) sheet_make(a, all, &all->v[i]);
}
