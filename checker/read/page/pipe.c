/* Reads page geometry from another process: nothing of it is believed that is not checked. */
#include <string.h>

#include "read/page/pipe.h"

#define MOST_LENGTH ((int32_t)(PAGE_MOST * PIPE_UNIT))
#define MOST_SIZE ((int32_t)(2000 * PIPE_UNIT))

struct pipe {
    struct arena *a;
    const unsigned char *p, *end;
    bool garbled;
};

static int32_t number(struct pipe *s)
{
    if (s->end - s->p < 4) {
        s->garbled = true;
        return 0;
    }
    uint32_t v = (uint32_t)s->p[0] | (uint32_t)s->p[1] << 8 | (uint32_t)s->p[2] << 16 | (uint32_t)s->p[3] << 24;
    s->p += 4;
    return v > INT32_MAX ? (int32_t)(v - 0x80000000u) + INT32_MIN : (int32_t)v;
}

static uint32_t within(struct pipe *s, int32_t least, int32_t most)
{
    int32_t v = number(s);
    if (v < least || v > most) s->garbled = true;
    return s->garbled ? (uint32_t)(least > 0 ? least : 0) : (uint32_t)v;
}

static double length_within(struct pipe *s, int32_t least, int32_t most)
{
    int32_t v = number(s);
    if (v < least || v > most) s->garbled = true;
    return s->garbled ? 0 : v / PIPE_UNIT;
}

static double length(struct pipe *s) { return length_within(s, -MOST_LENGTH, MOST_LENGTH); }

static struct box box(struct pipe *s)
{
    struct box b;
    b.x0 = length(s);
    b.y0 = length(s);
    b.x1 = length(s);
    b.y1 = length(s);
    if (b.x0 > b.x1 || b.y0 > b.y1) s->garbled = true;
    return b;
}

static uint32_t colour(struct pipe *s) { return within(s, 0, 0xFFFFFF); }
static uint32_t order(struct pipe *s) { return within(s, 1, INT32_MAX); }

static bool prints(uint32_t c) { return c > ' ' && !(c >= 0x7F && c <= 0xA0) && !(c >= 0xD800 && c <= 0xDFFF) && c <= 0x10FFFF; }

/* Bytes behind the first one of a character; 9 where none begins so. */
static size_t following(unsigned char c) { return c < 0x80 ? 0 : c < 0xC2 ? 9 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : c < 0xF5 ? 3 : 9; }

/* Well-formed UTF-8 of characters that print. */
static bool is_word(const unsigned char *p, size_t n)
{
    for (size_t i = 0; i < n;) {
        static const uint32_t least[] = {0, 0x80, 0x800, 0x10000}; /* by bytes that follow: none may be longer than it must */
        uint32_t c = p[i];
        size_t more = following(p[i]);
        if (more > 3 || more >= n - i) return false;
        if (more) c &= 0x3Fu >> more;
        for (size_t k = 1; k <= more; k++) {
            if ((p[i + k] & 0xC0) != 0x80) return false;
            c = c << 6 | (p[i + k] & 0x3Fu);
        }
        if (c < least[more] || !prints(c)) return false;
        i += more + 1;
    }
    return n > 0;
}

static void read_word(struct pipe *s, struct page *page)
{
    struct page_word w = {.confidence = 1};
    w.box = box(s);
    w.size = length_within(s, 0, MOST_LENGTH);
    w.base = length(s);
    w.reading = (enum page_reading)within(s, READ_RIGHT, READ_UP);
    w.marks = within(s, 0, WORD_BOLD | WORD_ITALIC | WORD_UNSEEN | WORD_UNMAPPED | WORD_GLUED);
    w.colour = colour(s);
    w.order = order(s);
    size_t n = within(s, 1, 4096);
    if (s->garbled || n > (size_t)(s->end - s->p) || !is_word(s->p, n)) {
        s->garbled = true;
        return;
    }
    w.text = arena_str(s->a, (struct str){(const char *)s->p, n});
    s->p += n;
    *ARENA_PUSH(s->a, &page->words) = w;
}

static void read_rule(struct pipe *s, struct page *page)
{
    struct page_rule r = {.confidence = 1};
    r.vertical = within(s, 0, 1);
    r.at = length(s);
    r.from = length(s);
    r.to = length(s);
    r.thickness = length_within(s, 0, MOST_SIZE);
    r.colour = colour(s);
    uint32_t looks = within(s, 0, PIPE_STROKED | PIPE_DASHED);
    r.stroked = looks & PIPE_STROKED;
    r.dashed = looks & PIPE_DASHED;
    r.order = order(s);
    if (r.from > r.to) s->garbled = true;
    if (!s->garbled) *ARENA_PUSH(s->a, &page->rules) = r;
}

