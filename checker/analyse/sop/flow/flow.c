/* Facts on the flow as a whole: what can be reached, where it is stuck, which ways lead on from each step. */
#include <string.h>

#include "analyse/analyst.h"
#include "analyse/sop/flow/flow.h"

static const char *symbol_name(const struct sop *sop, const struct step *s)
{
    static const char *const kinds[] = {
        [STEP_START] = "mulai",         [STEP_END] = "selesai",          [STEP_INTERMEDIATE] = "kejadian", [STEP_BOUNDARY] = "kejadian",
        [STEP_LINK_THROW] = "tautan",   [STEP_LINK_CATCH] = "tautan",    [STEP_EXCLUSIVE] = "keputusan",   [STEP_PARALLEL] = "gerbang-serentak",
        [STEP_INCLUSIVE] = "keputusan", [STEP_EVENT_BASED] = "gerbang-kejadian", [STEP_COMPLEX] = "gerbang-kompleks",
    };
    static const char *const marks[] = {
        [MARK_TERMINATOR] = "terminator", [MARK_PROCESS] = "proses", [MARK_DECISION] = "keputusan", [MARK_CONNECTOR] = "konektor",
        [MARK_OTHER] = "lain",
    };
    if (s->kind > STEP_SUBPROCESS) return kinds[s->kind];
    if (sop->partial) return "proses";
    return s->symbol < COUNT(marks) ? marks[s->symbol] : NULL;
}

static struct str number_of(const struct sop *sop, size_t i)
{
    const struct step *s = &sop->steps.v[i];
    const struct str names[] = {s->number.text, s->activity.text, s->title.text, s->head.place.where ? s->head.place.where->id : STR_ABSENT};
    for (size_t k = 0; k < COUNT(names); k++)
        if (!str_blank(names[k])) return str_trim(names[k]);
    return STR("?");
}

/* The steps of each group in their order. */
struct groups {
    size_t *first, *next; /* by group, by step; NO_INDEX at the end */
};

static struct groups groups_of(struct arena *a, size_t steps, const size_t *group, size_t count)
{
    struct groups g = {arena_alloc(a, (count + 1) * sizeof(size_t)), arena_alloc(a, (steps + 1) * sizeof(size_t))};
    for (size_t i = 0; i < count; i++) g.first[i] = NO_INDEX;
    for (size_t i = steps; i-- > 0;) {
        g.next[i] = g.first[group[i]];
        g.first[group[i]] = i;
    }
    return g;
}

/* "3, 4, 5" for the steps of a group, at most twenty of them. */
static struct str step_list(struct arena *a, const struct sop *sop, const struct groups *g, size_t group)
{
    struct buf b = BUF_INIT;
    size_t shown = 0;
    for (size_t i = g->first[group]; i != NO_INDEX; i = g->next[i]) {
        if (shown++ == 20) {
            buf_z(&b, ", …");
            break;
        }
        if (b.n) buf_z(&b, ", ");
        buf_str(&b, number_of(sop, i));
    }
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}

static bool is_decision(const struct step *s)
{
    return s->kind == STEP_EXCLUSIVE || s->kind == STEP_INCLUSIVE || (s->kind == STEP_ACTIVITY && s->symbol == MARK_DECISION);
}

static size_t edges_in(const struct flow *f, size_t i) { return f->graph.in_first[i + 1] - f->graph.in_first[i]; }
static size_t edges_out(const struct flow *f, size_t i) { return f->graph.out_first[i + 1] - f->graph.out_first[i]; }

/* Why ways that are not known may be there. */
static enum word arrows_reason(const struct flow *f) { return f->sop->flow_reason != WORD_NONE ? f->sop->flow_reason : W_reason_arrows_unseen; }

