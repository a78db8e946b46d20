/* ods.h: the inside of the reader of OpenDocument spreadsheets (ODF 1.2, part 1). Private to ods*.c.
 *
 * ods.c        the sheets and their cells
 * ods_style.c  what styles say; lengths
 * ods_draw.c   what is drawn over a sheet */
#ifndef PATUH_ODS_H
#define PATUH_ODS_H

#include "read/office/office.h"
#include "read/office/sheet/sheet_draw.h"

enum ods_look { LOOK_UNSAID, LOOK_NONE, LOOK_SOLID, LOOK_DASHED };
struct ods_style {
    struct str name, parent;
    bool bold, framed;
    bool hides;                 /* of a sheet */
    double size;                /* of a row or column; 0: not told */
    enum ods_look stroke, fill;
    bool head_from, head_to;    /* of lines */
};

struct ods {
    struct arena *a;            /* goes when the file has been read */
    const struct read_words *words;
    struct arena *places;       /* the document's */
    struct package *p;
    const struct limits *limits;
    struct {
        struct ods_style *v;    /* by name */
        size_t n, cap;
    } styles;
    uint64_t cells, bytes;      /* kept so far, of all sheets */
};

/* Takes in the styles below a root element; later, ods_styles_done sorts them. */
void ods_styles_take(struct ods *o, const struct xml_node *root);
void ods_styles_done(struct ods *o);
/* What the style and those it is based on say; all unsaid where there is none of that name. */
struct ods_style ods_style(const struct ods *o, struct str name);
/* "2.26cm" in points; 0 where it is none. */
double ods_length(struct str s);
/* Paragraphs of a cell or shape, a line each. */
struct str ods_text(struct ods *o, const struct xml_node *n);

/* Things of a sheet: of the node table:shapes, or of a cell whose top left corner is at `origin`. */
void ods_draw(struct ods *o, const struct xml_node *parent, struct point origin, struct sheet_drawing *out);
bool ods_draws(const struct xml_node *parent);

#endif
