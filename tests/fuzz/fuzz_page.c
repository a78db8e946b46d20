/* Fuzz target of the geometry stage: pages made of random rules, words, outlines and pictures, many of them where others are. */
#include "fuzz.h"
#include "read/page/pages.h"
#include "stage/layout.h"

struct dice {
    const uint8_t *p;
    size_t n;
};

static unsigned throw(struct dice *d)
{
    if (!d->n) return 0;
    d->n--;
    return *d->p++;
}

/* Mostly on a coarse raster, so that things meet; sometimes off it by a little, sometimes anywhere. */
static double length(struct dice *d)
{
    unsigned v = throw(d);
    if (v > 250) return (double)throw(d) * 100 - 12000;
    return (v & 15) * 40.0 + (v >> 4 == 15 ? throw(d) / 64.0 : 0);
}

static struct box box(struct dice *d)
{
    double x = length(d), y = length(d), u = length(d), v = length(d);
    return (struct box){x < u ? x : u, y < v ? y : v, x < u ? u : x, y < v ? v : y};
}

static void add_word(struct arena *a, struct page *p, struct dice *d, uint32_t order)
{
    static const struct str texts[] = {{"No", 2}, {"1.", 2}, {"12.500", 6}, {"Kegiatan", 8}, {"a)", 2}, {"98,5%", 5}, {"\xE2\x80\xA2", 3}, {"Tabel", 5}, {"<", 1}};
    struct page_word *w = ARENA_PUSH(a, &p->words);
    struct box b = {length(d), length(d), 0, 0};
    w->text = texts[throw(d) % COUNT(texts)];
    w->size = throw(d) % 20;
    b.x1 = b.x0 + w->size * (double)w->text.n / 2;
    b.y1 = b.y0 + w->size;
    w->box = b;
    w->base = b.y1;
    w->reading = throw(d) > 240 ? (enum page_reading)(throw(d) % 4) : READ_RIGHT;
    w->marks = throw(d) > 200 ? throw(d) % 32 : 0;
    w->order = order;
    w->confidence = 1;
}

static void add_rule(struct arena *a, struct page *p, struct dice *d, uint32_t order)
{
    struct page_rule *r = ARENA_PUSH(a, &p->rules);
    double u = length(d), v = length(d);
    *r = (struct page_rule){.vertical = throw(d) & 1, .at = length(d), .from = u < v ? u : v, .to = u < v ? v : u, .thickness = throw(d) % 5 / 2.0, .order = order};
    r->stroked = throw(d) & 1;
}

static void add_path(struct arena *a, struct page *p, struct dice *d, uint32_t order)
{
    uint32_t n = 2 + throw(d) % 7;
    struct page_point *v = arena_alloc(a, n * sizeof *v);
    struct page_path *k = ARENA_PUSH(a, &p->paths);
    *k = (struct page_path){.v = v, .n = n, .closed = throw(d) & 1, .filled = throw(d) & 1, .stroked = throw(d) & 1, .opacity = 1, .width = 1, .order = order};
    k->fill = throw(d) & 1 ? 0xFFFFFF : 0;
    struct box b = box(d);
    for (uint32_t i = 0; i < n; i++) v[i] = n == 4 ? (struct page_point){i == 1 || i == 2 ? b.x1 : b.x0, i > 1 ? b.y1 : b.y0} : (struct page_point){length(d), length(d)};
    k->box = (struct box){v[0].x, v[0].y, v[0].x, v[0].y};
    for (uint32_t i = 1; i < n; i++) {
        if (v[i].x < k->box.x0) k->box.x0 = v[i].x;
        if (v[i].x > k->box.x1) k->box.x1 = v[i].x;
        if (v[i].y < k->box.y0) k->box.y0 = v[i].y;
        if (v[i].y > k->box.y1) k->box.y1 = v[i].y;
    }
}

static void check_blocks(const struct blocks *b, const struct source *s)
{
    for (size_t i = 0; i < b->n; i++) {
        const struct block *k = &b->v[i];
        need(k->run.place.at.end <= s->text.n);
        if (k->kind != BLOCK_TABLE) continue;
        for (size_t j = 0; j < k->table->cells.n; j++) {
            const struct cell *c = &k->table->cells.v[j];
            need(c->row + c->rowspan <= k->table->rows && c->col + c->colspan <= k->table->cols && c->place.at.end <= s->text.n);
            check_blocks(&c->blocks, s);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct dice d = {data, size};
    struct arena *a = arena_new();
    struct pages pages = {0};
    struct limits limits;
    limits_default(&limits);
    for (uint32_t n = 1; d.n && n <= 4; n++) {
        struct page *p = ARENA_PUSH(a, &pages);
        *p = (struct page){.number = n, .width = 640, .height = 640};
        for (uint32_t order = 1; d.n; order++) {
            unsigned what = throw(&d);
            if (what < 110) add_rule(a, p, &d, order);
            else if (what < 200) add_word(a, p, &d, order);
            else if (what < 240) add_path(a, p, &d, order);
            else if (what < 250) *ARENA_PUSH(a, &p->pictures) = (struct page_picture){.box = box(&d), .order = order};
            else break;
        }
    }
    struct source s = {.path = STR("fuzz"), .composed = true};
    struct reading reading = {0};
    struct trouble why = {0};
    struct buf svg = BUF_INIT;
    const struct page_view view = {1, &svg};
    if (pages_layout(a, &pages, &s, &limits, &view, &reading, &why) == RC_OK) {
        check_blocks(&reading.layout->blocks, &s);
        arena_free(reading.pages);
    } else {
        need(why.message != WORD_NONE);
    }
    buf_free(&svg);
    arena_free(a);
    return 0;
}
