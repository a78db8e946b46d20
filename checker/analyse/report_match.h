/* report_match.h: one indicator, sasaran or program named in two places. */
#ifndef ANALYSE_REPORT_MATCH_H
#define ANALYSE_REPORT_MATCH_H

#include "lexeme.h"

/* A name as its content words in order, joined by blanks: lower case, brackets with abbreviations and little words left out. */
struct str match_key(struct arena *a, struct lexemes *t, struct str name);
/* How alike two keys are: shared words in thousandths of all words. 1000: the same words. */
unsigned match_likeness(struct str key_a, struct str key_b);

enum { MATCH_SAME = 1000, MATCH_LIKE = 700 };

#endif
