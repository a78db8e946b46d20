/* lookup.h: texts to indices, for what one part of a document says of another: executors, numbers of steps, ids. */
#ifndef PATUH_LOOKUP_H
#define PATUH_LOOKUP_H

#include "base/base.h"

struct lookup_entry {
    struct str name; /* p == NULL: free */
    size_t value;
};
struct lookup {
    struct lookup_entry *v;
    size_t mask;
    bool fold;       /* ASCII letters without case, runs of white space alike */
};

/* Room for that many entries; no more may be put in. */
struct lookup lookup_new(struct arena *a, size_t entries, bool fold);
/* false, and nothing changed, when the name is there already. Absent names are not put in. */
bool lookup_put(struct lookup *l, struct str name, size_t value);
/* SIZE_MAX when it is not there. */
size_t lookup_get(const struct lookup *l, struct str name);

#endif
