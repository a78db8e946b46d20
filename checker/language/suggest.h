/* suggest.h: how near two spellings are, and "maksudnya …?": the known name that a mistyped one was probably meant to be. */
#ifndef PATUH_SUGGEST_H
#define PATUH_SUGGEST_H

#include "base/base.h"

/* Single-byte insertions, deletions, replacements and swaps of neighbours that turn a into b, no byte edited twice (optimal string
 * alignment), ASCII letters without case. `most` + 1 when it takes more than `most`, or when texts that differ are longer than
 * EDIT_LONGEST bytes. */
enum { EDIT_LONGEST = 96 };
size_t edit_distance(struct str a, struct str b, size_t most);

/* The nearest of n choices, by edit_distance(); the earlier of two that are equally near. Absent when none is near: one edit for words of up to 4 bytes, two up to 8, else three. */
struct str suggest(struct str word, const struct str *choices, size_t n);

#endif
