/* Files of old office programs (.doc, .xls, .rtf), which LibreOffice turns into those of new ones where it is installed. */
#include "read/office/foreign.h"
#include "read/office/office.h"

enum old_kind { OLD_OTHER, OLD_WORKBOOK, OLD_TEXT, OLD_RTF, OLD_LOCKED };

/* A name in a compound file's directory, which is UTF-16. */
static bool names(struct str raw, const char *name)
{
    char wide[64];
    size_t n = 0;
    for (; *name && n + 2 < sizeof wide; name++) {
        wide[n++] = *name;
        wide[n++] = 0;
    }
    return str_find(raw, (struct str){wide, n}, 0) != SIZE_MAX;
}

static bool is_compound(struct str raw) { return str_starts(raw, STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")); }

static enum old_kind kind_of(struct str raw)
{
    if (str_starts(raw, STR("{\\rtf"))) return OLD_RTF;
    if (names(raw, "EncryptedPackage")) return OLD_LOCKED;
    if (names(raw, "WordDocument")) return OLD_TEXT;
    return names(raw, "Workbook") || names(raw, "Book") ? OLD_WORKBOOK : OLD_OTHER;
}

static bool sniff(const struct source *s) { return is_compound(s->raw) || str_starts(s->raw, STR("{\\rtf")); }

static enum rc refuse(struct trouble *why, enum rc rc, enum word message)
{
    *why = (struct trouble){.message = message};
    return rc;
}

static enum rc read_legacy(struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why)
{
    enum old_kind kind = kind_of(s->raw);
    struct buf made = BUF_INIT;
    s->text = STR("");
    s->composed = true;
    out->claimed = kind != OLD_OTHER;
    if (kind == OLD_LOCKED) return refuse(why, RC_UNSUPPORTED, W_package_locked);
    if (kind == OLD_OTHER) return refuse(why, RC_UNSUPPORTED, W_read_binary);
    struct str soffice = foreign_program(a);
    if (!soffice.p) return refuse(why, RC_UNSUPPORTED, kind == OLD_WORKBOOK ? W_legacy_workbook : W_legacy_text);
    const char *from = kind == OLD_RTF ? "rtf" : kind == OLD_TEXT ? "doc" : "xls";
    enum rc rc = foreign_convert(a, soffice, s->raw, from, kind == OLD_WORKBOOK ? "ods" : "docx", limits, &made, why);
    if (rc == RC_OK) {
        s->raw = buf_view(&made);
        rc = reader_office.read(a, s, limits, out, why);
        out->claimed = rc != RC_OK;
        out->reader = from;
    }
    s->raw = STR_ABSENT;
    buf_free(&made);
    return rc;
}

const struct reader reader_legacy = {"legacy", true, sniff, read_legacy};
