/* Where the known findings of a run stand, and writing them. */
#include <string.h>

#include "cli/cli.h"

static int failed(struct cli *c, const char *path, uint32_t line, const struct trouble *why)
{
    struct str place = line ? arena_printf(c->arena, "%s:%u", path, (unsigned)line) : str_of(path);
    return usage_error(c, W_file_says, place, word_format(c->arena, why->message, c->lang, why->arg[0], why->arg[1]));
}

static const char *folder_of(struct cli *c, const char *path)
{
    const char *slash = strrchr(path, '/');
    struct str real = os_real(c->arena, slash ? arena_printf(c->arena, "%.*s", slash == path ? 1 : (int)(slash - path), path).p : ".");
    return real.p ? real.p : "";
}

/* The path that a configuration names starts at the configuration's folder. */
static const char *configured(struct cli *c, const struct noted *n)
{
    const char *slash = strrchr(n->file, '/');
    return slash ? arena_printf(c->arena, "%.*s/%s", (int)(slash - n->file), n->file, n->text.p).p : n->text.p;
}

static int read(struct cli *c, struct known *k)
{
    struct limits limits;
    struct buf raw = BUF_INIT;
    struct trouble why;
    struct source s = {.path = str_of(k->path)};
    limits_default(&limits);
    limits.v[LIMIT_nodes] = UINT32_MAX; /* it is the user's own; its bytes are bounded */
    enum rc rc = os_read(c->arena, k->path, limits.v[LIMIT_bytes], &raw, &why);
    s.raw = arena_str(c->arena, buf_view(&raw));
    buf_free(&raw);
    if (rc == RC_OK) rc = source_decode(c->arena, &s, &limits, &why);
    if (rc == RC_OK) rc = baseline_parse(c->arena, &s, &limits, &k->list, &why);
    if (rc == RC_OK) return STATUS_OK;
    return failed(c, k->path, why.at.set && s.text.p ? source_locate(c->arena, &s, why.at.begin).line : 0, &why);
}

int known_read(struct cli *c, const struct settings *settings, bool must, struct known *out)
{
    *out = (struct known){0};
    if (c->no_baseline) return STATUS_OK;
    if (c->baseline) out->path = c->baseline;
    else if (settings->baseline.text.p) out->path = arena_strz(c->arena, str_of(configured(c, &settings->baseline))); /* the settings go before it is written */
    else if (must || os_kind(BASELINE_NAME, true) == OS_FILE) out->path = BASELINE_NAME;
    else return STATUS_OK;
    out->folder = folder_of(c, out->path);
    return must && os_kind(out->path, true) == OS_MISSING ? STATUS_OK : read(c, out);
}

struct str known_key(struct arena *a, const struct known *k, const char *path)
{
    struct str key = k->folder ? config_key_of(a, k->folder, path) : STR_ABSENT;
    return key.p ? key : str_of(path);
}

/* Files that were not looked at in this run keep what is known of them, unless they are gone. */
static bool stays(struct cli *c, const struct known *k, const struct baseline_entry *e)
{
    return !e->checked && os_kind(arena_printf(c->arena, "%s/%s", k->folder, e->path.p).p, true) != OS_MISSING;
}

int known_write(struct cli *c, const struct known *k, const struct baseline *found, bool shrink)
{
    struct baseline all = {0};
    struct trouble why;
    uint64_t sum = 0;
    for (size_t i = 0; i < k->list.n; i++) {
        struct baseline_entry e = k->list.v[i];
        if (e.checked) e.count = e.seen;
        if (!shrink && baseline_find(found, &e)) continue;
        if (stays(c, k, &k->list.v[i]) || (shrink && e.checked && e.count)) *ARENA_PUSH(c->arena, &all) = e;
    }
    for (size_t i = 0; i < found->n && !shrink; i++) *ARENA_PUSH(c->arena, &all) = found->v[i];
    baseline_sort(&all);
    for (size_t i = 0; i < all.n; i++) sum += all.v[i].count;
    if (os_write(c->arena, k->path, baseline_text(c->arena, &all), &why) != RC_OK) return failed(c, k->path, 0, &why);
    say(c, c->out, W_baseline_written, str_of(k->path), arena_printf(c->arena, "%llu", (unsigned long long)sum));
    return STATUS_OK;
}
