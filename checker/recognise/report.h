/* report.h: a performance report in the making; shared by report_*.c. */
#ifndef RECOGNISE_REPORT_H
#define RECOGNISE_REPORT_H

#include "lkjip.h"
#include "stage.h"

enum report_role { ROLE_NUMBER, ROLE_GOAL, ROLE_INDICATOR, ROLE_UNIT, ROLE_TARGET, ROLE_REALISASI, ROLE_CAPAIAN, ROLE_PERCENT, ROLE_CATEGORY,
                   ROLE_NAME, ROLE_PAGU, ROLE_REST, ROLE_EFFICIENCY, ROLE_NOTE, ROLE_END_TARGET, ROLE_STANDARD, ROLE_REPORT_COUNT };

struct report_words {
    struct forms titles, agreement, summary, captions; /* captions: use is 't', 'g' or 'l' */
    struct forms columns;   /* use: enum report_role */
    struct forms heads;     /* words that tell a column whose heading is none of these */
    struct forms totals, means, money, levels, entities; /* levels: 1 program, 2 kegiatan, 3 sub kegiatan */
    const char *const *entity_names; /* by an entity's use */
    struct forms formulas;  /* lower case, as printed; use: 0 2t-r, 1 t/r */
};

/* What stands before the table that comes next. */
struct report_context {
    struct item caption;    /* the last caption or heading; absent after it has been used */
    int year;               /* named in it; 0: none */
    bool agreement;         /* it names a Perjanjian Kinerja */
    int chapter;            /* 0: before BAB I */
    bool appendix;
};

/* What the rows of a budget table above the present one say about its depth. */
struct report_above {
    int level;              /* of the last row; 0: none yet */
    int number_level;       /* of the last row with a number of one part; 0: none yet */
    bool programs;          /* there are some */
    struct item number, name; /* a name whose money stands in a later row */
};

struct report_making {
    struct making m;        /* what the tools over text need */
    const struct report_words *w;
    struct lkjip *l;
    struct report_context context;
    struct report_columns *last; /* of the last table understood, for one that goes on without a heading */
    bool both;              /* it has indicators and a budget */
    bool between;           /* text stood between that table and this place */
    bool broken;            /* a page ended between them */
    struct report_above above;
    struct pieces text;     /* lines of the paragraph being read */
    struct lines loose;     /* short lines between a caption and its table */
    size_t evidence;
};

/* A table of the report: what its columns are and its rows; nothing is added for a kind that is not known. */
void report_table(struct report_making *r, const struct table *t);

/* A year between 1990 and 2099 in the text, the last one; 0: none. */
int year_in(struct str s);

/* The report in a layout. *evidence says how surely it is one. */
struct lkjip *report_recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, size_t *evidence);

#endif
