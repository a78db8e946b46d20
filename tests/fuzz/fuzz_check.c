/* Fuzz target of a whole check, from bytes to findings: every finding has its words and a place, every outcome its reason. */
#include "fuzz.h"
#include "patuh.h"

static struct patuh_checker *checker(void)
{
    static struct patuh_checker *c;
    static const char *const limits[] = {"operations=2000000", NULL};
    const struct patuh_options options = {.lang = 1, .today = "2025-06-30", .limit = limits};
    if (!c) c = patuh_checker_new(patuh_rules_new(NULL), &options, NULL);
    return c;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct patuh_result *r = patuh_check_buffer(checker(), "fuzz", data, size);
    for (size_t i = 0; i < patuh_finding_count(r); i++) {
        const struct patuh_finding *f = patuh_finding_at(r, i);
        need(f->rule && f->name && f->message && *f->message && f->basis);
        need(f->end_line >= f->line && (f->end_line > f->line || f->end_column >= f->column));
    }
    for (size_t i = 0; i < patuh_outcome_count(r); i++) {
        const struct patuh_rule_outcome *o = patuh_outcome_at(r, i);
        need((o->outcome == PATUH_UNCHECKED) == (o->reason != NULL));
    }
    need(patuh_result_kind(r) || patuh_result_error(r));
    patuh_result_free(r);
    return 0;
}
