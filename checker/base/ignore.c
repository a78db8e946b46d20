/* Patterns of paths. */
#include "base/ignore.h"

enum { MOST = 65536 }; /* bytes of patterns in force: each costs at every entry */

/* [abc], [a-z], [!a] at p[*i]: whether it takes c, and *i behind it. One that is not closed takes nothing. */
static bool class_takes(struct str p, size_t *i, unsigned char c)
{
    size_t at = *i + 1;
    bool no = at < p.n && (p.p[at] == '!' || p.p[at] == '^'), found = false;
    if (no) at++;
    for (size_t first = at; at < p.n && (p.p[at] != ']' || at == first); at++) {
        if (p.p[at] == '\\' && at + 1 < p.n) at++;
        unsigned char low = (unsigned char)p.p[at], high = low;
        if (at + 2 < p.n && p.p[at + 1] == '-' && p.p[at + 2] != ']') {
            at += 2;
            if (p.p[at] == '\\' && at + 1 < p.n) at++;
            high = (unsigned char)p.p[at];
        }
        found |= c == low || (low <= c && c <= high);
    }
    *i = at + 1;
    return at < p.n && found != no;
}

/* Whether p[*i] takes the byte c, and *i behind it. Not for a star. */
static bool takes(struct str p, size_t *i, unsigned char c)
{
    if (p.p[*i] == '[') return class_takes(p, i, c);
    if (p.p[*i] == '?') return ++*i, true;
    if (p.p[*i] == '\\' && *i + 1 < p.n) ++*i;
    return (unsigned char)p.p[(*i)++] == c;
}

/* A name against a pattern without slashes. On a mismatch only the last star can take more: steps are bounded by the two lengths' product. */
static bool name_matches(struct str p, struct str s)
{
    size_t i = 0, k = 0, star = SIZE_MAX, resume = 0;
    while (k < s.n || i < p.n) {
        if (i < p.n && p.p[i] == '*') {
            star = ++i;
            resume = k;
        } else if (i < p.n && k < s.n && takes(p, &i, (unsigned char)s.p[k])) {
            k++;
        } else {
            if (star == SIZE_MAX || resume >= s.n) return false;
            i = star;
            k = ++resume;
        }
    }
    return true;
}

static struct str segment(struct str s, size_t from)
{
    size_t end = str_find(s, STR("/"), from);
    return str_slice(s, from, end == SIZE_MAX ? s.n : end);
}

/* The same, name by name, where a name of two stars stands for any number of folders; at the end it wants one name at least. */
static bool path_matches(struct str p, struct str s)
{
    size_t i = 0, k = 0, stars = SIZE_MAX, resume = 0;
    for (;;) {
        struct str want = segment(p, i);
        bool over = k > s.n, done = i > p.n;
        if (over && done) return true;
        if (!done && str_eqz(want, "**")) {
            if (i + 2 >= p.n) return !over;
            stars = i += 3;
            resume = k;
        } else if (!over && !done && name_matches(want, segment(s, k))) {
            i += want.n + 1;
            k += segment(s, k).n + 1;
        } else {
            if (stars == SIZE_MAX || resume > s.n) return false;
            i = stars;
            k = resume += segment(s, resume).n + 1;
        }
    }
}

/* Blanks at the end do not count, unless the last is \escaped. */
static struct str cut_blanks(struct str line)
{
    if (line.n && line.p[line.n - 1] == '\r') line.n--;
    while (line.n && line.p[line.n - 1] == ' ' && !(line.n > 1 && line.p[line.n - 2] == '\\')) line.n--;
    return line;
}

static void add(struct arena *a, struct ignore *list, struct str line)
{
    struct pattern p = {0};
    line = cut_blanks(line);
    if (!line.n || line.p[0] == '#') return;
    if ((p.negated = line.p[0] == '!')) line = str_slice(line, 1, line.n);
    if ((p.folders = line.n && line.p[line.n - 1] == '/')) line.n--;
    if ((p.anchored = str_find(line, STR("/"), 0) != SIZE_MAX) && line.p[0] == '/') line = str_slice(line, 1, line.n);
    if (!line.n || list->bytes + line.n > MOST) return;
    p.glob = arena_str(a, line);
    list->bytes += line.n;
    *ARENA_PUSH(a, list) = p;
}

struct ignore *ignore_parse(struct arena *a, const struct ignore *above, struct str key, struct str text)
{
    struct ignore *list = arena_alloc(a, sizeof *list);
    *list = (struct ignore){.above = above, .skip = key.n ? key.n + 1 : 0, .bytes = above ? above->bytes : 0};
    if (str_starts(text, STR("\xEF\xBB\xBF"))) text = str_slice(text, 3, text.n);
    while (text.n) {
        size_t end = str_find(text, STR("\n"), 0);
        if (end == SIZE_MAX) end = text.n;
        add(a, list, str_slice(text, 0, end));
        text = str_slice(text, end + 1, text.n);
    }
    return list;
}

bool ignore_matches(const struct ignore *rules, struct str key, bool folder)
{
    size_t slash = key.n;
    while (slash > 0 && key.p[slash - 1] != '/') slash--;
    for (; rules; rules = rules->above) {
        struct str path = str_slice(key, rules->skip, key.n), name = str_slice(key, slash, key.n);
        for (size_t i = rules->n; i-- > 0;) {
            const struct pattern *p = &rules->v[i];
            if (p->folders && !folder) continue;
            if (p->anchored ? path_matches(p->glob, path) : name_matches(p->glob, name)) return !p->negated;
        }
    }
    return false;
}

bool ignore_covers(const struct ignore *rules, struct str key)
{
    for (size_t end = str_find(key, STR("/"), 0); end != SIZE_MAX; end = str_find(key, STR("/"), end + 1))
        if (ignore_matches(rules, str_slice(key, 0, end), true)) return true;
    return ignore_matches(rules, key, false);
}
