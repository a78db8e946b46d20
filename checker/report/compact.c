/* One line a finding, for editors, grep and other programs that read lines: path:line:column: severity RULE [name]: message */
#include "report/reporter.h"

static void document(void *state, const struct document_report *d)
{
    struct writer *w = state;
    for (size_t i = 0; d->findings && i < d->findings->n; i++) {
        const struct finding *f = &d->findings->v[i];
        position(&w->b, d, f->path.p ? f->path : d->path, f->place);
        buf_printf(&w->b, ": %s %s [%s]: ", severity_word(f->severity, w->o.lang), f->rule, f->name);
        placed_message(&w->b, d, f, w->o.lang, true);
        buf_ch(&w->b, '\n');
    }
    writer_flush(w);
}

static void end(void *state, const struct report_summary *sum) { writer_close(state, sum, document, ""); }

const struct report_format report_compact = {"compact", writer_begin, document, end};
