/* Texts and what the recogniser has to make of them. */
#ifndef SOP_SHAPES_H
#define SOP_SHAPES_H

#include "sop_print.h"
#include "tap.h"

struct sop_shape {
    const char *name, *text, *want;
};

static inline int recognised_as(const struct sop_shape *shapes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct buf b = BUF_INIT;
        print_recognised(&b, str_of(shapes[i].text));
        is_str(b.p ? b.p : "", shapes[i].want, "%s", shapes[i].name);
        buf_free(&b);
    }
    return done();
}

#endif
