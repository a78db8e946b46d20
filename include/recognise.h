/* recognise.h: layout to document, driven by the vocabulary in rules/vocabulary/. Knows no file formats and no rules. */
#ifndef PATUH_RECOGNISE_H
#define PATUH_RECOGNISE_H

#include "bundle.h"
#include "document.h"
#include "layout.h"

/* Labels and their variants, column headings, marks, office titles …: loaded once, then read-only and shared. */
struct vocabulary;
/* Loads rules/vocabulary/ of the bundle into the arena. Faults are added to the list; NULL only when there are any. */
const struct vocabulary *vocabulary_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

/* Makes a document of a layout: out->kind DOCUMENT_NONE when it is neither an SOP nor an LKjIP (then *claims tells whether it
 * looks like an attempt at one: an identity block or a step table). out->source is left to the caller. Of the layout the
 * document keeps texts and places only. */
void recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, struct document *out, bool *claims);

#endif
