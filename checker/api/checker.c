/* A checker: what belongs to one thread, and the way of one document through the stages. */
#include <stdlib.h>
#include <string.h>

#include "api/session.h"

/* ---- life --------------------------------------------------------------------------------------------------- */

/* Whatever depends on nothing but the options. */
static bool apply(struct patuh_checker *c, const struct patuh_options *o, const struct settings *s, struct str *message)
{
    size_t n = ruleset_size(c->rules->ruleset);
    c->selected = arena_alloc(c->arena, (n + 1) * sizeof *c->selected);
    for (size_t i = 0; i < n; i++) {
        const struct rule_info *r = ruleset_info(c->rules->ruleset, i);
        c->selected[i] = o->select ? r->scope == SCOPE_PROGRAM : s ? s->selected[i] : r->on; /* what cannot be read is said whatever was selected */
    }
    if (!select_rules(c, o->select, true, message) || !select_rules(c, o->ignore, false, message)) return false;
    for (const char *const *p = o->param; p && *p; p++)
        if (!set_parameter(c, *p, message)) return false;
    for (const char *const *p = o->limit; p && *p; p++)
        if (!set_limit(c, *p, message)) return false;
    return true;
}

static bool set_today(struct patuh_checker *c, const char *today, struct date *out, struct str *message)
{
    if (!today || today_read(str_of(today), out)) return true;
    *message = word_format(c->arena, W_wrong_value, c->lang, arena_printf(c->arena, "today %s", today), STR("YYYY-MM-DD"));
    return false;
}

/* With an engine and an analyst, and what options let them read. */
static bool make_ready(struct patuh_checker *c, const struct patuh_options *o, const struct settings *s, struct str *message)
{
    const struct parameters *p = s ? &s->parameters : ruleset_parameters(c->rules->ruleset);
    struct date today = {0};
    c->parameters = (struct parameters){arena_alloc(c->arena, (p->n + 1) * sizeof *p->v), p->n, p->n};
    if (p->n) memcpy(c->parameters.v, p->v, p->n * sizeof *p->v);
    if (!apply(c, o, s, message) || !set_today(c, o->today, &today, message)) return false;
    c->severity = s ? s->severity : NULL;
    if (o->today) c->today = arena_strz(c->arena, str_of(o->today));
    struct engine_options eo = {c->lang, &c->limits, &c->parameters, c->selected, c->severity};
    c->engine = engine_new(c->rules->ruleset, &eo);
    c->analyst = analyst_new(c->rules->knowledge, &c->parameters, today);
    return companion_load(c, o->pk, &c->pk, message) && companion_load(c, o->last_year, &c->last_year, message);
}

struct patuh_checker *checker_new(const struct patuh_rules *rules, const struct patuh_options *options, const struct settings *settings,
                                  const struct config_chain *chain, char **error)
{
    static const struct patuh_options none = {0};
    const struct patuh_options *o = options ? options : &none;
    struct str message = STR_ABSENT;
    struct patuh_checker *c = base_alloc(sizeof *c);
    *c = (struct patuh_checker){.rules = rules, .arena = arena_new(), .lang = o->lang == 1 ? LANG_EN : LANG_ID};
    if (chain) c->chain = *chain;
    limits_default(&c->limits);
    bool good = false;
    if (o->lang != 0 && o->lang != 1) message = word_format(c->arena, W_wrong_value, c->lang, arena_printf(c->arena, "lang %d", o->lang), STR("0, 1"));
    else if (!rules || rules->faults.n) message = str_of(word(W_rules_unusable, c->lang));
    else good = make_ready(c, o, settings, &message);
    if (good) return c;
    if (error) *error = memcpy(base_alloc(message.n + 1), message.p, message.n + 1);
    patuh_checker_free(c);
    return NULL;
}

struct patuh_checker *patuh_checker_new(const struct patuh_rules *rules, const struct patuh_options *options, char **error)
{
    return checker_new(rules, options, NULL, NULL, error);
}

