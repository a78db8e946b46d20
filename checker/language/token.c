/* Splitting short texts into tokens. */
#include "base/chars.h"
#include "language/token.h"

/* The character at p (n > 0 bytes of valid UTF-8) and its length. */
static uint32_t decode(const char *text, size_t n, size_t *length)
{
    const unsigned char *p = (const unsigned char *)text;
    size_t need = p[0] < 0x80 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    *length = need <= n ? need : n;
    if (*length != need || need == 1) return p[0];
    uint32_t c = need == 2 ? p[0] & 0x1Fu : need == 3 ? p[0] & 0x0Fu : p[0] & 0x07u;
    for (size_t i = 1; i < need; i++) c = c << 6 | (p[i] & 0x3Fu);
    return c;
}

/* Characters that are written in many ways, as one; 0: not a mark (a letter of some script). */
static uint32_t mark_of(uint32_t c)
{
    if (c < 0x80) return c;
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xAD) return '-';
    switch (c) {
    case 0xB4: case 0x2018: case 0x2019: case 0x2032: return '\'';
    case 0x201C: case 0x201D: case 0x2033: return '"';
    case 0xD7: case 0x2715: case 0x2716: return '*';
    case 0x2044: return '/';
    case 0x2264: return '<';
    case 0x2265: return '>';
    case 0x2026: return '.';
    case 0xB1: case 0xB7: case 0xBA: case 0xB0: case 0xF7: case 0x2022: case 0x2248: return c;
    case 0xBC: case 0xBD: case 0xBE: case 0x2153: case 0x2154: return c;
    default: return (c >= 0x2190 && c <= 0x2BFF) || c == 0xFFFD ? c : 0;
    }
}

static bool blank(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFEFF;
}

static bool is_lookalike(char c) { return c == 'O' || c == 'o' || c == 'l' || c == 'I'; }

static bool letter(uint32_t c)
{
    if (c < 0x80) return is_alpha((int)c);
    return !blank(c) && !mark_of(c);
}

/* End of the number that begins at `at`; `at` when none does. */
static size_t number_end(struct str text, size_t at)
{
    size_t mixed = at, plain = at;
    bool digit = false;
    for (; mixed < text.n && (is_digit(text.p[mixed]) || is_lookalike(text.p[mixed])); mixed++) digit |= is_digit(text.p[mixed]);
    for (; plain < text.n && is_digit(text.p[plain]); plain++) {}
    if (!digit) return at;
    if (mixed == plain) return plain;
    size_t length = 0;
    bool word = mixed < text.n && letter(decode(text.p + mixed, text.n - mixed, &length));
    return word ? plain : mixed;
}

struct token token_next(struct str text, size_t from)
{
    struct token t = {.kind = TOKEN_END, .glued = true, .begin = text.n, .end = text.n};
    size_t length = 0;
    uint32_t c = 0;
    for (; from < text.n; from += length, t.glued = false)
        if (!blank(c = decode(text.p + from, text.n - from, &length))) break;
    if (from >= text.n) return t;
    t.begin = from;
    if ((t.end = number_end(text, from)) > from) {
        t.kind = TOKEN_NUMBER;
    } else if (letter(c)) {
        t.kind = TOKEN_WORD;
        for (t.end = from; t.end < text.n; t.end += length)
            if (!letter(decode(text.p + t.end, text.n - t.end, &length))) break;
    } else {
        t.kind = TOKEN_MARK;
        t.mark = mark_of(c);
        t.end = from + length;
    }
    t.text = str_slice(text, t.begin, t.end);
    return t;
}

bool token_value(struct token t, uint64_t *out)
{
    uint64_t v = 0;
    if (t.kind != TOKEN_NUMBER || t.text.n > 18) return false;
    for (size_t i = 0; i < t.text.n; i++) {
        char c = t.text.p[i];
        v = v * 10 + (is_digit(c) ? (uint64_t)(c - '0') : c == 'l' || c == 'I' ? 1u : 0u);
    }
    *out = v;
    return true;
}

size_t token_digits(struct token t) { return t.kind == TOKEN_NUMBER ? t.text.n : 0; }

bool token_is(struct token t, uint32_t mark) { return t.kind == TOKEN_MARK && t.mark == mark; }

bool token_word(struct token t, const char *lower) { return t.kind == TOKEN_WORD && str_ieq(t.text, str_of(lower)); }

unsigned roman_value(struct str text)
{
    static const char *const ones[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    size_t tens = 0;
    while (tens < text.n && tens < 3 && text.p[tens] == 'X') tens++;
    for (unsigned i = 0; i < 10; i++)
        if ((tens || i) && str_eqz(str_slice(text, tens, text.n), ones[i])) return (unsigned)tens * 10 + i;
    return 0;
}
