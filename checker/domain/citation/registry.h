/* registry.h: regulations that patuh knows, how regulations are named, and which ones a topic requires. Loaded once, read-only. */
#ifndef PATUH_REGISTRY_H
#define PATUH_REGISTRY_H

#include "domain/citation/citation_lex.h"
#include "base/date.h"
#include "domain/citation/laws.h"

/* How sure an entry is; what is recalled-low is known to exist and nothing more. */
enum confidence { CONFIDENCE_VERIFIED, CONFIDENCE_HIGH, CONFIDENCE_MEDIUM, CONFIDENCE_LOW };

enum kind_scope { SCOPE_PUSAT, SCOPE_DAERAH, SCOPE_LAIN };

enum level { LEVEL_NONE, LEVEL_PROVINCE, LEVEL_REGENCY, LEVEL_CITY };

struct era {                /* a name that an issuer had in the years from..until */
    int from, until;
    struct str brief, issuer; /* may be absent */
};

struct kind {               /* a kind of regulation: vocabulary/citations.yaml */
    struct str id, brief, issuer_word;
    enum kind_scope scope;
    enum level level;
    int rank;
    bool open, region, numberless, loose;
    const uint64_t *marks;
    size_t mark_count;
    struct era *eras;
    size_t era_count;
};

struct form {               /* one way of naming a kind */
    const struct kind *kind;
    const struct form *next;  /* with the same first word, not longer */
    const uint64_t *words;    /* the second and later words */
    size_t n;
};

struct prefix {             /* "permen*" */
    struct str text;
    const struct form *form;
};

struct gazette {            /* year 0: unknown or none; a TLN has no year */
    int year;
    uint64_t number;
};

struct regulation;
struct reference {          /* from one regulation to another, which the registry may lack */
    struct str id;
    const struct regulation *regulation;
};

struct regulation {
    struct str id;
    const struct kind *kind;
    uint64_t number;
    int year;
    struct str title;
    struct str *titles;     /* the title, then the variants accepted, then frequent misprints */
    size_t title_count, accepted;
    struct date issued;     /* year 0: only `year` is known */
    struct gazette ln, tln, bn;
    enum confidence confidence, status, gazette, tln_confidence;
    struct reference revoked_by;
    struct str revoked;     /* since when, as far as known: 2014-10-02, or 2014 */
    struct date flag_from;  /* first document date at which it may be called revoked; year 0: never */
    struct reference *amended_by;
    size_t amended_count;
    size_t index;           /* in the registry; NO_INDEX: of the table of laws */
};

struct topic {
    struct str id;
    struct cited_words *words, *not;
    size_t word_count, not_count;
};

struct basis {              /* one of these has to be cited */
    const struct topic *const *topics;
    size_t topic_count;
    struct date from, until; /* until.year 0: no end */
    const struct regulation *const *any_of;
    size_t any_count;
    struct cited_words *or_title;
    size_t or_count;
    bool warning;
};

struct registry {
    struct citation_lexicon lexicon;
    struct str heading;     /* of the section of legal bases */
    struct kind *kinds;
    size_t kind_count;
    struct prefix *prefixes;
    size_t prefix_count;
    struct regulation *v;
    size_t n;
    const struct regulation **table; /* by kind, number and year; open addressing */
    size_t mask;
    struct topic *topics;
    size_t topic_count;
    struct basis *bases;
    size_t basis_count;
};

/* The level that a word of these classes tells. */
enum level level_told(uint32_t classes);
const struct kind *registry_kind(const struct registry *r, struct str id);
uint64_t registry_hash(const struct kind *kind, uint64_t number, int year);
/* NULL when it is not listed. */
const struct regulation *registry_find(const struct registry *r, const struct kind *kind, uint64_t number, int year);
/* The same, or, where it is not listed, what the table of laws (laws.h) knows, made in the arena; NULL when neither has it. */
const struct regulation *registry_known(struct arena *a, const struct registry *r, const struct kind *kind, uint64_t number, int year);
/* A law of that table as a regulation: its title is as sure as one of the registry, that it was revoked is a warning at most. NULL when its kind
 * is not in citations.yaml. */
const struct regulation *registry_of_law(struct arena *a, const struct registry *r, const struct law *law);
/* What stood in the place of a revoked regulation at that date (year 0: to this day). */
struct reference registry_successor(const struct regulation *x, struct date at);
/* "UU 23/2014"; the issuer's abbreviation of that year. */
struct str short_name(struct arena *a, const struct kind *kind, struct str number, int year);
struct str regulation_name(struct arena *a, const struct regulation *x);
/* One of its titles for comparing, made when asked for: most are never looked at. */
struct cited_words regulation_title(struct arena *a, const struct registry *r, const struct regulation *x, size_t index);
struct str reference_name(struct arena *a, const struct registry *r, const struct reference *x);
const struct era *kind_era(const struct kind *kind, int year); /* NULL: nothing known of that year */
/* Is a known for certain to be on or after b? Unknown months and days count as the first. */
bool date_reached(struct date a, struct date b);
/* May a be on or after b? Unknown months and days count as the last. */
bool date_may_reach(struct date a, struct date b);

/* vocabulary/citations.yaml, registry.yaml and topics.yaml of rules/ */
const struct registry *registry_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

#endif
