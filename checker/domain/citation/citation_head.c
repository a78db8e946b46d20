/* The head of a citation: its kind, its number and its year. */
#include "base/chars.h"
#include "domain/citation/citation_parser.h"

#define OPEN_WORDS 14 /* of an issuer: "Kepala Badan Pengawasan Keuangan dan Pembangunan Republik Indonesia" */

uint64_t digits(const struct parser *p, size_t i, size_t *count)
{
    struct str s = token_text(&p->t, i);
    uint64_t v = 0;
    *count = s.n;
    if (s.n > 9) return 0;
    for (size_t j = 0; j < s.n; j++) {
        char c = s.p[j] == 'O' || s.p[j] == 'o' ? '0' : is_digit(s.p[j]) ? s.p[j] : '1';
        v = v * 10 + (uint64_t)(c - '0');
    }
    return v;
}

int year_at(const struct parser *p, size_t i)
{
    size_t n;
    if (!is_kind(p, i, TOKEN_NUMBER)) return 0;
    uint64_t v = digits(p, i, &n);
    return n == 4 && year_of_law(v) ? (int)v : 0;
}

/* ---- names of kinds ----------------------------------------------------------------------------------------- */

/* Words of a form may be joined by hyphens, strokes or full stops: "Undang-undang", "PAN-RB", "PAN/RB". */
static size_t next_word(const struct parser *p, size_t i)
{
    while (any_mark(p, i, "-/.") && is_kind(p, i + 1, TOKEN_WORD)) i++;
    return i;
}

/* The kind named at i, *end behind its form; NULL: none. */
static const struct kind *name_at(const struct parser *p, size_t i, size_t *end)
{
    if (!is_kind(p, i, TOKEN_WORD)) return NULL;
    for (const struct form *f = p->t.v[i].forms; f; f = f->next) {
        size_t at = i + 1, j = 0;
        for (; j < f->n; j++) {
            at = next_word(p, at);
            if (!is_kind(p, at, TOKEN_WORD) || p->t.v[at].hash != f->words[j]) break;
            at++;
        }
        if (j == f->n) return *end = at, f->kind;
    }
    struct str word = token_text(&p->t, i);
    for (size_t k = 0; k < p->r->prefix_count; k++)
        if (str_istarts(word, p->r->prefixes[k].text) && word.n > p->r->prefixes[k].text.n) return *end = i + 1, p->r->prefixes[k].form->kind;
    return NULL;
}

bool is_name(const struct parser *p, size_t i)
{
    size_t end;
    return name_at(p, i, &end) != NULL;
}

/* ---- numbers and years -------------------------------------------------------------------------------------- */

static bool component(const struct parser *p, size_t i)
{
    if (is_kind(p, i, TOKEN_NUMBER)) return true;
    return is_kind(p, i, TOKEN_WORD) && !has(p, i, CLASS_YEAR | CLASS_ABOUT | CLASS_NUMBER) && p->t.v[i].end - p->t.v[i].begin <= 16;
}

/* The kind that a word inside a number tells: 22/PMK.02/2021. */
static const struct kind *kind_marked(const struct parser *p, size_t i, const struct kind *otherwise)
{
    for (size_t k = 0; k < p->r->kind_count; k++)
        for (size_t m = 0; m < p->r->kinds[k].mark_count; m++)
            if (p->r->kinds[k].marks[m] == p->t.v[i].hash && (!otherwise || otherwise->rank == p->r->kinds[k].rank)) return &p->r->kinds[k];
    return otherwise;
}

/* The year that a number ends in: 23/2014, and of the old centuries 589/IX/6/Y/99; `last` is its last part of `parts`. */
static void number_year(const struct parser *p, size_t i, size_t last, size_t parts, struct citation *c)
{
    size_t n;
    int year = parts > 1 ? year_at(p, last) : 0;
    if (year && c->value == (uint64_t)year && parts > 2) c->value = 0; /* XI/MPR/1998 */
    if (year && is_mark(p, last - 1, '/')) {
        c->year_value = year;
        c->year = over(p, last, last + 1);
        if (parts == 2 && is_kind(p, i, TOKEN_NUMBER)) c->number = over(p, i, i + 1), c->plain = true;
    } else if (parts > 2 && is_kind(p, last, TOKEN_NUMBER) && is_mark(p, last - 1, '/')) {
        uint64_t v = digits(p, last, &n);
        if (n == 2 && v > 45) c->year_value = 1900 + (int)v, c->year = over(p, last, last + 1);
    }
}

