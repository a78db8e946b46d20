/* Citations of regulations: kind, number, year, title, gazette, and "as amended by", out of text as people and scans write it. */
#include "domain/citation/citation.h"

/* No item of a legal basis is longer; what lies behind is left alone. */
#define TEXT_MAX ((size_t)100000)
#define OPEN_WORDS 14 /* of an issuer: "Kepala Badan Pengawasan Keuangan dan Pembangunan Republik Indonesia" */

struct parser {
    struct arena *a;
    const struct registry *r;
    struct tokens t;
    struct citations *out;
};

/* ---- tokens ------------------------------------------------------------------------------------------------- */

static bool is_mark(const struct parser *p, size_t i, char c)
{
    return i < p->t.n && p->t.v[i].kind == TOKEN_MARK && p->t.v[i].hash == (unsigned char)c;
}
static bool any_mark(const struct parser *p, size_t i, const char *set)
{
    for (; *set; set++)
        if (is_mark(p, i, *set)) return true;
    return false;
}
static bool has(const struct parser *p, size_t i, uint32_t classes) { return i < p->t.n && (p->t.v[i].classes & classes) != 0; }
static bool is_kind(const struct parser *p, size_t i, enum token_kind k) { return i < p->t.n && p->t.v[i].kind == k; }
static bool is_word(const struct parser *p, size_t i, struct str lower) { return is_kind(p, i, TOKEN_WORD) && p->t.v[i].hash == word_hash(lower); }
static bool glued(const struct parser *p, size_t i) { return i < p->t.n && !p->t.v[i].spaced; }
static struct span over(const struct parser *p, size_t from, size_t to)
{
    return from < to ? SPAN(p->t.v[from].begin, p->t.v[to - 1].end) : SPAN_NONE;
}

/* Value of a digits token, letters of scans read as digits; at most 9 digits, else 0. */
static uint64_t digits(const struct parser *p, size_t i, size_t *count)
{
    struct str s = token_text(&p->t, i);
    uint64_t v = 0;
    *count = s.n;
    if (s.n > 9) return 0;
    for (size_t j = 0; j < s.n; j++) {
        char c = s.p[j] == 'O' || s.p[j] == 'o' ? '0' : s.p[j] >= '0' && s.p[j] <= '9' ? s.p[j] : '1';
        v = v * 10 + (uint64_t)(c - '0');
    }
    return v;
}

