/* The gutters of an aligned table: places that hardly any line prints on, and the pieces they cut its lines into. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "read/aligned/aligned.h"

/* For each place across the lines: how many lines print there, have a wide gap there, have text on both sides. */
struct profile {
    uint32_t printed[ALIGNED_WIDTH], wide[ALIGNED_WIDTH], both[ALIGNED_WIDTH];
};

static void count_words(const struct region *r, const struct segment *s, struct profile *p)
{
    uint32_t x = s->x0;
    for (size_t i = s->from; i < s->to && x < ALIGNED_WIDTH; i++) {
        if (((unsigned char)r->text.p[i] & 0xC0) == 0x80) continue;
        p->printed[x++] += r->text.p[i] != ' ';
    }
}

/* Several figures one blank apart, no years: "1.200.000 98,10". */
static bool is_figures(struct str s)
{
    bool several = false;
    for (size_t i = 0, from; i < s.n; i++) {
        bool digit = false;
        several |= i > 0;
        for (from = i; i < s.n && s.p[i] != ' '; i++) {
            if (is_alpha(s.p[i])) return false;
            digit |= is_digit(s.p[i]);
        }
        if (!digit || is_year(str_slice(s, from, i))) return false;
    }
    return several;
}

/* The first line with a figure that is not alone on it; headings above it stand where they like. 0 when there is none. */
static size_t first_figures(const struct region *r)
{
    for (size_t i = 0; i < r->n; i++) {
        const struct aligned_line *l = &r->lines[i];
        for (size_t j = 0; j < l->n; j++) {
            struct str s = str_slice(r->text, r->segments[l->first + j].from, r->segments[l->first + j].to);
            if ((j && is_value(r, s) && !is_year(s)) || is_figures(s)) return i;
        }
    }
    return 0;
}

static void count_lines(const struct region *r, size_t from, struct profile *p)
{
    for (size_t i = from; i < r->n; i++) {
        const struct aligned_line *l = &r->lines[i];
        const struct segment *s = r->segments + l->first;
        for (size_t j = 0; j < l->n && !l->across; j++) {
            count_words(r, &s[j], p);
            for (uint32_t x = j ? s[j - 1].x1 : s[j].x0; x < s[j].x1; x++) {
                p->both[x]++;
                p->wide[x] += j && x < s[j].x0;
            }
        }
    }
}

static void add_gutter(struct region *r, uint32_t x0, uint32_t x1)
{
    if (x1 <= x0) return;
    r->gutters = build_room(r->gutters, r->gutter_count, &r->gutter_cap, sizeof *r->gutters);
    r->gutters[r->gutter_count++] = (struct gutter){x0, x1, false};
}

/* Whether a segment lies over two runs of used places: a heading above several columns. */
static bool bridges(const bool *used, const struct segment *s)
{
    uint32_t x = s->x0;
    while (x < s->x1 && !used[x]) x++;
    while (x < s->x1 && used[x]) x++;
    while (x < s->x1 && !used[x]) x++;
    return x < s->x1;
}

/* Some lines print inside [x0, x1), too few to count. Those that print nowhere else are a column of its own, hardly used. From the
 * last line to the first, so that headings come after what they head. */
static void split_interval(struct region *r, uint32_t x0, uint32_t x1)
{
    bool used[ALIGNED_WIDTH] = {false};
    bool any = false;
    for (size_t i = r->segment_count; i-- > 0;) {
        const struct segment *s = &r->segments[i];
        if (s->x0 < x0 + 2 || s->x1 + 2 > x1 || bridges(used, s)) continue;
        any = true;
        memset(used + s->x0, true, s->x1 - s->x0);
    }
    if (!any) {
        add_gutter(r, x0, x1);
        return;
    }
    for (uint32_t x = x0, from = x0; x <= x1; x++) {
        if (x < x1 && !used[x]) continue;
        add_gutter(r, from, x);
        from = x + 1;
    }
}

/* A place that hardly any line prints on, and where a fair part of the lines that reach across leaves a wide gap. */
static bool is_gutter(const struct profile *p, uint32_t x, uint32_t ceiling)
{
    uint32_t both = p->both[x], few = both < 4 ? 0 : both < 16 ? 1 : both / 8;
    return both && p->printed[x] <= few && p->printed[x] <= ceiling && p->wide[x] * 4 >= both;
}

