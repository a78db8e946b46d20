/* Options of a checker: which rules, which parameters, which ceilings. */
#include <string.h>

#include "api/session.h"
#include "language/suggest.h"

/* "MESSAGE" or "MESSAGE; maksudnya NAME?" */
/* So many choices are told where none is likely: limits and parameters, not rules. */
enum { FEW = 32 };

static bool unknown(struct patuh_checker *c, enum word message, struct str name, const struct str *choices, size_t n, struct str *out)
{
    struct str likely = suggest(name, choices, n);
    *out = word_format(c->arena, message, c->lang, name, STR_ABSENT);
    if (likely.p)
        *out = arena_printf(c->arena, "%s; %s", out->p, word_format(c->arena, W_did_you_mean, c->lang, likely, STR_ABSENT).p);
    if (likely.p || n > FEW) return false;
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n; i++) buf_z(&b, i ? ", " : ""), buf_str(&b, choices[i]);
    *out = arena_printf(c->arena, "%s; %s", out->p, word_format(c->arena, W_there_are, c->lang, buf_view(&b), STR_ABSENT).p);
    buf_free(&b);
    return false;
}

bool select_rules(struct patuh_checker *c, const char *const *selectors, bool value, struct str *message)
{
    size_t n = ruleset_size(c->rules->ruleset);
    for (; selectors && *selectors; selectors++) {
        struct str s = str_trim(str_of(*selectors));
        bool any = false;
        for (size_t i = 0; i < n; i++) {
            const struct rule_info *rule = ruleset_info(c->rules->ruleset, i);
            if (!selector_names(s, rule->id, rule->name)) continue;
            any = true;
            if (value || !rule_always(rule)) c->selected[i] = value;
            else if (str_ieq(s, str_of(rule->id)) || str_ieq(s, str_of(rule->name)))
                return *message = word_format(c->arena, W_rule_always, c->lang, str_of(rule->id), STR_ABSENT), false;
        }
        if (any) continue;
        struct str *names = arena_alloc(c->arena, 2 * n * sizeof *names);
        for (size_t i = 0; i < n; i++) {
            names[2 * i] = str_of(ruleset_info(c->rules->ruleset, i)->id);
            names[2 * i + 1] = str_of(ruleset_info(c->rules->ruleset, i)->name);
        }
        return unknown(c, W_unknown_rule, arena_str(c->arena, s), names, 2 * n, message);
    }
    return true;
}

/* Splits NAME=VALUE; both trimmed copies. */
static bool split(struct patuh_checker *c, const char *assignment, struct str *name, struct str *value, struct str *message)
{
    const char *sign = strchr(assignment, '=');
    if (!sign) {
        *message = word_format(c->arena, W_not_an_assignment, c->lang, str_of(assignment), STR_ABSENT);
        return false;
    }
    *name = arena_str(c->arena, str_trim((struct str){assignment, (size_t)(sign - assignment)}));
    *value = arena_str(c->arena, str_trim(str_of(sign + 1)));
    return true;
}

bool set_parameter(struct patuh_checker *c, const char *assignment, struct str *message)
{
    struct str name, value;
    if (!split(c, assignment, &name, &value, message)) return false;
    for (size_t i = 0; i < c->parameters.n; i++) {
        struct parameter *p = &c->parameters.v[i];
        if (!str_eqz(name, p->name)) continue;
        p->value = value;
        if (value.n == 0 || parameter_accepts(p, value)) return true;
        *message = word_format(c->arena, W_wrong_value, c->lang, str_of(assignment), str_of(p->type));
        return false;
    }
    struct str *names = arena_alloc(c->arena, (c->parameters.n + 1) * sizeof *names);
    for (size_t i = 0; i < c->parameters.n; i++) names[i] = str_of(c->parameters.v[i].name);
    return unknown(c, W_unknown_parameter, name, names, c->parameters.n, message);
}

bool set_limit(struct patuh_checker *c, const char *assignment, struct str *message)
{
    struct str name, value, names[LIMIT_COUNT];
    if (!split(c, assignment, &name, &value, message)) return false;
    enum limit id = limit_find(name);
    if (id < LIMIT_COUNT) {
        /* Offsets are 32 bits wide: no ceiling may let a document outgrow them. */
        if (str_u64(value, &c->limits.v[id]) && c->limits.v[id] > 0 && c->limits.v[id] <= UINT32_MAX / 2) return true;
        *message = word_format(c->arena, W_wrong_value, c->lang, str_of(assignment), STR("1 … 2147483647"));
        return false;
    }
    for (int i = 0; i < LIMIT_COUNT; i++) names[i] = str_of(limit_name((enum limit)i));
    return unknown(c, W_unknown_limit, name, names, LIMIT_COUNT, message);
}
