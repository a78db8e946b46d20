/* The layout that a reader makes of a file, one thing a line, for the generator of office documents (Office.pm):
 *   P BOLD TEXT | H LEVEL TEXT | I DEPTH MARKER TEXT | T | R CELL… ends with E | B (page)
 * A cell is "C ROW COL ROWSPAN COLSPAN HEADER" and its blocks up to "c". Fields are tab-separated; \n and \t are escaped. */
#include <stdio.h>

#include "base/os.h"
#include "stage/read.h"

static void text(struct str s)
{
    putchar('\t');
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\n') fputs("\\n", stdout);
        else if (s.p[i] == '\t') fputs("\\t", stdout);
        else if (s.p[i] == '\\') fputs("\\\\", stdout);
        else putchar(s.p[i]);
    }
}

static void blocks(const struct blocks *b);

static void table(const struct table *t)
{
    puts("T");
    for (size_t i = 0; i < t->cells.n; i++) {
        const struct cell *c = &t->cells.v[i];
        printf("C\t%u\t%u\t%u\t%u\t%d\n", c->row, c->col, c->rowspan, c->colspan, c->header);
        blocks(&c->blocks);
        puts("c");
    }
    puts("E");
}

static void block(const struct block *k)
{
    switch (k->kind) {
    case BLOCK_PARAGRAPH: printf("P\t%d", k->bold); text(k->run.text); break;
    case BLOCK_HEADING: printf("H\t%u", k->level); text(k->run.text); break;
    case BLOCK_PAGE_BREAK: fputs("B", stdout); break;
    case BLOCK_TABLE: table(k->table); return;
    case BLOCK_LIST:
        for (size_t i = 0; i < k->list->n; i++) {
            printf("%sI\t%u", i ? "\n" : "", k->list->v[i].depth);
            text(k->list->v[i].marker);
            text(k->list->v[i].body.text);
        }
    }
    putchar('\n');
}

static void blocks(const struct blocks *b)
{
    for (size_t i = 0; i < b->n; i++) block(&b->v[i]);
}

int main(int argc, char **argv)
{
    struct arena *a = arena_new();
    struct limits limits;
    limits_default(&limits);
    struct trouble why = {0};
    struct buf raw = BUF_INIT;
    struct source s = {.path = str_of(argc > 1 ? argv[1] : ""), .words = read_words_load(a, &bundle_embedded, &(struct pack_faults){0})};
    struct reading r = {0};
    if (argc != 2 || os_read(a, argv[1], limits.v[LIMIT_bytes], &raw, &why) != RC_OK) return 2;
    s.raw = buf_view(&raw);
    if (read_source(a, &s, &limits, &r, &why) != RC_OK || !r.layout) return 3;
    blocks(&r.layout->blocks);
    arena_free(r.pages);
    arena_free(a);
    buf_free(&raw);
    return 0;
}
