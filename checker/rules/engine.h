/* engine.h: what the files of the rule engine share: a loaded pack as structures, the scan of an expression, evaluation. */
#ifndef PATUH_ENGINE_H
#define PATUH_ENGINE_H

#include "stage/node.h"
#include "stage/rules.h"
#include "stage/xpath.h"

#define MAX_AT_DEPTH 16 /* elements in one `at`; keeps the walk's stack on the stack */

/* Distinct texts with numbers. */
struct texts {
    struct str *v;        /* NUL-terminated */
    size_t n, cap;
    size_t *slots;        /* hash of texts to index + 1 */
    size_t slot_count;
};
size_t texts_index(struct arena *a, struct texts *t, struct str s); /* adds it if it is new */
bool texts_has(const struct texts *t, struct str s);

/* ---- facts and parameters -------------------------------------------------------------------------------------- */

enum fact_type { FACT_TEXT, FACT_NUMBER, FACT_BOOL, FACT_DURATION, FACT_DATE, FACT_PERCENT, FACT_MONEY, FACT_CHOICE };

/* One row of facts.yaml for one element. */
struct fact_row {
    struct str name, element; /* element: path from the root, "sop/langkah" */
    enum fact_type type;
    const struct yaml_node *values; /* of a choice: the list of its values; NULL: not told */
    bool child;               /* a list fact: an element, not an attribute */
};
struct fact_rows {
    struct fact_row *v;       /* sorted by name, then element */
    size_t n, cap;
};

/* ---- scan of an expression --------------------------------------------------------------------------------------- */

/* One @fact in an expression. */
struct fact_use {
    struct str name;
    struct str path;      /* the location path before it; absent: the context node itself */
    struct str literal;   /* what it is compared with by = or !=; absent where it is not */
    bool in_ada;          /* inside ada(): asked whether known, not needed */
    bool in_predicate;    /* inside [] */
};
struct fact_uses {
    struct fact_use *v;
    size_t n, cap;
};
struct names {
    struct str *v;
    size_t n, cap;
};
/* An `and` or `or` outside parentheses and brackets. */
struct join {
    size_t begin, end;
    bool is_or;
};
struct joins {
    struct join *v;
    size_t n, cap;
};
struct scan {
    struct fact_uses facts;
    struct joins joins;
    size_t closed;        /* just after the first bracket or parenthesis that closes outside all others; 0: none */
    struct names functions, variables, elements;
    bool only_fact;       /* the whole expression is one fact: @x or path/@x */
    enum word fault;      /* WORD_NONE: well formed as far as the scan can tell; xpath.h judges the grammar */
    struct str fault_arg;
};
void scan_expression(struct arena *a, struct str text, struct scan *out);
/* Appends the elements that a plain path (names, ".", "..", leading "/") reaches from the element `from`; false: not plain. */
bool path_resolve(struct arena *a, struct str from, struct str path, struct str *out);

/* ---- the pack ------------------------------------------------------------------------------------------------------ */

/* A plain path: up (..) or from the root, then names, then perhaps a fact. */
#define QUICK_STEPS 6
enum quick_axis { QUICK_CHILD, QUICK_PRECEDING, QUICK_FOLLOWING, QUICK_SELF }; /* of the first step */
struct quick_path {
    bool absolute;
    enum quick_axis axis;
    size_t up, step_count;
    size_t steps[QUICK_STEPS]; /* indices in program.names */
    size_t fact;          /* likewise; NO_INDEX: none */
};
struct quick;             /* quick.h: a condition that needs no libxml2 */

/* A fact that an expression needs. */
struct need {
    size_t fact;          /* index in program.names */
    size_t path;          /* expression that leads to the nodes that must have it; NO_INDEX: the node itself */
    const struct quick_path *quick; /* the same path, where it is plain */
};

/* Expressions are kept once, however often they occur; an engine compiles its own copies on first use. */
struct expression {
    const struct need *needs;
    size_t need_count;
    const struct quick *quick; /* NULL: for libxml2 alone */
    bool own;             /* one fact of the node itself is all that it asks and needs */
    bool everywhere;      /* its path and those of its needs begin at the root: one answer in a document */
};

/* A test: expressions joined by and, or, not(). Kept apart so that an answer needs only the facts it depends on. */
enum logic_op { LOGIC_LEAF, LOGIC_NOT, LOGIC_AND, LOGIC_OR };
struct logic {
    enum logic_op op;
    size_t expression;    /* of a leaf */
    const struct logic *first, *next; /* what it joins; the next beside it */
};

struct piece {            /* of a template: literal text, an expression, or an argument of engine_raise */
    struct str literal;
    size_t expression;    /* NO_INDEX: none */
    bool fact;            /* the expression is one fact */
    enum fact_type type;  /* of that fact */
    int argument;         /* 0, 1; -1: none */
};
struct template {
    struct piece *v;
    size_t n, cap;
};

