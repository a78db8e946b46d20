/* Cutting text into tokens and lexemes. */
#include "base/chars.h"
#include "language/token.h"
#include "language/wordbook.h"

/* ---- characters --------------------------------------------------------------------------------------------- */

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

enum nature { BLANK, LETTER, DIGIT, MARK };

/* Beyond ASCII: signs of Latin-1, all of General Punctuation to Miscellaneous Symbols, private use, full width forms and U+FFFD are marks. */
static enum nature nature_beyond(uint32_t c)
{
    if (c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFEFF) return BLANK;
    return c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2FFF) || (c >= 0xF000 && c <= 0xFFFF) ? MARK : LETTER;
}

static enum nature nature_of(uint32_t c)
{
    if (c >= 0x80) return nature_beyond(c);
    return is_alpha((int)c) ? LETTER : is_digit((int)c) ? DIGIT : is_space((int)c) ? BLANK : MARK;
}

/* Marks that are written in many ways, as one. */
static uint32_t mark_of(uint32_t c)
{
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xAD) return '-';
    switch (c) {
    case 0xB4: case 0x2018: case 0x2019: case 0x2032: return '\'';
    case 0x201C: case 0x201D: case 0x2033: return '"';
    case 0xD7: case 0x2715: case 0x2716: return '*';
    case 0x2044: return '/';
    case 0x2264: return '<';
    case 0x2265: return '>';
    case 0x2026: return '.';
    default: return c;
    }
}

/* ---- tokens ------------------------------------------------------------------------------------------------- */

static bool is_lookalike(char c) { return c == 'O' || c == 'o' || c == 'l' || c == 'I'; }

static bool letter_at(struct str text, size_t at, size_t *length)
{
    if (!is_nonascii(text.p[at])) return *length = 1, is_alpha(text.p[at]);
    return nature_beyond(decode(text.p + at, text.n - at, length)) == LETTER;
}

/* End of the number that begins at `at`; `at` when none does. */
static size_t number_end(struct str text, size_t at)
{
    size_t mixed = at, plain = at, length;
    bool digit = false;
    for (; mixed < text.n && (is_digit(text.p[mixed]) || is_lookalike(text.p[mixed])); mixed++) digit |= is_digit(text.p[mixed]);
    for (; plain < text.n && is_digit(text.p[plain]); plain++) {}
    if (!digit) return at;
    return mixed > plain && mixed < text.n && letter_at(text, mixed, &length) ? plain : mixed;
}

