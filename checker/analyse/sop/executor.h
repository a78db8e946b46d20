/* executor.h: who performs a step, as far as the columns tell. */
#ifndef PATUH_EXECUTOR_H
#define PATUH_EXECUTOR_H

#include "analyse/analyst.h"
#include "domain/office.h"
#include "stage/document.h"

/* The executors of an SOP as names in running text; uses actor.identity, which the analysis of executors sets. */
struct office_columns *sop_office_columns(struct arena *a, const struct offices *o, struct wordbook *b, const struct sop *s);
/* The mark says that somebody performs the step (a label or a lone arrow does not). */
bool mark_executes(enum mark m);
/* The identity of the k-th performer of a step, when its mark says that he performs it; NO_INDEX otherwise. */
size_t performer_identity(const struct sop *s, const struct step *t, size_t k);
/* Executors of the steps of this table are known: declared, or drawn in at least half of its steps. */
bool executors_known(const struct sop *s, size_t table);

#endif
