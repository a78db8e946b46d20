/* What the JSON formats are made of. Keys, ids, severities and outcomes are the same in every language. */
#include "report/reporter.h"

void json_key(struct buf *b, const char *name) { buf_printf(b, ", \"%s\": ", name); }

void json_z(struct buf *b, const char *s) { json_text(b, str_of(s)); }

/* Members of one object, the absent ones left out. */
static void member(struct buf *b, bool *first)
{
    if (!*first) buf_z(b, ", ");
    *first = false;
}

static void member_number(struct buf *b, bool *first, const char *name, uint32_t n)
{
    if (n == 0) return;
    member(b, first);
    buf_printf(b, "\"%s\": %u", name, (unsigned)n);
}

static void member_text(struct buf *b, bool *first, const char *name, struct str s)
{
    if (s.n == 0) return;
    member(b, first);
    buf_printf(b, "\"%s\": ", name);
    json_text(b, s);
}

static void lines(struct buf *b, bool *first, const struct spot *s)
{
    member_number(b, first, "line", s->at.line);
    member_number(b, first, "column", s->at.column);
    member_number(b, first, "end_line", s->at.end_line);
    member_number(b, first, "end_column", s->at.end_column);
    if (s->column16 == s->at.column && s->end_column16 == s->at.end_column) return;
    member_number(b, first, "column_utf16", s->column16);
    member_number(b, first, "end_column_utf16", s->end_column16);
}

void json_location(struct buf *b, const struct document_report *d, struct place place)
{
    const struct where *w = place.where;
    bool first = true;
    struct spot s;
    spot_of(d, place, &s);
    buf_ch(b, '{');
    lines(b, &first, &s);
    if (w && w->sheet.n) {
        member_text(b, &first, "sheet", w->sheet);
        member_text(b, &first, "cell", w->cell);
        member_text(b, &first, "column_name", w->column);
        w = NULL;
    } else {
        member_number(b, &first, "page", s.page);
    }
    if (s.boxed) {
        member(b, &first);
        buf_printf(b, "\"box\": [%.1f, %.1f, %.1f, %.1f]", s.box.x0, s.box.y0, s.box.x1, s.box.y1);
    }
    if (w) {
        member_number(b, &first, "paragraph", w->paragraph);
        member_number(b, &first, "table", w->table);
        member_number(b, &first, "row", w->row);
        member_text(b, &first, "column_name", w->column);
        member_text(b, &first, "id", w->id);
    }
    buf_ch(b, '}');
}

static void related(struct buf *b, const struct document_report *d, const struct finding *f)
{
    static const struct document_report elsewhere = {0};
    json_key(b, "related");
    buf_ch(b, '[');
    for (size_t i = 0; i < f->related_count; i++) {
        const struct related *r = &f->related[i];
        buf_z(b, i ? ", {\"path\": " : "{\"path\": ");
        json_text(b, r->path.p ? r->path : d->path);
        json_key(b, "location");
        json_location(b, r->path.p ? &elsewhere : d, r->place);
        json_key(b, "message");
        json_text(b, r->message);
        buf_ch(b, '}');
    }
    buf_ch(b, ']');
}

bool fix_bytes(const struct document_report *d, const struct finding *f, uint64_t *offset, uint64_t *length)
{
    if (!f->fix) return false;
    *offset = f->fix->at.begin, *length = f->fix->at.end - f->fix->at.begin;
    if (d->told) return true;
    if (!d->source || !d->source->text.p || d->source->composed) return false;
    *offset = source_file_offset(d->source, f->fix->at.begin);
    *length = source_file_offset(d->source, f->fix->at.end) - *offset;
    return true;
}

static void fix(struct buf *b, const struct document_report *d, const struct finding *f)
{
    uint64_t offset, length;
    json_key(b, "fix");
    if (!fix_bytes(d, f, &offset, &length)) {
        buf_z(b, "null");
        return;
    }
    buf_printf(b, "{\"safe\": %s, \"edits\": [{\"offset\": %llu, \"length\": %llu, \"text\": ", f->fix_safe ? "true" : "false",
               (unsigned long long)offset, (unsigned long long)length);
    json_text(b, f->fix->text);
    buf_z(b, "}]}");
}

