/* Tables in aligned columns: from the lines of a region to the builder's cells. */
#include <stdlib.h>

#include "read/aligned/aligned.h"
#include "read/html/inline.h"

enum { MOST_TRIES = 3 };

const struct aligned_weights aligned_weights = {
#define WEIGHT(id, value, layout, reason) .id = value,
#include "read/aligned/aligned_weights.def"
#undef WEIGHT
};

/* One cell: the pieces of a column in the lines of a row, line by line. */
static void feed_cell(struct build *b, const struct region *r, uint32_t col, uint32_t from, uint32_t to)
{
    struct inline_state state = {0};
    for (uint32_t line = from; line < to; line++) {
        const struct aligned_line *l = &r->lines[line];
        bool any = false;
        for (size_t i = l->first_piece; i < l->first_piece + l->pieces; i++) {
            const struct piece *p = &r->pieces[i];
            if (p->col != col) continue;
            if (!any) build_break(b);
            else build_blank(b);
            any = true;
            inline_feed(b, &state, r->text, p->at.from, p->at.to);
        }
    }
    inline_end(b, &state);
}

static void feed_row(struct build *b, const struct region *r, uint32_t from, uint32_t to, bool header)
{
    size_t at = r->pieces[r->lines[from].first_piece].at.from;
    build_row(b);
    for (uint32_t col = 0; col <= r->gutter_count; col++) {
        build_cell(b, 1, 1, header, at);
        feed_cell(b, r, col, from, to);
        build_cell_end(b);
    }
}

/* One text across all columns. */
static void feed_across(struct build *b, const struct region *r, uint32_t from, uint32_t to)
{
    struct inline_state state = {0};
    build_row(b);
    build_cell(b, 1, (uint32_t)r->gutter_count + 1, false, r->segments[r->lines[from].first].from);
    for (uint32_t line = from; line < to; line++) {
        const struct segment *s = &r->segments[r->lines[line].first];
        build_break(b);
        inline_feed(b, &state, r->text, s->from, s->to);
    }
    inline_end(b, &state);
    build_cell_end(b);
}

/* The rows below the heading, with cells that reach over several of them. */
static void feed_rows(struct build *b, const struct region *r, const struct aligned_rows *rows)
{
    uint32_t *span = aligned_merge(r, rows), cols = (uint32_t)r->gutter_count + 1;
    for (uint32_t line = rows->header_lines, to; line < r->n && !build_failed(b); line = to) {
        uint32_t row = rows->row[line];
        size_t at = r->pieces[r->lines[line].first_piece].at.from;
        for (to = line; to < r->n && rows->row[to] == row;) to++;
        if (r->lines[line].across) {
            feed_across(b, r, line, to);
            continue;
        }
        build_row(b);
        for (uint32_t col = 0; col < cols; col++) {
            uint32_t over = span[row * cols + col], end = to;
            if (!over) continue;
            for (; end < r->n && rows->row[end] < row + over;) end++;
            build_cell(b, over, 1, false, at);
            feed_cell(b, r, col, line, end);
            build_cell_end(b);
        }
    }
    free(span);
}

/* Whether the heading p stands above several columns: it reaches over them, has them for itself on its line, and two or more of them have
 * names of their own below. */
static bool heads_several(const struct region *r, const struct piece *p, uint32_t lines)
{
    if (p->span < 2) return false;
    uint32_t named = 0, last = UINT32_MAX;
    size_t end = r->lines[lines - 1].first_piece + r->lines[lines - 1].pieces;
    for (size_t i = r->lines[p->line].first_piece; i < end; i++) {
        const struct piece *q = &r->pieces[i];
        if (q == p || q->col < p->over || q->col >= p->over + p->span) continue;
        if (q->line == p->line) return false;
        if (q->span == 1 && q->col != last) last = q->col, named++;
    }
    return named > 1;
}

