/* draw.h: the flow of an SOP as a picture: the official form (rows are steps, columns are executors, the five symbols) as SVG, and the bare
 * graph in the DOT language. Steps with findings are coloured and carry the ids of their rules. Made by checker/draw/ from a document
 * that has been analysed; knows nothing of how findings were made. */
#ifndef PATUH_DRAW_H
#define PATUH_DRAW_H

#include "stage/document.h"
#include "stage/finding.h"

/* Appends the picture to `out`. The document is an SOP; a document without steps gives a picture that says so. */
void draw_svg(struct buf *out, struct arena *a, const struct document *d, const struct findings *findings, enum lang lang);
void draw_dot(struct buf *out, struct arena *a, const struct document *d, const struct findings *findings, enum lang lang);

#endif
