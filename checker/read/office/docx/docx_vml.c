/* Shapes of VML in Word documents (w:pict): what Word wrote before 2010 and other programs still do. ECMA-376-4, 19. */
#include <math.h>
#include <string.h>

#include "read/office/docx/docx.h"

/* The value of a property of a style attribute: "margin-left:12pt;…". */
static struct str property(struct str style, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < style.n;) {
        size_t end = i;
        while (end < style.n && style.p[end] != ';') end++;
        struct str part = str_trim(str_slice(style, i, end));
        if (part.n > length && part.p[length] == ':' && memcmp(part.p, name, length) == 0) return str_trim(str_slice(part, length + 1, part.n));
        i = end + 1;
    }
    return STR_ABSENT;
}

/* A length in points; bare numbers are in `unit`. */
static double length_of(struct str s, double unit)
{
    static const struct {
        const char *name;
        double points;
    } units[] = {{"pt", 1}, {"in", 72}, {"cm", 72 / 2.54}, {"mm", 72 / 25.4}, {"px", 0.75}, {"pc", 12}, {"emu", 1 / 12700.0}};
    for (size_t i = 0; i < COUNT(units); i++)
        if (str_ends(s, str_of(units[i].name))) return docx_number(str_slice(s, 0, s.n - strlen(units[i].name)), 0) * units[i].points;
    return docx_number(s, 0) * unit;
}

static bool is_off(struct str s) { return str_eqz(s, "f") || str_eqz(s, "false") || str_eqz(s, "0"); }

/* "x,y". */
static void pair(struct str s, double unit, double *x, double *y)
{
    size_t comma = str_find(s, STR(","), 0);
    if (comma == SIZE_MAX) return;
    *x = length_of(str_trim(str_slice(s, 0, comma)), unit);
    *y = length_of(str_trim(str_slice(s, comma + 1, s.n)), unit);
}

struct vml_frame {
    double x, y, sx, sy;     /* of a group's coordinates */
    bool grouped;
};

static struct box box_of(struct str style, struct vml_frame k)
{
    const char *left = k.grouped ? "left" : "margin-left", *top = k.grouped ? "top" : "margin-top";
    double x = length_of(property(style, left), 1), y = length_of(property(style, top), 1);
    double w = length_of(property(style, "width"), 1), h = length_of(property(style, "height"), 1);
    return (struct box){k.x + x * k.sx, k.y + y * k.sy, k.x + (x + w) * k.sx, k.y + (y + h) * k.sy};
}

static void ends_of(const struct xml_node *n, struct str style, struct vml_frame k, struct drawn *t)
{
    if (xml_is(n, "v:line")) {
        double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
        pair(xml_get(n, "from"), 1, &x0, &y0);
        pair(xml_get(n, "to"), 1, &x1, &y1);
        t->ends[0] = (struct point){k.x + x0 * k.sx, k.y + y0 * k.sy};
        t->ends[1] = (struct point){k.x + x1 * k.sx, k.y + y1 * k.sy};
        t->box = (struct box){fmin(t->ends[0].x, t->ends[1].x), fmin(t->ends[0].y, t->ends[1].y), fmax(t->ends[0].x, t->ends[1].x),
                              fmax(t->ends[0].y, t->ends[1].y)};
        return;
    }
    struct str flip = property(style, "flip");
    bool across = flip.n && memchr(flip.p, 'x', flip.n), down = flip.n && memchr(flip.p, 'y', flip.n);
    double angle = docx_number(property(style, "rotation"), 0) * 3.14159265358979323846 / 180;
    double cx = (t->box.x0 + t->box.x1) / 2, cy = (t->box.y0 + t->box.y1) / 2;
    for (int i = 0; i < 2; i++) {
        double x = (i ? 1 : -1) * (across ? -1 : 1) * (t->box.x1 - t->box.x0) / 2;
        double y = (i ? 1 : -1) * (down ? -1 : 1) * (t->box.y1 - t->box.y0) / 2;
        t->ends[i] = (struct point){cx + x * cos(angle) - y * sin(angle), cy + x * sin(angle) + y * cos(angle)};
    }
}

static bool arrow(struct str s) { return s.n && !str_eqz(s, "none"); }

/* The outline of an element, by its name or its type ("#_x0000_t110", a v:shapetype). */
static enum shape_kind outline(const struct xml_node *n, bool *line)
{
    static const struct {
        const char *element, *preset;
    } named[] = {{"v:rect", "rect"}, {"v:roundrect", "roundRect"}, {"v:oval", "ellipse"}, {"v:line", "line"}, {"v:polyline", "line"}};
    *line = false;
    for (size_t i = 0; i < COUNT(named); i++)
        if (xml_is(n, named[i].element)) return drawn_preset(str_of(named[i].preset), line);
    struct str type = xml_get(n, "type"), spt = xml_get(n, "o:spt");
    size_t at = str_find(type, STR("_t"), 0);
    if (!spt.p && at != SIZE_MAX) spt = str_slice(type, at + 2, type.n);
    if (xml_get(n, "o:connectortype").p) *line = true;
    bool by_type;
    enum shape_kind kind = spt.n ? drawn_preset(spt, &by_type) : SHAPE_OTHER;
    *line |= spt.n && by_type;
    return kind;
}

