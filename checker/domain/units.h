/* units.h: rules/vocabulary/units.yaml as loaded, for the files of the analysis of durations. */
#ifndef PATUH_UNITS_H
#define PATUH_UNITS_H

#include "domain/duration.h"
#include "language/vocabulary.h"

struct time_units {
    struct wordset unit[UNIT_COUNT];
    struct wordset working_day, working, calendar_day; /* hk; kerja; kalender */
    struct wordset ones, tens, half, quarter;          /* satu … sembilan; sepuluh, sebelas; setengah; seperempat */
    struct wordset about, says_nothing, until, plus, same;
    struct wordset point, part, ordinal;               /* of the calendar */
    struct wordset heavy, light;                       /* first words of steps */
    struct conventions conventions;
};

/* What one of a unit is in the base of its group: detik, menit, jam in minutes; hari; minggu; bulan and up in months. */
enum unit_group { GROUP_CLOCK, GROUP_DAYS, GROUP_WEEKS, GROUP_MONTHS, GROUP_COUNT };
enum unit_group unit_group(enum time_unit unit);
struct ratio unit_size(enum time_unit unit);
/* The unit that the word means, also with one slip of the pen; UNIT_COUNT: none. */
enum time_unit unit_of(const struct time_units *u, struct str word);
/* "menit" */
const char *unit_name(enum time_unit unit);

#endif
