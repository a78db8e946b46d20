/* The text reader: what OCR, converters and people give as plain text, Markdown or HTML, line by line. */
#include <string.h>

#include "base/chars.h"
#include "read/aligned/aligned.h"
#include "read/mermaid/mermaid.h"
#include "read/text/text.h"

enum {
    MOST_HANGING = 10, /* how much deeper the second line of an item may begin */
    RAGGED = 8,        /* how far from the margin a full line may end */
};

struct reader_state {
    struct build *b;
    struct str text;
    struct inline_state inlines;
    bool after_blank;
    struct furniture furniture;
    struct page_look page;
    struct line_extent last; /* of the line that the paragraph in progress ends with; end 0: none */
    char last_char;
    size_t no_aligned;   /* no table in aligned columns begins before this offset */
    size_t no_ruled;     /* nor one between lines of dashes before this one */
};

static struct str line_text(const struct reader_state *r, const struct text_line *l) { return str_slice(r->text, l->begin, l->end); }

static void end_paragraph(struct reader_state *r)
{
    r->last.end = 0;
    build_end(r->b);
    inline_end(r->b, &r->inlines);
}

/* A line of nothing but three or more of one of these. */
static bool is_rule(struct str s)
{
    size_t n = 0;
    if (s.n < 3 || !strchr("-*_=", s.p[0])) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == s.p[0]) n++;
        else if (s.p[i] != ' ') return false;
    }
    return n >= 3;
}

/* Markdown's "## ": level, and where the text begins; 0 when it is none. */
static uint32_t heading_level(struct str s, size_t *body)
{
    size_t n = 0;
    while (n < s.n && s.p[n] == '#') n++;
    if (n == 0 || n > 6 || n >= s.n || s.p[n] != ' ') return 0;
    *body = n;
    return (uint32_t)n;
}

static size_t indent_of(struct str s, size_t *first)
{
    size_t columns = 0, i = 0;
    for (; i < s.n; i++) {
        if (s.p[i] == ' ') columns++;
        else if (s.p[i] == '\t') columns += 4;
        else if (str_starts(str_slice(s, i, s.n), STR("\u00a0"))) columns++, i++;
        else break;
    }
    *first = i;
    return columns;
}

static size_t heading(struct reader_state *r, const struct text_line *l, struct str s, uint32_t level, size_t body)
{
    size_t begin = (size_t)(s.p - r->text.p), end = begin + s.n;
    while (end > begin + body && (r->text.p[end - 1] == '#' || r->text.p[end - 1] == ' ')) end--;
    end_paragraph(r);
    build_close_lists(r->b);
    build_heading(r->b, level);
    size_t stop = inline_feed(r->b, &r->inlines, r->text, begin + body, end);
    end_paragraph(r);
    return stop > l->end ? stop : l->next;
}

/* "12. …", "3.1. …", "a) …", "- …". */
static bool begins_item(struct str s)
{
    size_t i = 0;
    while (i < s.n && i < 8 && (is_digit(s.p[i]) || (i && s.p[i] == '.'))) i++;
    if (i > 1 && s.p[i - 1] == '.') i--;
    if (i == 0 && s.n && is_lower(s.p[0])) i = 1;
    if (i == 0) return str_starts(s, STR("-")) || str_starts(s, STR("•")) || str_starts(s, STR("–"));
    return i + 1 < s.n && (s.p[i] == '.' || s.p[i] == ')') && s.p[i + 1] == ' ';
}

/* On a page with its lines set apart, whether the paragraph goes on below the one blank line at l: its last line is full. */
static bool goes_on_below(const struct reader_state *r, const struct text_line *l)
{
    if (!r->page.apart || !r->last.end || l->page || l->next >= r->text.n) return false;
    struct text_line next = text_line_at(r->text, l->next);
    struct line_extent e = line_extent(r->text, &next);
    struct str s = str_slice(r->text, next.begin + e.indent, next.end);
    if (e.end == 0 || is_furniture(&r->furniture, next.begin) || tab_row(r->text, &next)) return false;
    if (begins_item(s) || e.indent > r->last.indent + MOST_HANGING) return false;
    if (is_lower(s.p[0])) return r->last.end * 10 >= r->page.margin * 6;
    return !strchr(".:;", r->last_char) && r->last.end + 1 + e.word + RAGGED > r->page.margin;
}

