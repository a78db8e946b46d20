/* Ways on and back that a table tells otherwise than by arrows: in the wording of an activity, in its note, by ya/tidak labels in the
 * executors' columns. The target is looked for only where executors are known: the latest earlier step of the office for a way back,
 * the first later one for a way on. */
#include "analyse/analyst.h"
#include "analyse/sop/executor.h"
#include "analyse/sop/flow/flow.h"
#include "analyse/texts.h"
#include "language/vocabulary.h"

enum { NOTED_MAX = 8, BACK_WORDS = 4, CLAUSE_WORDS = 40 };

struct flow_terms {
    struct wordset negation, repair, question, note_back, step_word;
};

const struct flow_terms *flow_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const struct wordset_member lists[] = {
        {"negation", offsetof(struct flow_terms, negation)}, {"repair", offsetof(struct flow_terms, repair)},
        {"question", offsetof(struct flow_terms, question)}, {"note-back", offsetof(struct flow_terms, note_back)},
        {"step-word", offsetof(struct flow_terms, step_word)},
    };
    struct word_file f = word_file_open(a, b, "vocabulary/flow.yaml", NULL, faults);
    struct flow_terms *t = arena_alloc(a, sizeof *t);
    word_file_sets(&f, f.root, lists, COUNT(lists), t);
    return t;
}

struct reading_words {
    struct arena *a;
    const struct knowledge *k;
    const struct flow_terms *terms;
    struct sop *sop;
    const struct texts *texts;
    struct lexemes t;        /* the text at hand; its words belong to `texts` */
    struct graph performs;
    struct wordmap numbers; /* of the steps, to their index */
    size_t executors, *unknown_before, *unknown_after;
};

/* Who performs which step: the steps of each executor in their order, and the steps whose executor nobody can tell. */
static void index_steps(struct reading_words *r)
{
    struct sop *sop = r->sop;
    size_t n = sop->steps.n, count = 0, pairs = 0;
    for (size_t t = 0; t < sop->tables.n; t++)
        for (size_t k = 0; k < sop->tables.v[t].actors.n; k++)
            if (sop->tables.v[t].actors.v[k].identity != NO_INDEX && sop->tables.v[t].actors.v[k].identity >= count)
                count = sop->tables.v[t].actors.v[k].identity + 1;
    for (size_t i = 0; i < n; i++) pairs += sop->steps.v[i].performers.n;
    struct edge *edges = arena_alloc(r->a, (pairs + 1) * sizeof *edges); /* executor -> step, as a graph of two sorts of nodes */
    size_t m = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < sop->steps.v[i].performers.n; k++) {
            size_t who = performer_identity(sop, &sop->steps.v[i], k);
            if (who != NO_INDEX) edges[m++] = (struct edge){who, count + i};
        }
    r->executors = count;
    r->performs = graph_make(r->a, count + n, edges, m);
    r->unknown_before = arena_alloc(r->a, (n + 1) * sizeof(size_t));
    r->unknown_after = arena_alloc(r->a, (n + 1) * sizeof(size_t));
    for (size_t i = 0, last = NO_INDEX; i < n; i++) {
        r->unknown_before[i] = last;
        if (!executors_known(sop, sop->steps.v[i].table)) last = i;
    }
    for (size_t i = n, next = NO_INDEX; i-- > 0;) {
        r->unknown_after[i] = next;
        if (!executors_known(sop, sop->steps.v[i].table)) next = i;
    }
}

/* The step of that executor nearest to step i on the side asked for; NO_INDEX when there is none, *uncertain when one of unknown
 * executor might be nearer. */
static size_t nearest(const struct reading_words *r, size_t i, size_t identity, bool back, bool *uncertain)
{
    if (identity >= r->executors) return *uncertain = true, NO_INDEX;
    const struct graph *g = &r->performs;
    size_t lo = g->out_first[identity], hi = g->out_first[identity + 1], end = hi, begin = lo;
    while (lo < hi) { /* the first of his steps behind i */
        size_t mid = lo + (hi - lo) / 2;
        if (g->edges[g->out[mid]].to - r->executors <= i) lo = mid + 1;
        else hi = mid;
    }
    size_t found = NO_INDEX;
    if (!back && lo < end) found = g->edges[g->out[lo]].to - r->executors;
    while (back && lo > begin && found == NO_INDEX) {
        size_t step = g->edges[g->out[--lo]].to - r->executors;
        if (step < i) found = step;
    }
    size_t blind = back ? r->unknown_before[i] : r->unknown_after[i];
    if (blind != NO_INDEX && (found == NO_INDEX || (back ? blind > found : blind < found))) return *uncertain = true, NO_INDEX;
    return found;
}

