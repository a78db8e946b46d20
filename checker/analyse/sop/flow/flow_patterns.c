/* What is wrong with a drawing as a whole, so that it is said once and not step by step: symbols that decide nothing because every activity
 * has the decision's, or because each column has a shape of its own; decisions none of which has a label. */
#include "analyse/sop/flow/flow.h"

enum { LEAST_STEPS = 3 };   /* fewer make no pattern */

struct shapes {
    size_t activities, decisions, choosing; /* steps between start and end; with the decision's symbol; of these with two ways out */
};

static size_t ways_out(const struct flow *f, size_t i) { return f->graph.out_first[i + 1] - f->graph.out_first[i]; }

static bool between_ends(const struct step *s) { return s->kind == STEP_ACTIVITY && s->symbol != MARK_NONE && s->symbol != MARK_TERMINATOR; }

static struct shapes count_shapes(const struct flow *f)
{
    struct shapes n = {0};
    for (size_t i = 0; i < f->n; i++) {
        const struct step *s = &f->sop->steps.v[i];
        if (!between_ends(s)) continue;
        n.activities++;
        if (s->symbol != MARK_DECISION) continue;
        n.decisions++;
        n.choosing += ways_out(f, i) > 1;
    }
    return n;
}

/* Each executor's steps have one and the same shape, and the executors differ: the column was drawn, not the step. */
static bool by_column(struct arena *a, const struct flow *f)
{
    if (!f->sop->tables.n) return false;
    const struct step_table *t = &f->sop->tables.v[0];
    enum mark *shape = arena_alloc(a, (t->actors.n + 1) * sizeof *shape);
    size_t *steps = arena_alloc(a, (t->actors.n + 1) * sizeof *steps), repeated = 0;
    bool decides = false, other = false;
    for (size_t i = 0; i < f->n; i++) {
        const struct step *s = &f->sop->steps.v[i];
        for (size_t k = 0; k < s->performers.n; k++) {
            const struct performer *p = &s->performers.v[k];
            if (p->actor >= t->actors.n || s->table != 0 || !between_ends(s)) continue;
            if (steps[p->actor] && shape[p->actor] != p->mark) return false;
            shape[p->actor] = p->mark;
            steps[p->actor]++;
        }
    }
    for (size_t k = 0; k < t->actors.n; k++) {
        if (steps[k] < 2) continue;
        repeated++;
        decides |= shape[k] == MARK_DECISION;
        other |= shape[k] != MARK_DECISION;
    }
    return repeated >= 2 && decides && other;
}

/* Decisions with several ways out, and how many of these ways have a label. */
static void label_fact(struct arena *a, struct flow *f)
{
    size_t decisions = 0, ways = 0, labelled = 0;
    for (size_t i = 0; i < f->n; i++) {
        const struct step *s = &f->sop->steps.v[i];
        size_t out = 0;
        if (s->kind != STEP_ACTIVITY || s->symbol != MARK_DECISION) continue;
        for (size_t k = 0; k < s->exits.n; k++) {
            if (s->exits.v[k].origin > ORIGIN_DRAWN) continue;
            out++;
            labelled += !str_blank(s->exits.v[k].label);
        }
        decisions += out > 1;
        ways += out > 1 ? out : 0;
    }
    if (!ways || (decisions < 2 && f->declared)) return;
    fact_set(a, &f->sop->head, F_label_cabang, labelled ? STR("ada") : STR("tidak-ada"));
    fact_int(a, &f->sop->head, F_jumlah_cabang, (long long)ways);
}

void flow_patterns(struct arena *a, struct flow *f)
{
    struct shapes n = count_shapes(f);
    bool idle = n.decisions >= LEAST_STEPS && 2 * n.choosing < n.decisions; /* most of them decide nothing */
    if (!f->whole) return;
    label_fact(a, f);
    const char *pattern = "tidak";
    if (idle && 5 * n.decisions >= 4 * n.activities) pattern = "keputusan";
    else if (n.decisions >= 2 && 2 * n.choosing < n.decisions && by_column(a, f)) pattern = "kolom";
    fact_set(a, &f->sop->head, F_pola_simbol, str_of(pattern));
    fact_int(a, &f->sop->head, F_jumlah_keputusan, (long long)n.decisions);
}
