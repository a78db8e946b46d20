/* set.h: what is kept of each SOP of a run, for rules on all of them together (`scope: set`). A row is small, so that memory hardly grows
 * with the number of files; its places are lines, for its source is gone. */
#ifndef PATUH_SET_H
#define PATUH_SET_H

#include "analyse.h"
#include "view.h"

struct set_row {            /* himpunan/sop */
    struct item head;       /* facts: berkas, nomor, nama, instansi, unit; place: the number, else the name */
    struct item name;       /* judul: the name at its place */
    struct items related;   /* terkait */
};
struct document_set {
    struct set_row *v;      /* in the order of the files */
    size_t n, cap;
};

/* Adds what comparing the rows shows: numbers and titles that an earlier row has, related SOPs that no row has. */
void analyse_set(struct arena *a, struct analyst *x, struct document_set *set);

/* <himpunan> as a tree in the arena. */
xmlDoc *view_set(struct arena *a, const struct document_set *set, xmlDict *dict);

#endif
