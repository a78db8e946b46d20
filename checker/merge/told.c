/* A line of JSON as the report of a document: the way back of report/json_parts.c. */
#include <string.h>

#include "merge/json.h"
#include "stage/merge.h"

static uint32_t small(struct json_in *in, const json_t *object, const char *key)
{
    uint64_t n = in_number(in, object, key);
    if (n > UINT32_MAX && !in->wrong) in->wrong = key;
    return (uint32_t)n;
}

static struct str text_or_none(struct json_in *in, const json_t *object, const char *key)
{
    return json_object_get(object, key) ? in_text(in, object, key) : STR_ABSENT;
}

static bool read_box(struct json_in *in, const json_t *location, struct box *out)
{
    const json_t *v = json_object_get(location, "box");
    double *const at[] = {&out->x0, &out->y0, &out->x1, &out->y1};
    if (!v) return false;
    for (size_t i = 0; i < COUNT(at); i++) {
        const json_t *n = json_array_get(v, i);
        if (!json_is_number(n) && !in->wrong) in->wrong = "box";
        *at[i] = json_number_value(n);
    }
    return true;
}

static struct place read_place(struct json_in *in, const json_t *o)
{
    if (!json_object_size(o)) return (struct place){SPAN_NONE, NULL};
    struct where *w = arena_alloc(in->a, sizeof *w);
    struct known_place known = {.column16 = small(in, o, "column_utf16"), .end_column16 = small(in, o, "end_column_utf16")};
    *w = (struct where){
        .page = small(in, o, "page"), .table = small(in, o, "table"), .row = small(in, o, "row"), .paragraph = small(in, o, "paragraph"),
        .column = text_or_none(in, o, "column_name"), .sheet = text_or_none(in, o, "sheet"), .cell = text_or_none(in, o, "cell"), .id = text_or_none(in, o, "id"),
        .lines = {small(in, o, "line"), small(in, o, "column"), small(in, o, "end_line"), small(in, o, "end_column")},
    };
    known.boxed = read_box(in, o, &known.box);
    if (known.column16 || known.boxed) {
        if (!known.column16) known.column16 = w->lines.column, known.end_column16 = w->lines.end_column;
        w->known = memcpy(arena_alloc(in->a, sizeof known), &known, sizeof known);
    }
    return (struct place){SPAN_NONE, w};
}

static struct place place_at(struct json_in *in, const json_t *object, const char *key) { return read_place(in, in_object(in, object, key)); }

static void read_related(struct json_in *in, const json_t *o, struct finding *f)
{
    const json_t *list = in_list(in, o, "related");
    f->related_count = json_array_size(list);
    f->related = arena_alloc(in->a, (f->related_count + 1) * sizeof *f->related);
    for (size_t i = 0; i < f->related_count; i++) {
        const json_t *r = json_array_get(list, i);
        f->related[i] = (struct related){in_text(in, r, "path"), place_at(in, r, "location"), in_needed(in, r, "message")};
    }
}

static void read_fix(struct json_in *in, const json_t *o, struct finding *f)
{
    const json_t *fix = in_object(in, o, "fix");
    if (!fix) return;
    const json_t *edit = json_array_get(in_list(in, fix, "edits"), 0);
    uint32_t offset = small(in, edit, "offset");
    f->fix_safe = in_bool(in, fix, "safe");
    f->fix = arena_alloc(in->a, sizeof *f->fix);
    *f->fix = (struct edit){.at = SPAN(offset, offset + small(in, edit, "length")), .text = in_needed(in, edit, "text")};
}

static void read_suppression(struct json_in *in, const json_t *o, struct finding *f)
{
    static const char *const by[] = {[SUPPRESSED_IN_SOURCE] = "source", [SUPPRESSED_BY_CONFIG] = "config", [SUPPRESSED_BY_BASELINE] = "baseline"};
    const json_t *s = json_object_get(o, "suppression");
    if (!s) return;
    struct suppression *k = arena_alloc(in->a, sizeof *k);
    struct str name = in_needed(in, s, "by");
    *k = (struct suppression){.reason = in_text(in, s, "reason"), .owner = in_text(in, s, "owner"), .until = in_text(in, s, "until")};
    for (size_t i = 0; i < COUNT(by); i++)
        if (str_eqz(name, by[i])) k->by = (enum suppressed_by)i;
    f->suppressed = k;
}

