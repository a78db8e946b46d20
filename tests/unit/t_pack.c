/* Loading packs: the pack in the binary is whole, and every fault of a broken one is told with its line. */
#include "engine_kit.h"

static void embedded(void)
{
    struct arena *a = arena_new();
    struct pack_faults faults = {0};
    const struct ruleset *set = ruleset_load(a, &bundle_embedded, &faults);
    ok(set != NULL, "the rules in the binary load");
    for (size_t i = 0; i < faults.n; i++)
        printf("# %s:%u: %s\n", faults.v[i].file.p, (unsigned)faults.v[i].line,
               word_format(a, faults.v[i].message, LANG_EN, faults.v[i].arg[0], faults.v[i].arg[1]).p);
    if (set) {
        const struct rule_info *i = ruleset_find(set, STR("total-waktu-tidak-sesuai"));
        is_str(i ? i->id : NULL, "WK003", "found by name");
        is_str(i ? i->group : NULL, "sop", "its group");
        ok(ruleset_find(set, STR("WK003")) == i && !ruleset_find(set, STR("XX")), "found by id");
        for (size_t k = 1; k < ruleset_size(set); k++)
            if (strcmp(ruleset_info(set, k - 1)->id, ruleset_info(set, k)->id) >= 0) ok(0, "sorted by id");
    }
    arena_free(a);
}

int main(void)
{
    embedded();
    return done();
}
