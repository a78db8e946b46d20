/* How much a document is. */
#include "stage/document.h"

static size_t of_sop(const struct sop *s)
{
    size_t n = s->paragraphs.n + s->identity.other_numbers.n + s->identity.other_titles.n;
    for (size_t i = 0; i < SECTION_COUNT; i++) n += s->sections[i].items.n;
    for (size_t i = 0; i < s->steps.n; i++) n += s->steps.v[i].requirements.n + s->steps.v[i].performers.n;
    return n;
}

static size_t of_lkjip(const struct lkjip *l)
{
    size_t n = l->paragraphs.n + l->numbered.n + l->statements.n + l->list_marks.n + l->appendices.n + l->year_mentions.n + l->chapters.n;
    for (size_t i = 0; i < l->chapters.n; i++) n += l->chapters.v[i].parts.n;
    return n;
}

size_t document_items(const struct document *d)
{
    return d->kind == DOCUMENT_SOP ? of_sop(d->sop) : d->kind == DOCUMENT_LKJIP ? of_lkjip(d->lkjip) : 0;
}
