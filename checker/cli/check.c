/* patuh check: every file through the library, its findings to a reporter, all of it to one exit status. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

enum { MUCH = 64, EVERY = 16 }; /* files from which on there is a progress line, and how often it moves */

struct job {
    struct cli *c;
    struct pool *pool;
    const struct settings *settings; /* of the set */
    struct patuh_checker *checker; /* of the set: as things are configured where the program runs */
    struct outputs *outputs;
    struct known known;
    struct baseline *found; /* of `patuh baseline`; else NULL */
    struct report_options options;
    struct threshold asked; /* --fail-on */
    bool progress, failing, unread;
    struct copies copies;
    struct notes notes;     /* of the file at hand, for its copy */
    int writing;            /* STATUS_OK, or what went wrong with a copy or a mended file */
    struct report_summary sum;
};

/* Where --fail-on is not given a configuration says it. */
static struct threshold threshold_for(const struct job *r, const struct settings *s)
{
    struct threshold t = r->asked;
    if (!r->c->fail_on && s->fail_on.text.p) (void)threshold_read(s->fail_on.text, &t);
    return t;
}

static void show_progress(struct job *r, size_t done, size_t all)
{
    if (r->progress && done % EVERY == 0) fprintf(r->c->err, "\r%zu/%zu", done, all);
}

static void clear_progress(struct job *r)
{
    if (r->progress) fputs("\r\033[K", r->c->err);
}

static void count(struct job *r, struct threshold t, const struct findings *f)
{
    for (size_t i = 0; i < f->n; i++)
        if (!t.never && f->v[i].severity >= t.least) r->failing = true;
}

static bool named_as(const char *path, const char *const *endings, size_t n)
{
    struct str name = str_of(path);
    for (size_t i = 0; i < n; i++)
        if (name.n > strlen(endings[i]) && str_ieq(str_slice(name, name.n - strlen(endings[i]), name.n), str_of(endings[i]))) return true;
    return false;
}

/* No reader got as far as looking at what it says. */
static bool undecoded(const struct patuh_result *result)
{
    return result->state == RESULT_UNREAD && !result->document.reader && result->error.message != W_read_empty;
}

/* A file that only a walk brought here, and that nobody took for ours. A name is a claim where the bytes could not tell. */
static bool passed_over(const struct input *in, const struct patuh_result *result)
{
    static const char *const texts[] = {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".yaml", ".yml", ".bpmn"};
    static const char *const papers[] = {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".odt", ".ods", ".fodt", ".fods", ".rtf"};
    if (in->named || result->claimed || (result->state != RESULT_UNREAD && result->state != RESULT_UNRECOGNISED)) return false;
    if (undecoded(result)) return !named_as(in->path, texts, COUNT(texts)) && !named_as(in->path, papers, COUNT(papers));
    return true;
}

static void pass_over(struct job *r, const char *path, enum skip why)
{
    *ARENA_PUSH(r->c->arena, &r->sum.skipped) = (struct skipped){str_of(path), why};
}

/* Findings that are known are no findings; or, for a baseline, this is what is known from now on. */
static void compare(struct job *r, struct arena *a, const char *path, struct findings *findings, struct findings *suppressed)
{
    struct str key = known_key(a, &r->known, path);
    for (size_t i = 0; r->found && i < findings->n; i++) baseline_record(r->c->arena, r->found, key, &findings->v[i]);
    if (r->known.path) baseline_cover(a, &r->known.list, key, findings, suppressed);
}

static void take_result(struct job *r, struct patuh_result *result, struct threshold t)
{
    if (r->known.path) compare(r, result->arena, result->source->path.p, &result->findings, &result->suppressed);
    struct document_report d = result_report(result);
    r->sum.documents++;
    if (result->state == RESULT_CHECKED) count(r, t, &result->findings);
    else r->sum.unread++;
    d.row = set_add(r->checker, result);
    d.threshold = t;
    r->unread |= result->state != RESULT_CHECKED || result->faulty;
    if (r->c->annotate) copy_add(r->c, &r->notes, &result->findings, result->source);
    if (result->findings.n) clear_progress(r);
    outputs_document(r->outputs, &d);
}

