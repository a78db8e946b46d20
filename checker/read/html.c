/* HTML of any quality, from whole documents to stray fragments, in one pass.
 * Not libxml2's parser: that one is quadratic in the attributes of a tag, cuts at a depth of 256, and knows places only roughly. */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "decode.h"
#include "html.h"

static const struct {
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

static int cmp_name(struct str name, const char *z)
{
    size_t i = 0;
    for (; i < name.n && z[i]; i++) {
        char c = name.p[i] >= 'A' && name.p[i] <= 'Z' ? (char)(name.p[i] + 32) : name.p[i];
        if (c != z[i]) return c < z[i] ? -1 : 1;
    }
    return i < name.n ? 1 : z[i] ? -1 : 0;
}

static enum tag tag_of(struct str name)
{
    size_t lo = 0, hi = COUNT(tags);
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int c = cmp_name(name, tags[mid].name);
        if (c == 0) return tags[mid].tag;
        if (c < 0) hi = mid;
        else lo = mid + 1;
    }
    return TAG_OTHER;
}

static bool alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool name_char(char c) { return alpha(c) || (c >= '0' && c <= '9') || c == '-' || c == ':'; }
static bool blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* Where the tag that goes on at i ends: behind its '>'. A '>' inside quotes does not count unless the quotes are never closed. */
static size_t tag_end(struct str text, size_t i, size_t to)
{
    size_t first = 0;
    char quote = 0;
    for (; i < to && text.p[i] != '<'; i++) {
        char c = text.p[i];
        if (c == '>') {
            if (!quote) return i + 1;
            if (!first) first = i + 1;
        } else if (quote) {
            if (c == quote) quote = 0;
        } else if ((c == '"' || c == '\'') && (text.p[i - 1] == '=' || blank(text.p[i - 1]))) {
            quote = c;
        }
    }
    return first;
}

static bool declaration(struct str text, size_t i, size_t to, struct token *out)
{
    if (str_starts(str_slice(text, i, to), STR("<!--"))) {
        size_t end = str_find(str_slice(text, 0, to), STR("-->"), i + 4);
        if (end == SIZE_MAX) return false;
        struct str inside = str_slice(text, i + 4, end);
        bool page = inside.n < 40 && str_ifind(inside, STR("page"), 0) != SIZE_MAX && str_ifind(inside, STR("break"), 0) != SIZE_MAX;
        *out = (struct token){.tag = page ? TAG_PAGE_BREAK : TAG_INLINE, .end = end + 3};
        return true;
    }
    *out = (struct token){.tag = TAG_INLINE, .end = tag_end(text, i + 1, to)};
    return out->end != 0;
}

bool html_token(struct str text, size_t i, size_t to, struct token *out)
{
    size_t j = i + 1;
    if (j < to && (text.p[j] == '!' || text.p[j] == '?')) return declaration(text, i, to, out);
    bool close = j < to && text.p[j] == '/';
    j += close;
    if (j >= to || !alpha(text.p[j])) return false;
    size_t name = j;
    while (j < to && name_char(text.p[j])) j++;
    size_t end = tag_end(text, j, to);
    if (!end) return false;
    *out = (struct token){.close = close, .name = str_slice(text, name, j), .attributes = str_slice(text, j, end - 1), .end = end};
    out->tag = tag_of(out->name);
    if (out->tag == TAG_HEADING) out->level = (uint32_t)(out->name.p[1] - '0');
    return true;
}

/* The number of an attribute, at most `most`; `otherwise` when it is absent or no number. */
static uint32_t attribute(struct str s, struct str name, uint32_t otherwise, uint32_t most)
{
    for (size_t at = 0; (at = str_ifind(s, name, at)) != SIZE_MAX; at += name.n) {
        size_t i = at + name.n;
        if (at == 0 || !blank(s.p[at - 1])) continue;
        while (i < s.n && (blank(s.p[i]) || s.p[i] == '=' || s.p[i] == '"' || s.p[i] == '\'')) i++;
        if (i >= s.n || s.p[i] < '0' || s.p[i] > '9') return otherwise;
        uint32_t v = 0;
        for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++) v = v > most ? v : v * 10 + (uint32_t)(s.p[i] - '0');
        return v > most ? most : v;
    }
    return otherwise;
}

