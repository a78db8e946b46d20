/* marker.h: what stands before the items of a list. */
#ifndef PATUH_MARKER_H
#define PATUH_MARKER_H

#include "base/base.h"

/* Bytes of a bullet that the text begins with (•, -, ▪ …); 0: none. *which tells bullets apart (may be NULL). */
size_t bullet_at(struct str text, uint32_t *which);

/* The value of a Roman number of I to LXXXIX, in capitals or, if so asked, in small letters; 0 when the text is none. */
unsigned roman_value(struct str text, bool small);

#endif
