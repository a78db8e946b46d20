/* making.h: an SOP in the making; shared by sop_*.c. */
#ifndef PATUH_MAKING_H
#define PATUH_MAKING_H

#include "recognise/kit.h"

/* A label that was found, and all that stands behind it. */
struct entry {
    uint32_t use;           /* target and how the form is held; FORM_NEAR: seen by edit distance */
    struct piece label;
    struct lines content;
    bool begun;             /* its value begins on the label's own line */
    bool in_table;
    bool colon;             /* one stands behind the label */
    bool unread;            /* its value stands somewhere, run together with another's */
    bool mixed;             /* its lines and those of another stand among one another */
    uint32_t page;
    size_t block;           /* of the layout that it stands in */
};
enum { FORM_NEAR = 1 << 10 };
struct entries {
    struct entry *v;
    size_t n, cap;
};

/* A line that belongs to no label. */
struct loose_line {
    struct line line;
    size_t entries;         /* how many labels stand before it */
    size_t tables;          /* how many step tables stand before it */
    bool used;              /* a title, a heading, part of a signature */
    bool beside;            /* stands left of the labels in their table: the unit's name */
};
struct loose_lines {
    struct loose_line *v;
    size_t n, cap;
};

struct columns; /* steps.h */

/* A row of a step table, whether or not it holds a step: where drawn symbols find theirs. */
struct table_row {
    uint32_t table, row;    /* of the layout */
    size_t step;            /* whose row it is; NO_INDEX: nobody's (blank, a heading inside the table) */
    size_t step_table;
    const struct columns *columns;
};
struct table_rows {
    struct table_row *v;    /* in their order in the document */
    size_t n, cap;
};

struct making {
    struct text_kit t;
    struct sop *sop;
    struct entries entries;
    struct loose_lines loose;
    size_t open;            /* running text: the entry that following lines belong to; NO_INDEX: none */
    size_t *columns;        /* tables: the same for each column */
    size_t column_count, column_cap;
    size_t row_labels;      /* labels of the last row that had any: entries from here on … */
    size_t row_label_count; /* … and their number */
    bool row_blank;         /* a table has just ended on a row of labels with nothing below */
    size_t beside;          /* of two such labels the second, while the lines below are the first one's; NO_INDEX: none */
    const struct columns *steps; /* of the last step table */
    struct table_rows rows;
    uint8_t *drawn;         /* by number of a table of the layout: shapes stand on it */
    size_t steps_entries;   /* how many labels stood before it */
    struct lines cell_lines; /* for reuse from cell to cell */
    struct pieces parts;
    struct piece untitled;  /* a line in the title's place without a label */
    size_t block;           /* of the layout that is being read */
    struct step_blocks {
        struct step_block {
            size_t block, first; /* its first step */
        } *v;
        size_t n, cap;
    } step_blocks;          /* of the layout: those that hold steps */
    bool page_ended;        /* right behind the last of them; no text has followed yet */
    size_t evidence;        /* weight of the labels that stand together */
    bool columns_unread;    /* of a step table: two headings in one, or a page of it with fewer columns */
    uint32_t spread;        /* bits: headings in the last lines that had any */
    unsigned spread_gap;
    bool head_spread;       /* such lines are the head of a step table whose cells became words of lines */
    uint32_t lone_headings; /* bits: headings of step tables that were lines of their own … */
    size_t dissolved;       /* … and the first loose line behind the first of them */
};

/* What a line begins with: a label and the rest behind it. */
struct label_hit {
    uint32_t use;
    struct piece label, rest;
    bool colon;
};
bool label_at(const struct making *m, const struct line *line, bool in_cell, struct label_hit *hit);
/* Where inside a value the next label of the same line begins ("… 2018 Tgl. Revisi : …"); SIZE_MAX: nowhere. */
size_t label_inside(const struct making *m, struct str rest);
/* Where a label without a colon stands behind other text of its line, a value behind it ("BADAN CONTOH Tanggal Efektif 4 Mei 2024");
 * SIZE_MAX: nowhere. */
size_t label_behind(const struct making *m, struct str line);

