/* The first words of an activity. */
#include <string.h>

#include "base/chars.h"
#include "analyse/analyst.h"
#include "analyse/sop/beginning.h"

size_t first_word(const struct lexemes *t)
{
    size_t i = 0;
    while (i < t->n && (lexeme_number(&t->v[i]) || (t->v[i].text.n == 1 && (i + 1 >= t->n || t->v[i + 1].before)))) i++;
    return i < t->n ? i : 0;
}

enum verb_form form_at(const struct morphology *m, const struct lexemes *t, size_t i)
{
    const struct lexeme *k = &t->v[i];
    static const char *const prefixes[] = {"me", "mem", "men", "meng", "meny"};
    enum verb_form form = (enum verb_form)k->w->form;
    if (form != FORM_UNKNOWN || k->low.n > 4 || i + 1 >= t->n || lexeme_capital(&t->v[i + 1])) return form;
    if (t->v[i + 1].before && t->v[i + 1].before != '-') return form;
    for (size_t p = 0; p < COUNT(prefixes); p++)
        if (str_eqz(k->low, prefixes[p])) return FORM_ACTIVE;
    if (str_eqz(k->low, "di")) {
        char joined[48];
        struct str next = t->v[i + 1].low;
        if (next.n + 2 > sizeof joined) return form;
        memcpy(joined, "di", 2);
        memcpy(joined + 2, next.p, next.n);
        if (verb_form(m, (struct str){joined, next.n + 2}) == FORM_PASSIVE) return FORM_PASSIVE;
    }
    return form;
}

struct str capital_like(struct arena *a, struct str verb, const struct lexeme *model)
{
    char *p = arena_strz(a, verb);
    size_t n = lexeme_upper(model) ? verb.n : lexeme_capital(model) ? 1 : 0;
    for (size_t i = 0; i < n; i++)
        p[i] = upper_of(p[i]);
    return (struct str){p, verb.n};
}

/* "Analisa dan Pengolahan Data": both nouns become verbs. */
static struct str suggest(struct arena *a, const struct morphology *m, const struct lexemes *t, size_t i)
{
    struct str verb = verb_active(a, m, t->v[i].low), second = STR_ABSENT;
    if (!verb.p) return verb;
    verb = capital_like(a, verb, &t->v[i]);
    if (i + 2 < t->n && (str_eqz(t->v[i + 1].low, "dan") || str_eqz(t->v[i + 1].low, "serta")) && t->v[i + 2].w->form == FORM_ACT)
        second = verb_active(a, m, t->v[i + 2].low);
    return second.p ? arena_printf(a, "%.*s %.*s %.*s", (int)verb.n, verb.p, (int)t->v[i + 1].text.n, t->v[i + 1].text.p, (int)second.n, second.p) : verb;
}

/* The token of the verb behind a subject that ends before token `at`, modal words passed over; NO_INDEX when no verb follows. */
static size_t verb_behind(const struct morphology *m, const struct lexemes *t, size_t at)
{
    size_t verb = at;
    while (verb < t->n && verb - at < 3 && !t->v[verb].before && t->v[verb].w->verb & VERB_MODAL) verb++;
    return verb < t->n && !t->v[verb].before && form_at(m, t, verb) == FORM_ACTIVE ? verb : NO_INDEX;
}

/* Who acts is named before the verb: "Kasubbag Umum menyusun", "Kasi/Kasubbag menyusun", "Petugas loket menerima". */
static bool begins_with_subject(const struct knowledge *k, const struct office_columns *c, const struct lexemes *t, size_t i, struct beginning *b)
{
    struct office_mention who, next;
    if (!office_at(k->offices, c, t, i, &who)) return false;
    while (who.last < t->n) {
        bool joint = str_eqz(t->v[who.last].low, "dan") || str_eqz(t->v[who.last].low, "atau");
        if (!joint && t->v[who.last].before != '/' && t->v[who.last].before != ',') break;
        if (!office_at(k->offices, c, t, who.last + joint, &next)) break;
        who.last = next.last;
        who.standing = OFFICE_UNCERTAIN;
    }
    size_t verb = verb_behind(k->morphology, t, who.last);
    /* A capital at the beginning says nothing, so that the name may go on in lower case. */
    for (size_t more = 1; verb == NO_INDEX && more <= 2 && who.last < t->n && !t->v[who.last].before && t->v[who.last].w->form != FORM_PASSIVE; more++) {
        if (t->v[who.last].w->verb & (VERB_LEAD_IN | VERB_PURPOSE | VERB_TOWARDS)) break;
        verb = verb_behind(k->morphology, t, ++who.last);
    }
    if (verb == NO_INDEX) return false;
    b->form = "subjek";
    b->word = verb;
    b->subject = who;
    return true;
}

