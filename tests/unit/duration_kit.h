/* Lengths of time for tests: the units and dates, loaded; a text read. */
#ifndef DURATION_KIT_H
#define DURATION_KIT_H

#include "analyse/analyst.h"
#include "domain/calendar.h"
#include "domain/duration.h"

static struct arena *a;
static struct knowledge k;

/* false: the vocabulary has faults. */
static inline bool duration_kit(void)
{
    struct pack_faults faults = {0};
    a = arena_new();
    k.calendar = calendar_load(a, &bundle_embedded, &faults);
    k.time_units = duration_load(a, &bundle_embedded, &faults);
    return faults.n == 0;
}

static inline enum time_form parse(const char *text, struct duration *out) { return duration_parse(k.time_units, k.calendar, str_of(text), out); }

#endif
