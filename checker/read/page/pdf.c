/* PDF: patuh-pdf looks at the file, shut in; what it says of the pages is checked and understood here. */
#include "base/os.h"
#include "base/program.h"
#include "read/page/pages.h"
#include "read/page/pdf.h"
#include "read/page/pipe.h"

enum { HEAD = 1024 };    /* bytes in which the header of a PDF stands, by the practice of viewers */

bool pdf_sniff(struct str raw) { return str_find(str_slice(raw, 0, HEAD), STR("%PDF-"), 0) != SIZE_MAX; }

static bool sniff(const struct source *s) { return pdf_sniff(s->raw); }

static enum rc refuse(struct trouble *why, enum rc rc, enum word message)
{
    *why = (struct trouble){.message = message};
    return rc;
}

static enum rc failed(struct trouble *why, enum pipe_failure f)
{
    switch (f) {
    case PIPE_ENCRYPTED: return refuse(why, RC_UNSUPPORTED, W_pdf_encrypted);
    case PIPE_MEMORY: return refuse(why, RC_LIMIT, W_pdf_memory);
    case PIPE_TOO_MUCH: return refuse(why, RC_LIMIT, W_pdf_output);
    default: return refuse(why, RC_SYNTAX, W_pdf_broken);
    }
}

enum rc pdf_run(struct arena *a, const char *mode, struct str input, const struct limits *limits, struct buf *out, struct trouble *why)
{
    const char *argv[6] = {0};
    struct str program = program_own(a, "patuh-pdf");
    if (!program.p) return refuse(why, RC_UNSUPPORTED, W_pdf_missing);
    const enum limit ceilings[] = {LIMIT_pdf_seconds, LIMIT_pdf_memory, LIMIT_pdf_output};
    argv[0] = program.p;
    argv[1] = mode;
    for (size_t i = 0; i < COUNT(ceilings); i++) argv[i + 2] = arena_printf(a, "%llu", (unsigned long long)limits->v[ceilings[i]]).p;
    switch (os_helper(argv, input, limits->v[LIMIT_pdf_output] + 64, out)) {
    case OS_ENDED: return RC_OK;
    case OS_TIMED_OUT: why->arg[0] = str_of(argv[2]); why->message = W_pdf_time; return RC_LIMIT;
    case OS_OVERFLOWED: return failed(why, PIPE_TOO_MUCH);
    case OS_UNSTARTED: return refuse(why, RC_UNSUPPORTED, W_pdf_missing);
    case OS_FAILED: break;
    }
    return failed(why, PIPE_BROKEN);
}

static enum rc read_viewed(struct arena *a, struct source *s, const struct limits *limits, const struct page_view *view, struct reading *out,
                           struct trouble *why)
{
    struct buf said = BUF_INIT;
    struct arena *geometry = arena_new();
    struct pages pages = {0};
    enum pipe_failure failure = PIPE_FINE;
    s->text = STR("");
    s->composed = true;
    enum rc rc = pdf_run(a, "pages", s->raw, limits, &said, why);
    if (rc == RC_OK && !pipe_read(geometry, buf_view(&said), &pages, &failure)) rc = refuse(why, RC_SYNTAX, W_pdf_garbled);
    buf_free(&said);
    if (rc == RC_OK && failure != PIPE_FINE) rc = failed(why, failure);
    if (rc == RC_OK) rc = pages_layout(a, &pages, s, limits, view, out, why);
    arena_free(geometry);
    out->claimed = rc != RC_OK; /* it may be ours: in a folder it is not passed over */
    return rc;
}

static enum rc read_pdf(struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why)
{
    return read_viewed(a, s, limits, NULL, out, why);
}

enum rc read_page_view(struct arena *a, struct source *s, const struct limits *limits, uint64_t page, struct buf *svg, struct trouble *why)
{
    struct reading reading = {0};
    struct page_view view = {page, svg};
    if (!sniff(s)) return refuse(why, RC_UNSUPPORTED, W_page_no_pages);
    enum rc rc = read_viewed(a, s, limits, &view, &reading, why);
    if (reading.pages) arena_free(reading.pages);
    if (rc == RC_OK && !svg->n) return refuse(why, RC_UNSUPPORTED, W_page_beyond);
    return rc;
}

const struct reader reader_pdf = {"pdf", true, sniff, read_pdf};
