/* noise.h: how badly a scanner or a converter damaged a text. */
#ifndef PATUH_NOISE_H
#define PATUH_NOISE_H

#include "stage/analyse.h"

struct noise {
    size_t words;   /* of letters or figures */
    size_t signs;   /* of those damaged the ones that a writer's slip does not make: signs or digits inside, letters alone */
    size_t damage;  /* twice the number of those that no writer writes so; a word that is only unknown counts for half */
};
/* Tags and bars of tables are no words. Where the text is not loud whatever the dictionary says, words that only our lists lack count, too. */
struct noise noise_of(struct analyst *x, struct str text);
/* At least four damaged words; one in 64 where one is no slip of a writer, else one in 33. */
bool noise_loud(struct noise n);
/* One damaged word in 256, in a text of 180 words at least (a shorter one tells too little of the rest): too few to doubt words, enough to
 * doubt a digit that nothing but itself bears out. */
bool noise_traces(struct noise n);

#endif
