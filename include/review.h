/* review.h: the reviewer's checklist of one document: rules/reviu.yaml filled in from findings and outcomes. */
#ifndef PATUH_REVIEW_H
#define PATUH_REVIEW_H

#include "bundle.h"
#include "report.h"

/* Prints it as Markdown, or as JSON. false: the bundle has no checklist for that kind of document. */
bool report_review(FILE *out, const struct bundle *b, const struct document_report *d, enum lang lang, bool json, const char *version);

#endif
