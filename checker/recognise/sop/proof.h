/* proof.h: the evidence for the reading of an SOP: sop_proof.c for block and sections, sop_proof_steps.c for step tables. */
#ifndef RECOGNISE_PROOF_H
#define RECOGNISE_PROOF_H

#include "recognise/sop/making.h"

struct str proof_count(const struct making *m, size_t n);
/* Why the block has not proved itself; WORD_NONE: it has. */
enum word prove_block(struct making *m);
/* `block`: why the block has not. */
void prove_sections(struct making *m, enum word block);
void prove_steps(struct making *m);

#endif
