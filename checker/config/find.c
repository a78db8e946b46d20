/* Which configuration files apply where. */
#include <string.h>

#include "config/chain.h"

struct configs *configs_new(struct arena *a, const struct bundle *rules, const struct limits *limits, const char *only, bool off)
{
    struct configs *c = arena_alloc(a, sizeof *c);
    struct config_chain *chain = arena_alloc(a, sizeof *chain);
    *c = (struct configs){.a = a, .rules = rules, .limits = limits};
    *chain = (struct config_chain){0};
    if (only && !off) config_read(c, only, 0, chain);
    if (only || off) c->fixed = chain;
    return c;
}

struct pack_faults *configs_faults(struct configs *c) { return &c->faults; }

struct config_file *configs_file(struct configs *c, size_t index) { return index < c->files.n ? c->files.v[index] : NULL; }

static size_t parent(struct str folder)
{
    size_t n = folder.n;
    while (n > 0 && folder.p[n - 1] != '/') n--;
    return n > 1 ? n - 1 : n;
}

/* As the user would write it: seen from where the program runs, where the file lies at or below that. */
static const char *shown(struct configs *c, struct str folder)
{
    struct str here = os_real(c->a, "."), below = here.p ? config_below(c->a, here.p, folder.p) : STR_ABSENT;
    if (!below.p) return arena_printf(c->a, "%s/" CONFIG_NAME, folder.n > 1 ? folder.p : "").p;
    return below.n ? arena_printf(c->a, "%s/" CONFIG_NAME, below.p).p : CONFIG_NAME;
}

/* The chain of a folder: of the folder above it, and its own file. */
static const struct config_chain *chain_of(struct configs *c, struct str folder)
{
    for (size_t i = c->n; i-- > 0;)
        if (str_eq(c->v[i].folder, folder)) return c->v[i].chain;
    size_t up = parent(folder);
    const struct config_chain *above = up < folder.n ? chain_of(c, arena_str(c->a, str_slice(folder, 0, up))) : NULL, *its = above;
    struct str file = arena_printf(c->a, "%s/" CONFIG_NAME, folder.n > 1 ? folder.p : "");
    if (os_kind(file.p, true) == OS_FILE || !above) {
        struct config_chain *chain = arena_alloc(c->a, sizeof *chain);
        struct config_chain own = {0};
        *chain = (struct config_chain){0};
        if (os_kind(file.p, true) == OS_FILE) config_read(c, shown(c, folder), 0, &own);
        bool root = own.n && own.v[own.n - 1]->root;
        for (size_t i = 0; above && !root && i < above->n; i++) *ARENA_PUSH(c->a, chain) = above->v[i];
        for (size_t i = 0; i < own.n; i++) *ARENA_PUSH(c->a, chain) = own.v[i];
        its = chain;
    }
    *ARENA_PUSH(c->a, c) = (struct known_folder){folder, its};
    return its;
}

/* The folder of a path, without links; that of the whole path where it is one. */
static struct str real_folder(struct arena *a, const char *path)
{
    if (os_kind(path, true) == OS_FOLDER) return os_real(a, path);
    size_t n = strlen(path);
    while (n > 0 && path[n - 1] != '/') n--;
    return n == 0 ? os_real(a, ".") : os_real(a, arena_strz(a, str_slice(str_of(path), 0, n > 1 ? n - 1 : 1)));
}

const struct config_chain *configs_for(struct configs *c, const char *path)
{
    static const struct config_chain none = {0};
    if (c->fixed) return c->fixed;
    struct str folder = real_folder(c->a, path);
    return folder.p ? chain_of(c, folder) : &none;
}

struct str config_below(struct arena *a, const char *folder, const char *path)
{
    size_t n = strlen(folder);
    if (n == 1 && path[0] == '/') return str_of(path + 1);
    if (!n || strncmp(folder, path, n) != 0 || (path[n] && path[n] != '/')) return STR_ABSENT;
    return arena_str(a, str_of(path[n] ? path + n + 1 : ""));
}

/* The path without links of its folder: a file that is a link is called what it is called here. */
static struct str real_path(struct arena *a, const char *path)
{
    struct str folder = real_folder(a, path), whole = str_of(path);
    size_t n = whole.n;
    if (!folder.p || os_kind(path, true) == OS_FOLDER) return folder;
    while (n > 0 && path[n - 1] != '/') n--;
    return arena_printf(a, "%s/%s", folder.n > 1 ? folder.p : "", path + n);
}

struct str config_key_of(struct arena *a, const char *folder, const char *path)
{
    struct str real = real_path(a, path);
    return real.p ? config_below(a, folder, real.p) : STR_ABSENT;
}

bool config_excludes(struct configs *c, const struct config_chain *chain, const char *path)
{
    for (size_t i = 0; i < chain->n; i++) {
        if (!chain->v[i]->exclude) continue;
        struct str key = config_key_of(c->a, chain->v[i]->folder, path);
        if (key.n && (ignore_covers(chain->v[i]->exclude, key) || (os_kind(path, true) == OS_FOLDER && ignore_matches(chain->v[i]->exclude, key, true)))) return true;
    }
    return false;
}

const char **config_packs(struct arena *a, const struct config_chain *chain)
{
    struct {
        const char **v;
        size_t n, cap;
    } packs = {0};
    for (size_t i = 0; i < chain->n; i++)
        for (size_t k = 0; k < chain->v[i]->packs.n; k++) *ARENA_PUSH(a, &packs) = chain->v[i]->packs.v[k].text.p;
    *ARENA_PUSH(a, &packs) = NULL;
    return packs.v;
}
