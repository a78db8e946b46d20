/* The official form as SVG: a row for each step, a column for each executor, symbols and arrows between them, mutu baku at the right. */
#include "base/escape.h"
#include "draw/drawing.h"

enum {
    FONT = 11, LINE = 14, PAD = 6, HEAD_MIN = 46, MAX_TRACKS = 12, ROW_MIN = 58, SYMBOL_W = 64, SYMBOL_H = 30, LANE_W = 104, TRACK = 9,
    NUMBER_W = 34, TEXT_W = 230, CELL_W = 118, TIME_W = 78
};

struct picture {
    struct buf *b;
    struct arena *a;
    const struct sop *s;
    const struct defects *defects;
    struct lanes lanes;
    enum lang lang;
    int lane_x, track_x, right_x, width; /* left edges of executors, of the tracks behind them, of mutu baku; all */
    int head;               /* height of the headings */
    int *track;             /* by link: its track; -1: it goes straight down to the next row */
    int *top, *height;      /* of each row */
    int bottom;
};

struct lines {
    struct str v[40];
    size_t n;
};

static size_t letters(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return n;
}

/* Breaks between words to what fits into `width` pixels. */
static struct lines wrap(struct str s, int width)
{
    struct lines out = {.n = 0};
    size_t most = (size_t)(width - 2 * PAD) * 10 / (FONT * 6), from = 0, last = 0;
    s = str_trim(s);
    for (size_t i = 0; i <= s.n && out.n < COUNT(out.v); i++) {
        if (i < s.n && s.p[i] != ' ' && s.p[i] != '\n') continue;
        if (last > from && letters(str_slice(s, from, i)) > most) {
            out.v[out.n++] = str_slice(s, from, last);
            from = last + 1;
        }
        last = i;
    }
    if (from < s.n && out.n < COUNT(out.v)) out.v[out.n++] = str_trim(str_slice(s, from, s.n));
    return out;
}

static void text(struct picture *p, int x, int y, const char *anchor, const char *more, struct str s)
{
    buf_printf(p->b, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\"%s>", x, y, anchor, more);
    xml_text(p->b, s, false);
    buf_z(p->b, "</text>\n");
}

static void block(struct picture *p, int x, int y, int width, struct str s)
{
    struct lines l = wrap(s, width);
    for (size_t i = 0; i < l.n; i++) text(p, x + PAD, y + PAD + FONT + (int)i * LINE, "start", "", l.v[i]);
}

static void box(struct picture *p, int x, int y, int w, int h) { buf_printf(p->b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" class=\"cell\"/>\n", x, y, w, h); }

static void head(struct picture *p, int x, int w, struct str s)
{
    struct lines l = wrap(s, w);
    buf_printf(p->b, "<rect x=\"%d\" y=\"0\" width=\"%d\" height=\"%d\" class=\"head\"/>\n", x, w, p->head);
    int y = p->head / 2 + FONT / 2 - (int)(l.n ? l.n - 1 : 0) * LINE / 2;
    for (size_t i = 0; i < l.n; i++) text(p, x + w / 2, y + (int)i * LINE - 1, "middle", " class=\"b\"", l.v[i]);
}

static struct str joined(struct picture *p, const struct items *items)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < items->n; i++) {
        if (i) buf_z(&b, "; ");
        buf_str(&b, str_trim(items->v[i].text));
    }
    struct str s = arena_str(p->a, buf_view(&b));
    buf_free(&b);
    return s;
}

struct cell_of_row {
    struct str text;
    int width;
};
enum { CELLS = 4 };

static void right_cells(struct picture *p, size_t i, struct cell_of_row *out)
{
    const struct step *s = &p->s->steps.v[i];
    out[0] = (struct cell_of_row){joined(p, &s->requirements), CELL_W};
    out[1] = (struct cell_of_row){str_trim(s->duration.text), TIME_W};
    out[2] = (struct cell_of_row){str_trim(s->output.text), CELL_W};
    out[3] = (struct cell_of_row){str_trim(s->note.text), CELL_W};
}

