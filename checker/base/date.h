/* date.h: calendar dates, as far as they are known. */
#ifndef PATUH_DATE_H
#define PATUH_DATE_H

/* year 0: unknown. month 0: only the year is known; day 0: only year and month. A full date is one of the Gregorian calendar. */
struct date {
    int year, month, day;
};

#endif
