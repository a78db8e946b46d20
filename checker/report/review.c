/* The reviewer's checklist. It says what the rules found and what is left to the reviewer; it never says that a document was reviewed. */
#include "base/chars.h"
#include "report/review.h"

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

static struct str title_of(const struct review *r) { return yaml_get_str(yaml_get(r->form, "title"), r->lang == LANG_EN ? "en" : "id"); }

/* Every item that is answered in turn, and at the end what no item asks, where there is such a finding. */
static bool next_answer(struct review *r, const struct yaml_node **at, struct answer *a)
{
    const struct yaml_node *n = a->item.p ? *at : yaml_get(r->form, "items")->child;
    if (n) {
        *a = review_answer(r->form, n, r->d, r->lang);
        *at = n->next;
    } else if (a->node) {
        bool any = false;
        for (size_t i = 0; i < r->d->findings->n && !any; i++) any = review_belongs(r->form, &(struct answer){.node = NULL}, &r->d->findings->v[i]);
        if (!any) return false;
        *a = (struct answer){.item = STR("-"), .aspect = str_of(word(W_review_others, r->lang)), .text = str_of(word(W_review_other, r->lang)), .kind = STR("assist"),
                             .status = REVIEW_PERSON};
    } else return false;
    r->counts[a->status]++;
    return true;
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

/* Page, table, row, step in words; without a table or step the line, where the file has lines. */
static void place_words(struct review *r, struct buf *b, const struct finding *f)
{
    where_words(b, f, r->lang, r->d->arena);
    bool close = f->step.n || (f->place.where && (f->place.where->table || f->place.where->cell.n));
    uint32_t line = close ? 0 : line_of(r, f);
    if (line && b->n) buf_z(b, ", ");
    if (line) buf_str(b, word_format(r->d->arena, W_review_line, r->lang, arena_printf(r->d->arena, "%u", (unsigned)line), STR_ABSENT));
}

static void evidence_place(struct review *r, const struct finding *f)
{
    struct buf b = BUF_INIT;
    place_words(r, &b, f);
    if (b.n) {
        buf_z(&r->b, ", ");
        markdown_text(&r->b, buf_view(&b));
    }
    buf_free(&b);
}

/* "PK003 (12), PK007 (1)": what was checked of the item and found in order, each with how often; where it began. */
static struct str rests_on(struct review *r, const struct answer *a)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < r->d->outcomes->n; i++) {
        const struct rule_outcome *o = &r->d->outcomes->v[i];
        if (!o->passed || !review_names(a, o->rule)) continue;
        struct buf at = BUF_INIT;
        place_words(r, &at, &(struct finding){.place = o->passed_at});
        buf_printf(&b, "%s%s (%zu%s%s)", b.n ? ", " : "", o->rule, o->passed, at.n ? "; " : "", at.n ? at.p : "");
        buf_free(&at);
    }
    struct str s = arena_str(r->d->arena, buf_view(&b));
    buf_free(&b);
    return s;
}

/* What could not be checked of the item, where first, and why. */
static void gaps(struct review *r, const struct answer *a, bool more)
{
    for (size_t i = 0; i < r->d->outcomes->n; i++) {
        const struct rule_outcome *o = &r->d->outcomes->v[i];
        struct str why = o->gap.p ? o->gap : o->reason;
        if (!why.p || !review_names(a, o->rule) || str_eqz(a->kind, "human")) continue;
        struct buf at = BUF_INIT;
        place_words(r, &at, &(struct finding){.place = o->gap_at});
        if (more) buf_z(&r->b, "<br>");
        markdown_text(&r->b, word_format(r->d->arena, W_review_gap, r->lang, str_of(o->rule), at.n ? arena_printf(r->d->arena, "%s; %.*s", at.p, (int)why.n, why.p) : why));
        more = true;
        buf_free(&at);
    }
}

/* Most places shown of one item. */
enum { SHOWN = 20 };

