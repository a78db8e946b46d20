/* analyse.h: document to facts. One file per kind of fact in checker/analyse/; none knows of rules, severities or messages.
 * Analyses run in the order of the table in analyse.c; each may use what an earlier one left in the document. */
#ifndef PATUH_ANALYSE_H
#define PATUH_ANALYSE_H

#include "base/bundle.h"
#include "stage/document.h"

/* A parameter of rules and analyses: rules/parameters.yaml gives type and default, --param and the configuration change it. */
struct parameter {
    const char *name;
    const char *type;       /* angka | teks | daftar | tanggal | ya-tidak */
    struct str value;       /* as text; absent: not set */
};
struct parameters {
    struct parameter *v;
    size_t n, cap;
};
/* Value of a parameter; absent when it has none or there is no such parameter. */
struct str parameter_get(const struct parameters *p, const char *name);
/* The same as a whole number from 1 to `most`; `otherwise` where it is none. */
int parameter_whole(const struct parameters *p, const char *name, int most, int otherwise);

/* Data the analyses need (registry of regulations, offices, words …), loaded once, then read-only and shared. */
struct knowledge;
const struct knowledge *knowledge_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

/* YYYY-MM-DD, a day of the calendar and nothing else; false leaves *out alone. */
bool today_read(struct str text, struct date *out);

/* What belongs to one thread: handles that cache (spelling). Created on first use, freed with the checker. */
struct analyst;
struct analyst *analyst_new(const struct knowledge *k, const struct parameters *p, struct date today /* year 0: not known */);
void analyst_free(struct analyst *x);

/* Add every fact that can be known to the document. Never fails: what cannot be known is absent, with its reason. */
void analyse(struct arena *a, struct analyst *x, struct document *d);

/* What is known of one regulation: `patuh peraturan`. Texts live in the arena or in the data. */
struct regulation_told {
    struct str name;            /* "UU 32/2004" */
    bool known, by_hand;        /* listed at all; in registry.yaml, not only in laws.tsv */
    struct str title, issued;   /* absent or blank where that is not known */
    struct str revoked_by, successor_title, since, amended_by; /* absent where none was read */
    uint64_t last_number;       /* not listed: the last number of its kind and year, where every one is known; else 0 */
};
/* The first regulation that the text cites; false when it names none by kind, number and year. */
bool regulation_lookup(struct arena *a, const struct knowledge *k, struct str text, struct regulation_told *out);

struct document_set; /* set.h */
/* Add what comparing the SOPs of a run shows: numbers and titles that an earlier one has, related SOPs that none is. */
void analyse_set(struct arena *a, struct analyst *x, struct document_set *set);

#endif
