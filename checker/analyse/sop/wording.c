/* Wording of steps: how the activity begins, what it hands to whom, repeats, vague words, outputs that are acts. */
#include "base/chars.h"
#include "analyse/analyst.h"
#include "language/suggest.h"
#include "analyse/sop/beginning.h"
#include "analyse/sop/executor.h"
#include "analyse/texts.h"

static const char *const keys[] = {"active", "base",   "not-active", "not-passive", "acts",      "things", "lead-ins", "modals", "checking", "checking-loan", "not-judged",
                                   "give",   "return", "order",      "deliver",     "purpose",   "condition", "towards", "empty", "vague", NULL};

static void load_vague(struct word_file *f, struct morphology *m)
{
    struct words w = word_file_list(f, "vague");
    struct phrase *v = arena_alloc(f->a, (w.n + 1) * sizeof *v);
    for (size_t i = 0; i < w.n; i++) {
        struct lexemes t = {0};
        lexemes_split(f->a, &t, w.v[i]);
        v[i].text = w.v[i];
        for (size_t k = 0; k < t.n && k < COUNT(v[i].word); k++) v[i].word[v[i].n++] = t.v[k].low;
        if (v[i].n) *wordmap_put(f->a, &m->words, v[i].word[0]) |= VERB_VAGUE;
    }
    m->vague = v;
    m->vague_count = w.n;
}

const struct morphology *wording_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const struct {
        const char *key;
        uint32_t flags;
    } lists[] = {{"active", VERB_ACTIVE},
                 {"base", VERB_BASE},
                 {"not-active", VERB_NOT_ACTIVE},
                 {"not-passive", VERB_NOT_PASSIVE},
                 {"things", VERB_THING},
                 {"lead-ins", VERB_LEAD_IN},
                 {"modals", VERB_MODAL},
                 {"checking", VERB_ACTIVE | VERB_CHECK},
                 {"checking-loan", VERB_CHECK},
                 {"not-judged", VERB_NOT_JUDGED},
                 {"give", VERB_ACTIVE | VERB_GIVE},
                 {"return", VERB_ACTIVE | VERB_RETURN},
                 {"order", VERB_ACTIVE | VERB_ORDER},
                 {"deliver", VERB_ACTIVE | VERB_DELIVER},
                 {"purpose", VERB_PURPOSE},
                 {"condition", VERB_CONDITION},
                 {"towards", VERB_TOWARDS},
                 {"empty", VERB_ACTIVE | VERB_EMPTY}};
    struct morphology *m = arena_alloc(a, sizeof *m);
    struct word_file f = word_file_open(a, b, "vocabulary/verbs.yaml", keys, faults);
    if (!f.root) return m;
    for (size_t i = 0; i < COUNT(lists); i++) word_file_flag(&f, lists[i].key, &m->words, lists[i].flags);
    struct words acts = word_file_pairs(&f, "acts");
    struct str *verbs = arena_alloc(a, (acts.n / 2 + 1) * sizeof *verbs);
    for (size_t i = 0; i + 1 < acts.n; i += 2) {
        verbs[i / 2] = acts.v[i + 1];
        *wordmap_put(a, &m->acts, acts.v[i]) = (uint32_t)(i / 2);
    }
    m->act_verbs = verbs;
    load_vague(&f, m);
    return m;
}

/* ---- what the step does -------------------------------------------------------------------------------------- */

