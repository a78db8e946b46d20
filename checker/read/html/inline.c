/* One line or cell of text: Markdown emphasis, backslash escapes, known HTML tags, entities. Anything else stays as printed. */
#include <string.h>

#include "base/chars.h"
#include "read/html/inline.h"

static bool blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0'; }

static bool word_char(char c)
{
    return is_alnum(c) || (unsigned char)c >= 0x80;
}

/* Neighbours in the line, '\0' outside it. */
static char at(struct str s, size_t from, size_t to, size_t i) { return i >= from && i < to ? s.p[i] : '\0'; }

void inline_end(struct build *b, struct inline_state *state)
{
    state->strong = false;
    build_plain(b);
}

/* "**", "__" or three of them at i: opens or closes bold print. False: printed as it is, like the marks of footnotes. */
static bool strong(struct build *b, struct inline_state *state, struct str s, size_t from, size_t to, size_t i, size_t width)
{
    char before = i > from ? s.p[i - 1] : '\0', after = at(s, from, to, i + width);
    bool underscores = s.p[i] == '_';
    if (state->strong) {
        if (blank(before) && !blank(after)) return true; /* opened twice: still bold */
        state->strong = false;
        build_bold(b, false);
        return true;
    }
    if (after == ')' || (underscores && word_char(before))) return false;
    if (blank(after)) return !underscores && !blank(before); /* closes what was never opened: only noise */
    state->strong = true;
    build_bold(b, true);
    return true;
}

/* A single '*' or '_' that opens emphasis at i: the offset of the one that closes it, 0 when there is none. */
static size_t emphasis(struct str s, size_t from, size_t to, size_t i)
{
    char before = i > from ? s.p[i - 1] : '\0', after = at(s, from, to, i + 1);
    if (word_char(before) || !word_char(after)) return 0;
    const char *hit = memchr(s.p + i + 1, s.p[i], to - i - 1);
    if (!hit) return 0;
    size_t j = (size_t)(hit - s.p);
    if (blank(s.p[j - 1]) || word_char(at(s, from, to, j + 1)) || at(s, from, to, j + 1) == s.p[i]) return 0;
    return j;
}

/* A Markdown picture "![…](…)" at i: where it ends, 0 when it is none. Never looks beyond another '[', to stay linear. */
static size_t picture(struct str s, size_t to, size_t i)
{
    size_t j = i + 2;
    if (at(s, i, to, i + 1) != '[') return 0;
    while (j < to && s.p[j] != ']' && s.p[j] != '[') j++;
    if (at(s, i, to, j) != ']' || at(s, i, to, j + 1) != '(') return 0;
    for (j += 2; j < to && s.p[j] != ')'; j++)
        if (blank(s.p[j]) || s.p[j] == '[') return 0;
    return j < to ? j + 1 : 0;
}

struct printer {
    struct build *b;
    struct inline_state *state;
    struct str text;
    size_t from, to; /* of the line or cell */
    size_t skip;     /* the closing mark of an emphasis, left out when reached */
};

/* Text between tags. Marks look beyond it, at what stands beside them in the line. */
static void print(void *printer, size_t from, size_t to)
{
    static const char special[] = "*_\\!";
    struct printer *p = printer;
    struct build *b = p->b;
    struct str s = p->text;
    size_t i = from;
    while (i < to && !build_failed(b)) {
        size_t start = i, k = 0;
        while (i < to && !(memchr(special, s.p[i], sizeof special - 1))) i++;
        if (i > start) build_text(b, start, i);
        if (i >= to) break;
        char c = s.p[i], next = at(s, p->from, to, i + 1);
        if (p->skip && i == p->skip) {
            p->skip = 0;
            k = i + 1;
        } else if (c == '!') {
            k = picture(s, to, i);
        } else if (c == '\\') {
            if (next && strchr("\\`*_{}[]()#+-.!|<>~$&", next)) build_text(b, i + 1, i + 2), k = i + 2;
        } else if (next == c) {
            size_t width = 2;
            while (at(s, p->from, to, i + width) == c) width++;
            k = i + width;
            if (width > 3 || !strong(b, p->state, s, p->from, p->to, i, width)) build_text(b, i, k);
        } else if (!p->skip && (p->skip = emphasis(s, p->from, p->to, i))) {
            k = i + 1;
        }
        if (k == 0) build_text(b, i, k = i + 1);
        i = k;
    }
}

static void release(void *html) { html_free(html); }

/* What reads the HTML in the text, made at the first tag; the text is the source's whole. */
static struct html *html_of(struct build *b, struct str text)
{
    if (!build_kept(b)) build_keep(b, html_new(b, text, true), release);
    return build_kept(b);
}

size_t inline_feed(struct build *b, struct inline_state *state, struct str s, size_t from, size_t to)
{
    struct printer p = {.b = b, .state = state, .text = s, .from = from, .to = to};
    if (from < to && (memchr(s.p + from, '<', to - from) || memchr(s.p + from, '&', to - from)))
        return html_fragment(html_of(b, s), from, to, print, &p);
    print(&p, from, to);
    return to;
}
