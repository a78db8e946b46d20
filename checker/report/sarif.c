/* SARIF 2.1.0 (OASIS). `sarif` also says how each rule came out for each document (`kind`: pass, open, notApplicable) and what was suppressed;
 * `sarif-temuan` has the findings alone, for readers that take every result for one (GitHub's code scanning does). Columns count UTF-16 units. */
#include <stdlib.h>
#include <string.h>

#include "report/reporter.h"

struct state {
    struct report_options o;
    struct buf b;
    struct arena *arena;
    bool outcomes, any;     /* outcomes: and what was suppressed */
    struct {
        const char **v;
        size_t n, cap;
    } rules;                /* in the order of their first result; described at the end */
};

static void *begin(const struct report_options *o)
{
    struct state *s = base_alloc(sizeof *s);
    *s = (struct state){.o = *o, .b = BUF_INIT, .arena = arena_new(), .outcomes = true};
    buf_printf(&s->b, "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", \"runs\": [{\n"
                      " \"language\": \"%s\", \"columnKind\": \"utf16CodeUnits\",\n \"results\": [", o->lang == LANG_EN ? "en" : "id");
    return s;
}

static void *begin_findings(const struct report_options *o)
{
    struct state *s = begin(o);
    s->outcomes = false;
    return s;
}

static size_t index_of(struct state *s, const char *rule)
{
    for (size_t i = 0; i < s->rules.n; i++)
        if (strcmp(s->rules.v[i], rule) == 0) return i;
    *ARENA_PUSH(s->arena, &s->rules) = arena_strz(s->arena, str_of(rule));
    return s->rules.n - 1;
}

static void text(struct buf *b, struct str s)
{
    buf_z(b, "{\"text\": ");
    json_text(b, s.p ? s : STR(""));
    buf_ch(b, '}');
}

/* What stands in the work tree is told from its root. */
static void artifact(struct buf *b, struct str path)
{
    struct buf uri = BUF_INIT;
    uri_path(&uri, path);
    buf_z(b, "{\"uri\": ");
    json_text(b, buf_view(&uri));
    if (!str_starts(path, STR("/")) && !str_starts(path, STR("../"))) buf_z(b, ", \"uriBaseId\": \"%SRCROOT%\"");
    buf_ch(b, '}');
    buf_free(&uri);
}

static void region(struct buf *b, const struct spot *at)
{
    buf_printf(b, "{\"startLine\": %u, \"startColumn\": %u, \"endLine\": %u, \"endColumn\": %u}", (unsigned)at->at.line, (unsigned)at->column16,
               (unsigned)at->at.end_line, (unsigned)at->end_column16);
}

static void location(struct buf *b, const struct document_report *d, struct str path, struct place place, struct str element)
{
    struct spot at;
    spot_of(d, place, &at);
    buf_z(b, "\"physicalLocation\": {\"artifactLocation\": ");
    artifact(b, path);
    if (at.at.line) buf_z(b, ", \"region\": "), region(b, &at);
    buf_ch(b, '}');
    if (!element.n) return;
    buf_z(b, ", \"logicalLocations\": [{\"fullyQualifiedName\": ");
    json_text(b, element);
    buf_z(b, ", \"kind\": \"element\"}]");
}

static void related(struct buf *b, const struct document_report *d, const struct finding *f)
{
    static const struct document_report elsewhere = {0};
    if (!f->related_count) return;
    buf_z(b, ",\n    \"relatedLocations\": [");
    for (size_t i = 0; i < f->related_count; i++) {
        const struct related *r = &f->related[i];
        buf_printf(b, "%s{\"id\": %zu, ", i ? ", " : "", i + 1);
        location(b, r->path.p ? &elsewhere : d, r->path.p ? r->path : d->path, r->place, STR_ABSENT);
        buf_z(b, ", \"message\": "), text(b, r->message);
        buf_ch(b, '}');
    }
    buf_ch(b, ']');
}

