/* What a finding is about, whatever line it stands on. */
#include <stdio.h>

#include "base/chars.h"
#include "report/reporter.h"

enum { SEPARATOR = 0x1f };

static uint64_t more(uint64_t h, unsigned char c) { return (h ^ c) * 0x100000001b3u; } /* FNV-1a */

static uint64_t text(uint64_t h, struct str s)
{
    for (size_t i = 0; i < s.n; i++) h = more(h, (unsigned char)s.p[i]);
    return more(h, SEPARATOR);
}

/* "/sop/langkah[3]/waktu" is the same wherever the step has moved. */
static uint64_t element(uint64_t h, struct str s)
{
    bool inside = false;
    for (size_t i = 0; i < s.n; i++) {
        inside = inside || s.p[i] == '[';
        if (!inside) h = more(h, (unsigned char)s.p[i]);
        inside = inside && s.p[i] != ']';
    }
    return more(h, SEPARATOR);
}

/* Blanks of any kind count as one; letters of ASCII without case. */
static uint64_t quote(uint64_t h, struct str s)
{
    bool gap = false, any = false;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (is_space(c)) {
            gap = true;
            continue;
        }
        if (gap && any) h = more(h, ' ');
        gap = false, any = true;
        h = more(h, (unsigned char)lower_of((char)c));
    }
    return more(h, SEPARATOR);
}

void finding_fingerprint(const struct finding *f, char out[17])
{
    uint64_t h = text(0xcbf29ce484222325u, str_of(f->rule));
    h = quote(text(element(h, f->element), f->subject), f->quote);
    snprintf(out, 17, "%016llx", (unsigned long long)h);
}
