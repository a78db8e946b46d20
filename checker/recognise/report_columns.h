/* report_columns.h: what the columns of a report's table are, for report_columns.c, report_tables.c and report_money.c. */
#ifndef RECOGNISE_REPORT_COLUMNS_H
#define RECOGNISE_REPORT_COLUMNS_H

#include "report.h"

enum { MAX_COLUMNS = 64, MAX_GROUPS = 6 };

struct report_columns {
    uint32_t cols, first;        /* first: row behind the heading */
    uint8_t role[MAX_COLUMNS];   /* enum report_role; ROLE_REPORT_COUNT: none */
    uint8_t second[MAX_COLUMNS]; /* of two headings that were printed into one column, the right one */
    bool money[MAX_COLUMNS];     /* a realisasi or percentage of money */
    int year[MAX_COLUMNS];       /* named over the column; 0: none */
    struct str name[MAX_COLUMNS];
    enum report_table kind;
    bool astray;                 /* figures of a fair part of the rows, or of money, are not where they belong */
};

/* A heading whose cells lie apart above the table (turned by 90 degrees, say): the same figures for each of some years. */
struct report_groups {
    int year[MAX_GROUPS];
    size_t years;
    uint8_t role[3];             /* target, realisasi, capaian: those that there are */
    size_t roles;
};

/* Reads the heading from the top of a table; false when there is none that says what two columns are. */
bool report_columns_read(const struct report_making *r, const struct table *t, struct report_columns *out);
/* The columns of a table that goes on with the one before on the next page; false when it cannot be that. */
bool report_columns_again(const struct report_making *r, const struct report_columns *last, const struct table *t, struct report_columns *out);
/* The heading in the short lines over a table without one. */
bool report_groups_read(const struct report_making *r, const struct table *t, struct report_groups *out, struct report_columns *columns);
/* A row that repeats the heading or numbers the columns. */
bool report_heading_row(const struct report_making *r, const struct table *t, uint32_t row);

bool report_has(const struct report_columns *k, enum report_role role, bool money);
/* A cell too narrow for its words, "Realisa\nsi": the text with them put together again, in `out`; 0: there are none. */
enum { REJOIN_MAX = 96, REJOIN_REST = 4 };
size_t report_rejoin(struct str s, char out[REJOIN_MAX]);
struct str report_cell(const struct table *t, uint32_t row, uint32_t col); /* trimmed */
/* Begins like a figure: a digit, a sign or Rp before one. */
bool report_figure(struct str s);

/* ---- report_tables.c, for report_money.c ---- */

/* The cell of a role in a row, on one line; absent when the table has no such column. A cell that spans rows is only the first one's,
 * unless `spanning`. */
struct item report_item(const struct report_making *r, const struct table *t, const struct report_columns *k, uint32_t row, enum report_role role, bool money,
                        bool spanning);
/* The percentage of a row: under capaian, else under a bare "%". */
struct figure report_share(const struct report_making *r, const struct table *t, const struct report_columns *k, uint32_t row, bool money);
struct place report_row_place(const struct report_making *r, const struct table *t, uint32_t row);
/* The first words of a row, whatever the column. */
struct str report_row_text(const struct table *t, uint32_t row);
bool report_begins(const struct forms *f, struct str s);
bool report_words_in(struct str s); /* any letter */

/* report_astray.c: rows whose cells the reader could not keep apart. */
/* Figures of the row stand in each other's cells, or it is torn. */
bool report_row_astray(const struct table *t, const struct report_columns *k, uint32_t row);
/* Words and figures of the row, in columns of blanks, stand in each other's cells. */
bool report_row_torn(const struct table *t, const struct report_columns *k, uint32_t row);
/* Sets k->astray where a fair part of the rows is. */
void report_find_astray(const struct table *t, struct report_columns *k);
/* In columns of blanks a figure may have gone astray into a cell of words. */
bool report_figure_in_words(const struct table *t, const struct report_columns *k, uint32_t row);
/* The text can be the name of something: not a number, not one small word out of the middle. */
bool report_names(struct str s);

/* report_sums.c: any other table with a Jumlah row. */
void report_sum_table(struct report_making *r, const struct table *t);
/* report_unit.c: what one printed unit of the table's money stands for, in rupiah; 0: it does not say. */
int64_t report_money_unit(const struct report_making *r, const struct table *t, const struct report_columns *k);
/* The level below a program that the heading of a budget table names; 0: none, or kegiatan and sub kegiatan both. */
int report_level_below(const struct report_columns *k);
/* One row of a budget table. */
void report_budget_row(struct report_making *r, const struct table *t, const struct report_columns *k, uint32_t row, struct budget_table *out);
/* The number, letter or code that a name begins with ("1. ", "a. ", "II "); the name loses it. */
struct str report_marker(struct item *name);

#endif