/* How many columns a heading covers from `col` on; 0: none above several begins there. */
static uint32_t heading_span(const struct region *r, uint32_t col, uint32_t lines)
{
    size_t end = r->lines[lines - 1].first_piece + r->lines[lines - 1].pieces;
    uint32_t most = 0;
    for (size_t i = r->lines[0].first_piece; i < end; i++) {
        const struct piece *p = &r->pieces[i];
        if (p->over == col && p->span > most && heads_several(r, p, lines)) most = p->span;
    }
    return most;
}

/* The pieces of a heading: those over several columns, or those of one. */
static void feed_heading(struct build *b, const struct region *r, uint32_t col, uint32_t lines, bool spanning)
{
    struct inline_state state = {0};
    for (uint32_t line = 0; line < lines; line++) {
        const struct aligned_line *l = &r->lines[line];
        bool any = false;
        for (size_t i = l->first_piece; i < l->first_piece + l->pieces; i++) {
            const struct piece *p = &r->pieces[i];
            bool several = heads_several(r, p, lines);
            if (several != spanning || (several ? p->over : p->col) != col) continue;
            if (!any) build_break(b);
            else build_blank(b);
            any = true;
            inline_feed(b, &state, r->text, p->at.from, p->at.to);
        }
    }
    inline_end(b, &state);
}

/* Two rows of heading: names over several columns above the names of those columns. */
static void feed_double_heading(struct build *b, const struct region *r, const uint32_t *span, uint32_t lines)
{
    uint32_t cols = (uint32_t)r->gutter_count + 1;
    size_t at = r->pieces[r->lines[0].first_piece].at.from;
    build_row(b);
    for (uint32_t col = 0; col < cols; col += span[col] ? span[col] : 1) {
        build_cell(b, span[col] ? 1 : 2, span[col] ? span[col] : 1, true, at);
        feed_heading(b, r, col, lines, span[col] > 0);
        build_cell_end(b);
    }
    build_row(b);
    for (uint32_t col = 0, under = 0; col < cols; col++) {
        if (span[col]) under = col + span[col];
        if (col >= under) continue;
        build_cell(b, 1, 1, true, at);
        feed_heading(b, r, col, lines, false);
        build_cell_end(b);
    }
}

static void feed_header(struct build *b, struct region *r, uint32_t lines)
{
    aligned_heads(r, lines);
    uint32_t cols = (uint32_t)r->gutter_count + 1;
    uint32_t *span = base_alloc(cols * sizeof *span);
    bool any = false;
    for (uint32_t col = 0; col < cols; col++) {
        span[col] = heading_span(r, col, lines);
        any |= span[col] > 0;
        for (uint32_t k = 1; k < span[col]; k++) span[col + k] = 0;
        if (span[col]) col += span[col] - 1;
    }
    if (any) feed_double_heading(b, r, span, lines);
    else feed_row(b, r, 0, lines, true);
    free(span);
}

/* Columns of all lines or, where these share none, of those above a blank line: below it, columns may lie elsewhere. */
static bool columns_found(struct region *r)
{
    for (size_t tries = 0; tries < MOST_TRIES; tries++) {
        if (aligned_columns(r)) return true;
        if (!aligned_cut_at_blank(r)) return false;
    }
    return false;
}

size_t aligned_table(struct build *b, struct str text, size_t at, const struct furniture *skip, const struct aligned_weights *w, size_t *none_before)
{
    struct region r = {.text = text, .w = w, .words = build_words(b), .skip = skip};
    size_t end = 0;
    bool region = aligned_region(&r, at, none_before);
    if (region) aligned_part_numbers(&r);
    if (region) aligned_split(&r);
    if (region && columns_found(&r)) {
        struct aligned_rows rows;
        aligned_rows_find(&r, &rows);
        build_end(b);
        build_table_open(b);
        build_table_loose(b);
        if (rows.header_lines) feed_header(b, &r, rows.header_lines - r.numbered);
        if (r.numbered) feed_row(b, &r, rows.header_lines - 1, rows.header_lines, true);
        feed_rows(b, &r, &rows);
        build_table_close(b);
        end = r.end;
        aligned_rows_free(&rows);
    }
    aligned_free(&r);
    return end;
}