static struct finding read_finding(struct json_in *in, const json_t *o)
{
    const json_t *basis = in_object(in, o, "basis");
    struct finding f = {
        .rule = in_needed(in, o, "rule").p, .name = in_needed(in, o, "name").p, .message = in_needed(in, o, "message"), .title = in_text(in, o, "title"),
        .hint = in_text(in, o, "hint"), .path = text_or_none(in, o, "path"), .element = in_text(in, o, "element"), .step = in_text(in, o, "step"),
        .subject = in_text(in, o, "subject"), .quote = in_text(in, o, "quote"), .place = place_at(in, o, "location"), .excerpt = in_text(in, o, "excerpt"),
        .basis = in_text(in, basis, "text"), .basis_status = in_text(in, basis, "status").p,
    };
    if (!severity_parse(in_needed(in, o, "severity"), &f.severity) && !in->wrong) in->wrong = "severity";
    read_related(in, o, &f);
    read_fix(in, o, &f);
    read_suppression(in, o, &f);
    return f;
}

static struct findings *read_findings(struct json_in *in, const json_t *o, const char *key)
{
    const json_t *list = in_list(in, o, key);
    struct findings *out = arena_alloc(in->a, sizeof *out);
    for (size_t i = 0; i < json_array_size(list); i++) *ARENA_PUSH(in->a, out) = read_finding(in, json_array_get(list, i));
    return out;
}

static struct rule_outcomes *read_outcomes(struct json_in *in, json_t *o)
{
    struct rule_outcomes *out = arena_alloc(in->a, sizeof *out);
    const char *rule;
    json_t *v;
    json_object_foreach(in_object(in, o, "rules"), rule, v) { /* in the order of the line */
        struct rule_outcome *r = ARENA_PUSH(in->a, out);
        struct str name = in_needed(in, v, "outcome");
        *r = (struct rule_outcome){.rule = arena_strz(in->a, str_of(rule)), .outcome = OUTCOME_UNCHECKED, .reason = in_text(in, v, "reason"), .unchecked = in_number(in, v, "unchecked"), .gap = text_or_none(in, v, "gap")};
        bool known = false;
        for (int k = OUTCOME_NOT_APPLICABLE; k <= OUTCOME_FINDING; k++)
            if (str_eqz(name, outcome_name((enum outcome)k))) r->outcome = (enum outcome)k, known = true;
        if (!known && !in->wrong) in->wrong = "outcome";
    }
    return out;
}

static const struct report_error *read_error(struct json_in *in, const json_t *o)
{
    const json_t *e = in_object(in, o, "error");
    if (!e) return NULL;
    struct report_error *out = arena_alloc(in->a, sizeof *out);
    *out = (struct report_error){in_needed(in, e, "message"), place_at(in, e, "location"), place_at(in, e, "began")};
    return out;
}

static struct place row_place(struct json_in *in, const json_t *object, const char *key)
{
    const json_t *o = in_object(in, object, key);
    struct place p = place_at(in, o, "location");
    uint32_t at = small(in, o, "at");
    if (p.where || at) p.at = SPAN(at, at);
    return p;
}

static const struct set_row *read_row(struct json_in *in, const json_t *o, struct str path)
{
    const json_t *v = in_object(in, o, "row"), *list = v ? in_list(in, v, "related") : NULL;
    if (!v) return NULL;
    struct set_row *r = arena_alloc(in->a, sizeof *r);
    *r = (struct set_row){.path = path, .number = in_text(in, v, "number"), .title = in_text(in, v, "title"), .agency = in_text(in, v, "agency"), .unit = in_text(in, v, "unit")};
    r->head.place = row_place(in, v, "head");
    r->name = (struct item){.text = r->title, .place = row_place(in, v, "name")};
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct item *t = ARENA_PUSH(in->a, &r->related);
        t->text = in_needed(in, json_array_get(list, i), "text");
        t->place = row_place(in, json_array_get(list, i), "place");
    }
    return r;
}

static void read_gaps(struct json_in *in, const json_t *o, struct document_report *d)
{
    const json_t *pages = in_list(in, o, "unread"), *regions = in_list(in, o, "not_understood");
    d->unread_count = json_array_size(pages);
    d->unread = arena_alloc(in->a, (d->unread_count + 1) * sizeof *d->unread);
    for (size_t i = 0; i < d->unread_count; i++) {
        const json_t *p = json_array_get(pages, i);
        d->unread[i] = (struct page_unread){small(in, p, "page"), in_needed(in, p, "reason")};
    }
    d->not_understood_count = json_array_size(regions);
    d->not_understood = arena_alloc(in->a, (d->not_understood_count + 1) * sizeof *d->not_understood);
    for (size_t i = 0; i < d->not_understood_count; i++) d->not_understood[i] = arena_str(in->a, str_of(json_string_value(json_array_get(regions, i))));
}

