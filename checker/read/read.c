/* The table of readers: the first whose sniff says yes reads. */
#include "stage/read.h"

static const struct reader *const readers[] = {&reader_pdf, &reader_office, &reader_legacy, &reader_yaml, &reader_bpmn, &reader_text};

enum rc read_source(struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why)
{
    *out = (struct reading){0};
    for (size_t i = 0; i < COUNT(readers); i++) {
        const struct reader *r = readers[i];
        if (!r->raw && !s->text.p) {
            enum rc rc = source_decode(a, s, limits, why);
            if (rc != RC_OK) return rc;
        }
        if (i + 1 < COUNT(readers) && !r->sniff(s)) continue;
        out->reader = r->name;
        return r->read(a, s, limits, out, why);
    }
    return RC_UNSUPPORTED;
}
