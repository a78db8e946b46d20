/* Finding data files, and noting what is wrong with them. */
#include <string.h>

#include "base/bundle.h"

const struct bundle_file *bundle_file_find(const struct bundle *b, const char *name)
{
    size_t lo = 0, hi = b->n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int c = strcmp(b->files[mid].name, name);
        if (c == 0) return &b->files[mid];
        if (c < 0) lo = mid + 1;
        else hi = mid;
    }
    return NULL;
}

const struct yaml_node *bundle_find(const struct bundle *b, const char *name)
{
    const struct bundle_file *f = bundle_file_find(b, name);
    return f ? f->root : NULL;
}

bool bundle_proved(const struct bundle *b, const char *prefix)
{
    size_t n = strlen(prefix), unproved = 0;
    for (size_t i = 0; i < b->n; i++) unproved += !b->files[i].proved && strncmp(b->files[i].name, prefix, n) == 0;
    return unproved == 0;
}

struct pack_fault *fault_add(struct arena *a, struct pack_faults *list, const char *file, uint32_t line, enum word message)
{
    struct pack_fault *f = ARENA_PUSH(a, list);
    f->file = str_of(file);
    f->line = line;
    f->message = message;
    return f;
}
