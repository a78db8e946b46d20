/* reporter.h: what the formats share. */
#ifndef PATUH_REPORTER_H
#define PATUH_REPORTER_H

#include "stage/report.h"

extern const struct report_format report_text, report_compact, report_md, report_json, report_json_findings, report_jsonl, report_sarif,
    report_sarif_findings, report_github, report_gitlab, report_junit, report_checkstyle, report_tap;

/* ---- state: most formats keep the options, a buffer, and whether something was written. `begin` of those that start with nothing. */
struct writer {
    struct report_options o;
    struct buf b;
    bool any;
};
void *writer_begin(const struct report_options *o);
void writer_flush(struct writer *w);
void writer_end(struct writer *w); /* flushes and frees */
/* What stands in the document's place for findings on the set; their places need no source. */
struct document_report set_report(const struct report_summary *s, struct arena *a);
/* Findings on the set told as those of one more document, with `last` behind them; the end of a format whose state is a writer. */
void writer_close(struct writer *w, const struct report_summary *s, void (*document)(void *state, const struct document_report *d), const char *last);

/* ---- places */
struct spot {               /* 0: not known, or does not apply */
    struct extent at;       /* columns in characters */
    uint32_t column16, end_column16; /* the same in UTF-16 units */
    uint32_t page;
    bool boxed;
    struct box box;
};
void spot_of(const struct document_report *d, struct place place, struct spot *out);
/* "path:33:101", "path:Lembar1!F12" or "path", for terminals. */
void position(struct buf *b, const struct document_report *d, struct str path, struct place place);
/* "halaman 2, langkah 3, kolom Waktu": page or paragraph, table, row, step, column, element, as far as they are known and say something. */
void where_words(struct buf *b, const struct finding *f, enum lang lang, struct arena *a);
/* The message, behind it the place in words where lines do not tell it, nor, if that stands `beside`, its position. One line, safe for terminals. */
void placed_message(struct buf *b, const struct document_report *d, const struct finding *f, enum lang lang, bool beside);
/* "path" or "path, halaman 3-5". */
void name_document(struct buf *b, const struct document_report *d);
/* Without "./" at its beginning. */
struct str from_here(struct str path);
/* A path as a URI: percent-encoded; with a scheme where it begins at the root. */
void uri_path(struct buf *b, struct str path);

/* ---- order and number for people: the gravest first, and of one rule so many in a document. `more` findings of the rule follow that are not
 * shown. Lives in d->arena. */
struct shown {
    const struct finding *f;
    size_t more;
};
enum { REPEATS = 5 };
size_t shown_findings(const struct document_report *d, const struct report_options *o, struct shown **out);
/* How many of each severity, "1 galat, 2 catatan": without those that are none, if any. */
struct str severity_counts(struct arena *a, const size_t count[3], enum lang lang, bool all);
void count_severities(const struct findings *f, size_t count[3]);
const char *severity_word(enum severity s, enum lang lang);

/* ---- rules of a document one by one, for formats of tests: by id, first what the rules say, then findings of rules that have no outcome. A
 * rule without a finding that came out as not applicable is left out. */
struct test_case {
    const char *rule, *name;
    enum outcome outcome;
    struct str reason;
    bool failed;            /* it has a finding that fails the run */
};
size_t test_cases(const struct document_report *d, const struct report_options *o, struct test_case **out);

/* ---- counts by rule and by document */
struct tally;
struct tally *tally_new(void);
void tally_add(struct tally *t, const struct document_report *d);
void tally_print(struct tally *t, struct buf *b, const struct report_options *o);
void tally_free(struct tally *t);

/* ---- what could not be checked, and why */
struct gaps;
struct gaps *gaps_new(enum lang lang);
void gaps_add(struct gaps *g, const struct document_report *d);
/* One reason a block, its rules with their names below it. NULL markup: text for terminals, else Markdown. */
void gaps_print(struct gaps *g, struct buf *b, const struct report_options *o, bool markdown);
void gaps_free(struct gaps *g);
/* "Tabel 3.4 … (halaman 5): what its columns are is not known": a region that was not understood. */
struct str region_reason(struct arena *a, enum lang lang, const struct read_region *r);
/* Those of a document: how many, and the one of that number. */
size_t not_understood_count(const struct document_report *d);
struct str not_understood(const struct document_report *d, size_t number, enum lang lang);

/* ---- JSON: see json_text in base/escape.h. */
void json_z(struct buf *b, const char *s); /* NULL: null */
/* ", "NAME": " */
void json_key(struct buf *b, const char *name);
struct json_style {
    enum lang lang;
    const char *line;       /* between findings and outcomes: a line end with blanks, or a blank */
    bool whole;             /* with all that another run needs to go on: `patuh merge` */
};
/* The bytes of the file that a fix replaces; false: none is offered. */
bool fix_bytes(const struct document_report *d, const struct finding *f, uint64_t *offset, uint64_t *length);
void json_location(struct buf *b, const struct document_report *d, struct place place);
void json_finding(struct buf *b, const struct document_report *d, const struct finding *f, const struct json_style *s);
void json_findings(struct buf *b, const char *name, const struct document_report *d, const struct findings *list, const struct json_style *s);
void json_outcomes(struct buf *b, const struct rule_outcomes *list, const struct json_style *s);
/* Its members, without braces. */
void json_document(struct buf *b, const struct document_report *d, const struct json_style *s);
void json_skipped(struct buf *b, const struct skipped *f, enum lang lang);

/* ---- Markdown: text in a cell of a table, or a line of its own: nothing in it is markup. */
void markdown_text(struct buf *b, struct str s);

/* The source line of a span with a line of marks below it, both behind a margin with the line number; long lines cut around the place. */
void excerpt(struct buf *b, const struct document_report *d, struct span at, const char *mark_on, const char *mark_off);

#endif
