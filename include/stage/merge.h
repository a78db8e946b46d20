/* merge.h: what another run has found out, from the JSON lines that it wrote (report/json.c), so that reports can be made of the runs of many
 * machines. Made by checker/merge/. */
#ifndef PATUH_MERGE_H
#define PATUH_MERGE_H

#include "stage/report.h"

/* One line. What it holds lives in the arena that the reader was given. */
struct told_line {
    enum told { TOLD_RUN, TOLD_DOCUMENT, TOLD_SKIPPED, TOLD_SET, TOLD_END } kind;
    struct {
        uint64_t schema;
        struct str version, lang;
        const char **set_rules;          /* NULL-terminated */
    } run;
    struct document_report document;     /* `told`, its row as well */
    struct skipped skipped;
    uint64_t documents;                  /* of the end: how many lines of documents there were */
};

/* false, and *why has a message: the line is none of ours. */
bool told_read(struct arena *a, struct str line, struct told_line *out, struct trouble *why);
/* A copy of a row, for when its line is gone. */
const struct set_row *told_row(struct arena *a, const struct set_row *row);

#endif
