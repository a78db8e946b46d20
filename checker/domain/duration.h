/* duration.h: lengths of time as documents write them, exact, each in its own units. Days are never silently turned into hours:
 * that is done only under a convention, and a total is wrong only when it is wrong under every usual one. */
#ifndef PATUH_DURATION_H
#define PATUH_DURATION_H

#include "domain/ratio.h"
#include "base/bundle.h"

struct time_units;
struct calendar;

enum time_unit { UNIT_SECOND, UNIT_MINUTE, UNIT_HOUR, UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_QUARTER, UNIT_SEMESTER, UNIT_YEAR, UNIT_COUNT };

/* So much of each unit; a unit that does not occur has 0/0, which counts as 0 (so that {0} is no time at all). */
struct amount {
    struct ratio of[UNIT_COUNT];
};

struct duration {          /* step.time */
    struct amount least, most; /* the same unless `range` */
    bool range;            /* 2-3 hari */
    bool approximate;      /* ±, sekitar, maksimal … */
    bool working;          /* its days are hari kerja */
};

/* What one unit is in another: 1 hari = 24 jam, 1 minggu = 7 hari, 1 bulan = 30 hari. */
struct convention {
    struct ratio day_hours;
    int week_days, month_days;
};
struct conventions {
    struct convention *v;
    size_t n, cap;
};
/* All the usual ones, in the order of units.yaml. */
const struct conventions *duration_conventions(const struct time_units *u);

/* What a text that should be a length of time is. */
enum time_form {
    TIME_BLANK,      /* nothing */
    TIME_DURATION,   /* *out has it */
    TIME_DATE,       /* a date, a period of the calendar, a time of day */
    TIME_VAGUE,      /* no number with a unit: tentatif, secepatnya, 3, - */
    TIME_UNCLEAR     /* speaks of an amount, but not so that it can be reckoned with: 2 kali seminggu, 5 menit per berkas */
};
enum time_form duration_parse(const struct time_units *u, const struct calendar *c, struct str text, struct duration *out);

/* The arithmetic. false: some number does not fit into 64 bits; *out or *sum is then as it was. */
bool duration_add(struct duration *sum, const struct duration *d) MUST_USE;
bool amount_add(struct amount *sum, const struct amount *d) MUST_USE;
bool amount_minutes(const struct amount *a, const struct convention *c, struct ratio *out) MUST_USE;
/* Whole days (of the convention), hours and minutes, and a fraction of a minute if need be. */
bool amount_of_minutes(struct ratio minutes, const struct convention *c, struct amount *out) MUST_USE;

/* A stated time beside a computed one. */
struct time_comparison {
    bool fits;                    /* equal under some usual convention; ranges: they meet */
    bool less;                    /* the stated one is the smaller (otherwise the greater) */
    struct amount difference;     /* the smallest difference under any convention */
    struct convention nearest;    /* the convention it was found under … */
    bool by_day, by_week, by_month; /* … and which parts of it mattered: none where the difference is the same under all */
};
bool duration_compare(const struct time_units *u, const struct duration *stated, const struct duration *sum, struct time_comparison *out) MUST_USE;

/* "122 hari 3 jam 2 menit"; "2–3 hari", "30 menit – 1 jam" for a range; "0 menit" for nothing. Seconds and minutes are carried, nothing else. */
struct str duration_format(struct arena *a, const struct duration *d);
struct str amount_format(struct arena *a, const struct amount *t, bool working);
/* "1 hari = 8 jam; 1 minggu = 5 hari": the parts of the convention that mattered; absent when none did. */
struct str convention_format(struct arena *a, const struct time_comparison *c);

/* rules/vocabulary/units.yaml */
const struct time_units *duration_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

#endif
