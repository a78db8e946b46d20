/* Which column each word of a line stands in.
 *
 * Neighbouring columns are often only one blank apart, words of a cell set to full width are several apart, and text that is too long
 * pushes what stands right of it aside. So the words of a line are dealt out to the columns as a whole, the cheapest way. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "read/aligned/aligned.h"

enum { PASSES = 3, NEVER = 1 << 28 };

static void push_piece(struct region *r, struct piece p)
{
    r->pieces = build_room(r->pieces, r->piece_count, &r->piece_cap, sizeof *r->pieces);
    r->pieces[r->piece_count++] = p;
}

/* Where the columns are on one line, and where each begins when its lines share a beginning (UINT32_MAX: they do not). */
struct bounds {
    const struct aligned_weights *w;
    uint32_t *left, *right, *edge;
    bool settled;                /* all columns are known: a cell holds one figure */
    int heads_touching;          /* in a heading; 0: below it */
    const bool *named;           /* columns that the heading names */
};

static uint32_t left_of(const struct region *r, uint32_t k) { return k ? r->gutters[k - 1].x1 : 0; }
static uint32_t right_of(const struct region *r, uint32_t k) { return k < r->gutter_count ? r->gutters[k].x0 : ALIGNED_WIDTH; }

struct dealt {
    struct segment at;
    uint32_t gap;                /* blanks before it; 0: the first of its line */
    uint32_t first, last;        /* columns near it */
    bool figure;
};
struct line_words {
    struct dealt v[ALIGNED_WIDTH / 2 + 1];
    size_t n;
};

static void add_words(const struct region *r, const struct segment *s, struct line_words *out)
{
    uint32_t x = s->x0;
    for (size_t i = s->from; i < s->to;) {
        size_t from = i;
        uint32_t x0 = x;
        bool letter = false, digit = false;
        for (; i < s->to && r->text.p[i] != ' '; i++) {
            char c = r->text.p[i];
            x += ((unsigned char)c & 0xC0) != 0x80;
            digit |= is_digit(c);
            letter |= is_alpha(c);
        }
        uint32_t gap = out->n ? x0 - out->v[out->n - 1].at.x1 : 0;
        if (gap == 1 && from == s->from) gap = 2; /* parted before */
        if (i > from) out->v[out->n++] = (struct dealt){{from, i, x0, x}, gap, 0, 0, digit && !letter};
        else i++, x++;
    }
}

static void words_of(const struct region *r, const struct bounds *b, const struct aligned_line *l, struct line_words *out)
{
    out->n = 0;
    for (size_t j = 0; j < l->n; j++) add_words(r, &r->segments[l->first + j], out);
    uint32_t first = 0, last = 0, cols = (uint32_t)r->gutter_count;
    for (size_t i = 0; i < out->n; i++) {
        struct dealt *w = &out->v[i];
        while (first < cols && b->right[first] + (uint32_t)b->w->far <= w->at.x0) first++;
        if (last < first) last = first;
        while (last < cols && b->left[last + 1] < w->at.x1 + (uint32_t)b->w->far) last++;
        w->first = first;
        w->last = last;
    }
}

static int outside(const struct bounds *b, const struct dealt *w, uint32_t k)
{
    int left = (int)b->left[k] - (int)w->at.x0, right = (int)w->at.x1 - (int)b->right[k];
    int cost = ((left > 0 ? left : 0) + (right > 0 ? right : 0)) * b->w->outside;
    return b->settled && w->figure && cost > b->w->figure_outside ? b->w->figure_outside : cost;
}

/* What it costs to begin column k with the word w. */
static int begin_cost(const struct bounds *b, const struct dealt *before, const struct dealt *w, uint32_t k)
{
    bool edged = b->edge[k] != UINT32_MAX, on_edge = edged && w->at.x0 == b->edge[k];
    int cost = edged && (w->at.x0 + 1 < b->edge[k] || w->at.x0 > b->edge[k] + 1) ? b->w->off_edge : 0;
    if (b->heads_touching && !b->named[k]) cost -= b->w->unnamed;
    else if (before && w->gap == 1 && b->heads_touching) cost += b->heads_touching;
    else if (before && w->gap == 1 && !on_edge) cost += before->figure && w->figure ? b->w->figures_touching : b->w->touching;
    return cost;
}

static int same_cell(const struct bounds *b, const struct dealt *before, const struct dealt *w)
{
    if (b->heads_touching) return w->gap > 1 ? b->w->heads_apart : 0;
    return b->settled && before->figure && w->figure ? b->w->two_figures : w->gap > 1 ? b->w->apart : 0;
}

