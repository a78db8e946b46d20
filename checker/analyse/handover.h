/* handover.h: sentences that give work to somebody: "jika tidak lengkap dikembalikan kepada X untuk diperbaiki". */
#ifndef PATUH_HANDOVER_H
#define PATUH_HANDOVER_H

#include "analyse/analyst.h"
#include "domain/office.h"
#include "language/verb.h"

enum handover_kind { HANDOVER_GIVE, HANDOVER_RETURN, HANDOVER_ORDER, HANDOVER_DELIVER };
struct handover {
    struct office_mention to;
    enum handover_kind kind;
    size_t verb;             /* token of the verb that says so */
    size_t condition;        /* token that begins its condition ("jika", "apabila"); NO_INDEX: none */
    bool purpose;            /* something is expected of the receiver: "untuk diperbaiki" */
};
struct handovers {
    struct handover *v;
    size_t n, cap;
};
/* Every office that the text hands on, returns, orders or delivers something to, in its order. `out` is emptied first. */
void handovers_find(struct arena *a, const struct knowledge *k, const struct office_columns *c, const struct lexemes *t, struct handovers *out);

#endif
