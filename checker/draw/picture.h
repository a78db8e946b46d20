/* picture.h: the drawing of the official form while it is made. Lengths in pixels, from the upper left corner. */
#ifndef PATUH_PICTURE_H
#define PATUH_PICTURE_H

#include "base/escape.h"
#include "draw/drawing.h"

enum { FONT = 11, SMALL = 9, LINE = 14, PAD = 6, SYMBOL_W = 64, SYMBOL_H = 30, LANE_MIN = 104, LANE_MAX = 170, TRACK = 9, NUMBER_W = 34, TEXT_W = 230, CELL_W = 118, TIME_W = 78 };

struct lines {
    struct str v[60];
    size_t n;
};
int letters_width(struct str s, int size, bool bold);
/* Breaks between words, and inside a word that is wider than `width` alone. */
struct lines letters_wrap(struct str s, int width, int size, bool bold);

struct picture {
    struct buf *b;
    struct arena *a;
    const struct sop *s;
    const struct findings *findings;
    const struct defects *defects;
    struct lanes lanes;
    enum lang lang;
    int lane_w;             /* of each executor */
    int lane_x, track_x, right_x, width; /* left edges of executors, of the tracks behind them, of mutu baku; all */
    int table;              /* upper edge of the table */
    int head, names;        /* heights of its headings, and of the names of executors in it */
    int *track;             /* by link: its track; -1: it goes straight down to the next row */
    int *way;               /* by link: which of the ways out of its step into tracks, from 0 */
    int *top, *height;      /* of each row */
    int bottom;             /* lower edge of the table's rows */
    int notes;              /* where the next line below the table begins */
};

void picture_text(struct picture *p, int x, int y, const char *anchor, const char *more, struct str s);
/* Lines from x, y downwards; gives where the next one would begin. */
int picture_lines(struct picture *p, int x, int y, int width, const char *more, int size, struct str s);

/* What the labels of lines need: the width of an executor's column for their longest words, and the height of the row of a step. */
int flow_lane_width(const struct picture *p);
int flow_row_height(const struct picture *p, size_t step);

/* Symbols, and lines between them; tracks are laid first. Gives how many tracks are needed. */
int flow_tracks(struct picture *p);
void flow_draw(struct picture *p);

/* Title and number above the table; gives its height. */
int notes_head(struct picture *p);
/* What the marks mean, and every finding in words, below the table. */
void notes_foot(struct picture *p);

#endif
