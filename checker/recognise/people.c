/* Officials as printed: office, name with titles, rank, NIP, place and date, on lines of their own or run together. */
#include <string.h>

#include "language/marker.h"
#include "recognise/kit.h"

enum { NIP_MIN = 8, NIP_MAX = 24, MAX_TEXTS = 12, MAX_NAME = 6 };

/* Digits and the blanks, dots and dashes between them, from `at` on; the number of digits goes to *digits. */
static size_t digits_end(struct str s, size_t at, size_t *digits)
{
    size_t end = at;
    *digits = 0;
    for (size_t i = at; i < s.n && (is_digit(s.p[i]) || s.p[i] == ' ' || s.p[i] == '.' || s.p[i] == '-'); i++)
        if (is_digit(s.p[i])) {
            ++*digits;
            end = i + 1;
        }
    return end;
}

bool nip_find(struct str s, size_t *from, size_t *begin, size_t *end)
{
    size_t digits;
    for (size_t at = 0; (at = str_ifind(s, STR("nip"), at)) != SIZE_MAX; at += 3) {
        if (at && is_letter(s.p[at - 1])) continue;
        size_t i = at + 3;
        while (i < s.n && (is_space(s.p[i]) || s.p[i] == '.' || s.p[i] == ':')) i++;
        if (i == at + 3 && !(i < s.n && is_digit(s.p[i]))) continue;
        *from = at;
        *begin = i;
        *end = digits_end(s, i, &digits);
        if (digits >= NIP_MIN && digits <= NIP_MAX) return true;
        if (digits == 0 && (i == s.n || s.p[i] == '-' || is_filler(str_slice(s, i, s.n)))) return *end = *begin, true;
    }
    for (size_t i = 0; i < s.n; i++) {
        if (!is_digit(s.p[i])) continue;
        *end = digits_end(s, i, &digits);
        if (digits == 18 && (i == 0 || !is_letter(s.p[i - 1]))) return *from = *begin = i, true;
        i = *end;
    }
    return false;
}

/* ---- place and date ----------------------------------------------------------------------------------------- */

static bool has_year(struct str s)
{
    for (size_t i = 0; i + 4 <= s.n; i++)
        if (((s.p[i] == '1' && s.p[i + 1] == '9') || (s.p[i] == '2' && s.p[i + 1] == '0')) && is_digit(s.p[i + 2]) && is_digit(s.p[i + 3]) &&
            (i + 4 == s.n || !is_digit(s.p[i + 4])) && (i == 0 || !is_digit(s.p[i - 1])))
            return true;
    return false;
}

static bool date_like(const struct vocabulary *v, struct str s)
{
    if (s.n == 0 || s.n > 40) return false;
    size_t at = 0, begin;
    bool month = false;
    while (next_word(s, &at, &begin)) month = month || wordset_find(&v->months, str_slice(s, begin, at));
    if (month) return has_year(s) || is_filler(str_slice(s, 0, 1)) || is_digit(s.p[0]);
    return has_year(s) && (is_digit(s.p[0]) || is_filler(str_slice(s, 0, 1)));
}

/* "Contoh, 6 Januari 2025", "Ditetapkan di Contoh", "pada tanggal 6 Januari 2025". */
static bool place_date(const struct text_kit *t, struct piece p, struct signature *out)
{
    struct str s = p.text;
    size_t end, comma = str_find(s, STR(","), 0);
    if (s.n > 100) return false;
    if (wordset_prefix(&t->v->place_starts, s, &end)) {
        struct piece rest = piece_part(p, end, s.n);
        if (rest.text.n && rest.text.p[0] == ':') rest = piece_part(rest, 1, rest.text.n);
        size_t tail = str_ifind(rest.text, STR("pada tanggal"), 0);
        out->place_name = item_of(t, piece_part(rest, 0, tail));
        if (tail == SIZE_MAX) return true;
        p = piece_part(rest, tail, rest.text.n);
        s = p.text;
    }
    if (wordset_prefix(&t->v->date_starts, s, &end)) {
        struct piece rest = piece_part(p, end, s.n);
        if (rest.text.n && rest.text.p[0] == ':') rest = piece_part(rest, 1, rest.text.n);
        out->date = item_of(t, rest);
        return true;
    }
    struct str tail = comma == SIZE_MAX ? STR_ABSENT : str_trim(str_slice(s, comma + 1, s.n));
    if (comma != SIZE_MAX && comma <= 40 && is_upper(s.p[0]) && date_like(t->v, tail)) {
        out->place_name = item_of(t, piece_part(p, 0, comma));
        out->date = item_of(t, piece_part(p, comma + 1, s.n));
        return true;
    }
    return false;
}

/* ---- office and name ---------------------------------------------------------------------------------------- */

struct name_word {
    size_t begin, end;
    bool upper, office, degree, prefix, comma; /* in capitals; of offices; title behind or before a name; a comma follows */
};

