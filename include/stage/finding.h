/* finding.h: what a rule has to say about a document, and how each rule came out. Made by checker/rules/, printed by
 * checker/report/. Texts are in the language asked for and live in the document's arena; quotes are as in the source. */
#ifndef PATUH_FINDING_H
#define PATUH_FINDING_H

#include "base/source.h"

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR }; /* catatan, peringatan, galat */
/* "galat", "peringatan", "catatan": the same in every language, as in the JSON. */
const char *severity_name(enum severity s);
/* Also understands error, warning, note; false when it is none of them. */
bool severity_parse(struct str s, enum severity *out);

enum outcome { OUTCOME_NOT_APPLICABLE, OUTCOME_PASS, OUTCOME_UNCHECKED, OUTCOME_FINDING };
/* "tidak-berlaku", "lolos", "tidak-dapat-diperiksa", "temuan". */
const char *outcome_name(enum outcome o);

struct edit {               /* replace `at` (decoded text) by `text` */
    struct span at;
    struct str old;         /* what the rule read there; where the text says it otherwise (folded, quoted) nobody may edit blindly */
    struct str text;
};

struct related {
    struct str path;        /* absent: the same document */
    struct place place;
    struct str message;
};

/* Why a finding is not reported as one. Suppressed findings stay countable: reporters get them in a list of their own. */
struct suppression {
    enum suppressed_by { SUPPRESSED_IN_SOURCE, SUPPRESSED_BY_CONFIG, SUPPRESSED_BY_BASELINE } by;
    struct str reason, owner, until; /* as written; until: YYYY-MM-DD; each may be absent */
};

struct finding {
    const char *rule, *name;   /* "WK003", "total-waktu-tidak-sesuai": owned by the rule set */
    enum severity severity;
    struct str message;
    struct str title;          /* of its rule */
    struct str hint;           /* how to mend it, one line; may be absent */
    struct str path;           /* of a finding on a set: the file it is about; else absent */
    struct str element;        /* path in the XML view: /sop/langkah[3]/waktu */
    struct str step, subject, quote; /* absent where they do not apply */
    struct place place;
    struct str basis;          /* the provision in words */
    const char *basis_status;  /* verified, copy, recalled, convention, arithmetic, logic */
    struct related *related;
    size_t related_count;
    struct str excerpt;        /* lines that show the place, where another run made them; else absent */
    struct edit *fix;          /* NULL: none */
    bool fix_safe;             /* it changes nothing that a person would have to judge */
    const struct suppression *suppressed; /* NULL: reported */
};
struct findings {
    struct finding *v;
    size_t n, cap;
};
/* Order of reports: place (offset, then page, table, row), then rule id; exact repeats (rule, place, message) are dropped. */
void findings_sort(struct findings *f);

/* How one rule came out for one document. */
struct rule_outcome {
    const char *rule;
    enum outcome outcome;
    struct str reason;        /* of tidak-dapat-diperiksa: the reason of the first such node; else absent */
    size_t unchecked;         /* nodes that could not be checked */
    size_t passed;            /* nodes that were checked and are in order */
    struct str gap;           /* why the first of the unchecked could not be, also where others of the rule are findings; absent: there is none */
    struct place gap_at, passed_at; /* of the first of each; not set where it has none */
};
struct rule_outcomes {
    struct rule_outcome *v;
    size_t n, cap;
};

#endif
