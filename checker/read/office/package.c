/* The archive: its directory, checked as a whole when it is opened, and its parts, inflated under ceilings. */
#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include "read/office/package_state.h"

enum { RATIO_FROM = 1 << 20, PIECE = 1 << 16 };

enum { ROOT = 4096 }; /* bytes in which the root of a flat document ends: it declares every namespace there is */

static bool is_archive(struct str bytes) { return str_starts(bytes, STR("PK\x03\x04")) || str_starts(bytes, STR("PK\x05\x06")); }

bool package_flat(struct str bytes)
{
    struct str head = str_slice(bytes, 0, bytes.n < 4 * ROOT ? bytes.n : 4 * ROOT);
    size_t root = str_find(head, STR("<office:document"), 0);
    if (root == SIZE_MAX || root > ROOT || (head.p[0] != '<' && !str_starts(head, STR("\xEF\xBB\xBF<")))) return false;
    return str_find(head, STR("mimetype=\"application/vnd.oasis.opendocument."), root) != SIZE_MAX;
}

bool package_sniff(struct str bytes) { return is_archive(bytes) || package_flat(bytes); }

enum rc package_refuse(struct trouble *why, enum rc rc, enum word message, struct str part)
{
    *why = (struct trouble){.message = message};
    why->arg[0] = part;
    return rc;
}

static enum rc over(struct package *p, struct trouble *why, enum limit limit, enum word message, struct str part)
{
    package_refuse(why, RC_LIMIT, message, arena_printf(p->messages, "%llu", (unsigned long long)p->limits->v[limit]));
    why->arg[1] = arena_str(p->messages, part);
    return RC_LIMIT;
}

/* ---- the directory ------------------------------------------------------------------------------------------- */

/* Absolute, with a drive, or with a step upwards: nothing that a package of an office program has. */
static bool leads_out(struct str name)
{
    if (!name.n || name.p[0] == '/' || name.p[0] == '\\' || (name.n > 1 && name.p[1] == ':')) return true;
    for (size_t from = 0, i = 0; i <= name.n; i++) {
        if (i < name.n && name.p[i] != '/' && name.p[i] != '\\') continue;
        if (str_eq(str_slice(name, from, i), STR(".."))) return true;
        from = i + 1;
    }
    return false;
}

static int by_name(const void *x, const void *y) { return str_cmp(((const struct entry *)x)->name, ((const struct entry *)y)->name); }

static enum rc take_entry(struct package *p, zip_uint64_t i, struct trouble *why)
{
    zip_stat_t st;
    const zip_uint64_t need = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(p->zip, i, ZIP_FL_ENC_RAW, &st) != 0 || (st.valid & need) != need)
        return package_refuse(why, RC_SYNTAX, W_package_broken, STR_ABSENT);
    struct str name = arena_str(p->arena, str_of(st.name));
    if (leads_out(name)) return package_refuse(why, RC_UNSUPPORTED, W_package_escape, arena_str(p->messages, name));
    if ((st.valid & ZIP_STAT_ENCRYPTION_METHOD) && st.encryption_method != ZIP_EM_NONE)
        return package_refuse(why, RC_UNSUPPORTED, W_package_locked, STR_ABSENT);
    if (str_ends(name, STR("/"))) return RC_OK;
    p->entries[p->count] = (struct entry){.name = name, .index = i, .size = st.size, .packed = st.comp_size, .order = p->count};
    p->count++;
    return RC_OK;
}

static enum rc take_directory(struct package *p, struct trouble *why)
{
    zip_int64_t n = zip_get_num_entries(p->zip, 0);
    if (n < 0) return package_refuse(why, RC_SYNTAX, W_package_broken, STR_ABSENT);
    if ((uint64_t)n > p->limits->v[LIMIT_entries]) return over(p, why, LIMIT_entries, W_package_entries, STR_ABSENT);
    p->entries = arena_alloc(p->arena, ((size_t)n + 1) * sizeof *p->entries);
    p->sorted = arena_alloc(p->arena, ((size_t)n + 1) * sizeof *p->sorted);
    enum rc rc = RC_OK;
    for (zip_int64_t i = 0; i < n && rc == RC_OK; i++) rc = take_entry(p, (zip_uint64_t)i, why);
    if (rc != RC_OK) return rc;
    if (p->count) memcpy(p->sorted, p->entries, p->count * sizeof *p->sorted);
    if (p->count) qsort(p->sorted, p->count, sizeof *p->sorted, by_name);
    for (size_t i = 1; i < p->count; i++)
        if (str_eq(p->sorted[i].name, p->sorted[i - 1].name)) return package_refuse(why, RC_SYNTAX, W_package_broken, STR_ABSENT);
    return RC_OK;
}

static struct entry *find(const struct package *p, struct str name)
{
    size_t lo = 0, hi = p->count;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int order = str_cmp(p->sorted[mid].name, name);
        if (order == 0) return &p->entries[p->sorted[mid].order];
        if (order < 0) lo = mid + 1;
        else hi = mid;
    }
    for (size_t i = 0; i < p->count; i++)
        if (str_ieq(p->entries[i].name, name)) return &p->entries[i];
    return NULL;
}

