/* Names of files, in a list. */
#include <stdlib.h>

#include "base/names.h"

static int by_bytes(const void *x, const void *y) { return str_cmp(*(const struct str *)x, *(const struct str *)y); }

void names_sort(struct names *list)
{
    if (list->n) qsort(list->v, list->n, sizeof *list->v, by_bytes);
}
