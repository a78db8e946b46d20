/* Lists: those that the source marks up, and those that show only by their printed markers ("1.", "a)", "-"). */
#include <string.h>

#include "base/chars.h"
#include "language/marker.h"
#include "read/build_state.h"

enum { KIND_NUMBER = 1 << 24, KIND_LETTER = 2 << 24, KIND_BULLET = 3 << 24, KIND_MASK = 3 << 24 };
enum { LONG_LINE = 50 }; /* a printed line of so many bytes may have been broken because the paper was full */

static bool bullet_parse(struct str line, struct marker *m)
{
    uint32_t which = 0;
    size_t n = bullet_at(line, &which);
    char next = n < line.n ? line.p[n] : '\0';
    bool glued = is_upper(next) && line.p[0] != '*' && line.p[0] != '+'; /* "-Surat" */
    if (!n || (next != ' ' && !glued)) return false;
    m->kind = KIND_BULLET | which;
    m->length = n;
    return true;
}

/* "1." "1)" "(1)" and the same with small letters and small roman numbers. */
static bool number_parse(struct str line, struct marker *m)
{
    size_t i = line.p[0] == '(', from = i;
    if (i >= line.n) return false;
    if (is_digit(line.p[i])) {
        while (i < line.n && i - from < 3 && is_digit(line.p[i])) m->number = m->number * 10 + (uint32_t)(line.p[i++] - '0');
        m->kind = KIND_NUMBER;
    } else {
        while (i < line.n && i - from < 5 && is_lower(line.p[i])) i++;
        struct str word = str_slice(line, from, i);
        m->roman = roman_value(word, true);
        if (word.n == 1) m->number = (uint32_t)(word.p[0] - 'a') + 1;
        else if (m->roman == 0) return false;
        m->kind = KIND_LETTER;
    }
    if (i >= line.n || (line.p[i] != ')' && (line.p[i] != '.' || from))) return false;
    m->kind |= from ? 3u : line.p[i] == ')' ? 2u : 1u;
    m->length = ++i;
    if (i >= line.n) return false;
    if (line.p[i] == ' ') return true;
    return (m->kind & KIND_MASK) == KIND_NUMBER && is_alpha(line.p[i]);
}

bool marker_parse(struct str line, uint32_t indent, struct marker *out)
{
    *out = (struct marker){.indent = indent};
    if (line.n < 2 || (!bullet_parse(line, out) && !number_parse(line, out))) return false;
    out->body = out->length;
    while (out->body < line.n && line.p[out->body] == ' ') out->body++;
    return out->body < line.n;
}

/* ---- markers that make a list -------------------------------------------------------------------------------- */

/* Whether m can be the one after the last marker of that level. */
static bool follows(const struct marker *last, const struct marker *m)
{
    if (last->kind != m->kind) return false;
    if ((m->kind & KIND_MASK) == KIND_BULLET) return true;
    return (m->number && m->number == last->number + 1) || (m->roman && m->roman == last->roman + 1);
}

static bool is_first(const struct marker *m)
{
    return (m->kind & KIND_MASK) == KIND_BULLET || m->number == 1 || m->roman == 1;
}

static bool follows_above(const struct open_list *l, uint32_t level, const struct marker *m)
{
    while (level-- > 0)
        if (follows(&l->levels[level], m)) return true;
    return false;
}

/* The level at which m goes on in the open list; MARKER_LEVELS when it does not. Puts m into the levels. */
static uint32_t list_level(struct open_list *l, const struct marker *m)
{
    for (uint32_t i = l->depth; i-- > 0;) {
        if (!follows(&l->levels[i], m)) continue;
        if (m->indent > l->levels[i].indent + 1 && (m->kind & KIND_MASK) == KIND_BULLET) break;
        if (m->indent + 1 < l->levels[i].indent && follows_above(l, i, m)) continue;
        l->levels[i] = *m;
        l->depth = i + 1;
        return i;
    }
    if (l->depth == 0 || l->depth == MARKER_LEVELS || !is_first(m)) return MARKER_LEVELS;
    const struct marker *top = &l->levels[l->depth - 1];
    if (m->kind == top->kind && m->indent <= top->indent + 1) return MARKER_LEVELS; /* counts from one again: another list */
    l->levels[l->depth] = *m;
    return l->depth++;
}

