/* Looking up the table of laws: by binary search, and by the hash of a title. */
#include "base/chars.h"
#include "domain/citation/laws.h"

static const struct law_table *const t = &law_table_embedded;

static const struct law_kind *kind_of(struct str kind)
{
    for (size_t i = 0; i < t->kind_count; i++)
        if (str_eqz(kind, t->kinds[i].id)) return &t->kinds[i];
    return NULL;
}

static struct law told(const struct law_kind *k, const struct law_row *r)
{
    struct law out = {.kind = str_of(k->id), .number = r->number, .year = r->year};
    struct str *const texts[] = {&out.title, &out.revoked_by, &out.since};
    const char *p = t->text + r->text;
    for (size_t i = 0; i < COUNT(texts); i++, p += texts[i - 1]->n + 1) *texts[i] = str_of(p);
    return out;
}

/* The first row at or behind that year and number. */
static uint32_t at_or_behind(const struct law_kind *k, int year, uint64_t number)
{
    uint32_t low = k->from, high = k->to;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct law_row *r = &t->rows[middle];
        if (r->year < year || (r->year == year && r->number < number)) low = middle + 1;
        else high = middle;
    }
    return low;
}

bool law_find(struct str kind, uint64_t number, int year, struct law *out)
{
    const struct law_kind *k = kind_of(kind);
    uint32_t i = k && number ? at_or_behind(k, year, number) : 0;
    if (!k || !number || i == k->to || t->rows[i].year != year || t->rows[i].number != number) return false;
    *out = told(k, &t->rows[i]);
    return true;
}

size_t laws_near(struct str kind, uint64_t number, int year, struct law *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < t->kind_count; i++) {
        const struct law_kind *k = &t->kinds[i];
        bool same = str_eqz(kind, k->id);
        for (uint32_t r = k->from; r < k->to && n < room; r++) {
            const struct law_row *row = &t->rows[r];
            bool two = same ? (row->number == number) != (row->year == year) : row->number == number && row->year == year;
            if (two && row->number && row->hash) out[n++] = told(k, row);
        }
    }
    return n;
}

static bool same_letters(struct str a, struct str b)
{
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a.n && !is_alpha(a.p[i]) && !is_digit(a.p[i])) i++;
        while (k < b.n && !is_alpha(b.p[k]) && !is_digit(b.p[k])) k++;
        if (i == a.n || k == b.n) return i == a.n && k == b.n;
        if ((a.p[i++] | 32) != (b.p[k++] | 32)) return false;
    }
}

bool law_titled(struct str title, struct law *out)
{
    uint32_t hash = law_title_hash(title);
    bool found = false;
    if (!hash) return false;
    for (size_t i = 0; i < t->kind_count; i++)
        for (uint32_t r = t->kinds[i].from; r < t->kinds[i].to; r++) {
            if (t->rows[r].hash != hash) continue;
            struct law law = told(&t->kinds[i], &t->rows[r]);
            if (!same_letters(law.title, title) || (found && law.year < out->year)) continue;
            *out = law;
            found = true;
        }
    return found;
}

uint64_t law_last_number(struct str kind, int year)
{
    const struct law_kind *k = kind_of(kind);
    uint32_t first = k ? at_or_behind(k, year, 0) : 0, behind = k ? at_or_behind(k, year + 1, 0) : 0;
    if (!k || first == behind || t->rows[first].number != 0) return 0;
    return t->rows[behind - 1].number;
}
