/* Which lines are one table: words apart by runs of blanks, at the same places over consecutive lines. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "read/aligned/aligned.h"

enum { PROSE_WIDTH = 60, PROSE_WORDS = 6, MOST_BLANKS = 7, RETRY_LINES = 64, RECENT_LINES = 8, OWN_COLUMN = 8, MOST_LINES = 2000, MOST_ACROSS = 2 };

static size_t char_length(const char *p, size_t left)
{
    size_t k = 1;
    while (k < left && ((unsigned char)p[k] & 0xC0) == 0x80) k++;
    return k;
}

/* "1." "a)" "2.1." "-" "•": belongs to the text behind it. */
static bool is_marker(struct str s)
{
    if (s.n > 6) return false;
    char last = s.p[s.n - 1];
    return last == '.' || last == ')' || s.n == 1 ? !is_digit(last) && !is_upper(last) : (unsigned char)s.p[0] >= 0x80 && s.n <= 3;
}

/* "3.3", "2.1.4.": the number of a heading. */
static bool is_outline_number(struct str s)
{
    size_t dots = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '.') dots += i + 1 < s.n;
        else if (!is_digit(s.p[i])) return false;
    }
    return dots > 0 && s.n <= 8 && s.p[0] != '.' && s.p[0] != '0';
}

static bool has_leader(struct str line)
{
    return str_find(line, STR("...."), 0) != SIZE_MAX || str_find(line, STR("……"), 0) != SIZE_MAX ||
           str_find(line, STR("____"), 0) != SIZE_MAX;
}

static void add_segment(struct region *r, struct aligned_line *l, size_t from, size_t to, uint32_t x0, uint32_t x1)
{
    r->segments = build_room(r->segments, r->segment_count, &r->segment_cap, sizeof *r->segments);
    r->segments[r->segment_count++] = (struct segment){from, to, x0, x1};
    l->n++;
}

/* Words of a printed line set to full width lie apart by runs of blanks, too; but nearly all of them do, and they are small. */
static bool looks_justified(const struct aligned_line *l, uint32_t lower)
{
    if (l->n < 4) return false;
    if (l->n == l->words) return lower * 3 >= l->words;
    return (l->n - 1) * 2 >= l->words - 1 && lower * 5 >= l->words * 3;
}

static void scan_line(struct region *r, const struct text_line *t, uint32_t blanks)
{
    r->lines = build_room(r->lines, r->n, &r->line_cap, sizeof *r->lines);
    struct aligned_line *l = &r->lines[r->n++];
    *l = (struct aligned_line){.next = t->next, .blanks = blanks, .first = r->segment_count};
    const char *p = r->text.p;
    uint32_t x = 0, x0 = 0, x1 = 0, lower = 0;
    size_t from = t->begin, to = t->begin, i = t->begin;
    while (i < t->end && x < ALIGNED_WIDTH) {
        size_t k = char_length(p + i, t->end - i);
        bool blank = p[i] == ' ' || (k == 2 && str_starts(str_slice(r->text, i, i + 2), STR("\u00a0")));
        if (!blank) {
            if (to == from) {
                from = i, x0 = x;
            } else if (x - x1 >= 2) {
                add_segment(r, l, from, to, x0, x1);
                from = i, x0 = x;
            }
            if (to == from || x > x1 || l->words == 0) l->words++, lower += is_lower(p[i]);
            to = i + k, x1 = x + 1;
        }
        i += k;
        x++;
    }
    if (to > from) add_segment(r, l, from, to, x0, x1);
    struct str line = str_slice(r->text, t->begin, t->end);
    const struct segment *s = l->n ? r->segments + l->first : NULL;
    size_t n = l->n > 1 && s[1].x0 - s[0].x1 < OWN_COLUMN && is_marker(str_slice(r->text, s[0].from, s[0].to)) ? l->n - 1 : l->n;
    if (l->n == 2 && blanks && is_outline_number(str_slice(r->text, s[0].from, s[0].to))) n = 1; /* a heading, its title set apart */
    bool odd = i < t->end || memchr(line.p, '\t', line.n) || memchr(line.p, '|', line.n) || has_leader(line);
    if (odd || looks_justified(l, lower)) l->look = LINE_PROSE;
    else if (n > 1) l->look = LINE_TABULAR;
    else l->look = LINE_PLAIN;
}

static const struct segment *segment_at(const struct region *r, const struct aligned_line *l, size_t i) { return &r->segments[l->first + i]; }

/* "BAB III …", "LAMPIRAN II": the heading of a chapter. */
static bool is_chapter(struct str s)
{
    static const char *const parts[] = {"BAB ", "BAGIAN ", "LAMPIRAN "};
    for (size_t k = 0; k < COUNT(parts); k++) {
        size_t i = str_of(parts[k]).n, from = i;
        if (!str_starts(s, str_of(parts[k]))) continue;
        while (i < s.n && (s.p[i] == 'I' || s.p[i] == 'V' || s.p[i] == 'X')) i++;
        return i > from && (i == s.n || s.p[i] == ' ' || s.p[i] == '.' || s.p[i] == ':');
    }
    return false;
}