/* Weakly connected groups of the unreachable steps; the first of each carries the whole list. */
static void unreachable(struct arena *a, struct flow *f, const bool *seen)
{
    size_t *group = arena_alloc(a, (f->n + 1) * sizeof *group), *waiting = arena_alloc(a, (f->n + 1) * sizeof *waiting);
    for (size_t i = 0; i < f->n; i++) {
        if (seen[i] || f->whole) fact_bool(a, &f->sop->steps.v[i].head, F_terjangkau, seen[i]);
        else fact_unknown(a, &f->sop->steps.v[i].head, F_terjangkau, arrows_reason(f));
        if (seen[i] || group[i]) continue;
        size_t n = 0, id = i + 1;
        group[i] = id;
        waiting[n++] = i;
        while (n) {
            size_t v = waiting[--n];
            for (size_t k = f->graph.out_first[v]; k < f->graph.out_first[v + 1]; k++) {
                size_t w = f->graph.edges[f->graph.out[k]].to;
                if (w < f->n && !seen[w] && !group[w]) group[w] = id, waiting[n++] = w;
            }
            for (size_t k = f->graph.in_first[v]; k < f->graph.in_first[v + 1]; k++) {
                size_t w = f->graph.edges[f->graph.in[k]].from;
                if (!seen[w] && !group[w]) group[w] = id, waiting[n++] = w;
            }
        }
    }
    struct groups groups = groups_of(a, f->n, group, f->n + 1);
    for (size_t i = 0; i < f->n; i++)
        if (group[i] && groups.first[group[i]] == i)
            fact_set(a, &f->sop->steps.v[i].head, F_wilayah_tak_terjangkau, step_list(a, f->sop, &groups, group[i]));
}

static bool has_missing_target(const struct step *s)
{
    for (size_t k = 0; k < s->exits.n; k++)
        if (s->exits.v[k].origin == ORIGIN_DECLARED && s->exits.v[k].target == NO_INDEX && !s->exits.v[k].ends) return true;
    return false;
}

/* A component that nothing leaves and that is not the end: a dead end (one step) or a loop that never ends. Reported on its first
 * step; what only leads into it is not reported again. */
static void stuck(struct arena *a, struct flow *f, const bool *seen, bool *dead)
{
    size_t *component = arena_alloc(a, (f->n + 1) * sizeof *component);
    size_t count = graph_components(a, &f->graph, component);
    bool *leaves = arena_alloc(a, count * sizeof *leaves), *decides = arena_alloc(a, count * sizeof *decides);
    bool *cyclic = arena_alloc(a, count * sizeof *cyclic), *told = arena_alloc(a, count * sizeof *told);
    leaves[component[f->n]] = true;
    for (size_t e = 0; e < f->graph.m; e++) {
        size_t u = f->graph.edges[e].from, v = f->graph.edges[e].to;
        if (component[u] != component[v]) leaves[component[u]] = true;
        else cyclic[component[u]] = true;
    }
    for (size_t i = 0; i < f->n; i++) {
        decides[component[i]] |= is_decision(&f->sop->steps.v[i]);
        if (has_missing_target(&f->sop->steps.v[i])) leaves[component[i]] = true; /* that exit is reported for itself */
    }
    struct groups groups = groups_of(a, f->n, component, count);
    for (size_t i = 0; i < f->n; i++) {
        struct item *head = &f->sop->steps.v[i].head;
        size_t c = component[i];
        bool trap = dead[i] = seen[i] && !leaves[c] && !told[c];
        fact_bool(a, head, F_berputar, !leaves[c] && cyclic[c]);
        if (trap && !f->whole) fact_unknown(a, head, F_buntu, arrows_reason(f));
        else fact_set(a, head, F_buntu, !trap ? STR("tidak") : cyclic[c] ? STR("putaran") : STR("tanpa-jalan"));
        if (trap && cyclic[c]) {
            fact_set(a, head, F_putaran, step_list(a, f->sop, &groups, c));
            fact_bool(a, head, F_putaran_berkeputusan, decides[c]);
        }
        if (trap) told[c] = true;
    }
}

/* A step before a dead end that every way passes makes the message plain: which step led there. */
static void dead_end_gate(struct arena *a, struct flow *f, const bool *dead)
{
    bool any = false;
    for (size_t i = 0; i < f->n; i++) any |= dead[i];
    if (!any || !f->whole || f->start_count != 1) return;
    size_t *idom = arena_alloc(a, (f->n + 1) * sizeof *idom);
    graph_dominators(a, &f->graph, f->starts[0], false, idom);
    for (size_t i = 0; i < f->n; i++)
        if (dead[i] && idom[i] != SIZE_MAX && idom[i] != i) fact_set(a, &f->sop->steps.v[i].head, F_lewat, number_of(f->sop, idom[i]));
}

static const char *origin_name(enum origin o)
{
    static const char *const names[] = {"dinyatakan", "digambar", "tertulis", "dicatat", "urutan", "ragu"};
    return names[o];
}

/* Lines were drawn, but not all of them could be read. */
static bool drawn_in_part(const struct flow *f) { return f->sop->flow_seen == FLOW_IN_PART; }

