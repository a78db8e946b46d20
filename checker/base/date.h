/* date.h: calendar dates, as far as they are known, and which years are plausible where. */
#ifndef PATUH_DATE_H
#define PATUH_DATE_H

#include <stdbool.h>
#include <stdint.h>

/* year 0: unknown. month 0: only the year is known; day 0: only year and month. A full date is one of the Gregorian calendar. */
struct date {
    int year, month, day;
};

/* Of a date at all, of a regulation (Indonesia is a republic since 1945), of what a document of today reports. Four digits outside are another
 * number. */
static inline bool year_of_date(uint64_t year) { return year >= 1900 && year <= 2199; }
static inline bool year_of_law(uint64_t year) { return year >= 1945 && year <= 2099; }
static inline bool year_of_report(uint64_t year) { return year >= 1990 && year <= 2099; }

#endif
