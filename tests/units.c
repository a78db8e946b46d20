/* All tests of tests/unit/ in one program, so that the library is linked once: it runs the one that it is called by (build/unit/t_arena is a
 * link to it). units.def is made by the Makefile: UNIT(t_arena) for each. */
#include <stdio.h>
#include <string.h>

#define UNIT(name) int unit_##name(void);
#include "units.def"
#undef UNIT

static const struct {
    const char *name;
    int (*run)(void);
} units[] = {
#define UNIT(name) {#name, unit_##name},
#include "units.def"
#undef UNIT
};

int main(int argc, char **argv)
{
    const char *slash = argc ? strrchr(argv[0], '/') : NULL, *name = slash ? slash + 1 : argc ? argv[0] : "";
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (strcmp(units[i].name, name) == 0) return units[i].run();
    fprintf(stderr, "%s: no such test\n", name);
    return 2;
}
