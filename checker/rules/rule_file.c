/* One rule file to a struct rule. The contract for its keys stands in the tables below. */
#include <string.h>

#include "base/chars.h"
#include "rules/engine.h"

static const struct key rule_keys[] = {
    {"rule", SHAPE_TEXT, true},  {"id", SHAPE_TEXT, true},     {"name", SHAPE_TEXT, true}, {"scope", SHAPE_TEXT, false},
    {"default", SHAPE_TEXT, false}, {"basis", SHAPE_MAP, true}, {"title", SHAPE_MAP, true}, {"at", SHAPE_ANY, false},
    {"when", SHAPE_TEXT, false}, {"cases", SHAPE_LIST, true},  {"instead-of", SHAPE_LIST, false}, {"why", SHAPE_MAP, true},
    {"mend", SHAPE_MAP, true},   {"examples", SHAPE_LIST, true},
};
static const struct key case_keys[] = {
    {"test", SHAPE_TEXT, true},   {"severity", SHAPE_TEXT, true}, {"message", SHAPE_MAP, true}, {"subject", SHAPE_ANY, false},
    {"point", SHAPE_TEXT, false}, {"fix", SHAPE_MAP, false},      {"related", SHAPE_MAP, false},
};
static const struct key raised_keys[] = {{"severity", SHAPE_TEXT, true}, {"message", SHAPE_MAP, true}, {"mend", SHAPE_MAP, false}, {"fix", SHAPE_MAP, false}};
static const struct key basis_keys[] = {{"regulation", SHAPE_TEXT, false}, {"place", SHAPE_TEXT, false}, {"status", SHAPE_TEXT, true}};
static const struct key fix_keys[] = {{"put", SHAPE_TEXT, true}, {"of", SHAPE_TEXT, false}, {"safe", SHAPE_TEXT, true}};
static const struct key raised_fix_keys[] = {{"safe", SHAPE_TEXT, true}}; /* the program knows what to put */
static const struct key related_keys[] = {{"at", SHAPE_TEXT, true}, {"message", SHAPE_MAP, true}};
static const struct key example_keys[] = {
    {"fires", SHAPE_TEXT, true},    {"sop", SHAPE_MAP, false},   {"lkjip", SHAPE_MAP, false}, {"text", SHAPE_TEXT, false},
    {"himpunan", SHAPE_LIST, false}, {"param", SHAPE_MAP, false}, {"today", SHAPE_TEXT, false},
};

static const char *const statuses[] = {"verified", "copy", "recalled", "convention", "arithmetic", "logic", "register"};

static bool id_good(struct str id)
{
    size_t letters = 0, i = 0;
    for (; i < id.n && is_upper(id.p[i]); i++) letters++;
    for (; i < id.n && is_digit(id.p[i]); i++) continue;
    return letters >= 2 && i == id.n && id.n == letters + 3;
}

static bool name_good(struct str name)
{
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        bool dash = c == '-' && i && i + 1 < name.n && name.p[i - 1] != '-';
        if (!dash && !is_lower(c) && !is_digit(c)) return false;
    }
    return name.n > 0;
}

static void load_identity(struct loader *l, const struct yaml_node *root, struct rule *r)
{
    static const char *const groups[] = {"sop", "lkjip", "umum"};
    struct str id = yaml_get_str(root, "id"), name = yaml_get_str(root, "name"), scope = yaml_get_str(root, "scope");
    r->info.id = arena_strz(l->a, id);
    r->info.name = arena_strz(l->a, name);
    for (size_t i = 0; i < COUNT(groups); i++)
        if (str_starts(str_of(r->file), str_of(groups[i]))) r->info.group = groups[i];
    r->info.on = !str_eqz(yaml_get_str(root, "default"), "off");
    if (l->proved) {
        r->info.scope = str_eqz(scope, "set") ? SCOPE_SET : str_eqz(scope, "program") ? SCOPE_PROGRAM : SCOPE_DOCUMENT;
        return;
    }
    if (!str_eqz(yaml_get_str(root, "rule"), "1")) load_fault(l, yaml_get(root, "rule"), W_pack_version, yaml_get_str(root, "rule"), STR_ABSENT);
    if (!id_good(id)) load_fault(l, yaml_get(root, "id"), W_pack_id, id, STR_ABSENT);
    if (!name_good(name)) load_fault(l, yaml_get(root, "name"), W_pack_name, name, STR_ABSENT);
    struct str want = arena_printf(l->a, "%s/%s-%s.yaml", r->info.group, r->info.id, r->info.name);
    if (!str_eqz(want, r->file)) load_fault(l, yaml_get(root, "id"), W_pack_file_name, want, STR_ABSENT);
    if (!scope.p || str_eqz(scope, "document")) r->info.scope = SCOPE_DOCUMENT;
    else if (str_eqz(scope, "set")) r->info.scope = SCOPE_SET;
    else if (str_eqz(scope, "program")) r->info.scope = SCOPE_PROGRAM;
    else load_fault(l, yaml_get(root, "scope"), W_pack_scope, scope, STR_ABSENT);
    struct str on = yaml_get_str(root, "default");
    if (on.p && r->info.on && !str_eqz(on, "on")) load_fault(l, yaml_get(root, "default"), W_pack_default_on, on, STR_ABSENT);
}

