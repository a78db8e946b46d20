/* hunspell, asked only whether it knows a word, and each word once. */
#include <hunspell/hunspell.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "spelling.h"

/* Answers kept before the memory is emptied: enough for thousands of documents. */
enum { ANSWERS_MAX = 65536, LONGEST = 40 };

struct speller {
    Hunhandle *dictionary;     /* NULL: none was found */
    struct arena *a;
    struct wordmap known;      /* index into answers */
    struct {
        struct answer *v;
        size_t n, cap;
    } answers;
};

static bool there(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (f) fclose(f);
    return f != NULL;
}

/* hunspell does not say whether it found its files, so they are looked for first. */
static Hunhandle *open_in(struct arena *a, struct str folder)
{
    struct str aff = arena_printf(a, "%.*s/id_ID.aff", (int)folder.n, folder.p), dic = arena_printf(a, "%.*s/id_ID.dic", (int)folder.n, folder.p);
    return there(aff.p) && there(dic.p) ? Hunspell_create(aff.p, dic.p) : NULL;
}

static struct speller *speller_of(struct analyst *x)
{
    if (x->speller) return x->speller;
    const struct lexicon *l = x->k->lexicon;
    struct speller *s = base_alloc(sizeof *s);
    *s = (struct speller){.a = arena_new()};
    struct str own = parameter_get(x->p, "kamus");
    if (!str_blank(own)) s->dictionary = open_in(s->a, own);
    else
        for (size_t i = 0; i < l->dictionaries.n && !s->dictionary; i++) s->dictionary = open_in(s->a, l->dictionaries.v[i]);
    x->speller = s;
    return s;
}

void speller_free(struct speller *s)
{
    if (!s) return;
    if (s->dictionary) Hunspell_destroy(s->dictionary);
    arena_free(s->a);
    free(s);
}

static bool listed(const struct lexicon *l, struct str low) { return wordmap_get(&l->words, low) != NULL; }

static bool spelled(struct speller *s, struct str low)
{
    char text[LONGEST + 1];
    if (low.n > LONGEST) return false;
    memcpy(text, low.p, low.n);
    text[low.n] = '\0';
    return Hunspell_spell(s->dictionary, text) != 0;
}

static bool knows(struct speller *s, const struct lexicon *l, struct str low) { return listed(l, low) || spelled(s, low); }

/* A word made by the rules from a known one ("terparaf"): unknown only because no list has every form. */
static bool made_of_known(struct speller *s, const struct lexicon *l, struct str low)
{
    for (size_t i = 0; i <= l->prefixes.n; i++) {
        struct str prefix = i < l->prefixes.n ? l->prefixes.v[i] : STR("");
        if (!str_starts(low, prefix)) continue;
        for (size_t k = 0; k <= l->suffixes.n; k++) {
            struct str suffix = k < l->suffixes.n ? l->suffixes.v[k] : STR("");
            if (low.n < prefix.n + suffix.n + 4 || !str_ends(low, suffix) || prefix.n + suffix.n == 0) continue;
            struct str root = str_slice(low, prefix.n, low.n - suffix.n);
            if (knows(s, l, root)) return true;
            for (size_t m = 0; m + 1 < l->melted.n; m += 2) {
                char whole[LONGEST];
                if (!str_eq(l->melted.v[m], prefix) || root.n + 1 > sizeof whole) continue;
                whole[0] = l->melted.v[m + 1].p[0];
                memcpy(whole + 1, root.p, root.n);
                if (knows(s, l, (struct str){whole, root.n + 1})) return true;
            }
        }
    }
    return false;
}

struct answer speller_ask(struct analyst *x, struct str low)
{
    const struct lexicon *l = x->k->lexicon;
    struct answer answer = {.knowing = WORD_KNOWN};
    if (listed(l, low) || low.n > LONGEST) return answer;
    struct speller *s = speller_of(x);
    if (!s->dictionary) return (struct answer){.knowing = WORD_UNASKED};
    const uint32_t *i = wordmap_get(&s->known, low);
    if (i) return s->answers.v[*i];
    if (!spelled(s, low)) {
        answer.knowing = WORD_UNKNOWN;
        answer.near = lexicon_near(l, low);
        if (made_of_known(s, l, low)) answer = (struct answer){.knowing = WORD_KNOWN};
    }
    if (s->answers.n >= ANSWERS_MAX) {
        arena_reset(s->a);
        s->known = (struct wordmap){0};
        s->answers.v = NULL;
        s->answers.n = s->answers.cap = 0;
    }
    *wordmap_put(s->a, &s->known, arena_str(s->a, low)) = (uint32_t)s->answers.n;
    *ARENA_PUSH(s->a, &s->answers) = answer;
    return answer;
}

bool speller_knows(struct analyst *x, struct str low) { return speller_ask(x, low).knowing == WORD_KNOWN; }
