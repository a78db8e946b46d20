/* Rule files of the user: a folder (*.yaml in it and in its folders, two levels deep) or one file, alone or over others. */
#include <stdlib.h>
#include <string.h>

#include "api/session.h"

struct files {
    struct bundle_file *v;
    size_t n, cap;
};

/* Faults of reading name the file by its path. */
static void fault(struct arena *a, struct pack_faults *faults, const char *path, uint32_t line, const struct trouble *why)
{
    struct pack_fault *f = fault_add(a, faults, path, line, why->message);
    f->arg[0] = why->arg[0];
    f->arg[1] = why->arg[1];
}

static bool read_file(struct arena *a, const char *path, struct str name, struct bundle_file *out, struct pack_faults *faults)
{
    struct limits limits;
    struct buf raw = BUF_INIT;
    struct trouble why;
    struct source s = {.path = name};
    struct troubles twice = {0};
    limits_default(&limits);
    enum rc rc = os_read(a, path, limits.v[LIMIT_bytes], &raw, &why);
    s.raw = arena_str(a, buf_view(&raw));
    buf_free(&raw);
    if (rc == RC_OK) rc = source_decode(a, &s, &limits, &why);
    if (rc == RC_OK && s.damage.message) why = s.damage, rc = RC_SYNTAX;
    if (rc != RC_OK) return fault(a, faults, path, 0, &why), false;
    rc = yaml_parse(a, &s, &limits, &out->root, &why);
    if (rc != RC_OK) return fault(a, faults, path, source_locate(a, &s, why.at.begin).line, &why), false;
    yaml_duplicates(a, out->root, &twice);
    for (size_t i = 0; i < twice.n; i++) fault(a, faults, path, source_locate(a, &s, twice.v[i].at.begin).line, &twice.v[i]);
    out->name = arena_strz(a, name);
    out->path = path;
    return twice.n == 0;
}

static int by_name(const void *x, const void *y)
{
    return strcmp(((const struct bundle_file *)x)->name, ((const struct bundle_file *)y)->name);
}

/* `below`: "" or the name of the folder inside dir, with its '/'. */
static void take(struct arena *a, const char *dir, const char *below, struct files *files, struct pack_faults *faults)
{
    struct names names = {0};
    struct str here = arena_printf(a, "%s/%s", dir, below);
    if (!os_list(a, here.p, &names)) {
        fault_add(a, faults, *below ? here.p : dir, 0, W_pack_folder);
        return;
    }
    names_sort(&names);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = arena_printf(a, "%s%s", here.p, names.v[i].p), name = arena_printf(a, "%s%s", below, names.v[i].p);
        if (names.v[i].p[0] == '.') continue;
        enum os_kind kind = os_kind(path.p, true);
        if (kind == OS_FOLDER && !*below) {
            take(a, dir, arena_printf(a, "%s/", name.p).p, files, faults);
        } else if (kind == OS_FILE && str_ends(name, STR(".yaml"))) {
            struct bundle_file f = {0};
            if (read_file(a, path.p, name, &f, faults)) *ARENA_PUSH(a, files) = f;
        }
    }
}

/* "sop/WK003-total.yaml": its id, "WK003"; absent for files that hold no rule. */
static struct str id_of(const char *name)
{
    const char *slash = strrchr(name, '/'), *dash = slash ? strchr(slash, '-') : NULL;
    return dash ? (struct str){slash + 1, (size_t)(dash - slash - 1)} : STR_ABSENT;
}

/* A rule file that does not stand in a folder of the three groups belongs to the one that its `at` is about. */
static const char *name_in_bundle(struct arena *a, const struct bundle_file *f)
{
    struct str name = str_of(f->name), at = yaml_get_str(f->root, "at");
    if (str_starts(name, STR("sop/")) || str_starts(name, STR("lkjip/")) || str_starts(name, STR("umum/"))) return f->name;
    if (!yaml_get(f->root, "id")) return f->name;
    const char *slash = strrchr(f->name, '/');
    const char *group = str_starts(at, STR("sop")) ? "sop" : str_starts(at, STR("lkjip")) ? "lkjip" : "umum";
    return arena_printf(a, "%s/%s", group, slash ? slash + 1 : f->name).p;
}

struct bundle bundle_read(struct arena *a, const char *given, struct pack_faults *faults)
{
    struct files files = {0};
    struct str path = str_of(given);
    while (path.n > 1 && path.p[path.n - 1] == '/') path.n--;
    const char *where = arena_strz(a, path), *slash = strrchr(where, '/');
    struct bundle_file one = {0};
    if (os_kind(where, true) != OS_FILE) take(a, where, "", &files, faults);
    else if (read_file(a, where, str_of(slash ? slash + 1 : where), &one, faults)) *ARENA_PUSH(a, &files) = one;
    if (files.n == 0 && faults->n == 0) fault_add(a, faults, where, 0, W_pack_nothing);
    for (size_t i = 0; i < files.n; i++) files.v[i].name = name_in_bundle(a, &files.v[i]);
    if (files.n) qsort(files.v, files.n, sizeof *files.v, by_name);
    return (struct bundle){files.v, files.n};
}

bool bundle_replaces(const struct bundle *pack, const char *name)
{
    struct str id = id_of(name);
    for (size_t i = 0; i < pack->n; i++)
        if (strcmp(name, pack->files[i].name) == 0 || (id.p && str_eq(id, id_of(pack->files[i].name)))) return true;
    return false;
}

struct bundle bundle_over(struct arena *a, struct bundle base, struct bundle pack)
{
    struct files all = {0};
    for (size_t i = 0; i < base.n; i++)
        if (!bundle_replaces(&pack, base.files[i].name)) *ARENA_PUSH(a, &all) = base.files[i];
    for (size_t i = 0; i < pack.n; i++) *ARENA_PUSH(a, &all) = pack.files[i];
    if (all.n) qsort(all.v, all.n, sizeof *all.v, by_name);
    return (struct bundle){all.v, all.n};
}
