/* Fuzz target of drawn flows: pages made of random words, rules, symbols, arrows and pictures, on and beside tables, to a layout and to a
 * document. Places are coarse, so that things meet, lie on one another and miss each other by little. */
#include <math.h>
#include <stdlib.h>

#include "fuzz.h"
#include "read/page/pages.h"
#include "stage/recognise.h"

struct input {
    const uint8_t *p;
    size_t n;
};

static unsigned next(struct input *in)
{
    if (!in->n) return 0;
    in->n--;
    return *in->p++;
}

/* Mostly on a grid of six points, sometimes a little or far beside it. */
static double place(struct input *in)
{
    static const double off[] = {0, 0, 0, 0, 0, 0.4, 1.5, -2.6};
    unsigned b = next(in);
    double at = 6.0 * (b & 127) + off[next(in) & 7];
    return b == 255 ? PAGE_MOST : b == 254 ? -PAGE_MOST : at;
}

struct fuzz {
    struct arena *a;
    struct pages pages;
    struct page *page;
    uint32_t order;
};

static void new_page(struct fuzz *f)
{
    f->page = ARENA_PUSH(f->a, &f->pages);
    *f->page = (struct page){.number = (uint32_t)f->pages.n, .width = 800, .height = 600};
    f->order = 0;
}

static void add_word(struct fuzz *f, struct input *in)
{
    static const char *const words[] = {"No", "Kegiatan", "Pelaksana", "Staf", "Kepala", "Waktu", "Output", "1", "2", "3", "Mengirim", "Ya", "Tidak", "Mulai", "A"};
    double x = place(in), y = place(in);
    unsigned kind = next(in);
    struct page_word *w = ARENA_PUSH(f->a, &f->page->words);
    *w = (struct page_word){.text = str_of(words[kind % COUNT(words)]), .box = {x, y, x + 24, y + 9}, .size = 9, .base = y + 7, .order = ++f->order, .confidence = 1};
    w->reading = kind > 240 ? READ_UP : READ_RIGHT;
    w->marks = kind & 32 ? WORD_UNMAPPED : 0;
}

static void add_rule(struct fuzz *f, bool vertical, double at, double from, double to, unsigned looks)
{
    struct page_rule *r = ARENA_PUSH(f->a, &f->page->rules);
    *r = (struct page_rule){.vertical = vertical, .at = at, .from = fmin(from, to), .to = fmax(from, to), .thickness = looks & 1 ? 0.5 : 0.75, .stroked = looks & 2,
                            .dashed = looks & 4, .order = ++f->order, .confidence = 1};
}

static void add_table(struct fuzz *f, struct input *in)
{
    double x = place(in), y = place(in);
    unsigned columns = 2 + (next(in) & 7), rows = 2 + (next(in) & 7), looks = next(in) & 3;
    for (unsigned i = 0; i <= columns; i++) add_rule(f, true, x + 60 * i, y, y + 48 * rows, looks);
    for (unsigned i = 0; i <= rows; i++) add_rule(f, false, y + 48 * i, x, x + 60 * columns, looks);
    static const char *const heads[] = {"No", "Kegiatan", "Staf", "Kepala", "Kelengkapan", "Waktu", "Output", "Keterangan", "A"};
    for (unsigned i = 0; i < columns && looks & 1; i++)
        *ARENA_PUSH(f->a, &f->page->words) = (struct page_word){.text = str_of(heads[i % COUNT(heads)]), .box = {x + 60 * i + 3, y + 10, x + 60 * i + 40, y + 19}, .size = 9,
                                                                .base = y + 17, .order = ++f->order, .confidence = 1};
}

static void add_path(struct fuzz *f, const struct page_point *v, uint32_t n, unsigned looks, uint32_t order)
{
    struct page_point *own = arena_alloc(f->a, n * sizeof *own);
    struct page_path *p = ARENA_PUSH(f->a, &f->page->paths);
    *p = (struct page_path){.v = own, .n = n, .order = order, .opacity = 1, .confidence = 1, .width = 0.75, .box = {v[0].x, v[0].y, v[0].x, v[0].y}};
    for (uint32_t i = 0; i < n; i++) {
        own[i] = v[i];
        p->box = (struct box){fmin(p->box.x0, v[i].x), fmin(p->box.y0, v[i].y), fmax(p->box.x1, v[i].x), fmax(p->box.y1, v[i].y)};
    }
    p->filled = looks & 1;
    p->stroked = !p->filled;
    p->closed = p->filled || looks & 2;
    p->fill = looks & 4 ? 0 : 0xFFFFFF;
    p->dashed = looks & 8;
    p->curves = looks & 16 ? 4 : 0;
}

