/* Documents that a report is held against: its Perjanjian Kinerja and last year's report, from options or named in its definition. */
#include "api/session.h"

/* A path that a definition names is relative to its folder, and never leads out of the way that the user gave: no absolute ones. */
static struct str beside(struct arena *a, struct str document, struct str path)
{
    size_t folder = document.n;
    while (folder > 0 && document.p[folder - 1] != '/') folder--;
    return arena_printf(a, "%.*s%.*s", (int)folder, document.p, (int)path.n, path.p);
}

static void complain(struct patuh_checker *c, struct patuh_result *r, struct str path, const struct trouble *why)
{
    struct trouble *t = ARENA_PUSH(r->arena, &r->document.errors);
    *t = (struct trouble){.message = W_companion_unread};
    t->arg[0] = path;
    t->arg[1] = word_format(r->arena, why->message, c->lang, why->arg[0], why->arg[1]);
}

/* 0: not printed or not read */
static int year_of(const struct lkjip *l)
{
    uint64_t year;
    return str_u64(str_trim(l->identity.year.text), &year) && year < 10000 ? (int)year : 0;
}

/* `before`: how many years before the report's its own has to be. */
static const struct lkjip *companion(struct patuh_checker *c, struct patuh_result *r, struct str path, int before)
{
    int year = year_of(r->document.lkjip), its = 0;
    struct arena *a = r->arena;
    struct source *source = arena_alloc(a, sizeof *source);
    struct document *d = arena_alloc(a, sizeof *d);
    struct buf raw = BUF_INIT;
    struct trouble why = {0};
    bool claimed = false;
    source->path = path;
    enum rc rc = os_read(a, arena_strz(a, path), c->limits.v[LIMIT_bytes], &raw, &why);
    if (rc == RC_OK) {
        source->raw = buf_view(&raw);
        rc = document_read(c, a, source, d, &claimed, NULL, &why);
    }
    source->raw = STR_ABSENT; /* its text lives in the arena */
    buf_free(&raw);
    if (rc == RC_OK && d->kind != DOCUMENT_LKJIP) {
        why = (struct trouble){.message = W_companion_kind};
        rc = RC_UNSUPPORTED;
    }
    if (rc == RC_OK) its = year_of(d->lkjip);
    if (year && its && its != year - before) {
        why = (struct trouble){.message = W_companion_year, .arg = {arena_printf(a, "%d", its), arena_printf(a, "%d", year)}};
        rc = RC_UNSUPPORTED;
    }
    if (rc == RC_OK && d->errors.n) {
        why = d->errors.v[0];
        rc = RC_SYNTAX;
    }
    if (rc != RC_OK) {
        complain(c, r, path, &why);
        return NULL;
    }
    analyse(a, c->analyst, d);
    return d->lkjip;
}

static const struct lkjip *chosen(struct patuh_checker *c, struct patuh_result *r, const char *option, struct str named, int before)
{
    static const struct trouble absolute = {.message = W_companion_absolute};
    if (option) return companion(c, r, str_of(option), before);
    if (!named.n) return NULL;
    if (named.p[0] != '/') return companion(c, r, beside(r->arena, r->source->path, named), before);
    complain(c, r, named, &absolute);
    return NULL;
}

void read_companions(struct patuh_checker *c, struct patuh_result *r)
{
    struct lkjip *l = r->document.lkjip;
    if (r->document.kind != DOCUMENT_LKJIP || l->is_pk) return;
    l->pk = chosen(c, r, c->pk, l->pk_path, 0);
    l->last_year = chosen(c, r, c->last_year, l->last_year_path, 1);
}
