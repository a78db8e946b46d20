/* Places in a decoded text: offsets to lines and columns, and back to bytes of the file. */
#include <string.h>

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
    uint32_t begin = s->lines[line], from = s->last.offset, before = s->last.characters;
    if (from < begin || from > offset) from = begin, before = 0;
    s->last.offset = offset;
    s->last.characters = before + characters(s->text.p + from, offset - from);
    return (struct position){(uint32_t)line + 1, s->last.characters + 1};
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

uint64_t source_file_offset(const struct source *s, uint32_t offset)
{
    if (offset > s->text.n) offset = (uint32_t)s->text.n;
    switch (s->encoding) {
    case ENC_UTF8: return offset;
    case ENC_UTF8_BOM: return (uint64_t)offset + 3;
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

struct trouble *trouble_add(struct arena *a, struct troubles *list, enum word message, struct span at)
{
    struct trouble *t = ARENA_PUSH(a, list);
    t->message = message;
    t->at = at;
    return t;
}
