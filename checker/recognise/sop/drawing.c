/* The drawn flow of an SOP: shapes and lines of the layout as symbols, executors and exits of its steps, and how much of it was read. */
#include "recognise/sop/drawn.h"

void drawing_begin(struct making *m)
{
    m->drawn = arena_alloc(m->t.a, (size_t)m->t.layout->tables + 2);
    for (size_t i = 0; i < m->t.layout->shapes.n; i++)
        if (m->t.layout->shapes.v[i].cell.table <= m->t.layout->tables) m->drawn[m->t.layout->shapes.v[i].cell.table] = true;
    m->drawn[0] = false;
}

bool table_drawn(const struct making *m, const struct table *t) { return t->number <= m->t.layout->tables && m->drawn[t->number]; }

/* ---- what could not be read --------------------------------------------------------------------------------------- */

/* Why the drawing over a row is not known; WORD_NONE: it is. */
static enum word unread_row(const struct layout *l, const struct table_row *r)
{
    uint32_t page = row_page(r);
    for (size_t i = 0; i < l->unread.n; i++) {
        const struct unread_drawing *u = &l->unread.v[i];
        if (u->table ? u->table == r->table && (!u->page || !page || u->page == page) : u->page == page) return u->reason;
    }
    return WORD_NONE;
}

static enum word unread_rows(struct drawn *d)
{
    struct making *m = d->m;
    enum word reason = WORD_NONE;
    for (size_t i = 0; d->l->unread.n && i < m->rows.n; i++) {
        const struct table_row *r = &m->rows.v[i];
        enum word why = unread_row(d->l, r);
        if (why == WORD_NONE) continue;
        if (reason == WORD_NONE) reason = why;
        if (r->step_table < m->sop->tables.n && m->sop->tables.v[r->step_table].unread == WORD_NONE) m->sop->tables.v[r->step_table].unread = why;
    }
    return reason;
}

/* A flow is read whole when no line is loose, and lines touch nearly all steps. */
static void judge(struct drawn *d, enum word unread)
{
    struct sop *sop = d->m->sop;
    size_t touched = 0, drawn = 0;
    bool *led = arena_alloc(d->m->t.a, sop->steps.n + 1);
    for (size_t i = 0; i < sop->steps.n; i++)
        for (size_t k = 0; k < sop->steps.v[i].exits.n; k++) {
            const struct flow_exit *x = &sop->steps.v[i].exits.v[k];
            led[i] = true;
            if (x->target < sop->steps.n) led[x->target] = true;
            drawn += x->origin == ORIGIN_DRAWN;
        }
    for (size_t i = 0; i < sop->steps.n; i++) touched += led[i];
    bool unsure = d->loose || d->too_large;
    for (size_t i = 0; i < d->n; i++) unsure |= d->nodes[i].doubtful;
    for (size_t i = 0; i < d->n; i++) unsure |= d->nodes[i].here && d->nodes[i].step == NO_INDEX && !node_connects(&d->nodes[i]) &&
                                                d->nodes[i].mark != MARK_TERMINATOR && d->nodes[i].same == i && (d->nodes[i].in || d->nodes[i].out);
    sop->flow_seen = !drawn ? FLOW_UNSEEN : unread != WORD_NONE || unsure || 4 * touched < 3 * sop->steps.n ? FLOW_IN_PART : FLOW_WHOLE;
    if (sop->flow_seen != FLOW_WHOLE)
        sop->flow_reason = unread != WORD_NONE ? unread : d->too_large ? W_reason_drawing_large : unsure ? W_reason_edge_unclear : W_reason_arrows_unseen;
}

/* ---- page breaks --------------------------------------------------------------------------------------------------- */

static uint32_t page_of_step(const struct step *s) { return s->head.place.where ? s->head.place.where->page : 0; }

/* Page connectors between two steps, on either page: out of the first, into the second. */
static void turn_ends(const struct drawn *d, const struct page_turn *t, bool *leaves, bool *enters)
{
    const struct sop *sop = d->m->sop;
    uint32_t above = page_of_step(&sop->steps.v[t->last]), below = page_of_step(&sop->steps.v[t->first]);
    for (size_t i = 0; i < d->n; i++) {
        const struct node *n = &d->nodes[i];
        if (!n->row || !node_connects(n) || (n->own && n->in && n->out)) continue;
        uint32_t page = node_page(d, i);
        size_t partner = n->partner;
        if (partner != NO_INDEX) {
            uint32_t other = node_page(d, partner);
            *leaves |= page == above && other == below;
            *enters |= page == below && other == above;
        } else if (n->in != 0 && page == above && n->row->step != NO_INDEX && n->row->step >= t->last) {
            *leaves = true;
        } else if (n->out != 0 && page == below && n->row->step != NO_INDEX && n->row->step <= t->first) {
            *enters = true;
        }
    }
}

static bool cut_between(const struct drawn *d, uint32_t above, uint32_t below)
{
    for (size_t k = 0; k < d->links.n; k++) {
        uint32_t p = node_page(d, d->links.v[k].from), q = node_page(d, d->links.v[k].to);
        if (d->links.v[k].line->cut && ((p <= above && q >= below) || (q <= above && p >= below))) return true;
    }
    return false;
}

static void turn_pages(struct drawn *d)
{
    struct making *m = d->m;
    for (size_t i = 1; i < m->sop->steps.n; i++) {
        struct step *last = &m->sop->steps.v[i - 1], *first = &m->sop->steps.v[i];
        uint32_t above = page_of_step(last), below = page_of_step(first);
        bool leaves = false, enters = false;
        if (!above || above >= below || last->table >= m->sop->tables.n || !m->sop->tables.v[last->table].drawn) continue;
        struct page_turn *t = ARENA_PUSH(m->t.a, &m->sop->turns);
        *t = (struct page_turn){.last = i - 1, .first = i};
        turn_ends(d, t, &leaves, &enters);
        t->how = leaves && enters ? TURN_PAIRED : leaves ? TURN_LEAVES : enters ? TURN_ENTERS : cut_between(d, above, below) ? TURN_CUT : TURN_PLAIN;
    }
}

void drawing_finish(struct making *m)
{
    struct drawn d = {.m = m, .l = m->t.layout, .n = m->t.layout->shapes.n};
    m->sop->flow_reason = W_reason_arrows_unseen;
    d.nodes = arena_alloc(m->t.a, (d.n + 1) * sizeof *d.nodes);
    d.ours = arena_alloc(m->t.a, (size_t)m->t.layout->tables + 1);
    for (size_t i = 0; i < m->rows.n; i++)
        if (m->rows.v[i].table <= m->t.layout->tables) d.ours[m->rows.v[i].table] = true;
    nodes_place(&d);
    if (!m->rows.n && !free_flow(&d)) return;
    links_make(&d);
    links_repeat(&d);
    links_pair(&d);
    nodes_rounded(&d);
    nodes_perform(&d);
    exits_make(&d);
    judge(&d, unread_rows(&d));
    turn_pages(&d);
}
