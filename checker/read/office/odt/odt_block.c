/* Blocks of OpenDocument texts: paragraphs, headings, lists with their numbers as printed, sections, notes. */
#include <string.h>

#include "read/office/odt/odt.h"
#include "read/office/printed.h"

enum { INDENT = 4, MOST_COUNT = 1000000 };

void odt_page(struct odt *d)
{
    d->page++;
    tape_page(d->tape);
    d->page_fresh = true;
}

void odt_page_full(struct odt *d)
{
    d->page++;
    tape_page_over(d->tape);
    d->page_fresh = true;
}

/* ---- numbers ----------------------------------------------------------------------------------------------------- */

static const struct xml_node *level_of(const struct xml_node *style, uint32_t level)
{
    for (const struct xml_node *n = xml_child(style, NULL); n; n = xml_next(n, NULL)) {
        uint64_t v;
        if (str_u64(xml_get(n, "text:level"), &v) && v == level + 1) return n;
    }
    return NULL;
}

static uint32_t number_of(struct str s, uint32_t otherwise)
{
    uint64_t v;
    return s.p && str_u64(s, &v) && v < MOST_COUNT ? (uint32_t)v : otherwise;
}

static uint32_t value_of(const struct xml_node *style, const struct odt_count *c, uint32_t level)
{
    return c->used[level] ? c->count[level] : number_of(xml_get(level_of(style, level), "text:start-value"), 1);
}

static void print_level(struct buf *b, const struct xml_node *style, const struct odt_count *c, uint32_t level)
{
    printed_number(b, printed_format(xml_get(level_of(style, level), "style:num-format")), value_of(style, c, level));
}

/* "%1%.%2%)": what newer programs write beside the older attributes. */
static void print_pattern(struct buf *b, struct str pattern, const struct xml_node *style, const struct odt_count *c)
{
    for (size_t i = 0; i < pattern.n; i++) {
        bool place = pattern.p[i] == '%' && i + 2 < pattern.n && pattern.p[i + 1] >= '1' && pattern.p[i + 1] <= '9' && pattern.p[i + 2] == '%';
        if (!place) {
            buf_ch(b, pattern.p[i]);
            continue;
        }
        print_level(b, style, c, (uint32_t)(pattern.p[i + 1] - '1'));
        i += 2;
    }
}

static struct str print_mark(struct odt *d, const struct xml_node *style, const struct odt_count *c, uint32_t at)
{
    const struct xml_node *l = level_of(style, at);
    struct buf b = BUF_INIT;
    struct str pattern = xml_get(l, "loext:num-list-format"), format = xml_get(l, "style:num-format");
    if (xml_is(l, "text:list-level-style-bullet")) {
        printed_bullet(&b, xml_get(l, "text:bullet-char"), false);
    } else if (format.n && pattern.n) {
        print_pattern(&b, pattern, style, c);
    } else if (format.n) {
        uint32_t levels = number_of(xml_get(l, "text:display-levels"), 1);
        buf_str(&b, xml_get(l, "style:num-prefix"));
        for (uint32_t i = levels > at + 1 ? 0 : at + 1 - levels; i <= at; i++) {
            print_level(&b, style, c, i);
            if (i < at) buf_ch(&b, '.');
        }
        buf_str(&b, xml_get(l, "style:num-suffix"));
    }
    struct str printed = arena_str(d->a, buf_view(&b));
    buf_free(&b);
    return printed;
}

static void step(const struct xml_node *style, struct odt_count *c, uint32_t at, uint32_t start)
{
    if (start) c->count[at] = start;
    else if (!c->used[at]) c->count[at] = value_of(style, c, at);
    else if (c->count[at] < MOST_COUNT) c->count[at]++;
    c->used[at] = true;
    for (uint32_t i = at + 1; i < ODT_LEVELS; i++) c->used[i] = false;
}

static void print_numbered(struct odt *d, const struct xml_node *style, struct odt_count *c, uint32_t level, uint32_t start, bool bold,
                           const struct xml_node *p)
{
    if (!style || level >= ODT_LEVELS) return;
    step(style, c, level, start);
    struct str mark = print_mark(d, style, c, level);
    if (!mark.n) return;
    tape_indent(d->tape, INDENT * level);
    tape_bold(d->tape, bold);
    tape_text(d->tape, mark, p);
    tape_blank(d->tape);
}

/* ---- lists ------------------------------------------------------------------------------------------------------- */

static const struct xml_node *list_style(const struct odt *d, struct str name)
{
    for (size_t i = 0; name.n && i < d->list_styles.n; i++)
        if (str_eq(xml_get(d->list_styles.v[i], "style:name"), name)) return d->list_styles.v[i];
    return NULL;
}

/* The list that this one goes on with; a new one where it goes on with none. */
static struct odt_count *count_of(struct odt *d, const struct xml_node *list, struct str style)
{
    struct str after = xml_get(list, "text:continue-list"), id = xml_get(list, "xml:id");
    bool goes_on = str_eqz(xml_get(list, "text:continue-numbering"), "true");
    for (size_t i = d->counts.n; i-- > 0;) {
        struct odt_count *c = d->counts.v[i];
        if ((after.n && str_eq(c->id, after)) || (!after.n && goes_on && str_eq(c->style, style))) {
            if (id.n) c->id = id;
            return c;
        }
    }
    struct odt_count *c = arena_alloc(d->a, sizeof *c);
    c->id = id;
    c->style = style;
    return *ARENA_PUSH(d->a, &d->counts) = c;
}

