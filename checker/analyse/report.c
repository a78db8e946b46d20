/* The analyses of an LKjIP in their order. */
#include "report_facts.h"

void analyse_report(struct arena *a, struct analyst *x, struct document *d)
{
    struct lkjip *l = d->lkjip;
    report_numbers(a, x, l);
    if (l->is_pk) return; /* a Perjanjian Kinerja is read to be compared with */
    report_measurement(a, x, l);
    report_comparison(a, x, l);
    report_budget(a, x, l);
    report_structure(a, x, l);
    report_agreement(a, x, l);
    report_narrative(a, x, d);
}
