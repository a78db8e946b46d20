/* For people: one block a finding, then what was counted and what could not be checked. */
#include <stdlib.h>

#include "base/chars.h"
#include "report/reporter.h"

/* A reason for tidak-dapat-diperiksa, and the rules that it kept from being settled; of a rule with findings, at how many places. */
struct gap_rule {
    const char *id;
    size_t partly;
};
struct gap {
    struct str reason;
    struct {
        struct gap_rule *v;
        size_t n, cap;
    } rules;
    size_t documents;
    size_t last_document;
};

struct state {
    struct report_options o;
    struct arena *arena;
    struct {
        struct gap *v;
        size_t n, cap;
    } gaps;
    size_t documents;
    size_t count[3];
    struct flow_time time; /* of the last document; shown when it is the only one */
};

static const char *style(const struct state *s, const char *code) { return s->o.color ? code : ""; }
#define OFF(s) style(s, "\033[0m")

static void *begin(const struct report_options *o)
{
    struct state *s = base_alloc(sizeof *s);
    *s = (struct state){.o = *o, .arena = arena_new()};
    return s;
}

static void say(struct buf *b, struct arena *a, const struct state *s, enum word w, struct str x, struct str y)
{
    buf_str(b, word_format(a, w, s->o.lang, x, y));
}

static struct str number(struct arena *a, size_t n) { return arena_printf(a, "%zu", n); }

/* "Lembar1!F12"; names of more than letters and digits in quotes, as spreadsheets write them. */
static void sheet_cell(struct buf *b, const struct where *w)
{
    bool quotes = false;
    for (size_t i = 0; i < w->sheet.n; i++) {
        unsigned char c = (unsigned char)w->sheet.p[i];
        quotes |= !(c >= 0x80 || c == '_' || c == '.' || is_alnum(c));
    }
    buf_z(b, quotes ? ":'" : ":");
    plain_text(b, w->sheet);
    buf_z(b, quotes ? "'" : "");
    if (w->cell.n) buf_ch(b, '!');
    plain_text(b, w->cell);
}

static void position(struct buf *b, const struct document_report *d, struct str path, struct place place)
{
    plain_text(b, path);
    struct position p = {0, 0};
    if (place.where && place.where->lines.line) p = (struct position){place.where->lines.line, place.where->lines.column};
    else if (place.at.set && d->source && d->source->text.p) p = source_locate(d->arena, d->source, place.at.begin);
    if (place.where && place.where->sheet.n) return sheet_cell(b, place.where);
    if (!p.line) return;
    buf_printf(b, ":%u:%u", (unsigned)p.line, (unsigned)p.column);
}

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

static void finding(struct buf *b, const struct state *s, const struct document_report *d, const struct finding *f)
{
    static const enum word names[] = {W_report_catatan, W_report_peringatan, W_report_galat};
    static const char *const colors[] = {"\033[1;36m", "\033[1;33m", "\033[1;31m"};
    buf_z(b, style(s, "\033[1m"));
    position(b, d, f->path.p ? f->path : d->path, f->place);
    buf_printf(b, ":%s %s%s:%s ", OFF(s), style(s, colors[f->severity]), word(names[f->severity], s->o.lang), OFF(s));
    plain_text(b, f->message);
    buf_printf(b, " %s[%s]%s\n", style(s, "\033[2m"), f->rule, OFF(s));
    where_line(b, s, f, d->arena);
    excerpt(b, d, f->place.at, style(s, colors[f->severity]), OFF(s));
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
    buf_ch(b, '\n');
}

static struct gap *gap_of(struct state *s, struct str reason)
{
    for (size_t i = 0; i < s->gaps.n; i++)
        if (str_eq(s->gaps.v[i].reason, reason)) return &s->gaps.v[i];
    struct gap *g = ARENA_PUSH(s->arena, &s->gaps);
    g->reason = arena_str(s->arena, reason);
    return g;
}

static void note_gaps(struct state *s, const struct rule_outcomes *outcomes)
{
    for (size_t i = 0; i < outcomes->n; i++) {
        const struct rule_outcome *o = &outcomes->v[i];
        bool partly = o->outcome == OUTCOME_FINDING && o->unchecked;
        if (o->outcome != OUTCOME_UNCHECKED && !partly) continue;
        struct gap *g = gap_of(s, partly ? o->gap : o->reason);
        size_t k = 0;
        while (k < g->rules.n && !str_eqz(str_of(o->rule), g->rules.v[k].id)) k++;
        if (k == g->rules.n) *ARENA_PUSH(s->arena, &g->rules) = (struct gap_rule){o->rule, 0};
        if (partly) g->rules.v[k].partly += o->unchecked;
        g->documents += g->last_document != s->documents;
        g->last_document = s->documents;
    }
}

