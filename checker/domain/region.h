/* region.h: regencies and cities named in running text, and which of them are the document's own. */
#ifndef PATUH_REGION_H
#define PATUH_REGION_H

#include "language/wordbook.h"

enum { REGIONS_MAX = 8 };
struct regions {
    struct {
        struct str low, printed; /* the first word of the name in lower case; "Kabupaten Contoh" as printed */
    } v[REGIONS_MAX];
    size_t n;
};

/* Token behind "Kabupaten" or "Kota" at token i that begins the name of a region; SIZE_MAX when none does. */
size_t region_at(const struct lexemes *t, size_t i);
/* Adds the regions that these texts (agency, offices) name. */
void regions_add(struct arena *a, struct regions *r, struct wordbook *b, const struct str *own, size_t n);
/* A word that begins the name of a region is that of an own one, perhaps spelled or parted otherwise ("Pangkal Pinang"). */
bool regions_own(const struct regions *r, const struct offices *o, struct str low);
/* A word of the language: "Kota Pelatihan" is two columns that ran together, no city. */
static inline bool word_is_common(const struct entry *w) { return w->lexicon || w->form != FORM_UNKNOWN; }

#endif
