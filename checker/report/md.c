/* A summary in Markdown, for the page of a CI run (GITHUB_STEP_SUMMARY), a merge request, or mail: a table of the documents with findings, below
 * it the findings as far as they fit, then what could not be checked. */
#include <stdlib.h>

#include "report/reporter.h"

enum { MOST = 600 * 1024 }; /* bytes of findings: GitHub shows no summary of more than 1 MiB */

struct state {
    struct report_options o;
    struct arena *arena;
    struct gaps *gaps;
    struct buf rows, findings;
    size_t count[3], documents_shown, left_out;
};

static void *begin(const struct report_options *o)
{
    struct state *s = base_alloc(sizeof *s);
    *s = (struct state){.o = *o, .arena = arena_new(), .gaps = gaps_new(o->lang), .rows = BUF_INIT, .findings = BUF_INIT};
    return s;
}

static struct str say(struct state *s, enum word w, struct str x, struct str y) { return word_format(s->arena, w, s->o.lang, x, y); }

static void name(struct buf *b, struct state *s, const struct document_report *d)
{
    struct buf plain = BUF_INIT;
    if (d->path.p) name_document(&plain, d);
    else buf_z(&plain, word(W_report_set, s->o.lang));
    markdown_text(b, buf_view(&plain));
    buf_free(&plain);
}

static void finding(struct buf *b, struct state *s, const struct document_report *d, const struct shown *k)
{
    const struct finding *f = k->f;
    struct buf plain = BUF_INIT;
    struct spot at;
    spot_of(d, f->place, &at);
    buf_printf(b, "- **%s** %s", severity_word(f->severity, s->o.lang), f->rule);
    if (f->path.p) buf_z(b, ", "), markdown_text(b, f->path);
    if (at.at.line) buf_printf(b, ", %s", word_format(d->arena, W_review_line, s->o.lang, arena_printf(d->arena, "%u", (unsigned)at.at.line), STR_ABSENT).p);
    buf_z(b, ": ");
    placed_message(&plain, d, f, s->o.lang, false);
    markdown_text(b, buf_view(&plain));
    if (f->hint.n) buf_printf(b, "<br>%s: ", word(W_report_hint, s->o.lang)), markdown_text(b, f->hint);
    buf_ch(b, '\n');
    if (k->more) buf_printf(b, "- %s\n", word_format(d->arena, W_md_more, s->o.lang, arena_printf(d->arena, "%zu", k->more), str_of(f->rule)).p);
    buf_free(&plain);
}

static void findings(struct state *s, const struct document_report *d)
{
    struct buf b = BUF_INIT;
    struct shown *v;
    size_t n = shown_findings(d, &s->o, &v);
    buf_z(&b, "\n### ");
    name(&b, s, d);
    buf_z(&b, "\n\n");
    for (size_t i = 0; i < n; i++) finding(&b, s, d, &v[i]);
    if (s->findings.n + b.n <= MOST && !s->left_out) buf_str(&s->findings, buf_view(&b));
    else s->left_out++;
    buf_free(&b);
}

static void document(void *state, const struct document_report *d)
{
    struct state *s = state;
    size_t count[3] = {0};
    count_severities(d->findings, count);
    gaps_add(s->gaps, d);
    for (size_t i = 0; i < COUNT(count); i++) s->count[i] += count[i];
    if (!d->findings || !d->findings->n) return;
    buf_z(&s->rows, "| ");
    name(&s->rows, s, d);
    buf_printf(&s->rows, " | %zu | %zu | %zu |\n", count[SEVERITY_ERROR], count[SEVERITY_WARNING], count[SEVERITY_NOTE]);
    findings(s, d);
}

static void heading(struct buf *b, struct str text) { buf_printf(b, "\n## %.*s\n\n", (int)text.n, text.p); }

static void end(void *state, const struct report_summary *sum)
{
    struct state *s = state;
    struct buf b = BUF_INIT, gaps = BUF_INIT;
    struct document_report set = set_report(sum, s->arena);
    document(s, &set);
    size_t checked = sum->documents - sum->unread;
    buf_z(&b, "# patuh\n\n");
    buf_str(&b, say(s, checked == 1 ? W_sum_document : W_sum_documents, arena_printf(s->arena, "%zu", checked), severity_counts(s->arena, s->count, s->o.lang, true)));
    buf_ch(&b, '\n');
    if (sum->unread) buf_printf(&b, "\n%s\n", say(s, W_sum_unread, arena_printf(s->arena, "%zu", sum->unread), STR_ABSENT).p);
    if (s->rows.n) {
        heading(&b, say(s, W_md_findings, STR_ABSENT, STR_ABSENT));
        buf_printf(&b, "| %s |\n|---|---:|---:|---:|\n", word(W_md_columns, s->o.lang));
        buf_str(&b, buf_view(&s->rows));
        buf_str(&b, buf_view(&s->findings));
    }
    if (s->left_out) buf_printf(&b, "\n%s\n", say(s, W_md_left_out, arena_printf(s->arena, "%zu", s->left_out), STR_ABSENT).p);
    gaps_print(s->gaps, &gaps, &s->o, true);
    if (gaps.n) heading(&b, say(s, W_sum_unchecked, STR_ABSENT, STR_ABSENT)), buf_str(&b, buf_view(&gaps));
    fwrite(b.p, 1, b.n, s->o.out);
    buf_free(&b);
    buf_free(&gaps);
    buf_free(&s->rows);
    buf_free(&s->findings);
    gaps_free(s->gaps);
    arena_free(s->arena);
    free(s);
}

const struct report_format report_md = {"md", begin, document, end};
