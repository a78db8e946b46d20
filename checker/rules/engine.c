/* One walk over the view. Rules are found by the path of the element; what they find is silenced, composed and sorted at the end. */
#include <stdlib.h>
#include <string.h>

#include "rules/engine.h"

/* Elements that rules look at, as a tree of interned names from the root down. */
struct branch {
    const char *name;
    struct branch *child, *next;
    struct {
        size_t *v;
        size_t n, cap;
    } rules;
};

/* How a rule came out so far. */
struct tally {
    size_t fired, unchecked, passed;
    struct reason reason;
    const struct view_node *gap, *sound; /* the first that could not be checked, the first in order */
    unsigned long spent;
};

struct run {
    struct engine *e;
    struct arena *a;
    struct hits hits;
    struct tally *tallies; /* by rule */
};

static const char *intern(struct engine *e, struct str s) { return view_names_of(e->interned, s); }

static struct branch *branch_child(struct branch *b, const char *name)
{
    struct branch *c = b->child;
    while (c && c->name != name) c = c->next;
    return c;
}

static void plant(struct engine *e, struct str path, size_t rule)
{
    struct branch *b = e->top;
    while (path.n) {
        size_t end = str_find(path, STR("/"), 0);
        const char *name = intern(e, str_slice(path, 0, end == SIZE_MAX ? path.n : end));
        path = end == SIZE_MAX ? STR_ABSENT : str_slice(path, end + 1, path.n);
        struct branch *c = branch_child(b, name);
        if (!c) {
            c = arena_alloc(e->own, sizeof *c);
            c->name = name;
            c->next = b->child;
            b->child = c;
        }
        b = c;
    }
    *ARENA_PUSH(e->own, &b->rules) = rule;
}

struct engine *engine_new(const struct ruleset *r, const struct engine_options *o)
{
    struct arena *own = arena_new();
    struct engine *e = arena_alloc(own, sizeof *e);
    *e = (struct engine){.set = r, .lang = o->lang, .limits = *o->limits, .own = own, .interned = view_names_new()};
    e->selected = arena_alloc(own, (r->rule_count + 1) * sizeof *e->selected);
    memcpy(e->selected, o->selected, r->rule_count * sizeof *e->selected);
    e->codes = arena_alloc(own, (r->rule_count + 1) * sizeof *e->codes);
    e->loader = (struct loader){.a = own, .bundle = &r->bundle, .faults = &e->faults, .parameters = &r->parameters, .proved = true, .scans = arena_new()};
    e->severity = arena_alloc(own, r->rule_count + 1);
    memset(e->severity, -1, r->rule_count + 1);
    if (o->severity) memcpy(e->severity, o->severity, r->rule_count);
    e->name_langkah = intern(e, STR("langkah"));
    e->name_nomor = intern(e, STR("nomor"));
    e->name_berkas = intern(e, STR("berkas"));
    e->x = xpath_new(e->interned);
    for (size_t i = 0; i < o->parameters->n; i++) parameter_set(e->x, &o->parameters->v[i]);
    e->top = arena_alloc(own, sizeof *e->top);
    for (size_t i = 0; i < r->rule_count; i++)
        for (size_t k = 0; e->selected[i] && k < r->rules[i].at_count; k++) plant(e, r->rules[i].at[k], i);
    return e;
}

void engine_free(struct engine *e)
{
    if (!e) return;
    for (size_t i = 0; i < e->compiled.n; i++) xpath_expression_free(e->compiled.v[i]);
    arena_free(e->loader.scans);
    xpath_free(e->x);
    view_names_free(e->interned);
    arena_free(e->own);
}

struct view_names *engine_names(struct engine *e) { return e->interned; }

void engine_keep_up(struct engine *e)
{
    const struct program *p = &e->loader.program;
    while (e->names.n < p->names.n) {
        const char *name = intern(e, p->names.v[e->names.n]);
        *ARENA_PUSH(e->own, &e->names) = name;
    }
    while (e->compiled.n < p->expressions.n) *ARENA_PUSH(e->own, &e->compiled) = NULL;
}

