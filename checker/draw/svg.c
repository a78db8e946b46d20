/* The official form as SVG: a row for each step, a column for each executor, symbols and arrows between them, mutu baku at the right. */
#include "draw/picture.h"

enum { HEAD_MIN = 34, GROUP = 22, ROW_MIN = 72 };

void picture_text(struct picture *p, int x, int y, const char *anchor, const char *more, struct str s)
{
    buf_printf(p->b, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\"%s>", x, y, anchor, more);
    xml_text(p->b, s, false);
    buf_z(p->b, "</text>\n");
}

int picture_lines(struct picture *p, int x, int y, int width, const char *more, int size, struct str s)
{
    struct lines l = letters_wrap(s, width, size, strstr(more, "\"b\"") != NULL);
    for (size_t i = 0; i < l.n; i++) picture_text(p, x, y + FONT + (int)i * LINE, "start", more, l.v[i]);
    return y + (int)l.n * LINE;
}

static size_t lines_of(struct str s, int width) { return letters_wrap(s, width - 2 * PAD, FONT, false).n; }

static void block(struct picture *p, int x, int y, int width, struct str s) { picture_lines(p, x + PAD, y + PAD, width - 2 * PAD, "", FONT, s); }

static void box(struct picture *p, int x, int y, int w, int h) { buf_printf(p->b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" class=\"cell\"/>\n", x, y, w, h); }

