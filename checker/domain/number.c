/* Printed figures: the forms of Indonesian reports. */
#include <string.h>

#include "base/chars.h"
#include "domain/number_figure.h"
#include "language/marker.h"
#include "language/vocabulary.h"

struct figures {
    struct wordset none, letters, money, less, more, percent, level, grade;
};

const struct figures *figures_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const struct wordset_member lists[] = {
        {"none", offsetof(struct figures, none)},      {"letters", offsetof(struct figures, letters)}, {"money", offsetof(struct figures, money)},
        {"at-most", offsetof(struct figures, less)},   {"at-least", offsetof(struct figures, more)},   {"percent", offsetof(struct figures, percent)},
        {"level", offsetof(struct figures, level)},    {"grade", offsetof(struct figures, grade)},
    };
    struct word_file f = word_file_open(a, b, "vocabulary/figures.yaml", NULL, faults);
    struct figures *w = arena_alloc(a, sizeof *w);
    word_file_sets(&f, f.root, lists, COUNT(lists), w);
    return w;
}

/* Length of the longest word of the list that s begins with; 0 when none. A word that ends in a letter must end there, but a figure may follow. */
static size_t begins(struct str s, const struct wordset *w)
{
    size_t end = 0;
    return wordset_prefix(w, s, &end) ? end : 0;
}

static struct str skip(struct str s, size_t n) { return str_trim(str_slice(s, n, s.n)); }

struct cursor {
    struct str s;
    struct number n;
    bool negative;
};

/* What may stand before a figure: Rp, <=, kurang dari, a sign, a bracket. */
static void lead(const struct figures *w, struct cursor *c)
{
    c->s = str_trim(c->s);
    for (size_t k = 1; k && c->s.n && !is_digit(c->s.p[0]);) {
        if ((k = begins(c->s, &w->money))) c->n.money = true;
        else if ((k = begins(c->s, &w->less))) c->n.bound = c->s.p[0] == '<' && k == 1 ? '<' : 'l';
        else if ((k = begins(c->s, &w->more))) c->n.bound = c->s.p[0] == '>' && k == 1 ? '>' : 'g';
        else if (c->s.n > 1 && c->s.p[0] == '(' && (is_digit(c->s.p[1]) || c->s.p[1] == 'R' || c->s.p[1] == '-')) c->negative = true, k = 1;
        else if (c->s.n > 1 && c->s.p[0] == '-' && (is_digit(c->s.p[1]) || c->s.p[1] == ' ')) c->negative = true, k = 1;
        else if (c->s.n > 3 && (str_starts(c->s, STR("\u2212")) || str_starts(c->s, STR("\u2013"))) && is_digit(c->s.p[3]))
            c->negative = true, k = 3;
        c->s = skip(c->s, k);
    }
}

static struct number text_form(struct str s)
{
    return (struct number){.form = NUMBER_TEXT, .rest = s};
}

/* "3" or "III" behind "Level": how long it is, 0: none. */
static size_t level_length(struct str s, int64_t *level)
{
    size_t n = 0;
    while (n < s.n && is_digit(s.p[n])) n++;
    uint64_t value;
    if (n == 1 && str_u64(str_slice(s, 0, n), &value)) {
        *level = (int64_t)value;
        return n;
    }
    while (n < s.n && (s.p[n] == 'I' || s.p[n] == 'V')) n++;
    *level = (int64_t)roman_value(str_slice(s, 0, n), false);
    return n;
}

/* What is left of "Nilai A (84)" and "Predikat: BB" without the word that only says what follows. */
static struct str without_grade_word(const struct figures *w, struct str s)
{
    size_t n = begins(s, &w->grade);
    struct str rest = skip(s, n);
    if (n && rest.n && (rest.p[0] == ':' || rest.p[0] == '=')) rest = skip(rest, 1);
    return n && rest.n ? rest : s;
}

/* "Level 3 (3,40)", "Sangat Baik (88,31)", "Tingkat II": words of a grade with its figure in a bracket, or a level by itself.
 * *figure: the figure, absent where only the level is printed. */
