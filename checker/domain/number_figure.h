/* number_figure.h: the digits and marks of one figure; between number.c and number_figure.c. */
#ifndef PATUH_NUMBER_FIGURE_H
#define PATUH_NUMBER_FIGURE_H

#include "domain/number.h"

/* Bytes of the figure that s begins with: digits with single marks between them; 0: none. */
size_t figure_length(struct str s);

/* How the marks of a figure stand. */
struct figure_shape {
    size_t dots, commas, last_dot, last_comma; /* places of the last ones */
    bool thousands_ok[2]; /* groups of three behind every dot, every comma */
};
struct figure_shape figure_shape(struct str figure);
/* Marks that group no threes, or a decimal mark that comes twice: no way of writing a number. */
bool figure_misgrouped(struct figure_shape s);
/* The decimal mark that the figure alone tells. */
enum marks figure_vote(struct str figure);
/* Its value with `decimal` as its mark (0: none); *decimals gets how many digits stand behind it. false: more than can be reckoned with. */
bool figure_value(struct str figure, char decimal, struct ratio *out, int *decimals);

#endif
