/* patuh merge: the JSON lines of runs on other machines as one run. Lines are read twice: first for where each document stands and what it gives to
 * the rules over many files, then, in the order of paths, for the reports; so that memory holds no more than a row a document. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "stage/merge.h"

/* A document in a part. */
struct entry {
    struct str path;
    size_t part, run;       /* run: of all parts, counted */
    size_t number;          /* in its part */
    long offset;
    size_t length;
    const struct set_row *row;
};

struct merge {
    struct cli *c;
    struct arena *a;
    struct pool *pool;
    struct patuh_checker *checker; /* for the rules over many files */
    const struct settings *settings;
    struct outputs *outputs;
    struct report_options options;
    struct threshold asked;     /* --fail-on */
    struct known known;
    struct {
        struct part {
            const char *name;
            FILE *f;
        } *v;
        size_t n, cap;
    } parts;
    struct {
        struct entry *v;
        size_t n, cap;
    } entries;
    struct report_summary sum;
    struct texts set_rules;     /* of all runs */
    struct str lang;            /* of the first run; absent before it */
    size_t runs;
    bool incomplete, failing, unread;
    int status;                 /* STATUS_OK, or what cannot be gone on with */
};

/* ---- lines -------------------------------------------------------------------------------------------------- */

/* The next line without its end; false at the end of the file. Its offset in *at. */
static bool next_line(FILE *f, struct buf *line, long *at)
{
    char block[65536];
    *at = ftell(f);
    line->n = 0;
    while (fgets(block, sizeof block, f)) {
        size_t n = strlen(block);
        buf_add(line, block, n);
        if (n && block[n - 1] == '\n') {
            line->n--;
            return true;
        }
    }
    return line->n > 0;
}

static void complain(struct merge *m, const struct part *p, size_t number, enum word w, struct str x, struct str y)
{
    struct str where = number ? arena_printf(m->a, "%s:%zu", p->name, number) : str_of(p->name);
    usage_error(m->c, W_file_says, where, word_format(m->a, w, m->c->lang, x, y));
}

/* What is lost is told, and the rest goes on. */
static void lost(struct merge *m, const struct part *p, size_t number, enum word w)
{
    complain(m, p, number, w, STR_ABSENT, STR_ABSENT);
    m->incomplete = true;
}

static void refuse(struct merge *m, const struct part *p, size_t number, enum word w, struct str x, struct str y)
{
    complain(m, p, number, w, x, y);
    m->status = STATUS_USAGE;
}

/* ---- the first reading -------------------------------------------------------------------------------------- */

static void take_run(struct merge *m, const struct part *p, size_t number, const struct told_line *t)
{
    m->runs++;
    if (t->run.schema != 1 || !str_eqz(t->run.version, patuh_version())) {
        refuse(m, p, number, W_merge_version, t->run.version, str_of(patuh_version()));
        return;
    }
    if (m->lang.p && !str_eq(m->lang, t->run.lang)) {
        refuse(m, p, number, W_merge_lang, m->lang, t->run.lang);
        return;
    }
    if (!m->lang.p) m->lang = arena_str(m->a, t->run.lang);
    for (const char *const *id = t->run.set_rules; *id; id++) {
        bool known = false;
        for (size_t i = 0; i < m->set_rules.n; i++) known |= strcmp(m->set_rules.v[i], *id) == 0;
        if (!known) texts_add(m->c, &m->set_rules, arena_strz(m->c->arena, str_of(*id)));
    }
}

static void take_document(struct merge *m, struct entry e, const struct document_report *d)
{
    e.path = arena_str(m->a, d->path);
    e.run = m->runs;
    e.row = d->row ? told_row(m->a, d->row) : NULL; /* outlives its line */
    *ARENA_PUSH(m->a, &m->entries) = e;
}

/* One part: one run after another. */
static void read_part(struct merge *m, size_t index)
{
    const struct part *p = &m->parts.v[index];
    struct buf line = BUF_INIT;
    struct arena *a = arena_new();
    bool running = false;
    size_t number = 0, documents = 0;
    for (long at; m->status == STATUS_OK && next_line(p->f, &line, &at);) {
        struct told_line t;
        struct trouble why;
        arena_reset(a);
        number++;
        if (!told_read(a, buf_view(&line), &t, &why)) {
            complain(m, p, number, why.message, why.arg[0], STR_ABSENT);
            m->incomplete = true;
            continue;
        }
        if (t.kind == TOLD_RUN ? running : !running) lost(m, p, number, t.kind == TOLD_RUN ? W_merge_cut : W_merge_no_run);
        if (t.kind == TOLD_RUN) take_run(m, p, number, &t), documents = 0, running = true;
        if (t.kind == TOLD_DOCUMENT) take_document(m, (struct entry){.part = index, .number = number, .offset = at, .length = line.n}, &t.document), documents++;
        if (t.kind == TOLD_SKIPPED) *ARENA_PUSH(m->a, &m->sum.skipped) = (struct skipped){arena_str(m->a, t.skipped.path), t.skipped.why};
        if (t.kind != TOLD_END) continue;
        if (running && t.documents != documents) lost(m, p, number, W_merge_cut);
        running = false;
    }
    if (m->status == STATUS_OK && (running || ferror(p->f))) lost(m, p, number, W_merge_cut);
    if (m->status == STATUS_OK && !number) lost(m, p, 0, W_merge_no_run);
    arena_free(a);
    buf_free(&line);
}

