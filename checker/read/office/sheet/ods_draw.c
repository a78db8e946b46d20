/* What is drawn over a sheet of an OpenDocument spreadsheet (ODF 1.2 part 1, 10). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "read/office/drawn.h"
#include "read/office/sheet/ods.h"

enum { MOST_THINGS = 3000 };
static const double HUNDREDTH_MM = 72 / 2540.0;

static bool is_drawn(const struct xml_node *n) { return n->name && str_starts(str_of(n->name), STR("draw:")) && !xml_is(n, "draw:a"); }

bool ods_draws(const struct xml_node *parent)
{
    for (const struct xml_node *n = xml_child(parent, NULL); n; n = xml_next(n, NULL))
        if (str_starts(str_of(n->name), STR("draw:"))) return true;
    return false;
}

static struct str id_of(const struct xml_node *n) { return xml_get(n, "xml:id").p ? xml_get(n, "xml:id") : xml_get(n, "draw:id"); }

/* ---- places -------------------------------------------------------------------------------------------------- */

/* "rotate (1.57) translate (3cm 4cm)": the turn, and where it moves to; false: there is none. */
static bool transform(struct str s, double *turn, struct point *to)
{
    size_t rotate = str_find(s, STR("rotate ("), 0), move = str_find(s, STR("translate ("), 0);
    if (move == SIZE_MAX) return false;
    size_t from = move + 11, blank = str_find(s, STR(" "), from), end = str_find(s, STR(")"), from);
    if (end == SIZE_MAX || blank == SIZE_MAX || blank > end) return false;
    char number[32] = "";
    if (rotate != SIZE_MAX && s.n - rotate > 8) {
        struct str part = str_slice(s, rotate + 8, str_find(s, STR(")"), rotate));
        if (part.n < sizeof number) memcpy(number, part.p, part.n);
    }
    *turn = strtod(number, NULL);
    *to = (struct point){ods_length(str_slice(s, from, blank)), ods_length(str_slice(s, blank + 1, end))};
    return fabs(*turn) < 100;
}

static struct box box_of(const struct xml_node *n, struct point origin)
{
    double x = ods_length(xml_get(n, "svg:x")), y = ods_length(xml_get(n, "svg:y")), w = ods_length(xml_get(n, "svg:width")), h = ods_length(xml_get(n, "svg:height")), turn;
    struct point to;
    if (!transform(xml_get(n, "draw:transform"), &turn, &to)) return (struct box){origin.x + x, origin.y + y, origin.x + x + w, origin.y + y + h};
    double c = cos(-turn), s = sin(-turn), xs[] = {0, w * c, -h * s, w * c - h * s}, ys[] = {0, w * s, h * c, w * s + h * c};
    struct box b = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int i = 0; i < 4; i++)
        b = (struct box){fmin(b.x0, xs[i]), fmin(b.y0, ys[i]), fmax(b.x1, xs[i]), fmax(b.y1, ys[i])};
    return (struct box){origin.x + to.x + b.x0, origin.y + to.y + b.y0, origin.x + to.x + b.x1, origin.y + to.y + b.y1};
}

/* ---- shapes -------------------------------------------------------------------------------------------------- */

static enum shape_kind kind_of(const struct xml_node *n, const struct box *b, bool *line)
{
    double w = b->x1 - b->x0, h = b->y1 - b->y0;
    enum shape_kind kind = SHAPE_OTHER;
    *line = xml_is(n, "draw:line") || xml_is(n, "draw:connector");
    if (xml_is(n, "draw:custom-shape")) kind = drawn_preset(xml_get(xml_child(n, "draw:enhanced-geometry"), "draw:type"), line);
    else if (xml_is(n, "draw:rect")) kind = ods_length(xml_get(n, "draw:corner-radius")) > 0 ? SHAPE_ROUNDED : SHAPE_BOX;
    else if (xml_is(n, "draw:ellipse") || xml_is(n, "draw:circle")) kind = SHAPE_CIRCLE;
    else if (xml_is(n, "draw:frame")) kind = SHAPE_BOX;
    return kind == SHAPE_CIRCLE && w > 1.5 * h ? SHAPE_CAPSULE : kind;
}

static void take_shape(struct ods *o, const struct xml_node *n, enum shape_kind kind, struct box b, struct sheet_drawing *out)
{
    const struct xml_node *box = xml_child(n, "draw:text-box");
    struct ods_style style = ods_style(o, xml_get(n, "draw:style-name"));
    struct drawn_shape *s = ARENA_PUSH(o->a, &out->shapes);
    *s = (struct drawn_shape){.id = id_of(n), .kind = kind, .box = b, .text = ods_text(o, box ? box : n)};
    s->picture = xml_is(n, "draw:frame") && xml_child(n, "draw:image");
    s->text_box = box != NULL;
    s->untold = xml_is(n, "draw:custom-shape") && !xml_get(xml_child(n, "draw:enhanced-geometry"), "draw:type").n;
    bool frame = xml_is(n, "draw:frame"); /* has neither line nor fill of its own */
    s->outlined = style.stroke > LOOK_NONE || (style.stroke == LOOK_UNSAID && !frame);
    s->filled = style.fill > LOOK_NONE || (style.fill == LOOK_UNSAID && !frame);
}

