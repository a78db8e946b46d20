/* Citations of regulations: kind, number, year, title, gazette, and "as amended by", out of text as people and scans write it. */
#include "domain/citation/citation_parser.h"

/* No item of a legal basis is longer; what lies behind is left alone. */
#define TEXT_MAX ((size_t)100000)

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
        (is_kind(p, to - 2, TOKEN_NUMBER) || p->t.v[to - 2].end - p->t.v[to - 2].begin == 1))
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
    struct parser p = {a, r, citation_tokens_of(a, &r->lexicon, str_slice(text, 0, TEXT_MAX)), out};
    size_t amends = NO_INDEX, i = 0;
    bool first = true;
    while (i < p.t.n && out->n < CITATIONS_MAX) {
        struct citation c;
        size_t end, next_amends = NO_INDEX;
        if (!head_at(&p, i, first, &c, &end)) {
            first = first && (is_kind(&p, i, TOKEN_MARK) || (is_kind(&p, i, TOKEN_NUMBER) && any_mark(&p, i + 1, ".)")));
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
