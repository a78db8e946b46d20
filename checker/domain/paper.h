/* paper.h: what a text names, as a set of comparable words: "Draft Lap. Kinerja" and "laporan kinerja" share two. */
#ifndef PATUH_PAPER_H
#define PATUH_PAPER_H

#include "base/bundle.h"
#include "language/verb.h"
#include "language/wordbook.h"

enum {
    PAPER_GENERIC = 1, PAPER_STOP = 2, PAPER_OUTSIDE = 4, PAPER_RECORD = 8, PAPER_INCOMING = 16, PAPER_REGULATION = 32, PAPER_PROCEDURE = 64, PAPER_UNNAMED = 128,
    PAPER_UNFINISHED = 256, PAPER_NO_PLACE = 512, PAPER_NAME = 1024
};

struct plan {               /* a planning or reporting paper: its short name, and the words of the full one */
    struct str name;
    struct str word[6];
    size_t n;
};
struct papers {
    struct wordmap words;   /* flags as above */
    struct wordmap shorts;  /* index into full */
    const struct str (*full)[4];
    const struct plan *plans;
    size_t plan_count;
    const struct plan *names; /* full names of papers, each with the short one that titles may have in its place; longer ones first */
    size_t name_count;
    struct wordmap periods; /* index into period_names */
    const struct str *period_names;
};
uint32_t paper_flags(const struct papers *p, struct str low);

/* The words of one text, in their order, forms of a verb under one key, short names spelled out, joining words left out. */
enum { PAPER_KEYS = 24 };
struct paper {
    struct entry *key[PAPER_KEYS];
    uint32_t flags[PAPER_KEYS];  /* of the printed word */
    size_t n;
    bool brings_in;              /* one of the words is a verb of receiving or gathering */
};
void paper_of(const struct lexemes *t, size_t from, size_t to, struct paper *out);
/* Full names in `p` give way to their short ones, "Rencana Strategis (Renstra)" to one of them: for comparing titles. */
void paper_shorten(const struct papers *all, struct wordbook *b, struct paper *p);
/* The first word that tells which paper it is; NO_INDEX when there is none. */
size_t paper_head(const struct paper *p);
bool paper_has(const struct paper *p, const struct entry *key);
/* The same words in the same order; only "SOP", "prosedur" and the like are passed over. */
bool paper_same(const struct paper *a, const struct paper *b);
/* Every telling word of `part` is in `whole`, and there is one. */
bool paper_within(const struct paper *part, const struct paper *whole);

/* rules/vocabulary/documents.yaml */
const struct papers *paper_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

#endif