static void load_basis(struct loader *l, const struct yaml_node *n, struct rule *r)
{
    if (!load_keys(l, n, basis_keys, COUNT(basis_keys))) return;
    struct str status = yaml_get_str(n, "status");
    r->info.regulation = yaml_get_str(n, "regulation");
    r->info.place = yaml_get_str(n, "place");
    for (size_t i = 0; i < COUNT(statuses); i++)
        if (str_eqz(status, statuses[i])) r->info.status = statuses[i];
    if (!r->info.status) load_fault(l, yaml_get(n, "status"), W_pack_status, status, STR_ABSENT);
}

static void load_at(struct loader *l, const struct yaml_node *n, struct str text, struct rule *r)
{
    static const char *const roots[] = {"sop", "lkjip"};
    if (l->proved) {
        r->at[r->at_count++] = text;
        return;
    }
    struct str first = str_slice(text, 0, str_find(text, STR("/"), 0)), path;
    bool known = r->info.scope == SCOPE_SET && str_eqz(first, "himpunan");
    size_t depth = 1;
    for (size_t i = 0; i < COUNT(roots); i++) known = known || (r->info.scope == SCOPE_DOCUMENT && str_eqz(first, roots[i]));
    for (size_t i = 0; i < text.n; i++) depth += text.p[i] == '/';
    if (!known) load_fault(l, n, W_pack_at_root, text, STR_ABSENT);
    else if (depth > MAX_AT_DEPTH || !path_resolve(l->a, STR_ABSENT, text, &path) || !str_eq(path, text)) load_fault(l, n, W_pack_at, text, STR_ABSENT);
    else r->at[r->at_count++] = path;
    while (known && text.n) {
        size_t end = str_find(text, STR("/"), 0);
        struct str name = str_slice(text, 0, end);
        if (!load_element_known(l, name)) load_fault(l, n, W_pack_element, name, STR_ABSENT);
        text = end == SIZE_MAX ? STR_ABSENT : str_slice(text, end + 1, text.n);
    }
}

static void load_ats(struct loader *l, const struct yaml_node *root, struct rule *r)
{
    const struct yaml_node *n = yaml_get(root, "at");
    if (!yaml_str(n).p && yaml_size(n) == 0) {
        load_fault(l, root, W_pack_key_missing, STR("at"), STR_ABSENT);
        return;
    }
    if (n->kind == YAML_MAP) {
        load_fault(l, n, W_pack_want_text, STR("at"), STR_ABSENT);
        return;
    }
    r->at = arena_alloc(l->a, (yaml_size(n) + 1) * sizeof *r->at);
    if (n->kind == YAML_SCALAR) load_at(l, n, yaml_str(n), r);
    else
        for (const struct yaml_node *i = n->child; i; i = i->next) load_at(l, i, yaml_str(i), r);
}

static void load_pair_template(struct loader *l, const struct yaml_node *n, const struct rule *r, struct template out[2])
{
    struct text_pair pair = {0};
    if (!load_pair(l, n, &pair)) return;
    for (int i = 0; i < 2; i++) load_template(l, yaml_get(n, i ? "en" : "id"), pair.v[i], r, &out[i]);
}

