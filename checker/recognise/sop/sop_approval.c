/* Who approves an SOP, where parts of the approval stand apart from its label. */
#include "recognise/sop/making.h"

static size_t digits_in(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_digit(s.p[i]) && s.p[i] != ' ') return 0;
        n += is_digit(s.p[i]);
    }
    return n;
}

/* The last figures of a NIP that came to stand in the next cell. */
static void nip_goes_on(struct making *m, size_t next, struct item *nip)
{
    enum { NIP_DIGITS = 18 };
    size_t digits = digits_in(nip->text);
    for (size_t i = 0; digits && digits < NIP_DIGITS && i < m->loose.n; i++) {
        struct loose_line *l = &m->loose.v[i];
        if (l->used || l->entries < next || l->entries > next + 1 || l->tables || digits + digits_in(l->line.text.text) != NIP_DIGITS) continue;
        struct item rest = item_of(&m->t, l->line.text);
        item_append(&m->t, nip, &rest);
        l->used = true;
        return;
    }
}

/* Who approves. Name and NIP may stand further down, below lines of the other column or a gap: the line that holds a NIP and the name right
 * over it, before the next label. */
void approval_read(struct making *m, const struct entry *e)
{
    struct identity *id = &m->sop->identity;
    size_t next = (size_t)(e - m->entries.v) + 1, from, begin, end;
    struct lines lines = {0};
    for (size_t i = 0; i < e->content.n; i++) *ARENA_PUSH(m->t.a, &lines) = e->content.v[i];
    official_of(&m->t, lines.v, lines.n, &id->approval);
    nip_goes_on(m, next, &id->approval.nip);
    if (id->approval.name.text.n || id->approval.nip.text.n) return;
    for (size_t i = 1; i < m->loose.n; i++) {
        struct loose_line *name = &m->loose.v[i - 1], *nip = &m->loose.v[i];
        if (nip->entries != next || name->entries != next || nip->tables || name->tables || !nip_find(nip->line.text.text, &from, &begin, &end)) continue;
        if (!names_person(m->t.v, name->line.text.text)) return;
        *ARENA_PUSH(m->t.a, &lines) = name->line;
        *ARENA_PUSH(m->t.a, &lines) = nip->line;
        official_of(&m->t, lines.v, lines.n, &id->approval);
        name->used = nip->used = true;
        return;
    }
}