const struct code *engine_code(struct engine *e, size_t rule)
{
    struct code *c = &e->codes[rule];
    if (c->ready) return c;
    load_code(&e->loader, &e->set->rules[rule], c);
    engine_keep_up(e);
    return c;
}

const struct rule_case *engine_case(struct engine *e, size_t rule, size_t number)
{
    struct rule_case *c = &engine_code(e, rule)->cases[number];
    if (c->worded) return c;
    load_words(&e->loader, &e->set->rules[rule], c);
    engine_keep_up(e);
    return c;
}

static void unchecked(struct tally *t, const struct reason *why, const struct view_node *node)
{
    if (t->unchecked++) return;
    t->reason = *why;
    t->gap = node;
}

/* The first case that holds is the finding. A case that cannot be decided does not hide a later one that holds on what is known. */
static void apply(struct run *run, size_t index, const struct view_node *node, const struct item *doubtful)
{
    const struct code *r = engine_code(run->e, index);
    struct tally *t = &run->tallies[index];
    struct reason why, first;
    bool undecided = false;
    run->e->spent = &t->spent;
    if (r->when) {
        run->e->guarding = true;
        int guard = evaluate_test(run->e, r->when, node, &why);
        run->e->guarding = false;
        if (guard < 0) unchecked(t, &why, node);
        if (guard <= 0) return;
    }
    if (doubtful) {
        why = (struct reason){.word = doubtful->doubt, .where = doubtful->place.where};
        unchecked(t, &why, node);
        return;
    }
    for (size_t i = 0; i < r->case_count; i++) {
        int truth = evaluate_test(run->e, r->cases[i].test, node, &why);
        if (truth > 0) {
            *ARENA_PUSH(run->a, &run->hits) = (struct hit){index, i, node, false};
            return;
        }
        if (truth < 0 && !undecided) first = why;
        undecided = undecided || truth < 0;
    }
    if (undecided) unchecked(t, &first, node);
    else if (!t->passed++) t->sound = node;
}

static void walk(struct run *run, const struct view_node *root)
{
    struct branch *stack[MAX_AT_DEPTH + 1] = {run->e->top};
    size_t depth = 0;
    for (const struct view_node *n = root; n;) {
        struct branch *b = view_is_element(n) ? branch_child(stack[depth], view_name(n)) : NULL;
        const struct item *doubtful = b && b->rules.n ? node_doubt(n) : NULL;
        for (size_t i = 0; b && i < b->rules.n; i++) apply(run, b->rules.v[i], n, doubtful);
        if (b && b->child && view_child(n)) {
            stack[++depth] = b;
            n = view_child(n);
            continue;
        }
        for (; depth && !view_next(n); depth--) n = view_parent(n);
        n = depth ? view_next(n) : NULL;
    }
}

static struct str reason_text(struct run *run, const struct reason *why)
{
    struct str arg = why->word == W_reason_budget ? arena_printf(run->a, "%lu", why->limit) : str_of(why->fact);
    struct str text = word_format(run->a, why->word, run->e->lang, arg, STR_ABSENT);
    const struct where *w = why->where;
    if (!w || (!w->page && !w->table)) return text;
    struct str page = w->page ? word_format(run->a, W_region_page, run->e->lang, arena_printf(run->a, "%u", (unsigned)w->page), STR_ABSENT) : STR("");
    struct str table = w->table ? word_format(run->a, W_region_at_table, run->e->lang, arena_printf(run->a, "%u", (unsigned)w->table), STR_ABSENT) : STR("");
    return arena_printf(run->a, "%.*s (%.*s%s%.*s)", (int)text.n, text.p, (int)page.n, page.p, page.n && table.n ? ", " : "", (int)table.n, table.p);
}

/* Of the document's kind: the rule looks at elements below this root. */
static bool concerns(const struct rule *r, struct str root)
{
    for (size_t i = 0; i < r->at_count; i++)
        if (str_eq(str_slice(r->at[i], 0, str_find(r->at[i], STR("/"), 0)), root)) return true;
    return false;
}

