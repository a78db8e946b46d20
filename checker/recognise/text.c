/* Small tools over text. */
#include <string.h>

#include "language/marker.h"
#include "recognise/kit.h"

bool next_word(struct str s, size_t *at, size_t *begin)
{
    while (*at < s.n && is_space(s.p[*at])) ++*at;
    *begin = *at;
    while (*at < s.n && !is_space(s.p[*at])) ++*at;
    return *at > *begin;
}

bool all_upper(struct str s)
{
    bool upper = false;
    for (size_t i = 0; i < s.n; i++) {
        if (is_lower(s.p[i])) return false;
        upper = upper || is_upper(s.p[i]);
    }
    return upper;
}

static size_t skip_blanks(struct str s, size_t at)
{
    while (at < s.n && is_space(s.p[at])) at++;
    return at;
}

size_t marker_at(struct str s)
{
    size_t bullet = bullet_at(s, NULL);
    if (bullet) {
        bool apart = bullet > 1 || (s.n > 1 && (is_space(s.p[1]) || is_upper(s.p[1])));
        return apart ? skip_blanks(s, bullet) : 0;
    }
    size_t at = 0;
    bool open = s.n && s.p[0] == '(';
    if (open) at++;
    size_t begin = at;
    while (at < s.n && at - begin < 3 && is_digit(s.p[at])) at++;
    if (at == begin && at < s.n && is_letter(s.p[at]) && !((unsigned char)s.p[at] & 0x80)) at++;
    if (at == begin || at >= s.n || (s.p[at] != '.' && s.p[at] != ')') || (open && s.p[at] != ')')) return 0;
    bool letter = is_letter(s.p[begin]);
    at++;
    if (at < s.n && !is_space(s.p[at]) && (letter || !is_letter(s.p[at]))) return 0;
    return skip_blanks(s, at);
}

bool is_filler(struct str s)
{
    bool any = false;
    for (size_t i = 0; i < s.n; i++) {
        bool ellipsis = i + 2 < s.n && memcmp(s.p + i, "\xE2\x80\xA6", 3) == 0;
        if (ellipsis) i += 2;
        else if (s.p[i] != '.' && s.p[i] != '_' && !is_space(s.p[i])) return false;
        any = any || ellipsis || !is_space(s.p[i]);
    }
    return any;
}