struct token token_next(struct str text, size_t from)
{
    struct token t = {.kind = TOKEN_END, .glued = true, .begin = text.n, .end = text.n};
    size_t length = 0;
    uint32_t c = 0;
    enum nature nature = BLANK;
    for (; from < text.n; from += length, t.glued = false) {
        c = decode(text.p + from, text.n - from, &length);
        if ((nature = nature_of(c)) != BLANK) break;
        t.line |= c == '\n';
    }
    if (from >= text.n) return t;
    t.begin = from;
    if ((nature == DIGIT || is_lookalike(text.p[from])) && (t.end = number_end(text, from)) > from) {
        t.kind = TOKEN_NUMBER;
    } else if (nature == LETTER) {
        t.kind = TOKEN_WORD;
        for (t.end = from + length; t.end < text.n && letter_at(text, t.end, &length); t.end += length) {}
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

/* ---- lexemes ------------------------------------------------------------------------------------------------ */

#define SMALL_LETTER(small, large) [large] = small, [small] = small
#define SAME(c) [c] = c
/* Letters and digits of ASCII, letters as small ones; 0: another character. */
static const char plain[256] = {
    SMALL_LETTER('a', 'A'), SMALL_LETTER('b', 'B'), SMALL_LETTER('c', 'C'), SMALL_LETTER('d', 'D'), SMALL_LETTER('e', 'E'), SMALL_LETTER('f', 'F'),
    SMALL_LETTER('g', 'G'), SMALL_LETTER('h', 'H'), SMALL_LETTER('i', 'I'), SMALL_LETTER('j', 'J'), SMALL_LETTER('k', 'K'), SMALL_LETTER('l', 'L'),
    SMALL_LETTER('m', 'M'), SMALL_LETTER('n', 'N'), SMALL_LETTER('o', 'O'), SMALL_LETTER('p', 'P'), SMALL_LETTER('q', 'Q'), SMALL_LETTER('r', 'R'),
    SMALL_LETTER('s', 'S'), SMALL_LETTER('t', 'T'), SMALL_LETTER('u', 'U'), SMALL_LETTER('v', 'V'), SMALL_LETTER('w', 'W'), SMALL_LETTER('x', 'X'),
    SMALL_LETTER('y', 'Y'), SMALL_LETTER('z', 'Z'), SAME('0'), SAME('1'), SAME('2'), SAME('3'), SAME('4'), SAME('5'), SAME('6'), SAME('7'), SAME('8'),
    SAME('9'),
};

/* What a character between two words amounts to. */
static char strength_of(uint32_t c)
{
    switch (c) {
    case '[': return '(';
    case ']': return ')';
    case '!': case '?': return '.';
    case '\n': case ';': case ':': case '(': case ')': case ',': case '.': case '/': case '&': case '-': return (char)c;
    default: return c < 0x2000 || c > 0x2FFF ? 0 : c < 0x2040 ? '-' : ','; /* dashes and quotes; arrows, bullets, shapes */
    }
}

static int weight(char mark)
{
    if (!mark) return 0;
    if (mark == '/' || mark == '&' || mark == '-') return 1;
    return mark == '.' ? 2 : 3;
}

/* Whether a character parts words, *length: its bytes; *mark gets what it amounts to. */
static bool separates(const char *p, size_t n, size_t *length, char *mark)
{
    *mark = 0;
    *length = 1;
    if (*p == ' ') return true;
    uint32_t c = decode(p, n, length);
    if (c < 0x80 ? plain[c] != 0 : nature_beyond(c) == LETTER) return false;
    *mark = strength_of(c);
    return true;
}

void lexemes_split(struct arena *a, struct lexemes *t, struct str text)
{
    size_t n = text.n < 32768 ? text.n : 32768;
    t->n = 0;
    t->after = 0;
    if (t->low_cap < n) {
        t->low_cap = n < 1024 ? 1024 : 32768;
        t->low = arena_alloc(a, t->low_cap);
    }
    for (size_t i = 0, length; i < n && t->n < LEXEMES_MAX;) {
        char mark, low;
        if (!plain[(unsigned char)text.p[i]] && separates(text.p + i, n - i, &length, &mark)) {
            if (weight(mark) > weight(t->after)) t->after = mark;
            i += length;
            continue;
        }
        size_t begin = i;
        while (i < n) {
            if ((low = plain[(unsigned char)text.p[i]]) != 0) {
                t->low[i++] = low;
                continue;
            }
            if (separates(text.p + i, n - i, &length, &mark)) break;
            memcpy(t->low + i, text.p + i, length);
            i += length;
        }
        struct lexeme *k = ARENA_PUSH(a, t);
        *k = (struct lexeme){{text.p + begin, i - begin}, {t->low + begin, i - begin}, NULL, (uint32_t)begin, (uint32_t)i, t->after};
        if (t->book) k->w = wordbook_entry(t->book, k->low);
        t->after = 0;
    }
}

struct lexemes lexemes_keep(struct arena *a, struct lexemes *scratch, struct str text)
{
    lexemes_split(a, scratch, text);
    struct lexemes kept = {.n = scratch->n, .cap = scratch->n, .after = scratch->after, .book = scratch->book};
    kept.v = arena_alloc(a, (scratch->n + 1) * sizeof *kept.v);
    if (scratch->n) memcpy(kept.v, scratch->v, scratch->n * sizeof *kept.v);
    for (size_t i = 0; i < kept.n; i++) kept.v[i].low = kept.v[i].w->id ? kept.v[i].w->low : arena_str(a, kept.v[i].low);
    return kept;
}

bool lexeme_capital(const struct lexeme *t) { return is_upper(t->text.p[0]); }

bool lexeme_upper(const struct lexeme *t)
{
    size_t capitals = 0;
    for (size_t i = 0; i < t->text.n; i++) {
        char c = t->text.p[i];
        if (is_lower(c)) return false;
        capitals += is_upper(c);
    }
    return capitals >= 2;
}

bool lexeme_number(const struct lexeme *t)
{
    for (size_t i = 0; i < t->text.n; i++)
        if (!is_digit(t->text.p[i])) return false;
    return true;
}
