/* Paths as URIs (RFC 3986). */
#include <string.h>

#include "base/chars.h"
#include "report/reporter.h"

struct str from_here(struct str path)
{
    while (str_starts(path, STR("./"))) path = str_slice(path, 2, path.n);
    return path;
}

void uri_path(struct buf *b, struct str path)
{
    path = from_here(path);
    if (str_starts(path, STR("/"))) buf_z(b, "file://");
    for (size_t i = 0; i < path.n; i++) {
        unsigned char c = (unsigned char)path.p[i];
        bool plain = is_alnum(c) || (c && strchr("-._~/", c));
        if (plain) buf_ch(b, (char)c);
        else buf_printf(b, "%%%02X", c);
    }
}
