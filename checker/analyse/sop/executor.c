/* Executors: one identity for the spellings of one column over all pages, and what the marks say of columns and steps. */
#include "analyse/analyst.h"
#include "analyse/sop/executor.h"
#include "analyse/texts.h"

/* Names compared letter by letter with every other; more executors than this are compared whole only. */
enum { NAMES_MAX = 64 };

struct known {
    struct office_name full, printed; /* with abbreviations spelled out, and as printed */
    struct item *item;                /* the first column of that name */
    size_t table;                     /* the last table that has it */
};
struct executors {
    struct known *v;
    size_t n, cap;
};

/* ---- marks and steps ----------------------------------------------------------------------------------------- */

bool mark_executes(enum mark m)
{
    return m == MARK_TERMINATOR || m == MARK_PROCESS || m == MARK_DECISION || m == MARK_CONNECTOR || m == MARK_PRESENT || m == MARK_OTHER;
}

size_t performer_identity(const struct sop *s, const struct step *t, size_t k)
{
    const struct performer *p = &t->performers.v[k];
    if (t->table >= s->tables.n) return NO_INDEX;
    const struct step_table *table = &s->tables.v[t->table];
    if (p->actor >= table->actors.n || (!table->declared && !mark_executes(p->mark))) return NO_INDEX;
    return table->actors.v[p->actor].identity;
}

/* How many executors a step has; an off-page connector beside another symbol is no second one. */
static size_t performers_of(const struct sop *s, const struct step *t, size_t *leftmost)
{
    size_t n = 0, connectors = 0;
    *leftmost = NO_INDEX;
    for (size_t k = 0; k < t->performers.n; k++) {
        if (performer_identity(s, t, k) == NO_INDEX) continue;
        if (t->performers.v[k].mark == MARK_CONNECTOR) {
            connectors++;
            continue;
        }
        n++;
        if (t->performers.v[k].actor < *leftmost) *leftmost = t->performers.v[k].actor;
    }
    return n ? n : connectors > 0;
}

struct tally {
    size_t steps, marked;
};

bool executors_known(const struct sop *s, size_t table)
{
    return table < s->tables.n && (s->tables.v[table].declared || s->tables.v[table].marks_readable);
}

/* A page of which most marks are missing lost them on the way here: nobody draws half a flow. */
static void weigh_marks(struct arena *a, struct sop *s)
{
    struct tally *tally = arena_alloc(a, (s->tables.n + 1) * sizeof *tally);
    size_t leftmost;
    for (size_t i = 0; i < s->steps.n; i++) {
        const struct step *t = &s->steps.v[i];
        if (t->table >= s->tables.n) continue;
        tally[t->table].steps++;
        tally[t->table].marked += performers_of(s, t, &leftmost) > 0;
    }
    for (size_t i = 0; i < s->tables.n; i++) s->tables.v[i].marks_readable = tally[i].marked > 0 && 2 * tally[i].marked >= tally[i].steps;
}

/* Symbols that are not there, on a page whose drawing was not read whole, may be there all the same. */
static bool may_be_unread(const struct sop *s, size_t table)
{
    return table < s->tables.n && (s->tables.v[table].unread != WORD_NONE || (s->tables.v[table].drawn && s->flow_seen != FLOW_WHOLE));
}

static enum word unread_reason(const struct sop *s, size_t table)
{
    if (!s->steps.n && s->declared) return W_reason_no_steps;
    enum word unread = table < s->tables.n ? s->tables.v[table].unread : WORD_NONE;
    return unread != WORD_NONE ? unread : table < s->tables.n && s->tables.v[table].drawn && s->flow_reason != WORD_NONE ? s->flow_reason : W_reason_symbols_unread;
}

/* Each performer by its column's name and the symbol that stands there. */
static void performer_facts(struct arena *a, const struct sop *s, struct step *t)
{
    static const char *const symbols[] = {[MARK_TERMINATOR] = "terminator", [MARK_PROCESS] = "proses", [MARK_DECISION] = "keputusan",
                                          [MARK_CONNECTOR] = "konektor", [MARK_OTHER] = "lain"};
    if (t->table >= s->tables.n || s->tables.v[t->table].declared) return;
    const struct actors *actors = &s->tables.v[t->table].actors;
    for (size_t k = 0; k < t->performers.n; k++) {
        struct performer *p = &t->performers.v[k];
        if (p->actor < actors->n && mark_executes(p->mark)) fact_set(a, &p->item, F_jabatan, actors->v[p->actor].item.text);
        if (p->mark < COUNT(symbols) && symbols[p->mark]) fact_set(a, &p->item, F_simbol, str_of(symbols[p->mark]));
    }
}

