/* odt.h: the inside of the reader of OpenDocument texts (ISO/IEC 26300, ODF 1.3). Private to odt*.c.
 *
 * odt.c        opens the parts, goes through the body and the headers and footers of its pages
 * odt_block.c  paragraphs, headings, lists with their printed numbers, sections, notes
 * odt_run.c    what stands inside a paragraph
 * odt_table.c  tables
 * odt_style.c  what styles say
 * odt_draw.c   drawn things
 * Everything lives in the arena `a`, which goes when the document has been read. */
#ifndef PATUH_ODT_H
#define PATUH_ODT_H

#include "read/lookup.h"
#include "read/office/drawn.h"
#include "read/office/office.h"

enum told { UNTOLD, TOLD_NO, TOLD_YES };

/* A style with what its parents say. */
struct odt_style {
    const struct xml_node *node;
    enum { ODT_RAW, ODT_OPEN, ODT_READY } state; /* OPEN: being looked up, to see circles */
    enum told bold, capitals, hidden, dotted;
    uint32_t outline;            /* level of a heading, from 1; 0: none */
    bool page_before, page_after;
    struct str master;           /* the page that begins with it */
    double width, height;        /* of a column, of a row at least; points; 0: not told */
    bool no_line, no_fill, dashed, arrow[2], from_page; /* of drawn things; from_page: placed from the page */
};
struct odt_styles {
    struct odt_style *v;
    size_t n, cap;
    struct lookup by_name;       /* "family/name" */
};
void odt_styles_load(struct arena *a, const struct xml_node *content, const struct xml_node *styles, struct odt_styles *out);
/* NULL: there is none. */
const struct odt_style *odt_style(struct arena *a, struct odt_styles *s, const char *family, struct str name);
/* A length in points. */
double odt_length(struct str s, double otherwise);

enum { ODT_LEVELS = 10 };
/* A list that counts: a list element and those that go on with it. */
struct odt_count {
    struct str id, style;
    uint32_t count[ODT_LEVELS];
    bool used[ODT_LEVELS];
};
struct odt_list {
    struct odt_count *count;
    const struct xml_node *style;   /* text:list-style; NULL: none */
    uint32_t level;                 /* from 0 */
    bool fresh;                     /* the item has not had its paragraph yet */
    uint32_t start;                 /* the item begins with this number; 0: it goes on */
    bool silent;                    /* text:list-header */
};

struct odt_run {
    bool bold, capitals, dotted;
};
struct odt_nodes {
    const struct xml_node **v;
    size_t n, cap;
};

struct odt {
    struct arena *a;
    struct package *package;
    struct tape *tape;
    enum rc rc;
    struct trouble *why;
    struct odt_styles styles;
    const struct xml_node *masters, *outline; /* office:master-styles, text:outline-style */
    struct odt_nodes list_styles;
    struct {
        struct odt_count **v;
        size_t n, cap;
    } counts;
    struct odt_count chapters;
    struct odt_list *list;       /* the innermost that is open; NULL: none */
    struct odt_nodes notes, boxes;
    struct {
        struct str *v;
        size_t n, cap;
    } heads;                     /* texts of headers and footers printed so far */
    struct drawing drawing;
    struct anchor anchor;
    bool flow, paged, furniture, page_fresh;
    uint32_t page, pages_within, paragraphs, tables;
};

void odt_blocks(struct odt *d, const struct xml_node *parent);
void odt_table(struct odt *d, const struct xml_node *table);
void odt_runs(struct odt *d, const struct xml_node *parent, struct odt_run look);
/* A page ends because the author wanted it, or because it was full. */
void odt_page(struct odt *d);
void odt_page_full(struct odt *d);
/* The headers and footers of the page of that name. */
void odt_heads(struct odt *d, struct str master, bool footers);
/* A drawn thing; false: it is none. */
bool odt_drawn(struct odt *d, const struct xml_node *n);

#endif
