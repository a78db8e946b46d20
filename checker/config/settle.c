/* What the layers of a chain come to for one path. */
#include <string.h>

#include "config/config.h"
#include "language/suggest.h"

struct settling {
    struct arena *a;
    const struct ruleset *rules;
    struct settings *s;
    struct pack_faults *faults;
};

/* Each fault once, however many paths it is found for. */
static void fault(struct settling *x, const struct noted *at, enum word message, struct str arg0, struct str arg1)
{
    for (size_t i = 0; i < x->faults->n; i++) {
        const struct pack_fault *f = &x->faults->v[i];
        if (f->line == at->line && f->message == message && str_eqz(f->file, at->file) && str_eq(f->arg[0], arg0)) return;
    }
    struct pack_fault *f = fault_add(x->a, x->faults, at->file, at->line, message);
    f->arg[0] = arg0;
    f->arg[1] = arg1;
}

static void no_rule(struct settling *x, const struct noted *n)
{
    size_t count = ruleset_size(x->rules);
    struct str *names = arena_alloc(x->a, 2 * count * sizeof *names);
    for (size_t i = 0; i < count; i++) {
        names[2 * i] = str_of(ruleset_info(x->rules, i)->id);
        names[2 * i + 1] = str_of(ruleset_info(x->rules, i)->name);
    }
    struct str likely = suggest(n->text, names, 2 * count);
    fault(x, n, likely.p ? W_config_rule_likely : W_unknown_rule, n->text, likely);
}

static void switch_rules(struct settling *x, const struct noted *n, bool on)
{
    bool any = false;
    for (size_t i = 0; i < ruleset_size(x->rules); i++) {
        const struct rule_info *r = ruleset_info(x->rules, i);
        if (!selector_names(n->text, r->id, r->name)) continue;
        any = true;
        if (!on && rule_always(r)) {
            if (str_ieq(n->text, str_of(r->id)) || str_ieq(n->text, str_of(r->name))) fault(x, n, W_rule_always, str_of(r->id), STR_ABSENT);
            continue;
        }
        x->s->selected[i] = on;
        x->s->from[i] = *n;
    }
    if (!any) no_rule(x, n);
}

static void switch_all(struct settling *x, const struct noted_list *list, bool on)
{
    for (size_t i = 0; i < list->n; i++) switch_rules(x, &list->v[i], on);
}

static void grade(struct settling *x, const struct noted_pair *p)
{
    enum severity severity;
    bool off = str_ieq(p->value.text, STR("mati")) || str_ieq(p->value.text, STR("off")), any = false;
    if (!off && !severity_parse(p->value.text, &severity)) {
        fault(x, &p->value, W_wrong_value, p->value.text, STR("galat, peringatan, catatan, mati"));
        return;
    }
    if (off) {
        switch_rules(x, &p->key, false);
        return;
    }
    for (size_t i = 0; i < ruleset_size(x->rules); i++) {
        const struct rule_info *r = ruleset_info(x->rules, i);
        if (!selector_names(p->key.text, r->id, r->name)) continue;
        any = true;
        if (rule_always(r)) continue; /* what was not read is an error */
        x->s->severity[i] = (signed char)severity;
        x->s->graded[i] = p->value;
    }
    if (!any) no_rule(x, &p->key);
}

static void set_parameter(struct settling *x, const struct noted_pair *p)
{
    struct parameters *list = &x->s->parameters;
    struct str *names = arena_alloc(x->a, (list->n + 1) * sizeof *names);
    for (size_t i = 0; i < list->n; i++) {
        names[i] = str_of(list->v[i].name);
        if (!str_eq(p->key.text, names[i])) continue;
        if (p->value.text.n && !parameter_accepts(&list->v[i], p->value.text)) fault(x, &p->value, W_wrong_value, p->value.text, str_of(list->v[i].type));
        list->v[i].value = p->value.text;
        x->s->given[i] = p->value;
        return;
    }
    struct str likely = suggest(p->key.text, names, list->n);
    fault(x, &p->key, likely.p ? W_config_parameter_likely : W_unknown_parameter, p->key.text, likely);
}

