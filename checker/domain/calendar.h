/* calendar.h: dates in Indonesian text. */
#ifndef PATUH_CALENDAR_H
#define PATUH_CALENDAR_H

#include "base/date.h"
#include "base/bundle.h"

struct calendar;

/* Why a text that is meant as a date is none. */
enum date_fault {
    DATE_SOUND,
    DATE_BAD_DAY,    /* 31 Februari; 0 Mei */
    DATE_BAD_MONTH,  /* 12-13-2024 read as day, month, year, and 13 could be no day either way round */
    DATE_BAD_YEAR,   /* 204, 99999 */
    DATE_SWAPPED     /* 01/13/2024: only a date as month, day, year */
};

struct dated {
    struct date date;       /* of a sound date, as much as is printed */
    enum date_fault fault;
    size_t begin, end;      /* bytes of the text */
};

/* The first date at or after `from` in running text: day and month, with or without year, or month and year. */
bool calendar_find(const struct calendar *c, struct str text, size_t from, struct dated *out);

/* What stands in a field that asks for a date. */
enum date_field {
    FIELD_NONE,   /* blank, a dash, dots to be filled in */
    FIELD_DATE,   /* a date, sound or not: in *out; of several, the first, or with `last` the last */
    FIELD_COUNT,  /* 00, Rev. 02: a number of revisions */
    FIELD_OTHER   /* something else */
};
enum date_field calendar_field(const struct calendar *c, struct str text, bool last, struct dated *out);

/* From 1 for a month's name or abbreviation; 0 when the word is none. `loose`: with a slip of the pen. */
int calendar_month(const struct calendar *c, struct str word, bool loose);
bool calendar_weekday(const struct calendar *c, struct str word);
bool calendar_valid(int year, int month, int day);
/* -1: a is certainly earlier than b, 1: certainly later, 0: equal, or not certain because one of them is partial. */
int date_order(struct date a, struct date b);
/* Whole years from a to b, both with year and month; a missing day counts as the most favourable to a small age. */
int date_years(struct date a, struct date b);
/* 2024-01-02, 2024-01 or 2024. */
struct str date_iso(struct arena *a, struct date d);

/* Names of months and days: rules/vocabulary/months.yaml. Read-only; faults are added to the list. So are all loaders of words. */
const struct calendar *calendar_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

#endif