/* Facts on each exit, and how the exits of one step relate. last: the step (plus 1) that each node was last a target of. */
static void label_facts(struct arena *a, const struct flow *f, const struct step *s, size_t k)
{
    struct flow_exit *x = &s->exits.v[k];
    bool same = false, blank = str_blank(x->label) && !x->conditional && !x->fallback;
    for (size_t j = 0; j < k && j < WAYS_COMPARED; j++) same |= x->label.p && s->exits.v[j].label.p && str_ieq(x->label, s->exits.v[j].label);
    if (blank && drawn_in_part(f)) fact_unknown(a, &x->item, F_label_hilang, f->sop->flow_reason);
    else fact_bool(a, &x->item, F_label_hilang, blank);
    fact_bool(a, &x->item, F_label_ganda, same);
}

/* The step that ought to have that number is there, with another one: its number is the fault (KG005), not the exit. Of parts that count anew
 * nobody knows which step that would be. */
static bool misnumbered(const struct sop *s, struct str number)
{
    uint64_t n, own;
    if (s->parts > 1 || !str_u64(str_trim(number), &n) || n < 1 || n > s->steps.n) return false;
    struct str printed = str_trim(s->steps.v[n - 1].number.text);
    return str_u64(printed, &own) && own != n;
}

/* Whether the step that an exit declares is there. */
static struct str target_exists(const struct flow *f, const struct flow_exit *x)
{
    if (x->ends || x->target < f->n) return STR("ya");
    return misnumbered(f->sop, x->item.text) ? STR("salah-nomor") : STR("tidak");
}

static void exits(struct arena *a, struct flow *f, size_t i, size_t *last)
{
    struct step *s = &f->sop->steps.v[i];
    bool decision = is_decision(s) && (s->kind == STEP_ACTIVITY || edges_out(f, i) > 1);
    size_t repeated = 0;
    for (size_t k = 0; k < s->exits.n; k++) {
        struct flow_exit *x = &s->exits.v[k];
        fact_set(a, &x->item, F_asal, str_of(origin_name(x->origin)));
        if (x->label.p) fact_set(a, &x->item, F_label, x->label);
        if (x->target < f->n) {
            fact_set(a, &x->item, F_tujuan, number_of(f->sop, x->target));
            if (!f->sop->partial) fact_bool(a, &x->item, F_mundur, x->target <= i);
        } else if (x->ends && !f->sop->partial) {
            fact_bool(a, &x->item, F_mundur, false);
        }
        if (x->origin == ORIGIN_DECLARED)
            fact_set(a, &x->item, F_tujuan_ada, target_exists(f, x));
        if (decision && x->origin <= ORIGIN_DRAWN) label_facts(a, f, s, k);
        else if (decision && x->origin == ORIGIN_UNSURE) fact_unknown(a, &x->item, F_label_hilang, f->sop->flow_reason);
        if (x->origin == ORIGIN_DRAWN) fact_bool(a, &x->item, F_putus_putus, x->dashed);
        size_t target = x->ends ? f->n : x->target;
        if (target > f->n || x->origin > ORIGIN_DRAWN) continue;
        repeated += last[target] == i + 1;
        last[target] = i + 1;
    }
    if (f->whole || s->exits.n) fact_bool(a, &s->head, F_aliran_ganda, repeated > 0);
    else fact_unknown(a, &s->head, F_aliran_ganda, arrows_reason(f));
}

/* The symbol that the document shows for a step; NULL: not known. */
static const char *shown_symbol(const struct flow *f, size_t i)
{
    const struct step *s = &f->sop->steps.v[i];
    if (!flow_symbol_known(f->sop, s)) return NULL;
    if ((s->kind == STEP_EXCLUSIVE || s->kind == STEP_INCLUSIVE) && edges_in(f, i) > 1 && s->exits.n == 1) return "gerbang-gabung"; /* decides nothing */
    return symbol_name(f->sop, s);
}

