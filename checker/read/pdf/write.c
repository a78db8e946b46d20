/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Records of page geometry. */
#include "read/pdf/pdf.h"

void write_bytes(struct writer *w, const char *bytes, size_t n)
{
    if (w->full || n > w->most - w->bytes) {
        w->full = true;
        return;
    }
    w->bytes += n;
    fwrite(bytes, 1, n, w->out);
}

void write_record(struct writer *w, enum pipe_tag tag, const int32_t *fields, size_t n)
{
    char record[1 + 4 * 16];
    record[0] = (char)tag;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < 4; k++) record[1 + 4 * i + k] = (char)((uint32_t)fields[i] >> (8 * k) & 255);
    write_bytes(w, record, 1 + 4 * n);
}

int32_t write_length(float points)
{
    double x = points;
    if (!(x == x)) return 0;
    if (x > PAGE_MOST) x = PAGE_MOST;
    if (x < -PAGE_MOST) x = -PAGE_MOST;
    return (int32_t)(x * PIPE_UNIT + (x < 0 ? -0.5 : 0.5));
}
