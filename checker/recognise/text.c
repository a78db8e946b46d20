/* Keys by which printed forms are compared, sets of such forms, and small tools over text. */
#include <stdlib.h>
#include <string.h>

#include "recognise/kit.h"

/* Bytes of a blank that is no ASCII (no-break space, zero width space, byte order mark) or of a typographic apostrophe or dash. */
static size_t foreign_blank(struct str s)
{
    static const char *const blanks[] = {"\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\xAF", "\xEF\xBB\xBF", "\xE2\x80\x99", "\xE2\x80\x98", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < COUNT(blanks); i++)
        if (str_starts(s, str_of(blanks[i]))) return strlen(blanks[i]);
    return 0;
}

static bool key_add(struct key *k, bool *gap, char c)
{
    if (*gap && k->n) {
        if (k->n + 1 >= KEY_MAX) return false;
        k->text[k->n++] = ' ';
    }
    *gap = false;
    if (k->n + 1 >= KEY_MAX) return false;
    k->text[k->n++] = lower_of(c);
    return true;
}

/* Adds the words of s; false when they are too many. *gap: a word has ended. */
static bool key_go_on(struct key *k, bool *gap, struct str s, bool tight)
{
    bool fits = true;
    for (size_t i = 0; i < s.n && fits; i++) {
        char c = s.p[i];
        size_t blank = ((unsigned char)c & 0x80) ? foreign_blank(str_slice(s, i, s.n)) : 0;
        if (blank) {
            *gap = true;
            i += blank - 1;
        } else if (is_letter(c) || is_digit(c)) {
            fits = key_add(k, gap, c);
        } else if (c == '&') {
            *gap = true;
            fits = key_add(k, gap, 'd') && key_add(k, gap, 'a') && key_add(k, gap, 'n');
            *gap = true;
        } else if (!(tight && (c == '.' || c == '\''))) {
            *gap = true;
        }
    }
    return fits;
}

static struct key make_key(struct str s, bool tight)
{
    struct key k;
    bool gap = false;
    k.n = 0;
    if (!key_go_on(&k, &gap, s, tight)) k.n = 0;
    k.text[k.n] = 0;
    return k;
}

struct key key_of(struct str s) { return make_key(s, false); }
struct key key_tight(struct str s) { return make_key(s, true); }

static int by_key(const void *x, const void *y)
{
    const struct form *a = x, *b = y;
    return str_cmp(a->key, b->key);
}

void forms_sort(struct forms *f)
{
    if (f->n) qsort(f->v, f->n, sizeof *f->v, by_key);
    for (size_t i = 0; i < f->n; i++) f->first[(unsigned char)f->v[i].key.p[0]] = true;
}

/* The first form whose key does not sort before this one; f->n: none. */
static size_t forms_at(const struct forms *f, struct str key)
{
    size_t lo = 0, hi = f->n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (str_cmp(f->v[mid].key, key) < 0) lo = mid + 1;
        else hi = mid;
    }
    return lo;
}

const struct form *forms_find(const struct forms *f, struct str key)
{
    size_t at = key.n ? forms_at(f, key) : f->n;
    return at < f->n && str_eq(f->v[at].key, key) ? &f->v[at] : NULL;
}

const struct form *forms_find_text(const struct forms *f, struct str text)
{
    struct key k = key_of(text);
    return forms_find(f, (struct str){k.text, k.n});
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

/* The first word begins with a letter that no form begins with. */
static bool none_begins(const struct forms *f, struct str text)
{
    size_t at = 0;
    while (!is_letter(text.p[at]) && !is_digit(text.p[at]) && text.p[at] != '&') at++; /* it has a word */
    char c = text.p[at];
    return is_digit(c) || is_lower(c) ? !f->first[(unsigned char)c] : is_upper(c) && !f->first[(unsigned char)(c + 32)];
}

/* Word by word, as long as any form begins with them. */
const struct form *forms_prefix(const struct forms *f, struct str text, size_t *end)
{
    const struct form *best = NULL;
    struct key k;
    bool gap = false;
    k.n = 0;
    for (size_t from = 0, to; (to = word_end(text, from)) > 0; from = to) {
        if (from == 0 && none_begins(f, text)) break;
        if (!key_go_on(&k, &gap, str_slice(text, from, to), false) || !k.n) break;
        struct str key = {k.text, k.n};
        size_t at = forms_at(f, key);
        if (at == f->n || !str_starts(f->v[at].key, key)) break;
        if (f->v[at].key.n > key.n) continue;
        best = &f->v[at];
        *end = to;
    }
    while (best && *end < text.n && (is_space(text.p[*end]) || text.p[*end] == '.')) ++*end;
    return best;
}

bool next_word(struct str s, size_t *at, size_t *begin)
{
    while (*at < s.n && is_space(s.p[*at])) ++*at;
    *begin = *at;
    while (*at < s.n && !is_space(s.p[*at])) ++*at;
    return *at > *begin;
}

bool all_upper(struct str s)
{
    bool upper = false;
    for (size_t i = 0; i < s.n; i++) {
        if (is_lower(s.p[i])) return false;
        upper = upper || is_upper(s.p[i]);
    }
    return upper;
}

static size_t skip_blanks(struct str s, size_t at)
{
    while (at < s.n && is_space(s.p[at])) at++;
    return at;
}

size_t marker_at(struct str s)
{
    static const char *const bullets[] = {"-", "*", "•", "–", "—", "●", "○", "▪", "■", "◦", "✓", "➢", "\xEF\x82\xB7", "\xEF\x83\x98", "\xEF\x82\xA7"};
    bool word = s.n && (is_digit(s.p[0]) || is_upper(s.p[0]) || is_lower(s.p[0]));
    for (size_t i = word ? COUNT(bullets) : 0; i < COUNT(bullets); i++) {
        size_t n = strlen(bullets[i]);
        if (str_starts(s, str_of(bullets[i]))) {
            if (n < s.n && (is_space(s.p[n]) || is_upper(s.p[n]))) return skip_blanks(s, n);
            if (n > 1) return skip_blanks(s, n);
            return 0;
        }
    }
    size_t at = 0;
    bool open = s.n && s.p[0] == '(';
    if (open) at++;
    size_t begin = at;
    while (at < s.n && at - begin < 3 && is_digit(s.p[at])) at++;
    if (at == begin && at < s.n && is_letter(s.p[at]) && !((unsigned char)s.p[at] & 0x80)) at++;
    if (at == begin || at >= s.n || (s.p[at] != '.' && s.p[at] != ')') || (open && s.p[at] != ')')) return 0;
    bool letter = is_letter(s.p[begin]);
    at++;
    if (at < s.n && !is_space(s.p[at]) && (letter || !is_letter(s.p[at]))) return 0;
    return skip_blanks(s, at);
}

bool is_filler(struct str s)
{
    bool any = false;
    for (size_t i = 0; i < s.n; i++) {
        bool ellipsis = i + 2 < s.n && memcmp(s.p + i, "\xE2\x80\xA6", 3) == 0;
        if (ellipsis) i += 2;
        else if (s.p[i] != '.' && s.p[i] != '_' && !is_space(s.p[i])) return false;
        any = any || ellipsis || !is_space(s.p[i]);
    }
    return any;
}
