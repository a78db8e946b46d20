/* executor.h: who performs a step, as far as the columns tell. */
#ifndef ANALYSE_EXECUTOR_H
#define ANALYSE_EXECUTOR_H

#include "analyse/analyst.h"

/* The mark says that somebody performs the step (a label or a lone arrow does not). */
bool mark_executes(enum mark m);
/* The identity of the k-th performer of a step, when its mark says that he performs it; NO_INDEX otherwise. */
size_t performer_identity(const struct sop *s, const struct step *t, size_t k);
/* Executors of the steps of this table are known: declared, or drawn in at least half of its steps. */
bool executors_known(const struct sop *s, size_t table);

#endif
