/* HTML of any quality, from whole documents to stray fragments: libxml2 takes it apart, the builder is told of what is printed. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "read/decode.h"
#include "read/html/html.h"
#include "read/html/html_copy.h"

/* libxml2 looks through all open elements for each end tag without a beginning: so many looks in one document. */
#define MOST_LOOKS 50000000u

enum tag {
    TAG_OTHER, TAG_INLINE, TAG_BLOCK, TAG_HEADING, TAG_BR, TAG_BOLD, TAG_UL, TAG_OL, TAG_LI,
    TAG_TABLE, TAG_THEAD, TAG_ROW, TAG_CELL, TAG_HEAD_CELL, TAG_CAPTION, TAG_RAW, TAG_PAGE_BREAK
};

struct element {
    enum tag tag;
    const xmlChar *name;
    const xmlChar **attributes; /* names and values in turn, NULL behind the last; may be NULL */
    size_t end;                 /* behind the tag */
};

struct html {
    struct build *b;
    struct str text;
    char *copy;          /* of the text, with the same offsets, as libxml2 may see it (html_copy.h) */
    htmlParserCtxt *ctxt;
    size_t looks, names; /* see MOST_LOOKS */
    const struct tag_name *tags[64]; /* looked up before */

    /* of one run */
    size_t last;         /* behind what is taken */
    size_t from;         /* [from, last): text that waits for more of it */
    const char *hidden;  /* the name of the element that is left out */
    bool one, in_table;  /* stop when no hidden element is open and `in_table` is so again */
    bool stopped;
    html_text *print;    /* takes the text of a fragment; NULL: whole HTML */
    void *state;
};

static const struct tag_name {
    const char *name;
    enum tag tag;
} tags[] = {
    {"a", TAG_INLINE}, {"abbr", TAG_INLINE}, {"address", TAG_BLOCK}, {"article", TAG_BLOCK}, {"aside", TAG_BLOCK}, {"b", TAG_BOLD},
    {"big", TAG_INLINE}, {"blockquote", TAG_BLOCK}, {"body", TAG_BLOCK}, {"br", TAG_BR}, {"caption", TAG_CAPTION},
    {"center", TAG_BLOCK}, {"code", TAG_INLINE}, {"col", TAG_INLINE}, {"colgroup", TAG_INLINE}, {"dd", TAG_BLOCK}, {"del", TAG_INLINE},
    {"dir", TAG_UL}, {"div", TAG_BLOCK}, {"dl", TAG_BLOCK}, {"dt", TAG_BLOCK}, {"em", TAG_INLINE}, {"figcaption", TAG_BLOCK},
    {"figure", TAG_BLOCK}, {"font", TAG_INLINE}, {"footer", TAG_BLOCK}, {"form", TAG_BLOCK}, {"h1", TAG_HEADING},
    {"h2", TAG_HEADING}, {"h3", TAG_HEADING}, {"h4", TAG_HEADING}, {"h5", TAG_HEADING}, {"h6", TAG_HEADING}, {"head", TAG_BLOCK},
    {"header", TAG_BLOCK}, {"hr", TAG_BLOCK}, {"html", TAG_BLOCK}, {"i", TAG_INLINE}, {"img", TAG_INLINE}, {"input", TAG_INLINE},
    {"ins", TAG_INLINE}, {"label", TAG_INLINE}, {"li", TAG_LI}, {"link", TAG_INLINE}, {"main", TAG_BLOCK}, {"mark", TAG_INLINE},
    {"menu", TAG_UL}, {"meta", TAG_INLINE}, {"nav", TAG_BLOCK}, {"noscript", TAG_RAW}, {"ol", TAG_OL}, {"p", TAG_BLOCK},
    {"page-break", TAG_PAGE_BREAK}, {"pagebreak", TAG_PAGE_BREAK}, {"pre", TAG_BLOCK}, {"s", TAG_INLINE}, {"script", TAG_RAW},
    {"section", TAG_BLOCK}, {"small", TAG_INLINE}, {"span", TAG_INLINE}, {"strike", TAG_INLINE}, {"strong", TAG_BOLD},
    {"style", TAG_RAW}, {"sub", TAG_INLINE}, {"sup", TAG_INLINE}, {"table", TAG_TABLE}, {"tbody", TAG_INLINE}, {"td", TAG_CELL},
    {"template", TAG_RAW}, {"tfoot", TAG_INLINE}, {"th", TAG_HEAD_CELL}, {"thead", TAG_THEAD}, {"title", TAG_RAW}, {"tr", TAG_ROW},
    {"tt", TAG_INLINE}, {"u", TAG_INLINE}, {"ul", TAG_UL}, {"wbr", TAG_INLINE},
};

