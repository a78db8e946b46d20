/* Each word of the texts with all that the data say of it. */
#include <stdlib.h>

#include "domain/office_data.h"
#include "domain/paper.h"
#include "language/lexicon.h"
#include "language/verb.h"
#include "language/wordbook.h"

enum { WORDS_MAX = 131072 };

struct wordbook {
    const struct knowledge *k;
    struct arena *a;
    struct wordmap ids;
    struct {
        struct entry **v;
        size_t n, cap;
    } words;
    struct entry stranger;
    uint32_t marks;
};

struct wordbook *wordbook_new(const struct knowledge *k)
{
    struct wordbook *b = base_alloc(sizeof *b);
    *b = (struct wordbook){.k = k, .a = arena_new()};
    b->stranger.key = &b->stranger;
    b->stranger.low = STR("");
    return b;
}

void wordbook_free(struct wordbook *b)
{
    if (!b) return;
    arena_free(b->a);
    free(b);
}

void wordbook_rest(struct wordbook *b)
{
    if (b->words.n < WORDS_MAX / 2) return;
    arena_reset(b->a);
    b->ids = (struct wordmap){0};
    b->words.v = NULL;
    b->words.n = b->words.cap = 0;
}

/* "SE": surat edaran. */
static struct entry *const *expansion_of(struct wordbook *b, struct str low)
{
    const uint32_t *i = wordmap_get(&b->k->papers->shorts, low);
    if (!i) return NULL;
    struct entry **v = arena_alloc(b->a, (COUNT(b->k->papers->full[0]) + 1) * sizeof *v);
    for (size_t n = 0; n < COUNT(b->k->papers->full[0]) && b->k->papers->full[*i][n].p; n++) v[n] = wordbook_entry(b, b->k->papers->full[*i][n]);
    return v;
}

static struct entry *learn(struct wordbook *b, struct str low)
{
    const struct knowledge *k = b->k;
    struct entry *w = arena_alloc(b->a, sizeof *w);
    const uint32_t *flags;
    w->low = arena_str(b->a, low);
    *ARENA_PUSH(b->a, &b->words) = w;
    w->id = *wordmap_put(b->a, &b->ids, w->low) = (uint32_t)b->words.n;
    w->verb = verb_flags(k->morphology, w->low);
    w->kind = verb_kind(k->morphology, w->low);
    w->form = (uint8_t)verb_form(k->morphology, w->low);
    w->office = office_flags(k->offices, w->low);
    w->full = office_full(k->offices, w->low);
    w->paper = paper_flags(k->papers, w->low);
    w->lexicon = (flags = wordmap_get(&k->lexicon->words, w->low)) ? *flags : 0;
    /* What follows may learn more words, but of their own kind: neither a verb's key nor an expansion has another. */
    struct str key = verb_key(k->morphology, w->low);
    w->key = str_eq(key, w->low) ? w : wordbook_entry(b, key);
    w->expansion = expansion_of(b, w->low);
    return w;
}

struct entry *wordbook_entry(struct wordbook *b, struct str low)
{
    const uint32_t *id = wordmap_get(&b->ids, low);
    if (id) return b->words.v[*id - 1];
    return b->words.n < WORDS_MAX ? learn(b, low) : &b->stranger;
}

uint32_t wordbook_marks(struct wordbook *b) { return ++b->marks; }
