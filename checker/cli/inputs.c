/* Which files an invocation is about: named ones, those of folders, and those of lists. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "base/ignore.h"

enum { IGNORE_BYTES = 1 << 20 }; /* of a .gitignore; a larger one is not obeyed */

static void add(struct cli *c, struct inputs *out, const char *path, bool named)
{
    *ARENA_PUSH(c->arena, out) = (struct input){path, named};
}

/* A path below a folder as the user would write it: nothing before it for ".". */
static struct str below(struct cli *c, const char *folder, struct str name)
{
    size_t n = strlen(folder);
    if (strcmp(folder, ".") == 0) return arena_str(c->arena, name);
    return arena_printf(c->arena, "%s%s%s", folder, folder[n - 1] == '/' ? "" : "/", arena_strz(c->arena, name));
}

/* A walk. */
struct walk {
    struct cli *c;
    struct configs *configs;
    const struct limits *limits;
};

static bool excluded(const struct walk *w, const char *path)
{
    return config_excludes(w->configs, configs_for(w->configs, path), path);
}

/* A folder to look into, and what is left out below it. */
struct folder {
    const char *path;
    struct str key;             /* see struct ignore */
    const struct ignore *rules; /* of the folders above; may be NULL */
};
struct folders {
    struct folder *v;
    size_t n, cap;
};

/* With the patterns of the .gitignore in `path`, if there is one: no link, no pipe. */
static const struct ignore *with_patterns(struct cli *c, const struct ignore *above, const char *path, struct str key)
{
    struct str file = below(c, path, STR(".gitignore"));
    const struct ignore *rules = above;
    struct buf text = BUF_INIT;
    struct trouble why;
    if (os_kind(file.p, false) == OS_FILE && os_read(c->arena, file.p, IGNORE_BYTES, &text, &why) == RC_OK)
        rules = ignore_parse(c->arena, above, key, buf_view(&text));
    buf_free(&text);
    return rules;
}

/* How much of a real path leads to the top of the work tree it lies in; all of it where there is none. */
static size_t work_tree(struct cli *c, struct str real)
{
    for (size_t n = real.n; n > 0; n--) {
        if (n < real.n && real.p[n] != '/') continue;
        if (os_kind(arena_printf(c->arena, "%.*s/.git", (int)n, real.p).p, false) != OS_MISSING) return n;
    }
    return real.n;
}

/* A folder that was named, with the patterns of the work tree above it, unless they leave it out: what is named is looked at. */
static struct folder named_folder(struct cli *c, const char *path)
{
    struct folder f = {.path = path};
    struct str real = os_real(c->arena, path);
    size_t top = real.p ? work_tree(c, real) : 0;
    const struct ignore *rules = NULL;
    if (top >= real.n) return f;
    f.key = str_slice(real, top + 1, real.n);
    for (size_t n = top; n < real.n; n++) {
        if (n > top && real.p[n] != '/') continue;
        size_t next = str_find(real, STR("/"), n + 1);
        rules = with_patterns(c, rules, arena_strz(c->arena, str_slice(real, 0, n)), n > top ? str_slice(f.key, 0, n - top - 1) : STR(""));
        if (ignore_matches(rules, str_slice(f.key, 0, (next == SIZE_MAX ? real.n : next) - top - 1), true)) return f;
    }
    f.rules = rules;
    return f;
}

/* Neither hidden entries nor links are looked at, nor what Word and Excel leave beside an open file ("~$…"), nor what a .gitignore leaves out. */
static void look_into(const struct walk *w, struct folder here, struct folders *folders, struct inputs *out)
{
    struct cli *c = w->c;
    struct names names = {0};
    const struct ignore *rules = with_patterns(c, here.rules, here.path, here.key);
    if (!os_list(c->arena, here.path, &names)) add(c, out, here.path, true); /* reading it says why */
    for (size_t i = 0; i < names.n; i++) {
        if (names.v[i].p[0] == '.' || str_starts(names.v[i], STR("~$"))) continue;
        struct str path = below(c, here.path, names.v[i]), key = names.v[i];
        enum os_kind kind = os_kind(path.p, false);
        if (kind != OS_FOLDER && kind != OS_FILE) continue;
        if (here.key.n) key = arena_printf(c->arena, "%s/%s", arena_strz(c->arena, here.key), key.p);
        if (ignore_matches(rules, key, kind == OS_FOLDER) || excluded(w, path.p)) *ARENA_PUSH(c->arena, &out->ignored) = path;
        else if (kind == OS_FOLDER) *ARENA_PUSH(c->arena, folders) = (struct folder){path.p, key, rules};
        else add(c, out, path.p, false);
    }
}

