/* The reviewer's checklist. It says what the rules found and what is left to the reviewer; it never says that a document was reviewed. */
#include "base/chars.h"
#include "report/reporter.h"
#include "base/yaml_tree.h"

enum status { MET, PARTLY, UNMET, PERSON };

/* The same in every language, for programs. */
static const char *const status_names[] = {"terpenuhi", "sebagian", "tidak-terpenuhi", "perlu-penilaian-pereviu"};
static const enum word status_words[] = {W_review_met, W_review_partly, W_review_unmet, W_review_person};

struct review {
    struct buf b;
    const struct yaml_node *form;
    const struct document_report *d;
    enum lang lang;
    size_t counts[COUNT(status_names)];
};

/* One item with what the rules say of it. The last has no node: what no item asks. */
struct answer {
    const struct yaml_node *node;
    struct str item, aspect, text, kind;
    enum status status;
    struct str reason;      /* why the rules do not decide; absent when they do */
    size_t passed, unchecked;
};

static bool names(const struct yaml_node *rules, const char *id)
{
    for (const struct yaml_node *n = rules ? rules->child : NULL; n; n = n->next)
        if (str_eqz(yaml_str(n), id)) return true;
    return false;
}

static struct str text_of(const struct review *r, const struct yaml_node *n, const char *key) { return yaml_get_str(yaml_get(n, key), r->lang == LANG_EN ? "en" : "id"); }

static bool asked(const struct review *r, const char *rule)
{
    for (const struct yaml_node *n = yaml_get(r->form, "items")->child; n; n = n->next)
        if (names(yaml_get(n, "rules"), rule)) return true;
    return false;
}

static bool belongs(const struct review *r, const struct answer *a, const char *rule)
{
    return a->node ? names(yaml_get(a->node, "rules"), rule) : !asked(r, rule);
}

/* What the findings of an item make of it. Its first rule asks for the very thing; whether others passed says nothing of that. */
static bool found(const struct review *r, const struct answer *a, enum status *status)
{
    const struct yaml_node *rules = yaml_get(a->node, "rules");
    bool any = false;
    *status = PARTLY;
    for (size_t i = 0; i < r->d->findings->n; i++) {
        const struct finding *f = &r->d->findings->v[i];
        if (!names(rules, f->rule)) continue;
        any = true;
        if (f->severity == SEVERITY_ERROR || (f->severity == SEVERITY_WARNING && str_eqz(yaml_str(rules->child), f->rule))) *status = UNMET;
    }
    return any;
}

static void judge(const struct review *r, struct answer *a)
{
    bool for_people = str_eqz(a->kind, "human") || str_eqz(a->kind, "assist");
    for (size_t i = 0; i < r->d->outcomes->n; i++) {
        const struct rule_outcome *o = &r->d->outcomes->v[i];
        if (!names(yaml_get(a->node, "rules"), o->rule)) continue;
        a->passed += o->outcome == OUTCOME_PASS;
        a->unchecked += o->outcome == OUTCOME_UNCHECKED;
        if (o->outcome == OUTCOME_UNCHECKED && !a->reason.p && !for_people) a->reason = o->reason;
    }
    if (for_people) a->status = PERSON;
    else if (found(r, a, &a->status)) a->reason = STR_ABSENT;
    else if (a->unchecked || !a->passed) a->status = PERSON;
    else a->status = MET;
    if (a->status == PERSON && !for_people && !a->reason.p && !a->passed) a->reason = str_of(word(W_review_nothing, r->lang));
}

static struct answer answer_of(const struct review *r, const struct yaml_node *n)
{
    struct answer a = {.node = n, .item = yaml_get_str(n, "item"), .aspect = text_of(r, n, "aspect"), .text = text_of(r, n, "text"), .kind = yaml_get_str(n, "kind")};
    judge(r, &a);
    return a;
}

