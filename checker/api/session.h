/* session.h: what stands behind patuh.h, for the command line and the tests of this program. */
#ifndef PATUH_SESSION_H
#define PATUH_SESSION_H

#include "stage/analyse.h"
#include "base/os.h"
#include "config/config.h"
#include "patuh.h"
#include "stage/read.h"
#include "stage/recognise.h"
#include "stage/report.h"
#include "stage/rules.h"
#include "stage/set.h"
#include "stage/view.h"

struct patuh_rules {
    struct arena *arena;
    struct bundle bundle;
    struct pack_faults faults;      /* none: the pointers below are set, but for the vocabulary */
    const char **fault_texts[2];    /* by language */
    const struct read_words *read_words;
    const struct vocabulary *vocabulary; /* NULL: proved, each checker loads it for its first layout */
    const struct knowledge *knowledge;
    const struct ruleset *ruleset;
};

struct patuh_checker {
    const struct patuh_rules *rules;
    struct arena *arena;            /* options, as long as the checker */
    enum lang lang;
    struct limits limits;
    struct parameters parameters;
    bool *selected;                 /* by index of the rule set */
    struct companion {
        struct str path;            /* absent: what a definition names */
        const struct lkjip *report;
    } pk, last_year;                /* the documents that reports are held against */
    const signed char *severity;    /* by index of the rule set; NULL: as the rules have it */
    struct config_chain chain;      /* whose exceptions count */
    const char *today;              /* YYYY-MM-DD; NULL: not known */
    const struct vocabulary *vocabulary; /* NULL: no layout had to be recognised yet */
    struct engine *engine;
    struct analyst *analyst;
    struct document_set set;        /* rows of the documents so far */
    struct arena *set_arena;        /* of the rows; NULL before the first */
    struct arena *spare;            /* of the last result freed, for the next one; may be NULL */
};

enum result_state {
    RESULT_CHECKED,
    RESULT_UNOPENED,                /* missing, not permitted …: nothing was read */
    RESULT_UNREAD,                  /* no reader could read it */
    RESULT_UNRECOGNISED             /* read, but neither an SOP nor an LKjIP */
};

struct patuh_result {
    struct patuh_checker *checker;
    struct arena *arena;
    struct buf raw;                 /* the bytes of the file */
    struct source *source;
    struct document document;
    struct file_parts {
        const struct layout *layout;
        struct arena *pages;        /* of the layout */
        struct sop_parts list;
        struct str *names;
    } *parts;                       /* of a file that holds several documents, else NULL; shared by their results */
    struct patuh_result *first;     /* the result that owns the file and its parts */
    size_t part;                    /* which of them, from 0 */
    enum result_state state;
    bool claimed;                   /* says or looks as if it were ours, whatever became of it */
    bool faulty;                    /* checked, but its definition has errors (unknown keys …) */
    struct trouble error;           /* why, unless RESULT_CHECKED */
    const char *error_text;         /* the same in the checker's language; NULL if RESULT_CHECKED */
    struct view *view;                /* NULL unless RESULT_CHECKED */
    struct findings findings;
    struct findings suppressed;     /* taken out of them */
    struct rule_outcomes outcomes;
    struct patuh_finding *finding_rows; /* made when first asked for */
    struct patuh_rule_outcome *outcome_rows;
};

/* The built-in files, or those of `only` instead; over them the files of `packs` (paths, NULL ones left out) in their order. *last, unless NULL,
 * gets what the last of them holds. */
struct patuh_rules *rules_load(const char *only, const char *const *packs, size_t n, struct bundle *last);

/* The YAML files of a folder laid out like rules/, or one file, by name; rule files that stand anywhere else get the name of their group. What
 * cannot be read or parsed is a fault. */
struct bundle bundle_read(struct arena *a, const char *path, struct pack_faults *faults);
/* The pack has a file of that name, or one with a rule of that id. */
bool bundle_replaces(const struct bundle *pack, const char *name);
/* The files of base, those that the pack replaces left out, and the pack's. */
struct bundle bundle_over(struct arena *a, struct bundle base, struct bundle pack);

