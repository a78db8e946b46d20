/* A unified diff of two texts with the same number of lines. */
#include "fix/fix.h"

enum { CONTEXT = 3 };

static struct str line_at(struct str s, size_t at)
{
    size_t end = at;
    while (end < s.n && s.p[end] != '\n' && s.p[end] != '\r') end++;
    if (end + 1 < s.n && s.p[end] == '\r' && s.p[end + 1] == '\n') end++;
    return str_slice(s, at, end < s.n ? end + 1 : end);
}

struct lines {
    struct str *v;
    size_t n, cap;
};

static void split(struct arena *a, struct str s, struct lines *out)
{
    for (size_t at = 0; at < s.n; at += out->v[out->n - 1].n) *ARENA_PUSH(a, out) = line_at(s, at);
}

static void put(struct buf *out, char mark, struct str line)
{
    buf_ch(out, mark);
    buf_str(out, line);
    if (!line.n || (line.p[line.n - 1] != '\n' && line.p[line.n - 1] != '\r')) buf_z(out, "\n\\ No newline at end of file\n");
}

static bool differs(const struct lines *x, const struct lines *y, size_t i) { return !str_eq(x->v[i], y->v[i]); }

/* The hunk that begins with the changed line `at`; gives where it ends. */
static size_t hunk(struct buf *out, const struct lines *x, const struct lines *y, size_t at)
{
    size_t from = at > CONTEXT ? at - CONTEXT : 0, last = at;
    for (size_t i = at; i < x->n && i <= last + 2 * CONTEXT + 1; i++)
        if (differs(x, y, i)) last = i;
    size_t to = last + 1 + CONTEXT < x->n ? last + 1 + CONTEXT : x->n;
    buf_printf(out, "@@ -%zu,%zu +%zu,%zu @@\n", from + 1, to - from, from + 1, to - from);
    for (size_t i = from, end; i < to; i = end) {
        for (end = i; end < to && differs(x, y, end);) end++;
        for (size_t k = i; k < end; k++) put(out, '-', x->v[k]);
        for (size_t k = i; k < end; k++) put(out, '+', y->v[k]);
        if (end == i) put(out, ' ', x->v[end++]);
    }
    return to;
}

void fixes_diff(struct buf *out, struct str path, struct str before, struct str after)
{
    struct arena *a = arena_new();
    struct lines x = {0}, y = {0};
    split(a, before, &x);
    split(a, after, &y);
    if (x.n == y.n) {
        buf_printf(out, "--- %.*s\n+++ %.*s\n", (int)path.n, path.p, (int)path.n, path.p);
        for (size_t i = 0; i < x.n; i++)
            if (differs(&x, &y, i)) i = hunk(out, &x, &y, i) - 1;
    }
    arena_free(a);
}
