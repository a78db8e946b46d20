/* The end of reading running text: the tape played, the drawing settled; or the tape alone. */
#include "read/office/laid.h"
#include "read/office/prose.h"

enum rc prose_read(const struct prose *t, struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why)
{
    enum rc rc = t->rc;
    if (rc == RC_OK) rc = tape_play(t->tape, a, s, limits, &out->layout, &out->pages, why);
    if (rc == RC_OK) drawn_finish(t->drawing, t->flow, &(struct laying){s->raw, t->format, limits}, a, out->pages, out->layout);
    tape_free(t->tape);
    arena_free(t->a);
    return rc;
}

enum rc prose_trace(const struct prose *t, struct tape **out)
{
    *out = t->rc == RC_OK ? t->tape : NULL;
    if (t->rc != RC_OK) tape_free(t->tape);
    arena_free(t->a);
    return t->rc;
}
