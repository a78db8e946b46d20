/* rules.h: the engine: rule packs from YAML, compiled XPath 1.0, one walk over the view, four outcomes.
 * Knows elements, attributes and items; nothing of SOPs, of how facts are computed, or of output formats. */
#ifndef PATUH_RULES_H
#define PATUH_RULES_H

#include "stage/analyse.h"
#include "base/bundle.h"
#include "stage/finding.h"
#include "stage/item.h"
#include "stage/view.h"

enum rule_scope { SCOPE_DOCUMENT, SCOPE_SET, SCOPE_PROGRAM };

struct text_pair {          /* a text in both languages */
    struct str v[2];        /* by enum lang */
};

/* What `patuh explain` and `patuh rules` show of a rule. */
struct rule_info {
    const char *id, *name;
    const char *group;      /* "sop", "lkjip", "umum": the folder */
    enum rule_scope scope;
    enum severity severity; /* of its first case */
    bool on;                /* selected by default */
    enum rule_fix { FIX_NONE, FIX_UNSAFE, FIX_SAFE } fix; /* the best that one of its cases has */
    struct text_pair title, why, mend;
    struct str regulation, place; /* of the provision; absent where there is none */
    const char *status;
    const struct yaml_node *examples; /* NULL: not parsed yet, see rule_examples */
    struct str unparsed;              /* the examples of a rule that is built in */
};

/* A loaded pack: rules, facts and their types, parameters. Read-only, may be shared between threads. */
struct ruleset;
/* Loads rules/{sop,lkjip,umum}/, rules/facts.yaml and rules/parameters.yaml. Every fault found is added to the list, with file and line;
 * NULL when there are any. */
const struct ruleset *ruleset_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);
size_t ruleset_size(const struct ruleset *r);
const struct rule_info *ruleset_info(const struct ruleset *r, size_t index); /* sorted by id */
const struct rule_info *ruleset_find(const struct ruleset *r, struct str id_or_name); /* NULL: unknown */
/* The list of its examples as it is written; NULL: none. */
const struct yaml_node *rule_examples(struct arena *a, const struct rule_info *r);
/* What it finds is always said, at its own severity: what could not be read. */
bool rule_always(const struct rule_info *r);
/* Parameters with their defaults, to be changed before engine_new. */
const struct parameters *ruleset_parameters(const struct ruleset *r);
/* Whether a parameter of that type can have this value. */
bool parameter_accepts(const struct parameter *p, struct str value);

/* Compiled expressions, XPath context, budget: belongs to one thread. */
struct engine;
struct engine_options {
    enum lang lang;
    const struct limits *limits;
    const struct parameters *parameters;
    const bool *selected;       /* ruleset_size flags, by index; copied */
    const signed char *severity; /* by index: what findings of the rule are graded as, -1 as the rule has it; copied; NULL: all as they have it */
};
/* Never fails for a loaded rule set: every expression was compiled once at load. */
struct engine *engine_new(const struct ruleset *r, const struct engine_options *o);
void engine_free(struct engine *e);
struct view_names *engine_names(struct engine *e); /* for view_build */

/* Run every selected rule of the document's kind (name of the root element: sop, lkjip, himpunan) over the view. Findings are added and
 * sorted; one outcome is added for each of these rules, in the order of their ids.
 *
 * At a node: guard false, tidak-berlaku; a case holds, temuan (the first that does); the guard or a case depends on a fact that is not
 * known, and no case holds on what is known, tidak-dapat-diperiksa; else lolos. Outside ada(), a test depends on all its facts, but
 * false and unknown is false, true or unknown is true. A fact reached by a path is needed of every node that the path reaches; a path
 * that reaches nothing needs nothing. LIMIT_operations bounds the XPath operations of one rule in one document.
 *
 * A finding silences the rules of its rule's instead-of at the same node, below it, and in the same langkah, whether it is itself
 * silenced or not. A silenced node is neither temuan nor lolos for its rule: it counts as tidak-berlaku. */
void engine_run(struct engine *e, struct arena *a, struct view *view, struct findings *findings, struct rule_outcomes *outcomes);

/* A duration as facts have it ("1 hari 3 jam"), in that language. */
struct str duration_in(struct arena *a, struct str fact, enum lang lang);

/* A finding of a `scope: program` rule (UM001 …) with the message of that case of its pack, from 0; arguments replace {0} and {1}. */
void engine_raise(struct engine *e, struct arena *a, const char *rule, size_t number, struct str arg0, struct str arg1, struct place place,
                  struct findings *findings);

#endif
