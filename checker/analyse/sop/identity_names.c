/* Comparing names of persons, titles of procedures, units and numbers, as forgiving as it takes to accuse nobody wrongly. */
#include "base/chars.h"
#include "analyse/sop/identity.h"
#include "language/suggest.h"
#include "language/token.h"

enum { WORDS = 48, ROOT = 4, ENDING = 3 };

/* The words of a text, at most WORDS of them. */
struct phrase {
    struct str v[WORDS];
    size_t n;
};

static bool same_word(struct str a, struct str b)
{
    size_t shorter = a.n < b.n ? a.n : b.n, longer = a.n < b.n ? b.n : a.n;
    if (shorter >= ROOT && longer - shorter <= ENDING && str_ieq(str_slice(a, 0, shorter), str_slice(b, 0, shorter))) return true;
    size_t most = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
    return edit_distance(a, b, most) <= most;
}

static bool has_word(const struct phrase *p, struct str word)
{
    for (size_t i = 0; i < p->n; i++)
        if (same_word(p->v[i], word)) return true;
    return false;
}

/* Whether the letters of `letters` occur in this order in the words of p, beginning with a first letter (PUPR, LKjIP) or, if
 * `anywhere`, not even that (Dikbud). */
static bool abbreviates(struct str letters, const struct phrase *p, bool anywhere)
{
    enum { SHORT_FORM = 8 };
    for (size_t start = 0; letters.n > 1 && letters.n <= SHORT_FORM && start < p->n; start++) {
        size_t i = 0;
        if (!anywhere && !str_ieq(str_slice(letters, 0, 1), str_slice(p->v[start], 0, 1))) continue;
        for (size_t k = start; k < p->n; k++)
            for (size_t j = 0; j < p->v[k].n && i < letters.n; j++) i += str_ieq(str_slice(letters, i, i + 1), str_slice(p->v[k], j, j + 1));
        if (i == letters.n) return true;
    }
    return false;
}

/* ---- persons ------------------------------------------------------------------------------------------------------ */

/* Appends the letters of a name in small ones, degrees left out; what follows the first comma is degrees. */
static size_t name_letters(const struct identity_words *w, struct str name, char *out, size_t room)
{
    size_t n = 0, comma = str_find(name, STR(","), 0);
    name = str_slice(name, 0, comma);
    for (size_t at = 0; at < name.n;) {
        char word[64];
        size_t letters = 0;
        while (at < name.n && (name.p[at] == ' ' || name.p[at] == '\n' || name.p[at] == '*' || name.p[at] == '(' || name.p[at] == ')')) at++;
        for (; at < name.n && name.p[at] != ' ' && name.p[at] != '\n'; at++) {
            char c = name.p[at];
            bool counts = is_alpha(c) || (unsigned char)c >= 0xC3;
            if (counts && letters < sizeof word) word[letters++] = lower_of(c);
        }
        struct str s = {word, letters};
        if (wordset_has(&w->degrees_after, s) || (n == 0 && wordset_has(&w->degrees_before, s))) continue;
        for (size_t i = 0; i < letters && n < room; i++) out[n++] = word[i];
    }
    return n;
}

bool same_person(const struct identity_words *w, struct str a, struct str b)
{
    char x[64], y[64];
    struct str p = {x, name_letters(w, a, x, sizeof x)}, q = {y, name_letters(w, b, y, sizeof y)};
    size_t most = p.n >= 12 ? 2 : 1;
    return p.n >= ROOT && q.n >= ROOT && edit_distance(p, q, most) <= most;
}

/* ---- titles ------------------------------------------------------------------------------------------------------- */

static const struct wordset *entry_with(const struct wordsets *lists, struct str word, bool first_only)
{
    for (size_t i = 0; i < lists->n; i++)
        if (first_only ? str_ieq(lists->v[i].v[0].text, word) : wordset_has(&lists->v[i], word)) return &lists->v[i];
    return NULL;
}

static void add_word(struct phrase *p, struct str word)
{
    if (p->n < WORDS) p->v[p->n++] = word;
}