static const struct tag_name *look_up(const xmlChar *name)
{
    size_t lo = 0, hi = COUNT(tags);
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int c = strcmp((const char *)name, tags[mid].name);
        if (c == 0) return &tags[mid];
        if (c < 0) hi = mid;
        else lo = mid + 1;
    }
    return NULL;
}

/* A document is made of a few tags, over and over. */
static enum tag tag_of(struct html *h, const xmlChar *name)
{
    const struct tag_name **last = &h->tags[(name[0] * 3u + name[1]) % COUNT(h->tags)];
    if (!*last || strcmp((*last)->name, (const char *)name) != 0) {
        const struct tag_name *t = look_up(name);
        if (!t) return TAG_OTHER;
        *last = t;
    }
    return (*last)->tag;
}

/* ---- what tags do ------------------------------------------------------------------------------------------------ */

/* The number of an attribute, at most `most`; 1 when it is absent or no number. */
static uint32_t attribute(const struct element *t, const char *name, uint32_t most)
{
    for (const xmlChar **a = t->attributes; a && *a; a += 2) {
        if (strcmp((const char *)a[0], name) != 0) continue;
        const char *p = a[1] ? (const char *)a[1] : "";
        while (*p == ' ' || (*p >= '\t' && *p <= '\r')) p++;
        if (*p < '0' || *p > '9') return 1;
        uint32_t v = 0;
        for (; *p >= '0' && *p <= '9'; p++) v = v > most ? v : v * 10 + (uint32_t)(*p - '0');
        return v > most ? most : v;
    }
    return 1;
}

static void open_cell(struct build *b, const struct element *t)
{
    if (!build_in_table(b)) {
        build_end(b);
        return;
    }
    uint32_t cols = attribute(t, "colspan", 1000);
    build_cell(b, attribute(t, "rowspan", 65534), cols ? cols : 1, t->tag == TAG_HEAD_CELL, t->end);
}

static void apply_open(struct build *b, const struct element *t)
{
    switch (t->tag) {
    case TAG_BLOCK: build_end(b); break;
    case TAG_HEADING:
        build_end(b);
        if (!build_in_list(b)) build_heading(b, (uint32_t)(t->name[1] - '0'));
        break;
    case TAG_BR: build_break(b); break;
    case TAG_BOLD: build_bold(b, true); break;
    case TAG_UL:
    case TAG_OL: build_list_open(b, t->tag == TAG_OL); break;
    case TAG_LI: build_item(b); break;
    case TAG_TABLE: build_table_open(b); break;
    case TAG_ROW:
        if (build_in_table(b)) build_row(b);
        else build_end(b);
        break;
    case TAG_CELL:
    case TAG_HEAD_CELL: open_cell(b, t); break;
    case TAG_CAPTION:
        if (build_in_table(b)) build_cell_end(b);
        build_end(b);
        break;
    case TAG_PAGE_BREAK:
        if (!build_in_table(b)) build_page(b);
        break;
    case TAG_THEAD:
    case TAG_RAW:
    case TAG_INLINE:
    case TAG_OTHER: break;
    }
}

static void apply_close(struct build *b, const struct element *t)
{
    switch (t->tag) {
    case TAG_BLOCK:
    case TAG_CAPTION:
    case TAG_HEADING: build_end(b); break;
    case TAG_BR: build_break(b); break;
    case TAG_BOLD: build_bold(b, false); break;
    case TAG_UL:
    case TAG_OL: build_list_close(b); break;
    case TAG_LI: build_item_end(b); break;
    case TAG_TABLE: build_table_close(b); break;
    case TAG_THEAD:
        if (build_in_table(b)) build_rows_are_header(b);
        break;
    case TAG_ROW:
    case TAG_CELL:
    case TAG_HEAD_CELL:
        if (build_in_table(b)) build_cell_end(b);
        else build_end(b);
        break;
    case TAG_PAGE_BREAK:
    case TAG_RAW:
    case TAG_INLINE:
    case TAG_OTHER: break;
    }
}

/* ---- places ------------------------------------------------------------------------------------------------------ */

static size_t offset_now(const struct html *h) { return (size_t)((const char *)h->ctxt->input->cur - h->copy); }

static void flush(struct html *h)
{
    if (h->last > h->from && h->print) h->print(h->state, h->from, h->last);
    else if (h->last > h->from) build_text(h->b, h->from, h->last);
    h->from = h->last;
}

/* Goes on at `at`. libxml2 says nothing of some blanks, and of the end tags of a second <html> or <body>. */
static void move_to(struct html *h, size_t at)
{
    if (at == h->last) return;
    flush(h);
    if (h->copy[h->last] == '<') build_end(h->b);
    else build_blank(h->b);
    h->last = h->from = at;
}

static void take(struct html *h, size_t from, size_t to)
{
    move_to(h, from);
    h->last = to;
}