static bool graded(const struct figures *w, struct str s, struct str *grade, struct str *figure, int64_t *level)
{
    size_t n = begins(s, &w->level), at = 0;
    *level = 0;
    *figure = STR_ABSENT;
    if (n) {
        struct str number = skip(s, n);
        size_t digits = level_length(number, level);
        if (!*level) return false;
        *grade = str_slice(s, 0, (size_t)(number.p - s.p) + digits);
        at = grade->n;
    } else {
        while (at < s.n && s.p[at] != '(' && !is_digit(s.p[at])) at++;
        *grade = str_trim(str_slice(s, 0, at));
        if (at == s.n || s.p[at] != '(' || grade->n < 2 || begins(s, &w->money) || begins(s, &w->less) || begins(s, &w->more)) return false;
        if (grade->p[0] == '(' || grade->p[0] == '-') return false;
    }
    struct str rest = skip(s, at);
    if (!rest.n) return n > 0;
    if (rest.p[0] != '(' && !(n && (rest.p[0] == '/' || rest.p[0] == '='))) return false;
    rest = skip(rest, 1);
    if (rest.n && rest.p[rest.n - 1] == ')') rest = str_trim(str_slice(rest, 0, rest.n - 1));
    *figure = rest;
    return rest.n && is_digit(rest.p[0]);
}

/* Hours, minutes and seconds, or minutes and seconds, with colons. */
static bool clock_value(struct str s, struct ratio *out)
{
    uint64_t part[3] = {0};
    size_t n = 0, from = 0;
    for (size_t i = 0; i <= s.n; i++) {
        if (i < s.n && s.p[i] != ':') continue;
        if (n == 3 || i - from > 4 || !str_u64(str_slice(s, from, i), &part[n++])) return false;
        from = i + 1;
    }
    if (n != 3 || part[1] > 59 || part[2] > 59) return false;
    *out = RATIO((int64_t)(part[0] * 3600 + part[1] * 60 + part[2]));
    return true;
}

/* Puts the figure that c->s begins with into *low / *high by the column's marks. false: no figure there. */
static bool take_figure(struct cursor *c, enum marks marks)
{
    size_t n = figure_length(c->s);
    struct str f = str_slice(c->s, 0, n);
    if (!n) return false;
    enum marks vote = figure_vote(f);
    struct figure_shape shape = figure_shape(f);
    bool marked = shape.dots || shape.commas;
    struct number *x = &c->n;
    x->form = NUMBER_VALUE;
    int decimals = 0;
    bool good;
    if (figure_misgrouped(shape)) {
        x->misgrouped = true;
        good = false;
    } else if (vote == MARKS_UNKNOWN && marked && (marks == MARKS_UNKNOWN || marks == MARKS_MIXED)) {
        x->form = NUMBER_AMBIGUOUS;
        int none;
        good = figure_value(f, 0, &x->low, &none) && figure_value(f, shape.dots ? '.' : ',', &x->high, &decimals);
    } else {
        enum marks use = vote == MARKS_UNKNOWN ? marks : vote;
        good = figure_value(f, use == MARKS_DOT ? '.' : ',', &x->low, &decimals);
        x->high = x->low;
    }
    if (!good) return false;
    x->decimals = decimals;
    if (c->negative) x->low.num = -x->low.num, x->high.num = -x->high.num;
    c->s = skip(c->s, n);
    return true;
}

/* What may stand behind a figure: %, ",-", a closing bracket, the other end of a range, a unit. */
static void tail(const struct figures *w, struct cursor *c, enum marks marks)
{
    size_t k = begins(c->s, &w->percent);
    if (k) c->n.percent = true, c->s = skip(c->s, k);
    if (str_starts(c->s, STR(",-")) || str_starts(c->s, STR(".-"))) c->s = skip(c->s, 2);
    if (c->s.n && c->s.p[0] == ')') c->s = skip(c->s, 1);
    size_t dash = str_starts(c->s, STR("-")) ? 1 : str_starts(c->s, STR("\u2013")) ? 3 : str_istarts(c->s, STR("s.d. ")) ? 5 : str_istarts(c->s, STR("s/d ")) ? 4 : 0;
    struct cursor end = {.s = skip(c->s, dash)};
    if (dash && c->n.form == NUMBER_VALUE && take_figure(&end, marks) && end.n.form == NUMBER_VALUE) {
        k = begins(end.s, &w->percent);
        c->n.form = NUMBER_RANGE;
        c->n.high = end.n.low;
        c->n.percent |= k > 0;
        if (end.n.decimals > c->n.decimals) c->n.decimals = end.n.decimals;
        c->s = skip(end.s, k);
    }
    c->n.rest = c->s;
}

