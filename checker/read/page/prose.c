/* Running text set in columns: the lines of the columns share base lines or pass each other, and are read one column after the other. */
#include <math.h>
#include <stdlib.h>

#include "base/chars.h"
#include "read/page/tell.h"

/* In sizes of the font. */
#define GUTTER 0.9       /* the least between two columns */
#define WIDEST 5.0       /* the widest: what stands further apart are cells */
#define NARROWEST 12.0   /* a column of text; what is narrower are cells */
#define SURE_GAP 1.6     /* between words of one line: no text */
#define BREAK 1.3        /* in usual distances of lines: something else begins */
enum {
    MOST_COLUMNS = 4,
    MOST_LINES = 240,    /* looked at together */
    LEAST_LINES = 5,     /* of each column */
    LEAST_AGAIN = 2      /* … where text stood between the same margins before */
};

struct gutter {
    double lo, hi;
};
struct gutters {
    struct gutter v[MOST_COLUMNS * 3];
    size_t n;
};
/* Lines that may be set in columns, and the columns. */
struct setting {
    const struct word_lines *lines;
    size_t from, to;
    double size;
    struct gutters gutters;
    struct word_lines column[MOST_COLUMNS];
    size_t columns;
    size_t least;        /* lines of each column */
};

/* ---- gutters -------------------------------------------------------------------------------------------------- */

static void add_band(struct gutters *b, double lo, double hi, double least)
{
    if (hi - lo >= least && b->n < sizeof b->v / sizeof *b->v) b->v[b->n++] = (struct gutter){lo, hi};
}

/* What a line leaves free of the bands. */
static struct gutters left_free(const struct gutters *b, const struct text_line_of_words *l, double least)
{
    struct gutters now = *b;
    for (size_t i = 0; i < l->n; i++) {
        struct gutters next = {.n = 0};
        const struct box *w = &l->v[i]->box;
        for (size_t k = 0; k < now.n; k++) {
            if (w->x1 <= now.v[k].lo || w->x0 >= now.v[k].hi) {
                add_band(&next, now.v[k].lo, now.v[k].hi, least);
                continue;
            }
            add_band(&next, now.v[k].lo, w->x0, least);
            add_band(&next, w->x1, now.v[k].hi, least);
        }
        now = next;
    }
    return now;
}

/* The lines from s->from on that leave something free between the margins, to s->to. */
static void find_gutters(struct setting *s)
{
    double left = PAGE_MOST, right = -PAGE_MOST;
    size_t end = s->from + MOST_LINES < s->lines->n ? s->from + MOST_LINES : s->lines->n;
    for (size_t i = s->from; i < end; i++) {
        const struct text_line_of_words *l = &s->lines->v[i];
        if (l->furniture || l->reading != READ_RIGHT) continue;
        left = fmin(left, l->box.x0);
        right = fmax(right, l->box.x1);
    }
    s->size = fmax(s->lines->v[s->from].size, 1);
    s->to = s->from;
    s->gutters.n = 0;
    add_band(&s->gutters, left + NARROWEST * s->size, right - NARROWEST * s->size, GUTTER * s->size);
    for (size_t i = s->from; i < end && s->gutters.n; i++) {
        const struct text_line_of_words *l = &s->lines->v[i];
        if (l->furniture) continue;
        if (l->reading != READ_RIGHT) return;
        struct gutters next = left_free(&s->gutters, l, GUTTER * s->size);
        if (!next.n) return;
        s->gutters = next;
        s->to = i + 1;
    }
}

/* ---- columns -------------------------------------------------------------------------------------------------- */

static size_t column_of(const struct setting *s, const struct page_word *w)
{
    size_t c = 0;
    double x = (w->box.x0 + w->box.x1) / 2;
    while (c < s->gutters.n && x > (s->gutters.v[c].lo + s->gutters.v[c].hi) / 2) c++;
    return c;
}

static struct text_line_of_words part_of(const struct text_line_of_words *l, size_t from, size_t to)
{
    struct text_line_of_words p = {.v = l->v + from, .n = to - from, .box = l->v[from]->box, .reading = l->reading, .bold = true};
    for (size_t i = from; i < to; i++) {
        const struct page_word *w = l->v[i];
        p.box = (struct box){fmin(p.box.x0, w->box.x0), fmin(p.box.y0, w->box.y0), fmax(p.box.x1, w->box.x1), fmax(p.box.y1, w->box.y1)};
        p.bold = p.bold && w->marks & WORD_BOLD;
        if (w->size > p.size) p.size = w->size, p.base = w->base;
    }
    return p;
}

