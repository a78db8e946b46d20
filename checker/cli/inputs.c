/* Which files an invocation is about: named ones, those of folders (git knows which ones count), and those of lists. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

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

/* The files that git tracks or would track. false: not in a work tree, or no git. */
static bool git_files(struct cli *c, const char *folder, struct inputs *out)
{
    const char *const argv[] = {"git", "-C", folder, "-c", "core.fsmonitor=false", "ls-files", "-coz", "--exclude-standard", NULL};
    struct buf listing = BUF_INIT;
    bool good = os_run(argv, &listing);
    struct str rest = buf_view(&listing);
    while (good && rest.n) {
        size_t n = strlen(rest.p);
        struct str path = below(c, folder, str_slice(rest, 0, n));
        if (os_kind(path.p, false) == OS_FILE) add(c, out, path.p, false);
        rest = str_slice(rest, n + 1, rest.n);
    }
    buf_free(&listing);
    return good;
}

/* Hidden files and symbolic links are not looked at. */
static void walk(struct cli *c, const char *folder, struct inputs *out)
{
    struct names folders = {0};
    *ARENA_PUSH(c->arena, &folders) = str_of(folder);
    while (folders.n) {
        const char *here = folders.v[--folders.n].p;
        struct names names = {0};
        if (!os_list(c->arena, here, &names)) add(c, out, here, true); /* reading it says why */
        for (size_t i = 0; i < names.n; i++) {
            if (names.v[i].p[0] == '.') continue;
            struct str path = below(c, here, names.v[i]);
            enum os_kind kind = os_kind(path.p, false);
            if (kind == OS_FOLDER) *ARENA_PUSH(c->arena, &folders) = path;
            else if (kind == OS_FILE) add(c, out, path.p, false);
        }
    }
}

static int list_file(struct cli *c, const struct limits *limits, const char *path, struct inputs *out);

static int argument(struct cli *c, const struct limits *limits, const char *arg, bool lists, struct inputs *out)
{
    if (lists && arg[0] == '@') return list_file(c, limits, arg + 1, out);
    if (strcmp(arg, "-") == 0 || os_kind(arg, true) != OS_FOLDER) add(c, out, arg, true);
    else if (!git_files(c, arg, out)) walk(c, arg, out);
    return STATUS_OK;
}

static int list_file(struct cli *c, const struct limits *limits, const char *path, struct inputs *out)
{
    struct buf raw = BUF_INIT;
    struct trouble why;
    if (os_read(c->arena, path, limits->v[LIMIT_bytes], &raw, &why) != RC_OK) {
        buf_free(&raw);
        return usage_error(c, W_list_unread, str_of(path), word_format(c->arena, why.message, c->lang, why.arg[0], why.arg[1]));
    }
    struct str rest = buf_view(&raw);
    while (rest.n) {
        size_t end = str_find(rest, STR("\n"), 0);
        struct str line = str_slice(rest, 0, end);
        if (line.n && line.p[line.n - 1] == '\r') line.n--;
        if (line.n) argument(c, limits, arena_strz(c->arena, line), false, out);
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

int inputs_collect(struct cli *c, const struct limits *limits, struct inputs *out)
{
    if (c->args.n == 0) texts_add(c, &c->args, ".");
    for (size_t i = 0; i < c->args.n; i++) {
        int status = argument(c, limits, c->args.v[i], true, out);
        if (status != STATUS_OK) return status;
    }
    if (out->n) qsort(out->v, out->n, sizeof *out->v, by_path);
    size_t n = 0;
    for (size_t i = 0; i < out->n; i++)
        if (n == 0 || strcmp(out->v[n - 1].path, out->v[i].path) != 0) out->v[n++] = out->v[i];
    out->n = n;
    if (n > limits->v[LIMIT_files])
        return usage_error(c, W_too_many_files, arena_printf(c->arena, "%llu", (unsigned long long)limits->v[LIMIT_files]), STR_ABSENT);
    return STATUS_OK;
}
