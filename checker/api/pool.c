/* Checkers by configuration. Paths that are configured alike share one. */
#include <stdlib.h>
#include <string.h>

#include "api/session.h"

struct pooled {
    const struct config_chain *chain;
    struct str key;
    struct settings settings;
    struct patuh_checker *checker;
};
struct pool {
    struct arena *a;
    struct pool_options o;
    struct limits limits;
    const struct patuh_rules *rules;
    struct configs *configs;
    struct pack_faults faults;      /* of settings; those of files are with the configurations */
    struct loaded {
        struct loaded_rules {
            struct str packs;       /* their paths, a line each */
            struct patuh_rules *rules;
        } *v;
        size_t n, cap;
    } loaded;
    struct pooled **v;
    size_t n, cap;
};

struct pool *pool_new(const struct patuh_rules *rules, const struct pool_options *o)
{
    struct arena *a = arena_new();
    struct pool *p = arena_alloc(a, sizeof *p);
    *p = (struct pool){.a = a, .o = *o, .rules = rules};
    limits_default(&p->limits);
    p->configs = configs_new(a, &rules->bundle, &p->limits, o->config, o->no_config);
    return p;
}

void pool_free(struct pool *p)
{
    if (!p) return;
    for (size_t i = 0; i < p->n; i++) patuh_checker_free(p->v[i]->checker);
    for (size_t i = 0; i < p->loaded.n; i++) patuh_rules_free(p->loaded.v[i].rules);
    arena_free(p->a);
}

struct configs *pool_configs(struct pool *p) { return p->configs; }

/* The built-in rules, those of the configuration, those of the command line; loaded once for each list of packs. */
static const struct patuh_rules *rules_for(struct pool *p, const struct config_chain *chain)
{
    struct {
        const char **v;
        size_t n, cap;
    } packs = {0};
    struct buf b = BUF_INIT;
    for (const char **i = config_packs(p->a, chain); *i; i++) {
        *ARENA_PUSH(p->a, &packs) = *i;
        buf_printf(&b, "%s\n", *i);
    }
    struct str key = arena_str(p->a, buf_view(&b));
    buf_free(&b);
    if (!packs.n) return p->rules;
    for (size_t i = 0; i < p->loaded.n; i++)
        if (str_eq(p->loaded.v[i].packs, key)) return p->loaded.v[i].rules;
    *ARENA_PUSH(p->a, &packs) = p->o.rules;
    struct patuh_rules *rules = rules_load(p->o.rules_only, packs.v, packs.n, NULL);
    *ARENA_PUSH(p->a, &p->loaded) = (struct loaded_rules){key, rules};
    for (size_t i = 0; i < rules->faults.n; i++) { /* once, where they were found */
        struct pack_fault *f = fault_add(p->a, &p->faults, arena_strz(p->a, str_of(rules->fault_texts[0][i])), 0, WORD_NONE);
        f->arg[0] = arena_str(p->a, str_of(rules->fault_texts[0][i]));
        f->arg[1] = arena_str(p->a, str_of(rules->fault_texts[1][i]));
    }
    return rules;
}

static struct pooled *find(struct pool *p, const struct config_chain *chain, struct str key)
{
    for (size_t i = p->n; i-- > 0;)
        if (p->v[i]->chain == chain && str_eq(p->v[i]->key, key)) return p->v[i];
    return NULL;
}

struct patuh_checker *pool_checker(struct pool *p, const char *path, const struct settings **settings, char **error)
{
    const struct config_chain *chain = configs_for(p->configs, path);
    if (configs_faults(p->configs)->n) return NULL;
    struct str key = config_key(p->a, chain, path);
    struct pooled *one = find(p, chain, key);
    if (!one) {
        const struct patuh_rules *rules = rules_for(p, chain);
        if (p->faults.n) return NULL;
        one = arena_alloc(p->a, sizeof *one);
        *one = (struct pooled){.chain = chain, .key = key, .settings = config_settle(p->a, chain, path, rules->ruleset, &p->faults)};
        if (p->faults.n) return NULL;
        one->checker = checker_new(rules, p->o.options, &one->settings, chain, error);
        if (!one->checker) return NULL;
        *ARENA_PUSH(p->a, p) = one;
    }
    if (settings) *settings = &one->settings;
    return one->checker;
}

const char *pool_fault(struct pool *p, size_t index, enum lang lang)
{
    const struct pack_faults *of_files = configs_faults(p->configs);
    if (index >= of_files->n + p->faults.n) return NULL;
    const struct pack_fault *f = index < of_files->n ? &of_files->v[index] : &p->faults.v[index - of_files->n];
    if (f->message == WORD_NONE) return f->arg[lang].p;
    struct str text = word_format(p->a, f->message, lang, f->arg[0], f->arg[1]);
    if (!f->line) return arena_printf(p->a, "%s: %s", f->file.p, text.p).p;
    return arena_printf(p->a, "%s:%u: %s", f->file.p, (unsigned)f->line, text.p).p;
}