static void fix(struct buf *b, const struct document_report *d, const struct finding *f)
{
    uint64_t offset, length;
    if (!fix_bytes(d, f, &offset, &length)) return;
    buf_z(b, ",\n    \"fixes\": [{\"description\": "), text(b, f->hint.n ? f->hint : f->title);
    buf_z(b, ", \"artifactChanges\": [{\"artifactLocation\": "), artifact(b, d->path);
    buf_printf(b, ", \"replacements\": [{\"deletedRegion\": {\"byteOffset\": %llu, \"byteLength\": %llu}, \"insertedContent\": ",
               (unsigned long long)offset, (unsigned long long)length);
    text(b, f->fix->text);
    buf_printf(b, "}]}], \"properties\": {\"safe\": %s}}]", f->fix_safe ? "true" : "false");
}

static void suppression(struct buf *b, const struct suppression *k)
{
    buf_printf(b, ",\n    \"suppressions\": [{\"kind\": \"%s\", \"status\": \"accepted\"", k->by == SUPPRESSED_IN_SOURCE ? "inSource" : "external");
    if (k->reason.n) json_key(b, "justification"), json_text(b, k->reason);
    if (k->owner.n || k->until.n) {
        buf_z(b, ", \"properties\": {\"owner\": "), json_text(b, k->owner);
        json_key(b, "until"), json_text(b, k->until);
        buf_ch(b, '}');
    }
    buf_z(b, "}]");
}

/* What SARIF has no word for. */
static void properties(struct buf *b, const struct document_report *d, const struct finding *f)
{
    buf_z(b, ",\n    \"properties\": {\"part\": "), json_text(b, d->part);
    json_key(b, "step"), json_text(b, f->step);
    json_key(b, "subject"), json_text(b, f->subject);
    json_key(b, "quote"), json_text(b, f->quote);
    json_key(b, "hint"), json_text(b, f->hint);
    json_key(b, "basis"), json_text(b, f->basis);
    json_key(b, "place"), json_location(b, d, f->place);
    buf_ch(b, '}');
}

static void result(struct state *s, const char *rule, const char *kind, const char *level)
{
    buf_z(&s->b, s->any ? ",\n   {\"ruleId\": " : "\n   {\"ruleId\": ");
    s->any = true;
    json_z(&s->b, rule);
    buf_printf(&s->b, ", \"ruleIndex\": %zu, \"kind\": \"%s\", \"level\": \"%s\", \"message\": ", index_of(s, rule), kind, level);
}

static const char *level_of(enum severity severity)
{
    static const char *const levels[] = {"note", "warning", "error"};
    return levels[severity];
}

static void finding(struct state *s, const struct document_report *d, const struct finding *f)
{
    struct buf *b = &s->b, message = BUF_INIT;
    char print[17];
    result(s, f->rule, "fail", level_of(f->severity));
    placed_message(&message, d, f, s->o.lang, false);
    text(b, buf_view(&message));
    buf_free(&message);
    buf_z(b, ",\n    \"locations\": [{");
    location(b, d, f->path.p ? f->path : d->path, f->place, f->element);
    buf_z(b, "}]");
    related(b, d, f);
    finding_fingerprint(f, print);
    buf_printf(b, ",\n    \"partialFingerprints\": {\"patuh/v1\": \"%s\"}", print);
    fix(b, d, f);
    if (f->suppressed) suppression(b, f->suppressed);
    properties(b, d, f);
    buf_ch(b, '}');
    if (b->n > 65536) fwrite(b->p, 1, b->n, s->o.out), b->n = 0;
}

static void outcome(struct state *s, const struct document_report *d, const struct rule_outcome *o)
{
    static const char *const kinds[] = {[OUTCOME_NOT_APPLICABLE] = "notApplicable", [OUTCOME_PASS] = "pass", [OUTCOME_UNCHECKED] = "open"};
    static const enum word words[] = {[OUTCOME_NOT_APPLICABLE] = W_outcome_not_applicable, [OUTCOME_PASS] = W_outcome_passed, [OUTCOME_UNCHECKED] = W_sum_no_reason};
    if (o->outcome == OUTCOME_FINDING) return;
    result(s, o->rule, kinds[o->outcome], "none");
    text(&s->b, o->reason.n ? o->reason : str_of(word(words[o->outcome], s->o.lang)));
    if (d->path.p) {
        buf_z(&s->b, ", \"locations\": [{");
        location(&s->b, d, d->path, (struct place){SPAN_NONE, NULL}, STR_ABSENT);
        buf_z(&s->b, "}]");
    }
    if (d->part.n) buf_z(&s->b, ", \"properties\": {\"part\": "), json_text(&s->b, d->part), buf_ch(&s->b, '}');
    buf_ch(&s->b, '}');
}