/* Gives the column of each word in col[]. `from` has room for the columns of every word. */
static void deal_out(size_t cols, const struct bounds *b, const struct line_words *words, uint32_t *from, uint32_t *col)
{
    int cost[ALIGNED_WIDTH / 2 + 2], next[ALIGNED_WIDTH / 2 + 2];
    for (size_t i = 0; i < words->n; i++) {
        const struct dealt *w = &words->v[i], *before = i ? w - 1 : NULL;
        int best = NEVER; /* the cheapest of the columns left of k for the word before */
        uint32_t best_at = 0, k = before ? before->first : w->first;
        for (uint32_t c = w->first; c <= w->last; c++) {
            for (; before && k < c && k <= before->last; k++)
                if (cost[k] < best) best = cost[k], best_at = k;
            int part = before ? best : 0, same = before && c >= before->first && c <= before->last ? cost[c] + same_cell(b, before, w) : NEVER;
            part += begin_cost(b, before, w, c);
            next[c] = (same <= part ? same : part) + outside(b, w, c);
            from[i * cols + c] = same <= part ? c : best_at;
        }
        memcpy(cost + w->first, next + w->first, (w->last - w->first + 1) * sizeof *cost);
    }
    if (!words->n) return;
    const struct dealt *w = &words->v[words->n - 1];
    uint32_t at = w->first;
    for (uint32_t c = w->first; c <= w->last; c++)
        if (cost[c] < cost[at]) at = c;
    for (size_t i = words->n; i-- > 0;) {
        col[i] = at;
        at = from[i * cols + at];
    }
}

/* The words of one column on one line are a piece. */
static void pieces_of_words(struct region *r, const struct bounds *b, const struct line_words *words, const uint32_t *col, uint32_t line)
{
    for (size_t i = 0, j; i < words->n; i = j) {
        for (j = i + 1; j < words->n && col[j] == col[i];) j++;
        struct piece p = {.at = words->v[i].at, .line = line, .col = col[i], .over = col[i], .span = 1};
        p.at.to = words->v[j - 1].at.to;
        p.at.x1 = words->v[j - 1].at.x1;
        p.cut = words->v[i].gap == 1 && b->edge[col[i]] != p.at.x0;
        p.apart = words->v[i].gap != 1;
        push_piece(r, p);
    }
}

/* ---- where lines of a column begin -------------------------------------------------------------------------------------- */

/* For each line and column, where the column's text on it begins behind a gap. */
struct edges {
    uint32_t *at;                /* UINT32_MAX: there is none */
    uint32_t *common;            /* of each column: the place that three fifths or more share */
    bool *shared;                /* of each column: most lines begin like the one above */
    bool *named;                 /* of each column: it has a heading; before that is known, all do */
    size_t cols;
};

static void free_edges(struct edges *e)
{
    free(e->at);
    free(e->common);
    free(e->shared);
    free(e->named);
}

static void find_common(const struct region *r, struct edges *e, size_t k)
{
    uint32_t begins[ALIGNED_WIDTH] = {0}, all = 0, most = 0, followed = 0, same = 0, last = UINT32_MAX;
    for (size_t i = r->body; i < r->n; i++) {
        uint32_t x = e->at[i * e->cols + k];
        if (x == UINT32_MAX) continue;
        all++;
        if (++begins[x] > begins[most]) most = x;
        followed += last != UINT32_MAX;
        same += x == last;
        last = x;
    }
    e->common[k] = begins[most] >= 3 && begins[most] * 5 >= all * 3 ? most : UINT32_MAX;
    e->shared[k] = followed >= 2 && same * 5 >= followed * 2;
}

/* Whether the top line has names for half of the columns or fewer: they may stand above several. */
static bool few_names(const struct region *r) { return r->lines[0].n * 2 <= r->gutter_count + 1; }

static void find_named(const struct region *r, struct edges *e, bool known)
{
    for (size_t k = 0; k < e->cols; k++) e->named[k] = !known;
    for (size_t i = 0; i < r->piece_count && r->pieces[i].line < r->body; i++)
        if (r->pieces[i].line || !few_names(r) || r->body - r->numbered < 2) e->named[r->pieces[i].col] = true;
}