/* The words of weight of a title: abbreviations spelled out, common words and those of `units` left out. */
static void weigh(const struct identity_words *w, struct str title, const struct phrase *units, struct phrase *out)
{
    int depth = 0;
    out->n = 0;
    for (struct token t = token_next(title, 0); t.kind != TOKEN_END && out->n < WORDS; t = token_next(title, t.end)) {
        depth += token_is(t, '(') - (token_is(t, ')') && depth > 0);
        if (t.kind != TOKEN_WORD || depth > 0 || t.text.n < 2 || wordset_has(&w->title_common, t.text)) continue;
        const struct wordset *spelled = entry_with(&w->short_forms, t.text, true);
        for (size_t i = 1; spelled && i < spelled->n; i++) add_word(out, spelled->v[i].text);
        if (!spelled && !(units && has_word(units, t.text))) add_word(out, t.text);
    }
}

static bool means_same(const struct identity_words *w, struct str a, struct str b)
{
    if (same_word(a, b)) return true;
    for (size_t i = 0; i < w->synonyms.n; i++)
        if (wordset_has(&w->synonyms.v[i], a) && wordset_has(&w->synonyms.v[i], b)) return true;
    return false;
}

size_t name_words(const struct identity_words *w, struct str title, struct str *out, size_t room)
{
    struct phrase p;
    size_t n = 0;
    weigh(w, title, NULL, &p);
    for (size_t i = 0; i < p.n && n < room; i++) {
        const struct wordset *alike = entry_with(&w->synonyms, p.v[i], false);
        out[n++] = alike ? alike->v[0].text : p.v[i];
    }
    return n;
}

/* The first word of x that nothing in y answers to; absent when there is none. */
static struct str unanswered(const struct identity_words *w, const struct phrase *x, const struct phrase *y)
{
    bool short_form = false; /* y has an abbreviation of words of x, which ones is not told */
    for (size_t j = 0; j < y->n; j++) short_form |= !has_word(x, y->v[j]) && abbreviates(y->v[j], x, false);
    for (size_t i = 0; i < x->n; i++) {
        bool found = abbreviates(x->v[i], y, false) || (short_form && i > 0);
        for (size_t j = 0; j < y->n && !found; j++) found = means_same(w, x->v[i], y->v[j]);
        if (!found) return x->v[i];
    }
    return STR_ABSENT;
}

bool other_procedure(struct arena *a, const struct identity_words *w, struct str name, struct str title, struct str units, struct str *name_word,
                     struct str *title_word)
{
    struct phrase x, y, own = {.n = 0};
    for (struct token t = token_next(units, 0); t.kind != TOKEN_END; t = token_next(units, t.end))
        if (t.kind == TOKEN_WORD && t.text.n > 2) add_word(&own, t.text);
    weigh(w, name, &own, &x);
    weigh(w, title, &own, &y);
    if (x.n == WORDS || y.n == WORDS) return false;
    *name_word = arena_str(a, unanswered(w, &x, &y));
    *title_word = arena_str(a, unanswered(w, &y, &x));
    return name_word->p && title_word->p;
}

bool procedure_title(const struct identity_words *w, struct str title)
{
    struct phrase p;
    if (wordset_prefix(&w->title_starts, str_trim(title), NULL)) return true;
    weigh(w, title, NULL, &p);
    return p.n > 1 && str_istarts(p.v[0], STR("pe")) && (str_ends(p.v[0], STR("an")) || str_ends(p.v[0], STR("AN")));
}

/* ---- units -------------------------------------------------------------------------------------------------------- */

/* The name of a unit of that kind: the words behind the kind's. `at` is the offset behind it; the printed name ends at *end. */
static void unit_words(const struct identity_words *w, struct str text, size_t at, struct phrase *out, size_t *end)
{
    out->n = 0;
    *end = at;
    for (struct token t = token_next(text, at); t.kind != TOKEN_END; t = token_next(text, t.end)) {
        bool line_break = str_find(str_slice(text, *end, t.begin), STR("\n"), 0) != SIZE_MAX;
        if (token_is(t, '.') && t.glued && out->n == 0) continue;
        if (t.kind != TOKEN_WORD || wordset_has(&w->unit_ends, t.text) || entry_with(&w->unit_kinds, t.text, false)) break;
        if (line_break && out->n > 0) break;
        *end = t.end;
        if (!wordset_has(&w->unit_common, t.text)) add_word(out, t.text);
    }
}

static bool names_clash(const struct phrase *x, const struct phrase *y)
{
    if (!x->n || !y->n) return false;
    for (size_t i = 0; i < x->n; i++)
        if (has_word(y, x->v[i]) || abbreviates(x->v[i], y, true)) return false;
    for (size_t i = 0; i < y->n; i++)
        if (abbreviates(y->v[i], x, true)) return false;
    return true;
}

