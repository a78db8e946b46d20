/* For people: a block a document, in it one a finding; then what was counted and what could not be checked. */
#include <stdlib.h>

#include "report/reporter.h"

struct state {
    struct report_options o;
    struct arena *arena;
    struct gaps *gaps;
    struct tally *tally;    /* NULL: findings are shown instead */
    size_t documents;
    size_t count[3], suppressed;
    const char *rule;       /* the first that was shown: an example of what can be asked */
    enum severity gravest;  /* of it */
    struct flow_time time;  /* of the last document; shown when it is the only one */
};

static const char *style(const struct state *s, const char *code) { return s->o.color ? code : ""; }
#define OFF(s) style(s, "\033[0m")

static void *begin(const struct report_options *o)
{
    struct state *s = base_alloc(sizeof *s);
    *s = (struct state){.o = *o, .arena = arena_new(), .gaps = gaps_new(o->lang), .tally = o->statistics ? tally_new() : NULL};
    return s;
}

static void say(struct buf *b, struct arena *a, const struct state *s, enum word w, struct str x, struct str y)
{
    buf_str(b, word_format(a, w, s->o.lang, x, y));
}

static struct str number(struct arena *a, size_t n) { return arena_printf(a, "%zu", n); }

static void where_line(struct buf *out, const struct state *s, const struct finding *f, struct arena *a)
{
    struct buf b = BUF_INIT;
    where_words(&b, f, s->o.lang, a);
    if (b.n) buf_printf(out, "    %s\n", b.p);
    buf_free(&b);
}

static void labelled(struct buf *b, const struct state *s, enum word label, struct str text)
{
    if (text.n == 0) return;
    buf_printf(b, "    %s%s:%s ", style(s, "\033[2m"), word(label, s->o.lang), OFF(s));
    plain_text(b, text);
    buf_ch(b, '\n');
}

static const char *color_of(enum severity s)
{
    static const char *const colors[] = {"\033[1;36m", "\033[1;33m", "\033[1;31m"};
    return colors[s];
}

/* "surat permohonan belum ada; Siti; 2026-12-31": why, who, until when. */
static struct str why_suppressed(struct arena *a, const struct state *s, const struct suppression *k)
{
    const struct str parts[] = {k->by == SUPPRESSED_BY_BASELINE ? str_of(word(W_report_baseline, s->o.lang)) : STR_ABSENT, k->reason, k->owner, k->until};
    struct str all = STR("");
    for (size_t i = 0; i < COUNT(parts); i++)
        if (parts[i].n) all = arena_printf(a, "%s%s%.*s", all.p, all.n ? "; " : "", (int)parts[i].n, parts[i].p);
    return all;
}

static void finding(struct buf *b, const struct state *s, const struct document_report *d, const struct finding *f)
{
    buf_z(b, style(s, "\033[1m"));
    position(b, d, f->path.p ? f->path : d->path, f->place);
    buf_printf(b, ":%s %s%s:%s ", OFF(s), style(s, color_of(f->severity)), severity_word(f->severity, s->o.lang), OFF(s));
    plain_text(b, f->message);
    buf_printf(b, " %s[%s]%s\n", style(s, "\033[2m"), f->rule, OFF(s));
    where_line(b, s, f, d->arena);
    if (f->excerpt.n) buf_str(b, f->excerpt);
    else excerpt(b, d, f->place.at, style(s, color_of(f->severity)), OFF(s));
    for (size_t i = 0; i < f->related_count; i++) {
        const struct related *r = &f->related[i];
        buf_z(b, "    ");
        position(b, d, r->path.p ? r->path : d->path, r->place);
        buf_z(b, ": ");
        plain_text(b, r->message);
        buf_ch(b, '\n');
    }
    labelled(b, s, W_report_hint, f->hint);
    labelled(b, s, W_report_basis, f->basis);
    if (f->suppressed) labelled(b, s, W_report_suppressed, why_suppressed(d->arena, s, f->suppressed));
    buf_ch(b, '\n');
}

/* "path, halaman 3-5: 1 galat, 2 catatan" */
static void heading(struct buf *b, struct state *s, const struct document_report *d)
{
    size_t count[3] = {0};
    count_severities(d->findings, count);
    buf_z(b, style(s, "\033[1;4m"));
    if (d->path.p) name_document(b, d);
    else buf_z(b, word(W_report_set, s->o.lang));
    buf_printf(b, "%s: %s\n\n", OFF(s), severity_counts(d->arena, count, s->o.lang, !d->findings->n).p);
}

static void findings(struct buf *b, struct state *s, const struct document_report *d)
{
    struct shown *v;
    size_t n = shown_findings(d, &s->o, &v);
    bool suppressed = s->o.suppressed && d->suppressed && d->suppressed->n;
    if (n || suppressed) heading(b, s, d);
    for (size_t i = 0; i < n; i++) {
        finding(b, s, d, v[i].f);
        if (!s->rule || v[i].f->severity > s->gravest) s->rule = arena_strz(s->arena, str_of(v[i].f->rule)), s->gravest = v[i].f->severity;
        if (v[i].more) say(b, d->arena, s, W_report_more, number(d->arena, v[i].more), str_of(v[i].f->rule)), buf_z(b, "\n\n");
        if (b->n > 65536) fwrite(b->p, 1, b->n, s->o.out), b->n = 0;
    }
    for (size_t i = 0; suppressed && i < d->suppressed->n; i++) finding(b, s, d, &d->suppressed->v[i]);
}