static const struct listed *tight(const struct wordset *f, struct str s)
{
    struct key k = key_tight(s);
    return wordset_find_key(f, (struct str){k.text, k.n});
}

static bool has_dot(struct str s) { return memchr(s.p, '.', s.n) != NULL; }

static size_t words_of(const struct vocabulary *v, struct str s, struct name_word *w, size_t max)
{
    size_t n = 0, at = 0, begin;
    while (n < max && next_word(s, &at, &begin)) {
        struct str t = str_slice(s, begin, at), bare = t;
        while (bare.n && (bare.p[bare.n - 1] == ',' || bare.p[bare.n - 1] == ';')) bare.n--;
        bool capital = bare.n && is_upper(bare.p[0]);
        w[n] = (struct name_word){.begin = begin, .end = begin + bare.n, .comma = bare.n < t.n};
        w[n].upper = bare.n > 1 && all_upper(bare);
        w[n].degree = capital && tight(&v->titles_after, bare) && (w[n].upper || has_dot(bare) || bare.n <= 4);
        w[n].prefix = has_dot(bare) && tight(&v->titles_before, bare);
        w[n].office = wordset_find(&v->office_words, bare) || wordset_find(&v->office_starts, bare);
        n++;
    }
    return n;
}

/* The word with which the name begins in a text that begins with an office; n when there is none to be told from it. */
static size_t name_start(const struct vocabulary *v, struct str s, const struct name_word *w, size_t n)
{
    bool mixed = !all_upper(s);
    for (size_t i = 1; i < n; i++)
        if (w[i].prefix && i + 1 < n) return i;
    size_t degree = n;
    for (size_t i = n; i-- > 2;)
        if (w[i].degree && (w[i - 1].comma || w[i - 1].degree || w[i].comma || has_dot(str_slice(s, w[i].begin, w[i].end)))) degree = i;
    for (size_t i = 1; mixed && i < degree; i++) {
        size_t k = i;
        while (k < degree && w[k].upper && !w[k].office && !roman_value(str_slice(s, w[k].begin, w[k].end), false)) k++;
        if (k == degree && k - i >= 2) return i;
        if (k == degree && k - i == 1 && degree < n) return i;
    }
    if (degree == n) return n;
    size_t i = degree;
    if (i > 2 && w[i - 1].office && !w[i - 2].office && is_upper(s.p[w[i - 1].begin]) && is_upper(s.p[w[i - 2].begin])) i--; /* a name may have a word of offices in it */
    while (i > 1 && !w[i - 1].office && (i == degree || !w[i - 1].comma) && is_upper(s.p[w[i - 1].begin]) && degree - i < 5) i--;
    struct str before = str_slice(s, w[i - 1].begin, w[i - 1].end);
    bool place = wordset_find(&v->region_starts, before) || str_ieq(before, STR("camat")) || str_ieq(before, STR("lurah"));
    if (place && !w[i - 1].comma && degree - i >= 2) i++;
    return i < degree ? i : n;
}

/* Where a rank begins in a text; SIZE_MAX: nowhere. */
static size_t rank_at(const struct vocabulary *v, struct str s)
{
    size_t at = 0, begin, end;
    while (next_word(s, &at, &begin))
        if (is_upper(s.p[begin]) && wordset_prefix(&v->ranks, str_slice(s, begin, s.n), &end)) {
            struct str tail = str_trim(str_slice(s, begin + end, s.n));
            if (tail.n <= 24 && (tail.n == 0 || strchr("(IV-,/1", tail.p[0]))) return begin;
        }
    return SIZE_MAX;
}

struct official {
    struct piece texts[MAX_TEXTS];
    size_t n;
    bool closed;            /* rank or NIP has been seen: what follows is another's */
};

/* Takes one line apart; false when the line cannot belong to this official any more. */
static bool official_line(const struct text_kit *t, struct official *o, struct piece p, struct signature *out)
{
    size_t from, begin, end;
    if (nip_find(p.text, &from, &begin, &end)) {
        if (out->nip.text.p) return false;
        out->nip = item_of(t, piece_part(p, begin, end));
        if (!out->nip.text.n) out->nip.place = piece_place(t->layout, piece_part(p, from, p.text.n));
        p = piece_part(p, 0, from);
        while (p.text.n && strchr(",;-", p.text.p[p.text.n - 1])) p = piece_part(p, 0, p.text.n - 1);
        o->closed = true;
    } else if (o->closed && out->nip.text.p) {
        return false;
    }
    if (!p.text.n) return true;
    if (place_date(t, p, out)) return true;
    const struct listed *f = wordset_prefix(&t->v->signature_words, p.text, &end);
    if (f && str_trim(str_slice(p.text, end, p.text.n)).n <= 1) return true;
    size_t rank = rank_at(t->v, p.text);
    if (rank != SIZE_MAX) {
        out->rank = item_of(t, piece_part(p, rank, p.text.n));
        p = piece_part(p, 0, rank);
        if (!p.text.n) return true;
    }
    if (o->n < MAX_TEXTS && !is_filler(p.text)) o->texts[o->n++] = p;
    return true;
}

