/* The document as pages, and its drawn things on them. All things of one frame stand off their outlines on the page by the same way: the one
 * that most of them agree on is the frame's. What is found is believed when it looks like the drawing of a step table: symbols stand
 * inside rows, and rows have symbols. */
#include <math.h>
#include <stdlib.h>

#include "base/program.h"
#include "read/office/foreign.h"
#include "read/office/laid.h"

#define SIZE 2.0             /* points that the sizes of a thing and of its outline may differ */
#define AGREE 3.0            /* points that things of one frame may differ in how far they are off */
#define FAR 60.0             /* points that a frame may stand off where its anchor would have it */
#define PAGE 20000.0         /* between the pages, in coordinates that hold for all of them */

enum { MOST = 400 };         /* things, and outlines: each is held against each */

struct pages {
    const struct layout *layout;
    struct laid_rows rows;
};

/* How far a frame stands off: its page and the way there. */
struct shift {
    uint32_t page;           /* 0: not known */
    double dx, dy;
    size_t agree;            /* things that found their outline so */
};

static double wide(struct box b) { return b.x1 - b.x0; }
static double high(struct box b) { return b.y1 - b.y0; }
static struct point middle(struct box b) { return (struct point){(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2}; }

static bool is_symbol(const struct drawn *t) { return !t->line && !t->plain && !t->picture; }
static bool is_of(const struct drawn *t, const struct drawn *first)
{
    return t->anchor.frame == first->anchor.frame && t->floats == first->floats && t->within == first->within;
}

/* ---- where frames stand ---------------------------------------------------------------------------------------------- */

static const struct laid_band *band_of(const struct pages *p, uint32_t table, uint32_t row)
{
    for (size_t i = 0; i < p->rows.bands.n; i++)
        if (p->rows.bands.v[i].table == table && p->rows.bands.v[i].row == row) return &p->rows.bands.v[i];
    return NULL;
}

/* Where the anchor would have the things: it stands in a cell that was found. */
static struct shift expected(const struct pages *p, const struct drawn *t)
{
    const struct anchor *at = &t->anchor;
    const struct laid_band *b = at->cell.table && !t->floats ? band_of(p, at->cell.table, at->cell.row) : NULL;
    const struct laid_table *table = b ? &p->rows.tables[at->cell.table - 1] : NULL;
    if (!table || at->cell.col >= table->cols || table->stripes[at->cell.col].x1 <= 0) return (struct shift){0};
    return (struct shift){b->page, table->stripes[at->cell.col].x0 - at->left, b->y0, 0};
}

static bool fits(const struct shape *s, const struct drawn *t, const struct shift *k)
{
    return s->page == k->page && fabs(wide(s->box) - wide(t->box)) <= SIZE && fabs(high(s->box) - high(t->box)) <= SIZE &&
           fabs(s->box.x0 - t->box.x0 - k->dx) <= AGREE && fabs(s->box.y0 - t->box.y0 - k->dy) <= AGREE;
}

static size_t agreeing(const struct drawing *d, const struct pages *p, const struct drawn *first, const struct shift *k)
{
    size_t n = 0;
    for (size_t i = 0; i < d->things.n; i++) {
        const struct drawn *t = &d->things.v[i];
        bool found = false;
        if (!is_symbol(t) || !is_of(t, first)) continue;
        for (size_t s = 0; s < p->layout->shapes.n && !found; s++) found = fits(&p->layout->shapes.v[s], t, k);
        n += found;
    }
    return n;
}

static double off(const struct shift *a, const struct shift *b) { return a->page == b->page ? hypot(a->dx - b->dx, a->dy - b->dy) : INFINITY; }

/* Of two ways the one that more things take; of two with as many the one that the anchor would have; none if neither. */
static struct shift better(struct shift best, struct shift k, const struct shift *like, bool *two)
{
    if (k.agree > best.agree) return *two = false, k;
    if (k.agree < best.agree || off(&k, &best) < 2 * AGREE) return best;
    bool near = like->page && off(&k, like) < off(&best, like);
    *two = !like->page;
    return near ? k : best;
}

static struct shift find_shift(const struct drawing *d, const struct pages *p, const struct drawn *first)
{
    struct shift like = expected(p, first), best = {0};
    size_t symbols = 0, seeds = 0;
    bool two = false;
    for (size_t i = 0; i < d->things.n; i++) {
        const struct drawn *t = &d->things.v[i];
        if (!is_symbol(t) || !is_of(t, first)) continue;
        symbols++;
        for (size_t s = 0; s < p->layout->shapes.n && seeds < 3; s++) {
            const struct shape *o = &p->layout->shapes.v[s];
            struct shift k = {o->page, o->box.x0 - t->box.x0, o->box.y0 - t->box.y0, 0};
            if (!fits(o, t, &k)) continue;
            k.agree = agreeing(d, p, first, &k);
            best = better(best, k, &like, &two);
        }
        seeds++;
    }
    if (!symbols) return like;
    bool proved = best.page && !two && 3 * best.agree >= 2 * symbols && (best.agree > 1 || like.page);
    if (proved && like.page && !first->within && off(&best, &like) > FAR) proved = false;
    return proved ? best : (struct shift){0};
}

static void move(struct drawn *t, const struct shift *k)
{
    double dx = k->dx, dy = k->dy + PAGE * k->page;
    t->box = (struct box){t->box.x0 + dx, t->box.y0 + dy, t->box.x1 + dx, t->box.y1 + dy};
    for (int i = 0; i < 2; i++) t->ends[i] = (struct point){t->ends[i].x + dx, t->ends[i].y + dy};
    t->laid.known = true;
}

/* ---- rows and columns ---------------------------------------------------------------------------------------------------- */

static uint32_t column_at(const struct laid_table *t, double x)
{
    for (uint32_t i = 0; i < t->cols; i++)
        if (t->stripes[i].x1 > 0 && x >= t->stripes[i].x0 && x < t->stripes[i].x1) return i;
    return UINT32_MAX;
}

/* The row that a thing stands in; NULL: none that was found. */
static const struct laid_band *band_at(const struct pages *p, struct point at)
{
    for (size_t i = 0; i < p->rows.bands.n; i++) {
        const struct laid_band *b = &p->rows.bands.v[i];
        double top = PAGE * b->page;
        if (at.y >= b->y0 + top && at.y < b->y1 + top && column_at(&p->rows.tables[b->table - 1], at.x) != UINT32_MAX) return b;
    }
    return NULL;
}

static void put_in_cell(const struct pages *p, struct drawn *t)
{
    const struct laid_band *b = band_at(p, middle(t->box));
    if (!b) return;
    const struct laid_table *table = &p->rows.tables[b->table - 1];
    double fifth = wide(t->box) / 5;
    uint32_t col = column_at(table, middle(t->box).x), left = column_at(table, t->box.x0 + fifth), right = column_at(table, t->box.x1 - fifth);
    t->laid.cell = (struct spot){b->table, b->row, col};
    t->laid.left = left == UINT32_MAX ? col : left;
    t->laid.right = right == UINT32_MAX ? col : right;
}

/* ---- whether it can be believed -------------------------------------------------------------------------------------------- */

/* No symbol of the flow is lost, and none hangs over its row by more than a third. Or all of the flow stands outside of tables. */
static bool are_inside(const struct drawing *d, const struct pages *p, const struct layout *l)
{
    size_t inside = 0, outside = 0;
    for (size_t i = 0; i < d->things.n; i++) {
        const struct drawn *t = &d->things.v[i];
        if (!is_symbol(t)) continue;
        if (!t->laid.known && !(t->within && t->anchor.cell.table && !drawn_over_rows(&l->blocks, t->anchor.cell))) return false;
        const struct laid_band *b = t->laid.known ? band_at(p, middle(t->box)) : NULL;
        double top = b ? PAGE * b->page : 0, over = b ? fmax(b->y0 + top - t->box.y0, t->box.y1 - b->y1 - top) : 0;
        if (3 * over > high(t->box)) return false;
        inside += b || !t->laid.known;
        outside += !b && t->laid.known && drawn_led_to(d, t);
    }
    return !inside || !outside;
}

static size_t symbols_in(const struct drawing *d, const struct laid_band *b)
{
    size_t n = 0;
    for (size_t i = 0; i < d->things.n; i++) {
        const struct drawn *t = &d->things.v[i];
        const struct spot *at = t->laid.known ? &t->laid.cell : &t->anchor.cell;
        n += is_symbol(t) && t->kind != SHAPE_PENTAGON && t->kind != SHAPE_CIRCLE && at->table == b->table && at->row == b->row;
    }
    return n;
}

/* Rows of a table that has symbols: at most one has none, and then no other has two. Else everything may have slipped by a row. */
static bool are_spread(const struct drawing *d, const struct pages *p, uint32_t table)
{
    size_t none = 0, more = 0, rows = 0, drawn = 0;
    for (size_t i = 0; i < p->rows.bands.n; i++) {
        const struct laid_band *b = &p->rows.bands.v[i];
        if (b->table != table || !b->numbered) continue;
        size_t n = symbols_in(d, b);
        rows++;
        drawn += n > 0;
        none += n == 0;
        more += n > 1;
    }
    return drawn == 0 || none == 0 || (none == 1 && more == 0 && rows > 2);
}

/* ---- all of it ----------------------------------------------------------------------------------------------------------------- */

static bool place_all(struct drawing *d, const struct pages *p, const struct layout *l)
{
    size_t n = d->things.n;
    struct shift *shifts = arena_alloc(d->a, (n + 1) * sizeof *shifts);
    for (size_t i = 0; i < n; i++) {
        size_t k = 0;
        while (k < i && !is_of(&d->things.v[k], &d->things.v[i])) k++;
        shifts[i] = k < i ? shifts[k] : find_shift(d, p, &d->things.v[i]);
    }
    for (size_t i = 0; i < n; i++) {
        if (!shifts[i].page) continue;
        move(&d->things.v[i], &shifts[i]);
        put_in_cell(p, &d->things.v[i]);
    }
    if (!are_inside(d, p, l)) return false;
    for (uint32_t t = 1; t <= p->rows.n; t++)
        if (!are_spread(d, p, t)) return false;
    return true;
}

static bool read_pages(struct arena *work, const struct laying *how, struct str program, struct source *s, struct reading *out)
{
    struct trouble why = {0};
    struct buf made = BUF_INIT;
    enum rc rc = foreign_convert(work, program, how->raw, how->from, "pdf", how->limits, &made, &why);
    s->raw = buf_view(&made);
    if (rc == RC_OK) rc = reader_pdf.read(work, s, how->limits, out, &why);
    s->raw = STR_ABSENT;
    buf_free(&made);
    return rc == RC_OK && out->layout;
}

bool drawn_lay(struct drawing *d, const struct layout *l, const struct laying *how, enum word *reason)
{
    struct str program = foreign_program(d->a);
    *reason = W_reason_flow_floats;
    if (!program.p || !program_own(d->a, "patuh-pdf").p) return false;
    *reason = W_reason_flow_slips;
    struct source s = {.path = STR("berkas.pdf")};
    struct reading reading = {0};
    bool found = d->things.n <= 4 * MOST && read_pages(d->a, how, program, &s, &reading);
    if (found) {
        struct pages p = {.layout = reading.layout};
        laid_rows_find(d->a, l, reading.layout, &s, &p.rows);
        found = reading.layout->shapes.n <= MOST && place_all(d, &p, l);
    }
    if (reading.pages) arena_free(reading.pages);
    return found;
}
