/* Facts on BPMN diagrams that a table cannot go wrong in: nodes that nothing connects, gateways that decide nothing, links without a
 * twin. What counts as an implicit start or end follows bpmnlint's rules of those names. */
#include "analyse/sop/flow/flow.h"

static bool outside_sequence(const struct sop *sop, const struct step *s)
{
    return s->node->compensates || sop->scopes.v[s->node->scope].ad_hoc ||
           (s->kind == STEP_SUBPROCESS && s->node->inside < sop->scopes.n && sop->scopes.v[s->node->inside].event_driven);
}

static bool is_gateway(const struct step *s) { return s->kind >= STEP_EXCLUSIVE && s->kind <= STEP_COMPLEX; }

static const char *link_state(const struct step *s)
{
    if (str_blank(s->node->link.text)) return "tanpa-nama";
    return s->node->twin == NO_INDEX ? "tanpa-pasangan" : s->node->repeated ? "ganda" : "berpasangan";
}

/* Each process and each sub-process starts and ends for itself; what has no steps of its own, or takes them in any order, does not. */
static void scope_ends(struct arena *a, struct sop *sop)
{
    struct { bool steps, starts, ends; } *seen = arena_alloc(a, (sop->scopes.n + 1) * sizeof *seen);
    for (size_t i = 0; i < sop->steps.n; i++) {
        const struct step *s = &sop->steps.v[i];
        seen[s->node->scope].steps = true;
        seen[s->node->scope].starts |= s->kind == STEP_START;
        seen[s->node->scope].ends |= s->kind == STEP_END;
    }
    for (size_t i = 0; i < sop->scopes.n; i++) {
        if (!seen[i].steps || sop->scopes.v[i].ad_hoc) continue;
        fact_bool(a, &sop->scopes.v[i].item, F_ada_mulai, seen[i].starts);
        fact_bool(a, &sop->scopes.v[i].item, F_ada_selesai, seen[i].ends);
    }
}

/* What an event or a gateway is, where that matters. */
static void kinds(struct arena *a, struct sop *sop, struct step *s)
{
    static const char *const gateways[] = {[STEP_EXCLUSIVE] = "eksklusif", [STEP_INCLUSIVE] = "inklusif", [STEP_PARALLEL] = "serentak",
                                           [STEP_EVENT_BASED] = "kejadian", [STEP_COMPLEX] = "kompleks"};
    const struct flow_scope *scope = &sop->scopes.v[s->node->scope];
    bool terminal = s->kind == STEP_START || s->kind == STEP_END;
    if (is_gateway(s)) fact_set(a, &s->head, F_gerbang, str_of(gateways[s->kind]));
    if (terminal || s->kind == STEP_INTERMEDIATE || s->kind == STEP_BOUNDARY) fact_int(a, &s->head, F_pemicu, s->node->definitions);
    if (terminal) fact_bool(a, &s->head, F_ad_hoc, scope->ad_hoc);
    if (s->kind == STEP_START && scope->owner != NO_INDEX)
        fact_set(a, &s->head, F_awal_bagian, scope->event_driven ? STR("kejadian") : STR("biasa"));
}

/* Where some exits have conditions or one is the default, the others need a condition, or a label that says it to people. */
static void conditions(struct arena *a, struct step *s)
{
    bool any = false;
    for (size_t k = 0; k < s->exits.n; k++) any |= s->exits.v[k].conditional || s->exits.v[k].fallback;
    for (size_t k = 0; k < s->exits.n && any; k++)
        fact_bool(a, &s->exits.v[k].item, F_syarat_hilang, !s->exits.v[k].conditional && !s->exits.v[k].fallback && str_blank(s->exits.v[k].label));
}

static bool begins(const struct step *s) { return s->kind == STEP_START || s->kind == STEP_BOUNDARY || s->kind == STEP_LINK_CATCH; }
static bool ends(const struct step *s) { return s->kind == STEP_END || s->kind == STEP_LINK_THROW; }

/* Where the arrow behind the start is missing, the one node that nothing leads to lacks the same arrow, and tells it; where that before the
 * end is, the end does. */
struct unread_arrows {
    size_t starts, begun, ends, ended; /* starts without an exit; other nodes that nothing leads to; ends that nothing leads to; … */
};

static struct unread_arrows find_unread(const struct sop *sop, const size_t *in)
{
    struct unread_arrows unread = {0};
    for (size_t i = 0; i < sop->steps.n; i++) {
        const struct step *s = &sop->steps.v[i];
        if (outside_sequence(sop, s)) continue;
        unread.starts += s->kind == STEP_START && !s->exits.n;
        unread.ends += s->kind == STEP_END && !in[i];
        unread.begun += !in[i] && !begins(s) && s->exits.n;
        unread.ended += !s->exits.n && !ends(s) && in[i];
    }
    return unread;
}

void flow_bpmn(struct arena *a, struct sop *sop)
{
    scope_ends(a, sop);
    size_t *in = arena_alloc(a, (sop->steps.n + 1) * sizeof *in);
    for (size_t i = 0; i < sop->steps.n; i++)
        for (size_t k = 0; k < sop->steps.v[i].exits.n; k++)
            if (sop->steps.v[i].exits.v[k].target < sop->steps.n) in[sop->steps.v[i].exits.v[k].target]++;
    struct unread_arrows unread = find_unread(sop, in);
    for (size_t i = 0; i < sop->steps.n; i++) {
        struct step *s = &sop->steps.v[i];
        bool exempt = outside_sequence(sop, s);
        bool no_in = !in[i] && !begins(s), no_out = !s->exits.n && !ends(s);
        bool alone = !in[i] && !s->exits.n;
        bool start_told = s->kind == STEP_START && unread.starts == 1 && unread.begun == 1, end_told = unread.ends == 1 && unread.ended == 1;
        fact_bool(a, &s->head, F_terputus, alone && !exempt && !start_told);
        fact_bool(a, &s->head, F_mulai_tersirat, no_in && !exempt);
        fact_bool(a, &s->head, F_akhir_tersirat, no_out && !exempt && !start_told && !end_told);
        kinds(a, sop, s);
        conditions(a, s);
        if (is_gateway(s)) {
            fact_bool(a, &s->head, F_gerbang_mubazir, in[i] == 1 && s->exits.n == 1);
            fact_bool(a, &s->head, F_gerbang_gabung_pisah, in[i] > 1 && s->exits.n > 1);
        }
        if (s->kind == STEP_LINK_THROW || s->kind == STEP_LINK_CATCH) fact_set(a, &s->head, F_tautan, str_of(link_state(s)));
        bool needs_name = s->kind <= STEP_SUBPROCESS || s->kind == STEP_START || s->kind == STEP_END || s->kind == STEP_BOUNDARY ||
                          s->kind == STEP_INTERMEDIATE || ((s->kind == STEP_EXCLUSIVE || s->kind == STEP_INCLUSIVE) && s->exits.n > 1);
        const struct flow_scope *scope = &sop->scopes.v[s->node->scope]; /* a sub-process begins with its flow, whose name says it */
        if (s->kind == STEP_START && scope->owner != NO_INDEX && !scope->event_driven) needs_name = false;
        if (needs_name) fact_bool(a, &s->head, F_bernama, !str_blank(s->activity.text) || !str_blank(s->title.text));
    }
}
