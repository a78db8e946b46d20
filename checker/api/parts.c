/* Names for the documents of a file that holds several. */
#include "api/session.h"

/* The first byte that blocks [from, to) hold; SIZE_MAX: they tell none. */
static uint32_t first_byte(const struct blocks *b, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct block *k = &b->v[i];
        const struct cell *cells = k->kind == BLOCK_TABLE && k->table->cells.n ? k->table->cells.v : NULL;
        struct span at = cells ? cells[0].place.at : k->kind == BLOCK_LIST && k->list->n ? k->list->v[0].body.place.at : k->run.place.at;
        if (at.set) return at.begin;
    }
    return UINT32_MAX;
}

static uint32_t last_page(const struct blocks *b, const struct sop_part *p)
{
    size_t end = p->to;
    while (end > p->from && b->v[end - 1].kind == BLOCK_PAGE_BREAK) end--;
    return end > p->from ? b->v[end - 1].page : 0;
}

/* The sheet of a workbook that the blocks [from, to) begin on; absent: none. */
static struct str sheet_name(const struct blocks *b, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct block *k = &b->v[i];
        const struct where *w = k->kind == BLOCK_TABLE && k->table->cells.n ? k->table->cells.v[0].place.where : k->run.place.where;
        if (w && w->sheet.n) return w->sheet;
    }
    return STR_ABSENT;
}

static struct str part_on_sheet(struct arena *a, const struct blocks *b, const struct sop_part *v, size_t i)
{
    struct str name = sheet_name(b, v[i].from, v[i].to);
    size_t same = 1;
    for (size_t k = i; name.n && k-- > 0 && str_eq(sheet_name(b, v[k].from, v[k].to), name);) same++;
    return same > 1 ? arena_printf(a, "%s (%zu)", name.p, same) : name;
}

void parts_name(struct arena *a, struct source *s, struct file_parts *parts)
{
    const struct blocks *b = &parts->layout->blocks;
    const struct sop_part *v = parts->list.v;
    size_t n = parts->list.n;
    bool pages = true;
    parts->names = arena_alloc(a, n * sizeof *parts->names);
    for (size_t i = 0; i + 1 < n; i++) pages = pages && b->v[v[i + 1].from].page > last_page(b, &v[i]);
    for (size_t i = 0; i < n; i++) {
        parts->names[i] = part_on_sheet(a, b, v, i);
        if (parts->names[i].n) continue;
        if (!pages && s->composed) {
            parts->names[i] = arena_printf(a, "SOP %zu", i + 1);
            continue;
        }
        uint32_t begin = pages ? b->v[v[i].from].page : source_locate(a, s, first_byte(b, v[i].from, v[i].to)).line, end;
        if (pages) end = last_page(b, &v[i]);
        else if (i + 1 < n) end = source_locate(a, s, first_byte(b, v[i + 1].from, v[i + 1].to)).line - 1;
        else end = source_locate(a, s, (uint32_t)s->text.n).line;
        parts->names[i] = begin < end ? arena_printf(a, "%s %u-%u", pages ? "halaman" : "baris", (unsigned)begin, (unsigned)end)
                                      : arena_printf(a, "%s %u", pages ? "halaman" : "baris", (unsigned)begin);
    }
    source_locate(a, s, 0); /* the table of lines lives as long as the file, not as one of its parts */
}
