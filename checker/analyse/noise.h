/* noise.h: how badly a scanner or a converter damaged a text. */
#ifndef ANALYSE_NOISE_H
#define ANALYSE_NOISE_H

#include "stage/analyse.h"

struct noise {
    size_t words;   /* of letters or figures */
    size_t damage;  /* twice the number of those that no writer writes so; a word that is only unknown counts for half */
};
/* Tags and bars of tables are no words. */
struct noise noise_of(struct analyst *x, struct str text);
/* At least four damaged words, and one in fifty. */
bool noise_loud(struct noise n);

#endif
