/* One regulation by its citation, for `patuh peraturan`. */
#include "analyse/analyst.h"
#include "domain/citation/citation.h"

bool regulation_lookup(struct arena *a, const struct knowledge *k, struct str text, struct regulation_told *out)
{
    const struct registry *r = k->registry;
    struct citations found = {0};
    *out = (struct regulation_told){0};
    citations_parse(a, r, text, &found);
    if (!found.n || !found.v[0].kind || !found.v[0].value || !found.v[0].year_value) return false;
    const struct citation *c = &found.v[0];
    out->name = short_name(a, c->kind, arena_printf(a, "%llu", (unsigned long long)c->value), c->year_value);
    const struct regulation *x = registry_known(a, r, c->kind, c->value, c->year_value);
    out->known = x != NULL;
    if (!x) {
        out->last_number = law_last_number(c->kind->id, c->year_value);
        return true;
    }
    out->by_hand = x->index != NO_INDEX;
    out->title = x->title;
    out->issued = x->issued.year && x->issued.day ? arena_printf(a, "%04d-%02d-%02d", x->issued.year, x->issued.month, x->issued.day) : STR_ABSENT;
    if (x->revoked_by.id.p) out->revoked_by = reference_name(a, r, &x->revoked_by);
    if (x->revoked_by.regulation) out->successor_title = x->revoked_by.regulation->title;
    out->since = x->revoked;
    for (size_t i = 0; i < x->amended_count; i++) {
        struct str name = reference_name(a, r, &x->amended_by[i]);
        out->amended_by = i ? arena_printf(a, "%.*s, %.*s", (int)out->amended_by.n, out->amended_by.p, (int)name.n, name.p) : name;
    }
    return true;
}
