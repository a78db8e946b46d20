/* The symbols of the official form and the lines between them. */
#include "draw/picture.h"

enum { MAX_TRACKS = 12, APART = 12 };

static int centre_x(const struct picture *p, size_t i)
{
    size_t lane = p->lanes.of_step[i];
    return lane == NO_INDEX ? p->lane_x + (int)p->lanes.n * p->lane_w / 2 : p->lane_x + (int)lane * p->lane_w + p->lane_w / 2;
}

static int centre_y(const struct picture *p, size_t i) { return p->top[i] + p->height[i] / 2; }

static void symbol(struct picture *p, size_t i)
{
    int x = centre_x(p, i), y = centre_y(p, i), w = SYMBOL_W / 2, h = SYMBOL_H / 2;
    const char *stroke = p->defects[i].rules.n ? draw_colour(p->defects[i].worst) : "#222";
    int thick = p->defects[i].rules.n ? 2 : 1;
    bool placed = p->lanes.of_step[i] != NO_INDEX;
    enum mark m = placed ? draw_symbol(p->s, i) : MARK_NONE;
    buf_printf(p->b, "<g stroke=\"%s\" stroke-width=\"%d\" fill=\"#fff\">", stroke, thick);
    switch (m) {
    case MARK_TERMINATOR: buf_printf(p->b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>", x - w, y - h, 2 * w, 2 * h, h); break;
    case MARK_PROCESS: buf_printf(p->b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", x - w, y - h, 2 * w, 2 * h); break;
    case MARK_DECISION: buf_printf(p->b, "<path d=\"M%d %d L%d %d L%d %d L%d %d Z\"/>", x, y - h - 4, x + w, y, x, y + h + 4, x - w, y); break;
    case MARK_CONNECTOR:
        buf_printf(p->b, "<path d=\"M%d %d H%d V%d L%d %d L%d %d Z\"/>", x - h, y - h, x + h, y + h / 2, x, y + h, x - h, y + h / 2);
        break;
    default: /* over all executors where not even the column is known */
        buf_printf(p->b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" stroke-dasharray=\"4 3\" fill=\"#f6f6f6\"/>", placed ? x - w : p->lane_x + PAD, y - h,
                   placed ? 2 * w : (int)p->lanes.n * p->lane_w - 2 * PAD, 2 * h);
    }
    buf_z(p->b, "</g>\n");
    if (m == MARK_NONE || m == MARK_OTHER) picture_text(p, x, y + 4, "middle", " class=\"lost\"", STR("?"));
}

/* Lines that do not go to the next row take tracks, each the first that is free over all the rows it passes. Only one line leaves a symbol
 * straight down. */
int flow_tracks(struct picture *p)
{
    size_t busy_to[MAX_TRACKS], down_from = NO_INDEX;
    int tracks = 0;
    for (size_t k = 0; k < p->s->links.n; k++) {
        const struct flow_link *l = &p->s->links.v[k];
        p->track[k] = -1;
        p->way[k] = 0;
        if (l->to >= p->s->steps.n) continue;
        if (l->to == l->from + 1 && down_from != l->from) {
            down_from = l->from;
            continue;
        }
        for (size_t before = 0; before < k; before++) p->way[k] += p->s->links.v[before].from == l->from && p->track[before] >= 0;
        size_t low = l->from < l->to ? l->from : l->to, high = l->from < l->to ? l->to : l->from;
        int t = 0;
        while (t < tracks && busy_to[t] >= low) t++;
        if (t == MAX_TRACKS) t--;
        if (t == tracks) tracks++;
        busy_to[t] = high;
        p->track[k] = t;
    }
    return tracks;
}

static int half_width(const struct picture *p, size_t i)
{
    return p->lanes.of_step[i] == NO_INDEX ? (int)p->lanes.n * p->lane_w / 2 - PAD : SYMBOL_W / 2;
}

static bool is_decision(const struct picture *p, size_t i) { return p->lanes.of_step[i] != NO_INDEX && draw_symbol(p->s, i) == MARK_DECISION; }

static int half_height(const struct picture *p, size_t i) { return SYMBOL_H / 2 + (is_decision(p, i) ? 4 : 0); }

/* Where the n-th way into a track leaves its symbol: the first in the middle of the side, the next below it. */
struct exit_point {
    int x, y;
};
static struct exit_point exit_of(const struct picture *p, size_t i, int n)
{
    int most = (half_height(p, i) - 3) / APART, down = (n < most ? n : most) * APART, w = half_width(p, i);
    if (is_decision(p, i)) w -= w * down / half_height(p, i);
    return (struct exit_point){centre_x(p, i) + w, centre_y(p, i) + down};
}

static void arrow(struct picture *p, const struct flow_link *l, int track, int way)
{
    int x1 = centre_x(p, l->from), y1 = centre_y(p, l->from), x2 = centre_x(p, l->to), y2 = centre_y(p, l->to);
    const char *dash = l->origin == ORIGIN_ORDER ? " stroke-dasharray=\"1 3\"" : l->origin >= ORIGIN_WORDED ? " stroke-dasharray=\"5 3\"" : "";
    buf_printf(p->b, "<path class=\"flow\"%s marker-end=\"url(#tip)\" d=\"", dash);
    if (track < 0) {
        buf_printf(p->b, "M%d %d V%d H%d V%d\"/>\n", x1, y1 + half_height(p, l->from), p->top[l->to], x2, y2 - half_height(p, l->to) - 1);
        return;
    }
    struct exit_point out = exit_of(p, l->from, way);
    int offset = l->to <= l->from ? 5 : -5;
    buf_printf(p->b, "M%d %d H%d V%d H%d\"/>\n", out.x, out.y, p->track_x + 6 + track * TRACK, y2 + offset, x2 + half_width(p, l->to) + 1);
}

/* Labels come last, on a rim of white: no line goes through one. */
static void label(struct picture *p, const struct flow_link *l, int track, int way)
{
    struct exit_point out = exit_of(p, l->from, way);
    size_t end = l->label.n < 24 ? l->label.n : 24;
    while (end < l->label.n && ((unsigned char)l->label.p[end] & 0xC0) == 0x80) end--;
    if (str_blank(l->label)) return;
    struct str s = str_slice(l->label, 0, end);
    if (track < 0) picture_text(p, centre_x(p, l->from) + 5, centre_y(p, l->from) + half_height(p, l->from) + SMALL + 1, "start", " class=\"label\"", s);
    else picture_text(p, out.x + 4, way ? out.y + SMALL + 3 : out.y - 8, "start", " class=\"label\"", s);
}

void flow_draw(struct picture *p)
{
    for (size_t i = 0; i < p->s->steps.n; i++) symbol(p, i);
    for (size_t k = 0; k < p->s->links.n; k++)
        if (p->s->links.v[k].to < p->s->steps.n) arrow(p, &p->s->links.v[k], p->track[k], p->way[k]);
    for (size_t k = 0; k < p->s->links.n; k++)
        if (p->s->links.v[k].to < p->s->steps.n) label(p, &p->s->links.v[k], p->track[k], p->way[k]);
}