static void measure(struct picture *p)
{
    p->head = HEAD_MIN;
    for (size_t c = 0; c < p->lanes.n; c++) {
        int h = (int)wrap(p->lanes.name[c], LANE_W).n * LINE + 2 * PAD;
        if (h > p->head) p->head = h;
    }
    int y = p->head;
    for (size_t i = 0; i < p->s->steps.n; i++) {
        struct cell_of_row cells[CELLS];
        size_t most = wrap(draw_title(p->s, i), TEXT_W).n;
        right_cells(p, i, cells);
        for (size_t k = 0; k < CELLS; k++) {
            size_t n = wrap(cells[k].text, cells[k].width).n;
            if (n > most) most = n;
        }
        int h = (int)most * LINE + 2 * PAD;
        p->top[i] = y;
        p->height[i] = h < ROW_MIN ? ROW_MIN : h;
        y += p->height[i];
    }
    p->bottom = y;
}

static int centre_x(const struct picture *p, size_t i)
{
    size_t lane = p->lanes.of_step[i];
    return lane == NO_INDEX ? p->lane_x + (int)p->lanes.n * LANE_W / 2 : p->lane_x + (int)lane * LANE_W + LANE_W / 2;
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
                   placed ? 2 * w : (int)p->lanes.n * LANE_W - 2 * PAD, 2 * h);
    }
    buf_z(p->b, "</g>\n");
    if (m == MARK_NONE || m == MARK_OTHER) text(p, x, y + 4, "middle", " class=\"lost\"", STR("?"));
    if (p->defects[i].rules.n) {
        char style[64];
        snprintf(style, sizeof style, " font-size=\"9\" fill=\"%s\"", stroke);
        text(p, x + 5, p->top[i] + p->height[i] - 3, "start", style, p->defects[i].rules);
    }
}

/* Tracks for arrows that do not go to the next row: each takes the first track that is free over all the rows it passes. Only one arrow
 * leaves a symbol straight down. Gives how many tracks are needed. */
