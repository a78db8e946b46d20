/* Names of indicators compared by their words. */
#include <string.h>

#include "analyse/lkjip/lkjip_match.h"
#include "language/suggest.h"

static bool little(struct str w)
{
    static const char *const words[] = {"dan", "yang", "di", "ke", "dari", "pada", "atas", "dalam", "untuk", "dengan", "oleh", "serta", "atau", "terhadap"};
    for (size_t i = 0; i < COUNT(words); i++)
        if (w.p[0] == words[i][0] && str_eqz(w, words[i])) return true;
    return false;
}

struct str match_key(struct arena *a, struct lexemes *t, struct str name)
{
    struct buf b = BUF_INIT;
    bool bracket = false;
    lexemes_split(a, t, name);
    for (size_t i = 0; i < t->n; i++) {
        if (t->v[i].before == '(') bracket = true;
        else if (t->v[i].before == ')') bracket = false;
        if (bracket || little(t->v[i].low)) continue;
        if (b.n) buf_ch(&b, ' ');
        buf_str(&b, t->v[i].low);
    }
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}

struct str match_abbreviation(const struct lexemes *t)
{
    for (size_t i = 1; i < t->n; i++) {
        char behind = i + 1 < t->n ? t->v[i + 1].before : t->after;
        if (t->v[i].before == '(' && behind == ')' && t->v[i].low.n > 2 && lexeme_upper(&t->v[i])) return t->v[i].low;
    }
    return STR_ABSENT;
}

static bool next(struct str s, size_t *at, struct str *word)
{
    while (*at < s.n && s.p[*at] == ' ') ++*at;
    size_t begin = *at;
    while (*at < s.n && s.p[*at] != ' ') ++*at;
    *word = str_slice(s, begin, *at);
    return word->n > 0;
}

static bool holds(struct str s, struct str word)
{
    struct str w;
    for (size_t at = 0; next(s, &at, &w);)
        if (str_eq(w, word) || (w.n > 4 && word.n > 4 && edit_distance(w, word, 1) <= 1)) return true;
    return false;
}

unsigned match_likeness(struct str x, struct str y)
{
    unsigned shared = 0, of_x = 0, of_y = 0;
    struct str w;
    if (str_eq(x, y)) return x.n ? MATCH_SAME : 0;
    for (size_t at = 0; next(x, &at, &w); of_x++) shared += holds(y, w);
    for (size_t at = 0; next(y, &at, &w); of_y++) shared += holds(x, w);
    return of_x + of_y ? shared * 1000 / (of_x + of_y) : 0;
}

static bool all_in(struct str key, struct str other)
{
    struct str w;
    for (size_t at = 0; next(key, &at, &w);)
        if (!holds(other, w)) return false;
    return key.n > 0;
}

bool match_part(struct str a, struct str b) { return all_in(a, b) || all_in(b, a); }

void matcher_add(struct matcher *m, struct str name)
{
    struct str key = match_key(m->a, &m->words, name), w;
    uint32_t index = (uint32_t)m->keys.n;
    *ARENA_PUSH(m->a, &m->keys) = key;
    if (!key.n) return;
    struct str brief = match_abbreviation(&m->words);
    uint32_t *slot = wordmap_put(m->a, &m->exact, key), *of = brief.p ? wordmap_put(m->a, &m->abbreviations, arena_str(m->a, brief)) : NULL;
    if (!*slot) *slot = index + 1;
    if (of) *of = *of && !str_eq(m->keys.v[*of == MATCH_TWO ? index : *of - 1], key) ? MATCH_TWO : index + 1;
    for (size_t at = 0; next(key, &at, &w);) {
        slot = wordmap_put(m->a, &m->by_word, w);
        if (!*slot) {
            (void)ARENA_PUSH(m->a, &m->lists);
            *slot = (uint32_t)m->lists.n;
        }
        struct match_word *list = &m->lists.v[*slot - 1];
        if (list->n <= MATCH_NAMES) *ARENA_PUSH(m->a, list) = index;
    }
}

size_t matcher_find(struct matcher *m, struct str name, unsigned *likeness)
{
    struct str key = match_key(m->a, &m->words, name), w;
    const uint32_t *same = key.n ? wordmap_get(&m->exact, key) : NULL;
    size_t best = NO_INDEX;
    *likeness = same ? MATCH_SAME : 0;
    if (same) return *same - 1;
    const uint32_t *brief = m->words.n == 1 && lexeme_upper(&m->words.v[0]) ? wordmap_get(&m->abbreviations, key) : NULL;
    struct str own = match_abbreviation(&m->words);
    if (!brief && own.p) brief = wordmap_get(&m->exact, own); /* the other has nothing but that */
    if (brief && *brief != MATCH_TWO) {
        *likeness = MATCH_SAME;
        return *brief - 1;
    }
    for (size_t at = 0; next(key, &at, &w);) {
        const uint32_t *slot = wordmap_get(&m->by_word, w);
        const struct match_word *list = slot ? &m->lists.v[*slot - 1] : NULL;
        for (size_t i = 0; list && list->n <= MATCH_NAMES && i < list->n; i++) {
            unsigned like = match_likeness(key, m->keys.v[list->v[i]]);
            if (like > *likeness) *likeness = like, best = list->v[i];
        }
    }
    return best;
}

void mentions_add(struct mentions *m, struct str name)
{
    struct buf b = BUF_INIT;
    lexemes_split(m->a, &m->words, name);
    for (size_t i = 0; i < m->words.n; i++) {
        if (i) buf_ch(&b, ' ');
        buf_str(&b, m->words.v[i].low);
    }
    struct str key = arena_str(m->a, buf_view(&b));
    buf_free(&b);
    *ARENA_PUSH(m->a, &m->keys) = key;
    if (!key.n || key.n > MENTION_MAX || (m->words.n < 2 && name.n < 8)) return; /* a short word alone is no mention */
    for (size_t end = str_find(key, STR(" "), 0); end != SIZE_MAX; end = str_find(key, STR(" "), end + 1)) (void)wordmap_put(m->a, &m->begun, str_slice(key, 0, end));
    *wordmap_put(m->a, &m->begun, key) = (uint32_t)m->keys.n;
}

bool mentions_at(struct mentions *m, const struct lexemes *t, size_t word, struct mention *out)
{
    char key[MENTION_MAX];
    const uint32_t *name;
    size_t length = 0;
    out->end = word;
    for (size_t i = word; i < t->n; i++) {
        struct str w = t->v[i].low;
        if (length + w.n + 1 > sizeof key) break;
        if (i > word) key[length++] = ' ';
        memcpy(key + length, w.p, w.n);
        length += w.n;
        if (!(name = wordmap_get(&m->begun, (struct str){key, length}))) break;
        if (*name) *out = (struct mention){*name - 1, word, i + 1};
    }
    return out->end > word;
}
