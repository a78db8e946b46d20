/* leftover.h: what was left over from another document (BH003); shared by writing.c and other_agency.c. */
#ifndef PATUH_LEFTOVER_H
#define PATUH_LEFTOVER_H

#include "analyse/analyst.h"
#include "analyse/texts.h"

/* Records words [first, last] of a text as left over; `instead`: what this document is or has. */
void leftover_add(struct arena *a, struct document *d, const struct text *text, const struct lexemes *t, size_t first, size_t last, const char *kind,
                  struct str instead);
void other_agency(struct arena *a, struct analyst *x, struct document *d);

#endif
