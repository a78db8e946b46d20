/* Fuzz target of the pipe format: whatever another process says, what is taken of it keeps its promises, and the pages become a layout. */
#include "fuzz.h"
#include "read/page/pages.h"
#include "read/page/pipe.h"

static bool fits(double v) { return v >= -PAGE_MOST && v <= PAGE_MOST; }

static void check_page(const struct page *p)
{
    for (size_t i = 0; i < p->words.n; i++) {
        const struct page_word *w = &p->words.v[i];
        need(w->text.n > 0 && w->box.x0 <= w->box.x1 && w->box.y0 <= w->box.y1 && fits(w->box.x0) && fits(w->box.y1) && fits(w->base) && w->size >= 0);
    }
    for (size_t i = 0; i < p->rules.n; i++) need(p->rules.v[i].from <= p->rules.v[i].to && fits(p->rules.v[i].at));
    for (size_t i = 0; i < p->paths.n; i++) need(p->paths.v[i].n >= 2 && p->paths.v[i].box.x0 <= p->paths.v[i].box.x1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    struct buf b = BUF_INIT;
    struct pages pages = {0};
    struct limits limits;
    limits_default(&limits);
    enum pipe_failure failure;
    buf_z(&b, PIPE_MAGIC);
    buf_add(&b, data, size);
    if (pipe_read(a, buf_view(&b), &pages, &failure) && failure == PIPE_FINE) {
        struct source s = {.path = STR("fuzz"), .composed = true};
        struct reading reading = {0};
        struct trouble why = {0};
        for (size_t i = 0; i < pages.n; i++) check_page(&pages.v[i]);
        if (pages_layout(a, &pages, &s, &limits, NULL, &reading, &why) == RC_OK) arena_free(reading.pages);
        else need(why.message != WORD_NONE);
    }
    buf_free(&b);
    arena_free(a);
    return 0;
}
