/* phases.h: several step tables in one file: parts of one flow, or SOPs of their own. */
#ifndef RECOGNISE_PHASES_H
#define RECOGNISE_PHASES_H

#include "recognise/sop/making.h"

/* Gives each step table its part of the flow; a part that begins takes the heading over it as its title. */
void phases_find(struct making *m);
/* Several SOPs without an identity block: each on its own sheet, under a title of its own, its steps from one. Nothing is added where
 * there is one. */
void sheets_find(struct making *m, struct sop_parts *out);

#endif
