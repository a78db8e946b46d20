/* annotate.h: findings as the notes of a document's own format (comments of Word and OpenDocument, notes of Excel, highlights of PDF), in a copy.
 * Made by checker/annotate/ for who has the bytes of the file and its findings. Nothing of the original changes but for the notes: those
 * that are there stay, and every part that gets none is copied byte for byte. */
#ifndef PATUH_ANNOTATE_H
#define PATUH_ANNOTATE_H

#include "stage/finding.h"

/* What one note says, and where: the place of a finding. Lines of `text` are paragraphs. */
struct note {
    struct place place;
    enum severity severity;
    uint32_t page;       /* of a source of pages: where it stands, and its box if `boxed`; 0: not known */
    bool boxed;
    struct box box;
    struct str title, text;
};
struct notes {
    struct note *v;
    size_t n, cap;
};

/* The bytes of the copy go to *out (freed with buf_free whatever happens). RC_UNSUPPORTED and W_annotate_kind: files of this kind carry no
 * notes. Texts of *why live in `a`. */
enum rc annotate(struct arena *a, struct str raw, const struct limits *limits, const struct notes *notes, struct buf *out,
                 struct trouble *why) MUST_USE;

#endif
