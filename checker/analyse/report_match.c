/* Names of indicators compared by their words. */
#include "report_match.h"

static bool little(struct str w)
{
    static const char *const words[] = {"dan", "yang", "di", "ke", "dari", "pada", "atas", "dalam", "untuk", "dengan", "oleh", "serta", "atau", "terhadap"};
    for (size_t i = 0; i < COUNT(words); i++)
        if (str_eqz(w, words[i])) return true;
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
        if (str_eq(w, word) || (w.n > 4 && word.n > 4 && word_distance(w, word, 1) <= 1)) return true;
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
