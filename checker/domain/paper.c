/* Texts that name papers and procedures, as comparable words. */
#include "domain/paper.h"

static const char *const keys[] = {"short", "generic", "stops", "outside", "records", "incoming", "regulations", "procedure", "unnamed",
                                   "plans", "unfinished", "no-place", "papers", "periods", "names", NULL};

/* Pairs of a name and words. */
static const struct plan *load_names(struct word_file *f, const char *key, bool short_first, size_t *count)
{
    struct words pairs = word_file_pairs(f, key);
    struct plan *plans = arena_alloc(f->a, (pairs.n / 2 + 1) * sizeof *plans);
    for (size_t i = 0; i + 1 < pairs.n; i += 2) {
        struct plan *plan = &plans[(*count)++];
        struct lexemes t = {0};
        plan->name = pairs.v[short_first ? i : i + 1];
        lexemes_split(f->a, &t, pairs.v[short_first ? i + 1 : i]);
        for (size_t k = 0; k < t.n && plan->n < COUNT(plan->word); k++) plan->word[plan->n++] = t.v[k].low;
    }
    return plans;
}

const struct papers *paper_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const struct {
        const char *key;
        uint32_t flag;
    } lists[] = {{"generic", PAPER_GENERIC}, {"stops", PAPER_STOP},           {"outside", PAPER_OUTSIDE},     {"records", PAPER_RECORD},
                 {"incoming", PAPER_INCOMING}, {"regulations", PAPER_REGULATION}, {"procedure", PAPER_PROCEDURE}, {"unnamed", PAPER_UNNAMED},
                 {"unfinished", PAPER_UNFINISHED}, {"no-place", PAPER_NO_PLACE}, {"papers", PAPER_NAME}};
    struct papers *p = arena_alloc(a, sizeof *p);
    struct word_file f = word_file_open(a, b, "vocabulary/documents.yaml", keys, faults);
    if (!f.root) return p;
    for (size_t i = 0; i < COUNT(lists); i++) word_file_flag(&f, lists[i].key, &p->words, lists[i].flag);
    struct words pairs = word_file_pairs(&f, "short");
    struct str(*full)[4] = arena_alloc(a, (pairs.n / 2 + 1) * sizeof *full);
    for (size_t i = 0; i + 1 < pairs.n; i += 2) {
        struct lexemes t = {0};
        lexemes_split(a, &t, pairs.v[i + 1]);
        for (size_t k = 0; k < t.n && k < COUNT(full[0]); k++) full[i / 2][k] = t.v[k].low;
        *wordmap_put(a, &p->shorts, pairs.v[i]) = (uint32_t)(i / 2);
    }
    p->full = (const struct str(*)[4])full;
    p->plans = load_names(&f, "plans", true, &p->plan_count);
    p->names = load_names(&f, "names", false, &p->name_count);
    struct words periods = word_file_pairs(&f, "periods");
    struct str *names = arena_alloc(a, (periods.n / 2 + 1) * sizeof *names);
    for (size_t i = 0; i + 1 < periods.n; i += 2) {
        names[i / 2] = periods.v[i + 1];
        *wordmap_put(a, &p->periods, periods.v[i]) = (uint32_t)(i / 2);
    }
    p->period_names = names;
    return p;
}

uint32_t paper_flags(const struct papers *p, struct str low)
{
    const uint32_t *f = wordmap_get(&p->words, low);
    return f ? *f : 0;
}

static void add(struct entry *w, struct paper *p)
{
    if (p->n == PAPER_KEYS || w->paper & PAPER_STOP || !w->id) return;
    p->brings_in |= (w->key->paper & PAPER_INCOMING) != 0;
    p->key[p->n] = w->key;
    p->flags[p->n++] = w->paper;
}

void paper_of(const struct lexemes *t, size_t from, size_t to, struct paper *out)
{
    out->n = 0;
    out->brings_in = false;
    for (size_t i = from; i < to; i++) {
        struct entry *w = t->v[i].w;
        if (!w->expansion) add(w, out);
        else
            for (size_t k = 0; w->expansion[k]; k++) add(w->expansion[k], out);
    }
}

static bool stands_at(struct wordbook *b, const struct plan *name, const struct paper *p, size_t at)
{
    for (size_t k = 0; k < name->n; k++)
        if (at + k >= p->n || p->key[at + k] != wordbook_entry(b, name->word[k])->key) return false;
    return name->n > 0;
}

void paper_shorten(const struct papers *all, struct wordbook *b, struct paper *p)
{
    size_t n = 0;
    for (size_t i = 0, length; i < p->n; i += length) {
        struct entry *key = p->key[i];
        uint32_t flags = p->flags[i];
        length = 1;
        for (size_t k = 0; length == 1 && k < all->name_count; k++)
            if (stands_at(b, &all->names[k], p, i)) key = wordbook_entry(b, all->names[k].name)->key, length = all->names[k].n;
        if (n && p->key[n - 1] == key) continue;
        p->key[n] = key;
        p->flags[n++] = flags;
    }
    p->n = n;
}

size_t paper_head(const struct paper *p)
{
    for (size_t i = 0; i < p->n; i++)
        if (!(p->flags[i] & (PAPER_GENERIC | PAPER_PROCEDURE))) return i;
    return NO_INDEX;
}

bool paper_has(const struct paper *p, const struct entry *key)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->key[i] == key) return true;
    return false;
}

bool paper_same(const struct paper *a, const struct paper *b)
{
    for (size_t i = 0, j = 0;; i++, j++) {
        while (i < a->n && a->flags[i] & PAPER_PROCEDURE) i++;
        while (j < b->n && b->flags[j] & PAPER_PROCEDURE) j++;
        if (i >= a->n || j >= b->n) return i >= a->n && j >= b->n;
        if (a->key[i] != b->key[j]) return false;
    }
}

bool paper_within(const struct paper *part, const struct paper *whole)
{
    for (size_t i = 0; i < part->n; i++)
        if (!(part->flags[i] & (PAPER_GENERIC | PAPER_PROCEDURE)) && !paper_has(whole, part->key[i])) return false;
    return paper_head(part) != NO_INDEX;
}
