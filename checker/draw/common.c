/* What SVG and DOT have in common. */
#include "draw/drawing.h"

struct defects *draw_defects(struct arena *a, const struct sop *s, const struct findings *findings)
{
    struct defects *d = arena_alloc(a, (s->steps.n + 1) * sizeof *d);
    for (size_t f = 0; f < findings->n; f++) {
        const struct finding *x = &findings->v[f];
        for (size_t i = 0; x->step.n && i < s->steps.n; i++) {
            if (!str_eq(x->step, draw_number(s, i))) continue;
            if (d[i].rules.n && str_find(d[i].rules, str_of(x->rule), 0) != SIZE_MAX) break;
            d[i].rules = d[i].rules.n ? arena_printf(a, "%s, %s", d[i].rules.p, x->rule) : str_of(x->rule);
            if (x->severity > d[i].worst) d[i].worst = x->severity;
            break;
        }
    }
    return d;
}

static bool executes(enum mark m) { return m == MARK_PRESENT || m == MARK_OTHER || (m >= MARK_TERMINATOR && m <= MARK_CONNECTOR); }

struct lanes draw_lanes(struct arena *a, const struct sop *s)
{
    struct lanes l = {.n = 0};
    size_t total = 0;
    for (size_t t = 0; t < s->tables.n; t++) total += s->tables.v[t].actors.n;
    size_t *identity = arena_alloc(a, (total + 1) * sizeof *identity);
    l.name = arena_alloc(a, (total + 1) * sizeof *l.name);
    l.of_step = arena_alloc(a, (s->steps.n + 1) * sizeof *l.of_step);
    for (size_t t = 0; t < s->tables.n; t++)
        for (size_t k = 0; k < s->tables.v[t].actors.n; k++) {
            const struct actor *x = &s->tables.v[t].actors.v[k];
            size_t c = 0;
            while (c < l.n && identity[c] != x->identity) c++;
            if (c < l.n && x->identity != NO_INDEX) continue;
            identity[l.n] = x->identity;
            l.name[l.n++] = str_trim(x->item.text);
        }
    for (size_t i = 0; i < s->steps.n; i++) {
        const struct step *step = &s->steps.v[i];
        l.of_step[i] = NO_INDEX;
        for (size_t k = 0; k < step->performers.n && l.of_step[i] == NO_INDEX; k++) {
            const struct performer *p = &step->performers.v[k];
            if (p->actor == NO_INDEX || !executes(p->mark) || step->table >= s->tables.n) continue;
            size_t who = s->tables.v[step->table].actors.v[p->actor].identity;
            for (size_t c = 0; c < l.n; c++)
                if (identity[c] == who) l.of_step[i] = c;
        }
    }
    return l;
}

enum mark draw_symbol(const struct sop *s, size_t i)
{
    const struct step *step = &s->steps.v[i];
    switch (step->kind) {
    case STEP_START:
    case STEP_END: return MARK_TERMINATOR;
    case STEP_EXCLUSIVE:
    case STEP_INCLUSIVE:
    case STEP_PARALLEL:
    case STEP_EVENT_BASED:
    case STEP_COMPLEX: return MARK_DECISION;
    case STEP_LINK_THROW:
    case STEP_LINK_CATCH: return MARK_CONNECTOR;
    default: break;
    }
    if (s->partial) return MARK_PROCESS;
    if (step->symbol == MARK_PRESENT) return MARK_PROCESS;
    return step->symbol >= MARK_TERMINATOR && step->symbol <= MARK_CONNECTOR ? step->symbol : step->symbol == MARK_OTHER ? MARK_OTHER : MARK_NONE;
}

struct str draw_number(const struct sop *s, size_t i)
{
    struct str n = str_trim(s->steps.v[i].number.text);
    while (n.n && n.p[n.n - 1] == '.') n.n--;
    return n;
}

struct str draw_title(const struct sop *s, size_t i)
{
    const struct step *step = &s->steps.v[i];
    struct str t = str_trim(step->activity.text);
    return t.n ? t : str_trim(step->title.text);
}

const char *draw_colour(enum severity s)
{
    static const char *const colours[] = {[SEVERITY_NOTE] = "#1f6feb", [SEVERITY_WARNING] = "#b35900", [SEVERITY_ERROR] = "#c1121f"};
    return colours[s];
}
