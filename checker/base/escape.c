/* Text made safe for terminals, XML and JSON. */
#include <utf8proc.h>

#include "base/escape.h"

int32_t text_char(struct str s, size_t i, size_t *n)
{
    if ((unsigned char)s.p[i] < 0x80) return *n = 1, s.p[i];
    utf8proc_int32_t c;
    utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)s.p + i, (utf8proc_ssize_t)(s.n - i), &c);
    *n = bytes > 0 ? (size_t)bytes : 1;
    return bytes > 0 ? c : -1;
}

bool text_unsafe(int32_t c)
{
    if (c < 0x80) return c >= 0 && (c < 0x20 || c == 0x7f);
    return c < 0xa0 || c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

/* How far printable ASCII goes from i: most of every text. */
static size_t plain_end(struct str s, size_t i)
{
    while (i < s.n && s.p[i] >= ' ' && s.p[i] < 0x7f) i++;
    return i;
}

void plain_text(struct buf *b, struct str s)
{
    for (size_t i = 0, n; i < s.n; i += n) {
        n = plain_end(s, i) - i;
        if (n) {
            buf_add(b, s.p + i, n);
            continue;
        }
        int32_t c = text_char(s, i, &n);
        if (c < 0) buf_z(b, "\xEF\xBF\xBD");
        else if (c == '\n' || c == '\r' || c == '\t') buf_ch(b, ' ');
        else if (text_unsafe(c)) buf_z(b, "\xC2\xB7");
        else buf_add(b, s.p + i, n);
    }
}

void xml_text(struct buf *b, struct str s, bool attribute)
{
    for (size_t i = 0, n; i < s.n; i += n) {
        int32_t c = text_char(s, i, &n);
        if (c == '&') buf_z(b, "&amp;");
        else if (c == '<') buf_z(b, "&lt;");
        else if (c == '>') buf_z(b, "&gt;");
        else if (c == '"') buf_z(b, attribute ? "&quot;" : "\"");
        else if (c == '\n' || c == '\t') attribute ? buf_printf(b, "&#%d;", (int)c) : buf_ch(b, (char)c);
        else if (c < 0 || text_unsafe(c)) buf_z(b, "\xEF\xBF\xBD");
        else buf_add(b, s.p + i, n);
    }
}

void xml_attribute(struct buf *b, const char *name, struct str value)
{
    buf_printf(b, " %s=\"", name);
    xml_text(b, value, true);
    buf_ch(b, '"');
}

static void escaped(struct buf *b, int32_t c)
{
    if (c == '"' || c == '\\') buf_printf(b, "\\%c", (int)c);
    else if (c == '\n') buf_z(b, "\\n");
    else if (c == '\t') buf_z(b, "\\t");
    else if (c < 0x10000) buf_printf(b, "\\u%04x", (unsigned)c);
    else buf_printf(b, "\\u%04x\\u%04x", 0xD800u + (((unsigned)c - 0x10000u) >> 10), 0xDC00u + ((unsigned)c & 0x3FFu));
}

void json_text(struct buf *b, struct str s)
{
    if (!s.p) {
        buf_z(b, "null");
        return;
    }
    buf_ch(b, '"');
    for (size_t i = 0, n; i < s.n; i += n) {
        int32_t c = text_char(s, i, &n);
        if (c < 0) buf_z(b, "\\ufffd");
        else if (c == '"' || c == '\\' || text_unsafe(c)) escaped(b, c);
        else buf_add(b, s.p + i, n);
    }
    buf_ch(b, '"');
}
