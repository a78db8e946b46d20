/* Drawn flows on pages: the ways in which Word, Excel and LibreOffice draw symbols and lines, and the traps among them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/page/pages.h"
#include "tap.h"

/* A page with a table: No, Kegiatan, three executors, Output; a heading and rows of 60 points. Its lines are thin areas, as Word's are. */
static const double columns[] = {20, 50, 150, 230, 310, 390, 470};
enum { TOP = 40, HEAD = 60, HIGH = 60, ROWS = 6 };

static struct arena *a;
static struct pages pages;
static struct page *page;
static uint32_t painted;

static uint32_t next(void) { return ++painted; }

static void word_at(double x, double y, const char *text)
{
    *ARENA_PUSH(a, &page->words) = (struct page_word){.text = str_of(text), .box = {x, y, x + 5.0 * (double)strlen(text), y + 9}, .size = 9, .base = y + 7,
                                                      .reading = READ_RIGHT, .order = next(), .confidence = 1};
}

static void rule(double x0, double y0, double x1, double y1, double thickness, bool stroked, bool dashed)
{
    bool vertical = x0 == x1;
    *ARENA_PUSH(a, &page->rules) = (struct page_rule){.vertical = vertical, .at = vertical ? x0 : y0, .from = vertical ? fmin(y0, y1) : fmin(x0, x1),
                                                      .to = vertical ? fmax(y0, y1) : fmax(x0, x1), .thickness = thickness, .stroked = stroked,
                                                      .dashed = dashed, .order = next(), .confidence = 1};
}

static struct page_path *path(const struct page_point *v, uint32_t n, uint32_t order)
{
    struct page_point *own = arena_alloc(a, n * sizeof *own);
    struct page_path *p = ARENA_PUSH(a, &page->paths);
    memcpy(own, v, n * sizeof *own);
    *p = (struct page_path){.v = own, .n = n, .order = order, .confidence = 1, .opacity = 1, .box = {v[0].x, v[0].y, v[0].x, v[0].y}};
    for (uint32_t i = 1; i < n; i++)
        p->box = (struct box){fmin(p->box.x0, v[i].x), fmin(p->box.y0, v[i].y), fmax(p->box.x1, v[i].x), fmax(p->box.y1, v[i].y)};
    return p;
}

static void area(const struct page_point *v, uint32_t n, uint32_t colour, uint32_t order)
{
    struct page_path *p = path(v, n, order);
    p->filled = p->closed = true;
    p->fill = colour;
}

static void outline(const struct page_point *v, uint32_t n)
{
    struct page_path *p = path(v, n, next());
    p->stroked = p->closed = true;
    p->width = 0.75;
}

static void stroke(const struct page_point *v, uint32_t n)
{
    struct page_path *p = path(v, n, next());
    p->stroked = true;
    p->width = 0.75;
}

/* An area with its outline, as Word and LibreOffice paint symbols. */
static void symbol(const struct page_point *v, uint32_t n)
{
    area(v, n, 0xFFFFFF, next());
    outline(v, n);
}

static double row_y(int row) { return TOP + HEAD + HIGH * (double)row; }
static double column_x(int executor) { return (columns[2 + executor] + columns[3 + executor]) / 2; }

static void box_at(double x, double y, double w, double h)
{
    symbol((struct page_point[]){{x - w / 2, y - h / 2}, {x + w / 2, y - h / 2}, {x + w / 2, y + h / 2}, {x - w / 2, y + h / 2}}, 4);
}

static void box(int row, int executor) { box_at(column_x(executor), row_y(row) + 30, 36, 20); }

static void diamond(int row, int executor)
{
    double x = column_x(executor), y = row_y(row) + 30;
    symbol((struct page_point[]){{x, y - 15}, {x + 15, y}, {x, y + 15}, {x - 15, y}}, 4);
}