static void document(void *state, const struct document_report *d)
{
    struct state *s = state;
    for (size_t i = 0; d->findings && i < d->findings->n; i++) finding(s, d, &d->findings->v[i]);
    for (size_t i = 0; s->outcomes && d->suppressed && i < d->suppressed->n; i++) finding(s, d, &d->suppressed->v[i]);
    for (size_t i = 0; s->outcomes && d->outcomes && i < d->outcomes->n; i++) outcome(s, d, &d->outcomes->v[i]);
    fwrite(buf_view(&s->b).p, 1, s->b.n, s->o.out);
    s->b.n = 0;
}

static void paragraph(struct buf *b, const char *head, struct str body, bool markdown)
{
    if (!body.n) return;
    if (b->n) buf_z(b, "\n\n");
    buf_printf(b, markdown ? "**%s**\n\n" : "%s: ", head);
    if (markdown) markdown_text(b, body);
    else plain_text(b, str_trim(body));
}

static void help(struct state *s, const struct rule_about *r, bool markdown)
{
    struct buf b = BUF_INIT, basis = BUF_INIT;
    buf_str(&basis, r->regulation);
    if (r->regulation.n && r->place.n) buf_z(&basis, ", ");
    buf_str(&basis, r->place);
    paragraph(&b, word(W_explain_why, s->o.lang), r->why, markdown);
    paragraph(&b, word(W_explain_basis, s->o.lang), buf_view(&basis), markdown);
    paragraph(&b, word(W_explain_mend, s->o.lang), r->mend, markdown);
    json_text(&s->b, buf_view(&b));
    buf_free(&b);
    buf_free(&basis);
}

static void describe(struct state *s, const char *id)
{
    const struct rule_about *r = rule_about(s->o.rules, id);
    struct buf *b = &s->b;
    buf_z(b, "\n   {\"id\": ");
    json_z(b, id);
    if (r) {
        json_key(b, "name"), json_z(b, r->name);
        json_key(b, "shortDescription"), text(b, r->title);
        json_key(b, "fullDescription"), text(b, str_trim(r->why));
        json_key(b, "help"), buf_z(b, "{\"text\": "), help(s, r, false);
        json_key(b, "markdown"), help(s, r, true), buf_ch(b, '}');
        json_key(b, "defaultConfiguration"), buf_printf(b, "{\"level\": \"%s\"}", level_of(r->severity));
        json_key(b, "properties"), buf_z(b, "{\"basis\": "), json_z(b, r->status), buf_ch(b, '}');
    }
    buf_ch(b, '}');
}

static void end(void *state, const struct report_summary *sum)
{
    struct state *s = state;
    struct document_report set = set_report(sum, s->arena);
    document(s, &set);
    buf_z(&s->b, "],\n \"originalUriBaseIds\": {\"%SRCROOT%\": {\"description\": ");
    text(&s->b, str_of(word(W_sarif_root, s->o.lang)));
    buf_printf(&s->b, "}},\n \"invocations\": [{\"executionSuccessful\": %s}],\n \"tool\": {\"driver\": {\"name\": \"patuh\", \"version\": ", sum->unread ? "false" : "true");
    json_z(&s->b, s->o.version);
    json_key(&s->b, "language"), json_z(&s->b, s->o.lang == LANG_EN ? "en" : "id");
    json_key(&s->b, "rules"), buf_ch(&s->b, '[');
    for (size_t i = 0; i < s->rules.n; i++) {
        if (i) buf_ch(&s->b, ',');
        describe(s, s->rules.v[i]);
    }
    buf_z(&s->b, "]}}}]}\n");
    fwrite(buf_view(&s->b).p, 1, s->b.n, s->o.out);
    buf_free(&s->b);
    arena_free(s->arena);
    free(s);
}

const struct report_format report_sarif = {"sarif", begin, document, end};
const struct report_format report_sarif_findings = {"sarif-temuan", begin_findings, document, end};
