/* Papers from step to step: where kelengkapan comes from, which outputs go on; procedures that the document names. */
#include "analyse/analyst.h"
#include "domain/paper.h"
#include "analyse/texts.h"

enum {
    RELATED_MAX = 256       /* related procedures that a mention is looked for among */
};

struct step_papers {
    struct paper activity, output;
    struct paper *requirements;
};

struct flow_of_papers {
    const struct knowledge *k;
    struct document *d;
    struct sop *s;
    struct wordbook *words;
    const struct texts *texts;
    struct step_papers *steps;
    struct paper title, *related;
    uint32_t mark;          /* of the words in the set at hand */
};

static void whole(const struct flow_of_papers *f, size_t text, struct paper *out)
{
    const struct lexemes *t = &f->texts->v[text].words;
    paper_of(t, 0, t->n, out);
}

/* ---- MB003: where kelengkapan comes from --------------------------------------------------------------------- */

static void see(const struct flow_of_papers *f, const struct paper *p)
{
    for (size_t i = 0; i < p->n; i++) p->key[i]->mark = f->mark;
}

static bool sourced(const struct flow_of_papers *f, const struct paper *p)
{
    size_t head = paper_head(p);
    if (head == NO_INDEX) return true;
    for (size_t i = 0; i <= head; i++)
        if (p->flags[i] & PAPER_OUTSIDE) return true;
    return p->key[head]->mark == f->mark;
}

/* "Surat pengantar dari desa", "Pagu dari Biro Perencanaan": says itself whom it comes from. */
static bool names_origin(const struct flow_of_papers *f, const struct lexemes *t, size_t from, size_t to)
{
    for (size_t i = from + 1; i + 1 < to; i++)
        if (str_eqz(t->v[i].low, "dari") && (lexeme_capital(&t->v[i + 1]) || office_unit(t->v[i + 1].w, f->k->offices))) return true;
    return false;
}

static bool parts_list(char mark) { return mark == ',' || mark == ';' || mark == '\n'; }

/* "Data, Draft LKjIP, billing rate": each part by itself. The ones without a source, as printed, joined by commas. */
static struct str unsourced(struct arena *a, struct flow_of_papers *f, size_t text)
{
    const struct text *x = &f->texts->v[text];
    const struct lexemes *t = &x->words;
    struct str found = STR_ABSENT;
    for (size_t from = 0, i = 1; i <= t->n; i++) {
        struct paper p;
        if (i < t->n && !parts_list(t->v[i].before)) continue;
        paper_of(t, from, i, &p);
        if (!sourced(f, &p) && !names_origin(f, t, from, i)) {
            struct str part = str_slice(x->item->text, t->v[from].begin, t->v[i - 1].end);
            found = found.p ? arena_printf(a, "%.*s, %.*s", (int)found.n, found.p, (int)part.n, part.p) : arena_str(a, part);
        }
        from = i;
    }
    return found;
}

static void source_facts(struct arena *a, struct flow_of_papers *f)
{
    struct paper p;
    f->mark = wordbook_marks(f->words);
    for (size_t i = 0; i < f->s->sections[SECTION_PERALATAN].items.n; i++) {
        whole(f, f->texts->sections[SECTION_PERALATAN] + i, &p);
        see(f, &p);
    }
    for (size_t i = 0; i < f->s->steps.n; i++) {
        struct step *s = &f->s->steps.v[i];
        const struct step_papers *q = &f->steps[i];
        bool begins = i == 0 || step_part(f->s, i) != step_part(f->s, i - 1);
        bool exempt = begins || q->activity.brings_in;
        see(f, &q->activity);
        for (size_t k = 0; k < s->requirements.n; k++) {
            if (s->table < f->s->tables.n && f->s->template_kind == TEMPLATE_DOCUMENT) {
                fact_unknown(a, &s->requirements.v[k], F_bersumber, W_reason_other_template); /* "Dokumen" may be what comes out */
                continue;
            }
            struct str missing = exempt ? STR_ABSENT : unsourced(a, f, f->texts->steps[i].needs + k);
            fact_bool(a, &s->requirements.v[k], F_bersumber, !missing.p);
            if (missing.p) fact_set(a, &s->requirements.v[k], F_tanpa_sumber, missing);
        }
        for (size_t k = 0; k < s->requirements.n; k++) see(f, &q->requirements[k]);
        see(f, &q->output);
    }
}

/* ---- MB004, MB005: where outputs go -------------------------------------------------------------------------- */

static bool goes_back_or_ends(const struct step *s, size_t index)
{
    for (size_t k = 0; k < s->exits.n; k++)
        if (s->exits.v[k].ends || (s->exits.v[k].target != NO_INDEX && s->exits.v[k].target <= index)) return true;
    return false;
}

