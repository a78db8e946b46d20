/* What a line begins with: one of the labels of an identity block, in an accepted form, nearly so, or not at all. */
#include <string.h>

#include "recognise/sop/making.h"
#include "language/suggest.h"

enum { LABEL_MAX = 64 };

static bool is_field(uint32_t use) { return (use & FORM_TARGET) < LABEL_SECTION; }

/* Edits that a form of so many bytes may be away from what was printed. */
static size_t tolerance(size_t n) { return n < 6 ? 0 : n < 10 ? 1 : n < 16 ? 2 : n < 22 ? 3 : 4; }

static void count_letters(struct str s, uint8_t letters[26])
{
    for (size_t i = 0; i < s.n; i++)
        if (is_lower(s.p[i])) letters[s.p[i] - 'a']++;
}

void near_form_prepare(struct arena *a, struct near_form *f)
{
    char *p = arena_alloc(a, f->key.n + 1);
    f->packed = (struct str){p, 0};
    for (size_t i = 0; i < f->key.n; i++)
        if (f->key.p[i] != ' ') p[f->packed.n++] = f->key.p[i];
    count_letters(f->key, f->letters);
}

/* Letters that one has and the other lacks: no fewer edits can make one of the other. */
static size_t letters_apart(const uint8_t a[26], const uint8_t b[26])
{
    size_t more = 0, less = 0;
    for (size_t i = 0; i < 26; i++) {
        if (a[i] > b[i]) more += (size_t)(a[i] - b[i]);
        else less += (size_t)(b[i] - a[i]);
    }
    return more > less ? more : less;
}

static struct str first_word(struct str key)
{
    size_t n = str_find(key, STR(" "), 0);
    return str_slice(key, 0, n == SIZE_MAX ? key.n : n);
}

/* The right form nearest to a label that is none. Blanks alone make no mistake. A label of several words whose first, long
 * word is right may be further away. */
static bool nearest(const struct vocabulary *v, struct str text, uint32_t *use)
{
    struct key k = key_of(text);
    struct near_form printed = {.key = {k.text, k.n}};
    char packed[KEY_MAX];
    size_t best = SIZE_MAX, n = 0;
    if (k.n < 6) return false;
    for (size_t i = 0; i < k.n; i++)
        if (k.text[i] != ' ') packed[n++] = k.text[i];
    printed.packed = (struct str){packed, n};
    count_letters(printed.key, printed.letters);
    for (size_t i = 0; i < v->near_labels.n; i++) {
        const struct near_form *f = &v->near_labels.v[i];
        if (str_eq(printed.packed, f->packed)) {
            *use = f->use;
            return true;
        }
        size_t most = tolerance(f->key.n);
        struct str first = first_word(f->key);
        if (f->key.n >= 20 && first.n >= 8 && str_eq(first, first_word(printed.key))) most = f->key.n / 4;
        if (most == 0 || letters_apart(f->letters, printed.letters) > most) continue;
        size_t d = edit_distance(printed.key, f->key, most);
        if (d <= most && d < best) {
            best = d;
            *use = f->use | FORM_NEAR;
        }
    }
    return best != SIZE_MAX;
}

/* Whether what stands behind a label without a colon looks like its value. */
static bool value_follows(uint32_t use, struct str rest, bool in_cell)
{
    char c = rest.n ? rest.p[0] : 0;
    if (is_field(use)) return is_digit(c) || is_upper(c) || c == '-' || c == '(' || c == '.' || (unsigned char)c >= 0x80;
    return in_cell && (marker_at(rest) > 0 || c == '-');
}

static struct piece without_colon(struct piece p)
{
    size_t n = 0;
    while (n < p.text.n && (p.text.p[n] == ':' || p.text.p[n] == '|' || is_space(p.text.p[n]))) n++;
    return piece_part(p, n, p.text.n);
}

/* What parts a label from its value: a colon, or the line between two cells that was scanned as a bar. */
static size_t colon_at(struct str s)
{
    struct str head = str_slice(s, 0, LABEL_MAX);
    size_t colon = str_find(head, STR(":"), 0), bar = str_find(head, STR(" |"), 0);
    return bar < colon ? bar : colon;
}

/* "Keterkaitan dengan SOP yang lain": a right form with a few words behind it, and nothing else on the line. */
static bool has_tail(struct str text, size_t end)
{
    static const char *const openers[] = {"yang ", "dengan ", "dalam ", "untuk ", "pada ", "sop ", "("};
    struct str tail = str_slice(text, end, text.n);
    if (text.n > 48) return false;
    for (size_t i = 0; i < COUNT(openers); i++)
        if (str_istarts(tail, str_of(openers[i]))) return true;
    return str_ieq(tail, STR("sop"));
}

static bool set_hit(struct label_hit *hit, uint32_t use, struct piece line, size_t from, size_t end, bool colon)
{
    struct piece label = piece_part(line, from, end);
    size_t n = label.text.n;
    while (n && (label.text.p[n - 1] == ':' || label.text.p[n - 1] == '|' || is_space(label.text.p[n - 1]))) n--;
    *hit = (struct label_hit){.use = use, .label = piece_part(label, 0, n), .rest = without_colon(piece_part(line, end, line.text.n)), .colon = colon};
    return true;
}