/* patuh_checker_new, with what a configuration has settled under the options; NULL: nothing. Settings and chain have to outlive the checker. */
struct patuh_checker *checker_new(const struct patuh_rules *rules, const struct patuh_options *options, const struct settings *settings,
                                  const struct config_chain *chain, char **error);

/* Checkers of a run, one for each way that paths are configured. */
struct pool;
struct pool_options {
    const char *rules, *rules_only; /* of the command line; NULL: not given */
    const char *config;             /* the one configuration to use; NULL: those that are found */
    bool no_config;
    const struct patuh_options *options;
};
/* Never NULL; what is wrong comes out of pool_checker. `rules`: those of the command line alone, loaded; they have to outlive the pool. */
struct pool *pool_new(const struct patuh_rules *rules, const struct pool_options *o);
void pool_free(struct pool *p);
struct configs *pool_configs(struct pool *p);
/* The checker for a file (it need not exist), or a folder. NULL: a configuration or the rules that it names have faults, which pool_faults tells, or
 * an option is wrong: then *error is a message to be freed with patuh_free. With `settings`, what applies. */
struct patuh_checker *pool_checker(struct pool *p, const char *path, const struct settings **settings, char **error);
/* Faults of configurations so far, each "file:line: message"; NULL behind the last. */
const char *pool_fault(struct pool *p, size_t index, enum lang lang);

/* Marks what a list of selectors (ids, names, prefixes, "semua") names; false, and a message, when one names nothing. */
bool select_rules(struct patuh_checker *c, const char *const *selectors, bool value, struct str *message);
/* NAME=VALUE; false, and a message, when there is no such name or the value is not of its kind. */
bool set_parameter(struct patuh_checker *c, const char *assignment, struct str *message);
bool set_limit(struct patuh_checker *c, const char *assignment, struct str *message);

/* Through the readers and the recogniser. d->kind is DOCUMENT_NONE where it is neither an SOP nor an LKjIP; faults of a definition are
 * in d->errors. *parts gets the SOPs of a file that holds several, and then d is the first of them; where it is NULL, d is the whole. */
enum rc document_read(struct patuh_checker *c, struct arena *a, struct source *source, struct document *d, bool *claimed,
                      struct file_parts **parts, struct trouble *why);
/* Names the parts: "halaman 3-5" where each begins on a page of its own, else "baris 40-81". */
void parts_name(struct arena *a, struct source *s, struct file_parts *parts);
/* Reads the Perjanjian Kinerja and last year's report that a report is held against. What cannot be read is added to its errors. */
void read_companions(struct patuh_checker *c, struct patuh_result *r);
/* The one that an option names, read for good; false, and a message, when it cannot be used. A NULL path is none. */
bool companion_load(struct patuh_checker *c, const char *path, struct companion *out, struct str *message);

/* Adds a page (from 1) of a file, or of a stream (else NULL), as it was understood: SVG. false, and a message: it has none that could be read. */
bool page_view(struct patuh_checker *c, const char *path, FILE *in, uint64_t page, struct buf *svg, struct str *message);
/* Standard input, or another open stream, as a document. */
struct patuh_result *check_stream(struct patuh_checker *c, const char *name, FILE *in);
/* A fragment of a definition, as examples of rules have it. */
struct patuh_result *check_definition(struct patuh_checker *c, const struct yaml_node *map, enum document_kind kind);
/* Takes the findings that somebody has decided to accept out of a result, and says which exceptions are no good. */
void except(struct patuh_checker *c, struct patuh_result *r);
/* The same for findings on the set, of the file that each is about; then what is to be said of the exceptions of a configuration, which
 * every document has gone by. */
void except_set(struct patuh_checker *c, struct configs *configs, struct findings *findings, struct findings *suppressed);
/* Keeps of a result what rules on the whole set need, and gives that: NULL, if nothing; valid until the next. set_put: a row that another run
 * kept. Then, once, runs those rules. Fewer than two SOPs are no set: nothing is added. */
const struct set_row *set_add(struct patuh_checker *c, struct patuh_result *r);
void set_put(struct patuh_checker *c, const struct set_row *row);
void set_check(struct patuh_checker *c, struct findings *findings, struct rule_outcomes *outcomes);
/* What a reporter prints of a result; valid as long as the result. */
struct document_report result_report(struct patuh_result *r);

#endif
