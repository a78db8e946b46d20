/* Drawn flows on pages: the ways in which Word, Excel and LibreOffice draw symbols and lines, and the traps among them. */
#include <stdlib.h>

#include "pages_kit.h"
#include "tap.h"

static void plain_word(void)
{
    capsule(0, 0);
    word_at(column_x(0) - 12, row_y(0) + 25, "Mulai");
    word_arrow(column_x(0), row_y(0) + 40, column_x(0), row_y(1) + 20);
    box(1, 0);
}

static void word_pieces(void) /* strokes, then an arrow; ends up to three points apart */
{
    box(0, 0);
    line(column_x(0), row_y(0) + 40, column_x(0), row_y(0) + 52);
    line(column_x(0) + 0.9, row_y(0) + 52, column_x(2) - 1.4, row_y(0) + 52);
    word_arrow(column_x(2), row_y(0) + 50, column_x(2), row_y(1) + 20);
    box(1, 2);
}

static void gaps(void) /* an arrow that starts eleven points below its symbol and ends twenty above the next */
{
    box(0, 1);
    word_arrow(column_x(1), row_y(0) + 51, column_x(1), row_y(1) + 2);
    box_at(column_x(1), row_y(1) + 32, 36, 20);
}

static void excel(void)
{
    box(0, 0);
    excel_elbow(column_x(0), row_y(0) + 40, column_x(2), row_y(1) + 15);
    diamond(1, 2);
}

static void open_head(void) /* a stroke and a V of strokes */
{
    box(0, 0);
    line(column_x(0), row_y(0) + 40, column_x(0), row_y(1) + 20);
    stroke((struct page_point[]){{column_x(0) - 4, row_y(1) + 12}, {column_x(0), row_y(1) + 20}, {column_x(0) + 4, row_y(1) + 12}}, 3);
    box(1, 0);
}

static void dashed(void) /* pieces of eight points and their head in one operation */
{
    box(0, 0);
    diamond(1, 0);
    double x = column_x(0);
    uint32_t order = next();
    for (double y = row_y(1) + 15; y > row_y(0) + 50; y -= 11) area((struct page_point[]){{x - .5, y - 8}, {x + .5, y - 8}, {x + .5, y}, {x - .5, y}}, 4, 0, order);
    area((struct page_point[]){{x - 3, row_y(0) + 46}, {x, row_y(0) + 40}, {x + 3, row_y(0) + 46}}, 3, 0, order);
}

