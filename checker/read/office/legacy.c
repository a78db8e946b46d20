/* Files of old office programs (.doc, .xls, .rtf), which LibreOffice turns into those of new ones where it is installed. It works in a folder
 * and with a profile made for this one file: without network, macros or links, for a limited time. */
#include "base/os.h"
#include "base/program.h"
#include "read/office/office.h"

enum { SECONDS = 60 };

enum old_kind { OLD_OTHER, OLD_WORKBOOK, OLD_TEXT, OLD_RTF, OLD_LOCKED };

static const char settings[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">"
    "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\"><prop oor:name=\"MacroSecurityLevel\"><value>3</value></prop>"
    "<prop oor:name=\"DisableMacrosExecution\"><value>true</value></prop><prop oor:name=\"DisableActiveContent\"><value>true</value></prop></item>"
    "<item oor:path=\"/org.openoffice.Office.Calc/Content/Update\"><prop oor:name=\"Link\"><value>2</value></prop></item>"
    "<item oor:path=\"/org.openoffice.Office.Writer/Content/Update\"><prop oor:name=\"Link\"><value>0</value></prop></item></oor:items>";

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

/* In `folder`: the file as `from`, and what LibreOffice makes of it as `to`, whose bytes go to *out. */
static enum rc convert(struct arena *a, struct str raw, const struct limits *limits, struct str soffice, const char *folder, bool workbook, struct str from,
                       struct buf *out, struct trouble *why)
{
    struct str profile = arena_printf(a, "%s/profil", folder), user = arena_printf(a, "%s/user", profile.p), made = arena_printf(a, "%s/hasil", folder);
    struct str file = arena_printf(a, "%s/%s", folder, from.p), url = arena_printf(a, "-env:UserInstallation=file://%s", profile.p);
    enum rc rc = os_make_folder(a, profile.p, why);
    if (rc == RC_OK) rc = os_make_folder(a, user.p, why);
    if (rc == RC_OK) rc = os_make_folder(a, made.p, why);
    if (rc == RC_OK) rc = os_write(a, arena_printf(a, "%s/registrymodifications.xcu", user.p).p, STR(settings), why);
    if (rc == RC_OK) rc = os_write(a, file.p, raw, why);
    if (rc != RC_OK) return rc;
    const char *const argv[] = {soffice.p, url.p, "--headless", "--norestore", "--nolockcheck", "--convert-to", workbook ? "ods" : "docx", "--outdir", made.p, file.p, NULL};
    enum os_end end = os_foreign(a, argv, folder, SECONDS, limits->v[LIMIT_part]);
    if (end == OS_TIMED_OUT) return refuse(why, RC_LIMIT, W_legacy_time);
    if (end != OS_ENDED) return refuse(why, RC_SYNTAX, W_legacy_failed);
    struct str target = arena_printf(a, "%s/berkas.%s", made.p, workbook ? "ods" : "docx");
    if (os_kind(target.p, false) != OS_FILE) return refuse(why, RC_SYNTAX, W_legacy_failed);
    return os_read(a, target.p, limits->v[LIMIT_bytes], out, why);
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
    struct str soffice = program_of_path(a, "soffice");
    if (!soffice.p) return refuse(why, RC_UNSUPPORTED, kind == OLD_WORKBOOK ? W_legacy_workbook : W_legacy_text);
    struct str folder = os_temporary(a), name = kind == OLD_RTF ? STR("berkas.rtf") : kind == OLD_TEXT ? STR("berkas.doc") : STR("berkas.xls");
    if (!folder.p) return refuse(why, RC_IO, W_legacy_failed);
    enum rc rc = convert(a, s->raw, limits, soffice, folder.p, kind == OLD_WORKBOOK, name, &made, why);
    os_remove(a, folder.p);
    if (rc == RC_OK) {
        s->raw = buf_view(&made);
        rc = reader_office.read(a, s, limits, out, why);
        out->claimed = rc != RC_OK;
        out->reader = kind == OLD_WORKBOOK ? "xls" : kind == OLD_RTF ? "rtf" : "doc";
    }
    s->raw = STR_ABSENT;
    buf_free(&made);
    return rc;
}

const struct reader reader_legacy = {"legacy", true, sniff, read_legacy};
