/* Splitting text into words, comparing words, and finding parts of an item in the source. */
#include <string.h>

#include "base/chars.h"
#include "language/wordbook.h"

#define LETTER(small, large) [large] = small, [small] = small
#define DIGIT(c) [c] = c
/* Letters and digits of ASCII, letters as small ones; 0: another character. */
static const char plain[256] = {
    LETTER('a', 'A'), LETTER('b', 'B'), LETTER('c', 'C'), LETTER('d', 'D'), LETTER('e', 'E'), LETTER('f', 'F'), LETTER('g', 'G'), LETTER('h', 'H'),
    LETTER('i', 'I'), LETTER('j', 'J'), LETTER('k', 'K'), LETTER('l', 'L'), LETTER('m', 'M'), LETTER('n', 'N'), LETTER('o', 'O'), LETTER('p', 'P'),
    LETTER('q', 'Q'), LETTER('r', 'R'), LETTER('s', 'S'), LETTER('t', 'T'), LETTER('u', 'U'), LETTER('v', 'V'), LETTER('w', 'W'), LETTER('x', 'X'),
    LETTER('y', 'Y'), LETTER('z', 'Z'), DIGIT('0'), DIGIT('1'), DIGIT('2'), DIGIT('3'), DIGIT('4'), DIGIT('5'), DIGIT('6'), DIGIT('7'), DIGIT('8'),
    DIGIT('9'),
};

/* Length of the separator at p, 0 where a word goes on; *mark gets what it amounts to. */
static size_t separator(const char *p, size_t n, char *mark)
{
    unsigned char c = (unsigned char)*p;
    *mark = 0;
    if (c == ' ') return 1;
    if (plain[c]) return 0;
    if (c < 0x80) {
        if (strchr("\n;:()[],", c) && c) *mark = c == '[' ? '(' : c == ']' ? ')' : (char)c;
        else if (c && strchr(".!?", c)) *mark = '.';
        else if (c && strchr("/&-", c)) *mark = (char)c;
        return 1;
    }
    if (c == 0xC2 && n > 1) return 2;                       /* U+0080 to U+00BF: no-break space, middle dot … */
    if (c == 0xE2 && n > 2) {                               /* U+2000 to U+2FFF: dashes, quotes, bullets, arrows, shapes */
        *mark = (unsigned char)p[1] == 0x80 ? '-' : ',';
        return 3;
    }
    if (c == 0xEF && n > 2) return 3;                       /* private use, byte order mark, full-width forms */
    return 0;
}

static int weight(char mark)
{
    if (!mark) return 0;
    if (mark == '/' || mark == '&' || mark == '-') return 1;
    return mark == '.' ? 2 : 3;
}

static void stronger(char *mark, char other)
{
    if (weight(other) > weight(*mark)) *mark = other;
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
    for (size_t i = 0; i < n && t->n < LEXEMES_MAX;) {
        char mark;
        size_t skip = separator(text.p + i, n - i, &mark);
        if (skip) {
            if (mark) stronger(&t->after, mark);
            i += skip;
            continue;
        }
        size_t begin = i;
        for (char low; i < n && ((low = plain[(unsigned char)text.p[i]]) != 0 || !separator(text.p + i, n - i, &mark)); i++) t->low[i] = low ? low : text.p[i];
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
