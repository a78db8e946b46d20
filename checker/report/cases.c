/* A document as a list of tests: one a rule. */
#include <string.h>

#include "report/reporter.h"

static bool fails(const struct finding *f, struct threshold t) { return !t.never && f->severity >= t.least; }

static struct test_case *find(struct test_case *v, size_t n, const char *rule)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(v[i].rule, rule) == 0) return &v[i];
    return NULL;
}

size_t test_cases(const struct document_report *d, const struct report_options *o, struct test_case **out)
{
    size_t n = 0, rules = d->outcomes ? d->outcomes->n : 0, found = d->findings ? d->findings->n : 0;
    struct test_case *v = *out = arena_alloc(d->arena, (rules + found + 1) * sizeof *v);
    for (size_t i = 0; i < rules; i++) {
        const struct rule_outcome *r = &d->outcomes->v[i];
        const struct rule_about *about = rule_about(o->rules, r->rule);
        v[n++] = (struct test_case){.rule = r->rule, .name = about ? about->name : "", .outcome = r->outcome, .reason = r->reason};
    }
    for (size_t i = 0; i < found; i++) {
        const struct finding *f = &d->findings->v[i];
        struct test_case *t = find(v, n, f->rule);
        if (!t) v[n++] = (struct test_case){.rule = f->rule, .name = f->name}, t = &v[n - 1];
        t->outcome = OUTCOME_FINDING;
        t->failed |= fails(f, d->threshold);
    }
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (v[i].outcome != OUTCOME_NOT_APPLICABLE) v[kept++] = v[i];
    return kept;
}
