/* How wide text is when it is drawn. Who looks at the picture has a font of his own; the widths are those of DejaVu Sans, one of the widest that
 * stand behind "sans-serif", so that what fits here fits elsewhere. */
#include "draw/picture.h"

/* Hundredths of the size of the font, of ! to ~ (U+0021 to U+007E). */
static const unsigned char widths[] = {
    40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53, 100,
    69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 39, 34, 39, 84, 50, 50,
    62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84};

/* Of one character, bold or not. */
static unsigned width_of(int32_t c, bool bold)
{
    unsigned w = c == ' ' ? 32 : c > ' ' && c <= '~' ? widths[c - '!'] : c >= 0x2E80 ? 100 : 70;
    return bold ? w * 113 / 100 : w;
}

int letters_width(struct str s, int size, bool bold)
{
    unsigned long sum = 0;
    for (size_t i = 0, n = 1; i < s.n; i += n) sum += width_of(text_char(s, i, &n), bold);
    return (int)(sum * (unsigned long)size / 100) + 1;
}

static void add(struct lines *out, struct str s)
{
    if (out->n < COUNT(out->v)) out->v[out->n++] = str_trim(s);
}

/* Adds the word s[from, to) to the line that began at `begin`, or begins another; what is wider than a line is cut where it has to be. */
static size_t place_word(struct lines *out, struct str s, size_t begin, size_t from, size_t to, int width, int size, bool bold)
{
    if (letters_width(str_slice(s, begin, to), size, bold) <= width) return begin;
    if (from > begin) add(out, str_slice(s, begin, from)), begin = from;
    for (size_t i = begin, n = 1; i < to; i += n) {
        text_char(s, i, &n);
        if (i == begin || letters_width(str_slice(s, begin, i + n), size, bold) <= width) continue;
        size_t cut = i;
        while (cut > begin + 1 && !strchr("/-", s.p[cut - 1])) cut--;
        if (cut <= begin + 1) cut = i;
        add(out, str_slice(s, begin, cut));
        begin = cut;
    }
    return begin;
}

struct lines letters_wrap(struct str s, int width, int size, bool bold)
{
    struct lines out = {.n = 0};
    size_t begin = 0, from = 0;
    s = str_trim(s);
    for (size_t i = 0; i <= s.n; i++) {
        if (i < s.n && s.p[i] != ' ' && s.p[i] != '\n') continue;
        if (i > from) begin = place_word(&out, s, begin, from, i, width, size, bold);
        from = i + 1;
        if (i < s.n && s.p[i] == '\n') add(&out, str_slice(s, begin, i)), begin = from;
    }
    if (begin < s.n) add(&out, str_slice(s, begin, s.n));
    return out;
}
