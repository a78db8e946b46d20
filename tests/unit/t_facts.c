/* On every document of the corpus, of the tests of flows and every example of a rule: each fact that an analysis gives stands in rules/facts.yaml for
 * that element, and each that stands there is given somewhere. */
#include <string.h>

#include "api/session.h"
#include "stage/node.h"
#include "tap.h"

struct strings {
    struct str *v;
    size_t n, cap;
};

static bool holds(const struct strings *list, struct str s)
{
    for (size_t i = 0; i < list->n; i++)
        if (str_eq(list->v[i], s)) return true;
    return false;
}

/* "sop/jumlah-waktu@selisih" for a fact, "sop/dasar-hukum/butir/rujukan" for a list fact. */
static void list_facts(struct arena *a, const struct bundle *b, struct strings *out)
{
    const struct yaml_node *facts = yaml_get(bundle_find(b, "facts.yaml"), "facts");
    for (const struct yaml_node *f = facts->child; f; f = f->next) {
        const struct yaml_node *e = yaml_get(f, "element"), *child = yaml_get(f, "child");
        const char *mark = child ? "/" : "@", *name = arena_strz(a, yaml_str(child ? child : yaml_get(f, "name")));
        for (const struct yaml_node *p = e->kind == YAML_LIST ? e->child : e; p; p = e->kind == YAML_LIST ? p->next : NULL)
            *ARENA_PUSH(a, out) = arena_printf(a, "%s%s%s", p->text, mark, name);
    }
}

static struct str path_of(struct arena *a, const struct view_node *n)
{
    struct str path = STR("");
    for (; n && view_is_element(n); n = view_parent(n))
        path = arena_printf(a, "%s%s%s", view_name(n), path.n ? "/" : "", path.p);
    return path;
}

struct seen {
    const struct strings *listed;
    bool *given;            /* of listed */
    struct strings missing; /* given, but not listed */
};

static void note(struct arena *a, struct seen *x, struct str s)
{
    bool found = false;
    for (size_t i = 0; i < x->listed->n; i++)
        if (str_eq(x->listed->v[i], s)) found = x->given[i] = true;
    if (!found && !holds(&x->missing, s)) *ARENA_PUSH(a, &x->missing) = s;
}

static void look(struct arena *a, struct seen *x, const struct view_node *n)
{
    const struct item *item = view_item(n);
    struct str path = path_of(a, n);
    for (const struct fact *f = item ? item->facts : NULL; f; f = f->next) note(a, x, arena_printf(a, "%s@%s", path.p, fact_text(f->name)));
    for (const struct child *c = item ? item->children : NULL; c; c = c->next) note(a, x, arena_printf(a, "%s/%s", path.p, fact_text(c->name)));
}

static void walk(struct arena *a, struct seen *x, const struct view *view)
{
    for (const struct view_node *n = view ? view_root(view) : NULL; n;) {
        if (view_is_element(n)) look(a, x, n);
        if (view_is_element(n) && view_child(n)) {
            n = view_child(n);
            continue;
        }
        while (n && !view_next(n)) n = view_parent(n) && view_is_element(view_parent(n)) ? view_parent(n) : NULL;
        if (n) n = view_next(n);
    }
}

/* Definitions as the files of one run. */
static void walk_set(struct arena *a, struct seen *x, const struct patuh_rules *rules, const struct patuh_options *o, const struct yaml_node *list)
{
    struct patuh_checker *c = patuh_checker_new(rules, o, NULL);
    struct findings findings = {0};
    struct rule_outcomes outcomes = {0};
    size_t n = 0;
    for (const struct yaml_node *i = list->child; i; i = i->next) {
        struct patuh_result *one = check_definition(c, i, DOCUMENT_SOP);
        one->source->path = arena_printf(a, "%zu", ++n);
        set_add(c, one);
        patuh_result_free(one);
    }
    set_check(c, &findings, &outcomes);
    if (c->set.n) walk(a, x, view_set(c->set_arena, &c->set, engine_names(c->engine)));
    patuh_checker_free(c);
}

int main(void)
{
    struct arena *a = arena_new();
    struct patuh_rules *rules = patuh_rules_new(NULL);
    struct patuh_options o = {.today = "2025-06-30"};
    struct patuh_checker *c = patuh_checker_new(rules, &o, NULL);
    struct strings listed = {0};
    size_t seen = 0;
    if (!ok(c != NULL, "a checker")) return done();
    list_facts(a, &rules->bundle, &listed);
    struct seen x = {.listed = &listed, .given = arena_alloc(a, listed.n * sizeof *x.given)};
    for (size_t i = 0; i < ruleset_size(rules->ruleset); i++) {
        const struct yaml_node *examples = rule_examples(rules->arena, ruleset_info(rules->ruleset, i));
        for (const struct yaml_node *e = examples ? examples->child : NULL; e; e = e->next) {
            struct str text = yaml_get_str(e, "text");
            if (yaml_get(e, "himpunan")) walk_set(a, &x, rules, &o, yaml_get(e, "himpunan"));
            const struct yaml_node *sop = yaml_get(e, "sop"), *lkjip = yaml_get(e, "lkjip");
            struct patuh_result *r = text.p ? patuh_check_buffer(c, "x", text.p, text.n)
                                     : sop  ? check_definition(c, sop, DOCUMENT_SOP)
                                     : lkjip ? check_definition(c, lkjip, DOCUMENT_LKJIP) : NULL;
            if (!r) continue;
            walk(a, &x, r->view);
            seen += r->view != NULL;
            patuh_result_free(r);
        }
    }
    static const char *const folders[] = {"corpus/sop", "corpus/definisi", "corpus/lkjip", "corpus/bpmn", "tests/flow"};
    for (size_t i = 0; i < COUNT(folders); i++) {
        struct names names = {0};
        if (!os_list(a, folders[i], &names)) continue;
        for (size_t k = 0; k < names.n; k++) {
            struct patuh_result *r = patuh_check_file(c, arena_printf(a, "%s/%s", folders[i], names.v[k].p).p);
            walk(a, &x, r->view);
            seen += r->view != NULL;
            patuh_result_free(r);
        }
    }
    ok(seen > 10, "%zu views looked at", seen);
    ok(x.missing.n == 0, "every fact is listed in rules/facts.yaml");
    for (size_t i = 0; i < x.missing.n; i++) printf("# not listed: %s\n", x.missing.v[i].p);
    size_t idle = 0;
    for (size_t i = 0; i < listed.n; i++) {
        if (!x.given[i]) printf("# never given: %s\n", listed.v[i].p);
        idle += !x.given[i];
    }
    ok(idle == 0, "every fact of rules/facts.yaml is given somewhere");
    patuh_checker_free(c);
    patuh_rules_free(rules);
    arena_free(a);
    return done();
}