/* A year of four digits at i; 0: none. */
static int year_at(const struct parser *p, size_t i)
{
    size_t n;
    if (!is_kind(p, i, TOKEN_DIGITS)) return 0;
    uint64_t v = digits(p, i, &n);
    return n == 4 && v >= 1945 && v < 2100 ? (int)v : 0;
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

static bool is_name(const struct parser *p, size_t i)
{
    size_t end;
    return name_at(p, i, &end) != NULL;
}

/* ---- numbers and years -------------------------------------------------------------------------------------- */

static bool component(const struct parser *p, size_t i)
{
    if (is_kind(p, i, TOKEN_DIGITS)) return true;
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
        if (parts == 2 && is_kind(p, i, TOKEN_DIGITS)) c->number = over(p, i, i + 1), c->plain = true;
    } else if (parts > 2 && is_kind(p, last, TOKEN_DIGITS) && is_mark(p, last - 1, '/')) {
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
    bool lettered = worded && is_kind(p, i, TOKEN_WORD) && component(p, i) && p->t.v[i].end - p->t.v[i].begin <= 4 && is_kind(p, i + 1, TOKEN_DIGITS);
    if (lettered && has(p, i + 2, CLASS_YEAR)) { /* "Nomor : OT 9 Tahun 2017" */
        c->value = digits(p, i + 1, &n);
        c->number = over(p, i, i + 2);
        return i + 2;
    }
    if (!component(p, i) || (is_kind(p, i, TOKEN_WORD) && !any_mark(p, i + 1, worded ? "/-." : "/"))) return i;
    while (component(p, at)) {
        if (is_kind(p, at, TOKEN_DIGITS) && !c->value) c->value = digits(p, at, &n);
        decree |= has(p, at, CLASS_DECREE);
        if (is_kind(p, at, TOKEN_WORD) && !decree && (!kind || (kind->open && !c->issuer.set))) kind = kind_marked(p, at, kind);
        last = at++;
        parts++;
        if (is_kind(p, at, TOKEN_WORD) && glued(p, at) && p->t.v[at].end - p->t.v[at].begin == 1 && is_kind(p, last, TOKEN_DIGITS)) at++; /* 53A */
        if (is_mark(p, at, '/') && component(p, at + 1)) at++;
        else if (any_mark(p, at, "-.") && glued(p, at) && glued(p, at + 1) && component(p, at + 1)) at++;
        else break;
    }
    if (!c->value) return i;
    c->kind = kind;
    c->number = over(p, i, at);
    c->plain = at == i + 1 && is_kind(p, i, TOKEN_DIGITS);
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
    if (!is_kind(p, at, TOKEN_DIGITS)) return i;
    uint64_t v = digits(p, at, &n);
    size_t end = at + 1;
    if (n == 2 && (v == 19 || v == 20) && is_kind(p, end, TOKEN_DIGITS)) {
        uint64_t rest = digits(p, end, &m);
        if (m == 2) v = v * 100 + rest, n = 4, end++;
    } else if (n == 2) {
        v += v > 45 ? 1900 : 2000;
        n = 4;
    }
    if (n != 4 || v < 1900 || v > 2199) return i;
    c->year_value = (int)v;
    c->year = over(p, at, end);
    return end;
}

/* "Nomor 53 Tahun 2014" or "Tahun 2014 Nomor 53" from i on; the index behind it, i when there is no number. */
static size_t number_part(const struct parser *p, size_t i, struct citation *c)
{
    size_t at = i;
    if (has(p, at, CLASS_YEAR) && is_kind(p, at + 1, TOKEN_DIGITS) && has(p, at + 2, CLASS_NUMBER)) at = year_part(p, at, c);
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
    if (has(p, i, CLASS_NUMBER)) return is_kind(p, i + 1, TOKEN_DIGITS) || is_kind(p, i + 1, TOKEN_MARK) || is_kind(p, i + 1, TOKEN_WORD);
    if (is_kind(p, i, TOKEN_DIGITS)) return has(p, i + 1, CLASS_YEAR) || is_mark(p, i + 1, '/');
    return false;
}

/* The words between the form of an open or regional kind and its number: issuer or region. The index behind them. */
static size_t issuer_part(const struct parser *p, size_t i, struct citation *c)
{
    size_t at = i;
    while (at < p->t.n && at < i + OPEN_WORDS && !starts_number(p, at) && !has(p, at, CLASS_ABOUT | CLASS_DATE) && !any_mark(p, at, ";:") &&
           !is_name(p, at) && !(has(p, at, CLASS_YEAR) && is_kind(p, at + 1, TOKEN_DIGITS)))
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

/* Name, number and year from i on. false: this is no citation. `first`: nothing of it need be there but its name. */
static bool head_at(const struct parser *p, size_t i, bool first, struct citation *c, size_t *end)
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
        if (c->kind->numberless) {
            *end = has(p, at, CLASS_YEAR) || year_at(p, at) ? year_part(p, at, c) : at;
            return true;
        }
    }
    *end = number_part(p, at, c);
    if (*end == at) return first && c->kind && !c->kind->loose; /* no number */
    return c->kind != NULL || (c->year_value && first);
}

/* ---- gazettes ----------------------------------------------------------------------------------------------- */

/* Does "(Lembaran Negara …", "LN 2014/244", "Tambahan Lembaran …", "Berita Daerah …" begin at i? */
static bool gazette_at(const struct parser *p, size_t i)
{
    if (any_mark(p, i, "([")) i++;
    if (!has(p, i, CLASS_GAZETTE)) return false;
    if (p->t.v[i].end - p->t.v[i].begin <= 3) return is_kind(p, i + 1, TOKEN_DIGITS) || has(p, i + 1, CLASS_NUMBER | CLASS_YEAR | CLASS_FILLER);
    return has(p, i + 1, CLASS_GAZETTE | CLASS_FILLER | CLASS_STATE | CLASS_LOCAL);
}

