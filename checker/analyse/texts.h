/* texts.h: the running text of an SOP, split into words once, for all analyses of its language. */
#ifndef PATUH_TEXTS_H
#define PATUH_TEXTS_H

#include "analyse/handover.h"
#include "language/wordbook.h"
#include "stage/document.h"

enum text_kind { TEXT_TITLE, TEXT_SECTION, TEXT_STEP, TEXT_NEED, TEXT_PARAGRAPH };
struct text {
    struct item *item;
    struct item *owner;       /* where facts about the text hang: the step, else the document */
    enum text_kind kind;
    enum section_id section;  /* TEXT_SECTION */
    bool last;                /* the last of its list, or no list */
    bool output;              /* TEXT_NEED: what comes out of the step */
    bool cut;                 /* of a step whose row a page cut */
    struct lexemes words;
};
/* Of each step: indices in texts.v; needs are `requirements` of them from there on. */
struct step_texts {
    size_t activity, needs, output, note;
    struct handovers handovers; /* of the activity; set by the analysis of wording */
};
struct texts {
    struct text *v;
    size_t n, cap;
    struct step_texts *steps;
    size_t sections[SECTION_COUNT]; /* the first of each section's items */
    size_t title;
    struct office_columns *columns; /* set by the analysis of executors */
};
/* Everything that is wording: titles, sections but for Dasar Hukum, steps, paragraphs. Names of agencies and persons are none.
 * Of a document beyond all measure (a million words) the rest is left without words. */
struct texts *texts_of(struct arena *a, struct wordbook *b, struct sop *s);
/* Marks the words that are names in this document: of its agency, places, officials, executors. */
void mark_names(struct arena *a, struct wordbook *b, const struct sop *s, uint32_t mark);
/* No lower case letter in it. */
bool text_upper(const struct lexemes *t);

/* "3." is 3, "c)" is 3 among letters (*kind 'a'); 0 when it is no number. */
unsigned marker_number(struct str marker, char *kind);

#endif
