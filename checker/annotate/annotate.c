/* Which writer a file is for. */
#include "annotate/parts.h"
#include "read/page/pdf.h"

enum rc annotate(struct arena *a, struct str raw, const struct limits *limits, const struct notes *notes, struct buf *out, struct trouble *why)
{
    static const struct {
        enum package_kind kind;
        annotate_package *write;
    } writers[] = {{PACKAGE_DOCX, annotate_docx}, {PACKAGE_ODT, annotate_odt}, {PACKAGE_XLSX, annotate_xlsx}, {PACKAGE_ODS, annotate_ods}};
    struct package *p = NULL;
    if (pdf_sniff(raw)) return annotate_pdf(a, raw, limits, notes, out, why);
    enum rc rc = package_sniff(raw) ? package_open(a, raw, limits, &p, why) : RC_UNSUPPORTED;
    if (rc == RC_OK) {
        rc = RC_UNSUPPORTED;
        for (size_t i = 0; i < COUNT(writers); i++)
            if (writers[i].kind == package_kind(p)) return rc = writers[i].write(a, p, raw, notes, out, why), package_close(p), rc;
    }
    package_close(p);
    if (rc == RC_UNSUPPORTED) *why = (struct trouble){.message = W_annotate_kind};
    return rc;
}
