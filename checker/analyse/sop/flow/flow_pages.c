/* Off-page connectors: a flow that goes on over a page break leaves one page by a connector and enters the next by one.
 *
 * Arrows cannot be seen in a text, so a lone connector only counts where it stands at the break: in the last row of its page, or in the
 * first row of the next. A connector anywhere else may belong to a flow that comes back from afar. */
#include "analyse/sop/flow/flow.h"

struct page_rows {
    size_t first, last;      /* steps */
    bool leaves, enters;     /* a connector below the first row, above the last row */
    bool at_bottom, at_top;
};

static bool has_connector(const struct step *s)
{
    for (size_t k = 0; k < s->performers.n; k++)
        if (s->performers.v[k].mark == MARK_CONNECTOR) return true;
    return false;
}

/* The pages that hold steps, in their order; gives how many. */
static size_t find_pages(const struct sop *sop, struct page_rows *pages)
{
    size_t n = 0;
    for (size_t i = 0; i < sop->steps.n; i++) {
        if (!i || sop->steps.v[i].table != sop->steps.v[i - 1].table) pages[n++] = (struct page_rows){.first = i};
        pages[n - 1].last = i;
    }
    for (size_t p = 0; p < n; p++) {
        struct page_rows *x = &pages[p];
        for (size_t i = x->first; i <= x->last; i++) {
            if (!has_connector(&sop->steps.v[i])) continue;
            x->leaves |= i > x->first || x->first == x->last;
            x->enters |= i < x->last || x->first == x->last;
            x->at_top |= i == x->first;
            x->at_bottom |= i == x->last;
        }
    }
    return n;
}

static void connector_fact(struct arena *a, struct step *s, const char *side, const char *state)
{
    fact_set(a, &s->head, F_pergantian_halaman, str_of(side));
    fact_set(a, &s->head, F_konektor, str_of(state));
}

static void page_break(struct arena *a, struct sop *sop, const struct page_rows *x, const struct page_rows *y, bool any, bool paired)
{
    struct step *last = &sop->steps.v[x->last], *first = &sop->steps.v[y->first];
    const struct step_table *above = &sop->tables.v[last->table], *below = &sop->tables.v[first->table];
    if (below->after_block || below->part != above->part) return; /* a procedure of its own */
    fact_set(a, &last->head, F_pergantian_halaman, STR("akhir"));
    if (any && (!above->marks_readable || !below->marks_readable)) {
        fact_unknown(a, &last->head, F_konektor, W_reason_symbols_unread);
    } else if (x->leaves && y->enters) {
        connector_fact(a, last, "akhir", "berpasangan");
    } else if (x->at_bottom && !y->enters) {
        connector_fact(a, last, "akhir", "tanpa-pasangan");
    } else if (y->at_top && !x->leaves) {
        connector_fact(a, last, "akhir", "berikut");
        connector_fact(a, first, "awal", "tanpa-pasangan");
    } else if (paired && !x->leaves && !y->enters && last->symbol != MARK_TERMINATOR) {
        connector_fact(a, last, "akhir", "tidak-ada");
    } else {
        fact_unknown(a, &last->head, F_konektor, W_reason_no_connectors);
    }
}

/* Page breaks of a drawn flow: its lines tell. */
static void drawn_turn(struct arena *a, struct sop *sop, const struct page_turn *t, bool paired)
{
    struct step *last = &sop->steps.v[t->last], *first = &sop->steps.v[t->first];
    bool whole = sop->flow_seen == FLOW_WHOLE;
    fact_set(a, &last->head, F_pergantian_halaman, STR("akhir"));
    if (t->how == TURN_PAIRED) {
        connector_fact(a, last, "akhir", "berpasangan");
    } else if (t->how == TURN_LEAVES && whole) {
        connector_fact(a, last, "akhir", "tanpa-pasangan");
    } else if (t->how == TURN_ENTERS && whole) {
        connector_fact(a, last, "akhir", "berikut");
        connector_fact(a, first, "awal", "tanpa-pasangan");
    } else if (t->how == TURN_CUT) {
        connector_fact(a, last, "akhir", paired ? "tidak-ada" : "terpotong");
    } else {
        fact_unknown(a, &last->head, F_konektor, whole || sop->flow_reason == WORD_NONE ? W_reason_no_connectors : sop->flow_reason);
    }
}

static void drawn_turns(struct arena *a, struct sop *sop)
{
    bool paired = false;
    for (size_t i = 0; i < sop->turns.n; i++) paired |= sop->turns.v[i].how == TURN_PAIRED;
    for (size_t i = 0; i < sop->turns.n; i++) drawn_turn(a, sop, &sop->turns.v[i], paired);
}

void flow_pages(struct arena *a, struct sop *sop)
{
    if (sop->turns.n) {
        drawn_turns(a, sop);
        return;
    }
    for (size_t i = 0; i < sop->steps.n; i++)
        if (sop->steps.v[i].table >= sop->tables.n || sop->tables.v[sop->steps.v[i].table].declared) return;
    struct page_rows *pages = arena_alloc(a, (sop->steps.n + 1) * sizeof *pages);
    size_t n = find_pages(sop, pages);
    bool any = false, paired = false;
    for (size_t p = 0; p < n; p++) {
        any |= pages[p].leaves || pages[p].enters;
        paired |= p && pages[p - 1].leaves && pages[p].enters;
    }
    for (size_t p = 1; p < n; p++) page_break(a, sop, &pages[p - 1], &pages[p], any, paired);
}
