/* HTML of any quality, from whole documents to stray fragments: libxml2 takes it apart, the builder is told of what is printed. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "base/chars.h"
#include "read/decode.h"
#include "read/html/html.h"
#include "read/html/html_copy.h"
#include "read/html/html_tags.h"
#include "read/mermaid/mermaid.h"

/* libxml2 looks through all open elements for each end tag without a beginning: so many looks in one document. */
#define MOST_LOOKS 50000000u

struct html {
    struct build *b;
    struct str text;
    char *copy;          /* of the text, with the same offsets, as libxml2 may see it (html_copy.h) */
    htmlParserCtxt *ctxt;
    size_t looks, names; /* see MOST_LOOKS */
    struct tag_cache tags;

    /* of one run */
    size_t last;         /* behind what is taken */
    size_t from;         /* [from, last): text that waits for more of it */
    const char *hidden;  /* the name of the element that is left out */
    bool one, in_table;  /* stop when no hidden element is open and `in_table` is so again */
    bool stopped;
    html_text *print;    /* takes the text of a fragment; NULL: whole HTML */
    void *state;
};

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
        if ((xmlChar)(is_upper(c) ? c + 32 : c) != name[k]) return false;
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

/* <pre class="mermaid">: its text is a flow chart, and nobody's text. */
static bool is_chart(const struct html *h, const struct element *t)
{
    if ((t->tag != TAG_BLOCK && t->tag != TAG_INLINE) || build_in_table(h->b)) return false;
    for (const char *const *a = t->attributes; a && *a; a += 2)
        if (strcmp(a[0], "class") == 0 && a[1] && strstr(a[1], "mermaid")) return true;
    return false;
}

static void chart(struct html *h, const struct element *t)
{
    struct chart c;
    const char *close = strstr(h->copy + t->end, "</");
    mermaid_read(build_arena(h->b), h->text, t->end, close ? (size_t)(close - h->copy) : h->text.n, build_limits(h->b), &c);
    build_chart(h->b, &c);
}

static void on_start(void *state, const xmlChar *name, const xmlChar **attributes)
{
    struct html *h = state;
    size_t begin, at = offset_now(h);
    if (h->stopped || !is_printed(h, name, false, at, &begin)) return;
    const char *end = strchr(h->copy + at, '>');
    if (!end) return; /* cut off by the end of its line: text */
    const struct tag_name *known = tag_find(&h->tags, (const char *)name);
    struct element t = {known->tag, (const char *)name, (const char *const *)attributes, (size_t)(end - h->copy) + 1};
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
    if (t.tag == TAG_RAW) h->hidden = known->name;
    tag_open(h->b, &t);
    if (!h->print && is_chart(h, &t)) h->hidden = known->name, chart(h, &t);
    if (build_failed(h->b)) stop(h, h->last);
}

static void end_tag(struct html *h, const xmlChar *name)
{
    size_t begin, at = offset_now(h);
    if (h->stopped) return;
    bool shown = !h->hidden;
    if (h->hidden && strcmp(h->hidden, (const char *)name) == 0) h->hidden = NULL;
    if (at > h->last && h->copy[at - 1] == '>' && is_printed(h, name, true, at, &begin)) {
        struct element t = {tag_find(&h->tags, (const char *)name)->tag, (const char *)name, NULL, at};
        if (!shown) h->last = h->from = at;
        else if (!fragment_tag(h, &t, begin)) {
            move_to(h, begin);
            flush(h);
            h->last = h->from = at;
            tag_close(h->b, &t);
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
    if (page) tag_open(h->b, &(struct element){.tag = TAG_PAGE_BREAK});
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
