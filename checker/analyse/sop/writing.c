/* The document as a piece of writing: one form for a term, lists that count, sentences that end, nothing left over from another document. */
#include "base/chars.h"
#include "analyse/analyst.h"
#include "domain/paper.h"
#include "domain/region.h"
#include "language/lexicon.h"
#include "analyse/texts.h"
#include "analyse/sop/leftover.h"

struct use {                   /* of one form of a term */
    size_t count;
    const struct text *text;   /* where it first stands */
    uint32_t begin, end;
};

struct reading {
    const struct knowledge *k;
    struct document *d;
    struct sop *s;
    struct paper title;
    const struct lexemes *t;   /* the text being read */
    struct use **uses;         /* by term and form */
    struct regions regions;    /* the document's own regencies and cities */
    const struct plan *plan;   /* that the title names */
};

/* ---- BH002: forms of a term ---------------------------------------------------------------------------------- */

/* In a text of capitals, LKjIP and LKJIP look the same: such a form says nothing there. */
static bool hidden_by_capitals(const struct term *term, struct str form)
{
    for (size_t i = 0; i < term->n; i++)
        if (!str_eq(term->forms[i], form) && str_ieq(term->forms[i], form)) return true;
    return false;
}

static void count_forms(struct reading *r, const struct text *text)
{
    const struct lexicon *l = r->k->lexicon;
    bool upper = text_upper(r->t);
    for (size_t k = 0; k < r->t->n; k++) {
        const struct lexeme *word = &r->t->v[k];
        if (!(word->w->lexicon & LEXICON_TERM)) continue;
        const uint32_t *at = wordmap_get(&l->forms, word->text);
        if (!at) continue;
        const struct term *term = &l->terms[*at - 1];
        if (upper && hidden_by_capitals(term, word->text)) continue;
        size_t form = 0;
        while (!str_eq(term->forms[form], word->text)) form++;
        struct use *u = &r->uses[*at - 1][form];
        if (!u->count++) *u = (struct use){1, text, word->begin, word->end};
    }
}

static void term_facts(struct arena *a, struct reading *r, const struct term *term, const struct use *uses)
{
    size_t forms = 0, rarest = 0;
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < term->n; i++) {
        if (!uses[i].count) continue;
        if (!forms++ || uses[i].count <= uses[rarest].count) rarest = i;
        buf_printf(&b, "%s%.*s (%zu×)", b.n ? ", " : "", (int)term->forms[i].n, term->forms[i].p, uses[i].count);
    }
    if (forms > 1) {
        const struct use *u = &uses[rarest];
        struct item *x = fact_child(a, &r->s->head, F_istilah, term->forms[rarest], place_of_part(r->d->source, u->text->item, u->begin, u->end));
        fact_set(a, x, F_bentuk_bentuk, arena_str(a, buf_view(&b)));
        fact_int(a, x, F_jumlah, (long long)forms);
    }
    buf_free(&b);
}

/* ---- BH005: sentences that break off --------------------------------------------------------------------------- */

/* "…; dan" before the last item of a list is how lists are written. */
static void cut_off(struct arena *a, struct reading *r, const struct text *text)
{
    if (r->t->n < 2 || !text->last || (r->t->after && r->t->after != '-')) return;
    const struct lexeme *last = &r->t->v[r->t->n - 1];
    if (!(last->w->paper & PAPER_UNFINISHED)) return;
    if ((last->before == ';' || last->before == '/') && text->kind == TEXT_PARAGRAPH) return; /* running text goes on in items of its own */
    struct item *x = fact_child(a, text->owner, F_kalimat_terpotong, last->text, place_of_part(r->d->source, text->item, last->begin, last->end));
    if (text->cut) fact_unknown(a, x, F_terpotong, W_reason_step_cut);
    else fact_bool(a, x, F_terpotong, true);
}

/* ---- BH003: leftovers ------------------------------------------------------------------------------------------ */

void leftover_add(struct arena *a, struct document *d, const struct text *text, const struct lexemes *t, size_t first, size_t last, const char *kind,
                  struct str instead)
{
    uint32_t begin = t->v[first].begin, end = t->v[last].end;
    struct item *x = fact_child(a, text->owner, F_sisa, str_slice(text->item->text, begin, end), place_of_part(d->source, text->item, begin, end));
    fact_set(a, x, F_jenis, str_of(kind));
    fact_set(a, x, F_milik_dokumen, arena_str(a, instead));
}

static void leftover(struct arena *a, struct reading *r, const struct text *text, size_t first, size_t last, const char *kind, struct str instead)
{
    leftover_add(a, r->d, text, r->t, first, last, kind, instead);
}

static void other_regions(struct arena *a, struct reading *r, const struct text *text)
{
    for (size_t i = 0; r->regions.n && i < r->t->n; i++) {
        size_t at = region_at(r->t, i);
        if (at == SIZE_MAX || word_is_common(r->t->v[at].w) || regions_own(&r->regions, r->k->offices, r->t->v[at].low)) continue;
        leftover(a, r, text, i, at, "daerah", r->regions.v[0].printed);
    }
}