/* A subject is often a bare quotation, the same in both languages: then one text will do. */
static void load_subject(struct loader *l, const struct yaml_node *n, const struct rule *r, struct rule_case *c)
{
    if (!n || (n->kind == YAML_SCALAR && !yaml_str(n).p)) return;
    if (n->kind == YAML_MAP) load_pair_template(l, n, r, c->subject);
    else if (n->kind == YAML_SCALAR)
        for (int i = 0; i < 2; i++) {
            if (i) c->subject[1] = c->subject[0];
            else load_template(l, n, yaml_str(n), r, &c->subject[0]);
        }
    else load_fault(l, n, W_pack_want_text, STR("subject"), STR_ABSENT);
}

static size_t optional_expression(struct loader *l, const struct yaml_node *map, const char *key, const struct rule *r)
{
    const struct yaml_node *n = yaml_get(map, key);
    struct str text = yaml_str(n);
    return text.p ? load_expression(l, n, text, r) : NO_INDEX;
}

static bool severity_of(const struct yaml_node *n, enum severity *out)
{
    for (int s = SEVERITY_NOTE; n && s <= SEVERITY_ERROR; s++) {
        if (!str_eqz(yaml_str(n), severity_name((enum severity)s))) continue;
        *out = (enum severity)s;
        return true;
    }
    return false;
}

static enum rule_fix better_fix(enum rule_fix known, const struct yaml_node *fix)
{
    if (!fix) return known;
    return known == FIX_SAFE || yaml_bool(yaml_get(fix, "safe"), false) ? FIX_SAFE : FIX_UNSAFE;
}

static void load_fix(struct loader *l, const struct yaml_node *fix, const struct rule *r, struct rule_case *c)
{
    bool raised = r->info.scope == SCOPE_PROGRAM;
    if (!load_keys(l, fix, raised ? raised_fix_keys : fix_keys, raised ? COUNT(raised_fix_keys) : COUNT(fix_keys))) return;
    c->put = optional_expression(l, fix, "put", r);
    c->put_of = optional_expression(l, fix, "of", r);
    c->safe = yaml_bool(yaml_get(fix, "safe"), false);
    if (yaml_bool(yaml_get(fix, "safe"), true) != c->safe) load_fault(l, yaml_get(fix, "safe"), W_pack_truth, STR("safe"), STR_ABSENT);
}

void load_words(struct loader *l, const struct rule *r, struct rule_case *c)
{
    const struct yaml_node *n = c->node;
    c->worded = true;
    load_pair_template(l, yaml_get(n, "message"), r, c->message);
    if (r->info.scope == SCOPE_PROGRAM) {
        if (yaml_get(n, "mend")) load_pair(l, yaml_get(n, "mend"), &c->mend);
        if (yaml_get(n, "fix")) load_fix(l, yaml_get(n, "fix"), r, c);
        return;
    }
    load_subject(l, yaml_get(n, "subject"), r, c);
    c->point = optional_expression(l, n, "point", r);
    const struct yaml_node *fix = yaml_get(n, "fix"), *related = yaml_get(n, "related");
    if (fix && fix->kind == YAML_MAP) load_fix(l, fix, r, c);
    if (!related || related->kind != YAML_MAP || !load_keys(l, related, related_keys, COUNT(related_keys))) return;
    c->related = optional_expression(l, related, "at", r);
    load_pair_template(l, yaml_get(related, "message"), r, c->related_message);
}

static void load_case(struct loader *l, const struct yaml_node *n, const struct rule *r, struct code *code)
{
    bool raised = r->info.scope == SCOPE_PROGRAM;
    struct rule_case *c = &code->cases[code->case_count++];
    *c = (struct rule_case){.node = n, .point = NO_INDEX, .put = NO_INDEX, .put_of = NO_INDEX, .related = NO_INDEX};
    if (!load_keys(l, n, raised ? raised_keys : case_keys, raised ? COUNT(raised_keys) : COUNT(case_keys))) {
        c->node = NULL;
        return;
    }
    if (!severity_of(yaml_get(n, "severity"), &c->severity)) load_fault(l, yaml_get(n, "severity"), W_pack_severity, yaml_get_str(n, "severity"), STR_ABSENT);
    if (!raised) c->test = load_test(l, yaml_get(n, "test"), yaml_get_str(n, "test"), r);
}

