/* Where an invocation says what it found: formats, each to standard output or to a file of its own. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* What --color, NO_COLOR, FORCE_COLOR and the terminal say together. */
static int decide_color(struct cli *c, bool *color)
{
    static const struct str choices[] = {{"auto", 4}, {"always", 6}, {"never", 5}};
    const char *asked = c->color ? c->color : "auto", *no = getenv("NO_COLOR"), *force = getenv("FORCE_COLOR"), *term = getenv("TERM");
    if (strcmp(asked, "always") == 0) *color = true;
    else if (strcmp(asked, "never") == 0) *color = false;
    else if (strcmp(asked, "auto") == 0) *color = !(no && *no) && ((force && *force) || (os_is_terminal(c->out) && !(term && strcmp(term, "dumb") == 0)));
    else return unknown_name(c, W_unknown_color, asked, choices, COUNT(choices));
    return STATUS_OK;
}

bool threshold_read(struct str asked, struct threshold *out)
{
    *out = (struct threshold){str_eqz(asked, "never"), SEVERITY_ERROR};
    return out->never || severity_parse(asked, &out->least);
}

int threshold_asked(struct cli *c, struct threshold *out)
{
    static const struct str choices[] = {{"galat", 5}, {"peringatan", 10}, {"catatan", 7}, {"never", 5}, {"error", 5}, {"warning", 7}, {"note", 4}};
    if (threshold_read(str_of(c->fail_on ? c->fail_on : "galat"), out)) return STATUS_OK;
    return unknown_name(c, W_unknown_severity, c->fail_on, choices, COUNT(choices));
}

static int decide_order(struct cli *c, struct report_options *o)
{
    static const struct str choices[] = {{"severity", 8}, {"place", 5}};
    const char *asked = c->sort ? c->sort : "severity";
    o->by_place = strcmp(asked, "place") == 0;
    return o->by_place || strcmp(asked, "severity") == 0 ? STATUS_OK : unknown_name(c, W_unknown_order, asked, choices, COUNT(choices));
}

int outputs_options(struct cli *c, const struct patuh_checker *checker, struct report_options *out)
{
    *out = (struct report_options){
        .lang = c->lang, .quiet = c->quiet, .all = c->all, .statistics = c->statistics, .suppressed = c->show_suppressed, .version = patuh_version(),
        .rules = rules_about(c, checker->rules), .set_rules = rules_on_sets(c, checker),
    };
    int status = decide_color(c, &out->color);
    return status == STATUS_OK ? decide_order(c, out) : status;
}

struct output {
    const struct report_format *format;
    const char *path;       /* NULL: standard output */
    struct os_file file;
    FILE *out;
    void *state;            /* of the format; NULL before it began */
};

struct outputs {
    struct cli *c;
    struct output *v;
    size_t n, cap;
};

static int unknown_format(struct cli *c, const char *asked)
{
    struct str choices[32];
    size_t n = 0;
    for (; n < COUNT(choices) && report_formats[n]; n++) choices[n] = str_of(report_formats[n]->name);
    return unknown_name(c, W_unknown_format, asked, choices, n);
}

/* No two to one place. */
static int place_alone(struct outputs *o, const struct output *new)
{
    for (size_t i = 0; i < o->n; i++) {
        const struct output *k = &o->v[i];
        if (k == new) continue;
        if (!k->path && !new->path) return usage_error(o->c, W_outputs_stdout, str_of(k->format->name), str_of(new->format->name));
        if (k->path && new->path && strcmp(k->path, new->path) == 0) return usage_error(o->c, W_outputs_twice, str_of(new->path), STR_ABSENT);
    }
    return STATUS_OK;
}

