/* Several SOPs in one file: where each begins and ends. A new identity block begins one only when lists of its own follow it, or when it
 * has another name, too, and steps that count from 1, or another number with steps or a page of its own: a running header repeats the
 * block on every page and has none of these. */
#include <string.h>

#include "recognise/sop/making.h"

enum { OWN_FIELDS = 3, MANY_FIELDS = 4, OWN_SECTIONS = 2 };

/* Labels of an identity block that stand together, and what follows them up to the next such labels. */
struct cluster {
    unsigned fields, sections; /* bits: label targets, section ids */
    size_t block, last;        /* of the layout: of the first label; of the last that holds anything of it */
    size_t tables;             /* step tables */
    bool anew;                 /* the first of them begins with step 1 */
    struct key name, number;
};
struct clusters {
    struct cluster *v;
    size_t n, cap;
};

static uint32_t target(const struct entry *e) { return e->use & FORM_TARGET; }

static unsigned bits(unsigned x)
{
    unsigned n = 0;
    for (; x; x &= x - 1) n++;
    return n;
}

static bool whole_block(const struct cluster *c)
{
    return bits(c->fields) >= OWN_FIELDS && (c->fields & (1u << LABEL_NUMBER | 1u << LABEL_NAME));
}

static void absorb(struct cluster *into, const struct cluster *c)
{
    if (!into->tables) into->anew = c->anew;
    into->sections |= c->sections;
    into->tables += c->tables;
    if (c->last > into->last) into->last = c->last;
    if (!into->name.n) into->name = c->name;
    if (!into->number.n) into->number = c->number;
}

static void field(struct cluster *c, const struct entry *e)
{
    c->fields |= 1u << target(e);
    if (!e->content.n) return;
    struct key k = key_of(e->content.v[0].text.text);
    if (target(e) == LABEL_NAME && !c->name.n) c->name = k;
    if (target(e) == LABEL_NUMBER && !c->number.n) c->number = k;
}

static bool is_one(struct str number)
{
    number = str_trim(number);
    return str_eqz(number, "1") || str_eqz(number, "1.");
}

static void steps_in(const struct making *m, struct cluster *c, const struct step_block *b)
{
    if (!c->tables++) c->anew = b->first < m->sop->steps.n && is_one(m->sop->steps.v[b->first].number.text);
    c->last = b->block;
}

static struct clusters find_clusters(const struct making *m)
{
    struct clusters list = {0};
    struct cluster *c = NULL;
    size_t steps = 0;
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        bool is_field = target(e) <= LABEL_NAME, is_section = target(e) >= LABEL_SECTION && target(e) < LABEL_OTHER;
        for (; steps < m->step_blocks.n && m->step_blocks.v[steps].block < e->block; steps++)
            if (c) steps_in(m, c, &m->step_blocks.v[steps]);
        if (!is_field && !is_section) continue;
        if (is_field && (!c || c->sections || c->tables || (c->fields & 1u << target(e)))) {
            c = ARENA_PUSH(m->t.a, &list);
            c->block = e->block;
        }
        if (!c) continue;
        if (is_field) field(c, e);
        else c->sections |= 1u << (target(e) - LABEL_SECTION);
        if (e->block > c->last) c->last = e->block;
    }
    for (; c && steps < m->step_blocks.n; steps++) steps_in(m, c, &m->step_blocks.v[steps]);
    return list;
}

static bool same(const struct key *a, const struct key *b) { return a->n == b->n && memcmp(a->text, b->text, a->n) == 0; }

/* Whether two names are those of two procedures, and not one of them cut short. */
static bool other_name(const struct key *a, const struct key *b)
{
    size_t n = a->n < b->n ? a->n : b->n;
    return n && memcmp(a->text, b->text, n) != 0;
}

/* One number for two names, or none: whole blocks all the same, each over steps of its own that begin with 1. */
static bool own_steps(const struct cluster *part, const struct cluster *c)
{
    return bits(part->fields) >= MANY_FIELDS && bits(c->fields) >= MANY_FIELDS && part->tables && c->tables && c->anew;
}

