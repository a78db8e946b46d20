/* Slices of text: what the hash of similar names is good for. */
#include <stdlib.h>

#include "base/base.h"
#include "tap.h"

/* How many of 4096 slots hold something when `many` names that differ in their numbers alone are put there. */
static size_t slots(struct arena *a, const char *form, int many)
{
    static bool taken[4096];
    size_t n = 0;
    for (size_t i = 0; i < COUNT(taken); i++) taken[i] = false;
    for (int i = 0; i < many; i++) {
        bool *slot = &taken[str_hash(arena_printf(a, form, i)) % COUNT(taken)];
        n += !*slot;
        *slot = true;
    }
    return n;
}

int main(void)
{
    static const char *const forms[] = {"%d", "layanan %d", "Persentase layanan %d", "%d Persentase layanan", "Kegiatan %d Bagian", "%08d", "1.%d.000"};
    struct arena *a = arena_new();
    for (size_t i = 0; i < COUNT(forms); i++) { /* by chance alone 1000 names fill 887 slots */
        size_t n = slots(a, forms[i], 1000);
        ok(n > 800, "a thousand names like '%s' spread: %zu slots", forms[i], n);
    }
    arena_free(a);
    return done();
}
