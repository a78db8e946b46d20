/* lkjip_making.h: a performance report in the making; shared by lkjip_*.c. */
#ifndef PATUH_LKJIP_MAKING_H
#define PATUH_LKJIP_MAKING_H

#include "stage/lkjip.h"
#include "recognise/kit.h"

enum lkjip_role { ROLE_NUMBER, ROLE_GOAL, ROLE_INDICATOR, ROLE_UNIT, ROLE_TARGET, ROLE_REALISASI, ROLE_CAPAIAN, ROLE_PERCENT, ROLE_CATEGORY,
                   ROLE_NAME, ROLE_PAGU, ROLE_REST, ROLE_EFFICIENCY, ROLE_NOTE, ROLE_END_TARGET, ROLE_STANDARD, ROLE_DIRECTION, ROLE_GROWTH, ROLE_COUNT };

struct lkjip_words {
    struct wordset titles, other_titles, agreement, summary, captions; /* captions: use is 't', 'g' or 'l' */
    struct wordset columns;   /* use: enum lkjip_role */
    struct wordset heads;     /* words that tell a column whose heading is none of these */
    struct wordset totals, means, money, levels, entities; /* levels: 1 program, 2 kegiatan, 3 sub kegiatan */
    uint32_t first_norm;    /* from this use of other_titles on: regulations and decrees */
    struct str *other_names; /* by the use of a form of other_titles: what such a document is called */
    const char *const *entity_names; /* by an entity's use */
    struct wordset units, unit_marks; /* of money: use 1 thousand, 2 million, 3 thousand million; words that stand before one */
    struct wordset chapters;  /* titles of chapters; use: the number */
    struct wordset contents;  /* headings of lists at the front */
    struct wordset bands, intervals; /* what a band of the scale begins with in a sentence; headings of such columns */
    struct wordset sources;   /* what a line below the bands begins with that is none of them */
    struct wordset closing;   /* words that stand at the end of a report: "demikian", "NIP" */
    struct wordset grades;    /* words before a figure that belong to it: "Level 3" */
    struct wordset superseded, revised; /* words over two columns of one figure: before a revision, and after it */
    struct wordset bounds;    /* words for from, over, to, under: use 1 to 4 */
    struct wordset formulas;  /* lower case, as printed; use: 0 2t-r, 1 t/r */
};

/* What stands before the table that comes next. */
struct lkjip_context {
    struct item caption;    /* the last caption or heading; absent after it has been used */
    int year;               /* named in it; 0: none */
    bool agreement;         /* it names a Perjanjian Kinerja */
    int chapter;            /* 0: before BAB I */
    bool appendix;
};

/* What the rows of a budget table above the present one say about its depth. */
struct lkjip_above {
    int level;              /* of the last row; 0: none yet */
    int number_level;       /* of the last row with a number of one part; 0: none yet */
    bool programs;          /* there are some */
    struct item number, name; /* a name whose money stands in a later row */
};

/* The paragraph that is being read, and the text of the part of the report that it stands in. */
struct lkjip_text {
    struct buf joined, section;
    struct place section_place;
    struct {
        struct lkjip_text_line {
            size_t offset;  /* in `joined` */
            struct piece piece;
        } *v;
        size_t n, cap;
    } lines;
    bool cut;               /* a page has ended behind the last line */
};

enum { RECENT_LINES = 12, YEARS_TOLD = 8 };

/* Which lines are running heads or feet: those that stand on three pages or more, but for the page's number. */
struct repeats {
    struct repeat {
        struct key key;
        uint32_t page, pages;
    } *v;
    size_t n, cap;
};

/* How much a place that names one year says of the report's. */
enum year_weight { YEAR_BY_CAPTION = 1, YEAR_BY_CHAPTER = 2, YEAR_BY_HEAD = 4, YEAR_BY_COVER = 5 };
struct year_told {
    int year;
    unsigned weight, captions;
    struct item first;
};

struct lkjip_making {
    struct text_kit t;        /* what the tools over text need */
    const struct lkjip_words *w;
    struct lkjip *l;
    struct lkjip_context context;
    struct lkjip_text text;
    size_t region;          /* of the table at hand, from 1 */
    struct lkjip_columns *last; /* of the last table understood, for one that goes on without a heading */
    bool both;              /* it has indicators and a budget */
    bool between;           /* text stood between that table and this place */
    bool cut;               /* a page ended between them */
    struct lkjip_above above;
    struct lines loose;     /* short lines between a caption and its table */
    struct line recent[RECENT_LINES]; /* in which a signature is looked for */
    size_t recent_count;
    struct repeats heads;
    struct year_told told[YEARS_TOLD];
    size_t told_count;
    size_t lines_seen;      /* of running text */
    bool part_of_year;      /* the cover names a quarter or the like */
    const struct listed *other; /* the first title is one of these other documents */
    bool agency_is_unit;
    enum { CONTENTS_NOT, CONTENTS_IN, CONTENTS_PAGE } contents; /* in a table of contents; it may have ended with its page */
    size_t block;           /* index of the block at hand */
    bool title_open;        /* the chapter's title is still to come, or may go on */
    bool agreement;         /* the document begins as a Perjanjian Kinerja: no report's title, chapter or table stands before its heading */
    bool headed;            /* chapters are called BAB; else their titles alone will do */
    size_t titles;          /* lines that name a report before the first chapter */
    size_t evidence;        /* of the tables */
};

