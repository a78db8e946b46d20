/* report_facts.h: what the analyses of an LKjIP share. */
#ifndef ANALYSE_REPORT_FACTS_H
#define ANALYSE_REPORT_FACTS_H

#include "capaian.h"
#include "stage.h"

enum direction { DIRECTION_UNKNOWN, DIRECTION_UP, DIRECTION_DOWN };

/* Is more of this indicator better? *because gets the word that tells (absent when nothing does). */
enum direction direction_of(const struct direction_words *w, const struct indicator *i, struct str *because);

/* Reads the figures of every table of the report: figure.number is set after it, NULL only where the document has no such cell. */
void report_numbers(struct arena *a, struct analyst *x, struct lkjip *l);

/* The formula and the cap that the report declares; FORMULA_COUNT and 0 where it declares none. */
struct declared {
    enum formula down;
    int cap;
};
struct declared report_declared(const struct lkjip *l);

void report_measurement(struct arena *a, struct analyst *x, struct lkjip *l); /* capaian, categories, means (CK001–CK013) */
void report_comparison(struct arena *a, struct analyst *x, struct lkjip *l);  /* over years, against plan and standard (CK015), sums (CK017) */
void report_budget(struct arena *a, struct analyst *x, struct lkjip *l);      /* AG001–AG007 */
void report_structure(struct arena *a, struct analyst *x, struct lkjip *l);   /* LS001–LS013 */
void report_agreement(struct arena *a, struct analyst *x, struct lkjip *l);   /* PK001–PK007 */
void report_narrative(struct arena *a, struct analyst *x, struct lkjip *l);   /* LN001–LN006 */

#endif
