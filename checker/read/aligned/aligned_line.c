/* A printed line by itself: its words, what it looks like, what it cannot be a row of. */
#include <string.h>

#include "base/chars.h"
#include "read/aligned/aligned.h"

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

void aligned_scan(struct region *r, const struct text_line *t, uint32_t blanks)
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
    size_t n = l->n > 1 && (int)(s[1].x0 - s[0].x1) < r->w->own_column && is_marker(str_slice(r->text, s[0].from, s[0].to)) ? l->n - 1 : l->n;
    if (l->n == 2 && blanks && is_outline_number(str_slice(r->text, s[0].from, s[0].to))) n = 1; /* a heading, its title set apart */
    bool odd = i < t->end || (line.n > 1 && line.p[0] == '<' && (is_letter(line.p[1]) || line.p[1] == '/')) || memchr(line.p, '\t', line.n) || memchr(line.p, '|', line.n) || has_leader(line);
    if (odd || looks_justified(l, lower)) l->look = LINE_PROSE;
    else if (n > 1) l->look = LINE_TABULAR;
    else l->look = LINE_PLAIN;
}

/* "BAB III …", "LAMPIRAN II": the heading of a chapter. */
static bool is_chapter(const struct region *r, struct str s)
{
    size_t blank = str_find(s, STR(" "), 0), i = blank + 1;
    if (blank == SIZE_MAX || !blank || !is_upper(s.p[blank - 1]) || !wordset_has(&r->words->chapters, str_slice(s, 0, blank))) return false;
    while (i < s.n && (s.p[i] == 'I' || s.p[i] == 'V' || s.p[i] == 'X')) i++;
    return i > blank + 1 && (i == s.n || s.p[i] == ' ' || s.p[i] == '.' || s.p[i] == ':');
}

/* "Tabel 3.1 …" and the like, a word with a number that has a full stop, and headings of chapters stand above a table, not in it. */
bool line_is_caption(const struct region *r, const struct aligned_line *l)
{
    struct str s = str_slice(r->text, segment_at(r, l, 0)->from, segment_at(r, l, 0)->to);
    size_t i = 0, stops = 0;
    if (is_chapter(r, s)) return true;
    while (i < s.n && s.p[i] != ' ') i++;
    if (i < 3 || i + 1 >= s.n || !is_upper(s.p[0]) || !is_digit(s.p[i + 1])) return false;
    for (i++; i < s.n && s.p[i] != ' '; i++) {
        if (s.p[i] == '.') stops++;
        else if (!is_digit(s.p[i])) return false;
    }
    return stops > 0 && stops < 4;
}

/* "6. ALUR SOP": the heading of a section, right above a table. */
bool line_heads_section(const struct region *r, const struct aligned_line *l)
{
    if (!l->n) return false; /* nothing but characters without a width */
    struct str s = str_slice(r->text, segment_at(r, l, 0)->from, segment_at(r, l, l->n - 1)->to);
    size_t i = marker_length(s), capitals = 0;
    if (!i || !is_digit(s.p[0])) return false;
    for (; i < s.n; i++) {
        if (is_lower(s.p[i])) return false;
        capitals += is_upper(s.p[i]);
    }
    return capitals > 3;
}

bool line_is_wide(const struct region *r, const struct aligned_line *l)
{
    return l->n && (int)(segment_at(r, l, l->n - 1)->x1 - segment_at(r, l, 0)->x0) >= r->w->prose_width && (int)l->words >= r->w->prose_words;
}

/* Letters, all of them capitals, and no figure. */
bool line_in_capitals(const struct region *r, const struct aligned_line *l)
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

/* "Contoh, 15 Januari 2024" behind a blank line: a signature follows. */
bool line_is_dateline(const struct region *r, const struct aligned_line *l)
{
    if (!l->n) return false;
    struct str s = str_slice(r->text, segment_at(r, l, 0)->from, segment_at(r, l, l->n - 1)->to);
    size_t comma = str_find(s, STR(", "), 0);
    return l->blanks && l->n == 1 && s.n > 12 && is_year(str_slice(s, s.n - 4, s.n)) && comma != SIZE_MAX && is_digit(s.p[comma + 2]);
}
