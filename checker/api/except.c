/* Exceptions: in the document, and in the configurations that are about it. */
#include <string.h>

#include "api/session.h"

/* What is to be said of one; false: nothing. */
static bool verdict(const struct waiver *w, const char *today, const char **rule, size_t *number)
{
    *number = 0;
    *rule = "UM003";
    switch (waiver_judge(w, today)) {
    case WAIVER_GOOD: return false;
    case WAIVER_NO_REASON: return *rule = "UM004", true;
    case WAIVER_OVER: return *number = 1, true;
    case WAIVER_UNUSED: break;
    }
    return true;
}

/* Whether something could not be checked that the exception may be about: then it is not known to be of no use. */
static bool may_serve(const struct patuh_result *r, const struct waiver *w)
{
    for (size_t i = 0; i < r->outcomes.n; i++) {
        const struct rule_outcome *o = &r->outcomes.v[i];
        const struct rule_info *rule = ruleset_find(r->checker->rules->ruleset, str_of(o->rule));
        for (size_t k = 0; k < w->rules.n && o->unchecked; k++)
            if (selector_names(w->rules.v[k], rule->id, rule->name)) return true;
    }
    return false;
}

static void in_source(struct patuh_checker *c, struct patuh_result *r)
{
    struct waivers w = {0};
    struct waived d = {STR_ABSENT, STR_ABSENT, c->today};
    const char *rule;
    size_t number;
    waivers_in_source(r->arena, &r->document, &w);
    waive(r->arena, &w, &d, &r->findings, &r->suppressed);
    size_t before = r->findings.n;
    for (size_t i = 0; i < w.n; i++) {
        const struct waiver *x = &w.v[i];
        if (!verdict(x, c->today, &rule, &number) || (!number && !x->used && strcmp(rule, "UM003") == 0 && may_serve(r, x))) continue;
        engine_raise(c->engine, r->arena, rule, number, waiver_rules(r->arena, x), x->why.until, (struct place){.at = x->at}, &r->findings);
    }
    if (r->findings.n > before) findings_sort(&r->findings);
}

void except(struct patuh_checker *c, struct patuh_result *r)
{
    struct waived d = {.number = r->document.sop ? r->document.sop->identity.number.text : STR_ABSENT, .today = c->today};
    in_source(c, r);
    for (size_t i = 0; i < c->chain.n; i++) {
        d.key = config_key_of(r->arena, c->chain.v[i]->folder, r->source->path.p);
        waive(r->arena, &c->chain.v[i]->waivers, &d, &r->findings, &r->suppressed);
    }
}

/* One finding on the set by the configurations of the file that it is about. */
static void except_one(struct patuh_checker *c, struct configs *configs, struct finding *f, struct findings *kept, struct findings *suppressed)
{
    const struct config_chain *chain = f->path.p ? configs_for(configs, f->path.p) : &c->chain;
    struct findings one = {f, 1, 1};
    for (size_t i = 0; i < chain->n && one.n; i++) {
        struct waived d = {f->path.p ? config_key_of(c->set_arena, chain->v[i]->folder, f->path.p) : STR_ABSENT, STR_ABSENT, c->today};
        waive(c->set_arena, &chain->v[i]->waivers, &d, &one, suppressed);
    }
    if (one.n) *ARENA_PUSH(c->set_arena, kept) = one.v[0];
}

static void judge(struct patuh_checker *c, const struct config_file *file, struct findings *out)
{
    const char *rule;
    size_t number;
    for (size_t i = 0; i < file->waivers.n; i++) {
        const struct waiver *w = &file->waivers.v[i];
        size_t before = out->n;
        if (!verdict(w, c->today, &rule, &number) || (!w->met && strcmp(rule, "UM003") == 0)) continue;
        struct where *where = arena_alloc(c->set_arena, sizeof *where);
        where->lines = (struct extent){w->line, 1, w->line, 1};
        engine_raise(c->engine, c->set_arena, rule, number, waiver_rules(c->set_arena, w), w->why.until, (struct place){SPAN_NONE, where}, out);
        if (out->n > before) out->v[before].path = str_of(w->file);
    }
}

void except_set(struct patuh_checker *c, struct configs *configs, struct findings *findings, struct findings *suppressed)
{
    struct findings kept = {0};
    if (!c->set_arena) c->set_arena = arena_new();
    for (size_t i = 0; i < findings->n; i++) except_one(c, configs, &findings->v[i], &kept, suppressed);
    struct config_file *file;
    for (size_t i = 0; (file = configs_file(configs, i)); i++) judge(c, file, &kept);
    findings_sort(&kept);
    *findings = kept;
}