/* "Tabel 3.1 …" and the like, a word with a number that has a full stop, and headings of chapters stand above a table, not in it. */
static bool is_caption(const struct region *r, const struct aligned_line *l)
{
    struct str s = str_slice(r->text, segment_at(r, l, 0)->from, segment_at(r, l, 0)->to);
    size_t i = 0, stops = 0;
    if (is_chapter(s)) return true;
    while (i < s.n && s.p[i] != ' ') i++;
    if (i < 3 || i + 1 >= s.n || !is_upper(s.p[0]) || !is_digit(s.p[i + 1])) return false;
    for (i++; i < s.n && s.p[i] != ' '; i++) {
        if (s.p[i] == '.') stops++;
        else if (!is_digit(s.p[i])) return false;
    }
    return stops > 0 && stops < 4;
}

/* "6. ALUR SOP": the heading of a section, right above a table. */
static bool heads_section(const struct region *r, const struct aligned_line *l)
{
    struct str s = str_slice(r->text, segment_at(r, l, 0)->from, segment_at(r, l, l->n - 1)->to);
    size_t i = marker_length(s), capitals = 0;
    if (!i || !is_digit(s.p[0])) return false;
    for (; i < s.n; i++) {
        if (is_lower(s.p[i])) return false;
        capitals += is_upper(s.p[i]);
    }
    return capitals > 3;
}

static bool is_wide(const struct region *r, const struct aligned_line *l)
{
    return segment_at(r, l, l->n - 1)->x1 - segment_at(r, l, 0)->x0 >= PROSE_WIDTH && l->words >= PROSE_WORDS;
}

/* Whether a word of the segment begins at x. */
static bool word_at(const struct region *r, const struct segment *s, uint32_t at)
{
    uint32_t x = s->x0;
    for (size_t i = s->from; i < s->to && x <= at; i++) {
        if (((unsigned char)r->text.p[i] & 0xC0) == 0x80) continue;
        if (x++ == at) return i > s->from && r->text.p[i - 1] == ' ' && r->text.p[i] != ' ';
    }
    return false;
}

/* Whether the plain line b can be cells below the tabular line a. Prose would run across its gaps; cells may touch, and a wide one may
 * reach across a gap. */
static bool fits_below(const struct region *r, const struct aligned_line *a, const struct aligned_line *b)
{
    const struct segment *s = segment_at(r, b, 0);
    uint32_t x0 = s->x0, x1 = segment_at(r, b, b->n - 1)->x1;
    size_t across = 0;
    for (size_t i = 1; i < a->n; i++) {
        uint32_t right = segment_at(r, a, i)->x0;
        across += x0 <= segment_at(r, a, i - 1)->x1 && x1 >= right && !word_at(r, s, right);
    }
    return b->blanks ? across == 0 : across * 2 < a->n;
}

/* The same for any of the tabular lines right before, as one of them may have hardly any cell filled. */
static bool fits(const struct region *r, size_t before, const struct aligned_line *b)
{
    for (size_t i = before, tries = 0; i-- > 0 && tries < RECENT_LINES; tries++)
        if (r->lines[i].look == LINE_TABULAR && fits_below(r, &r->lines[i], b)) return true;
    return false;
}

/* How many segments of b begin where one of a begins (end, for `ends`), give or take one. */
static size_t shared_edges(const struct region *r, const struct aligned_line *a, const struct aligned_line *b, bool ends)
{
    size_t count = 0, i = 0, j = 0;
    while (i < a->n && j < b->n) {
        uint32_t x = ends ? segment_at(r, a, i)->x1 : segment_at(r, a, i)->x0;
        uint32_t y = ends ? segment_at(r, b, j)->x1 : segment_at(r, b, j)->x0;
        if (x + 1 < y) i++;
        else if (y + 1 < x) j++;
        else count++, i++, j++;
    }
    return count;
}

static bool shares_gap(const struct region *r, const struct aligned_line *a, const struct aligned_line *b)
{
    for (size_t i = 1, j = 1; i < a->n && j < b->n;) {
        uint32_t a0 = segment_at(r, a, i - 1)->x1, a1 = segment_at(r, a, i)->x0;
        uint32_t b0 = segment_at(r, b, j - 1)->x1, b1 = segment_at(r, b, j)->x0;
        if ((a0 > b0 ? a0 : b0) + 2 <= (a1 < b1 ? a1 : b1)) return true;
        if (a1 < b1) i++;
        else j++;
    }
    return false;
}

