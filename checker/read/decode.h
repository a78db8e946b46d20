/* decode.h: characters, as the decoder and the entities of HTML need them. Private to checker/read/. */
#ifndef PATUH_DECODE_H
#define PATUH_DECODE_H

#include "base/base.h"

/* Writes the UTF-8 of a character and gives its length. */
size_t utf8_put(char out[4], uint32_t c);
/* What Windows-1252 means by a byte of 0x80 to 0x9F; 0: nothing. */
uint32_t cp1252_char(uint32_t byte);

#endif
