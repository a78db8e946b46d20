/* Which node of a chart is which step: by number and words where there is a step table; else each node is a step of its own. */
#include <string.h>

#include "recognise/sop/chart/chart.h"

enum { WORD_BYTES = 4, COMPARED_MAX = 40000 };

/* ---- the step table's ------------------------------------------------------------------------------------------- */

/* "2. Memeriksa berkas": where the words begin; *number: 0 where there is none. */
static size_t past_number(struct str s, unsigned *number)
{
    size_t i = str_istarts(s, STR("langkah ")) ? 8 : 0, digits = i;
    *number = 0;
    while (digits < s.n && digits - i < 4 && is_digit(s.p[digits])) *number = *number * 10 + (unsigned)(s.p[digits++] - '0');
    size_t end = digits;
    while (end < s.n && (s.p[end] == '.' || s.p[end] == ')' || s.p[end] == ':' || s.p[end] == '-' || is_space(s.p[end]))) end++;
    if (digits == i || end == digits) *number = 0;
    return *number ? end : 0;
}

/* How many words of `a` stand in `b`, and how many there are; short ones do not count. */
static size_t shared_words(const struct key *a, const struct key *b, size_t *of)
{
    size_t at = 0, begin, n = 0;
    struct str x = {a->text, a->n}, y = {b->text, b->n};
    *of = 0;
    while (next_word(x, &at, &begin)) {
        if (at - begin < WORD_BYTES) continue;
        ++*of;
        size_t p = 0, q;
        bool found = false;
        while (!found && next_word(y, &p, &q)) found = str_eq(str_slice(x, begin, at), str_slice(y, q, p));
        n += found;
    }
    return n;
}

/* How well they agree, in tenths of the shorter one's words. */
static unsigned likeness(struct str node, struct str activity)
{
    struct key a = key_of(node), b = key_of(str_slice(activity, 0, KEY_MAX - 1));
    size_t of_a, of_b, in_b = shared_words(&a, &b, &of_a), in_a = shared_words(&b, &a, &of_b);
    if (a.n && a.n == b.n && memcmp(a.text, b.text, a.n) == 0) return 11;
    if (!of_a || !of_b) return 0;
    unsigned x = (unsigned)(10 * in_b / of_a), y = (unsigned)(10 * in_a / of_b);
    return x > y ? x : y;
}

static unsigned step_number(const struct step *s)
{
    unsigned n = 0;
    for (size_t i = 0; i < s->number.text.n && i < 4 && is_digit(s->number.text.p[i]); i++) n = n * 10 + (unsigned)(s->number.text.p[i] - '0');
    return n;
}

/* The one step that the node is; NO_INDEX where none is it, or two are. */
static size_t step_of(const struct sop *sop, struct str text, const bool *taken)
{
    enum { ALIKE = 6, RELATED = 3 };
    unsigned number, most = 0;
    size_t from = past_number(text, &number), best = NO_INDEX;
    bool alone = true;
    struct str words = str_slice(text, from, text.n);
    for (size_t i = 0; i < sop->steps.n; i++) {
        if (taken[i]) continue;
        unsigned l = likeness(words, sop->steps.v[i].activity.text);
        if (number && step_number(&sop->steps.v[i]) == number && l >= RELATED) return i;
        if (l < ALIKE || l < most) continue;
        alone = l > most;
        most = l;
        best = i;
    }
    return alone ? best : NO_INDEX;
}

bool chart_matches(struct chart_flow *f)
{
    struct sop *sop = f->m->sop;
    bool *taken = arena_alloc(f->m->t.a, sop->steps.n + 1);
    size_t found = 0;
    if (sop->steps.n * f->c->nodes.n > COMPARED_MAX) return false;
    for (size_t i = 0; i < f->c->nodes.n; i++) {
        struct chart_symbol *n = &f->nodes[i];
        if (n->passes || n->same != i) continue;
        n->step = step_of(sop, f->c->nodes.v[i].text.text, taken);
        if (n->step == NO_INDEX) return false;
        taken[n->step] = true;
        found++;
    }
    return found > 0 && found == sop->steps.n;
}

/* ---- steps of its own --------------------------------------------------------------------------------------------- */

/* A walk in depth without recursion: nodes below `root` that were not seen, in postorder. */
struct ordering {
    const struct chart_flow *f;
    size_t *order, *stack, *at, n;
    bool *seen;
};

static void walk(struct ordering *o, size_t root)
{
    const struct chart_flow *f = o->f;
    size_t depth = 0;
    if (o->seen[root]) return;
    o->seen[root] = true;
    o->stack[depth] = root;
    o->at[depth++] = f->first[root + 1];
    while (depth) {
        size_t node = o->stack[depth - 1];
        if (o->at[depth - 1] == f->first[node]) {
            o->order[o->n++] = node;
            depth--;
            continue;
        }
        size_t to = f->c->edges.v[f->edge[--o->at[depth - 1]]].to;
        if (o->seen[to]) continue;
        o->seen[to] = true;
        o->stack[depth] = to;
        o->at[depth++] = f->first[to + 1];
    }
}