/* A table of the report: what its columns are and its rows; nothing is added for a kind that is not known. */
void lkjip_table(struct lkjip_making *r, const struct table *t);
void lkjip_table_told(struct lkjip_making *r, const struct table *t); /* the same, and what it says goes to `table_texts` */
void lkjip_table_block(struct lkjip_making *r, size_t i); /* the same for block i of the layout, which may be cut off by a page that could not be read */

/* A year that a report may speak of (year_of_report) in the text, the last one; 0: none. */
int year_in(struct str s);
/* The year that a heading speaks of: the only one that is not an end of a period; 0: none, or several. */
int lkjip_year(struct str s);

/* lkjip_heads.c */
void lkjip_count_heads(struct lkjip_making *r);
bool lkjip_is_head(const struct lkjip_making *r, struct str line);
/* A place that names a year for the report; and at the end the year that most speaks for. */
void lkjip_year_told(struct lkjip_making *r, const struct item *it, enum year_weight weight);
void lkjip_year_settle(struct lkjip_making *r);

/* Running text: a line of it, the end of the paragraph, the end of the part that it stands in. */
void lkjip_text_add(struct lkjip_making *r, const struct line *line);
void lkjip_text_close(struct lkjip_making *r);
void lkjip_section_close(struct lkjip_making *r);
/* Sentences of the paragraph being closed that hold a figure. */
void lkjip_statements(struct lkjip_making *r, struct str paragraph);

/* lkjip_chapters.c */
enum { TITLE_MAX = 160 };
/* "BAB III" or "BAB III AKUNTABILITAS KINERJA": the number, 1 to 7; *title is what follows. 0: no chapter heading. */
int lkjip_chapter_number(struct str s, struct str *title);
/* Chapters that are named without BAB: "II. PERENCANAAN KINERJA", "PENUTUP"; 0: none, or the report has chapters called BAB. */
int lkjip_chapter_by_title(const struct lkjip_making *r, struct str s);
/* The chapter under way; NULL before the first. */
struct chapter *lkjip_chapter(struct lkjip_making *r);
void lkjip_begin_chapter(struct lkjip_making *r, const struct line *line, int number, struct str title);
/* Whether the line goes on with the title behind "BAB III"; then it is taken. */
bool lkjip_rest_of_title(struct lkjip_making *r, const struct line *line);
/* "3.3. Evaluasi dan Analisis", "A. Capaian Kinerja": the depth of the number; 0: no such heading. */
uint32_t lkjip_section_depth(struct str s);
/* A heading inside a chapter, with the lines of a short block that go on with it; gives how many. */
size_t lkjip_begin_part(struct lkjip_making *r, const struct lines *lines, size_t at, uint32_t depth);
/* Of chapters with one number the longest is the chapter; the others are lines of an outline. */
void lkjip_drop_outlines(struct lkjip *l);

/* Lines before the first chapter: what the report is, of whom, of which year. */
void lkjip_cover_line(struct lkjip_making *r, const struct line *line, bool apart /* from running text: in a block of short lines, or on every page */);
/* true: a year is named, and the wording is new. */
bool lkjip_year_mention(struct lkjip_making *r, const struct item *it);
/* Whether the text begins with a cover or BAB I, and ends with a signature, an appendix or closing words. */
void lkjip_find_ends(struct lkjip_making *r);
/* Looks for the signature of the report in the lines as they come. */
/* A line of a table of contents: a run of dots or ellipses, before a page number also of three; or one that ends on a page number. */
bool lkjip_of_contents(struct str s);
bool lkjip_contents_entry(struct str s);
/* A heading of a chapter without leader and page number, none of whose next lines has them either: the list ended before it. */
bool lkjip_contents_ended(const struct lkjip_making *r, const struct lines *lines, size_t at);
void lkjip_signature_line(struct lkjip_making *r, const struct line *line);

/* Bands of the rating scale, as a line of text or the rows of a table print them. */
void lkjip_scale_line(struct lkjip_making *r, const struct line *line);
bool lkjip_scale_table(struct lkjip_making *r, const struct table *t);

#endif
