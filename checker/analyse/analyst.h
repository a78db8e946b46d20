/* analyst.h: what the analyses share. Each module `x` has x.c and, where others use it, x.h:
 *   x_load     its data from rules/, once, read-only (member of struct knowledge)
 *   analyse_x  adds its facts to a document; runs in the order of the table in analyse.c */
#ifndef PATUH_ANALYST_H
#define PATUH_ANALYST_H

#include "stage/analyse.h"

struct calendar;   /* calendar.c: names of months */
struct time_units; /* duration.c: units, fillers, conventions */
struct registry;   /* registry.c: regulations, kinds, topics */
struct identity_words; /* identity.c: words for titles, units, warnings */
struct offices;    /* office.c: office titles and abbreviations */
struct morphology; /* wording.c: verbs, nouns, exceptions */
struct flow_terms; /* flow_words.c: words that tell of the flow */
struct lkjip_content; /* lkjip_structure.c: what the parts of a report are recognised by */
struct narrative_words; /* lkjip_narrative.c: words of sentences that state a figure */
struct direction_words; /* direction.c: words of indicators */
struct figures;    /* number.c: words around figures */
struct papers;     /* paper.c: names of papers and procedures */
struct lexicon;    /* spelling.c: domain words, confusions, terms */

struct knowledge {
    const struct calendar *calendar;
    const struct time_units *time_units;
    const struct identity_words *identity;
    const struct registry *registry;
    const struct offices *offices;
    const struct morphology *morphology;
    const struct papers *papers;
    const struct lexicon *lexicon;
    const struct figures *figures;
    const struct direction_words *directions;
    const struct lkjip_content *lkjip_content;
    const struct narrative_words *narrative;
    const struct flow_terms *flow_terms;
};

const struct identity_words *identity_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);
const struct flow_terms *flow_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);
const struct lkjip_content *lkjip_content_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);
const struct narrative_words *narrative_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);
const struct direction_words *direction_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

struct wordbook;
struct entry;
struct speller;    /* speller.c: the dictionary's handle */
struct texts;      /* texts.c: the words of the document at hand */

/* What the book of words learns of a new one; `data` is the struct knowledge. */
void learn_word(const void *data, struct arena *a, struct wordbook *b, struct entry *w);

struct analyst {
    const struct knowledge *k;
    const struct parameters *p;
    struct date today;       /* year 0: not given */
    struct speller *speller;
    struct wordbook *words;
    struct {                 /* the noise of the last text: the parts of a file share it */
        uint64_t hash;
        size_t length, words, signs, damage;
        bool known;
    } measured;
    struct texts *texts;     /* of the SOP being analysed */
};

/* Whether what the identity block lacks may stand there all the same, and why. */
bool block_unread(const struct sop *s, enum word *reason);

/* The convention of the parameters (jam-per-hari), with working weeks and months when its day is a working day. */
struct convention duration_convention(const struct analyst *x);

/* Faults of a definition in YAML that only the calendar and the like can tell; they go to d->errors. */
void analyse_definition(struct arena *a, struct analyst *x, struct document *d);
void analyse_identity(struct arena *a, struct analyst *x, struct document *d); /* labels, dates, NIP, titles, units of the identity block */
void analyse_duration(struct arena *a, struct analyst *x, struct document *d);
void analyse_citation(struct arena *a, struct analyst *x, struct document *d);
void analyse_executor(struct arena *a, struct analyst *x, struct document *d); /* columns, spellings, marks */
void analyse_structure(struct arena *a, struct analyst *x, struct document *d); /* labels, columns, numbers, pages that lost their symbols */
void analyse_wording(struct arena *a, struct analyst *x, struct document *d);  /* wording of steps, warnings, outputs */
void analyse_flow(struct arena *a, struct analyst *x, struct document *d);
void analyse_dataflow(struct arena *a, struct analyst *x, struct document *d); /* kelengkapan and output, related SOPs */
void analyse_lkjip(struct arena *a, struct analyst *x, struct document *d); /* all of an LKjIP but its wording */
void analyse_spelling(struct arena *a, struct analyst *x, struct document *d);
void analyse_language(struct arena *a, struct analyst *x, struct document *d); /* terms, lists, broken-off sentences, leftovers */
void analyse_noise(struct arena *a, struct analyst *x, struct document *d); /* damage by scanners: what it makes doubtful */
void analyse_misfits(struct arena *a, struct lkjip *l); /* in a damaged text what misfits may be a misread digit */
void analyse_lkjip_language(struct arena *a, struct analyst *x, struct document *d); /* leftovers */

#endif
