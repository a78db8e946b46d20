/* layout_print.h: a layout as text, for tests: one line a block, item or cell, with the source bytes it stands for. */
#ifndef LAYOUT_PRINT_H
#define LAYOUT_PRINT_H

#include "stage/layout.h"

static void print_text(struct buf *b, struct str s)
{
    buf_ch(b, '"');
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\n') buf_z(b, "\\n");
        else buf_ch(b, s.p[i]);
    }
    buf_ch(b, '"');
}

static void print_blocks(struct buf *b, const struct blocks *blocks, int depth, bool spans);

static void print_run(struct buf *b, const struct run *r, bool spans)
{
    print_text(b, r->text);
    if (spans) buf_printf(b, " %u-%u", r->place.at.begin, r->place.at.end);
    buf_ch(b, '\n');
}

static void print_list(struct buf *b, const struct list *l, int depth, bool spans)
{
    buf_printf(b, "%s%s\n", l->ordered ? "ol" : "ul", l->glued ? " glued" : "");
    for (size_t i = 0; i < l->n; i++) {
        buf_printf(b, "%*s", (depth + 1 + (int)l->v[i].depth) * 2, "");
        buf_printf(b, "%.*s> ", (int)l->v[i].marker.n, l->v[i].marker.p ? l->v[i].marker.p : "");
        print_run(b, &l->v[i].body, spans);
    }
}

static void print_table(struct buf *b, const struct table *t, int depth, bool spans)
{
    buf_printf(b, "table %u %ux%u\n", t->number, t->rows, t->cols);
    for (size_t i = 0; i < t->cells.n; i++) {
        const struct cell *c = &t->cells.v[i];
        buf_printf(b, "%*s%u,%u", (depth + 1) * 2, "", c->row, c->col);
        if (c->rowspan > 1 || c->colspan > 1) buf_printf(b, " span %ux%u", c->rowspan, c->colspan);
        buf_printf(b, "%s ", c->header ? " th" : "");
        print_text(b, c->text);
        if (spans) buf_printf(b, " %u-%u row %u", c->place.at.begin, c->place.at.end, c->place.where ? c->place.where->row : 0);
        buf_ch(b, '\n');
        if (c->blocks.n > 1 || (c->blocks.n == 1 && c->blocks.v[0].kind != BLOCK_PARAGRAPH)) print_blocks(b, &c->blocks, depth + 2, spans);
    }
}

static void print_blocks(struct buf *b, const struct blocks *blocks, int depth, bool spans)
{
    for (size_t i = 0; i < blocks->n; i++) {
        const struct block *k = &blocks->v[i];
        buf_printf(b, "%*s", depth * 2, "");
        switch (k->kind) {
        case BLOCK_PARAGRAPH:
            buf_z(b, k->bold ? "P " : "p ");
            print_run(b, &k->run, spans);
            break;
        case BLOCK_HEADING:
            buf_printf(b, "h%u ", k->level);
            print_run(b, &k->run, spans);
            break;
        case BLOCK_LIST: print_list(b, k->list, depth, spans); break;
        case BLOCK_TABLE: print_table(b, k->table, depth, spans); break;
        case BLOCK_PAGE_BREAK: buf_z(b, "page\n"); break;
        }
    }
}

#endif
