/* The analyses in their order. */
#include <stdlib.h>

#include "analyse/analyst.h"
#include "analyse/texts.h"
#include "domain/calendar.h"
#include "domain/citation/registry.h"
#include "domain/duration.h"
#include "domain/number.h"
#include "domain/office.h"
#include "domain/paper.h"
#include "language/lexicon.h"
#include "language/verb.h"
#include "language/wordbook.h"

const struct knowledge *knowledge_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    struct knowledge *k = arena_alloc(a, sizeof *k);
    size_t before = faults->n;
    k->calendar = calendar_load(a, b, faults);
    k->time_units = duration_load(a, b, faults);
    k->identity = identity_load(a, b, faults);
    k->registry = registry_load(a, b, faults);
    k->offices = office_load(a, b, faults);
    k->morphology = wording_load(a, b, faults);
    k->papers = paper_load(a, b, faults);
    k->lexicon = spelling_load(a, b, faults);
    k->figures = figures_load(a, b, faults);
    k->directions = direction_load(a, b, faults);
    k->lkjip_content = lkjip_content_load(a, b, faults);
    k->narrative = narrative_load(a, b, faults);
    k->flow_terms = flow_load(a, b, faults);
    return faults->n == before ? k : NULL;
}

struct analyst *analyst_new(const struct knowledge *k, const struct parameters *p, struct date today)
{
    struct analyst *x = base_alloc(sizeof *x);
    *x = (struct analyst){.k = k, .p = p, .words = wordbook_new(learn_word, k), .speller = speller_new(k->lexicon, parameter_get(p, "kamus")), .today = today};
    return x;
}

bool today_read(struct str text, struct date *out)
{
    uint64_t y, m, d;
    if (text.n != 10 || text.p[4] != '-' || text.p[7] != '-') return false;
    if (!str_u64(str_slice(text, 0, 4), &y) || !str_u64(str_slice(text, 5, 7), &m) || !str_u64(str_slice(text, 8, 10), &d)) return false;
    if (!calendar_valid((int)y, (int)m, (int)d)) return false;
    *out = (struct date){(int)y, (int)m, (int)d};
    return true;
}

void analyst_free(struct analyst *x)
{
    if (!x) return;
    speller_free(x->speller);
    wordbook_free(x->words);
    free(x);
}

struct str parameter_get(const struct parameters *p, const char *name)
{
    for (size_t i = 0; i < p->n; i++)
        if (str_eqz(str_of(p->v[i].name), name)) return p->v[i].value;
    return STR_ABSENT;
}

int parameter_whole(const struct parameters *p, const char *name, int most, int otherwise)
{
    uint64_t v;
    return str_u64(parameter_get(p, name), &v) && v >= 1 && v <= (uint64_t)most ? (int)v : otherwise;
}

/* An analysis may use what those above it left in the document. */
static void (*const sop_analyses[])(struct arena *, struct analyst *, struct document *) = {
    analyse_identity,  analyse_duration, analyse_citation, analyse_executor, analyse_structure,
    analyse_wording,   analyse_flow,     analyse_dataflow, analyse_spelling, analyse_language,
};

void analyse(struct arena *a, struct analyst *x, struct document *d)
{
    wordbook_rest(x->words);
    analyse_definition(a, x, d);
    if (d->kind == DOCUMENT_SOP) {
        x->texts = texts_of(a, x->words, d->sop);
        for (size_t i = 0; i < COUNT(sop_analyses); i++) sop_analyses[i](a, x, d);
    }
    if (d->kind == DOCUMENT_LKJIP) {
        analyse_lkjip(a, x, d);
        analyse_lkjip_language(a, x, d);
    }
    if (d->kind != DOCUMENT_NONE) analyse_noise(a, x, d);
}
