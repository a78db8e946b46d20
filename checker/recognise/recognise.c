/* Which kind of document a layout holds: each kind reads it and says how surely it is one. */
#include "recognise/kit.h"

enum { SURE = 3, LIKELY = 2, LKJIP_SURE = 4 };

/* BAB I to IV with figures in tables: nobody writes an SOP so, and looking for one would take as long as all the rest. */
static bool surely_report(const struct lkjip *l)
{
    unsigned chapters = 0;
    for (size_t i = 0; i < l->chapters.n; i++)
        if (l->chapters.v[i].number >= 1 && l->chapters.v[i].number <= 4) chapters |= 1u << l->chapters.v[i].number;
    return chapters == 0x1e && l->measurements.n && l->budgets.n;
}

/* Pages of which nothing, or not all, could be read: regions without a role, so that they are named. */
static void add_unread_pages(struct arena *a, const struct layout *l, uint32_t first, uint32_t last, struct document *out)
{
    uint32_t most = 0;
    for (size_t i = 0; i < l->unread.n; i++) most = l->unread.v[i].page > most ? l->unread.v[i].page : most;
    for (uint32_t page = first; page <= last && page <= most; page++) {
        enum word reason = layout_part_unread(l, page);
        if (reason == WORD_NONE) continue;
        struct where *w = arena_alloc(a, sizeof *w);
        w->page = page;
        evidence_against(a, region_add(a, &out->regions, REGION_TEXT, STR_ABSENT, (struct place){.where = w}), reason);
        *ARENA_PUSH(a, &out->unread) = (struct unread_page){page, reason};
    }
}

/* Text that was read column by column says so. */
static void add_columned(struct arena *a, const struct layout *l, uint32_t first, uint32_t last, struct document *out)
{
    for (size_t i = 0; i < l->columned.n; i++) {
        const struct columned_text *c = &l->columned.v[i];
        if (c->page < first || c->page > last) continue;
        struct where *w = arena_alloc(a, sizeof *w);
        w->page = c->page;
        struct read_region *r = region_add(a, &out->regions, REGION_TEXT, STR("kolom"), (struct place){.where = w});
        evidence_for(a, r, W_evidence_columns, arena_printf(a, "%u", (unsigned)c->columns), arena_printf(a, "%u", (unsigned)c->lines));
    }
}

void recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, struct document *out, bool *claims, struct sop_parts *parts)
{
    size_t evidence = 0, lkjip_evidence;
    struct read_regions of_report = {0}, of_sop = {0};
    struct lkjip *report = lkjip_recognise(a, v, layout, &of_report, &lkjip_evidence);
    struct sop *sop = surely_report(report) ? NULL : sop_recognise(a, v, layout, &of_sop, &evidence, parts);
    if (report->other.p && !report->other_norm && !(sop && sop->steps.n)) evidence = 0; /* a title of another kind, and no procedure in it */
    *claims = evidence >= LIKELY || lkjip_evidence >= SURE;
    if (lkjip_evidence >= LKJIP_SURE && lkjip_evidence > evidence) out->kind = DOCUMENT_LKJIP, out->lkjip = report, out->regions = of_report;
    else if (evidence >= SURE) out->kind = DOCUMENT_SOP, out->sop = sop, out->regions = of_sop;
    else out->kind = DOCUMENT_NONE, out->seems = report->other;
    add_unread_pages(a, layout, 1, UINT32_MAX, out);
    add_columned(a, layout, 1, UINT32_MAX, out);
    if (parts && out->kind != DOCUMENT_SOP) parts->n = 0;
}

/* The pages that belong to one of several SOPs: also those on which nothing was found, up to where the next one begins. */
static void pages_of_part(const struct layout *l, const struct sop_parts *parts, size_t index, uint32_t *first, uint32_t *last)
{
    const struct sop_part *p = &parts->v[index];
    const struct block *v = l->blocks.v;
    size_t end = p->to;
    while (end > p->from && v[end - 1].kind == BLOCK_PAGE_BREAK) end--;
    *first = index && p->from < p->to ? v[p->from].page : 1;
    *last = end > p->from ? v[end - 1].page : *first;
    if (index + 1 == parts->n) *last = UINT32_MAX;
    else if (v[p[1].from].page > *last + 1) *last = v[p[1].from].page - 1;
}

void recognise_part(struct arena *a, const struct vocabulary *v, const struct layout *layout, const struct sop_parts *parts, size_t index, struct document *out)
{
    const struct sop_part *p = &parts->v[index];
    struct layout *own = arena_alloc(a, sizeof *own);
    size_t evidence;
    *own = *layout;
    own->blocks = (struct blocks){layout->blocks.v + p->from, p->to - p->from, p->to - p->from};
    out->kind = DOCUMENT_SOP;
    out->regions = (struct read_regions){0}; /* those of the whole */
    out->unread = (struct unread_pages){0};
    out->sop = sop_recognise(a, v, own, &out->regions, &evidence, NULL);
    uint32_t first, last;
    pages_of_part(layout, parts, index, &first, &last);
    add_unread_pages(a, layout, first, last, out);
    add_columned(a, layout, first, last, out);
    struct identity *id = &out->sop->identity;
    if (!id->agency.text.n) id->agency = (struct item){.text = parts->whole->identity.agency.text, .place = parts->whole->identity.agency.place};
    if (!id->unit.text.n) id->unit = (struct item){.text = parts->whole->identity.unit.text, .place = parts->whole->identity.unit.place};
}
