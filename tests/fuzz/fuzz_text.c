/* Fuzz target of the text reader: decoding, layout, and that every text knows its bytes. */
#include "fuzz.h"
#include "stage/read.h"

static void check_text(const struct layout *l, const struct source *s, struct str text, struct span at)
{
    need(text.p >= l->map.base && text.p + text.n <= l->map.base + l->map.length);
    need(at.begin <= at.end && at.end <= s->text.n);
    for (size_t i = 0; i < text.n; i++) {
        struct span one = layout_span(l, str_slice(text, i, i + 1));
        need(one.set && one.begin < one.end && one.begin >= at.begin && one.end <= at.end);
    }
}

static void check_table(const struct layout *l, const struct source *s, const struct table *t)
{
    for (uint32_t r = 0; r < t->rows; r++)
        for (uint32_t c = 0; c < t->cols; c++) {
            const struct cell *k = table_cell(t, r, c);
            need(!k || (k->row <= r && r < k->row + k->rowspan && k->col <= c && c < k->col + k->colspan));
        }
    for (size_t i = 0; i < t->cells.n; i++) {
        const struct cell *c = &t->cells.v[i];
        need(c->place.where && c->place.where->table == t->number && c->place.where->row == c->row + 1);
        check_text(l, s, c->text, c->place.at);
        need(c->blocks.n > 0 || c->text.n == 0);
    }
}

/* Blocks of cells are checked as parts of the cells' texts only; one level is enough to reach every kind. */
static void check_blocks(const struct layout *l, const struct source *s, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->n; i++) {
        const struct block *k = &blocks->v[i];
        if (k->kind == BLOCK_PARAGRAPH || k->kind == BLOCK_HEADING) {
            need(k->run.text.n > 0);
            check_text(l, s, k->run.text, k->run.place.at);
        }
        if (k->kind == BLOCK_LIST)
            for (size_t j = 0; j < k->list->n; j++) check_text(l, s, k->list->v[j].body.text, k->list->v[j].body.place.at);
        if (k->kind == BLOCK_TABLE) check_table(l, s, k->table);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    struct limits limits;
    limits_default(&limits);
    struct source s = {.path = STR("fuzz"), .raw = {(const char *)data, size}};
    struct trouble why = {0};
    struct reading r = {0};
    enum rc rc = source_decode(a, &s, &limits, &why);
    if (rc == RC_OK) rc = reader_text.read(a, &s, &limits, &r, &why);
    if (rc == RC_OK) check_blocks(r.layout, &s, &r.layout->blocks);
    else need(why.message != WORD_NONE);
    need(source_file_offset(&s, (uint32_t)s.text.n) <= size);
    arena_free(r.pages);
    arena_free(a);
    return 0;
}
