/* Words of citations: the table of what they mean, and the splitting of texts that scans and converters have damaged. */
#include <string.h>

#include "base/chars.h"
#include "domain/citation/citation_lex.h"

#define HASH_SEED 1469598103934665603u
#define HASH_STEP(h, c) (((h) ^ (c)) * 1099511628211u) /* FNV-1a, as str_hash */

static unsigned char lower(char c) { return (unsigned char)lower_of(c); }

uint64_t word_hash(struct str word)
{
    uint64_t h = HASH_SEED;
    for (size_t i = 0; i < word.n; i++) h = HASH_STEP(h, lower(word.p[i]));
    return h;
}

struct lexicon_table lexicon_room(struct arena *a, size_t words)
{
    size_t slots = 64;
    while (slots < words * 2) slots *= 2;
    return (struct lexicon_table){arena_alloc(a, slots * sizeof(struct cited_word)), slots - 1, 0};
}

struct cited_word *lexeme_at(struct lexicon_table *t, uint64_t hash)
{
    size_t i = hash & t->mask;
    while (t->v[i].hash && t->v[i].hash != hash) i = (i + 1) & t->mask;
    if (!t->v[i].hash && t->used < t->mask) t->v[i].hash = hash, t->used++;
    return &t->v[i];
}

const struct cited_word *lexeme_find(const struct lexicon_table *t, uint64_t hash)
{
    size_t i = hash & t->mask;
    while (t->v[i].hash && t->v[i].hash != hash) i = (i + 1) & t->mask;
    return t->v[i].hash ? &t->v[i] : NULL;
}

/* ---- splitting ---------------------------------------------------------------------------------------------- */

/* Length of the separating character (blank, dash, quotation mark …) of more than one byte at p; 0: a letter. */
static size_t wide_separator(struct str s, size_t i, bool *space)
{
    unsigned char c = (unsigned char)s.p[i], d = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
    *space = c == 0xC2 && d == 0xA0;
    if (c == 0xC2 && d < 0xC0) return 2;                          /* NBSP, « » · … */
    if (c == 0xE2 && (d == 0x80 || d == 0x96 || d == 0x97)) return 3; /* dashes, quotation marks, bullets, ■ ○ */
    return 0;
}

static bool letter_at(struct str s, size_t i)
{
    bool space;
    return is_alpha(s.p[i]) || ((unsigned char)s.p[i] >= 0x80 && !wide_separator(s, i, &space));
}

/* A digit as scans read it: the letters O, l and I among digits are digits ("2O14", "2OO9"). */
static bool digit_at(struct str s, size_t i)
{
    for (size_t end = i; end < i + 3 && end < s.n; end++) {
        if (is_digit(s.p[end])) return true;
        if (!strchr("OolI", s.p[end])) return false;
    }
    return false;
}

/* Does a new word begin at `i` inside the run of letters that began at `from`? "Pemerintah|Permenpan", but "PermenPAN", "LKjIP". */
static bool glued_at(const struct lexicon_table *t, struct str s, size_t from, size_t i)
{
    if (i - from < 3 || !is_upper(s.p[i]) || !is_lower(s.p[i - 1]) || i + 1 >= s.n) return false;
    size_t end = i;
    if (is_lower(s.p[i + 1])) {
        while (end < s.n && (end == i || is_lower(s.p[end]))) end++;
        return end - i >= 4;
    }
    while (end < s.n && letter_at(s, end)) end++;
    const struct cited_word *x = t ? lexeme_find(t, word_hash(str_slice(s, i, end))) : NULL;
    return x && x->forms;
}

static void classify(const struct lexicon_table *t, struct token *k)
{
    const struct cited_word *x = t ? lexeme_find(t, k->hash) : NULL;
    if (x) k->classes = x->classes, k->forms = x->forms;
}

static size_t digits_token(struct str s, size_t i, struct token *k)
{
    k->kind = TOKEN_DIGITS;
    k->hash = HASH_SEED;
    for (size_t from = i; i < s.n && (i == from || digit_at(s, i));) { /* the caller has seen the first */
        char c = s.p[i] == 'O' || s.p[i] == 'o' ? '0' : is_digit(s.p[i]) ? s.p[i] : '1';
        k->hash = HASH_STEP(k->hash, (unsigned char)c);
        i++;
    }
    return i;
}

static size_t word_token(const struct lexicon_table *t, struct str s, size_t i, struct token *k)
{
    size_t from = i;
    k->kind = TOKEN_WORD;
    k->capital = is_upper(s.p[i]);
    k->hash = HASH_SEED;
    while (i < s.n && letter_at(s, i) && !glued_at(t, s, from, i)) k->hash = HASH_STEP(k->hash, lower(s.p[i])), i++;
    classify(t, k);
    return i;
}

struct tokens tokens_of(struct arena *a, const struct lexicon_table *t, struct str s)
{
    struct tokens out = {.text = s, .cap = s.n / 6 + 8};
    out.v = arena_alloc(a, out.cap * sizeof *out.v);
    bool space = false, line = false;
    for (size_t i = 0; i < s.n;) {
        bool blank = s.p[i] == ' ' || (s.p[i] >= '\t' && s.p[i] <= '\r'), wide_blank;
        if (blank) {
            space = true;
            line |= s.p[i] == '\n';
            i++;
            continue;
        }
        struct token k = {.begin = (uint32_t)i, .spaced = space, .line = line};
        size_t wide = wide_separator(s, i, &wide_blank);
        if (wide_blank) {
            space = true;
            i += wide;
            continue;
        }
        if (is_digit(s.p[i]) || (strchr("lIO", s.p[i]) && i + 1 < s.n && is_digit(s.p[i + 1]) && (i == 0 || !letter_at(s, i - 1)))) {
            i = digits_token(s, i, &k);
        } else if (letter_at(s, i)) {
            i = word_token(t, s, i, &k);
        } else if (s.p[i] == '&') {
            i++;
            k.kind = TOKEN_WORD;
            k.hash = word_hash(STR("dan"));
            classify(t, &k);
        } else {
            k.kind = TOKEN_MARK;
            k.hash = wide ? '-' : (unsigned char)s.p[i];
            i += wide ? wide : 1;
        }
        k.end = (uint32_t)(i < s.n ? i : s.n);
        *ARENA_PUSH(a, &out) = k;
        space = line = false;
    }
    return out;
}

struct str token_text(const struct tokens *t, size_t i) { return str_slice(t->text, t->v[i].begin, t->v[i].end); }
