/* read.h: bytes to layout, or, for definitions, straight to a document. One file per format in checker/read/.
 * A reader is chosen by content, never by file name. Readers know nothing of rules. */
#ifndef PATUH_READ_H
#define PATUH_READ_H

#include "stage/document.h"
#include "stage/layout.h"
#include "base/bundle.h"

/* Decode raw bytes: BOMs, UTF-16 with or without one, UTF-8, else Windows-1252. Binary data (NUL bytes in 8-bit text) and files
 * over LIMIT_bytes are refused with *why. s->path, s->raw and s->words are set by the caller; the path
 * must outlive s. */
enum rc source_decode(struct arena *a, struct source *s, const struct limits *limits, struct trouble *why) MUST_USE;

/* The words of documents that readers look for: numbers of pages, names of months … Loaded once from rules/vocabulary/, then read-only and
 * shared. The caller of a reader puts them into the source; without them nothing is known. */
const struct read_words *read_words_load(struct arena *a, const struct bundle *b, struct pack_faults *faults);

/* What a reader gave: a layout to recognise, or a finished document. */
struct reading {
    const char *reader;       /* name of the format, for the JSON */
    bool claimed;             /* the file says itself that it is ours (a `patuh:` key), whatever is wrong inside it */
    struct layout *layout;    /* or NULL */
    struct arena *pages;      /* what the layout is made of, its texts and places excepted: the caller's to free when it has been
                               * recognised; NULL without layout */
    struct document *document; /* or NULL */
    struct troubles errors;   /* faults that leave the rest readable */
};

/* Read one source, decoding it first (unless it has been) when no reader of raw bytes takes it. RC_OK: exactly one of layout and document is
 * set. Else *why tells; other files are not touched. */
enum rc read_source(struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why) MUST_USE;

/* One format. sniff looks at content only and is cheap; the first that says yes reads. Readers of raw bytes come first; the text
 * reader comes last and takes whatever is text. */
struct reader {
    const char *name;
    bool raw;                 /* sniffs and reads s->raw, which has not been decoded, and sets s->text itself */
    bool (*sniff)(const struct source *s);
    enum rc (*read)(struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why);
};
extern const struct reader reader_pdf, reader_office, reader_legacy, reader_yaml, reader_bpmn, reader_text;

/* A page (from 1) of a source of pages, drawn as it was understood: SVG. RC_UNSUPPORTED: it has no pages as geometry, or not so many. */
enum rc read_page_view(struct arena *a, struct source *s, const struct limits *limits, uint64_t page, struct buf *svg, struct trouble *why) MUST_USE;

/* Adds the JSON Schema of the definitions of that name: sop, lkjip, pk. false: there are no such. */
bool definition_schema(struct str name, struct buf *out);

/* A fragment of an SOP or LKjIP definition (a rule's example) as a document: like reader_yaml on a file with `patuh:` in it.
 * `kind` is DOCUMENT_SOP or DOCUMENT_LKJIP. Faults go to out->errors. */
void read_definition(struct arena *a, const struct yaml_node *map, enum document_kind kind, struct document *out);

#endif