static void reverse(size_t *v, size_t from, size_t to)
{
    for (; from + 1 < to; from++, to--) {
        size_t x = v[from];
        v[from] = v[to - 1];
        v[to - 1] = x;
    }
}

/* The nodes in the order of the flow: a node comes after all that lead to it, except by a way back; what no start reaches comes last. */
static const size_t *flow_order(const struct chart_flow *f)
{
    size_t n = f->c->nodes.n + 1;
    struct arena *a = f->m->t.a;
    struct ordering o = {f, arena_alloc(a, n * sizeof *o.order), arena_alloc(a, n * sizeof *o.stack), arena_alloc(a, n * sizeof *o.at), 0, arena_alloc(a, n)};
    for (size_t i = n - 1; i-- > 0;) /* backwards: the start that is named first comes out first */
        if (!f->nodes[i].in) walk(&o, i);
    reverse(o.order, 0, o.n);
    for (int pass = 0; pass < 2; pass++) /* then from where something leads back to a start, then the rest */
        for (size_t i = 0; i + 1 < n; i++) {
            size_t from = o.n;
            if (pass || (f->nodes[i].mark == MARK_TERMINATOR && f->nodes[i].out)) walk(&o, i);
            reverse(o.order, from, o.n);
        }
    return o.order;
}

static struct item absent(struct place p) { return (struct item){.text = STR_ABSENT, .place = p}; }

static void add_step(struct chart_flow *f, size_t node, size_t table, const size_t *actor_of)
{
    struct making *m = f->m;
    const struct chart_node *n = &f->c->nodes.v[node];
    struct step *s = ARENA_PUSH(m->t.a, &m->sop->steps);
    unsigned number;
    size_t from = past_number(n->text.text, &number);
    struct place place = n->text.place;
    *s = (struct step){.table = table, .symbol = f->nodes[node].mark};
    s->head = absent(place);
    s->number = (struct item){.text = number ? arena_printf(m->t.a, "%u", number) : STR_ABSENT, .place = place};
    s->activity = (struct item){.text = str_slice(n->text.text, from, n->text.text.n), .place = place};
    struct item *const none[] = {&s->title, &s->symbol_name, &s->requirement_cell, &s->duration, &s->output, &s->note};
    for (size_t k = 0; k < COUNT(none); k++) *none[k] = absent(place);
    f->nodes[node].step = m->sop->steps.n - 1;
    if (n->lane == NO_INDEX || actor_of[n->lane] == NO_INDEX) return;
    struct performer *p = ARENA_PUSH(m->t.a, &s->performers);
    *p = (struct performer){.item = {.text = f->c->lanes.v[n->lane].title.text, .place = place}, .actor = actor_of[n->lane], .mark = f->nodes[node].mark};
}

/* Groups as executors, where every step stands in one and each has a name like an office's; else they are phases, or nothing. */
static void lanes_as_actors(struct chart_flow *f, struct step_table *t, size_t *actor_of)
{
    bool all = f->c->lanes.n > 0;
    for (size_t i = 0; i < f->c->lanes.n; i++) actor_of[i] = NO_INDEX;
    for (size_t i = 0; i < f->c->nodes.n; i++) all &= f->nodes[i].passes || (f->c->nodes.v[i].lane != NO_INDEX && f->c->lanes.v[f->c->nodes.v[i].lane].title.text.n);
    for (size_t i = 0; i < f->c->lanes.n && all; i++) {
        const struct run *r = &f->c->lanes.v[i].title;
        size_t digits = 0, end;
        while (digits < r->text.n && !is_digit(r->text.p[digits])) digits++;
        bool phase = digits < r->text.n || str_istarts(r->text, STR("tahap")) || str_istarts(r->text, STR("fase")) || str_istarts(r->text, STR("bagian "));
        all = !phase || wordset_prefix(&f->m->t.v->office_starts, r->text, &end) != NULL;
    }
    for (size_t i = 0; i < f->c->lanes.n && all; i++) {
        actor_of[i] = t->actors.n;
        *ARENA_PUSH(f->m->t.a, &t->actors) = (struct actor){.item = {.text = f->c->lanes.v[i].title.text, .place = f->c->lanes.v[i].title.place}, .identity = NO_INDEX};
    }
    t->has[COLUMN_PELAKSANA] = all;
}

void chart_steps(struct chart_flow *f)
{
    struct sop *sop = f->m->sop;
    const size_t *order = flow_order(f);
    size_t *actor_of = arena_alloc(f->m->t.a, (f->c->lanes.n + 1) * sizeof *actor_of);
    struct step_table *t = ARENA_PUSH(f->m->t.a, &sop->tables);
    *t = (struct step_table){.head = absent(f->c->place), .title = absent(f->c->place), .page = (uint32_t)sop->tables.n, .charted = true, .chart = true};
    t->part = sop->tables.n - 1;
    t->has[COLUMN_KEGIATAN] = true;
    lanes_as_actors(f, t, actor_of);
    if (sop->tables.n > 1) sop->parts = sop->tables.n;
    for (size_t k = 0; k < f->c->nodes.n; k++)
        if (!f->nodes[order[k]].passes && f->nodes[order[k]].same == order[k]) add_step(f, order[k], sop->tables.n - 1, actor_of);
}