static void find_gutters(struct region *r, size_t lines, const struct profile *p)
{
    uint32_t ceiling = lines < 8 ? 0 : (uint32_t)(1 + lines / 20);
    for (uint32_t x = 0; x < ALIGNED_WIDTH;) {
        uint32_t from = x;
        while (x < ALIGNED_WIDTH && is_gutter(p, x, ceiling)) x++;
        if (x > from) split_interval(r, from, x);
        else x++;
    }
}

/* Headings left or right of all that stands below them have columns of their own, with nothing in them. */
static void add_empty_columns(struct region *r, size_t from)
{
    uint32_t left = ALIGNED_WIDTH, right = 0, before = 0, behind = ALIGNED_WIDTH;
    size_t data = r->lines[from].first;
    for (size_t i = data; i < r->segment_count; i++) {
        if (r->segments[i].x0 < left) left = r->segments[i].x0;
        if (r->segments[i].x1 > right) right = r->segments[i].x1;
    }
    for (size_t i = 0; i < data; i++) {
        const struct segment *s = &r->segments[i];
        if (s->x1 + 2 <= left && s->x1 > before) before = s->x1;
        if (s->x0 >= right + 2 && s->x0 < behind) behind = s->x0;
    }
    if (behind < ALIGNED_WIDTH) add_gutter(r, right, behind);
    if (before == 0) return;
    add_gutter(r, before, left);
    memmove(r->gutters + 1, r->gutters, (r->gutter_count - 1) * sizeof *r->gutters);
    r->gutters[0] = (struct gutter){before, left, false};
}

/* What tells whether gutter k is one: segments and cut words that begin right of it, lines with text on both sides; and whether
 * there are headings, and anything else, left and right of it. */
struct evidence {
    uint32_t begin, cut, both;
};
struct use {
    bool heading, body;
    bool words;              /* more than numbers of items */
    uint32_t pieces, halves; /* halves: cut off from what stands right of them */
    uint32_t values, marks;  /* marks: "Rp" alone, of so many lines */
    uint32_t lines;
};

static bool is_currency(const struct region *r, struct str s) { return wordset_has(&r->words->money, s); }

static void weigh(const struct region *r, size_t body, struct evidence *e, struct use *use)
{
    memset(e, 0, r->gutter_count * sizeof *e);
    memset(use, 0, (r->gutter_count + 1) * sizeof *use);
    for (size_t i = 0; i < r->piece_count; i++) {
        const struct piece *p = &r->pieces[i];
        if (r->lines[p->line].across) continue;
        if (p->line < body) use[p->col].heading = true;
        else use[p->col].body = true;
        if (!is_lone_marker(piece_text(r, p))) use[p->col].words = true;
        use[p->col].pieces++;
        use[p->col].values += is_value(r, piece_text(r, p));
        use[p->col].marks += p->line >= body && is_currency(r, piece_text(r, p));
        use[p->col].lines += p->line >= body;
        use[p->col].halves += i + 1 < r->piece_count && r->pieces[i + 1].line == p->line && r->pieces[i + 1].cut;
        if (p->col == 0) continue;
        struct evidence *at = &e[p->col - 1];
        if (p->cut) at->cut += p->line >= body;
        else at->begin += p->line >= body;
        const struct piece *before = i && r->pieces[i - 1].line == p->line ? &r->pieces[i - 1] : NULL;
        at->both += before && before->over + before->span == p->over;
    }
}

/* The line behind the headings, and behind the numbers "1 2 3 …" of the columns below them. */
static size_t first_body(const struct region *r, size_t figures)
{
    const struct aligned_line *l = &r->lines[figures];
    for (size_t j = 0; j < l->n; j++) {
        uint64_t number;
        struct str s = str_slice(r->text, r->segments[l->first + j].from, r->segments[l->first + j].to);
        if (!str_u64(s, &number) || number > l->n) return figures;
    }
    return figures + 1;
}

/* Takes out gutters that only cut words apart by chance, and those of which no line has text on both sides: there a figure stands a
 * little aside from its column, or a heading from what it heads. No two neighbours at once. */