/* Every item that is answered in turn, and at the end what no item asks, where there is such a finding. */
static bool next_answer(struct review *r, const struct yaml_node **at, struct answer *a)
{
    const struct yaml_node *n = a->item.p ? *at : yaml_get(r->form, "items")->child;
    if (n) {
        *a = answer_of(r, n);
        *at = n->next;
    } else if (a->node) {
        bool any = false;
        for (size_t i = 0; i < r->d->findings->n && !any; i++) any = !asked(r, r->d->findings->v[i].rule);
        if (!any) return false;
        *a = (struct answer){.item = STR("-"), .aspect = str_of(word(W_review_others, r->lang)), .text = str_of(word(W_review_other, r->lang)), .kind = STR("assist"),
                             .status = PERSON};
    } else return false;
    r->counts[a->status]++;
    return true;
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
    while (digits < i && is_digit(s.p[digits])) digits++;
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

/* The line, or, of a file without lines, the place in words. */
static void evidence_place(struct review *r, const struct finding *f)
{
    uint32_t line = line_of(r, f);
    struct buf b = BUF_INIT;
    if (line) buf_str(&b, word_format(r->d->arena, W_review_line, r->lang, arena_printf(r->d->arena, "%u", (unsigned)line), STR_ABSENT));
    else if (r->d->source && r->d->source->composed) where_words(&b, f, r->lang, r->d->arena);
    if (b.n) {
        buf_z(&r->b, ", ");
        cell(&r->b, buf_view(&b));
    }
    buf_free(&b);
}

/* Most places shown of one item. */
enum { SHOWN = 20 };

static void markdown_item(struct review *r, const struct answer *a)
{
    buf_z(&r->b, "| ");
    buf_str(&r->b, a->item);
    buf_z(&r->b, " | ");
    cell(&r->b, a->text);
    buf_printf(&r->b, " | %s | ", word(status_words[a->status], r->lang));
    size_t shown = 0;
    for (size_t i = 0; i < r->d->findings->n; i++) {
        const struct finding *f = &r->d->findings->v[i];
        if (!belongs(r, a, f->rule) || ++shown > SHOWN) continue;
        buf_printf(&r->b, "%s%s", shown > 1 ? "<br>" : "", f->rule);
        evidence_place(r, f);
        buf_z(&r->b, ": ");
        cell(&r->b, f->message);
    }
    if (shown > SHOWN) buf_z(&r->b, "<br>"), say(r, W_review_more, arena_printf(r->d->arena, "%zu", shown - SHOWN), STR_ABSENT);
    if (a->reason.p && shown) buf_z(&r->b, "<br>");
    if (a->reason.p) cell(&r->b, a->reason);
    if (str_eqz(a->kind, "presence") && a->status == MET) say(r, W_review_adequacy, STR_ABSENT, STR_ABSENT);
    buf_z(&r->b, " |\n");
}

static void markdown(struct review *r)
{
    struct str aspect = STR_ABSENT;
    const struct yaml_node *at = NULL;
    struct answer a = {0};
    buf_z(&r->b, "# ");
    cell(&r->b, text_of(r, r->form, "title"));
    buf_z(&r->b, "\n\n");
    cell(&r->b, r->d->path);
    if (r->d->part.n) buf_z(&r->b, ", "), cell(&r->b, r->d->part);
    buf_z(&r->b, "\n\n");
    while (next_answer(r, &at, &a)) {
        if (!str_eq(a.aspect, aspect)) {
            buf_printf(&r->b, "%s## %.*s\n\n| ", aspect.p ? "\n" : "", (int)a.aspect.n, a.aspect.p);
            say(r, W_review_columns, STR_ABSENT, STR_ABSENT);
            buf_z(&r->b, " |\n|---|---|---|---|\n");
            aspect = a.aspect;
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
    json_member(&r->b, "item", a->item);
    buf_z(&r->b, ", ");
    json_member(&r->b, "aspect", a->aspect);
    buf_z(&r->b, ", ");
    json_member(&r->b, "text", a->text);
    buf_z(&r->b, ", ");
    json_member(&r->b, "kind", a->kind);
    buf_printf(&r->b, ", \"status\": \"%s\", ", status_names[a->status]);
    json_member(&r->b, "reason", a->reason);
    buf_z(&r->b, ", \"rules\": [");
    for (const struct yaml_node *n = rules ? rules->child : NULL; n; n = n->next) {
        json_string(&r->b, yaml_str(n));
        if (n->next) buf_z(&r->b, ", ");
    }
    buf_z(&r->b, "], \"findings\": [");
    for (size_t i = 0; i < r->d->findings->n; i++) {
        const struct finding *f = &r->d->findings->v[i];
        if (!belongs(r, a, f->rule)) continue;
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

static void json_form(struct review *r, const char *version)
{
    const struct yaml_node *at = NULL;
    struct answer a = {0};
    bool first = true;
    buf_z(&r->b, "{\"schema\": 1, \"tool\": {\"name\": \"patuh\", ");
    json_member(&r->b, "version", str_of(version));
    buf_printf(&r->b, "}, \"lang\": \"%s\", \"kind\": \"%s\", ", r->lang == LANG_EN ? "en" : "id", r->d->kind);
    json_member(&r->b, "path", r->d->path);
    buf_z(&r->b, ", \"part\": ");
    json_string(&r->b, r->d->part);
    buf_z(&r->b, ", ");
    json_member(&r->b, "form", text_of(r, r->form, "title"));
    buf_z(&r->b, ",\n \"items\": [\n");
    while (next_answer(r, &at, &a)) {
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
    struct review r = {.b = BUF_INIT, .form = form, .d = d, .lang = lang};
    if (!yaml_size(yaml_get(form, "items"))) return false;
    if (json) json_form(&r, version);
    else markdown(&r);
    fwrite(r.b.p, 1, r.b.n, out);
    buf_free(&r.b);
    return true;
}