/* How many acts the activity joins, and whether one of them is a check that can reject. What others are to do (untuk …, jika …) is left out. */
static size_t acts_of(const struct morphology *m, const struct lexemes *t, const struct beginning *b, bool *checks)
{
    size_t acts = 0;
    *checks = false;
    for (size_t i = b->word; i < t->n; i++) {
        uint32_t flags = t->v[i].w->verb;
        if (i > b->word && flags & (VERB_PURPOSE | VERB_CONDITION)) break;
        bool joined = i == b->word || t->v[i].before == ',' || t->v[i - 1].w->verb & VERB_MODAL;
        if (!joined) continue;
        enum verb_form f = form_at(m, t, i);
        bool does = f == FORM_ACTIVE || i == b->word || (f == FORM_ACT && str_eqz(str_of(b->form), "benda"));
        if (!does) continue;
        acts++;
        bool judged = i + 1 >= t->n || !(t->v[i + 1].w->verb & VERB_NOT_JUDGED);
        *checks |= judged && (t->v[i].w->kind | flags) & VERB_CHECK;
        /* "Melakukan verifikasi": the act is in the noun. */
        if (flags & VERB_EMPTY && i + 1 < t->n) *checks |= t->v[i + 1].w->form == FORM_ACT && t->v[i + 1].w->kind & VERB_CHECK;
    }
    return acts;
}

static void vague_facts(struct arena *a, const struct morphology *m, const struct lexemes *t, struct item *activity)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < t->n; i++) {
        if (!(t->v[i].w->verb & VERB_VAGUE)) continue;
        const struct phrase *best = NULL;
        for (size_t p = 0; p < m->vague_count; p++) {
            const struct phrase *f = &m->vague[p];
            size_t k = 0;
            while (k < f->n && i + k < t->n && str_eq(f->word[k], t->v[i + k].low)) k++;
            if (k == f->n && (!best || f->n > best->n)) best = f;
        }
        if (!best) continue;
        i += best->n - 1u;
        if (b.n && str_find(buf_view(&b), best->text, 0) != SIZE_MAX) continue; /* each word once */
        if (b.n) buf_z(&b, ", ");
        buf_str(&b, best->text);
    }
    fact_bool(a, activity, F_kabur, b.n > 0);
    if (b.n) fact_set(a, activity, F_kata_kabur, arena_str(a, buf_view(&b)));
    buf_free(&b);
}

/* Is the receiver given work that the table should show, or only told or sent something? */
static bool gives_work(const struct handover *h, bool last_step)
{
    if (h->kind == HANDOVER_RETURN || h->kind == HANDOVER_ORDER || h->purpose) return true;
    if (h->kind == HANDOVER_DELIVER) return false;
    return h->condition != NO_INDEX || (!last_step && !h->to.unit && !h->to.outside);
}

static void handover_facts(struct arena *a, const struct document *d, struct step *s, const struct lexemes *t, const struct handovers *all, bool last_step)
{
    static const char *const kinds[] = {[HANDOVER_GIVE] = "menyerahkan", [HANDOVER_RETURN] = "mengembalikan", [HANDOVER_ORDER] = "memerintahkan",
                                        [HANDOVER_DELIVER] = "menyampaikan"};
    for (size_t i = 0; i < all->n; i++) {
        const struct handover *h = &all->v[i];
        size_t begin = t->v[h->to.first].begin, end = t->v[h->to.last - 1].end;
        struct item *x = fact_child(a, &s->head, F_jabatan_disebut, str_slice(s->activity.text, begin, end), place_of_part(d->source, &s->activity, begin, end));
        fact_set(a, x, F_cara, str_of(kinds[h->kind]));
        fact_bool(a, x, F_diberi_kerja, gives_work(h, last_step));
        if (h->to.standing == OFFICE_UNCERTAIN) fact_unknown(a, x, F_terdaftar, W_reason_office_uncertain);
        else fact_bool(a, x, F_terdaftar, h->to.standing == OFFICE_NAMED);
        if (h->to.standing == OFFICE_NAMED) fact_set(a, x, F_kolom, h->to.column);
    }
}

/* The executor's name that a mistyped one was probably meant to be; absent: none is near. */
static struct str meant(struct arena *a, const struct actors *all, struct str name)
{
    struct { struct str *v; size_t n, cap; } names = {0};
    for (size_t i = 0; i < all->n; i++) {
        *ARENA_PUSH(a, &names) = all->v[i].item.text;
        for (size_t k = 0; k < all->v[i].abbreviations.n; k++) *ARENA_PUSH(a, &names) = all->v[i].abbreviations.v[k].text;
    }
    return suggest(name, names.v, names.n);
}

