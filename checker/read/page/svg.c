/* What was understood of a page, as a picture: rules, areas, cells with their place in the table, words, symbols and the lines between them. */
#include <math.h>

#include "read/page/pages.h"
#include "read/page/sheet.h"

static void escape(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '<') buf_z(b, "&lt;");
        else if (s.p[i] == '>') buf_z(b, "&gt;");
        else if (s.p[i] == '&') buf_z(b, "&amp;");
        else if (s.p[i] == '"') buf_z(b, "&quot;");
        else buf_ch(b, s.p[i] == '\n' ? ' ' : s.p[i]);
    }
}

static void rectangle(struct buf *b, const struct box *r, const char *class)
{
    buf_printf(b, "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>\n", class, r->x0, r->y0, r->x1 - r->x0, r->y1 - r->y0);
}

static void draw_painted(struct buf *b, const struct page *p)
{
    for (size_t i = 0; i < p->pictures.n; i++) rectangle(b, &p->pictures.v[i].box, "picture");
    for (size_t i = 0; i < p->paths.n; i++) {
        const struct page_path *k = &p->paths.v[i];
        buf_printf(b, "<path class=\"%s%s\" d=\"", k->filled ? "area" : "line", k->hidden ? " hidden" : "");
        for (uint32_t j = 0; j < k->n; j++) buf_printf(b, "%s%.2f %.2f", j ? "L" : "M", k->v[j].x, k->v[j].y);
        buf_z(b, k->closed ? "Z\"/>\n" : "\"/>\n");
    }
    for (size_t i = 0; i < p->rules.n; i++) {
        const struct page_rule *r = &p->rules.v[i];
        const struct box at = r->vertical ? (struct box){r->at, r->from, r->at, r->to} : (struct box){r->from, r->at, r->to, r->at};
        buf_printf(b, "<path class=\"rule%s\" stroke-width=\"%.2f\" d=\"M%.2f %.2fL%.2f %.2f\"/>\n", r->hidden ? " hidden" : "", fmax(r->thickness, 0.2), at.x0,
                   at.y0, at.x1, at.y1);
    }
}

static void draw_words(struct buf *b, const struct page *p)
{
    for (size_t i = 0; i < p->words.n; i++) {
        const struct page_word *w = &p->words.v[i];
        static const int turns[] = {0, 90, 180, -90};
        double x = w->reading == READ_RIGHT ? w->box.x0 : w->reading == READ_LEFT ? w->box.x1 : w->base;
        double y = w->reading == READ_DOWN ? w->box.y0 : w->reading == READ_UP ? w->box.y1 : w->base;
        if (w->hidden) continue;
        double length = w->reading == READ_RIGHT || w->reading == READ_LEFT ? w->box.x1 - w->box.x0 : w->box.y1 - w->box.y0;
        buf_printf(b, "<text class=\"%s\" font-size=\"%.1f\" textLength=\"%.2f\" lengthAdjust=\"spacingAndGlyphs\" transform=\"translate(%.2f %.2f) rotate(%d)\">",
                   w->marks & WORD_UNSEEN ? "unseen" : w->marks & WORD_BOLD ? "bold" : "word", w->size, length, x, y, turns[w->reading]);
        escape(b, w->text);
        buf_z(b, "</text>\n");
    }
}

static void draw_grid(struct buf *b, const struct grid *g)
{
    for (size_t i = 0; i < g->cells.n; i++) {
        const struct grid_cell *c = &g->cells.v[i];
        uint32_t row = g->row_of[c->row];
        rectangle(b, &c->box, "cell");
        buf_printf(b, "<text class=\"place\" x=\"%.2f\" y=\"%.2f\">", c->box.x0 + 1, c->box.y1 - 1);
        if (row == GRID_DROPPED) buf_printf(b, "– %u</text>\n", (unsigned)c->col + 1);
        else buf_printf(b, "%u:%u.%u</text>\n", (unsigned)g->table, (unsigned)row + 1, (unsigned)c->col + 1);
    }
}

static void draw_way(struct buf *b, const struct connector *c, size_t from, size_t to)
{
    bool last = to == c->points.n;
    if (from >= to) return;
    buf_printf(b, "<path class=\"%s\"%s d=\"", c->certainty == UNCERTAIN ? "edge doubtful" : "edge", last && c->to.head ? " marker-end=\"url(#head)\"" : "");
    for (size_t j = from; j < to; j++) buf_printf(b, "%s%.2f %.2f", j > from ? "L" : "M", c->points.v[j].x, c->points.v[j].y);
    buf_z(b, "\"><title>");
    escape(b, c->label.text.n ? c->label.text : STR(""));
    buf_z(b, "</title></path>\n");
}

static void draw_flow(struct buf *b, const struct layout *l, uint32_t page)
{
    static const char *const kinds[] = {"terminator", "rounded", "box", "decision", "page connector", "circle", "other"};
    for (size_t i = 0; i < l->shapes.n; i++) {
        const struct shape *s = &l->shapes.v[i];
        if (s->page != page) continue;
        rectangle(b, &s->box, "symbol");
        buf_printf(b, "<text class=\"kind\" x=\"%.2f\" y=\"%.2f\">%s</text>\n", s->box.x0, s->box.y0 - 1, kinds[s->kind]);
    }
    for (size_t i = 0; i < l->connectors.n; i++) {
        const struct connector *c = &l->connectors.v[i];
        size_t split = c->points.split ? c->points.split : c->points.n;
        if (c->from.page == page) draw_way(b, c, 0, split);
        if (c->to.page == page && c->points.split) draw_way(b, c, split, c->points.n);
    }
}

void page_svg(struct buf *b, const struct sheet *s, const struct layout *l)
{
    const struct page *p = s->page;
    buf_printf(b,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.2f\" height=\"%.2f\" viewBox=\"0 0 %.2f %.2f\">\n<style>"
               "text{font-family:sans-serif;fill:#222}.bold{font-weight:bold}.unseen{fill:#99c}.furniture{fill:#bbb}"
               ".place{font-size:5px;fill:#06c}.kind{font-size:5px;fill:#080}.cell{fill:#06c;fill-opacity:.06;stroke:#06c;stroke-width:.8}.picture{fill:#fc6;fill-opacity:.4}"
               ".area{fill:#888;fill-opacity:.12;stroke:#888;stroke-width:.3}.line{fill:none;stroke:#c60;stroke-width:.5}.rule{stroke:#999}"
               ".hidden{opacity:.25}.symbol{fill:none;stroke:#080;stroke-width:1.5}.edge{fill:none;stroke:#d00;stroke-width:1.5}"
               ".doubtful{stroke-dasharray:3 2}</style>\n<defs><marker id=\"head\" markerWidth=\"6\" markerHeight=\"6\" refX=\"5\" refY=\"3\" orient=\"auto\">"
               "<path d=\"M0 0L6 3L0 6Z\" fill=\"#d00\"/></marker></defs>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
               p->width, p->height, p->width, p->height);
    draw_painted(b, p);
    for (size_t i = 0; i < s->grids.n; i++) draw_grid(b, &s->grids.v[i]);
    draw_words(b, p);
    if (l) draw_flow(b, l, p->number);
    buf_z(b, "</svg>\n");
}
