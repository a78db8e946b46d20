/* The numbers of rows that stand one blank before their texts. */
#include <stdlib.h>

#include "read/aligned/aligned.h"

enum { MOST_DIGITS = 3 };

/* The number that a text begins with; 0: none. */
static uint64_t leading_number(const struct region *r, const struct segment *s, size_t *digits)
{
    uint64_t n;
    size_t end = s->from;
    while (end < s->to && end - s->from <= MOST_DIGITS && r->text.p[end] != ' ') end++;
    *digits = end - s->from;
    return *digits <= MOST_DIGITS && str_u64(str_slice(r->text, s->from, end), &n) ? n : 0;
}

/* Which lines begin, at the left of all, with the number behind the one before (or with 1) and go on one blank behind it; gives how many. */
static size_t find_touching(const struct region *r, bool *part)
{
    uint64_t last = 0;
    uint32_t left = ALIGNED_WIDTH;
    size_t count = 0, digits;
    for (size_t i = 0; i < r->n; i++)
        if (segment_at(r, &r->lines[i], 0)->x0 < left) left = segment_at(r, &r->lines[i], 0)->x0;
    for (size_t i = 0; i < r->n; i++) {
        const struct segment *s = segment_at(r, &r->lines[i], 0);
        uint64_t n = leading_number(r, s, &digits);
        bool follows = n && s->x0 <= left + (uint32_t)r->w->number_aside && (last == 0 || n == last + 1 || n == 1);
        part[i] = follows && digits < s->to - s->from;
        count += part[i];
        if (follows) last = n;
    }
    return count;
}

void aligned_part_numbers(struct region *r)
{
    bool *part = base_alloc(r->n * sizeof *part);
    size_t touching = find_touching(r, part), at = r->segment_count + touching;
    if (touching > 1) {
        r->segments = base_realloc(r->segments, at * sizeof *r->segments);
        r->segment_count = r->segment_cap = at;
        for (size_t i = r->n; i-- > 0;) { /* from the last to the first, as they move up */
            struct aligned_line *l = &r->lines[i];
            for (size_t j = l->n; j-- > 0;) r->segments[--at] = r->segments[l->first + j];
            if (part[i]) {
                struct segment *text = &r->segments[at], number = *text;
                size_t digits;
                (void)leading_number(r, text, &digits);
                number.to = number.from + digits;
                number.x1 = number.x0 + (uint32_t)digits;
                text->from = number.to + 1;
                text->x0 = number.x1 + 1;
                r->segments[--at] = number;
                l->n++;
            }
            l->first = at;
        }
    }
    free(part);
}
