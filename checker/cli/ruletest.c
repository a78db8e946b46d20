/* patuh rules test: every example of a rule with that rule alone, as TAP. */
#include <string.h>

#include "cli/cli.h"

#define TODAY "2025-06-30" /* of examples that do not say */

struct test {
    struct cli *c;
    const struct patuh_rules *rules;
    struct patuh_checker *checker; /* of the example at hand */
    size_t number, failed;
};

/* ---- one example -------------------------------------------------------------------------------------------- */

static void point(struct test *t, bool good, const struct rule_info *r, size_t example, struct str why)
{
    struct cli *c = t->c;
    fprintf(c->out, "%sok %zu - %s %zu\n", good ? "" : "not ", ++t->number, r->id, example);
    if (good) return;
    t->failed++;
    fputs("# ", c->out);
    say(c, c->out, W_verbatim, why, STR_ABSENT);
    fputc('\n', c->out);
}

/* Whether there are as many findings as wanted; if not, which there are. */
static void judge(struct test *t, const struct rule_info *r, size_t number, const struct yaml_node *e, const struct findings *got)
{
    struct cli *c = t->c;
    uint64_t want = 0;
    bool good = str_u64(yaml_get_str(e, "fires"), &want) && got->n == want;
    point(t, good, r, number, word_format(c->arena, W_test_expected, c->lang, arena_printf(c->arena, "%u", (unsigned)want),
                                          arena_printf(c->arena, "%zu", got->n)));
    for (size_t i = 0; i < got->n && !good; i++) {
        fputs("#   ", c->out);
        say(c, c->out, W_file_says, got->v[i].element, got->v[i].message);
        fputc('\n', c->out);
    }
}

static void run_one(struct test *t, const struct rule_info *r, size_t number, const struct yaml_node *e, struct patuh_result *result)
{
    if (result->state == RESULT_CHECKED && result->document.errors.n == 0) {
        judge(t, r, number, e, &result->findings);
    } else {
        const struct trouble *why = result->state == RESULT_CHECKED ? &result->document.errors.v[0] : &result->error;
        struct str reason = word_format(t->c->arena, why->message, t->c->lang, why->arg[0], why->arg[1]);
        point(t, false, r, number, word_format(t->c->arena, W_test_unread, t->c->lang, reason, STR_ABSENT));
    }
    patuh_result_free(result);
}

/* Definitions as the files of one run; what counts is said of the set. */
static void run_set(struct test *t, const struct rule_info *r, size_t number, const struct yaml_node *e, const struct yaml_node *list)
{
    struct findings findings = {0};
    struct rule_outcomes outcomes = {0};
    size_t n = 0;
    for (const struct yaml_node *i = list->child; i; i = i->next) {
        struct patuh_result *one = check_definition(t->checker, i, DOCUMENT_SOP);
        one->source->path = arena_printf(t->c->arena, "%zu", ++n);
        set_add(t->checker, one);
        patuh_result_free(one);
    }
    set_check(t->checker, &findings, &outcomes);
    judge(t, r, number, e, &findings);
}

/* A checker with one rule, and the day and parameters of the example. */
static struct patuh_checker *checker_for(struct test *t, const struct rule_info *r, const struct yaml_node *e, char **error)
{
    struct cli *c = t->c;
    const char *const only[] = {r->id, NULL};
    struct str today = yaml_get_str(e, "today");
    const struct yaml_node *given = yaml_get(e, "param");
    struct texts param = {0};
    for (const struct yaml_node *k = given ? given->child : NULL; k; k = k->next->next)
        texts_add(c, &param, arena_printf(c->arena, "%s=%s", k->text, arena_strz(c->arena, yaml_str(k->next))).p);
    struct patuh_options o = {.lang = c->lang == LANG_EN, .today = today.p ? today.p : TODAY, .select = only, .param = param.v};
    return patuh_checker_new(t->rules, &o, error);
}

static void example(struct test *t, const struct rule_info *r, const struct yaml_node *e, size_t number)
{
    const struct yaml_node *sop = yaml_get(e, "sop"), *lkjip = yaml_get(e, "lkjip"), *set = yaml_get(e, "himpunan");
    struct str text = yaml_get_str(e, "text");
    char *error = NULL;
    t->checker = checker_for(t, r, e, &error);
    if (!t->checker) point(t, false, r, number, str_of(error));
    else if (set) run_set(t, r, number, e, set);
    else if (text.p) run_one(t, r, number, e, patuh_check_buffer(t->checker, "text", text.p, text.n));
    else if (sop) run_one(t, r, number, e, check_definition(t->checker, sop, DOCUMENT_SOP));
    else run_one(t, r, number, e, check_definition(t->checker, lkjip, DOCUMENT_LKJIP));
    patuh_checker_free(t->checker);
    patuh_free(error);
}

static void rule(struct test *t, const struct rule_info *r)
{
    size_t number = 0;
    const struct yaml_node *list = rule_examples(t->c->arena, r);
    for (const struct yaml_node *e = list ? list->child : NULL; e; e = e->next) example(t, r, e, ++number);
    if (number == 0 && r->scope != SCOPE_PROGRAM) point(t, false, r, 0, str_of(word(W_test_no_examples, t->c->lang)));
}

static bool in_pack(const struct rule_info *r, const struct bundle *pack, struct arena *a)
{
    return bundle_replaces(pack, arena_printf(a, "/%s-", r->id).p);
}

int run_rules_test(struct cli *c)
{
    struct bundle pack = {0};
    const char *path = c->args.n > 1 ? c->args.v[1] : NULL, *const packs[] = {c->rules, path};
    struct patuh_rules *rules = path ? rules_load(c->rules_only, packs, COUNT(packs), &pack) : load_rules(c);
    int status = STATUS_USAGE;
    if (rules && path && patuh_rules_error_count(rules)) {
        print_faults(c, rules);
    } else if (rules) {
        struct test t = {.c = c, .rules = rules};
        for (size_t i = 0; i < ruleset_size(rules->ruleset); i++) {
            const struct rule_info *r = ruleset_info(rules->ruleset, i);
            if (!path || in_pack(r, &pack, c->arena)) rule(&t, r);
        }
        fprintf(c->out, "1..%zu\n", t.number);
        status = t.failed ? STATUS_FINDINGS : STATUS_OK;
    }
    patuh_rules_free(rules);
    return status;
}
