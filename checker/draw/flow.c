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

/* ---- labels: beside the symbol, inside its column, above the line that leaves to the right and below the symbol that is left downwards ---- */

enum { LABEL_LINE = SMALL + 1, LABEL_BYTES = 80, LABEL_LINES = 4 };

static struct str label_text(const struct flow_link *l)
{
    struct str s = str_trim(l->label);
    size_t end = s.n < LABEL_BYTES ? s.n : LABEL_BYTES;
    while (end < s.n && ((unsigned char)s.p[end] & 0xC0) == 0x80) end--;
    return str_slice(s, 0, end);
}

static bool is_placed(const struct picture *p, size_t i) { return p->lanes.of_step[i] != NO_INDEX; }

/* The room for a line of it. */
static int label_room(const struct picture *p, size_t k)
{
    int half = p->lane_w / 2 - 8;
    return p->track[k] >= 0 && is_placed(p, p->s->links.v[k].from) ? half - SYMBOL_W / 2 : half;
}

static struct lines label_lines(const struct picture *p, size_t k)
{
    struct lines l = letters_wrap(label_text(&p->s->links.v[k]), label_room(p, k), SMALL, false);
    if (l.n > LABEL_LINES) l.n = LABEL_LINES;
    return l;
}

static bool is_drawn(const struct picture *p, size_t k) { return p->s->links.v[k].to < p->s->steps.n; }

int flow_lane_width(const struct picture *p)
{
    int most = 0;
    for (size_t k = 0; k < p->s->links.n; k++) {
        struct str s = label_text(&p->s->links.v[k]);
        for (size_t i = 0, from = 0; is_drawn(p, k) && i <= s.n; i++) {
            if (i < s.n && s.p[i] != ' ') continue;
            int w = letters_width(str_slice(s, from, i), SMALL, false) + 9 + (p->track[k] >= 0 && is_placed(p, p->s->links.v[k].from) ? SYMBOL_W / 2 : 0);
            if (w > most) most = w;
            from = i + 1;
        }
    }
    return 2 * most;
}

/* Below its symbol a label needs room for all its lines, beside it for those above the line that it is about. */
int flow_row_height(const struct picture *p, size_t step)
{
    int most = 0;
    for (size_t k = 0; k < p->s->links.n; k++) {
        if (p->s->links.v[k].from != step || !is_drawn(p, k)) continue;
        int lines = (int)label_lines(p, k).n * LABEL_LINE;
        bool beside = p->track[k] >= 0 && is_placed(p, step);
        int h = !lines ? 0 : beside ? lines + 10 + p->way[k] * APART : lines + half_height(p, step) + 6;
        if (h > most) most = h;
    }
    return 2 * most;
}

/* Whether labels stand to the right below the middle of the symbol, too. */
static bool is_crowded(const struct picture *p, size_t step)
{
    for (size_t k = 0; k < p->s->links.n; k++)
        if (p->s->links.v[k].from == step && p->way[k] > 0 && p->track[k] >= 0) return true;
    return false;
}

/* They come last, on a rim of white. */
static void label(struct picture *p, size_t k)
{
    const struct flow_link *l = &p->s->links.v[k];
    struct exit_point out = exit_of(p, l->from, p->way[k]);
    struct lines text = label_lines(p, k);
    int lines = (int)text.n * LABEL_LINE, x = centre_x(p, l->from) + 5, y = centre_y(p, l->from) + half_height(p, l->from) + 2;
    const char *anchor = "start";
    if (p->track[k] < 0 && is_crowded(p, l->from)) x -= 10, anchor = "end";
    if (p->track[k] >= 0 && is_placed(p, l->from)) {
        x = out.x + 4;
        y = p->way[k] ? out.y + 3 : out.y - 7 - lines;
    } else if (p->track[k] >= 0) {
        x = out.x - 2;
        y = centre_y(p, l->from) - half_height(p, l->from) - 3 - lines * (1 + p->way[k]);
        anchor = "end";
    }
    for (size_t i = 0; i < text.n; i++) picture_text(p, x, y + (int)(i + 1) * LABEL_LINE - 2, anchor, " class=\"label\"", text.v[i]);
}

void flow_draw(struct picture *p)
{
    for (size_t i = 0; i < p->s->steps.n; i++) symbol(p, i);
    for (size_t k = 0; k < p->s->links.n; k++)
        if (p->s->links.v[k].to < p->s->steps.n) arrow(p, &p->s->links.v[k], p->track[k], p->way[k]);
    for (size_t k = 0; k < p->s->links.n; k++)
        if (is_drawn(p, k)) label(p, k);
}
