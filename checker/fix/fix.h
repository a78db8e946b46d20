/* fix.h: findings that know their mending, as edits of the file. Pure: bytes to bytes; who reads, checks again and writes is the command line.
 *
 * An edit is taken only where the text says what the rule read there, on one line; bytes outside the edits stay as they are, so line ends, byte
 * order mark, encoding, comments and layout do. */
#ifndef PATUH_FIX_H
#define PATUH_FIX_H

#include "stage/finding.h"

struct fixes {
    struct fix {
        struct span at;          /* in the decoded text */
        struct str text, element;
        const char *rule;
    } *v;                        /* texts live in the arena given */
    size_t n, cap;
};

/* What was found of one rule, and what could not be looked at. */
struct fix_counts {
    struct fix_count_row {
        const char *rule;
        size_t findings, unchecked;
    } *v;
    size_t n, cap;
};

/* Whether edits of a source reach its file: it has lines of its own, and no bytes that are no text. */
bool fix_possible(const struct source *s);
/* Adds the edits of findings: with `unsafe` those that a person should look at, too. Those of `refused` (by rule and element) are left out.
 * *left counts the unsafe ones that were not asked for. */
void fixes_collect(struct arena *a, const struct source *s, const struct findings *findings, bool unsafe, const struct fixes *refused, struct fixes *out, size_t *left);
/* In the order of the text; of edits that overlap the first stays. Where what could not be read can be mended, that alone: it comes first. */
void fixes_settle(struct fixes *f);
/* Appends the bytes of the file with the edits made. false: a text has characters that the file's encoding lacks. */
bool fixes_apply(const struct source *s, struct str raw, const struct fixes *f, struct buf *out) MUST_USE;

void fix_count(struct arena *a, struct fix_counts *t, const struct findings *findings, const struct rule_outcomes *outcomes);
/* Whether making the edits has left fewer findings of each of their rules, and none of another that was not there. Of UM001 the first is enough:
 * what could not be read before has findings of its own. */
bool fixes_improved(const struct fixes *f, const struct fix_counts *before, const struct fix_counts *after);

/* Appends what has changed as a unified diff. Edits neither add nor take lines. */
void fixes_diff(struct buf *out, struct str path, struct str before, struct str after);

#endif
