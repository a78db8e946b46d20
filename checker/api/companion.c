/* Documents that a report is held against: its Perjanjian Kinerja and last year's report, from options or named in its definition. What the
 * user names may stand anywhere; what a definition names only in its own folder or below it. */
#include "api/session.h"

static void complain(struct patuh_checker *c, struct patuh_result *r, struct str path, struct span at, const struct trouble *why)
{
    struct trouble *t = trouble_add(r->arena, &r->document.errors, W_companion_unread, at);
    t->arg[0] = path;
    t->arg[1] = word_format(r->arena, why->message, c->lang, why->arg[0], why->arg[1]);
}

/* 0: not printed or not read */
static int year_of(const struct lkjip *l)
{
    uint64_t year;
    return str_u64(str_trim(l->identity.year.text), &year) && year < 10000 ? (int)year : 0;
}

/* A Perjanjian Kinerja or a report, analysed; NULL with the reason in *why. */
static const struct lkjip *load(struct patuh_checker *c, struct arena *a, struct str path, struct trouble *why)
{
    struct source *source = arena_alloc(a, sizeof *source);
    struct document *d = arena_alloc(a, sizeof *d);
    struct buf raw = BUF_INIT;
    bool claimed = false;
    source->path = path;
    enum rc rc = os_read(a, arena_strz(a, path), c->limits.v[LIMIT_bytes], &raw, why);
    if (rc == RC_OK) {
        source->raw = buf_view(&raw);
        rc = document_read(c, a, source, d, &claimed, NULL, why);
    }
    source->raw = STR_ABSENT; /* its text lives in the arena */
    buf_free(&raw);
    if (rc != RC_OK) return NULL;
    if (d->kind != DOCUMENT_LKJIP) return *why = (struct trouble){.message = W_companion_kind}, NULL;
    if (d->errors.n) return *why = d->errors.v[0], NULL;
    analyse(a, c->analyst, d);
    return d->lkjip;
}

/* What a definition names: no way up, and no link that leads elsewhere. */
static const struct lkjip *beside(struct patuh_checker *c, struct patuh_result *r, struct str named, struct trouble *why)
{
    struct arena *a = r->arena;
    struct str document = r->source->path;
    size_t n = document.n;
    while (n > 0 && document.p[n - 1] != '/') n--;
    struct str folder = os_real(a, n ? arena_strz(a, str_slice(document, 0, n)) : ".");
    struct str below = arena_printf(a, "%s/", folder.n == 1 ? "" : folder.p);
    struct str path = arena_printf(a, "%s%s", below.p, arena_strz(a, named)), real = os_real(a, path.p);
    bool upwards = str_find(arena_printf(a, "/%s/", arena_strz(a, named)), STR("/../"), 0) != SIZE_MAX;
    if (named.p[0] != '/' && !upwards && (!real.p || str_starts(real, below))) return load(c, a, path, why);
    *why = (struct trouble){.message = W_companion_outside};
    return NULL;
}

/* `years`: how many years before the report's its own has to be. */
static bool of_year(struct arena *a, const struct lkjip *report, const struct lkjip *its, int years, struct trouble *why)
{
    int year = year_of(report), other = year_of(its);
    if (!year || !other || other == year - years) return true;
    *why = (struct trouble){.message = W_companion_year, .arg = {arena_printf(a, "%d", other), arena_printf(a, "%d", year)}};
    return false;
}

static const struct lkjip *chosen(struct patuh_checker *c, struct patuh_result *r, const struct companion *option, const struct item *named, int years)
{
    struct trouble why = {0};
    struct str path = option->path.p ? option->path : named->text;
    if (!path.n) return NULL;
    const struct lkjip *l = option->path.p ? option->report : beside(c, r, path, &why);
    if (l && of_year(r->arena, r->document.lkjip, l, years, &why)) return l;
    complain(c, r, path, option->path.p ? SPAN_NONE : named->place.at, &why);
    return NULL;
}

void read_companions(struct patuh_checker *c, struct patuh_result *r)
{
    struct lkjip *l = r->document.lkjip;
    if (r->document.kind != DOCUMENT_LKJIP || l->is_pk) return;
    l->pk = chosen(c, r, &c->pk, &l->pk_path, 0);
    l->last_year = chosen(c, r, &c->last_year, &l->last_year_path, 1);
}

bool companion_load(struct patuh_checker *c, const char *path, struct companion *out, struct str *message)
{
    struct trouble why = {0};
    if (!path) return true;
    out->path = arena_str(c->arena, str_of(path));
    out->report = load(c, c->arena, out->path, &why);
    if (out->report) return true;
    *message = word_format(c->arena, W_companion_unread, c->lang, out->path, word_format(c->arena, why.message, c->lang, why.arg[0], why.arg[1]));
    return false;
}
