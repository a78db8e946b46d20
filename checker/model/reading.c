/* Regions and the evidence for their reading. */
#include "stage/reading.h"

struct read_region *region_add(struct arena *a, struct read_regions *list, enum region_kind kind, struct str role, struct place place)
{
    struct read_region *r = ARENA_PUSH(a, list);
    *r = (struct read_region){.kind = kind, .role = role, .place = place};
    if (place.where) r->page = place.where->page, r->table = place.where->table;
    return r;
}

void evidence_for(struct arena *a, struct read_region *r, enum word word, struct str arg0, struct str arg1)
{
    *ARENA_PUSH(a, &r->evidence) = (struct read_evidence){.word = word, .arg = {arg0, arg1}};
}

void evidence_against(struct arena *a, struct read_region *r, enum word reason)
{
    *ARENA_PUSH(a, &r->evidence) = (struct read_evidence){.against = true, .word = reason};
}

enum word region_doubt(const struct read_region *r)
{
    for (size_t i = 0; i < r->evidence.n; i++)
        if (r->evidence.v[i].against) return r->evidence.v[i].word;
    return r->evidence.n ? WORD_NONE : W_reason_unproved;
}

struct str pages_listed(struct arena *a, const struct unread_pages *pages, bool pictured)
{
    struct str all = STR("");
    for (size_t i = 0; i < pages->n; i++)
        if ((pages->v[i].reason == W_reason_page_picture || pages->v[i].reason == W_reason_page_ocr) == pictured && pages->v[i].reason != W_reason_page_part)
            all = all.n ? arena_printf(a, "%s, %u", all.p, (unsigned)pages->v[i].page) : arena_printf(a, "%u", (unsigned)pages->v[i].page);
    return all;
}