static void counts(struct arena *a, struct flow *f, size_t i)
{
    struct step *s = &f->sop->steps.v[i];
    const char *symbol = shown_symbol(f, i);
    size_t out = 0, ends = 0, in = edges_in(f, i);
    if (symbol) fact_set(a, &s->head, F_simbol, str_of(symbol));
    else fact_unknown(a, &s->head, F_simbol, W_reason_symbols_unread);
    for (size_t k = 0; k < s->exits.n; k++) out += s->exits.v[k].origin <= ORIGIN_DRAWN;
    for (size_t k = f->graph.out_first[i]; k < f->graph.out_first[i + 1]; k++) ends += f->graph.edges[f->graph.out[k]].to == f->n;
    if (f->whole) {
        fact_int(a, &s->head, F_keluar, (long long)(f->sop->partial || (s->exits.n && f->declared) ? out : edges_out(f, i)));
        fact_int(a, &s->head, F_masuk, (long long)in);
        fact_bool(a, &s->head, F_akhir, ends == edges_out(f, i));
    } else if (out >= 2) {
        fact_int(a, &s->head, F_keluar, (long long)out); /* both labels were printed; fewer proves nothing, arrows are not seen */
    } else {
        fact_unknown(a, &s->head, F_keluar, arrows_reason(f));
    }
}

/* Numbers the starts of each flow: the second one and further are asked about. Start events of event sub-processes and the insides
 * of sub-processes are flows of their own; a start that waits for a message or a time stands beside a blank one with reason. */
static void number_starts(struct arena *a, struct flow *f)
{
    const struct sop *sop = f->sop;
    size_t *count = arena_alloc(a, (sop->scopes.n + 1) * sizeof *count);
    for (size_t i = 0; i < f->n; i++) {
        struct step *s = &f->sop->steps.v[i];
        if (sop->partial && s->kind == STEP_START && !s->node->definitions) fact_int(a, &s->head, F_awal_ke, (long long)++count[s->node->scope]);
    }
    size_t starts = 0, part = NO_INDEX;
    for (size_t i = 0; i < f->start_count && !sop->partial; i++) {
        if (sop->steps.v[f->starts[i]].symbol != MARK_TERMINATOR) continue;
        if (step_part(sop, f->starts[i]) != part) starts = 0;
        part = step_part(sop, f->starts[i]);
        fact_int(a, &f->sop->steps.v[f->starts[i]].head, F_awal_ke, (long long)++starts);
    }
}

/* "v" or a dot says who acts; the shape that stood there may have been any. */
static bool shape_told(const struct sop *sop, const struct step *s)
{
    return flow_symbol_known(sop, s) && (s->symbol != MARK_PRESENT || sop->tables.v[s->table].declared);
}

/* Starts and ends of the whole. In a text only symbols tell, and only where they could be read. */
static void ends_of_flow(struct arena *a, struct flow *f)
{
    struct sop *sop = f->sop;
    if (sop->partial) return; /* each process for itself: flow_bpmn */
    const struct step *first = &sop->steps.v[0], *last = &sop->steps.v[f->n - 1];
    size_t starts = 0;
    bool end = false;
    for (size_t i = 0; i < f->start_count; i++) starts += sop->steps.v[f->starts[i]].symbol == MARK_TERMINATOR;
    for (size_t i = 1; i < f->n; i++) {
        if (sop->steps.v[i].symbol != MARK_TERMINATOR) continue;
        for (size_t k = f->graph.out_first[i]; k < f->graph.out_first[i + 1]; k++) end |= f->graph.edges[f->graph.out[k]].to == f->n;
    }
    bool part = drawn_in_part(f); /* the start or the end may be among what was not read */
    starts += sop->drawn_start;
    end |= sop->drawn_end;
    if (shape_told(sop, first) && (starts || !part)) fact_bool(a, &sop->head, F_ada_mulai, starts > 0 || (f->n == 1 && first->symbol == MARK_TERMINATOR));
    else fact_unknown(a, &sop->head, F_ada_mulai, W_reason_symbols_unread);
    if (end || (shape_told(sop, last) && !part && !sop->ends_in_rows)) fact_bool(a, &sop->head, F_ada_selesai, end || (f->n == 1 && first->symbol == MARK_TERMINATOR));
    else fact_unknown(a, &sop->head, F_ada_selesai, shape_told(sop, last) && !part ? W_reason_rows_end : W_reason_symbols_unread);
}

/* "Lengkap?" in a symbol of its own: no check, but the outcome of the one before. */
static bool is_question(const struct step *s)
{
    struct str text = str_trim(s->activity.text);
    return s->symbol == MARK_DECISION && (!s->examines || (text.n && text.p[text.n - 1] == '?'));
}