/* "BB", "BB (75,97)", "75,97 (BB)": letters that stand for a grade. */
static bool letter_form(const struct figures *w, struct str s, enum marks marks, struct number *out)
{
    size_t n = 0;
    while (n < s.n && is_upper(s.p[n])) n++;
    struct str head = str_slice(s, 0, n), rest = skip(s, n);
    if (!n || !wordset_has(&w->letters, head)) return false;
    if (rest.n && rest.p[0] != '(' && rest.p[0] != '/') return false;
    struct cursor c = {.s = skip(rest, rest.n ? 1 : 0)};
    *out = (struct number){.form = NUMBER_LETTER, .letter = head, .rest = rest};
    if (rest.n && take_figure(&c, marks) && c.n.form == NUMBER_VALUE) {
        out->low = out->high = c.n.low;
        out->decimals = c.n.decimals;
        out->has_value = true;
    }
    return true;
}

/* A letter that looks like a digit, and digits and marks behind it. */
static bool number_goes_on(struct str s)
{
    size_t i = 1;
    while (i < s.n && (is_digit(s.p[i]) || s.p[i] == '.' || s.p[i] == ',')) i++;
    return i == s.n && i > 1;
}

struct number number_parse(const struct figures *w, struct str text, enum marks marks)
{
    struct str s = str_trim(text);
    struct number special = {0};
    if (!s.n) return (struct number){.form = NUMBER_BLANK};
    if (wordset_has(&w->none, s)) return (struct number){.form = NUMBER_NONE, .dash = s.n <= 3};
    s = without_grade_word(w, s);
    if (letter_form(w, s, marks, &special)) return special;
    struct str grade, inside;
    int64_t level;
    if (graded(w, s, &grade, &inside, &level)) {
        special = inside.p ? number_parse(w, inside, marks) : (struct number){.form = NUMBER_VALUE, .low = RATIO(level), .high = RATIO(level), .level = true};
        special.grade = grade;
        return special;
    }
    struct ratio clock;
    if (clock_value(s, &clock)) return (struct number){.form = NUMBER_CLOCK, .low = clock, .high = clock};
    struct cursor c = {.s = s};
    lead(w, &c);
    bool taken = take_figure(&c, marks);
    if (taken) tail(w, &c, marks);
    bool doubled = taken && c.n.rest.n > 2 && (c.n.rest.p[0] == '.' || c.n.rest.p[0] == ',') && (c.n.rest.p[1] == '.' || c.n.rest.p[1] == ',') && is_digit(c.n.rest.p[2]); /* 20..200 */
    char next = taken && c.n.rest.n ? c.n.rest.p[0] : ' ';
    bool misread = taken && c.n.rest.n > 1 && strchr("OoIlSB", next) && c.n.rest.p == c.s.p && number_goes_on(c.n.rest); /* "950.00O.000" out of a scan */
    if (!taken || doubled || misread) {
        struct number none = text_form(s);
        none.misgrouped = c.n.misgrouped || doubled || misread;
        return none;
    }
    if (c.n.form == NUMBER_VALUE && c.n.rest.n > 2 && c.n.rest.p[0] == '(') { /* 75,97 (BB) */
        struct str letter = without_grade_word(w, str_trim(str_slice(c.n.rest, 1, c.n.rest.n - 1)));
        if (wordset_has(&w->letters, letter)) {
            c.n.form = NUMBER_LETTER;
            c.n.letter = letter;
            c.n.has_value = true;
        }
    }
    return c.n;
}

enum marks number_vote(const struct figures *w, struct str text)
{
    struct cursor c = {.s = without_grade_word(w, str_trim(text))};
    struct str grade, inside;
    int64_t level;
    if (graded(w, c.s, &grade, &inside, &level)) c.s = inside;
    lead(w, &c);
    return figure_vote(str_slice(c.s, 0, figure_length(c.s)));
}

enum marks number_column(const struct figures *w, const struct str *cells, size_t n, bool money)
{
    bool comma = false, dot = false;
    for (size_t i = 0; i < n; i++) {
        enum marks v = number_vote(w, cells[i]);
        comma |= v == MARKS_COMMA;
        dot |= v == MARKS_DOT;
    }
    if (comma && dot) return MARKS_MIXED;
    return comma ? MARKS_COMMA : dot ? MARKS_DOT : money ? MARKS_COMMA : MARKS_UNKNOWN;
}
