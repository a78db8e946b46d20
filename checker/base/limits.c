/* The ceilings of limits.def. */
#include "base/base.h"

static const struct {
    const char *name;
    uint64_t value;
} rows[LIMIT_COUNT] = {
#define LIMIT(id, name, value, unit_id, unit_en) [LIMIT_##id] = {name, value},
#include "base/limits.def"
#undef LIMIT
};

void limits_default(struct limits *l)
{
    for (int i = 0; i < LIMIT_COUNT; i++) l->v[i] = rows[i].value;
}

const char *limit_name(enum limit id) { return rows[id].name; }

enum limit limit_find(struct str name)
{
    for (int i = 0; i < LIMIT_COUNT; i++)
        if (str_eqz(name, rows[i].name)) return (enum limit)i;
    return LIMIT_COUNT;
}
