/* shown.h: numbers as a spreadsheet shows them, by the format codes of ECMA-376 part 1, 18.8.31, with the separators and
 * names of months that an Indonesian sees: 0.985 under "0.00%" is "98,50%". Private to checker/read/office/sheet/. */
#ifndef PATUH_SHOWN_H
#define PATUH_SHOWN_H

#include "base/base.h"

struct read_words; /* read/words.h */

/* The code of a built-in format; "General" for ids without one. */
const char *shown_builtin(uint64_t id);
/* `value` as stored: a decimal number, perhaps with an exponent. since_1904: dates count from there. Absent where `value` is no number or
 * the code asks for what cannot be shown (a date before the first one). */
struct str shown_number(struct arena *a, const struct read_words *words, struct str code, struct str value, bool since_1904);

#endif