static struct flow_exit *add_exit(struct arena *a, struct step *s, enum origin origin, struct str text, struct place place, bool back, size_t target)
{
    struct flow_exit *x = ARENA_PUSH(a, &s->exits);
    x->item.text = text;
    x->item.place = place;
    x->origin = origin;
    x->back = back;
    x->target = target;
    return x;
}

static struct str phrase(const struct lexemes *t, struct str text, size_t from, size_t to)
{
    return from < to && to <= t->n ? str_slice(text, t->v[from].begin, t->v[to - 1].end) : STR_ABSENT;
}

/* Tokens [from, to) of the clause that a condition opens: up to the next condition or the end of the sentence. */
static size_t clause_end(const struct reading_words *r, size_t from)
{
    size_t i = from + 1;
    while (i < r->t.n && r->t.v[i].before != ';' && r->t.v[i].before != '\n' && !(r->t.v[i].w->verb & VERB_CONDITION)) i++;
    return i;
}

static bool clause_has(const struct reading_words *r, const struct wordset *w, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (wordset_has(w, r->t.v[i].low)) return true;
    return false;
}

static bool performed_by(const struct sop *sop, size_t step, size_t identity)
{
    const struct step *s = &sop->steps.v[step];
    for (size_t k = 0; k < s->performers.n; k++)
        if (performer_identity(sop, s, k) == identity) return true;
    return false;
}

/* That executor performs the step or one right behind it: a handover may go by somebody's desk. */
static bool comes_to(const struct sop *sop, size_t step, size_t identity)
{
    const struct step *s = &sop->steps.v[step];
    bool declared = false, found = performed_by(sop, step, identity);
    for (size_t k = 0; k < s->exits.n && k < WAYS_COMPARED; k++) {
        const struct flow_exit *x = &s->exits.v[k];
        if (x->origin != ORIGIN_DECLARED) continue;
        declared = true;
        found |= x->target < sop->steps.n && performed_by(sop, x->target, identity);
    }
    return found || (!declared && step + 1 < sop->steps.n && performed_by(sop, step + 1, identity));
}

/* The wording names who gets the work; do the declared ways of a decision lead there? Asked only where none of them ends the flow, where
 * every target has a known executor, and where the one that is named has a step other than this. */
static void compare_with_declared(struct reading_words *r, size_t i, const struct handover *h, size_t ways, struct flow_exit *worded)
{
    const struct sop *sop = r->sop;
    const struct step *s = &sop->steps.v[i];
    if (h->to.standing != OFFICE_NAMED || h->to.identity >= r->executors || ways < 2 || ways > WAYS_COMPARED) return;
    if (r->performs.out_first[h->to.identity] == r->performs.out_first[h->to.identity + 1] || performed_by(sop, i, h->to.identity)) return;
    bool agrees = false;
    struct buf targets = BUF_INIT;
    for (size_t k = 0; k < ways; k++) {
        const struct flow_exit *x = &s->exits.v[k];
        if (x->target >= sop->steps.n || !sop->steps.v[x->target].performers.n) {
            buf_free(&targets);
            return;
        }
        agrees |= comes_to(sop, x->target, h->to.identity);
        if (targets.n) buf_z(&targets, ", ");
        buf_str(&targets, x->item.text);
    }
    fact_bool(r->a, &worded->item, F_bertentangan, !agrees);
    fact_set(r->a, &worded->item, F_jabatan, h->to.column);
    fact_set(r->a, &worded->item, F_tujuan_dinyatakan, arena_str(r->a, buf_view(&targets)));
    buf_free(&targets);
}

/* One handing over: an exit, and whether anybody is there to receive it. */
static bool hand_on(struct reading_words *r, size_t i, const struct handover *h, size_t declared, bool *uncertain)
{
    struct step *s = &r->sop->steps.v[i];
    bool rejects = h->condition != NO_INDEX && clause_has(r, &r->terms->negation, h->condition, h->verb);
    bool back = h->kind == HANDOVER_RETURN || rejects;
    bool unsure = false;
    size_t target = h->to.standing == OFFICE_NAMED ? nearest(r, i, h->to.identity, back, &unsure) : NO_INDEX;
    struct str text = phrase(&r->t, s->activity.text, h->condition != NO_INDEX ? h->condition : h->verb, h->to.last);
    if (back || h->condition != NO_INDEX) {
        struct flow_exit *x = add_exit(r->a, s, ORIGIN_WORDED, text, s->activity.place, back, target);
        compare_with_declared(r, i, h, declared, x);
        if (h->condition != NO_INDEX) x->label = phrase(&r->t, s->activity.text, h->condition, h->verb);
    }
    bool expected = h->purpose || h->condition != NO_INDEX;
    if (h->to.standing == OFFICE_UNCERTAIN) return true;
    if (!back && i + 1 == r->sop->steps.n) return !(h->purpose && h->kind != HANDOVER_ORDER); /* nobody comes after the last step */
    if (h->to.standing != OFFICE_NAMED || !expected) return true;
    if (unsure) return *uncertain = true, true;
    return target != NO_INDEX || h->kind == HANDOVER_ORDER;
}