/* Makes one line of each two that only together are a label: "TANGGAL" over "EFEKTIF". */
void join_labels(const struct making *m, struct lines *lines);
/* A line on its way: whether it is nothing but a heading of a step table. */
void note_heading(struct making *m, const struct line *line);
/* Once all has been read: whether the head of a step table is a row of another table; takes what stood below it out of the sections. */
void note_head_rows(struct making *m);
/* Whether a step table's cells have become lines of text. */
bool steps_dissolved(const struct making *m);
/* Whether a step table was read, but with columns or rows lost: headings of two columns in one, steps without words. */
bool steps_torn(const struct making *m);
/* Takes what these cells were out of the text. */
void drop_dissolved(struct making *m);
/* How well the labels of the block stand with their values. */
enum block_reading block_reading(const struct making *m, const uint8_t *valid);

void identity_line(struct making *m, const struct line *line);
void identity_row(struct making *m, const struct table *t, uint32_t row, struct nested *nested);
void identity_table_begin(struct making *m, const struct table *t);
void identity_table_end(struct making *m);
/* Takes lines over a step table that were taken for content of the last label but name the procedure. */
void identity_before_steps(struct making *m);
/* Office, name and NIP of the approval, from the entry of its label and what stands apart from it. */
void approval_read(struct making *m, const struct entry *e);
void identity_finish(struct making *m);

/* One section's content as items. */
void list_items(struct making *m, const struct lines *content, bool citations, struct section *out);
/* A cell of kelengkapan as items. */
void cell_items(struct making *m, const struct lines *content, struct items *out);

/* Whether a line begins with words that name a procedure ("SOP …"); *rest is where the title itself begins. */
bool title_of(const struct making *m, struct str line, size_t *rest);
/* Whether the document begins, but for the agency and the like, with words that name an SOP ("SOP …", not "Alur …"), printed large on that page. */
bool begins_as_sop(const struct making *m, uint32_t page);
/* Adds to the titles printed elsewhere, each once. */
void add_other_title(struct making *m, const struct item *title);
/* Whether a line may stand over an identity block: the agency's, the unit's, its address, a title, or printed large. */
bool heads_block(const struct making *m, const struct line *line);
/* Unit, agency and titles over and beside the block, the signature below, and what remains as paragraphs. */
void headings_before_steps(struct making *m);
void surroundings_finish(struct making *m);
/* Whether a printed line goes on with the paragraph of the line before it. */
bool line_goes_on(const struct line *last, const struct line *line);
/* Takes the signature among the last lines of the text; false when there is none. */
bool signature_among(struct making *m, const struct lines *lines);
void push_paragraph(struct making *m, const struct pieces *lines);

/* The rows of a table from `row` on if a step table begins there: reads its header and its steps, gives the row after the last;
 * `row` itself when no step table begins there. */
uint32_t steps_read(struct making *m, const struct table *t, uint32_t row);
/* Reads a table without a heading that goes on with the steps of the one before; false when it does not. */
bool steps_continue(struct making *m, const struct table *t);
/* Whether a step table begins anywhere in a table. */
bool columns_in(const struct making *m, const struct table *t);

/* Which template the SOP follows and, of another than 35/2012's, what it says all the same (template/): behind identity_finish, and behind
 * surroundings_finish. */
void template_find(struct making *m);
void template_finish(struct making *m);

/* Where each SOP begins and ends, once everything has been read; nothing is added where there is one. */
void parts_find(struct making *m, struct sop_parts *out);

/* Records what was read of identity block, sections and step tables, and what proves it (sop_proof.c); the last thing that is done. */
void prove_readings(struct making *m);

/* Finds the steps that written ways lead to, once all have been read. */
void cell_exits_settle(struct making *m);
/* Which tables have shapes on them, before the steps are read. */
void drawing_begin(struct making *m);
bool table_drawn(const struct making *m, const struct table *t);
/* Shapes and connectors as symbols, executors and drawn exits of the steps, once all have been read. */
void drawing_finish(struct making *m);
/* Charts told as text as the flow of the steps, or as steps; behind drawing_finish. */
void charts_finish(struct making *m);

#endif
