/* Who receives what: verb, addressee, condition and purpose, as the words of one activity have them. */
#include "analyse/analyst.h"
#include "analyse/handover.h"

/* How far before "kepada" its verb may stand, in words: "menyerahkan hard copy dan soft copy laporan kepada …". */
enum { REACH = 14 };

static bool kind_of(uint32_t flags, enum handover_kind *kind)
{
    if (flags & VERB_RETURN) *kind = HANDOVER_RETURN;
    else if (flags & VERB_GIVE) *kind = HANDOVER_GIVE;
    else if (flags & VERB_ORDER) *kind = HANDOVER_ORDER;
    else if (flags & VERB_DELIVER) *kind = HANDOVER_DELIVER;
    else return false;
    return true;
}

/* (A full stop may be that of an abbreviation.) */
static bool sentence_ends(char mark) { return mark == ';' || mark == '\n'; }

static bool verb_before(const struct lexemes *t, size_t at, struct handover *h)
{
    for (size_t i = at; i-- > 0 && at - i <= REACH;) {
        if (kind_of(t->v[i].w->kind, &h->kind)) {
            h->verb = i;
            return true;
        }
        if (sentence_ends(t->v[i].before)) return false;
    }
    return false;
}

static size_t condition_before(const struct lexemes *t, size_t verb)
{
    for (size_t i = verb + 1; i-- > 0 && verb - i <= REACH;) {
        if (t->v[i].w->verb & VERB_CONDITION) return i;
        if (i < verb && sentence_ends(t->v[i + 1].before)) break;
    }
    return NO_INDEX;
}

static bool purpose_behind(const struct lexemes *t, size_t at)
{
    return at + 1 < t->n && t->v[at].w->verb & VERB_PURPOSE && !sentence_ends(t->v[at].before) && t->v[at + 1].w->form != FORM_THING;
}

static bool joins(const struct lexeme *t) { return str_eqz(t->low, "dan") || str_eqz(t->low, "serta") || str_eqz(t->low, "atau"); }

/* The offices from token `at` on: one, or several joined by "dan". Gives the token behind them. */
static size_t receivers(struct arena *a, const struct knowledge *k, const struct office_columns *c, const struct lexemes *t, size_t at,
                        struct handover h, struct handovers *out)
{
    size_t first = out->n;
    while (office_at(k->offices, c, t, at, &h.to)) {
        *ARENA_PUSH(a, out) = h;
        at = h.to.last;
        if (at >= t->n) break;
        size_t next = joins(&t->v[at]) ? at + 1 : t->v[at].before == ',' || t->v[at].before == '/' ? at : NO_INDEX;
        if (next == NO_INDEX || next >= t->n || t->v[next].w->form == FORM_PASSIVE) break;
        at = next;
    }
    /* "kepada Irban dan Kasubbag untuk diperbaiki": the purpose is of both. */
    for (size_t i = first; i < out->n; i++) out->v[i].purpose = purpose_behind(t, out->v[out->n - 1].to.last);
    return at;
}

void handovers_find(struct arena *a, const struct knowledge *k, const struct office_columns *c, const struct lexemes *t, struct handovers *out)
{
    out->n = 0;
    for (size_t i = 0; i < t->n;) {
        struct handover h = {.condition = NO_INDEX};
        const struct entry *w = t->v[i].w;
        bool addressed = w->verb & VERB_TOWARDS && verb_before(t, i, &h);
        bool ordered = !addressed && w->kind & VERB_ORDER && kind_of(w->kind, &h.kind) && h.kind == HANDOVER_ORDER;
        i++;
        if (!addressed && !ordered) continue;
        if (ordered) h.verb = i - 1;
        h.condition = condition_before(t, h.verb);
        size_t behind = receivers(a, k, c, t, i, h, out);
        if (behind > i) i = behind;
    }
}
