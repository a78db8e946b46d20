/* LibreOffice turns a file of one kind into one of another. */
#include "base/os.h"
#include "base/program.h"
#include "read/office/foreign.h"

enum { SECONDS = 60 };

static const char settings[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">"
    "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\"><prop oor:name=\"MacroSecurityLevel\"><value>3</value></prop>"
    "<prop oor:name=\"DisableMacrosExecution\"><value>true</value></prop><prop oor:name=\"DisableActiveContent\"><value>true</value></prop></item>"
    "<item oor:path=\"/org.openoffice.Office.Calc/Content/Update\"><prop oor:name=\"Link\"><value>2</value></prop></item>"
    "<item oor:path=\"/org.openoffice.Office.Writer/Content/Update\"><prop oor:name=\"Link\"><value>0</value></prop></item></oor:items>";

static enum rc refuse(struct trouble *why, enum rc rc, enum word message)
{
    *why = (struct trouble){.message = message};
    return rc;
}

/* All of it in `folder`. */
static enum rc convert(struct arena *a, struct str program, struct str raw, const char *folder, const char *from, const char *to, const struct limits *limits,
                       struct buf *out, struct trouble *why)
{
    struct str profile = arena_printf(a, "%s/profil", folder), user = arena_printf(a, "%s/user", profile.p), made = arena_printf(a, "%s/hasil", folder);
    struct str file = arena_printf(a, "%s/berkas.%s", folder, from), url = arena_printf(a, "-env:UserInstallation=file://%s", profile.p);
    enum rc rc = os_make_folder(a, profile.p, why);
    if (rc == RC_OK) rc = os_make_folder(a, user.p, why);
    if (rc == RC_OK) rc = os_make_folder(a, made.p, why);
    if (rc == RC_OK) rc = os_write(a, arena_printf(a, "%s/registrymodifications.xcu", user.p).p, STR(settings), why);
    if (rc == RC_OK) rc = os_write(a, file.p, raw, why);
    if (rc != RC_OK) return rc;
    const char *const argv[] = {program.p, url.p, "--headless", "--norestore", "--nolockcheck", "--convert-to", to, "--outdir", made.p, file.p, NULL};
    enum os_end end = os_foreign(a, argv, folder, SECONDS, limits->v[LIMIT_part]);
    if (end == OS_TIMED_OUT) return refuse(why, RC_LIMIT, W_legacy_time);
    if (end != OS_ENDED) return refuse(why, RC_SYNTAX, W_legacy_failed);
    struct str target = arena_printf(a, "%s/berkas.%s", made.p, to);
    if (os_kind(target.p, false) != OS_FILE) return refuse(why, RC_SYNTAX, W_legacy_failed);
    return os_read(a, target.p, limits->v[LIMIT_bytes], out, why);
}

struct str foreign_program(struct arena *a) { return program_of_path(a, "soffice"); }

enum rc foreign_convert(struct arena *a, struct str program, struct str raw, const char *from, const char *to, const struct limits *limits, struct buf *out,
                        struct trouble *why)
{
    struct str folder = os_temporary(a);
    if (!folder.p) return refuse(why, RC_IO, W_legacy_failed);
    enum rc rc = convert(a, program, raw, folder.p, from, to, limits, out, why);
    os_remove(a, folder.p);
    return rc;
}
