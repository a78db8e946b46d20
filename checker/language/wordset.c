/* Sets of words: adding and looking up. */
#include "base/chars.h"
#include "language/key.h"
#include "language/wordset.h"

enum { THREE = 3, MANY = 6 };

/* ---- what a word begins with -------------------------------------------------------------------------------- */

/* The last three bytes with one more, capitals and small letters alike. */
static unsigned next_three(unsigned three, char c) { return (three << 5 | ((unsigned char)c & 31u)) & 0x7fff; }

static unsigned first_three(struct str s)
{
    unsigned three = 0;
    for (size_t i = 0; i < THREE; i++) three = next_three(three, i < s.n ? s.p[i] : 0);
    return three;
}

static unsigned bit_of(unsigned three) { return (three ^ three >> 5) % WORDSET_BITS; }

static bool has_bit(const struct wordset *w, unsigned bit) { return w->begins[bit / 64] >> bit % 64 & 1; }

/* false: no word begins there. */
static bool may_begin(const struct wordset *w, struct str text, size_t at)
{
    return w->open || has_bit(w, bit_of(first_three(str_slice(text, at, text.n))));
}

/* Most words begin with another letter. */
static bool starts(struct str text, struct str word) { return !((text.p[0] ^ word.p[0]) & 31) && str_istarts(text, word); }

/* ---- adding ------------------------------------------------------------------------------------------------- */

void wordset_room(struct arena *a, struct wordset *w, size_t more)
{
    ARENA_ROOM(a, w, more);
    if (w->how != WORDS_FOLDED) wordmap_room(a, &w->index, more);
}

/* The word as the set compares words, in *room. */
static struct str compared(enum wordset_how how, struct str text, struct key *room)
{
    switch (how) {
    case WORDS_KEYED:
        *room = key_of(text);
        return room->n ? key_text(room) : str_trim(text);
    case WORDS_TIGHT: *room = key_tight(text); return key_text(room);
    default: return text;
    }
}

/* The key, and, of a keyed set, the words that it begins with: prefixes are found word by word. */
static void put_index(struct arena *a, struct wordset *w, struct str key)
{
    uint32_t *index = wordmap_put(a, &w->index, key);
    if (!*index) *index = (uint32_t)w->n;
    for (size_t i = 0; w->how == WORDS_KEYED && (i = str_find(key, STR(" "), i)) != SIZE_MAX; i++) (void)wordmap_put(a, &w->index, str_slice(key, 0, i));
}

bool wordset_add(struct arena *a, struct wordset *w, struct str text, uint32_t use)
{
    struct key room;
    struct str key = compared(w->how, text, &room);
    if (!key.n || (is_space(text.p[0]) && str_blank(text))) return false;
    bool one_use = !use && (!w->n || !w->v[0].use); /* nothing can stand for two things */
    const struct listed *known = one_use ? NULL : wordset_find_key(w, key);
    if (known && known->use != use) return false;
    struct listed one = {text, key.p != room.text ? key : str_eq(key, text) ? text : arena_str(a, key), use};
    *ARENA_PUSH(a, w) = one;
    if (w->how != WORDS_FOLDED) put_index(a, w, one.key);
    unsigned bit = w->how == WORDS_KEYED ? (unsigned char)one.key.p[0] : bit_of(first_three(text));
    w->begins[bit / 64] |= (uint64_t)1 << bit % 64;
    w->has_short |= text.n < THREE;
    w->open |= text.n < THREE || memchr(text.p, ' ', THREE);
    return true;
}

/* ---- whole words -------------------------------------------------------------------------------------------- */

const struct listed *wordset_find_key(const struct wordset *w, struct str key)
{
    if (w->how == WORDS_FOLDED) {
        for (size_t i = has_bit(w, bit_of(first_three(key))) ? 0 : w->n; i < w->n; i++)
            if (str_ieq(w->v[i].key, key)) return &w->v[i];
        return NULL;
    }
    const uint32_t *index = key.n ? wordmap_get(&w->index, key) : NULL;
    return index && *index ? &w->v[*index - 1] : NULL;
}

const struct listed *wordset_find(const struct wordset *w, struct str text)
{
    struct key room;
    return wordset_find_key(w, compared(w->how, text, &room));
}

/* ---- beginnings --------------------------------------------------------------------------------------------- */

/* A letter, none of the marks of U+2000 to U+2FFF and U+F000 to U+FFFF. */
static bool letter_at(struct str text, size_t at)
{
    if (at >= text.n) return false;
    unsigned char c = (unsigned char)text.p[at];
    return is_alpha(c) || (c >= 0xC3 && c != 0xE2 && c != 0xEF);
}

static bool digit_at(struct str text, size_t at) { return at < text.n && is_digit(text.p[at]); }

/* A word ends between `at` - 1 and `at`: letters run up to a letter, digits to a digit ("Rp500" is Rp and 500). */
static bool parts_at(struct str before, struct str text, size_t at)
{
    size_t last = before.n - 1;
    return !(letter_at(before, last) && letter_at(text, at)) && !(digit_at(before, last) && digit_at(text, at));
}

