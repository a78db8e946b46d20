/* fuzz.h: what the fuzz targets share. `make fuzz` builds and runs them (clang with libFuzzer; FUZZ_SECONDS each). */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv); /* of some */

static inline void need(bool condition)
{
    if (!condition) abort();
}

#endif
