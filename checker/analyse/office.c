#include "stage.h"

const struct offices *office_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    (void)a, (void)b, (void)faults;
    return NULL;
}
