/* cli.h: the command line. Each command is a function that gives the exit status. */
#ifndef PATUH_CLI_H
#define PATUH_CLI_H

#include "api/session.h"
#include "baseline/baseline.h"
#include "stage/annotate.h"

/* Exit statuses; of several that hold, the one that stands first here. */
enum status { STATUS_PIPE = 141 /* as the signal of a closed pipe would */, STATUS_USAGE = 2, STATUS_UNREAD = 3, STATUS_FINDINGS = 1, STATUS_OK = 0 };

struct texts {              /* NULL-terminated once something was added */
    const char **v;
    size_t n, cap;
};

/* An invocation. */
struct cli {
    struct arena *arena;
    FILE *in, *out, *err;
    enum lang lang;
    const struct command *command; /* NULL: none given */
    struct texts args;             /* what follows the command, options taken out */
    const char *format;            /* the last that was asked for; NULL: none */
    struct texts formats;          /* all of them */
    const char *fail_on, *color, *rules, *rules_only, *today, *stdin_name; /* NULL: not given */
    struct texts select, ignore, param, limit;
    const char *pk, *last_year;  /* NULL: none given */
    const char *baseline;        /* --baseline; NULL: the configured one, or the one that lies here */
    const char *config;          /* the one configuration; NULL: those that are found */
    const char *annotate;        /* where annotated copies go; NULL: not asked for */
    uint64_t part;               /* which SOP of a file that holds several, from 1; 0: not given */
    uint64_t page;               /* which page to draw, from 1; 0: not given */
    const char *sort;              /* "place", "severity"; NULL: not given */
    bool fix, diff, unsafe_fixes;
    bool all, statistics, no_baseline, no_config, force_exclude, show_files, show_suppressed;
    bool coverage, quiet, allow_empty, reading, help, version;
};

struct command {
    const char *name;
    enum word summary, help;
    const char *options;           /* letters of the option table that it takes */
    int (*run)(struct cli *c);
};
extern const struct command commands[]; /* ends with a NULL name */

int cli_main(int argc, char **argv, FILE *in, FILE *out, FILE *err);

/* Reads the arguments; STATUS_OK or STATUS_USAGE with the message printed. */
int options_parse(struct cli *c, int argc, char **argv);
void texts_add(struct cli *c, struct texts *list, const char *text);

/* The option table. `letter` stands for an option everywhere; `is_short`: it may be typed, too. */
struct option_entry {
    const char *name;
    char letter;
    bool value;     /* one has to follow */
    bool is_short;
};
size_t options_count(void);
struct option_entry option_at(size_t i); /* i < options_count() */
bool command_takes(const struct command *k, char letter);

/* "patuh: MESSAGE" on stderr; gives STATUS_USAGE. */
int usage_error(struct cli *c, enum word w, struct str arg0, struct str arg1);
/* The same for a name that is none of the choices, with the likely one. */
int unknown_name(struct cli *c, enum word w, const char *name, const struct str *choices, size_t n);
/* A word on a stream, with its arguments. */
void say(struct cli *c, FILE *out, enum word w, struct str arg0, struct str arg1);

/* The rules that --rules asks for, or NULL with every fault printed. */
struct patuh_rules *load_rules(struct cli *c);
/* Prints the faults of a pack. */
void print_faults(struct cli *c, const struct patuh_rules *r);
/* The checkers for the options given. The options live in the arena. */
struct pool *make_pool(struct cli *c, const struct patuh_rules *rules);
/* The one for a path, or NULL with the message printed. `settings`, unless NULL, gets what applies. */
struct patuh_checker *configured_checker(struct cli *c, struct pool *pool, const char *path, const struct settings **settings);
/* What reports tell of the rules, in the language of this invocation; and the rules over many files that are in force. */
const struct rules_about *rules_about(struct cli *c, const struct patuh_rules *rules);
const char *const *rules_on_sets(struct cli *c, const struct patuh_checker *checker);

/* A file to check. */
struct input {
    const char *path;   /* "-": standard input */
    bool named;         /* by the user, not found in a folder */
};
struct inputs {
    struct input *v;
    size_t n, cap;
    struct names ignored; /* files and folders that a .gitignore or a configuration leaves out */
};
/* What the arguments name, folders walked, sorted by path, each path once. STATUS_OK, or STATUS_USAGE with the message printed. */
int inputs_collect(struct cli *c, const struct limits *limits, struct pool *pool, struct inputs *out);

