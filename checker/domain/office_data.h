/* office_data.h: the words about offices as loaded; between office.c and mention.c. */
#ifndef PATUH_OFFICE_DATA_H
#define PATUH_OFFICE_DATA_H

#include "domain/office.h"

enum {
    WORD_HEAD = 1, WORD_ALONE = 2, WORD_UNIT = 4, WORD_AGENCY = 8, WORD_OWN = 16, WORD_FILLER = 32, WORD_COLLECTIVE = 64, WORD_JOINT = 128,
    WORD_STOP = 256, WORD_OUTSIDE = 512
};

struct offices {
    struct wordmap words;               /* flags as above */
    struct wordmap abbreviations;       /* index into full */
    const struct office_name *full;
    struct words leads, variants, distinct; /* pairs */
    struct words whole;                 /* phrases of two words */
    struct words person_before, person_behind;
};

uint32_t office_flags(const struct offices *o, struct str low);
/* What an abbreviation stands for; NULL when it is none. */
const struct office_name *office_full(const struct offices *o, struct str low);
enum office_likeness office_same_word(const struct offices *o, const struct office_name *a, size_t i, const struct office_name *b, size_t j);

#endif
