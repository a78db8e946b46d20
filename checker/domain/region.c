/* Names of regencies and cities. */
#include "domain/office.h"
#include "domain/paper.h"
#include "domain/region.h"

size_t region_at(const struct lexemes *t, size_t i)
{
    struct str low = t->v[i].low;
    bool regency = str_eqz(low, "kabupaten") || str_eqz(low, "kab"), city = str_eqz(low, "kota");
    if (!(regency || city) || i + 1 >= t->n || !lexeme_capital(&t->v[i + 1])) return SIZE_MAX;
    if (city && (!lexeme_capital(&t->v[i]) || (i > 0 && str_eqz(t->v[i - 1].low, "wali")))) return SIZE_MAX;
    const struct lexeme *name = &t->v[i + 1];
    if ((name->before && name->before != '.') || name->low.n < 4 || name->w->paper & PAPER_NO_PLACE) return SIZE_MAX;
    return i + 1;
}

void regions_add(struct arena *a, struct regions *r, struct wordbook *b, const struct str *own, size_t n)
{
    struct lexemes t = {.book = b};
    for (size_t k = 0; k < n; k++) {
        lexemes_split(a, &t, own[k]);
        for (size_t j = 0; j < t.n && r->n < REGIONS_MAX; j++) {
            size_t at = region_at(&t, j);
            if (at == SIZE_MAX) continue;
            r->v[r->n].low = arena_str(a, t.v[at].low);
            r->v[r->n++].printed = arena_str(a, str_slice(own[k], t.v[j].begin, t.v[at].end));
        }
    }
}

bool regions_own(const struct regions *r, const struct offices *o, struct str low)
{
    for (size_t k = 0; k < r->n; k++) {
        struct str own = r->v[k].low;
        if (office_word(o, own, low) != OFFICE_OTHER || str_starts(own, low) || str_starts(low, own)) return true;
    }
    return false;
}
