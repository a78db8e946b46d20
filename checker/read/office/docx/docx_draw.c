/* Shapes, groups and canvases of DrawingML in Word documents (wps, wpg, wpc). ISO/IEC 29500-1 20; [MS-ODRAWXML]. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/office/docx/docx.h"

#define EMU 12700.0 /* English metric units of a point */

/* From the coordinates of a group's children to points of the frame. */
struct scale {
    double x, y, sx, sy;
};

double docx_number(struct str s, double otherwise)
{
    char text[32], *end;
    if (!s.n || s.n >= sizeof text) return otherwise;
    memcpy(text, s.p, s.n);
    text[s.n] = '\0';
    double v = strtod(text, &end);
    return end == text || !isfinite(v) || fabs(v) > 1e12 ? otherwise : v;
}

static double emu(const struct xml_node *n, const char *name) { return docx_number(xml_get(n, name), 0) / EMU; }

static bool is_on(struct str s) { return str_eqz(s, "1") || str_eqz(s, "true"); }

/* ---- where an anchor puts a thing ---------------------------------------------------------------------------------- */

/* From the left edge of the table (outside tables: of the text). NAN: not told. */
static double anchor_x(struct docx *d, const struct xml_node *anchor, double wide)
{
    const struct xml_node *h = xml_child(anchor, "wp:positionH"), *offset = xml_child(h, "wp:posOffset"), *align = xml_child(h, "wp:align");
    struct str from = xml_get(h, "relativeFrom"), how = align ? str_trim(xml_content(d->a, align)) : STR_ABSENT;
    struct str in_cell = xml_get(anchor, "layoutInCell");
    bool cell = !in_cell.p || is_on(in_cell);
    double x = offset ? docx_number(str_trim(xml_content(d->a, offset)), 0) / EMU : 0, left = 0, width = 0;
    if (d->anchor.cell.table && cell && (str_eqz(from, "column") || str_eqz(from, "character"))) {
        left = d->anchor.left;
        width = d->anchor.width;
    } else if (str_eqz(from, "column") || str_eqz(from, "margin") || str_eqz(from, "character")) {
        left = -d->table_left;
        width = d->text_width;
    } else if (str_eqz(from, "page") || str_eqz(from, "leftMargin")) {
        left = -d->table_left - d->margin;
        width = d->text_width + 2 * d->margin;
    } else {
        return NAN;
    }
    if (!align) return left + x;
    if (str_eqz(how, "center")) return left + (width - wide) / 2;
    return str_eqz(how, "right") ? left + width - wide : left;
}

/* From the anchor's paragraph; false where it is told from the page. */
static bool anchor_y(struct docx *d, const struct xml_node *anchor, double *y)
{
    const struct xml_node *v = xml_child(anchor, "wp:positionV"), *offset = xml_child(v, "wp:posOffset");
    struct str from = xml_get(v, "relativeFrom");
    *y = offset ? docx_number(str_trim(xml_content(d->a, offset)), 0) / EMU : 0;
    return offset && (str_eqz(from, "paragraph") || str_eqz(from, "line"));
}

/* ---- one shape ----------------------------------------------------------------------------------------------------- */

static bool has_line(const struct xml_node *pr, const struct xml_node *style)
{
    const struct xml_node *ln = xml_child(pr, "a:ln");
    if (xml_child(ln, "a:noFill")) return false;
    if (xml_child(ln, "a:solidFill") || xml_child(ln, "a:gradFill") || xml_child(ln, "a:pattFill")) return true;
    const struct xml_node *ref = xml_child(style, "a:lnRef");
    return ref ? !str_eqz(xml_get(ref, "idx"), "0") : ln != NULL && !style && xml_get(ln, "w").p;
}

static bool has_fill(const struct xml_node *pr, const struct xml_node *style)
{
    if (xml_child(pr, "a:noFill")) return false;
    if (xml_child(pr, "a:solidFill") || xml_child(pr, "a:gradFill") || xml_child(pr, "a:pattFill") || xml_child(pr, "a:blipFill")) return true;
    const struct xml_node *ref = xml_child(style, "a:fillRef");
    return ref && !str_eqz(xml_get(ref, "idx"), "0");
}