/* Whether the table goes on with the tabular line b after so many blank lines: it stands under one of the lines before. */
static bool resumes(const struct region *r, size_t before, const struct aligned_line *b, uint32_t blanks)
{
    size_t sharing = 0;
    for (size_t i = before, tries = 0; i-- > 0 && tries < RECENT_LINES; tries++) {
        const struct aligned_line *a = &r->lines[i];
        if (a->look != LINE_TABULAR || !shares_gap(r, a, b)) continue;
        if (blanks == 1 && ++sharing == 2) return true;
        size_t edges = shared_edges(r, a, b, false), ends = shared_edges(r, a, b, true);
        if (ends > edges) edges = ends;
        if (edges >= 2 || (blanks == 1 && (edges == 1 || (a->n > 2 && b->n > 2)))) return true;
    }
    return false;
}

/* Letters, all of them capitals, and no figure. */
static bool in_capitals(const struct region *r, const struct aligned_line *l)
{
    bool letter = false;
    for (size_t k = 0; k < l->n; k++)
        for (size_t i = segment_at(r, l, k)->from; i < segment_at(r, l, k)->to; i++) {
            char c = r->text.p[i];
            if (is_lower(c) || is_digit(c)) return false;
            letter |= is_upper(c);
        }
    return letter;
}

/* Behind blank lines a line begins with the very word that the table begins with ("No", say), or it is in capitals as the heading was and
 * the rows are not: the heading of another table, or a signature. */
static bool begins_again(const struct region *r, const struct aligned_line *l)
{
    if (l->n > 1 && in_capitals(r, l) && in_capitals(r, &r->lines[0])) {
        size_t rows = 0;
        for (size_t i = r->n - 1, tries = 0; i-- > 1 && tries < RECENT_LINES; tries++) rows += r->lines[i].look == LINE_TABULAR && !in_capitals(r, &r->lines[i]);
        if (rows > 1) return true;
    }
    const struct segment *a = segment_at(r, &r->lines[0], 0), *b = segment_at(r, l, 0);
    struct str first = str_slice(r->text, a->from, a->to);
    bool letter = is_alpha(first.p[0]);
    return letter && r->lines[0].n > 1 && l->n > 1 && str_eq(first, str_slice(r->text, b->from, b->to));
}

/* The numbers of the columns end a heading: what stands below, however far, is its table. */
static bool below_heading(const struct region *r, size_t before, const struct aligned_line *b)
{
    const struct aligned_line *a = &r->lines[before - 1];
    return b->n > 1 && aligned_numbers_columns(r, a) && shares_gap(r, a, b);
}

/* "Contoh, 15 Januari 2024" behind a blank line: a signature follows. */
static bool is_dateline(const struct region *r, const struct aligned_line *l)
{
    struct str s = str_slice(r->text, segment_at(r, l, 0)->from, segment_at(r, l, l->n - 1)->to);
    size_t comma = str_find(s, STR(", "), 0);
    return l->blanks && l->n == 1 && s.n > 12 && is_year(str_slice(s, s.n - 4, s.n)) && comma != SIZE_MAX && is_digit(s.p[comma + 2]);
}

/* A text across the columns, the name of the rows below it: if these go on with the table. */
static bool may_be_across(const struct region *r, const struct aligned_line *l)
{
    struct str s = str_slice(r->text, segment_at(r, l, 0)->from, segment_at(r, l, l->n - 1)->to);
    return !is_caption(r, l) && !strchr(".;:", s.p[s.n - 1]);
}

/* Reads the next printed line into the region; false at the end of the page or source. */
static bool next_line(struct region *r, size_t *at)
{
    uint32_t blanks = 0;
    while (*at < r->text.n) {
        struct text_line t = text_line_at(r->text, *at);
        if (!str_blank(str_slice(r->text, t.begin, t.end)) && !is_furniture(r->skip, t.begin)) {
            scan_line(r, &t, blanks);
            *at = t.page ? r->text.n : t.next;
            return true;
        }
        if (t.page || ++blanks > MOST_BLANKS) return false;
        *at = t.next;
    }
    return false;
}

static void cut_lines(struct region *r, size_t n)
{
    r->segment_count = n < r->n ? r->lines[n].first : r->segment_count;
    r->n = n;
}

/* From the first line on up to the first tabular one: all of them plain and narrow, no blank line between. */
static bool find_start(struct region *r, size_t *at)
{
    while (r->n < RETRY_LINES && next_line(r, at)) {
        const struct aligned_line *l = &r->lines[r->n - 1];
        if (l->look == LINE_TABULAR) return r->n == 1 || l->blanks == 0;
        if (l->look == LINE_PROSE || is_wide(r, l) || is_caption(r, l) || heads_section(r, l) || (r->n > 1 && l->blanks)) return false;
    }
    return false;
}

/* What the last line read is to the region. */
enum belonging { BELONGS, WAITS /* to be seen: blanks or a line across stand between */, ENDS };