static void stop(struct html *h, size_t at)
{
    flush(h);
    h->last = h->from = at;
    h->stopped = true;
    xmlStopParser(h->ctxt);
}

/* Whether the tag of that name stands in the source around or just before `at`, and is not one that libxml2 implies. */
static bool is_printed(const struct html *h, const xmlChar *name, bool close, size_t at, size_t *begin)
{
    size_t i = at;
    while (i > h->last && h->copy[i - 1] != '<') i--;
    if (i <= h->last) return false;
    *begin = i - 1;
    if (close != (h->copy[i] == '/')) return false;
    i += close;
    for (size_t k = 0; name[k]; k++) {
        char c = h->copy[i + k];
        if ((xmlChar)(c >= 'A' && c <= 'Z' ? c + 32 : c) != name[k]) return false;
    }
    return true;
}

/* ---- what libxml2 finds ------------------------------------------------------------------------------------------ */

/* A tag of no meaning here, printed as it stands in a fragment; a part of a table inside a cell of another kind of table. */
static bool fragment_tag(struct html *h, const struct element *t, size_t begin)
{
    if (!h->print) return false;
    if (t->tag == TAG_OTHER) {
        take(h, begin, t->end);
        return true;
    }
    if (!build_in_table(h->b) || t->tag < TAG_TABLE || t->tag > TAG_HEAD_CELL) return false;
    move_to(h, t->end);
    build_end(h->b);
    return true;
}

static void on_start(void *state, const xmlChar *name, const xmlChar **attributes)
{
    struct html *h = state;
    size_t begin, at = offset_now(h);
    if (h->stopped || !is_printed(h, name, false, at, &begin)) return;
    const char *end = strchr(h->copy + at, '>');
    if (!end) return; /* cut off by the end of its line: text */
    struct element t = {tag_of(h, name), name, attributes, (size_t)(end - h->copy) + 1};
    if (h->hidden) {
        h->last = h->from = t.end;
        return;
    }
    if (fragment_tag(h, &t, begin)) return;
    if (h->print && (t.tag == TAG_TABLE || t.tag == TAG_RAW)) { /* goes on over lines */
        move_to(h, begin);
        stop(h, begin);
        return;
    }
    move_to(h, begin);
    flush(h);
    h->last = h->from = t.end;
    for (size_t i = 0; t.tag == TAG_RAW && i < COUNT(tags); i++)
        if (strcmp(tags[i].name, (const char *)name) == 0) h->hidden = tags[i].name;
    apply_open(h->b, &t);
    if (build_failed(h->b)) stop(h, h->last);
}

static void end_tag(struct html *h, const xmlChar *name)
{
    size_t begin, at = offset_now(h);
    if (h->stopped) return;
    bool shown = !h->hidden;
    if (h->hidden && strcmp(h->hidden, (const char *)name) == 0) h->hidden = NULL;
    if (at > h->last && h->copy[at - 1] == '>' && is_printed(h, name, true, at, &begin)) {
        struct element t = {tag_of(h, name), name, NULL, at};
        if (!shown) h->last = h->from = at;
        else if (!fragment_tag(h, &t, begin)) {
            move_to(h, begin);
            flush(h);
            h->last = h->from = at;
            apply_close(h->b, &t);
        }
    }
    if (build_failed(h->b) || (h->one && !h->hidden && build_in_table(h->b) == h->in_table)) stop(h, h->last);
}

static void on_end(void *state, const xmlChar *name) { end_tag(state, name); }

/* A character of [last, to) that is written as a reference. */
static void reference(struct html *h, const char *utf8, size_t n, size_t to)
{
    char out[4];
    const unsigned char *p = (const unsigned char *)utf8;
    uint32_t c = n == 2 && p[0] == 0xC2 && p[1] < 0xA0 ? cp1252_char(p[1]) : 0; /* what browsers make of them */
    if (c) n = utf8_put(out, c);
    flush(h);
    build_bytes(h->b, (struct str){c ? out : utf8, n}, h->last, to);
    h->last = h->from = to;
}

/* A second <html> or <body>, a reference to no character, an end tag of nothing that is open: told as errors only. */
static void on_error(void *state, xmlErrorPtr e)
{
    struct html *h = state;
    size_t at = offset_now(h);
    if (h->stopped) return;
    if (e->code == XML_HTML_STRUCURE_ERROR && e->str1) on_start(h, (const xmlChar *)e->str1, NULL);
    if (e->code == XML_ERR_INVALID_CHAR && at > h->last && h->copy[h->last] == '&' && !h->hidden) reference(h, "\uFFFD", 3, at);
    if (e->code != XML_ERR_TAG_NAME_MISMATCH || !e->str1) return;
    size_t open = (size_t)h->ctxt->nameNr;
    if (!e->str2 || open >= h->names) h->looks += open;
    h->names = open;
    if (h->looks > MOST_LOOKS) {
        build_fail_limit(h->b, LIMIT_depth, W_read_depth, at);
        stop(h, h->last);
        return;
    }
    end_tag(h, (const xmlChar *)e->str1);
}