struct rule_case {
    const struct logic *test;
    enum severity severity;
    const struct yaml_node *node; /* of the file */
    bool worded;          /* what follows was made: not before the case first holds */
    struct template message[2], subject[2]; /* by enum lang; no pieces: none */
    size_t point;         /* NO_INDEX: the node */
    size_t put;           /* NO_INDEX: no fix */
    size_t put_of;        /* which part of the text it takes the place of; NO_INDEX: all of it */
    bool safe;
    size_t related;       /* NO_INDEX: none */
    struct template related_message[2];
    struct text_pair mend; /* of a rule that the program raises; absent: the rule's */
};

/* What a rule asks and says, made when the rule is first needed. */
struct code {
    bool ready;
    const struct logic *when; /* NULL: none */
    struct rule_case *cases;
    size_t case_count;
};

struct rule {
    struct rule_info info;
    struct str *at;       /* element paths */
    size_t at_count;
    size_t *instead;      /* rules that it silences, by index */
    size_t instead_count;
    size_t *silencers;    /* rules that silence it */
    size_t silencer_count;
    const struct yaml_node *root; /* of its file */
    const char *file;
};

struct ruleset {
    struct rule *rules;   /* sorted by id */
    size_t rule_count;
    struct parameters parameters;
    struct bundle bundle;
};

/* Names and expressions of the rules that were compiled, each once. */
struct program {
    struct texts names;      /* of facts and elements that expressions mention */
    struct texts texts;      /* of expressions */
    struct {
        struct expression *v; /* parallel to texts */
        size_t n, cap;
    } expressions;
};

/* While a pack is loaded, and while an engine compiles a rule of it. */
struct loader {
    struct arena *a;
    const struct bundle *bundle;
    struct pack_faults *faults;
    struct ruleset *set;  /* NULL in an engine */
    const struct parameters *parameters;
    bool proved;          /* what is read was checked before: at load, or by the build */
    struct program program;
    struct fact_rows facts;  /* load_facts */
    struct texts elements;   /* names of all elements of the view; none: facts.yaml does not tell */
    const char *file;     /* the one being read */
    struct xpath *x;      /* for compiling; of a loader that proves */
    struct arena *scans;  /* of the expression that is being loaded */
};
struct pack_fault *load_fault(struct loader *l, const struct yaml_node *at, enum word message, struct str arg0, struct str arg1);

/* Keys of a map: name, shape, whether it must be there. */
enum shape { SHAPE_TEXT, SHAPE_LIST, SHAPE_MAP, SHAPE_ANY };
struct key {
    const char *name;
    enum shape shape;
    bool required;
};
/* One fault for each unknown, repeated or missing key and each value of another shape. A null value of an optional key counts as
 * absent. false when there was any fault; none is looked for in what is proved. */
bool load_keys(struct loader *l, const struct yaml_node *map, const struct key *keys, size_t n);
/* {id: …, en: …}, neither empty. */
bool load_pair(struct loader *l, const struct yaml_node *map, struct text_pair *out);
size_t rule_index(const struct ruleset *r, struct str id); /* NO_INDEX: none */

void load_facts(struct loader *l);
bool load_element_known(const struct loader *l, struct str name);
void load_parameters(struct loader *l);
/* A rule of the set: what is known of it without its expressions; they are compiled to see whether they are right, unless that is proved. */
void load_rule(struct loader *l, const struct bundle_file *f);
/* Its guard and the tests of its cases; then the words of a case: message, subject, place, edit, related places. */
void load_code(struct loader *l, const struct rule *r, struct code *out);
void load_words(struct loader *l, const struct rule *r, struct rule_case *c);
void load_rule_links(struct loader *l, struct rule *r); /* once all rules are known: instead-of */

/* Checks the expression's names against functions, parameters and the facts of the elements `at`, and its grammar; gives its index, NO_INDEX
 * after a fault. */
size_t load_expression(struct loader *l, const struct yaml_node *where, struct str text, const struct rule *r);
/* The same for a test; NULL after a fault. */
const struct logic *load_test(struct loader *l, const struct yaml_node *where, struct str text, const struct rule *r);
/* The type of a fact as reached from the rule's elements. */
enum fact_type load_fact_type(struct loader *l, const struct fact_use *use, const struct rule *r);
/* "… {XPath} …"; {{ and }} stand for the braces themselves. */
void load_template(struct loader *l, const struct yaml_node *where, struct str text, const struct rule *r, struct template *out);
/* The provision in words. */
struct str compose_basis(struct arena *a, const struct rule_info *i, enum lang lang);

/* A parameter as a variable of expressions. */
void parameter_set(struct xpath *x, const struct parameter *p);

/* ---- evaluation ------------------------------------------------------------------------------------------------------ */

struct branch;            /* engine.c: elements that rules look at */