static void find_edges(const struct region *r, struct edges *e)
{
    for (size_t i = 0; i < r->n * e->cols; i++) e->at[i] = UINT32_MAX;
    for (size_t i = r->body < r->n ? r->lines[r->body].first_piece : r->piece_count; i < r->piece_count; i++)
        if (r->pieces[i].apart) e->at[r->pieces[i].line * e->cols + r->pieces[i].col] = r->pieces[i].at.x0;
    for (size_t k = 0; k < e->cols; k++) find_common(r, e, k);
}

/* Where column k begins on a line: as on the nearest line that tells, for what is printed side by side is moved aside together. */
static uint32_t edge_near(const struct region *r, const struct edges *e, size_t line, size_t k)
{
    for (size_t far = 0; (int)far <= r->w->near_lines && e->shared[k]; far++) {
        if (line + far < r->n && e->at[(line + far) * e->cols + k] != UINT32_MAX) return e->at[(line + far) * e->cols + k];
        if (line >= far + r->body && e->at[(line - far) * e->cols + k] != UINT32_MAX) return e->at[(line - far) * e->cols + k];
    }
    return e->common[k];
}

static void bounds_of(const struct region *r, const struct edges *e, size_t line, struct bounds *b)
{
    for (uint32_t k = 0; k < e->cols; k++) {
        b->left[k] = left_of(r, k);
        b->right[k] = right_of(r, k);
        b->edge[k] = edge_near(r, e, line, k);
    }
    b->heads_touching = 0;
    uint32_t far = (uint32_t)b->w->far;
    for (uint32_t k = 1; k < e->cols; k++) {
        uint32_t x = b->edge[k];
        if (!e->shared[k] || x == UINT32_MAX || x <= b->left[k - 1] || x >= b->right[k] || (x + far < b->left[k] || x > b->left[k] + far)) continue;
        b->left[k] = x;
        if (x < b->right[k - 1] + 1 || x > b->left[k]) b->right[k - 1] = x - 1;
    }
}

/* Headings stand over the middle of their columns, where the numbers of columns do. */
static void heading_bounds(const struct region *r, size_t line, struct bounds *b)
{
    size_t numbers = r->numbered ? r->body - 1 : 0;
    const struct segment *s = &r->segments[r->lines[numbers].first];
    for (uint32_t k = 0; k <= r->gutter_count; k++) {
        bool numbered = r->numbered && k < r->gutter_count;
        uint32_t middle = k < r->gutter_count ? (r->gutters[k].x0 + r->gutters[k].x1) / 2 : ALIGNED_WIDTH;
        b->right[k] = numbered ? (s[k].x0 + s[k].x1 + s[k + 1].x0 + s[k + 1].x1) / 4 : middle;
        b->left[k] = k ? b->right[k - 1] : 0;
        b->edge[k] = UINT32_MAX;
    }
    b->heads_touching = line == 0 && few_names(r) ? r->w->top_touching : r->w->heads_touching;
}

static void cut_all(struct region *r, const struct edges *e, bool settled)
{
    struct line_words *words = base_alloc(sizeof *words);
    uint32_t *from = base_alloc(e->cols * COUNT(words->v) * sizeof *from), *room = base_alloc(3 * e->cols * sizeof *room), col[COUNT(words->v)];
    struct bounds b = {r->w, room, room + e->cols, room + 2 * e->cols, settled, 0, e->named};
    r->piece_count = 0;
    for (uint32_t i = 0; i < r->n; i++) {
        struct aligned_line *l = &r->lines[i];
        l->first_piece = r->piece_count;
        if (i < r->body) heading_bounds(r, i, &b);
        else bounds_of(r, e, i, &b);
        words_of(r, &b, l, words);
        deal_out(e->cols, &b, words, from, col);
        pieces_of_words(r, &b, words, col, i);
        l->pieces = r->piece_count - l->first_piece;
    }
    free(words);
    free(from);
    free(room);
}

void aligned_cut(struct region *r, bool settled)
{
    struct edges e = {.cols = r->gutter_count + 1};
    e.at = base_alloc(r->n * e.cols * sizeof *e.at);
    e.common = base_alloc(e.cols * sizeof *e.common);
    e.shared = base_alloc(e.cols * sizeof *e.shared);
    e.named = base_alloc(e.cols * sizeof *e.named);
    r->piece_count = 0;
    for (int pass = 0; pass < PASSES; pass++) { /* the first one without edges */
        find_edges(r, &e);
        if (pass < 2) find_named(r, &e, pass > 0);
        cut_all(r, &e, settled);
    }
    free_edges(&e);
}