static void markdown_item(struct review *r, const struct answer *a)
{
    buf_z(&r->b, "| ");
    buf_str(&r->b, a->item);
    buf_z(&r->b, " | ");
    markdown_text(&r->b, a->text);
    buf_printf(&r->b, " | %s | ", word(status_words[a->status], r->lang));
    size_t shown = 0;
    for (size_t i = 0; i < r->d->findings->n; i++) {
        const struct finding *f = &r->d->findings->v[i];
        if (!review_belongs(r->form, a, f) || ++shown > SHOWN) continue;
        buf_printf(&r->b, "%s%s", shown > 1 ? "<br>" : "", f->rule);
        evidence_place(r, f);
        buf_z(&r->b, ": ");
        markdown_text(&r->b, f->message);
    }
    if (shown > SHOWN) buf_z(&r->b, "<br>"), say(r, W_review_more, arena_printf(r->d->arena, "%zu", shown - SHOWN), STR_ABSENT);
    bool met = a->status == REVIEW_MET;
    if (met && str_eqz(a->kind, "presence")) say(r, W_review_adequacy, STR_ABSENT, STR_ABSENT), buf_z(&r->b, "; ");
    if (met) markdown_text(&r->b, word_format(r->d->arena, W_review_rests, r->lang, rests_on(r, a), STR_ABSENT));
    if (a->reason.p && !a->unchecked) markdown_text(&r->b, a->reason);
    gaps(r, a, shown || met);
    buf_z(&r->b, " |\n");
}

static void markdown(struct review *r)
{
    struct str aspect = STR_ABSENT;
    const struct yaml_node *at = NULL;
    struct answer a = {0};
    buf_z(&r->b, "# ");
    markdown_text(&r->b, title_of(r));
    buf_z(&r->b, "\n\n");
    markdown_text(&r->b, r->d->path);
    if (r->d->part.n) buf_z(&r->b, ", "), markdown_text(&r->b, r->d->part);
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
    json_text(b, value);
}

static void json_place(struct review *r, struct place place)
{
    if (place.where && place.where->page) buf_printf(&r->b, ", \"page\": %u", (unsigned)place.where->page);
    if (place.where && place.where->table) buf_printf(&r->b, ", \"table\": %u", (unsigned)place.where->table);
    if (place.where && place.where->row) buf_printf(&r->b, ", \"row\": %u", (unsigned)place.where->row);
}

/* How often each rule of the item was in order, or could not be checked, and where first. */
static void json_rests(struct review *r, const struct answer *a, bool gaps)
{
    bool first = true;
    for (size_t i = 0; i < r->d->outcomes->n; i++) {
        const struct rule_outcome *o = &r->d->outcomes->v[i];
        struct str why = o->gap.p ? o->gap : o->reason;
        if (!(gaps ? why.p != NULL : o->passed > 0) || !review_names(a, o->rule)) continue;
        buf_printf(&r->b, "%s{\"rule\": \"%s\", \"times\": %zu", first ? "" : ", ", o->rule, gaps ? o->unchecked : o->passed);
        json_place(r, gaps ? o->gap_at : o->passed_at);
        if (gaps) buf_z(&r->b, ", "), json_member(&r->b, "reason", why);
        buf_ch(&r->b, '}');
        first = false;
    }
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
        json_text(&r->b, yaml_str(n));
        if (n->next) buf_z(&r->b, ", ");
    }
    buf_z(&r->b, "], \"findings\": [");
    for (size_t i = 0; i < r->d->findings->n; i++) {
        const struct finding *f = &r->d->findings->v[i];
        if (!review_belongs(r->form, a, f)) continue;
        uint32_t line = line_of(r, f);
        buf_printf(&r->b, "%s{\"rule\": \"%s\", \"severity\": \"%s\", ", first ? "" : ", ", f->rule, severity_name(f->severity));
        json_member(&r->b, "message", f->message);
        buf_z(&r->b, ", ");
        json_member(&r->b, "subject", f->subject);
        if (line) buf_printf(&r->b, ", \"line\": %u", (unsigned)line);
        json_place(r, f->place);
        buf_ch(&r->b, '}');
        first = false;
    }
    buf_z(&r->b, "], \"checked\": [");
    json_rests(r, a, false);
    buf_z(&r->b, "], \"unchecked\": [");
    json_rests(r, a, true);
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
    json_text(&r->b, r->d->part);
    buf_z(&r->b, ", ");
    json_member(&r->b, "form", title_of(r));
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