void build_close_printed_list(struct build *b)
{
    if (!b->list.active) return;
    b->list.active = false;
    build_list_block(b, b->list.items, b->list.ordered, false);
}

static struct run slice_run(struct build *b, struct run whole, size_t from, size_t to)
{
    struct run r = {str_slice(whole.text, from, to), whole.place};
    struct text_map map = {b->out, (uint32_t)b->n, b->map, b->maps};
    if (from > 0 || to < whole.text.n) r.place.at = layout_span(&(struct layout){.map = map}, r.text);
    return r;
}

/* One printed line of a paragraph, as its text and what the builder noted of it. */
struct printed {
    struct str text;
    uint32_t indent;
    bool bold;
};

static struct printed printed_line(const struct build *b, struct run run, size_t i)
{
    const struct line *l = &b->lines[i];
    size_t from = l->out - (size_t)(run.text.p - b->out);
    size_t to = i + 1 < b->line_count ? b->lines[i + 1].out - 1 - (size_t)(run.text.p - b->out) : run.text.n;
    return (struct printed){str_slice(run.text, from, to), l->indent, l->plain == 0};
}

static bool has_lower(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (is_lower(s.p[i])) return true;
    return false;
}

/* Whether a line without a marker goes on with the item before it. */
static bool goes_on(struct printed last, uint32_t marker_indent, struct printed line)
{
    if (line.bold && !last.bold) return false;
    if (line.indent > marker_indent + 1) return true;
    char first = line.text.p[0], end = last.text.p[last.text.n - 1];
    if (str_ends(line.text, STR(":"))) return false;
    if (is_lower(first) || first == '(') return true;
    return last.text.n >= LONG_LINE && !strchr(".;:", end) && has_lower(line.text);
}

/* Whether the marker of a line that is not the first of its paragraph may begin a list there, and is not the middle of a sentence. */
static bool may_begin(struct printed last, const struct marker *m)
{
    return is_first(m) || last.text.n < LONG_LINE || strchr(".;:", last.text.p[last.text.n - 1]);
}

static void add_item(struct build *b, struct run run, size_t from, size_t to, const struct marker *m)
{
    uint32_t level = b->list.active ? list_level(&b->list, m) : MARKER_LEVELS;
    if (level == MARKER_LEVELS) {
        build_close_printed_list(b);
        b->list = (struct open_list){.active = true, .items = b->item_count, .levels = {*m}, .depth = 1,
                                     .ordered = (m->kind & KIND_MASK) != KIND_BULLET};
        level = 0;
    }
    struct list_item *item = build_add_item(b);
    item->marker = str_slice(run.text, from, from + m->length);
    item->body = slice_run(b, run, from + m->body, to);
    item->depth = level;
}

static void add_paragraph(struct build *b, struct run run, size_t from, size_t to, bool bold)
{
    build_close_printed_list(b);
    struct block *k = build_add_block(b, BLOCK_PARAGRAPH);
    k->run = slice_run(b, run, from, to);
    k->bold = bold;
}

static size_t count_markers(const struct build *b, struct run run)
{
    struct marker m;
    size_t n = 0;
    for (size_t i = 0; i < b->line_count; i++) {
        struct printed p = printed_line(b, run, i);
        n += marker_parse(p.text, p.indent, &m);
    }
    return n;
}

