/* Which lines are one table: words apart by runs of blanks, at the same places over consecutive lines. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "read/aligned/aligned.h"

enum { MOST_BLANKS = 7, RETRY_LINES = 64, RECENT_LINES = 8, MOST_LINES = 2000 };

/* Whether a word of the segment begins at x. */
static bool word_at(const struct region *r, const struct segment *s, uint32_t at)
{
    uint32_t x = s->x0;
    for (size_t i = s->from; i < s->to && x <= at; i++) {
        if (((unsigned char)r->text.p[i] & 0xC0) == 0x80) continue;
        if (x++ == at) return i > s->from && r->text.p[i - 1] == ' ' && r->text.p[i] != ' ';
    }
    return false;
}

/* Whether the plain line b can be cells below the tabular line a. Prose would run across its gaps; cells may touch, and a wide one may
 * reach across a gap. */
static bool fits_below(const struct region *r, const struct aligned_line *a, const struct aligned_line *b)
{
    if (!b->n) return false;
    const struct segment *s = segment_at(r, b, 0);
    uint32_t x0 = s->x0, x1 = segment_at(r, b, b->n - 1)->x1;
    size_t across = 0;
    for (size_t i = 1; i < a->n; i++) {
        uint32_t right = segment_at(r, a, i)->x0;
        across += x0 <= segment_at(r, a, i - 1)->x1 && x1 >= right && !word_at(r, s, right);
    }
    return b->blanks ? across == 0 : across * 2 < a->n;
}

/* The same for any of the tabular lines right before, as one of them may have hardly any cell filled. */
static bool fits(const struct region *r, size_t before, const struct aligned_line *b)
{
    for (size_t i = before, tries = 0; i-- > 0 && tries < RECENT_LINES; tries++)
        if (r->lines[i].look == LINE_TABULAR && fits_below(r, &r->lines[i], b)) return true;
    return false;
}

/* How many segments of b begin where one of a begins (end, for `ends`), give or take one. */
static size_t shared_edges(const struct region *r, const struct aligned_line *a, const struct aligned_line *b, bool ends)
{
    size_t count = 0, i = 0, j = 0;
    while (i < a->n && j < b->n) {
        uint32_t x = ends ? segment_at(r, a, i)->x1 : segment_at(r, a, i)->x0;
        uint32_t y = ends ? segment_at(r, b, j)->x1 : segment_at(r, b, j)->x0;
        if (x + 1 < y) i++;
        else if (y + 1 < x) j++;
        else count++, i++, j++;
    }
    return count;
}

static bool shares_gap(const struct region *r, const struct aligned_line *a, const struct aligned_line *b)
{
    for (size_t i = 1, j = 1; i < a->n && j < b->n;) {
        uint32_t a0 = segment_at(r, a, i - 1)->x1, a1 = segment_at(r, a, i)->x0;
        uint32_t b0 = segment_at(r, b, j - 1)->x1, b1 = segment_at(r, b, j)->x0;
        if ((a0 > b0 ? a0 : b0) + 2 <= (a1 < b1 ? a1 : b1)) return true;
        if (a1 < b1) i++;
        else j++;
    }
    return false;
}

/* Whether the table goes on with the tabular line b after so many blank lines: it stands under one of the lines before. */
static bool resumes(const struct region *r, size_t before, const struct aligned_line *b, uint32_t blanks)
{
    size_t sharing = 0;
    for (size_t i = before, tries = 0; i-- > 0 && tries < RECENT_LINES; tries++) {
        const struct aligned_line *a = &r->lines[i];
        if (a->look != LINE_TABULAR || !shares_gap(r, a, b)) continue;
        if (blanks == 1 && ++sharing == 2) return true;
        size_t edges = shared_edges(r, a, b, false), ends = shared_edges(r, a, b, true);
        if (ends > edges) edges = ends;
        if (edges >= 2 || (blanks == 1 && (edges == 1 || (a->n > 2 && b->n > 2)))) return true;
    }
    return false;
}

/* Behind blank lines a line begins with the very word that the table begins with ("No", say), or it is in capitals as the heading was and
 * the rows are not: the heading of another table, or a signature. */
static bool begins_again(const struct region *r, const struct aligned_line *l)
{
    if (l->n > 1 && line_in_capitals(r, l) && line_in_capitals(r, &r->lines[0])) {
        size_t rows = 0;
        for (size_t i = r->n - 1, tries = 0; i-- > 1 && tries < RECENT_LINES; tries++) rows += r->lines[i].look == LINE_TABULAR && !line_in_capitals(r, &r->lines[i]);
        if (rows > 1) return true;
    }
    const struct segment *a = segment_at(r, &r->lines[0], 0), *b = segment_at(r, l, 0);
    struct str first = str_slice(r->text, a->from, a->to);
    bool letter = is_alpha(first.p[0]);
    return letter && r->lines[0].n > 1 && l->n > 1 && str_eq(first, str_slice(r->text, b->from, b->to));
}

