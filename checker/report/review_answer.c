/* What the findings and outcomes of a document make of each item of a checklist. */
#include "report/review.h"

/* The rule that an entry names: "LS003", or "LS003 perbandingan" for those of its findings whose subject begins so. */
static struct str entry_rule(struct str entry) { return str_slice(entry, 0, str_find(entry, STR(" "), 0)); }

static bool entry_narrow(struct str entry) { return str_find(entry, STR(" "), 0) != SIZE_MAX; }

static bool entry_is(const struct yaml_node *entry, const char *rule) { return str_eqz(entry_rule(yaml_str(entry)), rule); }

/* The finding is one of a narrower entry of that rule. */
static bool narrowly(const struct yaml_node *entry, const struct finding *f)
{
    struct str s = yaml_str(entry), rule = entry_rule(s);
    return entry_narrow(s) && str_eqz(rule, f->rule) && str_starts(f->subject.p ? f->subject : STR(""), str_slice(s, rule.n + 1, s.n));
}

static bool narrowly_asked(const struct yaml_node *form, const struct finding *f)
{
    for (const struct yaml_node *n = yaml_get(form, "items")->child; n; n = n->next)
        for (const struct yaml_node *e = yaml_get(n, "rules")->child; e; e = e->next)
            if (narrowly(e, f)) return true;
    return false;
}

static bool item_asks(const struct yaml_node *form, const struct yaml_node *item, const struct finding *f)
{
    const struct yaml_node *rules = yaml_get(item, "rules");
    for (const struct yaml_node *e = rules ? rules->child : NULL; e; e = e->next)
        if (entry_narrow(yaml_str(e)) ? narrowly(e, f) : entry_is(e, f->rule) && !narrowly_asked(form, f)) return true;
    return false;
}

bool review_names(const struct answer *a, const char *rule)
{
    const struct yaml_node *rules = yaml_get(a->node, "rules");
    for (const struct yaml_node *e = rules ? rules->child : NULL; e; e = e->next)
        if (entry_is(e, rule)) return true;
    return false;
}

bool review_belongs(const struct yaml_node *form, const struct answer *a, const struct finding *f)
{
    if (a->node) return item_asks(form, a->node, f);
    for (const struct yaml_node *n = yaml_get(form, "items")->child; n; n = n->next)
        if (item_asks(form, n, f)) return false;
    return true;
}

/* What the findings of an item make of it. Its first rule asks for the very thing, or for so many; whether others passed says nothing of that. */
static bool found(const struct yaml_node *form, const struct document_report *d, struct answer *a)
{
    const struct yaml_node *rules = yaml_get(a->node, "rules");
    uint64_t of = 1, missing = 0;
    bool any = false;
    a->status = REVIEW_PARTLY;
    (void)str_u64(yaml_get_str(a->node, "of"), &of);
    for (size_t i = 0; i < d->findings->n; i++) {
        const struct finding *f = &d->findings->v[i];
        if (!review_belongs(form, a, f)) continue;
        any = true;
        if (f->severity == SEVERITY_ERROR) a->status = REVIEW_UNMET;
        else if (f->severity == SEVERITY_WARNING && entry_is(rules->child, f->rule) && ++missing >= of) a->status = REVIEW_UNMET;
    }
    return any;
}

struct answer review_answer(const struct yaml_node *form, const struct yaml_node *item, const struct document_report *d, enum lang lang)
{
    const char *in = lang == LANG_EN ? "en" : "id";
    struct answer a = {.node = item, .item = yaml_get_str(item, "item"), .aspect = yaml_get_str(yaml_get(item, "aspect"), in), .text = yaml_get_str(yaml_get(item, "text"), in),
                       .kind = yaml_get_str(item, "kind")};
    bool for_people = str_eqz(a.kind, "human") || str_eqz(a.kind, "assist");
    for (size_t i = 0; i < d->outcomes->n; i++) {
        const struct rule_outcome *o = &d->outcomes->v[i];
        if (!review_names(&a, o->rule)) continue;
        a.passed += o->outcome == OUTCOME_PASS;
        a.unchecked += o->outcome == OUTCOME_UNCHECKED;
        if (o->outcome == OUTCOME_UNCHECKED && !a.reason.p && !for_people) a.reason = o->reason;
    }
    if (for_people) a.status = REVIEW_PERSON;
    else if (found(form, d, &a)) a.reason = STR_ABSENT;
    else a.status = a.unchecked || !a.passed ? REVIEW_PERSON : REVIEW_MET;
    if (a.status == REVIEW_PERSON && !for_people && !a.reason.p && !a.passed) a.reason = str_of(word(W_review_nothing, lang));
    return a;
}