/* The plan that begins at token i, by its short or its full name, the longest one. */
static const struct plan *plan_at(const struct papers *p, const struct lexemes *t, size_t i, size_t *last)
{
    const struct plan *best = NULL;
    size_t length = 0;
    for (size_t k = 0; k < p->plan_count; k++) {
        const struct plan *plan = &p->plans[k];
        size_t n = 0;
        while (n < plan->n && i + n < t->n && str_eq(plan->word[n], t->v[i + n].low)) n++;
        size_t reach = n == plan->n ? n : str_eq(plan->name, t->v[i].low) ? 1 : 0;
        if (reach > length) best = plan, length = reach;
    }
    *last = i + length - (length > 0);
    return best;
}

/* "Apabila Renja terlambat, maka …" in an SOP on Renstra: the condition of a warning must be about this SOP's own paper. */
static void other_plan(struct arena *a, struct reading *r, const struct text *text)
{
    size_t i = 0, found = SIZE_MAX, found_last = 0, last;
    while (i < r->t->n && !(r->t->v[i].w->verb & VERB_CONDITION)) i++;
    for (; i < r->t->n && !str_eqz(r->t->v[i].low, "maka"); i = last + 1) {
        const struct plan *plan = plan_at(r->k->papers, r->t, i, &last);
        if (plan == r->plan) return;
        if (plan && found == SIZE_MAX) found = i, found_last = last;
        if (!plan) last = i;
    }
    if (found != SIZE_MAX) leftover(a, r, text, found, found_last, "rencana", r->plan->name);
}

/* "Jika SOP Cuti Pegawai tidak dilaksanakan" in an SOP on reports. */
static void other_procedure(struct arena *a, struct reading *r, const struct text *text)
{
    for (size_t i = 0; i < r->t->n; i++) {
        if (!str_eqz(r->t->v[i].low, "sop")) continue;
        size_t end = i + 1;
        while (end < r->t->n && end - i < 8 && !r->t->v[end].before && (lexeme_capital(&r->t->v[end]) || str_eqz(r->t->v[end].low, "dan"))) end++;
        struct paper p;
        paper_of(r->t, i + 1, end, &p);
        if (paper_head(&p) == NO_INDEX) continue;
        bool shared = false;
        for (size_t k = 0; k < p.n; k++) shared |= paper_has(&r->title, p.key[k]);
        if (!shared) leftover(a, r, text, i, end - 1, "prosedur", r->s->identity.name.text);
    }
}

/* Another plan, named again and again, and once as what comes out or is kept: the document that this one was made from. */
static void plan_throughout(struct arena *a, struct reading *r, const struct texts *texts)
{
    enum { PLACES = 3 };
    size_t places = 0, at = SIZE_MAX, first = 0, end = 0, last;
    for (size_t i = 0; r->plan && i < texts->n; i++) {
        const struct text *text = &texts->v[i];
        bool related = text->kind == TEXT_SECTION && (text->section == SECTION_KETERKAITAN || text->section == SECTION_DASAR_HUKUM);
        if (text->kind == TEXT_TITLE || related) continue;
        bool result = (text->kind == TEXT_NEED && text->output) || (text->kind == TEXT_SECTION && text->section == SECTION_PENCATATAN);
        for (size_t k = 0; k < text->words.n; k = last + 1) {
            const struct plan *plan = plan_at(r->k->papers, &text->words, k, &last);
            if (!plan) last = k;
            if (!plan || plan == r->plan) continue;
            places++;
            if (result && (at == SIZE_MAX || texts->v[at].kind == TEXT_SECTION)) at = i, first = k, end = last;
            break;
        }
    }
    if (places < PLACES || at == SIZE_MAX) return;
    r->t = &texts->v[at].words;
    leftover(a, r, &texts->v[at], first, end, "rencana-lain", r->plan->name);
}

/* The period of a title: "Laporan Triwulanan"; NO_INDEX: none, or more than one. */
static size_t period_of(const struct papers *p, const struct lexemes *t)
{
    size_t found = NO_INDEX;
    for (size_t i = 0; i < t->n; i++) {
        const uint32_t *at = wordmap_get(&p->periods, t->v[i].low);
        if (!at) continue;
        if (found != NO_INDEX && !str_eq(p->period_names[*at], p->period_names[found])) return NO_INDEX;
        found = *at;
    }
    return found;
}

