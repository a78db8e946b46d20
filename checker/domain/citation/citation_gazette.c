/* Gazettes in citations: state, supplement, of ministries; those of regions are passed over. */
#include "domain/citation/citation_parser.h"

bool gazette_at(const struct parser *p, size_t i)
{
    if (any_mark(p, i, "([")) i++;
    if (!has(p, i, CLASS_GAZETTE)) return false;
    if (p->t.v[i].end - p->t.v[i].begin <= 3) return is_kind(p, i + 1, TOKEN_NUMBER) || has(p, i + 1, CLASS_NUMBER | CLASS_YEAR | CLASS_FILLER);
    return has(p, i + 1, CLASS_GAZETTE | CLASS_FILLER | CLASS_STATE | CLASS_LOCAL);
}

static struct gazette *gazette_named(const struct parser *p, size_t i, bool supplement, struct citation *c)
{
    if (has(p, i + 1, CLASS_LOCAL)) return NULL;
    if (has(p, i, CLASS_TLN)) return &c->tln;
    if (has(p, i, CLASS_LN)) return supplement ? &c->tln : &c->ln;
    return supplement ? NULL : &c->bn;
}

size_t gazette_part(const struct parser *p, size_t i, struct citation *c)
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
        } else if (g && is_kind(p, at, TOKEN_NUMBER)) {
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