static struct gazette *gazette_named(const struct parser *p, size_t i, bool supplement, struct citation *c)
{
    if (has(p, i + 1, CLASS_LOCAL)) return NULL;
    if (has(p, i, CLASS_TLN)) return &c->tln;
    if (has(p, i, CLASS_LN)) return supplement ? &c->tln : &c->ln;
    return supplement ? NULL : &c->bn;
}

/* Reads gazettes from i on; the index behind them. */
static size_t gazette_part(const struct parser *p, size_t i, struct citation *c)
{
    size_t at = i, n;
    bool bracket = any_mark(p, i, "(["), supplement = false;
    struct gazette *g = NULL;
    for (at = bracket ? i + 1 : i; at < p->t.n; at++) {
        if (any_mark(p, at, ")]") || (!bracket && is_mark(p, at, ';'))) break;
        if (!bracket && (is_name(p, at) || has(p, at, CLASS_LINK))) break;
        if (has(p, at, CLASS_SUPPLEMENT)) {
            supplement = true;
        } else if (has(p, at, CLASS_GAZETTE)) {
            g = gazette_named(p, at, supplement, c);
            supplement = false;
        } else if (g && is_kind(p, at, TOKEN_DIGITS)) {
            uint64_t v = digits(p, at, &n);
            bool year = g != &c->tln && !g->year && year_at(p, at) && (has(p, at - 1, CLASS_YEAR) || is_mark(p, at + 1, '/'));
            if (year) g->year = (int)v;
            else if (!g->number) g->number = v;
        }
    }
    size_t end = at < p->t.n && any_mark(p, at, ")]") ? at + 1 : at;
    c->gazette = over(p, i, end);
    return end;
}

/* ---- tails -------------------------------------------------------------------------------------------------- */

/* "sebagaimana telah beberapa kali diubah, terakhir dengan …", "yang telah diubah", "jo.", "beserta perubahannya" at i? *behind: behind it. */
static bool amended_at(const struct parser *p, size_t i, size_t *behind)
{
    if (has(p, i, CLASS_AMENDMENTS)) return *behind = i + 1, true;
    if (has(p, i, CLASS_AMENDED_BY)) {
        *behind = is_mark(p, i + 1, '.') ? i + 2 : i + 1;
        return is_name(p, *behind);
    }
    if (!has(p, i, CLASS_LINK)) return false;
    for (size_t k = i + 1; k < i + 8 && k < p->t.n; k++) {
        if (has(p, k, CLASS_AMENDED | CLASS_AMENDMENTS)) return *behind = k + 1, true;
        if (has(p, k, CLASS_NUMBER) || is_name(p, k) || is_mark(p, k, ';')) return false;
    }
    return false;
}

/* A regulation is named at i inside the title that began at `title`: does a new citation begin with it? */
static bool begins_anew(const struct parser *p, size_t i, size_t title, bool about, bool nested, const struct citation *head, size_t end)
{
    if (!head->number.set || is_mark(p, i - 1, '(')) return false;
    if (!about) return true;
    if (i == title) return false;
    if (glued(p, i) && is_kind(p, i - 1, TOKEN_WORD)) return true;
    if (any_mark(p, i - 1, ";.)")) return true;
    bool full = head->year_value && has(p, end, CLASS_ABOUT) && p->t.v[i].capital;
    if (is_mark(p, i - 1, ',')) return full || (!nested && head->year_value && p->t.v[i].capital);
    if (has(p, i - 1, CLASS_AND)) return full && !nested;
    if (has(p, i - 1, CLASS_LEAD)) return false;
    return full || (p->t.v[i].line && p->t.v[i].capital && head->year_value);
}