static void add_symbol(struct fuzz *f, struct input *in)
{
    double x = place(in), y = place(in), w = 6 + (next(in) & 63), h = 6 + (next(in) & 31);
    unsigned kind = next(in);
    struct page_point v[24];
    uint32_t n = 4;
    if (kind & 1) {
        const struct page_point box[] = {{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}};
        for (uint32_t i = 0; i < 4; i++) v[i] = box[i];
    } else if (kind & 2) {
        const struct page_point diamond[] = {{x + w / 2, y}, {x + w, y + h / 2}, {x + w / 2, y + h}, {x, y + h / 2}};
        for (uint32_t i = 0; i < 4; i++) v[i] = diamond[i];
    } else {
        for (n = 0; n < 24; n++) v[n] = (struct page_point){x + w / 2 + w / 2 * cos(n * 0.2618), y + h / 2 + h / 2 * sin(n * 0.2618)};
    }
    if (kind & 4) add_path(f, v, n, 1 | (n > 4 ? 16 : 0), ++f->order);
    add_path(f, v, n, 2 | (n > 4 ? 16 : 0), ++f->order);
}

static void add_arrow(struct fuzz *f, struct input *in)
{
    double x0 = place(in), y0 = place(in), x1 = place(in), y1 = place(in), l = hypot(x1 - x0, y1 - y0);
    uint32_t order = ++f->order;
    if (l < 1 || l > PAGE_MOST) return;
    double ux = (x1 - x0) / l, uy = (y1 - y0) / l, hx = x1 - 6 * ux, hy = y1 - 6 * uy;
    add_path(f, (struct page_point[]){{x0 - uy / 2, y0 + ux / 2}, {hx - uy / 2, hy + ux / 2}, {hx + uy / 2, hy - ux / 2}, {x0 + uy / 2, y0 - ux / 2}}, 4, 5, order);
    add_path(f, (struct page_point[]){{hx - 3 * uy, hy + 3 * ux}, {x1, y1}, {hx + 3 * uy, hy - 3 * ux}}, 3, 5, order);
}

static void add_any(struct fuzz *f, struct input *in)
{
    struct page_point v[12];
    uint32_t n = 2 + next(in) % 11;
    unsigned looks = next(in);
    for (uint32_t i = 0; i < n; i++) v[i] = (struct page_point){place(in), place(in)};
    f->order += looks >> 7;
    add_path(f, v, n, looks, f->order);
}

static void add_picture(struct fuzz *f, struct input *in)
{
    double x = place(in), y = place(in);
    *ARENA_PUSH(f->a, &f->page->pictures) = (struct page_picture){.box = {x, y, x + 8.0 * next(in), y + 8.0 * next(in)}, .order = ++f->order, .mask = next(in) & 1};
}

static void draw(struct fuzz *f, struct input *in)
{
    while (in->n) {
        double at, from;
        switch (next(in) % 10) {
        case 0:
        case 1: add_word(f, in); break;
        case 2:
            at = place(in);
            from = place(in);
            add_rule(f, next(in) & 1, at, from, place(in), next(in));
            break;
        case 3: add_table(f, in); break;
        case 4:
        case 5: add_symbol(f, in); break;
        case 6:
        case 7: add_arrow(f, in); break;
        case 8: add_any(f, in); break;
        default:
            if (next(in) & 1) add_picture(f, in);
            else if (f->pages.n < 4) new_page(f);
        }
    }
}

static void check_end(const struct layout *l, const struct line_end *e)
{
    need(e->shape == SIZE_MAX || e->shape < l->shapes.n);
    need(e->other == SIZE_MAX || e->other < l->shapes.n);
    need(e->cell.table <= l->tables);
}

static void check_drawing(const struct layout *l)
{
    for (size_t i = 0; i < l->shapes.n; i++) {
        const struct shape *s = &l->shapes.v[i];
        need(s->cell.table <= l->tables && s->box.x0 <= s->box.x1 && s->box.y0 <= s->box.y1);
        need(!s->cell.table || (s->top <= s->cell.row && s->cell.row <= s->bottom && s->left <= s->cell.col && s->cell.col <= s->right));
        need(!i || l->shapes.v[i - 1].page <= s->page);
    }
    for (size_t i = 0; i < l->connectors.n; i++) {
        const struct connector *c = &l->connectors.v[i];
        check_end(l, &c->from);
        check_end(l, &c->to);
        need(c->points.n >= 2 && c->points.split < c->points.n);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena *kept; /* seen by the leak checker */
    static const struct vocabulary *vocabulary;
    if (!vocabulary) {
        struct pack_faults faults = {0};
        need((vocabulary = vocabulary_load(kept = arena_new(), &bundle_embedded, &faults)) != NULL);
    }
    struct fuzz f = {.a = arena_new()};
    enum { ENOUGH = 4096 };      /* bytes: a thousand things on four pages */
    struct input in = {data, size < ENOUGH ? size : ENOUGH};
    struct limits limits;
    struct source s = {.path = STR("fuzz")};
    struct reading r = {0};
    struct trouble why = {0};
    struct document d = {0};
    bool claims;
    limits_default(&limits);
    new_page(&f);
    draw(&f, &in);
    if (pages_layout(f.a, &f.pages, &s, &limits, NULL, &r, &why) == RC_OK) {
        check_drawing(r.layout);
        recognise(f.a, vocabulary, r.layout, &d, &claims, NULL);
    } else {
        need(why.message != WORD_NONE);
    }
    arena_free(r.pages);
    arena_free(f.a);
    return 0;
}