static void document(void *state, const struct document_report *d)
{
    struct state *s = state;
    struct buf b = BUF_INIT;
    s->documents++;
    count_severities(d->findings, s->count);
    s->suppressed += d->suppressed ? d->suppressed->n : 0;
    if (s->tally) tally_add(s->tally, d);
    else findings(&b, s, d);
    gaps_add(s->gaps, d);
    s->time = (struct flow_time){arena_str(s->arena, d->time.shortest), arena_str(s->arena, d->time.longest), arena_str(s->arena, d->time.sum)};
    fwrite(buf_view(&b).p, 1, b.n, s->o.out);
    buf_free(&b);
}

static void gap_lines(struct buf *b, struct state *s)
{
    struct buf lines = BUF_INIT;
    gaps_print(s->gaps, &lines, &s->o, false);
    if (lines.n) say(b, s->arena, s, W_sum_unchecked, STR_ABSENT, STR_ABSENT), buf_ch(b, '\n');
    buf_str(b, buf_view(&lines));
    buf_free(&lines);
}

/* "waktu: tersingkat 2 jam, terpanjang 5 jam, jumlah semua langkah 4 jam": what is known of it. */
static void time_line(struct buf *b, struct state *s)
{
    const struct {
        enum word word;
        struct str value;
    } parts[] = {{W_sum_shortest, s->time.shortest}, {W_sum_longest, s->time.longest}, {W_sum_plain, s->time.sum}};
    size_t shown = 0;
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (!parts[i].value.n) continue;
        buf_z(b, shown++ ? ", " : word(W_sum_time, s->o.lang));
        say(b, s->arena, s, parts[i].word, parts[i].value, STR_ABSENT);
    }
    if (shown) buf_ch(b, '\n');
}

/* How many were passed over, and the first of them by name. */
static void skipped_lines(struct buf *b, struct state *s, const struct skipped_list *list)
{
    enum { NAMED = 3 };
    size_t ignored = 0, shown = 0;
    struct buf names = BUF_INIT;
    for (size_t i = 0; i < list->n; i++) {
        ignored += list->v[i].why == SKIP_IGNORED;
        if (list->v[i].why == SKIP_IGNORED || shown == NAMED) continue;
        if (shown++) buf_z(&names, ", ");
        plain_text(&names, list->v[i].path);
    }
    if (list->n - ignored > shown) buf_z(&names, ", …");
    if (shown) say(b, s->arena, s, W_sum_skipped, number(s->arena, list->n - ignored), buf_view(&names)), buf_ch(b, '\n');
    if (ignored) say(b, s->arena, s, W_sum_ignored, number(s->arena, ignored), STR_ABSENT), buf_ch(b, '\n');
    buf_free(&names);
}

static void summary(struct buf *b, struct state *s, const struct report_summary *sum)
{
    struct arena *a = s->arena;
    size_t checked = sum->documents - sum->unread;
    buf_z(b, style(s, "\033[1m"));
    say(b, a, s, checked == 1 ? W_sum_document : W_sum_documents, number(a, checked), severity_counts(a, s->count, s->o.lang, true));
    buf_printf(b, "%s\n", OFF(s));
    if (s->suppressed) say(b, a, s, s->o.suppressed ? W_sum_suppressed_shown : W_sum_suppressed, number(a, s->suppressed), STR_ABSENT), buf_ch(b, '\n');
    if (s->documents == 1) time_line(b, s);
    gap_lines(b, s);
    if (sum->unread) say(b, a, s, W_sum_unread, number(a, sum->unread), STR_ABSENT), buf_ch(b, '\n');
    skipped_lines(b, s, &sum->skipped);
    if (s->rule) say(b, a, s, W_sum_explain, str_of(s->rule), STR_ABSENT), buf_ch(b, '\n');
}

static void end(void *state, const struct report_summary *sum)
{
    struct state *s = state;
    struct buf b = BUF_INIT;
    struct document_report set = set_report(sum, s->arena);
    count_severities(set.findings, s->count);
    s->suppressed += set.suppressed ? set.suppressed->n : 0;
    if (s->tally) tally_add(s->tally, &set);
    else findings(&b, s, &set);
    if (s->tally) tally_print(s->tally, &b, &s->o);
    gaps_add(s->gaps, &set);
    if (!s->o.quiet) summary(&b, s, sum);
    fwrite(buf_view(&b).p, 1, b.n, s->o.out);
    buf_free(&b);
    gaps_free(s->gaps);
    tally_free(s->tally);
    arena_free(s->arena);
    free(s);
}

const struct report_format report_text = {"text", begin, document, end};
