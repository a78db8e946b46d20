/* kit.h: what the files of the recogniser share: normalised keys, the vocabulary, and lines of text that know their place.
 *   text.c        keys, edit distance, sets of forms
 *   vocabulary.c  rules/vocabulary/ as sets of forms
 *   lines.c       blocks of a layout as lines
 *   sop_*.c       the parts of an SOP */
#ifndef PATUH_KIT_H
#define PATUH_KIT_H

#include "stage/recognise.h"

/* ---- keys --------------------------------------------------------------------------------------------------- */

enum { KEY_MAX = 96 };
/* A text as it is compared: lower case, words of letters and digits joined by single blanks, "&" as "dan". */
struct key {
    char text[KEY_MAX];
    size_t n;           /* 0 when the text holds no word or is too long */
};
struct key key_of(struct str s);
/* The same with full stops and apostrophes dropped instead of parting words: "S.E." is "se", "M.Si" is "msi". */
struct key key_tight(struct str s);

/* A set of forms, each with a number that says what it stands for; sorted by key. */
struct form {
    struct str key;
    uint32_t use;
};
struct forms {
    struct form *v;
    size_t n, cap;
    bool first[256];    /* by the first byte of some key */
};
void forms_sort(struct forms *f);
const struct form *forms_find(const struct forms *f, struct str key);
const struct form *forms_find_text(const struct forms *f, struct str text); /* by key_of */
/* The longest form that the text begins with, as whole words; *end is the offset behind it, blanks and full stops included. */
const struct form *forms_prefix(const struct forms *f, struct str text, size_t *end);

/* ---- small tools over text ---------------------------------------------------------------------------------- */

bool is_space(char c);  /* ASCII white space */
bool is_letter(char c); /* ASCII letters, and every byte of a non-ASCII character */
bool is_digit(char c);
bool is_upper(char c);  /* ASCII */
bool is_lower(char c);  /* ASCII */
/* The next word at or after *at: [begin, *at); false at the end. Words are parted by white space. */
bool next_word(struct str s, size_t *at, size_t *begin);
bool all_upper(struct str s);   /* has a capital letter and no small one */
/* Bytes of a list marker that s begins with ("1.", "12)", "a.", "-", "•"), blanks behind it included; 0: none. A number has
 * to be followed by a blank or a letter, so that "1.200.000" and "35/2012" are none. */
size_t marker_at(struct str s);
/* The text cannot end here: its last word is "dan", "untuk" and the like, or it ends with a comma or a hyphen. */
bool ends_open(struct str s);
/* Nothing but dots, dashes under the line and blanks: a place left to fill in. */
bool is_filler(struct str s);

/* ---- vocabulary --------------------------------------------------------------------------------------------- */

enum label_target {
    LABEL_NUMBER, LABEL_CREATED, LABEL_REVISED, LABEL_EFFECTIVE, LABEL_APPROVAL, LABEL_NAME, LABEL_AGENCY, LABEL_UNIT,
    LABEL_TOTAL,
    LABEL_SECTION,      /* + enum section_id */
    LABEL_OTHER = LABEL_SECTION + SECTION_COUNT,
    LABEL_TARGETS
};
struct label_kind {
    const char *meant;      /* element name */
    struct str standard;
    uint32_t weight;
};
/* How a form of a label is held: what a form's `use` says, beside its target. */
enum { FORM_ACCEPTED = 0, FORM_WRONG = 1 << 8, FORM_LOOSE = 1 << 9, FORM_INSTEAD = 1 << 11, FORM_FOREIGN = 1 << 12, FORM_TARGET = 0xff };

/* Headings of step tables: enum column_id, and the heading over the last three columns but one. */
enum { HEADING_QUALITY = COLUMN_COUNT };

/* A right form of a label, ready to be compared with a label that is none. */
struct near_form {
    struct str key, packed;     /* packed: without blanks */
    uint8_t letters[26];        /* how often each stands in it */
    uint32_t use;
};
struct near_forms {
    struct near_form *v;
    size_t n, cap;
};
/* Fills in all but key and use. */
void near_form_prepare(struct arena *a, struct near_form *f);

struct lkjip_words; /* lkjip_making.h */
struct vocabulary {
    const struct lkjip_words *report;
    struct label_kind labels[LABEL_TARGETS];
    struct forms label_forms;
    struct near_forms near_labels;
    struct forms headings;      /* use: enum column_id or HEADING_QUALITY */
    struct forms totals, time_units;
    struct forms marks;         /* use: enum mark; symbols and words as printed, words in lower case */
    struct forms citations, inner_capitals; /* as printed */
    struct forms titles_before, titles_after; /* by key_tight */
    struct forms ranks, office_starts, office_words, signature_words, place_starts, date_starts, months;
    struct forms agency_starts, region_starts, unit_starts, address, title_starts, title_fillers;
};

/* The words of performance reports. */
const struct lkjip_words *lkjip_words_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

/* ---- lines -------------------------------------------------------------------------------------------------- */

/* A part of the layout's text. */
struct piece {
    struct str text;        /* absent: nothing */
    struct place around;    /* the place of the run it was cut from */
};
struct piece piece_of(const struct run *r);
/* [from, to) of a piece, trimmed. */
struct piece piece_part(struct piece p, size_t from, size_t to);
struct place piece_place(const struct layout *l, struct piece p);
struct pieces {
    struct piece *v;
    size_t n, cap;
};

