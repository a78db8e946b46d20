/* Words of citations: the table of what they mean, and texts as words. */
#include "base/chars.h"
#include "domain/citation/citation_lex.h"

enum { WORD_LONGEST = 64 }; /* bytes; a longer word is not in the vocabulary */

static struct str lower_word(char *room, struct str word)
{
    for (size_t i = 0; i < word.n; i++) room[i] = lower_of(word.p[i]);
    return (struct str){room, word.n};
}

uint64_t word_hash(struct str word)
{
    char room[WORD_LONGEST];
    uint64_t h = str_hash(lower_word(room, str_slice(word, 0, WORD_LONGEST)));
    for (size_t i = WORD_LONGEST; i < word.n; i += WORD_LONGEST) h = h * 31 + str_hash(lower_word(room, str_slice(word, i, i + WORD_LONGEST)));
    return h;
}

const struct cited_word *cited_word_find(const struct citation_lexicon *l, struct str word)
{
    char room[WORD_LONGEST];
    const uint32_t *index = word.n <= WORD_LONGEST ? wordmap_get(&l->words, lower_word(room, word)) : NULL;
    return index ? &l->v[*index] : NULL;
}

struct cited_word *cited_word_at(struct arena *a, struct citation_lexicon *l, struct str word)
{
    char room[WORD_LONGEST];
    const struct cited_word *known = cited_word_find(l, word);
    if (known) return &l->v[known - l->v];
    *wordmap_put(a, &l->words, arena_str(a, lower_word(room, str_slice(word, 0, WORD_LONGEST)))) = (uint32_t)l->n;
    return ARENA_PUSH(a, l);
}

/* Where a new word begins inside a word ("Pemerintah|Permenpan", but "PermenPAN", "LKjIP"); its length when none does. */
static size_t glued_at(const struct citation_lexicon *l, struct str s)
{
    for (size_t i = 3; i + 1 < s.n; i++) {
        if (!is_upper(s.p[i]) || !is_lower(s.p[i - 1])) continue;
        size_t end = i + 1;
        while (end < s.n && is_lower(s.p[end])) end++;
        if (end > i + 1) {
            if (end - i >= 4) return i;
            continue;
        }
        const struct cited_word *x = l ? cited_word_find(l, str_slice(s, i, s.n)) : NULL;
        if (x && x->forms) return i;
    }
    return s.n;
}

static void classify(const struct citation_lexicon *l, struct citation_token *k, struct str word)
{
    char room[WORD_LONGEST];
    bool short_enough = word.n <= WORD_LONGEST;
    struct str low = short_enough ? lower_word(room, word) : word;
    k->kind = TOKEN_WORD;
    k->hash = short_enough ? str_hash(low) : word_hash(word);
    const uint32_t *index = l && short_enough ? wordmap_get_hashed(&l->words, low, k->hash) : NULL;
    if (index) k->classes = l->v[*index].classes, k->forms = l->v[*index].forms;
}

/* A number by its digits, whatever letters a scan made of them. */
static uint64_t number_hash(struct str s)
{
    char room[WORD_LONGEST];
    s = str_slice(s, 0, WORD_LONGEST);
    for (size_t i = 0; i < s.n; i++) room[i] = s.p[i] == 'O' || s.p[i] == 'o' ? '0' : is_digit(s.p[i]) ? s.p[i] : '1';
    return str_hash((struct str){room, s.n});
}

struct citation_tokens citation_tokens_of(struct arena *a, const struct citation_lexicon *l, struct str s)
{
    struct citation_tokens out = {.text = s, .cap = s.n / 6 + 8};
    out.v = arena_alloc(a, out.cap * sizeof *out.v);
    for (struct token t = token_next(s, 0); t.kind != TOKEN_END; t = token_next(s, t.end)) {
        struct citation_token k = {.kind = (uint8_t)t.kind, .begin = (uint32_t)t.begin, .spaced = !t.glued, .line = t.line};
        if (t.kind == TOKEN_NUMBER) {
            k.hash = number_hash(t.text);
        } else if (t.kind == TOKEN_WORD) {
            t.end = t.begin + glued_at(l, t.text);
            k.capital = is_upper(t.text.p[0]);
            classify(l, &k, str_slice(s, t.begin, t.end));
        } else if (t.mark == '&') {
            classify(l, &k, STR("dan"));
        } else {
            k.hash = t.mark < 0x80 ? t.mark : '-';
        }
        k.end = (uint32_t)t.end;
        *ARENA_PUSH(a, &out) = k;
    }
    return out;
}

struct str token_text(const struct citation_tokens *t, size_t i) { return str_slice(t->text, t->v[i].begin, t->v[i].end); }