static void read_path(struct pipe *s, struct page *page)
{
    struct page_path p = {.confidence = 1};
    uint32_t looks = within(s, 1, PIPE_CLOSED | PIPE_FILLED | PIPE_STROKED | PIPE_DASHED);
    p.closed = looks & PIPE_CLOSED;
    p.filled = looks & PIPE_FILLED;
    p.stroked = looks & PIPE_STROKED;
    p.dashed = looks & PIPE_DASHED;
    p.curves = within(s, 0, INT32_MAX);
    p.fill = colour(s);
    p.stroke = colour(s);
    p.opacity = length_within(s, 0, (int32_t)PIPE_UNIT);
    p.width = length_within(s, 0, MOST_LENGTH);
    p.order = order(s);
    p.n = within(s, 2, INT32_MAX);
    if (s->garbled || p.n > (size_t)(s->end - s->p) / 8) {
        s->garbled = true;
        return;
    }
    struct page_point *v = arena_alloc(s->a, p.n * sizeof *v);
    p.box = (struct box){PAGE_MOST, PAGE_MOST, -PAGE_MOST, -PAGE_MOST};
    for (uint32_t i = 0; i < p.n; i++) {
        v[i].x = length(s);
        v[i].y = length(s);
        if (v[i].x < p.box.x0) p.box.x0 = v[i].x;
        if (v[i].x > p.box.x1) p.box.x1 = v[i].x;
        if (v[i].y < p.box.y0) p.box.y0 = v[i].y;
        if (v[i].y > p.box.y1) p.box.y1 = v[i].y;
    }
    p.v = v;
    if (!s->garbled) *ARENA_PUSH(s->a, &page->paths) = p;
}

static void read_picture(struct pipe *s, struct page *page)
{
    struct page_picture p = {.box = box(s)};
    p.mask = within(s, 0, 1);
    p.order = order(s);
    if (!s->garbled) *ARENA_PUSH(s->a, &page->pictures) = p;
}

static void begin_page(struct pipe *s, struct pages *out)
{
    static const int32_t turns[] = {0, 90, 180, 270};
    struct page p = {.number = within(s, 1, PIPE_MOST_PAGES)};
    p.width = length_within(s, 0, MOST_LENGTH);
    p.height = length_within(s, 0, MOST_LENGTH);
    int32_t turned = number(s);
    size_t i = 0;
    while (i < COUNT(turns) && turns[i] != turned) i++;
    if (i == COUNT(turns) || p.number != out->n + 1) s->garbled = true;
    p.turned = (uint32_t)turned;
    if (!s->garbled) *ARENA_PUSH(s->a, out) = p;
}

/* A record inside a page; false: it ended. */
static bool read_record(struct pipe *s, struct page *page, int tag)
{
    switch (tag) {
    case PIPE_WORD: read_word(s, page); return true;
    case PIPE_RULE: read_rule(s, page); return true;
    case PIPE_PATH: read_path(s, page); return true;
    case PIPE_PICTURE: read_picture(s, page); return true;
    case PIPE_END: page->damaged = !within(s, 0, 1); return false;
    default: s->garbled = true; return true;
    }
}

bool pipe_read(struct arena *a, struct str bytes, struct pages *out, enum pipe_failure *failure)
{
    struct pipe s = {a, (const unsigned char *)bytes.p, (const unsigned char *)bytes.p + bytes.n, false};
    bool inside = false, done = false;
    *failure = PIPE_FINE;
    if (!str_starts(bytes, STR(PIPE_MAGIC))) return false;
    s.p += sizeof PIPE_MAGIC - 1;
    while (s.p < s.end && !s.garbled && !done) {
        int tag = *s.p++;
        if (tag == PIPE_FAILED) {
            *failure = (enum pipe_failure)within(&s, PIPE_BROKEN, PIPE_TOO_MUCH);
            done = true;
        } else if (inside) {
            inside = read_record(&s, &out->v[out->n - 1], tag);
        } else if (tag == PIPE_PAGE) {
            begin_page(&s, out);
            inside = true;
        } else {
            done = tag == PIPE_DONE && within(&s, 0, INT32_MAX) == out->n;
            s.garbled |= !done;
        }
    }
    return done && !s.garbled && s.p == s.end;
}
