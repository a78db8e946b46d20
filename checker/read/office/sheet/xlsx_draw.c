/* Drawings of sheets: DrawingML in spreadsheets (ECMA-376 part 1, 20.5). Only anchors tell where things are: the transform
 * (a:xfrm) of a top-level thing goes stale when rows and columns change. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/office/drawn.h"
#include "read/office/sheet/xlsx.h"

enum { MOST_THINGS = 3000 };
static const double EMU = 12700;

struct frame {              /* from a group's own coordinates to points */
    double x, y, sx, sy;
};

struct draw_state {
    struct workbook *w;
    struct sheet_drawing *d;
    size_t things;
};

static double number_of(struct str s)
{
    char copy[32], *end;
    if (!s.n || s.n >= sizeof copy) return 0;
    memcpy(copy, s.p, s.n);
    copy[s.n] = '\0';
    double v = strtod(copy, &end);
    return *end || !(fabs(v) < 1e12) ? 0 : v;
}

static double content_number(struct draw_state *k, const struct xml_node *n) { return n ? number_of(str_trim(xml_content(k->w->a, n))) : 0; }
static bool is_true(struct str s) { return str_eqz(s, "1") || str_eqz(s, "true"); }

/* ---- anchors ------------------------------------------------------------------------------------------------- */

static double along(const struct sheet_axis *x, double index, double offset)
{
    if (!x->n) return 0;
    uint32_t i = index < 0 ? 0 : index >= x->n ? x->n - 1 : (uint32_t)index;
    double size = x->at[i + 1] - x->at[i];
    return x->at[i] + fmin(fmax(offset / EMU, 0), size);
}

static struct point marker(struct draw_state *k, const struct xml_node *n)
{
    return (struct point){along(&k->d->cols, content_number(k, xml_child(n, "xdr:col")), content_number(k, xml_child(n, "xdr:colOff"))),
                          along(&k->d->rows, content_number(k, xml_child(n, "xdr:row")), content_number(k, xml_child(n, "xdr:rowOff")))};
}

static struct box anchor_box(struct draw_state *k, const struct xml_node *anchor)
{
    const struct xml_node *from = xml_child(anchor, "xdr:from"), *to = xml_child(anchor, "xdr:to"), *pos = xml_child(anchor, "xdr:pos"), *ext = xml_child(anchor, "xdr:ext");
    struct point p = {number_of(xml_get(pos, "x")) / EMU, number_of(xml_get(pos, "y")) / EMU}, q;
    if (from) p = marker(k, from);
    q = to ? marker(k, to) : (struct point){p.x + number_of(xml_get(ext, "cx")) / EMU, p.y + number_of(xml_get(ext, "cy")) / EMU};
    return (struct box){p.x, p.y, fmax(p.x, q.x), fmax(p.y, q.y)};
}

/* The box of a thing inside a group: as it is seen, quarter turns considered. */
static struct box inner_box(const struct xml_node *xfrm, struct frame f)
{
    const struct xml_node *off = xml_child(xfrm, "a:off"), *ext = xml_child(xfrm, "a:ext");
    double x = number_of(xml_get(off, "x")), y = number_of(xml_get(off, "y")), w = number_of(xml_get(ext, "cx")), h = number_of(xml_get(ext, "cy"));
    double turn = fmod(fabs(number_of(xml_get(xfrm, "rot"))) / 60000, 180);
    if (turn >= 45 && turn < 135) {
        double was = w;
        x += (w - h) / 2;
        y += (h - w) / 2;
        w = h;
        h = was;
    }
    return (struct box){f.x + x * f.sx, f.y + y * f.sy, f.x + (x + w) * f.sx, f.y + (y + h) * f.sy};
}

/* ---- shapes -------------------------------------------------------------------------------------------------- */

