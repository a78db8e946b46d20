/* lkjip_budget.h: what lkjip_budget.c, lkjip_budget_sums.c and lkjip_efficiency.c share. */
#ifndef PATUH_LKJIP_BUDGET_H
#define PATUH_LKJIP_BUDGET_H

#include "analyse/analyst.h"
#include "analyse/lkjip/lkjip_facts.h"

/* a > b; false where that cannot be told in 64 bits. */
bool budget_more(struct ratio a, struct ratio b);
/* How far a printed amount may be from the true one: not at all, or half of its last digit. */
struct ratio budget_rounding(const struct budget_table *t, const struct number *n);
/* The row prints a percentage and no money. */
bool budget_bare(const struct budget_row *r);
/* Tells whether the row's percentage is its realisasi over its pagu, and whether more was spent than there was. */
void budget_share(struct arena *a, const struct budget_table *t, struct budget_row *r);

/* Gives rows whose number is missing the level below a program that their sums prove. */
void budget_levels(struct budget_table *t);
/* Tells of each figure whether the rows that it sums up give it, and of rows without money their share by these. */
void budget_sums(struct arena *a, struct budget_table *t);
/* Tells of each row with an efficiency whether a known formula gives it. */
void budget_efficiency(struct arena *a, struct budget_table *t);

#endif