struct engine {
    const struct ruleset *set;
    enum lang lang;
    struct limits limits;
    bool *selected;
    signed char *severity;  /* by rule: enum severity, -1: as its case has it */
    struct view_names *interned;
    struct xpath *x;
    struct loader loader;         /* compiles what is needed of the rules */
    struct pack_faults faults;    /* none: all of it was proved */
    struct code *codes;           /* by rule */
    struct {
        struct xpath_expression **v;    /* by expression; NULL: not yet */
        size_t n, cap;
    } compiled;
    struct {
        const char **v;           /* the program's names interned, to compare pointers */
        size_t n, cap;
    } names;
    const char *name_langkah, *name_nomor, *name_berkas;
    struct {
        struct settled *v;        /* what was found of the document as a whole, by expression and whether in a guard */
        size_t n, cap;
    } settled;
    const struct view_node *doubt_of; /* the node that `doubt` is known of */
    const struct item *doubt;
    unsigned long *spent;         /* XPath operations of the rule at work in this document */
    bool guarding;        /* a guard is being evaluated: whether the rule concerns the node at all may rest on what is doubtful */
    struct arena *own;            /* the branches */
    struct branch *top;
};

/* Why a node could not be checked. */
struct reason {
    enum word word;
    const char *fact;     /* of reason_fact_unknown */
    unsigned long limit;  /* of reason_budget */
    const struct where *where; /* of a reading that has not proved itself; NULL: not told */
};

/* A leaf whose path begins at the root has one answer in a document. */
struct settled {
    const struct view_node *of;   /* the document; NULL: not asked yet */
    int truth;
    struct reason why;
};

/* A case that held. */
struct hit {
    size_t rule, number;  /* the rule and its case */
    const struct view_node *node;
    bool silent;
};
struct hits {
    struct hit *v;
    size_t n, cap;
};

/* A rule, and a case of it, ready to be asked and told. */
const struct code *engine_code(struct engine *e, size_t rule);
const struct rule_case *engine_case(struct engine *e, size_t rule, size_t number);
/* Another document: what was known of the last one is forgotten. */
void engine_begin(struct engine *e);
/* Room for what the loader compiled since the last time. */
void engine_keep_up(struct engine *e);

/* The truth of a test at a node: 1, 0, or -1 with the reason: it depends on a fact that is not known, or could not be evaluated.
 * false and unknown is false, true or unknown is true. */
int evaluate_test(struct engine *e, const struct logic *test, const struct view_node *node, struct reason *why);
/* The value of an expression, whatever it needs; NULL when it could not be had. Free with xpath_value_free. */
struct xpath_value *evaluate(struct engine *e, size_t expression, const struct view_node *node, struct reason *why);
/* First element that an expression selects (of an attribute: its element); NULL: none. */
const struct view_node *evaluate_node(struct engine *e, size_t expression, const struct view_node *node);
/* The innermost item at or above a node whose reading has not proved itself; NULL: there is none, or the node proves itself. */
const struct item *node_doubt(const struct view_node *n);

/* A condition without libxml2: NULL from quick_compile where it takes libxml2 to understand it, -1 from quick_truth where it takes libxml2 to decide. */
const struct quick *quick_compile(struct arena *a, struct texts *names, struct str text);
const struct quick_path *quick_path_compile(struct arena *a, struct texts *names, struct str text);
/* The fact of the node itself that all depends on, NO_INDEX: it is another condition; and the truth where that fact is known. */
size_t quick_own_fact(const struct quick *q);
int quick_fact_truth(struct engine *e, const struct quick *q, const struct view_node *fact);
bool quick_absolute(const struct quick *q); /* the answer is the same at every node of a document */
int quick_truth(struct engine *e, const struct quick *q, const struct view_node *node);
/* The nodes of a plain path (its fact aside), in document order but for preceding siblings; NULL ends. */
struct quick_cursor {
    const struct quick_path *path;
    const struct view_node *at[QUICK_STEPS + 1];
};
const struct view_node *quick_first(struct engine *e, struct quick_cursor *c, const struct quick_path *p, const struct view_node *from);
const struct view_node *quick_next(struct engine *e, struct quick_cursor *c);

/* Marks the hits that another rule's hit at the same place silences. */
void silence(const struct engine *e, struct arena *a, struct hits *hits);

/* A template at a node; `unknown` stands for a fact that is not known. */
void expand(struct engine *e, const struct template *t, const struct view_node *node, const struct str *arguments, enum word unknown, struct buf *out);
/* A fact's canonical (Indonesian) text in the output language. */
void figure_print(struct buf *out, struct str value, enum fact_type type, enum lang lang);

/* A hit as a finding. */
/* Where an element stands: its own place, or that of the nearest one around it that has any. */
struct place node_place(const struct view_node *n);
void compose_finding(struct engine *e, struct arena *a, const struct hit *h, struct finding *f);

#endif