/* "B. Tujuan", "2. TUJUAN": the heading of a chapter, a label with nothing behind it. */
static bool heads_chapter(const struct line *line, const struct listed *f, size_t from, struct str body)
{
    struct str text = line->text.text;
    char number = from ? text.p[0] : line->marker.text.n ? line->marker.text.p[0] : 0;
    return f && (f->use & FORM_TARGET) == LABEL_OTHER && (is_upper(number) || (is_digit(number) && all_upper(body)));
}

bool label_at(const struct making *m, const struct line *line, bool in_cell, struct label_hit *hit)
{
    const struct wordset *forms = &m->t.v->label_forms;
    struct str text = line->text.text;
    if (line->kind == LINE_GLUED || text.n < 2) return false;
    size_t from = marker_at(text), colon = colon_at(text), end;
    if (from && !is_digit(text.p[0]) && !is_letter(text.p[0])) return false;
    bool numbered = from || line->marker.text.n;
    struct str body = str_slice(text, from, text.n);
    struct str head = str_slice(text, from, colon == SIZE_MAX ? text.n : colon);
    if (colon != SIZE_MAX && colon <= from) return false;
    bool whole = colon == SIZE_MAX && body.n <= LABEL_MAX;
    const struct listed *f = colon != SIZE_MAX || whole ? wordset_find(forms, head) : NULL;
    bool chapter = heads_chapter(line, f, from, body);
    if (f && (colon != SIZE_MAX || in_cell || chapter || !(f->use & (FORM_LOOSE | FORM_WRONG))))
        return set_hit(hit, f->use, line->text, from, from + head.n, colon != SIZE_MAX);
    f = wordset_prefix(forms, body, &end);
    if (f && !(f->use & (FORM_LOOSE | FORM_WRONG)) && !numbered) {
        bool at_colon = colon != SIZE_MAX && from + end == colon;
        if (at_colon || ((in_cell || is_field(f->use)) && value_follows(f->use, str_slice(body, end, body.n), in_cell)))
            return set_hit(hit, f->use, line->text, from, from + end, at_colon);
        if ((colon != SIZE_MAX || whole) && has_tail(head, end)) return set_hit(hit, f->use, line->text, from, from + head.n, colon != SIZE_MAX);
    }
    uint32_t use;
    bool plain = colon != SIZE_MAX ? head.n <= LABEL_MAX : whole && (in_cell || line->bold || line->first || all_upper(body));
    plain = plain && !wordset_find(&m->t.v->headings, head); /* of a step table whose cells stand line by line */
    if (plain && !numbered && is_upper(head.p[0]) && nearest(m->t.v, head, &use)) return set_hit(hit, use, line->text, from, from + head.n, colon != SIZE_MAX);
    return false;
}

/* The offset of the word that ends before `at`; `least` where it begins before that. */
static size_t word_before(struct str s, size_t at, size_t least)
{
    while (at > least && is_space(s.p[at - 1])) at--;
    while (at > least && !is_space(s.p[at - 1])) at--;
    return at;
}

/* What follows is a value that such a label has: figures, a date, an office, a name. */
static bool fits_behind(const struct making *m, uint32_t use, struct str rest)
{
    size_t end;
    rest = str_trim(rest);
    switch (use & FORM_TARGET) {
    case LABEL_NUMBER: return rest.n && rest.n <= 60 && (is_digit(rest.p[0]) || memchr(rest.p, '/', rest.n));
    case LABEL_CREATED:
    case LABEL_REVISED:
    case LABEL_EFFECTIVE: return !rest.n || is_digit(rest.p[0]) || rest.p[0] == '-';
    case LABEL_APPROVAL: return rest.n && wordset_prefix(&m->t.v->office_starts, rest, &end);
    case LABEL_NAME: return rest.n > 4 && is_upper(rest.p[0]) && rest.p[rest.n - 1] != '.';
    default: return false;
    }
}

size_t label_behind(const struct making *m, struct str line)
{
    enum { LINE_MAX_BYTES = 200 };
    size_t at = 0, begin, end;
    if (line.n > LINE_MAX_BYTES) return SIZE_MAX;
    while (next_word(line, &at, &begin)) {
        if (!begin || !is_upper(line.p[begin])) continue;
        const struct listed *f = wordset_prefix(&m->t.v->label_forms, str_slice(line, begin, line.n), &end);
        if (!f || f->use & (FORM_LOOSE | FORM_WRONG | FORM_INSTEAD | FORM_FOREIGN) || (f->use & FORM_TARGET) > LABEL_NAME) continue;
        if (m->t.v->labels[f->use & FORM_TARGET].weight > 1 && fits_behind(m, f->use, str_slice(line, begin + end, line.n))) return begin;
    }
    return SIZE_MAX;
}

size_t label_inside(const struct making *m, struct str rest)
{
    enum { LABEL_WORDS = 6 };
    for (size_t colon = 0; (colon = str_find(rest, STR(":"), colon)) != SIZE_MAX; colon++) {
        size_t best = SIZE_MAX, begin = colon, least = colon > LABEL_MAX ? colon - LABEL_MAX : 0;
        for (size_t words = 0; words < LABEL_WORDS && begin > least; words++) {
            begin = word_before(rest, begin, least);
            const struct listed *f = begin > 0 && is_upper(rest.p[begin]) ? wordset_find(&m->t.v->label_forms, str_slice(rest, begin, colon)) : NULL;
            if (f && !(f->use & (FORM_LOOSE | FORM_WRONG))) best = begin;
        }
        if (best != SIZE_MAX) return best;
    }
    return SIZE_MAX;
}
