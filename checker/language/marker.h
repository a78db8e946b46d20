/* marker.h: what stands before the items of a list. */
#ifndef PATUH_MARKER_H
#define PATUH_MARKER_H

#include "base/base.h"

/* The value of a Roman number of I to LXXXIX, in capitals or, if so asked, in small letters; 0 when the text is none. */
unsigned roman_value(struct str text, bool small);

#endif
