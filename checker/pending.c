/* Stages that have not landed yet, so that the rest can be linked and tried. Each goes with the landing of its stage. */
#include "read.h"
#include "recognise.h"
#include "rules.h"

#define WEAK __attribute__((weak))

WEAK enum rc source_decode(struct arena *a, struct source *s, const struct limits *limits, struct trouble *why)
{
    (void)a, (void)limits, (void)why;
    s->text = s->raw;
    return RC_OK;
}
WEAK enum rc read_source(struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why)
{
    (void)a, (void)s, (void)limits, (void)out;
    *why = (struct trouble){.message = W_unrecognised};
    return RC_UNSUPPORTED;
}
WEAK void read_definition(struct arena *a, const struct yaml_node *map, enum document_kind kind, struct document *out)
{
    (void)a, (void)map, (void)kind, (void)out;
}
WEAK const struct vocabulary *vocabulary_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    (void)a, (void)b, (void)faults;
    return NULL;
}
WEAK void recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, struct document *out, bool *claims)
{
    (void)a, (void)v, (void)layout, (void)out, (void)claims;
}
WEAK const struct ruleset *ruleset_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    (void)a, (void)b, (void)faults;
    return NULL;
}
WEAK size_t ruleset_size(const struct ruleset *r) { return (void)r, 0; }
WEAK const struct rule_info *ruleset_info(const struct ruleset *r, size_t index) { return (void)r, (void)index, NULL; }
WEAK const struct rule_info *ruleset_find(const struct ruleset *r, struct str id) { return (void)r, (void)id, NULL; }
WEAK const struct parameters *ruleset_parameters(const struct ruleset *r)
{
    static const struct parameters none = {0};
    return (void)r, &none;
}
WEAK struct engine *engine_new(const struct ruleset *r, const struct engine_options *o) { return (void)r, (void)o, NULL; }
WEAK void engine_free(struct engine *e) { (void)e; }
WEAK xmlDict *engine_dict(struct engine *e) { return (void)e, NULL; }
WEAK void engine_run(struct engine *e, struct arena *a, xmlDoc *view, struct findings *findings, struct rule_outcomes *outcomes)
{
    (void)e, (void)a, (void)view, (void)findings, (void)outcomes;
}
WEAK void engine_raise(struct engine *e, struct arena *a, const char *rule, struct str arg0, struct str arg1, struct place place,
                       struct findings *findings)
{
    (void)e, (void)arg1;
    struct finding *f = ARENA_PUSH(a, findings);
    f->rule = f->name = rule;
    f->severity = SEVERITY_ERROR;
    f->message = arg0;
    f->place = place;
}
WEAK const char *severity_name(enum severity s) { return s == SEVERITY_ERROR ? "galat" : s == SEVERITY_WARNING ? "peringatan" : "catatan"; }
WEAK bool severity_parse(struct str s, enum severity *out) { return *out = SEVERITY_ERROR, s.n > 0; }
WEAK const char *outcome_name(enum outcome o) { return (void)o, "lolos"; }
WEAK void findings_sort(struct findings *f) { (void)f; }
