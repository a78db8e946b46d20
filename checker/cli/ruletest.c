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

/* ---- packs on top of the built-in data ---------------------------------------------------------------------- */

struct files {
    struct bundle_file *v;
    size_t n, cap;
};

/* "sop/WK003-total.yaml": its id, "WK003"; absent for files that hold no rule. */
static struct str id_of(const char *name)
{
    const char *slash = strrchr(name, '/'), *dash = slash ? strchr(slash, '-') : NULL;
    return dash ? (struct str){slash + 1, (size_t)(dash - slash - 1)} : STR_ABSENT;
}

/* A rule file that does not stand in a folder of the three groups belongs to the one that its `at` is about. */
static const char *name_in_bundle(struct arena *a, const struct bundle_file *f)
{
    struct str name = str_of(f->name), at = yaml_get_str(f->root, "at");
    if (str_starts(name, STR("sop/")) || str_starts(name, STR("lkjip/")) || str_starts(name, STR("umum/"))) return f->name;
    if (!yaml_get(f->root, "id")) return f->name;
    const char *slash = strrchr(f->name, '/');
    const char *group = str_starts(at, STR("sop")) ? "sop" : str_starts(at, STR("lkjip")) ? "lkjip" : "umum";
    return arena_printf(a, "%s/%s", group, slash ? slash + 1 : f->name).p;
}

static bool replaced(const struct bundle_file *old, const struct files *pack)
{
    struct str id = id_of(old->name);
    for (size_t i = 0; i < pack->n; i++)
        if (strcmp(old->name, pack->v[i].name) == 0 || (id.p && str_eq(id, id_of(pack->v[i].name)))) return true;
    return false;
}

static bool read_pack(struct arena *a, const char *path, struct files *pack, struct pack_faults *faults)
{
    if (os_kind(path, true) == OS_FOLDER) {
        struct bundle b = bundle_of_folder(a, path, faults);
        for (size_t i = 0; i < b.n; i++) *ARENA_PUSH(a, pack) = b.files[i];
    } else {
        const char *slash = strrchr(path, '/');
        struct bundle_file f;
        if (bundle_read_file(a, path, str_of(slash ? slash + 1 : path), &f, faults)) *ARENA_PUSH(a, pack) = f;
    }
    for (size_t i = 0; i < pack->n; i++) pack->v[i].name = name_in_bundle(a, &pack->v[i]);
    return faults->n == 0;
}

/* The built-in bundle (or that of --rules) with the pack's files over it. */
static struct patuh_rules *rules_with_pack(struct cli *c, const char *path, struct files *pack)
{
    struct arena *a = arena_new();
    struct pack_faults faults = {0};
    struct bundle base = c->rules ? bundle_of_folder(a, c->rules, &faults) : bundle_embedded;
    struct files all = {0};
    if (read_pack(a, path, pack, &faults)) {
        for (size_t i = 0; i < base.n; i++)
            if (!replaced(&base.files[i], pack)) *ARENA_PUSH(a, &all) = base.files[i];
        for (size_t i = 0; i < pack->n; i++) *ARENA_PUSH(a, &all) = pack->v[i];
        bundle_sort(all.v, all.n);
    }
    return rules_of_bundle(a, (struct bundle){all.v, all.n}, STR_ABSENT, faults);
}

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
    for (const struct yaml_node *e = r->examples ? r->examples->child : NULL; e; e = e->next) example(t, r, e, ++number);
    if (number == 0 && r->scope != SCOPE_PROGRAM) point(t, false, r, 0, str_of(word(W_test_no_examples, t->c->lang)));
}

static bool in_pack(const struct rule_info *r, const struct files *pack)
{
    for (size_t i = 0; i < pack->n; i++)
        if (str_eqz(id_of(pack->v[i].name), r->id)) return true;
    return false;
}

int run_rules_test(struct cli *c)
{
    struct files pack = {0};
    const char *path = c->args.n > 1 ? c->args.v[1] : NULL;
    struct patuh_rules *rules = path ? rules_with_pack(c, path, &pack) : load_rules(c);
    int status = STATUS_USAGE;
    if (rules && path && patuh_rules_error_count(rules)) {
        print_faults(c, rules);
    } else if (rules) {
        struct test t = {.c = c, .rules = rules};
        for (size_t i = 0; i < ruleset_size(rules->ruleset); i++) {
            const struct rule_info *r = ruleset_info(rules->ruleset, i);
            if (!path || in_pack(r, &pack)) rule(&t, r);
        }
        fprintf(c->out, "1..%zu\n", t.number);
        status = t.failed ? STATUS_FINDINGS : STATUS_OK;
    }
    patuh_rules_free(rules);
    return status;
}
