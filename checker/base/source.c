/* Places in a decoded text: offsets to lines and columns, and back to bytes of the file. */
#include <string.h>

#include "base/escape.h"
#include "base/source.h"

static void index_lines(struct arena *a, struct source *s)
{
    size_t cap = 64, n = 0;
    uint32_t *v = arena_alloc(a, cap * sizeof *v);
    v[n++] = 0;
    for (size_t i = 0; i < s->text.n; i++) {
        char c = s->text.p[i];
        if (c > '\r') continue;
        if (c != '\n' && !(c == '\r' && s->text.p[i + 1] != '\n')) continue;
        v = arena_grow(a, v, n, &cap, sizeof *v);
        v[n++] = (uint32_t)(i + 1);
    }
    s->lines = v;
    s->line_count = n;
}

static size_t line_of(struct arena *a, struct source *s, uint32_t offset)
{
    if (!s->lines) index_lines(a, s);
    size_t lo = 0, hi = s->line_count;
    while (hi - lo > 1) {
        size_t mid = lo + (hi - lo) / 2;
        if (s->lines[mid] <= offset) lo = mid;
        else hi = mid;
    }
    return lo;
}

static uint32_t characters(const char *p, size_t n)
{
    uint32_t count = 0;
    for (size_t i = 0; i < n; i++) count += ((unsigned char)p[i] & 0xC0) != 0x80;
    return count;
}

struct position source_locate(struct arena *a, struct source *s, uint32_t offset)
{
    if (s->composed) return (struct position){0, 0};
    if (offset > s->text.n) offset = (uint32_t)s->text.n;
    size_t line = line_of(a, s, offset);
    uint32_t begin = s->lines[line], from = s->last.offset;
    if (from < begin || from > offset) from = begin, s->last.characters = s->last.wide = 0;
    s->last.offset = offset;
    s->last.characters += characters(s->text.p + from, offset - from);
    for (; from < offset; from++) s->last.wide += (unsigned char)s->text.p[from] >= 0xF0;
    return (struct position){(uint32_t)line + 1, s->last.characters + 1};
}

uint32_t source_column16(struct arena *a, struct source *s, uint32_t offset)
{
    uint32_t column = source_locate(a, s, offset).column;
    return column ? column + s->last.wide : 0;
}

struct str source_line(struct arena *a, struct source *s, uint32_t offset, uint32_t *begin)
{
    if (offset > s->text.n) offset = (uint32_t)s->text.n;
    size_t line = line_of(a, s, offset);
    *begin = s->lines[line];
    size_t end = line + 1 < s->line_count ? s->lines[line + 1] : s->text.n;
    while (end > *begin && (s->text.p[end - 1] == '\n' || s->text.p[end - 1] == '\r')) end--;
    return str_slice(s->text, *begin, end);
}

/* Where bytes were replaced a text is longer or shorter than they were. */
static uint64_t mended_offset(const struct source *s, uint32_t offset)
{
    size_t low = 0, high = s->mends.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->mends.v[middle].at <= offset) low = middle + 1;
        else high = middle;
    }
    return low ? (uint64_t)((int64_t)offset + s->mends.v[low - 1].shift) : offset;
}

uint64_t source_file_offset(const struct source *s, uint32_t offset)
{
    if (offset > s->text.n) offset = (uint32_t)s->text.n;
    switch (s->encoding) {
    case ENC_UTF8: return mended_offset(s, offset);
    case ENC_UTF8_BOM: return mended_offset(s, offset) + 3;
    case ENC_CP1252: return characters(s->text.p, offset);
    case ENC_UTF16LE:
    case ENC_UTF16BE: break;
    }
    uint64_t units = 0;
    for (uint32_t i = 0; i < offset; i++) {
        unsigned char c = (unsigned char)s->text.p[i];
        units += (c & 0xC0) == 0x80 ? 0 : c >= 0xF0 ? 2 : 1; /* outside the first plane: a surrogate pair */
    }
    return units * 2 + (s->marked ? 2 : 0);
}

static void put_unit(struct buf *out, uint32_t unit, bool big)
{
    char bytes[2] = {(char)(unit & 0xFF), (char)(unit >> 8 & 0xFF)};
    buf_ch(out, bytes[big]);
    buf_ch(out, bytes[!big]);
}

bool source_encode(const struct source *s, struct str text, struct buf *out)
{
    if (s->encoding == ENC_UTF8 || s->encoding == ENC_UTF8_BOM) return buf_str(out, text), true;
    for (size_t i = 0, n = 1; i < text.n; i += n) {
        int32_t c = text_char(text, i, &n);
        if (s->encoding == ENC_CP1252) {
            if (c < 0 || c > 0xFF || (c >= 0x80 && c < 0xA0)) return false;
            buf_ch(out, (char)c);
        } else {
            if (c < 0 || c > 0xFFFF) return false;
            put_unit(out, (uint32_t)c, s->encoding == ENC_UTF16BE);
        }
    }
    return true;
}

struct trouble *trouble_add(struct arena *a, struct troubles *list, enum word message, struct span at)
{
    struct trouble *t = ARENA_PUSH(a, list);
    t->message = message;
    t->at = at;
    return t;
}

static void include(struct box *b, const struct box *more)
{
    if (more->x0 < b->x0) b->x0 = more->x0;
    if (more->y0 < b->y0) b->y0 = more->y0;
    if (more->x1 > b->x1) b->x1 = more->x1;
    if (more->y1 > b->y1) b->y1 = more->y1;
}

/* The first mark that begins at or behind `offset`. */
static size_t mark_from(const struct source_marks *m, uint32_t offset)
{
    size_t lo = 0, hi = m->n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (m->v[mid].begin < offset) lo = mid + 1;
        else hi = mid;
    }
    return lo;
}

bool source_box(const struct source *s, struct span at, uint32_t *page, struct box *out)
{
    const struct source_marks *m = &s->marks;
    if (!at.set || !m->n) return false;
    size_t i = mark_from(m, at.begin);
    if (at.begin == at.end) {
        if (i == m->n || m->v[i].begin != at.begin) return false;
        *page = m->v[i].page;
        *out = m->v[i].box;
        return true;
    }
    bool found = false;
    for (size_t back = i; back > 0 && back + 2 > i; back--) /* a word, or a cell and a word, that begins before it */
        if (m->v[back - 1].end > at.begin) i = back - 1;
    for (; i < m->n && m->v[i].begin < at.end; i++) {
        const struct source_mark *k = &m->v[i];
        if (k->begin == k->end || (found && k->page != *page)) continue;
        if (found) {
            include(out, &k->box);
        } else {
            *page = k->page;
            *out = k->box;
            found = true;
        }
    }
    return found;
}