static bool has_head(const struct xml_node *ln, const char *which)
{
    struct str type = xml_get(xml_child(ln, which), "type");
    return type.n && !str_eqz(type, "none");
}

/* Its place among its siblings; turned by a quarter it is as wide as it was high. */
static struct box box_of(const struct xml_node *xfrm, struct scale k)
{
    const struct xml_node *off = xml_child(xfrm, "a:off"), *ext = xml_child(xfrm, "a:ext");
    double x = k.x + docx_number(xml_get(off, "x"), 0) * k.sx, y = k.y + docx_number(xml_get(off, "y"), 0) * k.sy;
    double w = docx_number(xml_get(ext, "cx"), 0) * k.sx, h = docx_number(xml_get(ext, "cy"), 0) * k.sy;
    double turn = fmod(fabs(docx_number(xml_get(xfrm, "rot"), 0)) / 60000, 180);
    if (turn > 45 && turn < 135) return (struct box){x + (w - h) / 2, y + (h - w) / 2, x + (w + h) / 2, y + (h + w) / 2};
    return (struct box){x, y, x + w, y + h};
}

/* Where a line begins and ends: corners of its box, flipped first and turned then. */
static void ends_of(const struct xml_node *xfrm, struct box b, struct point ends[2])
{
    bool flip_h = is_on(xml_get(xfrm, "flipH")), flip_v = is_on(xml_get(xfrm, "flipV"));
    double angle = docx_number(xml_get(xfrm, "rot"), 0) / 60000 * 3.14159265358979323846 / 180;
    double cx = (b.x0 + b.x1) / 2, cy = (b.y0 + b.y1) / 2, w = b.x1 - b.x0, h = b.y1 - b.y0;
    double turn = fmod(fabs(angle * 180 / 3.14159265358979323846), 180);
    if (turn > 45 && turn < 135) { /* the box is that of the turned line */
        double other = w;
        w = h;
        h = other;
    }
    for (int i = 0; i < 2; i++) {
        double x = (i ? w : -w) / 2, y = (i ? h : -h) / 2;
        if (flip_h) x = -x;
        if (flip_v) y = -y;
        ends[i] = (struct point){cx + x * cos(angle) - y * sin(angle), cy + x * sin(angle) + y * cos(angle)};
    }
}

static bool is_round(const struct xml_node *geometry)
{
    const struct xml_node *adjust = xml_path(geometry, "a:avLst a:gd");
    struct str formula = xml_get(adjust, "fmla");
    return str_starts(formula, STR("val ")) && docx_number(str_slice(formula, 4, formula.n), 0) >= 40000;
}

static void shape(struct docx *d, const struct xml_node *n, struct scale k, struct drawn t)
{
    const struct xml_node *pr = xml_child(n, "wps:spPr"), *xfrm = xml_child(pr, "a:xfrm"), *style = xml_child(n, "wps:style");
    const struct xml_node *geometry = xml_child(pr, "a:prstGeom"), *ln = xml_child(pr, "a:ln");
    struct str id = xml_get(xml_child(n, "wps:cNvPr"), "id");
    if (id.p) t.ids[1] = id;
    t.kind = drawn_preset(xml_get(geometry, "prst"), &t.line);
    t.line |= xml_child(n, "wps:cNvCnPr") != NULL;
    t.untold = !t.line && xml_child(pr, "a:custGeom");
    if (t.kind == SHAPE_ROUNDED && is_round(geometry)) t.kind = SHAPE_CAPSULE;
    t.box = box_of(xfrm, k);
    if (t.line) {
        ends_of(xfrm, t.box, t.ends);
        t.glued[0] = xml_get(xml_path(n, "wps:cNvCnPr a:stCxn"), "id");
        t.glued[1] = xml_get(xml_path(n, "wps:cNvCnPr a:endCxn"), "id");
        t.head[0] = has_head(ln, "a:headEnd");
        t.head[1] = has_head(ln, "a:tailEnd");
        struct str dash = xml_get(xml_child(ln, "a:prstDash"), "val");
        t.dashed = dash.n && !str_eqz(dash, "solid");
    } else {
        const struct xml_node *text = xml_path(n, "wps:txbx w:txbxContent");
        bool text_box = is_on(xml_get(xml_child(n, "wps:cNvSpPr"), "txBox"));
        t.plain = !has_line(pr, style) && (!has_fill(pr, style) || text_box);
        if (text) docx_box_text(d, text, &t);
    }
    *ARENA_PUSH(d->a, &d->drawing.things) = t;
}