/* What was read and has no role: no rule looks at it, so it is named by itself. */
static void note_unread(struct state *s, const struct document_report *d)
{
    for (size_t i = 0; d->regions && i < d->regions->n; i++) {
        const struct read_region *r = &d->regions->v[i];
        if (r->role.n || region_doubt(r) == WORD_NONE) continue;
        struct gap *g = gap_of(s, region_reason(s->arena, s->o.lang, r));
        g->documents += g->last_document != s->documents;
        g->last_document = s->documents;
    }
}

static void findings(struct buf *b, struct state *s, const struct document_report *d)
{
    for (size_t i = 0; i < d->findings->n; i++) {
        finding(b, s, d, &d->findings->v[i]);
        s->count[d->findings->v[i].severity]++;
        if (b->n > 65536) fwrite(b->p, 1, b->n, s->o.out), b->n = 0;
    }
}

static void document(void *state, const struct document_report *d)
{
    struct state *s = state;
    struct buf b = BUF_INIT;
    s->documents++;
    if (d->part.n && d->findings->n) {
        buf_z(&b, style(s, "\033[1m"));
        plain_text(&b, d->path);
        buf_printf(&b, ", %.*s%s\n\n", (int)d->part.n, d->part.p, OFF(s));
    }
    findings(&b, s, d);
    note_gaps(s, d->outcomes);
    note_unread(s, d);
    s->time = (struct flow_time){arena_str(s->arena, d->time.shortest), arena_str(s->arena, d->time.longest), arena_str(s->arena, d->time.sum)};
    fwrite(buf_view(&b).p, 1, b.n, s->o.out);
    buf_free(&b);
}

static int by_id(const void *x, const void *y) { return str_cmp(str_of(((const struct gap_rule *)x)->id), str_of(((const struct gap_rule *)y)->id)); }

static void gap_lines(struct buf *b, struct state *s)
{
    if (s->gaps.n) say(b, s->arena, s, W_sum_unchecked, STR_ABSENT, STR_ABSENT), buf_ch(b, '\n');
    for (size_t i = 0; i < s->gaps.n; i++) {
        struct gap *g = &s->gaps.v[i];
        if (g->rules.n) qsort(g->rules.v, g->rules.n, sizeof *g->rules.v, by_id);
        buf_z(b, "  ");
        plain_text(b, g->reason.n ? g->reason : str_of(word(W_sum_no_reason, s->o.lang)));
        for (size_t k = 0; k < g->rules.n; k++) {
            buf_printf(b, "%s%s", k ? ", " : ": ", g->rules.v[k].id);
            if (g->rules.v[k].partly) say(b, s->arena, s, W_sum_partly, number(s->arena, g->rules.v[k].partly), STR_ABSENT);
        }
        if (s->documents > 1) say(b, s->arena, s, W_sum_in_documents, number(s->arena, g->documents), STR_ABSENT);
        buf_ch(b, '\n');
    }
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

static struct str counted(struct state *s, enum severity severity, enum word one, enum word many)
{
    size_t n = s->count[severity];
    return arena_printf(s->arena, "%zu %s", n, word(n == 1 ? one : many, s->o.lang));
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
    struct str errors = counted(s, SEVERITY_ERROR, W_report_galat, W_sum_errors);
    struct str warnings = counted(s, SEVERITY_WARNING, W_report_peringatan, W_sum_warnings);
    struct str notes = counted(s, SEVERITY_NOTE, W_report_catatan, W_sum_notes);
    struct str counts = arena_printf(a, "%s, %s, %s", errors.p, warnings.p, notes.p);
    size_t checked = sum->documents - sum->unread;
    buf_z(b, style(s, "\033[1m"));
    say(b, a, s, checked == 1 ? W_sum_document : W_sum_documents, number(a, checked), counts);
    buf_printf(b, "%s\n", OFF(s));
    if (s->documents == 1) time_line(b, s);
    gap_lines(b, s);
    if (sum->unread) say(b, a, s, W_sum_unread, number(a, sum->unread), STR_ABSENT), buf_ch(b, '\n');
    skipped_lines(b, s, &sum->skipped);
}

static void end(void *state, const struct report_summary *sum)
{
    struct state *s = state;
    struct buf b = BUF_INIT;
    struct document_report set = {.findings = sum->set_findings, .arena = s->arena};
    findings(&b, s, &set);
    note_gaps(s, sum->set_outcomes);
    if (!s->o.quiet) summary(&b, s, sum);
    fwrite(buf_view(&b).p, 1, b.n, s->o.out);
    buf_free(&b);
    arena_free(s->arena);
    free(s);
}

const struct report_format report_text = {"text", begin, document, end};
