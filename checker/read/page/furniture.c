/* Running heads and feet and page numbers: what stands at the same place of many pages, digits aside. */
#include <math.h>
#include <stdlib.h>

#include "base/chars.h"
#include "read/page/sheet.h"
#include "read/words.h"

enum {
    AT_EDGE = 6,         /* so many lines at the top and at the bottom of a page may be furniture */
    MANY_PAGES = 3,
};
#define MARGIN 0.14      /* of the height of the page */
#define SAME_PLACE 4.0

struct candidate {
    uint64_t key;        /* of its text, all numbers the same */
    double at;           /* distance from the top, or, negative, from the bottom */
    struct text_line_of_words *line;
    size_t page;
};

static uint64_t key_of(struct arena *a, struct str s)
{
    char *p = arena_alloc(a, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == ' ' || (is_digit(s.p[i]) && n && p[n - 1] == '#')) continue;
        p[n++] = is_digit(s.p[i]) ? '#' : s.p[i];
    }
    return str_hash((struct str){p, n});
}

/* "12", "- 12 -", "xii", "Halaman 3 dari 7", "Page | 3". */
static bool is_page_number(const struct read_words *words, struct str s)
{
    size_t digits = 0, roman = 0, i = 0;
    while (i < s.n) {
        struct str rest = str_slice(s, i, s.n);
        size_t word = 0;
        for (size_t k = 0; k < words->page_numbers.n && !word; k++)
            if (str_istarts(rest, words->page_numbers.v[k].text)) word = words->page_numbers.v[k].text.n;
        if (word) i += word;
        else if (is_digit(s.p[i])) digits++, i++;
        else if (strchr("ivxlc", s.p[i])) roman++, i++;
        else if (strchr(" -|/~", s.p[i]) || (unsigned char)s.p[i] >= 0x80) i++;
        else return false;
    }
    return (digits > 0 && digits < 8 && roman == 0) || (roman > 0 && roman < 7 && roman == s.n);
}

static int by_key(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    if (a->at != b->at) return a->at < b->at ? -1 : 1;
    return (a->page > b->page) - (a->page < b->page);
}

struct candidates {
    struct candidate *v;
    size_t n, cap;
};

static void collect(struct arena *a, const struct read_words *words, struct sheet *s, size_t page, struct candidates *out)
{
    size_t n = s->lines.n;
    for (size_t i = 0; i < n; i++) {
        if (i >= AT_EDGE && i + AT_EDGE < n) continue;
        struct text_line_of_words *l = &s->lines.v[i];
        double top = l->box.y1, bottom = s->page->height - l->box.y0;
        double most = MARGIN * s->page->height;
        if (top > most && bottom > most) continue;
        struct str text = line_text(a, l);
        if ((i == 0 || i + 1 == n) && is_page_number(words, text)) l->furniture = true;
        *ARENA_PUSH(a, out) = (struct candidate){key_of(a, text), top <= most ? top : -bottom, l, page};
    }
}

void furniture_mark(struct arena *a, const struct read_words *words, struct sheets *all)
{
    struct candidates c = {0};
    for (size_t i = 0; i < all->n; i++) collect(a, words, &all->v[i], i, &c);
    if (c.n) qsort(c.v, c.n, sizeof *c.v, by_key);
    for (size_t i = 0, k; i < c.n; i = k) {
        size_t pages = 1;
        for (k = i + 1; k < c.n && c.v[k].key == c.v[i].key && c.v[k].at - c.v[k - 1].at < SAME_PLACE; k++) pages += c.v[k].page != c.v[k - 1].page;
        for (size_t j = i; j < k && pages >= MANY_PAGES; j++) c.v[j].line->furniture = true;
    }
}
