/* build.h: what the parts of the text reader share: a builder that is told words, line breaks, lists and tables in the order
 * of the document and makes the layout of them. Private to checker/read/.
 *
 * All text goes into one buffer, never longer than the source; blocks, items and cells are pieces of it. After a fault every
 * call does nothing, so that only the feeding loops ask build_failed. */
#ifndef PATUH_BUILD_H
#define PATUH_BUILD_H

#include "stage/read.h"

struct build;

struct build *build_new(struct arena *a, const struct source *s, const struct limits *limits, struct trouble *why);
/* Ends everything that is open, gives the layout with its arena (both NULL after a fault: see struct reading) and frees the builder. */
struct layout *build_finish(struct build *b, struct arena **pages, enum rc *rc);
/* A thing that a reader keeps from call to call: build_finish releases it. NULL while there is none. */
void build_keep(struct build *b, void *thing, void (*release)(void *thing));
void *build_kept(const struct build *b);
const struct read_words *build_words(const struct build *b); /* of its source */
bool build_failed(const struct build *b);
void build_fail_limit(struct build *b, enum limit limit, enum word message, size_t at);
/* An array outside the arena that grows by doubling: room for one more element. */
void *build_room(void *array, size_t n, size_t *cap, size_t size);

/* ---- running text ---- */

/* Source bytes [from, to): blanks are folded, invisible characters left out. */
void build_text(struct build *b, size_t from, size_t to);
/* Bytes that stand for [from, to) of the source: a decoded entity. */
void build_bytes(struct build *b, struct str bytes, size_t from, size_t to);
void build_break(struct build *b);                  /* a printed line ends here */
void build_blank(struct build *b);                  /* words end here */
void build_indent(struct build *b, size_t columns); /* of the line that follows */
void build_end(struct build *b);                    /* a paragraph ends here */
void build_heading(struct build *b, uint32_t level); /* what follows up to build_end is a heading */
void build_bold(struct build *b, bool on);
void build_plain(struct build *b);                  /* forget every build_bold */
void build_page(struct build *b);
/* A page ends inside a table, or between paragraphs that flow on: what begins from here on is on the next one. */
void build_page_over(struct build *b);
/* For sources without form feeds: their pages are known, build_page counts them. */
void build_paged(struct build *b);
/* Number of the paragraph, outside tables, that what follows stands in; for sources without lines. */
void build_paragraph(struct build *b, uint32_t number);
/* Sheet and cell that the paragraphs and cells that follow stand in; absent: none. */
void build_at(struct build *b, struct str sheet, struct str cell);

/* ---- lists that the source marks as such ---- */

void build_list_open(struct build *b, bool ordered);
void build_item(struct build *b);
void build_item_end(struct build *b);
void build_list_close(struct build *b);
/* Whether a list is open in the innermost container, and whether it has had an item. */
bool build_in_list(const struct build *b);
bool build_list_has_items(const struct build *b);
void build_close_lists(struct build *b);

/* A flow told as text stands here. What it is made of is in the document's arena. */
void build_chart(struct build *b, const struct chart *chart);
struct arena *build_arena(const struct build *b);
const struct limits *build_limits(const struct build *b);

/* ---- tables ---- */

void build_table_open(struct build *b);
void build_table_loose(struct build *b); /* the open table's columns were found in blanks */
void build_row(struct build *b);
/* The next cell of the row begins at this column, from 0, or at the first free one behind it. */
void build_column(struct build *b, uint32_t col);
void build_cell(struct build *b, uint32_t rowspan /* 0: down to the last row */, uint32_t colspan, bool header, size_t at);
/* The open cell shows something that the source does not tell. */
void build_unread(struct build *b);
void build_cell_end(struct build *b);
/* Cells of the rows before this moment are headings. */
void build_rows_are_header(struct build *b);
void build_table_close(struct build *b);
bool build_in_table(const struct build *b);
bool build_in_cell(const struct build *b);

#endif
