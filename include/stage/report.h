/* report.h: findings to output. One file per format in checker/report/. Knows nothing of how findings were made. */
#ifndef PATUH_REPORT_H
#define PATUH_REPORT_H

#include "base/bundle.h"
#include "base/escape.h"
#include "stage/finding.h"
#include "stage/reading.h"
#include "stage/view.h"

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
    const struct unread_pages *unread; /* pages that were not read as they are printed; NULL: none */
    const struct trouble *error; /* NULL: none */
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

struct report_summary {
    size_t documents, unread; /* unread: not read or not recognised, of the documents */
    struct skipped_list skipped;
    const struct findings *set_findings, *set_suppressed;
    const struct rule_outcomes *set_outcomes;
};

struct report_options {
    enum lang lang;
    bool color;
    bool quiet;                 /* text: no summary */
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
