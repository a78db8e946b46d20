/* suggest.h: "maksudnya …?": the known name that a mistyped one was probably meant to be. */
#ifndef PATUH_SUGGEST_H
#define PATUH_SUGGEST_H

#include "base.h"

/* The nearest of n choices, by single-character insertions, deletions, replacements and swaps of neighbours (ASCII letters without
 * case); the earlier of two that are equally near. Absent when none is near: one edit for words of up to 4 bytes, two up to 8, else three. */
struct str suggest(struct str word, const struct str *choices, size_t n);

#endif