static void part_columns(struct arena *a, struct setting *s)
{
    s->columns = s->gutters.n + 1;
    for (size_t c = 0; c < s->columns; c++) s->column[c].n = 0;
    for (size_t i = s->from; i < s->to; i++) {
        const struct text_line_of_words *l = &s->lines->v[i];
        for (size_t k = 0, end; k < l->n && !l->furniture; k = end) {
            size_t c = column_of(s, l->v[k]);
            for (end = k + 1; end < l->n && column_of(s, l->v[end]) == c;) end++;
            *ARENA_PUSH(a, &s->column[c]) = part_of(l, k, end);
        }
    }
}

/* Which column a line stands in alone; MOST_COLUMNS: in more than one. */
static size_t alone_in(const struct setting *s, const struct text_line_of_words *l)
{
    size_t first = column_of(s, l->v[0]);
    return column_of(s, l->v[l->n - 1]) == first ? first : MOST_COLUMNS;
}

/* Lines of the first column above all others are read before them in any case; those below the others, after a gap, stand below the columns. */
static void trim(struct setting *s)
{
    size_t cut = s->to;
    while (s->from < s->to && (s->lines->v[s->from].furniture || alone_in(s, &s->lines->v[s->from]) == 0)) {
        const struct text_line_of_words *l = &s->lines->v[s->from];
        size_t next = s->from + 1;
        if (!l->furniture && next < s->to && alone_in(s, &s->lines->v[next]) != 0 && s->lines->v[next].base - l->base < 0.8 * s->size) break;
        s->from++;
    }
    for (size_t i = s->to; i-- > s->from + 1;) {
        const struct text_line_of_words *l = &s->lines->v[i], *before = &s->lines->v[i - 1];
        if (l->furniture) continue;
        if (alone_in(s, l) == MOST_COLUMNS) break;
        if (l->base - before->base > 2 * s->size) cut = i;
        else if (alone_in(s, before) != alone_in(s, l)) break;
    }
    s->to = cut;
}

/* ---- what proves it to be text --------------------------------------------------------------------------------- */

static bool is_figure(struct str w)
{
    bool digit = false;
    for (size_t i = 0; i < w.n; i++) {
        if (is_alpha(w.p[i])) return false;
        digit = digit || is_digit(w.p[i]);
    }
    return digit;
}

static struct box box_of(const struct word_lines *l)
{
    struct box b = l->v[0].box;
    for (size_t i = 1; i < l->n; i++) b = (struct box){fmin(b.x0, l->v[i].box.x0), b.y0, fmax(b.x1, l->v[i].box.x1), fmax(b.y1, l->v[i].box.y1)};
    return b;
}

static bool is_full(const struct text_line_of_words *l, const struct box *b) { return l->box.x1 > b->x1 - 0.2 * (b->x1 - b->x0); }

/* A line that is no text: words stand apart, and not evenly as where they are set to the full width. */
static bool has_gap(const struct text_line_of_words *l)
{
    double least = PAGE_MOST, most = 0;
    for (size_t k = 1; k < l->n; k++) {
        double gap = l->v[k]->box.x0 - l->v[k - 1]->box.x1;
        if (gap < 0.1 * l->size) continue; /* one word in parts */
        least = fmin(least, gap);
        most = fmax(most, gap);
    }
    return most > SURE_GAP * l->size && (l->n < 3 || most > 1.5 * least);
}

/* Wide enough, of words, most lines to the margin, few of them with gaps. */
static bool is_text(const struct setting *s, const struct word_lines *column)
{
    size_t words = 0, figures = 0, full = 0, gaps = 0;
    if (column->n < s->least) return false;
    struct box b = box_of(column);
    for (size_t i = 0; i < column->n; i++) {
        const struct text_line_of_words *l = &column->v[i];
        full += is_full(l, &b);
        gaps += has_gap(l);
        for (size_t k = 0; k < l->n; k++) {
            words++;
            figures += is_figure(l->v[k]->text);
        }
    }
    return b.x1 - b.x0 >= NARROWEST * s->size && 20 * full >= 11 * column->n && 5 * gaps <= column->n && 4 * figures <= words && words >= 3 * column->n;
}

