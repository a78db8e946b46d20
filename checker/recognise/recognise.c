/* Which kind of document a layout holds: each kind reads it and says how surely it is one. */
#include "stage.h"

enum { SURE = 3, LIKELY = 2 };

void recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, struct document *out, bool *claims)
{
    size_t evidence;
    struct sop *sop = sop_recognise(a, v, layout, &evidence);
    *claims = evidence >= LIKELY;
    out->kind = evidence >= SURE ? DOCUMENT_SOP : DOCUMENT_NONE;
    if (out->kind == DOCUMENT_SOP) out->sop = sop;
}