static void named_performers(struct arena *a, const struct sop *s, struct step *t)
{
    if (t->table >= s->tables.n || !s->tables.v[t->table].declared || !s->tables.v[t->table].actors.n) return;
    for (size_t k = 0; k < t->performers.n; k++) {
        const struct performer *p = &t->performers.v[k];
        if (str_blank(p->item.text)) continue;
        struct item *x = fact_child(a, &t->head, F_jabatan_disebut, p->item.text, p->item.place);
        fact_set(a, x, F_cara, STR("pelaksana"));
        fact_bool(a, x, F_diberi_kerja, true);
        fact_bool(a, x, F_terdaftar, p->actor != NO_INDEX);
        struct str other = p->actor == NO_INDEX ? meant(a, &s->tables.v[t->table].actors, p->item.text) : STR_ABSENT;
        if (other.p) fact_set(a, x, F_maksudnya, other);
    }
}

/* ---- the wording against the columns ------------------------------------------------------------------------- */

static bool performs(const struct sop *s, const struct step *t, size_t identity)
{
    for (size_t k = 0; k < t->performers.n; k++)
        if (performer_identity(s, t, k) == identity) return true;
    return false;
}

static bool sole_performer(const struct sop *s, const struct step *t, size_t identity)
{
    bool found = false;
    for (size_t k = 0; k < t->performers.n; k++) {
        size_t id = performer_identity(s, t, k);
        if (id != NO_INDEX && id != identity) return false;
        found |= id == identity;
    }
    return found;
}

static void conflict_facts(struct arena *a, const struct sop *s, struct step *t, const struct beginning *b, const struct handovers *all)
{
    if (t->table >= s->tables.n) return;
    if (!executors_known(s, t->table)) {
        fact_unknown(a, &t->activity, F_bertentangan, W_reason_symbols_unread);
        return;
    }
    const char *how = "tidak";
    struct str who = STR_ABSENT;
    bool somebody = false;
    for (size_t k = 0; k < t->performers.n; k++) somebody |= performer_identity(s, t, k) != NO_INDEX;
    if (somebody && b->subject.standing == OFFICE_NAMED && b->subject.last && !performs(s, t, b->subject.identity)) how = "subjek", who = b->subject.column;
    for (size_t i = 0; i < all->n && !who.p; i++) {
        const struct handover *h = &all->v[i];
        bool at_once = h->condition == NO_INDEX && !h->to.unit && (h->kind == HANDOVER_GIVE || h->kind == HANDOVER_ORDER) && h->verb == b->word;
        if (at_once && h->to.standing == OFFICE_NAMED && sole_performer(s, t, h->to.identity)) how = "diri-sendiri", who = h->to.column;
    }
    fact_set(a, &t->activity, F_bertentangan, str_of(how));
    if (who.p) fact_set(a, &t->activity, F_jabatan_bertentangan, who);
}

/* A listed other spelling of a column's word: "Analis …" where the column has "Analisis …". Once a pair. */
static void spelling_of_mention(struct arena *a, const struct document *d, struct step *s, const struct lexemes *t, const struct offices *o,
                                const struct office_mention *who, struct wordmap *seen)
{
    if (who->standing != OFFICE_NAMED || !who->odd.p || !office_listed_variant(o, who->odd, who->usual)) return;
    size_t begin = t->v[who->first].begin, end = t->v[who->last - 1].end;
    struct str text = arena_str(a, str_slice(s->activity.text, begin, end));
    uint32_t *count = wordmap_put(a, seen, arena_printf(a, "%.*s/%.*s", (int)who->odd.n, who->odd.p, (int)who->usual.n, who->usual.p));
    if ((*count)++) return;
    struct item *pair = fact_child(a, &d->sop->head, F_ejaan_pelaksana, text, place_of_part(d->source, &s->activity, begin, end));
    fact_set(a, pair, F_ejaan_lain, who->column);
    fact_set(a, pair, F_letak, STR("uraian"));
}

