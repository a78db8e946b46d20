/* Tables whose lines of dashes say exactly where each column stands, as pandoc and others write them: cells of several lines below
 * "------ -----" (simple and multiline tables), and cells in boxes of "+----+----+" (grid tables). */
#include <string.h>

#include "base/chars.h"
#include "read/text/text.h"

enum { LEAST_DASHES = 10, LEAST_GROUP = 2, HEAD_LINES = 12, MOST_LINES = 4000, NO_COLUMN = UINT32_MAX };

static struct str line_text(struct str text, const struct text_line *l) { return str_slice(text, l->begin, l->end); }

/* The offset in a line of its character x; its end where it is shorter. */
static size_t offset_of(struct str line, uint32_t x)
{
    size_t i = 0;
    for (; i < line.n && x; x--)
        do i++;
        while (i < line.n && ((unsigned char)line.p[i] & 0xC0) == 0x80);
    return i;
}

static char char_at(struct str line, uint32_t x)
{
    size_t i = offset_of(line, x);
    return i < line.n ? line.p[i] : ' ';
}

/* ---- rules ------------------------------------------------------------------------------------------------------ */

/* "-------- -----": where each group begins; the number of groups, 0 when it is no such line. */
static size_t dash_rule(struct str s, struct ruled *r)
{
    size_t groups = 0, dashes = 0, run = 0;
    while (s.n && is_space(s.p[s.n - 1])) s.n--;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] != '-' && s.p[i] != ' ') return 0;
        if (s.p[i] == '-' && !run) {
            if (groups == RULED_COLUMNS) return 0;
            if (r) r->x[groups] = (uint32_t)i;
            groups++;
        }
        if (s.p[i] == ' ' && run && run < LEAST_GROUP) return 0;
        if (r && s.p[i] == '-') r->width[groups - 1] = (uint32_t)run + 1;
        run = s.p[i] == '-' ? run + 1 : 0;
        dashes += s.p[i] == '-';
    }
    return dashes >= LEAST_DASHES && run >= LEAST_GROUP ? groups : 0;
}

/* "+----+====+": adds where its crosses stand to those of the table. */
static bool box_rule(struct str s, struct ruled *r, bool *doubled)
{
    while (s.n && is_space(s.p[s.n - 1])) s.n--;
    size_t i = 0;
    while (i < s.n && s.p[i] == ' ') i++;
    if (s.n - i < 3 || s.p[i] != '+' || s.p[s.n - 1] != '+') return false;
    for (size_t k = i; k < s.n; k++)
        if (!strchr("+-=:", s.p[k])) return false;
    *doubled = memchr(s.p + i, '=', s.n - i) != NULL;
    for (size_t k = i, at = 0; k < s.n; k++) {
        if (s.p[k] != '+') continue;
        while (at < r->n && r->x[at] < k) at++;
        if (at < r->n && r->x[at] == k) continue;
        if (r->n == RULED_COLUMNS) return false;
        memmove(r->x + at + 1, r->x + at, (r->n - at) * sizeof r->x[0]);
        r->x[at] = (uint32_t)k;
        r->n++;
    }
    return true;
}

static bool holds_markup(struct str s)
{
    for (size_t i = 0; i + 1 < s.n; i++)
        if (s.p[i] == '<' && (is_letter(s.p[i + 1]) || s.p[i + 1] == '/' || s.p[i + 1] == '!')) return true;
    return false;
}

/* Nothing that is printed goes over from one column into the next. */
static bool fits(struct str line, const struct ruled *r)
{
    if (holds_markup(line)) return false;
    for (size_t k = 1; k < r->n; k++)
        if (char_at(line, r->x[k] - 1) != ' ') return false;
    return char_at(line, r->x[0] ? r->x[0] - 1 : NO_COLUMN) == ' ';
}

/* A cell's line ends on a backslash: this table says itself where lines break, and all others were only folded. */
static bool breaks_hard(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '\\' && (i + 1 == s.n || is_space(s.p[i + 1]) || s.p[i + 1] == '|')) return true;
    return false;
}

/* ---- where a table begins and ends ------------------------------------------------------------------------------- */

