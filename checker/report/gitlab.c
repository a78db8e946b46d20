/* GitLab's Code Quality report (a part of the Code Climate format): one array. Equal fingerprints are one to GitLab, so that what repeats in a
 * file is counted into them. */
#include <string.h>

#include "report/reporter.h"

static void *begin(const struct report_options *o)
{
    struct writer *w = writer_begin(o);
    buf_ch(&w->b, '[');
    return w;
}

struct print {
    char text[17];
};

/* How many of the findings before it have the same fingerprint. */
static size_t repeat_of(const struct document_report *d, const struct print *prints, size_t index)
{
    size_t n = 0;
    for (size_t i = 0; i < index; i++) n += strcmp(prints[i].text, prints[index].text) == 0 && str_eq(d->findings->v[i].path, d->findings->v[index].path);
    return n;
}

static void issue(struct writer *w, const struct document_report *d, const struct print *prints, size_t index)
{
    static const char *const severities[] = {"info", "minor", "major"};
    const struct finding *f = &d->findings->v[index];
    struct str path = from_here(f->path.p ? f->path : d->path);
    struct buf *b = &w->b, message = BUF_INIT;
    struct spot at;
    spot_of(d, f->place, &at);
    placed_message(&message, d, f, w->o.lang, false);
    buf_z(b, w->any ? ",\n {\"type\": \"issue\", \"check_name\": " : "\n {\"type\": \"issue\", \"check_name\": ");
    w->any = true;
    json_z(b, arena_printf(d->arena, "%s %s", f->rule, f->name).p);
    json_key(b, "description"), json_text(b, buf_view(&message));
    if (f->hint.n) json_key(b, "content"), buf_z(b, "{\"body\": "), json_text(b, f->hint), buf_ch(b, '}');
    json_key(b, "categories"), buf_z(b, "[\"Style\"]");
    json_key(b, "severity"), json_z(b, severities[f->severity]);
    json_key(b, "fingerprint");
    buf_printf(b, "\"%016llx%s%04zx\"", (unsigned long long)str_hash(arena_printf(d->arena, "%.*s\n%.*s", (int)path.n, path.p ? path.p : "", (int)d->part.n, d->part.p ? d->part.p : "")),
               prints[index].text, repeat_of(d, prints, index));
    json_key(b, "location"), buf_z(b, "{\"path\": "), json_text(b, path);
    json_key(b, "lines");
    buf_printf(b, "{\"begin\": %u, \"end\": %u}}}", at.at.line ? (unsigned)at.at.line : 1, at.at.line ? (unsigned)at.at.end_line : 1);
    buf_free(&message);
}

static void document(void *state, const struct document_report *d)
{
    struct writer *w = state;
    size_t n = d->findings ? d->findings->n : 0;
    struct print *prints = arena_alloc(d->arena, (n + 1) * sizeof *prints);
    for (size_t i = 0; i < n; i++) finding_fingerprint(&d->findings->v[i], prints[i].text);
    for (size_t i = 0; i < n; i++) issue(w, d, prints, i);
    writer_flush(w);
}

static void end(void *state, const struct report_summary *sum) { writer_close(state, sum, document, "\n]\n"); }

const struct report_format report_gitlab = {"gitlab", begin, document, end};