static enum shape_kind kind_of(const struct xml_node *geometry, const struct box *b)
{
    struct str preset = xml_get(geometry, "prst"), rounding = xml_get(xml_path(geometry, "a:avLst a:gd"), "fmla");
    bool line;
    enum shape_kind kind = drawn_preset(preset, &line);
    if (kind == SHAPE_CIRCLE && b->x1 - b->x0 > 1.5 * (b->y1 - b->y0)) return SHAPE_CAPSULE;
    if (kind == SHAPE_ROUNDED && str_starts(rounding, STR("val ")) && number_of(str_slice(rounding, 4, rounding.n)) >= 40000) return SHAPE_CAPSULE;
    return kind;
}

/* Whether the properties draw it: said there, or by the style that they refer to. */
static bool drawn_by(const struct xml_node *said, const struct xml_node *style, const char *reference)
{
    if (xml_child(said, "a:noFill")) return false;
    if (xml_child(said, "a:solidFill") || xml_child(said, "a:gradFill") || xml_child(said, "a:pattFill") || xml_child(said, "a:blipFill")) return true;
    struct str index = xml_get(xml_child(style, reference), "idx");
    return index.n && !str_eqz(index, "0");
}

static struct str text_of(struct draw_state *k, const struct xml_node *body)
{
    struct buf b = BUF_INIT;
    buf_add(&b, "", 0);
    for (const struct xml_node *p = xml_child(body, "a:p"); p; p = xml_next(p, "a:p")) {
        if (b.n) buf_ch(&b, '\n');
        for (const struct xml_node *n = p; n; n = xml_walk(p, n, false)) {
            if (xml_is(n, "a:t")) buf_str(&b, xml_content(k->w->a, n));
            else if (xml_is(n, "a:br")) buf_ch(&b, '\n');
        }
    }
    struct str text = arena_str(k->w->a, str_trim(buf_view(&b)));
    buf_free(&b);
    return text;
}

static const struct xml_node *naming(const struct xml_node *n)
{
    static const char *const paths[] = {"xdr:nvSpPr xdr:cNvPr", "xdr:nvCxnSpPr xdr:cNvPr", "xdr:nvPicPr xdr:cNvPr", "xdr:nvGrpSpPr xdr:cNvPr"};
    for (size_t i = 0; i < COUNT(paths); i++)
        if (xml_path(n, paths[i])) return xml_path(n, paths[i]);
    return NULL;
}

static void take_shape(struct draw_state *k, const struct xml_node *n, struct box box)
{
    const struct xml_node *look = xml_child(n, "xdr:spPr"), *style = xml_child(n, "xdr:style"), *geometry = xml_child(look, "a:prstGeom");
    struct drawn_shape *s = ARENA_PUSH(k->w->a, &k->d->shapes);
    *s = (struct drawn_shape){.id = xml_get(naming(n), "id"), .kind = kind_of(geometry, &box), .box = box};
    s->picture = xml_is(n, "xdr:pic");
    s->text_box = is_true(xml_get(xml_path(n, "xdr:nvSpPr xdr:cNvSpPr"), "txBox"));
    s->outlined = drawn_by(xml_child(look, "a:ln"), style, "a:lnRef");
    s->filled = drawn_by(look, style, "a:fillRef");
    s->text = text_of(k, xml_child(n, "xdr:txBody"));
}

/* ---- lines --------------------------------------------------------------------------------------------------- */

static bool is_line(const struct xml_node *n)
{
    struct str preset = xml_get(xml_path(n, "xdr:spPr a:prstGeom"), "prst");
    return xml_is(n, "xdr:cxnSp") || str_eqz(preset, "line") || str_find(preset, STR("Connector"), 1) != SIZE_MAX;
}

/* Adjustments of elbows, as parts of the width and height. */
static double adjustment(const struct xml_node *geometry, const char *name, double otherwise)
{
    for (const struct xml_node *g = xml_path(geometry, "a:avLst a:gd"); g; g = xml_next(g, "a:gd")) {
        struct str formula = xml_get(g, "fmla");
        if (str_eqz(xml_get(g, "name"), name) && str_starts(formula, STR("val "))) return number_of(str_slice(formula, 4, formula.n)) / 100000;
    }
    return otherwise;
}

