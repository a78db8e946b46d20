/* Drawn things: outlines by name, and what a document has of a flow. */
#include <string.h>

#include "read/office/laid.h"

/* Presets that matter, by their name in DrawingML (a:prstGeom), in ODF (draw:type), and their number in VML (o:spt, "mso-spt…"). */
static const struct {
    const char *drawingml, *odf;
    unsigned spt;
    enum shape_kind kind;
    bool line;
} presets[] = {
    {"flowChartTerminator", "flowchart-terminator", 116, SHAPE_CAPSULE, false},
    {"flowChartProcess", "flowchart-process", 109, SHAPE_BOX, false},
    {"flowChartDecision", "flowchart-decision", 110, SHAPE_DIAMOND, false},
    {"flowChartOffpageConnector", "flowchart-off-page-connector", 177, SHAPE_PENTAGON, false},
    {"flowChartConnector", "flowchart-connector", 120, SHAPE_CIRCLE, false},
    {"flowChartAlternateProcess", "flowchart-alternate-process", 176, SHAPE_ROUNDED, false},
    {"rect", "rectangle", 1, SHAPE_BOX, false},
    {"roundRect", "round-rectangle", 2, SHAPE_ROUNDED, false},
    {"ellipse", "ellipse", 3, SHAPE_CIRCLE, false},
    {"diamond", "diamond", 4, SHAPE_DIAMOND, false},
    {"homePlate", "pentagon-right", 15, SHAPE_PENTAGON, false},
    {"pentagon", "pentagon", 56, SHAPE_PENTAGON, false},
    {"textBox", "text-box", 202, SHAPE_BOX, false},
    {"line", "line", 20, SHAPE_OTHER, true},
    {"straightConnector1", "standard", 32, SHAPE_OTHER, true},
    {"bentConnector2", "", 33, SHAPE_OTHER, true},
    {"bentConnector3", "", 34, SHAPE_OTHER, true},
    {"bentConnector4", "", 35, SHAPE_OTHER, true},
    {"bentConnector5", "", 36, SHAPE_OTHER, true},
    {"curvedConnector2", "", 37, SHAPE_OTHER, true},
    {"curvedConnector3", "", 38, SHAPE_OTHER, true},
    {"curvedConnector4", "", 39, SHAPE_OTHER, true},
    {"curvedConnector5", "", 40, SHAPE_OTHER, true},
};

enum shape_kind drawn_preset(struct str name, bool *line)
{
    uint64_t spt = 0;
    *line = false;
    if (str_istarts(name, STR("ooxml-"))) name = str_slice(name, 6, name.n);
    if (str_istarts(name, STR("mso-spt"))) name = str_slice(name, 7, name.n);
    if (!str_u64(name, &spt)) spt = 0;
    for (size_t i = 0; i < COUNT(presets); i++) {
        bool same = spt ? presets[i].spt == spt : str_eqz(name, presets[i].drawingml) || (name.n && str_eqz(name, presets[i].odf));
        if (!same) continue;
        *line = presets[i].line;
        return presets[i].kind;
    }
    return SHAPE_OTHER;
}

/* What even small print needs: a line's height, and the width of a letter on average; and what a cell keeps free at its sides. */
#define LINE 10.0
#define LETTER 3.5
#define SIDES 10.8

static bool is_drawing(const struct xml_node *n)
{
    return n->name && (strncmp(n->name, "draw:", 5) == 0 || xml_is(n, "w:drawing") || xml_is(n, "w:pict") || xml_is(n, "mc:AlternateContent"));
}

double drawn_least(const struct xml_node *cell, double width)
{
    double height = 0, room = width - SIDES;
    for (const struct xml_node *p = xml_child(cell, NULL); p; p = xml_next(p, NULL)) {
        size_t letters = 0;
        for (const struct xml_node *k = p; k; k = xml_walk(p, k, is_drawing(k)))
            if (!k->name) letters += k->text.n;
        if (strcmp(p->name, "w:tcPr") != 0) height += room < 5 ? LINE : LINE * (1 + (double)(size_t)((double)letters * LETTER / room));
    }
    return height;
}

void drawn_table(struct drawing *d, uint32_t number, struct measures m)
{
    while (d->tables.n < number) ARENA_PUSH(d->a, &d->tables);
    d->tables.v[number - 1] = m;
}

static bool is_symbol(const struct drawn *t) { return !t->line && !t->plain && !t->picture; }