/* A blank line ends a paragraph, and a list that was opened without items and never closed. */
static void blank_line(struct reader_state *r, const struct text_line *l)
{
    if (goes_on_below(r, l)) return;
    if (build_in_list(r->b) && !build_list_has_items(r->b)) build_close_lists(r->b);
    end_paragraph(r);
    r->after_blank = true;
}

static size_t printed_line(struct reader_state *r, const struct text_line *l, size_t first, size_t columns)
{
    if (r->after_blank && build_in_list(r->b) && r->text.p[l->begin + first] != '<') build_close_lists(r->b);
    r->after_blank = false;
    build_break(r->b);
    build_indent(r->b, columns);
    size_t stop = inline_feed(r->b, &r->inlines, r->text, l->begin + first, l->end);
    r->last = line_extent(r->text, l);
    r->last_char = str_trim(line_text(r, l)).p[str_trim(line_text(r, l)).n - 1];
    return stop > l->end ? stop : l->next;
}

/* "1.<tab>Undang-Undang …" is an item of a list, not a row of a table. */
static bool tabbed_item(const struct reader_state *r, const struct text_line *l)
{
    struct str s = str_trim(line_text(r, l));
    const char *tab = memchr(s.p, '\t', s.n);
    size_t n = tab ? (size_t)(tab - s.p) : 0;
    if (n < 2 || n > 5 || memchr(tab + 1, '\t', s.n - n - 1)) return false;
    char last = s.p[n - 1];
    if (last != '.' && last != ')') return (unsigned char)s.p[0] >= 0x80 || s.p[0] == '-';
    for (size_t i = 0; i + 1 < n; i++)
        if (!(is_digit(s.p[i]) || is_lower(s.p[i]) || s.p[i] == '(')) return false;
    return true;
}

/* A flow chart written as text begins at l: between fences ("```mermaid"), or by itself. Gives where what follows it begins; 0: there is
 * none. */
static size_t chart(struct reader_state *r, const struct text_line *l, struct str trimmed)
{
    static const char *const fences[] = {"```", "~~~", ":::"};
    struct chart c;
    struct str fence = STR_ABSENT;
    for (size_t i = 0; i < COUNT(fences); i++)
        if (str_starts(trimmed, str_of(fences[i]))) fence = str_of(fences[i]);
    struct str kind = fence.p ? str_trim(str_slice(trimmed, fence.n, trimmed.n)) : STR_ABSENT;
    if (fence.p ? !str_istarts(kind, STR("mermaid")) && !str_istarts(kind, STR("{mermaid")) && !str_istarts(kind, STR("{.mermaid")) : !mermaid_begins(trimmed)) return 0;
    size_t from = fence.p ? l->next : l->begin, to = fence.p ? from : mermaid_end(r->text, from), behind = to;
    if (fence.p) {
        struct text_line next = {.next = from};
        do {
            to = next.next;
            if (to >= r->text.n) break;
            next = text_line_at(r->text, to);
        } while (!str_starts(str_trim(line_text(r, &next)), fence));
        behind = to < r->text.n ? next.next : to;
    }
    build_close_lists(r->b);
    end_paragraph(r);
    mermaid_read(build_arena(r->b), r->text, from, to, build_limits(r->b), &c);
    build_chart(r->b, &c);
    return behind > l->begin ? behind : l->next;
}

/* One line and, for a table, those that belong to it. Gives where the next one begins. */
static size_t read_line(struct reader_state *r, struct text_line l)
{
    struct str s = line_text(r, &l);
    if (str_blank(s) || is_furniture(&r->furniture, l.begin)) {
        blank_line(r, &l);
        return l.next;
    }
    size_t first, body = 0, columns = indent_of(s, &first);
    struct str trimmed = str_trim(s);
    uint32_t level = heading_level(trimmed, &body);
    size_t behind = chart(r, &l, trimmed);
    if (behind) return behind;
    if (level) return heading(r, &l, trimmed, level, body);
    struct ruled ruled;
    if (l.begin >= r->no_ruled && ruled_begins(r->text, &l, &ruled)) {
        build_close_lists(r->b);
        end_paragraph(r);
        return ruled_table(r->b, r->text, &ruled);
    }
    if (l.begin >= r->no_ruled && ruled.behind > l.next) r->no_ruled = ruled.behind;
    if (str_starts(trimmed, STR("```")) || is_rule(trimmed)) {
        end_paragraph(r);
        return l.next;
    }
    bool bars = bar_table_begins(r->text, &l);
    if (bars || (tab_row(r->text, &l) && !tabbed_item(r, &l))) {
        build_close_lists(r->b);
        end_paragraph(r);
        return bars ? bar_table(r->b, r->text, l) : tab_table(r->b, r->text, l);
    }
    bool markup = trimmed.n > 1 && trimmed.p[0] == '<' && (is_letter(trimmed.p[1]) || trimmed.p[1] == '/' || trimmed.p[1] == '!');
    size_t end = l.begin >= r->no_aligned && !markup && !build_in_list(r->b) ? aligned_table(r->b, r->text, l.begin, &r->furniture, &aligned_weights, &r->no_aligned) : 0;
    return end ? end : printed_line(r, &l, first, columns);
}

