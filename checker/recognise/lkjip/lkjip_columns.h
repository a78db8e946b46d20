/* lkjip_columns.h: what the columns of a report's table are, for lkjip_columns.c, lkjip_tables.c and lkjip_money.c. */
#ifndef PATUH_LKJIP_COLUMNS_H
#define PATUH_LKJIP_COLUMNS_H

#include "recognise/lkjip/lkjip_making.h"

enum { MAX_COLUMNS = 64, MAX_GROUPS = 6 };

struct lkjip_columns {
    uint32_t cols, first;        /* first: row behind the heading */
    uint8_t role[MAX_COLUMNS];   /* enum lkjip_role; ROLE_COUNT: none */
    uint8_t second[MAX_COLUMNS]; /* of two headings that were printed into one column, the right one */
    bool money[MAX_COLUMNS];     /* a realisasi or percentage of money */
    int year[MAX_COLUMNS];       /* named over the column; 0: none */
    struct str name[MAX_COLUMNS];
    enum lkjip_table kind;
    bool blocks;                 /* of years: each column of figures has its role and year by the block it stands in */
    bool unclear;                /* the heading leaves open what a column of figures is, or two have one role */
    bool astray;                 /* figures of a fair part of the rows, or of money, are not where they belong */
};

/* A heading whose cells lie apart above the table (turned by 90 degrees, say): the same figures for each of some years. */
struct lkjip_groups {
    int year[MAX_GROUPS];
    size_t years;
    uint8_t role[3];             /* target, realisasi, capaian: those that there are */
    size_t roles;
};

/* Reads the heading from the top of a table; false when there is none that says what two columns are. */
bool lkjip_columns_read(const struct lkjip_making *r, const struct table *t, struct lkjip_columns *out);
/* The columns of a table that goes on with the one before on the next page; false when it cannot be that. */
bool lkjip_columns_again(const struct lkjip_making *r, const struct lkjip_columns *last, const struct table *t, struct lkjip_columns *out);
/* The heading in the short lines over a table without one. */
bool lkjip_groups_read(const struct lkjip_making *r, const struct table *t, struct lkjip_groups *out, struct lkjip_columns *columns);
void lkjip_grouped_rows(struct lkjip_making *r, const struct table *t, const struct lkjip_groups *g, const struct lkjip_columns *k);
/* A row that repeats the heading or numbers the columns. */
bool lkjip_heading_row(const struct lkjip_making *r, const struct table *t, uint32_t row);

/* "3", "(3)", "3=2/1": the number of a column. */
bool lkjip_column_number(const struct table *t, struct str s);
/* What a heading says: nothing, one column, or two that were printed into one. loose: by a single word of it, too. */
size_t lkjip_heading_roles(const struct lkjip_making *r, struct str s, uint8_t role[2], bool loose);
/* Target, realisasi, capaian, pagu …: its cells hold figures. */
bool lkjip_figure_role(uint8_t role);

/* lkjip_blocks.c: what the rows below the heading say of the columns. */
/* k equal runs of years (or of 1, 2, 3): k blocks, each with the role of the words above it. */
void lkjip_find_blocks(const struct lkjip_making *r, const struct table *t, struct lkjip_columns *k);
/* Columns of ticks are none of figures. */
void lkjip_find_ticks(const struct table *t, struct lkjip_columns *k);
/* Where no heading tells what the rows are called: the first column of words. */
void lkjip_find_name(const struct table *t, struct lkjip_columns *k);

/* lkjip_years.c */
bool lkjip_several_years(const struct lkjip_columns *k);
/* One realisasi beside the plan's end target or a standard, and no target of the year. */
bool lkjip_against_other(const struct lkjip_columns *k);
void lkjip_comparison_rows(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k);
/* Measurements and budgets of each year that such a table has whole. */
void lkjip_by_year(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k);

bool lkjip_has(const struct lkjip_columns *k, enum lkjip_role role, bool money);
/* A cell too narrow for its words, "Realisa\nsi": the text with them put together again, in `out`; 0: there are none. */
enum { REJOIN_MAX = 96, REJOIN_REST = 4 };
size_t lkjip_rejoin(struct str s, char out[REJOIN_MAX]);
struct str lkjip_cell(const struct table *t, uint32_t row, uint32_t col); /* trimmed */
/* Begins like a figure: a digit, a sign or Rp before one. */
bool lkjip_figure(struct str s);

/* ---- lkjip_cells.c, lkjip_indicators.c, lkjip_tables.c ---- */

/* The cell of a role in a row, on one line; absent when the table has no such column. A cell that spans rows is only the first one's,
 * unless `spanning`. */
struct item lkjip_item(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, enum lkjip_role role, bool money,
                        bool spanning);
/* The same as a figure that is still to be read; a cell that spans rows is each one's. */
struct figure lkjip_figure_at(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, enum lkjip_role role, bool money);
/* The percentage of a row: under capaian, else under a bare "%". */
struct figure lkjip_share(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, bool money);
void lkjip_indicator_row(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, struct indicator_table *out);
struct indicator_table *lkjip_new_indicators(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, enum lkjip_table kind, int year);
/* A new table of money under the caption at hand. */
struct budget_table *lkjip_new_budget(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, enum lkjip_table kind, int year);
/* The text of a cell with its printed lines as one. */
struct str lkjip_one_line(const struct lkjip_making *r, const struct cell *cell);
struct place lkjip_row_place(const struct lkjip_making *r, const struct table *t, uint32_t row);
/* The first words of a row, whatever the column. */
struct str lkjip_row_text(const struct table *t, uint32_t row);
bool lkjip_begins(const struct wordset *f, struct str s);
bool lkjip_words_in(struct str s); /* any letter */

/* lkjip_astray.c: rows whose cells the reader could not keep apart. */
/* Figures of the row stand in each other's cells, or it is torn. */
bool lkjip_row_astray(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row);
/* Words and figures of the row, in columns of blanks, stand in each other's cells. */
bool lkjip_row_torn(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row);
/* Sets k->astray where a fair part of the rows is. */
void lkjip_find_astray(const struct lkjip_making *r, const struct table *t, struct lkjip_columns *k);
/* In columns of blanks a figure may have gone astray into a cell of words. */
bool lkjip_figure_in_words(const struct table *t, const struct lkjip_columns *k, uint32_t row);
/* The text can be the name of something: not a number, not one small word out of the middle. */
bool lkjip_names(struct str s);

/* lkjip_sums.c: any other table with a Jumlah row; false: it is none, or has no column that can be summed. */
bool lkjip_sum_table(struct lkjip_making *r, const struct table *t);
/* lkjip_unit.c: what one printed unit of the table's money stands for, in rupiah; 0: it does not say. */
int64_t lkjip_money_unit(const struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k);
/* The level below a program that the heading of a budget table names; 0: none, or kegiatan and sub kegiatan both. */
int lkjip_level_below(const struct lkjip_columns *k);
/* One row of a budget table. */
void lkjip_budget_row(struct lkjip_making *r, const struct table *t, const struct lkjip_columns *k, uint32_t row, struct budget_table *out);
/* The number, letter or code that a name begins with ("1. ", "a. ", "II "); the name loses it. */
struct str lkjip_marker(struct item *name);

#endif