/* NAME or NAME=FILE; FILE "-": standard output. */
static int choose(struct outputs *o, const char *asked)
{
    struct str all = str_of(asked);
    size_t sign = str_find(all, STR("="), 0);
    struct output *k = ARENA_PUSH(o->c->arena, o);
    k->format = report_find(str_slice(all, 0, sign == SIZE_MAX ? all.n : sign));
    if (!k->format) return unknown_format(o->c, arena_strz(o->c->arena, str_slice(all, 0, sign == SIZE_MAX ? all.n : sign)));
    if (sign != SIZE_MAX && strcmp(asked + sign + 1, "-") != 0) k->path = asked + sign + 1;
    if (k->path && !*k->path) return usage_error(o->c, W_outputs_nowhere, all, STR_ABSENT);
    return place_alone(o, k);
}

struct outputs *outputs_choose(struct cli *c)
{
    struct outputs *o = arena_alloc(c->arena, sizeof *o);
    o->c = c;
    int status = STATUS_OK;
    for (size_t i = 0; i < c->formats.n && status == STATUS_OK; i++) status = choose(o, c->formats.v[i]);
    if (!c->formats.n && c->command->run != run_baseline) status = choose(o, "text");
    return status == STATUS_OK ? o : NULL;
}

static int failed(struct outputs *o, const struct output *k, const struct trouble *why)
{
    return usage_error(o->c, W_file_says, str_of(k->path), word_format(o->c->arena, why->message, o->c->lang, why->arg[0], why->arg[1]));
}

/* A file that is to be checked is not written over. */
static bool is_input(struct outputs *o, const struct output *k, const struct inputs *inputs)
{
    struct str real = os_kind(k->path, true) == OS_FILE ? os_real(o->c->arena, k->path) : STR_ABSENT;
    for (size_t i = 0; real.p && i < inputs->n; i++) {
        const char *last = strrchr(inputs->v[i].path, '/');
        if (str_ends(real, str_of(last ? last : inputs->v[i].path)) && str_eq(os_real(o->c->arena, inputs->v[i].path), real)) return true;
    }
    return false;
}

int outputs_begin(struct outputs *o, const struct report_options *options, const struct inputs *inputs)
{
    struct trouble why;
    int status = STATUS_OK;
    for (size_t i = 0; i < o->n && status == STATUS_OK; i++) {
        struct output *k = &o->v[i];
        if (k->path && is_input(o, k, inputs)) status = usage_error(o->c, W_outputs_input, str_of(k->path), STR_ABSENT);
        else if (k->path && os_file_begin(o->c->arena, k->path, &k->file, &why) != RC_OK) status = failed(o, k, &why);
    }
    if (status != STATUS_OK) {
        for (size_t i = 0; i < o->n; i++)
            if (o->v[i].file.f && os_file_end(o->c->arena, &o->v[i].file, false, &why) != RC_OK) continue;
        return status;
    }
    for (size_t i = 0; i < o->n; i++) {
        struct output *k = &o->v[i];
        struct report_options mine = *options;
        mine.out = k->out = k->path ? k->file.f : o->c->out;
        mine.color = options->color && !k->path;
        k->state = k->format->begin(&mine);
    }
    return STATUS_OK;
}

void outputs_document(struct outputs *o, const struct document_report *d)
{
    for (size_t i = 0; i < o->n; i++) o->v[i].format->document(o->v[i].state, d);
}

bool outputs_broken(const struct outputs *o)
{
    for (size_t i = 0; i < o->n; i++)
        if (ferror(o->v[i].out)) return true;
    return false;
}

int outputs_end(struct outputs *o, const struct report_summary *summary)
{
    int status = STATUS_OK;
    for (size_t i = 0; i < o->n; i++) o->v[i].format->end(o->v[i].state, summary);
    for (size_t i = 0; i < o->n; i++)
        if (!o->v[i].path) fflush(o->c->out);
    bool whole = !outputs_broken(o);
    for (size_t i = 0; i < o->n; i++) {
        struct trouble why;
        if (o->v[i].path && os_file_end(o->c->arena, &o->v[i].file, whole, &why) != RC_OK) status = failed(o, &o->v[i], &why);
    }
    return status;
}