static void mentions_of(struct arena *a, const struct document *d, struct step *s, const struct knowledge *k, const struct office_columns *c,
                        const struct lexemes *t, struct wordmap *seen)
{
    struct office_mention who;
    for (size_t i = 0; i < t->n;)
        if (office_at(k->offices, c, t, i, &who)) {
            spelling_of_mention(a, d, s, t, k->offices, &who, seen);
            i = who.last;
        } else i++;
}

/* ---- steps that say the same --------------------------------------------------------------------------------- */

static void repeat_facts(struct arena *a, const struct sop *s, size_t index, const struct lexemes *t, struct wordmap *seen)
{
    struct step *step = &s->steps.v[index];
    struct buf b = BUF_INIT;
    bool known = step->table < s->tables.n && executors_known(s, step->table);
    for (size_t i = 0; i < t->n; i++) {
        buf_str(&b, t->v[i].low);
        buf_ch(&b, ' ');
    }
    for (size_t k = 0; known && k < step->performers.n; k++) {
        size_t id = performer_identity(s, step, k);
        if (id != NO_INDEX) buf_printf(&b, "|%zu", id);
        else if (s->tables.v[step->table].declared) buf_str(&b, step->performers.v[k].item.text);
    }
    buf_printf(&b, "#%zu", step_part(s, index)); /* what one part does another may do */
    uint32_t *first = wordmap_put(a, seen, arena_str(a, buf_view(&b)));
    buf_free(&b);
    if (!*first) {
        *first = (uint32_t)index + 1;
        fact_bool(a, &step->activity, F_berulang, false);
    } else if (!known) {
        fact_unknown(a, &step->activity, F_berulang, W_reason_symbols_unread);
    } else {
        fact_bool(a, &step->activity, F_berulang, true);
        fact_set(a, &step->activity, F_langkah_sama, s->steps.v[*first - 1].number.text);
    }
}

/* ---- outputs ------------------------------------------------------------------------------------------------- */

static void output_facts(struct arena *a, const struct morphology *m, const struct lexemes *t, struct item *output)
{
    const char *form = "benda";
    if (!t->n) return;
    size_t first = first_word(t);
    const struct entry *w = t->v[first].w;
    if (w->form == FORM_ACTIVE && !(w->verb & VERB_MODAL)) form = "perbuatan";
    else if (w->form == FORM_ACT && str_ends(w->low, STR("nya"))) form = "peristiwa";
    for (size_t i = first; i + 1 < t->n && str_eqz(str_of(form), "benda"); i++)
        if (str_eqz(t->v[i].low, "telah") && form_at(m, t, i + 1) == FORM_ACTIVE) form = "peristiwa";
    fact_set(a, output, F_bentuk, str_of(form));
    fact_set(a, output, F_kata, arena_str(a, t->v[first].text));
}

/* ---- the analysis -------------------------------------------------------------------------------------------- */

struct run {
    struct document *d;
    const struct knowledge *k;
    struct texts *texts;
    struct wordmap repeats, spellings;
};

/* A column that nobody filled in at all is one fact of the document, not one of each step. */
enum { WHOLE_COLUMN = 3 };

static bool has_column(const struct sop *s, const struct step *t, enum column_id c)
{
    return t->table < s->tables.n && s->tables.v[t->table].has[c] && (t->kind == STEP_ACTIVITY || t->kind == STEP_SUBPROCESS);
}

static bool fills(const struct step *t, enum column_id c)
{
    return c == COLUMN_OUTPUT ? !str_blank(t->output.text) : t->requirements.n > 0 || !str_blank(t->requirement_cell.text);
}

