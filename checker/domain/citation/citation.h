/* citation.h: citations of regulations in running or glued text. */
#ifndef PATUH_CITATION_H
#define PATUH_CITATION_H

#include "domain/citation/registry.h"

/* One citation; spans count bytes of the text that was parsed, unset where there is no such part. */
struct citation {
    const struct kind *kind;    /* NULL: none printed */
    struct span whole;          /* all of it */
    struct span name;           /* the kind with its issuer: "Peraturan Menteri Negara …" */
    struct span issuer;         /* words behind the form of an open kind; the region of a regional one, without its level */
    enum level level;           /* of its region, printed or implied by the kind */
    struct span number, year, title, gazette;
    uint64_t value;             /* the number that counts: 9 of PER/09/M.PAN/5/2007; 0: none */
    bool plain;                 /* the number is digits only */
    int year_value;             /* 0: none */
    bool about;                 /* "tentang" is printed */
    bool amended;               /* "sebagaimana telah diubah …" follows */
    bool jointly;               /* "jo." follows: a title behind the next is that of both */
    size_t amends;              /* index of the citation that it is said to amend; NO_INDEX: it stands for itself */
    struct gazette ln, tln, bn;
};
struct citations {
    struct citation *v;
    size_t n, cap;
};

/* The citations in a text, in their order. A regulation named inside a title is no citation of its own. At most CITATIONS_MAX. */
enum { CITATIONS_MAX = 100 };
void citations_parse(struct arena *a, const struct registry *r, struct str text, struct citations *out);

#endif