enum line_kind { LINE_TEXT, LINE_ITEM, LINE_GLUED };
struct line {
    enum line_kind kind;
    struct piece text;
    struct piece marker;    /* LINE_ITEM: as printed, absent where there is none */
    bool first;             /* begins a block */
    bool bold, heading;
    uint32_t page;
};
struct lines {
    struct line *v;
    size_t n, cap;
};
/* Tables that stand inside the cells of others. */
struct nested {
    const struct table **v;
    size_t n, cap;
};
/* Appends the lines of one block: a paragraph gives one for each printed line, a list one for each item. */
void lines_of_block(struct arena *a, const struct block *b, struct lines *out, struct nested *nested);
void lines_of_cell(struct arena *a, const struct cell *c, struct lines *out, struct nested *nested);

/* ---- an SOP in the making ----------------------------------------------------------------------------------- */

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
    struct arena *a;
    const struct vocabulary *v;
    const struct layout *layout;
    struct sop *sop;
    struct read_regions *regions; /* what was read and what proves it */
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
    struct {
        size_t *v;
        size_t n, cap;
    } step_blocks;          /* those that hold steps */
    bool page_ended;        /* right behind the last of them; no text has followed yet */
    size_t evidence;        /* weight of the labels that stand together */
    bool columns_lost;      /* of a step table: two headings in one, or a page of it with fewer columns */
    uint32_t lone_headings; /* bits: headings of step tables that were lines of their own … */
    size_t dissolved;       /* … and the first loose line behind the first of them */
};

/* Pieces as one value: texts joined by a blank, line breaks folded, the place from the first to the last. Without any text it is
 * blank, and its place is that of `label`. */
struct item item_of(const struct making *m, struct piece p);
struct item item_of_pieces(const struct making *m, const struct pieces *p, struct piece label);
/* Adds text behind an item's. */
void item_append(const struct making *m, struct item *item, const struct item *more);

/* What a line begins with: a label and the rest behind it. */
struct label_hit {
    uint32_t use;
    struct piece label, rest;
    bool colon;
};
bool label_at(const struct making *m, const struct line *line, bool in_cell, struct label_hit *hit);
/* Where inside a value the next label of the same line begins ("… 2018 Tgl. Revisi : …"); SIZE_MAX: nowhere. */
size_t label_inside(const struct making *m, struct str rest);

/* Makes one line of each two that only together are a label: "TANGGAL" over "EFEKTIF". */
void join_labels(const struct making *m, struct lines *lines);
/* A line on its way: whether it is nothing but a heading of a step table. */
void note_heading(struct making *m, const struct line *line);
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
void identity_finish(struct making *m);

/* One section's content as items. */
void list_items(struct making *m, const struct lines *content, bool citations, struct section *out);
/* A cell of kelengkapan as items. */
void cell_items(struct making *m, const struct lines *content, struct items *out);

/* Lines as an official; parts that are not there stay absent. Gives how many lines belong to it. */
size_t official_of(struct making *m, const struct line *lines, size_t n, struct signature *out);
/* Where a NIP stands in a text: [*begin, *end) are its digits; false: none. *from is where its label begins. */
bool nip_find(struct str s, size_t *from, size_t *begin, size_t *end);
/* Whether a line begins with words that name a procedure ("SOP …"); *rest is where the title itself begins. */
bool title_of(const struct making *m, struct str line, size_t *rest);
/* Whether a text is a person's name, an academic title behind it. */
bool names_person(const struct vocabulary *v, struct str s);
/* Adds to the titles printed elsewhere, each once. */
void add_other_title(struct making *m, const struct item *title);
/* Whether a line may stand over an identity block: the agency's, the unit's, its address, a title, or printed large. */
bool heads_block(const struct making *m, const struct line *line);
/* Unit, agency and titles over and beside the block, the signature below, and what remains as paragraphs. */
void headings_before_steps(struct making *m);
void surroundings_finish(struct making *m);
/* Whether a printed line goes on with the paragraph of the line before it. */
bool line_goes_on(const struct line *last, const struct line *line);
void push_paragraph(struct making *m, const struct pieces *lines);

/* The rows of a table from `row` on if a step table begins there: reads its header and its steps, gives the row after the last;
 * `row` itself when no step table begins there. */
uint32_t steps_read(struct making *m, const struct table *t, uint32_t row);
/* Reads a table without a heading that goes on with the steps of the one before; false when it does not. */
bool steps_continue(struct making *m, const struct table *t);
/* Whether a step table begins anywhere in a table. */
bool columns_in(const struct making *m, const struct table *t);

/* Which tables have shapes on them, before the steps are read. */
void drawing_begin(struct making *m);
bool table_drawn(const struct making *m, const struct table *t);
/* Shapes and connectors as symbols, executors and drawn exits of the steps, once all have been read. */
void drawing_finish(struct making *m);

/* Where each SOP begins and ends, once everything has been read; nothing is added where there is one. */
void parts_find(struct making *m, struct sop_parts *out);

/* The SOP in a layout, its regions added to the list. *evidence says how surely it is one: the weights of the labels found, and a step
 * table. parts may be NULL. */
struct sop *sop_recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, struct read_regions *regions, size_t *evidence,
                          struct sop_parts *parts);

/* The report in a layout, in the same way. */
struct lkjip *lkjip_recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, struct read_regions *regions, size_t *evidence);

/* Records what was read of identity block, sections and step tables, and what proves it (sop_proof.c); the last thing that is done. */
void prove_readings(struct making *m);

#endif