/* From the last step to the first, so that every step sees what those behind it use. */
static void use_facts(struct arena *a, struct flow_of_papers *f)
{
    bool asked = false;
    f->mark = wordbook_marks(f->words);
    see(f, &f->title);
    for (size_t i = f->s->steps.n; i-- > 0;) {
        struct step *s = &f->s->steps.v[i];
        const struct paper *p = &f->steps[i].output;
        bool ends = i + 1 < f->s->steps.n && step_part(f->s, i) != step_part(f->s, i + 1);
        if (asked && !ends && paper_head(p) != NO_INDEX && !goes_back_or_ends(s, i)) {
            bool use = (p->flags[0] | p->flags[paper_head(p)]) & PAPER_RECORD;
            for (size_t k = 0; k < p->n && !use; k++)
                use = !(p->flags[k] & PAPER_GENERIC) && p->key[k]->mark == f->mark;
            fact_bool(a, &s->output, F_dipakai, use);
        }
        see(f, &f->steps[i].activity);
        for (size_t k = 0; k < s->requirements.n; k++) see(f, &f->steps[i].requirements[k]);
        asked |= s->requirements.n > 0;
    }
}

struct group {
    size_t first, last, steps, works;
};

static void report_group(struct arena *a, struct flow_of_papers *f, const struct group *g, const size_t *next)
{
    struct item *first = &f->s->steps.v[g->first].output;
    struct item *x = fact_child(a, &f->s->head, F_output_berulang, first->text, first->place);
    struct buf b = BUF_INIT;
    for (size_t i = g->first; i != NO_INDEX; i = next[i]) {
        const struct step *s = &f->s->steps.v[i];
        buf_z(&b, i == g->first ? "" : ", ");
        buf_str(&b, s->number.text);
        if (i != g->first) fact_child(a, x, F_output_sama, s->number.text, s->output.place);
    }
    fact_int(a, x, F_jumlah, (long long)g->steps);
    fact_set(a, x, F_langkah, arena_str(a, b.p ? buf_view(&b) : STR("")));
    buf_free(&b);
}

/* Steps with one output are linked in a list; works counts the different verbs among them. */
static void repeat_facts(struct arena *a, const struct analyst *x, struct flow_of_papers *f)
{
    size_t most = (size_t)parameter_whole(x->p, "output-berulang", 1000, 3);
    size_t n = f->s->steps.n, groups = 0;
    struct group *group = arena_alloc(a, (n + 1) * sizeof *group);
    size_t *next = arena_alloc(a, (n + 1) * sizeof *next);
    struct wordmap by_output = {0}, by_work = {0};
    for (size_t i = 0; i < n; i++) {
        const struct step *s = &f->s->steps.v[i];
        const struct paper *p = &f->steps[i].output;
        next[i] = NO_INDEX;
        if (!p->n || (s)->examines) continue;
        unsigned verb = f->steps[i].activity.n ? f->steps[i].activity.key[0]->id : 0;
        struct buf words = BUF_INIT;
        buf_printf(&words, "%zu ", step_part(f->s, i));
        buf_str(&words, (struct str){(const char *)p->key, p->n * sizeof p->key[0]});
        struct str key = arena_str(a, buf_view(&words));
        buf_free(&words);
        uint32_t *at = wordmap_put(a, &by_output, key);
        if (!*at) {
            group[groups] = (struct group){.first = i};
            *at = (uint32_t)++groups;
        } else next[group[*at - 1].last] = i;
        struct group *g = &group[*at - 1];
        g->last = i;
        g->steps++;
        uint32_t *work = wordmap_put(a, &by_work, arena_printf(a, "%u %u", (unsigned)*at, verb));
        if (!(*work)++) g->works++;
    }
    for (size_t i = 0; i < groups; i++)
        if (group[i].steps >= most && group[i].works >= most) report_group(a, f, &group[i], next);
}

/* ---- KT002, KT003, KT005: procedures by name ----------------------------------------------------------------- */

/* "-", "nihil": said to be none. */
static bool names_nothing(const struct paper *p) { return paper_head(p) == NO_INDEX; }

static const char *kind_of_related(const struct flow_of_papers *f, const struct lexemes *t)
{
    uint32_t first = t->v[0].w->paper;
    for (size_t i = 0; i < t->n; i++)
        if (str_eqz(t->v[i].low, "sop") || str_eqz(t->v[i].low, "prosedur")) return "sop";
    bool court = t->n > 1 && str_eqz(t->v[1].low, "pengadilan"); /* decides one case, rules nothing */
    if ((first & PAPER_REGULATION) && !court) return "peraturan";
    if (office_unit(t->v[0].w, f->k->offices)) return "unit";
    return first & PAPER_NAME ? "dokumen" : "lain";
}

/* Whether it is the title of this SOP, one of the two with a short name where the other has the full one. */
static bool same_title(struct flow_of_papers *f, const struct paper *p)
{
    struct paper one = *p, other = f->title;
    paper_shorten(f->k->papers, f->words, &one);
    paper_shorten(f->k->papers, f->words, &other);
    return paper_same(&one, &other);
}