bool drawn_flow(const struct drawing *d)
{
    size_t symbols = 0, arrows = 0;
    for (size_t i = 0; i < d->things.n; i++) {
        const struct drawn *t = &d->things.v[i];
        bool tells = t->kind != SHAPE_BOX && t->kind != SHAPE_OTHER;
        symbols += is_symbol(t) && (tells || t->anchor.cell.table);
        arrows += t->line && (t->head[0] || t->head[1] || t->glued[0].p || t->glued[1].p);
    }
    return symbols > 1 && arrows > 0;
}

void drawn_tell(struct drawing *d, struct tape *t)
{
    for (size_t i = 0; i < d->things.n; i++) {
        struct drawn *k = &d->things.v[i];
        if (!str_blank(k->text)) k->told = tape_aside(t, k->text, k->origin);
    }
}

bool drawn_over_rows(const struct blocks *blocks, struct spot at)
{
    for (size_t i = 0; i < blocks->n; i++) {
        const struct table *t = blocks->v[i].kind == BLOCK_TABLE ? blocks->v[i].table : NULL;
        const struct cell *c = t && t->number == at.table ? table_cell(t, at.row, at.col) : NULL;
        if (t && t->number == at.table) return c && c->rowspan > 1;
        for (size_t k = 0; t && k < t->cells.n; k++)
            if (drawn_over_rows(&t->cells.v[k].blocks, at)) return true;
    }
    return false;
}

bool drawn_comparable(const struct drawn *x, const struct drawn *y)
{
    if (x->laid.known || y->laid.known) return x->laid.known && y->laid.known;
    return x->anchor.frame == y->anchor.frame ||
           (x->anchor.cell.table && x->anchor.cell.table == y->anchor.cell.table && x->anchor.cell.row == y->anchor.cell.row && !x->floats && !y->floats);
}

#define MEETS 3.0 /* points between a symbol and a line that is drawn to it */

bool drawn_led_to(const struct drawing *d, const struct drawn *t)
{
    for (size_t i = 0; i < d->things.n; i++) {
        const struct drawn *l = &d->things.v[i];
        if (!l->line || !(l->head[0] || l->head[1] || l->glued[0].n || l->glued[1].n)) continue;
        for (int e = 0; e < 2; e++) {
            bool named = l->glued[e].n && (str_eq(l->glued[e], t->ids[0]) || str_eq(l->glued[e], t->ids[1]));
            struct point q = l->ends[e];
            bool meets = q.x > t->box.x0 - MEETS && q.x < t->box.x1 + MEETS && q.y > t->box.y0 - MEETS && q.y < t->box.y1 + MEETS;
            if (named || (meets && drawn_comparable(l, t))) return true;
        }
    }
    return false;
}

/* ---- what cannot be read --------------------------------------------------------------------------------------- */

enum { PICTURE_WIDE = 100, PICTURE_HIGH = 60 }; /* points: larger than a letterhead's emblem */

static void add_unread(struct arena *pages, struct layout *l, uint32_t table, uint32_t page, enum word reason)
{
    for (size_t i = 0; i < l->unread.n; i++)
        if (l->unread.v[i].table == table && l->unread.v[i].page == page) return;
    *ARENA_PUSH(pages, &l->unread) = (struct unread_drawing){.table = table, .page = page, .reason = reason};
}

static bool is_large(const struct drawn *t)
{
    return t->box.x1 - t->box.x0 >= PICTURE_WIDE && t->box.y1 - t->box.y0 >= PICTURE_HIGH;
}

void drawn_finish(struct drawing *d, bool flow, const struct laying *how, struct arena *a, struct arena *pages, struct layout *l)
{
    enum word reason = W_reason_flow_floats;
    l->drawn = flow && drawn_settle(d, a, pages, l);
    if (flow && !l->drawn) l->drawn = drawn_lay(d, l, how, &reason) && drawn_settle(d, a, pages, l);
    for (size_t i = 0; i < d->things.n; i++) {
        const struct drawn *t = &d->things.v[i];
        uint32_t table = t->anchor.cell.table, page = table ? 0 : t->anchor.page;
        if (t->diagram && table) add_unread(pages, l, table, page, W_reason_flow_diagram);
        else if (flow && !l->drawn && !t->picture) add_unread(pages, l, table, page, reason);
        else if (!flow && t->untold && table) add_unread(pages, l, table, page, W_reason_outline_untold);
        else if (!flow && t->picture && table && is_large(t)) add_unread(pages, l, table, page, W_reason_flow_picture);
    }
}