bool package_has(const struct package *p, struct str name) { return find(p, name) != NULL; }
size_t package_count(const struct package *p) { return p->count; }
struct str package_name(const struct package *p, size_t i) { return p->entries[i].name; }

/* ---- parts --------------------------------------------------------------------------------------------------- */

static enum rc within_ceilings(struct package *p, const struct entry *e, uint64_t size, struct trouble *why)
{
    if (size > p->limits->v[LIMIT_part]) return over(p, why, LIMIT_part, W_package_part, e->name);
    if (size > p->limits->v[LIMIT_inflated] - p->inflated) return over(p, why, LIMIT_inflated, W_package_inflated, e->name);
    if (size > RATIO_FROM && size / (e->packed ? e->packed : 1) >= p->limits->v[LIMIT_ratio])
        return over(p, why, LIMIT_ratio, W_package_ratio, e->name);
    return RC_OK;
}

/* What the directory says of the size is checked first, and then held against what comes. */
static enum rc inflate(struct package *p, struct entry *e, struct trouble *why)
{
    enum rc rc = within_ceilings(p, e, e->size, why);
    if (rc != RC_OK) return rc;
    zip_file_t *f = zip_fopen_index(p->zip, e->index, 0);
    char *bytes = f ? malloc((size_t)e->size + 1) : NULL;
    uint64_t n = 0;
    zip_int64_t got = bytes ? 1 : -1;
    while (got > 0 && n < e->size) {
        got = zip_fread(f, bytes + n, e->size - n < PIECE ? e->size - n : PIECE);
        if (got > 0) n += (uint64_t)got;
    }
    char more;
    bool whole = got >= 0 && n == e->size && zip_fread(f, &more, 1) == 0; /* the read at the end also holds the checksum */
    if (f) zip_fclose(f);
    if (!whole) {
        free(bytes);
        return package_refuse(why, RC_SYNTAX, W_package_part_broken, arena_str(p->messages, e->name));
    }
    bytes[n] = '\0';
    e->bytes = bytes;
    p->inflated += n;
    return RC_OK;
}

enum rc package_part(struct package *p, struct str name, struct str *out, struct trouble *why)
{
    struct entry *e = find(p, name);
    *out = STR_ABSENT;
    if (!e) return package_refuse(why, RC_SYNTAX, W_package_missing, arena_str(p->messages, name));
    enum rc rc = e->bytes ? RC_OK : inflate(p, e, why);
    if (rc == RC_OK) *out = (struct str){e->bytes, (size_t)e->size};
    return rc;
}

/* ---- life ---------------------------------------------------------------------------------------------------- */

/* The document as the only part. */
static enum rc take_flat(struct package *p, struct str bytes, struct trouble *why)
{
    struct entry *e = arena_alloc(p->arena, 2 * sizeof *e);
    *e = (struct entry){.name = STR("content.xml"), .size = bytes.n, .packed = bytes.n};
    p->entries = e;
    p->sorted = e + 1;
    *p->sorted = *e;
    enum rc rc = within_ceilings(p, e, e->size, why);
    if (rc != RC_OK) return rc;
    e->bytes = base_alloc(bytes.n + 1);
    memcpy(e->bytes, bytes.p, bytes.n);
    e->bytes[bytes.n] = '\0';
    p->count = 1;
    p->inflated = bytes.n;
    p->main = e->name;
    struct str head = str_slice(bytes, 0, bytes.n < 4 * ROOT ? bytes.n : 4 * ROOT);
    if (str_find(head, STR("opendocument.text"), 0) != SIZE_MAX) p->kind = PACKAGE_ODT;
    else if (str_find(head, STR("opendocument.spreadsheet"), 0) != SIZE_MAX) p->kind = PACKAGE_ODS;
    return RC_OK;
}

static enum rc take_archive(struct package *p, struct str bytes, struct trouble *why)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.p, bytes.n, 0, &error);
    p->zip = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : NULL;
    if (source && !p->zip) zip_source_free(source);
    zip_error_fini(&error);
    enum rc rc = p->zip ? take_directory(p, why) : package_refuse(why, RC_SYNTAX, W_package_broken, STR_ABSENT);
    return rc == RC_OK ? package_tell_kind(p, why) : rc;
}

enum rc package_open(struct arena *a, struct str bytes, const struct limits *limits, struct package **out, struct trouble *why)
{
    struct package *p = base_alloc(sizeof *p);
    *p = (struct package){.messages = a, .arena = arena_new(), .limits = limits};
    enum rc rc = is_archive(bytes) ? take_archive(p, bytes, why) : take_flat(p, bytes, why);
    if (rc != RC_OK) {
        package_close(p);
        p = NULL;
    }
    *out = p;
    return rc;
}

void package_close(struct package *p)
{
    if (!p) return;
    for (size_t i = 0; i < p->count; i++) free(p->entries[i].bytes);
    if (p->zip) zip_discard(p->zip);
    arena_free(p->arena);
    free(p);
}