static void head(struct picture *p, int x, int y, int w, int h, struct str s)
{
    struct lines l = letters_wrap(s, w - 2 * PAD, FONT, true);
    buf_printf(p->b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" class=\"head\"/>\n", x, y, w, h);
    y += h / 2 + FONT / 2 - (int)(l.n ? l.n - 1 : 0) * LINE / 2;
    for (size_t i = 0; i < l.n; i++) picture_text(p, x + w / 2, y + (int)i * LINE - 1, "middle", " class=\"b\"", l.v[i]);
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

/* As wide as the longest word in the name of an executor, and as labels need. */
static int lane_width(const struct picture *p)
{
    const struct lanes *lanes = &p->lanes;
    int most = flow_lane_width(p);
    if (most < LANE_MIN) most = LANE_MIN;
    for (size_t c = 0; c < lanes->n; c++)
        for (size_t i = 0, from = 0; i <= lanes->name[c].n; i++) {
            if (i < lanes->name[c].n && lanes->name[c].p[i] != ' ') continue;
            int w = letters_width(str_slice(lanes->name[c], from, i), FONT, true) + 2 * PAD;
            if (w > most) most = w;
            from = i + 1;
        }
    return most < LANE_MAX ? most : LANE_MAX;
}

static void measure(struct picture *p)
{
    p->names = HEAD_MIN;
    for (size_t c = 0; c < p->lanes.n; c++) {
        int h = (int)letters_wrap(p->lanes.name[c], p->lane_w - 2 * PAD, FONT, true).n * LINE + 2 * PAD;
        if (h > p->names) p->names = h;
    }
    p->head = GROUP + p->names;
    int y = p->table + p->head;
    for (size_t i = 0; i < p->s->steps.n; i++) {
        struct cell_of_row cells[CELLS];
        size_t most = lines_of(draw_title(p->s, i), TEXT_W) + lines_of(p->defects[i].rules, TEXT_W);
        right_cells(p, i, cells);
        for (size_t k = 0; k < CELLS; k++) {
            size_t n = lines_of(cells[k].text, cells[k].width);
            if (n > most) most = n;
        }
        int h = (int)most * LINE + 2 * PAD, labels = flow_row_height(p, i);
        if (h < labels) h = labels;
        p->top[i] = y;
        p->height[i] = h < ROW_MIN ? ROW_MIN : h;
        y += p->height[i];
    }
    p->bottom = y;
}

/* The activity, and below it what was found in the step: beside the symbol it would lie over lines and labels. */
static void activity(struct picture *p, size_t i)
{
    int y = p->top[i], h = p->height[i];
    char style[48];
    box(p, NUMBER_W, y, TEXT_W, h);
    block(p, NUMBER_W, y, TEXT_W, draw_title(p->s, i));
    if (!p->defects[i].rules.n) return;
    snprintf(style, sizeof style, " class=\"found\" fill=\"%s\"", draw_colour(p->defects[i].worst));
    picture_lines(p, NUMBER_W + PAD, y + h - PAD - (int)lines_of(p->defects[i].rules, TEXT_W) * LINE, TEXT_W - 2 * PAD, style, FONT, p->defects[i].rules);
}

static void rows(struct picture *p)
{
    for (size_t i = 0; i < p->s->steps.n; i++) {
        int y = p->top[i], h = p->height[i], x = p->right_x;
        struct cell_of_row cells[CELLS];
        box(p, 0, y, NUMBER_W, h);
        picture_text(p, NUMBER_W / 2, y + PAD + FONT, "middle", "", draw_number(p->s, i));
        activity(p, i);
        for (size_t c = 0; c < p->lanes.n; c++) box(p, p->lane_x + (int)c * p->lane_w, y, p->lane_w, h);
        if (p->track_x < x) box(p, p->track_x, y, x - p->track_x, h);
        right_cells(p, i, cells);
        for (size_t k = 0; k < CELLS; x += cells[k++].width) {
            box(p, x, y, cells[k].width, h);
            block(p, x, y, cells[k].width, cells[k].text);
        }
    }
}

/* The stated total, in the colour of what was found in it. */
static void total(struct picture *p)
{
    struct str s = str_trim(p->s->stated_total.text);
    const char *colour = "#000";
    enum severity worst = SEVERITY_NOTE;
    int x = p->right_x + CELL_W, h = (int)lines_of(s, TIME_W) * LINE + 2 * PAD;
    char style[48];
    if (!s.n) return;
    for (size_t i = 0; i < p->findings->n; i++) {
        const struct finding *f = &p->findings->v[i];
        if (!str_eq(f->element, STR("/sop/jumlah-waktu")) || f->severity < worst) continue;
        worst = f->severity;
        colour = draw_colour(worst);
    }
    box(p, 0, p->bottom, x, h);
    picture_text(p, x - PAD, p->bottom + PAD + FONT, "end", " class=\"b\"", str_of(word(W_draw_total, p->lang)));
    box(p, x, p->bottom, TIME_W, h);
    snprintf(style, sizeof style, " class=\"total\" fill=\"%s\"", colour);
    picture_lines(p, x + PAD, p->bottom + PAD, TIME_W - 2 * PAD, style, FONT, s);
    box(p, x + TIME_W, p->bottom, 2 * CELL_W, h);
    p->bottom += h;
}

static void heads(struct picture *p)
{
    static const enum word words[CELLS] = {W_draw_kelengkapan, W_draw_waktu, W_draw_output, W_draw_keterangan};
    static const int widths[CELLS] = {CELL_W, TIME_W, CELL_W, CELL_W};
    int x = p->right_x, y = p->table, below = y + GROUP, standards = 2 * CELL_W + TIME_W;
    head(p, 0, y, NUMBER_W, p->head, str_of(word(W_draw_nomor, p->lang)));
    head(p, NUMBER_W, y, TEXT_W, p->head, str_of(word(W_draw_kegiatan, p->lang)));
    head(p, p->lane_x, y, p->right_x - p->lane_x, GROUP, str_of(word(W_draw_pelaksana, p->lang)));
    for (size_t c = 0; c < p->lanes.n; c++) head(p, p->lane_x + (int)c * p->lane_w, below, p->lane_w, p->names, p->lanes.name[c]);
    head(p, x, y, standards, GROUP, str_of(word(W_draw_mutu_baku, p->lang)));
    if (p->track_x < x) head(p, p->track_x, below, x - p->track_x, p->names, STR(""));
    for (size_t k = 0; k + 1 < CELLS; x += widths[k++]) head(p, x, below, widths[k], p->names, str_of(word(words[k], p->lang)));
    head(p, x, y, CELL_W, p->head, str_of(word(words[CELLS - 1], p->lang)));
}

static void body(struct picture *p)
{
    heads(p);
    rows(p);
    if (!p->s->steps.n) {
        picture_text(p, PAD, p->bottom + LINE, "start", "", str_of(word(W_draw_empty, p->lang)));
        p->bottom += LINE + PAD;
    }
    flow_draw(p);
    total(p);
    notes_foot(p);
}

void draw_svg(struct buf *b, struct arena *a, const struct document *d, const struct findings *findings, enum lang lang)
{
    const struct sop *s = d->sop;
    struct buf inside = BUF_INIT;
    struct picture p = {.b = &inside, .a = a, .s = s, .findings = findings, .defects = draw_defects(a, s, findings), .lanes = draw_lanes(a, s), .lang = lang};
    p.top = arena_alloc(a, (s->steps.n + 1) * sizeof *p.top);
    p.height = arena_alloc(a, (s->steps.n + 1) * sizeof *p.height);
    p.lane_x = NUMBER_W + TEXT_W;
    if (!p.lanes.n) p.lanes.n = 1, p.lanes.name[0] = STR("");
    p.track = arena_alloc(a, (s->links.n + 1) * sizeof *p.track);
    p.way = arena_alloc(a, (s->links.n + 1) * sizeof *p.way);
    int tracks = flow_tracks(&p);
    p.lane_w = lane_width(&p);
    p.track_x = p.lane_x + (int)p.lanes.n * p.lane_w;
    p.right_x = p.track_x + (tracks ? tracks * TRACK + 6 : 0);
    p.width = p.right_x + 3 * CELL_W + TIME_W;
    p.table = notes_head(&p);
    measure(&p);
    body(&p);
    buf_printf(b, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%d\" height=\"%d\" viewBox=\"-1 -1 %d %d\" font-family=\"sans-serif\" font-size=\"%d\">\n<title>",
               p.width + 2, p.notes + 2, p.width + 2, p.notes + 2, FONT);
    xml_text(b, word_format(a, str_blank(s->identity.name.text) ? W_draw_flow : W_draw_flow_of, lang, str_trim(s->identity.name.text), STR_ABSENT), false);
    buf_z(b, "</title>\n<style>.cell{fill:none;stroke:#bbb}.head{fill:#eef1f5;stroke:#888}.b{font-weight:bold}.flow{fill:none;stroke:#333}"
             ".label{fill:#333;font-size:9px;stroke:#fff;stroke-width:3px;paint-order:stroke;stroke-linejoin:round}.small{font-size:9px}.lost{fill:#888}</style>\n"
             "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 Z\" fill=\"#333\"/></marker></defs>\n");
    buf_printf(b, "<rect x=\"-1\" y=\"-1\" width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", p.width + 2, p.notes + 2);
    buf_str(b, buf_view(&inside));
    buf_free(&inside);
    buf_z(b, "</svg>\n");
}
