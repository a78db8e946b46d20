/* Headings with the numbers of the columns below them, "1 2 3" or "(1) (2) (3)": they tell how many columns there are, and one place in
 * each. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "read/aligned/aligned.h"

enum { LEAST_NUMBERS = 3, MOST_ABOVE = 20 };

/* "3", "(3)", "3=2/1", "(6=5/4)": the number; 0: none. */
static uint32_t number_in(struct str s)
{
    uint32_t n = 0;
    size_t i = s.p[0] == '(', digits = i;
    while (i < s.n && i < digits + 2 && is_digit(s.p[i])) n = n * 10 + (uint32_t)(s.p[i++] - '0');
    if (i == digits) return 0;
    return i == s.n || s.p[i] == '=' || s.p[i] == ')' ? n : 0;
}

bool aligned_numbers_columns(const struct region *r, const struct aligned_line *l)
{
    if (l->n < LEAST_NUMBERS) return false;
    for (uint32_t j = 0; j < l->n; j++) {
        const struct segment *s = &r->segments[l->first + j];
        if (number_in(str_slice(r->text, s->from, s->to)) != j + 1) return false;
    }
    return true;
}

static bool any_value(const struct region *r, const struct aligned_line *l)
{
    for (size_t j = 1; j < l->n; j++) {
        struct str s = str_slice(r->text, r->segments[l->first + j].from, r->segments[l->first + j].to);
        if (is_value(r, s) && !is_year(s) && is_digit(s.p[0])) return true;
    }
    return false;
}

size_t aligned_numbers(const struct region *r)
{
    for (size_t i = 0; i + 1 < r->n && i < MOST_ABOVE; i++) {
        if (i && aligned_numbers_columns(r, &r->lines[i])) return i;
        if (any_value(r, &r->lines[i])) return 0;
    }
    return 0;
}

/* How the lines from `from` on use each place: how many print there, and in how many something begins there behind a gap. */
struct places {
    const struct aligned_weights *w;
    uint32_t printed[ALIGNED_WIDTH + 1], begins[ALIGNED_WIDTH + 1];
    uint32_t own[ALIGNED_WIDTH + 2]; /* at how many places left of it a cell surely begins: words set to full width lie apart, too */
};

static void count_places(const struct region *r, size_t from, struct places *out)
{
    for (size_t line = from; line < r->n; line++) {
        for (size_t k = r->lines[line].first; k < r->lines[line].first + r->lines[line].n && !r->lines[line].across; k++) {
            const struct segment *s = &r->segments[k];
            uint32_t x = s->x0;
            bool own = k == r->lines[line].first || !is_lower(r->text.p[s->from]);
            out->begins[x]++;
            if (own) out->own[x + 1] = 1;
            for (size_t i = s->from; i < s->to && x < ALIGNED_WIDTH; i++) {
                if (((unsigned char)r->text.p[i] & 0xC0) == 0x80) continue;
                out->printed[x++] += r->text.p[i] != ' ';
            }
        }
    }
    for (uint32_t x = 0; x <= ALIGNED_WIDTH; x++) out->own[x + 1] += out->own[x];
}

/* One place for a gutter: a run of places that equally many lines print on. */
struct candidate {
    struct gutter at;
    int cost, total;             /* total: with the best of those left of it */
    size_t before;
};
struct candidates {
    struct candidate *v;
    size_t n, cap;
};

/* How wide the blank around [from, to) is, beyond the numbers, too: these stand in the middle of columns. */
static int blank_width(const struct places *p, uint32_t from, uint32_t to)
{
    while (from > 0 && p->printed[from - 1] == 0) from--;
    while (to < ALIGNED_WIDTH && p->printed[to] == 0) to++;
    return (int)(to - from);
}

/* Candidates between the places x0 and x1: the fewer lines print there the better, the more begin right of it, and the wider it is. */
static void find_candidates(const struct places *p, uint32_t x0, uint32_t x1, struct candidates *out)
{
    for (uint32_t x = x0; x < x1;) {
        uint32_t from = x, most = 0;
        while (x < x1 && p->printed[x] == p->printed[from]) x++;
        for (uint32_t k = from + 1; k <= x; k++)
            if (p->begins[k] > most && (int)p->begins[k] >= p->w->shared) most = p->begins[k];
        int cost = (int)p->printed[from] * p->w->printed - (int)most * p->w->begins;
        if (p->printed[from] == 0) cost -= blank_width(p, from, x) * p->w->wide;
        out->v = build_room(out->v, out->n, &out->cap, sizeof *out->v);
        out->v[out->n++] = (struct candidate){{from, x, false}, cost, cost, 0};
    }
}

/* Whether a column between the places x0 and x1 holds nothing. */
static bool empty_between(const struct places *p, uint32_t x0, uint32_t x1) { return x0 >= x1 || p->own[x0] == p->own[x1]; }

/* The best candidate left of c, no column between them being empty if that can be had. */
static void link_candidate(const struct places *p, struct candidates *all, size_t first, size_t end, struct candidate *c)
{
    int best = INT32_MAX;
    for (size_t i = first; i < end; i++) {
        int total = all->v[i].total + (empty_between(p, all->v[i].at.x1, c->at.x0) ? p->w->empty : 0);
        if (total < best) best = total, c->before = i;
    }
    c->total = c->cost + (first < end ? best : 0);
}

/* Where the numbers of rows end, when they stand left of the first column's own number. */
static uint32_t row_numbers_end(const struct region *r, size_t from, uint32_t x)
{
    uint32_t end = 0;
    size_t count = 0;
    for (size_t i = from; i < r->n; i++) {
        const struct segment *s = &r->segments[r->lines[i].first];
        if (r->lines[i].n < 2 || s->x1 > x || !is_row_number(str_slice(r->text, s->from, s->to))) continue;
        if (s->x1 > end) end = s->x1;
        count++;
    }
    return count > 1 ? end : x;
}

void aligned_numbered_gutters(struct region *r, size_t numbers)
{
    const struct segment *s = r->segments + r->lines[numbers].first;
    size_t n = r->lines[numbers].n - 1, first = 0, end = 0;
    struct places *p = base_alloc(sizeof *p);
    struct candidates all = {0};
    memset(p, 0, sizeof *p);
    p->w = r->w;
    count_places(r, numbers + 1, p);
    for (size_t j = 0; j < n; j++) {
        find_candidates(p, j ? s[j].x1 : row_numbers_end(r, numbers + 1, s[0].x1), s[j + 1].x0, &all);
        for (size_t i = end; i < all.n; i++) link_candidate(p, &all, first, end, &all.v[i]);
        first = end;
        end = all.n;
    }
    size_t at = first;
    for (size_t i = first; i < end; i++) all.v[i].total += empty_between(p, all.v[i].at.x1, ALIGNED_WIDTH) ? p->w->empty : 0;
    for (size_t i = first; i < end; i++)
        if (all.v[i].total < all.v[at].total) at = i;
    r->gutters = base_alloc(n * sizeof *r->gutters);
    r->gutter_count = r->gutter_cap = n;
    for (size_t j = n; j-- > 0; at = all.v[at].before) r->gutters[j] = all.v[at].at;
    free(all.v);
    free(p);
}