/* The way in the line's own unit square, from (0, 0) to (1, 1). */
static size_t own_way(const struct xml_node *geometry, struct point out[6])
{
    struct str preset = xml_get(geometry, "prst");
    double a = adjustment(geometry, "adj1", 0.5), b = adjustment(geometry, "adj2", 0.5), c = adjustment(geometry, "adj3", 0.5);
    size_t n = 0;
    char bends = preset.n && (str_starts(preset, STR("bent")) || str_starts(preset, STR("curved"))) ? preset.p[preset.n - 1] : '1';
    out[n++] = (struct point){0, 0};
    if (bends == '2') out[n++] = (struct point){1, 0};
    if (bends >= '3' && bends <= '5') out[n++] = (struct point){a, 0};
    if (bends == '3') out[n++] = (struct point){a, 1};
    if (bends == '4' || bends == '5') out[n++] = (struct point){a, b};
    if (bends == '4') out[n++] = (struct point){1, b};
    if (bends == '5') {
        out[n++] = (struct point){c, b};
        out[n++] = (struct point){c, 1};
    }
    out[n++] = (struct point){1, 1};
    return n;
}

/* The way on the sheet: flipped, then turned about the middle of the box that is seen. */
static void take_way(struct draw_state *k, struct drawn_line *line, const struct xml_node *look, struct box box)
{
    const struct xml_node *xfrm = xml_child(look, "a:xfrm");
    struct point way[6];
    size_t n = own_way(xml_child(look, "a:prstGeom"), way);
    double angle = number_of(xml_get(xfrm, "rot")) / 60000, turn = fmod(fabs(angle), 180), radians = angle * 3.14159265358979323846 / 180;
    double w = box.x1 - box.x0, h = box.y1 - box.y0, x = box.x0 + w / 2, y = box.y0 + h / 2;
    if (turn >= 45 && turn < 135) {
        double was = w;
        w = h;
        h = was;
    }
    for (size_t i = 0; i < n; i++) {
        double px = (way[i].x - 0.5) * w * (is_true(xml_get(xfrm, "flipH")) ? -1 : 1), py = (way[i].y - 0.5) * h * (is_true(xml_get(xfrm, "flipV")) ? -1 : 1);
        *ARENA_PUSH(k->w->a, &line->points) = (struct point){x + px * cos(radians) - py * sin(radians), y + px * sin(radians) + py * cos(radians)};
    }
}

static bool has_head(const struct xml_node *ln, const char *name)
{
    struct str type = xml_get(xml_child(ln, name), "type");
    return type.n && !str_eqz(type, "none");
}

static void take_line(struct draw_state *k, const struct xml_node *n, struct box box)
{
    const struct xml_node *look = xml_child(n, "xdr:spPr"), *ln = xml_child(look, "a:ln"), *ends = xml_path(n, "xdr:nvCxnSpPr xdr:cNvCxnSpPr");
    if (xml_child(ln, "a:noFill")) return;
    struct drawn_line *line = ARENA_PUSH(k->w->a, &k->d->lines);
    struct str dash = xml_get(xml_child(ln, "a:prstDash"), "val");
    *line = (struct drawn_line){.from = xml_get(xml_child(ends, "a:stCxn"), "id"), .to = xml_get(xml_child(ends, "a:endCxn"), "id")};
    line->head_from = has_head(ln, "a:headEnd");
    line->head_to = has_head(ln, "a:tailEnd");
    line->dashed = (dash.n && !str_eqz(dash, "solid")) || xml_child(ln, "a:custDash");
    take_way(k, line, look, box);
}

/* ---- all ----------------------------------------------------------------------------------------------------- */

static const struct xml_node *alternative(const struct xml_node *n)
{
    const struct xml_node *choice = xml_child(n, "mc:Choice");
    return choice ? choice : xml_child(n, "mc:Fallback");
}

static void take_things(struct draw_state *k, const struct xml_node *parent, struct frame f, const struct box *whole);

