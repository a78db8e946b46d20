/* The table of commands, and what they share. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "language/suggest.h"

/* Letters as in the option table of options.c. */
const struct command commands[] = {
    {"check", W_summary_check, W_help_check, "fFsiclrRtpLnqkyEAGNXSbOaoTxdu", run_check},
    {"merge", W_summary_merge, W_help_merge, "fFsiclrRtpqEGNSbOaoT", run_merge},
    {"explain", W_summary_explain, W_help_explain, "lrR", run_explain},
    {"rules", W_summary_rules, W_help_rules, "lrRtC", run_rules},
    {"dump", W_summary_dump, W_help_dump, "lrRtpLnkyPBHGN", run_dump},
    {"graph", W_summary_graph, W_help_graph, "flrRtpLnPGN", run_graph},
    {"reviu", W_summary_reviu, W_help_reviu, "flrRtpLnkyPGN", run_reviu},
    {"baseline", W_summary_baseline, W_help_baseline, "silrRtpLkyGNXb", run_baseline},
    {"config", W_summary_config, W_help_config, "silrRpLGNMX", run_config},
    {"peraturan", W_summary_law, W_help_law, "lrR", run_law},
    {"schema", W_summary_schema, W_help_schema, "lrR", run_schema},
    {"init", W_summary_init, W_help_init, "lrR", run_init},
    {"completion", W_summary_completion, W_help_completion, "lrR", run_completion},
    {"help", W_summary_help, W_help_help, "l", run_help},
    {NULL, WORD_NONE, WORD_NONE, NULL, NULL},
};

void say(struct cli *c, FILE *out, enum word w, struct str arg0, struct str arg1)
{
    struct buf safe[2] = {BUF_INIT, BUF_INIT};
    plain_text(&safe[0], arg0);
    plain_text(&safe[1], arg1);
    fputs(word_format(c->arena, w, c->lang, buf_view(&safe[0]), buf_view(&safe[1])).p, out);
    buf_free(&safe[0]);
    buf_free(&safe[1]);
}

int usage_error(struct cli *c, enum word w, struct str arg0, struct str arg1)
{
    fputs("patuh: ", c->err);
    say(c, c->err, w, arg0, arg1);
    fputc('\n', c->err);
    return STATUS_USAGE;
}

/* So many choices are told where none is likely. */
enum { FEW = 16 };

int unknown_name(struct cli *c, enum word w, const char *name, const struct str *choices, size_t n)
{
    struct str likely = suggest(str_of(name), choices, n);
    fputs("patuh: ", c->err);
    say(c, c->err, w, str_of(name), STR_ABSENT);
    if (likely.p) fputs("; ", c->err), say(c, c->err, W_did_you_mean, likely, STR_ABSENT);
    else if (n <= FEW) {
        struct str all = choices[0];
        for (size_t i = 1; i < n; i++) all = arena_printf(c->arena, "%.*s, %.*s", (int)all.n, all.p, (int)choices[i].n, choices[i].p);
        fputs("; ", c->err), say(c, c->err, W_there_are, all, STR_ABSENT);
    }
    fputc('\n', c->err);
    return STATUS_USAGE;
}

void print_faults(struct cli *c, const struct patuh_rules *r)
{
    size_t n = patuh_rules_error_count(r);
    for (size_t i = 0; i < n; i++) say(c, c->err, W_verbatim, str_of(patuh_rules_error_at(r, i, c->lang == LANG_EN)), STR_ABSENT), fputc('\n', c->err);
    usage_error(c, W_pack_broken, arena_printf(c->arena, "%zu", n), STR_ABSENT);
}

struct patuh_rules *load_rules(struct cli *c)
{
    struct patuh_rules *r = rules_load(c->rules_only, &c->rules, 1, NULL);
    if (patuh_rules_error_count(r) == 0) return r;
    print_faults(c, r);
    patuh_rules_free(r);
    return NULL;
}

const struct rules_about *rules_about(struct cli *c, const struct patuh_rules *rules)
{
    size_t n = ruleset_size(rules->ruleset);
    struct rule_about *v = arena_alloc(c->arena, (n + 1) * sizeof *v);
    for (size_t i = 0; i < n; i++) {
        const struct rule_info *r = ruleset_info(rules->ruleset, i);
        v[i] = (struct rule_about){
            .id = r->id, .name = r->name, .status = r->status, .severity = r->severity, .title = r->title.v[c->lang], .why = r->why.v[c->lang],
            .mend = r->mend.v[c->lang], .regulation = r->regulation, .place = r->place,
        };
    }
    struct rules_about *all = arena_alloc(c->arena, sizeof *all);
    *all = (struct rules_about){v, n};
    return all;
}

