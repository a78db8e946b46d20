/* words.h: every word that the program itself says, in both languages. Rule texts stand in their packs.
 * One row a text: WORD(id, "Indonesian", "English"). {0} and {1} are replaced by the arguments. A test refuses empty cells. */
#ifndef PATUH_WORDS_H
#define PATUH_WORDS_H

#include "base/base.h"

enum lang { LANG_ID, LANG_EN };

enum word {
    WORD_NONE,
#define WORD(id, indonesian, english) W_##id,
#include "words/all.def"
#undef WORD
    WORD_COUNT
};

/* The text in that language; "" for WORD_NONE. */
const char *word(enum word w, enum lang lang);
/* The id as written in the table ("symbols_lost"); for tests. */
const char *word_name(enum word w);
/* The text with {0} and {1} replaced; arguments may be absent. */
struct str word_format(struct arena *a, enum word w, enum lang lang, struct str arg0, struct str arg1);

#endif
