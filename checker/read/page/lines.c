/* Words to printed lines. */
#include <math.h>
#include <stdlib.h>

#include "read/page/sheet.h"

#define SAME_BASE 0.4    /* of the size: how far apart the base lines of one printed line may be */

/* Along the line and across it, in the direction of reading. */
static double along(const struct page_word *w)
{
    switch (w->reading) {
    case READ_RIGHT: return w->box.x0;
    case READ_LEFT: return -w->box.x1;
    case READ_DOWN: return w->box.y0;
    default: return -w->box.y1;
    }
}

static double along_end(const struct page_word *w)
{
    switch (w->reading) {
    case READ_RIGHT: return w->box.x1;
    case READ_LEFT: return -w->box.x0;
    case READ_DOWN: return w->box.y1;
    default: return -w->box.y0;
    }
}

static double across(const struct page_word *w) { return w->reading == READ_LEFT || w->reading == READ_DOWN ? -w->base : w->base; }

static int by_line(const void *x, const void *y)
{
    const struct page_word *a = *(const struct page_word *const *)x, *b = *(const struct page_word *const *)y;
    if (a->reading != b->reading) return a->reading < b->reading ? -1 : 1;
    double d = across(a) - across(b);
    if (d != 0) return d < 0 ? -1 : 1;
    return a < b ? -1 : a > b;
}

static int by_start(const void *x, const void *y)
{
    const struct page_word *a = *(const struct page_word *const *)x, *b = *(const struct page_word *const *)y;
    double d = along(a) - along(b);
    if (d != 0) return d < 0 ? -1 : 1;
    return a < b ? -1 : a > b;
}

/* Letters printed twice, a little apart, to look bold. */
static bool is_double(const struct page_word *a, const struct page_word *b)
{
    double near = 0.15 * a->size;
    return str_eq(a->text, b->text) && fabs(a->box.x0 - b->box.x0) < near && fabs(a->box.y0 - b->box.y0) < near && fabs(a->box.x1 - b->box.x1) < near;
}

static void finish(struct text_line_of_words *l)
{
    size_t n = 0;
    qsort(l->v, l->n, sizeof *l->v, by_start);
    l->bold = true;
    l->box = l->v[0]->box;
    for (size_t i = 0; i < l->n; i++) {
        const struct page_word *w = l->v[i];
        bool twice = false;
        for (size_t k = n; k-- > 0 && n - k < 4 && !twice;) twice = is_double(l->v[k], w);
        if (twice) continue;
        l->v[n++] = w;
        l->bold = l->bold && (w->marks & WORD_BOLD);
        l->box.x0 = fmin(l->box.x0, w->box.x0);
        l->box.y0 = fmin(l->box.y0, w->box.y0);
        l->box.x1 = fmax(l->box.x1, w->box.x1);
        l->box.y1 = fmax(l->box.y1, w->box.y1);
        if (w->size > l->size) {
            l->size = w->size;
            l->base = w->base;
        }
    }
    l->n = n;
}

void lines_make(struct arena *a, const struct page_word *const *words, size_t n, struct word_lines *out)
{
    *out = (struct word_lines){0};
    if (!n) return;
    const struct page_word **v = arena_alloc(a, n * sizeof *v);
    for (size_t i = 0; i < n; i++) v[i] = words[i];
    qsort(v, n, sizeof *v, by_line);
    for (size_t i = 0, k; i < n; i = k) {
        double size = v[i]->size, last = across(v[i]);
        for (k = i + 1; k < n && v[k]->reading == v[i]->reading; k++) {
            double tall = fmax(size, v[k]->size), d = across(v[k]) - last;
            if (d > SAME_BASE * tall || across(v[k]) - across(v[i]) > 0.8 * tall) break;
            size = tall;
            last = across(v[k]);
        }
        struct text_line_of_words *l = ARENA_PUSH(a, out);
        *l = (struct text_line_of_words){.v = v + i, .n = k - i, .reading = v[i]->reading};
        finish(l);
    }
}

bool line_blank_before(const struct text_line_of_words *l, size_t i)
{
    if (i == 0) return false;
    const struct page_word *a = l->v[i - 1], *b = l->v[i];
    return !(b->marks & WORD_GLUED && b == a + 1) && along(b) - along_end(a) > 0.08 * fmin(a->size, b->size);
}

struct str line_text(struct arena *a, const struct text_line_of_words *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++) n += l->v[i]->text.n + 1;
    char *p = arena_alloc(a, n + 1);
    n = 0;
    for (size_t i = 0; i < l->n; i++) {
        if (line_blank_before(l, i)) p[n++] = ' ';
        memcpy(p + n, l->v[i]->text.p, l->v[i]->text.n);
        n += l->v[i]->text.n;
    }
    return (struct str){p, n};
}

struct str cell_words(struct arena *a, const struct word_list *w)
{
    struct word_lines lines;
    struct str all = STR("");
    lines_make(a, w->v, w->n, &lines);
    for (size_t i = 0; i < lines.n; i++) all = all.n ? arena_append(a, all, line_text(a, &lines.v[i])) : line_text(a, &lines.v[i]);
    return all;
}
