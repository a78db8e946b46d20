/* A result as rows of the public API, and as what a reporter prints. */
#include "api/session.h"

static const char *or_null(struct str s) { return s.p; }

static void position(struct patuh_result *r, struct span at, struct patuh_finding *f)
{
    if (!at.set || !r->source->text.p) return;
    struct position begin = source_locate(r->arena, r->source, at.begin), end = source_locate(r->arena, r->source, at.end);
    f->line = begin.line;
    f->column = begin.column;
    f->end_line = end.line;
    f->end_column = end.column;
}

static void make_finding_rows(struct patuh_result *r)
{
    r->finding_rows = arena_alloc(r->arena, (r->findings.n + 1) * sizeof *r->finding_rows);
    for (size_t i = 0; i < r->findings.n; i++) {
        const struct finding *f = &r->findings.v[i];
        r->finding_rows[i] = (struct patuh_finding){
            .rule = f->rule, .name = f->name, .severity = (enum patuh_severity)f->severity,
            .message = arena_strz(r->arena, f->message), .element = arena_strz(r->arena, f->element),
            .step = or_null(arena_str(r->arena, f->step)), .subject = or_null(arena_str(r->arena, f->subject)),
            .quote = or_null(arena_str(r->arena, f->quote)), .basis = arena_strz(r->arena, f->basis),
            .basis_status = f->basis_status ? f->basis_status : "",
        };
        position(r, f->place.at, &r->finding_rows[i]);
    }
}

size_t patuh_finding_count(const struct patuh_result *r) { return r->findings.n; }

const struct patuh_finding *patuh_finding_at(struct patuh_result *r, size_t index)
{
    if (index >= r->findings.n) return NULL;
    if (!r->finding_rows) make_finding_rows(r);
    return &r->finding_rows[index];
}

size_t patuh_outcome_count(const struct patuh_result *r) { return r->outcomes.n; }

const struct patuh_rule_outcome *patuh_outcome_at(struct patuh_result *r, size_t index)
{
    if (index >= r->outcomes.n) return NULL;
    if (!r->outcome_rows) {
        r->outcome_rows = arena_alloc(r->arena, r->outcomes.n * sizeof *r->outcome_rows);
        for (size_t i = 0; i < r->outcomes.n; i++) {
            const struct rule_outcome *o = &r->outcomes.v[i];
            r->outcome_rows[i] = (struct patuh_rule_outcome){o->rule, (enum patuh_outcome)o->outcome,
                                                             or_null(arena_str(r->arena, o->reason)), o->unchecked};
        }
    }
    return &r->outcome_rows[index];
}

const char *patuh_result_kind(const struct patuh_result *r)
{
    switch (r->document.kind) {
    case DOCUMENT_SOP: return "sop";
    case DOCUMENT_LKJIP: return "lkjip";
    case DOCUMENT_NONE: break;
    }
    return NULL;
}

const char *patuh_result_part(const struct patuh_result *r) { return r->document.part.p; }

const char *patuh_result_error(const struct patuh_result *r) { return r->error_text; }

static struct str time_fact(struct patuh_result *r, enum fact_name name)
{
    const struct fact *f = fact_find(&r->document.sop->head, name);
    return f && f->value.p ? duration_in(r->arena, f->value, r->checker->lang) : STR_ABSENT;
}

struct document_report result_report(struct patuh_result *r)
{
    struct flow_time time = {STR_ABSENT, STR_ABSENT, STR_ABSENT};
    if (r->document.sop)
        time = (struct flow_time){time_fact(r, F_waktu_tersingkat), time_fact(r, F_waktu_terpanjang), time_fact(r, F_jumlah_waktu)};
    struct report_error *error = r->error_text ? arena_alloc(r->arena, sizeof *error) : NULL;
    if (error) *error = (struct report_error){str_of(r->error_text), {.at = r->error.at}, {.at = r->error.began}};
    const struct unread_pages *pages = &r->document.unread;
    struct page_unread *unread = arena_alloc(r->arena, (pages->n + 1) * sizeof *unread);
    for (size_t i = 0; i < pages->n; i++) unread[i] = (struct page_unread){pages->v[i].page, str_of(word(pages->v[i].reason, r->checker->lang))};
    return (struct document_report){
        .source = r->source->text.p ? r->source : NULL, .path = r->source->path, .part = r->document.part,
        .kind = patuh_result_kind(r), .reader = r->document.reader, .findings = &r->findings, .suppressed = &r->suppressed, .outcomes = &r->outcomes,
        .regions = &r->document.regions, .unread = unread, .unread_count = pages->n, .error = error, .faulty = r->faulty, .arena = r->arena, .time = time,
    };
}
