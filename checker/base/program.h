/* program.h: where other programs stand. */
#ifndef PATUH_PROGRAM_H
#define PATUH_PROGRAM_H

#include "base/base.h"

/* One of our own: beside the running program, or in ../libexec/patuh from there; absent: nowhere. */
struct str program_own(struct arena *a, const char *name);
/* One of others, as PATH finds it, in folders that are named from the root; absent: none of that name. */
struct str program_of_path(struct arena *a, const char *name);

#endif
