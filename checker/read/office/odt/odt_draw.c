/* Drawn things of OpenDocument texts: shapes, connectors with the shapes they are glued to, groups, frames. */
#include <math.h>
#include <string.h>

#include "read/office/odt/odt.h"

enum { MOST_IN_SHAPE = 100 }; /* bytes of a text that is still a symbol's or a label, not a text box of its own */

static bool is_true(struct str s) { return str_eqz(s, "true"); }

static struct box box_of(const struct xml_node *n, const struct anchor *at)
{
    double x = odt_length(xml_get(n, "svg:x"), 0) + at->left, y = odt_length(xml_get(n, "svg:y"), 0) + at->down;
    return (struct box){x, y, x + odt_length(xml_get(n, "svg:width"), 0), y + odt_length(xml_get(n, "svg:height"), 0)};
}

static void take_text(struct odt *d, const struct xml_node *n, struct drawn *t)
{
    struct buf b = BUF_INIT;
    const struct xml_node *box = xml_child(n, "draw:text-box");
    bool table = false;
    for (const struct xml_node *k = xml_walk(n, n, false); k; k = xml_walk(n, k, xml_is(k, "office:annotation") || xml_is(k, "draw:enhanced-geometry"))) {
        table |= xml_is(k, "table:table");
        if ((xml_is(k, "text:p") || xml_is(k, "text:s")) && b.n) buf_ch(&b, ' ');
        if (k->name) continue;
        if (!t->origin && !str_blank(k->text)) t->origin = k->parent;
        buf_str(&b, k->text);
    }
    struct str text = str_trim(buf_view(&b));
    if (text.n && (!d->flow || text.n > MOST_IN_SHAPE || table)) *ARENA_PUSH(d->a, &d->boxes) = box ? box : n;
    else t->text = arena_str(d->a, text);
    buf_free(&b);
}

static void line(const struct xml_node *n, const struct xml_node *geometry, const struct odt_style *s, struct drawn *t)
{
    const struct anchor *at = &t->anchor;
    if (xml_get(n, "svg:x1").p) {
        t->ends[0] = (struct point){odt_length(xml_get(n, "svg:x1"), 0) + at->left, odt_length(xml_get(n, "svg:y1"), 0) + at->down};
        t->ends[1] = (struct point){odt_length(xml_get(n, "svg:x2"), 0) + at->left, odt_length(xml_get(n, "svg:y2"), 0) + at->down};
        t->box = (struct box){fmin(t->ends[0].x, t->ends[1].x), fmin(t->ends[0].y, t->ends[1].y), fmax(t->ends[0].x, t->ends[1].x),
                              fmax(t->ends[0].y, t->ends[1].y)};
    } else {
        bool across = is_true(xml_get(geometry, "draw:mirror-horizontal")), down = is_true(xml_get(geometry, "draw:mirror-vertical"));
        t->ends[0] = (struct point){across ? t->box.x1 : t->box.x0, down ? t->box.y1 : t->box.y0};
        t->ends[1] = (struct point){across ? t->box.x0 : t->box.x1, down ? t->box.y0 : t->box.y1};
    }
    t->glued[0] = xml_get(n, "draw:start-shape");
    t->glued[1] = xml_get(n, "draw:end-shape");
    if (!s) return;
    t->head[0] = s->arrow[0];
    t->head[1] = s->arrow[1];
    t->dashed = s->dashed;
}

static void members(struct odt *d, const struct xml_node *parent, const struct drawn *common);

static void shape(struct odt *d, const struct xml_node *n, struct drawn t)
{
    const struct odt_style *s = odt_style(d->a, &d->styles, "graphic", xml_get(n, "draw:style-name"));
    const struct xml_node *geometry = xml_child(n, "draw:enhanced-geometry");
    t.ids[0] = xml_get(n, "draw:id");
    t.ids[1] = xml_get(n, "xml:id");
    t.box = box_of(n, &t.anchor);
    t.floats |= s && s->from_page && !t.within;
    t.kind = drawn_preset(xml_get(geometry, "draw:type"), &t.line);
    if (xml_is(n, "draw:rect") || xml_is(n, "draw:frame")) t.kind = odt_length(xml_get(n, "draw:corner-radius"), 0) > 0 ? SHAPE_ROUNDED : SHAPE_BOX;
    else if (xml_is(n, "draw:ellipse") || xml_is(n, "draw:circle")) t.kind = SHAPE_CIRCLE;
    else if (xml_is(n, "draw:line") || xml_is(n, "draw:connector") || xml_is(n, "draw:polyline")) t.line = true;
    if (xml_get(n, "draw:transform").p) t.floats = true; /* turned: its box is not that of its attributes */
    t.picture = xml_is(n, "draw:frame") && xml_child(n, "draw:image");
    if (t.line) {
        line(n, geometry, s, &t);
    } else {
        bool frame = xml_is(n, "draw:frame");
        t.plain = s ? s->no_line && (s->no_fill || frame) : frame;
        take_text(d, n, &t);
    }
    *ARENA_PUSH(d->a, &d->drawing.things) = t;
}

static bool is_shape(const struct xml_node *n)
{
    static const char *const names[] = {"draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle", "draw:line", "draw:connector",
                                        "draw:polyline", "draw:frame", "draw:path", "draw:polygon"};
    for (size_t i = 0; i < COUNT(names); i++)
        if (xml_is(n, names[i])) return true;
    return false;
}

static void members(struct odt *d, const struct xml_node *parent, const struct drawn *common)
{
    for (const struct xml_node *n = xml_child(parent, NULL); n; n = xml_next(n, NULL)) {
        if (is_shape(n)) shape(d, n, *common);
        else if (xml_is(n, "draw:g") || xml_is(n, "draw:a")) members(d, n, common);
    }
}

bool odt_drawn(struct odt *d, const struct xml_node *n)
{
    bool group = xml_is(n, "draw:g") || xml_is(n, "draw:a");
    if (!group && !is_shape(n)) return false;
    struct str tied = xml_get(n, "text:anchor-type");
    struct drawn t = {.anchor = d->anchor, .within = str_eqz(tied, "as-char"), .floats = str_eqz(tied, "page") || str_eqz(tied, "frame")};
    if (t.within) t.anchor.frame = ++d->drawing.frames;
    if (group) members(d, n, &t);
    else shape(d, n, t);
    return true;
}
