/* A folder laid out like rules/ as a bundle: *.yaml in it and in its folders, two levels deep. */
#include <stdlib.h>
#include <string.h>

#include "api/session.h"

struct files {
    struct bundle_file *v;
    size_t n, cap;
};

static void fault(struct arena *a, struct pack_faults *faults, struct str name, uint32_t line, const struct trouble *why)
{
    struct pack_fault *f = fault_add(a, faults, arena_strz(a, name), line, why->message);
    f->arg[0] = why->arg[0];
    f->arg[1] = why->arg[1];
}

bool bundle_read_file(struct arena *a, const char *path, struct str name, struct bundle_file *out, struct pack_faults *faults)
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
    if (rc != RC_OK) return fault(a, faults, name, 0, &why), false;
    rc = yaml_parse(a, &s, &limits, &out->root, &why);
    if (rc != RC_OK) return fault(a, faults, name, source_locate(a, &s, why.at.begin).line, &why), false;
    yaml_duplicates(a, out->root, &twice);
    for (size_t i = 0; i < twice.n; i++) fault(a, faults, name, source_locate(a, &s, twice.v[i].at.begin).line, &twice.v[i]);
    out->name = arena_strz(a, name);
    return twice.n == 0;
}

static int by_name(const void *x, const void *y)
{
    return strcmp(((const struct bundle_file *)x)->name, ((const struct bundle_file *)y)->name);
}

void bundle_sort(struct bundle_file *files, size_t n)
{
    if (n) qsort(files, n, sizeof *files, by_name);
}

/* `below`: "" or the name of the folder inside dir, with its '/'. */
static void take(struct arena *a, const char *dir, const char *below, struct files *files, struct pack_faults *faults)
{
    struct names names = {0};
    struct str here = arena_printf(a, "%s/%s", dir, below);
    if (!os_list(a, here.p, &names)) {
        fault_add(a, faults, *below ? below : dir, 0, W_pack_folder);
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
            struct bundle_file f;
            if (bundle_read_file(a, path.p, name, &f, faults)) *ARENA_PUSH(a, files) = f;
        }
    }
}

struct bundle bundle_of_folder(struct arena *a, const char *dir, struct pack_faults *faults)
{
    struct files files = {0};
    take(a, dir, "", &files, faults);
    if (files.n == 0 && faults->n == 0) fault_add(a, faults, dir, 0, W_pack_nothing);
    bundle_sort(files.v, files.n);
    return (struct bundle){files.v, files.n};
}