static bool starts_office(const struct vocabulary *v, struct str s)
{
    size_t end;
    return wordset_prefix(&v->office_starts, s, &end) != NULL;
}

/* Whether a line can be a name: capitals, no figures, not mostly words of offices. */
static bool name_like(const struct vocabulary *v, struct str s)
{
    struct name_word w[16];
    size_t n = words_of(v, s, w, COUNT(w)), plain = 0, office = 0;
    if (s.n > 80 || n == 0 || n == COUNT(w)) return false;
    for (size_t i = 0; i < n; i++) {
        if (!is_letter(s.p[w[i].begin]) && s.p[w[i].begin] != '(') return false;
        if (w[i].office && !w[i].degree) office++;
        else if (!w[i].degree && !w[i].prefix) plain++;
    }
    return plain > 0 && office == 0;
}

bool names_person(const struct vocabulary *v, struct str s)
{
    struct name_word w[16];
    size_t n = words_of(v, s, w, COUNT(w));
    bool degree = false;
    for (size_t i = 1; i < n; i++) degree |= w[i].degree && (w[i - 1].comma || w[i - 1].degree);
    return n < COUNT(w) && (degree || (n > 1 && w[0].prefix)) && name_like(v, s);
}

/* A name that has a word of offices in it, behind a word that none has: "Contoh Nama, S.E.". Without titles only what stands above a rank or NIP. */
static bool mixed_name(const struct vocabulary *v, struct str s, bool above)
{
    struct name_word w[16];
    size_t n = words_of(v, s, w, COUNT(w)), before = 0, plain = 0;
    bool titled = false;
    if (s.n > 80 || n == 0 || n == COUNT(w)) return false;
    for (size_t i = 0; i < n; i++) {
        struct str word = str_slice(s, w[i].begin, w[i].end);
        titled |= i && w[i].degree && (w[i - 1].comma || w[i - 1].degree);
        if (titled) continue;
        if (!is_upper(s.p[w[i].begin]) || wordset_find(&v->region_starts, word) || str_ieq(word, STR("dan"))) return false;
        if (w[i].prefix) continue;
        before++;
        plain += !w[i].office;
        if (w[i].office && !plain) return false;
    }
    return plain > 0 && before <= MAX_NAME && (titled || above);
}

/* "… Kabupaten" at the end of a line: the next one goes on with the place. */
static bool place_follows(const struct vocabulary *v, struct str above, struct str s)
{
    size_t at = 0, begin, words = 0;
    struct str last = STR_ABSENT;
    while (next_word(above, &at, &begin)) last = str_slice(above, begin, at);
    for (at = 0; next_word(s, &at, &begin);) words++;
    return last.n && words == 1 && wordset_find(&v->region_starts, last) && !memchr(s.p, '.', s.n) && !memchr(s.p, ',', s.n);
}

static struct piece trim_commas(struct piece p)
{
    while (p.text.n && (p.text.p[p.text.n - 1] == ',' || p.text.p[p.text.n - 1] == ';')) p = piece_part(p, 0, p.text.n - 1);
    return p;
}

static void name_and_office(const struct text_kit *t, struct official *o, struct signature *out)
{
    struct pieces office = {0};
    for (size_t i = 0; i < o->n; i++) {
        struct piece p = o->texts[i];
        if (!office.n && is_lower(p.text.p[0]) && !starts_office(t->v, p.text)) continue; /* the end of something else */
        bool last = i + 1 == o->n;
        bool name = last && !starts_office(t->v, p.text) && (name_like(t->v, p.text) || mixed_name(t->v, p.text, o->closed && office.n));
        if (name && !(office.n && place_follows(t->v, office.v[office.n - 1].text, p.text))) {
            if (p.text.p[0] == '(' && p.text.p[p.text.n - 1] == ')') p = piece_part(p, 1, p.text.n - 1);
            out->name = item_of(t, p);
            break;
        }
        struct name_word w[40];
        size_t n = words_of(t->v, p.text, w, COUNT(w)), k = last && n < COUNT(w) ? name_start(t->v, p.text, w, n) : n;
        if (k < n && k > 0) {
            out->name = item_of(t, trim_commas(piece_part(p, w[k].begin, p.text.n)));
            p = piece_part(p, 0, w[k].begin);
        }
        *ARENA_PUSH(t->a, &office) = trim_commas(p);
    }
    if (office.n) out->office = item_of_pieces(t, &office, office.v[0]);
}

size_t official_of(const struct text_kit *t, const struct line *lines, size_t n, struct signature *out)
{
    struct official o = {.n = 0};
    size_t i = 0;
    while (i < n && official_line(t, &o, lines[i].text, out)) i++;
    name_and_office(t, &o, out);
    return i;
}
