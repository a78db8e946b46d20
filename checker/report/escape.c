/* Text made safe for JSON and for terminals. */
#include <utf8proc.h>

#include "report/reporter.h"

static utf8proc_ssize_t next(struct str s, size_t i, utf8proc_int32_t *c)
{
    return utf8proc_iterate((const utf8proc_uint8_t *)s.p + i, (utf8proc_ssize_t)(s.n - i), c);
}

void json_string(struct buf *b, struct str s)
{
    if (!s.p) {
        buf_z(b, "null");
        return;
    }
    buf_ch(b, '"');
    for (size_t i = 0; i < s.n;) {
        unsigned char byte = (unsigned char)s.p[i];
        if (byte < 0x80) {
            if (byte == '"' || byte == '\\') buf_printf(b, "\\%c", byte);
            else if (byte == '\n') buf_z(b, "\\n");
            else if (byte == '\t') buf_z(b, "\\t");
            else if (byte < 0x20 || byte == 0x7f) buf_printf(b, "\\u%04x", byte);
            else buf_ch(b, (char)byte);
            i++;
            continue;
        }
        utf8proc_int32_t c;
        utf8proc_ssize_t n = next(s, i, &c);
        if (n > 0) buf_add(b, s.p + i, (size_t)n);
        else buf_z(b, "\\ufffd");
        i += n > 0 ? (size_t)n : 1;
    }
    buf_ch(b, '"');
}

static bool unsafe(utf8proc_int32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

void plain_text(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.n;) {
        size_t plain = i;
        while (plain < s.n && s.p[plain] >= ' ' && s.p[plain] < 0x7f) plain++;
        if (plain > i) {
            buf_add(b, s.p + i, plain - i);
            i = plain;
            continue;
        }
        utf8proc_int32_t c;
        utf8proc_ssize_t n = next(s, i, &c);
        if (n <= 0) buf_z(b, "\xEF\xBF\xBD");
        else if (c == '\n' || c == '\r' || c == '\t') buf_ch(b, ' ');
        else if (unsafe(c)) buf_z(b, "\xC2\xB7");
        else buf_add(b, s.p + i, (size_t)n);
        i += n > 0 ? (size_t)n : 1;
    }
}