static void step_facts(struct arena *a, struct sop *s, size_t i)
{
    struct step *t = &s->steps.v[i];
    performer_facts(a, s, t);
    size_t leftmost, n = performers_of(s, t, &leftmost);
    if (t->kind != STEP_ACTIVITY && t->kind != STEP_SUBPROCESS) return;
    if (t->table >= s->tables.n || ((!s->tables.v[t->table].declared || s->partial) && !s->tables.v[t->table].actors.n)) {
        fact_unknown(a, &t->head, F_jumlah_pelaksana, W_reason_no_executors);
        if (i == 0 && t->table < s->tables.n) fact_unknown(a, &t->head, F_kolom_pelaksana, W_reason_no_executors);
        return;
    }
    if (!executors_known(s, t->table)) {
        fact_unknown(a, &t->head, F_jumlah_pelaksana, unread_reason(s, t->table));
        if (i == 0) fact_unknown(a, &t->head, F_kolom_pelaksana, unread_reason(s, t->table));
        return;
    }
    if (!n && s->tables.v[t->table].loose) {
        fact_unknown(a, &t->head, F_jumlah_pelaksana, W_reason_cells_astray);
        return;
    }
    if (!n && may_be_unread(s, t->table)) {
        fact_unknown(a, &t->head, F_jumlah_pelaksana, unread_reason(s, t->table));
        return;
    }
    /* A definition may name somebody whom no column lists: that is PL002's, not a step without executor. */
    if (s->tables.v[t->table].declared && t->performers.n > n) n = t->performers.n;
    fact_int(a, &t->head, F_jumlah_pelaksana, (long long)n);
    if (i == 0 && leftmost != NO_INDEX) fact_int(a, &t->head, F_kolom_pelaksana, (long long)leftmost + 1);
}

/* ---- columns ------------------------------------------------------------------------------------------------- */

static struct office_name as_printed(struct arena *a, const struct lexemes *t)
{
    struct office_name n = {.n = 0};
    for (size_t i = 0; i < t->n && n.n < OFFICE_WORDS; i++) n.word[n.n++] = arena_str(a, t->v[i].low);
    return n;
}

static struct office_name spelled_out(struct arena *a, const struct lexemes *t)
{
    struct office_name n = office_normalise(t, 0, t->n);
    for (size_t i = 0; i < n.n; i++) n.word[i] = arena_str(a, n.word[i]);
    return n;
}

/* "Kasubag" and "Kasubbag" stand for one office and differ in a letter all the same. */
static enum office_likeness alike(const struct offices *o, const struct known *k, const struct office_name *full, const struct office_name *printed)
{
    enum office_likeness f = office_compare(o, &k->full, full), p = office_compare(o, &k->printed, printed);
    return p == OFFICE_VARIANT ? OFFICE_VARIANT : f > p ? f : p;
}

static void report_spelling(struct arena *a, struct sop *s, const struct known *k, const struct item *later)
{
    struct item *pair = fact_child(a, &s->head, F_ejaan_pelaksana, later->text, later->place);
    fact_set(a, pair, F_ejaan_lain, k->item->text);
    fact_set(a, pair, F_letak, STR("kolom"));
    fact_child(a, pair, F_ejaan_pertama, k->item->text, k->item->place);
}

static void identify(struct arena *a, const struct offices *o, struct sop *s, struct executors *all, struct wordmap *exact, struct lexemes *t, size_t table,
                     struct actor *x)
{
    lexemes_split(a, t, x->item.text);
    struct office_name full = spelled_out(a, t), printed = as_printed(a, t);
    size_t best = NO_INDEX;
    enum office_likeness likeness = OFFICE_OTHER;
    uint32_t *seen = wordmap_put(a, exact, office_spell(a, &printed));
    if (*seen && all->v[*seen - 1].table != table) best = *seen - 1, likeness = OFFICE_SAME;
    for (size_t i = 0; i < all->n && i < NAMES_MAX && likeness != OFFICE_SAME; i++) {
        if (all->v[i].table == table) continue;
        enum office_likeness l = alike(o, &all->v[i], &full, &printed);
        if (l > likeness) best = i, likeness = l;
    }
    if (likeness == OFFICE_VARIANT) report_spelling(a, s, &all->v[best], &x->item);
    if (best == NO_INDEX) {
        best = all->n;
        *ARENA_PUSH(a, all) = (struct known){full, printed, &x->item, table};
    }
    all->v[best].table = table;
    if (!*seen) *seen = (uint32_t)best + 1;
    x->identity = best;
}

