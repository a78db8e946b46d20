/* lkjip_facts.h: what the analyses of an LKjIP share. */
#ifndef PATUH_LKJIP_FACTS_H
#define PATUH_LKJIP_FACTS_H

#include "domain/capaian.h"
#include "analyse/analyst.h"
#include "language/vocabulary.h"

enum direction { DIRECTION_UNKNOWN, DIRECTION_UP, DIRECTION_DOWN, DIRECTION_RATHER_UP };

/* The indicator is how much, in per cent, something became less ("Persentase penurunan …"). */
bool direction_is_decrease(const struct direction_words *w, const struct indicator *i);
/* Is more of this indicator better? Told by what the document says of its direction, else by the parameters indikator-turun and
 * indikator-naik, else by words of its name. RATHER_UP: by a word that most of those where more is better have ("persentase"), not enough to
 * accuse anybody. *because gets the words that tell (absent when nothing does). */
enum direction direction_of(const struct analyst *x, const struct indicator *i, struct str *because);

/* Reads the figures of every table of the report: figure.number is set after it, NULL only where the document has no such cell. */
void lkjip_numbers(struct arena *a, struct analyst *x, struct lkjip *l);

/* The formula and the cap that the report declares; FORMULA_COUNT and 0 where it declares none. */
struct declared {
    enum formula down;
    struct caps caps;         /* beside it those of the parameter batas-capaian */
};
struct declared lkjip_declared(const struct analyst *x, const struct lkjip *l);

/* What the parts of a report are recognised by: words of rules/vocabulary/lkjip-content.yaml. */
struct part_words {
    struct str name[2];       /* of an analysis, id and en */
    struct wordset words;
};
enum { RUN_HEADINGS = 9 };
struct lkjip_content {
    struct part_words *analyses;
    size_t analysis_count;
    struct wordset run_headings[RUN_HEADINGS]; /* of `headings`, those that tell what a table was */
    struct wordset budget, issues, organisation, next_steps, agreement, year_titles, year_statements, year_excuses, revision, headings, year_parts;
    struct wordset review_statement, reviewed_titles, reviewed_ends; /* that the report was reviewed: words of it, before and behind the agency */
    struct wordset ministry, formula_words, scale_words, no_source, single_words; /* a source is named, or not as one; words that nobody doubles */
};
/* A length of time of hours, minutes and seconds, in minutes: "1:07:38", "1 jam 7 menit", or "3" where the unit is jam.
 * *composed: of several units. */
bool lkjip_minutes(struct analyst *x, const struct figure *f, struct str unit, struct ratio *out, bool *composed);
/* "Rp1.200.000", or "1.200 juta rupiah" in a table whose unit that is. */
struct str money_format(struct arena *a, struct ratio value, int decimals, int64_t unit);
/* What should stand in the place of a wrong figure, as it is written (F_perbaikan); nothing where that cannot be said. */
void lkjip_mend(struct arena *a, struct item *at, const struct figure *f, struct ratio value);
/* One amount printed in two tables, each with its unit: equal, or no farther apart than what the coarser one leaves out.
 * *known is false where they do not fit into 64 bits. */
bool money_same(const struct number *a, int64_t unit_a, const struct number *b, int64_t unit_b, bool *known);
/* Headings of tables that stand in running text: the converter lost the table's columns, and its figures with them. */
struct unread_tables {
    bool agreement, performance, money;
};
struct unread_tables lkjip_unread_tables(struct arena *a, const struct lkjip_content *c, struct lkjip *l);
void lkjip_run_headings_load(struct word_file *f, struct lkjip_content *c);
/* Bytes of the source that the chapter of that number covers; not set where there is none. */
struct span lkjip_chapter_span(const struct lkjip *l, int number);

void lkjip_measurement(struct arena *a, struct analyst *x, struct lkjip *l); /* capaian, categories, means (CK001–CK013) */
void lkjip_comparison(struct arena *a, struct analyst *x, struct lkjip *l);  /* over years, against plan and standard (CK015), sums (CK017) */
/* Of a row of figures by year, what its growth says. */
void lkjip_growth(struct arena *a, struct comparison *p);
/* How far r2 is above r1: in points, and in per cent of r1, each within the rounding of both. false: r1 is 0, or out of 64 bits. */
bool lkjip_differences(const struct number *r1, const struct number *r2, struct interval *points, struct interval *percent);
/* Does the printed figure stand for a value of the interval, or, printed without a sign, for its size? */
bool lkjip_stands_for(struct interval i, const struct number *printed);
/* Figures by year that other tables or last year's report print, too; year: the report's, 0: unknown. */
void lkjip_repeated(struct arena *a, struct analyst *x, struct lkjip *l, int year);
void lkjip_budget_across(struct arena *a, struct lkjip *l); /* one budget in two tables (AG005) */
void lkjip_budget(struct arena *a, struct analyst *x, struct lkjip *l);      /* AG001–AG007 */
void lkjip_testify(struct arena *a, struct document *d);                     /* whether the rows of each table prove its reading */
void lkjip_structure(struct arena *a, struct analyst *x, struct lkjip *l);   /* LS001–LS014 */
void lkjip_numbering(struct arena *a, struct lkjip *l);                      /* of them LS012, LS013 */
void lkjip_dates(struct arena *a, struct analyst *x, struct lkjip *l);       /* LS010, LS011, LS015, PK008 */
int lkjip_year_of(const struct lkjip *l);            /* of the report; 0: not known */
int lkjip_year_from(struct str s, size_t *at);       /* the next year named from *at on, which goes behind it; 0: none */
int lkjip_only_year(struct str s);                   /* the only year named in a text; 0 when none or several are */
void lkjip_agreement(struct arena *a, struct analyst *x, struct lkjip *l);   /* PK001–PK007 */
void lkjip_narrative(struct arena *a, struct analyst *x, struct document *d); /* LN003, LN004, and: */
void lkjip_stated(struct arena *a, struct analyst *x, struct document *d);   /* figures and directions in sentences (LN001, LN002) */
void lkjip_wholes(struct arena *a, struct analyst *x, struct lkjip *l);      /* what they claim of all indicators, and by how much (LN006–LN008) */
void lkjip_source(struct arena *a, struct analyst *x, struct lkjip *l);       /* where formula and scale are said to come from (CK020) */
void lkjip_counts(struct arena *a, struct analyst *x, struct lkjip *l);      /* what the text counts (LN006) */

#endif
