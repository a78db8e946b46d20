/* Bullets and Roman numbers. */
#include "base/chars.h"
#include "language/marker.h"

static const char *const bullets[] = {"•", "·", "●", "○", "▪", "■", "◦", "‣", "➢", "➤", "✓", "✔", "–", "—", "−", "\uf0b7", "\uf0a7", "\uf0d8", "\uf0fc", "\uf076",
                                      "-", "*", "+"};

size_t bullet_at(struct str text, uint32_t *which)
{
    if (!text.n || is_alnum(text.p[0])) return 0;
    for (uint32_t i = 0; i < COUNT(bullets); i++)
        if (str_starts(text, str_of(bullets[i]))) {
            if (which) *which = i;
            return str_of(bullets[i]).n;
        }
    return 0;
}

/* Bytes of `digit`s, at most `most`, at the beginning of s. */
static size_t run(struct str s, char digit, size_t most)
{
    size_t n = 0;
    while (n < s.n && n < most && s.p[n] == digit) n++;
    return n;
}

/* The part of a number made of one, five and ten (I, V, X; X, L, C): 1 to 9, or 0; its length goes to *length. */
static unsigned place(struct str s, const char *digits, size_t *length)
{
    bool less = s.n > 1 && s.p[0] == digits[0] && (s.p[1] == digits[1] || s.p[1] == digits[2]);
    if (less) return *length = 2, s.p[1] == digits[1] ? 4u : 9u;
    size_t five = run(s, digits[1], 1), ones = run(str_slice(s, five, s.n), digits[0], 3);
    *length = five + ones;
    return (unsigned)(5 * five + ones);
}

unsigned roman_value(struct str text, bool small)
{
    size_t tens, ones;
    unsigned value = 10 * place(text, small ? "xl" : "XL", &tens);
    value += place(str_slice(text, tens, text.n), small ? "ivx" : "IVX", &ones);
    return tens + ones == text.n ? value : 0;
}
