/* The reader of office files: opens the package and hands it to the reader of what is inside. */
#include "read/office/office.h"

static const struct office_reader *const readers[] = {&office_docx, &office_odt, &office_xlsx, &office_ods};

static bool sniff(const struct source *s) { return package_sniff(s->raw); }

/* Named as an office file: what cannot be opened is then told in folders, too. */
static bool named_office(struct str path)
{
    static const char *const endings[] = {".docx", ".docm", ".xlsx", ".xlsm", ".odt", ".ods", ".fodt", ".fods"};
    for (size_t i = 0; i < COUNT(endings); i++) {
        struct str e = str_of(endings[i]);
        if (path.n > e.n && str_ieq(str_slice(path, path.n - e.n, path.n), e)) return true;
    }
    return false;
}

static const struct office_reader *reader_of(enum package_kind kind)
{
    for (size_t i = 0; i < COUNT(readers); i++)
        if (readers[i]->kind == kind) return readers[i];
    return NULL;
}

static enum rc read_office(struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why)
{
    struct package *p;
    s->text = STR("");
    s->composed = true;
    if (s->raw.n > limits->v[LIMIT_bytes]) {
        *why = (struct trouble){.message = W_read_bytes, .arg = {arena_printf(a, "%llu", (unsigned long long)limits->v[LIMIT_bytes])}};
        return RC_LIMIT;
    }
    enum rc rc = package_open(a, s->raw, limits, &p, why);
    out->claimed = rc != RC_OK && named_office(s->path);
    if (rc != RC_OK) return rc;
    const struct office_reader *r = reader_of(package_kind(p));
    if (r) {
        out->reader = r->name;
        rc = r->read(a, s, p, limits, out, why);
        out->claimed |= rc != RC_OK;
    } else {
        *why = (struct trouble){.message = W_package_other};
        rc = RC_UNSUPPORTED;
    }
    package_close(p);
    return rc;
}

const struct reader reader_office = {"office", true, sniff, read_office};
