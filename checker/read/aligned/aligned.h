/* aligned.h: tables printed as columns of blanks, the way `pdftotext -layout` and terminals give them. Private to checker/read/.
 *
 * A region is a run of lines that share gutters. Its segments are words with single blanks between them; a piece is what of a
 * segment stands in one column. Positions x count characters of the line from 0. */
#ifndef PATUH_ALIGNED_H
#define PATUH_ALIGNED_H

#include "read/build.h"
#include "read/text_page.h"
#include "read/words.h"

enum { ALIGNED_WIDTH = 400 };    /* a longer line is no row of a printed table */

struct segment {
    size_t from, to;             /* bytes of the source */
    uint32_t x0, x1;
};

enum line_look { LINE_PLAIN, LINE_TABULAR, LINE_PROSE };

struct aligned_line {
    size_t next;                 /* where the following line of the source begins */
    uint32_t blanks;             /* blank lines before it */
    uint32_t words;
    bool across;                 /* below the heading: one text across the columns */
    enum line_look look;
    size_t first, n;             /* its segments */
    size_t first_piece, pieces;
};

struct gutter {
    uint32_t x0, x1;             /* blank columns between two columns of the table: [x0, x1) */
    bool figures;                /* found by counting the figures of each line */
};

struct piece {
    struct segment at;
    uint32_t line, col;          /* col: the one that it stands in most of all */
    uint32_t over, span;         /* the first one it reaches into, and how many */
    bool apart;                  /* below the heading: begins the line, or behind a gap */
    bool cut;                    /* begins where a segment was cut, not behind a gap */
};

/* What weighs how much: aligned_weights.def. */
struct aligned_weights {
#define WEIGHT(id, value, layout, reason) int id;
#include "read/aligned/aligned_weights.def"
#undef WEIGHT
};
extern const struct aligned_weights aligned_weights;

struct region {
    struct str text;
    const struct aligned_weights *w;
    const struct read_words *words;
    const struct furniture *skip; /* lines that are no part of the page's text */
    struct aligned_line *lines;
    size_t n, line_cap;
    size_t body;                 /* the first line behind the headings */
    bool numbered;               /* the line before it numbers the columns */
    struct segment *segments;
    size_t segment_count, segment_cap;
    struct gutter *gutters;
    size_t gutter_count, gutter_cap;
    struct piece *pieces;        /* in the order of the lines */
    size_t piece_count, piece_cap;
    size_t end;                  /* where the source goes on behind the region */
};

static inline const struct segment *segment_at(const struct region *r, const struct aligned_line *l, size_t i) { return &r->segments[l->first + i]; }

/* ---- aligned_line.c: a line by itself ---- */

/* Adds the line with its segments to the region. */
void aligned_scan(struct region *r, const struct text_line *t, uint32_t blanks);
/* "Tabel 3.1 …" and the like, a word with a number that has a full stop, and headings of chapters stand above a table, not in it. */
bool line_is_caption(const struct region *r, const struct aligned_line *l);
/* "6. ALUR SOP": the heading of a section, right above a table. */
bool line_heads_section(const struct region *r, const struct aligned_line *l);
bool line_is_wide(const struct region *r, const struct aligned_line *l); /* as wide as prose */
/* Letters, all of them capitals, and no figure. */
bool line_in_capitals(const struct region *r, const struct aligned_line *l);
/* "Contoh, 15 Januari 2024" behind a blank line: a signature follows. */
bool line_is_dateline(const struct region *r, const struct aligned_line *l);

/* ---- regions ---- */

/* Takes in the lines of r->text that may be one table from offset `at` on; false: none begins there, and none before *none_before. */
bool aligned_region(struct region *r, size_t at, size_t *none_before);
/* Parts the numbers of rows, 1, 2, 3 …, from texts that stand one blank behind them. */
void aligned_part_numbers(struct region *r);
/* Cuts the region off before a second table in it. */
void aligned_split(struct region *r);
/* Cuts it off before its last blank line, if enough is left that looks like a table. */
bool aligned_cut_at_blank(struct region *r);
void aligned_free(struct region *r);
/* Finds the gutters and cuts the segments into pieces; false when there are not two columns that hold over the lines. */
bool aligned_columns(struct region *r);

/* Marks the lines below the heading that hold one text across the columns: beginning left of the numbers of rows (before the columns are
 * known), running over a gutter (behind that). */
void aligned_across_numbers(struct region *r);
void aligned_across_columns(struct region *r);
/* Such a line that goes on with the one before it. */
bool aligned_across_goes_on(const struct region *r, size_t line);
/* Whether the line numbers columns; its segments are those numbers. */
bool aligned_numbers_columns(const struct region *r, const struct aligned_line *l);
/* The line that numbers the columns; 0: none. */
size_t aligned_numbers(const struct region *r);
/* The gutters between the numbers of that line. */
void aligned_numbered_gutters(struct region *r, size_t numbers);
/* Cuts the lines into pieces at the gutters. settled: there are no other columns, so a cell holds one figure. */
void aligned_cut(struct region *r, bool settled);

/* What a column holds below the heading. */
struct aligned_column {
    uint32_t lines, values;
    uint32_t width, right;       /* of its widest piece, and where it reaches to */
    bool words;                  /* more than numbers of rows */
    bool is_value;               /* figures rather than words */
    bool full;                   /* words, with a cell of its own in each row */
};

/* Of each piece, the one above it in its column, no blank line or more than two lines between; SIZE_MAX: none. The caller frees it. */
size_t *aligned_above(const struct region *r);
/* What it costs to begin a row with this piece below that one: negative when it looks like the first of its cell. */
int aligned_part_cost(const struct region *r, const struct aligned_column *col, const struct piece *p, const struct piece *above);
/* What it costs to begin a row at each line. The caller frees it. */
int *aligned_begin_costs(const struct region *r, const struct aligned_column *cols);

/* Finds how many columns each name on the top line of a heading of so many lines is for. */
void aligned_heads(struct region *r, uint32_t lines);

/* Rows: row[i] is that of line i, from 0. */
struct aligned_rows {
    uint32_t *row;
    uint32_t n;
    uint32_t header_lines;       /* lines of the heading, 0: none */
    struct aligned_column *cols;
};
void aligned_rows_find(const struct region *r, struct aligned_rows *out);
void aligned_rows_free(struct aligned_rows *rows);

/* How many rows the cell of each column covers that begins in this row: span[row * columns + column]; 0: one from above covers it. The
 * caller frees it. */
uint32_t *aligned_merge(const struct region *r, const struct aligned_rows *rows);

/* Bytes of the piece's line that hold it. */
struct str piece_text(const struct region *r, const struct piece *p);
/* A figure, a short grade ("B", "BB") or a dash: what stands alone in its cell. */
bool is_value(const struct region *r, struct str s);
bool is_year(struct str s); /* "2024", "(2024)" */
size_t marker_length(struct str s); /* of "1.", "a)", "IV." with or without text behind it, else 0 */
bool is_lone_marker(struct str s); /* "1.", "a)", "IV" */
bool is_row_number(struct str s);  /* such a marker, "12" */

/* A table in aligned columns that begins at offset `at`, found by those weights: where it ends; 0: there is none, nor any before
 * *none_before. */
size_t aligned_table(struct build *b, struct str text, size_t at, const struct furniture *skip, const struct aligned_weights *w, size_t *none_before);

#endif