/* The first word of that kind at or after *from, its unit's words, and the printed form from the kind on. */
static bool next_unit(const struct identity_words *w, struct str text, size_t kind, size_t *from, struct phrase *out, struct str *printed)
{
    for (struct token t = token_next(text, *from); t.kind != TOKEN_END; t = token_next(text, t.end)) {
        size_t end;
        if (t.kind != TOKEN_WORD || !wordset_has(&w->unit_kinds.v[kind], t.text)) continue;
        unit_words(w, text, t.end, out, &end);
        *printed = str_trim(str_slice(text, t.begin, end));
        *from = t.end;
        return true;
    }
    return false;
}

bool units_clash(const struct identity_words *w, struct str a, struct str b, struct str *x, struct str *y)
{
    for (size_t kind = 0; kind < w->unit_kinds.n; kind++) {
        struct phrase p, q;
        size_t i = 0, j = 0;
        if (!next_unit(w, a, kind, &i, &p, x) || !next_unit(w, b, kind, &j, &q, y) || !names_clash(&p, &q)) continue;
        if (next_unit(w, a, kind, &i, &p, x) || next_unit(w, b, kind, &j, &q, y)) continue; /* several of one kind: not clear which */
        return true;
    }
    return false;
}

/* ---- numbers ------------------------------------------------------------------------------------------------------ */

static void number_parts(struct str number, struct phrase *out)
{
    out->n = 0;
    for (struct token t = token_next(number, 0); t.kind != TOKEN_END; t = token_next(number, t.end)) {
        bool label = token_word(t, "nomor") || token_word(t, "no") || token_word(t, "sop");
        if ((t.kind != TOKEN_NUMBER && t.kind != TOKEN_WORD) || label) continue;
        while (t.kind == TOKEN_NUMBER && t.text.n > 1 && t.text.p[0] == '0') t.text = str_slice(t.text, 1, t.text.n);
        add_word(out, t.text);
    }
}

static bool stands_in(const struct phrase *part, const struct phrase *whole)
{
    for (size_t from = 0; from + part->n <= whole->n; from++) {
        size_t i = 0;
        while (i < part->n && str_ieq(part->v[i], whole->v[from + i])) i++;
        if (i == part->n) return true;
    }
    return false;
}

bool numbers_differ(struct str a, struct str b)
{
    struct phrase x, y;
    number_parts(a, &x);
    number_parts(b, &y);
    return !stands_in(&x, &y) && !stands_in(&y, &x);
}

static bool has_any(struct str s, const char *const *signs, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_find(s, str_of(signs[i]), 0) != SIZE_MAX) return true;
    return false;
}

/* Two strokes with nothing between them. */
static bool empty_part(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        size_t end = i + 1;
        while (s.p[i] == '/' && end < s.n && is_space(s.p[end])) end++;
        if (s.p[i] == '/' && end < s.n && s.p[end] == '/') return true;
    }
    return false;
}

enum filling number_filling(struct str number)
{
    static const char *const marks[] = {"-", "–", "—", "_", ".", "…", ":", "/"}, *const gaps[] = {"...", "…", "___"}, *const doubtful[] = {"..", "__", "xx", "XX"};
    size_t at = 0;
    while (at < number.n) {
        struct str rest = str_slice(number, at, number.n);
        size_t i = 0;
        while (i < COUNT(marks) && !str_starts(rest, str_of(marks[i]))) i++;
        if (i == COUNT(marks) && !is_space(rest.p[0])) break;
        at += i == COUNT(marks) ? 1 : strlen(marks[i]);
    }
    bool gap = has_any(number, gaps, COUNT(gaps)) || empty_part(number);
    if (at >= number.n) return gap ? FILLING_GAP : FILLING_NONE;
    if (gap) return FILLING_PART;
    return has_any(number, doubtful, COUNT(doubtful)) ? FILLING_DOUBTFUL : FILLING_WHOLE;
}

/* ---- warnings ----------------------------------------------------------------------------------------------------- */

enum warning_topic warning_topic(const struct identity_words *w, struct str text)
{
    for (int k = 0; k < WARNING_OTHER; k++)
        if (wordset_search(&w->warnings[k], text, NULL).p) return (enum warning_topic)k;
    return WARNING_OTHER;
}
