/* The chapters of a report and the parts inside them. */
#include <string.h>

#include "language/marker.h"
#include "recognise/lkjip/lkjip_making.h"

enum { HEADING_LINES = 3, MOST_CHAPTERS = 7 };

static int roman(struct str s)
{
    unsigned value = s.n == 1 && is_digit(s.p[0]) ? (unsigned)(s.p[0] - '0') : roman_value(s, true);
    return value <= MOST_CHAPTERS ? (int)value : 0;
}

int lkjip_chapter_number(struct str s, struct str *title)
{
    size_t at = 0, begin;
    if (!next_word(s, &at, &begin) || !str_ieq(str_slice(s, begin, at), STR("bab"))) return 0;
    if (!next_word(s, &at, &begin)) return 0;
    struct key k = key_of(str_slice(s, begin, at));
    *title = str_trim(str_slice(s, at, s.n));
    while (title->n && (title->p[0] == '.' || title->p[0] == ':' || title->p[0] == '-')) *title = str_trim(str_slice(*title, 1, title->n));
    return roman((struct str){k.text, k.n});
}

uint32_t lkjip_section_depth(struct str s)
{
    size_t i = 0;
    uint32_t depth = 0;
    if (s.n > TITLE_MAX || s.n < 4) return 0;
    if (is_upper(s.p[0]) && s.p[1] == '.' && s.p[2] == ' ') return all_upper(s) || is_upper(s.p[3]) ? 1 : 0;
    while (i < s.n && is_digit(s.p[i])) {
        while (i < s.n && is_digit(s.p[i])) i++;
        depth++;
        if (i < s.n && s.p[i] == '.') i++;
        else break;
    }
    if (depth < 2 || i >= s.n || s.p[i] != ' ') return 0;
    struct str rest = str_trim(str_slice(s, i, s.n));
    return rest.n && is_upper(rest.p[0]) && rest.p[rest.n - 1] != '.' && rest.p[rest.n - 1] != ';' ? depth - 1 : 0;
}

struct chapter *lkjip_chapter(struct lkjip_making *r)
{
    struct chapters *c = &r->l->chapters;
    return c->n ? &c->v[c->n - 1] : NULL;
}

/* "P E N U T U P" */
static struct str unspaced(struct arena *a, struct str s)
{
    size_t at = 0, begin, words = 0;
    while (next_word(s, &at, &begin)) {
        if (at - begin != 1 || !is_upper(s.p[begin])) return s;
        words++;
    }
    if (words < 4) return s;
    char *out = arena_alloc(a, words + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ' ') out[n++] = s.p[i];
    return (struct str){out, n};
}

void lkjip_begin_chapter(struct lkjip_making *r, const struct line *line, int number, struct str title)
{
    struct chapter *last = lkjip_chapter(r);
    r->between = true;
    if (last && last->number == number) return; /* again in the outline, or at the head of each page */
    lkjip_section_close(r);
    struct chapter *n = ARENA_PUSH(r->t.a, &r->l->chapters);
    n->number = number;
    n->title = item_of(&r->t, line->text);
    struct str plain = unspaced(r->t.a, title);
    if (plain.p != title.p) n->title.text = arena_printf(r->t.a, "%.*s%.*s", (int)(title.p - line->text.text.p), line->text.text.p, (int)plain.n, plain.p);
    n->text = (struct item){.text = STR_ABSENT, .place = n->title.place};
    r->context.chapter = number;
    r->context.appendix = false;
    r->context.caption.text = STR_ABSENT;
    r->title_open = true;
}

bool lkjip_rest_of_title(struct lkjip_making *r, const struct line *line)
{
    struct str s = line->text.text;
    struct chapter *c = lkjip_chapter(r);
    bool bare = c && c->title.text.n < 10;
    bool goes_on = r->title_open && c && !lkjip_section_depth(s) && s.n <= 80 && c->title.text.n < TITLE_MAX && (all_upper(s) || (bare && s.p[s.n - 1] != '.')) && !line->marker.text.n;
    r->title_open = goes_on;
    if (!goes_on) return false;
    struct item more = item_of(&r->t, line->text);
    more.text = unspaced(r->t.a, more.text);
    item_append(&r->t, &c->title, &more);
    return true;
}

int lkjip_chapter_by_title(const struct lkjip_making *r, struct str s)
{
    size_t at = 0, begin;
    if (r->headed || s.n > 80 || !all_upper(s)) return 0;
    const struct listed *f = wordset_find(&r->w->chapters, s);
    if (!f && next_word(s, &at, &begin)) f = wordset_find(&r->w->chapters, str_slice(s, at, s.n));
    return f ? (int)f->use : 0;
}

/* Whether the part's number stands in the chapter already: its outline comes first. */
static bool part_known(const struct chapter *c, struct str title)
{
    size_t at = 0, begin, n = 0;
    if (!is_digit(title.p[0]) || !next_word(title, &at, &begin)) return false;
    for (size_t i = c->parts.n; i-- > 0 && n < 64; n++)
        if (str_starts(c->parts.v[i].title.text, str_slice(title, 0, at)) && c->parts.v[i].title.text.n > at && c->parts.v[i].title.text.p[at] == ' ') return true;
    return false;
}