void patuh_checker_free(struct patuh_checker *c)
{
    if (!c) return;
    if (c->engine) engine_free(c->engine);
    analyst_free(c->analyst);
    arena_free(c->spare);
    arena_free(c->set_arena);
    arena_free(c->arena);
    free(c);
}

void patuh_free(char *message) { free(message); }

/* ---- one document ------------------------------------------------------------------------------------------- */

static struct str explain(struct patuh_checker *c, struct arena *a, const struct trouble *t)
{
    return word_format(a, t->message, c->lang, t->arg[0], t->arg[1]);
}

/* The cases of UM001. */
enum unread { UNREAD_PART, UNREAD_WHOLE, UNREAD_UNOPENED };

/* What a mistyped key or value was meant to be is put in its place. */
static void add_fix(struct patuh_result *r, const struct trouble *t, struct finding *f)
{
    if ((t->message != W_definition_meant && t->message != W_definition_value_meant) || !t->at.set) return;
    f->fix = arena_alloc(r->arena, sizeof *f->fix);
    *f->fix = (struct edit){t->at, t->arg[0], t->arg[1]};
    f->fix_safe = true;
}

/* One UM001 for a trouble; where its construct began elsewhere, that is a related place. */
static void raise_unread(struct patuh_checker *c, struct patuh_result *r, enum unread what, const struct trouble *t)
{
    struct arena *a = r->arena;
    size_t before = r->findings.n;
    engine_raise(c->engine, a, "UM001", what, explain(c, a, t), STR_ABSENT, (struct place){.at = t->at}, &r->findings);
    if (r->findings.n == before) return;
    struct finding *f = &r->findings.v[before];
    add_fix(r, t, f);
    if (!t->began.set) return;
    f->related = arena_alloc(a, sizeof *f->related);
    f->related_count = 1;
    f->related[0] = (struct related){.place = {.at = t->began}, .message = str_of(word(W_began_here, c->lang))};
}

static struct patuh_result *fail(struct patuh_checker *c, struct patuh_result *r, enum result_state state, const struct trouble *why)
{
    r->state = state;
    r->error = *why;
    r->error_text = explain(c, r->arena, why).p;
    if (state == RESULT_UNRECOGNISED)
        engine_raise(c->engine, r->arena, "UM002", 0, r->document.seems.p ? word_format(r->arena, W_seems, c->lang, r->document.seems, STR_ABSENT) : STR(""), STR_ABSENT, (struct place){.at = SPAN_NONE}, &r->findings);
    else raise_unread(c, r, state == RESULT_UNOPENED ? UNREAD_UNOPENED : UNREAD_WHOLE, why);
    return r;
}

static void run_rules(struct patuh_checker *c, struct patuh_result *r, const struct troubles *errors)
{
    analyse(r->arena, c->analyst, &r->document);
    r->view = view_build(r->arena, &r->document, engine_names(c->engine));
    engine_run(c->engine, r->arena, r->view, &r->findings, &r->outcomes);
    bool cut = r->findings.n >= c->limits.v[LIMIT_findings];
    if (cut) {
        struct trouble why = {.message = W_too_many_findings};
        why.arg[0] = arena_printf(r->arena, "%llu", (unsigned long long)c->limits.v[LIMIT_findings]);
        r->findings.n--; /* room for saying so */
        raise_unread(c, r, UNREAD_PART, &why);
    }
    for (size_t i = 0; i < errors->n; i++) raise_unread(c, r, UNREAD_PART, &errors->v[i]);
    r->faulty = errors->n > 0;
    except(c, r);
    if (cut || r->faulty) findings_sort(&r->findings);
}

/* Definitions need none: the rules leave it to the checker, whose it then is. */
static const struct vocabulary *vocabulary_of(struct patuh_checker *c)
{
    if (!c->vocabulary) c->vocabulary = c->rules->vocabulary;
    if (!c->vocabulary) c->vocabulary = vocabulary_load(c->arena, &c->rules->bundle, &(struct pack_faults){0});
    return c->vocabulary;
}

