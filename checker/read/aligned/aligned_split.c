/* Two tables with hardly a line between them: where the second one has a heading and columns of its own. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "read/aligned/aligned.h"

enum { MOST_TRIES = 6, LEAST_LINES = 6 };

/* The lines [from, to) as a region of their own. Its lines belong to it, its segments to r. */
static struct region part(const struct region *r, size_t from, size_t to)
{
    size_t base = r->lines[from].first, end = to < r->n ? r->lines[to].first : r->segment_count;
    struct region out = {.text = r->text, .w = r->w, .words = r->words, .skip = r->skip, .n = to - from, .segments = r->segments + base, .segment_count = end - base};
    out.lines = base_alloc(out.n * sizeof *out.lines);
    memcpy(out.lines, r->lines + from, out.n * sizeof *out.lines);
    for (size_t i = 0; i < out.n; i++) out.lines[i].first -= base;
    return out;
}

static size_t columns_of(const struct region *r, size_t from, size_t to)
{
    struct region p = part(r, from, to);
    size_t n = aligned_columns(&p) ? p.gutter_count + 1 : 1;
    free(p.lines);
    free(p.gutters);
    free(p.pieces);
    return n;
}

static bool any_value(const struct region *r, size_t i)
{
    const struct aligned_line *l = &r->lines[i];
    for (size_t j = 1; j < l->n; j++)
        if (is_value(r, str_slice(r->text, r->segments[l->first + j].from, r->segments[l->first + j].to))) return true;
    return false;
}

/* A line behind a blank one of names only, each with a capital, like a heading. */
static bool heading_like(const struct region *r, size_t i)
{
    const struct aligned_line *l = &r->lines[i];
    if (!l->blanks || l->n < 2) return false;
    for (size_t j = 0; j < l->n; j++) {
        char c = r->text.p[r->segments[l->first + j].from];
        if (!is_upper(c)) return false;
    }
    return !any_value(r, i);
}

/* Where the second table begins; r->n: nowhere. Its heading names each of its columns, and they are others than those that both share. */
static size_t second_table(const struct region *r)
{
    size_t values = 0, shared = 0;
    for (size_t i = 0, tries = 0; i + 1 < r->n && tries < MOST_TRIES; i++) {
        if (values >= 2 && heading_like(r, i) && any_value(r, i + 1)) {
            tries++;
            if (!shared) shared = columns_of(r, 0, r->n);
            size_t behind = columns_of(r, i, r->n);
            if (behind == r->lines[i].n && (behind != shared || columns_of(r, 0, i) != shared)) return i;
        }
        values += any_value(r, i);
    }
    return r->n;
}

static void cut_before(struct region *r, size_t n)
{
    r->segment_count = r->lines[n].first;
    r->n = n;
    r->end = r->lines[n - 1].next;
}

void aligned_split(struct region *r)
{
    size_t n = second_table(r);
    if (n < r->n) cut_before(r, n);
}

bool aligned_cut_at_blank(struct region *r)
{
    size_t n = r->n, tabular = 0;
    while (n > 1 && !r->lines[n - 1].blanks) n--;
    if (n-- < LEAST_LINES + 1) return false;
    for (size_t i = 0; i < n; i++) {
        r->lines[i].across = false;
        tabular += r->lines[i].look == LINE_TABULAR;
    }
    if (tabular * 2 < n) return false;
    cut_before(r, n);
    r->gutter_count = 0;
    return true;
}
