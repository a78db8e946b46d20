/* instead-of: one cause, one finding. A rule that fires silences the rules it names at the same place: its node, what lies below it, and
 * the step (langkah) it belongs to. Silenced rules silence in their turn, so chains need no closure. */
#include "rules/engine.h"

/* A set of (rule, node) where a rule speaks. */
struct spot {
    size_t rule;
    const struct view_node *node; /* NULL: empty */
};
struct spots {
    struct spot *v;
    size_t cap;          /* a power of two */
};

static size_t spot_slot(const struct spots *s, size_t rule, const struct view_node *node)
{
    size_t at = (size_t)(((uintptr_t)node >> 4) * 0x9E3779B97F4A7C15u + rule * 0xC2B2AE3D27D4EB4Fu) >> 7;
    for (at &= s->cap - 1; s->v[at].node; at = (at + 1) & (s->cap - 1))
        if (s->v[at].rule == rule && s->v[at].node == node) break;
    return at;
}

static const struct view_node *step_of(const struct engine *e, const struct view_node *n)
{
    while (n && (!view_is_element(n) || view_name(n) != e->name_langkah)) n = view_is_element(n) ? view_parent(n) : NULL;
    return n;
}

/* Does that rule speak where the node stands? Steps are entered as themselves, so the climb finds them. */
static bool spoken(const struct spots *s, size_t rule, const struct view_node *n)
{
    for (; n && view_is_element(n); n = view_parent(n))
        if (s->v[spot_slot(s, rule, n)].node) return true;
    return false;
}

void silence(const struct engine *e, struct arena *a, struct hits *hits)
{
    const struct rule *rules = e->set->rules;
    size_t speakers = 0;
    for (size_t i = 0; i < hits->n; i++) speakers += rules[hits->v[i].rule].instead_count > 0;
    if (!speakers) return;
    struct spots s = {.cap = 16};
    while (s.cap < 4 * speakers) s.cap *= 2;
    s.v = arena_alloc(a, s.cap * sizeof *s.v);
    for (size_t i = 0; i < hits->n; i++) {
        const struct hit *h = &hits->v[i];
        if (!rules[h->rule].instead_count) continue;
        const struct view_node *step = step_of(e, h->node);
        s.v[spot_slot(&s, h->rule, h->node)] = (struct spot){h->rule, h->node};
        if (step) s.v[spot_slot(&s, h->rule, step)] = (struct spot){h->rule, step};
    }
    for (size_t i = 0; i < hits->n; i++)
        for (size_t k = 0; k < rules[hits->v[i].rule].silencer_count && !hits->v[i].silent; k++)
            hits->v[i].silent = spoken(&s, rules[hits->v[i].rule].silencers[k], hits->v[i].node);
}
