/* Titles of regulations as words, and how far two of them agree. */
#include <string.h>

#include "base/chars.h"
#include "domain/citation/citation_lex.h"
#include "language/suggest.h"

#define TITLE_WORDS 80 /* no title has more; keeps the comparison small whatever a document prints */

struct word_list {
    uint64_t *v;
    size_t n, cap;
};
struct text_list {
    struct str *v;
    size_t n, cap;
};

static bool mark_is(const struct citation_tokens *t, size_t i, char c) { return i < t->n && t->v[i].kind == TOKEN_MARK && t->v[i].hash == (unsigned char)c; }

struct cited_words title_words(struct arena *a, const struct citation_lexicon *l, struct str title)
{
    struct citation_tokens t = citation_tokens_of(a, l, title);
    struct word_list hashes = {0};
    struct text_list texts = {0};
    for (size_t i = 0; i < t.n && hashes.n < TITLE_WORDS; i++) {
        const struct citation_token *k = &t.v[i];
        if (mark_is(&t, i, '(') && mark_is(&t, i + 2, ')')) {
            i += 2;
            continue;
        }
        if (k->kind == TOKEN_MARK || (k->classes & CLASS_STOP)) continue;
        const struct cited_word *x = l && k->kind == TOKEN_WORD ? cited_word_find(l, token_text(&t, i)) : NULL;
        size_t n = x && x->same ? x->same->n : 1;
        for (size_t j = 0; j < n; j++) {
            const struct cited_word *part = x && x->same ? cited_word_find(l, x->same->text[j]) : NULL;
            if (part && (part->classes & CLASS_STOP)) continue; /* "Permendagri" holds a "dalam" */
            *ARENA_PUSH(a, &hashes) = x && x->same ? x->same->v[j] : k->hash;
            *ARENA_PUSH(a, &texts) = x && x->same ? x->same->text[j] : token_text(&t, i);
        }
    }
    if (hashes.n > TITLE_WORDS) hashes.n = TITLE_WORDS;
    return (struct cited_words){hashes.v, texts.v, hashes.n};
}

bool words_contain(const struct cited_words *text, const struct cited_words *phrase)
{
    for (size_t i = 0; i + phrase->n <= text->n; i++)
        if (phrase->n == 0 || memcmp(text->v + i, phrase->v, phrase->n * sizeof *phrase->v) == 0) return true;
    return phrase->n == 0;
}

static unsigned char lower(char c) { return (unsigned char)lower_of(c); }

/* The same letters, whatever the blanks between the words. */
static bool same_letters(const struct cited_words *x, const struct cited_words *y)
{
    size_t i = 0, j = 0, p = 0, q = 0;
    for (;;) {
        while (i < x->n && p == x->text[i].n) i++, p = 0;
        while (j < y->n && q == y->text[j].n) j++, q = 0;
        if (i == x->n || j == y->n) return i == x->n && j == y->n;
        if (lower(x->text[i].p[p++]) != lower(y->text[j].p[q++])) return false;
    }
}

/* Are two words one but for a letter or two (from eight letters on)? */
static bool nearly(struct str x, struct str y)
{
    enum { LONGEST = 32 };
    size_t gap = x.n > y.n ? x.n - y.n : y.n - x.n, most = x.n >= 8 && y.n >= 8 ? 2 : 1;
    if (x.n < 5 || y.n < 5 || x.n > LONGEST || y.n > LONGEST || gap > most) return false;
    if (lower(x.p[0]) != lower(y.p[0]) && lower(x.p[x.n - 1]) != lower(y.p[y.n - 1])) return false;
    return edit_distance(x, y, most) <= most;
}

static struct str joined(struct arena *a, const struct cited_words *w, const bool *chosen)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < w->n; i++) {
        if (!chosen[i]) continue;
        if (b.n) buf_ch(&b, ' ');
        buf_str(&b, w->text[i]);
    }
    struct str s = b.n ? arena_str(a, buf_view(&b)) : STR_ABSENT;
    buf_free(&b);
    return s;
}

/* Pairs the words of x and y by their longest common subsequence; a slightly misspelt word pairs too, but stays marked. */
static size_t pair_words(const struct cited_words *x, const struct cited_words *y, bool *extra, bool *missing)
{
    uint8_t common[TITLE_WORDS + 1][TITLE_WORDS + 1]; /* of the rests from i and j on */
    uint8_t pair[TITLE_WORDS][TITLE_WORDS];           /* 2: equal, 1: nearly */
    for (size_t j = 0; j <= y->n; j++) common[x->n][j] = 0;
    for (size_t i = x->n; i-- > 0;) {
        common[i][y->n] = 0;
        for (size_t j = y->n; j-- > 0;) {
            pair[i][j] = x->v[i] == y->v[j] ? 2 : nearly(x->text[i], y->text[j]) ? 1 : 0;
            uint8_t best = common[i + 1][j] > common[i][j + 1] ? common[i + 1][j] : common[i][j + 1];
            if (pair[i][j] && common[i + 1][j + 1] + 1 > best) best = (uint8_t)(common[i + 1][j + 1] + 1);
            common[i][j] = best;
        }
    }
    for (size_t i = 0, j = 0; i < x->n && j < y->n;) {
        if (pair[i][j] && common[i][j] == common[i + 1][j + 1] + 1) {
            if (pair[i][j] == 2) extra[i] = missing[j] = false;
            i++, j++;
        } else if (common[i + 1][j] >= common[i][j + 1]) {
            i++;
        } else {
            j++;
        }
    }
    return common[0][0];
}

struct agreement title_compare(struct arena *a, const struct cited_words *x, const struct cited_words *y)
{
    bool missing[TITLE_WORDS], extra[TITLE_WORDS];
    size_t least = x->n < y->n ? x->n : y->n, head = 0, tail = 0;
    while (head < least && x->v[head] == y->v[head]) head++;
    if (head == x->n && head == y->n) return (struct agreement){.equal = head, .same = true};
    if (same_letters(x, y)) return (struct agreement){.equal = least, .same = true};
    while (tail < least - head && x->v[x->n - 1 - tail] == y->v[y->n - 1 - tail]) tail++;
    struct cited_words from = {x->v + head, x->text + head, x->n - head - tail}, to = {y->v + head, y->text + head, y->n - head - tail};
    memset(missing, true, to.n);
    memset(extra, true, from.n);
    struct agreement out = {.equal = head + tail};
    if (from.n && to.n) out.equal += pair_words(&from, &to, extra, missing);
    out.missing = joined(a, &to, missing);
    out.extra = joined(a, &from, extra);
    return out;
}
