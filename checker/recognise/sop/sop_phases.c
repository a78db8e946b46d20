/* Several step tables in one SOP: pages of one flow, or parts of it (phases, variants, annexes) that are numbered anew under headings of
 * their own. And several SOPs without a block of their own: each a title, a sheet, and steps from one. */
#include <string.h>

#include "recognise/sop/phases.h"

static const struct step *first_of(const struct making *m, size_t table)
{
    for (size_t i = 0; i < m->sop->steps.n; i++)
        if (m->sop->steps.v[i].table == table) return &m->sop->steps.v[i];
    return NULL;
}

static bool counts_anew(const struct making *m, size_t table)
{
    const struct step *s = first_of(m, table);
    uint64_t n;
    return s && str_u64(s->number.text, &n) && n == 1;
}

/* The heading between a step table and the one before: the line that is printed most like one. */
static const struct loose_line *heading_over(const struct making *m, size_t table)
{
    const struct loose_line *best = NULL;
    for (size_t i = 0; i < m->loose.n; i++) {
        const struct loose_line *l = &m->loose.v[i];
        if (l->tables != table || l->line.text.text.n < 3 || l->line.kind == LINE_GLUED) continue;
        bool better = !best || (l->line.heading && !best->line.heading) || (!table && l->entries == m->entries.n); /* over the first: the last */
        if (better) best = l;
    }
    return best;
}

static bool same(struct str a, struct str b)
{
    struct key x = key_of(a), y = key_of(b);
    return x.n == y.n && memcmp(x.text, y.text, x.n) == 0;
}

void phases_find(struct making *m)
{
    struct step_tables *t = &m->sop->tables;
    size_t part = 0;
    for (size_t i = 1; i < t->n; i++) {
        const struct loose_line *heading = heading_over(m, i);
        if (counts_anew(m, i) && !t->v[i].after_block && (heading || (t->v[i].title.text.n && !same(t->v[i].title.text, t->v[i - 1].title.text)))) part++;
        if (part != t->v[i - 1].part && !t->v[i].title.text.n && heading) t->v[i].title = item_of(&m->t, heading->line.text);
        t->v[i].part = part;
    }
    const struct loose_line *first = part ? heading_over(m, 0) : NULL;
    if (first && !t->v[0].title.text.n) t->v[0].title = item_of(&m->t, first->line.text);
    m->sop->parts = part + 1;
    if (part) m->sop->identity.other_titles.n = 0; /* titles over parts name the parts */
}

/* A line that names a procedure stands over the table, and no other does so in the same words. */
static bool own_title(const struct making *m, size_t table)
{
    size_t rest;
    struct str title = m->sop->tables.v[table].title.text;
    if (!title.n) return false;
    for (size_t i = 0; i < m->loose.n; i++) {
        const struct loose_line *l = &m->loose.v[i];
        if (l->tables == table && title_of(m, l->line.text.text, &rest)) break;
        if (i + 1 == m->loose.n) return false;
    }
    for (size_t i = 0; i < table; i++)
        if (same(m->sop->tables.v[i].title.text, title)) return false;
    return true;
}

void sheets_find(struct making *m, struct sop_parts *out)
{
    const struct block *v = m->t.layout->blocks.v;
    size_t n = m->sop->tables.n;
    if (out->n || n < 2 || m->step_blocks.n != n) return;
    for (size_t i = 0; i < m->entries.n; i++)
        if ((m->entries.v[i].use & FORM_TARGET) < LABEL_OTHER) return; /* a block, perhaps shared */
    for (size_t i = 0; i < n; i++) {
        bool sheet = i == 0 || v[m->step_blocks.v[i].block].page > v[m->step_blocks.v[i - 1].block].page;
        if (!sheet || !own_title(m, i) || !counts_anew(m, i)) return;
    }
    for (size_t i = 0; i < n; i++)
        *ARENA_PUSH(m->t.a, out) = (struct sop_part){i ? m->step_blocks.v[i - 1].block + 1 : 0, i + 1 < n ? m->step_blocks.v[i].block + 1 : m->t.layout->blocks.n};
    out->whole = m->sop;
}