/* The title's period nowhere but there, and another one in at least two places. */
static void other_period(struct arena *a, struct reading *r, const struct texts *texts)
{
    const struct papers *p = r->k->papers;
    size_t own = period_of(p, &texts->v[texts->title].words), places = 0, at = SIZE_MAX, word = 0;
    for (size_t i = 0; own != NO_INDEX && i < texts->n; i++) {
        const struct text *text = &texts->v[i];
        if (text->kind == TEXT_TITLE || (text->kind == TEXT_SECTION && text->section == SECTION_KETERKAITAN)) continue;
        for (size_t k = 0; k < text->words.n; k++) {
            const uint32_t *other = wordmap_get(&p->periods, text->words.v[k].low);
            if (!other) continue;
            if (str_eq(p->period_names[*other], p->period_names[own])) return;
            if (!places++) at = i, word = k;
        }
    }
    if (places < 2) return;
    r->t = &texts->v[at].words;
    leftover(a, r, &texts->v[at], word, word, "periode", p->period_names[own]);
}

static void leftovers(struct arena *a, struct reading *r, const struct text *text)
{
    other_regions(a, r, text);
    if (text->kind != TEXT_SECTION || text->section != SECTION_PERINGATAN || paper_head(&r->title) == NO_INDEX) return;
    if (r->plan) other_plan(a, r, text);
    other_procedure(a, r, text);
}

static void read_title(struct reading *r, const struct lexemes *t)
{
    size_t last;
    paper_of(t, 0, t->n, &r->title);
    for (size_t i = 0; i < t->n; i++) {
        const struct plan *plan = plan_at(r->k->papers, t, i, &last);
        if (plan && r->plan && plan != r->plan) {
            r->plan = NULL; /* about two papers: neither is out of place */
            return;
        }
        if (plan) r->plan = plan, i = last;
    }
}

/* ---- BH004: numbered lists ------------------------------------------------------------------------------------- */

unsigned marker_number(struct str marker, char *kind)
{
    unsigned n = 0;
    size_t i = 0;
    while (i < marker.n && (marker.p[i] == '(' || marker.p[i] == ' ')) i++;
    size_t from = i;
    while (i < marker.n && is_digit(marker.p[i]) && i - from < 4) n = n * 10 + (unsigned)(marker.p[i++] - '0');
    *kind = '1';
    if (i == from && i < marker.n) {
        char c = marker.p[i++];
        *kind = is_lower(c) ? 'a' : is_upper(c) ? 'A' : 0;
        n = *kind ? (unsigned)(c - *kind) + 1 : 0;
    }
    while (i < marker.n && (marker.p[i] == '.' || marker.p[i] == ')' || marker.p[i] == ' ')) i++;
    return i == marker.n ? n : 0;
}

static void numbering_facts(struct arena *a, struct section *s)
{
    unsigned last[128] = {0};
    size_t numbered = 0;
    const char *wrong = NULL;
    size_t at = 0;
    for (size_t i = 0; i < s->markers.n && i < s->items.n; i++) {
        char kind;
        unsigned n = marker_number(str_trim(s->markers.v[i].text), &kind);
        if (!n) continue;
        numbered++;
        unsigned before = last[(unsigned char)kind];
        if (kind == '1') last['a'] = last['A'] = 0;
        last[(unsigned char)kind] = n;
        if (wrong) continue;
        if (str_blank(s->items.v[i].text)) wrong = "kosong";
        else if (n == before) wrong = "berulang";
        else if (n != before + 1 && n != 1) wrong = n > before ? "meloncat" : "mundur";
        if (wrong) at = i;
    }
    if (numbered < 2) return;
    fact_set(a, &s->head, F_penomoran, wrong ? str_of(wrong) : STR("urut"));
    if (!wrong) return;
    struct item *x = fact_child(a, &s->head, F_nomor_keliru, str_trim(s->markers.v[at].text), s->markers.v[at].place);
    fact_set(a, &s->head, F_nomor_pertama_keliru, x->text);
}

/* ---- the analysis ---------------------------------------------------------------------------------------------- */

void analyse_language(struct arena *a, struct analyst *x, struct document *d)
{
    struct reading r = {.k = x->k, .d = d, .s = d->sop};
    const struct identity *id = &d->sop->identity;
    const struct str own[] = {id->agency.text, id->unit.text, id->approval.office.text, d->sop->signature.office.text};
    const struct lexicon *l = x->k->lexicon;
    r.uses = arena_alloc(a, (l->term_count + 1) * sizeof *r.uses);
    for (size_t i = 0; i < l->term_count; i++) r.uses[i] = arena_alloc(a, (l->terms[i].n + 1) * sizeof **r.uses);
    regions_add(a, &r.regions, x->words, own, COUNT(own));
    read_title(&r, &x->texts->v[x->texts->title].words);
    for (size_t i = 0; i < x->texts->n; i++) {
        const struct text *text = &x->texts->v[i];
        r.t = &text->words;
        if (!r.t->n) continue;
        count_forms(&r, text);
        cut_off(a, &r, text);
        leftovers(a, &r, text);
    }
    plan_throughout(a, &r, x->texts);
    other_period(a, &r, x->texts);
    other_agency(a, x, d);
    for (size_t i = 0; i < l->term_count; i++) term_facts(a, &r, &l->terms[i], r.uses[i]);
    for (int i = 0; i < SECTION_COUNT; i++) numbering_facts(a, &d->sop->sections[i]);
}
