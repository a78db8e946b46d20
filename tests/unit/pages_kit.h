/* Pages drawn as Word, Excel and LibreOffice draw them: a table of steps, symbols, lines, arrows. */
#ifndef PAGES_KIT_H
#define PAGES_KIT_H

#include <math.h>
#include <string.h>

#include "read/page/pages.h"

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

#endif
