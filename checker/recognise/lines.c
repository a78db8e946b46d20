/* Pieces of runs, and blocks of a layout as lines. */
#include <string.h>

#include "recognise/kit.h"

struct piece piece_of(const struct run *r) { return (struct piece){str_trim(r->text), r->place}; }

struct piece piece_part(struct piece p, size_t from, size_t to)
{
    return (struct piece){str_trim(str_slice(p.text, from, to)), p.around};
}

struct place piece_place(const struct layout *l, struct piece p)
{
    struct span at = layout_span(l, p.text);
    return (struct place){at.set ? at : p.around.at, p.around.where};
}

static struct str folded(struct arena *a, struct str s)
{
    if (s.n == 0) return STR("");
    if (!memchr(s.p, '\n', s.n)) return s; /* the layout's own text lives as long */
    char *out = arena_alloc(a, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_space(s.p[i])) out[n++] = s.p[i];
        else if (n && out[n - 1] != ' ') out[n++] = ' ';
    }
    return (struct str){out, n};
}

struct item item_of(const struct text_kit *t, struct piece p)
{
    return (struct item){.text = folded(t->a, p.text), .place = piece_place(t->layout, p)};
}

void item_append(const struct text_kit *t, struct item *item, const struct item *more)
{
    if (str_blank(more->text)) return;
    if (str_blank(item->text)) {
        item->text = more->text;
        item->place = more->place;
        return;
    }
    item->text = arena_append(t->a, item->text, more->text);
    if (more->place.at.set && item->place.at.set && more->place.at.end > item->place.at.end) item->place.at.end = more->place.at.end;
}

struct item item_of_pieces(const struct text_kit *t, const struct pieces *list, struct piece label)
{
    struct item out = {.text = STR(""), .place = piece_place(t->layout, label)};
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < list->n; i++) {
        struct item part = item_of(t, list->v[i]);
        if (!part.text.n) continue;
        if (!b.n) out.place = part.place;
        else buf_ch(&b, ' ');
        buf_str(&b, part.text);
        if (part.place.at.set && out.place.at.set && part.place.at.end > out.place.at.end) out.place.at.end = part.place.at.end;
    }
    if (b.n) out.text = arena_str(t->a, buf_view(&b));
    buf_free(&b);
    return out;
}

static void add_paragraph(struct arena *a, const struct block *b, struct lines *out)
{
    struct str s = b->run.text;
    bool first = true;
    for (size_t at = 0; at < s.n;) {
        size_t end = str_find(s, STR("\n"), at);
        if (end == SIZE_MAX) end = s.n;
        struct piece p = piece_part((struct piece){s, b->run.place}, at, end);
        at = end + 1;
        if (!p.text.n) continue;
        *ARENA_PUSH(a, out) = (struct line){.kind = LINE_TEXT, .text = p, .first = first, .bold = b->bold || b->kind == BLOCK_HEADING,
                                            .heading = b->kind == BLOCK_HEADING, .page = b->page};
        first = false;
    }
}

static void add_list(struct arena *a, const struct block *b, struct lines *out)
{
    const struct list *list = b->list;
    for (size_t i = 0; i < list->n; i++) {
        const struct list_item *it = &list->v[i];
        struct piece p = piece_of(&it->body);
        if (!p.text.n && !it->marker.n) continue;
        *ARENA_PUSH(a, out) = (struct line){.kind = list->glued ? LINE_GLUED : LINE_ITEM, .text = p, .marker = {it->marker, it->body.place},
                                            .first = i == 0, .page = b->page};
    }
}

void lines_of_block(struct arena *a, const struct block *b, struct lines *out, struct nested *nested)
{
    switch (b->kind) {
    case BLOCK_PARAGRAPH:
    case BLOCK_HEADING: add_paragraph(a, b, out); break;
    case BLOCK_LIST: add_list(a, b, out); break;
    case BLOCK_TABLE:
        if (nested) *ARENA_PUSH(a, nested) = b->table;
        break;
    case BLOCK_PAGE_BREAK: break;
    }
}

void lines_of_cell(struct arena *a, const struct cell *c, struct lines *out, struct nested *nested)
{
    for (size_t i = 0; i < c->blocks.n; i++) lines_of_block(a, &c->blocks.v[i], out, nested);
}
