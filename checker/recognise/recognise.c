/* Which kind of document a layout holds: each kind reads it and says how surely it is one. */
#include "report.h"

enum { SURE = 3, LIKELY = 2, REPORT_SURE = 4 };

void recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, struct document *out, bool *claims)
{
    size_t evidence;
    struct sop *sop = sop_recognise(a, v, layout, &evidence);
    size_t report_evidence;
    struct lkjip *report = report_recognise(a, v, layout, &report_evidence);
    *claims = evidence >= LIKELY || report_evidence >= SURE;
    if (report_evidence >= REPORT_SURE && report_evidence > evidence) out->kind = DOCUMENT_LKJIP, out->lkjip = report;
    else if (evidence >= SURE) out->kind = DOCUMENT_SOP, out->sop = sop;
    else out->kind = DOCUMENT_NONE;
}
