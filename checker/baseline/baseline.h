/* baseline.h: the findings that a repository had when it began to be checked. They are counted by what they are about, not by where they
 * stand, so that a line or step more above them changes nothing; what goes beyond the count is new.
 *
 * The file is YAML, one finding a line, sorted, so that changes of it can be read and merged:
 *
 *   patuh: baseline/1
 *   temuan:
 *     - {path: "sop/a.yaml", rule: WK003, element: "/sop/jumlah-waktu", subject: "", quote: "2 hari", count: 1} */
#ifndef PATUH_BASELINE_H
#define PATUH_BASELINE_H

#include "base/os.h"
#include "base/yaml_tree.h"
#include "stage/finding.h"

#define BASELINE_NAME ".patuh-baseline.yaml"

struct baseline {
    struct baseline_entry {
        struct str path;                 /* from the folder of the baseline on, with "/" */
        struct str rule, element, subject, quote;
        uint64_t count;                  /* findings of this kind that are known; at least 1 */
        uint64_t seen;                   /* in this run */
        bool checked;                    /* its file was, in this run */
    } *v;                                /* sorted by path, rule, element, subject, quote, each once */
    size_t n, cap;
};

/* Reads a baseline. On anything but RC_OK *why says what is wrong with it, and *line where (0: nowhere). */
enum rc baseline_parse(struct arena *a, const struct source *source, const struct limits *limits, struct baseline *out, struct trouble *why) MUST_USE;
/* Adds what a finding is about, for a baseline to be written; then baseline_sort. UM001 and UM002 are never known. */
void baseline_record(struct arena *a, struct baseline *b, struct str path, const struct finding *f);
void baseline_sort(struct baseline *b);
struct str baseline_text(struct arena *a, const struct baseline *b);

/* Takes the findings that are known, in their order up to the count, out of the list and into `suppressed`; from here on the file counts as
 * checked. A file with several documents comes several times. */
void baseline_cover(struct arena *a, struct baseline *b, struct str path, struct findings *findings, struct findings *suppressed);
/* When every document has gone by: what stands between several documents was only looked at if every file of the baseline was. */
void baseline_close(struct baseline *b);
/* The entry about the same as e; NULL: there is none. */
const struct baseline_entry *baseline_find(const struct baseline *b, const struct baseline_entry *e);
/* How many findings are known that files checked in this run have no more. */
uint64_t baseline_stale(const struct baseline *b);

#endif