static void filled_facts(struct arena *a, struct sop *s, enum column_id c, enum fact_name name)
{
    size_t asked = 0, filled = 0;
    for (size_t i = 0; i < s->steps.n; i++)
        if (has_column(s, &s->steps.v[i], c)) asked++, filled += fills(&s->steps.v[i], c);
    if (asked >= WHOLE_COLUMN && !filled) {
        fact_bool(a, &s->head, name, false);
        return;
    }
    for (size_t i = 0; i < s->steps.n; i++)
        if (has_column(s, &s->steps.v[i], c)) fact_bool(a, &s->steps.v[i].head, name, fills(&s->steps.v[i], c));
}

static void activity_facts(struct arena *a, struct run *r, size_t index)
{
    struct sop *s = r->d->sop;
    struct step *step = &s->steps.v[index];
    const struct morphology *m = r->k->morphology;
    struct handovers *handovers = &r->texts->steps[index].handovers;
    const struct lexemes *t = &r->texts->v[r->texts->steps[index].activity].words;
    bool checks;
    struct beginning b = beginning_of(a, r->k, r->texts->columns, t);
    bool nameless = step->table < s->tables.n && s->tables.v[step->table].chart && !s->tables.v[step->table].actors.n;
    if (step->cut) fact_unknown(a, &step->activity, F_bentuk, W_reason_step_cut);
    else if (nameless && b.form && strcmp(b.form, "subjek") == 0) fact_unknown(a, &step->activity, F_bentuk, W_reason_no_executors); /* who acts has no other place there */
    else if (b.form) fact_set(a, &step->activity, F_bentuk, str_of(b.form));
    else fact_unknown(a, &step->activity, F_bentuk, W_reason_word_unknown);
    if (b.word < t->n) fact_set(a, &step->activity, F_kata, arena_str(a, t->v[b.word].text));
    if (b.suggestion.p) fact_set(a, &step->activity, F_saran, b.suggestion);
    if (b.subject.last) {
        size_t from = t->v[b.subject.first].begin, to = t->v[b.subject.last - 1].end;
        fact_set(a, &step->activity, F_subjek, arena_str(a, str_slice(step->activity.text, from, to)));
        const struct lexeme *verb = &t->v[b.word], *first = &t->v[b.subject.first];
        bool acronym = lexeme_upper(first) && !lexeme_upper(verb); /* "PPK memeriksa" */
        struct str rest = capital_like(a, verb->low, acronym ? verb : first);
        if (acronym && is_lower(rest.p[0])) rest = arena_printf(a, "%c%.*s", rest.p[0] - 32, (int)rest.n - 1, rest.p + 1);
        fact_set(a, &step->activity, F_tanpa_subjek, rest);
    }
    fact_int(a, &step->activity, F_kegiatan, (long long)acts_of(m, t, &b, &checks));
    step->examines = checks;
    fact_bool(a, &step->head, F_pemeriksaan, checks);
    vague_facts(a, m, t, &step->activity);
    handovers_find(a, r->k, r->texts->columns, t, handovers);
    handover_facts(a, r->d, step, t, handovers, index + 1 == s->steps.n);
    conflict_facts(a, s, step, &b, handovers);
    mentions_of(a, r->d, step, r->k, r->texts->columns, t, &r->spellings);
    repeat_facts(a, s, index, t, &r->repeats);
}

void analyse_wording(struct arena *a, struct analyst *x, struct document *d)
{
    struct sop *s = d->sop;
    struct run r = {.d = d, .k = x->k, .texts = x->texts};
    filled_facts(a, s, COLUMN_KELENGKAPAN, F_kelengkapan_terisi);
    filled_facts(a, s, COLUMN_OUTPUT, F_output_terisi);
    for (size_t i = 0; i < s->steps.n; i++) {
        struct step *t = &s->steps.v[i];
        named_performers(a, s, t);
        if (!str_blank(t->activity.text)) activity_facts(a, &r, i);
        if (!str_blank(t->output.text)) output_facts(a, x->k->morphology, &r.texts->v[r.texts->steps[i].output].words, &t->output);
    }
}