static void apply(struct settling *x, const struct layer *l)
{
    for (size_t i = 0; l->selects && i < ruleset_size(x->rules); i++) {
        x->s->selected[i] = ruleset_info(x->rules, i)->scope == SCOPE_PROGRAM;
        x->s->from[i] = l->select.n ? l->select.v[0] : (struct noted){.text = STR_ABSENT};
    }
    switch_all(x, &l->select, true);
    switch_all(x, &l->extend, true);
    switch_all(x, &l->ignore, false);
    for (size_t i = 0; i < l->severity.n; i++) grade(x, &l->severity.v[i]);
    for (size_t i = 0; i < l->param.n; i++) set_parameter(x, &l->param.v[i]);
    if (l->fail_on.text.p) {
        enum severity unused;
        if (!str_eqz(l->fail_on.text, "never") && !severity_parse(l->fail_on.text, &unused))
            fault(x, &l->fail_on, W_wrong_value, l->fail_on.text, STR("galat, peringatan, catatan, never"));
        x->s->fail_on = l->fail_on;
    }
    if (l->baseline.text.p) x->s->baseline = l->baseline;
}

static bool applies(struct arena *a, const struct layer *l, const char *path)
{
    if (!l->files) return true;
    struct str key = config_key_of(a, l->folder, path);
    return key.p && ignore_covers(l->files, key);
}

static void check_waivers(struct settling *x, const struct config_file *f)
{
    for (size_t i = 0; i < f->waivers.n; i++)
        for (size_t k = 0; k < f->waivers.v[i].rules.n; k++) {
            struct noted n = {f->waivers.v[i].rules.v[k], f->waivers.v[i].file, f->waivers.v[i].line};
            bool any = false;
            for (size_t r = 0; r < ruleset_size(x->rules) && !any; r++)
                any = selector_names(n.text, ruleset_info(x->rules, r)->id, ruleset_info(x->rules, r)->name);
            if (!any) no_rule(x, &n);
        }
}

struct settings config_settle(struct arena *a, const struct config_chain *chain, const char *path, const struct ruleset *rules, struct pack_faults *faults)
{
    size_t n = ruleset_size(rules);
    const struct parameters *p = ruleset_parameters(rules);
    struct settings s = {.fail_on.text = STR_ABSENT, .baseline.text = STR_ABSENT};
    struct settling x = {a, rules, &s, faults};
    s.selected = arena_alloc(a, (n + 1) * sizeof *s.selected);
    s.severity = arena_alloc(a, n + 1);
    memset(s.severity, -1, n + 1);
    s.from = arena_alloc(a, (n + 1) * sizeof *s.from);
    s.graded = arena_alloc(a, (n + 1) * sizeof *s.graded);
    s.given = arena_alloc(a, (p->n + 1) * sizeof *s.given);
    s.parameters = (struct parameters){arena_alloc(a, (p->n + 1) * sizeof *p->v), p->n, p->n};
    if (p->n) memcpy(s.parameters.v, p->v, p->n * sizeof *p->v);
    for (size_t i = 0; i < n; i++) {
        s.selected[i] = ruleset_info(rules, i)->on;
        s.from[i].text = s.graded[i].text = STR_ABSENT;
    }
    for (size_t i = 0; i < p->n; i++) s.given[i].text = STR_ABSENT;
    for (size_t i = 0; i < chain->n; i++) {
        check_waivers(&x, chain->v[i]);
        for (size_t k = 0; k < chain->v[i]->layers.n; k++)
            if (applies(a, &chain->v[i]->layers.v[k], path)) apply(&x, &chain->v[i]->layers.v[k]);
    }
    return s;
}

struct str config_key(struct arena *a, const struct config_chain *chain, const char *path)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < chain->n; i++)
        for (size_t k = 0; k < chain->v[i]->layers.n; k++)
            if (chain->v[i]->layers.v[k].files) buf_ch(&b, applies(a, &chain->v[i]->layers.v[k], path) ? '1' : '0');
    struct str key = arena_str(a, buf_view(&b));
    buf_free(&b);
    return key.p ? key : STR("");
}
