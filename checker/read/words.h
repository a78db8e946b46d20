/* words.h: the few words of documents that readers look for (rules/vocabulary/pages.yaml, figures.yaml, months.yaml). */
#ifndef PATUH_READ_WORDS_H
#define PATUH_READ_WORDS_H

#include "language/wordset.h"
#include "stage/read.h"

struct read_words {
    struct wordset page_numbers, chapters, small_words;
    struct wordset money, grades;
    struct wordset days;       /* from Sunday on; none or all seven */
    struct str month[12];      /* as printed; absent where nothing is known */
};
/* Those of a source; never NULL: without any, nothing is known. */
const struct read_words *source_words(const struct source *s);

#endif