static void suppression(struct buf *b, const struct suppression *s)
{
    static const char *const by[] = {[SUPPRESSED_IN_SOURCE] = "source", [SUPPRESSED_BY_CONFIG] = "config", [SUPPRESSED_BY_BASELINE] = "baseline"};
    json_key(b, "suppression");
    buf_printf(b, "{\"by\": \"%s\", \"reason\": ", by[s->by]);
    json_text(b, s->reason);
    json_key(b, "owner"), json_text(b, s->owner);
    json_key(b, "until"), json_text(b, s->until);
    buf_ch(b, '}');
}

void json_finding(struct buf *b, const struct document_report *d, const struct finding *f, const struct json_style *s)
{
    buf_z(b, "\"rule\": ");
    json_z(b, f->rule);
    json_key(b, "name"), json_z(b, f->name);
    if (f->path.p) json_key(b, "path"), json_text(b, f->path); /* of a finding on the set */
    json_key(b, "severity"), json_z(b, severity_name(f->severity));
    json_key(b, "title"), json_text(b, f->title);
    json_key(b, "message"), json_text(b, f->message);
    json_key(b, "hint"), json_text(b, f->hint);
    json_key(b, "element"), json_text(b, f->element);
    json_key(b, "step"), json_text(b, f->step);
    json_key(b, "subject"), json_text(b, f->subject);
    json_key(b, "quote"), json_text(b, f->quote);
    json_key(b, "location"), json_location(b, d, f->place);
    related(b, d, f);
    json_key(b, "basis"), buf_z(b, "{\"text\": "), json_text(b, f->basis);
    json_key(b, "status"), json_z(b, f->basis_status), buf_ch(b, '}');
    fix(b, d, f);
    if (f->suppressed) suppression(b, f->suppressed);
    if (!s->whole) return;
    struct buf lines = BUF_INIT;
    excerpt(&lines, d, f->place.at, "", "");
    json_key(b, "excerpt"), json_text(b, lines.n ? buf_view(&lines) : f->excerpt);
    buf_free(&lines);
}

void json_findings(struct buf *b, const char *name, const struct document_report *d, const struct findings *list, const struct json_style *s)
{
    buf_printf(b, "\"%s\": [", name);
    for (size_t i = 0; list && i < list->n; i++) {
        if (i) buf_ch(b, ',');
        buf_z(b, s->line);
        buf_ch(b, '{');
        json_finding(b, d, &list->v[i], s);
        buf_ch(b, '}');
    }
    buf_ch(b, ']');
}

void json_outcomes(struct buf *b, const struct rule_outcomes *list, const struct json_style *s)
{
    buf_z(b, "\"rules\": {");
    for (size_t i = 0; list && i < list->n; i++) {
        const struct rule_outcome *o = &list->v[i];
        if (i) buf_ch(b, ',');
        buf_z(b, s->line);
        json_z(b, o->rule);
        buf_printf(b, ": {\"outcome\": \"%s\", \"reason\": ", outcome_name(o->outcome));
        json_text(b, o->reason);
        buf_printf(b, ", \"unchecked\": %zu", o->unchecked);
        if (o->outcome == OUTCOME_FINDING && o->gap.p) json_key(b, "gap"), json_text(b, o->gap);
        buf_ch(b, '}');
    }
    buf_ch(b, '}');
}

static void error(struct buf *b, const struct document_report *d)
{
    const struct report_error *e = d->error;
    json_key(b, "error");
    if (!e) {
        buf_z(b, "null");
        return;
    }
    buf_z(b, "{\"message\": ");
    json_text(b, e->message);
    json_key(b, "location"), json_location(b, d, e->at);
    json_key(b, "began");
    if (e->began.at.set || e->began.where) json_location(b, d, e->began);
    else buf_z(b, "null");
    buf_ch(b, '}');
}