static bool another(const struct making *m, const struct cluster *part, const struct cluster *c)
{
    if (c->block <= part->last) return false; /* in the middle of a table: nothing to part them by */
    if (bits(part->sections & c->sections) >= OWN_SECTIONS) return true;
    if (!other_name(&part->name, &c->name)) return false;
    if (own_steps(part, c)) return true;
    if (same(&part->number, &c->number)) return false;
    if (part->number.n && c->number.n && part->tables && c->tables) return true;
    /* lists and steps that no longer can be told: a whole block on a new page, behind something that has more than a block */
    const struct block *v = m->t.layout->blocks.v;
    return bits(c->fields) >= MANY_FIELDS && (part->sections || part->tables) && v[c->block].page > v[part->last].page;
}

/* What stands between two SOPs: the signature belongs to the first, the cover and the heading to the second. */
static bool block_has_nip(const struct making *m, const struct block *b)
{
    struct lines lines = {0};
    size_t from, begin, end;
    if (b->kind == BLOCK_TABLE) {
        for (size_t i = 0; i < b->table->cells.n; i++)
            if (nip_find(b->table->cells.v[i].text, &from, &begin, &end)) return true;
        return false;
    }
    lines_of_block(m->t.a, b, &lines, NULL);
    for (size_t i = 0; i < lines.n; i++)
        if (nip_find(lines.v[i].text.text, &from, &begin, &end)) return true;
    return false;
}

static bool is_over_block(const struct making *m, const struct block *b)
{
    struct lines lines = {0};
    if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_HEADING) return false;
    lines_of_block(m->t.a, b, &lines, NULL);
    for (size_t i = 0; i < lines.n; i++)
        if (!heads_block(m, &lines.v[i])) return false;
    return true;
}

static size_t begin_between(const struct making *m, size_t from, size_t block, bool first)
{
    const struct block *v = m->t.layout->blocks.v;
    size_t cut = SIZE_MAX;
    for (size_t i = from; i < block; i++)
        if (block_has_nip(m, &v[i])) from = i + 1;
    for (size_t i = from; i < block; i++)
        if (v[i].kind == BLOCK_PAGE_BREAK && (first || cut == SIZE_MAX)) cut = i + 1;
    if (cut != SIZE_MAX) return cut;
    for (cut = block; cut > from && is_over_block(m, &v[cut - 1]);) cut--;
    return cut;
}

/* A workbook without identity blocks: each sheet whose steps begin with 1 is an SOP of its own, with the sheets behind it whose steps do not. */
static void sheets_find(struct making *m, struct sop_parts *out)
{
    const struct blocks *b = &m->t.layout->blocks;
    uint32_t page = 0;
    for (size_t i = 0; i < m->sop->steps.n; i++) {
        const struct step *s = &m->sop->steps.v[i];
        const struct where *w = s->head.place.where;
        if (!w || !w->sheet.p || w->page <= page) continue;
        page = w->page;
        if (!is_one(s->number.text)) continue;
        size_t from = out->n ? out->v[out->n - 1].from : 0;
        while (out->n && from < b->n && b->v[from].page < page) from++;
        if (out->n) out->v[out->n - 1].to = from;
        *ARENA_PUSH(m->t.a, out) = (struct sop_part){from, b->n};
    }
    if (out->n < 2) out->n = 0;
    out->whole = m->sop;
}

void parts_find(struct making *m, struct sop_parts *out)
{
    struct clusters list = find_clusters(m), parts = {0};
    for (size_t i = 0; i < list.n; i++) {
        struct cluster *part = parts.n ? &parts.v[parts.n - 1] : NULL;
        struct cluster *c = &list.v[i];
        while (i + 1 < list.n && !whole_block(&list.v[i + 1])) absorb(c, &list.v[++i]);
        if (!whole_block(c)) continue; /* on a cover, before the first block */
        if (!part || another(m, part, c)) *ARENA_PUSH(m->t.a, &parts) = *c;
        else absorb(part, c);
    }
    if (!parts.n) sheets_find(m, out);
    if (parts.n < 2) return;
    for (size_t i = 0; i < parts.n; i++) {
        struct sop_part *p = ARENA_PUSH(m->t.a, out);
        p->from = begin_between(m, i ? parts.v[i - 1].last + 1 : 0, parts.v[i].block, i == 0);
        p->to = m->t.layout->blocks.n;
        if (i) p[-1].to = p->from;
    }
    out->whole = m->sop;
}