/* Front matter: lines of "key: value" between two rules at the very beginning, each one a heading of its own; of "title" only what it is. */
static size_t front_matter(struct reader_state *r)
{
    enum { MOST_LINES = 60 };
    static const char *const titles[] = {"title:", "judul:", "nama:"};
    size_t end = 0, lines = 0;
    if (!str_starts(r->text, STR("---\n")) && !str_starts(r->text, STR("---\r\n"))) return 0;
    for (size_t at = text_line_at(r->text, 0).next; at < r->text.n && !end && lines < MOST_LINES; lines++) {
        struct text_line l = text_line_at(r->text, at);
        struct str s = line_text(r, &l);
        size_t colon = str_find(s, STR(":"), 0);
        if (str_eqz(str_trim(s), "---")) end = l.next;
        else if (s.n && s.p[0] != ' ' && s.p[0] != '-' && s.p[0] != '#' && (colon == SIZE_MAX || memchr(s.p, ' ', colon))) return 0;
        at = l.next;
    }
    for (size_t at = text_line_at(r->text, 0).next; end && at < end;) {
        struct text_line l = text_line_at(r->text, at);
        struct str s = line_text(r, &l);
        size_t from = 0, to = s.n;
        for (size_t i = 0; i < COUNT(titles); i++)
            if (str_istarts(s, str_of(titles[i]))) from = str_of(titles[i]).n;
        while (from < to && (s.p[from] == ' ' || s.p[from] == '"' || s.p[from] == '\'')) from++;
        while (to > from && (s.p[to - 1] == '"' || s.p[to - 1] == '\'' || s.p[to - 1] == ' ' || s.p[to - 1] == '\r')) to--;
        build_heading(r->b, 6);
        if (to > from && l.next < end) build_text(r->b, l.begin + from, l.begin + to);
        build_end(r->b);
        at = l.next;
    }
    return end;
}

static void read_lines(struct build *b, struct str text)
{
    struct reader_state r = {.b = b, .text = text};
    furniture_find(&r.furniture, text);
    for (size_t at = front_matter(&r); at < text.n && !build_failed(b);) {
        if (at >= r.page.end) r.page = page_look(text, at);
        at = read_line(&r, text_line_at(text, at));
        if (text.p[at - 1] == '\f') {
            end_paragraph(&r);
            build_page(b);
        }
    }
    furniture_free(&r.furniture);
}

void text_feed(struct build *b, struct str text, size_t from, size_t to)
{
    struct reader_state r = {.b = b, .text = text};
    r.page = page_look(r.text, from);
    for (size_t at = from; at < to && !build_failed(b);) at = read_line(&r, text_line_at(r.text, at));
    end_paragraph(&r);
}

static bool is_document(struct str text)
{
    static const char *const starts[] = {"<!doctype html", "<html", "<head", "<body", "<meta"};
    struct str s = str_trim(str_slice(text, 0, 4096));
    for (size_t i = 0; i < COUNT(starts); i++)
        if (str_istarts(s, str_of(starts[i]))) return true;
    return str_istarts(s, STR("<?xml")) && str_ifind(s, STR("<html"), 0) != SIZE_MAX;
}

static void read_document(struct build *b, struct str text)
{
    struct html *h = html_new(b, text, false);
    html_feed(h, 0, text.n, false);
    html_free(h);
}

static bool text_sniff(const struct source *s) { return s->text.n > 0; }

static enum rc text_read(struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why)
{
    struct build *b = build_new(a, s, limits, why);
    if (is_document(s->text)) read_document(b, s->text);
    else read_lines(b, s->text);
    enum rc rc;
    out->layout = build_finish(b, &out->pages, &rc);
    return rc;
}

const struct reader reader_text = {"text", false, text_sniff, text_read};
