/* What a definition says in the place of a date or a NIP and is none: nothing was lost there in scanning, so it is a fault of the definition. */
#include <string.h>

#include "base/chars.h"
#include "analyse/analyst.h"
#include "domain/calendar.h"
#include "domain/nip.h"

static void fault(struct arena *a, struct document *d, enum word message, const struct item *item)
{
    trouble_add(a, &d->errors, message, item->place.at)->arg[0] = item->text;
}

static void date(struct arena *a, const struct analyst *x, struct document *d, const struct item *item)
{
    struct dated found;
    if (!str_blank(item->text) && calendar_field(x->k->calendar, item->text, false, &found) == FIELD_OTHER) fault(a, d, W_definition_date, item);
}

static void nip(struct arena *a, struct document *d, const struct item *item)
{
    struct nip found;
    bool digit = item->text.n && is_digit(item->text.p[0]); /* else another kind of number: "NRP. 70041234" */
    if (digit && nip_read(item->text, 0, 150, &found) == NIP_OTHER) fault(a, d, W_definition_nip, item);
}

void analyse_definition(struct arena *a, struct analyst *x, struct document *d)
{
    if (!d->reader || strcmp(d->reader, "yaml") != 0) return;
    if (d->kind == DOCUMENT_SOP) {
        const struct identity *i = &d->sop->identity;
        const struct item *const dates[] = {&i->created, &i->revised, &i->effective, &i->approval.date, &d->sop->signature.date};
        for (size_t k = 0; k < COUNT(dates); k++) date(a, x, d, dates[k]);
        nip(a, d, &i->approval.nip);
        nip(a, d, &d->sop->signature.nip);
    } else if (d->kind == DOCUMENT_LKJIP) {
        date(a, x, d, &d->lkjip->identity.date);
        nip(a, d, &d->lkjip->identity.nip);
    }
}