/* From the line behind the rule of columns to the line that closes the table. */
static bool dash_body(struct str text, struct ruled *r, size_t full, bool headed)
{
    size_t at = r->body, lines = 0;
    for (size_t n = 0; at < text.n && n < MOST_LINES; n++) {
        struct text_line l = text_line_at(text, at);
        struct str s = line_text(text, &l);
        struct ruled other;
        size_t groups = dash_rule(s, &other);
        bool closes = full ? groups == 1 : groups == r->n && !memcmp(other.x, r->x, r->n * sizeof r->x[0]);
        r->end = at;
        r->behind = closes ? l.next : at;
        if (closes || (headed && !full && str_blank(s))) return lines > 0;
        if (groups || l.page || !fits(s, r)) return false;
        if (str_blank(s)) r->apart = r->apart || lines;
        else lines++, r->folded = r->folded || breaks_hard(s);
        at = l.next;
    }
    r->end = r->behind = at;
    return headed && !full && lines > 0 && at >= text.n;
}

static bool dash_table(struct str text, const struct text_line *first, struct ruled *r)
{
    struct text_line l = *first;
    size_t full = dash_rule(line_text(text, &l), r);
    r->head = full == 1 ? l.next : l.begin;
    r->end = l.next;
    if (full > 1) {
        r->n = full;
        r->head = r->body = l.next;
        return dash_body(text, r, 0, false);
    }
    for (size_t n = 0; n < (full ? HEAD_LINES : 1) && l.next < text.n && !l.page; n++) {
        struct text_line next = text_line_at(text, l.next);
        size_t groups = dash_rule(line_text(text, &next), r);
        if (groups == 1) return false;
        l = next;
        if (groups < 2) continue;
        r->n = groups;
        r->body = next.next;
        r->head_end = next.begin;
        for (size_t at = r->head; at < r->head_end; at = l.next) {
            l = text_line_at(text, at);
            if (!fits(line_text(text, &l), r)) return false;
        }
        return dash_body(text, r, full, true);
    }
    return false;
}

static bool boxed(struct str s, const struct ruled *r) { return char_at(s, r->x[0]) == '|' && char_at(s, r->x[r->n - 1]) == '|' && !holds_markup(s); }

static bool box_table(struct str text, const struct text_line *first, struct ruled *r)
{
    struct text_line l = *first;
    size_t rules = 0;
    bool doubled = false, rule = false, any_doubled = false;
    for (size_t n = 0; n < MOST_LINES; n++) {
        struct str s = line_text(text, &l);
        rule = box_rule(s, r, &doubled);
        if (!rule && (!n || !boxed(s, r))) break;
        rules += rule;
        if (rule && doubled) r->head_end = l.begin, any_doubled = true;
        if (!rule) r->folded = r->folded || breaks_hard(s);
        r->end = r->behind = l.next;
        if (l.page || l.next >= text.n) break;
        l = text_line_at(text, l.next);
    }
    r->box = true;
    r->head = r->body = first->begin;
    return r->n > 1 && (rules >= 4 || any_doubled);
}

/* ---- cells ------------------------------------------------------------------------------------------------------ */

/* Lines of the source that make a row: [from, to). */
struct row_lines {
    size_t from, to;
};

/* What line l has between two columns, without blanks around it. */
static struct str part_of(struct str text, const struct text_line *l, uint32_t x0, uint32_t x1)
{
    struct str s = line_text(text, l);
    size_t from = offset_of(s, x0), to = x1 == NO_COLUMN ? s.n : offset_of(s, x1);
    return str_trim(str_slice(s, from, to > from ? to : from));
}

/* Words that were cut because their column was too narrow: what stands below fills the column's whole width. Which of these are words of
 * their own cannot be seen here. */
static size_t words_cut(struct str text, const struct ruled *r)
{
    size_t cuts = 0;
    for (size_t k = 0; k + r->box < r->n; k++) {
        uint32_t end = k + 1 < r->n ? r->x[k + 1] : NO_COLUMN, width = r->box ? end - r->x[k] - 3 : r->width[k];
        struct str above = STR_ABSENT;
        for (size_t at = r->head; at < r->end;) {
            struct text_line l = text_line_at(text, at);
            struct str s = part_of(text, &l, r->x[k] + r->box, end);
            bool letters = above.n && s.n == width && is_lower(s.p[0]) && (is_lower(above.p[above.n - 1]) || is_upper(above.p[above.n - 1]));
            cuts += letters && !memchr(s.p, ' ', s.n) && s.n > 3;
            above = s;
            at = l.next;
        }
    }
    return cuts;
}

