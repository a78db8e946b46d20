/* TAP 13: a test a rule of a document; what could not be checked is skipped, with its reason. Findings stand in a YAML block below their test;
 * one below what fails the run leaves the test ok. */
#include <stdlib.h>
#include <string.h>

#include "report/reporter.h"

struct state {
    struct report_options o;
    struct buf b;
    size_t tests;
};

static void *begin(const struct report_options *o)
{
    struct state *s = base_alloc(sizeof *s);
    *s = (struct state){.o = *o, .b = BUF_INIT};
    buf_z(&s->b, "TAP version 13\n");
    return s;
}

/* One line in which no "#" begins a directive. */
static void description(struct buf *b, struct str s)
{
    struct buf plain = BUF_INIT;
    plain_text(&plain, s);
    for (size_t i = 0; i < plain.n; i++) {
        if (plain.p[i] == '#' || plain.p[i] == '\\') buf_ch(b, '\\');
        buf_ch(b, plain.p[i]);
    }
    buf_free(&plain);
}

static void quoted(struct buf *b, struct str plain)
{
    buf_ch(b, '"');
    for (size_t i = 0; i < plain.n; i++) {
        if (plain.p[i] == '"' || plain.p[i] == '\\') buf_ch(b, '\\');
        buf_ch(b, plain.p[i]);
    }
    buf_ch(b, '"');
}

static void key(struct buf *b, const char *name, struct str text)
{
    struct buf plain = BUF_INIT;
    plain_text(&plain, text);
    buf_printf(b, "%s: ", name);
    quoted(b, buf_view(&plain));
    buf_ch(b, '\n');
    buf_free(&plain);
}

static void details(struct state *s, const struct document_report *d, const char *rule)
{
    struct buf *b = &s->b;
    buf_z(b, "  ---\n  temuan:\n");
    for (size_t i = 0; i < d->findings->n; i++) {
        const struct finding *f = &d->findings->v[i];
        if (strcmp(f->rule, rule) != 0) continue;
        struct buf at = BUF_INIT;
        position(&at, d, f->path.p ? f->path : d->path, f->place);
        buf_z(b, "    - "), key(b, "at", buf_view(&at));
        buf_printf(b, "      severity: %s\n      ", severity_name(f->severity));
        at.n = 0;
        placed_message(&at, d, f, s->o.lang, true);
        key(b, "message", buf_view(&at));
        buf_free(&at);
        if (f->hint.n) buf_z(b, "      "), key(b, "hint", f->hint);
    }
    buf_z(b, "  ...\n");
}

static void document(void *state, const struct document_report *d)
{
    struct state *s = state;
    struct test_case *v;
    size_t n = test_cases(d, &s->o, &v);
    struct buf name = BUF_INIT;
    if (d->path.p) name_document(&name, d);
    else buf_z(&name, word(W_report_set, s->o.lang));
    for (size_t i = 0; i < n; i++) {
        buf_printf(&s->b, "%sok %zu - ", v[i].failed ? "not " : "", ++s->tests);
        description(&s->b, buf_view(&name));
        buf_printf(&s->b, ": %s %s", v[i].rule, v[i].name);
        if (v[i].outcome == OUTCOME_UNCHECKED) {
            buf_z(&s->b, " # SKIP ");
            plain_text(&s->b, v[i].reason.n ? v[i].reason : str_of(word(W_sum_no_reason, s->o.lang)));
        }
        buf_ch(&s->b, '\n');
        if (v[i].outcome == OUTCOME_FINDING) details(s, d, v[i].rule);
    }
    buf_free(&name);
    fwrite(buf_view(&s->b).p, 1, s->b.n, s->o.out);
    s->b.n = 0;
}

static void end(void *state, const struct report_summary *sum)
{
    struct state *s = state;
    struct arena *a = arena_new();
    struct document_report set = set_report(sum, a);
    document(s, &set);
    fprintf(s->o.out, "1..%zu\n", s->tests);
    arena_free(a);
    buf_free(&s->b);
    free(s);
}

const struct report_format report_tap = {"tap", begin, document, end};