static void picture(struct docx *d, const struct xml_node *n, struct scale k, struct drawn t)
{
    struct str id = xml_get(xml_path(n, "pic:nvPicPr pic:cNvPr"), "id");
    if (id.p) t.ids[1] = id;
    t.box = box_of(xml_path(n, "pic:spPr a:xfrm"), k);
    t.picture = true;
    *ARENA_PUSH(d->a, &d->drawing.things) = t;
}

/* The scale inside a group: its own box against the box that its children count in. */
static struct scale inside(const struct xml_node *xfrm, struct scale k)
{
    const struct xml_node *off = xml_child(xfrm, "a:chOff"), *ext = xml_child(xfrm, "a:chExt");
    if (!xfrm || !off || !ext) return k;
    struct box b = box_of(xfrm, k);
    double w = docx_number(xml_get(ext, "cx"), 0), h = docx_number(xml_get(ext, "cy"), 0);
    struct scale in = {b.x0, b.y0, w > 0 ? (b.x1 - b.x0) / w : k.sx, h > 0 ? (b.y1 - b.y0) / h : k.sy};
    in.x -= docx_number(xml_get(off, "x"), 0) * in.sx;
    in.y -= docx_number(xml_get(off, "y"), 0) * in.sy;
    return in;
}

static void members(struct docx *d, const struct xml_node *parent, struct scale k, struct drawn t)
{
    for (const struct xml_node *n = xml_child(parent, NULL); n; n = xml_next(n, NULL)) {
        if (xml_is(n, "wps:wsp")) shape(d, n, k, t);
        else if (xml_is(n, "pic:pic")) picture(d, n, k, t);
        else if (xml_is(n, "wpg:wgp") || xml_is(n, "wpg:grpSp")) members(d, n, inside(xml_path(n, "wpg:grpSpPr a:xfrm"), k), t);
        else if (xml_is(n, "wpc:wpc")) members(d, n, k, t);
        else if (xml_is(n, "mc:AlternateContent")) members(d, docx_alternative(n), k, t);
    }
}

void docx_drawing(struct docx *d, const struct xml_node *drawing)
{
    const struct xml_node *within = xml_child(drawing, "wp:inline"), *at = within ? within : xml_child(drawing, "wp:anchor");
    if (!at || is_on(xml_get(at, "hidden"))) return;
    const struct xml_node *extent = xml_child(at, "wp:extent"), *data = xml_path(at, "a:graphic a:graphicData");
    double y = 0, wide = emu(extent, "cx"), high = emu(extent, "cy");
    struct drawn t = {.anchor = d->anchor, .within = within != NULL};
    t.ids[0] = xml_get(xml_child(at, "wp:docPr"), "id");
    if (within) t.anchor.frame = ++d->drawing.frames;
    t.floats = !within && !anchor_y(d, at, &y);
    double x = within ? d->anchor.left : anchor_x(d, at, wide);
    if (isnan(x)) t.floats = true, x = 0;
    struct scale k = {x, y + d->anchor.down, 1 / EMU, 1 / EMU};
    size_t before = d->drawing.things.n;
    members(d, data, k, t);
    if (str_ends(xml_get(data, "uri"), STR("/diagram"))) {
        t.picture = t.diagram = true;
        t.box = (struct box){k.x, k.y, k.x + wide, k.y + high};
        *ARENA_PUSH(d->a, &d->drawing.things) = t;
        return;
    }
    if (d->drawing.things.n == before + 1 && !xml_child(data, "wpc:wpc") && !xml_child(data, "wpg:wgp")) {
        struct drawn *only = &d->drawing.things.v[before]; /* its own offset says nothing: the anchor does */
        double dx = x - only->box.x0, dy = y + d->anchor.down - only->box.y0;
        only->box = (struct box){x, y + d->anchor.down, x + wide, y + d->anchor.down + high};
        for (int i = 0; i < 2; i++) only->ends[i].x += dx, only->ends[i].y += dy;
    }
}