/* Behind the end tag of an element whose content is not for reading. */
static size_t skip_raw(struct str text, const struct token *t)
{
    for (size_t i = t->end; (i = str_find(text, STR("</"), i)) != SIZE_MAX; i += 2) {
        if (!str_istarts(str_slice(text, i + 2, text.n), t->name)) continue;
        const char *end = memchr(text.p + i, '>', text.n - i);
        return end ? (size_t)(end - text.p) + 1 : text.n;
    }
    return text.n;
}

static void open_cell(struct build *b, const struct token *t)
{
    if (!build_in_table(b)) {
        build_end(b);
        return;
    }
    uint32_t cols = attribute(t->attributes, STR("colspan"), 1, 1000);
    uint32_t rows = attribute(t->attributes, STR("rowspan"), 1, 65534);
    build_cell(b, rows, cols ? cols : 1, t->tag == TAG_HEAD_CELL, t->end);
}

static void apply_open(struct build *b, const struct token *t)
{
    switch (t->tag) {
    case TAG_BLOCK: build_end(b); break;
    case TAG_HEADING:
        build_end(b);
        if (!build_in_list(b)) build_heading(b, t->level);
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

static void apply_close(struct build *b, const struct token *t)
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

size_t html_apply(struct build *b, struct str text, const struct token *t)
{
    if (t->close) apply_close(b, t);
    else apply_open(b, t);
    return t->tag == TAG_RAW && !t->close ? skip_raw(text, t) : t->end;
}

/* ---- entities ------------------------------------------------------------------------------------------------- */

static size_t put_char(char out[4], uint32_t c)
{
    if (c == 0 || (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF) c = 0xFFFD;
    return utf8_put(out, c);
}

size_t html_entity(struct str text, size_t i, size_t to, char out[4], size_t *out_length)
{
    char name[32];
    size_t j = i + 1, n = 0;
    while (j < to && n + 1 < sizeof name && (name_char(text.p[j]) || text.p[j] == '#')) name[n++] = text.p[j++];
    name[n] = '\0';
    if (n < 2 || j >= to || text.p[j] != ';') return 0;
    if (name[0] != '#') {
        const htmlEntityDesc *e = htmlEntityLookup((const xmlChar *)name);
        if (!e) return 0;
        *out_length = put_char(out, e->value);
        return j + 1 - i;
    }
    bool hex = name[1] == 'x' || name[1] == 'X';
    uint32_t v = 0;
    for (size_t k = hex ? 2 : 1; k < n; k++) {
        char c = name[k];
        uint32_t d = c >= '0' && c <= '9' ? (uint32_t)(c - '0') : alpha(c) ? (uint32_t)((c | 32) - 'a') + 10 : 99;
        if (d >= (hex ? 16u : 10u)) return 0;
        v = v > 0x10FFFF ? v : v * (hex ? 16 : 10) + d;
    }
    if (n == (hex ? 2u : 1u)) return 0;
    if (v >= 0x80 && v < 0xA0 && cp1252_char(v)) v = cp1252_char(v); /* what browsers make of them */
    *out_length = put_char(out, v);
    return j + 1 - i;
}

/* ---- feeding ---------------------------------------------------------------------------------------------------- */

size_t html_feed(struct build *b, struct str text, size_t from, size_t to, bool one_table)
{
    bool comments = true; /* there may be an end of comment ahead */
    size_t i = from;
    while (i < to && !build_failed(b)) {
        size_t start = i;
        while (i < to && text.p[i] != '<' && text.p[i] != '&') i++;
        if (i > start) build_text(b, start, i);
        if (i >= to) break;
        struct token t;
        char utf8[4];
        size_t n, k;
        if (text.p[i] == '&' && (k = html_entity(text, i, to, utf8, &n))) {
            build_bytes(b, (struct str){utf8, n}, i, i + k);
            i += k;
        } else if (text.p[i] == '<' && (comments || !str_starts(str_slice(text, i, to), STR("<!--"))) && html_token(text, i, to, &t)) {
            i = html_apply(b, text, &t);
            if (one_table && !build_in_table(b)) return i;
        } else {
            if (str_starts(str_slice(text, i, to), STR("<!--"))) comments = false;
            build_text(b, i, i + 1);
            i++;
        }
    }
    return i < to ? i : to;
}