/* The first verb from token i on, to the end of the sentence or the next condition; t->n when there is none. */
static size_t next_verb(const struct morphology *m, const struct lexemes *t, size_t i)
{
    for (size_t from = i; i < t->n; i++) {
        if (i > from && (t->v[i].before == ';' || t->v[i].before == '\n' || t->v[i].w->verb & (VERB_CONDITION | VERB_PURPOSE))) return t->n;
        enum verb_form f = form_at(m, t, i);
        if (f == FORM_ACTIVE || f == FORM_PASSIVE) return i;
        if (str_eqz(t->v[i].low, "yang")) return t->n;
    }
    return t->n;
}

/* "dilakukan evaluasi": the act that is done, not the doing, is the verb to suggest. */
static struct str suggest_for_passive(struct arena *a, const struct morphology *m, const struct lexemes *t, size_t i)
{
    size_t last = str_eqz(t->v[i].low, "di") ? i + 1 : i;
    struct str root = last == i ? str_slice(t->v[i].low, 2, t->v[i].low.n) : t->v[last].low;
    bool empty = str_eqz(root, "lakukan") || str_eqz(root, "laksanakan") || str_eqz(root, "adakan");
    if (empty && last + 1 < t->n && t->v[last + 1].w->form == FORM_ACT) return suggest(a, m, t, last + 1);
    return last == i ? suggest(a, m, t, i) : STR_ABSENT;
}

static void passive(struct arena *a, const struct morphology *m, const struct lexemes *t, size_t i, const struct lexeme *model, struct beginning *b)
{
    struct str verb = suggest_for_passive(a, m, t, i);
    b->form = "pasif";
    b->word = i;
    if (verb.p) b->suggestion = capital_like(a, verb, model);
}

/* "Setelah disetujui, mencetak …": the main clause decides, behind the comma if there is one. */
static void after_lead_in(struct arena *a, const struct morphology *m, const struct lexemes *t, size_t i, struct beginning *b)
{
    size_t from = i + 1;
    bool comma = false;
    for (size_t k = from; k < t->n && !comma; k++)
        if (t->v[k].before == ',') from = k, comma = true;
    size_t last_passive = NO_INDEX;
    for (size_t k = from; k < t->n && !(k > from && t->v[k].w->verb & VERB_PURPOSE); k++) {
        enum verb_form f = form_at(m, t, k);
        if (f == FORM_PASSIVE && comma) break;
        if (f == FORM_ACTIVE || (f == FORM_BASE && comma)) {
            if (last_passive == NO_INDEX) b->form = "aktif", b->word = k;
            return;
        }
        if (f == FORM_PASSIVE) last_passive = k;
    }
    for (size_t k = from; comma && last_passive == NO_INDEX && k < t->n; k++)
        if (form_at(m, t, k) == FORM_PASSIVE) last_passive = k;
    if (last_passive != NO_INDEX) passive(a, m, t, last_passive, &t->v[i], b);
}

struct beginning beginning_of(struct arena *a, const struct knowledge *k, const struct office_columns *c, const struct lexemes *t)
{
    const struct morphology *m = k->morphology;
    struct beginning b = {.word = first_word(t)};
    size_t i = b.word;
    if (i >= t->n) return b;
    enum verb_form form = form_at(m, t, i);
    if (form == FORM_ACTIVE || form == FORM_BASE) b.form = form == FORM_ACTIVE ? "aktif" : "dasar";
    else if (begins_with_subject(k, c, t, i, &b)) return b;
    else if (form == FORM_PASSIVE) passive(a, m, t, i, &t->v[i], &b);
    else if (form == FORM_ACT) {
        b.form = "benda";
        b.suggestion = suggest(a, m, t, i);
    } else if (form == FORM_THING) {
        size_t verb = next_verb(m, t, i + 1);
        if (verb < t->n && form_at(m, t, verb) == FORM_PASSIVE) passive(a, m, t, verb, &t->v[i], &b);
        else b.form = "benda";
    } else if (t->v[i].w->verb & VERB_LEAD_IN) after_lead_in(a, m, t, i, &b);
    else if (i + 1 < t->n && !t->v[i + 1].before && form_at(m, t, i + 1) == FORM_PASSIVE) passive(a, m, t, i + 1, &t->v[i], &b);
    return b;
}
