/* Keys: what of a text is compared. */
#include "base/chars.h"
#include "language/key.h"

/* Bytes of a blank that is no ASCII (no-break space, zero width space, byte order mark) or of a typographic apostrophe or dash. */
static size_t foreign_blank(struct str s)
{
    static const char *const blanks[] = {"\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\xAF", "\xEF\xBB\xBF", "\xE2\x80\x99", "\xE2\x80\x98", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < COUNT(blanks); i++)
        if (str_starts(s, str_of(blanks[i]))) return strlen(blanks[i]);
    return 0;
}

static bool key_add(struct key *k, bool *gap, char c)
{
    if (*gap && k->n) {
        if (k->n + 1 >= KEY_MAX) return false;
        k->text[k->n++] = ' ';
    }
    *gap = false;
    if (k->n + 1 >= KEY_MAX) return false;
    k->text[k->n++] = lower_of(c);
    return true;
}

bool key_go_on(struct key *k, bool *gap, struct str s, bool tight)
{
    bool fits = true;
    for (size_t i = 0; i < s.n && fits; i++) {
        char c = s.p[i];
        size_t blank = ((unsigned char)c & 0x80) ? foreign_blank(str_slice(s, i, s.n)) : 0;
        if (blank) {
            *gap = true;
            i += blank - 1;
        } else if (is_letter(c) || is_digit(c)) {
            fits = key_add(k, gap, c);
        } else if (c == '&') {
            *gap = true;
            fits = key_add(k, gap, 'd') && key_add(k, gap, 'a') && key_add(k, gap, 'n');
            *gap = true;
        } else if (!(tight && (c == '.' || c == '\''))) {
            *gap = true;
        }
    }
    return fits;
}

static struct key make_key(struct str s, bool tight)
{
    struct key k;
    bool gap = false;
    k.n = 0;
    if (!key_go_on(&k, &gap, s, tight)) k.n = 0;
    k.text[k.n] = 0;
    return k;
}

struct key key_of(struct str s) { return make_key(s, false); }
struct key key_tight(struct str s) { return make_key(s, true); }