/* Bytes of `text` that read as the word, any white space for its blanks; 0 when they do not. */
static size_t match(struct str text, struct str word)
{
    size_t i = 0;
    for (size_t j = 0; j < word.n; j++) {
        if (word.p[j] == ' ') {
            size_t blank = i;
            while (i < text.n && is_space(text.p[i])) i++;
            if (i == blank) return 0;
        } else if (i == text.n || lower_of(text.p[i]) != lower_of(word.p[j])) {
            return 0;
        } else {
            i++;
        }
    }
    return parts_at(word, text, i) ? i : 0;
}

static const struct listed *folded_prefix(const struct wordset *w, struct str text, size_t *end)
{
    const struct listed *best = NULL;
    for (size_t i = may_begin(w, text, 0) ? 0 : w->n; i < w->n; i++) {
        size_t n = match(text, w->v[i].text);
        if (n && (!best || n > *end)) best = &w->v[i], *end = n;
    }
    return best;
}

enum { MARKS = 64 }; /* bytes between two words of one form, leaders of dots included */

/* The end of the next word of letters and digits at or shortly after `at`; 0 when there is none. */
static size_t word_end(struct str s, size_t at)
{
    s = str_slice(s, 0, at + MARKS + KEY_MAX);
    size_t from = at;
    while (at < s.n && at - from <= MARKS && !is_letter(s.p[at]) && !is_digit(s.p[at]) && s.p[at] != '&') at++;
    if (at == s.n || at - from > MARKS) return 0;
    if (s.p[at] == '&') return at + 1;
    while (at < s.n && (is_letter(s.p[at]) || is_digit(s.p[at]))) at++;
    return at;
}

/* The first word begins with a letter that no key begins with. */
static bool none_begins(const struct wordset *w, struct str text)
{
    size_t at = 0;
    while (!is_letter(text.p[at]) && !is_digit(text.p[at]) && text.p[at] != '&') at++; /* it has a word */
    return is_alnum(text.p[at]) && !has_bit(w, (unsigned char)lower_of(text.p[at]));
}

/* Word by word, as long as any key begins with them. */
static const struct listed *keyed_prefix(const struct wordset *w, struct str text, size_t *end)
{
    const struct listed *best = NULL;
    struct key k;
    bool gap = false;
    k.n = 0;
    for (size_t from = 0, to; (to = word_end(text, from)) > 0; from = to) {
        if (from == 0 && none_begins(w, text)) break;
        if (!key_go_on(&k, &gap, str_slice(text, from, to), false) || !k.n) break;
        const uint32_t *index = wordmap_get(&w->index, key_text(&k));
        if (!index) break;
        if (*index) best = &w->v[*index - 1], *end = to;
    }
    while (best && *end < text.n && (is_space(text.p[*end]) || text.p[*end] == '.')) ++*end;
    return best;
}

const struct listed *wordset_prefix(const struct wordset *w, struct str text, size_t *end)
{
    size_t unasked = 0;
    if (!end) end = &unasked;
    return w->how == WORDS_KEYED ? keyed_prefix(w, text, end) : folded_prefix(w, text, end);
}

/* ---- anywhere in a text ------------------------------------------------------------------------------------- */

bool wordset_inside(const struct wordset *w, struct str text)
{
    if (w->n < MANY || w->has_short) {
        for (size_t i = 0; i < w->n; i++)
            if (str_ifind(text, w->v[i].text, 0) != SIZE_MAX) return true;
        return false;
    }
    unsigned three = 0;
    for (size_t end = 1; end <= text.n; end++) {
        three = next_three(three, text.p[end - 1]);
        if (end < THREE || !has_bit(w, bit_of(three))) continue;
        struct str rest = str_slice(text, end - THREE, text.n);
        for (size_t i = 0; i < w->n; i++)
            if (starts(rest, w->v[i].text)) return true;
    }
    return false;
}

struct str wordset_begins(const struct wordset *w, struct str text)
{
    size_t best = w->n;
    for (size_t at = 0; at < text.n; at++) {
        if ((at && is_alpha(text.p[at - 1])) || !may_begin(w, text, at)) continue;
        for (size_t i = 0; i < best; i++)
            if (starts(str_slice(text, at, text.n), w->v[i].text)) best = i;
    }
    return best < w->n ? w->v[best].text : STR_ABSENT;
}

struct str wordset_search(const struct wordset *w, struct str text, size_t *at)
{
    for (size_t from = 0, end = 0; from < text.n; from++) {
        bool word = from > 0 && (letter_at(text, from - 1) || digit_at(text, from - 1)) && (letter_at(text, from) || digit_at(text, from));
        if (word) continue;
        if (!folded_prefix(w, str_slice(text, from, text.n), &end)) continue;
        if (at) *at = from;
        return str_slice(text, from, from + end);
    }
    return STR_ABSENT;
}