static void take_group(struct draw_state *k, const struct xml_node *n, struct box box)
{
    const struct xml_node *xfrm = xml_path(n, "xdr:grpSpPr a:xfrm"), *off = xml_child(xfrm, "a:chOff"), *ext = xml_child(xfrm, "a:chExt");
    double w = number_of(xml_get(ext, "cx")), h = number_of(xml_get(ext, "cy"));
    struct frame f = {.sx = w > 0 ? (box.x1 - box.x0) / w : 1 / EMU, .sy = h > 0 ? (box.y1 - box.y0) / h : 1 / EMU};
    size_t before = k->d->shapes.n;
    f.x = box.x0 - number_of(xml_get(off, "x")) * f.sx;
    f.y = box.y0 - number_of(xml_get(off, "y")) * f.sy;
    take_things(k, n, f, NULL);
    struct str id = xml_get(naming(n), "id");
    if (id.p && k->d->shapes.n > before) *ARENA_PUSH(k->w->a, &k->d->groups) = (struct group_name){id, k->d->shapes.v[before].id};
}

/* The things below an anchor (`whole`: its box) or inside a group. */
static void take_things(struct draw_state *k, const struct xml_node *parent, struct frame f, const struct box *whole)
{
    for (const struct xml_node *n = xml_child(parent, NULL); n; n = xml_next(n, NULL)) {
        if (xml_is(n, "mc:AlternateContent")) take_things(k, alternative(n), f, whole);
        bool group = xml_is(n, "xdr:grpSp");
        if (whole && str_ends(xml_get(xml_path(n, "a:graphic a:graphicData"), "uri"), STR("/diagram")))
            *ARENA_PUSH(k->w->a, &k->d->shapes) = (struct drawn_shape){.box = *whole, .diagram = true};
        if (!group && !xml_is(n, "xdr:sp") && !xml_is(n, "xdr:cxnSp") && !xml_is(n, "xdr:pic")) continue;
        if (is_true(xml_get(naming(n), "hidden")) || ++k->things > MOST_THINGS) continue;
        struct box box = whole ? *whole : inner_box(xml_path(n, group ? "xdr:grpSpPr a:xfrm" : "xdr:spPr a:xfrm"), f);
        if (group) take_group(k, n, box);
        else if (is_line(n)) take_line(k, n, box);
        else take_shape(k, n, box);
    }
}

static void take_anchor(struct draw_state *k, const struct xml_node *n)
{
    struct box box = anchor_box(k, n);
    take_things(k, n, (struct frame){0}, &box);
}

/* How many rows and columns the anchors reach over. */
static uint32_t furthest(struct draw_state *k, const struct xml_node *root, const char *what)
{
    double most = 0;
    for (const struct xml_node *n = root; n; n = xml_walk(root, n, false))
        if (xml_is(n, what)) most = fmax(most, content_number(k, n));
    return most < 1048575 ? (uint32_t)most + 1 : 1048576;
}

enum rc workbook_drawing(struct workbook *w, struct str part, const struct sheet *s, struct sheet_drawing *out, struct trouble *why)
{
    struct xml_node *root;
    struct draw_state k = {w, out, 0};
    enum rc rc = package_xml(w->p, part, &root, why);
    if (rc != RC_OK) return rc;
    uint32_t rows = furthest(&k, root, "xdr:row") + 200, cols = furthest(&k, root, "xdr:col") + 50; /* room for what has but a size */
    const struct sheet_cell *last = s->cells.n ? &s->cells.v[s->cells.n - 1] : NULL;
    if (last && last->row + last->rowspan > rows) rows = last->row + last->rowspan;
    out->rows = sheet_axis(w->a, &s->rows, s->rows_hidden ? 0 : s->row_size, rows);
    out->cols = sheet_axis(w->a, &s->cols, s->col_size, cols);
    for (const struct xml_node *n = xml_child(root, NULL); n; n = xml_next(n, NULL)) {
        if (xml_is(n, "mc:AlternateContent")) {
            for (const struct xml_node *m = xml_child(alternative(n), NULL); m; m = xml_next(m, NULL)) take_anchor(&k, m);
        } else {
            take_anchor(&k, n);
        }
    }
    return RC_OK;
}
