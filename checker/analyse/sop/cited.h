/* cited.h: the citations of one document, resolved against the registry; shared by the citation*.c files only. */
#ifndef PATUH_CITED_H
#define PATUH_CITED_H

#include "domain/citation/citation.h"
#include "analyse/analyst.h"
#include "stage/document.h"

/* Why another regulation is thought to be meant. */
enum slip { SLIP_YEAR, SLIP_NUMBER, SLIP_KIND };

enum fit { FIT_NONE /* no title, or nothing to compare it with */, FIT_SAME, FIT_NEAR, FIT_OTHER };

struct cited {
    struct citation c;
    const struct item *printed; /* the item of the list; both items in one where a reader has cut it in two */
    struct str rest;            /* the next item where that cites nothing: perhaps the rest of this title; else absent */
    struct item *item;          /* its rujukan */
    size_t base;                /* index of the first citation of that item */
    struct str name;            /* "UU 23/2014", "Perda Landak 3/2019" */
    struct cited_words title;
    const struct regulation *known;  /* listed under this kind, number and year */
    const struct regulation *meant;  /* not listed, and this one is likely meant */
    const struct regulation *owner;  /* another title is printed: this one's */
    enum slip slip;
    enum fit fit;
    struct agreement agreement;
};

struct cited_list {
    struct cited *v;
    size_t n, cap;
    struct arena *a;
    const struct registry *r;
    const struct source *source;
    struct date date, today;
    bool torn;                  /* the text's lines came apart: a number that a citation lacks may stand elsewhere */
    bool *counts;               /* by index of the registry: cited, meant, or said to have replaced a cited one */
};

/* Text of a part of the printed item; absent where the span is unset. */
struct str cited_text(const struct cited *x, struct span part);
bool cited_local(const struct cited *x);
/* Listed, and sure enough to say anything about. */
bool cited_known(const struct cited *x);
/* Revoked at the document's date, or, where that is unknown, today. */
enum revoked { REVOKED_NO, REVOKED_YES, REVOKED_UNSURE };
enum revoked cited_revoked(const struct cited_list *l, const struct regulation *x);

/* Finds known, meant, owner and the agreement of titles. */
void cited_resolve(struct cited_list *l);
/* A citation without title whose number is that of a regulation the document needs and does not cite. */
void cited_resolve_needed(struct cited_list *l, const struct regulation *needed);

/* Facts about the list as a whole: cited_list.c. */
void cited_duplicates(struct cited_list *l);
void cited_order(struct cited_list *l, struct item *section);
void cited_bases(struct cited_list *l, const struct sop *s, struct item *section);
void cited_regions(struct cited_list *l, const struct sop *s, struct str region);

#endif
