/* tape.h: what a reader of an office format has to say, in the order of its document, recorded and then played to the builder
 * (build.h). Such files have no lines; the tape writes the source's text, a paragraph a line, so that every text has a place in
 * it, as texts of text files have. Private to checker/read/.
 *
 * Each text may name the node it came from (`origin`), by which an annotated copy finds its way back. */
#ifndef PATUH_TAPE_H
#define PATUH_TAPE_H

#include "stage/read.h"

struct tape;
struct tape *tape_new(void);
void tape_free(struct tape *t); /* NULL is fine */

/* ---- running text. White space is folded, control characters are blanks. */
void tape_text(struct tape *t, struct str text, const void *origin);
void tape_blank(struct tape *t);
/* What stands here, or nothing, comes from this node: a cell, right behind tape_cell. */
void tape_mark(struct tape *t, const void *origin);
/* A text that no block holds, on a line of its own: gives where it stands. Between blocks only. */
struct span tape_aside(struct tape *t, struct str text, const void *origin);
/* Lines as of a text file, read by `feed` when the tape is played; between blocks only. Gives where they stand. */
struct build;
typedef void tape_feeder(struct build *b, struct str text, size_t from, size_t to);
size_t tape_lines(struct tape *t, struct str lines, tape_feeder *feed);
void tape_break(struct tape *t);                   /* a printed line ends here */
void tape_indent(struct tape *t, uint32_t columns); /* of the line that follows, in characters */
void tape_end(struct tape *t);                     /* a paragraph ends here */
void tape_heading(struct tape *t, uint32_t level); /* the paragraph up to tape_end is a heading; outside tables */
void tape_bold(struct tape *t, bool on);
/* Number of the paragraphs that follow, outside tables; from 1. */
void tape_paragraph(struct tape *t, uint32_t number);
/* Sheet and cell ("F12") that the paragraphs or cells that follow stand in; NULL: none. Both must live in the document's arena. */
void tape_at(struct tape *t, const struct str *sheet, struct str cell);
/* A page ends here. Pages are counted (struct where) only if tape_paged was told that all their ends are known. */
void tape_page(struct tape *t);
/* The same where the text only flows on: no block ends. */
void tape_page_over(struct tape *t);
void tape_paged(struct tape *t);

/* ---- lists. An item's text begins with its printed marker. */
void tape_list_open(struct tape *t, bool ordered);
void tape_item(struct tape *t);
void tape_list_close(struct tape *t);

/* ---- tables, which may nest. Cells in the order of rows and columns; `col` from 0; spans from 1. */
void tape_table_open(struct tape *t);
void tape_row(struct tape *t);
void tape_cell(struct tape *t, uint32_t col, uint32_t rowspan, uint32_t colspan, bool header);
/* The cell shows something that the file does not tell (see struct cell). */
void tape_unread(struct tape *t);
void tape_cell_end(struct tape *t);
void tape_table_close(struct tape *t);
/* How many tables have been opened that a cell stands in: the number of the last one in the layout. */
uint32_t tape_tables(const struct tape *t);

/* ---- afterwards */

/* Sets the text of `s` (a copy in `a`) and gives its layout: see build_finish. */
enum rc tape_play(struct tape *t, struct arena *a, struct source *s, const struct limits *limits, struct layout **out, struct arena **pages,
                  struct trouble *why) MUST_USE;
/* The texts told and where they stand in the source's text, in order. */
struct tape_origin {
    uint32_t begin, end;
    const void *node;
};
size_t tape_origins(const struct tape *t, struct arena *a, struct tape_origin **out);
/* Where the next text will stand; and the text so far (until the next call). */
size_t tape_offset(const struct tape *t);
struct str tape_so_far(const struct tape *t);
/* Forgets every text told since the offset: it turned out to be none (a placeholder). */
void tape_forget(struct tape *t, size_t offset);

#endif
