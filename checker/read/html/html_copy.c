/* What libxml2's HTML parser must not see: unclosed tags, quotes and comments, in which it loses the rest of the text, and the
 * attributes of a tag by thousands, for which it takes quadratic time. */
#include <string.h>

#include "base/chars.h"
#include "read/html/html_copy.h"

enum { MOST_ATTRIBUTES = 400 };

static bool blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* What is inside quotes neither ends the tag nor the quotes, whatever libxml2 takes for the beginning of a value. */
static void seal(char *p, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (p[i] == '>' || p[i] == '=' || p[i] == '"' || p[i] == '\'') p[i] = '.';
}

/* A tag at '<': where reading goes on. */
static size_t keep_tag(char *p, size_t i, size_t n)
{
    size_t name = i + 2; /* most are nothing but a name */
    while (is_alnum(p[name])) name++;
    if (p[name] == '>') return name + 1;
    size_t quoted = 0, first = 0, attributes = 0;
    bool value = false;
    for (size_t j = i + 1;; j++) {
        char c = j < n ? p[j] : '<';
        if (c == '<') {
            if (!quoted || !first) break;
            p[j = quoted] = ' '; /* never closed: no quote, and the tag is looked at again from there */
            quoted = first = 0;
            continue;
        }
        if (quoted) {
            if (c == '>' && !first) first = j;
            if (c != p[quoted]) continue;
            seal(p, quoted + 1, j);
            quoted = first = 0;
            attributes++;
        } else if (c == '>') {
            return j + 1;
        } else if (value && (c == '"' || c == '\'')) {
            quoted = j;
        } else {
            attributes += blank(c);
        }
        value = c == '=' || (value && blank(c));
        if (attributes > MOST_ATTRIBUTES && !quoted) p[j] = ' ';
    }
    p[i] = '.';
    return i + 1;
}

/* A comment or declaration at '<', made a comment without content. *comments: one may end ahead. */
static size_t keep_comment(char *p, size_t i, size_t n, bool *comments)
{
    size_t end = SIZE_MAX;
    if (strncmp(p + i, "<!--", 4) == 0) {
        if (*comments) end = str_find((struct str){p, n}, STR("-->"), i + 4);
        *comments = end != SIZE_MAX;
        if (*comments) end += 3;
    } else {
        size_t j = i + 1 + strcspn(p + i + 1, "<>");
        if (p[j] == '>' && j - i >= 6) end = j + 1;
    }
    if (end == SIZE_MAX) {
        p[i] = '.';
        return i + 1;
    }
    memcpy(p + i, "<!--", 4);
    memset(p + i + 4, '.', end - i - 7);
    memcpy(p + end - 3, "-->", 3);
    return end;
}

/* "&name;" or "&#12;" or "&#x1F;". */
static bool is_reference(const char *p)
{
    size_t i = 1;
    if (p[1] == '#') {
        bool hex = p[2] == 'x' || p[2] == 'X';
        size_t first = i = hex ? 3 : 2;
        while (is_digit(p[i]) || (hex && is_alpha(p[i]) && (p[i] | 32) <= 'f')) i++;
        return i > first && p[i] == ';';
    }
    while (is_alpha(p[i]) || (i > 1 && is_digit(p[i]))) i++;
    return i > 1 && p[i] == ';';
}

/* Scripts and styles that nothing closes: libxml2 looks for their end at each of them, to the end of the text. They become elements that
 * mean nothing, so that what stands behind them is read. */
static void open_ended(char *p, size_t n, const char *name)
{
    size_t length = strlen(name), behind = 0, i = 0;
    struct str want = str_of(name), all = {p, n};
    for (size_t at; (at = str_find(all, STR("</"), behind)) != SIZE_MAX; behind = at + 2)
        if (str_istarts(str_slice(all, at + 2, n), want)) i = at;
    for (; i < n && (i = str_find(all, STR("<"), i)) != SIZE_MAX; i++) {
        if (!str_istarts(str_slice(all, i + 1, n), want) || is_alnum(p[i + 1 + length])) continue;
        memset(p + i + 1, ' ', length);
        memcpy(p + i + 1, "abbr", 4);
    }
}

char *html_copy(struct str text, bool escapes)
{
    char *p = base_alloc(text.n + 1);
    if (text.n) memcpy(p, text.p, text.n);
    p[text.n] = '\0';
    bool comments = true;
    for (size_t i = 0; i < text.n;) {
        unsigned char c = (unsigned char)p[i];
        if (c >= ' ' && c != '<' && c != '&' && c != '\\' && c != 0xEF) {
            i++;
            continue;
        }
        char next = p[i + 1];
        if (c == '<') {
            if (next == '!' || next == '?') i = keep_comment(p, i, text.n, &comments);
            else if (is_alpha(next) || (next == '/' && is_alpha(p[i + 2]))) i = keep_tag(p, i, text.n);
            else p[i++] = '.';
        } else if (c == '&') {
            if (!is_reference(p + i)) p[i] = '.';
            i++;
        } else if (c == '\\' && escapes && (next == '<' || next == '&' || next == '\\')) {
            p[i + 1] = '.';
            i += 2;
        } else if (c < ' ') {
            if (!blank((char)c) || c == '\v' || c == '\f') p[i] = ' ';
            i++;
        } else if (c == 0xEF && (unsigned char)next == 0xBF && (unsigned char)p[i + 2] >= 0xBE) { /* no character of XML's */
            memset(p + i, '.', 3);
            i += 3;
        } else {
            i++;
        }
    }
    open_ended(p, text.n, "script");
    open_ended(p, text.n, "style");
    return p;
}
