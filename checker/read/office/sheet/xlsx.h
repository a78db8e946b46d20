/* xlsx.h: the inside of the reader of Excel workbooks (Office Open XML, ECMA-376). Private to xlsx*.c.
 *
 * xlsx.c        the workbook: its sheets, one by one
 * xlsx_sheet.c  the cells of a sheet
 * xlsx_style.c  what styles say; shared texts
 * xlsx_draw.c   drawings */
#ifndef PATUH_XLSX_H
#define PATUH_XLSX_H

#include "read/office/office.h"
#include "read/office/sheet/sheet_draw.h"

struct cell_style {
    struct str format;          /* the code of its number format */
    bool bold, framed;
};
struct shared_text {
    struct str text;
    bool bold;                  /* all of it */
};

struct workbook {
    struct arena *a;            /* goes when the workbook has been read */
    const struct read_words *words;
    struct arena *places;       /* the document's */
    struct package *p;
    const struct limits *limits;
    bool since_1904;
    struct {
        struct cell_style *v;
        size_t n, cap;
    } styles;
    struct {
        struct shared_text *v;
        size_t n, cap;
    } texts;
    uint64_t cells;             /* kept so far, of all sheets */
    uint64_t bytes;             /* of their texts */
};

enum rc workbook_styles(struct workbook *w, struct str part, struct trouble *why) MUST_USE;
enum rc workbook_texts(struct workbook *w, struct str part, struct trouble *why) MUST_USE;
/* A text as stored: "_x000D_" and the like are characters. */
struct str workbook_unescape(struct arena *a, struct str text);

/* Reads the cells of a part; *drawing gets the relationship id of its drawing, absent where there is none. */
enum rc workbook_sheet(struct workbook *w, struct str part, struct sheet *out, struct str *drawing, struct trouble *why) MUST_USE;
/* Reads the drawing of a sheet whose cells have been read. */
enum rc workbook_drawing(struct workbook *w, struct str part, const struct sheet *s, struct sheet_drawing *out, struct trouble *why) MUST_USE;

#endif
