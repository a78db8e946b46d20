/* What a report says of itself: agency and year on its cover, who signed it, where and when. */
#include <string.h>

#include "recognise/lkjip/lkjip_making.h"

enum { FIRST_LINES = 24 };
static const char PART_OF_YEAR[] = "laporan triwulanan"; /* a key of other-title in the vocabulary */

int year_in(struct str s)
{
    int found = 0;
    for (size_t i = 0; i + 4 <= s.n; i++) {
        if ((i && is_digit(s.p[i - 1])) || (i + 4 < s.n && is_digit(s.p[i + 4]))) continue;
        uint64_t y;
        if (str_u64(str_slice(s, i, i + 4), &y) && year_of_report(y)) found = (int)y;
    }
    return found;
}

/* Whether the year at i is an end of a period: "2024-2026", "2019 – 2023", "2024 s.d. 2026". */
static bool of_period(struct str s, size_t i)
{
    static const char *const between[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "/", "s.d", "s/d", "sd ", "sampai", "hingga"};
    struct str behind = str_trim(str_slice(s, i + 4, s.n)), before = str_trim(str_slice(s, 0, i));
    for (size_t k = 0; k < COUNT(between); k++) {
        struct str w = str_of(between[k]);
        if (str_istarts(behind, w) && year_in(str_slice(behind, 0, w.n + 12))) return true;
        if (str_ends(before, w) && before.n > w.n + 3 && is_digit(str_trim(str_slice(before, 0, before.n - w.n)).p[str_trim(str_slice(before, 0, before.n - w.n)).n - 1])) return true;
    }
    return false;
}

int lkjip_year(struct str s)
{
    int found = 0;
    for (size_t i = 0; i + 4 <= s.n; i++) {
        int y = (i && is_digit(s.p[i - 1])) || (i + 4 < s.n && is_digit(s.p[i + 4])) ? 0 : year_in(str_slice(s, i, i + 4));
        if (!y || of_period(s, i)) continue;
        if (found && y != found) return 0;
        found = y;
    }
    return found;
}

bool lkjip_year_mention(struct lkjip_making *r, const struct item *it)
{
    for (size_t i = 0; i < r->l->year_mentions.n && i < 64; i++)
        if (str_eq(r->l->year_mentions.v[i].text, it->text)) return false;
    if (!year_in(it->text) || r->l->year_mentions.n >= 64) return false;
    *ARENA_PUSH(r->t.a, &r->l->year_mentions) = *it;
    return true;
}

/* An agency of a region names it itself; the region's own line above it is only the letterhead. */
static void agency(struct lkjip_making *r, const struct item *it, uint32_t entity)
{
    struct item *now = &r->l->identity.agency;
    bool unit = str_eqz(str_of(r->w->entity_names[entity]), "perangkat-daerah");
    if (!str_blank(now->text) && (!unit || r->agency_is_unit)) return;
    if (str_blank(now->text)) *now = *it;
    else item_append(&r->t, now, it);
    r->agency_is_unit = unit;
    r->l->identity.entity_type = (struct item){.text = str_of(r->w->entity_names[entity]), .place = it->place};
}

/* A line that names the document: printed as a title is ("LKjIP" has a small letter), on every page, or away from running text, which
 * may begin so, too. */
static bool is_title(const struct line *line, bool apart)
{
    struct str s = line->text.text;
    size_t upper = 0, lower = 0;
    for (size_t i = 0; i < s.n; i++) upper += is_upper(s.p[i]), lower += is_lower(s.p[i]);
    return (apart || line->heading || upper > 8 * lower) && s.n < TITLE_MAX && s.p[s.n - 1] != '.';
}

/* The first title says what the document is; "Triwulan II" on the cover makes another report of it. */
static void title_of_what(struct lkjip_making *r, struct str s, bool titled)
{
    size_t end = 0;
    const struct listed *f = titled ? NULL : wordset_prefix(&r->w->other_titles, s, &end);
    bool part = (f && str_eqz(r->w->other_names[f->use], PART_OF_YEAR)) || (titled && str_ifind(s, STR("triwulan"), 0) != SIZE_MAX);
    if (r->lines_seen <= FIRST_LINES && (f || part) && (part || (!r->titles && !r->other))) {
        r->other = f ? f : wordset_find_key(&r->w->other_titles, STR("triwulan"));
        r->part_of_year |= part;
    }
    r->titles += titled && !part;
}

