/* docx.h: the inside of the reader of Word documents (Office Open XML, ISO/IEC 29500-1). Private to docx*.c.
 *
 * docx.c       opens the package and goes through its parts, section by section
 * docx_block.c paragraphs, content controls, alternatives, text boxes, notes
 * docx_run.c   what stands inside a paragraph
 * docx_table.c tables
 * docx_style.c, docx_number.c  what styles say; printed numbers
 * docx_draw.c, docx_vml.c, docx_measure.c  drawn things, and what the file tells of where they stand
 * Everything lives in the arena `a`, which goes when the document has been read. */
#ifndef PATUH_DOCX_H
#define PATUH_DOCX_H

#include "read/office/drawn.h"
#include "read/office/package.h"
#include "read/office/tape.h"

/* ---- styles */

enum symbol_font { FONT_TEXT, FONT_SYMBOL, FONT_WINGDINGS, FONT_WINGDINGS2 };

/* Properties as one element (w:pPr, w:rPr, a style) tells them; what it is silent on keeps "unsaid". */
enum said { UNSAID, NO, YES };
struct run_look {
    enum said bold, caps, hidden, placeholder;
    bool fonts;              /* `font` is said */
    enum symbol_font font;
};
enum { BODY_LEVEL = 9 };     /* outline level of running text */
struct paragraph_look {
    bool outlined;           /* `outline` is said */
    uint32_t outline;        /* 0: a heading of the first level */
    struct str numbering;    /* w:numId; absent: unsaid; "0": none */
    bool levelled;           /* `level` is said */
    uint32_t level;          /* w:ilvl */
    enum said dotted;        /* tabulators are lines of dots */
    enum said page_before;
};
struct style {
    struct str id;
    const struct xml_node *node;
    enum { STYLE_RAW, STYLE_OPEN, STYLE_READY } state; /* OPEN: being looked up, to see circles */
    struct paragraph_look paragraph;
    struct run_look run;
    bool heads;              /* of a table: its first row is bold */
};
struct styles {
    struct style *v;
    size_t n, cap;
    struct str paragraph;    /* the id of the default style of paragraphs */
    struct run_look run;     /* of the document's defaults */
};
void styles_load(struct arena *a, const struct xml_node *root /* may be NULL */, struct styles *out);
/* The style with what it is based on; NULL: there is none. */
const struct style *style_find(struct styles *s, struct str id);
struct paragraph_look paragraph_look(const struct xml_node *ppr /* may be NULL */);
struct run_look run_look(const struct xml_node *rpr /* may be NULL */);
/* `over` where it says something, else `under`. */
struct run_look run_look_over(struct run_look over, struct run_look under);
struct paragraph_look paragraph_look_over(struct paragraph_look over, struct paragraph_look under);
/* Word's on-off values: an element without w:val is on. */
bool docx_on(const struct xml_node *n);

/* ---- printed numbers */

struct numbering;
struct numbering *numbering_load(struct arena *a, const struct xml_node *root /* may be NULL */, struct styles *styles);
/* Counts the next paragraph of that list and level; gives its printed number or bullet, absent where nothing is printed. */
struct str numbering_next(struct arena *a, struct numbering *n, struct str id, uint32_t level);
/* The level that a list gives to a style of paragraphs; `otherwise` where it names none. */
uint32_t numbering_level(const struct numbering *n, struct str id, struct str style, uint32_t otherwise);

/* ---- the walk */

struct field {
    bool result;             /* behind its separator */
    bool page;               /* a page number */
    char word[12];           /* how its instruction begins */
    size_t n;
};

struct pending {
    const struct xml_node **v;
    size_t n, cap;
};

struct docx {
    struct arena *a;
    struct package *package;
    struct relations relations;
    struct tape *tape;
    enum rc rc;              /* of the parts read on the way */
    struct trouble *why;
    struct styles styles;
    struct numbering *numbering;
    const struct xml_node *footnotes, *endnotes; /* roots; NULL: none */
    struct {
        struct field *v;
        size_t n, cap;
        size_t silent;       /* of them, those that print nothing now */
    } fields;
    struct pending sections; /* w:sectPr in the order of the body */
    size_t section;          /* the one at hand */
    struct {
        struct str *v;
        size_t n, cap;
    } heads;                 /* texts of headers and footers printed so far */
    struct pending notes;    /* referred to since the last block */
    struct pending boxes;    /* text boxes of the paragraph at hand */
    struct drawing drawing;
    struct pending glue;     /* rules of VML that tie lines to shapes (o:r) */
    bool flow;               /* the document may have a drawn flow: texts in shapes are theirs */
    struct anchor anchor;    /* where a shape met now is tied */
    double table_left, text_width, margin; /* of the table at hand from the edge of the text; of the section's page; points */
    bool paged;              /* pages are known */
    uint32_t page;           /* of them, those that have ended so far */
    uint32_t paragraphs;     /* so far, outside tables */
    uint32_t tables;         /* we are inside so many */
    bool furniture;          /* in a header or footer: page numbers are no text */
    bool page_fresh;         /* a page has just ended, and nothing was printed since */
    size_t from;             /* where the text of the paragraph at hand begins */
    uint32_t pages_within;   /* pages that ended in the middle of it */
    bool joined;             /* the last paragraph's mark is deleted: the next one goes on with it */
};

/* Blocks inside a body, cell, text box, note, header … */
void docx_blocks(struct docx *d, const struct xml_node *parent);
void docx_table(struct docx *d, const struct xml_node *tbl);
/* What a paragraph prints. */
void docx_runs(struct docx *d, const struct xml_node *parent, struct run_look look, bool dotted);
/* A formula in a paragraph of its own. */
void docx_math(struct docx *d, const struct xml_node *n);
/* What a content control holds; NULL while it shows its placeholder. */
const struct xml_node *docx_control(const struct xml_node *sdt);
/* Behind a block of the body: what follows if a section ends there. */
void docx_section_ends(struct docx *d, const struct xml_node *block);
/* Of mc:AlternateContent: the one branch to read; NULL: none. */
const struct xml_node *docx_alternative(const struct xml_node *n);
/* A page ends here, at least in front of what is printed next: because the author wanted it, or because it was full. */
void docx_page(struct docx *d);
void docx_page_full(struct docx *d);
/* Drawn things: a w:drawing, a w:pict or w:object. */
void docx_drawing(struct docx *d, const struct xml_node *drawing);
void docx_pict(struct docx *d, const struct xml_node *pict);
/* The text of a box: that of its shape where there is a flow and it is short; else blocks behind the paragraph. */
void docx_box_text(struct docx *d, const struct xml_node *content, struct drawn *shape);
/* The page of a section (w:sectPr; NULL: none is told); where a table begins on it, `width` points wide. */
void docx_measure_page(struct docx *d, const struct xml_node *section);
void docx_measure_table(struct docx *d, const struct xml_node *tbl, double width);
/* How high a row is at least, by what it says of itself; points. */
double docx_least_row(const struct xml_node *tr);
/* A number in an attribute. */
double docx_number(struct str s, double otherwise);
/* The character that a font of symbols shows for a code; 0: unknown. */
uint32_t symbol_char(enum symbol_font font, uint32_t code);
enum symbol_font symbol_font(struct str name);

#endif
