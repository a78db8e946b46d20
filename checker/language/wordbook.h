/* wordbook.h: what the data say of each word, looked up once: a word of a text then carries it along. */
#ifndef PATUH_WORDBOOK_H
#define PATUH_WORDBOOK_H

#include "language/token.h"
#include "language/vocabulary.h"

struct office_name;

/* A word, in lower case. Belongs to the analyst and lives from document to document. */
struct entry {
    struct str low;
    uint32_t id;                      /* from 1; 0: a stranger, met when the book was full */
    uint32_t verb;                    /* VERB_ flags of the word itself */
    uint32_t kind;                    /* VERB_ flags of the verb that it is a form of */
    uint32_t office, paper, lexicon;  /* WORD_, PAPER_ and LEXICON_ flags */
    uint8_t form;                     /* enum verb_form */
    uint8_t knowing;                  /* enum knowing + 1, once the dictionary was asked */
    struct str near;                  /* of an unknown word: the listed one that was meant */
    struct str listed;                /* lexicon_near of it, once looked for */
    bool compared;
    const struct office_name *full;   /* of an abbreviation in names of offices; NULL */
    struct entry *key;                 /* the verb that it is a form of, else itself */
    struct entry *const *expansion; /* of a short name of a paper: its words, NULL at the end; NULL */
    uint32_t mark;                    /* see wordbook_marks */
};

/* Words met so far. Emptied between documents when it is full. */
struct wordbook;
/* What the data say of a word is told by `learn`, once for each word: it fills in all but low, id and mark. It may ask for entries of other
 * words, as long as that comes to an end. */
typedef void wordbook_learn(const void *data, struct arena *a, struct wordbook *b, struct entry *w);
struct wordbook *wordbook_new(wordbook_learn *learn, const void *data);
void wordbook_free(struct wordbook *b); /* NULL is fine */
/* To be called between documents: no word of an earlier one may be held any longer. */
void wordbook_rest(struct wordbook *b);
struct entry *wordbook_entry(struct wordbook *b, struct str low);
/* A number that no word is marked with: sets of words are kept as marks in them. One set at a time. */
uint32_t wordbook_marks(struct wordbook *b);

#endif
