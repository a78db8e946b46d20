/* Fuzz target of the BPMN reader: every index it gives is one of the document's, every place lies in the text. */
#include "fuzz.h"
#include "stage/read.h"

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
    struct arena *a = arena_new();
    struct limits limits;
    limits_default(&limits);
    struct source s = {.path = STR("fuzz"), .raw = {(const char *)data, size}};
    struct trouble why = {0};
    struct reading reading = {0};
    if (source_decode(a, &s, &limits, &why) == RC_OK) {
        (void)reader_bpmn.sniff(&s);
        if (reader_bpmn.read(a, &s, &limits, &reading, &why) == RC_OK) {
            const struct sop *sop = reading.document->sop;
            need(sop->steps.n > 0 && sop->scopes.n > 0 && sop->partial);
            for (size_t i = 0; i < sop->steps.n; i++) check_step(&s, sop, &sop->steps.v[i]);
        } else {
            need(why.message != WORD_NONE && why.at.end <= s.text.n && why.began.end <= s.text.n);
        }
    }
    arena_free(a);
    return 0;
}
