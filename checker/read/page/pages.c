/* From geometry to layout: each page is taken apart, then all are told together. */
#include <stdlib.h>
#include <string.h>

#include "read/page/draw.h"
#include "read/page/pages.h"
#include "read/page/tell.h"

struct numbers {
    uint32_t *v;
    size_t n, cap;
};

static int by_begin(const void *x, const void *y)
{
    const struct source_mark *a = x, *b = y;
    if (a->begin != b->begin) return a->begin < b->begin ? -1 : 1;
    return (a->end > b->end) - (a->end < b->end);
}

/* Where on which page each word and cell of the source's text stands. */
static void set_marks(struct arena *a, struct teller *t, struct source *s)
{
    struct tape_origin *words;
    size_t n = tape_origins(t->tape, t->work, &words), k = 0, page = 0;
    struct source_mark *v = arena_alloc(a, (n + t->cells.n) * sizeof *v);
    for (size_t i = 0; i < n; i++) {
        const struct page_word *w = words[i].node;
        for (size_t tries = 0; tries < t->sheets->n; tries++, page = (page + 1) % t->sheets->n) {
            const struct page *p = t->sheets->v[page].page;
            if (p->words.n && w >= p->words.v && w < p->words.v + p->words.n) break;
        }
        v[k++] = (struct source_mark){words[i].begin, words[i].end, t->sheets->v[page].page->number, w->box};
    }
    for (size_t i = 0; i < t->cells.n; i++) v[k++] = t->cells.v[i];
    for (size_t i = 0; i < k; i++) v[i].box = page_unturned(t->sheets->v[v[i].page - 1].page, v[i].box);
    if (k) qsort(v, k, sizeof *v, by_begin);
    s->marks = (struct source_marks){v, k, k};
}

/* The tables told have their numbers now; those found in columns, which are loose, stand between them. */
static void number_tables(struct arena *a, const struct blocks *blocks, struct numbers *out)
{
    for (size_t i = 0; i < blocks->n; i++) {
        const struct table *table = blocks->v[i].kind == BLOCK_TABLE ? blocks->v[i].table : NULL;
        if (!table) continue;
        if (!table->loose) *ARENA_PUSH(a, out) = table->number;
        for (size_t k = 0; k < table->cells.n; k++) number_tables(a, &table->cells.v[k].blocks, out);
    }
}

static void renumber(struct arena *a, struct sheets *all, const struct layout *l)
{
    struct numbers n = {0};
    number_tables(a, &l->blocks, &n);
    for (size_t i = 0; i < all->n; i++)
        for (size_t k = 0; k < all->v[i].grids.n; k++) {
            struct grid *g = &all->v[i].grids.v[k];
            if (g->table) g->table = g->table <= n.n ? n.v[g->table - 1] : 0;
        }
}

/* Two letters on end of a font that does not tell which they are; one alone is a bullet or an ornament. */
static bool is_unmapped(const struct page_word *w)
{
    static const char two[] = "\xEF\xBF\xBD\xEF\xBF\xBD";
    if (w->hidden || !(w->marks & WORD_UNMAPPED) || w->marks & WORD_UNSEEN) return false;
    for (size_t i = 0; i + sizeof two - 1 <= w->text.n; i++)
        if (memcmp(w->text.p + i, two, sizeof two - 1) == 0) return true;
    return false;
}

/* Words outside of running heads and feet that nobody can read. */
static bool has_unmapped(const struct sheet *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->page->words.n; i++) n += is_unmapped(&s->page->words.v[i]);
    for (size_t i = 0; n && i < s->lines.n; i++)
        for (size_t k = 0; s->lines.v[i].furniture && k < s->lines.v[i].n; k++) n -= is_unmapped(s->lines.v[i].v[k]);
    return n > 0;
}

/* Pages that are pictures are told with the drawings; here those of which a part could not be read. */
static void tell_unread(struct arena *a, const struct sheets *all, struct layout *l)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct sheet *s = &all->v[i];
        double buried = 0;
        for (size_t k = 0; k < s->grids.n; k++) {
            const struct box *b = &s->grids.v[k].box;
            if (s->grids.v[k].buried) buried += (b->x1 - b->x0) * (b->y1 - b->y0);
        }
        bool most = buried > 0.3 * s->page->width * s->page->height;
        if (buried > 0 && !s->pictured)
            *ARENA_PUSH(a, &l->unread) = (struct unread_drawing){s->page->number, 0, most ? W_reason_page_picture : W_reason_page_part};
        if (s->page->damaged) *ARENA_PUSH(a, &l->unread) = (struct unread_drawing){s->page->number, 0, W_reason_page_damaged};
        if (!s->pictured && has_unmapped(s)) *ARENA_PUSH(a, &l->unread) = (struct unread_drawing){s->page->number, 0, W_reason_page_unmapped};
    }
}

enum rc pages_layout(struct arena *a, struct pages *p, struct source *s, const struct limits *limits, const struct page_view *view, struct reading *out,
                     struct trouble *why)
{
    struct arena *work = arena_new();
    struct sheets sheets = {arena_alloc(work, (p->n + 1) * sizeof *sheets.v), p->n, p->n, limits->v[LIMIT_cells], false};
    for (size_t i = 0; i < p->n; i++) sheet_look(work, &p->v[i], &sheets.v[i]);
    sheets_make(work, &sheets);
    furniture_mark(work, source_words(s), &sheets);
    grids_join(work, &sheets);
    struct drawing *drawing = drawing_find(work, a, &sheets);
    struct teller t = {.a = a, .work = work, .tape = tape_new(), .words = source_words(s), .sheets = &sheets};
    tell_sheets(&t);
    enum rc rc = tape_play(t.tape, a, s, limits, &out->layout, &out->pages, why);
    if (rc == RC_OK) set_marks(a, &t, s);
    if (rc == RC_OK) out->layout->columned = t.columned;
    if (rc == RC_OK) renumber(work, &sheets, out->layout);
    if (rc == RC_OK) drawing_tell(drawing, out->layout);
    if (rc == RC_OK) tell_unread(out->pages, &sheets, out->layout);
    if (view && view->page && view->page <= sheets.n) page_svg(view->svg, &sheets.v[view->page - 1], out->layout);
    tape_free(t.tape);
    arena_free(work);
    return rc;
}
