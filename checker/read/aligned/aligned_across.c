/* Texts across the columns of a table: "Sasaran 1: …" between the rows of its indikator. */
#include <stdlib.h>

#include "read/aligned/aligned.h"

enum { LEAST_NUMBERS = 2 };

/* Whether the line goes on with the text across the columns in the line before it. */
static bool goes_on(const struct region *r, size_t line)
{
    const struct aligned_line *l = &r->lines[line], *before = l - 1;
    return line > r->body && before->across && l->n == 1 && !l->blanks && r->segments[l->first].x0 == r->segments[before->first].x0;
}

static void mark(struct region *r, size_t line)
{
    r->lines[line].across = true;
    for (size_t i = line + 1; i < r->n && goes_on(r, i); i++) r->lines[i].across = true;
}

void aligned_across_numbers(struct region *r)
{
    uint32_t right = 0, left = ALIGNED_WIDTH;
    size_t numbers = 0;
    for (size_t i = r->body; i < r->n; i++) {
        const struct segment *s = &r->segments[r->lines[i].first];
        if (r->lines[i].n < 2 || !is_row_number(str_slice(r->text, s->from, s->to))) continue;
        numbers++;
        if (s->x0 < left) left = s->x0;
        if (s->x1 > right) right = s->x1;
    }
    for (size_t i = r->numbered ? r->body : 1; i < r->n && numbers >= LEAST_NUMBERS; i++) {
        const struct segment *s = &r->segments[r->lines[i].first];
        if (r->lines[i].n != 1 || s->x0 > left || s->x1 < right + (uint32_t)r->w->far_behind) continue;
        if (i < r->body) r->body = i; /* it ends the heading */
        mark(r, i);
    }
}

/* Whether the segment runs over the gutter without a blank, and on far behind it. */
static bool runs_over(const struct region *r, const struct segment *s, const struct gutter *g)
{
    uint32_t x = s->x0;
    if (s->x0 >= g->x0 || s->x1 < g->x1 + (uint32_t)r->w->far_behind) return false;
    for (size_t i = s->from; i < s->to && x < g->x1; i++) {
        if (((unsigned char)r->text.p[i] & 0xC0) == 0x80) continue;
        if (x >= g->x0 && r->text.p[i] == ' ') return false;
        x++;
    }
    return true;
}

/* Whether a word of the line begins where a column does. */
static bool on_edges(const struct region *r, const struct aligned_line *l)
{
    for (size_t j = l->first_piece + 1; j < l->first_piece + l->pieces; j++)
        if (!r->pieces[j].cut) return true;
    return false;
}

void aligned_across_columns(struct region *r)
{
    for (size_t i = r->body; i < r->n; i++) {
        struct aligned_line *l = &r->lines[i];
        if (l->n != 1 || l->across || on_edges(r, l)) continue;
        for (size_t k = 0; k < r->gutter_count && !l->across; k++)
            if (runs_over(r, &r->segments[l->first], &r->gutters[k])) mark(r, i);
    }
}

bool aligned_across_goes_on(const struct region *r, size_t line) { return r->lines[line].across && goes_on(r, line); }