/* The usual distance of lines. */
static double pitch_of(struct arena *a, const struct word_lines *l)
{
    double *steps = arena_alloc(a, l->n * sizeof *steps);
    size_t n = 0;
    for (size_t i = 1; i < l->n; i++) {
        double step = l->v[i].base - l->v[i - 1].base;
        size_t at = n++;
        for (; at && steps[at - 1] > step; at--) steps[at] = steps[at - 1];
        steps[at] = step;
    }
    return n ? fmax(steps[n / 3], 1) : 1;
}

/* Whether line i begins something: after a gap or a line that ends early. */
static bool begins(const struct word_lines *l, size_t i, const struct box *b, double pitch)
{
    return i && (!is_full(&l->v[i - 1], b) || l->v[i].base - l->v[i - 1].base > BREAK * pitch);
}

/* Rows of a table: what begins in the one column begins in the other at the same height. */
static bool are_rows(struct arena *a, const struct setting *s, const struct word_lines *x, const struct word_lines *y)
{
    struct box bx = box_of(x), by = box_of(y);
    double px = pitch_of(a, x), py = pitch_of(a, y);
    size_t beginnings = 0, others = 0, together = 0, k = 0;
    for (size_t i = 0; i < y->n; i++) others += begins(y, i, &by, py);
    for (size_t i = 0; i < x->n; i++) {
        if (!begins(x, i, &bx, px)) continue;
        beginnings++;
        while (k < y->n && y->v[k].base < x->v[i].base - 0.3 * s->size) k++;
        together += k < y->n && fabs(y->v[k].base - x->v[i].base) <= 0.3 * s->size && begins(y, k, &by, py);
    }
    size_t fewer = beginnings < others ? beginnings : others;
    return fewer >= 2 && 5 * together >= 3 * fewer;
}

static bool is_prose(struct arena *a, const struct setting *s)
{
    if (s->columns < 2 || s->columns > MOST_COLUMNS) return false;
    for (size_t c = 0; c < s->columns; c++)
        if (!is_text(s, &s->column[c])) return false;
    for (size_t c = 1; c < s->columns; c++) {
        if (box_of(&s->column[c]).x0 - box_of(&s->column[c - 1]).x1 > WIDEST * s->size) return false;
        if (are_rows(a, s, &s->column[c - 1], &s->column[c])) return false;
    }
    return true;
}

/* ---- told ------------------------------------------------------------------------------------------------------ */

/* Each column as if it stood below the one before, as wide as the first. */
static void set_under(struct arena *a, const struct setting *s, struct word_lines *out)
{
    struct box first = box_of(&s->column[0]);
    double below = 0;
    *out = (struct word_lines){0};
    for (size_t c = 0; c < s->columns; c++) {
        const struct word_lines *column = &s->column[c];
        struct box b = box_of(column);
        double wide = (first.x1 - first.x0) / fmax(b.x1 - b.x0, 1), down = c ? below + pitch_of(a, column) - column->v[0].base : 0;
        for (size_t i = 0; i < column->n; i++) {
            struct text_line_of_words *l = ARENA_PUSH(a, out);
            *l = column->v[i];
            l->box = (struct box){first.x0 + (l->box.x0 - b.x0) * wide, l->box.y0 + down, first.x0 + (l->box.x1 - b.x0) * wide, l->box.y1 + down};
            l->base += down;
            below = l->base;
        }
    }
}

struct prose prose_find(struct arena *a, const struct word_lines *lines, size_t from, const struct prose *before)
{
    struct setting s = {.lines = lines, .from = from, .least = LEAST_LINES};
    struct prose found = {.from = from, .to = from};
    find_gutters(&s);
    if (!s.gutters.n || s.gutters.n >= MOST_COLUMNS) return found;
    double middle = (s.gutters.v[0].lo + s.gutters.v[0].hi) / 2;
    if (before->columns == s.gutters.n + 1 && fabs(middle - before->gutter) < s.size) s.least = LEAST_AGAIN;
    trim(&s);
    if (s.to - s.from < s.least) return found;
    part_columns(a, &s);
    if (!is_prose(a, &s)) return found;
    set_under(a, &s, &found.under);
    found.columns = (uint32_t)s.columns;
    found.gutter = middle;
    found.from = s.from;
    found.to = s.to;
    return found;
}
