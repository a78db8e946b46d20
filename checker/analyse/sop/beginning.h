/* beginning.h: how the wording of an activity begins: with an active verb, a noun, a passive, its executor. */
#ifndef PATUH_BEGINNING_H
#define PATUH_BEGINNING_H

#include "analyse/analyst.h"
#include "domain/office.h"
#include "language/verb.h"

struct beginning {
    const char *form;        /* value of @bentuk; NULL: unknown */
    size_t word;             /* the token that decides */
    struct office_mention subject;
    struct str suggestion;
};
struct beginning beginning_of(struct arena *a, const struct knowledge *k, const struct office_columns *c, const struct lexemes *t);

/* The first token behind the printed number or letter of a list: "1.", "a)". */
size_t first_word(const struct lexemes *t);
/* The form of the verb at token i, a prefix torn from it ("di lakukan", "me nyusun") included. */
enum verb_form form_at(const struct morphology *m, const struct lexemes *t, size_t i);
/* The verb with capitals where the model has them. */
struct str capital_like(struct arena *a, struct str verb, const struct lexeme *model);

#endif
