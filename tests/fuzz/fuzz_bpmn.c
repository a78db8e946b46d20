/* Fuzz target of the BPMN reader: every index it gives is one of the document's, every place lies in the text. */
#include "fuzz_source.h"

static void check_step(const struct source *s, const struct sop *sop, const struct step *x)
{
    size_t n = sop->steps.n;
    need(x->node && x->node->scope < sop->scopes.n && (x->node->inside == NO_INDEX || x->node->inside < sop->scopes.n));
    need(x->node->attached == NO_INDEX || x->node->attached < n);
    need(x->head.place.at.begin < x->head.place.at.end && x->head.place.at.end <= s->text.n);
    need(s->text.p[x->head.place.at.begin] == '<');
    for (size_t k = 0; k < x->exits.n; k++) need(x->exits.v[k].target == NO_INDEX || x->exits.v[k].target < n);
    for (size_t k = 0; k < x->performers.n; k++) need(x->performers.v[k].actor < sop->tables.v[0].actors.n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzzed f;
    if (fuzz_open(&f, data, size) == RC_OK) {
        (void)reader_bpmn.sniff(&f.s);
        if (reader_bpmn.read(f.a, &f.s, &f.limits, &f.reading, &f.why) == RC_OK) {
            const struct sop *sop = f.reading.document->sop;
            need(sop->steps.n > 0 && sop->scopes.n > 0 && sop->partial);
            for (size_t i = 0; i < sop->steps.n; i++) check_step(&f.s, sop, &sop->steps.v[i]);
        } else {
            fuzz_refused(&f);
        }
    }
    arena_free(f.a);
    return 0;
}