static void take_glue(const struct docx *d, struct drawn *t)
{
    for (size_t i = 0; i < d->glue.n; i++) {
        const struct xml_node *rule = d->glue.v[i];
        struct str id = xml_get(rule, "idref");
        if (str_starts(id, STR("#"))) id = str_slice(id, 1, id.n);
        if (!id.n || (!str_eq(id, t->ids[0]) && !str_eq(id, t->ids[1]))) continue;
        for (const struct xml_node *p = xml_child(rule, "o:proxy"); p; p = xml_next(p, "o:proxy")) {
            struct str to = xml_get(p, "idref");
            t->glued[xml_get(p, "end").p ? 1 : 0] = str_starts(to, STR("#")) ? str_slice(to, 1, to.n) : to;
        }
    }
}

static void shape(struct docx *d, const struct xml_node *n, struct vml_frame k, struct drawn t)
{
    struct str style = xml_get(n, "style"), stroked = xml_get(n, "stroked"), filled = xml_get(n, "filled");
    if (str_eqz(property(style, "visibility"), "hidden")) return;
    const struct xml_node *stroke = xml_child(n, "v:stroke");
    t.ids[0] = xml_get(n, "id");
    t.ids[1] = xml_get(n, "o:spid");
    t.kind = outline(n, &t.line);
    t.box = box_of(style, k);
    t.picture = xml_child(n, "v:imagedata") != NULL;
    if (t.line) {
        ends_of(n, style, k, &t);
        t.head[0] = arrow(xml_get(stroke, "startarrow"));
        t.head[1] = arrow(xml_get(stroke, "endarrow"));
        struct str dash = xml_get(stroke, "dashstyle");
        t.dashed = dash.n && !str_eqz(dash, "solid");
        take_glue(d, &t);
    } else {
        const struct xml_node *text = xml_path(n, "v:textbox w:txbxContent");
        bool box = xml_path(n, "v:textbox") && (str_find(xml_get(n, "type"), STR("_t202"), 0) != SIZE_MAX);
        t.plain = is_off(stroked) && (is_off(filled) || box);
        if (text) docx_box_text(d, text, &t);
    }
    *ARENA_PUSH(d->a, &d->drawing.things) = t;
}

static void members(struct docx *d, const struct xml_node *parent, struct vml_frame k, struct drawn t)
{
    static const char *const shapes[] = {"v:shape", "v:rect", "v:roundrect", "v:oval", "v:line", "v:polyline"};
    for (const struct xml_node *n = xml_child(parent, NULL); n; n = xml_next(n, NULL)) {
        for (size_t i = 0; i < COUNT(shapes); i++)
            if (xml_is(n, shapes[i])) shape(d, n, k, t);
        if (xml_is(n, "v:group")) {
            struct box b = box_of(xml_get(n, "style"), k);
            double w = 1000, h = 1000, x = 0, y = 0;
            pair(xml_get(n, "coordsize"), 1, &w, &h);
            pair(xml_get(n, "coordorigin"), 1, &x, &y);
            struct vml_frame in = {b.x0, b.y0, w > 0 ? (b.x1 - b.x0) / w : 1, h > 0 ? (b.y1 - b.y0) / h : 1, true};
            in.x -= x * in.sx;
            in.y -= y * in.sy;
            members(d, n, in, t);
        }
    }
}

/* What the first shape says of where it is placed holds for all of the picture. */
static struct str first_style(const struct xml_node *pict)
{
    for (const struct xml_node *n = xml_child(pict, NULL); n; n = xml_next(n, NULL))
        if (!xml_is(n, "v:shapetype") && xml_get(n, "style").p) return xml_get(n, "style");
    return STR_ABSENT;
}

void docx_pict(struct docx *d, const struct xml_node *pict)
{
    struct str style = first_style(pict), across = property(style, "mso-position-horizontal-relative"),
               down = property(style, "mso-position-vertical-relative");
    bool absolute = str_eqz(property(style, "position"), "absolute");
    struct drawn t = {.anchor = d->anchor, .within = !absolute};
    if (!absolute) t.anchor.frame = ++d->drawing.frames;
    t.floats = absolute && down.n && !str_eqz(down, "text") && !str_eqz(down, "line");
    struct vml_frame k = {d->anchor.left, d->anchor.down, 1, 1, false};
    if (str_eqz(across, "page")) k.x = -d->table_left - d->margin;
    else if (str_eqz(across, "margin")) k.x = -d->table_left;
    members(d, pict, k, t);
}
