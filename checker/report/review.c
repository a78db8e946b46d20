/* The reviewer's checklist. It says what the rules found and what is left to the reviewer; it never says that a document was reviewed. */
#include "report/reporter.h"
#include "base/yaml_tree.h"

enum status { MET, PARTLY, UNMET, PERSON };

/* The same in every language, for programs. */
static const char *const status_names[] = {"terpenuhi", "sebagian", "tidak-terpenuhi", "perlu-penilaian-pereviu"};
static const enum word status_words[] = {W_review_met, W_review_partly, W_review_unmet, W_review_person};

struct review {
    struct buf b;
    const struct document_report *d;
    enum lang lang;
    size_t counts[COUNT(status_names)];
};

/* One item with what the rules say of it. */
struct answer {
    const struct yaml_node *node;
    enum status status;
    struct str reason;      /* why the rules do not decide; absent when they do */
    size_t findings, passed, unchecked;
    enum severity worst;
};

static bool names(const struct yaml_node *rules, const char *id)
{
    for (const struct yaml_node *n = rules ? rules->child : NULL; n; n = n->next)
        if (str_eqz(yaml_str(n), id)) return true;
    return false;
}

static struct str text_of(const struct review *r, const struct yaml_node *n, const char *key) { return yaml_get_str(yaml_get(n, key), r->lang == LANG_EN ? "en" : "id"); }

static void judge(const struct review *r, struct answer *a)
{
    const struct yaml_node *rules = yaml_get(a->node, "rules");
    struct str kind = yaml_get_str(a->node, "kind");
    a->worst = SEVERITY_NOTE;
    for (size_t i = 0; i < r->d->findings->n; i++) {
        const struct finding *f = &r->d->findings->v[i];
        if (!names(rules, f->rule)) continue;
        a->findings++;
        if (f->severity > a->worst) a->worst = f->severity;
    }
    for (size_t i = 0; i < r->d->outcomes->n; i++) {
        const struct rule_outcome *o = &r->d->outcomes->v[i];
        if (!names(rules, o->rule)) continue;
        a->passed += o->outcome == OUTCOME_PASS;
        a->unchecked += o->outcome == OUTCOME_UNCHECKED;
        if (o->outcome == OUTCOME_UNCHECKED && !a->reason.p) a->reason = o->reason;
    }
    if (str_eqz(kind, "human") || str_eqz(kind, "assist")) a->status = PERSON, a->reason = STR_ABSENT;
    else if (a->findings) a->status = a->worst == SEVERITY_ERROR || (a->worst == SEVERITY_WARNING && !a->passed) ? UNMET : PARTLY;
    else if (a->unchecked || !a->passed) a->status = PERSON;
    else a->status = MET;
    if (a->status != PERSON) a->reason = STR_ABSENT;
    else if (!a->reason.p && !a->passed && !a->findings && (str_eqz(kind, "auto") || str_eqz(kind, "presence")))
        a->reason = str_of(word(W_review_nothing, r->lang));
}

/* Whether Markdown (GitHub's, too) could see more than a character in s[i]: marks, tags, references, formulas, the colon of an address, the
 * full stop of www., and at the beginning what makes a heading or a list. */
static bool marks_up(struct str s, size_t i)
{
    size_t digits = 0;
    if (strchr("\\`*_{}[]<>|&~$", s.p[i])) return true;
    if (s.p[i] == ':') return i + 1 < s.n && s.p[i + 1] == '/';
    if (i == 0) return strchr("#+-=", s.p[i]) != NULL;
    if (s.p[i] != '.' && s.p[i] != ')') return false;
    while (digits < i && s.p[digits] >= '0' && s.p[digits] <= '9') digits++;
    return digits == i || (i >= 3 && str_ieq(str_slice(s, i - 3, i), STR("www")));
}