static uint32_t round_ends(struct page_point *v, double x, double y, double w, double h)
{
    uint32_t n = 0;
    for (int side = 0; side < 2; side++)
        for (int i = 0; i <= 12; i++) {
            double angle = 3.14159265 * (side ? 0.5 + i / 12.0 : -0.5 + i / 12.0);
            v[n++] = (struct page_point){x + (side ? -1 : 1) * (w - h) / 2 + h / 2 * cos(angle), y + h / 2 * sin(angle)};
        }
    return n;
}

static void capsule(int row, int executor)
{
    struct page_point v[32];
    uint32_t n = round_ends(v, column_x(executor), row_y(row) + 30, 40, 20);
    symbol(v, n);
    page->paths.v[page->paths.n - 2].curves = page->paths.v[page->paths.n - 1].curves = 4;
}

static void circle_at(double x, double y, double r)
{
    struct page_point v[48];
    for (int i = 0; i < 48; i++) v[i] = (struct page_point){x + r * cos(i * 3.14159265 / 24), y + r * sin(i * 3.14159265 / 24)};
    symbol(v, 48);
}

static void pentagon(int row, int executor)
{
    double x = column_x(executor), y = row_y(row) + 30;
    symbol((struct page_point[]){{x - 12, y - 9}, {x + 12, y - 9}, {x + 12, y + 5}, {x, y + 9}, {x - 12, y + 5}}, 5);
}

/* Word's arrow: a shaft one point thick and a triangle, one operation. */
static void word_arrow(double x0, double y0, double x1, double y1)
{
    double l = hypot(x1 - x0, y1 - y0), ux = (x1 - x0) / l, uy = (y1 - y0) / l, bx = x1 - 5 * ux, by = y1 - 5 * uy, hx = x1 - 6 * ux, hy = y1 - 6 * uy;
    uint32_t order = next();
    area((struct page_point[]){{x0 - uy / 2, y0 + ux / 2}, {bx - uy / 2, by + ux / 2}, {bx + uy / 2, by - ux / 2}, {x0 + uy / 2, y0 - ux / 2}}, 4, 0, order);
    area((struct page_point[]){{hx - 3 * uy, hy + 3 * ux}, {x1, y1}, {hx + 3 * uy, hy - 3 * ux}}, 3, 0, order);
}

static void line(double x0, double y0, double x1, double y1) { rule(x0, y0, x1, y1, 0.75, true, false); }

/* Excel's elbow: the triangle first, then the outline of the whole line; down, across, down. */
static void excel_elbow(double x0, double y0, double x1, double y1)
{
    double m = (y0 + y1) / 2, t = 0.3;
    uint32_t order = next();
    area((struct page_point[]){{x1 - 2.25, y1 - 4.5}, {x1, y1 - 4.5}, {x1 + 2.25, y1 - 4.5}, {x1, y1}}, 4, 0, order);
    area((struct page_point[]){{x0 - t, y0}, {x0 - t, m + t}, {x1 - t, m + t}, {x1 - t, y1 - 3.4}, {x1 + t, y1 - 3.4}, {x1 + t, m - t}, {x0 + t, m - t}, {x0 + t, y0}},
         8, 0, order);
}

static void new_page(void)
{
    page = ARENA_PUSH(a, &pages);
    *page = (struct page){.number = (uint32_t)pages.n, .width = 500, .height = TOP + HEAD + ROWS * HIGH + 40};
    painted = 0;
    double bottom = row_y(ROWS);
    static const char *const heads[] = {"No", "Kegiatan", "Kepala", "Sekretaris", "Staf", "Output"};
    for (size_t i = 0; i < COUNT(columns); i++) rule(columns[i], TOP, columns[i], bottom, 0.48, false, false);
    for (int i = -1; i <= ROWS; i++) rule(columns[0], i < 0 ? TOP : row_y(i), columns[COUNT(columns) - 1], i < 0 ? TOP : row_y(i), 0.48, false, false);
    for (size_t i = 0; i < COUNT(heads); i++) word_at(columns[i] + 3, TOP + 20, heads[i]);
    for (int i = 0; i < ROWS; i++) word_at(columns[1] + 3, row_y(i) + 20, "Mengerjakan");
}

/* ---- what is drawn ------------------------------------------------------------------------------------------------ */

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
