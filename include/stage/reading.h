/* reading.h: a reading carries its proof. Every region of a document that the recogniser reads (identity block, list section, head
 * and rows of a step table, table of a report, sentence tied to a row) is recorded with what speaks for its reading and against it.
 *
 * A region is proved when something speaks for it and nothing against. One that is not makes nobody guilty: the recogniser sets
 * `doubt` of the region's element (item.h), and the engine then settles every rule at it and below it as tidak-dapat-diperiksa, with
 * the reason, the page and the table. The record is what `patuh dump --bacaan` prints. All of it lives in the document's arena. */
#ifndef PATUH_READING_H
#define PATUH_READING_H

#include "stage/item.h"

enum region_kind {
    REGION_IDENTITY,     /* labels of an SOP's block with their values */
    REGION_SECTION,      /* a list section */
    REGION_HEAD,         /* the head of a step table */
    REGION_ROWS,         /* its rows */
    REGION_TABLE,        /* a table of a report, or one without a role */
    REGION_CLAIM,        /* a sentence that states a figure of a table */
    REGION_DRAWING,      /* a drawn flow */
    REGION_TEXT          /* running text */
};

struct read_evidence {
    bool against;
    enum word word;      /* for: W_evidence_…, with the arguments below; against: a reason, W_reason_… */
    struct str arg[2];
};

struct read_region {
    enum region_kind kind;
    struct str role;     /* what it was understood as, in words of the view ("dasar-hukum", "pengukuran"); absent: nothing */
    struct str title;    /* its heading or caption; absent: none */
    struct place place;  /* its beginning */
    uint32_t page, table; /* from 1; 0: does not apply */
    struct {
        struct read_evidence *v;
        size_t n, cap;
    } evidence;          /* in the order found; the first against is the reason that is told */
};
struct read_regions {
    struct read_region *v;
    size_t n, cap;
};

/* Pages that have not been read as they are printed; each is a region without a role, too. */
struct unread_page {
    uint32_t page;
    enum word reason;    /* W_reason_page_picture, W_reason_page_ocr, W_reason_page_part, W_reason_page_damaged, W_reason_page_unmapped */
};
struct unread_pages {
    struct unread_page *v;
    size_t n, cap;
};
/* "1, 2, 3": those that are pictures, or those of which not all could be read for another reason; "" when there are none. */
struct str pages_listed(struct arena *a, const struct unread_pages *pages, bool pictured);

/* Appends a region; page and table are those of the place where it tells them. Good until the next is added. */
struct read_region *region_add(struct arena *a, struct read_regions *list, enum region_kind kind, struct str role, struct place place);
/* Arguments may be absent; they live as long as the document. */
void evidence_for(struct arena *a, struct read_region *r, enum word word, struct str arg0, struct str arg1);
void evidence_against(struct arena *a, struct read_region *r, enum word reason);
/* Why the region has not proved itself; WORD_NONE when it has. */
enum word region_doubt(const struct read_region *r);

#endif
