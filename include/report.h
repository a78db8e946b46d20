/* report.h: findings to output. One file per format in checker/report/. Knows nothing of how findings were made. */
#ifndef PATUH_REPORT_H
#define PATUH_REPORT_H

#include "finding.h"

/* Everything that is printed of one document. */
struct document_report {
    struct source *source;      /* for places and quoted lines; NULL when the file could not be opened */
    struct str path, part;
    const char *kind;           /* "sop", "lkjip", NULL */
    const char *reader;         /* NULL when unread */
    const struct findings *findings;
    const struct rule_outcomes *outcomes;
    const struct trouble *error; /* NULL: none */
    struct arena *arena;        /* for line tables and texts, as long as the call */
};

struct report_summary {
    size_t documents, skipped, unread;
    size_t count[3];            /* findings by severity */
    const struct findings *set_findings;
    const struct rule_outcomes *set_outcomes;
};

struct report_options {
    enum lang lang;
    bool color;
    bool quiet;                 /* text: no summary */
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

#endif