bool ruled_begins(struct str text, const struct text_line *first, struct ruled *r)
{
    enum { MOST_CUT = 2 };
    struct str s = line_text(text, first);
    bool doubled;
    *r = (struct ruled){.behind = first->next};
    if (first->page || str_blank(s)) return false;
    bool box = box_rule(s, r, &doubled);
    r->n = 0;
    return (box ? box_table(text, first, r) : dash_table(text, first, r)) && words_cut(text, r) <= MOST_CUT;
}

static bool begins_item(struct str s)
{
    size_t n = 0;
    while (n < s.n && n < 3 && (is_digit(s.p[n]) || is_lower(s.p[n]))) n++;
    if (n && n < s.n && s.p[n] == '\\') n++;
    return n < s.n && ((n && (s.p[n] == '.' || s.p[n] == ')')) || (!n && (s.p[0] == '-' || s.p[0] == '*'))) && n + 1 < s.n && s.p[n + 1] == ' ';
}

static void feed_cell(struct build *b, struct inline_state *state, struct str text, const struct ruled *r, struct row_lines row, uint32_t x0, uint32_t x1, uint32_t span)
{
    bool open = false, ended = false;
    build_cell(b, 1, span, false, row.from);
    for (size_t at = row.from; at < row.to && !build_failed(b);) {
        struct text_line l = text_line_at(text, at);
        struct str s = part_of(text, &l, x0, x1);
        bool hard = s.n && s.p[s.n - 1] == '\\';
        at = l.next;
        if (!s.n) {
            ended = true;
            continue;
        }
        if (open && r->folded && !ended && !begins_item(s)) build_blank(b);
        else if (open) build_break(b);
        size_t from = (size_t)(s.p - text.p);
        inline_feed(b, state, text, from, from + s.n - hard);
        open = true;
        ended = hard;
    }
    inline_end(b, state);
    build_cell_end(b);
}

/* A line between two columns stands there on every line of the row. */
static bool parted(struct str text, struct row_lines row, uint32_t x)
{
    for (size_t at = row.from; at < row.to;) {
        struct text_line l = text_line_at(text, at);
        if (char_at(line_text(text, &l), x) != '|') return false;
        at = l.next;
    }
    return true;
}

static void feed_row(struct build *b, struct str text, const struct ruled *r, struct row_lines row)
{
    struct inline_state state = {0};
    build_row(b);
    for (size_t k = 0, next; k < r->n - r->box && !build_failed(b); k = next) {
        next = k + 1;
        while (r->box && next + 1 < r->n && !parted(text, row, r->x[next])) next++;
        uint32_t end = next < r->n ? r->x[next] : NO_COLUMN;
        feed_cell(b, &state, text, r, row, r->x[k] + r->box, end, (uint32_t)(next - k));
    }
}

/* Rows between two places: parted by lines of their own (blank ones, rules of boxes), or one on every line. */
static void feed_rows(struct build *b, struct str text, const struct ruled *r, size_t from, size_t to, bool apart)
{
    struct row_lines row = {0, 0};
    for (size_t at = from; at <= to && !build_failed(b);) {
        struct text_line l = {.next = to + 1};
        if (at < to) l = text_line_at(text, at);
        struct str s = at < to ? str_trim(line_text(text, &l)) : STR_ABSENT;
        bool parts = !s.n || (r->box && s.p[0] == '+');
        if (row.to && (parts || !apart)) {
            feed_row(b, text, r, row);
            row.to = 0;
        }
        if (!parts) row = (struct row_lines){row.to ? row.from : at, l.next};
        at = l.next;
    }
}

size_t ruled_table(struct build *b, struct str text, const struct ruled *r)
{
    build_table_open(b);
    if (r->head_end) feed_rows(b, text, r, r->head, r->head_end, true);
    feed_rows(b, text, r, r->box && r->head_end ? r->head_end : r->body, r->end, r->box || r->apart);
    build_table_close(b);
    return r->behind;
}
