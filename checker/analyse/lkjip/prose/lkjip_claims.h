/* lkjip_claims.h: figures of indicators that the report states, in its tables and in its sentences, in one pool. */
#ifndef PATUH_LKJIP_CLAIMS_H
#define PATUH_LKJIP_CLAIMS_H

#include "analyse/analyst.h"
#include "analyse/lkjip/lkjip_facts.h"
#include "analyse/lkjip/lkjip_match.h"

/* Words of sentences that state a figure: rules/vocabulary/narrative.yaml. */
struct narrative_words {
    struct wordset rise, fall, capaian, realisasi, target, cause;
    struct wordset joins;    /* beside `glue`: between a figure and where it went */
    struct wordset partly;   /* of what is counted, some only are meant */
    struct wordset other_counts; /* behind "indikator" or "sasaran": those of other tables are counted */
    struct wordset lkjip_short, lkjip_long; /* LKjIP; the words that may follow "Laporan" in its full name */
    struct wordset unit_generic; /* words of a unit's name that many units share, or that name no unit */
    struct wordset guests;   /* by these a text speaks of another region or agency by right */
    struct wordset all, exceptions; /* "semua indikator"; words by which it is not all of them */
    struct wordset reaching, predicates, ahead, above; /* "mencapai" target; "berpredikat"; "lebih unggul … poin"; "tabel di atas" */
    struct wordset numerals;  /* "satu", "dua": the first is 1 */
    struct wordset glue, links, scope, behind, holders, relative, against, percentages, narrowing, plain; /* what may stand between a name and its figure, and around both */
};

/* An indicator, however many tables have it. */
struct known_name {
    struct str printed, unit;
    bool percent;             /* measured in percent: by its unit or by a figure of its */
    size_t last, claims;      /* index + 1 of its latest claim; how many there are */
};

/* A figure of an indicator in one year. */
struct claim {
    size_t name;              /* index of the known name */
    int year;                 /* 0: not known */
    enum measured what;
    const struct number *number;
    struct str printed;
    struct place place;
    size_t sentence;          /* index of the statement; NO_INDEX: a table */
    uint32_t begin, end;      /* bytes of the sentence that hold the figure */
    bool loose;               /* the sentence calls the indicator by a shorter name */
    size_t before, same;      /* index + 1 of the claim before: of the same name and year; of the same name */
};

/* "X meningkat dibandingkan tahun 2022" */
struct direction_claim {
    size_t name;
    int from, to;             /* years */
    bool rise, capaian;       /* capaian: it is the capaian that went so */
};

struct claims {
    struct arena *a;
    const struct knowledge *k;
    struct lkjip *l;
    int year;                 /* of the report; 0: unknown */
    struct { struct known_name *v; size_t n, cap; } names;
    struct { struct claim *v; size_t n, cap; } all;
    struct mentions forms;    /* the names as they may stand in a sentence */
    struct { struct name_form { size_t name; bool loose; } *v; size_t n, cap; } form_of; /* name NO_INDEX: of two indicators */
    struct wordmap form_seen, name_seen, last; /* last: index + 1 of the latest claim of a name and year */
    struct lexemes own, words; /* of the agency; of the sentence at hand */
    struct str region[4], initials; /* its region's name; its unit's abbreviation */
    size_t region_count;
    bool has_unit;            /* the agency is a unit of the region, not the region itself */
};

void claims_from_tables(struct claims *c);
void claims_add(struct claims *c, struct claim claim);
/* The word is one of the document's own agency's name. */
bool claims_own_word(const struct claims *c, struct str low);
/* The end of a run of words from `from` on that name the own agency or region; `from` when there is none. *unit: the agency is named, not the
 * region alone. */
size_t claims_holder_end(const struct claims *c, const struct lexemes *t, size_t from, bool *unit);
/* The claims of sentence i, which follow each other at the end of c->all. true: it tells a direction, too. */
bool claims_of_sentence(struct claims *c, size_t i, struct direction_claim *direction);
/* What tables say of the indicator in that year; NULL: nothing, or several things. */
const struct claim *claims_of_table(const struct claims *c, size_t name, int year, enum measured what);
/* What sentence i, whose words are at hand, says of how far two figures are apart, and which way one went; *d: the direction that it gives an
 * indicator, or NULL. true: of that it has told by figures of its own. */
bool claims_apart(struct claims *c, size_t i, const struct direction_claim *d);
void claims_direction(struct arena *a, struct statement *st, bool rise, bool fits, struct str from, struct str to);

/* "4", "empat" at word k; not the word in the bracket behind "4", nor the end of "dua puluh empat". */
bool lkjip_numeral(const struct narrative_words *w, const struct lexemes *t, size_t k, uint64_t *n);
/* Words of sentences. A year of reports, or 0; "2024" is one, "2024,50" and "2.024" are none. */
int claims_year(const struct lexeme *t);
bool claims_year_alone(const struct lexemes *t, size_t i, struct str text);
enum measured claims_kind(const struct narrative_words *w, const struct lexeme *t);       /* what of an indicator the word names: as claim.what; 0 */
enum measured claims_kind_before(const struct claims *c, size_t begin);                   /* "capaian kinerja indikator X", begin being X */
/* The figure at byte `at`: "98,90" of "98,90 %", whose mark n gets; false: no figure, or a part of a date or of a list. */
bool claims_figure(const struct claims *c, struct str s, size_t at, struct number *n, struct str *printed);
/* The latest claim of a name and year, index + 1; 0: none. */
size_t claims_last(const struct claims *c, size_t name, int year);

#endif