/* Copies are written when all has been checked: what concerns several files is noted in them, too. */
static void copy(struct job *r, const char *path, enum result_state state)
{
    if (r->c->annotate && state == RESULT_CHECKED) *ARENA_PUSH(r->c->arena, &r->copies.files) = (struct copied){path, r->notes};
    r->notes = (struct notes){0};
}

static void write_copies(struct job *r, const struct findings *set)
{
    struct copies *k = &r->copies;
    for (size_t i = 0; i < k->files.n; i++) {
        struct copied *f = &k->files.v[i];
        for (size_t n = 0; n < set->n; n++) {
            struct findings one = {&set->v[n], 1, 1};
            if (str_eqz(set->v[n].path, f->path)) copy_add(r->c, &f->notes, &one, NULL);
        }
        if (copy_write(r->c, k, &r->checker->limits, f->path, &f->notes) != STATUS_OK) r->writing = STATUS_USAGE;
    }
    copies_end(r->c, k);
}

static void check_one(struct job *r, const struct input *in)
{
    struct cli *c = r->c;
    const struct settings *s;
    struct patuh_checker *checker = configured_checker(c, r->pool, in->path, &s);
    struct patuh_result *result = strcmp(in->path, "-") == 0 ? check_stream(checker, c->stdin_name ? c->stdin_name : "-", c->in)
                                                             : patuh_check_file(checker, in->path);
    struct threshold t = threshold_for(r, s);
    if (passed_over(in, result)) {
        pass_over(r, in->path, result->error.message == W_read_empty ? SKIP_EMPTY : undecoded(result) ? SKIP_BINARY : SKIP_OTHER);
        patuh_result_free(result);
        return;
    }
    take_result(r, result, t);
    for (struct patuh_result *part = result, *next; part; part = next) {
        next = outputs_broken(r->outputs) ? NULL : patuh_result_next(part);
        if (next) take_result(r, next, t);
        if (part != result) patuh_result_free(part);
    }
    enum result_state state = result->state;
    patuh_result_free(result);
    copy(r, in->path, state);
}

/* Each finding on the set by the file that it is about; then that a baseline has shrunk. */
static void compare_set(struct job *r, struct findings *findings, struct findings *suppressed)
{
    struct patuh_checker *c = r->checker;
    struct findings kept = {0};
    if (!r->known.path) return;
    for (size_t i = 0; i < findings->n; i++) {
        struct findings one = {&findings->v[i], 1, 1};
        compare(r, c->set_arena, findings->v[i].path.p ? findings->v[i].path.p : "", &one, suppressed);
        if (one.n) *ARENA_PUSH(c->set_arena, &kept) = one.v[0];
    }
    baseline_close(&r->known.list);
    uint64_t stale = baseline_stale(&r->known.list);
    size_t before = kept.n;
    if (stale && !r->found) engine_raise(c->engine, c->set_arena, "UM003", 2, arena_printf(c->set_arena, "%llu", (unsigned long long)stale), STR_ABSENT, (struct place){.at = SPAN_NONE}, &kept);
    if (kept.n > before) kept.v[before].path = str_of(r->known.path);
    findings_sort(&kept);
    *findings = kept;
}

