/* Tables in columns of blanks: the cells of each layout of tests/aligned/, drawn, are those of its .grid; and each weight is needed: ten times
 * larger or smaller, the layout that it names comes out otherwise. ALIGNED_UPDATE=1 draws the grids anew: read the diff. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "read/aligned/aligned.h"
#include "tap.h"

#define FOLDER "tests/aligned"
enum { LAYOUTS = 64, WIDTH = 600, HEIGHT = 900 };

static struct str file_text(struct arena *a, const char *path)
{
    struct buf b = BUF_INIT;
    char part[4096];
    FILE *f = fopen(path, "rb");
    for (size_t n; f && (n = fread(part, 1, sizeof part, f)) > 0;) buf_add(&b, part, n);
    if (f) fclose(f);
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}

/* ---- drawing ------------------------------------------------------------------------------------------------------------- */

struct canvas {
    uint32_t at[HEIGHT][WIDTH];  /* characters as their bytes, the first one lowest; 0: blank */
    size_t x[WIDTH], y[HEIGHT];  /* where columns and rows begin */
};

static void extent(struct str s, size_t *width, size_t *lines)
{
    size_t x = 0;
    *width = 0;
    *lines = 1;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\n') x = 0, ++*lines;
        else x += ((unsigned char)s.p[i] & 0xC0) != 0x80;
        if (x > *width) *width = x;
    }
}

/* Makes room: `need` places between the beginnings of from and to. */
static void widen(size_t *v, size_t n, size_t from, size_t to, size_t need)
{
    size_t has = v[to] - v[from];
    for (size_t i = to; i <= n && has < need; i++) v[i] += need - has;
}

static void measure(struct canvas *c, const struct table *t)
{
    for (size_t i = 0; i <= t->cols; i++) c->x[i] = 3 * i;
    for (size_t i = 0; i <= t->rows; i++) c->y[i] = 2 * i;
    for (size_t span = 1; span <= t->cols || span <= t->rows; span++) /* cells of their own first */
        for (size_t i = 0; i < t->cells.n; i++) {
            const struct cell *k = &t->cells.v[i];
            size_t width, lines;
            extent(k->text, &width, &lines);
            if (k->colspan == span) widen(c->x, t->cols, k->col, k->col + k->colspan, width + 3);
            if (k->rowspan == span) widen(c->y, t->rows, k->row, k->row + k->rowspan, lines + 1);
        }
}

static void draw_cell(struct canvas *c, const struct cell *k)
{
    size_t x0 = c->x[k->col], x1 = c->x[k->col + k->colspan], y0 = c->y[k->row], y1 = c->y[k->row + k->rowspan], x = x0 + 2, y = y0 + 1;
    if (x1 >= WIDTH || y1 >= HEIGHT) return;
    for (size_t i = x0; i <= x1; i++) c->at[y0][i] = c->at[y1][i] = i == x0 || i == x1 || c->at[y0][i] == '+' ? '+' : k->header ? '=' : '-';
    for (size_t i = y0 + 1; i < y1; i++) c->at[i][x0] = c->at[i][x1] = '|';
    for (size_t i = 0; i < k->text.n; x++) {
        uint32_t letter = 0;
        size_t n = 1;
        while (i + n < k->text.n && ((unsigned char)k->text.p[i + n] & 0xC0) == 0x80) n++;
        for (size_t b = n; b-- > 0;) letter = letter << 8 | (unsigned char)k->text.p[i + b];
        i += n;
        if (letter == '\n') x = x0 + 1, y++;
        else c->at[y][x] = letter;
    }
}

static void draw(struct buf *out, struct canvas *c, const struct table *t)
{
    memset(c, 0, sizeof *c);
    measure(c, t);
    for (size_t i = 0; i < t->cells.n; i++) draw_cell(c, &t->cells.v[i]);
    for (size_t y = 0; y <= c->y[t->rows] && y < HEIGHT; y++) {
        size_t end = WIDTH;
        while (end && !c->at[y][end - 1]) end--;
        for (size_t x = 0; x < end; x++)
            for (uint32_t letter = c->at[y][x] ? c->at[y][x] : ' '; letter; letter >>= 8) buf_ch(out, (char)(letter & 0xFF));
        buf_ch(out, '\n');
    }
}

/* ---- layouts --------------------------------------------------------------------------------------------------------------- */