static void walk(const struct walk *w, const char *path, struct inputs *out)
{
    struct folders folders = {0};
    *ARENA_PUSH(w->c->arena, &folders) = named_folder(w->c, path);
    while (folders.n && out->n <= w->limits->v[LIMIT_files]) look_into(w, folders.v[--folders.n], &folders, out);
}

static int list_file(const struct walk *w, const char *path, struct inputs *out);

/* What is named is looked at though a configuration leaves it out, unless that is asked for: for hooks, which name what has changed. */
static int argument(const struct walk *w, const char *arg, bool lists, struct inputs *out)
{
    bool standard = strcmp(arg, "-") == 0;
    if (lists && arg[0] == '@') return list_file(w, arg + 1, out);
    if (w->c->force_exclude && !standard && excluded(w, arg)) *ARENA_PUSH(w->c->arena, &out->ignored) = str_of(arg);
    else if (standard || os_kind(arg, true) != OS_FOLDER) add(w->c, out, arg, true);
    else walk(w, arg, out);
    return STATUS_OK;
}

static int list_file(const struct walk *w, const char *path, struct inputs *out)
{
    struct cli *c = w->c;
    struct buf raw = BUF_INIT;
    struct trouble why;
    uint64_t most = w->limits->v[LIMIT_bytes];
    bool standard = strcmp(path, "-") == 0;
    if ((standard ? os_read_stream(c->arena, c->in, most, &raw, &why) : os_read(c->arena, path, most, &raw, &why)) != RC_OK) {
        buf_free(&raw);
        return usage_error(c, W_list_unread, str_of(path), word_format(c->arena, why.message, c->lang, why.arg[0], why.arg[1]));
    }
    struct str rest = buf_view(&raw);
    if (str_starts(rest, STR("\xEF\xBB\xBF"))) rest = str_slice(rest, 3, rest.n);
    const char mark[] = {memchr(rest.p, 0, rest.n) ? '\0' : '\n'}; /* of git ls-files -z, find -print0 */
    while (rest.n) {
        size_t end = str_find(rest, (struct str){mark, 1}, 0);
        struct str line = str_slice(rest, 0, end);
        if (*mark && line.n && line.p[line.n - 1] == '\r') line.n--;
        if (line.n && (!*mark || line.p[0] != '#')) argument(w, arena_strz(c->arena, line), false, out);
        rest = end == SIZE_MAX ? STR("") : str_slice(rest, end + 1, rest.n);
    }
    buf_free(&raw);
    return STATUS_OK;
}

static int by_path(const void *x, const void *y)
{
    const struct input *a = x, *b = y;
    int order = strcmp(a->path, b->path);
    return order ? order : b->named - a->named;
}

int inputs_collect(struct cli *c, const struct limits *limits, struct pool *pool, struct inputs *out)
{
    struct walk w = {c, pool_configs(pool), limits};
    if (c->args.n == 0) texts_add(c, &c->args, ".");
    for (size_t i = 0; i < c->args.n; i++) {
        int status = argument(&w, c->args.v[i], true, out);
        if (status != STATUS_OK) return status;
    }
    names_sort(&out->ignored);
    if (out->n) qsort(out->v, out->n, sizeof *out->v, by_path);
    size_t n = 0;
    for (size_t i = 0; i < out->n; i++)
        if (n == 0 || strcmp(out->v[n - 1].path, out->v[i].path) != 0) out->v[n++] = out->v[i];
    out->n = n;
    if (n > limits->v[LIMIT_files])
        return usage_error(c, W_too_many_files, arena_printf(c->arena, "%llu", (unsigned long long)limits->v[LIMIT_files]), STR_ABSENT);
    return STATUS_OK;
}
