/* Notes by cell: a cell has one note at most, so that what is found in it is one text. */
#include <stdlib.h>
#include <string.h>

#include "annotate/cells.h"
#include "read/office/sheet/sheet.h"

enum { MOST_BYTES = 30000 }; /* of one note: Excel takes 32,767 characters */

bool is_element(const xmlNode *n, const char *name) { return n && n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0; }

static int by_place(const void *x, const void *y)
{
    const struct cell_note *a = x, *b = y;
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    if (a->col != b->col) return a->col < b->col ? -1 : 1;
    return (a->text.p > b->text.p) - (a->text.p < b->text.p);
}

struct cell_notes cell_notes(struct arena *a, const struct notes *notes, struct str sheet, bool first)
{
    struct cell_notes all = {0};
    size_t kept = 0;
    char *order = arena_alloc(a, notes->n + 1); /* addresses that keep the notes of a cell in their order */
    for (size_t i = 0; i < notes->n; i++) {
        const struct where *w = notes->v[i].place.where;
        struct cell_note n = {.cell = STR("A1"), .text = {order + i, 0}};
        bool placed = w && w->sheet.n && sheet_parse(w->cell, &n.row, &n.col);
        if (placed ? !str_eq(w->sheet, sheet) : !first) continue;
        if (placed) n.cell = w->cell;
        n.text.n = i;
        *ARENA_PUSH(a, &all) = n;
    }
    if (all.n) qsort(all.v, all.n, sizeof *all.v, by_place);
    for (size_t i = 0, next; i < all.n; i = next) {
        struct buf b = BUF_INIT;
        for (next = i; next < all.n && all.v[next].row == all.v[i].row && all.v[next].col == all.v[i].col; next++) {
            const struct note *n = &notes->v[all.v[next].text.n];
            if (b.n + n->text.n > MOST_BYTES) continue;
            buf_z(&b, b.n ? "\n\n" : "");
            buf_str(&b, n->title);
            buf_ch(&b, '\n');
            buf_str(&b, n->text);
        }
        all.v[kept] = all.v[i];
        all.v[kept++].text = arena_str(a, buf_view(&b));
        buf_free(&b);
    }
    all.n = kept;
    return all;
}
