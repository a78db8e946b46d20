/* number.h: printed figures of reports, exact. Which of comma and dot is the decimal mark is decided for a column as a whole, from
 * the cells that leave no doubt; a cell that could be read both ways stays ambiguous and is never guessed. */
#ifndef PATUH_NUMBER_H
#define PATUH_NUMBER_H

#include "domain/ratio.h"
#include "base/bundle.h"

struct figures;

enum number_form {
    NUMBER_BLANK,    /* nothing printed */
    NUMBER_NONE,     /* n/a, -, belum ada data: said to be none */
    NUMBER_VALUE,    /* one figure: `low` == `high` */
    NUMBER_RANGE,    /* 80 - 90 */
    NUMBER_LETTER,   /* BB, WTP: `letter`, and `low` where the figure behind it is printed too */
    NUMBER_CLOCK,    /* 1:07:38: `low` in seconds */
    NUMBER_AMBIGUOUS,/* 1.234 where the column does not tell: `low` read with thousands, `high` with decimals */
    NUMBER_TEXT      /* no figure, or one of more digits than can be reckoned with */
};

struct number {
    enum number_form form;
    struct ratio low, high;
    int decimals;        /* digits printed behind the decimal mark */
    bool percent;        /* %, persen */
    bool money;          /* Rp */
    bool misgrouped;     /* NUMBER_TEXT whose digits no mark groups in threes: "133.825.00,00" */
    bool level;          /* a grade that is counted ("Level 3"), without a figure of its own: comparable with another level only */
    struct str grade;    /* the words before a figure in a bracket: "Level 3" of "Level 3 (3,40)" */
    bool dash;           /* NUMBER_NONE written as a dash */
    bool has_value;      /* NUMBER_LETTER: low holds the printed figure */
    char bound;          /* '<', '>', 'l' for <=, 'g' for >=; 0: none */
    struct str letter;   /* in capitals as printed */
    struct str rest;     /* what follows the figure: its unit ("dokumen", "per 1.000") */
};

enum marks { MARKS_UNKNOWN, MARKS_COMMA, MARKS_DOT, MARKS_MIXED }; /* the decimal mark of a column */

/* What this cell says of its column's decimal mark: MARKS_UNKNOWN when it could be either or has no mark. */
enum marks number_vote(const struct figures *words, struct str text);
/* The decimal mark of a column from its cells. `money` settles what the cells leave open: rupiah have no three decimals. */
enum marks number_column(const struct figures *words, const struct str *cells, size_t n, bool money);
/* Reads a cell. */
struct number number_parse(const struct figures *words, struct str text, enum marks marks);

/* One value that arithmetic can use. */
static inline bool number_is_value(const struct number *n) { return n && n->form == NUMBER_VALUE; }

/* Half of one unit of the last printed digit: 1/2 for 12, 1/200 for 3,14. */
struct ratio number_half_unit(const struct number *n);
/* "1.234,50" with the given decimals (rounded half up), thousands marked. */
struct str number_format(struct arena *a, struct ratio value, int decimals);

/* The value in the place of a printed figure `n`, written as that one is: its decimals, marks, and what stands around it. Absent: the text has more
 * than one figure, or a sign, or the value is negative, or it is written the same. */
struct str number_like(struct arena *a, struct str printed, const struct number *n, struct ratio value);

/* rules/vocabulary/figures.yaml */
const struct figures *figures_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

#endif