static void column_facts(struct arena *a, const struct offices *o, struct sop *s, size_t identities)
{
    bool *used = arena_alloc(a, identities + 1), *shown = arena_alloc(a, identities + 1), all_known = s->steps.n > 0;
    for (size_t i = 0; i < s->steps.n; i++)
        for (size_t k = 0; k < s->steps.v[i].performers.n; k++) {
            size_t id = performer_identity(s, &s->steps.v[i], k);
            if (id != NO_INDEX) used[id] = true;
        }
    for (size_t i = 0; i < s->tables.n; i++) all_known &= executors_known(s, i) && !may_be_unread(s, i) && !s->tables.v[i].loose;
    for (size_t i = 0; i < s->tables.n; i++)
        for (size_t j = 0; j < s->tables.v[i].actors.n; j++) {
            struct actor *x = &s->tables.v[i].actors.v[j];
            struct str person = office_person(o, x->item.text);
            fact_bool(a, &x->item, F_nama_orang, person.p != NULL);
            if (person.p) fact_set(a, &x->item, F_tanda_orang, arena_str(a, person));
            fact_bool(a, &x->item, F_berulang, shown[x->identity]);
            shown[x->identity] = true;
            if (used[x->identity] || all_known) fact_bool(a, &x->item, F_bertugas, used[x->identity]);
            else fact_unknown(a, &x->item, F_bertugas, s->tables.v[i].loose ? W_reason_cells_astray : unread_reason(s, i));
        }
}

/* Names of the columns that a table has and the other lacks, joined by commas; absent when there are none. */
static struct str missing_from(struct arena *a, const struct step_table *have, const size_t *in_other, size_t stamp)
{
    struct buf b = BUF_INIT;
    struct str names = STR_ABSENT;
    for (size_t j = 0; j < have->actors.n; j++) {
        if (in_other[have->actors.v[j].identity] == stamp) continue;
        if (b.n) buf_z(&b, ", ");
        buf_str(&b, have->actors.v[j].item.text);
    }
    if (b.n) names = arena_str(a, buf_view(&b));
    buf_free(&b);
    return names;
}

static void change_facts(struct arena *a, struct sop *s, size_t identities)
{
    size_t *in_this = arena_alloc(a, (identities + 1) * sizeof *in_this), *in_last = arena_alloc(a, (identities + 1) * sizeof *in_last), last = NO_INDEX;
    for (size_t i = 0; i < s->tables.n; i++) {
        struct step_table *now = &s->tables.v[i];
        if (!now->actors.n) continue;
        for (size_t j = 0; j < now->actors.n; j++) in_this[now->actors.v[j].identity] = i + 1;
        if (last != NO_INDEX && s->tables.v[last].part == now->part) {
            struct step_table *before = &s->tables.v[last];
            struct str gone = missing_from(a, before, in_this, i + 1), added = missing_from(a, now, in_last, last + 1);
            fact_bool(a, &now->head, F_pelaksana_berubah, gone.p || added.p);
            if (gone.p) fact_set(a, &now->head, F_pelaksana_hilang, gone);
            if (added.p) fact_set(a, &now->head, F_pelaksana_baru, added);
        }
        for (size_t j = 0; j < now->actors.n; j++) in_last[now->actors.v[j].identity] = i + 1;
        last = i;
    }
}

struct office_columns *sop_office_columns(struct arena *a, const struct offices *o, struct wordbook *b, const struct sop *s)
{
    const struct str own[] = {s->identity.agency.text, s->identity.unit.text, s->identity.approval.office.text, s->signature.office.text};
    struct office_executors all = {0};
    for (size_t i = 0; i < s->tables.n; i++)
        for (size_t j = 0; j < s->tables.v[i].actors.n; j++) {
            const struct actor *x = &s->tables.v[i].actors.v[j];
            *ARENA_PUSH(a, &all) = (struct office_executor){x->item.text, x->item.text, x->identity};
            for (size_t k = 0; k < x->abbreviations.n; k++)
                *ARENA_PUSH(a, &all) = (struct office_executor){x->abbreviations.v[k].text, x->item.text, x->identity};
        }
    return office_columns_of(a, o, b, &all, own, COUNT(own));
}

void analyse_executor(struct arena *a, struct analyst *x, struct document *d)
{
    struct sop *s = d->sop;
    struct executors all = {0};
    struct wordmap exact = {0};
    struct lexemes t = {.book = x->words};
    for (size_t i = 0; i < s->tables.n; i++)
        for (size_t j = 0; j < s->tables.v[i].actors.n; j++) identify(a, x->k->offices, s, &all, &exact, &t, i, &s->tables.v[i].actors.v[j]);
    x->texts->columns = sop_office_columns(a, x->k->offices, x->words, s);
    weigh_marks(a, s);
    column_facts(a, x->k->offices, s, all.n);
    change_facts(a, s, all.n);
    for (size_t i = 0; i < s->steps.n; i++) step_facts(a, s, i);
    if (all.n) fact_int(a, &s->head, F_jumlah_pelaksana, (long long)all.n);
}
