/* The builder's core: folding text into one buffer with a map back to the source, paragraphs, containers. */
#include <stdlib.h>
#include <string.h>

#include "read/build_state.h"
#include "read/words.h"

void *build_room(void *array, size_t n, size_t *cap, size_t size)
{
    if (n < *cap) return array;
    *cap = *cap ? *cap * 2 : 16;
    return base_realloc(array, *cap * size);
}

struct frame *build_top(struct build *b) { return &b->frames[b->depth - 1]; }

struct frame *build_push(struct build *b, enum frame_kind kind)
{
    if (b->depth > b->limits->v[LIMIT_depth]) {
        build_fail_limit(b, LIMIT_depth, W_read_depth, b->end);
        return NULL;
    }
    b->frames = build_room(b->frames, b->depth, &b->frame_cap, sizeof *b->frames);
    struct frame *f = &b->frames[b->depth++];
    *f = (struct frame){.kind = kind, .blocks = b->block_count, .cells = b->cell_count, .items = b->item_count, .bold = b->bold};
    return f;
}

static const struct where *page_where(struct build *b)
{
    if (!b->paged && !b->paragraph && !b->sheet.p) return NULL;
    struct where *w = arena_alloc(b->a, sizeof *w);
    w->page = b->paged ? b->page : 0;
    w->paragraph = b->paragraph;
    w->sheet = b->sheet;
    w->cell = b->cell;
    return w;
}

struct build *build_new(struct arena *a, const struct source *s, const struct limits *limits, struct trouble *why)
{
    struct build *b = base_alloc(sizeof *b);
    *b = (struct build){.a = a, .pages = arena_new(), .source = s, .limits = limits, .why = why, .page = 1};
    b->layout = arena_alloc(b->pages, sizeof *b->layout);
    b->cap = s->text.n;
    b->out = arena_alloc(a, b->cap + 1);
    b->paged = memchr(s->text.p, '\f', s->text.n) != NULL;
    b->where = page_where(b);
    build_push(b, FRAME_PAGE);
    return b;
}

void build_keep(struct build *b, void *thing, void (*release)(void *thing))
{
    b->kept = thing;
    b->release = release;
}

void *build_kept(const struct build *b) { return b->kept; }

const struct read_words *build_words(const struct build *b) { return source_words(b->source); }

bool build_failed(const struct build *b) { return b->rc != RC_OK; }

void build_fail_limit(struct build *b, enum limit limit, enum word message, size_t at)
{
    if (b->rc != RC_OK) return;
    b->rc = RC_LIMIT;
    b->why->message = message;
    b->why->arg[0] = arena_printf(b->a, "%llu", (unsigned long long)b->limits->v[limit]);
    b->why->at = SPAN(at, at);
}

/* ---- text ---------------------------------------------------------------------------------------------------- */

/* The next bytes of the buffer stand for source bytes from `begin` (end 0: byte for byte). */
static void map_to(struct build *b, size_t begin, size_t end)
{
    if (end == 0 && b->maps) {
        const struct text_map_row *last = &b->map[b->maps - 1];
        if (last->end == 0 && begin - last->begin == b->n - last->out) return;
    }
    b->map = build_room(b->map, b->maps, &b->map_cap, sizeof *b->map);
    b->map[b->maps++] = (struct text_map_row){(uint32_t)b->n, (uint32_t)begin, (uint32_t)end};
}

static void put(struct build *b, const char *bytes, size_t n)
{
    if (n > b->cap - b->n) n = b->cap - b->n; /* cannot be: whatever is decoded is longer in the source */
    memcpy(b->out + b->n, bytes, n);
    b->n += n;
}

static void start_line(struct build *b)
{
    b->lines = build_room(b->lines, b->line_count, &b->line_cap, sizeof *b->lines);
    b->lines[b->line_count++] = (struct line){(uint32_t)b->n, b->indent, 0};
    b->indent = 0;
}

/* A blank or line end for the source bytes between what was taken last and `from`. */
static void put_gap(struct build *b, char c, size_t from)
{
    if (from != b->end + 1 || b->source->text.p[b->end] != c) map_to(b, b->end, from);
    else map_to(b, b->end, 0);
    put(b, &c, 1);
}

