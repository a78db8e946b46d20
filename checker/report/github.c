/* Annotations of GitHub Actions: workflow commands on standard output.
 *
 * A step shows ten errors, ten warnings and ten notices; what comes behind is a line of the log that is no command, so that nothing is lost
 * and the number is told. Values escape "%", CR and LF, properties ":" and "," as well. */
#include <stdlib.h>

#include "report/reporter.h"

enum { SHOWN = 10 };

struct state {
    struct report_options o;
    struct buf b;
    struct arena *arena;
    size_t count[3];
};

static void *begin(const struct report_options *o)
{
    struct state *s = base_alloc(sizeof *s);
    *s = (struct state){.o = *o, .b = BUF_INIT, .arena = arena_new()};
    return s;
}

/* Text that plain_text has made one line of. */
static void value(struct buf *b, struct str s, bool property)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c == '%' || (property && (c == ':' || c == ','))) buf_printf(b, "%%%02X", (unsigned)c);
        else buf_ch(b, c);
    }
}

static void property(struct buf *b, const char *name, struct str text)
{
    struct buf plain = BUF_INIT;
    plain_text(&plain, text);
    buf_printf(b, "%s=", name);
    value(b, buf_view(&plain), true);
    buf_free(&plain);
}

static void command(struct state *s, const struct document_report *d, const struct finding *f)
{
    static const char *const names[] = {"notice", "warning", "error"};
    struct buf *b = &s->b, message = BUF_INIT;
    struct spot at;
    spot_of(d, f->place, &at);
    buf_printf(b, "::%s ", names[f->severity]);
    property(b, "file", from_here(f->path.p ? f->path : d->path));
    if (at.at.line) buf_printf(b, ",line=%u,endLine=%u", (unsigned)at.at.line, (unsigned)at.at.end_line);
    if (at.at.line && at.at.line == at.at.end_line) buf_printf(b, ",col=%u,endColumn=%u", (unsigned)at.column16, (unsigned)at.end_column16);
    buf_z(b, ",");
    property(b, "title", arena_printf(d->arena, "%s %s", f->rule, f->name));
    buf_z(b, "::");
    placed_message(&message, d, f, s->o.lang, false);
    value(b, buf_view(&message), false);
    if (f->hint.n) {
        message.n = 0;
        plain_text(&message, f->hint);
        buf_z(b, "%0A"), value(b, buf_view(&message), false);
    }
    buf_free(&message);
    buf_ch(b, '\n');
}

static void plain(struct state *s, const struct document_report *d, const struct finding *f)
{
    buf_z(&s->b, "  "); /* not at the beginning of a line: a path could look like a command */
    position(&s->b, d, f->path.p ? f->path : d->path, f->place);
    buf_printf(&s->b, ": %s %s: ", severity_word(f->severity, s->o.lang), f->rule);
    placed_message(&s->b, d, f, s->o.lang, true);
    buf_ch(&s->b, '\n');
}

static void document(void *state, const struct document_report *d)
{
    struct state *s = state;
    for (size_t i = 0; d->findings && i < d->findings->n; i++) {
        const struct finding *f = &d->findings->v[i];
        if (s->count[f->severity]++ < SHOWN) command(s, d, f);
        else plain(s, d, f);
    }
    fwrite(buf_view(&s->b).p, 1, s->b.n, s->o.out);
    s->b.n = 0;
}

static void end(void *state, const struct report_summary *sum)
{
    struct state *s = state;
    struct document_report set = set_report(sum, s->arena);
    document(s, &set);
    size_t more = 0;
    for (size_t i = 0; i < COUNT(s->count); i++) more += s->count[i] > SHOWN ? s->count[i] - SHOWN : 0;
    struct str counts = severity_counts(s->arena, s->count, s->o.lang, true);
    fprintf(s->o.out, "%s", word_format(s->arena, sum->documents - sum->unread == 1 ? W_sum_document : W_sum_documents, s->o.lang,
                                        arena_printf(s->arena, "%zu", sum->documents - sum->unread), counts).p);
    if (more) fprintf(s->o.out, " %s", word_format(s->arena, W_github_more, s->o.lang, arena_printf(s->arena, "%zu", more), STR_ABSENT).p);
    fputc('\n', s->o.out);
    buf_free(&s->b);
    arena_free(s->arena);
    free(s);
}

const struct report_format report_github = {"github", begin, document, end};
