/* embed.h: what the files of the build tool share. */
#ifndef PATUH_EMBED_H
#define PATUH_EMBED_H

#include "base/base.h"

/* Writes the bytes as a C string literal. */
void embed_string(const char *p, size_t n);

/* The text of rules/laws.tsv as C on standard output: 0, or 2 when a line is broken or out of order. */
int write_laws(struct str text);

#endif