/* The step whose exits decide after step i: itself, or the gateway (BPMN) or question that follows it and nothing else. */
static const struct step *decider(const struct flow *f, size_t i)
{
    const struct step *s = &f->sop->steps.v[i];
    for (int hops = 0; hops < 4 && s->exits.n == 1 && s->exits.v[0].target < f->n; hops++) {
        const struct step *next = &f->sop->steps.v[s->exits.v[0].target];
        bool gateway = next->kind >= STEP_EXCLUSIVE && next->kind <= STEP_COMPLEX;
        if (!gateway && !is_question(next)) break;
        s = next;
    }
    return s->exits.n > 1 ? s : &f->sop->steps.v[i];
}

static bool leads_to_end(const struct flow *f, size_t step)
{
    for (size_t k = f->graph.out_first[step]; k < f->graph.out_first[step + 1]; k++)
        if (f->graph.edges[f->graph.out[k]].to == f->n) return true;
    return false;
}

static bool in_words(const struct flow_exit *x) { return x->origin == ORIGIN_WORDED || x->origin == ORIGIN_NOTED; }

/* Is there a way back for a check that fails? Yes as soon as any source shows one, be it by a detour over a step that mends the fault, or
 * an end for what was refused. No only where every exit is stated, where the symbol drawn is a plain process, or where the document
 * tells its ways back in words and says nothing here. */
static void way_back(struct arena *a, struct flow *f)
{
    bool told_in_words = false;
    size_t *component = arena_alloc(a, (f->n + 1) * sizeof *component);
    graph_components(a, &f->graph, component);
    for (size_t i = 0; i < f->n; i++)
        for (size_t k = 0; k < f->sop->steps.v[i].exits.n; k++) told_in_words |= in_words(&f->sop->steps.v[i].exits.v[k]);
    for (size_t i = 0; i < f->n; i++) {
        struct step *s = &f->sop->steps.v[i];
        const struct step *g = decider(f, i);
        bool back = false, choice_to_end = false;
        for (size_t k = 0; k < g->exits.n && k < WAYS_COMPARED; k++) {
            const struct flow_exit *x = &g->exits.v[k];
            back |= x->target <= i || x->back;
            if (g->exits.n < 2) continue;
            back |= x->target < f->n && component[x->target] == component[i];
            choice_to_end |= x->ends || (x->target < f->n && leads_to_end(f, x->target));
        }
        const char *symbol = shown_symbol(f, i);
        bool plain = symbol && strcmp(symbol, "proses") == 0;
        if (back || choice_to_end) fact_bool(a, &s->head, F_balikan, true);
        else if (f->whole || ((plain || told_in_words) && !drawn_in_part(f))) fact_bool(a, &s->head, F_balikan, false);
        else fact_unknown(a, &s->head, F_balikan, symbol ? arrows_reason(f) : W_reason_symbols_unread);
    }
}

void analyse_flow(struct arena *a, struct analyst *x, struct document *d)
{
    struct sop *sop = d->sop;
    static const char *const read[] = {[FLOW_UNSEEN] = "tidak", [FLOW_IN_PART] = "sebagian", [FLOW_WHOLE] = "utuh"};
    fact_bool(a, &sop->head, F_bpmn, sop->partial);
    fact_set(a, &sop->head, F_alur_digambar, str_of(read[sop->flow_seen]));
    if (!sop->steps.n) return;
    flow_words(a, x, sop);
    struct flow f = flow_make(a, sop);
    bool *seen = arena_alloc(a, (f.n + 1) * sizeof *seen);
    for (size_t i = 0; i < f.start_count; i++) seen[f.starts[i]] = true;
    graph_reach(a, &f.graph, seen, false);
    size_t *last = arena_alloc(a, (f.n + 1) * sizeof *last);
    for (size_t i = 0; i < f.n; i++) counts(a, &f, i), exits(a, &f, i, last);
    unreachable(a, &f, seen);
    bool *dead = arena_alloc(a, (f.n + 1) * sizeof *dead);
    stuck(a, &f, seen, dead);
    dead_end_gate(a, &f, dead);
    ends_of_flow(a, &f);
    number_starts(a, &f);
    way_back(a, &f);
    if (sop->partial) flow_bpmn(a, sop);
    else flow_pages(a, sop), flow_patterns(a, &f);
    fact_bool(a, &sop->head, F_serentak, f.parallel);
    if (f.parallel) flow_tokens(a, &f);
    flow_times(a, x, &f, seen[f.n]);
}
