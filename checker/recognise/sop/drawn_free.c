/* A flow chart without a table: symbols that stand free on the page, what each does written inside. Every symbol but a page connector is a
 * step, in the order of the page; nothing tells who performs it. */
#include "recognise/sop/drawn.h"

enum { LEAST_SYMBOLS = 3 };

static bool stands_free(const struct drawn *d, size_t i) { return !d->l->shapes.v[i].cell.table && d->l->shapes.v[i].page; }

/* Arrows between symbols, a start, an end or a decision among them: no figure of an organisation has both. */
static bool is_flow(const struct drawn *d)
{
    size_t symbols = 0, telling = 0, arrows = 0;
    for (size_t i = 0; i < d->n; i++) {
        if (!stands_free(d, i)) continue;
        symbols++;
        telling += d->nodes[i].mark == MARK_TERMINATOR || d->nodes[i].mark == MARK_DECISION;
    }
    for (size_t k = 0; k < d->l->connectors.n; k++) {
        const struct connector *c = &d->l->connectors.v[k];
        if (c->from.shape >= d->n || c->to.shape >= d->n || !stands_free(d, c->from.shape) || !stands_free(d, c->to.shape)) continue;
        arrows += c->from.head || c->to.head;
    }
    return symbols >= LEAST_SYMBOLS && telling && 2 * arrows >= symbols - 1;
}

static void add_step(struct drawn *d, size_t i)
{
    struct making *m = d->m;
    const struct shape *x = &d->l->shapes.v[i];
    struct step *s = ARENA_PUSH(m->t.a, &m->sop->steps);
    struct where *w = arena_alloc(m->t.a, sizeof *w);
    w->page = x->page;
    *s = (struct step){.table = NO_INDEX, .symbol = d->nodes[i].mark};
    struct place place = {x->text.place.at, w};
    struct str text = x->text.text.n ? arena_str(m->t.a, x->text.text) : STR("");
    s->head = (struct item){.text = STR_ABSENT, .place = place};
    s->number = (struct item){.text = arena_printf(m->t.a, "%zu", m->sop->steps.n), .place = place};
    s->activity = (struct item){.text = text, .place = place};
    struct item *const none[] = {&s->title, &s->symbol_name, &s->requirement_cell, &s->duration, &s->output, &s->note};
    for (size_t k = 0; k < COUNT(none); k++) *none[k] = (struct item){.text = STR_ABSENT, .place = place};
    d->nodes[i].here = d->nodes[i].own = true;
    d->nodes[i].step = m->sop->steps.n - 1;
}

bool free_flow(struct drawn *d)
{
    if (!is_flow(d) || d->m->sop->steps.n || d->m->sop->tables.n) return false;
    for (size_t k = 0; k < d->n; k++) {
        size_t i = d->order[k];
        if (!stands_free(d, i)) continue;
        if (node_connects(&d->nodes[i])) d->nodes[i].here = true;
        else add_step(d, i);
    }
    return true;
}