void lkjip_cover_line(struct lkjip_making *r, const struct line *line, bool apart)
{
    struct str s = line->text.text;
    struct item it = item_of(&r->t, line->text);
    size_t end = 0;
    bool titled = wordset_prefix(&r->w->titles, s, &end) != NULL;
    bool title = is_title(line, apart);
    if (title) title_of_what(r, s, titled);
    const struct listed *f = wordset_prefix(&r->w->entities, s, &end);
    if (f && all_upper(s) && s.n < 120) agency(r, &it, f->use);
    if (!title || s.n >= 120 || !(titled || str_istarts(s, STR("tahun")) || s.n <= 6)) return;
    if (lkjip_year_mention(r, &it)) lkjip_year_told(r, &it, YEAR_BY_COVER);
}

/* ---- the signature ------------------------------------------------------------------------------------------------ */

static bool agreement_named(const struct lkjip_making *r, struct str s)
{
    for (size_t at = 0, begin; next_word(s, &at, &begin);)
        if (wordset_prefix(&r->w->agreement, str_slice(s, begin, s.n), NULL)) return true;
    return false;
}

/* The signature stands below a Perjanjian Kinerja that is attached: it is not the report's. */
static bool below_agreement(const struct lkjip_making *r)
{
    const struct items *all = &r->l->appendices;
    bool table = r->l->agreements.n && r->l->agreements.v[r->l->agreements.n - 1].in_appendix;
    return r->context.appendix && table && all->n && agreement_named(r, all->v[all->n - 1].text);
}

/* The lines up to a NIP, from the one with the date on. */
void lkjip_signature_line(struct lkjip_making *r, const struct line *line)
{
    size_t from, begin, end;
    struct lkjip *l = r->l;
    if (r->recent_count == RECENT_LINES) memmove(r->recent, r->recent + 1, (RECENT_LINES - 1) * sizeof *r->recent);
    else r->recent_count++;
    r->recent[r->recent_count - 1] = *line;
    if (line->text.text.n > 120 || !nip_find(line->text.text, &from, &begin, &end)) return;
    bool agreed = below_agreement(r);
    if (!str_blank(agreed ? l->agreement_date.text : l->identity.nip.text)) return;
    for (size_t i = 0; i < r->recent_count; i++) {
        struct signature first = {.head = {.text = STR_ABSENT}}, all = first;
        (void)official_of(&r->t, &r->recent[i], 1, &first);
        if (!first.date.text.p) continue;
        if (agreed) {
            l->agreement_date = first.date;
            break;
        }
        (void)official_of(&r->t, &r->recent[i], r->recent_count - i, &all);
        l->identity.date = all.date;
        l->identity.place_name = all.place_name;
        l->identity.office = all.office;
        l->identity.name = all.name;
        l->identity.nip = all.nip;
        break;
    }
    r->recent_count = 0;
}

/* ---- where it begins and ends ------------------------------------------------------------------------------------- */

static uint32_t page_of(const struct chapter *c) { return c->title.place.where ? c->title.place.where->page : 0; }

/* Pages that could not be read may hold what a chapter lacks. The first page of all is a cover. */
static void find_gaps(struct lkjip_making *r)
{
    struct lkjip *l = r->l;
    const struct layout *pages = r->t.layout;
    for (size_t i = 0; l->unread && i < l->chapters.n; i++) {
        uint32_t page = page_of(&l->chapters.v[i]), next = i + 1 < l->chapters.n ? page_of(&l->chapters.v[i + 1]) : UINT32_MAX;
        l->chapters.v[i].open = page && layout_pages_unread(pages, page, next);
        if (!i && page && layout_pages_unread(pages, 2, page)) l->front_open = true;
        if (i + 1 == l->chapters.n && l->chapters.v[i].open) l->end_open = true;
    }
}

void lkjip_find_ends(struct lkjip_making *r)
{
    struct lkjip *l = r->l;
    const struct chapter *last = l->chapters.n ? &l->chapters.v[l->chapters.n - 1] : NULL;
    l->front_open = last && l->chapters.v[0].number != 1 && !r->titles;
    bool closed = l->appendices.n > 0;
    for (size_t i = 0; last && i < l->paragraphs.n && !closed; i++) {
        const struct item *p = &l->paragraphs.v[i];
        if (p->place.at.begin < last->title.place.at.begin) continue;
        size_t at = 0, begin;
        while (!closed && next_word(p->text, &at, &begin)) closed = wordset_find(&r->w->closing, str_slice(p->text, begin, at)) != NULL;
    }
    l->end_open = last && !closed;
    find_gaps(r);
}
