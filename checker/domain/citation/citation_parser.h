/* citation_parser.h: a text of citations as words, and the parts that a citation is read from; between citation_parse.c, citation_head.c and
 * citation_gazette.c. Indices are those of tokens; behind the last one nothing is. */
#ifndef PATUH_CITATION_PARSER_H
#define PATUH_CITATION_PARSER_H

#include "domain/citation/citation.h"

struct parser {
    struct arena *a;
    const struct registry *r;
    struct citation_tokens t;
    struct citations *out;
};

static inline bool is_mark(const struct parser *p, size_t i, char c)
{
    return i < p->t.n && p->t.v[i].kind == TOKEN_MARK && p->t.v[i].hash == (unsigned char)c;
}
static inline bool any_mark(const struct parser *p, size_t i, const char *set)
{
    for (; *set; set++)
        if (is_mark(p, i, *set)) return true;
    return false;
}
static inline bool has(const struct parser *p, size_t i, uint32_t classes) { return i < p->t.n && (p->t.v[i].classes & classes) != 0; }
static inline bool is_kind(const struct parser *p, size_t i, enum token_kind k) { return i < p->t.n && p->t.v[i].kind == k; }
static inline bool is_word(const struct parser *p, size_t i, struct str lower) { return is_kind(p, i, TOKEN_WORD) && p->t.v[i].hash == word_hash(lower); }
static inline bool glued(const struct parser *p, size_t i) { return i < p->t.n && !p->t.v[i].spaced; }
static inline struct span over(const struct parser *p, size_t from, size_t to)
{
    return from < to ? SPAN(p->t.v[from].begin, p->t.v[to - 1].end) : SPAN_NONE;
}

/* Value of a digits token, letters of scans read as digits; at most 9 digits, else 0. */
uint64_t digits(const struct parser *p, size_t i, size_t *count);
/* A year of four digits at i; 0: none. */
int year_at(const struct parser *p, size_t i);
/* A kind of regulation is named at i. */
bool is_name(const struct parser *p, size_t i);
/* Name, number and year from i on. false: this is no citation. `first`: nothing of it need be there but its name. */
bool head_at(const struct parser *p, size_t i, bool first, struct citation *c, size_t *end);
/* Does "(Lembaran Negara …", "LN 2014/244", "Tambahan Lembaran …", "Berita Daerah …" begin at i? */
bool gazette_at(const struct parser *p, size_t i);
/* Reads gazettes from i on; the index behind them. */
size_t gazette_part(const struct parser *p, size_t i, struct citation *c);

#endif