static void on_text(void *state, const xmlChar *bytes, int length)
{
    struct html *h = state;
    size_t n = (size_t)length, at = offset_now(h);
    if (h->stopped || h->hidden || n == 0) return;
    const char *copy = h->copy;
    size_t blanks = strspn(copy + h->last, " \t\r\n");
    if (blanks && bytes[0] > ' ') move_to(h, h->last + blanks);
    if (copy[h->last] == '&' && at > h->last + 1 && memchr(copy + h->last, ';', at - h->last) == copy + at - 1)
        reference(h, (const char *)bytes, n, at);
    else if (strncmp(copy + h->last, (const char *)bytes, n) == 0) take(h, h->last, h->last + n);
    else if (at >= h->last + n && memcmp(copy + at - n, bytes, n) == 0) take(h, at - n, at);
    else if (at > h->last) reference(h, (const char *)bytes, n, at);
}

static void on_comment(void *state, const xmlChar *inside)
{
    struct html *h = state;
    size_t at = offset_now(h), n = strlen((const char *)inside);
    if (h->stopped || h->hidden || at < h->last + n + 7) return;
    move_to(h, at - n - 7);
    flush(h);
    h->last = h->from = at;
    struct str s = str_slice(h->text, at - 3 - n, at - 3);
    bool page = n < 40 && str_ifind(s, STR("page"), 0) != SIZE_MAX && str_ifind(s, STR("break"), 0) != SIZE_MAX;
    if (page) apply_open(h->b, &(struct element){.tag = TAG_PAGE_BREAK});
}

/* ---- runs -------------------------------------------------------------------------------------------------------- */

struct html *html_new(struct build *b, struct str text, bool escapes)
{
    struct html *h = base_alloc(sizeof *h);
    *h = (struct html){.b = b, .text = text, .copy = html_copy(text, escapes), .ctxt = htmlNewParserCtxt()};
    if (!h->ctxt) base_out_of_memory();
    *h->ctxt->sax = (htmlSAXHandler){
        .startElement = on_start, .endElement = on_end, .characters = on_text, .ignorableWhitespace = on_text, .comment = on_comment,
        .serror = on_error, .initialized = XML_SAX2_MAGIC};
    h->ctxt->userData = h;
    return h;
}

void html_free(struct html *h)
{
    if (!h) return;
    htmlFreeParserCtxt(h->ctxt);
    free(h->copy);
    free(h);
}

/* What is left when libxml2 has seen all up to `to`: a tag or comment that the end of the line cut off. */
static void run_out(struct html *h, size_t to)
{
    size_t n = to - h->last;
    if (n && h->copy[h->last] == '<' && !memchr(h->copy + h->last, '>', n)) {
        const char *end = n > 3 && h->copy[h->last + 1] == '!' ? strstr(h->copy + h->last, "-->") : NULL;
        if (end) {
            flush(h);
            h->last = h->from = (size_t)(end - h->copy) + 3;
            return;
        }
        take(h, h->last, to);
    }
    flush(h);
    h->last = to;
}

static size_t run(struct html *h, size_t from, size_t to)
{
    char end = h->copy[to];
    h->copy[to] = '\0';
    h->last = h->from = from;
    h->hidden = NULL;
    h->stopped = false;
    htmlCtxtReset(h->ctxt);
    htmlCtxtUseOptions(h->ctxt, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(h->ctxt, XML_CHAR_ENCODING_UTF8);
    xmlParserInput *in = xmlNewInputStream(h->ctxt);
    if (!in) base_out_of_memory();
    in->base = in->cur = (const xmlChar *)h->copy + from;
    in->end = (const xmlChar *)h->copy + to;
    in->length = to - from > INT_MAX ? INT_MAX : (int)(to - from);
    inputPush(h->ctxt, in);
    htmlParseDocument(h->ctxt);
    bool whole = h->stopped || offset_now(h) == to;
    h->copy[to] = end;
    if (!whole) build_fail_limit(h->b, LIMIT_depth, W_read_depth, h->last);
    if (!h->stopped) run_out(h, to);
    return h->last;
}

size_t html_feed(struct html *h, size_t from, size_t to, bool one)
{
    h->print = NULL;
    h->one = one;
    h->in_table = build_in_table(h->b);
    return from < to ? run(h, from, to) : to;
}

size_t html_fragment(struct html *h, size_t from, size_t to, html_text *print, void *state)
{
    while (from < to && !build_failed(h->b)) {
        h->print = print;
        h->state = state;
        h->one = false;
        size_t at = run(h, from, to);
        from = at < to ? html_feed(h, at, h->text.n, true) : at;
    }
    return from;
}
