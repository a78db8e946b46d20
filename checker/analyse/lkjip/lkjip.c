/* The analyses of an LKjIP in their order. */
#include "analyse/analyst.h"
#include "analyse/lkjip/lkjip_facts.h"

void analyse_lkjip(struct arena *a, struct analyst *x, struct document *d)
{
    struct lkjip *l = d->lkjip;
    lkjip_numbers(a, x, l);
    if (l->is_pk) return; /* a Perjanjian Kinerja is read to be compared with */
    lkjip_measurement(a, x, l);
    lkjip_comparison(a, x, l);
    lkjip_budget(a, x, l);
    lkjip_testify(a, d);
    lkjip_structure(a, x, l);
    lkjip_source(a, x, l);
    lkjip_agreement(a, x, l);
    lkjip_narrative(a, x, d);
}
