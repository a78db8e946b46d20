/* template.h: SOPs of other templates; shared by template*.c. */
#ifndef PATUH_TEMPLATE_H
#define PATUH_TEMPLATE_H

#include "recognise/sop/making.h"

enum { HEAD_LINES = 40 }; /* of the text: where its title stands */

/* ---- template_lines.c ---- */
/* Lines of the whole text in their order, those of cells included. */
void template_lines(struct making *m, struct lines *out);
/* Without the number before it. */
struct piece template_body(const struct line *l);
/* "3. Kebijakan", "D. Dasar Hukum", "TUJUAN": a chapter's heading alone in its line or cell, or numbered with its text behind it. *end is
 * where that text begins. NULL: none. */
const struct listed *template_chapter(const struct making *m, const struct line *l, size_t *end);
/* Lines from the heading of the first chapter of that kind with something behind it to the next chapter. */
void template_content(const struct making *m, const struct lines *lines, enum template_part part, struct piece *head, struct lines *out);
/* A table of steps, not a chart that stands for one. */
bool template_has_table(const struct making *m);

/* ---- template_content.c: what such an SOP says, filled in where 35/2012's labels did not say it ---- */
void template_bases(struct making *m, const struct lines *lines);
void template_date(struct making *m, const struct lines *lines);
void template_issued(struct making *m);
void template_name(struct making *m, const struct lines *lines);
void template_decided(struct making *m, const struct lines *lines);
/* The labels of 35/2012's block that stand nowhere. */
struct str template_lacking(const struct making *m);
/* The last printed lines of the text from the place and date over the last office on. */
void template_last_lines(struct making *m, const struct lines *lines, struct lines *out);

#endif