/* The formats that --format asks for, each with its place; NULL, and the message printed, when they cannot be. They belong to c->arena. */
struct outputs *outputs_choose(struct cli *c);
/* "galat", "peringatan", …, "never"; false: none of them. Asked: what --fail-on says; STATUS_OK, or STATUS_USAGE with the message printed. */
bool threshold_read(struct str asked, struct threshold *out);
int threshold_asked(struct cli *c, struct threshold *out);
/* What they are to look like: colours, order, language. STATUS_OK, or STATUS_USAGE with the message printed. */
int outputs_options(struct cli *c, const struct patuh_checker *checker, struct report_options *out);
/* Files are opened before anything is checked. STATUS_OK, or STATUS_USAGE with the message printed: then nothing is left of them. */
int outputs_begin(struct outputs *o, const struct report_options *options, const struct inputs *inputs);
void outputs_document(struct outputs *o, const struct document_report *d);
bool outputs_broken(const struct outputs *o); /* one of them could not be written: what follows serves nobody */
/* Files get their names, all or, when one of the outputs broke, none. STATUS_OK, or STATUS_USAGE with the message printed. */
int outputs_end(struct outputs *o, const struct report_summary *summary);

/* Annotated copies of the files of one invocation. */
struct copies {
    bool folder;          /* --annotate names a folder */
    struct names given;   /* names of copies in it */
    struct {
        struct copied {
            const char *path;
            struct notes notes;
        } *v;
        size_t n, cap;
    } files;              /* those that get one */
    size_t without;       /* files of kinds that carry no notes */
};
int copies_begin(struct cli *c, struct copies *k, size_t files);
void copy_add(struct cli *c, struct notes *notes, const struct findings *found, const struct source *source);
/* STATUS_OK, or STATUS_USAGE with the message printed. */
int copy_write(struct cli *c, struct copies *k, const struct limits *limits, const char *path, const struct notes *notes);
void copies_end(struct cli *c, const struct copies *k);

/* The known findings of a run. */
struct known {
    const char *path;       /* of the baseline; NULL: there is none */
    const char *folder;     /* its folder, without links */
    struct baseline list;
};
/* What --baseline, the configuration (`settings`) or the working folder say. With `must`, a path even where there is no such file. STATUS_OK, or
 * STATUS_USAGE with the message printed. */
int known_read(struct cli *c, const struct settings *settings, bool must, struct known *out);
/* The path of a file as a baseline has it; lives in the arena. */
struct str known_key(struct arena *a, const struct known *k, const char *path);
/* Writes what was found (`found`, recorded and sorted): `shrink`: no more than was known. Entries of files that were not checked and still exist
 * stay. STATUS_OK, or STATUS_USAGE with the message printed. */
int known_write(struct cli *c, const struct known *k, const struct baseline *found, bool shrink);

/* --fix: mends the files; STATUS_OK, or STATUS_USAGE, and the message printed, when one could not be written. --diff: prints how they would change;
 * STATUS_FINDINGS when they would, STATUS_UNREAD when one would still not be read. Known findings are left alone. */
int fix_inputs(struct cli *c, struct pool *pool, const struct known *known, const struct inputs *inputs);

int run_check(struct cli *c);
int run_config(struct cli *c);
int run_baseline(struct cli *c);
int run_dump(struct cli *c);
int run_reviu(struct cli *c);
int run_graph(struct cli *c);
int run_explain(struct cli *c);
int run_law(struct cli *c);
int run_rules(struct cli *c);
int run_merge(struct cli *c);
int run_schema(struct cli *c);
int run_completion(struct cli *c);
int run_init(struct cli *c);
int run_help(struct cli *c);
/* `patuh rules test [PACK]`: PACK is args.v[1]. */
int run_rules_test(struct cli *c);

/* A tree of YAML as block style YAML, each line behind `indent` blanks. */
void yaml_print(struct buf *b, const struct yaml_node *n, size_t indent);

#endif