static enum belonging belonging(const struct region *r, size_t keep, size_t last, uint32_t blanks)
{
    const struct aligned_line *l = &r->lines[r->n - 1];
    bool plain = l->look == LINE_PLAIN;
    if (plain && !blanks && may_be_across(r, l) && r->n - keep <= MOST_ACROSS && !fits(r, keep, l)) return WAITS;
    if (l->look == LINE_PROSE && (blanks || !shares_gap(r, &r->lines[last], l))) return ENDS;
    if (is_dateline(r, l) || (plain && (is_caption(r, l) || !fits(r, keep, l)))) return ENDS;
    if (plain && blanks) return blanks > 2 || r->n - keep > 4 ? ENDS : WAITS;
    if (blanks && begins_again(r, l)) return ENDS;
    if ((blanks || r->n > keep + 1) && !resumes(r, keep, l, blanks ? blanks : 1) && !below_heading(r, keep, l)) return ENDS;
    return BELONGS;
}

bool aligned_region(struct region *r, size_t at, size_t *none_before)
{
    if (!find_start(r, &at)) {
        size_t tried = r->n == RETRY_LINES ? RETRY_LINES / 2 : r->n > 1 ? r->n - 1 : r->n;
        *none_before = tried ? r->lines[tried - 1].next : at;
        return false;
    }
    size_t last = r->n - 1, keep = r->n; /* the last tabular line; lines that surely belong */
    uint32_t tabular = 1, blanks = 0;    /* blank lines since the last one that belongs */
    while (r->n < MOST_LINES && next_line(r, &at)) {
        const struct aligned_line *l = &r->lines[r->n - 1];
        blanks += l->blanks;
        enum belonging how = belonging(r, keep, last, blanks);
        if (how == ENDS) break;
        if (how == WAITS) continue;
        if (l->look != LINE_PLAIN) last = r->n - 1, tabular++;
        keep = r->n;
        blanks = 0;
    }
    cut_lines(r, keep);
    r->end = r->lines[keep - 1].next;
    *none_before = keep > RETRY_LINES ? r->end : r->lines[0].next;
    return tabular > 1;
}

void aligned_free(struct region *r)
{
    free(r->lines);
    free(r->segments);
    free(r->gutters);
    free(r->pieces);
}

/* ---- numbers of rows --------------------------------------------------------------------------------------------------- */

enum { MOST_DIGITS = 3, ASIDE = 3 };

/* The number that a text begins with; 0: none. */
static uint64_t leading_number(const struct region *r, const struct segment *s, size_t *digits)
{
    uint64_t n;
    size_t end = s->from;
    while (end < s->to && end - s->from <= MOST_DIGITS && r->text.p[end] != ' ') end++;
    *digits = end - s->from;
    return *digits <= MOST_DIGITS && str_u64(str_slice(r->text, s->from, end), &n) ? n : 0;
}

/* Which lines begin, at the left of all, with the number behind the one before (or with 1) and go on one blank behind it; gives how many. */
static size_t find_touching(const struct region *r, bool *part)
{
    uint64_t last = 0;
    uint32_t left = ALIGNED_WIDTH;
    size_t count = 0, digits;
    for (size_t i = 0; i < r->n; i++)
        if (segment_at(r, &r->lines[i], 0)->x0 < left) left = segment_at(r, &r->lines[i], 0)->x0;
    for (size_t i = 0; i < r->n; i++) {
        const struct segment *s = segment_at(r, &r->lines[i], 0);
        uint64_t n = leading_number(r, s, &digits);
        bool follows = n && s->x0 <= left + ASIDE && (last == 0 || n == last + 1 || n == 1);
        part[i] = follows && digits < s->to - s->from;
        count += part[i];
        if (follows) last = n;
    }
    return count;
}

void aligned_part_numbers(struct region *r)
{
    bool *part = base_alloc(r->n * sizeof *part);
    size_t touching = find_touching(r, part), at = r->segment_count + touching;
    if (touching > 1) {
        r->segments = base_realloc(r->segments, at * sizeof *r->segments);
        r->segment_count = r->segment_cap = at;
        for (size_t i = r->n; i-- > 0;) { /* from the last to the first, as they move up */
            struct aligned_line *l = &r->lines[i];
            for (size_t j = l->n; j-- > 0;) r->segments[--at] = r->segments[l->first + j];
            if (part[i]) {
                struct segment *text = &r->segments[at], number = *text;
                size_t digits;
                (void)leading_number(r, text, &digits);
                number.to = number.from + digits;
                number.x1 = number.x0 + (uint32_t)digits;
                text->from = number.to + 1;
                text->x0 = number.x1 + 1;
                r->segments[--at] = number;
                l->n++;
            }
            l->first = at;
        }
    }
    free(part);
}
