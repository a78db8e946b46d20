/* Where other programs stand. */
#include <stdlib.h>

#include "base/os.h"
#include "base/program.h"

struct str program_own(struct arena *a, const char *name)
{
    static const char *const folders[] = {"", "../libexec/patuh/"};
    struct str self = os_self(a);
    while (self.n > 0 && self.p[self.n - 1] != '/') self.n--;
    for (size_t i = 0; self.n && i < COUNT(folders); i++) {
        struct str path = arena_printf(a, "%.*s%s%s", (int)self.n, self.p, folders[i], name);
        if (os_runnable(path.p)) return path;
    }
    return STR_ABSENT;
}

struct str program_of_path(struct arena *a, const char *name)
{
    struct str path = str_of(getenv("PATH"));
    for (size_t from = 0; path.p && from <= path.n;) {
        size_t end = str_find(path, STR(":"), from);
        struct str folder = str_slice(path, from, end);
        struct str file = arena_printf(a, "%.*s/%s", (int)folder.n, folder.p, name);
        if (folder.n && folder.p[0] == '/' && os_runnable(file.p)) return file;
        if (end == SIZE_MAX) break;
        from = end + 1;
    }
    return STR_ABSENT;
}
