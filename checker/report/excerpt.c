/* The source line of a finding, with its place marked. */
#include <string.h>
#include <utf8proc.h>

#include "report/reporter.h"

enum {
    WIDTH = 100,      /* columns of a line that are shown */
    BEFORE = 40,      /* of them, before the place where the line is cut in front */
    BYTES = 600,      /* looked at on each side of the place: a line may be megabytes long */
    TAB = 4
};

/* What the line became: text as printed, and for each column where its text begins. */
struct strip {
    struct buf text;
    size_t at[2 * BYTES * TAB + 2];
    size_t columns;
    size_t from, to;  /* columns of the mark */
};

static size_t width(utf8proc_int32_t c, size_t column)
{
    if (c == '\t') return TAB - column % TAB;
    int w = utf8proc_charwidth(c);
    return c < 0x20 || c == 0x7f ? 1 : w < 0 ? 0 : (size_t)w;
}

/* [begin, end): the marked bytes of the line. */
static void lay_out(struct strip *s, struct str line, size_t begin, size_t end)
{
    s->columns = 0;
    s->from = s->to = SIZE_MAX;
    for (size_t i = 0; i <= line.n;) {
        if (i >= begin && s->from == SIZE_MAX) s->from = s->columns;
        if (i >= end && s->to == SIZE_MAX) s->to = s->columns;
        if (i == line.n) break;
        if (line.p[i] >= ' ' && line.p[i] < 0x7f) {
            s->at[s->columns++] = s->text.n;
            buf_ch(&s->text, line.p[i++]);
            continue;
        }
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)line.p + i, (utf8proc_ssize_t)(line.n - i), &c);
        size_t bytes = n > 0 ? (size_t)n : 1, w = n > 0 ? width(c, s->columns) : 1;
        size_t start = s->text.n;
        if (n > 0 && c == '\t') {
            for (size_t k = 0; k < w; k++) s->at[s->columns++] = s->text.n, buf_ch(&s->text, ' ');
        } else {
            plain_text(&s->text, str_slice(line, i, i + bytes));
            for (size_t k = 0; k < w; k++) s->at[s->columns++] = start;
        }
        i += bytes;
    }
    s->at[s->columns] = s->text.n;
}

/* The start of a character at or before i, after or at `least`. */
static size_t character(struct str s, size_t i, size_t least)
{
    while (i > least && i < s.n && ((unsigned char)s.p[i] & 0xC0) == 0x80) i--;
    return i;
}

static void repeat(struct buf *b, char c, size_t n)
{
    while (n--) buf_ch(b, c);
}

void excerpt(struct buf *b, const struct document_report *d, struct span at, const char *mark_on, const char *mark_off)
{
    if (!at.set || !d->source || !d->source->text.p) return;
    uint32_t start;
    struct str line = source_line(d->arena, d->source, at.begin, &start);
    if (d->source->composed && str_blank(line)) return; /* an empty cell */
    unsigned number = source_locate(d->arena, d->source, at.begin).line;
    while (line.n && (line.p[line.n - 1] == ' ' || line.p[line.n - 1] == '\t') && line.n > at.begin - start) line.n--;
    size_t begin = at.begin - start < line.n ? at.begin - start : line.n, end = at.end - start < line.n ? at.end - start : line.n;
    size_t low = begin > BYTES ? character(line, begin - BYTES, 0) : 0;
    size_t high = line.n - begin > BYTES ? character(line, begin + BYTES, begin) : line.n;
    struct strip s; /* lay_out fills in what is used of it */
    s.text = (struct buf)BUF_INIT;
    lay_out(&s, str_slice(line, low, high), begin - low, end > begin ? (end < high ? end : high) - low : begin - low);
    if (s.to == SIZE_MAX) s.to = s.columns;
    if (s.to <= s.from) s.to = s.from + 1;
    bool whole = low == 0 && high == line.n && s.columns <= WIDTH;
    size_t left = whole || s.from <= BEFORE ? 0 : s.from - BEFORE;
    size_t right = s.columns - left <= WIDTH ? s.columns : left + WIDTH;
    bool cut_left = left > 0 || low > 0, cut_right = right < s.columns || high < line.n;
    while (left > 0 && left < s.from && s.at[left] == s.at[left - 1]) left++; /* not in the middle of a wide character */
    if (number) buf_printf(b, "%6u | ", number);
    else buf_z(b, "       | ");
    buf_z(b, cut_left ? "…" : "");
    buf_add(b, s.text.p ? s.text.p + s.at[left] : "", s.at[right] - s.at[left]);
    buf_printf(b, "%s\n       | ", cut_right ? "…" : "");
    repeat(b, ' ', s.from - left + cut_left);
    buf_printf(b, "%s^", mark_on);
    repeat(b, '~', (s.to < right ? s.to : right > s.from ? right : s.from + 1) - s.from - 1);
    buf_printf(b, "%s\n", mark_off);
    buf_free(&s.text);
}