/* Whether the words before a step's number say that the flow leads there: "lanjut ke langkah 4", "ke nomor 7". */
static bool leads(const struct reading_words *r, size_t word)
{
    return word > 0 && str_eq(r->t.v[word - 1].low, STR("ke"));
}

/* "kembali ke", "kembali pada" among the words. */
static bool goes_back(const struct reading_words *r, size_t from, size_t to)
{
    for (size_t k = from; k + 1 < to; k++)
        if (str_eqz(r->t.v[k].low, "kembali") && (str_eqz(r->t.v[k + 1].low, "ke") || str_eqz(r->t.v[k + 1].low, "pada"))) return true;
    return false;
}

/* The word stands in a clause for what was refused: "jika tidak sesuai …". */
static bool refused(const struct reading_words *r, size_t word)
{
    for (size_t k = word; k-- > 0 && word - k < CLAUSE_WORDS && r->t.v[k + 1].before != ';' && r->t.v[k + 1].before != '\n';)
        if (r->t.v[k].w->verb & VERB_CONDITION) return clause_has(r, &r->terms->negation, k, word);
    return false;
}

/* "Jika tidak lengkap, kembali ke langkah 2", "jika tidak ke langkah 2", "bila tidak sesuai, ulangi dari langkah 2": a way back that names the step. */
static bool back_to_step(struct reading_words *r, size_t i)
{
    struct step *s = &r->sop->steps.v[i];
    for (size_t k = 1; k + 1 < r->t.n; k++) {
        if (!wordset_has(&r->terms->step_word, r->t.v[k].low)) continue;
        const uint32_t *step = wordmap_get(&r->numbers, r->t.v[k + 1].low);
        size_t from = k > BACK_WORDS ? k - BACK_WORDS : 0;
        if (!step || *step >= i) continue;
        if (!goes_back(r, from, k) && !(refused(r, k) && (leads(r, k) || clause_has(r, &r->terms->repair, from, k)))) continue;
        add_exit(r->a, s, ORIGIN_WORDED, phrase(&r->t, s->activity.text, from, k + 2), s->activity.place, true, *step);
        return true;
    }
    return false;
}

/* "jika tidak sesuai diperbaiki", "kembali ke langkah sebelumnya": a way back that names nobody. */
static void bare_conditions(struct reading_words *r, size_t i, bool told)
{
    struct step *s = &r->sop->steps.v[i];
    size_t conditions = 0;
    bool rejects = false;
    for (size_t k = 0; k < r->t.n; k++) {
        if (!(r->t.v[k].w->verb & VERB_CONDITION)) continue;
        size_t end = clause_end(r, k);
        conditions++;
        bool negative = clause_has(r, &r->terms->negation, k, end);
        rejects |= negative;
        bool returns = clause_has(r, &r->terms->repair, k, end);
        for (size_t j = k; j < end; j++) returns |= (r->t.v[j].w->kind & VERB_RETURN) != 0 || (j + 1 < end && str_eqz(r->t.v[j].low, "kembali") && leads(r, j + 2));
        if (negative && returns && !told)
            add_exit(r->a, s, ORIGIN_WORDED, phrase(&r->t, s->activity.text, k, end), s->activity.place, true, NO_INDEX), told = true;
    }
    bool asks = clause_has(r, &r->terms->question, 0, r->t.n);
    fact_bool(r->a, &s->activity, F_pilihan, asks || (conditions > 1 && rejects));
}

static void activity(struct reading_words *r, size_t i)
{
    struct step *s = &r->sop->steps.v[i];
    if (str_blank(s->activity.text)) return;
    const struct handovers *handovers = &r->texts->steps[i].handovers;
    r->t = r->texts->v[r->texts->steps[i].activity].words;
    size_t before = s->exits.n, declared = 0; /* the declared ones come first */
    while (declared < before && s->exits.v[declared].origin == ORIGIN_DECLARED) declared++;
    bool uncertain = false, received = true, handed = false;
    for (size_t k = 0; k < handovers->n; k++) {
        const struct handover *h = &handovers->v[k];
        bool good = hand_on(r, i, h, declared, &uncertain);
        handed = true;
        if (!good && received) {
            struct str whom = phrase(&r->t, s->activity.text, h->to.first, h->to.last);
            fact_child(r->a, &s->activity, F_penyerahan_buntu, whom, s->activity.place);
        }
        received &= good;
    }
    bool back = false;
    for (size_t k = before; k < s->exits.n; k++) back |= s->exits.v[k].back;
    bare_conditions(r, i, back_to_step(r, i) || back);
    fact_bool(r->a, &s->activity, F_menyerahkan, handed);
    if (!handed) return;
    if (received && uncertain) fact_unknown(r->a, &s->activity, F_penyerahan_diterima, W_reason_symbols_unread);
    else fact_bool(r->a, &s->activity, F_penyerahan_diterima, received);
}