void build_split(struct build *b, struct run run)
{
    /* In a cell "- a - b" and "1. a 2. b" on one line are left to the recogniser, who knows the column. */
    bool lists = b->depth == 1 || (b->line_count > 1 && count_markers(b, run) > 1);
    const char *base = run.text.p;
    struct printed last = {STR_ABSENT, 0, false};
    struct marker m, open = {0};
    bool in_item = false, bold = true;
    size_t from = 0;
    for (size_t i = 0; i < b->line_count && b->rc == RC_OK; i++) {
        struct printed p = printed_line(b, run, i);
        size_t begin = (size_t)(p.text.p - base);
        bool starts = lists && marker_parse(p.text, p.indent, &m) && (i == 0 || in_item || may_begin(last, &m));
        bool ends = i > 0 && (starts || (in_item && !goes_on(last, open.indent, p)));
        if (ends) {
            if (in_item) add_item(b, run, from, begin - 1, &open);
            else add_paragraph(b, run, from, begin - 1, bold);
            from = begin;
            in_item = false;
            bold = true;
        }
        if (starts) open = m, in_item = true;
        bold = bold && p.bold;
        last = p;
    }
    if (in_item) add_item(b, run, from, run.text.n, &open);
    else add_paragraph(b, run, from, run.text.n, bold);
}

/* ---- lists of the markup -------------------------------------------------------------------------------------- */

bool build_in_list(const struct build *b) { return b->frames[b->depth - 1].kind == FRAME_LIST; }

bool build_list_has_items(const struct build *b)
{
    for (size_t i = b->depth; i-- > 0 && b->frames[i].kind == FRAME_LIST;)
        if (b->frames[i].has_items) return true;
    return false;
}

void build_list_block(struct build *b, size_t base, bool ordered, bool glued)
{
    size_t n = b->item_count - base;
    if (n == 0) return;
    struct list *l = arena_alloc(b->pages, sizeof *l);
    *l = (struct list){arena_alloc(b->pages, n * sizeof *l->v), n, n, ordered, glued};
    memcpy(l->v, b->items + base, n * sizeof *l->v);
    b->item_count = base;
    struct block *k = build_add_block(b, BLOCK_LIST);
    k->list = l;
    struct span last = l->v[n - 1].body.place.at;
    k->run.place = (struct place){SPAN(l->v[0].body.place.at.begin, last.end), l->v[0].body.place.where};
}

void build_list_open(struct build *b, bool ordered)
{
    if (b->rc != RC_OK) return;
    if (build_in_list(b)) {
        build_item_end(b);
    } else {
        build_end(b);
        build_close_printed_list(b);
    }
    struct frame *f = build_push(b, FRAME_LIST);
    if (f) f->ordered = ordered;
}

void build_item(struct build *b)
{
    if (b->rc != RC_OK) return;
    if (!build_in_list(b)) build_list_open(b, false);
    if (b->rc != RC_OK) return;
    build_item_end(b);
    build_top(b)->has_items = true;
}

void build_item_end(struct build *b)
{
    if (b->rc != RC_OK || !build_in_list(b) || !b->open) return;
    struct run run = build_take_run(b);
    struct marker m;
    struct list_item *item = build_add_item(b);
    size_t depth = 0;
    while (b->frames[b->depth - 2 - depth].kind == FRAME_LIST) depth++;
    item->depth = (uint32_t)depth;
    item->body = run;
    if (build_list_has_items(b) && marker_parse(run.text, 0, &m)) {
        item->marker = str_slice(run.text, 0, m.length);
        item->body = slice_run(b, run, m.body, run.text.n);
    }
}

void build_list_close(struct build *b)
{
    if (b->rc != RC_OK || !build_in_list(b)) return;
    build_item_end(b);
    struct frame f = *build_top(b);
    b->depth--;
    if (build_in_list(b)) {
        build_top(b)->has_items |= f.has_items;
        return;
    }
    bool glued = !f.has_items && b->item_count == f.items + 1;
    build_list_block(b, f.items, f.ordered, glued);
}

void build_close_lists(struct build *b)
{
    while (b->rc == RC_OK && build_in_list(b)) build_list_close(b);
}
