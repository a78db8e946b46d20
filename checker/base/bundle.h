/* bundle.h: the data files of rules/ as parsed trees: built into the binary, or read from a folder (--rules DIR). */
#ifndef PATUH_BUNDLE_H
#define PATUH_BUNDLE_H

#include "base/yaml_tree.h"

struct bundle_file {
    const char *name;              /* relative to rules/, with '/': "sop/WK003-total-waktu-tidak-sesuai.yaml" */
    const struct yaml_node *root;
    const char *path;              /* where it was read; NULL: built in */
    bool proved;                   /* the build loaded it and found no fault */
    struct str examples;           /* of a rule that is built in, as it is written from the key on: they are rarely read; empty: in the tree */
};

/* Files sorted by name. */
struct bundle {
    const struct bundle_file *files;
    size_t n;
};

/* What the build put into the binary. */
extern const struct bundle bundle_embedded;

/* A file, and its root; NULL when the bundle has none of that name. */
const struct bundle_file *bundle_file_find(const struct bundle *b, const char *name);
const struct yaml_node *bundle_find(const struct bundle *b, const char *name);
/* All files whose names begin so are proved: loading what they hold gives no fault. */
bool bundle_proved(const struct bundle *b, const char *prefix);

/* One fault in a data file: a broken rule, an unknown key, an expression that does not compile. */
struct pack_fault {
    struct str file;    /* relative to rules/ */
    uint32_t line;      /* from 1; 0 when it concerns the file as a whole */
    enum word message;
    struct str arg[2];
};
struct pack_faults {
    struct pack_fault *v;
    size_t n, cap;
};
struct pack_fault *fault_add(struct arena *a, struct pack_faults *list, const char *file, uint32_t line, enum word message);

#endif
