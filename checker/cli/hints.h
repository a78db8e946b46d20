/* hints.h: what may follow a command or an option, read out of its help and the option table: there is no second list to keep. */
#ifndef PATUH_HINTS_H
#define PATUH_HINTS_H

#include "cli/cli.h"

enum takes {
    TAKES_NOTHING,  /* an option alone */
    TAKES_TEXT,     /* a number, a name, a day */
    TAKES_WORDS,    /* one of `words` */
    TAKES_LIST,     /* some of `words`, commas between them */
    TAKES_FILE,
    TAKES_FOLDER,
};

/* Texts live in the arena or are constant. */
struct hint {
    const char *name;   /* of the option, without --; of the arguments: "" */
    char letter;        /* its short form; 0: none */
    enum takes takes;
    struct str words;   /* parted by blanks; absent: none */
    bool files;         /* of arguments: files may stand there, too */
    struct str about;   /* in the language of the invocation; absent: nothing is said */
};

/* Options of a command, those that each takes included, and how many; `rules`: what names of rules are offered, parted by blanks. */
const struct hint *hints_of(struct cli *c, const struct command *k, struct str rules, size_t *n);
/* What follows the name of the command. */
struct hint hint_arguments(struct cli *c, const struct command *k, struct str rules);

#endif
