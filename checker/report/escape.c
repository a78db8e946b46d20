/* JSON strings. */
#include "base/escape.h"
#include "report/reporter.h"

static void escaped(struct buf *b, int32_t c)
{
    if (c == '"' || c == '\\') buf_printf(b, "\\%c", (int)c);
    else if (c == '\n') buf_z(b, "\\n");
    else if (c == '\t') buf_z(b, "\\t");
    else if (c < 0x10000) buf_printf(b, "\\u%04x", (unsigned)c);
    else buf_printf(b, "\\u%04x\\u%04x", 0xD800u + (((unsigned)c - 0x10000u) >> 10), 0xDC00u + ((unsigned)c & 0x3FFu));
}

void json_string(struct buf *b, struct str s)
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