/* Without the marker of the item that follows ("2.", "b)") and marks at its end. */
static size_t trimmed(const struct parser *p, size_t from, size_t to)
{
    if (to < p->t.n && to >= from + 2 && any_mark(p, to - 1, ".)") && p->t.v[to - 2].spaced && p->t.v[to - 2].end - p->t.v[to - 2].begin <= 2 &&
        (is_kind(p, to - 2, TOKEN_DIGITS) || p->t.v[to - 2].end - p->t.v[to - 2].begin == 1))
        to -= 2;
    while (to > from && any_mark(p, to - 1, ".,;:-\"'(")) to--;
    return to;
}

/* A full stop with another sentence behind it; not one of an abbreviation ("Kab. Contoh"). */
static bool sentence_ends(const struct parser *p, size_t i)
{
    if (!is_mark(p, i, '.') || i + 1 >= p->t.n || !p->t.v[i + 1].spaced || !p->t.v[i + 1].capital) return false;
    return is_kind(p, i - 1, TOKEN_WORD) && p->t.v[i - 1].end - p->t.v[i - 1].begin > 4;
}

/* The citation named soon after "diubah": "… terakhir dengan UU 9/2015"; NO_INDEX: none. */
static size_t amendment_at(const struct parser *p, size_t i)
{
    struct citation head;
    size_t end;
    for (size_t k = i; k < i + 8 && k < p->t.n; k++)
        if (head_at(p, k, false, &head, &end) && head.number.set) return k;
    return NO_INDEX;
}

/* Title, gazette and amendments of the citation whose head ends at i; the index behind it all. */
static size_t tail(struct parser *p, size_t i, struct citation *c, size_t *amends)
{
    size_t at = i, title, behind, end;
    bool nested = false, open = true;
    while (any_mark(p, at, ".,:")) at++;
    if (has(p, at, CLASS_ABOUT)) c->about = true, at++;
    else at = i;
    title = at;
    size_t title_end = at;
    for (; at < p->t.n; at++) {
        struct citation head;
        if (is_mark(p, at, ';')) break;
        if (open && sentence_ends(p, at)) title_end = at, open = false;
        if (gazette_at(p, at)) {
            if (open) title_end = at, open = false;
            at = gazette_part(p, at, c) - 1;
        } else if (amended_at(p, at, &behind)) {
            if (open) title_end = at, open = false;
            c->amended = true;
            c->jointly = has(p, at, CLASS_AMENDED_BY);
            if ((end = amendment_at(p, behind)) != NO_INDEX) {
                *amends = p->out->n;
                at = end;
                break;
            }
            at = behind - 1;
        } else if (is_name(p, at) && head_at(p, at, false, &head, &end)) {
            if (begins_anew(p, at, title, c->about, nested, &head, end) || !open) break;
            nested = true;
            at = end - 1;
        }
    }
    if (open) title_end = at;
    title_end = trimmed(p, title, title_end);
    if (title_end > title && has(p, title_end - 1, CLASS_AND | CLASS_LINK)) title_end--;
    bool untitled = title_end >= title + 2 && is_kind(p, title, TOKEN_WORD) && !has(p, title, CLASS_STOP | CLASS_LINK | CLASS_AMENDED_BY);
    if (c->about || untitled) c->title = over(p, title, title_end);
    return at;
}

void citations_parse(struct arena *a, const struct registry *r, struct str text, struct citations *out)
{
    struct parser p = {a, r, tokens_of(a, &r->lexicon, str_slice(text, 0, TEXT_MAX)), out};
    size_t amends = NO_INDEX, i = 0;
    bool first = true;
    while (i < p.t.n && out->n < CITATIONS_MAX) {
        struct citation c;
        size_t end, next_amends = NO_INDEX;
        if (!head_at(&p, i, first, &c, &end)) {
            first = first && (is_kind(&p, i, TOKEN_MARK) || (is_kind(&p, i, TOKEN_DIGITS) && any_mark(&p, i + 1, ".)")));
            i++;
            continue;
        }
        c.amends = amends;
        size_t next = tail(&p, end, &c, &next_amends);
        c.whole = over(&p, i, end);
        if (c.title.set) c.whole.end = c.title.end;
        if (c.gazette.set) c.whole.end = c.gazette.end;
        *ARENA_PUSH(a, out) = c;
        amends = next_amends;
        i = next > i ? next : i + 1;
        first = false;
    }
}