/* The guard is false whatever the element: what it asks of the document as a whole does not hold. */
static bool ruled_out(struct run *run, const struct logic *guard, const struct view_node *root)
{
    struct reason why;
    if (!guard) return false;
    if (guard->op == LOGIC_LEAF) return run->e->loader.program.texts.v[guard->expression].p[0] == '/' && evaluate_test(run->e, guard, root, &why) == 0;
    bool any = false;
    for (const struct logic *l = guard->first; l && guard->op == LOGIC_AND; l = l->next) any = any || ruled_out(run, l, root);
    return any;
}

/* The rule looks at elements below the root that may be there all the same: whether the document has any is not known (@ada-langkah). */
static bool unseen(const struct rule *r, const struct view_node *root, struct reason *why)
{
    const struct item *item = view_item(root);
    for (size_t i = 0; item && i < r->at_count; i++) {
        size_t from = str_find(r->at[i], STR("/"), 0), end;
        if (from == SIZE_MAX) continue;
        end = str_find(r->at[i], STR("/"), from + 1);
        struct str name = str_slice(r->at[i], from + 1, end == SIZE_MAX ? r->at[i].n : end);
        for (const struct fact *f = item->facts; f; f = f->next) {
            const char *text = fact_text(f->name);
            if (f->reason == WORD_NONE || strncmp(text, "ada-", 4) != 0 || !str_eqz(name, text + 4)) continue;
            *why = (struct reason){.word = f->reason};
            return true;
        }
    }
    return false;
}

static void settle(struct run *run, const struct view_node *root, struct rule_outcomes *outcomes)
{
    struct str name = str_of(view_name(root));
    const struct ruleset *set = run->e->set;
    for (size_t i = 0; i < set->rule_count; i++) {
        const struct tally *t = &run->tallies[i];
        if (!run->e->selected[i] || !concerns(&set->rules[i], name)) continue;
        struct rule_outcome *o = ARENA_PUSH(run->a, outcomes);
        *o = (struct rule_outcome){.rule = set->rules[i].info.id, .unchecked = t->unchecked, .passed = t->passed, .gap_at = node_place(t->gap), .passed_at = node_place(t->sound)};
        if (t->unchecked) o->gap = reason_text(run, &t->reason);
        if (t->fired) o->outcome = OUTCOME_FINDING;
        else if (t->unchecked) o->outcome = OUTCOME_UNCHECKED;
        else o->outcome = t->passed ? OUTCOME_PASS : OUTCOME_NOT_APPLICABLE;
        struct reason why = t->reason;
        if (o->outcome == OUTCOME_NOT_APPLICABLE && unseen(&set->rules[i], root, &why)) {
            run->e->spent = &run->tallies[i].spent;
            if (!ruled_out(run, engine_code(run->e, i)->when, root)) o->outcome = OUTCOME_UNCHECKED;
        }
        if (o->outcome == OUTCOME_UNCHECKED) o->reason = reason_text(run, &why);
    }
}

void engine_begin(struct engine *e)
{
    e->doubt_of = NULL;
    for (size_t i = 0; i < e->settled.n; i++) e->settled.v[i].of = NULL;
}

void engine_run(struct engine *e, struct arena *a, struct view *view, struct findings *findings, struct rule_outcomes *outcomes)
{
    struct run run = {.e = e, .a = a};
    const struct view_node *root = view_root(view);
    if (!root) return;
    engine_begin(e);
    run.tallies = arena_alloc(a, (e->set->rule_count + 1) * sizeof *run.tallies);
    walk(&run, root);
    silence(e, a, &run.hits);
    if (run.hits.n) view_count(view);
    for (size_t i = 0; i < run.hits.n; i++) {
        const struct hit *h = &run.hits.v[i];
        if (h->silent) continue;
        e->spent = &run.tallies[h->rule].spent;
        run.tallies[h->rule].fired++;
        if (findings->n < e->limits.v[LIMIT_findings]) compose_finding(e, a, h, ARENA_PUSH(a, findings));
    }
    findings_sort(findings);
    settle(&run, root, outcomes);
}