void load_code(struct loader *l, const struct rule *r, struct code *out)
{
    const struct yaml_node *list = yaml_get(r->root, "cases"), *when = yaml_get(r->root, "when");
    out->ready = true;
    if (yaml_str(when).p && r->info.scope != SCOPE_PROGRAM) out->when = load_test(l, when, yaml_str(when), r);
    out->cases = arena_alloc(l->a, (yaml_size(list) + 1) * sizeof *out->cases);
    for (const struct yaml_node *n = list->child; n; n = n->next) load_case(l, n, r, out);
}

/* All of it, for its faults; what was compiled is left: every engine makes its own. */
static void prove_cases(struct loader *l, const struct rule *r)
{
    struct code code = {0};
    load_code(l, r, &code);
    if (!code.case_count) load_fault(l, yaml_get(r->root, "cases"), W_pack_empty, STR("cases"), STR_ABSENT);
    for (size_t i = 0; i < code.case_count; i++)
        if (code.cases[i].node) load_words(l, r, &code.cases[i]);
}

static void prove_examples(struct loader *l, const struct rule *r)
{
    for (const struct yaml_node *n = r->info.examples->child; n; n = n->next) {
        uint64_t count;
        if (!load_keys(l, n, example_keys, COUNT(example_keys))) continue;
        const struct yaml_node *fires = yaml_get(n, "fires");
        if (!str_u64(yaml_str(fires), &count)) load_fault(l, fires, W_pack_fires, yaml_str(fires), STR_ABSENT);
        int inputs = 0;
        for (size_t i = 1; i <= 4; i++) inputs += yaml_get(n, example_keys[i].name) != NULL;
        if (inputs != 1) load_fault(l, n, W_pack_example, STR_ABSENT, STR_ABSENT);
    }
}

const struct yaml_node *rule_examples(struct arena *a, const struct rule_info *r)
{
    struct source s = {.path = str_of(r->id), .text = r->unparsed};
    struct limits limits;
    const struct yaml_node *root;
    struct trouble why;
    if (r->examples || !r->unparsed.n) return r->examples;
    limits_default(&limits);
    return yaml_parse(a, &s, &limits, &root, &why) == RC_OK ? yaml_get(root, "examples") : NULL; /* the build has parsed it */
}

void load_rule(struct loader *l, const struct bundle_file *f)
{
    l->file = f->name;
    if (!f->root || !load_keys(l, f->root, rule_keys, COUNT(rule_keys))) {
        if (!f->root) load_fault(l, NULL, W_pack_not_map, STR_ABSENT, STR_ABSENT);
        return;
    }
    struct rule *r = &l->set->rules[l->set->rule_count++];
    *r = (struct rule){.root = f->root, .file = f->name};
    load_identity(l, f->root, r);
    load_basis(l, yaml_get(f->root, "basis"), r);
    load_pair(l, yaml_get(f->root, "title"), &r->info.title);
    load_pair(l, yaml_get(f->root, "why"), &r->info.why);
    load_pair(l, yaml_get(f->root, "mend"), &r->info.mend);
    if (r->info.scope != SCOPE_PROGRAM) {
        load_ats(l, f->root, r);
    } else if (yaml_get_str(f->root, "at").p || yaml_get_str(f->root, "when").p) {
        load_fault(l, f->root, W_pack_program, STR_ABSENT, STR_ABSENT);
    }
    const struct yaml_node *first = yaml_get(f->root, "cases")->child;
    if (first) severity_of(yaml_get(first, "severity"), &r->info.severity);
    for (const struct yaml_node *c = first; c; c = c->next) r->info.fix = better_fix(r->info.fix, yaml_get(c, "fix"));
    r->info.examples = yaml_get(f->root, "examples");
    r->info.unparsed = f->examples;
    if (l->proved) return;
    prove_cases(l, r);
    prove_examples(l, r);
}

void load_rule_links(struct loader *l, struct rule *r)
{
    const struct yaml_node *list = yaml_get(r->root, "instead-of");
    if (!list || list->kind != YAML_LIST) return;
    r->instead = arena_alloc(l->a, (yaml_size(list) + 1) * sizeof *r->instead);
    for (const struct yaml_node *n = list->child; n; n = n->next) {
        size_t i = yaml_str(n).p ? rule_index(l->set, yaml_str(n)) : NO_INDEX;
        if (i == NO_INDEX || &l->set->rules[i] == r) load_fault(l, n, W_pack_instead, yaml_str(n), STR_ABSENT);
        else r->instead[r->instead_count++] = i;
    }
}
