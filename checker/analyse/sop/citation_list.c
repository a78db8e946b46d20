/* Facts about a list of legal bases as a whole: repeats, order, required bases, other regions' regulations. */
#include <stdlib.h>

#include "analyse/sop/cited.h"

/* ---- repeats ------------------------------------------------------------------------------------------------ */

struct keyed {
    uint64_t key;
    size_t index;
};

static int by_key(const void *p, const void *q)
{
    const struct keyed *x = p, *y = q;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

/* Two titles of which at least half the words differ: one of the numbers is misread, the regulation is not cited twice. */
static bool unlike(struct arena *a, const struct cited_words *x, const struct cited_words *y)
{
    return x->n && y->n && 4 * title_compare(a, x, y).equal < x->n + y->n;
}

void cited_duplicates(struct cited_list *l)
{
    struct keyed *v = arena_alloc(l->a, (l->n + 1) * sizeof *v);
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++)
        if (l->v[i].c.kind && l->v[i].c.amends == NO_INDEX && l->v[i].c.number.set && l->v[i].c.year_value) v[n++] = (struct keyed){word_hash(l->v[i].name), i};
    if (n) qsort(v, n, sizeof *v, by_key);
    for (size_t i = 0; i < n; i++) {
        struct cited *x = &l->v[v[i].index];
        bool twice = i > 0 && v[i - 1].key == v[i].key && !unlike(l->a, &x->title, &l->v[v[i - 1].index].title);
        fact_bool(l->a, x->item, F_ganda, twice);
    }
}

/* ---- order -------------------------------------------------------------------------------------------------- */

/* One finding for the list: the first that stands behind what it should precede. */
void cited_order(struct cited_list *l, struct item *section)
{
    const struct cited *lowest = NULL;
    size_t ranked = 0;
    const struct cited **latest = arena_alloc(l->a, l->r->kind_count * sizeof(*latest)); /* by kind */
    const struct cited *late = NULL, *before = NULL;
    bool by_rank = false;
    for (size_t i = 0; i < l->n && !by_rank; i++) {
        const struct cited *x = &l->v[i];
        const struct kind *k = x->c.kind;
        if (!k || !k->rank || x->c.amends != NO_INDEX || x->meant) continue;
        ranked++;
        const struct cited **last = &latest[k - l->r->kinds];
        if (lowest && lowest->c.kind->rank - k->rank >= 2) late = x, before = lowest, by_rank = true;
        else if (!late && *last && x->c.year_value && x->c.year_value < (*last)->c.year_value) late = x, before = *last;
        if (!lowest || k->rank >= lowest->c.kind->rank) lowest = x;
        if (x->c.year_value) *last = x;
    }
    if (ranked < 2) return;
    fact_set(l->a, section, F_urutan, by_rank ? STR("hierarki") : late ? STR("tahun") : STR("runtut"));
    if (!late) return;
    struct item *wrong = fact_child(l->a, section, F_salah_urut, late->name, late->item->place);
    fact_set(l->a, wrong, F_sesudah, before->name);
}

/* ---- required bases ----------------------------------------------------------------------------------------- */

static bool any_phrase(const struct cited_words *text, const struct cited_words *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (words_contain(text, &v[i])) return true;
    return false;
}

/* The topic that the SOP's name tells; NULL: none of the listed ones. */
static const struct topic *topic_of(const struct cited_list *l, const struct sop *s)
{
    struct str name = s->identity.name.text;
    if (str_blank(name) && s->identity.other_titles.n) name = s->identity.other_titles.v[0].text;
    struct cited_words words = title_words(l->a, &l->r->lexicon, name);
    for (size_t i = 0; i < l->r->topic_count; i++) {
        const struct topic *t = &l->r->topics[i];
        if (t->word_count && any_phrase(&words, t->words, t->word_count) && !any_phrase(&words, t->not, t->not_count)) return t;
    }
    return NULL;
}

static bool applies(const struct cited_list *l, const struct basis *b, const struct topic *topic)
{
    bool on_topic = false;
    for (size_t i = 0; i < b->topic_count; i++) on_topic |= b->topics[i] == topic || b->topics[i]->word_count == 0;
    if (!on_topic) return false;
    if (!l->date.year) return b->until.year == 0;
    return date_reached(l->date, b->from) && !(b->until.year && date_may_reach(l->date, b->until));
}

static bool satisfied(const struct cited_list *l, const struct basis *b)
{
    for (size_t i = 0; i < b->any_count; i++)
        if (l->counts[b->any_of[i]->index]) return true;
    for (size_t i = 0; b->or_count && i < l->n; i++)
        if (any_phrase(&l->v[i].title, b->or_title, b->or_count)) return true;
    return false;
}

