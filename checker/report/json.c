/* For programs: one object (json), its findings alone (json-temuan), or a line a document as it is finished (jsonl). */
#include "report/reporter.h"

static struct json_style style(const struct writer *w, bool lines) { return (struct json_style){w->o.lang, lines ? " " : "\n    ", lines}; }

static void head(struct writer *w)
{
    buf_z(&w->b, "\"schema\": 1, \"tool\": {\"name\": \"patuh\", \"version\": ");
    json_z(&w->b, w->o.version);
    buf_printf(&w->b, "}, \"lang\": \"%s\"", w->o.lang == LANG_EN ? "en" : "id");
}

/* ---- json --------------------------------------------------------------------------------------------------- */

static void *begin(const struct report_options *o)
{
    struct writer *w = writer_begin(o);
    buf_ch(&w->b, '{');
    head(w);
    buf_z(&w->b, ",\n \"documents\": [");
    return w;
}

static void document(void *state, const struct document_report *d)
{
    struct writer *w = state;
    struct json_style s = style(w, false);
    buf_z(&w->b, w->any ? ",\n  {" : "\n  {");
    w->any = true;
    json_document(&w->b, d, &s);
    buf_ch(&w->b, '}');
    writer_flush(w);
}

static void end(void *state, const struct report_summary *sum)
{
    struct writer *w = state;
    struct json_style s = style(w, false);
    struct document_report set = set_report(sum, NULL);
    buf_z(&w->b, "],\n \"set\": {");
    json_findings(&w->b, "findings", &set, set.findings, &s);
    buf_z(&w->b, ",\n   ");
    json_outcomes(&w->b, set.outcomes, &s);
    buf_z(&w->b, "}, \"skipped\": [");
    for (size_t i = 0; i < sum->skipped.n; i++) {
        buf_z(&w->b, i ? ",\n    {" : "\n    {");
        json_skipped(&w->b, &sum->skipped.v[i], w->o.lang);
        buf_ch(&w->b, '}');
        if (w->b.n > 65536) writer_flush(w);
    }
    buf_z(&w->b, "]}\n");
    writer_end(w);
}

const struct report_format report_json = {"json", begin, document, end};

/* ---- json-temuan -------------------------------------------------------------------------------------------- */

static void *begin_findings(const struct report_options *o)
{
    struct writer *w = writer_begin(o);
    buf_ch(&w->b, '{');
    head(w);
    buf_z(&w->b, ",\n \"findings\": [");
    return w;
}

static void only_findings(struct writer *w, const struct document_report *d)
{
    struct json_style s = style(w, false);
    for (size_t i = 0; d->findings && i < d->findings->n; i++) {
        const struct finding *f = &d->findings->v[i];
        buf_z(&w->b, w->any ? ",\n  {" : "\n  {");
        w->any = true;
        if (!f->path.p) {
            buf_z(&w->b, "\"path\": "), json_text(&w->b, d->path);
            json_key(&w->b, "part"), json_text(&w->b, d->part);
            buf_z(&w->b, ", ");
        }
        json_finding(&w->b, d, f, &s);
        if (f->path.p) json_key(&w->b, "part"), buf_z(&w->b, "null");
        buf_ch(&w->b, '}');
        if (w->b.n > 65536) writer_flush(w);
    }
}

static void document_findings(void *state, const struct document_report *d)
{
    only_findings(state, d);
    writer_flush(state);
}

static void end_findings(void *state, const struct report_summary *sum)
{
    struct writer *w = state;
    struct document_report set = set_report(sum, NULL);
    only_findings(w, &set);
    buf_z(&w->b, "]}\n");
    writer_end(w);
}

const struct report_format report_json_findings = {"json-temuan", begin_findings, document_findings, end_findings};

/* ---- jsonl: each line has its `type`. `patuh merge` reads it (cli/merge.c). ---------------------------------- */

static void line(struct writer *w, const char *type) { buf_printf(&w->b, "{\"type\": \"%s\", ", type); }

static void end_line(struct writer *w)
{
    buf_z(&w->b, "}\n");
    writer_flush(w);
    fflush(w->o.out);
}

static void *begin_lines(const struct report_options *o)
{
    struct writer *w = writer_begin(o);
    line(w, "run");
    head(w);
    json_key(&w->b, "set_rules");
    buf_ch(&w->b, '[');
    for (const char *const *id = o->set_rules; id && *id; id++) {
        if (id != o->set_rules) buf_z(&w->b, ", ");
        json_z(&w->b, *id);
    }
    buf_ch(&w->b, ']');
    end_line(w);
    return w;
}

static void document_line(void *state, const struct document_report *d)
{
    struct writer *w = state;
    struct json_style s = style(w, true);
    line(w, "document");
    json_document(&w->b, d, &s);
    end_line(w);
}

static void last_lines(void *state, const struct report_summary *sum)
{
    struct writer *w = state;
    struct json_style s = style(w, true);
    struct document_report set = set_report(sum, NULL);
    for (size_t i = 0; i < sum->skipped.n; i++) {
        line(w, "skipped");
        json_skipped(&w->b, &sum->skipped.v[i], w->o.lang);
        end_line(w);
    }
    line(w, "set");
    json_findings(&w->b, "findings", &set, set.findings, &s);
    buf_z(&w->b, ", ");
    json_outcomes(&w->b, set.outcomes, &s);
    end_line(w);
    line(w, "end");
    buf_printf(&w->b, "\"documents\": %zu", sum->documents);
    end_line(w);
    writer_end(w);
}

const struct report_format report_jsonl = {"jsonl", begin_lines, document_line, last_lines};