static void list(struct odt *d, const struct xml_node *n)
{
    struct odt_list *around = d->list, l = {.level = around ? around->level + 1 : 0};
    struct str name = xml_get(n, "text:style-name");
    l.style = name.n || !around ? list_style(d, name) : around->style;
    l.count = around ? around->count : count_of(d, n, name);
    d->list = &l;
    for (const struct xml_node *k = xml_child(n, NULL); k; k = xml_next(k, NULL)) {
        l.silent = xml_is(k, "text:list-header");
        if (!l.silent && !xml_is(k, "text:list-item")) continue;
        l.fresh = true;
        l.start = number_of(xml_get(k, "text:start-value"), 0);
        odt_blocks(d, k);
    }
    d->list = around;
}

/* ---- paragraphs -------------------------------------------------------------------------------------------------- */

static uint32_t heading_level(const struct odt *d, const struct xml_node *p, const struct odt_style *s)
{
    if (d->tables) return 0;
    if (xml_is(p, "text:h")) return number_of(xml_get(p, "text:outline-level"), 1);
    return s ? s->outline : 0;
}

static void print_its_number(struct odt *d, const struct xml_node *p, uint32_t level, bool bold)
{
    struct odt_list *l = d->list;
    if (l && l->fresh && !l->silent) print_numbered(d, l->style, l->count, l->level, l->start, bold, p);
    else if (!l && level && xml_is(p, "text:h") && !str_eqz(xml_get(p, "text:is-list-header"), "true"))
        print_numbered(d, d->outline, &d->chapters, level - 1, 0, bold, p);
    if (l) l->fresh = false;
}

static void print_pending(struct odt *d, struct odt_nodes *list)
{
    struct odt_nodes pending = *list;
    *list = (struct odt_nodes){0};
    for (size_t i = 0; i < pending.n; i++)
        if (pending.v[i]) odt_blocks(d, pending.v[i]);
}

static void begins(struct odt *d, const struct odt_style *s)
{
    if (d->tables || d->furniture || !s) return;
    if ((s->page_before || s->master.n) && !d->page_fresh && tape_offset(d->tape)) odt_page(d);
    if (s->master.n) odt_heads(d, s->master, false);
}

static void paragraph(struct odt *d, const struct xml_node *p)
{
    const struct odt_style *s = odt_style(d->a, &d->styles, "paragraph", xml_get(p, "text:style-name"));
    struct odt_run look = {s && s->bold == TOLD_YES, s && s->capitals == TOLD_YES, s && s->dotted == TOLD_YES};
    if (s && s->hidden == TOLD_YES) return;
    begins(d, s);
    if (!d->tables && !d->furniture) tape_paragraph(d->tape, ++d->paragraphs);
    d->anchor.frame = ++d->drawing.frames;
    d->anchor.page = d->paged ? d->page + 1 : 0;
    uint32_t level = heading_level(d, p, s);
    print_its_number(d, p, level, look.bold);
    size_t from = tape_offset(d->tape);
    odt_runs(d, p, look);
    if (is_free_place(str_slice(tape_so_far(d->tape), from, tape_offset(d->tape)))) tape_forget(d->tape, from);
    if (level) tape_heading(d->tape, level);
    tape_bold(d->tape, false);
    tape_end(d->tape);
    for (; d->pages_within; d->pages_within--) odt_page_full(d);
    print_pending(d, &d->boxes);
    if (s && s->page_after && !d->tables) odt_page(d);
}

static void block(struct odt *d, const struct xml_node *n)
{
    static const char *const through[] = {"text:section", "text:table-of-content", "text:index-body", "text:index-title", "text:illustration-index",
                                          "text:table-index", "text:alphabetical-index", "text:user-index", "text:bibliography", "text:numbered-paragraph"};
    if (xml_is(n, "text:p") || xml_is(n, "text:h")) paragraph(d, n);
    else if (xml_is(n, "text:list")) list(d, n);
    else if (xml_is(n, "table:table")) begins(d, odt_style(d->a, &d->styles, "table", xml_get(n, "table:style-name"))), odt_table(d, n);
    else if (xml_is(n, "text:soft-page-break")) {
        if (!d->tables && !d->furniture && !d->page_fresh) odt_page_full(d);
    } else if (xml_is(n, "text:section") && str_eqz(xml_get(n, "text:display"), "none")) {
        return;
    } else {
        for (size_t i = 0; i < COUNT(through); i++)
            if (xml_is(n, through[i])) return odt_blocks(d, n);
        odt_drawn(d, n);
    }
}

void odt_blocks(struct odt *d, const struct xml_node *parent)
{
    for (const struct xml_node *n = xml_child(parent, NULL); n; n = xml_next(n, NULL)) {
        block(d, n);
        if (!d->tables) print_pending(d, &d->notes);
        if (!d->tables) print_pending(d, &d->boxes);
    }
}
