/* Lines that the end of a page cuts: what leaves a page at its foot and what comes in at the head of the next stand at the same place
 * across (measured: within 4.2 points). */
#include <math.h>

#include "read/page/draw.h"

#define SAME_PLACE 6.0

static bool leaves(const struct line_piece *k, int e, bool down)
{
    return k->end[e].leaves && (down ? k->p[e].y > k->p[!e].y : k->p[e].y < k->p[!e].y);
}

/* The end on the other page that stands nearest across; *alone: no other stands as near. */
static size_t partner(const struct drawing *d, const struct drawn_page *p, double x, bool down, int *end, bool *alone)
{
    size_t best = SIZE_MAX;
    double least = SAME_PLACE, second = PAGE_MOST;
    for (size_t i = p->first; i < p->last; i++)
        for (int e = BEGIN; e <= END; e++) {
            double off = fabs(d->pieces.v[i].p[e].x - x);
            if (!leaves(&d->pieces.v[i], e, down) || off > SAME_PLACE) continue;
            if (off < least || best == SIZE_MAX) second = least, least = off, best = i, *end = e;
            else second = fmin(second, off);
        }
    *alone = best != SIZE_MAX && second > least + 1.5;
    return best;
}

static void cut(struct drawing *d, const struct drawn_page *above, const struct drawn_page *below)
{
    for (size_t i = above->first; i < above->last; i++)
        for (int e = BEGIN; e <= END; e++) {
            struct line_piece *k = &d->pieces.v[i];
            int there = 0, back = 0;
            bool alone, mutual;
            if (!leaves(k, e, true)) continue;
            size_t other = partner(d, below, k->p[e].x, false, &there, &alone);
            if (other == SIZE_MAX || !alone) continue;
            if (partner(d, above, d->pieces.v[other].p[there].x, true, &back, &mutual) != i || back != e || !mutual) continue;
            *ARENA_PUSH(d->a, &d->joints) = (struct joint){.a = i, .b = other, .at = k->p[e], .cut = true, .there = d->pieces.v[other].p[there]};
            k->end[e].joined = d->pieces.v[other].end[there].joined = true;
            k->end[e].leaves = d->pieces.v[other].end[there].leaves = false;
        }
}

/* Takes back what has no counterpart. */
static void look_over(struct drawing *d, size_t page, bool down)
{
    const struct drawn_page *p = &d->pages[page];
    bool first = page == 0, last = page + 1 == d->n;
    for (size_t i = p->first; i < p->last; i++)
        for (int e = BEGIN; e <= END; e++) {
            int there;
            bool alone;
            if (!leaves(&d->pieces.v[i], e, down)) continue;
            if ((down ? last : first) || partner(d, p + (down ? 1 : -1), d->pieces.v[i].p[e].x, !down, &there, &alone) == SIZE_MAX)
                d->pieces.v[i].end[e].leaves = false;
        }
}

void nets_look_over(struct drawing *d)
{
    for (size_t i = 0; i < d->n; i++) {
        look_over(d, i, true);
        look_over(d, i, false);
    }
}

void nets_over_pages(struct drawing *d)
{
    for (size_t i = 0; i + 1 < d->n; i++) cut(d, &d->pages[i], &d->pages[i + 1]);
}
