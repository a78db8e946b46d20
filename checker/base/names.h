/* names.h: names of files, in a list. */
#ifndef PATUH_NAMES_H
#define PATUH_NAMES_H

#include "base/base.h"

struct names {
    struct str *v;
    size_t n, cap;
};
void names_sort(struct names *list); /* by bytes */

#endif