/* The tables of a text, read with those weights, drawn one below the other. */
static struct str grids(struct arena *keep, struct str text, const struct aligned_weights *w)
{
    static struct canvas canvas;
    struct arena *a = arena_new(), *pages;
    struct source s = {.path = STR("x"), .text = text, .words = read_words_load(a, &bundle_embedded, &(struct pack_faults){0})};
    struct limits limits;
    struct trouble why;
    struct furniture furniture = {0};
    struct buf out = BUF_INIT;
    size_t none_before = 0;
    enum rc rc;
    limits_default(&limits);
    struct build *b = build_new(a, &s, &limits, &why);
    for (size_t at = 0; at < text.n;) {
        struct text_line l = text_line_at(text, at);
        bool blank = str_blank(str_slice(text, l.begin, l.end));
        size_t end = at >= none_before && !blank ? aligned_table(b, text, at, &furniture, w, &none_before) : 0;
        at = end ? end : l.next;
    }
    const struct layout *layout = build_finish(b, &pages, &rc);
    for (size_t i = 0; layout && i < layout->blocks.n; i++)
        if (layout->blocks.v[i].kind == BLOCK_TABLE) draw(&out, &canvas, layout->blocks.v[i].table);
    struct str drawn = arena_str(keep, buf_view(&out));
    buf_free(&out);
    arena_free(pages);
    arena_free(a);
    return drawn.p ? drawn : STR("");
}

static int by_name(const void *x, const void *y) { return strcmp(*(const char *const *)x, *(const char *const *)y); }

static size_t find_layouts(struct arena *a, const char **names)
{
    DIR *d = opendir(FOLDER);
    size_t n = 0;
    for (const struct dirent *e; d && (e = readdir(d)) && n < LAYOUTS;) {
        struct str name = str_of(e->d_name);
        if (str_ends(name, STR(".txt"))) names[n++] = arena_strz(a, str_slice(name, 0, name.n - 4));
    }
    if (d) closedir(d);
    if (n) qsort(names, n, sizeof *names, by_name);
    return n;
}

static struct str layout_text(struct arena *a, const char *name, const char *ending) { return file_text(a, arena_printf(a, FOLDER "/%s.%s", name, ending).p); }

static void write_grid(struct arena *a, const char *name, struct str drawn)
{
    FILE *f = fopen(arena_printf(a, FOLDER "/%s.grid", name).p, "wb");
    if (!f || fwrite(drawn.p, 1, drawn.n, f) != drawn.n || fclose(f)) exit(1);
}

/* ---- weights --------------------------------------------------------------------------------------------------------------- */

static const struct {
    const char *id, *layout, *reason;
    size_t offset;
} rows[] = {
#define WEIGHT(id, value, layout, reason) {#id, layout, reason, offsetof(struct aligned_weights, id)},
#include "read/aligned/aligned_weights.def"
#undef WEIGHT
};

/* The grid of the row's layout with its weight so many times as large. */
static struct str changed(struct arena *a, size_t row, int times, int parts)
{
    struct aligned_weights w = aligned_weights;
    int *value = (int *)(void *)((char *)&w + rows[row].offset);
    *value = *value * times / parts;
    return grids(a, layout_text(a, rows[row].layout, "txt"), &w);
}

static void weight_is_needed(struct arena *a, size_t row)
{
    struct str text = layout_text(a, rows[row].layout, "txt"), right = grids(a, text, &aligned_weights);
    bool matters = !str_eq(changed(a, row, 10, 1), right) || !str_eq(changed(a, row, 1, 10), right);
    ok(text.n && rows[row].reason[0] && matters, "%s: %s needs it", rows[row].id, rows[row].layout);
}

int main(void)
{
    struct arena *a = arena_new();
    const char *names[LAYOUTS];
    size_t n = find_layouts(a, names);
    for (size_t i = 0; i < n; i++) {
        struct str drawn = grids(a, layout_text(a, names[i], "txt"), &aligned_weights);
        if (getenv("ALIGNED_UPDATE")) write_grid(a, names[i], drawn);
        is_str(drawn.p, layout_text(a, names[i], "grid").p, "%s", names[i]);
        bool named = false;
        for (size_t k = 0; k < COUNT(rows); k++) named |= strcmp(rows[k].layout, names[i]) == 0;
        ok(named && drawn.n, "%s is needed by a weight", names[i]);
    }
    for (size_t i = 0; i < COUNT(rows); i++) weight_is_needed(a, i);
    arena_free(a);
    return done();
}