/* ---- lines --------------------------------------------------------------------------------------------------- */

static void put_point(struct ods *o, struct drawn_line *line, struct point p) { *ARENA_PUSH(o->a, &line->points) = p; }

struct pen {
    struct point first, now;    /* in the path's own numbers */
    bool begun;
};

static size_t numbers_of(char command)
{
    switch (command | 32) {
    case 'h':
    case 'v': return 1;
    case 'm':
    case 'l': return 2;
    case 'q':
    case 's': return 4;
    case 'c': return 6;
    default: return 0;
    }
}

static void move_pen(struct pen *pen, char command, const double *v, size_t n)
{
    bool relative = command >= 'a';
    struct point was = relative ? pen->now : (struct point){0, 0};
    if ((command | 32) == 'h') pen->now.x = was.x + v[0];
    else if ((command | 32) == 'v') pen->now.y = was.y + v[0];
    else pen->now = (struct point){was.x + v[n - 2], was.y + v[n - 1]};
    if (!pen->begun) pen->first = pen->now;
    pen->begun = true;
}

/* Points of an SVG path (of curves their ends), its first one at `start`. */
static void take_path(struct ods *o, struct drawn_line *line, struct str path, struct point start)
{
    struct pen pen = {0};
    char command = 'M';
    double v[6];
    size_t n = 0;
    const char *p = path.p ? path.p : "", *end = p + path.n;
    while (p < end && line->points.n < 64) {
        if (is_alpha(*p)) command = *p++, n = 0;
        char *after;
        double value = strtod(p, &after); /* attribute values end with a NUL */
        if (after == p) {
            p++;
            continue;
        }
        p = after;
        v[n++] = value;
        size_t want = numbers_of(command);
        if (!want) return;
        if (n < want) continue;
        move_pen(&pen, command, v, n);
        put_point(o, line, (struct point){start.x + (pen.now.x - pen.first.x) * HUNDREDTH_MM, start.y + (pen.now.y - pen.first.y) * HUNDREDTH_MM});
        n = 0;
    }
}

static void take_line(struct ods *o, const struct xml_node *n, struct point origin, struct box b, struct sheet_drawing *out)
{
    struct ods_style style = ods_style(o, xml_get(n, "draw:style-name"));
    if (style.stroke == LOOK_NONE) return;
    struct drawn_line line = {.from = xml_get(n, "draw:start-shape"), .to = xml_get(n, "draw:end-shape"), .dashed = style.stroke == LOOK_DASHED};
    struct point start = {b.x0, b.y0}, end = {b.x1, b.y1};
    if (xml_get(n, "svg:x1").p) {
        start = (struct point){origin.x + ods_length(xml_get(n, "svg:x1")), origin.y + ods_length(xml_get(n, "svg:y1"))};
        end = (struct point){origin.x + ods_length(xml_get(n, "svg:x2")), origin.y + ods_length(xml_get(n, "svg:y2"))};
    }
    line.head_from = style.head_from;
    line.head_to = style.head_to;
    take_path(o, &line, xml_get(n, "svg:d"), start);
    if (line.points.n < 2) {
        line.points.n = 0;
        put_point(o, &line, start);
        put_point(o, &line, end);
    }
    *ARENA_PUSH(o->a, &out->lines) = line;
}

/* ---- all ----------------------------------------------------------------------------------------------------- */

static void take_thing(struct ods *o, const struct xml_node *n, struct point origin, struct sheet_drawing *out)
{
    struct box b = box_of(n, origin);
    bool line;
    if (out->shapes.n + out->lines.n >= MOST_THINGS) return;
    enum shape_kind kind = kind_of(n, &b, &line);
    if (line) take_line(o, n, origin, b, out);
    else take_shape(o, n, kind, b, out);
}

void ods_draw(struct ods *o, const struct xml_node *parent, struct point origin, struct sheet_drawing *out)
{
    for (const struct xml_node *n = xml_child(parent, NULL); n; n = xml_next(n, NULL)) {
        if (!is_drawn(n) && !xml_is(n, "draw:a")) continue;
        if (!xml_is(n, "draw:g") && !xml_is(n, "draw:a")) {
            take_thing(o, n, origin, out);
            continue;
        }
        size_t before = out->shapes.n;
        ods_draw(o, n, origin, out);
        if (id_of(n).p && out->shapes.n > before) *ARENA_PUSH(o->a, &out->groups) = (struct group_name){id_of(n), out->shapes.v[before].id};
    }
}
