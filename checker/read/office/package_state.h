/* package_state.h: the inside of a package, for package.c, package_kind.c and xml.c only. */
#ifndef PATUH_PACKAGE_STATE_H
#define PATUH_PACKAGE_STATE_H

#include "read/office/package.h"

struct entry {
    struct str name;
    uint64_t index;             /* in the archive */
    uint64_t size, packed;
    char *bytes;                /* once inflated */
    size_t order;               /* in package.entries */
};

struct package {
    struct arena *messages, *arena;
    const struct limits *limits;
    struct zip *zip;
    struct entry *entries, *sorted;
    size_t count;
    uint64_t inflated, nodes;
    enum package_kind kind;
    struct str main;
};

/* Sets *why to the message with up to one value, and gives rc. */
enum rc package_refuse(struct trouble *why, enum rc rc, enum word message, struct str part);
/* package_kind.c: sets kind and main; refuses what is encrypted as a document. */
enum rc package_tell_kind(struct package *p, struct trouble *why) MUST_USE;

#endif