/* Behind the word "Nomor" (worded) or not: "53", "53A", "23/2014", "PER/09/M.PAN/5/2007", "700/ 38 /ITKAB/2021" from i on; the index behind it, i when there is none. */
static size_t number_body(const struct parser *p, size_t i, bool worded, struct citation *c)
{
    size_t at = i, parts = 0, last = i, n;
    bool decree = false; /* KEP/63/M.PAN/7/2003 is no Peraturan Menteri */
    const struct kind *kind = c->kind;
    bool lettered = worded && is_kind(p, i, TOKEN_WORD) && component(p, i) && p->t.v[i].end - p->t.v[i].begin <= 4 && is_kind(p, i + 1, TOKEN_NUMBER);
    if (lettered && has(p, i + 2, CLASS_YEAR)) { /* "Nomor : KP 14 Tahun 2020" */
        c->value = digits(p, i + 1, &n);
        c->number = over(p, i, i + 2);
        return i + 2;
    }
    if (!component(p, i) || (is_kind(p, i, TOKEN_WORD) && !any_mark(p, i + 1, worded ? "/-." : "/"))) return i;
    while (component(p, at)) {
        if (is_kind(p, at, TOKEN_NUMBER) && !c->value) c->value = digits(p, at, &n);
        decree |= has(p, at, CLASS_DECREE);
        if (is_kind(p, at, TOKEN_WORD) && !decree && (!kind || (kind->open && !c->issuer.set))) kind = kind_marked(p, at, kind);
        last = at++;
        parts++;
        if (is_kind(p, at, TOKEN_WORD) && glued(p, at) && p->t.v[at].end - p->t.v[at].begin == 1 && is_kind(p, last, TOKEN_NUMBER)) at++; /* 53A */
        if (is_mark(p, at, '/') && component(p, at + 1)) at++;
        else if (any_mark(p, at, "-.") && glued(p, at) && glued(p, at + 1) && component(p, at + 1)) at++;
        else break;
    }
    if (!c->value) return i;
    c->kind = kind;
    c->number = over(p, i, at);
    c->plain = at == i + 1 && is_kind(p, i, TOKEN_NUMBER);
    number_year(p, i, last, parts, c);
    return at;
}

/* "Tahun 2014", "Th.2014", "Tahun 20 14", "Tanggal 31 Mei 2007", or a bare year; the index behind it. */
static size_t year_part(const struct parser *p, size_t i, struct citation *c)
{
    size_t at = i, n, m;
    while (any_mark(p, at, ",./")) at++;
    if (has(p, at, CLASS_DATE)) {
        for (size_t k = at + 1; k < at + 6 && k < p->t.n; k++)
            if (year_at(p, k)) {
                if (!c->year_value) c->year_value = year_at(p, k), c->year = over(p, k, k + 1);
                return k + 1;
            }
        return i;
    }
    if (!has(p, at, CLASS_YEAR)) {
        if (at != i || c->year_value || !year_at(p, at)) return i;
        c->year_value = year_at(p, at);
        c->year = over(p, at, at + 1);
        return at + 1;
    }
    at++;
    while (any_mark(p, at, ".:")) at++;
    if (!is_kind(p, at, TOKEN_NUMBER)) return i;
    uint64_t v = digits(p, at, &n);
    size_t end = at + 1;
    if (n == 2 && (v == 19 || v == 20) && is_kind(p, end, TOKEN_NUMBER)) {
        uint64_t rest = digits(p, end, &m);
        if (m == 2) v = v * 100 + rest, n = 4, end++;
    } else if (n == 2) {
        v += v > 45 ? 1900 : 2000;
        n = 4;
    }
    if (n != 4 || !year_of_date(v)) return i;
    c->year_value = (int)v;
    c->year = over(p, at, end);
    return end;
}

/* "Nomor 53 Tahun 2014" or "Tahun 2014 Nomor 53" from i on; the index behind it, i when there is no number. */
static size_t number_part(const struct parser *p, size_t i, struct citation *c)
{
    size_t at = i;
    if (has(p, at, CLASS_YEAR) && is_kind(p, at + 1, TOKEN_NUMBER) && has(p, at + 2, CLASS_NUMBER)) at = year_part(p, at, c);
    bool worded = has(p, at, CLASS_NUMBER);
    if (worded) at++;
    while (worded && any_mark(p, at, ".:,-")) at++;
    size_t body = number_body(p, at, worded, c);
    if (body == at) {
        c->year_value = 0;
        c->year = SPAN_NONE;
        return i;
    }
    return year_part(p, body, c);
}

/* ---- heads -------------------------------------------------------------------------------------------------- */

