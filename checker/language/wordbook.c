/* Each word of the texts with all that the data say of it. */
#include <stdlib.h>

#include "language/wordbook.h"

enum { WORDS_MAX = 131072 };

struct wordbook {
    wordbook_learn *learn;
    const void *data;
    struct arena *a;
    struct wordmap ids;
    struct {
        struct entry **v;
        size_t n, cap;
    } words;
    struct entry stranger;
    uint32_t marks;
};

struct wordbook *wordbook_new(wordbook_learn *learn, const void *data)
{
    struct wordbook *b = base_alloc(sizeof *b);
    *b = (struct wordbook){.learn = learn, .data = data, .a = arena_new()};
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

static struct entry *learn(struct wordbook *b, struct str low)
{
    struct entry *w = arena_alloc(b->a, sizeof *w);
    w->low = arena_str(b->a, low);
    *ARENA_PUSH(b->a, &b->words) = w;
    w->id = *wordmap_put(b->a, &b->ids, w->low) = (uint32_t)b->words.n;
    b->learn(b->data, b->a, b, w);
    return w;
}

struct entry *wordbook_entry(struct wordbook *b, struct str low)
{
    const uint32_t *id = wordmap_get(&b->ids, low);
    if (id) return b->words.v[*id - 1];
    return b->words.n < WORDS_MAX ? learn(b, low) : &b->stranger;
}

uint32_t wordbook_marks(struct wordbook *b) { return ++b->marks; }