static bool drop_gutters(struct region *r, size_t body)
{
    struct evidence *e = base_alloc(r->gutter_count * sizeof *e);
    struct use *use = base_alloc((r->gutter_count + 1) * sizeof *use);
    size_t kept = 0;
    bool before = false; /* the gutter before was dropped */
    weigh(r, body, e, use);
    for (size_t k = 0; k < r->gutter_count; k++) {
        const struct gutter *g = &r->gutters[k];
        bool apart = (!use[k].heading && !use[k + 1].body) || (!use[k].body && !use[k + 1].heading);
        bool named = use[k].heading && use[k + 1].heading;
        bool aside = !e[k].both && g->x1 - g->x0 <= (apart ? 12u : named ? 0u : 2u);
        bool items = k && use[k].body && !use[k].words; /* and their texts right of it */
        bool torn = use[k].pieces && use[k].pieces == use[k].halves; /* "12" of "12 kejadian", wider than what stands above */
        bool stray = !use[k + 1].heading && !use[k + 1].values && use[k].heading && use[k + 1].pieces * 3 <= use[k].pieces; /* words of a line set wide */
        bool currency = use[k].marks && use[k].marks == use[k].lines; /* and its figures, at the right of the cell */
        bool drop = !before && !g->figures && (e[k].cut > e[k].begin || aside || items || torn || stray || currency);
        before = drop;
        if (!drop) r->gutters[kept++] = *g;
    }
    bool any = kept < r->gutter_count;
    r->gutter_count = kept;
    free(e);
    free(use);
    return any;
}

/* ---- figures that stand close together ------------------------------------------------------------------------------ */

/* The words of a column on one line, as long as all of them are figures. */
enum { MOST_FIGURES = 8 };
struct figures {
    uint32_t n;
    uint32_t x0[MOST_FIGURES], x1[MOST_FIGURES];
    bool only;
};

static bool is_figure(const char *p, size_t n)
{
    bool digit = false;
    for (size_t i = 0; i < n; i++) {
        if (is_alpha(p[i])) return false;
        digit |= is_digit(p[i]);
    }
    return digit || (n == 1 && p[0] == '-');
}

static void add_figures(const struct region *r, const struct segment *s, struct figures *f)
{
    uint32_t x = s->x0;
    for (size_t i = s->from; i < s->to;) {
        size_t from = i;
        uint32_t x0 = x;
        while (i < s->to && r->text.p[i] != ' ') x += ((unsigned char)r->text.p[i++] & 0xC0) != 0x80;
        if (i > from) {
            f->only = f->only && f->n < MOST_FIGURES && is_figure(r->text.p + from, i - from);
            if (f->only) f->x0[f->n] = x0, f->x1[f->n++] = x;
        } else {
            i++, x++;
        }
    }
}

/* The figures of column col on line i. */
static struct figures figures_of(const struct region *r, size_t i, uint32_t col)
{
    struct figures f = {.only = true};
    for (size_t j = r->lines[i].first_piece; j < r->lines[i].first_piece + r->lines[i].pieces; j++)
        if (r->pieces[j].col == col) add_figures(r, &r->pieces[j].at, &f);
    if (!f.only) f.n = 0;
    return f;
}

/* Where half of the lines print more figures in one column than one, each as many, they are columns that only touch: the gutter lies
 * where most of them part. Gives how many gutters were added. */
static size_t part_figures(struct region *r, uint32_t col)
{
    size_t lines[MOST_FIGURES + 1] = {0}, printed = 0, n = 2;
    for (size_t i = 0; i < r->n; i++) {
        struct figures f = figures_of(r, i, col);
        lines[f.n]++;
        printed += f.n > 0;
    }
    while (n <= MOST_FIGURES && (lines[n] < 2 || lines[n] * 2 < printed)) n++;
    if (n > MOST_FIGURES) return 0;
    uint32_t ends[MOST_FIGURES][ALIGNED_WIDTH] = {{0}}, begins[MOST_FIGURES][ALIGNED_WIDTH] = {{0}};
    for (size_t i = 0; i < r->n; i++) {
        struct figures f = figures_of(r, i, col);
        for (size_t k = 0; k + 1 < n && f.n == n; k++) ends[k][f.x1[k]]++, begins[k][f.x0[k + 1]]++;
    }
    for (size_t k = 0; k + 1 < n; k++) {
        uint32_t x0 = 0, x1 = 0;
        for (uint32_t x = 1; x < ALIGNED_WIDTH; x++) {
            if (ends[k][x] > ends[k][x0]) x0 = x;
            if (begins[k][x] >= begins[k][x1]) x1 = x;
        }
        add_gutter(r, x0, x1 > x0 ? x1 : x0 + 1);
        r->gutters[r->gutter_count - 1].figures = true;
    }
    return n - 1;
}