static bool starts_number(const struct parser *p, size_t i)
{
    if (has(p, i, CLASS_NUMBER)) return is_kind(p, i + 1, TOKEN_NUMBER) || is_kind(p, i + 1, TOKEN_MARK) || is_kind(p, i + 1, TOKEN_WORD);
    if (is_kind(p, i, TOKEN_NUMBER)) return has(p, i + 1, CLASS_YEAR) || is_mark(p, i + 1, '/');
    return false;
}

/* The words between the form of an open or regional kind and its number: issuer or region. The index behind them. */
static size_t issuer_part(const struct parser *p, size_t i, struct citation *c)
{
    size_t at = i;
    while (at < p->t.n && at < i + OPEN_WORDS && !starts_number(p, at) && !has(p, at, CLASS_ABOUT | CLASS_DATE) && !any_mark(p, at, ";:") &&
           !is_name(p, at) && !(has(p, at, CLASS_YEAR) && is_kind(p, at + 1, TOKEN_NUMBER)))
        at++;
    if (!starts_number(p, at) && !has(p, at, CLASS_ABOUT | CLASS_YEAR)) return i;
    size_t from = i, to = at;
    for (; c->kind->region && from < to && (has(p, from, CLASS_REGION | CLASS_FILLER) || is_kind(p, from, TOKEN_MARK)); from++) {
        enum level told = level_told(p->t.v[from].classes);
        if (told) c->level = told;
    }
    while (to > from && (has(p, to - 1, CLASS_FILLER) || is_kind(p, to - 1, TOKEN_MARK))) to--;
    c->issuer = over(p, from, to);
    if (c->kind->open)
        for (size_t k = 0; k < p->r->kind_count; k++)
            for (size_t w = from; p->r->kinds[k].issuer_word.p && w < to; w++)
                if (is_word(p, w, p->r->kinds[k].issuer_word) && p->r->kinds[k].scope == c->kind->scope && p->r->kinds[k].rank == c->kind->rank)
                    c->kind = &p->r->kinds[k];
    return at;
}

/* "Permendagri LKPP No. 11 Tahun 2020": behind a kind that tells its issuer an agency in capitals. Whose it is nobody knows: it is of the open
 * kind of that rank, if there is one. The index behind the agency; `at` when none stands there. */
static size_t second_issuer(const struct parser *p, size_t at, struct citation *c)
{
    enum { SHORTEST = 3, LONGEST = 10 };
    if (!is_kind(p, at, TOKEN_WORD) || has(p, at, CLASS_NUMBER | CLASS_YEAR | CLASS_ABOUT | CLASS_FILLER | CLASS_DATE) || !starts_number(p, at + 1)) return at;
    struct str word = token_text(&p->t, at);
    if (word.n < SHORTEST || word.n > LONGEST) return at;
    for (size_t i = 0; i < word.n; i++)
        if (!is_upper(word.p[i])) return at;
    for (size_t k = 0; k < p->r->kind_count; k++) {
        const struct kind *open = &p->r->kinds[k];
        if (!open->open || open->rank != c->kind->rank || open->scope != c->kind->scope) continue;
        c->kind = open;
        c->issuer = over(p, at, at + 1);
        return at + 1;
    }
    return at;
}

bool head_at(const struct parser *p, size_t i, bool first, struct citation *c, size_t *end)
{
    size_t at = i;
    *c = (struct citation){.amends = NO_INDEX};
    c->kind = name_at(p, i, &at);
    if (!c->kind && !first) return false;
    if (c->kind) {
        c->level = c->kind->level;
        c->name = over(p, i, at);
        while (has(p, at, CLASS_FILLER) || (is_mark(p, at, '.') && has(p, at - 1, CLASS_FILLER))) at++;
        if (is_mark(p, at, '(') && is_mark(p, at + 2, ')')) at += 3; /* "Peraturan Presiden (Perpres)" */
        if (c->kind->open || c->kind->region) {
            size_t behind = issuer_part(p, at, c);
            if (behind > at) c->name = over(p, i, behind);
            at = behind;
        }
        else if (!c->kind->numberless) {
            size_t behind = second_issuer(p, at, c);
            if (behind > at) c->name = over(p, i, behind);
            at = behind;
        }
        if (c->kind->numberless) {
            *end = has(p, at, CLASS_YEAR) || year_at(p, at) ? year_part(p, at, c) : at;
            return true;
        }
    }
    *end = number_part(p, at, c);
    if (*end == at) return first && c->kind && !c->kind->loose; /* no number */
    return c->kind != NULL || (c->year_value && first);
}