/* The numbers of the columns end a heading: what stands below, however far, is its table. */
static bool below_heading(const struct region *r, size_t before, const struct aligned_line *b)
{
    const struct aligned_line *a = &r->lines[before - 1];
    return b->n > 1 && aligned_numbers_columns(r, a) && shares_gap(r, a, b);
}

/* A text across the columns, the name of the rows below it: if these go on with the table. */
static bool may_be_across(const struct region *r, const struct aligned_line *l)
{
    if (!l->n) return false;
    struct str s = str_slice(r->text, segment_at(r, l, 0)->from, segment_at(r, l, l->n - 1)->to);
    return !line_is_caption(r, l) && !strchr(".;:", s.p[s.n - 1]);
}

/* Reads the next printed line into the region; false at the end of the page or source. */
static bool next_line(struct region *r, size_t *at)
{
    uint32_t blanks = 0;
    while (*at < r->text.n) {
        struct text_line t = text_line_at(r->text, *at);
        if (!str_blank(str_slice(r->text, t.begin, t.end)) && !is_furniture(r->skip, t.begin)) {
            aligned_scan(r, &t, blanks);
            *at = t.page ? r->text.n : t.next;
            return true;
        }
        if (t.page || ++blanks > MOST_BLANKS) return false;
        *at = t.next;
    }
    return false;
}

static void cut_lines(struct region *r, size_t n)
{
    r->segment_count = n < r->n ? r->lines[n].first : r->segment_count;
    r->n = n;
}

/* From the first line on up to the first tabular one: all of them plain and narrow, no blank line between. */
static bool find_start(struct region *r, size_t *at)
{
    while (r->n < RETRY_LINES && next_line(r, at)) {
        const struct aligned_line *l = &r->lines[r->n - 1];
        if (l->look == LINE_TABULAR) return r->n == 1 || l->blanks == 0;
        if (l->look == LINE_PROSE || line_is_wide(r, l) || line_is_caption(r, l) || line_heads_section(r, l) || (r->n > 1 && l->blanks)) return false;
    }
    return false;
}

/* What the last line read is to the region. */
enum belonging { BELONGS, WAITS /* to be seen: blanks or a line across stand between */, ENDS };

static enum belonging belonging(const struct region *r, size_t keep, size_t last, uint32_t blanks)
{
    const struct aligned_line *l = &r->lines[r->n - 1];
    bool plain = l->look == LINE_PLAIN;
    if (plain && !blanks && may_be_across(r, l) && (int)(r->n - keep) <= r->w->most_across && !fits(r, keep, l)) return WAITS;
    if (l->look == LINE_PROSE && (blanks || !shares_gap(r, &r->lines[last], l))) return ENDS;
    if (line_is_dateline(r, l) || (plain && (line_is_caption(r, l) || !fits(r, keep, l)))) return ENDS;
    if (plain && blanks) return blanks > 2 || r->n - keep > 4 ? ENDS : WAITS;
    if (blanks && begins_again(r, l)) return ENDS;
    if ((blanks || r->n > keep + 1) && !resumes(r, keep, l, blanks ? blanks : 1) && !below_heading(r, keep, l)) return ENDS;
    return BELONGS;
}

bool aligned_region(struct region *r, size_t at, size_t *none_before)
{
    if (!find_start(r, &at)) {
        size_t tried = r->n == RETRY_LINES ? RETRY_LINES / 2 : r->n > 1 ? r->n - 1 : r->n;
        *none_before = tried ? r->lines[tried - 1].next : at;
        return false;
    }
    size_t last = r->n - 1, keep = r->n; /* the last tabular line; lines that surely belong */
    uint32_t tabular = 1, blanks = 0;    /* blank lines since the last one that belongs */
    while (r->n < MOST_LINES && next_line(r, &at)) {
        const struct aligned_line *l = &r->lines[r->n - 1];
        blanks += l->blanks;
        enum belonging how = belonging(r, keep, last, blanks);
        if (how == ENDS) break;
        if (how == WAITS) continue;
        if (l->look != LINE_PLAIN) last = r->n - 1, tabular++;
        keep = r->n;
        blanks = 0;
    }
    cut_lines(r, keep);
    r->end = r->lines[keep - 1].next;
    *none_before = keep > RETRY_LINES ? r->end : r->lines[0].next;
    return tabular > 1;
}

void aligned_free(struct region *r)
{
    free(r->lines);
    free(r->segments);
    free(r->gutters);
    free(r->pieces);
}
