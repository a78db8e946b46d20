/* Fuzz target of everything behind a file: a check from bytes to findings, each of its SOPs, all of them as a set, and every output. What is
 * found has its words and a place, every outcome its reason. */
#include "api/session.h"
#include "fuzz.h"
#include "stage/draw.h"

static struct patuh_checker *checker(void)
{
    static struct patuh_checker *c;
    static const char *const limits[] = {"operations=2000000", "findings=200", NULL};
    const struct patuh_options options = {.lang = 1, .today = "2025-06-30", .limit = limits};
    if (!c) c = patuh_checker_new(patuh_rules_new(NULL), &options, NULL);
    return c;
}

static void holds(struct patuh_result *r)
{
    for (size_t i = 0; i < patuh_finding_count(r); i++) {
        const struct patuh_finding *f = patuh_finding_at(r, i);
        need(f->rule && f->name && f->message && *f->message && f->basis);
        need(f->end_line >= f->line && (f->end_line > f->line || f->end_column >= f->column));
    }
    for (size_t i = 0; i < patuh_outcome_count(r); i++) {
        const struct patuh_rule_outcome *o = patuh_outcome_at(r, i);
        need((o->outcome == PATUH_UNCHECKED) == (o->reason != NULL));
    }
    need(patuh_result_kind(r) || patuh_result_error(r));
}

struct outputs {
    FILE *out;
    void *state[32]; /* one each of report_formats */
};

static void show(struct outputs *o, struct patuh_result *r)
{
    struct document_report d = result_report(r);
    struct buf drawn = BUF_INIT;
    for (size_t i = 0; report_formats[i]; i++) report_formats[i]->document(o->state[i], &d);
    if (r->view) report_view(o->out, LANG_ID, r->view);
    if (r->document.kind == DOCUMENT_SOP) {
        draw_dot(&drawn, r->arena, &r->document, &r->findings, LANG_ID);
        draw_svg(&drawn, r->arena, &r->document, &r->findings, LANG_EN);
    }
    for (int json = 0; json < 2; json++) report_review(o->out, &r->checker->rules->bundle, &d, LANG_EN, json, "");
    buf_free(&drawn);
}

/* All the documents of a file, under a name of its own. */
static void check(struct patuh_checker *c, const char *name, const uint8_t *data, size_t size, struct outputs *o)
{
    struct patuh_result *first = patuh_check_buffer(c, name, data, size), *r = first;
    while (r) {
        holds(r);
        set_add(c, r);
        show(o, r);
        struct patuh_result *next = patuh_result_next(r);
        if (r != first) patuh_result_free(r);
        r = next;
    }
    patuh_result_free(first);
}

/* Programs of others are not what is tried: none is found. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    return unsetenv("PATH");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FILE *nowhere;
    struct patuh_checker *c = checker();
    struct findings findings = {0};
    struct rule_outcomes outcomes = {0};
    if (!nowhere) nowhere = fopen("/dev/null", "w");
    struct outputs o = {.out = nowhere};
    struct report_options options = {.lang = LANG_ID, .version = "", .out = nowhere};
    for (size_t i = 0; report_formats[i]; i++) {
        need(i < COUNT(o.state));
        o.state[i] = report_formats[i]->begin(&options);
    }
    check(c, "a", data, size, &o);
    check(c, "b", data, size / 2, &o);
    set_check(c, &findings, &outcomes);
    struct report_summary sum = {.documents = 2, .set_findings = &findings, .set_outcomes = &outcomes};
    for (size_t i = 0; report_formats[i]; i++) report_formats[i]->end(o.state[i], &sum);
    arena_free(c->set_arena);
    c->set_arena = NULL;
    c->set = (struct document_set){0};
    return 0;
}