static int by_x(const void *a, const void *b)
{
    uint32_t x = ((const struct gutter *)a)->x0, y = ((const struct gutter *)b)->x0;
    return (x > y) - (x < y);
}

static void part_all_figures(struct region *r)
{
    size_t added = 0;
    uint32_t cols = (uint32_t)r->gutter_count + 1;
    for (uint32_t col = 0; col < cols; col++) added += part_figures(r, col);
    if (added) qsort(r->gutters, r->gutter_count, sizeof *r->gutters, by_x);
}

/* Lines with blank lines between, and no figures in them, are prose set wide apart. */
static bool prose_apart(const struct region *r)
{
    size_t values = 0;
    for (size_t i = 1; i < r->n; i++)
        if (r->lines[i].blanks == 0) return false;
    for (size_t i = 0; i < r->piece_count; i++) values += r->pieces[i].col && is_value(r, piece_text(r, &r->pieces[i]));
    return values < 2;
}

/* Whether two names would stand side by side in one column, on whatever lines: then the numbers leave some columns out. The top line may
 * hold names above several columns. */
static bool names_too_many(const struct region *r, size_t numbers)
{
    uint32_t *begins = base_alloc((r->gutter_count + 1) * 2 * sizeof *begins), *ends = begins + r->gutter_count + 1; /* last and first */
    bool apart = false;
    for (uint32_t k = 0; k <= r->gutter_count; k++) begins[k] = 0, ends[k] = ALIGNED_WIDTH;
    for (size_t i = r->lines[numbers > 1].first_piece; i < r->lines[numbers].first_piece; i++) {
        const struct piece *p = &r->pieces[i];
        if (p->cut) continue;
        if (p->at.x0 > begins[p->col]) begins[p->col] = p->at.x0;
        if (p->at.x1 < ends[p->col]) ends[p->col] = p->at.x1;
        apart |= begins[p->col] >= ends[p->col] + (uint32_t)r->w->names_apart;
    }
    free(begins);
    return apart;
}

static bool numbered_columns(struct region *r, size_t numbers)
{
    r->body = numbers + 1;
    r->numbered = true;
    aligned_across_numbers(r);
    aligned_numbered_gutters(r, numbers);
    aligned_cut(r, true);
    if (!names_too_many(r, numbers)) return true;
    for (size_t i = 0; i < r->n; i++) r->lines[i].across = false;
    r->gutter_count = 0;
    r->numbered = false;
    return false;
}

static bool found_columns(struct region *r)
{
    struct profile *p = base_alloc(sizeof *p);
    memset(p, 0, sizeof *p);
    size_t from = r->body = first_figures(r);
    aligned_across_numbers(r);
    count_lines(r, from, p);
    find_gutters(r, r->n - from, p);
    free(p);
    add_empty_columns(r, from);
    if (r->body == from) r->body = first_body(r, from);
    do {
        if (r->gutter_count == 0) return false;
        aligned_cut(r, false);
    } while (drop_gutters(r, r->body));
    part_all_figures(r);
    aligned_cut(r, true);
    return !prose_apart(r);
}

bool aligned_columns(struct region *r)
{
    size_t numbers = aligned_numbers(r);
    if (!(numbers && numbered_columns(r, numbers)) && !found_columns(r)) return false;
    if (numbers) r->numbered = true, r->body = numbers + 1;
    aligned_across_columns(r);
    return true;
}

struct str piece_text(const struct region *r, const struct piece *p) { return str_slice(r->text, p->at.from, p->at.to); }
