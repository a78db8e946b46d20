/* office.h: offices in words (lexemes split with a book). Titles, abbreviations and spellings are data (rules/vocabulary/offices.yaml); here they are put into
 * one form, compared, found in running text, and matched with a document's own executors. */
#ifndef PATUH_OFFICE_H
#define PATUH_OFFICE_H

#include "base/bundle.h"
#include "language/wordbook.h"

struct offices;

/* A name as words in full, in lower case, without fillers and joints: "Seluruh Kasubbag. Umum & Keuangan" is
 * {kepala, sub, bagian, umum, keuangan}, collective. Words live in data or in the text that it was made of. */
enum { OFFICE_WORDS = 12 };
struct office_name {
    struct str word[OFFICE_WORDS];
    bool cut[OFFICE_WORDS];  /* printed with a full stop: perhaps only the beginning of the word */
    uint8_t n;
    bool collective;         /* seluruh, para … */
};
struct office_name office_normalise(const struct lexemes *t, size_t from, size_t to);
/* The words joined by blanks. */
struct str office_spell(struct arena *a, const struct office_name *n);

/* Two names of columns: the same (spacing, case, punctuation and abbreviations apart), one in two spellings, or two offices. */
enum office_likeness { OFFICE_OTHER, OFFICE_VARIANT, OFFICE_SAME };
enum office_likeness office_compare(const struct offices *o, const struct office_name *a, const struct office_name *b);
/* The same for one word. */
enum office_likeness office_word(const struct offices *o, struct str a, struct str b);
/* Two words are listed as spellings of each other. */
bool office_listed_variant(const struct offices *o, struct str a, struct str b);

/* The executors of a document, by all the names that a text may give them; `own` are texts that name its agency, unit and officials. Names
 * beyond the first 64 are not looked for in texts. */
struct office_executor {
    struct str name, column;    /* one of its names; its column's name as printed */
    size_t identity;            /* the same for all names of one executor */
};
struct office_executors {
    struct office_executor *v;
    size_t n, cap;
};
struct office_columns;
struct office_columns *office_columns_of(struct arena *a, const struct offices *o, struct wordbook *b, const struct office_executors *executors,
                                         const struct str *own, size_t own_count);

enum office_standing {
    OFFICE_NAMED,      /* it is the executor `identity` */
    OFFICE_UNCERTAIN,  /* may be one of the columns: nothing can be said */
    OFFICE_ABSENT      /* an office, and none of the columns */
};
struct office_mention {
    size_t first, last;         /* tokens [first, last) */
    enum office_standing standing;
    size_t identity;            /* NO_INDEX unless OFFICE_NAMED */
    struct str column;          /* its column's name as printed */
    struct str odd, usual;      /* a word spelled otherwise than the column has it, and the column's word; absent when none is */
    bool unit;                  /* only a unit was named ("Bagian Hukum"), or nothing but a bare head */
    bool outside;               /* the head of a region or of another agency: Bupati, Kepala Badan … */
};
/* An office named at token `at` (fillers before it are passed over); false when there is none. */
bool office_at(const struct offices *o, const struct office_columns *c, const struct lexemes *t, size_t at, struct office_mention *out);
/* The word begins the name of a unit: dinas, subbag … */
bool office_unit(const struct entry *w, const struct offices *o);
/* What shows that a column's name is a person's ("S.E."); absent when nothing does. */
struct str office_person(const struct offices *o, struct str text);

/* rules/vocabulary/offices.yaml */
const struct offices *office_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

#endif