static int check_all(struct job *r)
{
    struct findings set_findings = {0}, set_suppressed = {0};
    struct rule_outcomes set_outcomes = {0};
    struct cli *c = r->c;
    struct inputs inputs = {0};
    int status = outputs_options(c, r->checker, &r->options);
    if (status == STATUS_OK && !(r->outputs = outputs_choose(c))) status = STATUS_USAGE;
    if (status == STATUS_OK) status = threshold_asked(c, &r->asked);
    if (status == STATUS_OK) status = known_read(c, r->settings, r->found != NULL, &r->known);
    if (status == STATUS_OK) status = inputs_collect(c, &r->checker->limits, r->pool, &inputs);
    for (size_t i = 0; status == STATUS_OK && i < inputs.n; i++)
        if (!configured_checker(c, r->pool, inputs.v[i].path, NULL)) status = STATUS_USAGE;
    if (status == STATUS_OK && c->diff) return fix_inputs(c, r->pool, &r->known, &inputs);
    if (status == STATUS_OK && c->fix) r->writing = fix_inputs(c, r->pool, &r->known, &inputs);
    if (status == STATUS_OK && c->annotate) status = copies_begin(c, &r->copies, inputs.n);
    if (status == STATUS_OK) status = outputs_begin(r->outputs, &r->options, &inputs);
    if (status != STATUS_OK) return status;
    r->progress = inputs.n >= MUCH && os_is_terminal(c->err);
    for (size_t i = 0; i < inputs.n && !outputs_broken(r->outputs); i++) {
        show_progress(r, i, inputs.n);
        check_one(r, &inputs.v[i]);
    }
    clear_progress(r);
    set_check(r->checker, &set_findings, &set_outcomes);
    except_set(r->checker, pool_configs(r->pool), &set_findings, &set_suppressed);
    compare_set(r, &set_findings, &set_suppressed);
    count(r, threshold_for(r, r->settings), &set_findings);
    r->sum.set_findings = &set_findings;
    r->sum.set_suppressed = &set_suppressed;
    r->sum.set_outcomes = &set_outcomes;
    r->sum.set_threshold = threshold_for(r, r->settings);
    for (size_t i = 0; i < inputs.ignored.n; i++) pass_over(r, inputs.ignored.v[i].p, SKIP_IGNORED);
    status = outputs_end(r->outputs, &r->sum);
    write_copies(r, &set_findings);
    bool nothing = r->sum.documents == 0 && !c->allow_empty;
    if (nothing) usage_error(c, W_nothing_checked, STR_ABSENT, STR_ABSENT);
    if (r->writing != STATUS_OK || status != STATUS_OK) return STATUS_USAGE;
    return r->unread || nothing ? STATUS_UNREAD : r->failing ? STATUS_FINDINGS : STATUS_OK;
}

static int run(struct job *r)
{
    int status = STATUS_USAGE;
    struct patuh_rules *rules = load_rules(r->c);
    r->pool = rules ? make_pool(r->c, rules) : NULL;
    if (r->pool && (r->checker = configured_checker(r->c, r->pool, ".", &r->settings))) status = check_all(r);
    pool_free(r->pool);
    patuh_rules_free(rules);
    return status;
}

int run_check(struct cli *c)
{
    struct job r = {.c = c};
    if (c->fix && c->diff) return usage_error(c, W_fix_alone, STR_ABSENT, STR_ABSENT);
    if (c->unsafe_fixes && !c->fix && !c->diff) return usage_error(c, W_fix_what, STR_ABSENT, STR_ABSENT);
    return run(&r);
}

int run_baseline(struct cli *c)
{
    static const struct str actions[] = {{"write", 5}, {"update", 6}};
    struct baseline found = {0};
    struct job r = {.c = c, .found = &found};
    bool shrink = c->args.n && strcmp(c->args.v[0], "update") == 0;
    if (!c->args.n || (!shrink && strcmp(c->args.v[0], "write") != 0))
        return unknown_name(c, W_baseline_action, c->args.n ? c->args.v[0] : "", actions, COUNT(actions));
    memmove(c->args.v, c->args.v + 1, c->args.n * sizeof *c->args.v);
    c->args.n--;
    int status = run(&r);
    if (status == STATUS_USAGE) return status;
    baseline_sort(&found);
    if (known_write(c, &r.known, &found, shrink) != STATUS_OK) return STATUS_USAGE;
    return status == STATUS_UNREAD ? status : STATUS_OK;
}
