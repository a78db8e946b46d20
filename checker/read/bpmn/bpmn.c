/* The reader of BPMN 2.0 files: a process diagram gives the flow of an SOP, and nothing else of it. */
#include "read/bpmn/bpmn.h"
#include "stage/read.h"

static bool sniff(const struct source *s)
{
    struct str t = str_trim(str_slice(s->text, 0, 65536));
    return str_starts(t, STR("<")) && str_find(t, STR("http://www.omg.org/spec/BPMN/20100524/MODEL"), 0) != SIZE_MAX;
}

static enum rc read_bpmn(struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why)
{
    struct bpmn found;
    out->claimed = true;
    enum rc rc = bpmn_parse(a, s, limits, &found, why);
    if (rc != RC_OK) return rc;
    if (!found.nodes.n) {
        *why = (struct trouble){.message = W_bpmn_no_process};
        return RC_UNSUPPORTED;
    }
    struct document *d = arena_alloc(a, sizeof *d);
    d->kind = DOCUMENT_SOP;
    d->reader = "bpmn";
    d->source = s;
    d->remarks = found.remarks;
    bpmn_to_sop(a, &found, d);
    out->document = d;
    return RC_OK;
}

const struct reader reader_bpmn = {"bpmn", false, sniff, read_bpmn};
