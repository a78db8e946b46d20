/* The registry of regulations: lookup and time. Loading stands in registry_load.c. */
#include "domain/citation/registry.h"

enum level level_told(uint32_t classes)
{
    return classes & CLASS_PROVINCE ? LEVEL_PROVINCE : classes & CLASS_REGENCY ? LEVEL_REGENCY : classes & CLASS_CITY ? LEVEL_CITY : LEVEL_NONE;
}

const struct kind *registry_kind(const struct registry *r, struct str id)
{
    for (size_t i = 0; i < r->kind_count; i++)
        if (str_eq(r->kinds[i].id, id)) return &r->kinds[i];
    return NULL;
}

uint64_t registry_hash(const struct kind *kind, uint64_t number, int year)
{
    uint64_t h = str_hash(kind->id);
    return (h ^ (number * 4096 + (uint64_t)year)) * 1099511628211u;
}

const struct regulation *registry_find(const struct registry *r, const struct kind *kind, uint64_t number, int year)
{
    uint64_t h = registry_hash(kind, number, year);
    for (size_t i = (h >> 20) & r->mask; r->table[i]; i = (i + 1) & r->mask)
        if (r->table[i]->kind == kind && r->table[i]->number == number && r->table[i]->year == year) return r->table[i];
    return NULL;
}

static int compare(struct date a, struct date b)
{
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

bool date_reached(struct date a, struct date b)
{
    if (!a.month) a.month = 1;
    if (!a.day) a.day = 1;
    return a.year != 0 && compare(a, b) >= 0;
}

bool date_may_reach(struct date a, struct date b)
{
    if (!a.month) a.month = 12;
    if (!a.day) a.day = 31;
    return a.year == 0 || compare(a, b) >= 0;
}

struct reference registry_successor(const struct regulation *x, struct date at)
{
    struct reference out = x->revoked_by;
    /* Revocations go forward in time, so the chain ends; the count only guards against a wrong registry. */
    for (int i = 0; i < 16 && out.regulation; i++) {
        const struct regulation *next = out.regulation;
        if (!next->flag_from.year || (at.year && !date_reached(at, next->flag_from))) break;
        out = next->revoked_by;
    }
    return out;
}

const struct era *kind_era(const struct kind *kind, int year)
{
    for (size_t i = 0; i < kind->era_count; i++)
        if (year >= kind->eras[i].from && year <= kind->eras[i].until) return &kind->eras[i];
    return NULL;
}

struct str short_name(struct arena *a, const struct kind *kind, struct str number, int year)
{
    const struct era *e = kind_era(kind, year);
    struct str brief = e && e->brief.p ? e->brief : kind->brief;
    return arena_printf(a, "%.*s %.*s/%d", (int)brief.n, brief.p, (int)number.n, number.p, year);
}

struct str regulation_name(struct arena *a, const struct regulation *x)
{
    return short_name(a, x->kind, arena_printf(a, "%llu", (unsigned long long)x->number), x->year);
}

struct cited_words regulation_title(struct arena *a, const struct registry *r, const struct regulation *x, size_t index)
{
    return title_words(a, &r->lexicon, x->titles[index]);
}

struct str reference_name(struct arena *a, const struct registry *r, const struct reference *x)
{
    if (x->regulation) return regulation_name(a, x->regulation);
    size_t first = str_find(x->id, STR("-"), 0), second = str_find(x->id, STR("-"), first + 1);
    const struct kind *kind = registry_kind(r, str_slice(x->id, 0, first));
    uint64_t year = 0;
    str_u64(str_slice(x->id, second + 1, x->id.n), &year);
    return kind ? short_name(a, kind, str_slice(x->id, first + 1, second), (int)year) : x->id;
}
