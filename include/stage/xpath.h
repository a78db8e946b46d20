/* xpath.h: asking a view by XPath 1.0 expressions, within a budget of operations. */
#ifndef PATUH_XPATH_H
#define PATUH_XPATH_H

#include "stage/view.h"

/* Variables, the function ada() ("is it known?": of a set of nodes, whether there is any), and room for answers. Belongs to one thread. */
struct xpath;
/* names: those of the views that will be asked; NULL: for xpath_compile alone. */
struct xpath *xpath_new(struct view_names *names);
void xpath_free(struct xpath *x); /* NULL is fine */
/* Variables; kept until xpath_free. */
void xpath_set_text(struct xpath *x, const char *name, const char *value);
void xpath_set_number(struct xpath *x, const char *name, double value);

struct xpath_expression;
/* NULL: not well formed; *at is then how many bytes of it are, if that is told, else 0. Free with xpath_expression_free (NULL is fine). */
struct xpath_expression *xpath_compile(struct xpath *x, const char *text, size_t *at);
void xpath_expression_free(struct xpath_expression *e);

/* How many operations may be spent, and have been; who asks adds up over several questions. */
struct xpath_budget {
    unsigned long spent, most;
};
/* The truth of an expression at a node: 1, 0; -1: the budget is spent, or it cannot be evaluated. */
int xpath_truth(struct xpath *x, struct xpath_expression *e, const struct view_node *node, struct xpath_budget *b);

struct xpath_value;
/* Its value, to be freed with xpath_value_free (NULL is fine); NULL: as -1 of xpath_truth. */
struct xpath_value *xpath_ask(struct xpath *x, struct xpath_expression *e, const struct view_node *node, struct xpath_budget *b);
void xpath_value_free(struct xpath_value *v);
bool xpath_is_nodes(const struct xpath_value *v); /* it is a set of nodes */
size_t xpath_count(const struct xpath_value *v);  /* its nodes; 0: none, or it is no set */
void xpath_sort(struct xpath_value *v);           /* into the order of the document */
const struct view_node *xpath_node(const struct xpath_value *v, size_t i);
/* Appends what string() gives. */
void xpath_print(const struct xpath_value *v, struct buf *out);

/* A text as number() has it; NaN: it is none. */
double xpath_number(const char *text);

#endif
