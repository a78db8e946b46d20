/* kit.h: what the files of the recogniser share: the vocabulary, and lines of text that know their place.
 *   text.c        small tools over text
 *   vocabulary.c  rules/vocabulary/ as sets of words (wordset.h)
 *   lines.c       blocks of a layout as lines
 *   people.c      officials: office, name, rank, NIP
 * What is made of them stands in sop/ and lkjip/. */
#ifndef PATUH_KIT_H
#define PATUH_KIT_H

#include "base/chars.h"
#include "language/key.h"
#include "language/wordset.h"
#include "stage/recognise.h"

/* ---- small tools over text ---------------------------------------------------------------------------------- */

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

/* What shows another template of an SOP: parts of a document's head, and kinds of chapters. */
enum template_part {
    TRAIT_DOCUMENT, TRAIT_REVISION, TRAIT_ISSUED, TRAIT_PAGES, TRAIT_MADE, TRAIT_CHECKED, TRAIT_APPROVED,
    CHAPTER_BASES, CHAPTER_STEPS, CHAPTER_CONSIDERS, CHAPTER_DECIDES,
    CHAPTER_FIRST_OTHER /* each further chapter has a number of its own from here on */
};

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
    struct wordset label_forms;
    struct near_forms near_labels;
    struct wordset headings;      /* use: enum column_id or HEADING_QUALITY */
    struct wordset wrong_headings; /* of those the ones that are other words, and yet clearly meant */
    struct wordset totals, time_units;
    struct wordset marks;         /* use: enum mark; symbols and words as printed, words in lower case */
    struct wordset ways;          /* words between an arrow and the number of the step that it leads to */
    struct wordset citations, inner_capitals; /* as printed */
    struct wordset titles_before, titles_after; /* by key_tight */
    struct wordset ranks, office_starts, office_words, signature_words, place_starts, date_starts, months;
    struct wordset template_traits, template_chapters; /* use: enum template_part */
    struct wordset agency_starts, region_starts, unit_starts, address, title_starts, procedure_starts, title_fillers; /* procedure_starts: of title_starts those that name no chart */
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

/* ---- what every tool over the text of a layout needs ------------------------------------------------------------ */

/* The arena of the document in the making, the words, and the layout whose texts are read. */
struct text_kit {
    struct arena *a;
    const struct vocabulary *v;
    const struct layout *layout;
    struct read_regions *regions; /* what was read and what proves it */
};

/* Pieces as one value: texts joined by a blank, line breaks folded, the place from the first to the last. Without any text it is
 * blank, and its place is that of `label`. */
struct item item_of(const struct text_kit *t, struct piece p);
struct item item_of_pieces(const struct text_kit *t, const struct pieces *p, struct piece label);
/* Adds text behind an item's. */
void item_append(const struct text_kit *t, struct item *item, const struct item *more);

/* Lines as an official; parts that are not there stay absent. Gives how many lines belong to it. */
size_t official_of(const struct text_kit *t, const struct line *lines, size_t n, struct signature *out);
/* Where a NIP stands in a text: [*begin, *end) are its digits; false: none. *from is where its label begins. */
bool nip_find(struct str s, size_t *from, size_t *begin, size_t *end);
/* Whether a text is a person's name, an academic title behind it. */
bool names_person(const struct vocabulary *v, struct str s);

/* ---- the two kinds of document ---------------------------------------------------------------------------------- */

/* The SOP in a layout, its regions added to the list. *evidence says how surely it is one: the weights of the labels found, and a step
 * table. parts may be NULL. */
struct sop *sop_recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, struct read_regions *regions, size_t *evidence,
                          struct sop_parts *parts);

/* The report in a layout, in the same way. */
struct lkjip *lkjip_recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, struct read_regions *regions, size_t *evidence);

#endif
