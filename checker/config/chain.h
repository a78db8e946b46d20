/* chain.h: the parts of struct configs. */
#ifndef PATUH_CONFIG_CHAIN_H
#define PATUH_CONFIG_CHAIN_H

#include "config/keys.h"
#include "language/suggest.h"
#include "stage/read.h"

struct configs {
    struct arena *a;
    const struct bundle *rules;
    const struct limits *limits;
    struct pack_faults faults;
    struct config_chain files;         /* all that were read */
    struct read_files {
        struct read_file {
            const char *path;
            struct config_chain chain; /* what it extends, and itself */
        } *v;
        size_t n, cap;
    } read;                            /* each is read once */
    const struct config_chain *fixed;  /* of every path: --config, or none at all; NULL: they are found */
    struct known_folder {
        struct str folder;             /* without links */
        const struct config_chain *chain;
    } *v;                              /* that were asked for, each once */
    size_t n, cap;
};

/* Adds the file, and before it what it extends; faults go to c->faults. */
void config_read(struct configs *c, const char *path, size_t depth, struct config_chain *out);
void config_preset(struct configs *c, struct config_reader *r, const char *name, const struct noted *at, struct config_chain *out);

#endif