const char *const *rules_on_sets(struct cli *c, const struct patuh_checker *checker)
{
    const struct ruleset *set = checker->rules->ruleset;
    const char **v = arena_alloc(c->arena, (ruleset_size(set) + 1) * sizeof *v);
    size_t n = 0;
    for (size_t i = 0; i < ruleset_size(set); i++)
        if (checker->selected[i] && ruleset_info(set, i)->scope == SCOPE_SET) v[n++] = ruleset_info(set, i)->id;
    return v;
}

struct pool *make_pool(struct cli *c, const struct patuh_rules *rules)
{
    struct patuh_options *o = arena_alloc(c->arena, sizeof *o);
    *o = (struct patuh_options){
        .lang = c->lang == LANG_EN, .today = c->today ? c->today : os_today(c->arena).p, .select = c->select.v, .ignore = c->ignore.v,
        .param = c->param.v, .limit = c->limit.v, .pk = c->pk, .last_year = c->last_year,
    };
    struct pool_options po = {c->rules, c->rules_only, c->config, c->no_config, o};
    return pool_new(rules, &po);
}

struct patuh_checker *configured_checker(struct cli *c, struct pool *pool, const char *path, const struct settings **settings)
{
    char *error = NULL;
    const char *fault;
    if (strcmp(path, "-") == 0) path = c->stdin_name ? c->stdin_name : ".";
    struct patuh_checker *checker = pool_checker(pool, path, settings, &error);
    for (size_t i = 0; !checker && (fault = pool_fault(pool, i, c->lang)); i++)
        say(c, c->err, W_verbatim, str_of(fault), STR_ABSENT), fputc('\n', c->err);
    if (error) usage_error(c, W_verbatim, str_of(error), STR_ABSENT);
    else if (!checker) usage_error(c, W_config_broken, STR_ABSENT, STR_ABSENT);
    patuh_free(error);
    return checker;
}

static const struct command *command_of(const char *name)
{
    for (const struct command *k = commands; k->name; k++)
        if (strcmp(k->name, name) == 0) return k;
    return NULL;
}

static int unknown_command(struct cli *c, const char *name)
{
    struct str names[COUNT(commands) - 1];
    for (size_t i = 0; i < COUNT(names); i++) names[i] = str_of(commands[i].name);
    return unknown_name(c, W_unknown_command, name, names, COUNT(names));
}

int run_help(struct cli *c)
{
    const struct command *k = NULL;
    if (c->args.n && !(k = command_of(c->args.v[0]))) return unknown_command(c, c->args.v[0]);
    if (k) {
        say(c, c->out, k->help, STR_ABSENT, STR_ABSENT);
        return STATUS_OK;
    }
    say(c, c->out, W_cli_usage, STR_ABSENT, STR_ABSENT);
    for (k = commands; k->name; k++) fprintf(c->out, "  %-10s  %s\n", k->name, word(k->summary, c->lang));
    say(c, c->out, W_cli_usage_end, STR_ABSENT, STR_ABSENT);
    return STATUS_OK;
}

static int dispatch(struct cli *c)
{
    if (c->version) {
        fprintf(c->out, "patuh %s\n", patuh_version());
        return STATUS_OK;
    }
    if (!c->command) {
        if (c->help) return run_help(c);
        FILE *out = c->out;
        c->out = c->err;
        run_help(c);
        c->out = out;
        return STATUS_USAGE;
    }
    if (!c->help) return c->command->run(c);
    if (c->command->run != run_help) say(c, c->out, c->command->help, STR_ABSENT, STR_ABSENT);
    return c->command->run == run_help ? run_help(c) : STATUS_OK;
}

/* A pipe that nobody reads any more ends the program without a word: whoever closed it knows. */
static int finish(struct cli *c, int status)
{
    errno = 0;
    if (fflush(c->out) == 0 && !ferror(c->out)) return status;
    if (!errno) fputc('\n', c->out), fflush(c->out); /* it failed a while ago: ask again for the reason */
    if (os_pipe_closed()) return STATUS_PIPE;
    return usage_error(c, W_cannot_write, os_write_error(c->arena, c->lang), STR_ABSENT);
}

int cli_main(int argc, char **argv, FILE *in, FILE *out, FILE *err)
{
    struct cli c = {.arena = arena_new(), .in = in, .out = out, .err = err, .lang = LANG_ID};
    os_ignore_closed_pipes();
    os_wait_for(out);
    os_wait_for(err);
    int status = options_parse(&c, argc, argv);
    if (status == STATUS_OK && c.args.n && !c.command) status = unknown_command(&c, c.args.v[0]);
    if (status == STATUS_OK) status = finish(&c, dispatch(&c));
    arena_free(c.arena);
    return status;
}
