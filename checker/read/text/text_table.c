/* Tables with one line a row: cells between tabs (as spreadsheets and converters give them) and between bars (Markdown). */
#include <string.h>

#include "read/text/text.h"

static struct str line_text(struct str text, const struct text_line *l) { return str_slice(text, l->begin, l->end); }

/* ---- tabs ------------------------------------------------------------------------------------------------------ */

/* A tab behind something that is printed, or several cells that are blank. */
bool tab_row(struct str text, const struct text_line *line)
{
    struct str s = line_text(text, line);
    size_t i = 0;
    while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t')) i++;
    return i < s.n && memchr(s.p + i, '\t', s.n - i) != NULL;
}

/* A quoted cell that begins at i: where its closing quote is, if the quotes guard a tab, a line end or a doubled quote; else 0. */
static size_t quoted_end(struct str s, size_t i)
{
    bool guards = false;
    for (size_t j = i + 1; j < s.n; j++) {
        char c = s.p[j];
        if (c != '"') {
            guards |= c == '\t' || c == '\n' || c == '\r';
            continue;
        }
        char next = j + 1 < s.n ? s.p[j + 1] : '\n';
        if (next == '"') {
            guards = true;
            j++;
            continue;
        }
        return guards && (next == '\t' || next == '\n' || next == '\r') ? j : 0;
    }
    return 0;
}

static void feed_quoted(struct build *b, struct inline_state *state, struct str s, size_t from, size_t to)
{
    for (size_t i = from; i < to;) {
        size_t end = i;
        while (end < to && s.p[end] != '\n' && s.p[end] != '\r' && s.p[end] != '"') end++;
        if (end > i) inline_feed(b, state, s, i, end);
        if (end < to && s.p[end] == '"') {
            build_text(b, end, end + 1);
            end += 2;
        } else if (end < to) {
            build_break(b);
            end++;
        }
        i = end;
    }
}

/* One row; gives the offset of the line end behind it, which is not the end of `line` when a quoted cell goes over lines. */
static size_t feed_tab_row(struct build *b, struct inline_state *state, struct str s, struct text_line *line)
{
    build_row(b);
    size_t i = line->begin;
    for (;;) {
        size_t quote = i < line->end && s.p[i] == '"' ? quoted_end(s, i) : 0, end;
        build_cell(b, 1, 1, false, i);
        if (quote) {
            feed_quoted(b, state, s, i + 1, quote);
            end = quote + 1;
            if (end > line->end) *line = text_line_at(s, end);
        } else {
            const char *tab = memchr(s.p + i, '\t', line->end - i);
            end = tab ? (size_t)(tab - s.p) : line->end;
            end = inline_feed(b, state, s, i, end);
            if (end > line->end) *line = text_line_at(s, end);
        }
        inline_end(b, state);
        build_cell_end(b);
        if (build_failed(b) || end >= line->end) return line->next;
        i = s.p[end] == '\t' ? end + 1 : end;
    }
}

/* Goes on a table: a row, or one of which only blank cells or the first tabs are left. */
static bool goes_on(struct str s, const struct text_line *line)
{
    return tab_row(s, line) || (line->begin < line->end && s.p[line->begin] == '\t');
}

/* Lines without a tab that are rows all the same, of which only the first cell holds anything: above them a row begins with a blank cell,
 * and below them one does, or one whose second cell is blank. */
static bool lone_cells(struct str s, const struct text_line *above, struct text_line line)
{
    enum { MOST_LINES = 4, MOST_BYTES = 80 };
    if (above->begin == above->end || s.p[above->begin] != '\t') return false;
    for (size_t n = 0; n <= MOST_LINES; n++) {
        struct str text = line_text(s, &line);
        if (tab_row(s, &line)) {
            const char *tab = memchr(text.p, '\t', text.n);
            return n > 0 && tab + 1 < text.p + text.n && (tab == text.p || tab[1] == '\t');
        }
        if (str_blank(text) || text.n > MOST_BYTES || line.page || line.next >= s.n || strchr("#|<", text.p[0])) return false;
        line = text_line_at(s, line.next);
    }
    return false;
}

size_t tab_table(struct build *b, struct str s, struct text_line line)
{
    struct inline_state state = {0};
    build_table_open(b);
    size_t next;
    bool lone = false; /* of a run that lone_cells has looked at */
    for (;;) {
        next = feed_tab_row(b, &state, s, &line);
        if (build_failed(b) || line.page || next >= s.n) break;
        struct text_line following = text_line_at(s, next);
        bool row = goes_on(s, &following);
        lone = !row && (lone || lone_cells(s, &line, following));
        if (!row && !lone) break;
        line = following;
    }
    build_table_close(b);
    return next;
}

/* ---- bars ------------------------------------------------------------------------------------------------------ */

/* "|---|:--:|" or "+---+---+". */
static bool bar_rule(struct str text, const struct text_line *line)
{
    struct str s = str_trim(line_text(text, line));
    size_t dashes = 0, bars = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '-' || s.p[i] == '=') dashes++;
        else if (s.p[i] == '|' || s.p[i] == '+') bars++;
        else if (s.p[i] != ':' && s.p[i] != ' ') return false;
    }
    return bars && dashes;
}

static bool bar_row(struct str text, const struct text_line *line)
{
    struct str s = str_trim(line_text(text, line));
    return s.n > 1 && s.p[0] == '|' && memchr(s.p + 1, '|', s.n - 1);
}

static bool has_bar(struct str text, const struct text_line *line)
{
    return memchr(text.p + line->begin, '|', line->end - line->begin) != NULL;
}

bool bar_table_begins(struct str text, const struct text_line *line)
{
    if (bar_row(text, line)) return true;
    if (line->page || line->next >= text.n || !has_bar(text, line)) return bar_rule(text, line) && text.p[line->begin] == '+';
    struct text_line next = text_line_at(text, line->next);
    return bar_rule(text, &next) && has_bar(text, &next);
}

static void feed_bar_row(struct build *b, struct inline_state *state, struct str s, const struct text_line *line)
{
    struct str row = str_trim(line_text(s, line));
    size_t i = (size_t)(row.p - s.p), end = i + row.n;
    if (s.p[i] == '|') i++;
    if (end > i && s.p[end - 1] == '|' && !(end - 1 > i && s.p[end - 2] == '\\')) end--;
    build_row(b);
    for (;;) {
        size_t j = i;
        while (j < end && s.p[j] != '|') j += s.p[j] == '\\' && j + 1 < end ? 2 : 1;
        if (j > end) j = end;
        build_cell(b, 1, 1, false, i);
        inline_feed(b, state, s, i, j);
        inline_end(b, state);
        build_cell_end(b);
        if (j >= end || build_failed(b)) return;
        i = j + 1;
    }
}

size_t bar_table(struct build *b, struct str s, struct text_line line)
{
    struct inline_state state = {0};
    bool head = true;
    size_t rows = 0;
    build_table_open(b);
    for (;;) {
        if (!bar_rule(s, &line)) {
            feed_bar_row(b, &state, s, &line);
            rows++;
        } else if (head && rows) {
            build_rows_are_header(b);
            head = false;
        }
        if (build_failed(b) || line.page || line.next >= s.n) break;
        struct text_line following = text_line_at(s, line.next);
        if (!bar_row(s, &following) && !bar_rule(s, &following) && !(has_bar(s, &line) && has_bar(s, &following))) break;
        line = following;
    }
    build_table_close(b);
    return line.next;
}