/* ---- order, and what came twice ----------------------------------------------------------------------------- */

static int by_path(const void *x, const void *y)
{
    const struct entry *a = x, *b = y;
    int c = str_cmp(a->path, b->path);
    if (!c) c = (a->run > b->run) - (a->run < b->run);
    return c ? c : (a->number > b->number) - (a->number < b->number);
}

static int by_reason_and_path(const void *x, const void *y)
{
    const struct skipped *a = x, *b = y;
    int c = (a->why == SKIP_IGNORED) - (b->why == SKIP_IGNORED);
    return c ? c : str_cmp(a->path, b->path);
}

static bool read_entry(struct merge *m, const struct entry *e, struct buf *line)
{
    long at;
    FILE *f = m->parts.v[e->part].f;
    clearerr(f);
    return fseek(f, e->offset, SEEK_SET) == 0 && next_line(f, line, &at) && line->n == e->length;
}

static bool equal(struct merge *m, const struct entry *a, const struct entry *b)
{
    struct buf x = BUF_INIT, y = BUF_INIT;
    bool same = read_entry(m, a, &x) && read_entry(m, b, &y) && str_eq(buf_view(&x), buf_view(&y));
    buf_free(&x);
    buf_free(&y);
    return same;
}

/* Behind the documents of one path and run that begin at i. */
static size_t run_end(const struct merge *m, size_t i)
{
    size_t end = i;
    while (end < m->entries.n && m->entries.v[end].run == m->entries.v[i].run && str_eq(m->entries.v[end].path, m->entries.v[i].path)) end++;
    return end;
}

/* A file that two runs had says the same twice, or nobody knows which is right. Of each path the documents of its first run stay. */
static void drop_repeats(struct merge *m)
{
    struct entry *v = m->entries.v;
    size_t kept = 0;
    for (size_t i = 0, next; i < m->entries.n; i = next) {
        size_t n = run_end(m, i) - i;
        for (next = i + n; next < m->entries.n && str_eq(v[next].path, v[i].path); next += n) {
            bool same = run_end(m, next) == next + n;
            for (size_t k = 0; same && k < n; k++) same = equal(m, &v[i + k], &v[next + k]);
            if (same) continue;
            refuse(m, &m->parts.v[v[next].part], v[next].number, W_merge_twice, v[next].path, str_of(m->parts.v[v[i].part].name));
            return;
        }
        memmove(&v[kept], &v[i], n * sizeof *v);
        kept += n;
    }
    m->entries.n = kept;
}

/* ---- the second reading ------------------------------------------------------------------------------------- */

static void count(struct merge *m, struct threshold t, const struct findings *f)
{
    for (size_t i = 0; i < f->n; i++) m->failing |= !t.never && f->v[i].severity >= t.least;
}

static void report_entry(struct merge *m, const struct entry *e, struct arena *a, struct buf *line)
{
    struct told_line t;
    struct trouble why;
    if (!read_entry(m, e, line) || !told_read(a, buf_view(line), &t, &why) || t.kind != TOLD_DOCUMENT) {
        refuse(m, &m->parts.v[e->part], e->number, W_merge_changed, STR_ABSENT, STR_ABSENT);
        return;
    }
    m->sum.documents++;
    m->sum.unread += t.document.error != NULL;
    m->unread |= t.document.error || t.document.faulty;
    if (m->c->fail_on) t.document.threshold = m->asked; /* else what the run that checked it was told */
    if (!t.document.error) count(m, t.document.threshold, t.document.findings);
    outputs_document(m->outputs, &t.document);
}

/* What the baseline knows of the findings on the set; those of documents were held against it where they were checked. */
static void cover(struct merge *m, struct findings *findings, struct findings *suppressed)
{
    size_t kept = 0;
    for (size_t i = 0; m->known.path && i < findings->n; i++) {
        struct findings one = {&findings->v[i], 1, 1};
        baseline_cover(m->a, &m->known.list, known_key(m->a, &m->known, findings->v[i].path.p ? findings->v[i].path.p : ""), &one, suppressed);
        if (one.n) findings->v[kept++] = one.v[0];
    }
    if (m->known.path) findings->n = kept;
}