static void begin_text(struct build *b, size_t from)
{
    if (!b->open) {
        size_t i = b->depth - 1;
        while (b->frames[i].kind != FRAME_CELL && b->frames[i].kind != FRAME_PAGE) i--;
        if (b->n > b->frames[i].text && b->out[b->n - 1] != '\n') put_gap(b, '\n', from);
        b->open = true;
        b->from = b->n;
        b->begin = from;
        b->line_count = 0;
        start_line(b);
    } else if (b->newline) {
        put_gap(b, '\n', from);
        start_line(b);
    } else if (b->gap) {
        put_gap(b, ' ', from);
    }
    b->gap = b->newline = false;
}

static void append(struct build *b, const char *bytes, size_t n, size_t from, size_t to, bool exact)
{
    if (b->rc != RC_OK) return;
    begin_text(b, from);
    map_to(b, from, exact ? 0 : to);
    put(b, bytes, n);
    b->end = to;
    if (!b->bold) b->lines[b->line_count - 1].plain += (uint32_t)n;
}

enum look { LOOK_PLAIN, LOOK_BLANK, LOOK_NOTHING };

/* What kind of character begins at p, and its length. Only blanks and invisible characters are told apart. */
static enum look look_at(const unsigned char *p, size_t n, size_t *length)
{
    *length = 1;
    if (p[0] > ' ' && p[0] < 0x7F) return LOOK_PLAIN;
    if (p[0] <= ' ' || p[0] == 0x7F) return LOOK_BLANK;
    if (p[0] < 0xC2) return LOOK_PLAIN;
    if (p[0] == 0xC2 && n > 1) {
        *length = 2;
        return p[1] == 0xA0 ? LOOK_BLANK : p[1] == 0xAD ? LOOK_NOTHING : LOOK_PLAIN;
    }
    if (n < 3 || p[0] < 0xE2 || p[0] > 0xEF) return LOOK_PLAIN;
    *length = 3;
    uint32_t c = (uint32_t)(p[0] & 15) << 12 | (uint32_t)(p[1] & 63) << 6 | (p[2] & 63);
    if ((c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000) return LOOK_BLANK;
    if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF)
        return LOOK_NOTHING;
    *length = 1;
    return LOOK_PLAIN;
}

/* A blank between two words of the run: it stays as it is. */
static bool single_blank(const unsigned char *p, size_t i, size_t to)
{
    return p[i] == ' ' && i + 1 < to && p[i + 1] > ' ' && p[i + 1] < 0x7F;
}

void build_text(struct build *b, size_t from, size_t to)
{
    const unsigned char *p = (const unsigned char *)b->source->text.p;
    size_t i = from, k;
    while (i < to && b->rc == RC_OK) {
        enum look look = look_at(p + i, to - i, &k);
        if (look != LOOK_PLAIN) {
            if (look == LOOK_BLANK) b->gap = true;
            i += k;
            continue;
        }
        size_t start = i;
        while (i < to && (look_at(p + i, to - i, &k) == LOOK_PLAIN || single_blank(p, i, to))) i += k;
        append(b, (const char *)p + start, i - start, start, i, true);
    }
}

void build_bytes(struct build *b, struct str bytes, size_t from, size_t to)
{
    size_t k;
    enum look look = bytes.n ? look_at((const unsigned char *)bytes.p, bytes.n, &k) : LOOK_NOTHING;
    if (look == LOOK_BLANK) b->gap = true;
    else if (look == LOOK_PLAIN) append(b, bytes.p, bytes.n, from, to, false);
}

void build_break(struct build *b)
{
    if (b->open) b->newline = true;
    b->indent = 0;
}

void build_blank(struct build *b) { b->gap = true; }

void build_indent(struct build *b, size_t columns) { b->indent = (uint32_t)columns; }

void build_heading(struct build *b, uint32_t level) { b->level = level; }

void build_bold(struct build *b, bool on)
{
    if (on) b->bold++;
    else if (b->bold) b->bold--;
}

void build_plain(struct build *b) { b->bold = 0; }

/* ---- blocks -------------------------------------------------------------------------------------------------- */

static const struct where *current_where(const struct build *b)
{
    for (size_t i = b->depth; i-- > 0;)
        if (b->frames[i].kind == FRAME_CELL) return b->frames[i].cell.place.where;
    return b->where;
}