static void related_facts(struct arena *a, struct flow_of_papers *f)
{
    struct section *related = &f->s->sections[SECTION_KETERKAITAN];
    f->related = arena_alloc(a, (related->items.n + 1) * sizeof *f->related);
    for (size_t i = 0; i < related->items.n; i++) {
        struct item *x = &related->items.v[i];
        size_t text = f->texts->sections[SECTION_KETERKAITAN] + i;
        struct paper *p = &f->related[i];
        whole(f, text, p);
        if (names_nothing(p)) continue;
        fact_set(a, x, F_jenis, str_of(kind_of_related(f, &f->texts->v[text].words)));
        if (paper_head(&f->title) != NO_INDEX) fact_bool(a, x, F_diri_sendiri, same_title(f, p));
        else fact_unknown(a, x, F_diri_sendiri, W_reason_title_unclear);
    }
}

/* "Semua SOP", "Seluruh SOP di lingkungan dinas": no list, but it leaves none out. */
static bool all_of_them(const struct lexemes *t)
{
    return t->n > 1 && (str_eqz(t->v[0].low, "semua") || str_eqz(t->v[0].low, "seluruh")) && str_eqz(t->v[1].low, "sop");
}

static bool listed(const struct flow_of_papers *f, const struct paper *p)
{
    size_t n = f->s->sections[SECTION_KETERKAITAN].items.n;
    for (size_t i = 0; i < n && i < RELATED_MAX; i++)
        if (all_of_them(&f->texts->v[f->texts->sections[SECTION_KETERKAITAN] + i].words) || paper_within(&f->related[i], p) || paper_within(p, &f->related[i])) return true;
    return n > RELATED_MAX;
}

/* Token behind the name of the procedure that "SOP" at token i begins; i + 1 when none is named. */
static size_t name_of_procedure(const struct lexemes *t, size_t i, bool capital)
{
    size_t end = i + 1;
    for (; end < t->n && end - i <= 12; end++) {
        char mark = t->v[end].before;
        if (mark && mark != '-' && mark != '/' && mark != '&') break;
        if (end == i + 1 && (t->v[end].w->paper & PAPER_UNNAMED || (capital && !lexeme_capital(&t->v[end])))) break;
        if (str_eqz(t->v[end].low, "sop")) break;
    }
    return end;
}

static void named_procedures(struct arena *a, struct flow_of_papers *f, struct step *s, size_t text, bool capital)
{
    const struct item *item = f->texts->v[text].item;
    const struct lexemes *t = &f->texts->v[text].words;
    for (size_t i = 0; i < t->n; i++) {
        struct paper p;
        if (!str_eqz(t->v[i].low, "sop")) continue;
        size_t end = name_of_procedure(t, i, capital);
        paper_of(t, i + 1, end, &p);
        if (end == i + 1 || paper_head(&p) == NO_INDEX || paper_within(&p, &f->title)) continue;
        size_t from = t->v[i].begin, to = t->v[end - 1].end;
        struct item *x = fact_child(a, &s->head, F_sop_disebut, str_slice(item->text, from, to), place_of_part(f->d->source, item, from, to));
        enum word doubt = f->s->sections[SECTION_KETERKAITAN].head.doubt;
        bool there = listed(f, &p);
        if (!there && doubt != WORD_NONE) fact_unknown(a, x, F_terkait, doubt);
        else fact_bool(a, x, F_terkait, there);
        i = end - 1;
    }
}

static void name_papers(struct arena *a, struct flow_of_papers *f)
{
    f->steps = arena_alloc(a, (f->s->steps.n + 1) * sizeof *f->steps);
    whole(f, f->texts->title, &f->title);
    for (size_t i = 0; i < f->s->steps.n; i++) {
        const struct step *s = &f->s->steps.v[i];
        struct step_papers *p = &f->steps[i];
        whole(f, f->texts->steps[i].activity, &p->activity);
        whole(f, f->texts->steps[i].output, &p->output);
        p->requirements = arena_alloc(a, (s->requirements.n + 1) * sizeof *p->requirements);
        for (size_t k = 0; k < s->requirements.n; k++) whole(f, f->texts->steps[i].needs + k, &p->requirements[k]);
    }
}

void analyse_dataflow(struct arena *a, struct analyst *x, struct document *d)
{
    struct flow_of_papers f = {.k = x->k, .d = d, .s = d->sop, .words = x->words, .texts = x->texts};
    name_papers(a, &f);
    source_facts(a, &f);
    use_facts(a, &f);
    repeat_facts(a, x, &f);
    related_facts(a, &f);
    for (size_t i = 0; i < f.s->steps.n; i++) {
        named_procedures(a, &f, &f.s->steps.v[i], f.texts->steps[i].activity, true);
        named_procedures(a, &f, &f.s->steps.v[i], f.texts->steps[i].note, false);
    }
}
