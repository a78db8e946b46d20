/* drawing.h: what both pictures need: the name of a step, what was found in it, who performs it. */
#ifndef PATUH_DRAWING_H
#define PATUH_DRAWING_H

#include "stage/draw.h"

/* What was found in each step: parallel to sop.steps. */
struct defects {
    struct str rules;          /* "AL005, KG001"; absent: nothing */
    enum severity worst;
};
struct defects *draw_defects(struct arena *a, const struct sop *s, const struct findings *findings);

/* Columns of the picture: each executor once, however many tables name him. */
struct lanes {
    struct str *name;
    size_t n;
    size_t *of_step;           /* by step: the column of its symbol; NO_INDEX: not known */
};
struct lanes draw_lanes(struct arena *a, const struct sop *s);

/* The symbol of a step: MARK_NONE when it could not be read. */
enum mark draw_symbol(const struct sop *s, size_t step);
struct str draw_number(const struct sop *s, size_t step);
struct str draw_title(const struct sop *s, size_t step);
const char *draw_colour(enum severity s);

#endif
