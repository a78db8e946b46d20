/* lexicon.h: words that are known, and what an unknown one was meant to be; lexicon.c and speller.c. */
#ifndef PATUH_LEXICON_H
#define PATUH_LEXICON_H

#include "base/bundle.h"
#include "language/wordbook.h"

enum { LEXICON_WORD = 1, LEXICON_FOREIGN = 2, LEXICON_TERM = 4 };

struct melted {
    struct str prefix, letter;
};
struct term {                  /* forms of one term */
    const struct str *forms;
    size_t n;
};
struct lexicon {
    struct wordmap words;      /* flags as above */
    struct wordmap doubled;    /* words that are written twice by rights */
    struct words confusions;   /* pairs */
    struct wordmap confused;   /* index of the wrong word in confusions */
    struct str *near;          /* words that an unknown one is compared with */
    uint32_t *letters;         /* which letters each has, by bit */
    size_t near_count;
    struct words prefixes, suffixes, dictionaries, melted; /* melted: pairs */
    const struct term *terms;
    size_t term_count;
    struct wordmap forms;      /* form as printed: index of its term + 1 */
};

/* Letters of a word as bits; words that are near share most of them. */
uint32_t letter_bits(struct str low);
/* One edit, two from eight letters on. */
size_t edits_allowed(struct str low);
/* The nearest of the listed words; absent when none is near enough, or when the words are forms of one (merekap, direkap). */
struct str lexicon_near(const struct lexicon *x, struct str low);
struct str entry_near(const struct lexicon *x, struct entry *w); /* the same, looked for once a word */
bool one_root(const struct lexicon *x, struct str a, struct str b);

/* The hunspell dictionary in `folder`, or where that is blank in the first of the lexicon's that has one. It is opened at the first word
 * that needs it; its answers are kept in the words. Belongs to one thread. `folder` is not copied. */
struct speller;
struct speller *speller_new(const struct lexicon *l, struct str folder);
void speller_free(struct speller *s); /* NULL is fine */
bool speller_open(const struct speller *s); /* it has been opened: asking costs little */
enum knowing { WORD_KNOWN, WORD_UNKNOWN, WORD_UNASKED /* there is no dictionary */ };
/* For an unknown word, w->near is set to the listed word that was meant, if there is one. */
enum knowing speller_ask(struct speller *s, struct entry *w);

/* rules/vocabulary/words.yaml */
const struct lexicon *spelling_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

#endif
