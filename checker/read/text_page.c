/* Running heads and page numbers by their repetition, and how the lines of a page are set. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "read/build.h"
#include "read/text_page.h"

struct text_line text_line_at(struct str text, size_t begin)
{
    size_t end = begin;
    while (end < text.n && text.p[end] != '\n' && text.p[end] != '\r' && text.p[end] != '\f') end++;
    bool page = end < text.n && text.p[end] == '\f';
    size_t next = end < text.n ? end + 1 : end;
    if (end + 1 < text.n && text.p[end] == '\r' && text.p[end + 1] == '\n') next++;
    return (struct text_line){begin, end, next, page};
}

/* EDGES: first and second line of the page, last but one and last. */
enum { EDGES = 4, LEAST_PAGES = 3, PERSON_DIGITS = 15, PROSE_WIDTH = 45, MOST_WIDTH = 200 };

struct edge {
    uint64_t hash;
    size_t begin;
    uint32_t page;
    uint8_t which;
    bool number;             /* nothing but a page number */
};
struct edges {
    struct edge *v;
    size_t n, cap;
};

/* "12", "- 12 -", "iv", "Halaman 3": the text without digits and signs, blanks left out. */
static uint64_t edge_hash(struct str s, bool *number, size_t *digits_out)
{
    uint64_t h = 1469598103934665603u;
    size_t letters = 0, roman = 0, digits = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (is_digit(c)) {
            digits++;
            continue;
        }
        if (!is_letter(c)) continue;
        letters++;
        roman += strchr("ivxlc", c) != NULL;
        h = (h ^ (unsigned char)c) * 1099511628211u;
    }
    *number = (digits && !letters && digits <= 4 && s.n <= 12) || (roman == letters && letters && letters <= 6 && !digits && s.n <= 10);
    *digits_out = digits;
    return h;
}

/* A line with several wide gaps is rather the head of a table. */
static bool is_tabular(struct str s)
{
    size_t gaps = 0;
    for (size_t i = 1; i + 1 < s.n; i++) gaps += s.p[i] == ' ' && s.p[i + 1] == ' ' && s.p[i - 1] != ' ';
    return gaps > 1 || memchr(s.p, '\t', s.n) || s.p[0] == '|' || s.p[0] == '<';
}

/* Lines that run on into the head of a table, without a blank one between, are the top of that head. */
static bool heads_table(struct str text, struct text_line l)
{
    enum { FOLLOWING = 2 };
    for (int i = 0; i < FOLLOWING && l.next < text.n && !l.page; i++) {
        l = text_line_at(text, l.next);
        struct str s = str_trim(str_slice(text, l.begin, l.end));
        if (!s.n) return false;
        if (is_tabular(s)) return true;
    }
    return false;
}

static void add_edge(struct edges *e, struct str text, struct text_line l, uint32_t page, uint8_t which)
{
    struct str s = str_trim(str_slice(text, l.begin, l.end));
    if (s.n > 200 || is_tabular(s)) return;
    struct edge one = {.begin = l.begin, .page = page, .which = which};
    size_t digits;
    one.hash = edge_hash(s, &one.number, &digits);
    if (digits >= PERSON_DIGITS) return; /* "NIP. 19700101 199503 1 002" under a signature */
    e->v = build_room(e->v, e->n, &e->cap, sizeof *e->v);
    e->v[e->n++] = one;
}

static uint32_t collect(struct edges *e, struct str text)
{
    uint32_t page = 0;
    struct text_line first[2] = {{0}}, last[2] = {{0}};
    size_t printed = 0;
    for (size_t at = 0; at < text.n;) {
        struct text_line l = text_line_at(text, at);
        if (!str_blank(str_slice(text, l.begin, l.end))) {
            if (printed < 2) first[printed] = l;
            last[0] = last[1];
            last[1] = l;
            printed++;
        }
        at = l.next;
        if (!l.page && at < text.n) continue;
        for (uint8_t k = 0; k < 2 && k + (size_t)2 < printed; k++)
            if (!heads_table(text, first[k])) add_edge(e, text, first[k], page, k);
        for (uint8_t k = 0; k < 2 && printed > 4; k++) add_edge(e, text, last[k], page, (uint8_t)(k + 2));
        printed = 0;
        page++;
    }
    return page;
}

static int by_text(const void *x, const void *y)
{
    const struct edge *a = x, *b = y;
    if (a->which != b->which) return a->which < b->which ? -1 : 1;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

static int by_begin(const void *x, const void *y)
{
    size_t a = *(const size_t *)x, b = *(const size_t *)y;
    return (a > b) - (a < b);
}

static void add_line(struct furniture *f, size_t begin)
{
    f->v = build_room(f->v, f->n, &f->cap, sizeof *f->v);
    f->v[f->n++] = begin;
}

/* What stands at the same edge of at least a third of the pages is a running head; its first appearance stays. */
void furniture_find(struct furniture *f, struct str text)
{
    *f = (struct furniture){0};
    if (!memchr(text.p, '\f', text.n)) return;
    struct edges e = {0};
    uint32_t pages = collect(&e, text);
    if (pages >= LEAST_PAGES && e.n) qsort(e.v, e.n, sizeof *e.v, by_text);
    for (size_t i = 0, j; i < e.n && pages >= LEAST_PAGES; i = j) {
        for (j = i; j < e.n && e.v[j].which == e.v[i].which && e.v[j].hash == e.v[i].hash;) j++;
        bool often = j - i >= LEAST_PAGES && (j - i) * 3 >= pages;
        for (size_t k = i; k < j; k++) {
            bool outermost = e.v[k].which == 0 || e.v[k].which == EDGES - 1;
            if ((often && (k > i || e.v[k].which >= 2)) || (e.v[k].number && outermost)) add_line(f, e.v[k].begin);
        }
    }
    if (f->n) qsort(f->v, f->n, sizeof *f->v, by_begin);
    free(e.v);
}

bool is_furniture(const struct furniture *f, size_t begin)
{
    return f->n && bsearch(&begin, f->v, f->n, sizeof *f->v, by_begin);
}

void furniture_free(struct furniture *f) { free(f->v); }

struct line_extent line_extent(struct str text, const struct text_line *line)
{
    struct line_extent e = {0};
    uint32_t x = 0;
    bool in_word = true;
    for (size_t i = line->begin; i < line->end; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if ((c & 0xC0) == 0x80) continue;
        if (c == ' ') {
            in_word = in_word && e.end == 0;
        } else {
            if (e.end == 0) e.indent = x;
            else e.gaps += x - e.end > 1;
            e.end = x + 1;
            e.word += in_word;
        }
        x++;
    }
    return e;
}

struct page_look page_look(struct str text, size_t begin)
{
    struct page_look look = {.end = text.n};
    size_t close = 0, apart = 0, blanks = 2;
    for (size_t at = begin; at < text.n;) {
        struct text_line l = text_line_at(text, at);
        struct line_extent e = line_extent(text, &l);
        at = l.next;
        if (e.end == 0) {
            blanks++;
        } else {
            bool prose = e.gaps == 0 && e.end - e.indent >= PROSE_WIDTH && e.end <= MOST_WIDTH;
            close += prose && blanks == 0;
            apart += prose && blanks == 1;
            blanks = 0;
            if (prose && e.end > look.margin) look.margin = e.end;
        }
        if (!l.page) continue;
        look.end = at;
        break;
    }
    look.apart = apart > 2 && apart > close;
    return look;
}
