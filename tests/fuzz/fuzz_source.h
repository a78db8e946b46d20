/* fuzz_source.h: the input as a file, decoded, for targets of one reader. */
#ifndef FUZZ_SOURCE_H
#define FUZZ_SOURCE_H

#include "fuzz.h"
#include "stage/read.h"

struct fuzzed {
    struct arena *a;
    struct limits limits;
    struct source s;
    struct trouble why;
    struct reading reading;
};

static inline enum rc fuzz_open(struct fuzzed *f, const uint8_t *data, size_t size)
{
    *f = (struct fuzzed){.a = arena_new(), .s = {.path = STR("fuzz"), .raw = {(const char *)data, size}}};
    limits_default(&f->limits);
    return source_decode(f->a, &f->s, &f->limits, &f->why);
}

/* What a reader says of a file that it refuses. */
static inline void fuzz_refused(const struct fuzzed *f)
{
    need(f->why.message != WORD_NONE && f->why.at.end <= f->s.text.n && f->why.began.end <= f->s.text.n);
}

#endif
