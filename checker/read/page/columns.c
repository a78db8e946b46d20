/* Tables without rules: their lines are set out as a text file would have them, columns under each other, for the text reader to take apart. */
#include <math.h>
#include <stdlib.h>

#include "base/chars.h"
#include "read/page/tell.h"
#include "read/text/text.h"

/* In sizes of the font. */
#define WIDE_GAP 1.0     /* between words of one line: another column, perhaps */
#define SURE_GAP 1.6     /* no setting of words to full width makes one so wide */
#define APART 1.5        /* in usual distances of lines: a blank line stands between */
#define WIDTH_OF_LETTER 0.5
enum {
    LEAST_LINES = 3,     /* with sure gaps, of what may be a table */
    MOST_PLAIN = 3,      /* lines without one between them: cells that wrap */
};

static double gap_before(const struct text_line_of_words *l, size_t i) { return (l->v[i]->box.x0 - l->v[i - 1]->box.x1) / fmax(l->size, 1); }

static bool in_columns(const struct text_line_of_words *l)
{
    for (size_t i = 1; i < l->n; i++)
        if (gap_before(l, i) > SURE_GAP) return true;
    return false;
}

size_t columns_end(const struct word_lines *lines, size_t from)
{
    size_t found = 0, end = from, plain = 0;
    if (!in_columns(&lines->v[from])) return from;
    for (size_t i = from; i < lines->n && plain <= MOST_PLAIN && lines->v[i].reading == READ_RIGHT; i++) {
        if (lines->v[i].furniture) continue;
        if (in_columns(&lines->v[i])) {
            found++;
            plain = 0;
            end = i + 1;
        } else {
            plain++;
        }
    }
    return found >= LEAST_LINES ? end : from;
}

static int by_value(const void *x, const void *y)
{
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

static double middle_of(double *v, size_t n, double otherwise)
{
    if (!n) return otherwise;
    qsort(v, n, sizeof *v, by_value);
    return v[n / 2];
}

static bool is_figure(struct str s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (is_digit(s.p[i])) digits++;
        else if (s.p[i] != '.' && s.p[i] != ',') return false;
    }
    return digits > 1;
}

/* What places are measured in: the width of a figure, so that figures stand under each other; and how far apart lines stand. */
struct setting {
    double left, letter, pitch;
};

static struct setting setting_of(struct arena *a, const struct word_lines *lines, size_t from, size_t to)
{
    struct setting s = {PAGE_MOST, 0, 0};
    size_t words = 0, figures = 0, gaps = 0;
    double size = 0;
    for (size_t i = from; i < to; i++) words += lines->v[i].n;
    double *widths = arena_alloc(a, words * sizeof *widths), *steps = arena_alloc(a, (to - from) * sizeof *steps);
    for (size_t i = from; i < to; i++) {
        const struct text_line_of_words *l = &lines->v[i];
        s.left = fmin(s.left, l->box.x0);
        size = fmax(size, l->size);
        for (size_t k = 0; k < l->n; k++)
            if (is_figure(l->v[k]->text)) widths[figures++] = (l->v[k]->box.x1 - l->v[k]->box.x0) / (double)l->v[k]->text.n;
        if (i > from && l->base > lines->v[i - 1].base) steps[gaps++] = l->base - lines->v[i - 1].base;
    }
    if (gaps) qsort(steps, gaps, sizeof *steps, by_value);
    s.letter = fmax(middle_of(widths, figures, WIDTH_OF_LETTER * size), 1);
    s.pitch = gaps ? fmax(steps[gaps / 4], 0.9 * size) : size;
    return s;
}

static size_t letters(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return n;
}

/* A word as it has to be written in a text file to mean itself. */
static void set_word(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (strchr("<&*_\\", s.p[i])) buf_ch(b, '\\');
        buf_ch(b, s.p[i]);
    }
}

static void set_line(struct teller *t, const struct sheet *s, const struct text_line_of_words *l, const struct setting *set, struct buf *b)
{
    size_t at = 0;
    for (size_t i = 0; i < l->n; i++) {
        const struct page_word *w = l->v[i];
        bool apart = i == 0 || gap_before(l, i) > WIDE_GAP;
        size_t place = (size_t)fmax(0, (w->box.x0 - set->left) / set->letter + 0.5), blanks = 0;
        if (apart) blanks = place > at + 2 ? place - at : i ? 2 : place;
        else blanks = line_blank_before(l, i);
        for (size_t k = 0; k < blanks; k++) buf_ch(b, ' ');
        size_t begin = b->n;
        set_word(b, w->text);
        *ARENA_PUSH(t->a, &t->cells) = (struct source_mark){(uint32_t)begin, (uint32_t)b->n, s->page->number, w->box};
        at += blanks + letters(w->text);
    }
}

void columns_tell(struct teller *t, const struct sheet *s, const struct word_lines *lines, size_t from, size_t to)
{
    struct setting set = setting_of(t->work, lines, from, to);
    struct buf b = BUF_INIT;
    size_t first = t->cells.n;
    const struct text_line_of_words *last = NULL;
    for (size_t i = from; i < to; i++) {
        const struct text_line_of_words *l = &lines->v[i];
        if (l->furniture) continue;
        if (last) buf_z(&b, l->base - last->base > APART * set.pitch ? "\n\n" : "\n");
        set_line(t, s, l, &set, &b);
        last = l;
    }
    size_t at = tape_lines(t->tape, buf_view(&b), text_feed);
    for (size_t i = first; i < t->cells.n; i++) {
        t->cells.v[i].begin += (uint32_t)at;
        t->cells.v[i].end += (uint32_t)at;
    }
    buf_free(&b);
}
