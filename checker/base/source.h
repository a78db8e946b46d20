/* source.h: the bytes of one file as decoded text, places in it, and the trouble a reader can have with it. */
#ifndef PATUH_SOURCE_H
#define PATUH_SOURCE_H

#include "base/base.h"
#include "base/words.h"

/* Half-open run of bytes in the *decoded* (UTF-8) text of a source. begin == end == 0 and absent are told apart by `set`. */
struct span {
    uint32_t begin, end;
    bool set;
};
#define SPAN(b, e) ((struct span){(uint32_t)(b), (uint32_t)(e), true})
#define SPAN_NONE ((struct span){0, 0, false})

/* A point on a page and a box on it: in points (1/72 inch) from the top left corner, y downwards, the page upright as a reader
 * holds it. x0 <= x1 and y0 <= y1. */
struct point {
    double x, y;
};
struct box {
    double x0, y0, x1, y1;
};

/* Where a thing stands beyond its bytes. 0 or absent: does not apply. Lives in the document's arena. */
struct where {
    uint32_t page;   /* from 1; counts repeated table headers or form feeds where the source has no pages of its own */
    uint32_t table;  /* from 1, in the order of the document */
    uint32_t row;    /* from 1 in that table, headers counted */
    uint32_t paragraph; /* from 1, tables left out, in a source without lines */
    struct str column; /* the column's name as printed */
    struct str sheet, cell; /* of a workbook: "Lembar1" and "F12" */
    struct str id;   /* of a BPMN element */
    struct extent {
        uint32_t line, column, end_line, end_column; /* from 1, the end exclusive; 0: not known */
    } lines;         /* of a place whose source is no longer at hand (sets) */
    const struct known_place {
        uint32_t column16, end_column16; /* as `lines`, in UTF-16 units */
        bool boxed;
        struct box box;  /* on its page, if boxed */
    } *known;        /* of such a place, what else its source knew; may be NULL */
};

struct place {
    struct span at;
    const struct where *where; /* may be NULL */
};

enum encoding { ENC_UTF8, ENC_UTF8_BOM, ENC_UTF16LE, ENC_UTF16BE, ENC_CP1252 };

/* Where a piece of a composed text stands on its page, as viewers show that: a word, or, begin == end, the cell that begins there. */
struct source_mark {
    uint32_t begin, end; /* in the text */
    uint32_t page;       /* from 1 */
    struct box box;
};
struct source_marks {
    struct source_mark *v; /* by `begin`, a cell before its first word */
    size_t n, cap;
};

/* Why an input could not be read: a message with up to two values, the place where it broke and, where the construct has
 * a beginning elsewhere, that place. Texts live in the arena that the failing function was given. */
struct trouble {
    enum word message;
    struct str arg[2];
    struct span at, began;
};

struct read_words;

/* One input. `text` is UTF-8, NUL-terminated, valid; line ends are as in the file. */
struct source {
    struct str path;         /* as named by the user; "-" for standard input */
    struct str raw;          /* the file's bytes, the caller's; only what decodes and reads them looks at them */
    struct str text;         /* lives in the arena; `raw` need not end in a NUL */
    const struct read_words *words; /* what readers look for (stage/read.h), the caller's; NULL: nothing */
    enum encoding encoding;
    bool marked;             /* UTF-16 with a byte order mark */
    struct {
        struct mend {
            uint32_t at;     /* in `text`: behind a U+FFFD that stands for bytes that are no UTF-8 */
            int64_t shift;   /* from there on: what to add to get the offset in the file's bytes */
        } *v;
        size_t n, cap;
    } mends;                 /* of a damaged UTF-8 text, in order */
    struct trouble damage;   /* bytes that are no text, read as U+FFFD: how many, and where the first of them stood; no message: none */
    bool composed;           /* `text` was made by the reader of a file that has no lines (Word, …), a paragraph or cell a line: its
                              * lines and columns are shown to nobody, and no edit of it is offered */
    struct source_marks marks; /* of a source of pages; empty else */
    uint32_t *lines;         /* byte offsets of line starts in text; built by the first source_locate */
    size_t line_count;
    struct {
        uint32_t offset, characters, wide; /* of the line it stands in; wide: beyond the first plane, two units of UTF-16 */
    } last;                  /* where source_locate was last: a line may be the whole file, and places come in their order */
};

/* Line and column, both from 1; columns count Unicode characters of the decoded line. */
struct position {
    uint32_t line, column;
};
/* Position of a byte offset of `text` (clipped to its end). Builds the line table in `a` on first use. Line ends: LF, CRLF, CR.
 * 0 and 0 in a composed source. */
struct position source_locate(struct arena *a, struct source *s, uint32_t offset);
/* The column of the same in UTF-16 units, from 1; 0 in a composed source. */
uint32_t source_column16(struct arena *a, struct source *s, uint32_t offset);
/* The whole line (without its end) that holds `offset`; *begin gets its offset. */
struct str source_line(struct arena *a, struct source *s, uint32_t offset, uint32_t *begin);
/* The page and the box of what a span covers, as far as it stands on one page; an empty span: of the cell that begins there. false: the
 * source does not tell. */
bool source_box(const struct source *s, struct span at, uint32_t *page, struct box *out);
/* The byte offset in the *file* of an offset in `text` (they differ for BOMs, UTF-16, Windows-1252). */
uint64_t source_file_offset(const struct source *s, uint32_t offset);

/* Appends a text as the file's encoding has it. false: a character of it has no place there. */
bool source_encode(const struct source *s, struct str text, struct buf *out) MUST_USE;

/* A list of troubles, in the order found. */
struct troubles {
    struct trouble *v;
    size_t n, cap;
};
struct trouble *trouble_add(struct arena *a, struct troubles *list, enum word message, struct span at);

#endif