size_t lkjip_begin_part(struct lkjip_making *r, const struct lines *lines, size_t at, uint32_t depth)
{
    struct chapter *c = lkjip_chapter(r);
    struct item it = item_of(&r->t, lines->v[at].text);
    size_t taken = 1;
    if (lines->n - at <= HEADING_LINES)
        for (; at + taken < lines->n && !lkjip_section_depth(lines->v[at + taken].text.text); taken++) {
            struct item more = item_of(&r->t, lines->v[at + taken].text);
            item_append(&r->t, &it, &more);
        }
    r->between = true;
    if (part_known(c, it.text)) return taken;
    lkjip_section_close(r);
    struct subchapter *p = ARENA_PUSH(r->t.a, &c->parts);
    p->title = it;
    p->text = (struct item){.text = STR_ABSENT, .place = it.place};
    p->level = depth;
    return taken;
}

void lkjip_drop_outlines(struct lkjip *l)
{
    size_t n = 0, best[8];
    uint32_t most[8] = {0};
    for (size_t i = 0; i < COUNT(best); i++) best[i] = NO_INDEX;
    for (size_t i = 0; i < l->chapters.n; i++) {
        const struct chapter *c = &l->chapters.v[i];
        uint32_t end = i + 1 < l->chapters.n ? l->chapters.v[i + 1].title.place.at.begin : UINT32_MAX, begin = c->title.place.at.begin;
        uint32_t size = end > begin ? end - begin : 0;
        if (best[c->number] != NO_INDEX && size < most[c->number]) continue;
        best[c->number] = i;
        most[c->number] = size;
    }
    for (size_t i = 0; i < l->chapters.n; i++)
        if (best[l->chapters.v[i].number] == i) l->chapters.v[n++] = l->chapters.v[i];
    l->chapters.n = n;
    for (size_t i = 0, c = 0; i < l->statements.n; i++) {
        struct statement *s = &l->statements.v[i];
        while (c < n && l->chapters.v[c].title.place.at.begin <= s->item.place.at.begin) c++;
        s->chapter = c ? c - 1 : NO_INDEX;
    }
}

/* ---- lists at the front ------------------------------------------------------------------------------------------- */

/* What stands behind a leader of few dots: a page number, "7" or "iv". */
static bool page_behind(struct str s, size_t i)
{
    while (i < s.n && s.p[i] == ' ') i++;
    size_t begin = i;
    while (i < s.n && i - begin < 5 && (is_digit(s.p[i]) || strchr("ivx", s.p[i]))) i++;
    return i > begin && i - begin <= 4 && (i == s.n || s.p[i] == ' ');
}

bool lkjip_of_contents(struct str s)
{
    size_t dots = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool dot = s.p[i] == '.' || (i + 3 <= s.n && memcmp(s.p + i, "\xE2\x80\xA6", 3) == 0);
        if (dot && s.p[i] != '.') dots += 3, i += 2;
        else if (dot) dots++;
        else if (s.p[i] != ' ') dots = 0;
        if (dots >= 5 || (dots >= 3 && dot && page_behind(s, i + 1))) return true;
    }
    return false;
}

/* "Kata Pengantar ii", "BAB I PENDAHULUAN 12" */
static bool ends_on_page_number(struct str s)
{
    size_t at = s.n;
    while (at && is_digit(s.p[at - 1])) at--;
    if (at == s.n)
        while (at && strchr("ivx", s.p[at - 1])) at--;
    return at < s.n && s.n - at <= 4 && at && s.p[at - 1] == ' ' && s.n < TITLE_MAX && !year_in(str_slice(s, at, s.n));
}

bool lkjip_contents_entry(struct str s) { return lkjip_of_contents(s) || ends_on_page_number(s); }

bool lkjip_contents_ended(const struct lkjip_making *r, const struct lines *lines, size_t at)
{
    enum { NEXT = 4 };
    struct str title;
    struct lines more = {0};
    size_t seen = 0;
    if (lkjip_contents_entry(lines->v[at].text.text) || !lkjip_chapter_number(lines->v[at].text.text, &title)) return false;
    for (size_t i = at + 1; i < lines->n && seen < NEXT; i++, seen++)
        if (lkjip_contents_entry(lines->v[i].text.text)) return false;
    for (size_t b = r->block + 1; b < r->t.layout->blocks.n && seen < NEXT; b++) {
        const struct block *block = &r->t.layout->blocks.v[b];
        if (block->kind == BLOCK_TABLE || block->kind == BLOCK_PAGE_BREAK) break;
        more.n = 0;
        lines_of_block(r->t.a, block, &more, NULL);
        for (size_t i = 0; i < more.n && seen < NEXT; i++, seen++)
            if (lkjip_contents_entry(more.v[i].text.text)) return false;
    }
    return seen == NEXT;
}
