/* verb.h: Indonesian verbs as far as procedures need them: is a word an active verb, a passive, the noun of an act, and which active
 * verb says the same. The verbs are data (rules/vocabulary/verbs.yaml); the rules of me-, di-, pe-…-an and per-…-an are code. */
#ifndef PATUH_VERB_H
#define PATUH_VERB_H

#include "language/token.h"
#include "language/vocabulary.h"

enum {
    VERB_ACTIVE = 1, VERB_BASE = 2, VERB_NOT_ACTIVE = 4, VERB_NOT_PASSIVE = 8, VERB_THING = 16, VERB_LEAD_IN = 32, VERB_MODAL = 64, VERB_CHECK = 128,
    VERB_NOT_JUDGED = 256, VERB_GIVE = 512, VERB_RETURN = 1024, VERB_ORDER = 2048, VERB_DELIVER = 4096, VERB_PURPOSE = 8192, VERB_CONDITION = 16384,
    VERB_VAGUE = 32768, VERB_TOWARDS = 65536, VERB_EMPTY = 131072
};

struct phrase {
    struct str word[4];
    uint8_t n;
    struct str text;
};
struct morphology {
    struct wordmap words;    /* flags as above */
    struct wordmap acts;     /* nouns of an act: index into act_verbs */
    const struct str *act_verbs;
    const struct phrase *vague;
    size_t vague_count;
};

/* Flags of a word as listed; 0 when it is not. */
uint32_t verb_flags(const struct morphology *m, struct str low);

enum verb_form {
    FORM_UNKNOWN,
    FORM_ACTIVE,   /* menyusun, berkoordinasi */
    FORM_BASE,     /* susun, review: an order, or taken over */
    FORM_PASSIVE,  /* disusun */
    FORM_ACT,      /* penyusunan, verifikasi, tersusunnya */
    FORM_THING     /* surat, laporan */
};
enum verb_form verb_form(const struct morphology *m, struct str low);

/* The active verb for any form of it ("disusun", "penyusunan", "menyusunnya": "menyusun"); absent when it is not certain. The text
 * lives in the data or in the arena. */
struct str verb_active(struct arena *a, const struct morphology *m, struct str low);
/* One word for all forms of a verb, for comparing texts: menyusun, penyusunan, disusun and susunan are "menyusun". A word that belongs to
 * no listed verb is its own key. Nothing is allocated. */
struct str verb_key(const struct morphology *m, struct str low);
/* Flags of that verb, VERB_GIVE … among them; 0 when it is not one of the list. Nothing is allocated. */
uint32_t verb_kind(const struct morphology *m, struct str low);

/* rules/vocabulary/verbs.yaml */
const struct morphology *wording_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

#endif
