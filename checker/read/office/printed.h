/* printed.h: what programs print by themselves, numbers and bullets of lists, and what forms print where something is to be written; for
 * Word and OpenDocument. Private to checker/read/office/. */
#ifndef PATUH_PRINTED_H
#define PATUH_PRINTED_H

#include "base/base.h"

enum printed_format {
    NUMBER_DECIMAL, NUMBER_ZERO /* 01 */, NUMBER_LETTER, NUMBER_CAPITAL, NUMBER_ROMAN, NUMBER_ROMAN_CAPITAL, NUMBER_NONE
};
/* By its name in OpenDocument ("1", "a", "A", "i", "I"); "": none. */
enum printed_format printed_format(struct str name);
void printed_number(struct buf *b, enum printed_format f, uint32_t value);
/* A bullet as a character that every font has; `symbols`: the character is one of a font of symbols that nobody knows. */
void printed_bullet(struct buf *b, struct str bullet, bool symbols);

/* "…………", "........", "____": nothing but dots, ellipses and lines, three at least. */
bool is_free_place(struct str s);

#endif
