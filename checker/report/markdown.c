/* Text that stays text in Markdown. */
#include <string.h>

#include "base/chars.h"
#include "report/reporter.h"

/* Whether Markdown (GitHub's, too) could see more than a character in s[i]: marks, tags, references, formulas, the colon of an address, the
 * full stop of www., and at the beginning what makes a heading or a list. */
static bool marks_up(struct str s, size_t i)
{
    size_t digits = 0;
    if (strchr("\\`*_{}[]<>|&~$", s.p[i])) return true;
    if (s.p[i] == ':') return i + 1 < s.n && s.p[i + 1] == '/';
    if (i == 0) return strchr("#+-=", s.p[i]) != NULL;
    if (s.p[i] != '.' && s.p[i] != ')') return false;
    while (digits < i && is_digit(s.p[digits])) digits++;
    return digits == i || (i >= 3 && str_ieq(str_slice(s, i - 3, i), STR("www")));
}

void markdown_text(struct buf *b, struct str s)
{
    struct buf plain = BUF_INIT;
    plain_text(&plain, s);
    struct str t = str_trim(buf_view(&plain));
    for (size_t i = 0; i < t.n; i++) {
        if (marks_up(t, i)) buf_ch(b, '\\');
        buf_ch(b, t.p[i]);
    }
    buf_free(&plain);
}