/* Recognises a layout; of several SOPs the first, where the caller wants them one by one. */
static enum rc recognise_layout(struct patuh_checker *c, struct arena *a, struct source *source, const struct reading *reading, struct document *d,
                                bool *claimed, struct file_parts **out, struct trouble *why)
{
    const struct vocabulary *v = vocabulary_of(c);
    struct file_parts *parts = arena_alloc(a, sizeof *parts);
    bool claims = false;
    recognise(a, v, reading->layout, d, &claims, out ? &parts->list : NULL);
    *claimed |= claims;
    if (parts->list.n < 2 || parts->list.n > c->limits.v[LIMIT_parts]) arena_free(reading->pages);
    if (parts->list.n < 2) return RC_OK;
    if (parts->list.n > c->limits.v[LIMIT_parts]) {
        *why = (struct trouble){.message = W_read_parts};
        why->arg[0] = arena_printf(a, "%llu", (unsigned long long)c->limits.v[LIMIT_parts]);
        return RC_LIMIT;
    }
    parts->layout = reading->layout;
    parts->pages = reading->pages;
    parts_name(a, source, parts);
    recognise_part(a, v, parts->layout, &parts->list, 0, d);
    *out = parts;
    return RC_OK;
}

enum rc document_read(struct patuh_checker *c, struct arena *a, struct source *source, struct document *d, bool *claimed,
                      struct file_parts **parts, struct trouble *why)
{
    struct reading reading = {0};
    source->words = c->rules->read_words;
    enum rc rc = read_source(a, source, &c->limits, &reading, why);
    *claimed = reading.claimed;
    d->reader = reading.reader;
    if (rc != RC_OK) return rc;
    if (reading.document) *d = *reading.document;
    else if ((rc = recognise_layout(c, a, source, &reading, d, claimed, parts, why)) != RC_OK) return rc;
    struct troubles errors = reading.errors;
    for (size_t i = 0; i < d->errors.n; i++) *ARENA_PUSH(a, &errors) = d->errors.v[i];
    if (source->damage.message) *ARENA_PUSH(a, &errors) = source->damage;
    d->errors = errors;
    d->source = source;
    d->reader = reading.reader;
    return RC_OK;
}

/* Whether the document has more of something than it may; *why then says so. */
static bool too_much(struct patuh_checker *c, struct patuh_result *r, struct trouble *why)
{
    const struct sop *s = r->document.sop;
    uint64_t steps = c->limits.v[LIMIT_steps], items = c->limits.v[LIMIT_items];
    if (s && s->steps.n > steps) *why = (struct trouble){.message = W_read_steps, .at = s->steps.v[steps].head.place.at};
    else if (document_items(&r->document) > items) *why = (struct trouble){.message = W_read_items};
    else return false;
    why->arg[0] = arena_printf(r->arena, "%llu", (unsigned long long)(why->message == W_read_steps ? steps : items));
    return true;
}

/* What was recognised through analyses and rules. */
static struct patuh_result *check_document(struct patuh_checker *c, struct patuh_result *r)
{
    struct trouble why = {0};
    if (r->parts) r->document.part = r->parts->names[r->part];
    if (too_much(c, r, &why)) return fail(c, r, RESULT_UNREAD, &why);
    read_companions(c, r);
    run_rules(c, r, &r->document.errors);
    return r;
}

