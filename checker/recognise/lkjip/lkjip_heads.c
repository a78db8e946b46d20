/* Running heads and feet, and the year of a report: told by cover, heads and feet, chapters and captions together, never by the title of
 * a regulation. */
#include <stdlib.h>

#include "recognise/lkjip/lkjip_making.h"

enum { HEADER_REPEATS = 3, EDGE_LINES = 2, HEADS_MOST = 64, CAPTIONS_MOST = 3 };

/* A line as it stands on each page: without the page's number before or behind it. */
static struct key key_of_head(struct str s)
{
    size_t at = 0, begin, from = 0, to = s.n;
    bool first = true;
    while (next_word(s, &at, &begin)) {
        struct str word = str_slice(s, begin, at);
        bool number = word.n <= 3;
        for (size_t i = 0; i < word.n; i++) number &= is_digit(word.p[i]) || word.p[i] == '|' || word.p[i] == '-';
        if (number && first) from = at;
        if (number && at == str_trim(s).n) to = begin;
        first = false;
    }
    return key_of(str_slice(s, from, to > from ? to : from));
}

static void count_head(struct lkjip_making *r, struct str s, uint32_t page)
{
    struct repeats *out = &r->heads;
    struct key key = key_of_head(s);
    size_t j = 0;
    if (!key.n || key.n > KEY_MAX - 2) return;
    while (j < out->n && !str_eq((struct str){out->v[j].key.text, out->v[j].key.n}, (struct str){key.text, key.n})) j++;
    if (j == HEADS_MOST) return;
    if (j == out->n) *ARENA_PUSH(r->t.a, out) = (struct repeat){.key = key};
    if (out->v[j].page != page + 1) out->v[j].pages++;
    out->v[j].page = page + 1;
}

void lkjip_count_heads(struct lkjip_making *r)
{
    struct lines lines = {0};
    struct nested nested = {0};
    const struct blocks *blocks = &r->t.layout->blocks;
    for (size_t i = 0; i < blocks->n; i++) {
        const struct block *b = &blocks->v[i];
        if (b->kind == BLOCK_TABLE || b->kind == BLOCK_PAGE_BREAK) continue;
        bool top = i == 0 || blocks->v[i - 1].page != b->page || blocks->v[i - 1].kind == BLOCK_PAGE_BREAK;
        bool bottom = i + 1 == blocks->n || blocks->v[i + 1].page != b->page || blocks->v[i + 1].kind == BLOCK_PAGE_BREAK;
        if (!top && !bottom) continue;
        lines.n = 0;
        lines_of_block(r->t.a, b, &lines, &nested);
        for (size_t k = 0; k < lines.n; k++)
            if ((top && k < EDGE_LINES) || (bottom && k + EDGE_LINES >= lines.n)) count_head(r, lines.v[k].text.text, b->page);
    }
}

bool lkjip_is_head(const struct lkjip_making *r, struct str s)
{
    struct key key = key_of_head(s);
    for (size_t i = 0; i < r->heads.n; i++)
        if (r->heads.v[i].pages >= HEADER_REPEATS && str_eq((struct str){r->heads.v[i].key.text, r->heads.v[i].key.n}, (struct str){key.text, key.n})) return true;
    return false;
}

/* ---- the year ------------------------------------------------------------------------------------------------- */

/* "Tahun 2014 tentang Sistem …": the end of a citation. */
static bool of_regulation(struct str s)
{
    size_t at = 0, begin;
    while (next_word(s, &at, &begin)) {
        struct key k = key_of(str_slice(s, begin, at));
        struct str word = {k.text, k.n};
        if (str_eqz(word, "tentang") || str_eqz(word, "nomor") || str_eqz(word, "no")) return true;
    }
    return false;
}

void lkjip_year_told(struct lkjip_making *r, const struct item *it, enum year_weight weight)
{
    int year = lkjip_year(it->text);
    size_t i = 0;
    if (!year || of_regulation(it->text)) return;
    while (i < r->told_count && r->told[i].year != year) i++;
    if (i == YEARS_TOLD) return;
    if (i == r->told_count) r->told[r->told_count++] = (struct year_told){.year = year, .first = *it};
    if (weight == YEAR_BY_CAPTION && ++r->told[i].captions > CAPTIONS_MOST) return;
    r->told[i].weight += (unsigned)weight;
}

void lkjip_year_settle(struct lkjip_making *r)
{
    const struct year_told *best = NULL;
    for (size_t i = 0; i < r->told_count; i++)
        if (!best || r->told[i].weight > best->weight) best = &r->told[i];
    if (!best || best->weight < 2 || !str_blank(r->l->identity.year.text)) return;
    r->l->identity.year = (struct item){.text = arena_printf(r->t.a, "%d", best->year), .place = best->first.place};
}