static int lay_tracks(struct picture *p)
{
    size_t busy_to[MAX_TRACKS], down_from = NO_INDEX;
    int tracks = 0;
    for (size_t k = 0; k < p->s->links.n; k++) {
        const struct flow_link *l = &p->s->links.v[k];
        p->track[k] = -1;
        if (l->to >= p->s->steps.n) continue;
        if (l->to == l->from + 1 && down_from != l->from) {
            down_from = l->from;
            continue;
        }
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

static void label(struct picture *p, int x, int y, struct str s)
{
    size_t end = s.n < 24 ? s.n : 24;
    while (end < s.n && ((unsigned char)s.p[end] & 0xC0) == 0x80) end--;
    if (!str_blank(s)) text(p, x, y, "start", " class=\"label\"", str_slice(s, 0, end));
}

static int half_width(const struct picture *p, size_t i)
{
    return p->lanes.of_step[i] == NO_INDEX ? (int)p->lanes.n * LANE_W / 2 - PAD : SYMBOL_W / 2;
}

static int half_height(const struct picture *p, size_t i)
{
    return SYMBOL_H / 2 + (p->lanes.of_step[i] != NO_INDEX && draw_symbol(p->s, i) == MARK_DECISION ? 4 : 0);
}

static void arrow(struct picture *p, const struct flow_link *l, int track)
{
    int x1 = centre_x(p, l->from), y1 = centre_y(p, l->from), x2 = centre_x(p, l->to), y2 = centre_y(p, l->to);
    const char *dash = l->origin == ORIGIN_ORDER ? " stroke-dasharray=\"1 3\"" : l->origin >= ORIGIN_WORDED ? " stroke-dasharray=\"5 3\"" : "";
    buf_printf(p->b, "<path class=\"flow\"%s marker-end=\"url(#tip)\" d=\"", dash);
    if (track < 0) {
        buf_printf(p->b, "M%d %d V%d H%d V%d\"/>\n", x1, y1 + half_height(p, l->from), p->top[l->to], x2, y2 - half_height(p, l->to) - 1);
        label(p, x1 + 4, y1 + half_height(p, l->from) + 11, l->label);
        return;
    }
    int offset = l->to <= l->from ? 5 : -5;
    buf_printf(p->b, "M%d %d H%d V%d H%d\"/>\n", x1 + half_width(p, l->from), y1, p->track_x + 6 + track * TRACK, y2 + offset, x2 + half_width(p, l->to) + 1);
    label(p, x1 + half_width(p, l->from) + 3, y1 - 3, l->label);
}

static void arrows(struct picture *p)
{
    for (size_t k = 0; k < p->s->links.n; k++)
        if (p->s->links.v[k].to < p->s->steps.n) arrow(p, &p->s->links.v[k], p->track[k]);
}

static void rows(struct picture *p)
{
    for (size_t i = 0; i < p->s->steps.n; i++) {
        int y = p->top[i], h = p->height[i], x = p->right_x;
        struct cell_of_row cells[CELLS];
        box(p, 0, y, NUMBER_W, h);
        text(p, NUMBER_W / 2, y + PAD + FONT, "middle", "", draw_number(p->s, i));
        box(p, NUMBER_W, y, TEXT_W, h);
        block(p, NUMBER_W, y, TEXT_W, draw_title(p->s, i));
        for (size_t c = 0; c < p->lanes.n; c++) box(p, p->lane_x + (int)c * LANE_W, y, LANE_W, h);
        box(p, p->track_x, y, p->right_x - p->track_x, h);
        right_cells(p, i, cells);
        for (size_t k = 0; k < CELLS; x += cells[k++].width) {
            box(p, x, y, cells[k].width, h);
            block(p, x, y, cells[k].width, cells[k].text);
        }
    }
}

static void heads(struct picture *p)
{
    static const enum word words[CELLS] = {W_draw_kelengkapan, W_draw_waktu, W_draw_output, W_draw_keterangan};
    static const int widths[CELLS] = {CELL_W, TIME_W, CELL_W, CELL_W};
    int x = p->right_x;
    head(p, 0, NUMBER_W, str_of(word(W_draw_nomor, p->lang)));
    head(p, NUMBER_W, TEXT_W, str_of(word(W_draw_kegiatan, p->lang)));
    for (size_t c = 0; c < p->lanes.n; c++) head(p, p->lane_x + (int)c * LANE_W, LANE_W, p->lanes.name[c]);
    if (p->right_x > p->track_x) head(p, p->track_x, p->right_x - p->track_x, STR(""));
    for (size_t k = 0; k < CELLS; x += widths[k++]) head(p, x, widths[k], str_of(word(words[k], p->lang)));
}

void draw_svg(struct buf *b, struct arena *a, const struct document *d, const struct findings *findings, enum lang lang)
{
    const struct sop *s = d->sop;
    struct picture p = {.b = b, .a = a, .s = s, .defects = draw_defects(a, s, findings), .lanes = draw_lanes(a, s), .lang = lang};
    p.top = arena_alloc(a, (s->steps.n + 1) * sizeof *p.top);
    p.height = arena_alloc(a, (s->steps.n + 1) * sizeof *p.height);
    p.lane_x = NUMBER_W + TEXT_W;
    if (!p.lanes.n) p.lanes.n = 1, p.lanes.name[0] = STR("");
    p.track_x = p.lane_x + (int)p.lanes.n * LANE_W;
    p.track = arena_alloc(a, (s->links.n + 1) * sizeof *p.track);
    int tracks = lay_tracks(&p);
    p.right_x = p.track_x + (tracks ? tracks * TRACK + 6 : 0);
    p.width = p.right_x + 3 * CELL_W + TIME_W;
    measure(&p);
    buf_printf(b, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"-1 -1 %d %d\" font-family=\"sans-serif\" font-size=\"%d\">\n", p.width + 2,
               p.bottom + 2, p.width + 2, p.bottom + 2, FONT);
    buf_z(b, "<style>.cell{fill:none;stroke:#bbb}.head{fill:#eef1f5;stroke:#888}.b{font-weight:bold}.flow{fill:none;stroke:#333}.label{fill:#333;font-size:9px}.lost{fill:#888}</style>\n"
             "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 Z\" fill=\"#333\"/></marker></defs>\n");
    buf_printf(b, "<rect x=\"-1\" y=\"-1\" width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", p.width + 2, p.bottom + 2);
    heads(&p);
    rows(&p);
    if (!s->steps.n) text(&p, PAD, p.head + LINE, "start", "", str_of(word(W_draw_empty, lang)));
    for (size_t i = 0; i < s->steps.n; i++) symbol(&p, i);
    arrows(&p);
    buf_z(b, "</svg>\n");
}