static int report_all(struct merge *m)
{
    struct findings set_findings = {0}, set_suppressed = {0};
    struct rule_outcomes set_outcomes = {0};
    struct inputs none = {0};
    struct arena *a = arena_new();
    struct buf line = BUF_INIT;
    int status = outputs_begin(m->outputs, &m->options, &none);
    if (status == STATUS_OK) {
        for (size_t i = 0; i < m->entries.n && m->status == STATUS_OK && !outputs_broken(m->outputs); i++) {
            arena_reset(a);
            report_entry(m, &m->entries.v[i], a, &line);
        }
        for (size_t i = 0; i < m->entries.n && m->set_rules.n; i++)
            if (m->entries.v[i].row) set_put(m->checker, m->entries.v[i].row);
        set_check(m->checker, &set_findings, &set_outcomes);
        except_set(m->checker, pool_configs(m->pool), &set_findings, &set_suppressed);
        cover(m, &set_findings, &set_suppressed);
        m->sum.set_threshold = m->asked;
        if (!m->c->fail_on && m->settings->fail_on.text.p) (void)threshold_read(m->settings->fail_on.text, &m->sum.set_threshold);
        count(m, m->sum.set_threshold, &set_findings);
        m->sum.set_findings = &set_findings;
        m->sum.set_suppressed = &set_suppressed;
        m->sum.set_outcomes = &set_outcomes;
        status = outputs_end(m->outputs, &m->sum);
    }
    buf_free(&line);
    arena_free(a);
    return status != STATUS_OK ? status : m->status;
}

/* ---- the command -------------------------------------------------------------------------------------------- */

/* What cannot be read twice is kept in a file without a name. */
static FILE *again(FILE *in)
{
    FILE *f = tmpfile();
    char block[65536];
    for (size_t n; f && (n = fread(block, 1, sizeof block, in)) > 0;) fwrite(block, 1, n, f);
    if (f) rewind(f);
    return f;
}

static void open_parts(struct merge *m)
{
    for (size_t i = 0; i < m->c->args.n; i++) {
        const char *name = m->c->args.v[i];
        bool stream = strcmp(name, "-") == 0;
        struct part p = {name, stream ? m->c->in : os_kind(name, true) == OS_FOLDER ? NULL : fopen(name, "rb")};
        if (p.f && (stream || os_kind(name, true) == OS_OTHER)) {
            FILE *whole = again(p.f);
            if (!stream) fclose(p.f);
            p.f = whole;
        }
        if (p.f) *ARENA_PUSH(m->a, &m->parts) = p;
        else lost(m, &p, 0, os_kind(name, true) == OS_MISSING ? W_os_missing : W_merge_unopened);
    }
}

/* Rules over many files: those that the options select, else those that the runs had. */
static bool make_ready(struct merge *m, const struct patuh_rules *rules)
{
    struct cli *c = m->c;
    if (c->select.n) m->set_rules = c->select;
    else if (m->set_rules.n) c->select = m->set_rules;
    else texts_add(c, &c->select, "UM001"); /* none of them */
    m->pool = make_pool(c, rules);
    m->checker = configured_checker(c, m->pool, ".", &m->settings);
    return m->checker && threshold_asked(c, &m->asked) == STATUS_OK && known_read(c, m->settings, false, &m->known) == STATUS_OK &&
           outputs_options(c, m->checker, &m->options) == STATUS_OK && (m->outputs = outputs_choose(c));
}

static int merge(struct merge *m)
{
    struct cli *c = m->c;
    open_parts(m);
    for (size_t i = 0; i < m->parts.n && m->status == STATUS_OK; i++) read_part(m, i);
    if (m->status != STATUS_OK) return m->status;
    if (m->entries.n) qsort(m->entries.v, m->entries.n, sizeof *m->entries.v, by_path);
    if (m->sum.skipped.n) qsort(m->sum.skipped.v, m->sum.skipped.n, sizeof *m->sum.skipped.v, by_reason_and_path);
    drop_repeats(m);
    if (m->status != STATUS_OK) return m->status;
    if (m->lang.p) c->lang = str_eqz(m->lang, "en") ? LANG_EN : LANG_ID; /* their texts are in it */
    struct patuh_rules *rules = load_rules(c);
    int status = STATUS_USAGE;
    if (rules && make_ready(m, rules)) status = report_all(m);
    pool_free(m->pool);
    patuh_rules_free(rules);
    bool nothing = m->sum.documents == 0 && !c->allow_empty;
    if (status == STATUS_OK && nothing) usage_error(c, W_nothing_checked, STR_ABSENT, STR_ABSENT);
    if (status != STATUS_OK) return status;
    return m->unread || m->incomplete || nothing ? STATUS_UNREAD : m->failing ? STATUS_FINDINGS : STATUS_OK;
}

int run_merge(struct cli *c)
{
    struct merge m = {.c = c, .a = arena_new()};
    if (!c->args.n) {
        arena_free(m.a);
        return usage_error(c, W_which_parts, STR_ABSENT, STR_ABSENT);
    }
    int status = merge(&m);
    for (size_t i = 0; i < m.parts.n; i++)
        if (m.parts.v[i].f != c->in) fclose(m.parts.v[i].f);
    arena_free(m.a);
    return status;
}
