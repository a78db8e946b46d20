/* Which tags there are, and what each does to the layout. */
#include <string.h>

#include "base/chars.h"
#include "read/html/html_tags.h"

static const struct tag_name tags[] = {
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

static const struct tag_name *look_up(const char *name)
{
    size_t lo = 0, hi = COUNT(tags);
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int c = strcmp(name, tags[mid].name);
        if (c == 0) return &tags[mid];
        if (c < 0) hi = mid;
        else lo = mid + 1;
    }
    return NULL;
}

const struct tag_name *tag_find(struct tag_cache *c, const char *name)
{
    static const struct tag_name other = {"", TAG_OTHER};
    const struct tag_name **last = &c->last[((unsigned char)name[0] * 3u + (unsigned char)name[1]) % COUNT(c->last)];
    if (!*last || strcmp((*last)->name, name) != 0) {
        const struct tag_name *t = look_up(name);
        if (!t) return &other;
        *last = t;
    }
    return *last;
}

/* The number of an attribute, at most `most`; 1 when it is absent or no number. */
static uint32_t attribute(const struct element *t, const char *name, uint32_t most)
{
    for (const char *const *a = t->attributes; a && *a; a += 2) {
        if (strcmp(a[0], name) != 0) continue;
        const char *p = a[1] ? a[1] : "";
        while (*p == ' ' || (*p >= '\t' && *p <= '\r')) p++;
        if (*p < '0' || *p > '9') return 1;
        uint32_t v = 0;
        for (; is_digit(*p); p++) v = v > most ? v : v * 10 + (uint32_t)(*p - '0');
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

void tag_open(struct build *b, const struct element *t)
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

void tag_close(struct build *b, const struct element *t)
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
