/* Names above several columns: "Tahun 2024" above target, realisasi and capaian.
 *
 * Such a name is short and stands over the middle of its columns, like the first line of a long name over its own column. But the lines
 * of a long name lie around the names beside it, above and below, whereas the columns under a common name have names on one level. */
#include <stdlib.h>

#include "read/aligned/aligned.h"

enum { MOST_HEADS = 64 };

/* The lines that a column has names on: how many, and their sum. */
struct level {
    uint32_t lines, sum, top;
};

static void add_level(struct level *l, uint32_t line)
{
    if (!l->lines || line < l->top) l->top = line;
    l->lines++;
    l->sum += line;
}

/* Whether both are, on the mean, on one line or half a line off. */
static bool same_level(const struct level *a, const struct level *b)
{
    int off = (int)(a->sum * b->lines) - (int)(b->sum * a->lines);
    return a->lines && b->lines && abs(off) * 2 <= (int)(a->lines * b->lines);
}

static int border(const struct region *r, uint32_t k, uint32_t right)
{
    if (k == 0) return 0;
    if (k > r->gutter_count) return (int)right * 2;
    return (int)(r->gutters[k - 1].x0 + r->gutters[k - 1].x1);
}

/* Columns [from, to) that the name p stands over the middle of, out of [low, high). */
static void choose_range(const struct region *r, struct piece *p, uint32_t low, uint32_t high, uint32_t right)
{
    int best = INT32_MAX;
    uint32_t width = 0;
    for (uint32_t a = low; a <= p->col; a++)
        for (uint32_t b = a + 1 > p->col ? a + 2 : p->col + 1; b <= high; b++) {
            int off = abs(border(r, a, right) + border(r, b, right) - 2 * (int)(p->at.x0 + p->at.x1));
            bool wider = b - a > width;
            if (off + (wider ? 0 : r->w->tie * 2) < best || (wider && off <= best + r->w->tie * 2)) best = off < best ? off : best, width = b - a, p->over = a, p->span = b - a;
        }
}

/* The levels of the columns, those of the names on line `top` left out. */
static void find_levels(const struct region *r, uint32_t lines, const struct piece *except, struct level *level)
{
    size_t end = r->lines[lines - 1].first_piece + r->lines[lines - 1].pieces;
    for (uint32_t k = 0; k <= r->gutter_count; k++) level[k] = (struct level){0};
    for (size_t i = r->lines[0].first_piece; i < end; i++)
        if (&r->pieces[i] != except) add_level(&level[r->pieces[i].col], r->pieces[i].line);
}

static uint32_t right_end(const struct region *r)
{
    uint32_t right = 0;
    for (size_t i = 0; i < r->segment_count; i++)
        if (r->segments[i].x1 > right) right = r->segments[i].x1;
    return right;
}

/* Whether p stands above names of other columns on the level of what is below it; then the columns [*low, *high) are those. */
static bool above_others(const struct region *r, const struct piece *p, const struct level *own, uint32_t *low, uint32_t *high)
{
    struct level with = own[p->col];
    add_level(&with, p->line);
    if (!own[p->col].lines || own[p->col].top <= p->line) return false;
    *low = p->col;
    *high = p->col + 1;
    while (*low > 0 && own[*low - 1].top > p->line && same_level(&own[*low - 1], &own[p->col])) --*low;
    while (*high <= r->gutter_count && own[*high].top > p->line && same_level(&own[*high], &own[p->col])) ++*high;
    bool around = false; /* its lines lie around the names beside it */
    if (p->col > *low) around |= same_level(&with, &own[p->col - 1]);
    if (p->col + 1 < *high) around |= same_level(&with, &own[p->col + 1]);
    return *high - *low > 1 && !around;
}

/* The topmost name of a column below line `top`. */
static struct str name_of(const struct region *r, uint32_t lines, uint32_t top, uint32_t col)
{
    size_t end = r->lines[lines - 1].first_piece + r->lines[lines - 1].pieces;
    for (size_t i = r->lines[top + 1].first_piece; i < end; i++)
        if (r->pieces[i].col == col) return piece_text(r, &r->pieces[i]);
    return STR("");
}

/* Whether the names of the columns [low, high) come again every `period` columns. */
static bool come_again(const struct region *r, uint32_t lines, uint32_t low, uint32_t high, uint32_t period)
{
    for (uint32_t k = low; k + period < high; k++)
        if (!str_eq(name_of(r, lines, 0, k), name_of(r, lines, 0, k + period))) return false;
    return true;
}

/* The heads that stand above [low, high) from piece i on, where all of these columns are theirs, the same names below each. */
static size_t equal_shares(struct region *r, uint32_t lines, size_t i, size_t end, uint32_t low, uint32_t high)
{
    size_t n = 0;
    while (i + n < end && r->pieces[i + n].col < high) n++;
    uint32_t period = n ? (high - low) / (uint32_t)n : 0;
    if (n < 2 || period < 2 || period * n != high - low || !come_again(r, lines, low, high, period)) return 0;
    for (uint32_t k = 0; k < n; k++) r->pieces[i + k].over = low + k * period, r->pieces[i + k].span = period;
    return n;
}

void aligned_heads(struct region *r, uint32_t lines)
{
    struct level *level = base_alloc((r->gutter_count + 1) * sizeof *level);
    uint32_t right = right_end(r), after = 0;
    size_t first = r->lines[0].first_piece, end = first + r->lines[0].pieces;
    for (size_t i = first; i < r->lines[lines - 1].first_piece + r->lines[lines - 1].pieces; i++) r->pieces[i].over = r->pieces[i].col, r->pieces[i].span = 1;
    for (size_t i = first; i < end && i < first + MOST_HEADS && lines > 1; i++) { /* the names on the top line */
        struct piece *p = &r->pieces[i];
        uint32_t low, high;
        find_levels(r, lines, p, level);
        if (!above_others(r, p, level, &low, &high)) continue;
        size_t shared = after ? 0 : equal_shares(r, lines, i, end, low, high);
        if (shared) {
            after = high;
            i += shared - 1;
            continue;
        }
        if (low < after) low = after;
        if (i + 1 < end && high > r->pieces[i + 1].col) high = r->pieces[i + 1].col;
        if (low > p->col || high < low + 2) continue;
        choose_range(r, p, low, high, right);
        after = p->over + p->span;
    }
    free(level);
}
