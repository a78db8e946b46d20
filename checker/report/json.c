/* For programs: one object, its documents written as they are finished. Keys, ids, severities and outcomes are the same in every language. */
#include <stdlib.h>

#include "report/reporter.h"

struct state {
    struct report_options o;
    struct buf b;
    bool any;               /* a document was written */
};

static void flush(struct state *s)
{
    fwrite(buf_view(&s->b).p, 1, s->b.n, s->o.out);
    s->b.n = 0;
}

static void *begin(const struct report_options *o)
{
    struct state *s = base_alloc(sizeof *s);
    *s = (struct state){.o = *o, .b = BUF_INIT};
    buf_z(&s->b, "{\"schema\": 1, \"tool\": {\"name\": \"patuh\", \"version\": ");
    json_string(&s->b, str_of(o->version));
    buf_printf(&s->b, "}, \"lang\": \"%s\",\n \"documents\": [", o->lang == LANG_EN ? "en" : "id");
    return s;
}

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
    json_string(b, s);
}

static void location(struct buf *b, const struct document_report *d, struct place place)
{
    bool first = true;
    buf_ch(b, '{');
    struct extent e = place.where ? place.where->lines : (struct extent){0};
    if (!e.line && place.at.set && d->source && d->source->text.p) {
        struct position from = source_locate(d->arena, d->source, place.at.begin), to = source_locate(d->arena, d->source, place.at.end);
        e = (struct extent){from.line, from.column, to.line, to.column};
    }
    member_number(b, &first, "line", e.line);
    member_number(b, &first, "column", e.column);
    member_number(b, &first, "end_line", e.end_line);
    member_number(b, &first, "end_column", e.end_column);
    const struct where *w = place.where;
    struct box box;
    uint32_t page = w ? w->page : 0;
    bool boxed = d->source && source_box(d->source, place.at, &page, &box);
    if (w && w->sheet.n) {
        member_text(b, &first, "sheet", w->sheet);
        member_text(b, &first, "cell", w->cell);
        member_text(b, &first, "column_name", w->column);
        w = NULL;
    } else {
        member_number(b, &first, "page", page);
    }
    if (boxed) {
        member(b, &first);
        buf_printf(b, "\"box\": [%.1f, %.1f, %.1f, %.1f]", box.x0, box.y0, box.x1, box.y1);
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

static void key(struct buf *b, const char *name) { buf_printf(b, ", \"%s\": ", name); }

static void related(struct buf *b, const struct document_report *d, const struct finding *f)
{
    static const struct document_report elsewhere = {0};
    key(b, "related");
    buf_ch(b, '[');
    for (size_t i = 0; i < f->related_count; i++) {
        const struct related *r = &f->related[i];
        buf_z(b, i ? ", {\"path\": " : "{\"path\": ");
        json_string(b, r->path.p ? r->path : d->path);
        key(b, "location");
        location(b, r->path.p ? &elsewhere : d, r->place);
        key(b, "message");
        json_string(b, r->message);
        buf_ch(b, '}');
    }
    buf_ch(b, ']');
}

static void fix(struct buf *b, const struct document_report *d, const struct finding *f)
{
    key(b, "fix");
    if (!f->fix || !d->source || !d->source->text.p || d->source->composed) {
        buf_z(b, "null");
        return;
    }
    uint64_t from = source_file_offset(d->source, f->fix->at.begin), to = source_file_offset(d->source, f->fix->at.end);
    buf_printf(b, "{\"safe\": %s, \"edits\": [{\"offset\": %llu, \"length\": %llu, \"text\": ", f->fix_safe ? "true" : "false",
               (unsigned long long)from, (unsigned long long)(to - from));
    json_string(b, f->fix->text);
    buf_z(b, "}]}");
}

static void finding(struct buf *b, const struct document_report *d, const struct finding *f)
{
    buf_z(b, "{\"rule\": ");
    json_string(b, str_of(f->rule));
    key(b, "name"), json_string(b, str_of(f->name));
    if (f->path.p) key(b, "path"), json_string(b, f->path); /* of a finding on the set */
    key(b, "severity"), json_string(b, str_of(severity_name(f->severity)));
    key(b, "title"), json_string(b, f->title);
    key(b, "message"), json_string(b, f->message);
    key(b, "hint"), json_string(b, f->hint);
    key(b, "element"), json_string(b, f->element);
    key(b, "step"), json_string(b, f->step);
    key(b, "subject"), json_string(b, f->subject);
    key(b, "quote"), json_string(b, f->quote);
    key(b, "location"), location(b, d, f->place);
    related(b, d, f);
    key(b, "basis"), buf_z(b, "{\"text\": "), json_string(b, f->basis);
    key(b, "status"), json_string(b, str_of(f->basis_status)), buf_ch(b, '}');
    fix(b, d, f);
    buf_ch(b, '}');
}

static void findings(struct state *s, const struct document_report *d)
{
    buf_z(&s->b, "\"findings\": [");
    for (size_t i = 0; i < d->findings->n; i++) {
        buf_z(&s->b, i ? ",\n    " : "\n    ");
        finding(&s->b, d, &d->findings->v[i]);
        if (s->b.n > 65536) flush(s);
    }
    buf_ch(&s->b, ']');
}

static void outcomes(struct buf *b, const struct rule_outcomes *list)
{
    buf_z(b, "\"rules\": {");
    for (size_t i = 0; i < list->n; i++) {
        const struct rule_outcome *o = &list->v[i];
        buf_z(b, i ? ",\n    " : "\n    ");
        json_string(b, str_of(o->rule));
        buf_printf(b, ": {\"outcome\": \"%s\", \"reason\": ", outcome_name(o->outcome));
        json_string(b, o->reason);
        buf_printf(b, ", \"unchecked\": %zu}", o->unchecked);
    }
    buf_ch(b, '}');
}

static void error(struct state *s, const struct document_report *d)
{
    struct buf *b = &s->b;
    const struct trouble *t = d->error;
    key(b, "error");
    if (!t) {
        buf_z(b, "null");
        return;
    }
    buf_z(b, "{\"message\": ");
    json_string(b, word_format(d->arena, t->message, s->o.lang, t->arg[0], t->arg[1]));
    key(b, "location"), location(b, d, (struct place){.at = t->at});
    key(b, "began");
    if (t->began.set) location(b, d, (struct place){.at = t->began});
    else buf_z(b, "null");
    buf_ch(b, '}');
}

static void unread(struct state *s, const struct document_report *d)
{
    struct buf *b = &s->b;
    key(b, "unread"), buf_ch(b, '[');
    for (size_t i = 0; d->unread && i < d->unread->n; i++) {
        buf_printf(b, "%s{\"page\": %u, \"reason\": ", i ? ", " : "", (unsigned)d->unread->v[i].page);
        json_string(b, str_of(word(d->unread->v[i].reason, s->o.lang)));
        buf_ch(b, '}');
    }
    buf_ch(b, ']');
}

static void document(void *state, const struct document_report *d)
{
    struct state *s = state;
    struct buf *b = &s->b;
    buf_z(b, s->any ? ",\n  {\"path\": " : "\n  {\"path\": ");
    s->any = true;
    json_string(b, d->path);
    key(b, "part"), json_string(b, d->part);
    key(b, "kind"), json_string(b, str_of(d->kind));
    key(b, "reader"), json_string(b, str_of(d->reader));
    buf_z(b, ",\n   ");
    findings(s, d);
    buf_z(b, ",\n   ");
    outcomes(b, d->outcomes);
    unread(s, d);
    error(s, d);
    buf_ch(b, '}');
    flush(s);
}

static void skipped(struct state *s, const struct skipped *f)
{
    static const char *const names[] = {"other", "binary", "empty", "ignored"};
    static const enum word words[] = {W_unrecognised, W_read_binary, W_read_empty, W_skip_ignored};
    struct buf *b = &s->b;
    buf_z(b, "{\"path\": "), json_string(b, f->path);
    key(b, "reason"), json_string(b, str_of(names[f->why]));
    key(b, "message"), json_string(b, str_of(word(words[f->why], s->o.lang)));
    buf_ch(b, '}');
    if (b->n > 65536) flush(s);
}

static void end(void *state, const struct report_summary *sum)
{
    struct state *s = state;
    struct document_report set = {.findings = sum->set_findings};
    buf_z(&s->b, "],\n \"set\": {");
    findings(s, &set);
    buf_z(&s->b, ",\n   ");
    outcomes(&s->b, sum->set_outcomes);
    buf_z(&s->b, "}, \"skipped\": [");
    for (size_t i = 0; i < sum->skipped.n; i++) {
        buf_z(&s->b, i ? ",\n    " : "\n    ");
        skipped(s, &sum->skipped.v[i]);
    }
    buf_z(&s->b, "]}\n");
    flush(s);
    buf_free(&s->b);
    free(s);
}

const struct report_format report_json = {"json", begin, document, end};