static struct patuh_result *check(struct patuh_checker *c, struct patuh_result *r)
{
    struct trouble why = {0};
    r->source->raw = buf_view(&r->raw);
    enum rc rc = document_read(c, r->arena, r->source, &r->document, &r->claimed, &r->parts, &why);
    r->source->raw = STR_ABSENT; /* the document has it as text */
    buf_free(&r->raw);
    if (rc != RC_OK) return fail(c, r, RESULT_UNREAD, &why);
    if (r->document.kind == DOCUMENT_NONE) {
        why = (struct trouble){.message = W_pages_are_pictures};
        why.arg[0] = pages_listed(r->arena, &r->document.unread, true);
        if (!why.arg[0].n) why = (struct trouble){.message = W_pages_unreadable, .arg[0] = pages_listed(r->arena, &r->document.unread, false)};
        r->claimed |= why.arg[0].n > 0; /* it may be ours: in a folder it is not passed over */
        r->document.regions = (struct read_regions){0};
        if (why.arg[0].n) return fail(c, r, RESULT_UNREAD, &why);
        why = (struct trouble){.message = W_unrecognised};
        return fail(c, r, RESULT_UNRECOGNISED, &why);
    }
    return check_document(c, r);
}

static struct patuh_result *result_new(struct patuh_checker *c, const char *name)
{
    struct patuh_result *r = base_alloc(sizeof *r);
    *r = (struct patuh_result){.checker = c, .arena = c->spare ? c->spare : arena_new(), .raw = BUF_INIT, .first = r};
    c->spare = NULL;
    r->source = arena_alloc(r->arena, sizeof *r->source);
    r->source->path = arena_str(r->arena, str_of(name));
    return r;
}

struct patuh_result *patuh_result_next(struct patuh_result *r)
{
    struct patuh_checker *c = r->checker;
    if (!r->parts || r->part + 1 >= r->parts->list.n) return NULL;
    struct patuh_result *next = base_alloc(sizeof *next);
    *next = (struct patuh_result){.checker = c, .arena = c->spare ? c->spare : arena_new(), .raw = BUF_INIT, .source = r->source,
                                  .parts = r->parts, .first = r->first, .part = r->part + 1, .claimed = true};
    c->spare = NULL;
    next->document.reader = r->document.reader;
    next->document.source = r->source;
    recognise_part(next->arena, vocabulary_of(c), r->parts->layout, &r->parts->list, next->part, &next->document);
    return check_document(c, next);
}

struct patuh_result *patuh_check_buffer(struct patuh_checker *c, const char *name, const void *bytes, size_t length)
{
    struct patuh_result *r = result_new(c, name);
    buf_add(&r->raw, bytes, length);
    return check(c, r);
}

struct patuh_result *patuh_check_file(struct patuh_checker *c, const char *path)
{
    struct patuh_result *r = result_new(c, path);
    struct trouble why;
    enum rc rc = os_read_named(r->arena, path, c->limits.v[LIMIT_bytes], &r->raw, &why);
    return rc == RC_OK ? check(c, r) : fail(c, r, rc == RC_IO ? RESULT_UNOPENED : RESULT_UNREAD, &why);
}

struct patuh_result *check_stream(struct patuh_checker *c, const char *name, FILE *in)
{
    struct patuh_result *r = result_new(c, name);
    struct trouble why;
    enum rc rc = os_read_stream(r->arena, in, c->limits.v[LIMIT_bytes], &r->raw, &why);
    return rc == RC_OK ? check(c, r) : fail(c, r, rc == RC_IO ? RESULT_UNOPENED : RESULT_UNREAD, &why);
}

struct patuh_result *check_definition(struct patuh_checker *c, const struct yaml_node *map, enum document_kind kind)
{
    struct patuh_result *r = result_new(c, "");
    r->source->text = STR("");
    r->document.source = r->source;
    read_definition(r->arena, map, kind, &r->document);
    run_rules(c, r, &r->document.errors);
    return r;
}

void patuh_result_free(struct patuh_result *r)
{
    if (!r) return;
    if (r->parts && r == r->first) arena_free(r->parts->pages);
    buf_free(&r->raw);
    arena_free(r->checker->spare);
    arena_reset(r->arena);
    r->checker->spare = r->arena;
    free(r);
}
