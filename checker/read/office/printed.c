/* Numbers and bullets of lists; places left free. */
#include "read/office/printed.h"

enum printed_format printed_format(struct str name)
{
    static const struct {
        const char *name;
        enum printed_format format;
    } names[] = {{"1", NUMBER_DECIMAL}, {"a", NUMBER_LETTER}, {"A", NUMBER_CAPITAL}, {"i", NUMBER_ROMAN}, {"I", NUMBER_ROMAN_CAPITAL}};
    for (size_t i = 0; i < COUNT(names); i++)
        if (str_eqz(name, names[i].name)) return names[i].format;
    return name.n ? NUMBER_DECIMAL : NUMBER_NONE;
}

static void print_letters(struct buf *b, uint32_t v, char first)
{
    for (uint32_t i = 0; v && i <= (v - 1) / 26 && i < 40; i++) buf_ch(b, (char)(first + (char)((v - 1) % 26))); /* z, aa, bb … */
}

static void print_roman(struct buf *b, uint32_t v, bool capital)
{
    static const struct {
        uint32_t value;
        const char *low, *high;
    } parts[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"}, {100, "c", "C"}, {90, "xc", "XC"}, {50, "l", "L"},
                 {40, "xl", "XL"}, {10, "x", "X"},    {9, "ix", "IX"}, {5, "v", "V"},     {4, "iv", "IV"}, {1, "i", "I"}};
    if (v > 3999) {
        buf_printf(b, "%u", (unsigned)v);
        return;
    }
    for (size_t i = 0; i < COUNT(parts); i++)
        for (; v >= parts[i].value; v -= parts[i].value) buf_z(b, capital ? parts[i].high : parts[i].low);
}

void printed_number(struct buf *b, enum printed_format f, uint32_t v)
{
    switch (f) {
    case NUMBER_DECIMAL: buf_printf(b, "%u", (unsigned)v); break;
    case NUMBER_ZERO: buf_printf(b, "%02u", (unsigned)v); break;
    case NUMBER_LETTER: print_letters(b, v, 'a'); break;
    case NUMBER_CAPITAL: print_letters(b, v, 'A'); break;
    case NUMBER_ROMAN: print_roman(b, v, false); break;
    case NUMBER_ROMAN_CAPITAL: print_roman(b, v, true); break;
    case NUMBER_NONE: break;
    }
}

void printed_bullet(struct buf *b, struct str bullet, bool symbols)
{
    bool own = bullet.n == 3 && (unsigned char)bullet.p[0] == 0xEE; /* U+E000…: a character of some font's own */
    own |= bullet.n == 3 && (unsigned char)bullet.p[0] == 0xEF && (unsigned char)bullet.p[1] < 0xA4;
    if (str_eqz(bullet, "o")) buf_z(b, "\u25E6");
    else if (own || symbols) buf_z(b, "\u2022");
    else buf_str(b, bullet);
}

bool is_free_place(struct str s)
{
    size_t marks = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        bool ellipsis = (unsigned char)c == 0xE2 && i + 2 < s.n && (unsigned char)s.p[i + 1] == 0x80 && (unsigned char)s.p[i + 2] == 0xA6;
        if (c == '.' || c == '_') marks++;
        else if (ellipsis) marks += 3, i += 2;
        else if (c != ' ' && c != '\n') return false;
    }
    return marks >= 3;
}
