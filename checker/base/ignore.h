/* ignore.h: patterns of paths as gitignore(5) has them, of .gitignore files and of our configuration, read and matched here: git itself
 * runs what the configuration of a repository tells it to. Neither .git/info/exclude nor core.excludesFile nor the index is looked at. */
#ifndef PATUH_IGNORE_H
#define PATUH_IGNORE_H

#include "base/base.h"

/* The patterns of one .gitignore. Keys are paths from the top of the tree, without a slash in front; "" is the top itself. */
struct ignore {
    const struct ignore *above; /* of the folders above it; they yield to these */
    size_t skip;                /* bytes of a key that lead to its folder, the slash included */
    size_t bytes;               /* of patterns, those above included */
    struct pattern {
        struct str glob;
        bool negated, folders;  /* !PATTERN; PATTERN/ */
        bool anchored;          /* a slash in it: the whole path has to match, else the name alone */
    } *v;
    size_t n, cap;
};

/* The patterns of a .gitignore's text, for the folder with that key; texts are kept in the arena. Past 64 KB in force together the rest is
 * not obeyed: what is not left out is looked at. */
struct ignore *ignore_parse(struct arena *a, const struct ignore *above, struct str key, struct str text);
/* Whether the last pattern that matches leaves this entry out. `rules` may be NULL. What lies in a folder left out is not asked about. */
bool ignore_matches(const struct ignore *rules, struct str key, bool folder);
/* Whether they leave out the file with that key, or a folder on the way to it. */
bool ignore_covers(const struct ignore *rules, struct str key);

#endif
