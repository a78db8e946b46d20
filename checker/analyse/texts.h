/* texts.h: the running text of an SOP, one item after the other, for analyses of its language. */
#ifndef ANALYSE_TEXTS_H
#define ANALYSE_TEXTS_H

#include "stage.h"
#include "lexeme.h"

enum text_kind { TEXT_TITLE, TEXT_SECTION, TEXT_STEP, TEXT_NEED, TEXT_PARAGRAPH };
struct text {
    struct item *item;
    struct item *owner;       /* where facts about the text hang: the step, else the document */
    enum text_kind kind;
    enum section_id section;  /* TEXT_SECTION */
    bool last;                /* the last of its list, or no list */
};
struct texts {
    struct text *v;
    size_t n, cap;
};
/* Everything that is wording: titles, sections but for Dasar Hukum, steps, paragraphs. Names of agencies and persons are none. */
void texts_of(struct arena *a, struct sop *s, struct texts *out);
/* Words that are names in this document: of its agency, places, officials, executors. */
void names_of(struct arena *a, const struct sop *s, struct lexemes *t, struct wordmap *names);
/* No lower case letter in it. */
bool text_upper(const struct lexemes *t);

#endif
