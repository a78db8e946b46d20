/* JUnit XML: a test suite a document, a test case a rule. A rule that could not be checked was skipped; a document that could not be read is
 * an error. Findings below what fails the run stand in the output of a case that passed. */
#include <string.h>

#include "report/reporter.h"

static void *begin(const struct report_options *o)
{
    struct writer *w = writer_begin(o);
    buf_z(&w->b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"patuh\">\n");
    return w;
}

/* Every finding of the rule, a line each. */
static void lines(struct writer *w, const struct document_report *d, const char *rule)
{
    for (size_t i = 0; i < d->findings->n; i++) {
        const struct finding *f = &d->findings->v[i];
        if (strcmp(f->rule, rule) != 0) continue;
        struct buf line = BUF_INIT;
        position(&line, d, f->path.p ? f->path : d->path, f->place);
        buf_printf(&line, ": %s: ", severity_word(f->severity, w->o.lang));
        placed_message(&line, d, f, w->o.lang, true);
        if (f->hint.n) buf_z(&line, " "), plain_text(&line, f->hint);
        xml_text(&w->b, buf_view(&line), false);
        buf_ch(&w->b, '\n');
        buf_free(&line);
    }
}

static const struct finding *first_of(const struct document_report *d, const char *rule)
{
    const struct finding *found = NULL;
    for (size_t i = 0; i < d->findings->n; i++) {
        const struct finding *f = &d->findings->v[i];
        if (strcmp(f->rule, rule) == 0 && (!found || f->severity > found->severity)) found = f;
    }
    return found;
}

static void test(struct writer *w, const struct document_report *d, const struct test_case *t, struct str suite)
{
    struct buf *b = &w->b;
    buf_z(b, "    <testcase");
    xml_attribute(b, "classname", suite);
    xml_attribute(b, "name", arena_printf(d->arena, "%s %s", t->rule, t->name));
    if (t->outcome == OUTCOME_PASS) {
        buf_z(b, "/>\n");
        return;
    }
    buf_z(b, ">");
    if (t->outcome == OUTCOME_UNCHECKED) {
        buf_z(b, "<skipped");
        xml_attribute(b, "message", t->reason.n ? t->reason : str_of(word(W_sum_no_reason, w->o.lang)));
        buf_z(b, "/>");
    } else {
        const struct finding *f = first_of(d, t->rule);
        const char *element = !t->failed ? "system-out" : d->error ? "error" : "failure";
        buf_printf(b, "<%s", element);
        if (t->failed) xml_attribute(b, "type", str_of(severity_name(f->severity))), xml_attribute(b, "message", f->message);
        buf_ch(b, '>');
        lines(w, d, t->rule);
        buf_printf(b, "</%s>", element);
    }
    buf_z(b, "</testcase>\n");
}

static void document(void *state, const struct document_report *d)
{
    struct writer *w = state;
    struct test_case *v;
    size_t n = test_cases(d, &w->o, &v), failed = 0, skipped = 0;
    struct buf name = BUF_INIT;
    if (d->path.p) name_document(&name, d);
    else buf_z(&name, word(W_report_set, w->o.lang));
    for (size_t i = 0; i < n; i++) failed += v[i].failed, skipped += v[i].outcome == OUTCOME_UNCHECKED;
    if (n || d->path.p) {
        buf_z(&w->b, "  <testsuite");
        xml_attribute(&w->b, "name", buf_view(&name));
        buf_printf(&w->b, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\" time=\"0\">\n", n, d->error ? 0 : failed, d->error ? failed : 0, skipped);
        for (size_t i = 0; i < n; i++) test(w, d, &v[i], buf_view(&name));
        buf_z(&w->b, "  </testsuite>\n");
    }
    buf_free(&name);
    writer_flush(w);
}

static void end(void *state, const struct report_summary *sum) { writer_close(state, sum, document, "</testsuites>\n"); }

const struct report_format report_junit = {"junit", begin, document, end};