struct run build_take_run(struct build *b)
{
    struct run r = {{b->out + b->from, b->n - b->from}, {SPAN(b->begin, b->end), current_where(b)}};
    b->open = b->gap = b->newline = false;
    return r;
}

struct block *build_add_block(struct build *b, enum block_kind kind)
{
    if (++b->nodes > b->limits->v[LIMIT_items]) build_fail_limit(b, LIMIT_items, W_read_items, b->end);
    b->blocks = build_room(b->blocks, b->block_count, &b->block_cap, sizeof *b->blocks);
    struct block *k = &b->blocks[b->block_count++];
    *k = (struct block){.kind = kind, .page = b->page};
    return k;
}

struct list_item *build_add_item(struct build *b)
{
    if (++b->nodes > b->limits->v[LIMIT_items]) build_fail_limit(b, LIMIT_items, W_read_items, b->end);
    b->items = build_room(b->items, b->item_count, &b->item_cap, sizeof *b->items);
    b->items[b->item_count] = (struct list_item){.depth = 0};
    return &b->items[b->item_count++];
}

struct blocks build_take_blocks(struct build *b, size_t base)
{
    struct blocks r = {NULL, b->block_count - base, b->block_count - base};
    if (r.n) {
        r.v = arena_alloc(b->pages, r.n * sizeof *r.v);
        memcpy(r.v, b->blocks + base, r.n * sizeof *r.v);
    }
    b->block_count = base;
    return r;
}

void build_end(struct build *b)
{
    if (b->rc != RC_OK) return;
    if (build_top(b)->kind == FRAME_LIST) {
        build_break(b);
        return;
    }
    if (b->open) {
        struct run run = build_take_run(b);
        if (b->level) {
            build_close_printed_list(b);
            struct block *k = build_add_block(b, BLOCK_HEADING);
            k->level = b->level;
            k->run = run;
        } else {
            build_split(b, run);
        }
    }
    b->gap = b->newline = false;
    b->level = 0;
    b->indent = 0;
}

void build_page(struct build *b)
{
    build_close_lists(b);
    build_end(b);
    build_close_printed_list(b);
    b->page++;
    b->where = page_where(b);
    build_add_block(b, BLOCK_PAGE_BREAK);
}

void build_page_over(struct build *b)
{
    b->page++;
    b->where = page_where(b);
}

void build_paged(struct build *b)
{
    b->paged = true;
    b->where = page_where(b);
}

void build_paragraph(struct build *b, uint32_t number)
{
    b->paragraph = number;
    b->where = page_where(b);
}

void build_at(struct build *b, struct str sheet, struct str cell)
{
    b->sheet = sheet;
    b->cell = cell;
    if (!build_in_table(b)) b->where = page_where(b);
}

struct arena *build_arena(const struct build *b) { return b->a; }
const struct limits *build_limits(const struct build *b) { return b->limits; }

void build_chart(struct build *b, const struct chart *chart)
{
    build_end(b);
    build_close_printed_list(b);
    if (b->rc != RC_OK) return;
    struct chart *c = ARENA_PUSH(b->pages, &b->layout->charts);
    *c = *chart;
    c->block = b->depth > 1 ? b->frames[1].blocks : b->block_count;
    if (!c->place.where) c->place.where = b->where;
}

struct layout *build_finish(struct build *b, struct arena **pages, enum rc *rc)
{
    while (b->rc == RC_OK && b->depth > 1) {
        if (build_in_list(b)) build_list_close(b);
        else if (build_in_cell(b)) build_cell_end(b);
        else build_table_close(b);
    }
    build_end(b);
    build_close_printed_list(b);
    struct layout *l = NULL;
    if (b->rc == RC_OK) {
        l = b->layout;
        l->blocks = build_take_blocks(b, 0);
        struct text_map_row *rows = arena_alloc(b->pages, b->maps * sizeof *rows);
        if (b->maps) memcpy(rows, b->map, b->maps * sizeof *rows);
        l->map = (struct text_map){b->out, (uint32_t)b->n, rows, b->maps};
    }
    *pages = l ? b->pages : NULL;
    if (!l) arena_free(b->pages);
    *rc = b->rc;
    if (b->kept) b->release(b->kept);
    free(b->map);
    free(b->frames);
    free(b->blocks);
    free(b->cells);
    free(b->items);
    free(b->lines);
    free(b);
    return l;
}