/* "Panah balikan menandakan konsep perlu perbaikan"; "jika lengkap, lanjut ke langkah 4; jika tidak, kembali ke langkah 2". */
static void note(struct reading_words *r, size_t i)
{
    struct step *s = &r->sop->steps.v[i];
    size_t at = 0, exits = s->exits.n;
    if (str_blank(s->note.text)) return;
    bool back = wordset_search(&r->terms->note_back, s->note.text, &at).p != NULL;
    r->t = r->texts->v[r->texts->steps[i].note].words;
    for (size_t k = 0; k + 1 < r->t.n && s->exits.n < exits + NOTED_MAX; k++) {
        if (!wordset_has(&r->terms->step_word, r->t.v[k].low)) continue;
        const uint32_t *step = wordmap_get(&r->numbers, r->t.v[k + 1].low);
        if (!step || !(*step < i ? back : leads(r, k))) continue;
        add_exit(r->a, s, ORIGIN_NOTED, s->note.text, s->note.place, *step < i, *step);
    }
    if (back && s->exits.n == exits) add_exit(r->a, s, ORIGIN_NOTED, s->note.text, s->note.place, true, NO_INDEX);
}

struct labels_seen {
    const struct performer *yes, *no;
};

static struct labels_seen labels_of(const struct step *s)
{
    struct labels_seen l = {NULL, NULL};
    for (size_t k = 0; k < s->performers.n; k++) {
        if (s->performers.v[k].mark == MARK_YES) l.yes = &s->performers.v[k];
        if (s->performers.v[k].mark == MARK_NO) l.no = &s->performers.v[k];
    }
    return l;
}

static void draw(struct reading_words *r, size_t i, const struct performer *p, bool back)
{
    const struct sop *sop = r->sop;
    struct step *s = &r->sop->steps.v[i];
    size_t identity = NO_INDEX;
    bool unsure = false;
    if (p->actor != NO_INDEX) identity = sop->tables.v[s->table].actors.v[p->actor].identity;
    size_t target = nearest(r, i, identity, back, &unsure);
    if (target == NO_INDEX && !back && i + 1 < sop->steps.n) target = i + 1;
    add_exit(r->a, s, ORIGIN_DRAWN, p->item.text, p->item.place, back, target)->label = p->item.text;
}

/* A label that the row above still lacks belongs to the decision above: its arrow leads down into this row. */
static void labels(struct reading_words *r)
{
    struct labels_seen open = {NULL, NULL}; /* of the row above */
    for (size_t i = 0; i < r->sop->steps.n; i++) {
        struct labels_seen l = labels_of(&r->sop->steps.v[i]);
        bool decides = r->sop->steps.v[i].symbol == MARK_DECISION;
        if (i > 0 && open.no && !open.yes && l.yes && !(decides && !l.no)) {
            draw(r, i - 1, l.yes, false);
            if (!l.no) l.yes = NULL;
        } else if (i > 0 && open.yes && !open.no && l.no && !l.yes && !decides) {
            draw(r, i - 1, l.no, true);
            l.no = NULL;
        } else if (l.yes) {
            draw(r, i, l.yes, false);
        }
        if (l.no) draw(r, i, l.no, true);
        open = l;
    }
}

void flow_words(struct arena *a, struct analyst *x, struct sop *sop)
{
    struct reading_words r = {.a = a, .k = x->k, .terms = x->k->flow_terms, .sop = sop, .texts = x->texts};
    if (sop->partial) return;
    index_steps(&r);
    labels(&r);
    struct lexemes number = {0};
    for (size_t i = sop->steps.n; i-- > 0;) { /* of several steps with a number the first */
        lexemes_split(a, &number, sop->steps.v[i].number.text);
        if (number.n == 1) *wordmap_put(a, &r.numbers, arena_str(a, number.v[0].low)) = (uint32_t)i;
    }
    for (size_t i = 0; i < sop->steps.n; i++) {
        activity(&r, i);
        note(&r, i);
    }
}
