/* waive.h: exceptions ("abaikan"): which findings somebody has decided to accept, where, why, and until when. Written in the document
 * itself, or in a configuration for files that nobody may edit. Knows findings, nothing of rules or of how documents are read. */
#ifndef PATUH_WAIVE_H
#define PATUH_WAIVE_H

#include "base/ignore.h"
#include "base/source.h"
#include "stage/document.h"
#include "stage/finding.h"

struct waiver {
    struct texts_of_rules {
        struct str *v;
        size_t n, cap;
    } rules;                    /* ids, names, prefixes, "semua" */
    struct suppression why;     /* reason absent or blank: it does not count (UM004) */
    struct span at;             /* in the source: the text of the exception, for what is said of it */
    /* what it covers */
    enum { COVERS_FILE, COVERS_LINES, COVERS_ELEMENT, COVERS_PATHS } covers;
    struct span lines;          /* COVERS_LINES: findings that begin in here */
    struct str id;              /* COVERS_ELEMENT: of a BPMN element */
    const struct ignore *files; /* COVERS_PATHS: patterns; NULL: any path */
    struct str number, step;    /* COVERS_PATHS: of the SOP, of its step; absent: any */
    /* of a configuration */
    const char *file;           /* NULL: in the source */
    uint32_t line;
    /* what became of it */
    size_t met, used;           /* documents that it is about; findings it covered */
};
struct waivers {
    struct waiver *v;
    size_t n, cap;
};

/* Adds the exceptions that stand in the comments of a document: `patuh: abaikan WK003, BH -- alasan; oleh: NAMA; sampai: 2026-12-31`.
 * In YAML behind a "#": at the end of a line for that line, on a line of its own for the entry that begins below it, with all that is
 * indented under that; in Markdown, HTML and text in a comment of HTML: in a line for that line, on a line of its own for the block
 * below it, up to the next blank line; in BPMN in the documentation of an element for that element. `abaikan-berkas` is for the whole
 * file wherever it stands. Texts live in the arena. */
void waivers_in_source(struct arena *a, const struct document *d, struct waivers *out);
/* One exception as written behind "patuh:"; false when it is none. Fills rules and why. */
bool waiver_parse(struct arena *a, struct str text, struct waiver *out, bool *whole_file);

/* A rule selector names a rule: its id, name, two or more leading letters of its id, or semua/all. */
bool selector_names(struct str selector, const char *id, const char *name);

/* A document as exceptions see it. */
struct waived {
    struct str key;             /* path below the folder of the configuration; absent: not below it */
    struct str number;          /* Nomor SOP; absent: none */
    const char *today;          /* YYYY-MM-DD; NULL: not known, then no exception is over */
};
/* Takes the findings that an exception with a reason covers, on whose day it is not over, out of the list and into `suppressed`. UM…-findings
 * stay: what was not read is always said. */
void waive(struct arena *a, struct waivers *w, const struct waived *d, struct findings *findings, struct findings *suppressed);
/* Why an exception does not count, or counts for nothing. */
enum waiver_fault { WAIVER_GOOD, WAIVER_NO_REASON, WAIVER_OVER, WAIVER_UNUSED };
enum waiver_fault waiver_judge(const struct waiver *w, const char *today);
/* Its rules as written: "WK003, BH". */
struct str waiver_rules(struct arena *a, const struct waiver *w);

#endif