/* A dash as an area. */
static void dash(double x0, double y0, double x1, double y1, uint32_t order) { area((struct page_point[]){{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, 4, 0x1F4E79, order); }

static void bends(void) /* dashes as areas, as Chromium draws them, with a bend at each corner; they run beside a column's border */
{
    box(0, 0);
    diamond(1, 0);
    double x = columns[3] - 4, y0 = row_y(0) + 30, y1 = row_y(1) + 30;
    uint32_t order = next();
    for (double at = column_x(0) + 15; at + 4 < x; at += 7) dash(at, y1 - .5, at + 4, y1 + .5, order);
    for (double y = y1 - 3; y - 4 > y0 + 3; y -= 7) dash(x - .5, y - 4, x + .5, y, order);
    area((struct page_point[]){{x - .5, y0 + 2.7}, {x - .5, y0}, {x, y0}, {x, y0 + .5}, {x - 1.8, y0 + .5}, {x - 1.8, y0 - .5}, {x + .5, y0 - .5}, {x + .5, y0 + 2.7}}, 8, 0x1F4E79, order);
    for (double at = x - 5; at - 4 > column_x(0) + 18; at -= 7) dash(at - 4, y0 - .5, at, y0 + .5, order);
    area((struct page_point[]){{column_x(0) + 24, y0 - 3}, {column_x(0) + 18, y0}, {column_x(0) + 24, y0 + 3}}, 3, 0x1F4E79, next());
}

/* A line of strokes through to the tip of its head, which is painted right behind it. */
static void marker_line(const struct page_point *v, uint32_t n, double toward)
{
    stroke(v, n);
    area((struct page_point[]){{v[n - 1].x - 6 * toward, v[n - 1].y - 3}, {v[n - 1].x, v[n - 1].y}, {v[n - 1].x - 6 * toward, v[n - 1].y + 3}}, 3, 0, next());
}

static void one_place(void) /* a line ends where another begins; and two that come together, a head on a head */
{
    double x = column_x(0), c = x + 26;
    box(0, 0);
    box(1, 0);
    box(2, 1);
    box(3, 1);
    marker_line((struct page_point[]){{x + 18, row_y(1) + 30}, {c, row_y(1) + 30}, {c, row_y(0) + 30}, {x + 18, row_y(0) + 30}}, 4, -1);
    marker_line((struct page_point[]){{column_x(1) - 18, row_y(2) + 30}, {c + .3, row_y(2) + 30}, {c + .3, row_y(1) + 30}, {x + 18, row_y(1) + 30}}, 4, -1);
    box(4, 0);
    for (int i = 2; i <= 3; i++)
        marker_line((struct page_point[]){{column_x(1) + 18, row_y(i) + 30}, {column_x(2) - 8, row_y(i) + 30}, {column_x(2) - 8, row_y(4) + 30}, {x + 18, row_y(4) + 30}}, 4, -1);
}

static void round_corners(void) /* corners of a third of the height: a box, no capsule */
{
    double x = column_x(0), y = row_y(0) + 30, w = 21, h = 8, r = 6;
    struct page_point v[40];
    for (int i = 0; i < 40; i++) {
        double t = (i % 10) * 3.14159265 / 18, turn = (i / 10) * 3.14159265 / 2, sx = i / 10 == 0 || i / 10 == 3 ? 1 : -1, sy = i / 10 < 2 ? 1 : -1;
        v[i] = (struct page_point){x + sx * (w - r) + r * cos(turn + t), y + sy * (h - r) + r * sin(turn + t)};
    }
    symbol(v, 40);
    page->paths.v[page->paths.n - 2].curves = page->paths.v[page->paths.n - 1].curves = 4;
    word_arrow(x, y + 8, x, row_y(1) + 20);
    capsule(1, 0);
}

static void bus(void) /* one trunk, one bus, three heads; then three stubs, a bus, one head */
{
    box(0, 0);
    line(column_x(0), row_y(0) + 40, column_x(0), row_y(1) + 5);
    line(column_x(0), row_y(1) + 5, column_x(2), row_y(1) + 5);
    for (int i = 0; i < 3; i++) {
        box(1, i);
        word_arrow(column_x(i), row_y(1) + 5, column_x(i), row_y(1) + 20);
        line(column_x(i), row_y(1) + 40, column_x(i), row_y(1) + 52);
    }
    line(column_x(0), row_y(1) + 52, column_x(2), row_y(1) + 52);
    word_arrow(column_x(1), row_y(1) + 52, column_x(1), row_y(2) + 20);
    box(2, 1);
}

static void under_box(void) /* an arrow drawn on under the next box: seen are two parts, the head behind the box */
{
    box(0, 0);
    word_arrow(column_x(0), row_y(0) + 40, column_x(0), row_y(1) + 55);
    box(1, 0);
    line(column_x(1), row_y(1) + 62, column_x(0), row_y(1) + 62);
    word_arrow(column_x(1), row_y(1) + 62, column_x(1), row_y(2) + 20);
    box(2, 1);
}

static void shadows(void) /* a shadow two points off, an outline drawn twice */
{
    double x = column_x(0), y = row_y(0) + 30;
    area((struct page_point[]){{x - 16, y - 8}, {x + 20, y - 8}, {x + 20, y + 12}, {x - 16, y + 12}}, 4, 0xC0C0C0, next());
    box(0, 0);
    outline((struct page_point[]){{x - 18, y - 10}, {x + 18, y - 10}, {x + 18, y + 10}, {x - 18, y + 10}}, 4);
    word_arrow(x, row_y(0) + 42, x, row_y(1) + 20);
    box(1, 0);
}

static void frame(void) /* a frame around two boxes, met by an arrow */
{
    box(0, 0);
    word_arrow(column_x(0), row_y(0) + 40, column_x(0), row_y(1) + 8);
    box(1, 0);
    box(1, 1);
    outline((struct page_point[]){{column_x(0) - 30, row_y(1) + 8}, {column_x(1) + 30, row_y(1) + 8}, {column_x(1) + 30, row_y(1) + 52}, {column_x(0) - 30, row_y(1) + 52}}, 4);
}

static void labels(void)
{
    box(0, 0);
    diamond(1, 0);
    box(2, 0);
    word_arrow(column_x(0), row_y(0) + 40, column_x(0), row_y(1) + 15);
    word_arrow(column_x(0), row_y(1) + 45, column_x(0), row_y(2) + 20);
    word_at(column_x(0) + 4, row_y(1) + 48, "Ya");
    line(column_x(0) + 15, row_y(1) + 30, column_x(0) + 32, row_y(1) + 30);
    line(column_x(0) + 32, row_y(1) + 30, column_x(0) + 32, row_y(0) + 30);
    word_arrow(column_x(0) + 32, row_y(0) + 30, column_x(0) + 18, row_y(0) + 30);
    word_at(column_x(0) + 15, row_y(1) + 19, "Tdk");
}

static void papers(void) /* a picture of a paper on a stub, and a key of symbols below the table */
{
    double x = column_x(0);
    box(0, 0);
    line(x, row_y(0) + 40, x, row_y(1) + 20);
    stroke((struct page_point[]){{x - 4, row_y(1) + 12}, {x, row_y(1) + 20}, {x + 4, row_y(1) + 12}}, 3);
    box(1, 0);
    line(x, row_y(0) + 50, x + 11, row_y(0) + 50);
    symbol((struct page_point[]){{x + 11, row_y(0) + 45}, {x + 21, row_y(0) + 45}, {x + 21, row_y(0) + 53}, {x + 16, row_y(0) + 55}, {x + 11, row_y(0) + 53}, {x + 10, row_y(0) + 49}}, 6);
    box_at(100, row_y(ROWS) + 18, 30, 16);
    circle_at(180, row_y(ROWS) + 18, 8);
}

static void on_border(void) /* the level part of a line lies on the line of the table */
{
    box(0, 0);
    line(column_x(0), row_y(0) + 40, column_x(0), row_y(1));
    line(column_x(0), row_y(1), column_x(1), row_y(1));
    word_arrow(column_x(1), row_y(1), column_x(1), row_y(1) + 20);
    box(1, 1);
}

static void underlined(void) /* words with a line below them, and lines that lead nowhere */
{
    box(0, 0);
    word_arrow(column_x(0), row_y(0) + 40, column_x(0), row_y(1) + 20);
    box(1, 0);
    word_at(columns[5] + 4, row_y(0) + 20, "Laporan");
    line(columns[5] + 4, row_y(0) + 28, columns[5] + 39, row_y(0) + 28);
    line(columns[1] + 10, row_y(3) + 50, columns[1] + 60, row_y(3) + 50);
}

static void circle_in_square(void)
{
    box(0, 0);
    word_arrow(column_x(0), row_y(0) + 40, column_x(0), row_y(1) + 22);
    box_at(column_x(0), row_y(1) + 30, 16, 16);
    circle_at(column_x(0), row_y(1) + 30, 7);
    word_arrow(column_x(0), row_y(1) + 38, column_x(0), row_y(2) + 15);
    diamond(2, 0);
}

static void two_and_two(void) /* two lines run together and part again: nobody can tell which goes where */
{
    box(0, 0);
    box(0, 2);
    line(column_x(0), row_y(0) + 40, column_x(0), row_y(1) + 10);
    line(column_x(2), row_y(0) + 40, column_x(2), row_y(1) + 10);
    line(column_x(0), row_y(1) + 10, column_x(2), row_y(1) + 10);
    word_arrow(column_x(0), row_y(1) + 10, column_x(0), row_y(2) + 20);
    word_arrow(column_x(2), row_y(1) + 10, column_x(2), row_y(2) + 20);
    box(2, 0);
    box(2, 2);
}

static void to_nothing(void)
{
    box(0, 0);
    word_arrow(column_x(0), row_y(0) + 40, column_x(0), row_y(1) + 30);
    box(4, 0);
}

static void cut_line(void)
{
    box(5, 1);
    line(column_x(1) + 18, row_y(5) + 30, column_x(2), row_y(5) + 30);
    line(column_x(2), row_y(5) + 30, column_x(2), row_y(6));
    new_page();
    word_arrow(column_x(2) + 3.5, row_y(0) + 2, column_x(2) + 3.5, row_y(0) + 20);
    box(0, 2);
}

static void cut_return(void) /* dashed, up over the page's end, its label on the page where it begins */
{
    box(5, 0);
    rule(column_x(1), row_y(5) + 30, column_x(1), row_y(6) - 4, 0.75, true, true);
    word_arrow(column_x(1), row_y(5) + 30, column_x(0) + 18, row_y(5) + 30);
    new_page();
    diamond(0, 0);
    line(column_x(0) + 15, row_y(0) + 30, column_x(1) + 1, row_y(0) + 30);
    line(column_x(1) + 1, row_y(0) + 30, column_x(1) + 1, row_y(0) + 3);
    word_at(column_x(0) + 20, row_y(0) + 18, "Tidak");
}

static void page_connectors(void)
{
    box(4, 0);
    word_arrow(column_x(0), row_y(4) + 40, column_x(0), row_y(5) + 21);
    pentagon(5, 0);
    new_page();
    circle_at(column_x(1), row_y(0) + 10, 7);
    word_arrow(column_x(1), row_y(0) + 17, column_x(1), row_y(0) + 40);
    box_at(column_x(1), row_y(0) + 50, 36, 18);
}

static void cells_drawn(void) /* every cell a rectangle of its own: tables, no symbols */
{
    page->rules.n = 0;
    for (size_t i = 0; i + 1 < COUNT(columns); i++)
        for (int row = -1; row < ROWS; row++) {
            double y0 = row < 0 ? TOP : row_y(row), y1 = row_y(row + 1);
            outline((struct page_point[]){{columns[i], y0}, {columns[i + 1], y0}, {columns[i + 1], y1}, {columns[i], y1}}, 4);
        }
    plain_word();
}

static void pictured(void)
{
    box(0, 0);
    word_arrow(column_x(0), row_y(0) + 40, column_x(0), row_y(1) + 20);
    box(1, 0);
    *ARENA_PUSH(a, &page->pictures) = (struct page_picture){.box = {column_x(0) - 10, row_y(2) + 10, column_x(0) + 20, row_y(2) + 40}, .order = next()};
}

static void all_pictures(void) /* every symbol a little picture */
{
    for (int i = 0; i < 3; i++)
        *ARENA_PUSH(a, &page->pictures) = (struct page_picture){.box = {column_x(i) - 15, row_y(i) + 20, column_x(i) + 15, row_y(i) + 40}, .order = next()};
}

static const struct {
    const char *name;
    void (*draw)(void);
    const char *want;
} cases[] = {
    {"Word: a shaft with its head in one operation", plain_word, "capsule 1.2 Mulai, box 2.2: 0>1"},
    {"Word: an elbow in pieces that do not quite meet", word_pieces, "box 1.2, box 2.4: 0>1"},
    {"gaps of 11 and 20 points are bridged along the line", gaps, "box 1.3, box 2.3: 0>1 probably"},
    {"Excel: an elbow as the outline of a thick line", excel, "box 1.2, diamond 2.4: 0>1"},
    {"an open head", open_head, "box 1.2, box 2.2: 0>1"},
    {"dashes are one line", dashed, "box 1.2, diamond 2.2: 1>0 dashed"},
    {"dashes with bends at corners are one line", bends, "box 1.2, diamond 2.2: 1>0 dashed probably"},
    {"a head belongs to the line that was drawn before it", one_place, "box 1.2, box 2.2, box 3.3, box 4.3, box 5.2: 1>0 2>1 2>4 3>4"},
    {"round corners are no half circle", round_corners, "rounded 1.2, capsule 2.2: 0>1"},
    {"fans: every pair of ends", bus, "box 1.2, box 2.2, box 2.3, box 2.4, box 3.3: 0>1 0>2 0>3 1>4 2>4 3>4"},
    {"an arrow under a box painted later: two parts", under_box, "box 1.2, box 2.2, box 3.3: 0-1 1>2 probably"},
    {"shadows and doubled outlines are no symbols", shadows, "box 1.2, box 2.2: 0>1"},
    {"a frame stands for all that is in it", frame, "box 1.2, box 2.2, box 2.3: 0>1 0>2"},
    {"labels by nearness, also the one that is left", labels, "box 1.2, diamond 2.2, box 3.2: 0>1 1>0 Tdk 1>2 Ya"},
    {"a paper on a stub and a key below the table are no symbols", papers, "box 1.2, box 2.2: 0>1"},
    {"a line on a line of the table", on_border, "box 1.2, box 2.3: 0>1"},
    {"underlined words and stray lines", underlined, "box 1.2, box 2.2: 0>1"},
    {"a circle in a square is another symbol", circle_in_square, "box 1.2, other 2.2, diamond 3.2: 0>1 1>2"},
    {"two lines run together: not certain", two_and_two, "box 1.2, box 1.4, box 3.2, box 3.4: 0>2 perhaps 0>3 perhaps 1>2 perhaps 1>3 perhaps"},
    {"an arrow to nothing", to_nothing, "box 1.2, box 5.2: 0>."},
    {"a line cut by the page's end goes on where it stands", cut_line, "box 6.3, box 1.4: 0>1 cut"},
    {"a way back over the page's end", cut_return, "box 6.2, diamond 7.2: 1>0 cut dashed Tidak"},
    {"page connectors are symbols on both pages", page_connectors, "box 5.2, pentagon 6.2, circle 1.3, box 1.3: 0>1 2>3"},
    {"rectangles that are cells", cells_drawn, "capsule 1.2 Mulai, box 2.2: 0>1"},
    {"pictures instead of symbols", all_pictures, "; unread 1: the flow here is a picture"},
    {"a picture among the symbols", pictured, "box 1.2, box 2.2: 0>1; unread 1: the flow here is a picture"},
};

static void print_shapes(struct buf *b, const struct layout *l)
{
    static const char *const kinds[] = {"capsule", "rounded", "box", "diamond", "pentagon", "circle", "other"};
    for (size_t i = 0; i < l->shapes.n; i++) {
        const struct shape *s = &l->shapes.v[i];
        buf_printf(b, "%s%s %u.%u", i ? ", " : "", kinds[s->kind], (unsigned)s->cell.row, (unsigned)s->cell.col);
        if (s->text.text.n) buf_ch(b, ' '), buf_str(b, s->text.text);
    }
}

static int by_ends(const void *x, const void *y)
{
    const struct connector *c = x, *e = y;
    if (c->from.shape != e->from.shape) return c->from.shape < e->from.shape ? -1 : 1;
    return (c->to.shape > e->to.shape) - (c->to.shape < e->to.shape);
}

static void print_end(struct buf *b, size_t shape)
{
    if (shape == SIZE_MAX) buf_ch(b, '.');
    else buf_printf(b, "%zu", shape);
}

static struct str print(const struct layout *l)
{
    static const char *const how[] = {"", " probably", " perhaps"};
    struct buf b = BUF_INIT;
    print_shapes(&b, l);
    if (l->connectors.n) qsort(l->connectors.v, l->connectors.n, sizeof *l->connectors.v, by_ends);
    for (size_t i = 0; i < l->connectors.n; i++) {
        const struct connector *c = &l->connectors.v[i];
        buf_z(&b, i ? " " : ": ");
        print_end(&b, c->from.shape);
        buf_z(&b, c->from.head ? "<>" : c->to.head ? ">" : "-");
        print_end(&b, c->to.shape);
        if (c->cut) buf_z(&b, " cut");
        if (c->dashed) buf_z(&b, " dashed");
        if (c->label.text.n) buf_ch(&b, ' '), buf_str(&b, c->label.text);
        buf_z(&b, how[c->certainty]);
    }
    for (size_t i = 0; i < l->unread.n; i++) buf_printf(&b, "; unread %u: %s", (unsigned)l->unread.v[i].page, word(l->unread.v[i].reason, LANG_EN));
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}

/* Words of symbols and labels are no text of the cells. */
static bool in_text(const struct layout *l, const char *word_)
{
    for (size_t i = 0; i < l->blocks.n; i++)
        for (size_t k = 0; l->blocks.v[i].table && k < l->blocks.v[i].table->cells.n; k++)
            if (str_find(l->blocks.v[i].table->cells.v[k].text, str_of(word_), 0) != SIZE_MAX) return true;
    return false;
}

int main(void)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct source s = {.path = STR("x.pdf")};
        struct limits limits;
        struct reading out = {0};
        struct trouble why = {0};
        a = arena_new();
        pages = (struct pages){0};
        limits_default(&limits);
        new_page();
        cases[i].draw();
        if (pages_layout(a, &pages, &s, &limits, NULL, &out, &why) != RC_OK) return 1;
        is_str(print(out.layout).p, cases[i].want, "%s", cases[i].name);
        if (cases[i].draw == labels) ok(!in_text(out.layout, "Tdk") && in_text(out.layout, "Mengerjakan"), "labels are no text of the table");
        arena_free(out.pages);
        arena_free(a);
    }
    return done();
}
