/* patuh config show: which settings apply to a file and where each comes from; which files would be checked. */
#include <string.h>

#include "cli/cli.h"

static struct str origin(struct cli *c, const struct noted *n)
{
    if (n->line && strncmp(n->file, "preset ", 7) != 0) return arena_printf(c->arena, "%s:%u", n->file, (unsigned)n->line);
    return str_of(n->file);
}

static struct str default_word(struct cli *c) { return str_of(word(W_config_default, c->lang)); }

static void tell(struct cli *c, const char *name, struct str value, struct str from)
{
    fprintf(c->out, "  %s: %.*s", name, (int)value.n, value.p);
    fprintf(c->out, "  # %.*s\n", (int)from.n, from.p);
}

/* Rules that are not as they are by default. */
static void tell_rules(struct cli *c, const struct settings *s, const struct ruleset *rules)
{
    size_t on = 0;
    for (size_t i = 0; i < ruleset_size(rules); i++) on += s->selected[i];
    fprintf(c->out, "rules: # %zu / %zu\n", on, ruleset_size(rules));
    for (size_t i = 0; i < ruleset_size(rules); i++) {
        const struct rule_info *r = ruleset_info(rules, i);
        struct str value = s->severity[i] >= 0 ? str_of(severity_name((enum severity)s->severity[i])) : STR_ABSENT;
        if (!s->selected[i]) value = STR("mati");
        else if (!value.p && !r->on) value = str_of(severity_name(r->severity));
        if (!value.p || (!s->selected[i] && !s->from[i].text.p)) continue;
        const struct noted *n = !s->selected[i] || s->severity[i] < 0 ? &s->from[i] : &s->graded[i];
        tell(c, r->id, value, n->text.p ? origin(c, n) : default_word(c));
    }
}

static void tell_parameters(struct cli *c, const struct settings *s)
{
    fputs("param:\n", c->out);
    for (size_t i = 0; i < s->parameters.n; i++) {
        const struct parameter *p = &s->parameters.v[i];
        struct str from = s->given[i].text.p ? origin(c, &s->given[i]) : default_word(c);
        if (!p->value.p) continue;
        struct buf quoted = BUF_INIT;
        plain_text(&quoted, p->value);
        tell(c, p->name, buf_view(&quoted), from);
        buf_free(&quoted);
    }
}

static void tell_waivers(struct cli *c, const struct config_chain *chain, const char *path)
{
    for (size_t i = 0; i < chain->n; i++)
        for (size_t k = 0; k < chain->v[i]->waivers.n; k++) {
            const struct waiver *w = &chain->v[i]->waivers.v[k];
            struct str key = config_key_of(c->arena, chain->v[i]->folder, path);
            if (w->files && !(key.p && ignore_covers(w->files, key))) continue;
            struct str rules = waiver_rules(c->arena, w);
            fprintf(c->out, "abaikan: %s  # %s:%u\n", rules.p, w->file, (unsigned)w->line);
        }
}

static int show_settings(struct cli *c, struct pool *pool, const char *path)
{
    const struct settings *s;
    struct patuh_checker *checker = configured_checker(c, pool, path, &s);
    if (!checker) return STATUS_USAGE;
    const struct config_chain *chain = configs_for(pool_configs(pool), path);
    fputs("config:\n", c->out);
    for (size_t i = 0; i < chain->n; i++) fprintf(c->out, "  - %s\n", chain->v[i]->path);
    if (config_excludes(pool_configs(pool), chain, path)) say(c, c->out, W_config_excluded, STR_ABSENT, STR_ABSENT);
    if (s->fail_on.text.p) fprintf(c->out, "fail-on: %s  # %s\n", s->fail_on.text.p, origin(c, &s->fail_on).p);
    if (s->baseline.text.p) fprintf(c->out, "baseline: %s  # %s\n", s->baseline.text.p, origin(c, &s->baseline).p);
    tell_rules(c, s, checker->rules->ruleset);
    tell_parameters(c, s);
    tell_waivers(c, chain, path);
    return STATUS_OK;
}

static int show_files(struct cli *c, struct pool *pool)
{
    struct inputs inputs = {0};
    struct patuh_checker *checker = configured_checker(c, pool, ".", NULL);
    int status = checker ? inputs_collect(c, &checker->limits, pool, &inputs) : STATUS_USAGE;
    for (size_t i = 0; status == STATUS_OK && i < inputs.n; i++) {
        struct buf safe = BUF_INIT;
        plain_text(&safe, str_of(inputs.v[i].path));
        fprintf(c->out, "%s\n", safe.p);
        buf_free(&safe);
    }
    return status;
}

/* The word "show" is taken off the arguments. */
static bool take_show(struct cli *c)
{
    if (!c->args.n || strcmp(c->args.v[0], "show") != 0) return false;
    memmove(c->args.v, c->args.v + 1, c->args.n * sizeof *c->args.v);
    c->args.n--;
    return true;
}

int run_config(struct cli *c)
{
    static const struct str actions[] = {{"show", 4}};
    if (!take_show(c)) return unknown_name(c, W_config_action, c->args.n ? c->args.v[0] : "", actions, COUNT(actions));
    if (!c->show_files && c->args.n > 1) return usage_error(c, W_one_file, STR_ABSENT, STR_ABSENT);
    struct patuh_rules *rules = load_rules(c);
    struct pool *pool = rules ? make_pool(c, rules) : NULL;
    int status = STATUS_USAGE;
    if (pool) status = c->show_files ? show_files(c, pool) : show_settings(c, pool, c->args.n ? c->args.v[0] : ".");
    pool_free(pool);
    patuh_rules_free(rules);
    return status;
}
