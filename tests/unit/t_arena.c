/* The arena: texts that grow, and what is left after a reset. */
#include <stdlib.h>

#include "base/base.h"
#include "tap.h"

static void appending(struct arena *a)
{
    struct str s = arena_append(a, STR("one"), STR("two")), copy = s;
    is_str(s.p, "one two", "two texts");
    s = arena_append(a, s, STR("three"));
    is_str(s.p, "one two three", "in place");
    copy = arena_append(a, copy, STR("four"));
    is_str(copy.p, "one two four", "an earlier state of it is continued apart");
    is_str(s.p, "one two three", "and the text itself is as it was");
    struct str many[12];
    for (size_t i = 0; i < COUNT(many); i++) many[i] = arena_printf(a, "%zu:", i);
    for (int k = 0; k < 50; k++)
        for (size_t i = 0; i < COUNT(many); i++) many[i] = arena_append(a, many[i], STR("x"));
    bool good = true;
    for (size_t i = 0; i < COUNT(many); i++) good = good && many[i].n == 100 + (i < 10 ? 2 : 3) && strlen(many[i].p) == many[i].n && atoi(many[i].p) == (int)i;
    ok(good, "more texts side by side than are kept track of");
    size_t before = arena_used(a);
    s = STR("");
    for (int k = 0; k < 100000; k++) s = arena_append(a, s, STR("word"));
    ok(s.n == 500000, "a hundred thousand words");
    ok(arena_used(a) - before < 4 * s.n, "in memory linear in them");
}

int main(void)
{
    struct arena *a = arena_new();
    appending(a);
    arena_reset(a);
    ok(arena_used(a) == 0, "nothing is used after a reset");
    for (int i = 0; i < 100; i++) {
        char *p = arena_alloc(a, 60000);
        bool zero = true;
        for (int k = 0; k < 60000; k += 100) zero = zero && p[k] == 0;
        if (!zero) return ok(0, "memory is zeroed"), done();
        memset(p, 'x', 60000);
        if (i % 30 == 29) arena_reset(a);
    }
    ok(1, "memory is zeroed, also when it was used before");
    arena_free(a);
    arena_free(NULL);
    return done();
}
