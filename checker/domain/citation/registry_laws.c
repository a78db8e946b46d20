/* Laws of the table (laws.h) in the shape of the registry's regulations, made when a citation asks for them. */
#include "domain/citation/registry.h"

enum { SURE_FROM = 1990 }; /* of 65 titles from then on that were read beside their sources none was wrong; of older ones a few in a hundred */

static struct date date_of(struct str iso)
{
    uint64_t y = 0, m = 0, d = 0;
    if (!str_u64(str_slice(iso, 0, 4), &y)) return (struct date){0, 0, 0};
    if (iso.n >= 7 && !str_u64(str_slice(iso, 5, 7), &m)) m = 0;
    if (iso.n >= 10 && !str_u64(str_slice(iso, 8, 10), &d)) d = 0;
    return (struct date){(int)y, (int)m, (int)d};
}

/* "UU-23-2014" */
static bool parts_of(const struct registry *r, struct str id, const struct kind **kind, uint64_t *number, int *year)
{
    size_t first = str_find(id, STR("-"), 0), second = first == SIZE_MAX ? first : str_find(id, STR("-"), first + 1);
    uint64_t y = 0;
    if (second == SIZE_MAX || !str_u64(str_slice(id, first + 1, second), number) || !str_u64(str_slice(id, second + 1, id.n), &y) || y > 9999) return false;
    *kind = registry_kind(r, str_slice(id, 0, first));
    *year = (int)y;
    return *kind != NULL;
}

static struct regulation *plain(struct arena *a, const struct registry *r, const struct law *law)
{
    const struct kind *kind = registry_kind(r, law->kind);
    if (!kind) return NULL;
    struct regulation *x = arena_alloc(a, sizeof *x);
    *x = (struct regulation){.kind = kind, .number = law->number, .year = law->year, .title = law->title, .index = NO_INDEX,
                             .confidence = !law->title.n ? CONFIDENCE_LOW : law->year < SURE_FROM ? CONFIDENCE_MEDIUM : CONFIDENCE_HIGH, .status = CONFIDENCE_LOW, .gazette = CONFIDENCE_LOW,
                             .tln_confidence = CONFIDENCE_LOW};
    x->id = arena_printf(a, "%.*s-%llu-%d", (int)law->kind.n, law->kind.p, (unsigned long long)law->number, law->year);
    if (!law->title.n) return x;
    x->titles = arena_alloc(a, sizeof *x->titles);
    x->titles[0] = law->title;
    x->title_count = x->accepted = 1;
    return x;
}

const struct regulation *registry_of_law(struct arena *a, const struct registry *r, const struct law *law)
{
    struct regulation *x = plain(a, r, law);
    const struct kind *kind;
    uint64_t number;
    int year;
    struct law next;
    if (!x || !law->revoked_by.n || !parts_of(r, law->revoked_by, &kind, &number, &year)) return x;
    x->confidence = CONFIDENCE_VERIFIED; /* whose title is doubtful, the clause that revokes it names all the same */
    x->status = CONFIDENCE_HIGH;
    x->revoked_by.id = law->revoked_by;
    x->revoked_by.regulation = registry_find(r, kind, number, year);
    if (!x->revoked_by.regulation && law_find(kind->id, number, year, &next)) x->revoked_by.regulation = plain(a, r, &next);
    x->revoked = law->since;
    x->flag_from = date_of(law->since);
    return x;
}

const struct regulation *registry_known(struct arena *a, const struct registry *r, const struct kind *kind, uint64_t number, int year)
{
    const struct regulation *x = registry_find(r, kind, number, year);
    struct law law;
    if (x) return x;
    return law_find(kind->id, number, year, &law) ? registry_of_law(a, r, &law) : NULL;
}
