/* Checkstyle XML: a file, in it an error a finding. Findings on the set come at the end, each in its file. */
#include "report/reporter.h"

static void *begin(const struct report_options *o)
{
    struct writer *w = writer_begin(o);
    buf_z(&w->b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
    return w;
}

static void open_file(struct buf *b, struct str path)
{
    buf_z(b, "  <file");
    xml_attribute(b, "name", path);
    buf_z(b, ">\n");
}

static void error(struct writer *w, const struct document_report *d, const struct finding *f)
{
    static const char *const severities[] = {"info", "warning", "error"};
    struct buf *b = &w->b, message = BUF_INIT;
    struct spot at;
    spot_of(d, f->place, &at);
    placed_message(&message, d, f, w->o.lang, false);
    buf_printf(b, "    <error line=\"%u\"", (unsigned)at.at.line); /* 0: the file as a whole */
    if (at.at.line) buf_printf(b, " column=\"%u\"", (unsigned)at.at.column);
    xml_attribute(b, "severity", str_of(severities[f->severity]));
    xml_attribute(b, "message", buf_view(&message));
    xml_attribute(b, "source", arena_printf(d->arena, "patuh.%s", f->rule));
    buf_z(b, "/>\n");
    buf_free(&message);
}

static void document(void *state, const struct document_report *d)
{
    struct writer *w = state;
    open_file(&w->b, d->path);
    for (size_t i = 0; i < d->findings->n; i++) error(w, d, &d->findings->v[i]);
    buf_z(&w->b, "  </file>\n");
    writer_flush(w);
}

static void end(void *state, const struct report_summary *sum)
{
    struct writer *w = state;
    struct arena *a = arena_new();
    struct document_report set = set_report(sum, a);
    for (size_t i = 0; i < set.findings->n; i++) {
        open_file(&w->b, set.findings->v[i].path);
        error(w, &set, &set.findings->v[i]);
        buf_z(&w->b, "  </file>\n");
    }
    buf_z(&w->b, "</checkstyle>\n");
    arena_free(a);
    writer_end(w);
}

const struct report_format report_checkstyle = {"checkstyle", begin, document, end};
