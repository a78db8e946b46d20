/* recognise.h: layout to document, driven by the vocabulary in rules/vocabulary/. Knows no file formats and no rules. */
#ifndef PATUH_RECOGNISE_H
#define PATUH_RECOGNISE_H

#include "base/bundle.h"
#include "stage/document.h"
#include "stage/layout.h"

/* Labels and their variants, column headings, marks, office titles …: loaded once, then read-only and shared. */
struct vocabulary;
/* Loads rules/vocabulary/ of the bundle into the arena. Faults are added to the list; NULL only when there are any. */
const struct vocabulary *vocabulary_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

/* An SOP inside a layout that holds several: its blocks [from, to). */
struct sop_part {
    size_t from, to;
};
struct sop_parts {
    struct sop_part *v;         /* in their order, not overlapping; none where the layout holds one SOP */
    size_t n, cap;
    const struct sop *whole;    /* the layout read as one */
};

/* Makes a document of a layout: out->kind DOCUMENT_NONE when it is neither an SOP nor an LKjIP (then *claims tells whether it
 * looks like an attempt at one: an identity block or a step table). out->source is left to the caller. Where it is several SOPs, *parts
 * (if not NULL) says which blocks are whose, and out is all of them as one. Of the
 * layout a document keeps texts and places only. */
void recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, struct document *out, bool *claims, struct sop_parts *parts);
/* One of several SOPs. What a page prints over every SOP of a unit is taken from the whole where the reader kept its first appearance only. */
void recognise_part(struct arena *a, const struct vocabulary *v, const struct layout *layout, const struct sop_parts *parts, size_t index, struct document *out);

#endif
