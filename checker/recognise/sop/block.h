/* block.h: entries of the identity block as they are filled, for sop_identity.c (running text) and sop_identity_table.c. */
#ifndef PATUH_BLOCK_H
#define PATUH_BLOCK_H

#include "recognise/sop/making.h"

/* LABEL_… of the entry. */
uint32_t entry_target(const struct entry *e);
bool entry_is_section(const struct entry *e);
/* Opens the entry of a label, and of further ones on the same line; gives the last. */
size_t entries_open(struct making *m, const struct line *line, struct label_hit hit, bool in_table);
/* Whether a further line can belong to the value; sections take whatever comes. */
bool entry_takes(const struct entry *e, const struct line *line);
void entry_add(struct making *m, size_t entry, const struct line *line);
/* A line that belongs to no label; beside: left of the labels in their table. */
void block_loose(struct making *m, const struct line *line, bool beside);
bool has_digit(struct str s);

#endif