static void read_document(struct json_in *in, json_t *o, struct document_report *d)
{
    struct str kind = in_text(in, o, "kind");
    const json_t *time = in_object(in, o, "time");
    *d = (struct document_report){
        .path = in_needed(in, o, "path"), .part = in_text(in, o, "part"), .reader = in_text(in, o, "reader").p, .told = true, .arena = in->a,
        .kind = str_eqz(kind, "sop") ? "sop" : str_eqz(kind, "lkjip") ? "lkjip" : NULL, .findings = read_findings(in, o, "findings"),
        .suppressed = read_findings(in, o, "suppressed"), .outcomes = read_outcomes(in, o), .error = read_error(in, o), .faulty = in_bool(in, o, "faulty"),
    };
    struct str fail_on = in_needed(in, o, "fail_on");
    d->threshold = (struct threshold){str_eqz(fail_on, "never"), SEVERITY_ERROR};
    if (!d->threshold.never && !severity_parse(fail_on, &d->threshold.least) && !in->wrong) in->wrong = "fail_on";
    d->row = read_row(in, o, d->path);
    read_gaps(in, o, d);
    if (time) d->time = (struct flow_time){in_text(in, time, "shortest"), in_text(in, time, "longest"), in_text(in, time, "sum")};
}

static void read_run(struct json_in *in, const json_t *o, struct told_line *out)
{
    const json_t *rules = in_list(in, o, "set_rules");
    out->run.schema = in_number(in, o, "schema");
    out->run.version = in_needed(in, in_object(in, o, "tool"), "version");
    out->run.lang = in_needed(in, o, "lang");
    out->run.set_rules = arena_alloc(in->a, (json_array_size(rules) + 1) * sizeof *out->run.set_rules);
    for (size_t i = 0; i < json_array_size(rules); i++) out->run.set_rules[i] = arena_strz(in->a, str_of(json_string_value(json_array_get(rules, i))));
}

static void read_skipped(struct json_in *in, const json_t *o, struct skipped *out)
{
    static const char *const names[] = {[SKIP_OTHER] = "other", [SKIP_BINARY] = "binary", [SKIP_EMPTY] = "empty", [SKIP_IGNORED] = "ignored"};
    struct str reason = in_needed(in, o, "reason");
    *out = (struct skipped){in_needed(in, o, "path"), SKIP_OTHER};
    for (size_t i = 0; i < COUNT(names); i++)
        if (str_eqz(reason, names[i])) out->why = (enum skip)i;
}

static void read_line(struct json_in *in, json_t *o, struct told_line *out)
{
    static const char *const names[] = {[TOLD_RUN] = "run", [TOLD_DOCUMENT] = "document", [TOLD_SKIPPED] = "skipped", [TOLD_SET] = "set", [TOLD_END] = "end"};
    struct str type = in_needed(in, o, "type");
    size_t kind = 0;
    while (kind < COUNT(names) && !str_eqz(type, names[kind])) kind++;
    *out = (struct told_line){.kind = (enum told)kind};
    switch (out->kind) {
    case TOLD_RUN: read_run(in, o, out); break;
    case TOLD_DOCUMENT: read_document(in, o, &out->document); break;
    case TOLD_SKIPPED: read_skipped(in, o, &out->skipped); break;
    case TOLD_SET: break; /* what one run alone made of its documents: all of them together are settled anew */
    case TOLD_END: out->documents = in_number(in, o, "documents"); break;
    default: in->wrong = "type";
    }
}

bool told_read(struct arena *a, struct str line, struct told_line *out, struct trouble *why)
{
    struct json_in in = {.a = a};
    json_error_t error;
    json_t *o = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES, &error);
    *why = (struct trouble){.message = W_merge_line};
    if (!o && json_error_code(&error) == json_error_out_of_memory) base_out_of_memory();
    if (!o) return false;
    read_line(&in, o, out);
    json_decref(o);
    if (in.wrong) why->message = W_merge_member, why->arg[0] = str_of(in.wrong);
    return !in.wrong;
}

static struct place copy_place(struct arena *a, struct place place)
{
    if (!place.where) return place;
    struct where *w = memcpy(arena_alloc(a, sizeof *w), place.where, sizeof *w);
    w->column = arena_str(a, w->column), w->sheet = arena_str(a, w->sheet), w->cell = arena_str(a, w->cell), w->id = arena_str(a, w->id);
    if (w->known) w->known = memcpy(arena_alloc(a, sizeof *w->known), w->known, sizeof *w->known);
    return (struct place){place.at, w};
}

const struct set_row *told_row(struct arena *a, const struct set_row *row)
{
    struct set_row *r = arena_alloc(a, sizeof *r);
    *r = (struct set_row){
        .path = arena_str(a, row->path), .number = arena_str(a, row->number), .title = arena_str(a, row->title), .agency = arena_str(a, row->agency),
        .unit = arena_str(a, row->unit), .head = {.place = copy_place(a, row->head.place)},
    };
    r->name = (struct item){.text = r->title, .place = copy_place(a, row->name.place)};
    for (size_t i = 0; i < row->related.n; i++)
        *ARENA_PUSH(a, &r->related) = (struct item){.text = arena_str(a, row->related.v[i].text), .place = copy_place(a, row->related.v[i].place)};
    return r;
}