static void unread(struct buf *b, const struct document_report *d, enum lang lang)
{
    json_key(b, "unread");
    buf_ch(b, '[');
    for (size_t i = 0; i < d->unread_count; i++) {
        buf_printf(b, "%s{\"page\": %u, \"reason\": ", i ? ", " : "", (unsigned)d->unread[i].page);
        json_text(b, d->unread[i].reason);
        buf_ch(b, '}');
    }
    buf_z(b, "], \"not_understood\": [");
    for (size_t i = 0, n = not_understood_count(d); i < n; i++) {
        if (i) buf_z(b, ", ");
        json_text(b, not_understood(d, i, lang));
    }
    buf_ch(b, ']');
}

static void time_of(struct buf *b, const struct flow_time *t)
{
    json_key(b, "time");
    if (!t->shortest.p && !t->longest.p && !t->sum.p) {
        buf_z(b, "null");
        return;
    }
    buf_z(b, "{\"shortest\": "), json_text(b, t->shortest);
    json_key(b, "longest"), json_text(b, t->longest);
    json_key(b, "sum"), json_text(b, t->sum);
    buf_ch(b, '}');
}

/* A place in a row, with its offset in the text: that decides the order of findings. */
static void row_place(struct buf *b, const char *name, struct place place)
{
    static const struct document_report elsewhere = {0};
    json_key(b, name);
    buf_z(b, "{\"location\": "), json_location(b, &elsewhere, place);
    buf_printf(b, ", \"at\": %u}", (unsigned)place.at.begin);
}

/* What rules over many files look at. */
static void row(struct buf *b, const struct set_row *r)
{
    json_key(b, "row");
    if (!r) {
        buf_z(b, "null");
        return;
    }
    buf_z(b, "{\"number\": "), json_text(b, r->number);
    json_key(b, "title"), json_text(b, r->title);
    json_key(b, "agency"), json_text(b, r->agency);
    json_key(b, "unit"), json_text(b, r->unit);
    row_place(b, "head", r->head.place);
    row_place(b, "name", r->name.place);
    json_key(b, "related"), buf_ch(b, '[');
    for (size_t i = 0; i < r->related.n; i++) {
        buf_z(b, i ? ", {\"text\": " : "{\"text\": "), json_text(b, r->related.v[i].text);
        row_place(b, "place", r->related.v[i].place);
        buf_ch(b, '}');
    }
    buf_z(b, "]}");
}

void json_document(struct buf *b, const struct document_report *d, const struct json_style *s)
{
    const char *line = s->whole ? ", " : ",\n   ";
    buf_z(b, "\"path\": ");
    json_text(b, d->path);
    json_key(b, "part"), json_text(b, d->part);
    json_key(b, "kind"), json_z(b, d->kind);
    json_key(b, "reader"), json_z(b, d->reader);
    buf_z(b, line);
    json_findings(b, "findings", d, d->findings, s);
    buf_z(b, line);
    json_findings(b, "suppressed", d, d->suppressed, s);
    buf_z(b, line);
    json_outcomes(b, d->outcomes, s);
    unread(b, d, s->lang);
    time_of(b, &d->time);
    if (s->whole) {
        json_key(b, "faulty"), buf_z(b, d->faulty ? "true" : "false");
        json_key(b, "fail_on"), json_z(b, d->threshold.never ? "never" : severity_name(d->threshold.least));
        row(b, d->row);
    }
    error(b, d);
}

void json_skipped(struct buf *b, const struct skipped *f, enum lang lang)
{
    static const char *const names[] = {"other", "binary", "empty", "ignored"};
    static const enum word words[] = {W_unrecognised, W_read_binary, W_read_empty, W_skip_ignored};
    buf_z(b, "\"path\": "), json_text(b, f->path);
    json_key(b, "reason"), json_z(b, names[f->why]);
    json_key(b, "message"), json_z(b, word(words[f->why], lang));
}