void cited_bases(struct cited_list *l, const struct sop *s, struct item *section)
{
    const struct topic *topic = topic_of(l, s);
    struct date earliest = l->date; /* an undated document is not older than what it cites */
    for (size_t i = 0; !l->date.year && i < l->n; i++)
        if (l->v[i].c.year_value > earliest.year && year_of_law((uint64_t)l->v[i].c.year_value)) earliest.year = l->v[i].c.year_value;
    for (size_t i = 0; i < l->r->basis_count; i++) {
        const struct basis *b = &l->r->bases[i];
        const struct regulation *usual = b->any_of[0];
        if (!applies(l, b, topic)) continue;
        cited_resolve_needed(l, usual);
        struct item *x = fact_child(l->a, section, F_dasar_wajib, regulation_name(l->a, usual), section->place);
        fact_set(l->a, x, F_judul, usual->title);
        fact_bool(l->a, x, F_dikutip, satisfied(l, b));
        fact_set(l->a, x, F_tingkat, b->warning && date_reached(earliest, b->from) ? STR("peringatan") : STR("catatan"));
        fact_bool(l->a, x, F_umum, b->topics[0]->word_count == 0);
    }
}

/* No region has a shorter name; a shorter word abbreviates one. */
#define SHORTEST_NAME 4

/* ---- regions ------------------------------------------------------------------------------------------------ */

struct region {
    enum level level;
    struct cited_words name;  /* of the words that follow the level, as many as may be the name */
    struct str printed;
};
struct regions {
    struct region *v;
    size_t n, cap;
};

/* The regions named in a text: "Pemerintah Kabupaten Landak", "Kepala Dinas … Kab. Banyumas". */
static void regions_in(struct cited_list *l, struct str text, struct regions *out)
{
    enum { NAME_WORDS = 4 };
    struct citation_tokens t = citation_tokens_of(l->a, &l->r->lexicon, str_slice(text, 0, 2000));
    for (size_t i = 0; i < t.n; i++) {
        enum level level = level_told(t.v[i].classes);
        size_t from = i + 1;
        if (!level) continue;
        while (from < t.n && (t.v[from].kind == TOKEN_MARK || (t.v[from].classes & CLASS_REGION)) && !level_told(t.v[from].classes)) from++;
        struct region r = {.level = level, .name = {arena_alloc(l->a, NAME_WORDS * sizeof(uint64_t)), arena_alloc(l->a, NAME_WORDS * sizeof(struct str)), 0}};
        for (size_t k = from; k < t.n && t.v[k].kind == TOKEN_WORD && r.name.n < NAME_WORDS; k++)
            r.name.v[r.name.n] = t.v[k].hash, r.name.text[r.name.n++] = token_text(&t, k);
        if (!r.name.n || r.name.text[0].n < SHORTEST_NAME) continue;
        r.printed = str_slice(text, t.v[i].begin, t.v[from].end);
        *ARENA_PUSH(l->a, out) = r;
    }
}

/* Does one name begin with the other ("Landak Provinsi …", a name broken off at a line's end)? A letter or two may be misread. */
static bool same_name(struct cited_list *l, struct cited_words x, struct cited_words y)
{
    x.n = y.n = x.n < y.n ? x.n : y.n;
    return title_compare(l->a, &x, &y).equal == x.n;
}

/* The region that a citation names; no words where it names none or abbreviates it. */
static struct cited_words cited_region(struct cited_list *l, const struct cited *x)
{
    struct cited_words name = title_words(l->a, NULL, cited_text(x, x->c.issuer));
    for (size_t i = 0; i < name.n; i++) {
        const struct cited_word *m = cited_word_find(&l->r->lexicon, name.text[i]);
        if (m && (m->classes & CLASS_REGION)) name.n = i;
    }
    if (name.n && name.text[0].n < SHORTEST_NAME) name.n = 0;
    return name;
}

static void judge_region(struct cited_list *l, struct cited *x, const struct regions *own)
{
    struct cited_words name = cited_region(l, x);
    bool province = x->c.level == LEVEL_PROVINCE, comparable = false;
    const struct region *mine = NULL;
    if (!name.n) {
        fact_bool(l->a, x->item, F_daerah_lain, false);
        return;
    }
    for (size_t i = 0; i < own->n; i++) {
        if (same_name(l, own->v[i].name, name)) {
            fact_bool(l->a, x->item, F_daerah_lain, false);
            return;
        }
        if ((own->v[i].level == LEVEL_PROVINCE) == province) comparable = true, mine = mine ? mine : &own->v[i];
    }
    if (province && own->n && !comparable) { /* the province above one's own regency, for all one can know */
        fact_bool(l->a, x->item, F_daerah_lain, false);
    } else if (!comparable || !x->c.level) {
        fact_unknown(l->a, x->item, F_daerah_lain, W_reason_region);
    } else {
        fact_bool(l->a, x->item, F_daerah_lain, true);
        fact_set(l->a, x->item, F_wilayah, cited_text(x, x->c.issuer));
        fact_set(l->a, x->item, F_wilayah_dokumen, mine->printed);
    }
}

void cited_regions(struct cited_list *l, const struct sop *s, struct str region)
{
    struct regions own = {0};
    const struct identity *id = &s->identity;
    const struct str texts[] = {region, id->agency.text, id->unit.text, id->approval.office.text, s->signature.office.text, id->name.text};
    bool any = false;
    for (size_t i = 0; i < l->n; i++) any |= cited_local(&l->v[i]);
    for (size_t i = 0; any && i < COUNT(texts); i++) regions_in(l, texts[i], &own);
    for (size_t i = 0; any && i < l->n; i++)
        if (cited_local(&l->v[i])) judge_region(l, &l->v[i], &own);
}
