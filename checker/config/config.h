/* config.h: `.patuh.yaml`. Every folder from a file upwards may have one; all of them apply, the nearer ones over the outer ones, up to
 * one with `root: true`. A file may build on presets of rules/presets/ and on other files (`extends`); it comes over what it extends, and the
 * `overrides` whose patterns match a path come over the rest of their file. Read once a run, before anything is checked; any fault in one
 * (an unknown key, rule or parameter, a wrong value) is told with its line and ends the run.
 * Paths in it start at its own folder. `rules` and `baseline` name something in that folder or below it, links followed; `extends` a preset or a
 * file whose name ends in .patuh.yaml: nothing else on this machine is read for a configuration that came with somebody's documents. */
#ifndef PATUH_CONFIG_H
#define PATUH_CONFIG_H

#include "base/bundle.h"
#include "base/os.h"
#include "stage/rules.h"
#include "waive/waive.h"

#define CONFIG_NAME ".patuh.yaml"

/* A text and where it was written. */
struct noted {
    struct str text;
    const char *file;       /* as shown: relative to where the user is, or "preset dasar" */
    uint32_t line;
};
struct noted_list {
    struct noted *v;
    size_t n, cap;
};
struct noted_pairs {
    struct noted_pair {
        struct noted key, value;
    } *v;
    size_t n, cap;
};

/* One map of settings: a preset, a file, or one of its overrides. */
struct layer {
    const struct ignore *files; /* of an override: the paths it is for, from the folder of its file; NULL: all */
    const char *folder;         /* of the file, without links; "" of a preset */
    bool selects;               /* `select` is there: what was selected before counts no more */
    struct noted_list select, extend, ignore;
    struct noted_pairs severity, param;
    struct noted fail_on, baseline; /* text absent: not there */
};
struct layers {
    struct layer *v;
    size_t n, cap;
};

struct config_file {
    const char *path, *folder;  /* as shown; the folder without links */
    bool root;
    struct layers layers;       /* in their order of application */
    const struct ignore *exclude; /* NULL: nothing */
    struct noted_list packs;    /* folders of rules: the text is their path */
    struct waivers waivers;
};

/* The files that apply in a folder, outermost first. */
struct config_chain {
    struct config_file **v;
    size_t n, cap;
};

/* Every configuration of a run. */
struct configs;
/* `only`: the path of the one file to use instead of those that are found (--config); NULL: find them. `off`: none at all. */
struct configs *configs_new(struct arena *a, const struct bundle *rules, const struct limits *limits, const char *only, bool off);
/* What applies to a file or folder with this path; it need not exist. The same chain for every file of a folder. Faults of files that are
 * read for it are added to configs_faults. */
const struct config_chain *configs_for(struct configs *c, const char *path);
struct pack_faults *configs_faults(struct configs *c);
/* Every file that was read, by index; NULL behind the last. */
struct config_file *configs_file(struct configs *c, size_t index);
/* The file (or folder) is one that an `exclude` leaves out. */
bool config_excludes(struct configs *c, const struct config_chain *chain, const char *path);

/* Paths of the packs of a chain, in their order; NULL-terminated. */
const char **config_packs(struct arena *a, const struct config_chain *chain);

/* What a chain comes to for one path. */
struct settings {
    bool *selected;             /* by index of the rule set */
    signed char *severity;      /* by index: enum severity, or -1 for the rule's own */
    struct parameters parameters;
    struct noted *from, *graded, *given; /* who said so, by index of rule, rule and parameter; text absent: nobody */
    struct noted fail_on, baseline;
};
/* Faults (no such rule, parameter, severity) go to *faults. */
struct settings config_settle(struct arena *a, const struct config_chain *chain, const char *path, const struct ruleset *rules, struct pack_faults *faults);
/* The same settings come out for all paths of a chain that have the same key: which overrides match. */
struct str config_key(struct arena *a, const struct config_chain *chain, const char *path);

/* The path (without links) below a folder (without links); absent: not below it. The other takes any path of a file. */
struct str config_below(struct arena *a, const char *folder, const char *path);
struct str config_key_of(struct arena *a, const char *folder, const char *path);

#endif
