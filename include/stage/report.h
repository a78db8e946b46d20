/* report.h: findings to output. One file per format in checker/report/. Knows nothing of how findings were made. */
#ifndef PATUH_REPORT_H
#define PATUH_REPORT_H

#include "base/bundle.h"
#include "base/escape.h"
#include "stage/finding.h"
#include "stage/reading.h"
#include "stage/set.h"
#include "stage/view.h"

/* From which severity on a finding fails the run. */
struct threshold {
    bool never;
    enum severity least;
};

/* Everything that is printed of one document. */
struct document_report {
    struct source *source;      /* for places and quoted lines; NULL when the file could not be opened */
    struct str path, part;
    const char *kind;           /* "sop", "lkjip", NULL */
    const char *reader;         /* NULL when unread */
    const struct findings *findings;
    const struct findings *suppressed; /* each with its `suppressed`, in their order; NULL: none */
    const struct rule_outcomes *outcomes;
    const struct read_regions *regions; /* what was read; those without a role are named as unchecked. NULL: nothing to tell */
    struct page_unread {
        uint32_t page;
        struct str reason;
    } *unread;                  /* pages that were not read as they are printed */
    size_t unread_count;
    struct str *not_understood; /* instead of regions, in words, where they were found out elsewhere */
    size_t not_understood_count;
    const struct report_error {
        struct str message;
        struct place at, began; /* where it broke and where what broke there began; may be nowhere */
    } *error;                   /* NULL: none */
    struct threshold threshold; /* of this document */
    bool faulty;                /* it was checked, but parts of it could not be read */
    const struct set_row *row;  /* what rules over many files keep of it; NULL: nothing */
    bool told;                  /* another run found this out: there is no source, and the span of a fix counts bytes of the file */
    struct flow_time {
        struct str shortest, longest, sum; /* of an SOP, in the language of the report; absent where it is not known */
    } time;
    struct arena *arena;        /* for line tables and texts, as long as the call */
};

/* A file of a walk that is none of the documents. */
struct skipped {
    struct str path;
    enum skip {
        SKIP_OTHER,   /* read, but neither an SOP nor an LKjIP */
        SKIP_BINARY,
        SKIP_EMPTY,
        SKIP_IGNORED  /* a file or folder that a .gitignore leaves out */
    } why;
};
struct skipped_list {
    struct skipped *v;
    size_t n, cap;
};

/* What is to be told of a rule, in the language of the report. */
struct rule_about {
    const char *id, *name, *status;
    enum severity severity;
    struct str title, why, mend;
    struct str regulation, place; /* of the provision; absent where there is none */
};
struct rules_about {
    const struct rule_about *v; /* by id */
    size_t n;
};
const struct rule_about *rule_about(const struct rules_about *r, const char *id); /* NULL: unknown */

struct report_summary {
    size_t documents, unread; /* unread: not read or not recognised, of the documents */
    struct skipped_list skipped;
    const struct findings *set_findings, *set_suppressed;
    const struct rule_outcomes *set_outcomes;
    struct threshold set_threshold;
};

struct report_options {
    enum lang lang;
    bool color;
    bool quiet;                 /* text: no summary */
    bool all;                   /* for people: no cap on how often one rule is repeated in one document */
    bool by_place;              /* for people: in the order of the document, not the gravest first */
    bool statistics;            /* text: counts by rule and document instead of findings */
    bool suppressed;            /* text: with the findings that are suppressed */
    const struct rules_about *rules;
    const char *const *set_rules; /* ids of the rules over many files that are in force; NULL-terminated */
    const char *version;
    FILE *out;
};

/* A format: begin, one call a document as it is finished, end. State lives behind `state`. Write errors are left in ferror(out). */
struct report_format {
    const char *name;
    void *(*begin)(const struct report_options *o);
    void (*document)(void *state, const struct document_report *d);
    void (*end)(void *state, const struct report_summary *s);
};
/* What a finding is about, wherever it moves: its rule, element without positions, subject and quote. 64 bits as 16 hexadecimal digits; files with
 * equal findings give equal ones. */
void finding_fingerprint(const struct finding *f, char out[17]);

extern const struct report_format *const report_formats[]; /* NULL-terminated */
const struct report_format *report_find(struct str name);  /* NULL: unknown */

/* The XML view with facts as `patuh dump` prints it; a fact that is unknown is a comment with its reason. */
void report_view(FILE *out, enum lang lang, const struct view *view);
/* Every region that was read, its role, and the evidence for and against. */
void report_reading(FILE *out, enum lang lang, struct arena *a, const struct read_regions *regions, struct source *source);

/* The reviewer's checklist of rules/reviu.yaml for that kind of document, filled in from findings and outcomes; as Markdown or JSON. It never
 * says that a document was reviewed. false: the bundle has no such checklist. */
bool report_review(FILE *out, const struct bundle *b, const struct document_report *d, enum lang lang, bool json, const char *version);

#endif