/* Text in a cell of a Markdown table, or a line of its own: nothing in it is markup. */
static void cell(struct buf *b, struct str s)
{
    struct buf plain = BUF_INIT;
    plain_text(&plain, s);
    struct str t = str_trim(buf_view(&plain));
    for (size_t i = 0; i < t.n; i++) {
        if (marks_up(t, i)) buf_ch(b, '\\');
        buf_ch(b, t.p[i]);
    }
    buf_free(&plain);
}

static uint32_t line_of(const struct review *r, const struct finding *f)
{
    if (f->place.where && f->place.where->lines.line) return f->place.where->lines.line;
    if (!f->place.at.set || !r->d->source || !r->d->source->text.p) return 0;
    return source_locate(r->d->arena, r->d->source, f->place.at.begin).line;
}

static void say(struct review *r, enum word w, struct str x, struct str y)
{
    buf_str(&r->b, word_format(r->d->arena, w, r->lang, x, y));
}

/* Most places shown of one item. */
enum { SHOWN = 20 };

static void markdown_item(struct review *r, const struct answer *a)
{
    struct str kind = yaml_get_str(a->node, "kind");
    const struct yaml_node *rules = yaml_get(a->node, "rules");
    buf_z(&r->b, "| ");
    buf_str(&r->b, yaml_get_str(a->node, "item"));
    buf_z(&r->b, " | ");
    cell(&r->b, text_of(r, a->node, "text"));
    buf_printf(&r->b, " | %s | ", word(status_words[a->status], r->lang));
    size_t shown = 0;
    for (size_t i = 0; i < r->d->findings->n; i++) {
        const struct finding *f = &r->d->findings->v[i];
        if (!names(rules, f->rule) || ++shown > SHOWN) continue;
        uint32_t line = line_of(r, f);
        buf_printf(&r->b, "%s%s", shown > 1 ? "<br>" : "", f->rule);
        if (line) buf_z(&r->b, ", "), say(r, W_review_line, arena_printf(r->d->arena, "%u", (unsigned)line), STR_ABSENT);
        buf_z(&r->b, ": ");
        cell(&r->b, f->message);
    }
    if (shown > SHOWN) buf_z(&r->b, "<br>"), say(r, W_review_more, arena_printf(r->d->arena, "%zu", shown - SHOWN), STR_ABSENT);
    if (a->reason.p && shown) buf_z(&r->b, "<br>");
    if (a->reason.p) cell(&r->b, a->reason);
    if (str_eqz(kind, "presence") && a->status == MET) say(r, W_review_adequacy, STR_ABSENT, STR_ABSENT);
    buf_z(&r->b, " |\n");
}

static void markdown(struct review *r, const struct yaml_node *form)
{
    struct str aspect = STR_ABSENT;
    buf_z(&r->b, "# ");
    cell(&r->b, text_of(r, form, "title"));
    buf_z(&r->b, "\n\n");
    cell(&r->b, r->d->path);
    if (r->d->part.n) buf_z(&r->b, ", "), cell(&r->b, r->d->part);
    buf_z(&r->b, "\n\n");
    for (const struct yaml_node *n = yaml_get(form, "items")->child; n; n = n->next) {
        struct answer a = {.node = n};
        judge(r, &a);
        r->counts[a.status]++;
        struct str group = text_of(r, n, "aspect");
        if (!str_eq(group, aspect)) {
            buf_printf(&r->b, "%s## %.*s\n\n| ", aspect.p ? "\n" : "", (int)group.n, group.p);
            say(r, W_review_columns, STR_ABSENT, STR_ABSENT);
            buf_z(&r->b, " |\n|---|---|---|---|\n");
            aspect = group;
        }
        markdown_item(r, &a);
    }
    buf_z(&r->b, "\n");
    for (size_t i = 0; i < COUNT(status_names); i++)
        buf_printf(&r->b, "%s%s: %zu", i ? "; " : "", word(status_words[i], r->lang), r->counts[i]);
    buf_z(&r->b, ".\n\n");
    say(r, W_review_no_statement, STR_ABSENT, STR_ABSENT);
    buf_z(&r->b, "\n");
}

static void json_member(struct buf *b, const char *name, struct str value)
{
    buf_printf(b, "\"%s\": ", name);
    json_string(b, value);
}

static void json_item(struct review *r, const struct answer *a)
{
    const struct yaml_node *rules = yaml_get(a->node, "rules");
    bool first = true;
    buf_z(&r->b, "  {");
    json_member(&r->b, "item", yaml_get_str(a->node, "item"));
    buf_z(&r->b, ", ");
    json_member(&r->b, "aspect", text_of(r, a->node, "aspect"));
    buf_z(&r->b, ", ");
    json_member(&r->b, "text", text_of(r, a->node, "text"));
    buf_z(&r->b, ", ");
    json_member(&r->b, "kind", yaml_get_str(a->node, "kind"));
    buf_printf(&r->b, ", \"status\": \"%s\", ", status_names[a->status]);
    json_member(&r->b, "reason", a->reason);
    buf_z(&r->b, ", \"rules\": [");
    for (const struct yaml_node *n = rules->child; n; n = n->next) {
        json_string(&r->b, yaml_str(n));
        if (n->next) buf_z(&r->b, ", ");
    }
    buf_z(&r->b, "], \"findings\": [");
    for (size_t i = 0; i < r->d->findings->n; i++) {
        const struct finding *f = &r->d->findings->v[i];
        if (!names(rules, f->rule)) continue;
        uint32_t line = line_of(r, f);
        buf_printf(&r->b, "%s{\"rule\": \"%s\", \"severity\": \"%s\", ", first ? "" : ", ", f->rule, severity_name(f->severity));
        json_member(&r->b, "message", f->message);
        buf_z(&r->b, ", ");
        json_member(&r->b, "subject", f->subject);
        if (line) buf_printf(&r->b, ", \"line\": %u", (unsigned)line);
        buf_ch(&r->b, '}');
        first = false;
    }
    buf_z(&r->b, "]}");
}

static void json_form(struct review *r, const struct yaml_node *form, const char *version)
{
    bool first = true;
    buf_z(&r->b, "{\"schema\": 1, \"tool\": {\"name\": \"patuh\", ");
    json_member(&r->b, "version", str_of(version));
    buf_printf(&r->b, "}, \"lang\": \"%s\", \"kind\": \"%s\", ", r->lang == LANG_EN ? "en" : "id", r->d->kind);
    json_member(&r->b, "path", r->d->path);
    buf_z(&r->b, ", \"part\": ");
    json_string(&r->b, r->d->part);
    buf_z(&r->b, ", ");
    json_member(&r->b, "form", text_of(r, form, "title"));
    buf_z(&r->b, ",\n \"items\": [\n");
    for (const struct yaml_node *n = yaml_get(form, "items")->child; n; n = n->next) {
        struct answer a = {.node = n};
        judge(r, &a);
        r->counts[a.status]++;
        if (!first) buf_z(&r->b, ",\n");
        first = false;
        json_item(r, &a);
    }
    buf_z(&r->b, "\n ],\n \"summary\": {");
    for (size_t i = 0; i < COUNT(status_names); i++) buf_printf(&r->b, "%s\"%s\": %zu", i ? ", " : "", status_names[i], r->counts[i]);
    buf_z(&r->b, "},\n ");
    json_member(&r->b, "note", word_format(r->d->arena, W_review_no_statement, r->lang, STR_ABSENT, STR_ABSENT));
    buf_z(&r->b, "}\n");
}

bool report_review(FILE *out, const struct bundle *b, const struct document_report *d, enum lang lang, bool json, const char *version)
{
    const struct yaml_node *form = d->kind ? yaml_get(bundle_find(b, "reviu.yaml"), d->kind) : NULL;
    struct review r = {.b = BUF_INIT, .d = d, .lang = lang};
    if (!yaml_size(yaml_get(form, "items"))) return false;
    if (json) json_form(&r, form, version);
    else markdown(&r, form);
    fwrite(r.b.p, 1, r.b.n, out);
    buf_free(&r.b);
    return true;
}
